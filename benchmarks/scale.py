"""Rows a second of `mltag predict` by one process, by threads, by two processes, and by Ray with one and two
workers; start and end of each engine are measured apart, on a file a tenth as long.
"""

import importlib.util
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

COUNT: Final = 200_000
SMALL: Final = 20_000
THREADED: Final = 60_000
BATCH: Final = 4_000
GOALS: Final = (Goal("processes_2_against_1", at_least=1.5),)

WAYS: Final = {
    "processes_1": ("--workers", "1"),
    "processes_2": ("--workers", "2"),
    "ray_1": ("--engine", "ray", "--workers", "1"),
    "ray_2": ("--engine", "ray", "--workers", "2"),
}


def threads() -> dict[str, object]:
    """Return what two threads gain on prediction alone."""
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


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and publish."""
    figures = threads()
    rates: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = folder / "large.csv", folder / "small.csv"
        write_table(large, made_up(COUNT))
        write_table(small, made_up(SMALL))
        for way, options in WAYS.items():
            if way.startswith("ray") and importlib.util.find_spec("ray") is None:
                continue
            short = timed(partial(run_mltag, small, folder, *options))[0]
            long = timed(partial(run_mltag, large, folder, *options))[0]
            rates[way] = (COUNT - SMALL) / max(long - short, 1e-9)
            figures[f"{way}_rows_per_second"] = COUNT / long
            figures[f"{way}_rows_per_second_once_started"] = rates[way]
            figures[f"{way}_seconds_to_start_and_end"] = max(0.0, short - SMALL / rates[way])
    figures["processes_2_against_1"] = rates["processes_2"] / rates["processes_1"]
    if "ray_2" in rates:
        figures["ray_2_against_1"] = rates["ray_2"] / rates["ray_1"]
    publish("scale", figures, GOALS)


if __name__ == "__main__":
    main()
