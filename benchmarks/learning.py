"""Cost of training in a workspace: seconds, memory, and the longest delay before a cancel takes effect.

2,000 decisions are added to the rows of the bundled model. The report evaluates rules, active model and
candidate, finds prediction changes in the table and checks its data, as in the window. `python -m benchmarks
learning` limits the linear algebra to one thread, as in the program. It reads /proc, so it runs on Linux
only.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.results import Goal, publish
from benchmarks.texts import records
from mltag_desktop.core.drift.reference import reference_of
from mltag_desktop.core.learning.candidates.retraining import retrain
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.workspace import Workspace

DECIDED: Final = 2_000
RECORDS: Final = 3_000
GOALS: Final = (
    Goal("seconds", at_most=3.0),
    Goal("more_mib", at_most=500.0),
    Goal("longest_stretch_ms", at_most=200.0),
)


class Watch:
    """Records the longest time between two progress reports, and the peak memory at the reports."""

    def __init__(self) -> None:
        self.longest, self.where, self.most = 0.0, "", resident()
        self._step, self._last = "starting", time.perf_counter()

    def report(self, fraction: float, step: str = "") -> None:
        """Record the time since the last report, and the memory."""
        now = time.perf_counter()
        if now - self._last > self.longest:
            self.longest, self.where = now - self._last, self._step
        self.most = max(self.most, resident())
        self._step, self._last = step or self._step, time.perf_counter()


def resident() -> float:
    """Return the resident memory of this process in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(rows: int) -> None:
    """Measure one training on a table of `rows` records, and publish the figures."""
    base = bundled()
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "table.mltag", "Ada", base.tags) as workspace,
    ):
        decide(workspace, base, rows)
        reference_of(base)
        before, watch = resident(), Watch()
        start, used = time.perf_counter(), time.process_time()
        retrain(watch, workspace, base, base, Path(folder) / "work")
        seconds, cpu = time.perf_counter() - start, time.process_time() - used
        watch.report(1.0)
        figures: dict[str, object] = {
            "seconds": seconds,
            "processor_seconds": cpu,
            "more_mib": watch.most - before,
            "longest_stretch_ms": watch.longest * 1000,
            "longest_in": watch.where,
            "records": rows,
            "decisions": len(workspace.scan.examples().rows),
            "base_rows": len(base.base),
        }
    publish("learning", figures, GOALS)


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
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
