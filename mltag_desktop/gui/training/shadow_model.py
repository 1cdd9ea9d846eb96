"""A candidate beside the model in force: its column, disagreements first in the queue, its running score."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.learning import shadow_model as shadow
from mltag_desktop.core.learning.shadow_model import ShadowModel, ShadowScore
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.curation.question_queue import QuestionQueueController
from mltag_desktop.gui.i18n.translation import translate_core_message
from mltag_desktop.gui.runtime.jobs import Job, JobRunner
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_model import TableModel

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

_SETTLE = 120
"""Milliseconds in which decisions are gathered before the score is counted anew."""
_MOST_FIRST = 2_000
_ASKS_ANEW = ChangeKind.RECORDS | ChangeKind.MAPPING | ChangeKind.TAGS


class ShadowModelController(QObject):
    """Signals: `changed(shadow)` when another candidate, or None, is beside; `scored(words)`, empty for none;
    `failed(error)`.
    """

    changed = Signal(object)
    scored = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: JobRunner, model: TableModel, questions: QuestionQueueController
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._model = model
        self._questions = questions
        self._shadow: ShadowModel | None = None
        self._job: Job | None = None
        self._counting: Job | None = None
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self._count)
        session.opened.connect(self._look)
        session.closed.connect(self._stop)
        session.changed.connect(self._note)

    @property
    def shadow(self) -> ShadowModel | None:
        """What the candidate beside says; None when there is none."""
        return self._shadow

    def put(self, version: str) -> None:
        """Put a candidate beside the model in force; empty for none."""
        workspace = self._session.workspace
        if workspace is None or workspace.read_only:
            return
        job = Job(_put, workspace, version)
        job.succeeded.connect(self._look)
        job.failed.connect(self.failed)
        self._jobs.run(job)

    @Slot()
    def _look(self) -> None:
        """Ask the candidate that the document names about the records, in the background."""
        self._stop()
        workspace = self._session.workspace
        if workspace is None or shadow.shadow_choice(workspace) is None:
            return
        job = Job(_look, workspace)
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        self._job = job
        self._jobs.run(job)

    @Slot()
    def _stop(self) -> None:
        for job in (self._job, self._counting):
            if job is not None:
                job.cancel()
        self._job = self._counting = None
        self._settle.stop()
        if self._shadow is not None:
            self._shadow = None
            self._model.set_beside(None)
            self._questions.put_first({})
            self.changed.emit(None)
            self.scored.emit("")

    @Slot(object)
    def _take(self, found: ShadowModel | None) -> None:
        self._job = None
        if found is None:
            return
        self._shadow = found
        self._model.set_beside(found.tag)
        self.changed.emit(found)
        self._count()

    @Slot(object)
    def _note(self, change: Change) -> None:
        if ChangeKind.MODELS in change.kinds:
            workspace = self._session.workspace
            kept = shadow.shadow_choice(workspace) if workspace is not None else None
            if kept is None or self._shadow is None or kept[0] != self._shadow.version:
                self._look()
                return
        if change.kinds & _ASKS_ANEW and (self._shadow is not None or self._job is not None):
            self._look()
        elif self._shadow is not None and not self._settle.isActive():
            self._settle.start()

    @Slot()
    def _count(self) -> None:
        workspace, beside = self._session.workspace, self._shadow
        if workspace is None or beside is None:
            return
        if self._counting is not None:
            self._settle.start()
            return
        job = Job(_count, workspace, beside)
        job.succeeded.connect(self._show)
        job.failed.connect(self.failed)
        job.ended.connect(self._end)
        self._counting = job
        self._jobs.run(job)

    @Slot(object)
    def _show(self, found: "tuple[dict[int, float], ShadowScore]") -> None:
        if self._shadow is not None:
            first, score = found
            self._questions.put_first(first)
            self.scored.emit(translate_core_message(score.words))

    @Slot()
    def _end(self) -> None:
        if self._counting is not None and self._counting.is_over:
            self._counting = None


def _put(progress: Progress, workspace: "Workspace", version: str) -> None:
    if version:
        shadow.start_shadow(workspace, version)
    else:
        shadow.stop_shadow(workspace)


def _look(progress: Progress, workspace: "Workspace") -> ShadowModel | None:
    kept = shadow.shadow_choice(workspace)
    if kept is None:
        return None
    version, since = kept
    return shadow.predict_shadow(
        progress, workspace, load_bundle(workspace.models.bundle_path(version)), since
    )


def _count(
    progress: Progress, workspace: "Workspace", beside: ShadowModel
) -> tuple[dict[int, float], ShadowScore]:
    rows = shadow.disagreements(workspace.states(), beside)[:_MOST_FIRST].tolist()
    first = {row: float(len(rows) - place) for place, row in enumerate(rows)}
    return first, shadow.score(workspace, beside)
