"""Runs a shadow model: a table column, disagreements first in the queue, a running score."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.learning import shadow_model as shadow
from mltag_desktop.core.learning.shadow_model import ShadowModel, ShadowScore
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.i18n.translation import translate_core_message
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_model import TableModel

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

_SETTLE = 120
"""Milliseconds to collect decisions before the score is computed again."""
_MOST_FIRST = 2_000
_PREDICTS_AGAIN = ChangeKind.RECORDS | ChangeKind.MAPPING | ChangeKind.TAGS


class ShadowModelController(QObject):
    """Keeps column, question queue and score of the shadow model up to date.

    Signals: `changed(shadow)` when the shadow model changed, None without one; `scored(words)`, empty without
    one; `failed(error)`.
    """

    changed = Signal(object)
    scored = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Operations, model: TableModel, questions: QuestionQueueController
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._model = model
        self._questions = questions
        self._shadow: ShadowModel | None = None
        self._job: Operation | None = None
        self._counting = Lane(self, jobs)
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self._count)
        session.opened.connect(self._predict)
        session.closed.connect(self._stop)
        session.changed.connect(self._handle_change)

    @property
    def shadow(self) -> ShadowModel | None:
        """The shadow model's predictions; None without a shadow model."""
        return self._shadow

    def put(self, version: str) -> None:
        """Make a candidate the shadow model; an empty version stops it."""
        workspace = self._session.workspace
        if workspace is None or workspace.read_only:
            return
        Operation(_switch_shadow, workspace, version).success(self._predict).failure(self.failed).run(
            self._jobs
        )

    @Slot()
    def _predict(self) -> None:
        """Compute the predictions of the workspace's shadow model in the background."""
        self._stop()
        workspace = self._session.workspace
        if workspace is None or shadow.shadow_choice(workspace) is None:
            return
        self._job = (
            Operation(shadow.shadow_model_of, workspace)
            .in_worker(short=True)
            .success(self._set_shadow)
            .failure(self.failed)
            .run(self._jobs)
        )

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._counting.cancel()
        self._settle.stop()
        if self._shadow is not None:
            self._shadow = None
            self._model.set_shadow(None)
            self._questions.put_first({})
            self.changed.emit(None)
            self.scored.emit("")

    @Slot(object)
    def _set_shadow(self, found: ShadowModel | None) -> None:
        self._job = None
        if found is None:
            return
        self._shadow = found
        self._model.set_shadow(found.tag)
        self.changed.emit(found)
        self._count()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.MODELS in change.kinds:
            workspace = self._session.workspace
            chosen = shadow.shadow_choice(workspace) if workspace is not None else None
            if chosen is None or self._shadow is None or chosen[0] != self._shadow.version:
                self._predict()
                return
        if change.kinds & _PREDICTS_AGAIN and (self._shadow is not None or self._job is not None):
            self._predict()
        elif self._shadow is not None and not self._settle.isActive():
            self._settle.start()

    @Slot()
    def _count(self) -> None:
        workspace, shadow_model = self._session.workspace, self._shadow
        if workspace is None or shadow_model is None:
            return
        if self._counting.is_running:
            self._settle.start()
            return
        Operation(_count, workspace, shadow_model).success(self._show).failure(self.failed).run(
            self._counting
        )

    @Slot(object)
    def _show(self, found: "tuple[dict[int, float], ShadowScore]") -> None:
        if self._shadow is not None:
            first, score = found
            self._questions.put_first(first)
            self.scored.emit(translate_core_message(score.words))


def _switch_shadow(progress: Progress, workspace: "Workspace", version: str) -> None:
    if version:
        shadow.start_shadow(workspace, version)
    else:
        shadow.stop_shadow(workspace)


def _count(
    progress: Progress, workspace: "Workspace", shadow_model: ShadowModel
) -> tuple[dict[int, float], ShadowScore]:
    rows = shadow.disagreements(workspace.states(), shadow_model)[:_MOST_FIRST].tolist()
    first = {row: float(len(rows) - place) for place, row in enumerate(rows)}
    return first, shadow.score(workspace, shadow_model)
