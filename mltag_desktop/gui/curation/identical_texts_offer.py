"""Offers to apply a decision to all records with the same text."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change, RowArray
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.runtime.decision_writer import DecisionWriter
from mltag_desktop.gui.runtime.jobs import Job, JobRunner
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import NotificationAction, Notifications

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.views.identical_texts import IdenticalTexts
    from mltag_desktop.core.workspace.workspace import Workspace

_SETTLE: Final = 300
"""Milliseconds without new records before the search for identical texts starts."""


class IdenticalTextsOffer(QObject):
    """Shows a notification when other undecided records have the text of the record just decided.

    Signals: `offered(rows, tag)`; `failed(error)`.
    """

    offered = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: JobRunner, writer: DecisionWriter, notifications: Notifications
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._writer = writer
        self._notifications = notifications
        self._twins: IdenticalTexts | None = None
        self._job: Job | None = None
        self._offer: tuple[RowArray, str] | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.find)
        session.opened.connect(self.start_over)
        session.closed.connect(self.start_over)
        session.changed.connect(self._handle_change)
        session.past_changed.connect(self._withdraw)

    @property
    def offer(self) -> tuple[RowArray, str] | None:
        """The undecided records with the text of the last decided record, and its tag."""
        return self._offer

    @property
    def texts(self) -> "IdenticalTexts | None":
        """The groups of identical texts; None until they are found."""
        return self._twins

    @Slot()
    def take(self) -> None:
        """Decide the offered records."""
        workspace, offer = self._session.workspace, self._offer
        if workspace is None or offer is None or workspace.read_only:
            return
        self._offer = None
        self._writer.write(partial(workspace.decisions.decide, *offer))

    @Slot()
    def _withdraw(self) -> None:
        """Withdraw the offer when a past state is shown; the offered records may not be visible there."""
        self._offer = None

    @Slot(object)
    def after(self, change: Change) -> None:
        """Offer the decision in `change` for the other records with the same text."""
        workspace = self._session.workspace
        self._offer = None
        if workspace is None or change.rows is None or len(change.rows) != 1 or self._twins is None:
            return
        if change.step is None or change.is_reversal:
            return
        states, row = workspace.states(), int(change.rows[0])
        code = int(states.decided[row])
        same = self._twins.undecided(states, row)
        if code < 0 or not len(same):
            return
        tag = states.tag_names[code]
        self._offer = (same, tag)
        action = NotificationAction(tr("Apply to all {count:,} (A)", count=len(same) + 1), self.take)
        more = tr_plural(
            "{n:,} other record has the same text.",
            "{n:,} other records have the same text.",
            len(same),
        )
        self._notifications.info(more, action=action)
        self.offered.emit(same, tag)

    @Slot()
    def start_over(self) -> None:
        """Forget the groups, for another table."""
        if self._job is not None:
            self._job.cancel()
        self._settle.stop()
        self._job = self._twins = self._offer = None

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.RECORDS | ChangeKind.MAPPING):
            self._twins = None
            self._settle.start()

    def find(self) -> None:
        """Start a background job that groups identical texts."""
        workspace = self._session.workspace
        if workspace is None or not workspace.table.complete:
            return
        if self._job is not None:
            self._settle.start()
            return
        job = Job(_twins, workspace)
        job.succeeded.connect(self._set_groups)
        job.failed.connect(self.failed)
        job.ended.connect(self._handle_end)
        self._job = job
        self._jobs.run_deferred_job(job)

    @Slot(object)
    def _set_groups(self, result: "tuple[Workspace, IdenticalTexts]") -> None:
        workspace, texts = result
        if workspace is self._session.workspace:
            self._twins = texts

    @Slot()
    def _handle_end(self) -> None:
        self._job = None


def _twins(progress: Progress, workspace: "Workspace") -> "tuple[Workspace, IdenticalTexts]":
    from mltag_desktop.core.workspace.views.identical_texts import group_identical_texts

    return workspace, group_identical_texts(progress, workspace)
