"""The confusions of one model: the matrix as a table; for many tags the confused pairs come first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.evaluation.report_tables import confused_pairs, confusion_table
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import format_number, tr, tr_plural
from mltag_desktop.gui.report.metrics_table import ReportTable
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.dialog_tables import (
    NO_PARENT,
    Index,
    fit_height,
    show_focus,
)
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.tag_chip import draw_sign, elided_name
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, blend, row_height, tabular, widened

MOST_AT_ONCE: Final = 12
"""Number of tags up to which the matrix is shown without being asked for."""
_MOST_PAIRS: Final = 30
_PAIRS_ON_SCREEN: Final = 10
_MOST_SPOKEN: Final = 5
_SIGN: Final = 10
_LONGEST_NAME: Final = 170
"""Maximum length of a name beside or above the counts, in pixels."""
_WIDEST_CELL: Final = 100
_ROWS: Final = 12
"""Number of rows that are on screen without scrolling."""
_LIGHTEST: Final = 0.06
_EMPTY: Final = 0.02
"""Ink strength of a cell without rows."""
_DEEPEST: Final = {False: (0.45, 0.6), True: (0.3, 0.45)}
"""Ink strength of a cell with the whole row: (wrong, right) in the light and in the dark scheme."""
_HORIZONTAL: Final = Qt.Orientation.Horizontal


class ConfusionPanel(QWidget):
    """The confusions of one model.

    Signals: `clicked(true, answered)` with the tag indices of a cell or pair, when it is clickable.
    """

    clicked = Signal(int, int)

    def __init__(self, theme: Theme, tags: Sequence[TagInfo]) -> None:
        """Show the confusions of `tags`, in their order."""
        super().__init__()
        self._tags = tuple(tags)
        self._is_clickable = False
        self.has_many = len(self._tags) > MOST_AT_ONCE
        """Whether the pairs come first and the matrix is shown on demand, which takes the width of a page."""
        column = vbox(parent=self, margins=0, spacing=GAP)
        self.table = ConfusionTable(theme, tags)
        self.table.opened.connect(self._open)
        self.legend = MutedLabel(theme)
        self._place = {tag.name: place for place, tag in enumerate(tags)}
        names = {tag.name: tag for tag in tags}
        self.pairs = ReportTable(theme, confusion_table(()), names, stretched="tag")
        self.pairs.activated.connect(self._open_pair)
        self.pairs.clicked.connect(self._open_pair)
        self.whole = QPushButton(tr("Whole matrix"), self)
        self.whole.setCheckable(True)
        self.whole.setAutoDefault(False)
        self.tag_filter = QLineEdit(self, placeholderText=tr("Find a tag"))
        self.tag_filter.setAccessibleName(tr("Tags of the matrix"))
        self.tag_filter.setToolTip(tr("Show these tags, then the tags that are confused with them"))
        self.tag_filter.setClearButtonEnabled(True)
        self.tag_filter.textChanged.connect(self._show_matching)
        column.addWidget(self.pairs)
        column.addLayout(hbox(self.whole, self.tag_filter, (self.legend, 1), spacing=GAP))
        column.addWidget(self.table)
        self.pairs.setVisible(self.has_many)
        self.whole.setVisible(self.has_many)
        self.tag_filter.hide()
        for part in (self.tag_filter, self.legend, self.table):
            part.setVisible(part is not self.tag_filter and not self.has_many)
            self.whole.toggled.connect(part.setVisible)

    def show_model(self, name: str, figures: ModelFigures) -> None:
        """Show the confusions of `figures`, the metrics of the model `name`."""
        found = confused_pairs(figures).first(_MOST_PAIRS)
        self.table.show_counts(name, figures.confusion)
        words = [
            confusion_words(self._tags, int(str(count)), self._place[str(true)], self._place[str(predicted)])
            for _, true, predicted, count, _ in found.rows[:_MOST_SPOKEN]
        ]
        self.table.setAccessibleDescription("; ".join(words) or tr("No row has a wrong prediction."))
        self._show_matching()
        self.pairs.show_table(found)
        fit_height(self.pairs, min(len(found.rows), _PAIRS_ON_SCREEN))

    def set_clickable(self, on: bool) -> None:
        """Set whether a click on a cell or pair requests its rows."""
        self._is_clickable = on
        self.table.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    @Slot()
    def _show_matching(self) -> None:
        self.table.counts.show(self.tag_filter.text())
        shown, every = self.table.counts.columnCount(), len(self._tags)
        words = tr("Lines: true tags. Columns: predicted tags.")
        if shown < every:
            count = tr("{shown} of {count} tags", shown=format_number(shown), count=format_number(every))
            words = f"{count}. {words}"
        self.legend.setText(words)

    @Slot(object)
    def _open(self, pair: tuple[int, int]) -> None:
        if self._is_clickable:
            self.clicked.emit(*pair)

    @Slot()
    def _open_pair(self) -> None:
        if self.pairs.current is not None:
            true, predicted, *_ = self.pairs.current
            self._open((self._place[true], self._place[predicted]))


class ConfusionModel(QAbstractTableModel):
    """Counts of rows by true tag (rows) and predicted tag (columns), for all tags or some of them."""

    def __init__(self, theme: Theme, tags: Sequence[TagInfo]) -> None:
        super().__init__()
        self._theme, self.tags = theme, tuple(tags)
        self.counts: Sequence[Sequence[int]] = ()
        self._shown: tuple[int, ...] = ()

    def show(self, words: str = "") -> None:
        """Show the tags whose names hold all `words`, then the tags that are confused with these."""
        wanted, every = words.casefold().split(), range(len(self.counts))
        found = [at for at in every if all(word in self.tags[at].name.casefold() for word in wanted)]
        confused = {
            at: sum(self.counts[of][at] + self.counts[at][of] for of in found)
            for at in every
            if at not in found
        }
        others = sorted((at for at in confused if confused[at]), key=lambda at: (-confused[at], at))
        self.beginResetModel()
        self._shown = (*found, *others)
        self.endResetModel()

    def tag(self, section: int) -> TagInfo:
        """Return the tag of a row or column."""
        return self.tags[self._shown[section]]

    def cell(self, index: Index) -> tuple[int, int, int]:
        """Return the number of rows in a cell, and the places of its true and its predicted tag."""
        true, predicted = self._shown[index.row()], self._shown[index.column()]
        return self.counts[true][predicted], true, predicted

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return self.rowCount(parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        is_name = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.tag(section).name if is_name and 0 <= section < len(self._shown) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        count, true, predicted = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return format_number(count) if count else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return confusion_words(self.tags, count, true, predicted)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.BackgroundRole:
            colours, share = self._theme.colours, count / max(1, sum(self.counts[true]))
            if not count:
                return blend(colours.base, colours.text, _EMPTY)
            return cell_shade(colours, share, right=true == predicted)
        return None


def confusion_words(tags: Sequence[TagInfo], count: int, true: int, predicted: int) -> str:
    """Return what the `count` of a cell means."""
    if true == predicted:
        return tr_plural(
            "{n:,} row of {name} predicted correctly",
            "{n:,} rows of {name} predicted correctly",
            count,
            name=tags[true].name,
        )
    return tr_plural(
        "{n:,} row of {name} predicted as {answer}",
        "{n:,} rows of {name} predicted as {answer}",
        count,
        name=tags[true].name,
        answer=tags[predicted].name,
    )


class ConfusionTable(QTableView):
    """Shows a `ConfusionModel`; the names stay in place while the counts scroll.

    Signals: `opened((true, predicted))` with the places of two tags, on a click or Return in a filled cell.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, tags: Sequence[TagInfo]) -> None:
        super().__init__()
        self.counts = ConfusionModel(theme, tags)
        self.counts.setParent(self)
        self.setModel(self.counts)
        self.setFont(tabular(self.font()))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # charts are not mirrored
        self.setHorizontalHeader(_NameHeader(theme, self.counts, _HORIZONTAL, self))
        self.setVerticalHeader(_NameHeader(theme, self.counts, Qt.Orientation.Vertical, self))
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        corner = self.findChild(QAbstractButton)
        if corner is not None:  # its style draws a gradient
            cover = QWidget(autoFillBackground=True)
            cover.setBackgroundRole(QPalette.ColorRole.Base)
            vbox(cover, parent=corner, margins=0)
        self._least = row_height(self.fontMetrics())
        """The least width of a column, so that its largest count fits."""
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(self._least)
        show_focus(self, theme)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_counts(self, name: str, counts: Sequence[Sequence[int]]) -> None:
        """Show the confusion matrix of the model `name`."""
        self.counts.counts = counts
        self.counts.show()
        self.setAccessibleName(tr("Confusion matrix of {name}", name=name))
        most = format_number(max((count for line in counts for count in line), default=0))
        self._least = max(self._least, self.fontMetrics().horizontalAdvance(most) + GAP)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width among the columns, and be as high as the rows, at most twelve."""
        names = self.verticalHeader().sizeHint().width()
        room = (self.width() - names) // max(1, self.counts.columnCount())
        most = widened(_WIDEST_CELL, self.fontMetrics())
        self.horizontalHeader().setDefaultSectionSize(max(self._least, min(most, room)))
        lines = min(self.counts.rowCount(), _ROWS) * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height() if room < self._least else 0
        high = self.horizontalHeader().sizeHint().height() + lines + bar + 2 * self.frameWidth()
        if high != self.height():
            self.setFixedHeight(high)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        count, *pair = self.counts.cell(index)
        if count:
            self.opened.emit(tuple(pair))


class _NameHeader(QHeaderView):
    """A header with the symbols and names of the tags; above narrow columns, the names read upwards."""

    def __init__(self, theme: Theme, counts: ConfusionModel, side: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(side, parent)
        self._theme, self._counts, self._is_across = theme, counts, side == _HORIZONTAL
        measure = self.fontMetrics()
        self._side = widened(_SIGN, measure)
        longest = max((measure.horizontalAdvance(tag.name) for tag in counts.tags), default=0)
        self._length = min(longest, widened(_LONGEST_NAME, measure)) + self._side + UNIT + 2 * GAP
        """The length of the longest name with its symbol."""

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        if self._is_upright:
            return QSize(plain.width(), self._length)
        return plain if self._is_across else QSize(self._length, plain.height())

    @property
    def _is_upright(self) -> bool:
        return self._is_across and self._length > self.defaultSectionSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_across:
            rest = self.viewport().rect().adjusted(self.length(), 0, 0, 0)
            QPainter(self.viewport()).fillRect(rest, self._theme.colours.base)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours, tag = self._theme.colours, self._counts.tag(section)
        painter.save()
        painter.fillRect(rect, colours.base)
        sign = QRect(0, 0, self._side, self._side)
        if self._is_upright:
            sign.moveCenter(QPoint(rect.center().x(), rect.bottom() - GAP - self._side // 2))
        else:
            sign.moveCenter(QPoint(rect.left() + GAP + self._side // 2, rect.center().y()))
        draw_sign(painter, sign.toRectF(), tag.sign, colours.tag(tag.colour))
        if self._is_upright:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            rect = QRect(0, 0, rect.height(), rect.width())
        room = rect.adjusted(GAP + self._side + UNIT, 0, -GAP, 0)
        painter.setPen(colours.text)
        name = elided_name(tag.name, painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Leaves a line between the cells, and draws all of them alike."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(0, 0, -1, -1)
        option.state &= ~QStyle.StateFlag.State_MouseOver


def cell_shade(colours: Colours, share: float, *, right: bool) -> QColor:
    """Return the fill colour for a share of a row; text on it has a contrast of at least 4.5:1.

    Right cells have the accent colour, wrong ones that of the text.
    """
    deepest = _DEEPEST[colours.dark][right]
    ink = colours.accent if right else colours.text
    return blend(colours.base, ink, _LIGHTEST + (deepest - _LIGHTEST) * share)
