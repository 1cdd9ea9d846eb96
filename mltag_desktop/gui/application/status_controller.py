"""Keeps the status bar in sync with the session and the running jobs."""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.types import Change, LivePredictions, Status
from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n import format_number, tr
from mltag_desktop.gui.main_window.bars import StatusBar, Step
from mltag_desktop.gui.operations import Writer
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.state.words import answer_words
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.training.fallback_controller import fallback_words
from mltag_desktop.gui.training.prediction_runner import PredictionRunner


class StatusController(QObject):
    """Shows the active model, whether all is saved, what is running, and how many records are decided.

    The number of records left is hidden while records are imported or predicted: it would go up and down.
    """

    def __init__(
        self,
        status_bar: StatusBar,
        session: Session,
        writer: Writer,
        workspace_opener: WorkspaceOpener,
        prediction_runner: PredictionRunner,
        record_order: RecordOrder,
        decision_controller: DecisionController,
    ) -> None:
        super().__init__(status_bar)
        self._status_bar = status_bar
        self._session = session
        self._workspace_opener = workspace_opener
        self._prediction_runner = prediction_runner
        self._record_order = record_order
        self._decision_controller = decision_controller
        self._counts: Counts | None = None
        opener, runner = workspace_opener, prediction_runner
        opener.started.connect(status_bar.clear_all)
        opener.left.connect(status_bar.clear_all)
        opener.found.connect(self._show_model)
        opener.found.connect(self._show_saved)
        writer.idle.connect(self._show_saved)
        session.model_changed.connect(self._show_model)
        session.changed.connect(self._handle_change)
        session.closed.connect(self._forget)
        record_order.counted.connect(self._set_counts)
        for event in (opener.complete, opener.failed, runner.ended, runner.held):
            event.connect(self._count_again)
        self.follow(Step.IMPORT, opener.progressed, opener.complete, opener.failed)
        self.follow(Step.PREDICTION, runner.progressed, runner.ended, runner.held, runner.failed)

    def follow(self, step: Step, progressed: SignalInstance, *ended: SignalInstance) -> None:
        """Show the progress of a step from now on."""
        progressed.connect(partial(self._status_bar.show_progress, step))
        for event in ended:
            event.connect(partial(self._end, step))

    def _end(self, step: Step, *_: object) -> None:
        self._status_bar.end_progress(step)

    @Slot()
    def _show_model(self) -> None:
        model, base, workspace = self._session.model, self._session.base, self._session.workspace
        if workspace is None:
            return
        tags, live = workspace.tag_set.tags, workspace.predictions.live
        if model is None:
            words = tr("loading the model")
        elif not tags:
            words = tr("no tags yet")
        elif live is not None:
            words = live_words(live, model.version)
        elif not are_task_of(tags, model.tags):
            words = tr("no model for these tags")
        elif base is not None and model.version == base.version:
            words = tr("model {version} (bundled)", version=model.version)
        else:
            words = tr("model {version}", version=model.version)
        self._status_bar.show_model(words, _estimate_hint(live, workspace.table.count) if live else "")

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if (ChangeKind.PREDICTIONS | ChangeKind.TAGS) & change.kinds:
            self._show_model()

    @Slot()
    def _show_saved(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._status_bar.show_saved(tr("Read-only") if workspace.read_only else tr("Saved"))

    @Slot(object, object)
    def _set_counts(self, counts: Counts, _faceted: Counts) -> None:
        self._counts = counts
        self.show_counts()

    @Slot()
    def _forget(self) -> None:
        self._counts = None

    @Slot()
    def _count_again(self) -> None:
        """Count at the end of an import or a prediction, since the latest count may lack records."""
        if not self._prediction_runner.is_running and not self._workspace_opener.is_importing:
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
        if not counts.is_final:
            self._status_bar.show_left(None, 0.0)
        else:
            why = fallback_words(self._session.fallback)
            self._status_bar.show_left(counts.to_review, self._decision_controller.seconds_per_record, why)


def _estimate_hint(live: LivePredictions, count: int) -> str:
    """Return how the estimates of `count` records were made, if the English encoder has read only some."""
    if not 0 < live.english < count:
        return ""
    return tr(
        "The English encoder has read {read} records. The estimates of the others are derived from these.",
        read=format_number(live.english),
    )


def live_words(live: LivePredictions, version: str) -> str:
    """Return what live predictions rest on: the active model of a `version` or the names of the tags."""
    answers = answer_words(live.answers - live.known, live.known, are_new=not live.by_names)
    if not live.by_names:
        return tr("model {version} and {answers}", version=version, answers=answers)
    return tr("tag names, {answers}", answers=answers) if live.answers else tr("estimated from tag names")
