"""Publish the figures of a benchmark, on screen and as JSON in benchmarks/results."""

import csv
import json
import os
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

RESULTS: Final = Path(__file__).parent / "results"
_BESIDE: Final = [folder / "shared" / "datasets" for folder in Path(__file__).resolve().parents[2:]]
SHARED: Final = next(filter(Path.exists, _BESIDE), _BESIDE[0])
"""The datasets beside the repository or further up, where a worktree finds them too."""
DATASET: Final = SHARED / "dataset.csv"


@dataclass(frozen=True)
class Goal:
    """A bound on one figure."""

    figure: str
    at_most: float | None = None
    at_least: float | None = None

    def verdict(self, figures: Mapping[str, object]) -> str:
        """Return a line that says whether the figure is within its bound."""
        value = figures.get(self.figure)
        if not isinstance(value, int | float):
            return f"{self.figure}: not measured"
        if self.at_most is not None:
            return f"{self.figure} {value:.2f}, at most {self.at_most:g}: {_word(value <= self.at_most)}"
        assert self.at_least is not None
        return f"{self.figure} {value:.2f}, at least {self.at_least:g}: {_word(value >= self.at_least)}"


def publish(name: str, figures: Mapping[str, object], goals: Sequence[Goal]) -> None:
    """Print `figures` and the results of the goals, and write them to results/NAME.json."""
    print(f"\n{name}")
    for key, value in figures.items():
        print(f"  {key:<40} {value:,.3f}" if isinstance(value, float) else f"  {key:<40} {value}")
    evaluated = [goal.verdict(figures) for goal in goals]
    print(*(f"  -> {line}" for line in evaluated), sep="\n")
    RESULTS.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    record = {"benchmark": name, "time": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "machine": machine}
    content = json.dumps({**record, "figures": figures, "goals": evaluated}, indent=2)
    (RESULTS / f"{name}.json").write_text(content + "\n", encoding="utf-8")


def labelled() -> tuple[list[str], list[str], str]:
    """Return texts, tags and their source: the shared data set if it exists, otherwise made-up rows."""
    if DATASET.exists():
        with DATASET.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return (
            [f"{row['title']} {row['description']}" for row in rows],
            [row["tag"] for row in rows],
            "shared dataset",
        )
    from benchmarks.texts import records

    rows_made = list(records(800, seed=7))
    return [f"{title} {text}" for title, text, _ in rows_made], [tag for *_, tag in rows_made], "made-up rows"


def processor_seconds() -> float:
    """Return the processor time of this process and of all that it started, ended or not."""
    process = psutil.Process()
    times = [each.cpu_times() for each in (process, *process.children(recursive=True))]
    return float(sum(each.user + each.system + each.children_user + each.children_system for each in times))


def resident_mib() -> float:
    """Return the resident memory of this process in MiB."""
    return float(psutil.Process().memory_info().rss) / 2**20


def forget_peak() -> None:
    """Let `peak_mib` count from now on; on Linux only."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak_mib() -> float:
    """Return the peak memory of this process in MiB, since `forget_peak` or the start."""
    if sys.platform == "win32":  # has no module resource
        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _word(met: bool) -> str:
    return "met" if met else "MISSED"
