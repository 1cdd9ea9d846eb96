"""The rows that the candidate answers otherwise; a click on one of the table's shows its record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from mltag_desktop.core.evaluation.prediction_changes import Flip, Flips
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import confidence_words, tr
from mltag_desktop.gui.widgets.common import tip
from mltag_desktop.gui.widgets.tables_calm import calm
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import GAP, Theme, tabular

Index = QModelIndex | QPersistentModelIndex
Texts = Callable[[Sequence[int]], Sequence[str]]

_PAGE: Final = 32
_NO_PARENT: Final = QModelIndex()


class FlipsModel(QAbstractTableModel):
    """Adapts flips; the texts of a page are asked for when it is shown."""

    def __init__(
        self, theme: Theme, flips: Flips, tags: Mapping[str, TagInfo], texts: Texts | None = None
    ) -> None:
        """Show `flips`; `texts` gives the records' texts for row ids, where there are any."""
        super().__init__()
        self._theme = theme
        self._all = self._shown = flips.shown
        self._tags = tags
        self._texts = texts
        self._pages: dict[int, Sequence[str]] = {}
        self._has_truth = any(flip.truth is not None for flip in flips.shown)
        self._figures = tabular(QApplication.font())
        self._icons: dict[str, QIcon] = {}
        theme.changed.connect(self._icons.clear)

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns, by name."""
        return (
            tr("Record"),
            tr("Current"),
            tr("Candidate"),
            *((tr("True tag"),) if self._has_truth else ()),
            tr("Conf."),
        )

    def show_direction(self, before: str = "", after: str = "") -> None:
        """Show the flips from one tag to another alone; all for none."""
        self.beginResetModel()
        self._shown = tuple(
            flip for flip in self._all if not before or (flip.before, flip.after) == (before, after)
        )
        self._pages.clear()
        self.endResetModel()

    def flip(self, row: int) -> Flip:
        """Return the flip in `row`."""
        return self._shown[row]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        flip, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), flip, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(self._tag_of(flip, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._figures
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._in_words(index.row(), flip, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(index.row(), flip, column)
        return None

    def _text(self, row: int, flip: Flip, column: int) -> str:
        if column == 0:
            return " ".join(self._record_text(row).split()) or flip.reference
        if column == len(self.headings) - 1:
            return confidence_words(flip.confidence_after)
        name = self._tag_of(flip, column) or ""
        short = self._tags[name].short if name in self._tags else name
        return f"{short} {_judged(flip, name)}".rstrip() if column < 3 else short

    def _tag_of(self, flip: Flip, column: int) -> str | None:
        """Return the tag in a column, None where there is none."""
        return {1: flip.before, 2: flip.after, 3: flip.truth}.get(column)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        last = column == len(self.headings) - 1
        side = Qt.AlignmentFlag.AlignRight if last else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _icon(self, name: str | None) -> QIcon | None:
        if name is None or name not in self._tags:
            return None
        if name not in self._icons:
            self._icons[name] = sign_icon(self._tags[name], self._theme.colours)
        return self._icons[name]

    def _record_text(self, row: int) -> str:
        if self._texts is None:
            return ""
        page, place = divmod(row, _PAGE)
        if page not in self._pages:
            part = self._shown[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = self._texts([flip.row for flip in part])
        return self._pages[page][place]

    def _in_words(self, row: int, flip: Flip, column: int) -> str:
        if column == 0:
            return tr(
                "Record {reference}. {text}",
                reference=flip.reference,
                text=self._record_text(row)[:400],
            ).strip()
        words = tr(
            "Record {reference}: {before} ({confidence_before}) changes to {after} ({confidence_after})",
            reference=flip.reference,
            before=flip.before,
            confidence_before=confidence_words(flip.confidence_before),
            after=flip.after,
            confidence_after=confidence_words(flip.confidence_after),
        )
        return tr("{words}; true tag: {truth}", words=words, truth=flip.truth) if flip.truth else words


class FlipsTable(QTableView):
    """Shows flips; `record_requested(row)` is emitted for a clicked or entered record of the table.

    `chosen(Flip)` is emitted for the current one.
    """

    record_requested = Signal(int)
    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        flips: Flips,
        tags: Mapping[str, TagInfo],
        texts: Texts | None = None,
        *,
        clickable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flips = FlipsModel(theme, flips, tags, texts)
        self._flips.setParent(self)
        self.setModel(self._flips)
        calm(self, theme)
        self._set_widths(tags)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._ask)
            self.activated.connect(self._ask)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_direction(self, before: str = "", after: str = "") -> None:
        """Show the flips from one tag to another alone; all for none."""
        self._flips.show_direction(before, after)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._flips.flip(index.row()))

    def _set_widths(self, tags: Mapping[str, TagInfo]) -> None:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(tag.short) for tag in tags.values()), default=60)
        tag_width = min(132, widest + metrics.horizontalAdvance(" ✓") + 16 + 2 * GAP)
        last = self._flips.columnCount() - 1
        for column in range(1, last):
            heading = metrics.horizontalAdvance(self._flips.headings[column]) + 3 * GAP
            self.setColumnWidth(column, max(tag_width, heading))
        self.setColumnWidth(last, metrics.horizontalAdvance(tr("Conf.")) + 3 * GAP)

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self.record_requested.emit(self._flips.flip(index.row()).row)


def _judged(flip: Flip, answer: str) -> str:
    """Mark a model's answer as right or wrong, where the truth is known."""
    if flip.truth is None:
        return ""
    return "✓" if answer == flip.truth else "✗"
