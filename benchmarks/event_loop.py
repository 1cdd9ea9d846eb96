"""Gaps on the GUI thread while a large table is imported and predicted, and a model is trained.

A 1 ms timer records its calls. A gap is the time between two calls, in which the window cannot respond. The
table is opened as by a user, and training starts while rows are still being predicted. All the while, a
thread presses the key that accepts a record, and measures the time until the next record is painted. Closing
the window is not measured.

`python -m benchmarks.event_loop [ROWS] [--runs RUNS] [--stacks FILE]`. One run has about 60 keys, so its
p95 is the third slowest: the figures are of all gaps and all keys of all runs, each in its own process.

On a busy machine, the CPU time of the GUI thread in a gap (`own`) is more reliable than the gap, and so is
the gap without the time for which the thread waited for a core (`running`). `others` is the CPU time of the
window's other threads in it: they held the GIL for at most so long. For a key, `own`, `queued` (the GUI
thread had no core) and `waited` (it waited for the GIL, a lock or the disk) add up to the time from the press
to the paint. `stolen_percent` of the cores' time went to other guests of the host, `strangers_percent` to
programs outside this benchmark.
"""

import argparse
import collections
import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.gaps import Gaps, Stacks, ThreadTimes, compile_modules, keep_main_out_of_workers
from benchmarks.results import Goal, peak_mib, publish
from benchmarks.workspace_table import make_table
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.training.retraining import TrainingKind
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.application.startup import SWITCH_INTERVAL
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.operations import Operation, Priority
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.training.model_controller import ReportedModel, train_candidate
from mltag_desktop.gui.widgets.theme import Theme, new_application

ROWS: Final = 100_000
RUNS: Final = 5
DECIDED: Final = 400
PATIENCE_MS: Final = 600_000
PRESS_EVERY: Final = 0.2
"""Seconds between two key presses."""
_LONG: Final = 0.03
"""Gaps of so many seconds write a stack trace."""
_FOLDERS: Final = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")

Run: TypeAlias = dict[str, list[float]]
"""The samples of one run."""

GOALS: Final = (
    Goal("p99_ms", at_most=12.0),
    Goal("longest_ms", at_most=100.0),
    Goal("key_p95_ms", at_most=12.0),
    Goal("running_p99_ms", at_most=12.0),
    Goal("running_longest_ms", at_most=100.0),
    Goal("key_own_p95_ms", at_most=12.0),
)


class Keys(QObject):
    """Accepts records with a key, and measures the time until the next record is painted."""

    _pressed = Signal(float, float, float)

    def __init__(self, program: Application) -> None:
        super().__init__()
        self._program = program
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._press, daemon=True)
        self._pressed.connect(self._accept)
        self.milliseconds: list[float] = []
        self.own: list[float] = []
        """CPU milliseconds of the GUI thread from each press to the paint."""
        self.queued: list[float] = []
        """Milliseconds for which the GUI thread waited for a core meanwhile."""
        self.saved: list[float] = []
        """Milliseconds until each decision was on the disk and the window knew it."""
        self._unsaved: collections.deque[float] = collections.deque()
        self._times = ThreadTimes()
        program.writer.done.connect(self._note_saved)

    def start(self) -> None:
        """Start to press."""
        self._thread.start()

    def stop(self) -> None:
        """Stop pressing."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def _press(self) -> None:
        while not self._ended.wait(PRESS_EVERY):
            own, queued = self._times.computing(), self._times.waiting()
            self._pressed.emit(time.perf_counter(), own, queued)

    @Slot(float, float, float)
    def _accept(self, since: float, own: float, queued: float) -> None:
        table = self._program.page.table
        before = table.current_place()
        if before < 0 or self._ended.is_set():
            return
        QTest.keyClick(table, Qt.Key.Key_Return)
        QApplication.sendPostedEvents(self._program.page.window(), QEvent.Type.UpdateRequest.value)  # paint
        if table.current_place() != before:
            self._unsaved.append(since)
            self.milliseconds.append((time.perf_counter() - since) * 1000)
            self.own.append((self._times.computing() - own) * 1000)
            self.queued.append((self._times.waiting() - queued) * 1000)

    @Slot()
    def _note_saved(self) -> None:
        if self._unsaved:
            self.saved.append((time.perf_counter() - self._unsaved.popleft()) * 1000)


class Scenario(QObject):
    """Opens the table, decides some records once there are predictions, and trains a model.

    Signals: `done()` when all of it has ended.
    """

    done = Signal()

    def __init__(self, program: Application, table: Path, rows: int) -> None:
        super().__init__()
        self._program = program
        self._table = table
        self._rows = rows
        self._job: Operation | None = None
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
            self.done.emit()

    @Slot()
    def _note_import(self) -> None:
        self._note("imported")

    @Slot()
    def _note_predicted(self) -> None:
        workspace = self._program.session.workspace
        if workspace is not None and workspace.table.count == self._rows:
            self._note("predicted")

    @Slot()
    def _train(self) -> None:
        """Decide a few hundred records and start the training, but only once."""
        session = self._program.session
        workspace, model, base = session.workspace, session.model, session.base
        if self._job is not None or workspace is None or model is None or base is None:
            return
        if workspace.table.count < self._rows // 2:
            return
        tags = [info.name for info in workspace.tag_set.tags]

        def decide_and_train(progress: Progress) -> ReportedModel:
            for number, tag in enumerate(tags):
                rows = np.arange(number, DECIDED, len(tags), dtype=np.int64)
                session.publish(workspace.decisions.decide(rows, tag), workspace)
            return train_candidate(
                progress, self._program.jobs.worker, TrainingKind.DECISIONS, workspace, model, base
            )

        self._job = Operation(decide_and_train)
        self._job.succeeded.connect(self._note_trained)
        self._job.failed.connect(QApplication.exit)
        self._job.run(self._program.jobs, Priority.FIRST)  # as a training in the window

    @Slot(object)
    def _note_trained(self, trained: ReportedModel) -> None:
        self.headline = trained.report.headline
        self._note("trained")


def main() -> None:
    """Run the scenario several times and publish the figures of all runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=ROWS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--stacks", type=Path, help="one run: what all threads do in gaps of 30 ms")
    parser.add_argument("--samples", type=Path, help=argparse.SUPPRESS)  # one run, to write here
    chosen = parser.parse_args()
    if chosen.samples:
        chosen.samples.write_text(json.dumps(_measure(chosen.rows, chosen.stacks)))
        return
    compile_modules()
    options = [str(chosen.rows), *(["--stacks", str(chosen.stacks)] if chosen.stacks else [])]
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as name:
        samples = Path(name) / "samples.json"
        for _ in range(1 if chosen.stacks else chosen.runs):
            arguments = [*options, "--samples", str(samples)]
            subprocess.run([sys.executable, "-m", "benchmarks.event_loop", *arguments], check=True)
            runs.append(json.loads(samples.read_text()))
    publish("event_loop", _figures(runs, chosen.rows), GOALS)


def _measure(rows: int, stacks: Path | None) -> Run:
    """Run the scenario once; times are in milliseconds."""
    keep_main_out_of_workers()
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.disable()  # as `Startup` does
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(dict.fromkeys(_FOLDERS, name))
        table = Path(name) / "table.csv"
        make_table(table, rows)
        app = new_application()
        theme = Theme(app)
        window = MainWindow(theme)
        window.resize(1280, 800)
        window.show()
        settings = SettingsStore(Path(name) / "settings.json", theme)
        settings.change(curator="Ada")  # a known curator is not asked for a name
        program = Application(window, settings)
        gc.freeze()
        program.jobs.collect_garbage_here()
        scenario, gaps, keys = Scenario(program, table, rows), Gaps(), Keys(program)
        if stacks:
            Stacks(gaps, stacks, _LONG)
        machine = MachineTime()
        QTimer.singleShot(1_000, gaps.start)  # by then the program is loaded
        QTimer.singleShot(1_200, scenario.begin)
        QTimer.singleShot(2_000, keys.start)
        QTimer.singleShot(PATIENCE_MS, app.exit)
        for end in (gaps.stop, keys.stop, app.exit):
            scenario.done.connect(end)
        app.exec()
        gaps.stop()
        keys.stop()
        window.close_at_once()
        if "trained" not in scenario.moments or "predicted" not in scenario.moments:
            raise SystemExit(f"Not finished; got as far as: {', '.join(scenario.moments)}")
        start = scenario.moments.pop("opened")
        clocks = (gaps.own, gaps.all_threads, gaps.queued)
        own, spent, queued = ((np.diff(clock) * 1000).tolist() for clock in clocks)
        return {
            "gaps": gaps.milliseconds().tolist(),
            "gap_own": own,
            "gap_spent": spent,
            "gap_queued": queued,
            "keys": keys.milliseconds,
            "key_own": keys.own,
            "key_queued": keys.queued,
            "saved": keys.saved,
            **{step: [moment - start] for step, moment in scenario.moments.items()},
            **machine.shares(),
            "peak_mib": [peak_mib()],
        }


class MachineTime:
    """Counts what the cores did since its creation."""

    def __init__(self) -> None:
        self._before = psutil.cpu_times()
        self._ours = sum(os.times()[:4])

    def shares(self) -> dict[str, list[float]]:
        """Return the percentages of the cores' time that went to the host and to other programs.

        The children of this process have to have ended.
        """
        now = psutil.cpu_times()
        names = [name for name in now._fields if not name.startswith("guest")]  # part of user
        spent = {name: getattr(now, name) - getattr(self._before, name) for name in names}
        stolen = spent.get("steal", 0.0)
        idle = spent["idle"] + spent.get("iowait", 0.0)
        whole = sum(spent.values())
        strangers = whole - idle - stolen - (sum(os.times()[:4]) - self._ours)
        return {"stolen": [100 * stolen / whole], "strangers": [100 * max(0.0, strangers) / whole]}


def _figures(runs: list[Run], rows: int) -> dict[str, object]:
    def every(name: str) -> np.ndarray:
        return np.concatenate([run[name] for run in runs])

    gaps, own, queued = every("gaps"), every("gap_own"), every("gap_queued")
    spent = every("gap_spent")
    running = gaps - queued
    others = np.minimum(running, spent) - own
    longest = np.argsort(gaps)[-5:][::-1]
    keys = {"": every("keys"), "own_": every("key_own"), "queued_": every("key_queued")}
    rest = np.maximum(0.0, keys[""] - keys["own_"])
    keys["queued_"] = np.minimum(keys["queued_"], rest)  # a wait that began before the press counts whole
    keys["waited_"] = rest - keys["queued_"]
    slowest = keys[""] >= np.percentile(keys[""], 90)
    return {
        **{
            f"{step}_after_seconds": float(np.median(every(step)))
            for step in ("imported", "predicted", "trained")
        },
        "p50_ms": float(np.percentile(gaps, 50)),
        "p99_ms": float(np.percentile(gaps, 99)),
        "p999_ms": float(np.percentile(gaps, 99.9)),
        "longest_ms": float(gaps.max()),
        "longest_of_each_run_ms": [round(max(run["gaps"]), 1) for run in runs],
        "running_p99_ms": float(np.percentile(running, 99)),
        "running_longest_ms": float(running.max()),
        "others_p99_ms": float(np.percentile(others, 99)),
        "others_longest_ms": float(others.max()),
        "longest_five_ms": _rounded(gaps[longest]),
        "queued_of_longest_five_ms": _rounded(queued[longest]),
        "own_of_longest_five_ms": _rounded(own[longest]),
        "spent_in_longest_five_ms": _rounded(spent[longest]),
        "longest_own_five_ms": _rounded(np.sort(own)[-5:][::-1]),
        **{
            f"key_{part}p{share}_ms": float(np.percentile(each, share))
            for part, each in keys.items()
            for share in (50, 95)
        },
        **{f"key_{part}of_slowest_tenth_ms": float(each[slowest].mean()) for part, each in keys.items()},
        "key_p95_of_each_run_ms": [round(float(np.percentile(run["keys"], 95)), 1) for run in runs],
        "saved_p50_ms": float(np.percentile(every("saved"), 50)),
        "saved_p95_ms": float(np.percentile(every("saved"), 95)),
        "stolen_percent": float(every("stolen").mean()),
        "strangers_percent": float(every("strangers").mean()),
        "keys": len(keys[""]),
        "gaps": len(gaps),
        "rows": rows,
        "runs": len(runs),
        "peak_mib": float(every("peak_mib").max()),
    }


def _rounded(times: np.ndarray) -> list[float]:
    return [round(float(each), 1) for each in times]


if __name__ == "__main__":
    main()
