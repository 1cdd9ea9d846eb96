"""Gaps on the GUI thread while a large table is imported and predicted and a model is trained in the window.

A 1 ms timer records its calls. A gap is the time between two calls, in which the window cannot respond. The
table is opened as by a user, and training starts while rows are still being predicted.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from benchmarks.gaps import Gaps
from benchmarks.results import Goal, publish
from benchmarks.start import write_table
from mltag_desktop.core.learning.candidates.retraining import TrainingKind
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.runtime.interpreter import SWITCH_INTERVAL
from mltag_desktop.gui.runtime.jobs import Job
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.training.training_jobs import TrainingOutcome, train_candidate
from mltag_desktop.gui.widgets.theme import Theme

ROWS: Final = 100_000
DECIDED: Final = 400
PATIENCE_MS: Final = 300_000
_FOLDERS: Final = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")

GOALS: Final = (Goal("p99_ms", at_most=16.0), Goal("longest_ms", at_most=100.0))


class Scenario(QObject):
    """Opens the table, decides some records once there are predictions, trains a model, then quits."""

    def __init__(self, program: Application, table: Path) -> None:
        super().__init__()
        self._program = program
        self._table = table
        self._job: Job | None = None
        self.moments: dict[str, float] = {}
        self.headline = ""
        program.workspace_opener.complete.connect(self._note_import)
        program.prediction_runner.progressed.connect(self._train)
        program.prediction_runner.ended.connect(self._note_predicted)

    @Slot()
    def begin(self) -> None:
        self._note("opened")
        self._program.workspace_opener.open_path(self._table)

    def _note(self, name: str) -> None:
        self.moments[name] = time.perf_counter()
        if {"imported", "predicted", "trained"} <= self.moments.keys():
            QApplication.quit()

    @Slot()
    def _note_import(self) -> None:
        self._note("imported")

    @Slot()
    def _note_predicted(self) -> None:
        workspace = self._program.session.workspace
        if workspace is not None and workspace.table.count == ROWS:
            self._note("predicted")

    @Slot()
    def _train(self) -> None:
        """Decide a few hundred records and start the training, but only once."""
        session = self._program.session
        workspace, model, base = session.workspace, session.model, session.base
        if self._job is not None or workspace is None or model is None or base is None:
            return
        if workspace.table.count < ROWS // 2:
            return
        tags = [info.name for info in workspace.tag_set.tags]

        def decide_and_train(progress: Progress) -> TrainingOutcome:
            for number, tag in enumerate(tags):
                rows = np.arange(number, DECIDED, len(tags), dtype=np.int64)
                session.publish(workspace.decisions.decide(rows, tag), workspace)
            return train_candidate(
                progress, self._program.jobs.worker, TrainingKind.DECISIONS, workspace, model, base
            )

        self._job = Job(decide_and_train)
        self._job.succeeded.connect(self._note_trained)
        self._job.failed.connect(QApplication.exit)
        self._program.jobs.run(self._job)

    @Slot(object)
    def _note_trained(self, trained: TrainingOutcome) -> None:
        self.headline = trained.report.headline
        self._note("trained")


def main() -> None:
    """Run the scenario and publish the figures."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(dict.fromkeys(_FOLDERS, name))
        table = Path(name) / "table.csv"
        write_table(table, ROWS)
        app = QApplication(sys.argv[:1])
        sys.setswitchinterval(SWITCH_INTERVAL)
        theme = Theme(app)
        window = MainWindow(theme)
        window.resize(1280, 800)
        window.show()
        program = Application(window, SettingsStore(Path(name) / "settings.json", theme))
        scenario, gaps = Scenario(program, table), Gaps()
        QTimer.singleShot(1_000, gaps.start)  # by then the program is loaded
        QTimer.singleShot(1_200, scenario.begin)
        QTimer.singleShot(PATIENCE_MS, app.exit)
        app.exec()
        gaps.stop()
        gap_times = gaps.milliseconds()
        window.close()
        if "trained" not in scenario.moments or "predicted" not in scenario.moments:
            raise SystemExit(f"Not finished; got as far as: {', '.join(scenario.moments)}")
        start = scenario.moments["opened"]
        figures: dict[str, object] = {
            f"{step}_after_seconds": scenario.moments[step] - start
            for step in ("imported", "predicted", "trained")
        }
        figures |= {
            "p50_ms": float(np.percentile(gap_times, 50)),
            "p99_ms": float(np.percentile(gap_times, 99)),
            "p999_ms": float(np.percentile(gap_times, 99.9)),
            "longest_ms": float(gap_times.max()),
            "longest_five_ms": [round(float(gap), 1) for gap in np.sort(gap_times)[-5:][::-1]],
            "gaps": len(gap_times),
            "rows": ROWS,
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
        publish("event_loop", figures, GOALS)


if __name__ == "__main__":
    main()
