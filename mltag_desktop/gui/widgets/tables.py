"""A small read-only table of texts, for lists that are shown beside the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mltag_desktop.gui.i18n.text_direction import draw_record_text
from mltag_desktop.gui.widgets.common import tip
from mltag_desktop.gui.widgets.tables_calm import calm, draw_mark
from mltag_desktop.gui.widgets.theme import GAP, Theme, tabular

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT: Final = QModelIndex()
_TIP: Final = 600
_DRAWN: Final = 1_000
"""Characters of a cell that are drawn at most: of a text of megabytes each paint would take seconds."""


@dataclass(frozen=True)
class Line:
    """The texts of one row, what it stands for, and whether it is drawn bold or muted."""

    cells: tuple[str, ...]
    thing: Any = None
    bold: bool = False
    muted: bool = False


@dataclass(frozen=True)
class Heading:
    """A column: its name, a text as wide as it is to be (empty for the one that stretches), figures right."""

    name: str
    sample: str = ""
    right: bool = False


class LinesModel(QAbstractTableModel):
    """Adapts lines."""

    def __init__(self, theme: Theme, headings: Sequence[Heading]) -> None:
        super().__init__()
        self._theme = theme
        self.headings = tuple(headings)
        self.lines: tuple[Line, ...] = ()
        self._plain = tabular(QApplication.font())
        self._bold = tabular(QApplication.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show(self, lines: Sequence[Line], headings: Sequence[Heading] | None = None) -> None:
        """Show other lines, below other headings where some are given."""
        self.beginResetModel()
        self.lines = tuple(lines)
        if headings is not None:
            self.headings = tuple(headings)
        self.endResetModel()

    def append(self, lines: Sequence[Line]) -> None:
        """Show more lines below."""
        if lines:
            at = len(self.lines)
            self.beginInsertRows(QModelIndex(), at, at + len(lines) - 1)
            self.lines = (*self.lines, *lines)
            self.endInsertRows()

    def replace(self, row: int, line: Line) -> None:
        """Show another line in the place of one."""
        self.lines = (*self.lines[:row], line, *self.lines[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.headings) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headings):
            return None
        name = self.headings[section].name
        if role == Qt.ItemDataRole.DisplayRole:  # with the room that the cells have
            return f"{name} " if self.headings[section].right else f" {name}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return name
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        text = line.cells[column] if column < len(line.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_DRAWN].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(text if len(text) <= _TIP else f"{text[:_TIP]}…")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if line.bold else self._plain
        if role == Qt.ItemDataRole.ForegroundRole and line.muted:
            return self._theme.colours.muted
        return None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.headings[section].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class PaddedDelegate(QStyledItemDelegate):
    """Draws a text with room on both sides, and marks the current row of a table that has the focus."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        focused = bool(shown.state & QStyle.StateFlag.State_Active) and shown.widget.hasFocus()
        selected = bool(shown.state & QStyle.StateFlag.State_Selected)
        shown.state &= ~QStyle.StateFlag.State_HasFocus
        shown.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        if focused and selected and index.column() == 0:
            draw_mark(painter, shown.rect, self._theme.colours)
        room = shown.rect.adjusted(GAP, 0, -GAP, 0)
        painter.setFont(shown.font)
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        words = shown.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        draw_record_text(painter, room, shown.displayAlignment, words)


class LinesTable(QTableView):
    """Shows lines.

    Signals: `chosen(thing)` for another current line; `opened(thing)` on Return or a double click.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, theme: Theme, name: str, headings: Sequence[Heading], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lines = LinesModel(theme, headings)
        self.lines.setParent(self)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setItemDelegate(PaddedDelegate(theme, self))
        calm(self, theme, stretched=self._stretched())
        self._fit_columns()
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.activated.connect(self._open)

    @property
    def current(self) -> Any:
        """What the current line stands for, None where none is."""
        row = self.currentIndex().row()
        return self.lines.lines[row].thing if 0 <= row < len(self.lines.lines) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show `lines`; what the current one stands for stays current, else its place as far as there is one.

        At the first line one looks at whatever stands there.
        """
        row, before = self.currentIndex().row(), self.current
        self.lines.show(lines)
        if row > 0 and before is not None:
            row = next((place for place, line in enumerate(lines) if line.thing == before), row)
        if lines:
            self.selectRow(min(max(row, 0), len(lines) - 1))
        self.chosen.emit(self.current)

    def _stretched(self) -> int:
        return next((n for n, one in enumerate(self.lines.headings) if not one.sample), 0)

    def _fit_columns(self) -> None:
        measure = self.fontMetrics()
        for column, one in enumerate(self.lines.headings):
            if one.sample:
                widest = max(measure.horizontalAdvance(text) for text in (one.sample, one.name))
                self.setColumnWidth(column, widest + 4 * GAP)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.lines.lines[index.row()].thing)
