"""The confusion matrix of many tags as a table: the names stay in place while the counts scroll."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from mltag_desktop.core.evaluation.statistics.metrics import Figures
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import format_number, tr
from mltag_desktop.gui.report.confusion.confusion_matrix import cell_fill, cell_in_words
from mltag_desktop.gui.widgets.dialog_tables import NO_PARENT, Index, quiet_selection, show_focus
from mltag_desktop.gui.widgets.tag_chip import draw_sign, elided_name
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, tabular, widened

_SIGN: Final = 10
_LONGEST_NAME: Final = 170
"""Maximum length of a name beside or above the counts, in pixels."""
_ROWS: Final = 12
"""Number of rows that are on screen without scrolling."""
_HORIZONTAL: Final = Qt.Orientation.Horizontal


class ConfusionModel(QAbstractTableModel):
    """Counts of rows by true tag (rows) and predicted tag (columns), for all tags or some of them."""

    def __init__(self, tags: Sequence[TagInfo]) -> None:
        super().__init__()
        self.tags = tuple(tags)
        self._counts: tuple[tuple[int, ...], ...] = ()
        self._totals: tuple[int, ...] = ()
        self._shown: tuple[int, ...] = ()

    def show_counts(self, counts: Sequence[Sequence[int]]) -> None:
        """Replace the counts, and show all tags."""
        self.beginResetModel()
        self._counts = tuple(tuple(line) for line in counts)
        self._totals = tuple(sum(line) for line in self._counts)
        self._shown = tuple(range(len(self._counts)))
        self.endResetModel()

    def show_matching(self, words: str) -> None:
        """Show the tags whose names hold all `words`, then the tags that are confused with these."""
        wanted = words.casefold().split()
        every = range(len(self._counts))
        found = [at for at in every if all(word in self.tags[at].name.casefold() for word in wanted)]
        confused = Counter[int]()
        for at in set(every).difference(found):
            confused[at] = sum(self._counts[of][at] + self._counts[at][of] for of in found)
        others = sorted((at for at in confused if confused[at]), key=lambda at: (-confused[at], at))
        self.beginResetModel()
        self._shown = (*found, *others)
        self.endResetModel()

    def tag(self, section: int) -> TagInfo:
        """Return the tag of a row or column."""
        return self.tags[self._shown[section]]

    def pair(self, index: Index) -> tuple[int, int]:
        """Return the places of the true and the predicted tag of a cell."""
        return self._shown[index.row()], self._shown[index.column()]

    def count(self, index: Index) -> int:
        """Return the number of rows in a cell."""
        true, predicted = self.pair(index)
        return self._counts[true][predicted]

    def share(self, index: Index) -> float:
        """Return the part of the rows with the true tag that a cell holds."""
        return self.count(index) / max(1, self._totals[self._shown[index.row()]])

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if not 0 <= section < len(self._shown):
            return None
        return (
            self.tag(section).name
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            else None
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            count = self.count(index)
            return format_number(count) if count else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell_in_words(self.tags, self.count(index), *self.pair(index))
        return None


class ConfusionTable(QTableView):
    """Shows a `ConfusionModel`.

    Signals: `opened((true, predicted))` with the places of two tags, on a click or Return in a filled cell.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, tags: Sequence[TagInfo]) -> None:
        super().__init__()
        self._counts = ConfusionModel(tags)
        self._counts.setParent(self)
        self.setModel(self._counts)
        self.setFont(tabular(self.font()))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # charts are not mirrored
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setHorizontalHeader(_NameHeader(theme, self._counts, _HORIZONTAL, self))
        self.setVerticalHeader(_NameHeader(theme, self._counts, Qt.Orientation.Vertical, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(row_height(self.fontMetrics()))
        quiet_selection(self, theme)
        show_focus(self, theme)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_model(self, name: str, figures: Figures) -> None:
        """Show the confusion matrix of `figures`, the metrics of the model `name`."""
        self.setAccessibleName(tr("Confusion matrix of {name}", name=name))
        self._counts.show_counts(figures.confusion)
        most = max((count for line in figures.confusion for count in line), default=0)
        widest = self.fontMetrics().horizontalAdvance(format_number(most))
        side = max(row_height(self.fontMetrics()), widest + GAP)
        self.horizontalHeader().setDefaultSectionSize(side)
        self._fit()

    def show_matching(self, words: str) -> None:
        """Show the tags whose names hold all `words`, then the tags that are confused with these."""
        self._counts.show_matching(words)

    def _fit(self) -> None:
        lines = min(self._counts.rowCount(), _ROWS) * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        high = self.horizontalHeader().sizeHint().height() + lines + bar + 2 * self.frameWidth()
        self.setFixedHeight(high)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if self._counts.count(index):
            self.opened.emit(self._counts.pair(index))


class _NameHeader(QHeaderView):
    """A header with the symbols and names of the tags; above the columns, the names read upwards."""

    def __init__(self, theme: Theme, model: ConfusionModel, side: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(side, parent)
        self._theme = theme
        self._counts = model
        self._longest: tuple[str, int] = ("", 0)
        """The font and the width of the longest name in it, measured once."""

    def sizeHint(self) -> QSize:
        measure = QFontMetrics(self.font())
        if self._longest[0] != (font := self.font().key()):
            widths = (measure.horizontalAdvance(tag.name) for tag in self._counts.tags)
            self._longest = font, max(widths, default=0)
        names = min(self._longest[1], widened(_LONGEST_NAME, measure))
        length = names + widened(_SIGN, measure) + UNIT + 2 * GAP
        plain = super().sizeHint()
        if self.orientation() == _HORIZONTAL:
            return QSize(plain.width(), length)
        return QSize(length, plain.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours, tag = self._theme.colours, self._counts.tag(section)
        side = widened(_SIGN, painter.fontMetrics())
        sign = QRect(0, 0, side, side)
        is_upright = self.orientation() == _HORIZONTAL
        painter.save()
        painter.fillRect(rect, colours.base)
        if is_upright:
            sign.moveCenter(QPoint(rect.center().x(), rect.bottom() - GAP - side // 2))
        else:
            sign.moveCenter(QPoint(rect.left() + GAP + side // 2, rect.center().y()))
        draw_sign(painter, sign.toRectF(), tag.sign, colours.tag(tag.colour))
        line = rect
        if is_upright:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            line = QRect(0, 0, rect.height(), rect.width())
        room = line.adjusted(GAP + side + UNIT, 0, -GAP, 0)
        name = elided_name(tag.name, painter.fontMetrics(), room.width())
        painter.setPen(colours.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Draws a count on a shade of its share of the row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ConfusionModel):
            return
        colours = self._theme.colours
        count = model.count(index)
        true, predicted = model.pair(index)
        inner = option.rect.adjusted(0, 0, -1, -1)
        painter.save()
        painter.fillRect(inner, cell_fill(colours, count, model.share(index), right=true == predicted))
        painter.setPen(colours.text)
        painter.setFont(option.font)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        view = self.parent()
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(colours.accent)
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
        painter.restore()
