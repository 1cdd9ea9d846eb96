"""Run independent parts of a training or an evaluation on several cores, in worker processes.

Threads would wait for each other, because liblinear fits one model at a time in a process
(docs/decisions/0026-parallel-training.md).
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from mltag_desktop.core.processes.pool import cores, shared_pool
from mltag_desktop.core.progress import Progress, SubProgress

Result = TypeVar("Result")

WORTHWHILE: Final = 3.0
"""Estimated seconds on one core from which workers save time; their start takes about 1 second."""


@dataclass(frozen=True)
class Part:
    """One call: its arguments after the progress, and its name for the progress display."""

    name: str
    arguments: tuple[Any, ...]


def run_parts(
    progress: Progress,
    function: Callable[..., Result],
    parts: Sequence[Part],
    *,
    jobs: int | None = None,
    seconds: float = WORTHWHILE,
    apart: bool = False,
) -> list[Result]:
    """Return `function(progress, *part.arguments)` for each of `parts`, in their order.

    `jobs` is the largest number of workers, by default one for each core. Work that takes less than
    `WORTHWHILE`, by the estimate `seconds`, is done without workers. Work that may end its process is done
    `apart`: always in workers. `function` must be a function of a module whose result depends on its
    arguments only, so that the number of workers makes no difference. Raises `WorkerEndedError` when a worker
    ends. `progress` reports and cancels inside a part without workers, and between the parts with workers.
    """
    workers = min(cores() if jobs is None else jobs, len(parts))
    if not apart and (workers < 2 or seconds < WORTHWHILE):
        return [function(own, *part.arguments) for own, part in _reported(progress, parts)]
    results: list[Result] = []
    calls = (part.arguments for part in parts)
    with contextlib.closing(shared_pool().map(function, calls, max(1, workers), attempts=1)) as found:
        for own, _ in _reported(progress, parts):
            results.append(next(found))
            own.report(1.0)
    return results


def _reported(progress: Progress, parts: Sequence[Part]) -> Iterator[tuple[Progress, Part]]:
    """Report the start of each part; yield its progress and the part."""
    for number, part in enumerate(parts):
        own = SubProgress(progress, number / len(parts), (number + 1) / len(parts))
        own.report(0.0, part.name)
        yield own, part
