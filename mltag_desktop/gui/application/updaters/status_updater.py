"""Keep the status bar in sync with the session and the running jobs."""

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import Change, LivePredictions, Status
from mltag_desktop.core.workspace.views.filtering import Counts
from mltag_desktop.gui.application.dialogs.model_dialogs import ModelDialogs
from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n.answer_words import answer_words
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.status_bar import StatusBar
from mltag_desktop.gui.runtime.decision_writer import DecisionWriter
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.training.active_model import ActiveModel
from mltag_desktop.gui.training.embedding_controller import EmbeddingController
from mltag_desktop.gui.training.prediction_runner import PredictionRunner
from mltag_desktop.gui.training.thresholds.fallback_controller import fallback_words


class WorkspaceStatusUpdater(QObject):
    """Shows the active model, and whether everything is saved."""

    def __init__(
        self,
        status_bar: StatusBar,
        session: Session,
        workspace_opener: WorkspaceOpener,
        writer: DecisionWriter,
    ) -> None:
        super().__init__(status_bar)
        self._status_bar = status_bar
        self._session = session
        workspace_opener.started.connect(status_bar.clear_all)
        workspace_opener.left.connect(status_bar.clear_all)
        workspace_opener.found.connect(self._show_model)
        workspace_opener.found.connect(self._show_saved)
        session.model_changed.connect(self._show_model)
        session.changed.connect(self._handle_change)
        writer.idle.connect(self._show_saved)

    @Slot()
    def _show_model(self) -> None:
        model, base, workspace = self._session.model, self._session.base, self._session.workspace
        if workspace is None:
            return
        tags = workspace.tag_set.tags
        if model is None:
            words = tr("loading the model")
        elif not tags:
            words = tr("no tags yet")
        elif (live := workspace.predictions.live) is not None:
            words = live_words(live, model.version)
        elif not are_task_of(tags, model.tags):
            words = tr("no model for these tags")
        elif base is not None and model.version == base.version:
            words = tr("model {version} (bundled)", version=model.version)
        else:
            words = tr("model {version}", version=model.version)
        self._status_bar.show_model(words)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if (ChangeKind.PREDICTIONS | ChangeKind.TAGS) & change.kinds:
            self._show_model()

    @Slot()
    def _show_saved(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._status_bar.show_saved(tr("Read-only") if workspace.read_only else tr("Saved"))


def live_words(live: LivePredictions, version: str) -> str:
    """Return what live predictions rest on: the active model of a `version` or the names of the tags."""
    answers = answer_words(live.answers - live.known, live.known, are_new=not live.by_names)
    if not live.by_names:
        return tr("model {version} and {answers}", version=version, answers=answers)
    return tr("tag names, {answers}", answers=answers) if live.answers else tr("estimated from tag names")


class ProgressUpdater(QObject):
    """Shows the progress of importing, then of predicting, training, estimating tags and reading texts."""

    def __init__(
        self,
        status_bar: StatusBar,
        workspace_opener: WorkspaceOpener,
        prediction_runner: PredictionRunner,
        active_model: ActiveModel,
        question_queue: QuestionQueueController,
        embeddings: EmbeddingController,
        model_dialogs: ModelDialogs,
    ) -> None:
        super().__init__(status_bar)
        self._status_bar = status_bar
        self._workspace_opener = workspace_opener
        self._prediction_runner = prediction_runner
        self._embeddings = embeddings
        question_queue.estimating.connect(self._show_estimating)
        question_queue.estimated.connect(self._end_estimating)
        embeddings.progressed.connect(self._show_reading)
        embeddings.ended.connect(self._end_reading)
        model_dialogs.training_progressed.connect(self._show_training)
        model_dialogs.training_ended.connect(self._end_reading)
        workspace_opener.progressed.connect(self._show_import)
        workspace_opener.complete.connect(self._end_import)
        workspace_opener.failed.connect(self._clear)
        prediction_runner.progressed.connect(self._show_predicting)
        for event in (prediction_runner.ended, prediction_runner.held):
            event.connect(self._end_predicting)
        prediction_runner.failed.connect(self._clear)
        active_model.failed.connect(self._clear)

    @Slot(float)
    def _show_import(self, share: float) -> None:
        self._status_bar.show_progress(tr("reading"), share)

    @Slot()
    def _end_import(self) -> None:
        if not self._prediction_runner.is_running and not self._embeddings.is_running:
            self._clear()

    @Slot(float)
    def _show_predicting(self, share: float) -> None:
        if not self._workspace_opener.is_importing:
            self._status_bar.show_progress(tr("predicting"), share)

    @Slot()
    def _end_predicting(self) -> None:
        if not self._workspace_opener.is_importing:
            self._clear()

    @Slot(float)
    def _show_training(self, share: float) -> None:
        if not self._workspace_opener.is_importing and not self._prediction_runner.is_running:
            self._status_bar.show_progress(tr("training"), share)

    @Slot(float)
    def _show_estimating(self, share: float) -> None:
        if not self._workspace_opener.is_importing and not self._prediction_runner.is_running:
            self._status_bar.show_progress(tr("estimating tags"), share)

    @Slot()
    def _end_estimating(self) -> None:
        if not self._embeddings.is_running:
            self._end_reading()

    @Slot(float)
    def _show_reading(self, share: float) -> None:
        if not self._workspace_opener.is_importing and not self._prediction_runner.is_running:
            self._status_bar.show_progress(tr("reading texts"), share)

    @Slot()
    def _end_reading(self) -> None:
        if not self._workspace_opener.is_importing and not self._prediction_runner.is_running:
            self._clear()

    @Slot()
    def _clear(self) -> None:
        self._status_bar.show_progress("", None)


class CountsUpdater(QObject):
    """Shows how many records are corrected, accepted and left to review.

    The number of records left is hidden while records are imported or predicted: it would go up and down.
    """

    def __init__(
        self,
        status_bar: StatusBar,
        session: Session,
        record_order: RecordOrder,
        decision_controller: DecisionController,
        workspace_opener: WorkspaceOpener,
        prediction_runner: PredictionRunner,
    ) -> None:
        super().__init__(status_bar)
        self._status_bar = status_bar
        self._session = session
        self._record_order = record_order
        self._workspace_opener = workspace_opener
        self._decision_controller = decision_controller
        self._prediction_runner = prediction_runner
        self._counts: Counts | None = None
        record_order.counted.connect(self._set_counts)
        session.closed.connect(self._forget)
        for event in (workspace_opener.complete, workspace_opener.failed):
            event.connect(self._count_imported)
        for event in (prediction_runner.ended, prediction_runner.held):
            event.connect(self._count_predicted)

    @Slot(object, object)
    def _set_counts(self, counts: Counts, _faceted: Counts) -> None:
        self._counts = counts
        self.show_counts()

    @Slot()
    def _forget(self) -> None:
        self._counts = None

    @Slot()
    def _count_imported(self) -> None:
        """Count at the end of an import, since the latest count may lack records."""
        if not self._prediction_runner.is_running:
            self._record_order.count_again()

    @Slot()
    def _count_predicted(self) -> None:
        """Count when the last record is predicted."""
        if not self._workspace_opener.is_importing:
            self._record_order.count_again()

    @Slot()
    def show_counts(self) -> None:
        """Show the counts again, for example when the reason why records stay in review changed."""
        counts = self._counts
        if counts is None:
            return
        status = counts.by_status
        accepted, corrected = status.get(Status.ACCEPTED, 0), status.get(Status.CORRECTED, 0)
        self._status_bar.show_decisions(accepted, corrected, counts.audited)
        is_predicting = counts.total > counts.predicted and self._prediction_runner.is_running
        if is_predicting or self._workspace_opener.is_importing:
            self._status_bar.show_left(None, 0.0)
        else:
            why = fallback_words(self._session.fallback)
            self._status_bar.show_left(counts.to_review, self._decision_controller.seconds_per_record, why)
