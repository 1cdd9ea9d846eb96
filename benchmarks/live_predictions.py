"""Seconds from an answer to the live predictions and the queue, in a workspace whose tags no model knows.

The calls of the window and its worker in one process: the decision, the workspace opened for reading, the
learning, the result through a pipe's pickling, and a snapshot of the states. The embeddings are random
numbers, which take as long. `python -m benchmarks live_predictions` limits the linear algebra to one thread,
as in the program.
"""

import pickle
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.results import Goal, publish
from benchmarks.texts import records
from mltag_desktop.core.learning.question_queue import LearnedQueue, learn_queue
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

SIZES: Final = (10_000, 100_000)
TAGS: Final = (
    "language", "images", "deployment", "robots", "markets", "music", "statistics", "speech", "games",
    "medicine", "hardware", "other",
)  # fmt: skip
_ANSWERS: Final = 12
_WARM: Final = 2
"""Answers that are not timed: the first ones import scipy."""
GOALS: Final = (Goal("update_seconds_10000", at_most=0.3), Goal("update_seconds_100000", at_most=0.5))


def main(sizes: tuple[int, ...]) -> None:
    """Measure updates in tables of some sizes, and publish the figures."""
    figures: dict[str, object] = {"tags": len(TAGS), "with_encoder": encoder.is_installed()}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            figures |= _measured(Path(folder) / "table.mltag", size)
    publish("live_predictions", figures, GOALS)


def _measured(path: Path, size: int) -> dict[str, object]:
    tags = [TagInfo(name, "", "●", place % 8) for place, name in enumerate(TAGS)]
    with Workspace.create(path, "Ada", tags) as workspace:
        made = [f"{title} {text}" for title, text, _ in records(size, seed=3)]
        for start in range(0, size, 5_000):
            workspace.table.add_texts(made[start : start + 5_000])
        if encoder.is_installed():
            vectors = np.random.default_rng(0).normal(size=(size, encoder.DIMENSION)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            workspace.embeddings.put(workspace.table.all_digests(), encoder.Embeddings.of(vectors))
        start_time = time.perf_counter()
        found = _update(workspace)
        first = time.perf_counter() - start_time
        seconds, processor = [], []
        for place in range(_WARM + _ANSWERS):
            start_time, used = time.perf_counter(), time.process_time()
            workspace.decisions.decide([int(found.queue.rows[0])], TAGS[place % len(TAGS)])
            found = _update(workspace)
            seconds.append(time.perf_counter() - start_time)
            processor.append(time.process_time() - used)
    return {
        f"first_seconds_{size}": first,
        f"update_seconds_{size}": statistics.median(seconds[_WARM:]),
        f"update_processor_seconds_{size}": statistics.median(processor[_WARM:]),
        f"longest_update_seconds_{size}": max(seconds[_WARM:]),
    }


def _update(workspace: Workspace) -> LearnedQueue:
    """Learn as the worker does, and show the result as the window does."""
    with Workspace.open(workspace.path, "Ada", write=False, held=True) as read:
        found = learn_queue(
            SILENT, str(read.path), read, bundled(), "coverage", with_encoder=encoder.is_installed()
        )
    shown: LearnedQueue = pickle.loads(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    workspace.predictions.show_live(shown.live)
    workspace.states()
    return shown


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
