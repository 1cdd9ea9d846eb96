"""Runs decisions on models, and withdraws their notifications when they are undone."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.threshold_fallback import Fallback
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.training.thresholds.fallback_controller import (
    checks_action,
    fallback_words,
    find_fallback,
)
from mltag_desktop.gui.widgets.notifications import Notification, NotificationKind

if TYPE_CHECKING:  # it brings the plots
    from mltag_desktop.gui.report.report_window import ReportWindow

Decision = Callable[[Progress, Workspace], Change]


class ModelActions(QObject):
    """Runs decisions on models, notifies about the result, and withdraws outdated notifications."""

    def __init__(
        self,
        context: AppContext,
        report: "Callable[[], ReportWindow | None]",
        fail: Callable[[Exception], None],
        show: Callable[[Sequence[int], str], object],
        parent: QObject,
    ) -> None:
        """`report` returns the report window, if there is one; `fail` shows an error.

        `show` shows only the given records, with a description.
        """
        super().__init__(parent)
        self._session, self._jobs, self._notifications = context.session, context.jobs, context.notifications
        self._report, self._fail, self._show = report, fail, show
        self._notification: Notification | None = None
        self._active_version: str | None = None
        context.session.changed.connect(self._handle_change)

    def run(self, function: Decision, words: str, notice: str | Callable[[Workspace], str]) -> None:
        """Run `function` on the open workspace.

        Then show `words` in the report and `notice` in the window; the notice may depend on the result.
        """
        workspace = self._session.workspace
        if workspace is None:
            self._notifications.info(tr("No workspace is open."), tr("Open a table first."))
            return
        outcome = _Outcome(self, partial(self._publish, workspace, words, notice))
        Operation(_decided, self._jobs.worker, function, workspace, self._session.review_below).success(
            outcome.take
        ).failure(self._fail).ended(outcome.deleteLater).run(self._jobs)

    def _publish(
        self,
        workspace: Workspace,
        words: str,
        notice: str | Callable[[Workspace], str],
        outcome: tuple[Change, Fallback | None],
    ) -> None:
        change, fallback_after = outcome
        self._session.publish(change, workspace)
        if ChangeKind.MODELS in change.kinds:
            self._session.set_fallback(fallback_after, workspace)
        report = self._report()
        if words and report is not None:
            is_active = workspace.models.active == report.panel.report_version
            report.panel.set_decided(words, saves=is_active)
        if self._session.workspace is workspace:
            hint = fallback_words(self._session.fallback) if ChangeKind.MODELS in change.kinds else ""
            action = checks_action(self._session, self._show) if hint else None
            text = notice if isinstance(notice, str) else notice(workspace)
            self._notification = Notification(text, hint, NotificationKind.SUCCESS, action)
            self._active_version = workspace.models.active
            self._notifications.show_notice(self._notification)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        """Withdraw the notification and update the report when the active model has changed."""
        workspace = self._session.workspace
        if workspace is None or ChangeKind.MODELS not in change.kinds:
            return
        if self._notification is not None and workspace.models.active != self._active_version:
            self._notifications.withdraw(self._notification)
            self._notification = None
        report = self._report()
        if report is not None:
            report.update_actions(workspace)


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


class _Outcome(QObject):
    """Passes the result of a job on, on the GUI thread."""

    def __init__(self, parent: QObject, run: Callable[[tuple[Change, Fallback | None]], None]) -> None:
        super().__init__(parent)
        self._run = run

    @Slot(object)
    def take(self, outcome: tuple[Change, Fallback | None]) -> None:
        """Pass the result on."""
        self._run(outcome)
