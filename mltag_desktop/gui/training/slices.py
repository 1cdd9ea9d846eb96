"""The slices of a user: their dialog, and reports on them.

A slice has a name and a search line, and is stored in the workspace.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.learning.query_slices import (
    Slice,
    check_slices,
    members,
    sliced,
    store_slices,
    stored_slices,
)
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import error_words, format_number, tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, button_row, text_button
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.layout import dialog_column
from mltag_desktop.gui.widgets.theme import GROUP, ROW

if TYPE_CHECKING:
    from mltag_desktop.gui.report.report_window import ReportPanel

PresentFilter = Callable[[], tuple[str, tuple[int, ...] | None]]
"""Returns the search line of the current filter, and the rows if records were selected individually."""
SIZE: Final = QSize(720, 420)


def no_filter() -> tuple[str, tuple[int, ...] | None]:
    """Return the filter of a window that shows all records."""
    return "", None


_HEADINGS: Final = (
    ColumnHeading(tr("Name"), "a name of a slice"),
    ColumnHeading(tr("Search")),
    ColumnHeading(tr("Records"), "1,000,000", right=True),
)


class SlicesDialog(ContextDialog):
    """Lists the slices of the open workspace.

    Signals: `stored()` when changed slices were stored.
    """

    stored = Signal()

    def __init__(self, context: AppContext, present: PresentFilter, parent: QWidget | None = None) -> None:
        super().__init__(context, tr("Slices"), SIZE, parent)
        self._present = present
        self._job = Lane(self, context.jobs)
        self._keeping: Operation | None = None
        self.slices: tuple[Slice, ...] = ()
        self._counts: dict[str, int] = {}
        self.table = LineTable(context.theme, tr("Slices"), _HEADINGS)
        self.about = MutedLabel(
            context.theme,
            tr(
                "A slice is a part of the table, defined by a search such as tag:mlops -video. Reports "
                "evaluate every model on it separately, with intervals, using the audit set and the "
                "decisions."
            ),
        )
        self.none = MutedLabel(
            context.theme, tr("No slices yet. Filter the table in the window, then add the filter here.")
        )
        self.problem = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.problem.hide()
        self.add = text_button(
            tr("&Add current filter"), self._add, tr("Create a slice from the current filter")
        )
        self.remove = text_button(tr("&Remove"), self._remove)
        self._lay_out()
        self.table.edited.connect(self._edit)
        self.table.chosen.connect(self._enable)
        self._read()

    def _show(self, slices: Sequence[Slice], counts: dict[str, int] | None = None) -> None:
        """Show these slices and, where they are known, their numbers of records."""
        self.slices = tuple(slices)
        self._counts = self._counts if counts is None else counts
        lines = []
        for each in slices:
            size = self._counts.get(each.name)
            count = "…" if size is None else format_number(size)
            edits = () if self._workspace.read_only else (each.name, each.line)
            lines.append(TableLine((each.name, line_words(each), count), each, edits=edits))
        self.table.show_lines(lines)
        self.none.setHidden(bool(slices))
        self._enable()

    @Slot(int, int, object)
    def _edit(self, row: int, column: int, value: str) -> None:
        before, words = self.slices[row], str(value).strip()
        edited = replace(before, name=words) if column == 0 else replace(before, line=words)
        if edited != before:
            self._show((*self.slices[:row], edited, *self.slices[row + 1 :]))
            self._store()

    @Slot()
    def _add(self) -> None:
        line, rows = self._present()
        if not line and rows is None:
            self._show_problem(tr("No filter is set: all records are shown. Search or filter first."))
            return
        names = {item.name for item in self.slices}
        wanted = line[:40] or tr_plural("{n:,} selected record", "{n:,} selected records", len(rows or ()))
        name = next(item for item in _numbered(wanted) if item not in names)
        self._show((*self.slices, Slice(name, line, rows)))
        self.table.selectRow(len(self.slices) - 1)
        self._store()

    @Slot()
    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.slices):
            self._show([item for place, item in enumerate(self.slices) if place != row])
            self._store()

    @Slot()
    def _store(self) -> None:
        """Store the listed slices; an invalid slice is reported, and nothing is stored."""
        self._keeping = (
            Operation(_store, self._workspace, self.slices)
            .success(self._finish_saving)
            .failure(self._show_failure)
            .run(self._jobs.writer)
        )

    @Slot(object)
    def _finish_saving(self, _done: object) -> None:
        self.problem.hide()
        self._count()
        self.stored.emit()

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, MltagError):
            self._show_problem(f"⚠  {error_words(error)}")

    def _show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    def _read(self) -> None:
        self._show(stored_slices(self._workspace))
        self.add.setEnabled(not self._workspace.read_only)
        self._count()

    @Slot()
    def _enable(self) -> None:
        row = self.table.currentIndex().row()
        self.remove.setEnabled(not self._workspace.read_only and 0 <= row < len(self.slices))

    @Slot(object)
    def _show_counts(self, counts: dict[str, int]) -> None:
        self._show(self.slices, counts)

    def _count(self) -> None:
        if self.slices:
            Operation(_sizes, self._workspace, self.slices).success(self._show_counts).run(self._job)

    def _lay_out(self) -> None:
        self.table.setMinimumHeight(5 * ROW)
        buttons = button_row(text_button(tr("C&lose"), self.accept), left=(self.add, self.remove))
        dialog_column(self, self.about, self.none, self.table, self.problem, buttons, spacing=GROUP)

    def done(self, result: int) -> None:
        if self._keeping is not None:  # a late error is shown in the window
            self._keeping.failure(self._notifications.failure)
        super().done(result)


def line_words(own: Slice) -> str:
    """Return the definition of a slice as text."""
    if own.rows is None:
        return own.line
    chosen = tr_plural("{n:,} selected record", "{n:,} selected records", len(own.rows))
    return f"{chosen}, {own.line}" if own.line else chosen


def _numbered(name: str) -> Sequence[str]:
    return [name, *(f"{name} {number}" for number in range(2, 100))]


def _store(progress: Progress, workspace: Workspace, slices: Sequence[Slice]) -> None:
    check_slices(workspace, slices)
    store_slices(workspace, slices)


def _sizes(progress: Progress, workspace: Workspace, slices: Sequence[Slice]) -> dict[str, int]:
    return {name: int(inside.sum()) for name, inside in members(progress, workspace, slices).items()}


class SlicesController(QObject):
    """Opens the slices dialog, and updates the displayed report when slices change."""

    def __init__(
        self,
        context: AppContext,
        panel: "Callable[[], ReportPanel | None]",
        present_filter: PresentFilter,
    ) -> None:
        """`panel` returns the visible report panel, or None."""
        super().__init__(context.window)
        self._context = context
        self._session = context.session
        self._panel = panel
        self._present_filter = present_filter
        self._job = Lane(self, context.jobs)
        self._job.ended.connect(self._handle_end)
        self._job.repeat_due.connect(self.refresh)

    @Slot()
    def open(self) -> None:
        """Show the slices dialog."""
        panel = self._panel()
        over = self._context.window if panel is None else panel.window()
        dialog = SlicesDialog(self._context, self._present_filter, over)
        dialog.stored.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def evaluate_stored_slices(self) -> None:
        """Evaluate the opened report, if the workspace has slices."""
        if stored_slices(self._session.open_workspace):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Evaluate the displayed report on the stored slices."""
        panel = self._panel()
        if panel is not None and panel.report is not None and not self._job.repeat():
            panel.hold_promotion(True)
            Operation(sliced, self._session.open_workspace, panel.report).in_worker(short=True).success(
                self._show
            ).run(self._job)

    @Slot()
    def _handle_end(self) -> None:
        panel = self._panel()
        if panel is not None:
            panel.hold_promotion(False)

    @Slot(object)
    def _show(self, report: Report) -> None:
        panel = self._panel()
        if panel is not None and panel.report is not None and panel.report.name == report.name:
            shown, evaluated = ([model.version for model in one.models] for one in (panel.report, report))
            if shown == evaluated:
                panel.renew(report)
