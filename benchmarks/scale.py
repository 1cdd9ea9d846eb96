"""Rows per second of `mltag predict` with one process, threads, two processes, and Ray.

`processes` includes start and end. Two workers start after the program and load the same libraries, which
takes most of a second. There are enough rows to make that small, and `workers_2_seconds_of_start` is the time
of a run of few rows.

Ray runs with one and two workers, without its start and end. The upper limit for two workers is the rate of
two independent programs that run at the same time, since these also share memory bandwidth and caches. Times
of larger clusters are computed from the rate of one worker, as the driver reads and writes no rows.
"""

import contextlib
import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from benchmarks.batch import made_up, run_mltag, write_table
from benchmarks.results import Goal, publish
from benchmarks.texts import texts
from mltag_desktop.core.model.bundle import bundled

COUNT: Final = 300_000
COPIES: Final = 5
"""Copies of the rows in the table of the processes, so that their start is a small part."""
FEW: Final = 1_000
ROWS_OF_RAY: Final = 3_000_000
ROUNDS: Final = 3
THREADED: Final = 60_000
BATCH: Final = 4_000
PAPER: Final = ((100_000_000, 8), (100_000_000, 64), (10_000_000_000, 64), (10_000_000_000, 1_000))
"""Rows and workers of clusters whose times are computed."""
GOALS: Final = (
    Goal("workers_2_against_two_programs", at_least=0.85),
    Goal("ray_2_against_1", at_least=1.8),
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
    """Return the seconds that `programs` simultaneous programs take, each for the whole table."""

    def one(number: int) -> None:
        (folder / str(number)).mkdir(exist_ok=True)
        run_mltag(table, folder / str(number), "--workers", str(workers))

    with ThreadPoolExecutor(programs) as pool:
        return _seconds(lambda: list(pool.map(one, range(programs))))


def processes(rows: Path, folder: Path) -> dict[str, object]:
    """Return the speed-up with two workers, start and end included, and with two simultaneous programs."""
    table, few = folder / "copies.csv", folder / "few.csv"
    head, _, body = rows.read_bytes().partition(b"\n")
    table.write_bytes(b"\n".join([head, body * COPIES]))
    write_table(few, made_up(FEW))
    rounds: dict[str, list[float]] = {"workers_1": [], "workers_2": [], "two_programs": []}
    for _ in range(ROUNDS):
        for name, (programs, workers) in zip(rounds, ((1, 1), (1, 2), (2, 1)), strict=True):
            seconds = at_once(table, folder, programs, workers)
            rounds[name].append(programs * COPIES * COUNT / seconds)
    figures: dict[str, object] = {f"{name}_rows_per_second": max(found) for name, found in rounds.items()}
    starts = [at_once(few, folder, 1, 2) for _ in range(ROUNDS)]
    figures["workers_2_seconds_of_start"] = statistics.median(starts)
    table.unlink()
    for name, other in (
        ("workers_2", "workers_1"),
        ("two_programs", "workers_1"),
        ("workers_2", "two_programs"),
    ):
        ratios = [ours / theirs for ours, theirs in zip(rounds[name], rounds[other], strict=True)]
        figures[f"{name}_against_{other.removeprefix('workers_')}"] = statistics.median(ratios)
    return figures


def ray(table: Path, folder: Path) -> dict[str, object]:
    """Return Ray's rates with one and two workers, and the hours of many rows on many workers.

    Runs with one and two workers take turns; figures are medians.
    """
    runs: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(ROUNDS):
        for workers, rates in runs.items():
            rates.append(ray_rate(table, folder / "tagged", workers))
    ratios = [ours / alone for ours, alone in zip(runs[2], runs[1], strict=True)]
    figures: dict[str, object] = {
        f"ray_{workers}_rows_per_second_once_started": statistics.median(rates)
        for workers, rates in runs.items()
    }
    for rows, workers in PAPER:
        hours = rows / statistics.median(runs[1]) / workers / 3_600
        figures[f"computed_hours_of_{rows:,}_rows_on_{workers}_workers"] = hours
    return figures | {"ray_2_against_1": statistics.median(ratios)}


def ray_rate(table: Path, out: Path, workers: int) -> float:
    """Return the rows per second of a run on Ray after its first shards, without Ray's start and end."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "mltag_desktop", "predict", str(table), "-q", "-o", str(out)]
    process = subprocess.Popen([*command, "--engine", "ray", "--workers", str(workers)])
    seen: dict[str, tuple[float, int]] = {}
    while process.poll() is None:
        for mark in (out / "_finished").glob("*.json"):
            if mark.name not in seen:
                with contextlib.suppress(OSError):  # the run has just ended
                    seen[mark.name] = time.perf_counter(), json.loads(mark.read_text())["rows"]
        time.sleep(0.02)
    if process.returncode:
        raise SystemExit("mltag predict failed")
    times = sorted(seen.values())
    rows = sum(count for _, count in times[workers:])
    return rows / (times[-1][0] - times[workers - 1][0])


def main() -> None:
    """Run the benchmark and publish the figures; arguments select some of the parts."""
    engines = sys.argv[1:] or ["threads", "processes", "ray"]
    figures = threads() if "threads" in engines else {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = folder / "large.csv"
        write_table(large, made_up(COUNT))
        if "processes" in engines:
            figures |= processes(large, folder)
        if "ray" in engines and importlib.util.find_spec("ray") is not None:
            write_table(large, made_up(ROWS_OF_RAY))
            figures |= ray(large, folder)
    publish("scale", figures, GOALS)


if __name__ == "__main__":
    main()
