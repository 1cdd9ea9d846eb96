"""Responsiveness of the window with a table of a million records, step by step.

`python -m benchmarks.window [ROWS] [--stacks FILE]` opens the table, predicts all records again, finds and
decides some during and after a prediction, exports, reopens the workspace, and merges a changed source. For
each step it measures the time until the result is on screen, and the gaps on the GUI thread during the step
and its follow-up work.
"""

import argparse
import contextlib
import gc
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from benchmarks.gaps import compile_modules, keep_main_out_of_workers
from benchmarks.results import Goal, peak_mib, processor_seconds, publish, resident_mib
from benchmarks.window_driver import FRAME, Driver
from benchmarks.workspace_table import make_table
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.startup import SWITCH_INTERVAL
from mltag_desktop.gui.application.tour import OffscreenWindow
from mltag_desktop.gui.document.journal import JournalDialog
from mltag_desktop.gui.document.source_dialogs import SourceMergeDialog
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.import_export.export_dialog import ExportDialog
from mltag_desktop.gui.import_export.import_report import ImportReportDialog

PARTS: Final = ("beside", "calm", "decide", "export", "report", "merge")
BESIDE: Final = " beside"
"""Suffix of steps that run during the prediction; for these only the gaps count, not the times."""
BULK: Final = 100_000
MERGED: Final = 100_000
"""Number of records in the table whose source changes."""
SEARCHED: Final = ("the", "transformer model", "nº 97")
JUMPS: Final = 40
DECIDED: Final = 20
HELD: Final = 2.0
"""Seconds for which a key is held down; shorter than a prediction, which goes on beside it."""
LEFT: Final = 0.75
"""Share of records without a prediction that a step beside prediction needs; smaller tables need more."""
TAGGED_FIRST: Final = 0.5
"""Seconds of a prediction before such a step, so that there are tags to find."""
GIVEN_BACK: Final = 3.0
"""Seconds after which the memory of a closed table is returned to the operating system."""

GOALS: Final = (
    Goal("p99_slowest_ms", at_most=16.0),
    Goal("longest_ms", at_most=100.0),
    Goal("first_page_seconds", at_most=1.0),
    Goal("reopened_seconds", at_most=1.0),
    Goal("sort_slowest_seconds", at_most=1.5),
    Goal("filter_slowest_seconds", at_most=0.2),
    Goal("search_first_seconds", at_most=0.4),
    Goal("search_slowest_seconds", at_most=1.5),
    Goal("jump_p95_ms", at_most=50.0),
    Goal("unfilled_frames", at_most=2.0),
    Goal("bulk_seconds", at_most=2.0),
    Goal("bulk_undo_seconds", at_most=2.0),
    Goal("predicted_seconds", at_most=10.0),
    Goal("beside_least_tagged", at_least=1.0),
    Goal("more_mib", at_most=350.0),
)


Shown = TypeVar("Shown", bound=QDialog)


class Curator:
    """A simulated curator who works with a large table."""

    def __init__(self, driver: Driver, folder: Path, rows: int) -> None:
        self._driver = driver
        self._program = driver.program
        self._folder = folder
        self._rows = rows
        self.facets: list[float] = []
        self.jumps: list[float] = []
        self.unfilled: list[float] = []
        self.tagged_beside: list[int] = []
        """Records predicted during each step beside prediction; 0 if the prediction ended before the step."""

    def open(self, path: Path, name: str) -> None:
        """Open a table or a workspace, and wait for its first records on screen."""
        driver, program = self._driver, self._program
        driver.frames.forget()
        driver.step(
            name,
            lambda: program.workspace_opener.open_path(path),
            lambda: driver.frames.is_filled and program.session.workspace is not None,
        )

    def read(self) -> None:
        """Wait until the whole table is imported."""
        program, rows = self._program, self._rows
        self._driver.step("import", lambda: None, lambda: self._is_read(rows))
        program.filter_controller.clear()

    def be_tagged(self, name: str, action: Callable[[], object] = lambda: None) -> None:
        """Wait until all records are predicted, and until the jobs after that have ended."""
        program = self._program
        self._driver.step(name, action, self._driver.stage.is_tagged)
        self._driver.step(f"after {name}", lambda: None, lambda: program.jobs.running == 0)

    def forget_tags(self) -> None:
        """Delete all predictions; the active model predicts all records again after `tag_again`."""
        workspace = self._workspace
        assert workspace.models.active is not None
        with workspace.table.store.write() as transaction:
            workspace.predictions.forget(transaction, workspace.models.active)

    def tag_again(self) -> None:
        """Start to predict the records without a prediction."""
        kinds = ChangeKind.MODELS | ChangeKind.PREDICTIONS
        self._program.session.publish(Change(None, kinds), self._workspace)

    def find(self, when: str) -> None:
        """Sort, filter, search, jump and scroll."""
        driver, program = self._driver, self._program
        for title in ("Title", "Description", "Confidence", "Id"):
            self._list(f"sort by {title}{when}", self._sorted(title))
        self._list(
            f"sort as in the table{when}", lambda: program.filter_controller.sort_by(None, descending=False)
        )
        for name in ("MLOps", "To review"):
            self._list(f"filter {name}{when}", partial(self._click, name))
            self._list(f"no filter after {name}{when}", program.filter_controller.clear)
        histogram = program.page.filter_panel.histogram
        self._list(f"filter confidence{when}", lambda: histogram.chosen.emit(0.4, 0.8))
        self._list(f"no filter after confidence{when}", program.filter_controller.clear)
        for words in SEARCHED:
            self._list(f"search {words}{when}", partial(self._search, words))
        self._list(f"no search{when}", program.filter_controller.clear)
        random_ = random.Random(3)
        places = [random_.randrange(program.page.model.rowCount() - 60) for _ in range(JUMPS)]
        with self._tagging(f"jump{when}") as name:
            driver.step(name, lambda: self._jump(places), lambda: True)
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            program.page.table.go_to(0)
            driver.wait(0.2)
            with self._tagging(f"hold {key.name[4:]}{when}") as name:
                driver.step(name, partial(driver.hold, key, HELD), lambda: driver.frames.is_filled)
            self.unfilled += driver.frames.unfilled

    def decide(self) -> None:
        """Decide records one by one, then many at once, and undo that."""
        driver, program = self._driver, self._program
        table, actions = program.page.table, program.actions
        table.setFocus()
        driver.step("decide one by one", self._decide_some, lambda: not program.writer.running)
        driver.step("select all", table.selectAll, lambda: True)
        driver.step(f"select {BULK:,}", self._select, lambda: True)
        for name, label in (("tag_3", "bulk"), ("undo", "bulk undo"), ("redo", "bulk redo")):
            driver.step(label, actions[name].trigger, lambda: not program.writer.running)
        driver.step("select again", self._select, lambda: True)
        driver.step("bulk accept", actions["accept"].trigger, lambda: not program.writer.running)
        driver.step("bulk accept undo", actions["undo"].trigger, lambda: not program.writer.running)

    def export(self) -> None:
        """Export the table with the dialog."""
        driver = self._driver
        dialog = self._shown("export dialog", "export", ExportDialog)
        dialog._ask_path = lambda *_: str(self._folder / "out.csv")  # a file dialog would wait for a user
        dialog.form.fill.setChecked(True)
        driver.step("export asks", dialog.start, lambda: True)
        shown = self._dialog(ExportDialog)
        asks = shown is not None and shown.question.isVisible()  # without unsure records it exports at once
        go_on = dialog.start_anyway if asks else lambda: None
        driver.step("export", go_on, lambda: self._dialog(ExportDialog) is None)

    def look_through(self) -> None:
        """Open and close the import report and the journal."""
        report = self._shown("import report", "import_report", ImportReportDialog)
        covered = report.covered
        self._driver.step("import findings", lambda: None, lambda: not covered.text().startswith("Checking"))
        self._close("close the report", report)
        self._close("close the journal", self._shown("journal", "journal", JournalDialog))

    def merge(self, table: Path) -> None:
        """Change the source of a smaller table, and merge the changes."""
        driver, program = self._driver, self._program
        lines = table.read_bytes().split(b"\r\n")
        lines[100:200] = []
        lines[-1000:-1000] = [b"x%d,2026-01-01,another title,another text,mlops" % n for n in range(500)]
        table.write_bytes(b"\r\n".join(lines))
        dialog = self._shown("compare source", "compare_source", SourceMergeDialog)
        driver.step("merge", dialog.apply.click, lambda: self._dialog(SourceMergeDialog) is None)
        driver.step("undo merge", program.actions["undo"].trigger, lambda: not program.writer.running)

    def close(self) -> None:
        """Close the table."""
        program = self._program
        self._driver.step("close", program.workspace_opener.close, lambda: program.session.workspace is None)

    def _is_read(self, rows: int) -> bool:
        workspace = self._program.session.workspace
        return workspace is not None and workspace.table.complete and workspace.table.count == rows

    @property
    def _workspace(self) -> Workspace:
        return self._driver.stage.workspace

    def _list(self, name: str, action: Callable[[], object]) -> None:
        with self._tagging(name):
            self.facets.append(self._driver.list_anew(name, action))

    @contextlib.contextmanager
    def _tagging(self, name: str) -> Iterator[str]:
        """Count the records that are predicted during a step beside prediction.

        All are predicted again before the step if too few are left for it.
        """
        if not name.endswith(BESIDE):
            yield name
            return
        if self._untagged() < LEFT * self._rows:
            self.forget_tags()
            self.tag_again()
            self._driver.wait(TAGGED_FIRST)
        before = self._untagged()
        yield name
        after = self._untagged()
        self.tagged_beside.append(before - after if after else 0)

    def _untagged(self) -> int:
        return int(np.count_nonzero(self._workspace.states().predicted < 0))

    def _sorted(self, title: str) -> Callable[[], object]:
        columns = self._program.page.model.columns
        section = next(n for n, column in enumerate(columns) if column.title.lower() == title.lower())
        return lambda: self._program.page.table.sort_requested.emit(section, False)

    def _facet(self, name: str) -> FacetButton:
        return next(
            button
            for button in self._program.page.filter_panel.findChildren(FacetButton)
            if name.lower() in (button.text().lower(), button.toolTip().lower())
        )

    def _click(self, name: str) -> None:
        self._driver.click(self._facet(name))

    def _search(self, words: str) -> None:
        line = self._program.filter_bar
        line.focus_all()  # without the focus, Return would go to the table and accept a record
        line.setText(words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def _jump(self, places: list[int]) -> None:
        for place in places:
            self.jumps.append(self._driver.jump(place))
            self._driver.wait(0.02)

    def _decide_some(self) -> None:
        for number in range(DECIDED):
            QTest.keyClick(self._program.page.table, (Qt.Key.Key_Return, Qt.Key.Key_1)[number % 2])
            self._driver.wait(0.1)

    def _select(self) -> None:
        table, model = self._program.page.table, self._program.page.model
        last = min(BULK, model.rowCount()) - 1
        chosen = QItemSelection(model.index(0, 0), model.index(last, model.columnCount() - 1))
        flag = QItemSelectionModel.SelectionFlag
        table.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)

    def _dialog(self, kind: type[Shown]) -> Shown | None:
        shown = self._program.dialogs.shown
        return shown if isinstance(shown, kind) and shown.isVisible() else None

    def _shown(self, name: str, command: str, kind: type[Shown]) -> Shown:
        """Open a dialog with its command, and wait until it is shown."""
        driver, trigger = self._driver, self._program.actions[command].trigger
        driver.step(name, trigger, lambda: self._dialog(kind) is not None)
        dialog = self._dialog(kind)
        if dialog is None:
            raise SystemExit(f"{name} is gone.")
        return dialog

    def _close(self, name: str, dialog: QDialog) -> None:
        document = self._program.dialogs
        self._driver.step(name, dialog.reject, lambda: document.shown is None)


def measure(driver: Driver, folder: Path, rows: int, parts: set[str]) -> dict[str, object]:
    """Run all steps and return the figures."""
    table, small = folder / "table.csv", folder / "small.csv"
    make_table(table, rows)
    make_table(small, min(rows, MERGED))
    curator = Curator(driver, folder, rows)
    driver.wait(1.0)
    before = peak_mib()
    curator.open(table, "first page")
    curator.read()
    curator.be_tagged("rest of first prediction")
    curator.forget_tags()
    used = processor_seconds()
    curator.be_tagged("predict", curator.tag_again)
    used = processor_seconds() - used
    if "beside" in parts:
        curator.find(BESIDE)
        curator.be_tagged("rest of last prediction")
    if "calm" in parts:
        curator.find("")
    if "decide" in parts:
        curator.decide()
    if "export" in parts:
        curator.export()
    if "report" in parts:
        curator.look_through()
    curator.close()
    curator.open(table.with_suffix(".mltag"), "reopen")
    curator.be_tagged("reopened")
    curator.close()
    driver.wait(GIVEN_BACK)
    closed = resident_mib()
    if "merge" in parts:
        curator.open(small, "small first page")
        curator.be_tagged("small")
        curator.merge(small)
    steps = driver.steps

    def slowest(begin: str) -> float:
        calm = [took.seconds for name, took in steps.items() if name.startswith(begin) and BESIDE not in name]
        return max(calm, default=0.0)

    return {
        "rows": rows,
        "p99_slowest_ms": max(took.p99_ms for took in steps.values()),
        "longest_ms": max(took.longest_ms for took in steps.values()),
        "first_page_seconds": steps["first page"].seconds,
        "predicted_seconds": steps["predict"].seconds,
        "predicted_cpu_seconds": used,
        "beside_least_tagged": min(curator.tagged_beside, default=None),
        "reopened_seconds": steps["reopen"].seconds,
        "sort_slowest_seconds": slowest("sort"),
        "filter_slowest_seconds": slowest("filter"),
        "search_first_seconds": max(driver.first_hits[-len(SEARCHED) :], default=0.0),
        "search_slowest_seconds": slowest("search"),
        "facets_slowest_seconds": max(curator.facets, default=0.0),
        "jump_p95_ms": float(np.percentile(curator.jumps or [0.0], 95)) * 1000,
        "unfilled_frames": max(curator.unfilled, default=0.0) / FRAME,
        "bulk_seconds": slowest("bulk"),
        "bulk_undo_seconds": slowest("bulk undo"),
        "more_mib": max(took.mib for took in steps.values()) - before,
        "closed_more_mib": closed - before,
        "steps": {name: [round(figure, 3) for figure in took] for name, took in steps.items()},
    }


def main() -> None:
    """Run the benchmark and publish the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--parts", default=",".join(PARTS), help="leave some out")
    parser.add_argument("--stacks", type=Path, help="write here what all threads are at in gaps of 30 ms")
    chosen = parser.parse_args()
    compile_modules()
    keep_main_out_of_workers()
    sys.setswitchinterval(SWITCH_INTERVAL)
    with tempfile.TemporaryDirectory() as name, OffscreenWindow(Path(name)) as stage:
        stage.wait(lambda: stage.program.session.base is not None, "the bundled model")
        stage.window.resize(QSize(1280, 800))
        gc.freeze()
        driver = Driver(stage, chosen.stacks)
        publish("window", measure(driver, Path(name), chosen.rows, set(chosen.parts.split(","))), GOALS)


if __name__ == "__main__":
    main()
