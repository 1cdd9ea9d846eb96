"""Size, start-up time and memory of the frozen program, compared with a frozen empty PySide6 window.

Run `make package archives` first. Both windows are shown on a virtual screen; start-up time and memory are
measured as in `benchmarks.start`. Once the tags are shown, records are accepted with keys, a candidate is
trained, and memory is measured again when its report is shown.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import psutil

from benchmarks.results import Goal, publish
from benchmarks.start import ended, run, wait_for, write_table
from mltag_desktop.core.filesystem import resource
from scripts.shipping import screen

ROOT: Final = Path(__file__).resolve().parents[1]
PROGRAM: Final = ROOT / "dist" / "mltag" / "mltag"
BARE: Final = ROOT / "build" / "bare" / "bare_window" / "bare_window"
ROUNDS: Final = 5
ROWS: Final = 1_000
GOALS: Final = (
    Goal("painted_ratio", at_most=1.5),
    Goal("tagged_ratio", at_most=4.0),
    Goal("resident_mib", at_most=130.0),
    Goal("resident_after_training_mib", at_most=300.0),
    Goal("installed_mib", at_most=420.0),
    Goal("archive_mb", at_most=110.0),
)
PARTS: Final = {
    "qt_mib": ("PySide6", "shiboken6"),
    "numpy_mib": ("numpy", "numpy.libs"),
    "scipy_mib": ("scipy", "scipy.libs"),
    "scikit_learn_mib": ("sklearn", "scikit_learn.libs"),
    "model_mib": ("resources",),
}


def main() -> None:
    """Build the empty window, measure interleaved rounds, and publish the fastest of each."""
    if not PROGRAM.exists() or not archives():
        raise SystemExit("There is nothing packed in dist. Run: make package archives")
    build_bare()
    times: dict[str, list[float]] = {"bare": [], "painted": [], "sample": [], "tagged": []}
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as name, screen.screen() as display:
        os.environ["DISPLAY"] = display
        os.environ.pop("QT_QPA_PLATFORM", None)
        for number in range(ROUNDS + 1):  # the first round warms the disk cache and is not counted
            room = Path(name) / str(number)
            room.mkdir()
            (room / "sample.csv").write_bytes(resource("sample.csv").read_bytes())
            write_table(room / "table.csv", ROWS)
            bare = run(room, [str(BARE)], "painted")
            sample = run(room, [str(PROGRAM), str(room / "sample.csv")], "tagged")
            table = run(room, [str(PROGRAM), str(room / "table.csv")], "tagged")
            if number:
                times["bare"].append(bare["painted"])
                times["painted"].append(min(sample["painted"], table["painted"]))
                times["sample"].append(sample["tagged"])
                times["tagged"].append(table["tagged"])
                memory.append(table["resident_mib"])
        trained = after_training(Path(name), display)
    best = {event: min(found) for event, found in times.items()}
    figures: dict[str, object] = {
        "bare_window_seconds": best["bare"],
        "painted_seconds": best["painted"],
        "sample_tagged_seconds": best["sample"],
        "table_tagged_seconds": best["tagged"],
        "painted_ratio": best["painted"] / best["bare"],
        "tagged_ratio": best["sample"] / best["bare"],
        "table_tagged_ratio": best["tagged"] / best["bare"],
        "rows": ROWS,
        "resident_mib": max(memory),
        "resident_after_training_mib": trained,
        **sizes(),
    }
    publish("packaged", figures, GOALS)


def build_bare() -> None:
    """Freeze the empty window with PyInstaller's default options."""
    places = ["--distpath", "build/bare", "--workpath", "build/bare-work", "--specpath", "build"]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places]
    subprocess.run([*command, "benchmarks/bare_window.py"], cwd=ROOT, check=True)


def after_training(folder: Path, display: str) -> float:
    """Decide some records of the sample in the window, train, and return the resident memory in MiB."""
    room = folder / "training"
    room.mkdir()
    table = room / "sample.csv"
    table.write_bytes(resource("sample.csv").read_bytes())
    trace = room / "trace"
    environment = os.environ | {"HOME": str(room), "MLTAG_STARTUP_TRACE": str(trace)}
    with ended(subprocess.Popen([PROGRAM, table], env=environment, stderr=subprocess.DEVNULL)) as process:
        wait_for(trace, "tagged", process)
        screen.focus(display, "sample")
        for _ in range(30):
            screen.on_screen(display, "key", "Return")
            time.sleep(0.1)
        screen.on_screen(display, "key", "ctrl+t")
        screen.focus(display, "Train")
        time.sleep(2)  # until the training plan is ready
        screen.on_screen(display, "key", "alt+t")
        screen.focus(display, "Report")
        time.sleep(1)
        return float(psutil.Process(process.pid).memory_info().rss / 2**20)


def sizes() -> dict[str, float]:
    """Return the sizes of the program, its archives and its largest parts."""
    inside = PROGRAM.parent / "_internal"
    return {
        "installed_mib": weight(PROGRAM.parent),
        "archive_mb": max(path.stat().st_size for path in archives()) / 1e6,
        **{part: sum(weight(inside / name) for name in names) for part, names in PARTS.items()},
        "bare_installed_mib": weight(BARE.parent),
    }


def archives() -> list[Path]:
    """Return the paths of the packaged programs."""
    return [path for path in (ROOT / "dist").glob("mltag-desktop*") if path.suffix in (".xz", ".deb")]


def weight(folder: Path) -> float:
    """Return the size of the files in a folder in MiB, without symbolic links."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 2**20


if __name__ == "__main__":
    main()
