"""Keeps the certification up to date, asks for its checks, and issues the certificate."""

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.learning.certification.certification import Proposal, propose
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.certificates import (
    CertificationState,
    CheckState,
    cancel,
    certificate_note,
    certification_state,
    cut_words,
    finish,
    start,
)
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.i18n.translation import tr, tr_plural, translate_core_message
from mltag_desktop.gui.runtime.operations import Lane, Operation
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.training.certification.certificate_words import (
    checks_words,
    failed_words,
    state_words,
    status_words,
)
from mltag_desktop.gui.training.certification.certify_dialog import CertifyDialog
from mltag_desktop.gui.widgets.layout.window_placement import bring_up
from mltag_desktop.gui.widgets.notifications import NotificationAction

_SETTLE = 60
"""Milliseconds to collect changes before the checks are counted again."""


class CertificationController(QObject):
    """Opens the certification dialog, and follows a running certification while records are decided.

    Signals: `state_shown(words, reason)` with the state for the status bar, and why it is so;
    `validity_changed()` when there is a valid certificate now, or none any more.
    """

    state_shown = Signal(str, str)
    validity_changed = Signal()

    def __init__(
        self, context: AppContext, navigator: RecordNavigator, questions: QuestionQueueController
    ) -> None:
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self._navigator, self._questions = navigator, questions
        self._dialog: CertifyDialog | None = None
        self._state: CertificationState | None = None
        self._proposal: Proposal | None = None
        self._counting, self._proposing = Lane(self, context.jobs), Lane(self, context.jobs)
        self._shown: frozenset[int] = frozenset()
        """The records that the curator is checking."""
        self._is_starting = self._may_issue = False
        self._earlier: ReviewThresholds | None = None
        """The review thresholds before the certificate is issued; None if none is being issued."""
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self._count)
        self._session.opened.connect(self._refresh_soon)
        self._session.closed.connect(self._stop)
        self._session.changed.connect(self._handle_change)

    @Slot()
    def open(self) -> None:
        """Show the dialog, with a proposal if no certification is running."""
        if self._session.workspace is None:
            self._context.notifications.info(tr("No workspace is open."), tr("Open a table first."))
            return
        if self._dialog is None:
            self._dialog = CertifyDialog(self._context.theme, self._context.window)
            self._dialog.proposal_wanted.connect(self._propose)
            self._dialog.start_requested.connect(self._start)
            self._dialog.checks_requested.connect(self.show_checks)
            self._dialog.issue_requested.connect(self._issue)
            self._dialog.cancel_requested.connect(self._cancel)
        self._show_state()
        bring_up(self._dialog)
        if self._state is None or self._state.running is None:
            self._dialog.want_proposal()

    @Slot()
    def ask_checks(self) -> None:
        """Show the records to check if a certification is running, and the dialog if not."""
        checks = self._state.checks if self._state is not None else None
        if checks is not None and checks.open:
            self.show_checks()
        else:
            self.open()

    @Slot()
    def show_checks(self) -> None:
        """Show the records to check, and only these."""
        checks = self._state.checks if self._state is not None else None
        if checks is None or not checks.open:
            return
        if self._dialog is not None:
            self._dialog.hide()
        self._shown = frozenset(checks.open)
        self._navigator.show_records(checks.open, tr("random checks for the certificate"))

    @Slot()
    def _refresh_soon(self) -> None:
        self._stop()
        self._settle.start()

    @Slot()
    def _stop(self) -> None:
        self._counting.cancel()
        self._proposing.cancel()
        self._state = self._proposal = None
        self._shown, self._is_starting, self._may_issue = frozenset(), False, False
        self._earlier = None
        self._settle.stop()
        self._questions.put_checks((), "")
        self.state_shown.emit("", "")
        if self._dialog is not None:
            self._dialog.hide()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.DECISIONS in change.kinds:
            self._may_issue = not change.is_reversal
        if not self._settle.isActive():
            self._settle.start()

    @Slot()
    def _count(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        if self._counting.is_running:
            self._settle.start()
            return
        Operation(_state_of, workspace).success(self._set_state).failure(
            self._context.notifications.failure
        ).run(self._counting)

    @Slot(object)
    def _set_state(self, found: tuple[Workspace, CertificationState]) -> None:
        workspace, state = found
        if workspace is not self._session.workspace:
            return
        before, self._state = self._state, state
        checks = state.checks if not state.void else None
        words = checks_words(state.running.allowed, checks) if state.running and checks else ""
        self._questions.put_checks(
            checks.open if checks else (), tr("Random check for the certificate: {words}.", words=words)
        )
        self._session.certificate = certificate_note(state)
        self.state_shown.emit(status_words(state), state_words(state))
        self._show_state()
        if before is not None and (before.valid is None) != (state.valid is None):
            self.validity_changed.emit()
        if self._is_starting and state.running is not None:
            self._is_starting = False
            self.show_checks()
        elif checks is not None and checks.complete and self._may_issue and not workspace.read_only:
            self._may_issue = False
            self._issue()
        elif self._shown and checks is not None and not self._shown.intersection(checks.open):
            self._go_on(status_words(state), checks)
        elif before is not None and state.valid is not None and before.certificate != state.certificate:
            self._shown = frozenset()
            self._context.notifications.success(
                translate_core_message(state.valid.sentence), self._review_words(workspace, state.valid.cut)
            )

    def _review_words(self, workspace: Workspace, cut: float) -> str:
        """Return what a new certificate means for the review."""
        words = tr("Records at {cut} or above need no review.", cut=cut_words(cut))
        earlier, self._earlier = self._earlier, None
        if earlier is None:
            return words
        states = workspace.states()
        certified = self._session.review_below.with_kept(None)  # a certificate ends the fallback
        before, now = (needs_review(states, limits) for limits in (earlier, certified))
        added = int(np.count_nonzero(now)) - int(np.count_nonzero(before))
        if added <= 0:
            return words
        more = tr_plural(
            "The review threshold is {cut} now, so there is {n:,} more record to review.",
            "The review threshold is {cut} now, so there are {n:,} more records to review.",
            added,
            cut=cut_words(cut),
        )
        return f"{words} {more}"

    def _go_on(self, words: str, checks: CheckState) -> None:
        """Say that the records that were shown do not suffice, or that more may prove a lower cut."""
        self._shown = frozenset()
        if not checks.open:
            hint = failed_words() if checks.failed else ""
            action = NotificationAction(tr("Certify…"), self.open)
            self._context.notifications.info(f"{words}.", hint, action)
        else:
            self._context.notifications.info(
                f"{words}.",
                tr("To stop here, issue the certificate: Model › Certify…") if checks.proven else "",
                NotificationAction(tr("Check records"), self.show_checks),
            )

    def _show_state(self) -> None:
        workspace, dialog = self._session.workspace, self._dialog
        if dialog is None or workspace is None:
            return
        was_running = dialog.is_running
        dialog.show_state(self._state or CertificationState(), writable=not workspace.read_only)
        if was_running and not dialog.is_running and dialog.isVisible():
            dialog.want_proposal()

    @Slot(float, int)
    def _propose(self, allowed: float, checks: int) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        self._proposal = None
        Operation(propose, workspace, allowed, checks).in_worker(short=True).success(
            self._show_proposal
        ).failure(self._report_no_proposal).run(self._proposing)

    @Slot(object)
    def _show_proposal(self, found: Proposal) -> None:
        self._proposal = found
        if self._dialog is not None:
            self._dialog.show_proposal(found)

    @Slot(object)
    def _report_no_proposal(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_failure(error)

    @Slot()
    def _start(self) -> None:
        workspace, proposal = self._session.workspace, self._proposal
        if workspace is not None and proposal is not None:
            self._proposal, self._is_starting = None, True
            self._context.writer.write(partial(start, workspace, proposal.plan))

    @Slot()
    def _issue(self) -> None:
        if self._session.workspace is not None:
            self._earlier = self._session.review_below
            self._context.writer.write(partial(finish, self._session.workspace))

    @Slot()
    def _cancel(self) -> None:
        if self._session.workspace is not None:
            self._shown = frozenset()
            self._context.writer.write(partial(cancel, self._session.workspace))


def _state_of(progress: Progress, workspace: Workspace) -> tuple[Workspace, CertificationState]:
    progress.report(0.0)
    return workspace, certification_state(workspace)
