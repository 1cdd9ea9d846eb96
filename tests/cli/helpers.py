"""Helpers of the tests in `cli`."""

import csv
from pathlib import Path

from mltag_desktop.cli.command_line import ClusterEngine, FrontEnd
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.records import ServiceOptions

TAGS = ("computer-vision", "mlops", "natural-language-processing", "other")
SUBJECTS = {
    "computer-vision": (
        "segmenting images of streets",
        "detecting objects in video",
        "tracking faces with a camera",
    ),
    "mlops": (
        "deploying a model on kubernetes",
        "monitoring drift in production",
        "a registry for model versions",
    ),
    "natural-language-processing": (
        "translating sentences",
        "a transformer for question answering",
        "tagging words",
    ),
    "other": ("forecasting demand", "reinforcement learning in a game", "clustering customers of a shop"),
}
FRAMES = ("{}", "How we went about {}", "Notes on {}", "{} in a small team", "A week of {}", "{}, once more")


def no_window(path: Path | None) -> int:
    return 0


def no_pictures(folder: Path) -> list[Path]:
    picture = folder / "01-opened.png"
    picture.write_bytes(b"")
    return [picture]


def no_sight(folder: Path) -> str:
    return "not looked at"


def no_cluster() -> ClusterEngine:
    raise MltagError("No cluster.", "Omit --engine.")


def no_service(options: ServiceOptions) -> int:
    raise MltagError("No service.", "Omit it.")


FRONT = FrontEnd(no_window, no_pictures, no_sight, no_cluster, no_service)


def rows(copies: int = 1) -> list[tuple[str, str, str]]:
    """Return (title, description, tag), 72 times `copies`."""
    made = []
    for number in range(copies):
        for frame in FRAMES:
            for tag, subjects in SUBJECTS.items():
                for subject in subjects:
                    part = f" part {number}" if number else ""
                    made.append((frame.format(subject) + part, f"What we learned, {subject}.", tag))
    return made


def write_labelled(path: Path, copies: int = 1, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """Write a labelled table with some other columns."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(("id", "title", "description", "tag", "origin"))
        for number, (title, description, tag) in enumerate(rows(copies), 1):
            writer.writerow((number, title, description, tag, ("blog", "paper")[number % 2]))
    return path


def write_plain(path: Path, copies: int = 1) -> Path:
    """Write the same table without tags."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "description"))
        for number, (title, description, _) in enumerate(rows(copies), 1):
            writer.writerow((number, title, description))
    return path


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
