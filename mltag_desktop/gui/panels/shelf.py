"""The model shelf: every model of the document, which one is in force, and the way back."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.gui.panels.calm import calm
from mltag_desktop.gui.panels.parts import local_time
from mltag_desktop.gui.theme import GAP, ROW, Theme, tabular
from mltag_desktop.gui.words import figure, said, tr

Index = QModelIndex | QPersistentModelIndex

HEADINGS: Final = (tr("Model"), tr("State"), tr("Trained on"), tr("Created"), "F1")
_F1: Final = 4
_NO_PARENT: Final = QModelIndex()


class ShelfModel(QAbstractTableModel):
    """Adapts the shelf, the newest model first."""

    def __init__(self) -> None:
        super().__init__()
        self._models: tuple[ModelInfo, ...] = ()
        self._figures = tabular(QApplication.font())
        self._bold = tabular(QApplication.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show(self, models: Sequence[ModelInfo]) -> None:
        """Show `models`, given oldest first."""
        self.beginResetModel()
        self._models = tuple(reversed(models))
        self.endResetModel()

    def at(self, row: int) -> ModelInfo | None:
        """Return the model in `row`."""
        return self._models[row] if 0 <= row < len(self._models) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._models)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        model, column = self._models[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(model, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if model.promoted else self._figures
        return None


class ShelfTable(QTableView):
    """Shows the shelf.

    Signals: `chosen(ModelInfo or None)` when another model is selected; `opened(ModelInfo)` on a double
    click or Return.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = ShelfModel()
        self._shelf.setParent(self)
        self.setModel(self._shelf)
        self.setAccessibleName(tr("Models"))
        calm(self, theme, stretched=2)
        measure = self.fontMetrics()
        for column, sample in enumerate(
            ("0123456789", max(tr("Candidate"), tr("✓ In force"), key=len), "", "2026-00-00 00:00", "0.000")
        ):
            self.setColumnWidth(column, measure.horizontalAdvance(sample) + 3 * GAP)
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 4 * ROW + 2)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.activated.connect(self._open)

    @property
    def current(self) -> ModelInfo | None:
        """The selected model."""
        return self._shelf.at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def show_models(self, models: Sequence[ModelInfo]) -> None:
        """Show `models`, given oldest first; the selection stays on its model, or goes to a new one."""
        shown = (self._shelf.at(row) for row in range(self._shelf.rowCount()))
        before = [model.version for model in shown if model is not None]
        fresh = [model.version for model in models if model.version not in before]
        kept = self.current.version if self.current else None
        if before and fresh:
            kept = fresh[-1]
        self._shelf.show(models)
        versions = [model.version for model in reversed(models)]
        if versions:
            self.selectRow(versions.index(kept) if kept in versions else 0)
        self.chosen.emit(self.current)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._shelf.at(index.row()))


def state_in_words(model: ModelInfo) -> str:
    """Say where a model stands."""
    if model.promoted:
        return tr("✓ In force")
    if model.candidate:
        return tr("Candidate")
    return tr("Bundled") if model.bundled else tr("Earlier")


def _text(model: ModelInfo, column: int) -> str:
    return (
        model.version,
        state_in_words(model),
        said(model.trained_on) or (tr("the program's own rows") if model.bundled else ""),
        local_time(model.created) if model.created else "",
        "" if model.f1 is None else figure(model.f1, ".3f"),
    )[column]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == _F1 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
