"""The list of all models of the workspace, with the active one emphasised."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.models.model_store import BUNDLED
from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.gui.i18n import format_number, tr, translate_core_message
from mltag_desktop.gui.widgets.common import local_time
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.theme import ROW, Theme

_F1: Final = 4
_NOTE: Final = 6
_ORIGINS: Final = (message("bundled + {count:,} records", count=1_000), BUNDLED)
_HEADINGS: Final = (
    ColumnHeading(tr("Model"), "0123456789", keeps=True),
    ColumnHeading(tr("State"), tr("✓ Active"), keeps=True),
    ColumnHeading(tr("Trained on"), max(map(translate_core_message, _ORIGINS), key=len)),
    ColumnHeading(tr("Created"), "2026-00-00 00:00", keeps=True),
    ColumnHeading("F1", "0.000", right=True),
    ColumnHeading(tr("Size"), "00.0 MB", right=True, optional=True),
    ColumnHeading(tr("Note"), keeps=True),
)


class ModelListTable(LineTable):
    """Shows the models of the workspace, newest first.

    Signals: `noted(version, words)` when a note was edited, by double click or F2.
    """

    noted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Models"), _HEADINGS)
        self._theme = theme
        self.models: tuple[ModelInfo, ...] = ()
        """The models, oldest first."""
        self._sizes: Mapping[str, int] = {}
        self._notes: Mapping[str, str] = {}
        self._can_note = True
        self.edited.connect(self._note)
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 4 * ROW + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.models:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colours.muted)
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("There are no models yet.")
            )
            painter.end()

    def show_models(
        self,
        models: Sequence[ModelInfo],
        sizes: Mapping[str, int],
        notes: Mapping[str, str],
        *,
        can_note: bool,
    ) -> None:
        """Show `models`, given oldest first; the selection stays on its model, or moves to a new one.

        `can_note` says whether notes can be edited.
        """
        if self.state() == QAbstractItemView.State.EditingState:
            return  # a note is being edited; the list is updated with the next change
        before = [model.version for model in self.models]
        fresh = [model.version for model in models if model.version not in before]
        selected = self.current.version if self.current else ""
        if before and fresh:
            selected = fresh[-1]
        self.models, self._sizes, self._notes = tuple(models), sizes, notes
        self._can_note = can_note
        lines = [self._line(model) for model in reversed(self.models)]
        self.lines.show(lines)
        versions = [line.thing.version for line in lines]
        if versions:
            self.selectRow(versions.index(selected) if selected in versions else 0)
        self.chosen.emit(self.current)

    def _line(self, model: ModelInfo) -> TableLine:
        note = self._notes.get(model.version, "")
        trained_on = translate_core_message(model.trained_on)
        cells = (
            model.version,
            state_in_words(model),
            trained_on or (tr("the bundled training data") if model.bundled else ""),
            local_time(model.created) if model.created else "–",
            "–" if model.f1 is None else format_number(model.f1, ".3f"),
            size_words(self._sizes.get(model.version)),
            note,
        )
        edits = (*[None] * _NOTE, note) if self._can_note else ()
        return TableLine(cells, model, bold=model.active, tips={_F1: _measured_on(model)}, edits=edits)

    @Slot(int, int, object)
    def _note(self, row: int, _column: int, value: str) -> None:
        version, words = self.lines.lines[row].thing.version, " ".join(str(value).split())
        if words != self._notes.get(version, ""):
            self._notes = {**self._notes, version: words}
            self.lines.replace(row, self._line(self.lines.lines[row].thing))
            self.noted.emit(version, words)


def size_words(size: int | None) -> str:
    """Format the size of a model; the bundled model takes no space in a workspace."""
    return "–" if size is None else tr("{size:.1f} MB", size=size / 1_000_000)


def state_in_words(model: ModelInfo) -> str:
    """Return the state of a model as text."""
    if model.active:
        return tr("✓ Active")
    if model.candidate:
        return tr("Candidate")
    return tr("Bundled") if model.bundled else tr("Earlier")


def _measured_on(model: ModelInfo) -> str:
    """Return the F1 on each set of rows, one a line; empty without a report."""
    if model.report is None:
        return ""
    report = Report.from_json(model.report)
    reports: tuple[Report, ...] = (report, *report.others)
    return "\n".join(
        tr(
            "F1 {f1:.3f}: {rows} ({n:,})",
            f1=each.models[-1].f1,
            rows=translate_core_message(each.rows_in_words),
            n=each.rows,
        )
        for each in reports
        if each.models
    )
