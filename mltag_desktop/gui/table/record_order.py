"""Which records are shown and in which order, and the search for the next one.

Computes which records are shown and in which order, reads their texts, and finds the next one.
"""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search import filtering
from mltag_desktop.core.workspace.search.conditions import QueryTerm
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.search.table_order import Filter, Sort, facet_counts, order
from mltag_desktop.core.workspace.search.text_hits import TextHits
from mltag_desktop.core.workspace.types import (
    DECIDED,
    Change,
    ChangeKind,
    RecordView,
    RowArray,
    RowId,
    States,
)
from mltag_desktop.gui.operations import Lane, Operation, Operations
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_model import PageRequest, TableModel

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.search.column_values import ColumnValues
    from mltag_desktop.core.workspace.workspace import Workspace

_GATHER: Final = 60
"""Milliseconds to collect changes before the table is redrawn."""
_COUNT_EVERY: Final = 250
"""Milliseconds between a change and a count, which includes later changes."""
_REST: Final = 4.0
"""Times as long as the last count computed, to leave cores and GIL to others while a large table changes."""
_LONGEST_REST: Final = 2.0
"""Seconds between two counts at most."""


class RecordOrder(QObject):
    """Keeps the table model in sync with filter, sort order and the session's changes.

    Signals: `ordered(order, keep)` with a new order, and whether to keep the current record in its place;
    `first_hits(filter, rows)` from the searching thread, and `first_found(order)` when they are to be shown;
    `counted(counts, faceted)` with the number of records of each kind, in total and under the other
    conditions of the filter; `sought(row)` when the order for `then_go_to` is shown.
    """

    ordered = Signal(object, bool)
    first_found = Signal(object)
    counted = Signal(object, object)
    sought = Signal(int)
    first_hits = Signal(object, object)

    def __init__(
        self,
        session: Session,
        jobs: Operations,
        model: TableModel,
        on_screen: Callable[[], tuple[int, int]],
        is_settled: Callable[[], bool] = lambda: True,
    ) -> None:
        """`on_screen` returns the first and last place that the table shows.

        `is_settled` returns whether no running work changes the number of records to review.
        """
        super().__init__()
        self.text_analysis = TextAnalysisController(session, jobs.worker)
        """Compares texts; also says by what the records were compared."""
        self._on_screen = on_screen
        self._is_settled = is_settled
        self._session = session
        self._jobs = jobs
        self._model = model
        self.filter = Filter()
        self.sort: str | int | None = None
        self.descending = False
        self._job, self._count_job = Lane(self, jobs), Lane(self, jobs)
        self._job.ended.connect(self._handle_end)
        self._columns: Sequence[ColumnValues] = ()
        self.counts: Counts | None = None
        """The number of records of each kind; None until they are counted."""
        self.faceted: Counts | None = None
        """The same for each condition under the other ones of the filter."""
        self._hits: TextHits | None = None
        self._changed = ChangeKind(0)
        self._touched: list[Change] = []
        self._late = False
        self._at_top = False
        self._sought: RowId | None = None
        self._applied_at = 0.0
        self._rests_until = 0.0
        self._gather = self._timer(_GATHER, self.apply_pending)
        self._recount = self._timer(_COUNT_EVERY, self._count)
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.changed.connect(self._handle_change)
        session.past_changed.connect(self._show_past)
        self.first_hits.connect(self._show_first)

    @property
    def is_plain(self) -> bool:
        """Whether all records are shown in table order."""
        return self.filter.is_open and self.sort is None

    @property
    def is_late(self) -> bool:
        """Whether something changed since filter and sort were applied."""
        return self._late

    @property
    def is_running(self) -> bool:
        """Whether an order is being computed."""
        return self._job.is_running

    def set_filter(self, wanted: Filter) -> None:
        """Show the records that match `wanted`."""
        if wanted != self.filter:
            self.filter = wanted
            self.renew()

    def set_sort(self, column: str | int | None, *, descending: bool) -> None:
        """Sort by a column of `view.order`, or by table order for None."""
        if (column, descending) != (self.sort, self.descending):
            self.sort, self.descending = column, descending
            self._arrange()

    @Slot()
    def renew(self) -> None:
        """Compute order and counts again."""
        self._arrange()
        self.count_again()

    def _arrange(self) -> None:
        """Compute the order again; sorting alone does not change the counts."""
        workspace = self._session.workspace
        if workspace is None:
            return
        if self._late:
            self._count_soon()
        if self._hits is None or self._late:
            self._hits = self._new_hits(workspace)
        past = self._session.past
        sort = Sort(self.sort, self.descending)
        self._late = False
        Operation(_order, workspace, past, self.filter, sort, self._hits, self.first_hits.emit).success(
            self._show
        ).run(self._job)

    @Slot(object)
    def set_columns(self, columns: "Sequence[ColumnValues]") -> None:
        """Count the values of these columns too."""
        self._columns = columns
        self._hits = None
        self.count_again()

    def start_at_top(self) -> None:
        """Go to the first record once the pending order is shown."""
        self._at_top = self._job.is_running

    def then_go_to(self, row: RowId) -> None:
        """Emit `sought` for this record once the pending order is shown."""
        self._sought = row if self._job.is_running else None

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    @Slot(object)
    def _open(self, workspace: "Workspace") -> None:
        self.filter, self.sort, self.descending = Filter(), None, False
        self._model.open(workspace)
        self._changed = ChangeKind(0)
        self._touched.clear()
        order = np.flatnonzero(~workspace.states().gone)
        self.ordered.emit(order, self._model.shows(order))
        self._hits = None
        self.count_again()

    @Slot()
    def _show_past(self) -> None:
        if self._session.workspace is not None:
            self._model.set_past(self._session.past)
            self.renew()
            self.count_again()

    @Slot()
    def _close(self) -> None:
        self._job.cancel()
        self._count_job.cancel()
        self._gather.stop()
        self._recount.stop()
        self._changed = ChangeKind(0)
        self._touched.clear()
        self.counts = self.faceted = None
        self._model.open(None)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        self._changed |= change.kinds
        if change.kinds & ~ChangeKind.RECORDS:
            self._touched.append(change)
        if not self._gather.isActive():  # the first change at once, later ones together
            elapsed = time.monotonic() - self._applied_at
            self._gather.start(0 if elapsed * 1000 >= _GATHER else _GATHER)
        if not self._recount.isActive():
            self._count_soon()

    @Slot()
    def apply_pending(self) -> None:
        """Apply the collected changes to the table."""
        self._applied_at = time.monotonic()
        workspace = self._session.workspace
        kinds, self._changed = self._changed, ChangeKind(0)
        if workspace is None:
            return
        merged = ChangeKind.RECORDS in kinds and any(change.rows is None for change in self._touched)
        if kinds & (ChangeKind.MAPPING | ChangeKind.TAGS) or merged:
            self._touched.clear()
            self._hits = None
            if merged or ChangeKind.MAPPING in kinds:
                self._model.refresh_texts()
            else:
                self._model.refresh_tags()
            self.renew()
            return
        if ChangeKind.RECORDS in kinds and self.is_plain and not self._job.is_running:
            states, first = self._session.past or workspace.states(), self._last_shown() + 1
            rows = np.arange(first, states.count)
            self._model.append(rows[~states.gone[first:]])
        self._refresh()
        self._late = self._late or not self.is_plain

    def _last_shown(self) -> int:
        order = self._model.order
        return int(order[-1]) if len(order) else -1

    def _refresh(self) -> None:
        """Redraw the changed records on the screen; others are read when they are scrolled to."""
        first, last = self._on_screen()
        rows = self._model.order[first : last + 1].tolist()
        touched, self._touched = self._touched, []
        changed = [
            place for place, row in enumerate(rows, first) if any(change.is_about(row) for change in touched)
        ]
        if changed:
            self._model.refresh_states(changed[0], changed[-1])
        else:
            self._model.refresh_states(0, -1)

    def _new_hits(self, workspace: "Workspace") -> TextHits:
        analyser = self.text_analysis.of(workspace)
        return TextHits(workspace, self._columns, analyser)

    @Slot(object, object)
    def _show_first(self, wanted: Filter, rows: RowArray) -> None:
        """Show the first hits of a search, which are the first rows of the pending order."""
        if self._job.is_running and wanted == self.filter and self.sort is None and len(rows):
            self.first_found.emit(rows)

    @Slot(object)
    def _show(self, order: RowArray) -> None:
        self.ordered.emit(order, not self._at_top)
        self._at_top = False
        row, self._sought = self._sought, None
        if row is not None:
            self.sought.emit(row)

    @Slot()
    def _handle_end(self) -> None:
        if self._changed:
            self._gather.start(_GATHER)

    @Slot()
    def count_again(self) -> None:
        """Count the records at once, for example for a new filter or review threshold."""
        self._count_job.cancel()
        self._count()

    @Slot()
    def count_unless_final(self) -> None:
        """Count the records again if work that has ended now was changing the numbers."""
        if self.counts is not None and not self.counts.is_final:
            self._count_soon()

    def _count_soon(self) -> None:
        """Count after a moment, or when the rest after the last count is over."""
        rest = round((self._rests_until - time.monotonic()) * 1000)
        self._recount.start(max(_COUNT_EVERY, rest))

    @Slot()
    def _count(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        if self._count_job.is_running:
            self._count_soon()
            return
        hits = self._hits = self._hits or self._new_hits(workspace)
        wanted = replace(self.filter, threshold=self._session.review_below)
        states = self._session.past or workspace.states()
        show = partial(self._show_counts, was_settled=self._is_settled())
        Operation(_counts, workspace, states, wanted, self._columns, hits).success(show).run(self._count_job)

    def _show_counts(self, found: tuple[Counts, Counts, float], was_settled: bool) -> None:
        """Show counts; final are those that no work was changing at their begin or end."""
        counts, faceted, spent = found
        self._rests_until = time.monotonic() + min(spent * _REST, _LONGEST_REST)
        is_predicted = self._session.model is not None or counts.predicted == counts.total
        is_final = was_settled and self._is_settled() and is_predicted
        if self._is_settled() and not was_settled:
            self._count_soon()
        self.counts, self.faceted = (replace(each, is_final=is_final) for each in (counts, faceted))
        self.counted.emit(self.counts, self.faceted)


def _order(
    progress: Progress,
    workspace: "Workspace",
    past: States | None,
    wanted: Filter,
    sort: Sort,
    hits: TextHits,
    tell: Callable[[Filter, RowArray], object],
) -> RowArray:
    if wanted.is_open and sort == Sort():
        return np.flatnonzero(~(past or workspace.states()).gone).astype(np.int64)
    first = partial(tell, wanted)
    return order(progress, workspace, wanted, sort, hits=hits, states=past, first=first)


def _counts(
    progress: Progress,
    workspace: "Workspace",
    states: States,
    wanted: Filter,
    columns: "Sequence[ColumnValues]",
    hits: TextHits,
) -> tuple[Counts, Counts, float]:
    """Return the counts in total and under the other conditions, and the CPU seconds that they took."""
    since = time.thread_time()
    counts = filtering.counts(states, wanted.threshold)
    faceted = facet_counts(progress, states, wanted, counts, columns, hits)
    decided = states.has_status(DECIDED) & ~states.gone
    if decided.any():  # an import without decisions needs no copy of the digests
        audited = workspace.table.audited(np.flatnonzero(decided))
        counts = replace(counts, audited=int(audited.sum()))
    return counts, faceted, time.thread_time() - since


Page = tuple[PageRequest, list[RecordView]]


class PageLoader(QObject):
    """Loads pages in one job at a time, the most recently requested first."""

    def __init__(self, session: Session, jobs: Operations, model: TableModel) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._model = model
        self._job = Lane(self, jobs)
        self._job.ended.connect(self._start)
        # queued, so that all pages that a scroll or a paint requests are loaded by one job
        model.pages_requested.connect(self._start, Qt.ConnectionType.QueuedConnection)
        session.closed.connect(self._job.cancel)

    @Slot()
    def _start(self) -> None:
        workspace = self._session.workspace
        if self._job.is_running or workspace is None:
            return
        requests = self._model.take_requests()
        if requests:
            Operation(_fetch, workspace, requests).success(self._put_pages).run(self._job)

    @Slot(object)
    def _put_pages(self, pages: list[Page]) -> None:
        for request, records in pages:
            self._model.put_page(request, records)
        self._jobs.yield_to_paint()  # then pages around the screen are loaded


def _fetch(progress: Progress, workspace: "Workspace", requests: list[PageRequest]) -> list[Page]:
    pages = []
    for request in requests:
        progress.report(0.0)
        pages.append((request, workspace.table.records(request.rows)))
    return pages


class TextAnalysisController(QObject):
    """Makes what compares the texts of a workspace, and keeps what it found.

    Signals: `compared(by_encoder, read)` when the records were sorted by similarity: whether by the sentence
    encoder, and the share of the records that it has read.
    """

    compared = Signal(bool, float)

    def __init__(self, session: Session, worker: ProcessPool) -> None:
        super().__init__()
        self._session, self._worker = session, worker
        self.uses_encoder: Callable[[], bool] = bool
        """Returns whether the sentence encoder can be used."""
        self._groups: tuple[bytes, NDArray[np.int32]] | None = None

    def of(self, workspace: "Workspace") -> "WorkspaceTexts":
        """Return what compares the texts of `workspace`, in any thread but the GUI thread."""
        return WorkspaceTexts(
            partial(self._similarity, workspace),
            partial(self._near_duplicates, workspace),
            partial(self._known_near_duplicates, workspace),
        )

    def _similarity(self, workspace: "Workspace", progress: Progress, term: QueryTerm) -> NDArray[np.float32]:
        """Return the similarity of each record to a `~` condition; zeros until a model is loaded."""
        from mltag_desktop.core.learning.record_vectors import similarities

        model = self._session.model
        if model is None:
            return np.zeros(workspace.table.count, np.float32)
        found = self._worker.short_call(
            progress,
            similarities,
            workspace,
            model,
            term,
            uses_encoder=self.uses_encoder(),
        )
        self.compared.emit(found.by_encoder, found.read)
        return found.values

    def _near_duplicates(self, workspace: "Workspace", progress: Progress) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each record; -1 for none."""
        from mltag_desktop.core.learning.record_vectors import near_duplicates

        known = self._known_near_duplicates(workspace)
        if known is None:
            key = _texts_of(workspace)
            known = self._worker.short_call(progress, near_duplicates, workspace)
            self._groups = key, known
        return known

    def _known_near_duplicates(self, workspace: "Workspace") -> NDArray[np.int32] | None:
        """Return what `near_duplicates` has found for these texts; None before."""
        known = self._groups
        return known[1] if known is not None and known[0] == _texts_of(workspace) else None


def _texts_of(workspace: "Workspace") -> bytes:
    """Return a digest of all texts."""
    return hashlib.blake2b(workspace.table.all_digests().tobytes()).digest()


@dataclass(frozen=True)
class WorkspaceTexts:
    """The `TextAnalyser` of one workspace."""

    similarity: Callable[[Progress, QueryTerm], NDArray[np.float32]]
    """Returns the similarity of each record to a `~` condition."""
    near_duplicates: Callable[[Progress], NDArray[np.int32]]
    """Returns the group of near-duplicates of each record; -1 for none."""
    known_near_duplicates: Callable[[], NDArray[np.int32] | None]
    """Returns what `near_duplicates` has found for these texts; None before."""


Mask = NDArray[np.bool_]
Test = Callable[[RowArray], Mask]
"""Returns for an array of rows which of them are wanted."""

_FIRST_STRETCH: Final = 64
_LONGEST_STRETCH: Final = 1 << 16


def nearest(order: RowArray, here: int, wanted: Test, *, back: bool = False) -> int:
    """Return the nearest place with a wanted record, other than `here`; -1 if there is no such place.

    The forward search wraps around to the top; the backward search stops at the first place.
    """
    if back:
        for start, stop in _stretches(max(here, 0)):
            low, high = here - stop, here - start
            found = wanted(order[low:high])[::-1]
            if found.any():
                return high - 1 - int(found.argmax())
        return -1
    for first, last in ((here + 1, len(order)), (0, max(here, 0))):
        for start, stop in _stretches(last - first):
            found = wanted(order[first + start : first + stop])
            if found.any():
                return first + start + int(found.argmax())
    return -1


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of the ranges to test, small ranges first, because a hit is usually near."""
    start, size = 0, _FIRST_STRETCH
    while start < length:
        yield start, min(length, start + size)
        start, size = start + size, min(2 * size, _LONGEST_STRETCH)
