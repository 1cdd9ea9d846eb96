"""The certification dialog: choose the allowed error, follow the checks, read the certificate."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.certification.certification import Proposal
from mltag_desktop.core.learning.certification.cut_proposal import ALLOWED, usual_checks
from mltag_desktop.core.workspace.views.certificates import CertificationState, cut_words
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.training.certification.certificate_words import running_words, state_words
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.theme import GROUP, Theme

SIZE: Final = QSize(600, 320)
_USUAL: Final = 0.05
_EFFORTS: Final = (0.65, 1.0, 2.0, 3.0)
"""Numbers of checks to choose from, as multiples of the usual number."""
_ABOUT: Final = tr(
    "Random checks prove that no more than the allowed share of the records above some confidence is wrong. "
    "These records then need no review."
)


class CertifyDialog(Dialog):
    """Proposes, starts, follows and cancels a certification; every action is a signal.

    Signals: `proposal_wanted(allowed, checks)` when a choice was made; `start_requested()` for the displayed
    proposal; `checks_requested()` to show the records to check; `issue_requested()` when they prove the
    error; `cancel_requested()`.
    """

    proposal_wanted = Signal(float, int)
    start_requested = Signal()
    checks_requested = Signal()
    issue_requested = Signal()
    cancel_requested = Signal()

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
        close = QPushButton(tr("C&lose"))
        layout = dialog_column(self, spacing=GROUP)
        for part in (self.state, self.about, self._form):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(button_row(self.start, self.check, self.issue, close, left=(self.cancel,)))
        self.is_running = False
        """Whether the dialog shows a running certification."""
        self._writable = True
        self._fill_checks()
        self.allowed.activated.connect(self._choose_allowed)
        self.checks.activated.connect(self.want_proposal)
        self.start.clicked.connect(self.start_requested)
        self.check.clicked.connect(self.checks_requested)
        self.issue.clicked.connect(self.issue_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        close.clicked.connect(self.hide)
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
        if isinstance(error, MltagError):
            lines: Sequence[str] = (translate_core_message(error.message), translate_core_message(error.hint))
            self.proposal.setText(" ".join(lines))
        else:
            self.proposal.setText(tr("No confidence could be proposed."))
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
