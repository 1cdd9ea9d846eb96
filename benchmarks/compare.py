"""Seconds of `mltag compare` with all recipes on one core and on two.

The upper limit for two cores is what two simultaneous programs reach that use one core each, since these also
share memory bandwidth and caches. All run in turn; a ratio is the median over the rounds. Processor seconds
include all processes. `python -m benchmarks.compare FILE --label COLUMN`: on a small table, the start of
Python and scikit-learn is a large part of the time, on a large one it is not.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.batch import timed
from benchmarks.results import Goal, labelled, publish

ROUNDS: Final = 3
GOALS: Final = (Goal("jobs_2_against_1", at_least=1.7),)


def main(table: Path, label: str = "tag", repeats: int = 3) -> None:
    """Run the benchmark on a table with the tags in the column `label`, and publish the figures."""

    def programs(count: int, jobs: int) -> None:
        command = [sys.executable, "-m", "mltag_desktop", "compare", str(table), "--label", label, "-q"]
        command += ["--jobs", str(jobs), "--repeats", str(repeats)]
        with ThreadPoolExecutor(count) as pool:
            list(pool.map(lambda _: subprocess.check_call(command, stdout=subprocess.DEVNULL), range(count)))

    rounds: dict[str, list[tuple[float, float]]] = {"jobs_1": [], "jobs_2": [], "two_programs": []}
    for _ in range(ROUNDS):
        for name, (count, jobs) in zip(rounds, ((1, 1), (1, 2), (2, 1)), strict=True):
            rounds[name].append(timed(partial(programs, count, jobs)))
    figures: dict[str, object] = {}
    for name, found in rounds.items():
        figures[f"{name}_seconds"] = min(wall for wall, _ in found)
        figures[f"{name}_cpu_seconds"] = min(cpu for _, cpu in found)
    for name, other, share in (
        ("jobs_2", "jobs_1", 1),
        ("two_programs", "jobs_1", 2),
        ("jobs_2", "two_programs", 0.5),
    ):
        ratios = [share * two[0] / one[0] for one, two in zip(rounds[name], rounds[other], strict=True)]
        figures[f"{name}_against_{other.removeprefix('jobs_')}"] = statistics.median(ratios)
    publish("compare", figures, GOALS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path, nargs="?", help="by default, the labelled rows of the project")
    parser.add_argument("--label", default="tag", help="the column with the tags")
    parser.add_argument("--repeats", type=int, default=3, help="of the cross-validation; large tables need 1")
    chosen = parser.parse_args()
    if chosen.table is not None:
        main(chosen.table, chosen.label, chosen.repeats)
    else:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "table.csv"
            with made.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([("text", "tag"), *zip(*labelled()[:2], strict=True)])
            main(made)
