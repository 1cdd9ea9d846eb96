"""Explains why records stay in review after a promotion, and shows the random checks that end it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.processes.pool import ProcessPool, WorkerEndedError, WorkerStartError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.threshold_fallback import Fallback, fallback, is_first_of_own_tags
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.operations import Operation, Operations
from mltag_desktop.gui.state.session import Follower, Session
from mltag_desktop.gui.widgets.notifications import NotificationAction

_AFTER_CHOICE: Final = 100
"""Milliseconds from a change of model, threshold or table to the computation of the fallback."""
_AFTER_DECISION: Final = 1_000
"""Milliseconds from a decision or prediction to the next count of random checks."""
_OF_CHECKS: Final = ChangeKind.DECISIONS | ChangeKind.PREDICTIONS


class FallbackController(Follower):
    """Keeps the session's fallback up to date, in a job.

    Signals: `updated()` when the fallback may have changed.
    """

    updated = Signal()

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__(session, jobs, _AFTER_DECISION)
        self._needs_new_fallback = False
        """Whether something other than decisions and predictions has changed."""
        session.opened.connect(self.renew)

    @Slot()
    def renew(self) -> None:
        """Compute the fallback again, for example after a change of model or threshold."""
        workspace = self._session.workspace
        if workspace is None or (len(workspace.models.promoted) < 2 and self._session.fallback is None):
            return  # no model was promoted
        self._needs_new_fallback = True
        self._settle.start(_AFTER_CHOICE)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & ~_OF_CHECKS:
            self.renew()
        elif self._session.fallback is not None:
            self._start_soon()
        elif self._session.workspace is not None and is_first_of_own_tags(self._session.workspace):
            self._start_soon()  # later decisions may contradict what released its records

    def _start(self) -> None:
        workspace, known = self._session.workspace, self._session.fallback
        if workspace is None or self._job.repeat():
            return
        is_new, self._needs_new_fallback = self._needs_new_fallback, False
        if len(workspace.models.promoted) < 2:
            self._set_fallback((workspace, None))
            return
        if is_new:
            known = None
        Operation(_found, self._jobs.worker, workspace, self._session.review_below, known).success(
            self._set_fallback
        ).run(self._job)

    @Slot(object)
    def _set_fallback(self, found: tuple[Workspace, Fallback | None]) -> None:
        workspace, state = found
        self._session.set_fallback(state, workspace)
        self.updated.emit()


def _found(
    progress: Progress,
    worker: ProcessPool,
    workspace: Workspace,
    limits: ReviewThresholds,
    known: Fallback | None,
) -> tuple[Workspace, Fallback | None]:
    if known is not None:
        return workspace, known.renewed(workspace)
    return workspace, find_fallback(progress, worker, workspace, limits)


def find_fallback(
    progress: Progress, worker: ProcessPool, workspace: Workspace, limits: ReviewThresholds
) -> Fallback | None:
    """Compute the fallback in the worker process, or in this one if that fails."""
    try:
        found = worker.short_call(progress, fallback, workspace, limits)
        return found and found.renewed(workspace)  # the other process does not know the live predictions
    except (WorkerStartError, WorkerEndedError):
        return fallback(progress, workspace, limits)


def fallback_words(fallback: Fallback | None) -> str:
    """Return why records stay in review that the active model is sure about; empty if they do not."""
    if fallback is None:
        return ""
    if not fallback.earlier and not fallback.checks:
        return tr(
            "No decided record shows yet how often confident predictions are right, so all stay in review."
        )
    if not fallback.earlier:
        return tr(
            "Of {checks:,} tagged records at or above the review threshold, {right:,} are predicted "
            "correctly by models that have not seen them. Records of a confidence that this does not prove "
            "stay in review.",
            checks=fallback.checks,
            right=fallback.right,
        )
    if fallback.checks < fallback.needed:
        return tr(
            "The new confidence is not measured on this table yet ({checks:,} of {needed:,} random checks), "
            "so records that model {earlier} was unsure about stay in review.",
            checks=fallback.checks,
            needed=fallback.needed,
            earlier=fallback.earlier,
        )
    return tr(
        "Only {right:,} of {checks:,} confident answers in random checks are right, so records that model "
        "{earlier} was unsure about stay in review.",
        right=fallback.right,
        checks=fallback.checks,
        earlier=fallback.earlier,
    )


def checks_action(
    session: Session, show: Callable[[Sequence[int], str], object]
) -> NotificationAction | None:
    """Return a button that shows the undecided random checks; None if there are no checks left."""
    fallback = session.fallback
    if fallback is None or (fallback.earlier and fallback.checks >= fallback.needed):
        return None
    rows = fallback.open_checks.tolist()

    def show_checks() -> None:
        session.ask_checks(rows)
        show(rows, tr("random checks"))

    return NotificationAction(tr("Show random checks"), show_checks) if rows else None
