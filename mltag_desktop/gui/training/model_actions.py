"""Decisions on models: run, told of, and no longer told of once they are undone."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.threshold_fallback import Fallback, fallback
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.jobs import BackgroundJob, JobRunner
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.training.threshold_fallback import checks_action, fallback_words
from mltag_desktop.gui.widgets.notifications import Notification, NotificationKind, Notifications

if TYPE_CHECKING:  # it brings the plots
    from mltag_desktop.gui.report.report_window import ReportWindow

Decision = Callable[[Progress, Workspace], Change]


class ModelActions(QObject):
    """Runs one decision on a model at a time, tells its outcome, and keeps what it told true."""

    def __init__(
        self,
        session: Session,
        jobs: JobRunner,
        notices: Notifications,
        report: "Callable[[], ReportWindow | None]",
        fail: Callable[[Exception], None],
        show: Callable[[Sequence[int], str], object],
        parent: QObject,
    ) -> None:
        """`report` gives the window that shows reports, where there is one; `fail` says what went wrong.

        `show` shows some records alone, with words that say which.
        """
        super().__init__(parent)
        self._session, self._jobs, self._notices, self._report = session, jobs, notices, report
        self._fail, self._show = fail, show
        self._told: Notification | None = None
        self._in_force: str | None = None
        session.changed.connect(self._note)

    def run(self, function: Decision, words: str, notice: str) -> None:
        """Run `function` on the open workspace; then say `words` in the report and `notice` in the window."""
        workspace = self._session.workspace
        if workspace is None:
            self._notices.info(tr("No workspace is open."), tr("Open a table first."))
            return
        outcome = _Outcome(self, partial(self._take, workspace, words, notice))
        job = BackgroundJob(_decided, function, workspace, self._session.review_below)
        job.succeeded.connect(outcome.take)
        job.failed.connect(self._fail)
        job.ended.connect(outcome.deleteLater)
        self._jobs.run(job)

    def _take(
        self, workspace: Workspace, words: str, notice: str, outcome: tuple[Change, Fallback | None]
    ) -> None:
        change, stays_by = outcome
        self._session.publish(change, workspace)
        if ChangeKind.MODELS in change.kinds:
            self._session.set_fallback(stays_by, workspace)
        report = self._report()
        if words and report is not None:
            report.panel.set_decided(words)
        if self._session.workspace is workspace:
            stays = fallback_words(self._session.fallback) if ChangeKind.MODELS in change.kinds else ""
            action = checks_action(self._session, self._show) if stays else None
            self._told = Notification(notice, stays, NotificationKind.SUCCESS, action)
            self._in_force = workspace.models.current
            self._notices.show_notice(self._told)

    @Slot(object)
    def _note(self, change: Change) -> None:
        """Take away what is no longer so, as after an undo: the notice, and the words in the report."""
        workspace = self._session.workspace
        if workspace is None or ChangeKind.MODELS not in change.kinds:
            return
        if self._told is not None and workspace.models.current != self._in_force:
            self._notices.withdraw(self._told)
            self._told = None
        report = self._report()
        if report is not None:
            report.show_standing(workspace)


def _decided(
    progress: Progress, function: Decision, workspace: Workspace, limits: ReviewThresholds
) -> tuple[Change, Fallback | None]:
    """Run a decision; returns also what stays in review after it."""
    change = function(progress, workspace)
    return change, fallback(workspace, limits) if ChangeKind.MODELS in change.kinds else None


class _Outcome(QObject):
    """Hands on what a job came to, on the GUI thread."""

    def __init__(self, parent: QObject, run: Callable[[tuple[Change, Fallback | None]], None]) -> None:
        super().__init__(parent)
        self._run = run

    @Slot(object)
    def take(self, outcome: tuple[Change, Fallback | None]) -> None:
        """Hand the outcome on."""
        self._run(outcome)
