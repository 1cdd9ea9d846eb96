"""Predicts records that have no prediction by the active model, visible rows first."""

import collections
import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.core.processes.pool import ProcessPool, WorkerStartError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowArray
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.operations import Operation, Operations, Priority
from mltag_desktop.gui.state.session import Follower, Session
from mltag_desktop.gui.training.model_suggestion import has_known_tags

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.pending_predictions import TextPredictions
    from mltag_desktop.core.workspace.records.text_store import TextPlaces
    from mltag_desktop.core.workspace.workspace import Workspace

CHUNK: Final = 8_000
"""Number of records per call of the worker process."""
_CALLS_AT_ONCE: Final = 2
"""The worker predicts in both while this process stores the result of an earlier call."""
_PREDICTED_HERE: Final = 1_000
_TRIGGERS: Final = ChangeKind.RECORDS | ChangeKind.MAPPING | ChangeKind.MODELS


class PredictionRunner(Follower):
    """Runs one prediction job at a time, and starts again when more records need predictions.

    A table is held, that is, not predicted, while its tag set is another task than the active model's, and
    while it is about something else than the bundled model and nobody has used the tags.

    Signals: `progressed(share)`; `ended()` when no record is left to predict, or after a failure; `held()`
    when the table is held instead; `failed(error)`.
    """

    progressed = Signal(float)
    ended = Signal()
    held = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Operations, on_screen: Callable[[], Sequence[int]]) -> None:
        super().__init__(session, jobs, 0)
        self._on_screen = on_screen
        self._job.ended.connect(self._handle_end)
        self._is_held = False
        session.opened.connect(self._restart)
        session.model_changed.connect(self._restart)

    @property
    def is_held(self) -> bool:
        """Whether the table is not predicted before its tags change."""
        return self._is_held

    @Slot()
    def stop(self) -> None:
        """Stop predicting; existing predictions stay."""
        self._job.cancel()

    @Slot()
    def _start_soon(self) -> None:
        """Start at once: the window shows that records are being predicted until all are."""
        self._start()

    @Slot()
    def _restart(self) -> None:
        self._job.cancel()
        self._start()

    def _start(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        self._is_held = False
        if workspace is None or model is None or workspace.read_only:
            return
        publish = self._session.publish
        on_screen = list(self._on_screen())
        is_base = model is self._session.base
        Operation(predict_pending, self._jobs.worker, workspace, model, publish, on_screen, is_base).success(
            self._note_held
        ).progress(self.progressed).failure(self.failed).run(self._job, Priority.FIRST)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        triggers = _TRIGGERS
        if self._is_held:
            triggers |= ChangeKind.TAGS | ChangeKind.DECISIONS  # somebody uses the tags, or has chosen others
        elif self._job.is_running:
            triggers |= ChangeKind.TAGS  # the job may have found the earlier tags
        if not change.kinds & triggers:
            return
        if self._lacks_tags():  # there is nothing to do before the tags or the model change
            if not self._job.is_running:
                self._is_held = True
            elif ChangeKind.TAGS in change.kinds:
                self._restart()
            return
        if not self._job.repeat():
            self._start()

    def _lacks_tags(self) -> bool:
        """Return whether the active model has another task than the tag set."""
        return self._session.workspace is not None and not has_known_tags(self._session)

    @Slot()
    def _handle_end(self) -> None:
        (self.held if self._is_held else self.ended).emit()

    @Slot(object)
    def _note_held(self, is_held: bool) -> None:
        self._is_held = is_held


@dataclass
class _StoredShare:
    """Progress of calls that run at once: reports the share of all records that is stored already."""

    parent: Progress
    share: float = 0.0

    def report(self, fraction: float, step: str = "") -> None:
        """Report the share that is stored; `fraction` is of the records of one call."""
        self.parent.report(self.share, step)


def predict_pending(
    progress: Progress,
    worker: ProcessPool,
    workspace: "Workspace",
    model: "LinearModel",
    publish: Callable[[Change, "Workspace"], None],
    first: Sequence[int],
    is_base: bool = False,
) -> bool:
    """Predict all records that `model` has not predicted, rows in `first` first.

    Returns whether none was predicted because the tag set is another task, or because `model` is the base
    model and the table is about other things.

    The first records are predicted in this process: they take less time than starting the worker process,
    which predicts the others. So are all records, more slowly, if that process cannot be started.
    """
    from mltag_desktop.core.learning.off_topic_records import is_unlike
    from mltag_desktop.core.workspace.pending_predictions import predict_places

    if not are_task_of(workspace.tag_set.tags, model.tags) or (is_base and is_unlike(workspace, model)):
        return True
    pending, done, asked = workspace.pending_predictions, 0, 0
    calls: collections.deque[tuple[RowArray, Future[TextPredictions]]] = collections.deque()
    stored = _StoredShare(progress)

    def store(rows: RowArray, found: "TextPredictions") -> None:
        nonlocal done
        publish(pending.put(rows, *found), workspace)
        done += len(rows)
        stored.share = done / max(1, workspace.table.count)
        stored.report(1.0, tr("predicting"))

    def predicted(places: "TextPlaces") -> "TextPredictions":
        try:
            return worker.short_call(stored, predict_places, model, places)
        except WorkerStartError:
            return predict_places(stored, model, places)

    def store_oldest() -> None:
        rows, call = calls.popleft()
        store(rows, call.result())

    sizes = itertools.chain((_PREDICTED_HERE,), itertools.repeat(CHUNK))
    at_once = 1 if model.is_heavy else _CALLS_AT_ONCE
    with ThreadPoolExecutor(at_once, "mltag predictions") as threads:
        for rows, places in pending.places(model.version, sizes=sizes, first=first):
            asked += len(rows)
            if asked <= 2 * _PREDICTED_HERE and not model.is_heavy:
                store(rows, predict_places(stored, model, places))
                continue
            if len(calls) > at_once:  # one more, so that the worker never waits
                store_oldest()
            calls.append((rows, threads.submit(predicted, places)))
        while calls:
            store_oldest()
    trim_heap()  # stored predictions leave free pages between used ones
    return False
