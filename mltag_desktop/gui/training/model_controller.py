"""Training, reports, and decisions on models: promotion, rollback and deletion."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.learning.workspace_models import rolled_back_words, use_library_model
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_library import LibraryModel, ModelLibrary
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.training.candidate_evaluation import compare_models
from mltag_desktop.core.training.retraining import TrainingKind, TrainingPlan, make_plan, retrain
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.decisions.threshold_fallback import Fallback, draw_checks
from mltag_desktop.core.workspace.types import Change, ChangeKind, ModelInfo, RowArray, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation, Priority, without_progress
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.training.fallback_controller import checks_action, fallback_words, find_fallback
from mltag_desktop.gui.training.slices import PresentFilter, SlicesController, no_filter
from mltag_desktop.gui.training.training_dialog import TrainingDialog
from mltag_desktop.gui.widgets.dialogs import bring_up
from mltag_desktop.gui.widgets.notifications import (
    Notification,
    NotificationAction,
    NotificationKind,
    Notifications,
)

if TYPE_CHECKING:
    from mltag_desktop.gui.report.report_window import ReportPanel, ReportWindow

_NOTES: Final = "model notes"


@dataclass(frozen=True)
class ReportedModel:
    """A stored model and the report on it."""

    info: ModelInfo
    report: Report


def train_candidate(
    progress: Progress,
    worker: ProcessPool,
    how: TrainingKind,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    recipe: str | None = None,
) -> ReportedModel:
    """Train and evaluate a candidate in the worker process, and store it."""
    with scratch_folder() as folder:
        part = SubProgress(progress, 0.0, 0.97)
        made = worker.call(part, retrain, workspace, current, base, folder, how, recipe)
        progress.report(0.97, tr("saving the candidate"))
        saving = SubProgress(progress, 0.97, 1.0)
        return ReportedModel(made.add_to(workspace, saving), made.report)


def compare(
    progress: Progress,
    worker: ProcessPool,
    workspace: Workspace,
    base: LinearModel,
    first: str,
    second: str,
) -> ReportedModel:
    """Evaluate version `second` against `first` in the worker process."""
    report = worker.call(progress, compare_models, workspace, first, second, base)
    return ReportedModel(next(model for model in workspace.models.all() if model.version == second), report)


def notes_of(workspace: Workspace) -> dict[str, str]:
    """Return the notes on the workspace's models, by version."""
    stored = workspace.preference(_NOTES)
    return {str(key): str(words) for key, words in stored.items()} if isinstance(stored, dict) else {}


def as_listed(model: ModelInfo, base: LinearModel | None, tags: Sequence[TagInfo]) -> ModelInfo:
    """Return a model as the list shows it; differs only for the bundled model.

    For the tags of its task, it has the F1 from its manifest, because other models for these tags are
    measured on the same holdout. For other tags it has none, and is not active, because it predicts nothing.
    """
    if base is not None and not are_task_of(tags, base.tags):
        return model._replace(active=False) if model.bundled else model
    if not model.bundled or model.f1 is not None or base is None or base.version != model.version:
        return model
    f1 = base.manifest.metrics.get("holdout", {}).get("f1")
    return model._replace(f1=float(f1)) if f1 is not None else model


def keep_note(progress: Progress, workspace: Workspace, version: str, words: str) -> None:
    """Store a note on a model in the workspace; an empty note is deleted."""
    notes = {**notes_of(workspace), version: words}
    workspace.set_preference(_NOTES, {key: note for key, note in notes.items() if note})


Decision = Callable[[Progress, Workspace], Change]
Notice = str | Callable[[Workspace], str]
"""A notification about a decision, which may depend on its result."""


def _decided(
    progress: Progress,
    worker: ProcessPool,
    function: Decision,
    workspace: Workspace,
    limits: ReviewThresholds,
) -> tuple[Change, Fallback | None]:
    """Run a decision; return its change and the review fallback after it."""
    change = function(progress, workspace)
    if ChangeKind.MODELS not in change.kinds:
        return change, None
    return change, find_fallback(progress, worker, workspace, limits)


_SETTLED = 300
"""Milliseconds without a decision after which the training plan is computed again."""
_AFTER_REPORT = 2_000
"""Milliseconds to wait after a new report before the training plan is computed again."""
_DONE = tr("Done. The report is open.")
_COUNTED = ChangeKind.DECISIONS | ChangeKind.RECORDS | ChangeKind.TAGS | ChangeKind.MODELS


class ModelController(QObject):
    """Runs training and shows reports, up to the promotion of a model.

    Signals: `record_requested(row)` when a prediction change was clicked; `records_requested(rows,
    words)` to show only some records; `save_requested(version)` to save a model in the library;
    `training_progressed(share)` and `training_ended()`; `meaning_requested()` to show what the tags mean;
    `candidate_made(ModelInfo)` when a candidate has been trained and evaluated.
    """

    record_requested = Signal(int)
    records_requested = Signal(object, str)
    candidate_made = Signal(object)
    save_requested = Signal(str)
    meaning_requested = Signal()
    training_progressed = Signal(float)
    training_ended = Signal()

    def __init__(
        self,
        context: AppContext,
        *,
        present_filter: PresentFilter = no_filter,
    ) -> None:
        """`present_filter` returns what is filtered in the window, to make a slice of it."""
        super().__init__(context.window)
        self._context, self._session, self._jobs = context, context.session, context.jobs
        self._notifications = context.notifications
        self.slices = SlicesController(context, self._panel_shown, present_filter)
        """Opens the dialog for the slices that reports are evaluated on."""
        self._training: Operation | None = None
        self._started: float | None = None
        """When the running training started; None during a comparison."""
        self._planning = Lane(self, context.jobs)
        self._failure: tuple[Notifications, Notification] | None = None
        """The bar and the notification that say why the last training failed."""
        self._decision: Notification | None = None
        """The notification about the last decision on a model."""
        self._decided_version: str | None = None
        """The active model after that decision."""
        self._dialog = dialog = TrainingDialog(context.theme, context.window)
        dialog.notifications.failed.connect(context.notifications.failed)
        self._report: ReportWindow | None = None
        self._refresh_timer = QTimer(self, interval=_SETTLED, singleShot=True)
        self._refresh_timer.timeout.connect(self._refresh)
        context.session.changed.connect(self._handle_change)
        self._planning.ended.connect(partial(dialog.show_checking, on=False))
        dialog.shown.connect(self._refresh)
        dialog.start.clicked.connect(self.start)
        dialog.cancel.clicked.connect(self.cancel)
        dialog.roll_back_requested.connect(self.roll_back)
        dialog.report_requested.connect(self.show_model)
        dialog.checks.records_requested.connect(self.records_requested)
        dialog.alone.toggled.connect(self._refresh)
        dialog.compare_requested.connect(self.compare)
        dialog.delete_requested.connect(self.delete)
        dialog.model_list.noted.connect(self._keep_note)
        dialog.save_requested.connect(self.save_requested)

    @property
    def is_training(self) -> bool:
        """Whether a training is running."""
        return self._training is not None

    @property
    def seconds_of_training(self) -> float:
        """How long the running training has taken so far; 0 when none is running."""
        return time.monotonic() - self._started if self._started is not None else 0.0

    @property
    def shows_report(self) -> bool:
        """Whether a report is visible."""
        return self._report is not None and self._report.isVisible()

    def _panel_shown(self) -> "ReportPanel | None":
        return self.report_window.panel if self.shows_report else None

    @property
    def dialog(self) -> TrainingDialog:
        """The training dialog."""
        return self._dialog

    @property
    def report_window(self) -> "ReportWindow":
        """The report window, created on first use because it imports the templates of pages."""
        if self._report is None:
            from mltag_desktop.gui.report.report_window import ReportWindow

            self._report = ReportWindow(self._context)
            panel, requests = self._report.panel, self._report.panel.requests
            panel.notifications.failed.connect(self._notifications.failed)
            requests.slices.connect(self.slices.open)
            requests.meaning.connect(self.meaning_requested)
            requests.promote.connect(self.promote)
            requests.discard.connect(self.discard)
            requests.save.connect(self.save_requested)
            requests.record.connect(self.record_requested)
            requests.records.connect(self.records_requested)
            requests.checks.connect(self._draw_checks)
            requests.version.connect(self._show_version)
            requests.policy.connect(self._save_policy)
            self._report.installEventFilter(self)
        return self._report

    @Slot()
    def open_training(self) -> None:
        """Show the training dialog."""
        bring_up(self._dialog)

    @Slot()
    def open_report(self) -> None:
        """Show the report on the newest candidate, otherwise on the newest model with a report."""
        models = self._session.open_workspace.models.all()
        with_report = [model for model in models if model.report is not None]
        wanted = [model for model in with_report if model.candidate] or with_report
        if wanted:
            self.show_model(wanted[-1])
            return
        self._notifications.info(
            tr("There is no report yet."),
            tr("Train a candidate to get a report."),
            NotificationAction(tr("Train…"), self.open_training),
        )

    @Slot(object)
    def show_model(self, model: ModelInfo) -> None:
        """Show the stored report on `model`."""
        if model.report is not None:
            report = Report.from_json(model.report)
            self.report_window.show_report(report, self._session.open_workspace, model)
            self.slices.evaluate_stored_slices()

    @Slot()
    def _draw_checks(self) -> None:
        """Show random checks to decide, in the window."""
        workspace = self._session.open_workspace
        Operation(without_progress(draw_checks), workspace).success(self._show_checks).run(self._jobs)

    @Slot(object)
    def _show_checks(self, rows: RowArray) -> None:
        if len(rows):
            self._session.ask_checks(rows.tolist())
            self.records_requested.emit(rows.tolist(), tr("random checks"))
        else:
            self.report_window.panel.notifications.info(
                tr("All random checks are decided."), tr("Train again for a report on them.")
            )

    @Slot(str)
    def _show_version(self, version: str) -> None:
        """Show the stored report on an earlier version."""
        for model in self._session.open_workspace.models.all():
            if model.version == version:
                self.show_model(model)

    @Slot(object)
    def _save_policy(self, policy: PromotionPolicy) -> None:
        """Store the promotion policy in the workspace."""
        workspace = self._session.open_workspace
        if not workspace.read_only:
            Operation(without_progress(workspace.set_preference), "priority", policy.to_json()).run(
                self._jobs.writer
            )

    @Slot()
    def start(self) -> None:
        """Train a candidate in the background."""
        self._run(TrainingKind.ALONE if self._dialog.alone.isChecked() else TrainingKind.DECISIONS)

    def _run(self, how: TrainingKind) -> None:
        workspace, current, base = self._session.open_workspace, self._session.model, self._session.base
        if self._training is not None:
            return
        if current is None or base is None:
            self._dialog.set_idle(tr("The active model is still loading. Try again in a moment."))
            return
        job = (
            Operation(train_candidate, self._jobs.worker, how, workspace, current, base, self._dialog.recipe)
            .progress(self._pass_progress)
            .success(self._show_candidate)
        )
        self._started = time.monotonic()
        self.training_progressed.emit(0.0)
        self._begin(job, Priority.FIRST)

    def _begin(self, job: Operation, priority: Priority = Priority.NORMAL) -> None:
        """Run a training or a comparison, of which there is one at a time."""
        self._withdraw_failure()
        self._training = job
        self._dialog.set_training()
        job.progress(self._dialog.show_progress).failure(self._handle_failure).run(self._jobs, priority)

    @Slot(float, str)
    def _pass_progress(self, share: float, step: str) -> None:
        if self._training is not None:
            self.training_progressed.emit(share)

    @Slot()
    def cancel(self) -> None:
        """Stop the training; the dialog is usable at once, and a late result is dropped."""
        if self._training is not None:
            self._training.cancel()
            self._training.ended(self._refresh)
            self._set_idle(tr("Cancelled. Nothing was saved."))

    def _decide(self, function: Decision, words: str, notice: Notice) -> None:
        """Run a decision on a model; then show `words` in the report and `notice` in the window."""
        workspace = self._session.open_workspace
        Operation(_decided, self._jobs.worker, function, workspace, self._session.review_below).success(
            partial(self._show_decided, workspace, words, notice)
        ).failure(self._show_failure).run(self._jobs)

    def _show_decided(
        self, workspace: Workspace, words: str, notice: Notice, outcome: tuple[Change, Fallback | None]
    ) -> None:
        change, fallback_after = outcome
        is_of_models = ChangeKind.MODELS in change.kinds
        self._session.publish(change, workspace)
        if is_of_models:
            self._session.set_fallback(fallback_after, workspace)
        if words and self._report is not None:
            panel = self._report.panel
            panel.header.set_decided(words, saves=workspace.models.active == panel.report_version)
        if self._session.workspace is workspace:
            hint = fallback_words(self._session.fallback) if is_of_models else ""
            action = checks_action(self._session, self.records_requested.emit) if hint else None
            text = notice if isinstance(notice, str) else notice(workspace)
            self._decision = Notification(text, hint, NotificationKind.SUCCESS, action)
            self._decided_version = workspace.models.active
            self._notifications.show_notice(self._decision)

    @Slot(str)
    def promote(self, version: str) -> None:
        """Make `version` the active model."""
        self._decide(
            lambda _, workspace: workspace.models.promote(version),
            tr("Promoted. This can be undone."),
            tr("Model {version} is active. Its predictions replace the earlier ones.", version=version),
        )

    @Slot(str)
    def discard(self, version: str) -> None:
        """Delete the candidate `version`."""
        self._decide(
            lambda _, workspace: workspace.models.discard(version),
            tr("Discarded."),
            tr("Candidate {version} was discarded.", version=version),
        )

    @Slot(str)
    def delete(self, version: str) -> None:
        """Delete an inactive model permanently."""
        notice = tr("Model {version} was deleted.", version=version)
        self._decide(lambda _, workspace: workspace.models.discard(version, promoted=True), "", notice)

    def use_library_model(self, library: ModelLibrary, model: LibraryModel) -> None:
        """Make a model of the library the active one."""
        self._decide(
            partial(use_library_model, library=library, model=model),
            "",
            tr("The model “{name}” is active. Its predictions replace the earlier ones.", name=model.name),
        )

    @Slot(str, str)
    def compare(self, first: str, second: str) -> None:
        """Evaluate version `second` against `first` in the background, and show the report."""
        workspace, base = self._session.open_workspace, self._session.base
        if base is None or self._training is not None:
            return
        job = Operation(compare, self._jobs.worker, workspace, base, first, second)
        self._begin(job.success(self._show_compared))

    @Slot(object)
    def _show_compared(self, compared: ReportedModel) -> None:
        self._set_idle(_DONE)
        self.report_window.show_report(
            compared.report,
            self._session.open_workspace,
            compared.info,
            compared=True,
            activate=self._dialog.isActiveWindow(),
        )

    @Slot(str, str)
    def _keep_note(self, version: str, words: str) -> None:
        workspace = self._session.open_workspace
        if not workspace.read_only:
            Operation(keep_note, workspace, version, words).failure(self._show_failure).run(self._jobs.writer)

    def _update_model_list(self, workspace: Workspace) -> None:
        models = [
            as_listed(model, self._session.base, workspace.tag_set.tags) for model in workspace.models.all()
        ]
        self._dialog.show_models(
            models, workspace.models.sizes(), notes_of(workspace), free=not workspace.read_only
        )

    @Slot()
    def roll_back(self) -> None:
        """Make the previous model active again."""
        self._decide(lambda _, workspace: workspace.models.rollback(), "", self._rolled_back_words)

    def _rolled_back_words(self, workspace: Workspace) -> str:
        """Return what predicts the tags after a rollback."""
        return translate_core_message(rolled_back_words(workspace, self._session.base))

    @Slot(object)
    def _show_candidate(self, trained: ReportedModel) -> None:
        self._set_idle(_DONE)
        workspace = self._session.open_workspace
        self._update_model_list(workspace)
        self._refresh_timer.start(_AFTER_REPORT)
        waits = self._dialog.isActiveWindow()
        self.report_window.show_report(trained.report, workspace, trained.info, activate=waits)
        self.candidate_made.emit(trained.info)

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        self._set_idle(tr("Failed. Nothing was saved."))
        shown = self._place_for_errors()
        shown.failure(error)
        if isinstance(error, MltagError) and shown.current is not None:
            self._failure = shown, shown.current

    def _withdraw_failure(self) -> None:
        """Withdraw the notification about an earlier training, now that another one starts."""
        if self._failure is not None:
            shown, notice = self._failure
            shown.withdraw(notice)
            self._failure = None

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self._place_for_errors().failure(error)

    def _place_for_errors(self) -> Notifications:
        """Return the notifications where the user is: in the report, the dialog or the window."""
        if self._report is not None and self._report.isActiveWindow():
            return self._report.panel.notifications
        return self._dialog.notifications if self._dialog.isVisible() else self._notifications

    def _set_idle(self, words: str) -> None:
        self._training = self._started = None
        self._dialog.set_idle(words)
        self.training_ended.emit()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        """Update dialog and report, and withdraw a notification about another active model."""
        if change.kinds & _COUNTED and self._dialog.isVisible():
            self._refresh_timer.start(_SETTLED)
        workspace = self._session.workspace
        if workspace is None or ChangeKind.MODELS not in change.kinds:
            return
        if self._decision is not None and workspace.models.active != self._decided_version:
            self._notifications.withdraw(self._decision)
            self._decision = None
        if self._report is not None:
            self._report.update_actions(workspace)

    @Slot()
    def _refresh(self) -> None:
        """Compute the training plan again and update the model list."""
        workspace, base = self._session.workspace, self._session.base
        if workspace is None or not self._dialog.isVisible():
            return
        self._update_model_list(workspace)
        if workspace.read_only:
            self._dialog.forbid(tr("This workspace is read-only, so no candidate can be saved."))
            return
        if base is None:
            self._dialog.forbid(tr("The bundled model is still loading."))
            self._refresh_timer.start()
            return
        self._plan(workspace, base, checked=False)

    def _plan(self, workspace: Workspace, base: "LinearModel", *, checked: bool) -> None:
        """Compute the training plan: first what is used, which is quick, then the checks."""
        self._dialog.show_checking(on=True)
        Operation(
            make_plan, workspace, base, alone=self._dialog.alone.isChecked(), checked=checked
        ).in_worker(short=True).success(self._show_plan if checked else self._show_counted).failure(
            self._show_failure if checked else self._show_uncounted
        ).run(self._planning)

    @Slot(object)
    def _show_uncounted(self, error: Exception) -> None:
        self._dialog.forbid(tr("The decisions could not be counted. To try again, open this dialog again."))
        self._show_failure(error)

    @Slot(object)
    def _show_counted(self, plan: TrainingPlan) -> None:
        """Show what would be used, and go on with the checks."""
        self._show_plan(plan)
        base = self._session.base
        if base is not None and plan.decided:
            self._plan(self._session.open_workspace, base, checked=True)

    @Slot(object)
    def _show_plan(self, plan: TrainingPlan) -> None:
        workspace = self._session.open_workspace
        table = workspace.table
        column = "" if table.mapping.tag is None else table.columns[table.mapping.tag]
        self._dialog.show_plan(plan, workspace.tag_set.tags, column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back in the dialog that the report is open, when it is closed."""
        if event.type() == QEvent.Type.Hide and self._training is None:
            self._dialog.set_idle()
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Stop the work and delete the windows, because the workspace is closed."""
        self.cancel()
        self._planning.cancel()
        self._refresh_timer.stop()
        self.deleteLater()  # before the windows, whose events it handles
        for window in (self._dialog, self._report):
            if window is not None:
                window.hide()
                window.deleteLater()
        self._report = None
