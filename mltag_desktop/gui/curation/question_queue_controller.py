"""Keeps the question queue and the off-topic records up to date in the background.

Learns from decisions in the background: which record to ask about next, and which may be off topic.
"""

import random
from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.learning.question_queue import (
    AUDIT_SHARE,
    LearnedQueue,
    Question,
    QuestionQueue,
    check_queue,
    is_open_in,
    learn_queue,
)
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowId
from mltag_desktop.gui.operations import Operation, Operations, Priority
from mltag_desktop.gui.state.session import Follower, Session
from mltag_desktop.gui.table.table_model import TableModel

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

Test = Callable[[RowId], bool]
_RELEVANT = ChangeKind.DECISIONS | ChangeKind.RECORDS | ChangeKind.MAPPING | ChangeKind.TAGS
_AUTOMATIC: Final = "margin"
"""The query strategy of the automatic order; `mltag simulate` compares it with others."""
_SETTLE = 40
"""Milliseconds in which changes are collected before the queue is retrained."""
_AFTER_OPENING = 600
"""Milliseconds after opening before the first training, which imports the training code."""
_TAGGED_FIRST = 2_000
"""Number of leading records that must have predictions before the first training."""


class QuestionQueueController(Follower):
    """Retrains the queue after changes; asking for a question never waits for the training.

    Signals: `trained(line)` when the decisions so far were taken in; `order_changed(order)`;
    `forgotten()` when the reasons so far do not hold any more;
    `estimating(share)` while tags that no model knows are estimated for the first time, `estimated()` after.
    """

    trained = Signal(object)
    order_changed = Signal(str)
    forgotten = Signal()
    estimating = Signal(float)
    estimated = Signal()

    def __init__(
        self,
        session: Session,
        jobs: Operations,
        model: TableModel,
        order: str,
        *,
        uses_encoder: Callable[[], bool] = bool,
    ) -> None:
        """`uses_encoder` returns whether tags that no model knows are learned with the sentence encoder."""
        super().__init__(session, jobs, _SETTLE)
        self._uses_encoder = uses_encoder
        self._model = model
        self._order = order
        self.draw: Callable[[], float] = random.Random(0).random  # noqa: S311 - no secret
        self._sample = 0
        """Number of the sample of the table that the queue's model is trained on."""
        self._wants_check = False
        self.new_answers = 0
        """Number of answers that the active model was not trained on, when the queue was last trained."""
        self._line: QuestionQueue | None = None
        self._job.ended.connect(self._handle_end)
        self._job.repeat_due.connect(self.estimated)
        self._reasons: dict[RowId, Question] = {}
        self._checks: tuple[RowId, ...] = ()
        self._why_check = ""
        session.opened.connect(self._start_over)
        session.model_changed.connect(self._start_over)

    @property
    def order(self) -> str:
        """The order of the questions: "automatic" or "table"."""
        return self._order

    @property
    def line(self) -> QuestionQueue | None:
        """The current queue; None until it was trained once."""
        return self._line

    @property
    def has_learned(self) -> bool:
        """Whether what earlier answers teach is shown, or they are not being learned from."""
        workspace = self._session.workspace
        return workspace is None or self._line is not None or self.is_idle or not workspace.journal.last

    def choose(self, order: str) -> None:
        """Switch to another order."""
        if order != self._order:
            self._order = order
            self.order_changed.emit(order)
            self._start()

    def put_checks(self, rows: Sequence[RowId], why: str) -> None:
        """Ask about these records of a certification before all others, with this reason."""
        self._checks, self._why_check = tuple(rows), why
        self._session.ask_checks(rows)

    def next(self, but: Container[RowId]) -> Question | None:
        """Return the next question among the shown records, or occasionally a random check for the audit set.

        Records in `but` are left out; None if there is no question.
        """
        workspace, line = self._session.workspace, self._line
        if workspace is None:
            return None
        fits, wanted = self._tests(workspace, but)
        check = next((row for row in self._checks if fits(row)), None)
        question: Question | None = None
        if check is not None:
            question = Question(check, self._why_check, audit=True)
        elif line is not None and self._order != "table":
            drawn = line.draw_audit(fits) if self.draw() < AUDIT_SHARE else None
            question = drawn or line.next(wanted) or line.next(fits)
        if question is not None:
            self._reasons[question.row] = question
            if question.audit:
                self._session.ask_checks([question.row])
        return question

    def peek(self, but: Container[RowId]) -> RowId | None:
        """Return the record that `next` would return unless it draws a random check."""
        workspace, line = self._session.workspace, self._line
        if workspace is None or line is None or self._order == "table":
            return None
        fits, wanted = self._tests(workspace, but)
        question = line.next(wanted) or line.next(fits)
        return question.row if question else None

    def _tests(self, workspace: "Workspace", but: Container[RowId]) -> tuple[Test, Test]:
        """Return a test for shown records that wait for a decision, and one for those below the threshold."""
        states, place_of = workspace.states(), self._model.place_of
        waiting, low = is_open_in(states, but), is_open_in(states, but, self._session.review_below)
        return (
            lambda row: place_of(row) >= 0 and waiting(row),
            lambda row: place_of(row) >= 0 and low(row),
        )

    def why(self, row: RowId) -> str:
        """Return the reason why a record was asked about; empty if it was not."""
        asked = self._reasons.get(row)
        return asked.why if asked else ""

    @Slot()
    def renew(self) -> None:
        """Train again, for example because more texts have an embedding."""
        if self._session.workspace is not None:
            self._start_soon()

    @Slot()
    def _start_over(self) -> None:
        self._stop()
        if self._session.workspace is not None and self._session.base is not None:
            self._settle.start(_AFTER_OPENING)

    @Slot()
    def _stop(self) -> None:
        was_running = self._job.is_running
        super()._stop()
        if was_running:
            self.estimated.emit()
        self._line = None
        self.new_answers = 0
        self._sample += 1
        self._wants_check = False
        self._reasons.clear()
        self.forgotten.emit()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        is_threshold = ChangeKind.REVIEW in change.kinds and change.step is not None  # proven again
        if self._session.base is None or not (change.kinds & _RELEVANT or is_threshold):
            return
        if ChangeKind.MAPPING in change.kinds or (ChangeKind.RECORDS in change.kinds and change.rows is None):
            self._sample += 1
        self._start_soon()

    def _start(self) -> None:
        workspace, base, model = self._session.workspace, self._session.base, self._session.model
        if workspace is None or base is None or model is None:  # a new model starts it again
            return
        if (
            not workspace.table.complete
            or not workspace.table.count
            or (self._line is None and (self._is_untagged() or self._is_undecided_yet(workspace)))
        ):
            self._settle.start(_AFTER_OPENING)  # records are still being imported or have no predictions yet
            return
        if self._job.repeat():
            return
        worker, key, with_encoder = self._jobs.worker, self._key(workspace), self._uses_encoder()
        order = self._order if self._order == "table" else _AUTOMATIC

        def learn(progress: Progress) -> LearnedQueue:
            return worker.short_call(
                progress, learn_queue, key, workspace, base, order, model, with_encoder=with_encoder
            )

        Operation(learn_and_show, learn, workspace, self._session.publish).success(self._set_queue).progress(
            self._pass_progress
        ).run(self._job)

    @Slot(float, str)
    def _pass_progress(self, share: float, _step: str) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or workspace.predictions.live is not None:
            return
        if not are_task_of(workspace.tag_set.tags, model.tags):
            self.estimating.emit(share)

    def _is_undecided_yet(self, workspace: "Workspace") -> bool:
        """Return whether there is nothing to learn from while records are predicted in the same process."""
        return self._jobs.holds_analyses and not workspace.journal.last

    def _is_untagged(self) -> bool:
        """Return whether the first records lack predictions; importing the training code would delay them."""
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or workspace.read_only:
            return False
        tags = workspace.tag_set.tags
        if tags and model is not None and not are_task_of(tags, model.tags):
            return False  # they are never predicted
        return bool(np.isnan(workspace.states().margin[:_TAGGED_FIRST]).any())

    @Slot(object)
    def _set_queue(self, found: LearnedQueue) -> None:
        self._line, self._wants_check = found.queue, found.wants_check
        self.new_answers = found.new_answers
        self.trained.emit(self._line)

    @Slot()
    def _handle_end(self) -> None:
        self.estimated.emit()
        if self._wants_check:
            self._check()

    def _check(self) -> None:
        """Check in the background whether the queue's model helps; a new decision is handled first."""
        self._wants_check = False
        workspace, base = self._session.workspace, self._session.base
        if workspace is None or base is None:
            return
        Operation(check_queue, self._key(workspace), workspace, base).in_worker(short=True).run(self._job)

    def _key(self, workspace: "Workspace") -> str:
        """Return the name of the queue's model in the worker process."""
        return f"{workspace.path} {self._sample}"


def learn_and_show(
    progress: Progress,
    learn: Callable[[Progress], LearnedQueue],
    workspace: "Workspace",
    publish: Callable[[Change, "Workspace"], None],
) -> LearnedQueue:
    """Train the queue's model in the worker process, and show its live predictions."""
    found = learn(progress)
    progress.report(1.0)
    change = workspace.predictions.show_live(found.live)
    if change.kinds:
        publish(change, workspace)
    return found._replace(live=None)


_OFF_TOPIC_SETTLE: Final = 300
"""Milliseconds in which decisions are collected."""


class OffTopicController(Follower):
    """Finds the records that may be off topic in the worker process, one call at a time.

    Signals: `ended()` when they are up to date, or after a failure.
    """

    ended = Signal()

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__(session, jobs, _OFF_TOPIC_SETTLE)
        self._job.ended.connect(self._handle_end)
        self._is_complete = True

    @property
    def is_complete(self) -> bool:
        """Whether all records were compared since the last predictions; decisions move few of them."""
        return self._is_complete

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.DECISIONS | ChangeKind.TAGS):
            self._settle.start(_OFF_TOPIC_SETTLE)

    @Slot()
    def refresh(self) -> None:
        """Find the records again if the model or the table changed, for example once predicted."""
        self._start()
        self._is_complete = not self._job.is_running

    @Slot()
    def _handle_end(self) -> None:
        self._is_complete = True
        self.ended.emit()

    def _start(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or workspace.read_only or not workspace.table.complete:
            return
        if self._job.repeat():
            return
        Operation(find_and_show, self._jobs.worker, workspace, model, self._session.publish).run(
            self._job, Priority.ANALYSIS
        )

    @Slot()
    def _stop(self) -> None:
        super()._stop()
        self._is_complete = True


def find_and_show(
    progress: Progress,
    worker: ProcessPool,
    workspace: "Workspace",
    model: "LinearModel",
    publish: Callable[[Change, "Workspace"], None],
) -> None:
    """Find the records that may be off topic in the worker process, unless they are known."""
    from mltag_desktop.core.learning.off_topic_records import find_off_topic, is_due

    if not is_due(workspace, model):
        return
    found = worker.short_call(progress, find_off_topic, workspace, model)
    progress.report(1.0)  # the table may be closed by now
    change = workspace.off_topic.put(*found)
    if change.kinds:
        publish(change, workspace)
