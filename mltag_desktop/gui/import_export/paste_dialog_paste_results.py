"""The table of texts that were tagged: record, tag as a chip, confidence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.text_direction import mirrored
from mltag_desktop.gui.i18n.translation import confidence_words, tr
from mltag_desktop.gui.import_export.pasted_text import Tagged
from mltag_desktop.gui.widgets.common import infos_of, tip
from mltag_desktop.gui.widgets.tables import PaddedDelegate
from mltag_desktop.gui.widgets.tables_calm import calm
from mltag_desktop.gui.widgets.tables_headed import NO_PARENT, HeadedModel, Index
from mltag_desktop.gui.widgets.tag_chip import ChipState, draw_chip
from mltag_desktop.gui.widgets.theme import GAP, Theme, tabular, widened


class ResultsModel(HeadedModel):
    """Adapts tagged texts: text, tag, confidence."""

    HEADINGS = (tr("Record"), tr("Tag"), tr("Conf."))
    FIGURES = (2,)

    def __init__(self) -> None:
        super().__init__()
        self._tagged: Tagged | None = None

    def show(self, tagged: Tagged | None) -> None:
        """Show `tagged`."""
        self.beginResetModel()
        self._tagged = tagged
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or self._tagged is None else len(self._tagged.texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._tagged is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return tip(self._tagged.texts[index.row()][:1000])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return self._tagged.texts[index.row()][:300]
        tag, confidence = self._tagged.best(index.row())
        return tag if index.column() == 1 else confidence_words(confidence)


class ResultsTable(QTableView):
    """Shows tagged texts; `row_chosen(row)` when another is selected."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = ResultsModel()
        self._results.setParent(self)
        self._chips = ChipDelegate(theme, self)
        self.setModel(self._results)
        self.setItemDelegate(PaddedDelegate(theme, self))
        self.setItemDelegateForColumn(1, self._chips)
        self.setFont(tabular(self.font()))
        self.setAccessibleName(tr("Tags of the records"))
        calm(self, theme)
        self.setColumnWidth(1, widened(112, self.fontMetrics()))
        self.setColumnWidth(2, self.fontMetrics().horizontalAdvance(tr("Conf.")) + 4 * GAP)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_tagged(self, tagged: Tagged | None, tags: Sequence[TagInfo]) -> None:
        """Show `tagged`, with `tags` drawn as elsewhere."""
        self._chips.tags = infos_of(tagged.tags if tagged else (), tags)
        self._results.show(tagged)

    def select(self, row: int) -> None:
        """Select a row, and tell of it even when it was selected before."""
        self.selectRow(row)
        self.row_chosen.emit(row)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.row())


class ChipDelegate(QStyledItemDelegate):
    """Draws a predicted tag as an outlined chip."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tags = infos_of((), ())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tag = self.tags.get(str(index.data()))
        if tag is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        whole = QRectF(option.rect)
        place = mirrored(painter, whole, whole.adjusted(GAP // 2, 0, -GAP, 0))
        draw_chip(painter, place, tag, ChipState.PREDICTED, self._theme.colours)
