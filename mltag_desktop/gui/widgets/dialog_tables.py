"""Small tables for dialogs, and helpers for the look of tables."""

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from mltag_desktop.gui.i18n import draw_record_text, mirrored
from mltag_desktop.gui.widgets.common import tip
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import GAP, Colours, Theme, ThemedPalette, icon_side, row_height, tabular

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.types import TagInfo

Index = QModelIndex | QPersistentModelIndex

_TIP: Final = 600
_DRAWN: Final = 1_000
"""Maximum number of drawn characters per cell; painting a text of megabytes would take seconds."""
NO_PARENT: Final = QModelIndex()
_SHARE: Final = 3
"""The stretched column gets at least this part of the width, a third, while text columns can give way."""
_LEAST_LETTERS: Final = 6
"""Number of letters that a text column keeps where the table is too narrow for its heading."""
_START: Final = 12
"""Pixels before the text of a line with two texts."""
_MARK: Final = 3
"""Width of the mark of the current row, in pixels."""


@dataclass(frozen=True)
class TableLine:
    """A row: its cell texts, the object that it represents, and whether it is bold or muted."""

    cells: tuple[str, ...]
    thing: Any = None
    bold: bool = False
    muted: bool = False
    tags: "tuple[TagInfo | None, ...]" = ()
    """The tag of each cell, whose symbol is drawn before the text."""
    words: str = ""
    """What the row says, as tooltip and for a screen reader; empty for the text of each cell."""
    tips: Mapping[int, str] = field(default_factory=dict)
    """Tooltips of cells that differ from their texts, by column."""
    edits: tuple[Any, ...] = ()
    """What is edited in each cell; None for one that cannot be edited."""
    checked: bool | None = None
    """Whether the check box in the first cell is checked; None for a row without one."""


@dataclass(frozen=True)
class ColumnHeading:
    """A column: its name, a sample text for its width (empty for the stretched column), and its alignment.

    In a narrow table an `optional` column is hidden, and one that `keeps` its width is not made narrower; a
    stretched one that `keeps` it gets what the others leave.
    """

    name: str
    sample: str = ""
    right: bool = False
    optional: bool = False
    keeps: bool = False
    shown: str = ""
    """What the header shows in place of the name, which may have two lines."""


class LineTableModel(QAbstractTableModel):
    """The model of a `LineTable`.

    Signals: `edited(row, column, value)` when a cell was edited, or the check box of a row was toggled.
    """

    edited = Signal(int, int, object)

    def __init__(self, theme: Theme, headings: Sequence[ColumnHeading]) -> None:
        super().__init__()
        self._theme = theme
        self.headings = tuple(headings)
        self.lines: tuple[TableLine, ...] = ()
        self._plain = tabular(QApplication.font())
        self._bold = tabular(QApplication.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show(self, lines: Sequence[TableLine], headings: Sequence[ColumnHeading] | None = None) -> None:
        """Replace the rows, and the headings if given."""
        self.beginResetModel()
        self.lines = tuple(lines)
        if headings is not None:
            self.headings = tuple(headings)
        self.endResetModel()

    def append(self, lines: Sequence[TableLine]) -> None:
        """Append rows."""
        if lines:
            at = len(self.lines)
            self.beginInsertRows(QModelIndex(), at, at + len(lines) - 1)
            self.lines = (*self.lines, *lines)
            self.endInsertRows()

    def replace(self, row: int, line: TableLine) -> None:
        """Replace a row."""
        self.lines = (*self.lines[:row], line, *self.lines[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.headings) - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headings):
            return None
        name = self.headings[section].name
        if role == Qt.ItemDataRole.DisplayRole:  # aligned with the padded cells
            shown = self.headings[section].shown or name
            return f"{shown} " if self.headings[section].right else f" {shown}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return name
        if role == Qt.ItemDataRole.InitialSortOrderRole and self.headings[section].right:
            return Qt.SortOrder.DescendingOrder
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        text = line.cells[column] if column < len(line.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_DRAWN].split())
        if role == Qt.ItemDataRole.EditRole:
            return line.edits[column] if column < len(line.edits) else None
        if role == Qt.ItemDataRole.CheckStateRole and column == 0 and line.checked is not None:
            return Qt.CheckState.Checked if line.checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            words = line.tips.get(column, line.words or text)
            return tip(words if len(words) <= _TIP else f"{words[:_TIP]}…")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.words or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return line.tips.get(column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(line.tags[column] if column < len(line.tags) else None)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if line.bold else self._plain
        if role == Qt.ItemDataRole.ForegroundRole and line.muted:
            return self._theme.colours.muted
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        if not index.isValid():
            return plain
        line, column = self.lines[index.row()], index.column()
        if column < len(line.edits) and line.edits[column] is not None:
            plain |= Qt.ItemFlag.ItemIsEditable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if line.checked is not None and not column else plain

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edited.emit(index.row(), index.column(), value)
        return True

    def _icon(self, tag: "TagInfo | None") -> QIcon | None:
        if tag is None:
            return None
        return sign_icon(tag, self._theme.colours, icon_side(QFontMetrics(self._plain)))

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.headings[section].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class PaddedDelegate(QStyledItemDelegate):
    """Draws a padded text, and marks the current row of a focused table."""

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
        sign = 0 if shown.icon.isNull() else shown.decorationSize.width()
        if shown.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            sign += shown.widget.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + GAP
        room = shown.rect.adjusted(GAP + sign, 0, -GAP, 0)
        painter.setFont(shown.font)
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        words = shown.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        draw_record_text(painter, room, shown.displayAlignment, words)


class LineTable(QTableView):
    """Shows `TableLine` rows; cells are edited on a double click or by F2.

    Signals: `chosen(thing)` when another row became current; `opened(thing)` on Return or a double click in a
    cell that is not edited; `edited(row, column, value)` when a cell was edited or a row checked.
    """

    chosen = Signal(object)
    opened = Signal(object)
    edited = Signal(int, int, object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        headings: Sequence[ColumnHeading],
        header: QHeaderView | None = None,
    ) -> None:
        """`header` replaces the usual header."""
        super().__init__()
        if header is not None:
            self.setHorizontalHeader(header)
        self.lines = LineTableModel(theme, headings)
        self.lines.setParent(self)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setItemDelegate(PaddedDelegate(theme, self))
        calm(self, theme, stretched=self._stretched())
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.lines.edited.connect(self.edited)
        self._fit_columns()
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.activated.connect(self._open)

    @property
    def current(self) -> Any:
        """The object of the current row, or None."""
        row = self.currentIndex().row()
        return self.lines.lines[row].thing if 0 <= row < len(self.lines.lines) else None

    def show_lines(self, lines: Sequence[TableLine], headings: Sequence[ColumnHeading] | None = None) -> None:
        """Replace the rows, and the headings if given; the current object stays current.

        If it is gone or in the first row, the row number stays current.
        """
        row, before = self.currentIndex().row(), self.current
        self.lines.show(lines, headings)
        if headings is not None:
            self._fit_columns()
        if row > 0 and before is not None:
            row = next((place for place, line in enumerate(lines) if line.thing == before), row)
        if lines:
            self.selectRow(min(max(row, 0), len(lines) - 1))
        self.chosen.emit(self.current)

    def _stretched(self) -> int:
        return next((n for n, one in enumerate(self.lines.headings) if not one.sample), 0)

    def _fit_columns(self) -> None:
        """Give each column the width of its sample; texts give way where the stretched column needs room."""
        headings, measure, room = self.lines.headings, self.fontMetrics(), self.viewport().width()
        least = [_least_width(one, measure, room) for one in headings]
        for n, one in reversed([*enumerate(headings)]):
            is_hidden = one.optional and sum(least) > room
            self.setColumnHidden(n, is_hidden)
            least[n] *= not is_hidden
        samples = {n: one.sample for n, one in enumerate(headings) if one.sample}
        kept = {n for n in samples if headings[n].right or headings[n].keeps}
        rest = room // _SHARE if any(not one.sample and not one.keeps for one in headings) else 0
        fit_columns(self, measure, samples, kept, rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self.lines.lines[index.row()].thing)


def calm(view: QTableView, theme: Theme, stretched: int = 0) -> None:
    """Set up a simple table, in which column `stretched` takes the remaining width."""
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side = icon_side(view.fontMetrics())
    view.setIconSize(QSize(side, side))
    vertical = view.verticalHeader()
    vertical.hide()
    vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    vertical.setDefaultSectionSize(row_height(view.fontMetrics()))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    quiet_selection(view, theme)
    show_focus(view, theme)


def fit_columns(
    view: QTableView,
    measure: QFontMetrics,
    samples: Mapping[int, str],
    kept: Container[int],
    rest: int = 0,
) -> None:
    """Give each column with a sample text its width; the others share what is left, at least `rest` pixels.

    Where too little is left, all columns lose half of their padding. Then columns that are not `kept` become
    narrower: to their headings, then to a few letters; at last, `kept` ones become narrower: to their
    samples, then to a few letters.
    """
    heading, room = view.model().headerData, view.viewport().width()
    shown = [n for n in range(view.model().columnCount()) if not view.isColumnHidden(n)]
    named = {n: _padded_width(heading(n, Qt.Orientation.Horizontal), measure) for n in shown}
    wide = {n: max(named[n], _padded_width(samples[n], measure)) for n in shown if n in samples}
    few = dict.fromkeys(named, measure.averageCharWidth() * _LEAST_LETTERS + 2 * GAP)
    filled = {n: measure.horizontalAdvance(samples[n]) + 2 * GAP for n in wide}
    whole = {n: max(named[n], filled[n] + 1) for n in wide}  # one more, since widths are rounded
    others = sum(named[n] for n in named if n not in wide)
    for least, needed, shrinks in (
        (whole, max(rest, others), True),
        (whole, max(rest, others), False),
        (named, max(rest, others), False),
        (few, others, False),
        (filled, max(2 * rest // 3, others), True),
        (few, others, True),
    ):
        missing = sum(wide.values()) + needed - room
        spare = {n: max(0, wide[n] - least[n]) for n in wide if (n in kept) == shrinks}
        if missing > 0 and any(spare.values()):
            part = min(1.0, missing / sum(spare.values()))
            wide |= {n: wide[n] - math.ceil(part * spare[n]) for n in spare}
    for column, width in wide.items():
        view.setColumnWidth(column, width)


def _least_width(heading: ColumnHeading, measure: QFontMetrics, room: int) -> int:
    """Return the width in pixels below which a column of a table `room` pixels wide is of no use."""
    named = _padded_width(heading.name, measure)
    if not heading.sample:
        return named if heading.keeps else max(named, room // (2 * _SHARE))
    return max(named, _padded_width(heading.sample, measure)) if heading.right or heading.keeps else named


def _padded_width(text: str, measure: QFontMetrics) -> int:
    return measure.horizontalAdvance(text) + 4 * GAP


def show_focus(area: QAbstractScrollArea, theme: Theme) -> None:
    """Frame `area` while it has the focus, which an empty table or a text without cursor would not show."""
    _Frame(area, theme)


def quiet_selection(view: QAbstractItemView, theme: Theme) -> None:
    """Use a selection colour on which symbols and chips stay readable."""
    role = QPalette.ColorRole
    ThemedPalette(view, theme, {role.Highlight: "selection", role.HighlightedText: "text"})


APART: Final = "    "
"""Separator between the two texts of an item that `TwoSidedDelegate` draws."""


class TwoSidedDelegate(QStyledItemDelegate):
    """Draws what is before `APART` at the start of a line and the rest, muted, at its end."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, metrics, place = self._theme.colours, option.fontMetrics, option.rect
        painter.fillRect(place, colours.base)
        if index.row() == self._view.currentIndex().row():
            draw_current(painter, place, colours)
        line = mirrored(painter, place, place.adjusted(_START, 0, -GAP, 0))
        text, _, words = str(index.data()).partition(APART)
        room = max(line.width() // 2, line.width() - metrics.horizontalAdvance(words) - 2 * GAP)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        left = line.width() - metrics.horizontalAdvance(text) - GAP
        painter.setPen(colours.text)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(colours.muted)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, row_height(option.fontMetrics))


def draw_current(painter: QPainter, line: QRect, colours: Colours) -> None:
    """Draw the background of the current row of a list."""
    painter.fillRect(line, colours.selection)
    draw_mark(painter, line, colours)


def draw_mark(painter: QPainter, line: QRect, colours: Colours) -> None:
    """Draw the accent at the leading edge of a row."""
    mark = QRect(line.topLeft(), QSize(_MARK, line.height()))
    painter.fillRect(mirrored(painter, line, mark), colours.accent)


def fit_height(view: QTableView, rows: int) -> None:
    """Make `view` as high as its header and `rows` rows."""
    frame = 2 * view.frameWidth()
    view.setFixedHeight(
        view.horizontalHeader().sizeHint().height() + row_height(view.fontMetrics()) * rows + frame
    )


class _Frame(QWidget):
    """A frame over the edge of an area, shown while the area has the focus."""

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._area = area
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)
        area.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isValid(self._area):  # a focused area loses the focus while it is destroyed
            return False
        kind = event.type()
        if kind == QEvent.Type.Show and watched is not self._area:
            QTimer.singleShot(0, self, self.raise_)  # the area raises its scroll bar after showing it
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.setGeometry(self._area.rect())
            self.setVisible(self._area.hasFocus())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colours.accent, 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
