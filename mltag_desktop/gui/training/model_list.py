"""The list of all models of the workspace, with the active one emphasised."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.models.model_store import BUNDLED
from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.gui.i18n.translation import format_number, tr, translate_core_message
from mltag_desktop.gui.widgets.common import local_time
from mltag_desktop.gui.widgets.dialog_tables import (
    NO_PARENT,
    HeadingTableModel,
    Index,
    PaddedDelegate,
    calm,
    fit_columns,
    wanted_width,
)
from mltag_desktop.gui.widgets.theme import GAP, ROW, Theme, tabular

_STATE: Final = 1
_ORIGIN: Final = 2
_CREATED: Final = 3
_F1: Final = 4
_SIZE: Final = 5
_NOTE: Final = 6
_TEXTS: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class ModelListModel(HeadingTableModel):
    """Adapts the models, newest first.

    Signals: `noted(version, words)` when a note was edited.
    """

    noted = Signal(str, str)

    HEADINGS = (
        tr("Model"),
        tr("State"),
        tr("Trained on"),
        tr("Created"),
        "F1",
        tr("Size"),
        tr("Note"),
    )
    FIGURES = (_F1, _SIZE)

    def __init__(self) -> None:
        super().__init__()
        self._models: tuple[ModelInfo, ...] = ()
        self._sizes: Mapping[str, int] = {}
        self._notes: Mapping[str, str] = {}
        self.can_note = True
        """Whether notes can be edited."""
        self._figures = tabular(QApplication.font())
        self.bold = tabular(QApplication.font())
        """Font of the active model."""
        self.bold.setWeight(QFont.Weight.DemiBold)

    def show(self, models: Sequence[ModelInfo], sizes: Mapping[str, int], notes: Mapping[str, str]) -> None:
        """Show `models`, given oldest first, with their sizes in bytes and their notes."""
        self.beginResetModel()
        self._sizes, self._notes = sizes, notes
        self._models = tuple(reversed(models))
        self.endResetModel()

    def at(self, row: int) -> ModelInfo | None:
        """Return the model in `row`, or None."""
        return self._models[row] if 0 <= row < len(self._models) else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._models)

    def can_edit(self, column: int) -> bool:
        return column == _NOTE and self.can_note

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != _NOTE:
            return False
        version, words = self._models[index.row()].version, " ".join(str(value).split())
        if words != self._notes.get(version, ""):
            self._notes = {**self._notes, version: words}
            self.dataChanged.emit(index, index)
            self.noted.emit(version, words)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        model, column = self._models[index.row()], index.column()
        if column == _NOTE and role in _TEXTS:
            return self._notes.get(model.version, "")
        if column == _SIZE and role in _TEXTS:
            return size_words(self._sizes.get(model.version))
        if column == _F1 and role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return _measured_on(model)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(model, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(column)
        if role == Qt.ItemDataRole.FontRole:
            return self.bold if model.active else self._figures
        return None


class ModelListTable(QTableView):
    """Shows the models of the workspace.

    Signals: `chosen(ModelInfo or None)` when another model is selected; `opened(ModelInfo)` on a double click
    or Return; `noted(version, words)` when a note was edited, by double click or F2.
    """

    chosen = Signal(object)
    opened = Signal(object)
    noted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = ModelListModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setAccessibleName(tr("Models"))
        self.setItemDelegate(PaddedDelegate(theme, self))
        calm(self, theme, stretched=_NOTE)
        edit = QAbstractItemView.EditTrigger
        self.setEditTriggers(edit.DoubleClicked | edit.EditKeyPressed)
        self._model.noted.connect(self.noted)
        self._model.modelReset.connect(self._fit)
        self._model.dataChanged.connect(self._fit)
        measure = QFontMetrics(self._model.bold)
        origins = (
            translate_core_message(message("bundled + {count:,} records", count=1_000)),
            translate_core_message(BUNDLED),
        )
        self._samples = {
            0: "0123456789",
            _ORIGIN: max(origins, key=measure.horizontalAdvance),
            _CREATED: "2026-00-00 00:00",
            _F1: "0.000",
            _SIZE: "00.0 MB",
        }
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 4 * ROW + 2)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.activated.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        measure = QFontMetrics(self._model.bold)
        shown = (self._model.index(row, _STATE).data() for row in range(self._model.rowCount()))
        widest = max(tr("✓ Active"), *shown, key=measure.horizontalAdvance)
        samples = {**self._samples, _STATE: widest}
        kept, room = set(samples), self.viewport().width()
        self.setColumnHidden(_SIZE, False)
        if wanted_width(self, measure, samples) > room:
            self.setColumnHidden(_SIZE, True)
            del samples[_SIZE]
            if wanted_width(self, measure, samples) - 2 * GAP * len(samples) > room:
                samples[_CREATED] = "2026-00-00…"
                kept.remove(_ORIGIN)
        fit_columns(self, measure, samples, kept)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colours.muted)
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("There are no models yet.")
            )
            painter.end()

    @property
    def current(self) -> ModelInfo | None:
        """The selected model."""
        return self._model.at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    @property
    def models(self) -> tuple[ModelInfo, ...]:
        """The models, oldest first."""
        shown = (self._model.at(row) for row in reversed(range(self._model.rowCount())))
        return tuple(model for model in shown if model is not None)

    def set_can_note(self, *, on: bool) -> None:
        """Set whether notes can be edited."""
        self._model.can_note = on

    def show_models(
        self,
        models: Sequence[ModelInfo],
        sizes: Mapping[str, int] = MappingProxyType({}),
        notes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show `models`, given oldest first; the selection stays on its model, or moves to a new one."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # a note is being edited; the list is updated with the next change
        shown = (self._model.at(row) for row in range(self._model.rowCount()))
        before = [model.version for model in shown if model is not None]
        fresh = [model.version for model in models if model.version not in before]
        selected = self.current.version if self.current else None
        if before and fresh:
            selected = fresh[-1]
        self._model.show(models, sizes, notes)
        versions = [model.version for model in reversed(models)]
        if versions:
            self.selectRow(versions.index(selected) if selected in versions else 0)
        self.chosen.emit(self.current)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.column() == _NOTE:
            return
        self.opened.emit(self._model.at(index.row()))


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


def _text(model: ModelInfo, column: int) -> str:
    return (
        model.version,
        state_in_words(model),
        translate_core_message(model.trained_on)
        or (tr("the bundled training data") if model.bundled else ""),
        local_time(model.created) if model.created else "–",
        "–" if model.f1 is None else format_number(model.f1, ".3f"),
    )[column]


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
