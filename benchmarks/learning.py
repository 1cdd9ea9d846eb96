"""Cost of training in a workspace: seconds, memory, and the longest delay before a cancel takes effect.

2,000 decisions are added to the rows of the bundled model. The report evaluates rules, active model and
candidate, finds prediction changes in the table and checks its data, as in the window. The first training
imports scikit-learn, as in a new worker process; the second one finds it there. `python -m benchmarks
learning` limits the linear algebra to one thread, as in the program.

`python -m benchmarks.learning ROWS --tags N` trains on ROWS decisions with N tags that no model knows, in
the same way as the window does; the embeddings of the texts are stored before, as the window does in the
background.
"""

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.results import Goal, processor_seconds, publish, resident_mib
from benchmarks.texts import records
from mltag_desktop.core.learning.drift_monitor import reference_of
from mltag_desktop.core.learning.record_features import embed_records
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.workspace import Workspace

DECIDED: Final = 2_000
RECORDS: Final = 3_000
_WORDS_OF_A_TAG: Final = 30
GOALS: Final = (
    Goal("warm_seconds", at_most=2.0),
    Goal("more_mib", at_most=500.0),
    Goal("longest_stretch_ms", at_most=200.0),
)
MANY_GOALS: Final = (Goal("warm_seconds", at_most=8.0),)


class Watch:
    """Records the longest time between two progress reports, and the peak memory at the reports."""

    def __init__(self) -> None:
        self.longest, self.where, self.most = 0.0, "", resident_mib()
        self._step, self._last = "starting", time.perf_counter()

    def report(self, fraction: float, step: str = "") -> None:
        """Record the time since the last report, and the memory."""
        now = time.perf_counter()
        if now - self._last > self.longest:
            self.longest, self.where = now - self._last, self._step
        self.most = max(self.most, resident_mib())
        self._step, self._last = step or self._step, time.perf_counter()


def main(rows: int, tags: int) -> None:
    """Measure two trainings on a table of `rows` records, and publish the figures."""
    base = bundled()
    names = [f"topic {number:02}" for number in range(tags)]
    infos = tag_infos(names) if tags else base.tags
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "table.mltag", "Ada", infos) as workspace,
    ):
        if tags:
            decide_many(workspace, names, rows)
        else:
            decide(workspace, base, rows)
        reference_of(base)
        before, watch = resident_mib(), Watch()
        times = [_trained(watch, workspace, base, Path(folder) / name) for name in ("first", "second")]
        figures: dict[str, object] = {
            "seconds": times[0][0],
            "processor_seconds": times[0][1],
            "warm_seconds": times[1][0],
            "warm_processor_seconds": times[1][1],
            "more_mib": watch.most - before,
            "longest_stretch_ms": watch.longest * 1000,
            "longest_in": watch.where,
            "records": rows,
            "tags": tags or len(base.tags),
            "decisions": len(workspace.scan.examples().rows),
            "base_rows": len(base.base),
        }
    publish("learning_many_tags" if tags else "learning", figures, MANY_GOALS if tags else GOALS)


def _trained(watch: Watch, workspace: Workspace, base: LinearModel, folder: Path) -> tuple[float, float]:
    """Train once; return the seconds and the processor seconds of this process and of its workers."""
    start, used = time.perf_counter(), processor_seconds()
    retrain(watch, workspace, base, base, folder)
    watch.report(1.0)
    return time.perf_counter() - start, processor_seconds() - used


def decide_many(workspace: Workspace, names: list[str], rows: int) -> None:
    """Fill a workspace with decided records, each with some words of its tag; common tags have more."""
    draw = random.Random(4)
    syllables = [first + second for first in "bcdfghklmnprstvz" for second in "aeiou"]
    words = ["".join(draw.choices(syllables, k=3)) for _ in range(len(names) * _WORDS_OF_A_TAG)]
    texts, tags = list[str](), list[int]()
    for title, text, _ in records(rows, seed=3):
        tag = int(draw.random() ** 1.5 * len(names))
        own = words[tag * _WORDS_OF_A_TAG : (tag + 1) * _WORDS_OF_A_TAG]
        shown = [draw.choice(own if draw.random() < 0.6 else words) for _ in range(draw.randint(3, 8))]
        texts.append(f"{title} {text[:80]} {' '.join(shown)}")
        tags.append(tag)
    workspace.table.add_texts(texts)
    if encoder.is_installed():
        workspace.embeddings.put(*embed_records(SILENT, workspace, np.arange(rows, dtype=np.int64)))
    decided = np.array(tags)
    for tag, name in enumerate(names):
        workspace.decisions.decide(np.flatnonzero(decided == tag), name)


def decide(workspace: Workspace, base: LinearModel, rows: int) -> None:
    """Fill a workspace, predict it with the base model, and decide `DECIDED` evenly spaced records."""
    made = list(records(rows, seed=3))
    for start in range(0, rows, 5_000):
        workspace.table.add_texts([f"{title} {text}" for title, text, _ in made[start : start + 5_000]])
    workspace.models.set_base(base.version)
    for some, texts in workspace.pending_predictions.pending(base.version):
        workspace.pending_predictions.put(some, base.predict(texts))
    decided = [row * rows // DECIDED for row in range(DECIDED)]
    for tag in base.tags:
        workspace.decisions.decide([row for row in decided if made[row][2] == tag], tag)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=RECORDS)
    parser.add_argument("--tags", type=int, default=0, help="tags that no model knows, instead of the base's")
    chosen = parser.parse_args()
    main(chosen.rows, chosen.tags)
