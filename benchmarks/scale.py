"""Rows per second of `mltag predict` with one process, threads, two processes, and Ray.

Ray runs with one and two workers; its start-up and shutdown are measured separately, with a file a tenth as
long. The upper limit for two workers is the rate of two independent programs that run at the same time, since
these also share memory bandwidth and caches.
"""

import importlib.util
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.batch import made_up, run_mltag, timed, write_table
from benchmarks.results import Goal, publish
from benchmarks.texts import texts
from mltag_desktop.core.model.bundle import bundled

COUNT: Final = 300_000
SMALL: Final = 30_000
ROUNDS: Final = 3
THREADED: Final = 60_000
BATCH: Final = 4_000
GOALS: Final = (
    Goal("workers_2_against_two_programs", at_least=0.85),
    Goal("ray_2_against_1", at_least=1.85),
)


def threads() -> dict[str, object]:
    """Return the speed-up of prediction alone with two threads."""
    model, batch = bundled(), texts(THREADED, seed=2)
    parts = [batch[start : start + BATCH] for start in range(0, len(batch), BATCH)]
    model.predict(parts[0])

    def one() -> None:
        for part in parts:
            model.predict(part)

    def two() -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(model.predict, parts))

    seconds = {name: min(_seconds(work) for _ in range(3)) for name, work in (("1", one), ("2", two))}
    figures: dict[str, object] = {
        f"threads_{name}_texts_per_second": THREADED / wall for name, wall in seconds.items()
    }
    return figures | {"threads_2_against_1": seconds["1"] / seconds["2"]}


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def at_once(table: Path, folder: Path, programs: int, workers: int) -> float:
    """Return the total rows per second of `programs` simultaneous programs, each on the whole table."""

    def one(number: int) -> None:
        (folder / str(number)).mkdir(exist_ok=True)
        run_mltag(table, folder / str(number), "--workers", str(workers))

    with ThreadPoolExecutor(programs) as pool:
        return programs * COUNT / _seconds(lambda: list(pool.map(one, range(programs))))


def processes(table: Path, folder: Path) -> dict[str, object]:
    """Return the speed-up with two workers, start and end included, and with two simultaneous programs."""
    rounds: dict[str, list[float]] = {"workers_1": [], "workers_2": [], "two_programs": []}
    for _ in range(ROUNDS):
        for name, (programs, workers) in zip(rounds, ((1, 1), (1, 2), (2, 1)), strict=True):
            rounds[name].append(at_once(table, folder, programs, workers))
    figures: dict[str, object] = {f"{name}_rows_per_second": max(found) for name, found in rounds.items()}
    for name, other in (
        ("workers_2", "workers_1"),
        ("two_programs", "workers_1"),
        ("workers_2", "two_programs"),
    ):
        ratios = [ours / theirs for ours, theirs in zip(rounds[name], rounds[other], strict=True)]
        figures[f"{name}_against_{other.removeprefix('workers_')}"] = statistics.median(ratios)
    return figures


def ray(table: Path, small: Path, folder: Path) -> dict[str, object]:
    """Return Ray's rates with one and two workers.

    The rate without start-up is left out where the start-up dominates the time.
    """
    figures: dict[str, object] = {}
    rates: dict[int, float] = {}
    for workers in (1, 2):
        options = ("--engine", "ray", "--workers", str(workers))
        short = timed(partial(run_mltag, small, folder, *options))[0]
        long = timed(partial(run_mltag, table, folder, *options))[0]
        figures[f"ray_{workers}_rows_per_second"] = COUNT / long
        if long - short > short / 10:
            rates[workers] = (COUNT - SMALL) / (long - short)
            figures[f"ray_{workers}_rows_per_second_once_started"] = rates[workers]
    if len(rates) == 2:
        figures["ray_2_against_1"] = rates[2] / rates[1]
    return figures


def main() -> None:
    """Run the benchmark and publish the figures; arguments select "threads", "processes" or "ray"."""
    engines = sys.argv[1:] or ["threads", "processes", "ray"]
    figures = threads() if "threads" in engines else {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = folder / "large.csv", folder / "small.csv"
        write_table(large, made_up(COUNT))
        write_table(small, made_up(SMALL))
        if "processes" in engines:
            figures |= processes(large, folder)
        if "ray" in engines and importlib.util.find_spec("ray") is not None:
            figures |= ray(large, small, folder)
    publish("scale", figures, GOALS)


if __name__ == "__main__":
    main()
