"""Applies the curator's commands: decide, mark, note, undo, and move to the next record.

Changes go through the `Writer` of `gui/operations.py` to `core/workspace/decisions/decisions.py`.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible

from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.decision_statistics import Pace
from mltag_desktop.core.workspace.decisions.note_drafts import finish_note, keep_draft
from mltag_desktop.core.workspace.decisions.tag_lists import with_added
from mltag_desktop.core.workspace.types import (
    Change,
    DecisionKind,
    Mark,
    RowArray,
    RowId,
    States,
    TagInfo,
)
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.i18n import tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation, Operations, Writer
from mltag_desktop.gui.record.detail_tabs import NotePane
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.record_order import Mask, Test, nearest
from mltag_desktop.gui.table.table_model import TableModel
from mltag_desktop.gui.table.table_view import TableView
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, Notifications

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace


class DecisionController(QObject):
    """Applies decisions and marks to the selected records; no call waits for the disk.

    Signals: `written(change)`; `nothing_left()` when there is no next record; `read_only()` when
    the workspace cannot be written to; `unneeded(tag)` when an additional tag is already the main tag;
    `not_decided(reason)` when a key could decide nothing, in words. A decision that fails does not move on.
    """

    written = Signal(object)
    nothing_left = Signal()
    read_only = Signal()
    unneeded = Signal(str)
    not_decided = Signal(str)
    _not_written = Signal(object)

    def __init__(
        self,
        session: Session,
        writer: Writer,
        view: TableView,
        model: TableModel,
        questions: QuestionQueueController,
        *,
        advances: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._questions = questions
        self._asked_rows: list[RowId] = []
        session.opened.connect(self._asked_rows.clear)
        self._session = session
        self._writer = writer
        self._view = view
        self._model = model
        self._advances = advances
        self._pending: RowArray = np.zeros(0, np.int64)
        """Sorted records whose decisions are being written."""
        self._moves: deque[tuple[Change, RowArray]] = deque()
        """Decisions after which the next record is shown once they are written."""
        self._last = 0.0
        self._pace = Pace()
        writer.done.connect(self._publish)
        writer.idle.connect(self._clear_pending)
        self._not_written.connect(self._go_back)

    @property
    def seconds_per_record(self) -> float:
        """The usual time per decision."""
        return self._pace.seconds

    def decide(self, tag: str) -> None:
        """Decide `tag` for the selected records; after a single record, move to the next one."""
        rows, workspace = self._target()
        if workspace is None:
            return
        if all(tag != known.name for known in workspace.tag_set.tags):
            self.not_decided.emit(tr("{tag} is not in the tag set.", tag=tag))
            return
        seen = not (len(rows) == 1 and self._session.is_blind(int(rows[0])))
        self._write_and_go_on(partial(workspace.decisions.decide, rows, tag, with_suggested=seen), rows)
        self._session.tag_keys.note_use(tag)

    def decide_new(self, tag: str, also: bool = False) -> None:
        """Add `tag` to the tag set and decide it for the selected records, or add it as an additional tag."""
        rows, workspace = self._target()
        if workspace is None:
            return
        write = partial(_decide_new, workspace, self._session.publish, rows, tag, also=also)
        if also:
            self._writer.write(write)
        else:
            self._write_and_go_on(write, rows)
        self._session.tag_keys.note_use(tag)

    def accept(self) -> None:
        """Accept the predicted tags of the selected records; records without a prediction are skipped.

        So are random checks whose prediction is hidden. If no record has one, say why and stay.
        """
        rows, workspace = self._target()
        if workspace is None:
            return
        states, selected = workspace.states(), len(rows)
        rows = self._session.seen(rows)
        if selected > len(rows):
            self.not_decided.emit(
                tr_plural(
                    "The prediction of {n:,} random check is hidden. Choose its tag by its key.",
                    "The predictions of {n:,} random checks are hidden. Choose their tags by their keys.",
                    selected - len(rows),
                )
            )
        if not len(rows):
            return
        if (states.predicted[rows] >= 0).any():
            self._write_and_go_on(partial(_accept, workspace, states, rows), rows)
        elif not workspace.tag_set.tags:
            self.not_decided.emit(tr("There are no tags yet. Add some first."))
        elif len(workspace.tag_set.tags) == 1:
            self.not_decided.emit(tr("A single tag is not predicted. Set it by its key."))
        elif states.of(rows).untagged.any():
            self.not_decided.emit(tr("No tag of the tag set is predicted here. Choose one by its key."))
        else:
            self.not_decided.emit(tr("Not predicted yet. Choose a tag by its key."))

    def also(self, tag: str) -> None:
        """Add `tag` as an additional tag, or remove it if all selected records have it or are suggested it.

        It does not move on.
        """
        rows, workspace = self._target()
        if workspace is None:
            return
        if len(_others(workspace.states(), rows, tag)):
            self._writer.write(partial(_toggle_additional, workspace, rows, tag))
        else:
            self.unneeded.emit(tag)

    def unsure(self) -> None:
        """Toggle the unsure mark of the selected records; do not move on."""
        self._toggle(Mark.UNSURE)

    def flag_with(self, note: str) -> None:
        """Flag the selected records with a note that gives the reason; do not move on."""
        self._mark(DecisionKind.FLAG, note=note)

    def note(self, row: RowId, note: str) -> None:
        """Write the note of a record; an empty note removes it."""
        workspace = self._session.workspace
        if workspace is not None and 0 <= row < workspace.table.count and not self.refuses():
            self._writer.write(partial(finish_note, workspace, row, note))

    def skip(self) -> None:
        """Toggle the skipped mark of the selected records; after skipping a single record, move on."""
        rows, workspace = self._target()
        if workspace is not None:
            adds = not workspace.states().marked(Mark.SKIPPED, rows).all()
            self._toggle(Mark.SKIPPED)
            if adds:
                self._go_on(rows)

    def flag(self) -> None:
        """Toggle the flag of the selected records; do not move on."""
        self._toggle(Mark.FLAGGED)

    def off_topic(self) -> None:
        """Mark the selected records as off topic, or clear them if all are; after marking one, move on."""
        self._toggle_topic_mark(DecisionKind.OFF_TOPIC, Mark.OFF_TOPIC)

    def on_topic(self) -> None:
        """Mark the selected records as on topic, or clear them if all are; do not move on."""
        self._toggle_topic_mark(DecisionKind.ON_TOPIC, Mark.ON_TOPIC)

    def clear(self) -> None:
        """Remove the decisions on the selected records and keep their marks and notes."""
        self._mark(DecisionKind.CLEAR)

    def undo(self) -> None:
        """Undo the last step."""
        self._turn(lambda workspace: workspace.history.undo)

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self._turn(lambda workspace: workspace.history.redo)

    def next(self) -> None:
        """Go to the queue's next question among the shown records, or else to the next record to review."""
        here = self._current_row()
        question = self._questions.next({*self._pending.tolist(), -1 if here is None else here})
        if question is None:
            self._step(self._wanted())
            return
        if here is not None and here not in self._asked_rows[-1:]:
            self._asked_rows.append(here)
        self._asked_rows.append(question.row)
        self._view.go_to(self._model.place_of(question.row))

    def previous(self) -> None:
        """Go to the previous question, or else to the previous record to review in the table."""
        here = self._current_row()
        if self._asked_rows and self._asked_rows[-1] == here:
            self._asked_rows.pop()
            place = self._model.place_of(self._asked_rows[-1]) if self._asked_rows else -1
            if place >= 0:
                self._view.go_to(place)
                return
        self._step(self._wanted(), back=True)

    def upcoming(self) -> RowId | None:
        """Return the record that a decision on the current one will probably move to."""
        here = self._current_row()
        if here is None:
            return None
        if self._asked_rows and self._asked_rows[-1] == here:
            row = self._questions.peek({*self._pending.tolist(), here})
            if row is not None:
                return row
        place = nearest(self._model.order, self._view.current_place(), self._undecided())
        return self._model.row_at(place) if place >= 0 else None

    def refuses(self) -> bool:
        """Emit `read_only` and return True if the workspace is read-only or a past state is shown."""
        workspace = self._session.workspace
        refused = workspace is not None and (workspace.read_only or self._session.past is not None)
        if refused:
            self.read_only.emit()
        return refused

    def _mark(self, kind: DecisionKind, *, note: str = "") -> None:
        rows, workspace = self._target()
        if workspace is not None:
            self._writer.write(partial(workspace.decisions.mark, rows, kind, note))

    def _toggle_topic_mark(self, kind: DecisionKind, mark: Mark) -> None:
        rows, workspace = self._target()
        if workspace is None:
            return
        if workspace.states().marked(mark, rows).all():
            self._mark(DecisionKind.CLEAR)
        elif kind is DecisionKind.OFF_TOPIC:
            self._write_and_go_on(partial(workspace.decisions.mark, rows, kind), rows)
        else:
            self._mark(kind)

    def _toggle(self, mark: Mark) -> None:
        rows, workspace = self._target()
        if workspace is not None:
            self._writer.write(partial(workspace.decisions.toggle, rows, mark))

    def _turn(self, which: "Callable[[Workspace], Callable[[], Change | None]]") -> None:
        workspace = self._session.workspace
        if workspace is not None and not self.refuses():
            self._writer.write(which(workspace))

    def _target(self) -> "tuple[RowArray, Workspace | None]":
        workspace = self._session.workspace
        rows = self._view.selected_rows()
        if workspace is None or not len(rows):
            return rows, None
        return rows, None if self.refuses() else workspace

    def _write_and_go_on(self, call: Callable[[], Change], rows: RowArray) -> None:
        """Write a decision and move on at once; come back if it cannot be written.

        With a screen reader, move on once it is written: what was done is spoken before the next record.
        """
        waits = QAccessible.isActive()

        def write() -> Change:
            try:
                change = call()
            except BaseException:
                self._not_written.emit(rows)
                raise
            if waits:
                self._moves.append((change, rows))
            return change

        self._writer.write(write)
        if not waits:
            self._go_on(rows)

    @Slot(object)
    def _go_back(self, rows: RowArray) -> None:
        """Show the record again whose decision could not be written."""
        place = self._model.place_of(int(rows[0])) if len(rows) == 1 else -1
        if place >= 0:
            self._view.go_to(place)

    def _go_on(self, rows: RowArray) -> None:
        """Move on after a decision on one record; stay after a bulk decision.

        The next record is in queue order if the current one came from the queue, otherwise in table order.
        """
        now = time.monotonic()
        if len(rows) == 1 and self._last:  # a bulk decision says nothing about the records that are left
            self._pace.add(now - self._last)
        self._last = now
        self._pending = np.union1d(self._pending, rows)
        if self._advances() and len(rows) == 1:
            if self._asked_rows and self._asked_rows[-1] == int(rows[0]):
                self.next()
            else:
                self._step(self._undecided())

    @Slot()
    def _clear_pending(self) -> None:
        self._pending = self._pending[:0]

    def _current_row(self) -> RowId | None:
        place = self._view.current_place()
        return self._model.row_at(place) if 0 <= place < self._model.rowCount() else None

    def _undecided(self) -> Test:
        """Return a test for records that are undecided and neither skipped nor unsure."""
        workspace = self._session.workspace
        if workspace is None:
            return lambda rows: np.zeros(len(rows), np.bool_)
        states = workspace.states()
        return lambda rows: states.waiting(rows) & ~np.isin(rows, self._pending)

    def _wanted(self) -> Test:
        """Return a test for undecided records below the review threshold.

        If no shown record is below it, the test accepts all undecided records.
        """
        undecided, workspace = self._undecided(), self._session.workspace
        if workspace is None:
            return undecided
        states, below = workspace.states(), self._session.review_below

        def unsure(rows: RowArray) -> Mask:
            found = undecided(rows)
            found[found] = below.among(rows[found]).asks(states.of(rows[found]))
            return found

        here = max(0, self._view.current_place())
        return unsure if nearest(self._model.order, here, unsure) >= 0 else undecided

    def _step(self, wanted: Test, *, back: bool = False) -> None:
        """Go to the nearest wanted record; a forward search wraps around at the end of the table."""
        here, order = self._view.current_place(), self._model.order
        place = nearest(order, here, wanted, back=back)
        if place >= 0:
            self._view.go_to(place)
        elif not back or nearest(order, here, wanted) < 0:
            self.nothing_left.emit()

    @Slot(object)
    def _publish(self, change: Change | None) -> None:
        if change is None or self._session.workspace is None:  # the table has been closed since
            self._moves.clear()
            return
        self._session.publish(change)
        self.written.emit(change)
        if self._moves and self._moves[0][0] is change:
            self._go_on(self._moves.popleft()[1])
        if change.is_reversal and change.rows is not None and len(change.rows) == 1:
            place = self._model.place_of(int(change.rows[0]))
            if place >= 0:  # show the record that undo or redo changed
                self._view.go_to(place)


def _toggle_additional(workspace: "Workspace", rows: RowArray, tag: str) -> Change:
    """Add an additional tag, or remove it if all records have it when the writer runs this.

    The check is made here and not at the key press, since a second key press may come before the first
    one is written.
    """
    other = _others(workspace.states(), rows, tag)
    has = [tag in workspace.decisions.shown_additional_tags(int(row)) for row in other]
    return (
        workspace.decisions.remove_tag(other, tag)
        if has and all(has)
        else workspace.decisions.add_tag(other, tag)
    )


def _others(states: States, rows: RowArray, tag: str) -> RowArray:
    """Return the records whose main tag is not `tag`."""
    code = states.tag_names.index(tag) if tag in states.tag_names else -2
    other: RowArray = rows[states.decided[rows] != code]
    return other


def _accept(workspace: "Workspace", states: States, rows: RowArray) -> Change:
    """Accept the predictions in `states` as one undo step; records without a prediction are skipped."""
    predicted = states.predicted[rows]
    known, codes = rows[predicted >= 0], predicted[predicted >= 0]
    if (codes == codes[0]).all():
        return workspace.decisions.decide(known, states.tag_names[codes[0]], with_suggested=True)
    names = [(name, "") for name in states.tag_names]
    tags = dict(zip(known.tolist(), map(names.__getitem__, codes.tolist()), strict=True))
    label = message("Accept the predicted tags ({count:,} records)", count=len(tags))
    return workspace.decisions.decide_each(tags, (), label, with_suggested=True)


def _decide_new(
    workspace: "Workspace",
    publish: "Callable[[Change, Workspace], None]",
    rows: RowArray,
    name: str,
    *,
    also: bool,
) -> Change:
    """Add a tag to the tag set and decide it, in two undo steps; if it cannot be added, decide nothing."""
    decisions = workspace.decisions
    if also:
        decisions.check_several()
    publish(workspace.tag_set.set(with_added(workspace.tag_set.tags, (TagInfo(name, "", "", 0),))), workspace)
    return decisions.add_tag(rows, name) if also else decisions.decide(rows, name, with_suggested=True)


class IdenticalTextsOffer(QObject):
    """Shows a notification when other undecided records have the text of the record just decided."""

    def __init__(
        self, session: Session, jobs: Operations, writer: Writer, notifications: Notifications
    ) -> None:
        super().__init__()
        self._session = session
        self._writer = writer
        self._notifications = notifications
        self._job = Lane(self, jobs)
        self._offer: tuple[RowArray, str] | None = None
        self._notice: Notification | None = None
        session.opened.connect(self.withdraw)
        session.closed.connect(self.withdraw)
        session.past_changed.connect(self.withdraw)  # the offered records may not be visible in the past

    @property
    def offer(self) -> tuple[RowArray, str] | None:
        """The undecided records with the text of the last decided record, and its tag."""
        return self._offer

    @Slot()
    def take(self) -> None:
        """Decide the offered records."""
        workspace, offer = self._session.workspace, self._offer
        if workspace is None or offer is None or workspace.read_only:
            return
        self.withdraw()
        self._writer.write(partial(workspace.decisions.decide, *offer))

    @Slot()
    def withdraw(self) -> None:
        """Withdraw the offer with its notification, and drop the result of a search for another one."""
        self._job.cancel()
        self._notifications.withdraw(self._notice)
        self._offer = self._notice = None

    @Slot(object)
    def after(self, change: Change) -> None:
        """Offer the decision in `change` for the other records with the same text, once they are found."""
        workspace = self._session.workspace
        self.withdraw()
        if workspace is None or change.rows is None or len(change.rows) != 1:
            return
        if change.step is None or change.is_reversal:
            return
        Operation(_twins, workspace, int(change.rows[0])).success(self._make_offer).run(self._job)

    @Slot(object)
    def _make_offer(self, found: tuple[RowArray, str | None]) -> None:
        same, tag = found
        if tag is None or not len(same):  # the decision may have been removed meanwhile
            return
        self._offer = (same, tag)
        action = NotificationAction(tr("Apply to all {count:,} (A)", count=len(same) + 1), self.take)
        more = tr_plural(
            "{n:,} other record has the same text.",
            "{n:,} other records have the same text.",
            len(same),
        )
        self._notice = Notification(more, action=action)
        self._notifications.show_notice(self._notice)


def _twins(_progress: Progress, workspace: "Workspace", row: RowId) -> tuple[RowArray, str | None]:
    """Return the undecided records with the text of `row`, and its tag."""
    from mltag_desktop.core.workspace.decisions.decision_statistics import undecided_twins

    states = workspace.states()
    code = int(states.decided[row])
    return undecided_twins(workspace, states, row), states.tag_names[code] if code >= 0 else None


class NoteDrafts(QObject):
    """Connects the note fields of the detail panel and the focus view to the open workspace.

    Drafts go through the decision writer, so that a draft cannot overwrite a finished note.
    """

    def __init__(self, session: Session, writer: Writer, panes: Sequence[NotePane]) -> None:
        super().__init__()
        self._session = session
        self._writer = writer
        self._panes = tuple(panes)
        for pane in self._panes:
            pane.typed.connect(self._save_draft)
        session.opened.connect(self._show_writable)
        session.past_changed.connect(self._show_writable)

    @Slot()
    def finish(self) -> None:
        """Store the finished note before the table is left."""
        for pane in self._panes:
            pane.finish()

    @Slot(int, str)
    def _save_draft(self, row: int, text: str) -> None:
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only and 0 <= row < workspace.table.count:
            self._writer.write(partial(keep_draft, workspace, row, text))

    @Slot()
    def _show_writable(self) -> None:
        workspace = self._session.workspace
        on = workspace is not None and not workspace.read_only and self._session.past is None
        for pane in self._panes:
            pane.set_writable(on=on)
