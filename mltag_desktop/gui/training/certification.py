"""Certification: its dialog, its checks while records are decided, and its certificate in words."""

from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.certification import Proposal, propose
from mltag_desktop.core.learning.sampling_plan import ALLOWED, usual_checks
from mltag_desktop.core.workspace.decisions.certificates import (
    CertificationState,
    CheckState,
    cancel,
    certificate_note,
    certification_state,
    cut_words,
    finish,
    start,
)
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.i18n import error_words, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation, without_progress
from mltag_desktop.gui.state.session import AppContext, Follower, RecordNavigator
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading, text_button
from mltag_desktop.gui.widgets.dialogs import Dialog, bring_up, fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column
from mltag_desktop.gui.widgets.notifications import NotificationAction
from mltag_desktop.gui.widgets.theme import GROUP, Theme


def state_words(state: CertificationState | None) -> str:
    """Return the state of the certification as a sentence."""
    if state is None:
        return ""
    if state.running is not None and state.checks is not None:
        if state.void:
            return tr(
                "{reason} The checks do not count any more. Cancel the certification and start again.",
                reason=translate_core_message(state.void),
            )
        return checks_words(state.running.allowed, state.checks)
    if state.certificate is None:
        return tr("Unverified: there is no certificate.")
    sentence = translate_core_message(state.certificate.sentence)
    if state.void:
        return tr(
            "Unverified: {reason} This certificate is void: {sentence}",
            reason=translate_core_message(state.void),
            sentence=sentence,
        )
    return sentence


def running_words(state: CertificationState) -> str:
    """Return what a running certification is about, and what it costs to cancel it; empty without one."""
    running, checks = state.running, state.checks
    if running is None or checks is None or state.void:
        return ""
    if checks.failed:
        return tr(
            "{advice} Cancel this certification first. The next one draws other records and needs more "
            "checks.",
            advice=failed_words(),
        )
    is_open = bool(checks.missing)
    loosest, strictest = running.cuts[-1], running.cuts[0]
    goal = tr(
        "To prove: at most {allowed:.0%} of the {records:,} records at {cut} or above are wrong.",
        allowed=running.allowed,
        records=strictest.records,
        cut=cut_words(strictest.cut),
    )
    further = tr(
        "Further checks may prove it for up to {records:,} records at {cut} or above.",
        records=loosest.records,
        cut=cut_words(loosest.cut),
    )
    price = tr("If you cancel, the next certification draws other records and needs more checks.")
    parts = (
        goal if is_open else "",
        further if is_open and running.stricter else "",
        price if state.is_used else "",
    )
    return " ".join(part for part in parts if part)


def failed_words() -> str:
    """Return what to do about a certification that failed."""
    return tr("Train with the corrected records, or allow a larger error.")


def status_words(state: CertificationState | None) -> str:
    """Return the state of the certification for the status bar; empty if there is nothing to certify."""
    if state is None or not state.has_predictions:
        return ""
    if state.running is not None and state.checks is not None and not state.void:
        proven, coming = state.checks.proven_cut, state.checks.next_cut
        if proven is None or coming is None:
            return checks_words(state.running.allowed, state.checks)
        return tr_plural(
            "{records:,} records proven; about {n:,} more check may prove {more:,}",
            "{records:,} records proven; about {n:,} more checks may prove {more:,}",
            len(state.checks.open),
            records=proven.records,
            more=coming.records,
        )
    issued = state.valid
    return tr("no certificate") if issued is None or state.running else translate_core_message(issued.short)


def checks_words(allowed: float, checks: CheckState) -> str:
    """Return how far the checks have come."""
    done = tr("{checked:,} checked, {wrong:,} wrong", checked=checks.checked, wrong=checks.wrong)
    if checks.postponed:
        done = tr_plural(
            "{done} ({n:,} skipped or unsure)",
            "{done} ({n:,} skipped or unsure)",
            checks.postponed,
            done=done,
        )
    if checks.missing is None:
        return tr(
            "{done}: too many to prove {allowed:.0%}",
            done=done,
            allowed=allowed,
        )
    if not checks.missing:
        return tr("{done}: {allowed:.0%} is proven", done=done, allowed=allowed)
    proven, coming = checks.proven_cut, checks.next_cut
    if proven is not None and coming is not None:
        return tr_plural(
            "{done}: {records:,} records at {cut} or above are proven; about {n:,} more check may prove "
            "{more:,} at {loosest} or above",
            "{done}: {records:,} records at {cut} or above are proven; about {n:,} more checks may prove "
            "{more:,} at {loosest} or above",
            checks.missing,
            done=done,
            records=proven.records,
            cut=cut_words(proven.cut),
            more=coming.records,
            loosest=cut_words(coming.cut),
        )
    return tr_plural(
        "{done}; about {n:,} more to prove at most {allowed:.0%} wrong",
        "{done}; about {n:,} more to prove at most {allowed:.0%} wrong",
        checks.missing,
        done=done,
        allowed=allowed,
    )


SIZE: Final = QSize(600, 320)
_USUAL: Final = 0.05
_EFFORTS: Final = (0.65, 1.0, 2.0, 3.0)
"""Numbers of checks to choose from, as multiples of the usual number."""
_ABOUT: Final = tr(
    "Random checks prove that no more than the allowed share of the records above some confidence is wrong. "
    "These records then need no review."
)


class CertifyDialog(Dialog):
    """Proposes, starts, follows and cancels a certification; the controller connects the buttons.

    Signals: `proposal_wanted(allowed, checks)` when a choice was made.
    """

    proposal_wanted = Signal(float, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Certify"))
        self.state = heading("")
        self.state.setWordWrap(True)
        self.state.setAccessibleName(tr("State of the certification"))
        self.about = MutedLabel(theme, _ABOUT)
        self.about.setAccessibleName(tr("About the certification"))
        self.allowed = QComboBox()
        self.allowed.setAccessibleName(tr("Allowed error"))
        for share in ALLOWED:
            self.allowed.addItem(format_number(share, ".0%"), share)
        self.allowed.setCurrentIndex(ALLOWED.index(_USUAL))
        self.checks = QComboBox()
        self.checks.setAccessibleName(tr("Maximum checks"))
        self.proposal = QLabel(wordWrap=True)
        self.proposal.setAccessibleName(tr("Proposed certification"))
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Allowed &error"), self.allowed)
        form.addRow(tr("&Maximum checks"), self.checks)
        form.addRow(self.proposal)
        self.start = PrimaryButton(theme, tr("&Start"))
        self.check = PrimaryButton(theme, tr("Check &records"))
        self.issue = QPushButton(tr("&Issue certificate"))
        self.cancel = QPushButton(tr("Ca&ncel certification"))
        close = text_button(tr("C&lose"), self.hide)
        buttons = button_row(self.start, self.check, self.issue, close, left=(self.cancel,))
        dialog_column(self, self.state, self.about, self._form, STRETCH, buttons, spacing=GROUP)
        self.is_running = False
        """Whether the dialog shows a running certification."""
        self._writable = True
        self._fill_checks()
        self.allowed.activated.connect(self._choose_allowed)
        self.checks.activated.connect(self.want_proposal)
        fit_screen(self, SIZE)

    def show_state(self, state: CertificationState, *, writable: bool) -> None:
        """Show the state of the certification; nothing can be started if it is not `writable`."""
        self.is_running = running = state.running is not None
        checks = state.checks if not state.void else None
        self._writable = writable
        self.state.setText(state_words(state))
        self.about.setText(running_words(state) or _ABOUT)
        self._form.setVisible(not running)
        self.start.setVisible(not running)
        self.check.setVisible(checks is not None and bool(checks.open))
        self.issue.setVisible(checks is not None and checks.proven)
        self.cancel.setVisible(running)
        for button in (self.issue, self.cancel):
            button.setEnabled(writable)
        self._fit()

    @Slot()
    def want_proposal(self) -> None:
        """Ask for a proposal for the present choice."""
        self.start.setEnabled(False)
        self.proposal.setText(tr("Choosing a confidence…"))
        self.proposal_wanted.emit(self.allowed.currentData(), self.checks.currentData())

    def show_proposal(self, found: Proposal) -> None:
        """Show what the certification would do."""
        self.proposal.setText(proposal_words(found))
        self.start.setEnabled(self._writable)
        self._fit()

    def show_failure(self, error: Exception) -> None:
        """Show why there is no proposal."""
        is_known = isinstance(error, MltagError)
        self.proposal.setText(error_words(error) if is_known else tr("No confidence could be proposed."))
        self.start.setEnabled(False)
        self._fit()

    @Slot()
    def _choose_allowed(self) -> None:
        self._fill_checks()
        self.want_proposal()

    def _fill_checks(self) -> None:
        usual = usual_checks(self.allowed.currentData())
        self.checks.clear()
        for effort in _EFFORTS:
            number = round(usual * effort)
            self.checks.addItem(format_number(number), number)
        self.checks.setCurrentIndex(_EFFORTS.index(1.0))

    def _fit(self) -> None:
        if self.isVisible():
            keep_on_screen(self)


def proposal_words(found: Proposal) -> str:
    """Return what a certification would do, as sentences."""
    known = found.plan.known
    existing = (
        tr_plural(
            "{n:,} random check that exists already counts.",
            "{n:,} random checks that exist already count.",
            known,
        )
        if known
        else ""
    )
    sentences = _cuts_words(found) if found.plan.stricter else _cut_words(found)
    return " ".join(filter(None, (*sentences, existing)))


def _cut_words(found: Proposal) -> tuple[str, str]:
    """Return what is to be proven for a single cut, and how many checks this takes."""
    first = tr_plural(
        "{n:,} record at {cut} or above would need no review, of {table:,} in the table.",
        "{n:,} records at {cut} or above would need no review, of {table:,} in the table.",
        found.undecided[0],
        cut=cut_words(found.plan.cut),
        table=found.table,
    )
    fewest = tr_plural(
        "This takes {n:,} random check if all are right",
        "This takes {n:,} random checks if all are right",
        found.fewest,
    )
    wrong = len(found.plan.needed) - 1
    most = (
        tr_plural(
            "{fewest}, and up to {most:,} if {n:,} is wrong.",
            "{fewest}, and up to {most:,} if {n:,} are wrong.",
            wrong,
            fewest=fewest,
            most=found.most,
        )
        if wrong
        else tr("{fewest}. None may be wrong.", fewest=fewest)
    )
    return first, most


def _cuts_words(found: Proposal) -> tuple[str, str]:
    """Return the same for a sequence of cuts."""
    strictest, loosest = found.plan.cuts[0], found.plan.cuts[-1]
    first = tr(
        "Up to {most:,} random checks show how far down the confidence may go: {first:,} records at {cut} or "
        "above would need no review, or even {last:,} at {loosest} or above, of {table:,} in the table.",
        most=found.most,
        first=found.undecided[0],
        cut=cut_words(strictest.cut),
        last=found.undecided[-1],
        loosest=cut_words(loosest.cut),
        table=found.table,
    )
    fewest = tr_plural(
        "The first proof takes {n:,} check if it is right.",
        "The first proof takes {n:,} checks if all are right.",
        found.fewest,
    )
    return first, fewest


_SETTLE = 60
"""Milliseconds to collect changes before the checks are counted again."""


class CertificationController(Follower):
    """Opens the certification dialog, and follows a running certification while records are decided.

    Signals: `state_shown(words, reason)` with the state for the status bar, and why it is so;
    `validity_changed()` when there is a valid certificate now, or none any more.
    """

    state_shown = Signal(str, str)
    validity_changed = Signal()

    def __init__(
        self, context: AppContext, navigator: RecordNavigator, questions: QuestionQueueController
    ) -> None:
        super().__init__(context.session, context.jobs, _SETTLE, context.window)
        self._context = context
        self._navigator, self._questions = navigator, questions
        self._dialog: CertifyDialog | None = None
        self._state: CertificationState | None = None
        self._proposal: Proposal | None = None
        self._proposing = Lane(self, context.jobs)
        self._shown: frozenset[int] = frozenset()
        """The records that the curator is checking."""
        self._is_starting = self._may_issue = False
        self._earlier: ReviewThresholds | None = None
        """The review thresholds before the certificate is issued; None if none is being issued."""
        self._session.opened.connect(self._refresh_soon)

    @Slot()
    def open(self) -> None:
        """Show the dialog, with a proposal if no certification is running."""
        if self._dialog is None:
            self._dialog = dialog = CertifyDialog(self._context.theme, self._context.window)
            dialog.proposal_wanted.connect(self._propose)
            dialog.start.clicked.connect(self._begin)
            dialog.check.clicked.connect(self.show_checks)
            dialog.issue.clicked.connect(self._issue)
            dialog.cancel.clicked.connect(self._cancel)
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
        self._start_soon()

    @Slot()
    def _stop(self) -> None:
        super()._stop()
        self._proposing.cancel()
        self._state = self._proposal = None
        self._shown, self._is_starting, self._may_issue = frozenset(), False, False
        self._earlier = None
        self._questions.put_checks((), "")
        self.state_shown.emit("", "")
        if self._dialog is not None:
            self._dialog.hide()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.DECISIONS in change.kinds:
            self._may_issue = not change.is_reversal
        self._start_soon()

    def _start(self) -> None:
        workspace = self._session.workspace
        if workspace is not None and not self._job.repeat():
            Operation(without_progress(certification_state), workspace).success(self._set_state).run(
                self._job
            )

    @Slot(object)
    def _set_state(self, state: CertificationState) -> None:
        workspace = self._session.open_workspace
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
        self._proposal = None
        Operation(propose, self._session.open_workspace, allowed, checks).in_worker(short=True).success(
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
    def _begin(self) -> None:
        proposal = self._proposal
        if proposal is not None:
            self._proposal, self._is_starting = None, True
            self._context.writer.write(partial(start, self._session.open_workspace, proposal.plan))

    @Slot()
    def _issue(self) -> None:
        self._earlier = self._session.review_below
        self._context.writer.write(partial(finish, self._session.open_workspace))

    @Slot()
    def _cancel(self) -> None:
        self._shown = frozenset()
        self._context.writer.write(partial(cancel, self._session.open_workspace))
