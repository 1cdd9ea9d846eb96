"""The Qt model of the record table: an order, a page cache, and the words and icons of records."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.types import (
    NO_MARKS,
    NOT_CHOSEN,
    SETTLED,
    Mark,
    Origin,
    RecordView,
    RowArray,
    RowId,
    States,
    Status,
    TagInfo,
    unknown_tag,
)
from mltag_desktop.gui.i18n import confidence_words, tr

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

MARK_ICONS: Final = {
    Mark.FLAGGED: "flagged",
    Mark.SKIPPED: "skipped",
    Mark.UNSURE: "question",
    Mark.OFF_TOPIC: "off_topic",
    Mark.ON_TOPIC: "on_topic",
    Mark.NOTED: "note",
}
MARK_WORDS: Final = {
    Mark.FLAGGED: tr("flagged"),
    Mark.SKIPPED: tr("skipped"),
    Mark.UNSURE: tr("unsure"),
    Mark.OFF_TOPIC: tr("off topic"),
    Mark.ON_TOPIC: tr("on topic"),
    Mark.NOTED: tr("with a note"),
}


def icons_of(marks: Mark) -> list[str]:
    """Return the icon names of `marks`, always in the same order."""
    return [icon for mark, icon in MARK_ICONS.items() if mark in marks]


def words_of(marks: Mark) -> str:
    """Return the labels of `marks`, joined by commas; empty without marks."""
    return ", ".join(word for mark, word in MARK_WORDS.items() if mark in marks)


def tooltip_of(marks: Mark, note: str) -> str:
    """Return a line with the marks and a line with the note; empty without both."""
    if not marks and not note:
        return ""
    mark_line = words_of(marks & ~Mark.NOTED)
    note_line = tr("Note: {note}", note=" ".join(note.split())) if note else words_of(marks & Mark.NOTED)
    return "\n".join(line[:1].upper() + line[1:] for line in (mark_line, note_line) if line)


Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 64
PAGES_KEPT: Final = 64
_REQUESTS_AT_ONCE: Final = 3
_PAGES_AHEAD: Final = 2
"""Number of pages on either side of the screen that are preloaded."""
_LONG_NAME: Final = 16
"""Length from which a tag name may be elided in its column."""
LONGEST_SHOWN: Final = 400
"""Maximum number of characters in a cell; the detail panel shows the whole text."""

_NONE: Final = QModelIndex()
_NO_ROWS: Final = np.empty(0, dtype=np.int64)


COLUMNS_PREFERENCE: Final = "columns"
"""Names of the source columns that are shown beside the texts."""


READ_COLUMN: Final = 1
"""The column of the current cell; where screen readers speak a single cell, it says the whole record."""

READERS_SPEAK_ROWS: Final = sys.platform.startswith("linux")
"""Whether the screen reader speaks all cells of the current row, as Orca does."""


class ColumnContent(Enum):
    """The content of a column."""

    STATUS = "status"
    TEXT = "text"
    TAG = "tag"
    CONFIDENCE = "confidence"
    CELL = "cell"


@dataclass(frozen=True)
class TableColumn:
    """A column of the table; `sort` is the key for `view.order`, `cell` the index of the source column."""

    part: ColumnContent
    title: str
    sort: str | int
    cell: int = -1
    is_title: bool = False
    is_read: bool = False
    """Whether the model reads the source column."""


@dataclass(frozen=True, eq=False)
class PageRequest:
    """A page to load: its number in the displayed order, and its rows."""

    number: int
    rows: RowArray
    order: RowArray


@dataclass(frozen=True)
class RowState:
    """The state of one record, without its text."""

    row: RowId
    status: Status
    predicted: TagInfo | None
    decided: TagInfo | None
    confidence: float
    stale: bool
    again: bool = False
    """Whether the text changed in the source after the last decision."""
    marks: Mark = NO_MARKS
    untagged: bool = False
    """Whether the predicted tag is not in the tag set, so that no tag is shown."""
    origin: Origin = Origin.MODEL
    """The origin of the prediction."""
    unconfirmed: bool = False
    """Whether no answer has confirmed the confidence."""
    suspected: bool = False
    """Whether it may be off topic, and no curator has decided."""
    doubtful: bool = False
    """Whether it is to review at any confidence, since it is unlike the training data."""
    additional: tuple[TagInfo, ...] = ()
    """Additional tags: given ones, or suggested ones of an undecided record."""
    suggested: bool = False
    """Whether the additional tags are suggested ones."""
    blind: bool = False
    """Whether the prediction is hidden, because the record is a random check without an answer."""

    @property
    def all_tags(self) -> str:
        """The names of the tag and the additional tags; empty without a tag."""
        tag = self.decided or self.predicted
        return ", ".join(each.name for each in (*((tag,) if tag else ()), *self.additional))


def is_unsure(row_state: RowState, review_below: ReviewThresholds) -> bool:
    """Return whether the record is to be reviewed."""
    if row_state.again:
        return Mark.SKIPPED not in row_state.marks
    if row_state.status is not Status.TO_REVIEW or row_state.marks & SETTLED:
        return False
    if row_state.predicted is None:
        return row_state.untagged or row_state.blind
    low = row_state.unconfirmed or row_state.doubtful
    low = low or row_state.confidence < review_below.of(row_state.predicted.name)
    return low or review_below.keeps(row_state.row)


def table_columns(names: Sequence[str], text: Sequence[int]) -> tuple[TableColumn, ...]:
    """Return the columns for a source with these column `names`, of which the model reads `text`."""
    titles = [f"{name[:1].upper()}{name[1:]}" for name in names]  # the rest as the source has it
    texts = [
        TableColumn(ColumnContent.TEXT, titles[i], i, i, n == 0, is_read=True) for n, i in enumerate(text[:2])
    ]
    others = [
        TableColumn(ColumnContent.CELL, titles[i], i, i, is_read=i in text)
        for i in range(len(names))
        if i not in text[:2]
    ]
    return (
        TableColumn(ColumnContent.STATUS, "", "status"),
        *texts,
        TableColumn(ColumnContent.TAG, tr("Tag"), "tag"),
        TableColumn(ColumnContent.CONFIDENCE, tr("Confidence"), "confidence"),
        *others,
    )


def chosen_columns(workspace: "Workspace") -> list[int] | None:
    """Return the indices of the source columns that were chosen for a workspace; None if none were."""
    names = workspace.preference(COLUMNS_PREFERENCE)
    if not isinstance(names, list):
        return None
    return [number for number, name in enumerate(workspace.table.columns) if name in names]


class TableModel(QAbstractTableModel):
    """Adapts a workspace to Qt's views: row n of the table is record `order[n]`.

    Another object loads the texts in pages; the cells of a missing page are empty. Signals:
    `pages_requested()` when `take_requests` has something to return; `tags_read()` after new tags.
    """

    pages_requested = Signal()
    tags_read = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        review_below: Callable[[], ReviewThresholds] = ReviewThresholds,
        is_blind: Callable[[RowId], bool] = lambda _row: False,
    ) -> None:
        """`is_blind` returns whether the prediction of a record is hidden."""
        super().__init__(parent)
        self._review_below, self._is_blind = review_below, is_blind
        self._workspace: Workspace | None = None
        self._states: States | None = None
        self._past: States | None = None
        self._tags: dict[str, TagInfo] = {}
        self._columns: tuple[TableColumn, ...] = ()
        self._order: RowArray = _NO_ROWS
        self._places: NDArray[np.int32] | None = None
        self._pages: OrderedDict[int, list[RecordView]] = OrderedDict()
        self._requests: dict[int, None] = {}
        self._ahead: list[int] = []
        self._painted = (0, -1)

    @property
    def order(self) -> RowArray:
        """Record ids in the displayed order."""
        return self._order

    @property
    def states(self) -> States | None:
        """The displayed states of all records."""
        return self._states

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns."""
        return self._columns

    @property
    def tags(self) -> "tuple[TagInfo, ...]":
        """The tags of the workspace."""
        return tuple(self._tags.values())

    def open(self, workspace: "Workspace | None") -> None:
        """Attach a workspace without showing its records until `set_order`.

        Does nothing if it is attached already.
        """
        if workspace is not None and workspace is self._workspace:
            return
        self.beginResetModel()
        self._workspace = workspace
        self._order = _NO_ROWS
        self._places = None
        self._forget_pages()
        self._read_columns()
        self._read_states()
        self.endResetModel()
        self.tags_read.emit()

    def set_past(self, states: States | None) -> None:
        """Show a past state; None shows the present state."""
        self._past = states
        self.refresh_states()

    def set_order(self, order: RowArray) -> None:
        """Show these records in this order."""
        if self.shows(order):
            self.refresh_states()
            return
        self.beginResetModel()
        self._order = order
        self._places = None
        self._forget_pages()
        self._read_states()
        self.endResetModel()

    def shows(self, order: RowArray) -> bool:
        """Return whether these records are already shown in this order."""
        return np.array_equal(order, self._order) and self._workspace is not None

    def append(self, rows: RowArray) -> None:
        """Append these records."""
        if not len(rows):
            return
        self._read_states()
        first = len(self._order)
        self.beginInsertRows(_NONE, first, first + len(rows) - 1)
        self._order, self._places = np.concatenate((self._order, rows)), None
        self.endInsertRows()

    def refresh_states(self, first: int = 0, last: int | None = None) -> None:
        """Read predictions and decisions again, and redraw the places from `first` to `last`."""
        self._read_states()
        end = len(self._order) - 1
        last = end if last is None else min(last, end)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def refresh_texts(self) -> None:
        """Read cells, columns and tags again."""
        self.beginResetModel()
        self._forget_pages()
        self._read_columns()
        self._read_states()
        self.endResetModel()

    def refresh_tags(self) -> None:
        """Read the tags again; the current record and the selection stay."""
        self._forget_pages()
        self._read_columns()
        self.refresh_states()
        self.tags_read.emit()

    def row_at(self, place: int) -> RowId:
        """Return the record shown at `place`."""
        return int(self._order[place])

    def place_of(self, row: RowId) -> int:
        """Return the place of a record, or -1."""
        if 0 <= row < len(self._order) and self._order[row] == row:  # in table order
            return int(row)
        if self._places is None:
            top = int(self._order.max()) + 1 if len(self._order) else 0
            self._places = np.full(top, -1, dtype=np.int32)
            self._places[self._order] = np.arange(len(self._order), dtype=np.int32)
        return int(self._places[row]) if 0 <= row < len(self._places) else -1

    def record(self, place: int) -> RecordView | None:
        """Return the record at `place`; if its page is missing, request the page and return None."""
        number, offset = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None or offset >= len(page):
            self._request_page(number)
            return None
        self._pages.move_to_end(number)
        return page[offset]

    def request(self, first: int, last: int) -> None:
        """Request the missing pages of these places together."""
        for number in range(first // PAGE, last // PAGE + 1):
            if number not in self._pages:
                self._request_page(number)

    def note_painted(self, first: int, last: int) -> None:
        """Store which places are on the screen, and preload the pages around them."""
        self._painted = (first, last)
        low, high = first // PAGE, last // PAGE
        near = [n for step in range(1, _PAGES_AHEAD + 1) for n in (high + step, low - step)]
        last_page = (len(self._order) - 1) // PAGE
        self._ahead = [n for n in near if 0 <= n <= last_page and n not in self._pages]
        if self._ahead and not self._requests and self._workspace is not None:
            self.pages_requested.emit()

    def take_requests(self) -> list[PageRequest]:
        """Return and clear the most recent page requests; without requests, one page to preload."""
        numbers = list(self._requests)[-_REQUESTS_AT_ONCE:]
        self._requests.clear()
        if not numbers:
            numbers, self._ahead = self._ahead[:1], self._ahead[1:]
        rows = {n: self._order[n * PAGE : (n + 1) * PAGE] for n in reversed(numbers)}
        return [PageRequest(n, part, self._order) for n, part in rows.items() if len(part)]

    def put_page(self, request: PageRequest, records: list[RecordView]) -> None:
        """Store a loaded page, unless the order has changed meanwhile."""
        first = request.number * PAGE
        if request.order is not self._order and not np.array_equal(
            self._order[first : first + len(request.rows)], request.rows
        ):
            return
        self._pages[request.number] = records
        self._requests.pop(request.number, None)
        if request.number in self._ahead:
            self._ahead.remove(request.number)
        if len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min(first + len(records), len(self._order)) - 1
        first, last = max(first, self._painted[0]), min(last, self._painted[1])
        if first <= last:  # Qt repaints the whole table for places that are not on the screen
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _request_page(self, number: int) -> None:
        if self._workspace is not None:
            first = not self._requests
            self._requests.pop(number, None)
            self._requests[number] = None
            if first:
                self.pages_requested.emit()

    def text(self, place: int, column: TableColumn) -> str:
        """Return the start of a source cell as one line; empty until its page is loaded."""
        record = self.record(place)
        if record is None or column.cell >= len(record.cells):
            return ""
        return " ".join(record.cells[column.cell][:LONGEST_SHOWN].split())

    def row_state(self, place: int) -> RowState:
        """Return the state of the record at `place`."""
        row = int(self._order[place])
        states = self._states
        if states is None or row >= states.count:
            return RowState(row, Status.TO_REVIEW, None, None, float("nan"), False)
        row_state = RowState(
            row,
            Status(int(states.status[row])),
            self._tag(states, int(states.predicted[row])),
            self._tag(states, int(states.decided[row])),
            float(states.confidence[row]),
            bool(states.stale[row]),
            bool(states.again[row]),
            Mark(int(states.marks[row])),
            bool(states.predicted[row] < 0 and states.margin[row] == 0),
            states.origin_of(row),
            bool(len(states.unconfirmed) > row and states.unconfirmed[row]),
            _is_open_and(states.suspected, states, row),
            _is_open_and(states.doubtful, states, row),
            *self._additional(states, row),
        )
        if not self._is_blind(row):
            return row_state
        return replace(
            row_state, predicted=None, confidence=float("nan"), untagged=False, additional=(), blind=True
        )

    def _additional(self, states: States, row: RowId) -> tuple[tuple[TagInfo, ...], bool]:
        """Return the additional tags that are shown for a record, and whether they are suggested ones."""
        if not len(states.also):
            return (), False
        shown = states.decided[row] if states.decided[row] >= 0 else states.predicted[row]
        is_suggested = states.also[row] == NOT_CHOSEN
        if is_suggested and (states.status[row] != Status.TO_REVIEW or shown < 0):
            return (), False
        codes = states.tag_groups[int(states.suggested[row] if is_suggested else states.also[row])]
        found = (self._tag(states, code) for code in codes if code != shown)
        known = tuple(
            tag for tag in found if tag is not None and (not is_suggested or tag.name in self._tags)
        )
        return known, bool(is_suggested)

    def _tag(self, states: States, index: int) -> TagInfo | None:
        if index < 0:
            return None
        name = states.tag_names[index]
        return self._tags.get(name) or unknown_tag(name)

    def _forget_pages(self) -> None:
        self._pages.clear()
        self._requests.clear()
        self._ahead.clear()

    def _read_states(self) -> None:
        self._states = (self._past or self._workspace.states()) if self._workspace else None

    def _read_columns(self) -> None:
        workspace = self._workspace
        self._tags = {tag.name: tag for tag in workspace.tag_set.tags} if workspace else {}
        self._columns = (
            table_columns(workspace.table.columns, workspace.table.mapping.text) if workspace else ()
        )

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        speaks_all = index.column() == READ_COLUMN and not READERS_SPEAK_ROWS
        if role == Qt.ItemDataRole.AccessibleTextRole and speaks_all:
            return self._spoken(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(index.row(), self._columns[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(index.row(), self._columns[index.column()])
        return None

    def _spoken(self, place: int) -> str:
        """Return what a screen reader speaks for a record: text, tag, confidence and status."""
        parts = (ColumnContent.TAG, ColumnContent.CONFIDENCE, ColumnContent.STATUS)
        words = [self._in_words(place, self._columns[READ_COLUMN])]
        words += [
            self._in_words(place, column) for part in parts for column in self._columns if column.part is part
        ]
        return "; ".join(word for word in words if word)

    def _tooltip(self, place: int, column: TableColumn) -> str | None:
        if column.part is ColumnContent.STATUS:
            return self._in_words(place, column)
        if column.part is not ColumnContent.TAG:
            return None
        row_state = self.row_state(place)
        now = self._workspace if self._past is None else None
        tag = row_state.decided or row_state.predicted
        marks = tooltip_of(row_state.marks, now.decisions.note_on(row_state.row) if now else "")
        name = row_state.all_tags if row_state.additional else ""
        if tag is not None and len(tag.name) > _LONG_NAME:
            name = row_state.all_tags
        doubt = tr("perhaps off topic").capitalize() if row_state.suspected else ""
        return "\n".join(words for words in (name, doubt, marks) if words) or None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title or tr("Status")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def _in_words(self, place: int, column: TableColumn) -> str:
        if column.part in (ColumnContent.TEXT, ColumnContent.CELL):
            return self.text(place, column)
        row_state = self.row_state(place)
        if column.part is ColumnContent.STATUS:
            is_open = row_state.status is Status.TO_REVIEW and is_unsure(row_state, self._review_below())
            doubt = tr("unusual for the model") if row_state.doubtful else ""
            words = (
                tr("To review") if is_open else STATUS_WORDS[row_state.status],
                tr("random check") if row_state.blind else "",
                tr("perhaps off topic") if row_state.suspected else doubt,
                words_of(row_state.marks),
            )
            return ", ".join(word for word in words if word)
        if column.part is ColumnContent.TAG:
            if row_state.blind:
                return tr("random check")
            return "" if Mark.OFF_TOPIC in row_state.marks else row_state.all_tags
        return confidence_words(row_state.confidence)


def _is_open_and(mask: NDArray[np.bool_], states: States, row: RowId) -> bool:
    """Return whether a record is in a mask of the off-topic filter, and no curator has decided."""
    if not mask[row] or states.status[row] != Status.TO_REVIEW:
        return False
    return not states.marks[row] & (Mark.OFF_TOPIC | Mark.ON_TOPIC)


STATUS_WORDS: Final = {
    Status.TO_REVIEW: tr("undecided").capitalize(),
    Status.ACCEPTED: tr("accepted").capitalize(),
    Status.CORRECTED: tr("corrected").capitalize(),
    Status.KNOWN: tr("From the table"),
}
