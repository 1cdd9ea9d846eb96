"""Offers to apply a decision to all records with the same text."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import Change, RowArray, RowId
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations, Writer
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, Notifications

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace


class IdenticalTextsOffer(QObject):
    """Shows a notification when other undecided records have the text of the record just decided.

    Signals: `offered(rows, tag)`; `failed(error)`.
    """

    offered = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Operations, writer: Writer, notifications: Notifications
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._writer = writer
        self._notifications = notifications
        self._job = Lane(self, jobs)
        self._offer: tuple[RowArray, str] | None = None
        self._notice: Notification | None = None
        session.opened.connect(self.withdraw)
        session.closed.connect(self.withdraw)
        session.past_changed.connect(self.withdraw)  # the offered records may not be visible in the past

    @property
    def offer(self) -> tuple[RowArray, str] | None:
        """The undecided records with the text of the last decided record, and its tag."""
        return self._offer

    @Slot()
    def take(self) -> None:
        """Decide the offered records."""
        workspace, offer = self._session.workspace, self._offer
        if workspace is None or offer is None or workspace.read_only:
            return
        self.withdraw()
        self._writer.write(partial(workspace.decisions.decide, *offer))

    @Slot()
    def withdraw(self) -> None:
        """Withdraw the offer with its notification, and drop the result of a search for another one."""
        self._job.cancel()
        if self._notice is not None:
            self._notifications.withdraw(self._notice)
        self._offer = self._notice = None

    @Slot(object)
    def after(self, change: Change) -> None:
        """Offer the decision in `change` for the other records with the same text, once they are found."""
        workspace = self._session.workspace
        self.withdraw()
        if workspace is None or change.rows is None or len(change.rows) != 1:
            return
        if change.step is None or change.is_reversal:
            return
        Operation(_twins, workspace, int(change.rows[0])).success(self._make_offer).failure(self.failed).run(
            self._job
        )

    @Slot(object)
    def _make_offer(self, found: tuple[RowArray, str | None]) -> None:
        same, tag = found
        if tag is None or not len(same):  # the decision may have been removed meanwhile
            return
        self._offer = (same, tag)
        action = NotificationAction(tr("Apply to all {count:,} (A)", count=len(same) + 1), self.take)
        more = tr_plural(
            "{n:,} other record has the same text.",
            "{n:,} other records have the same text.",
            len(same),
        )
        self._notice = Notification(more, action=action)
        self._notifications.show_notice(self._notice)
        self.offered.emit(same, tag)


def _twins(_progress: Progress, workspace: "Workspace", row: RowId) -> tuple[RowArray, str | None]:
    """Return the undecided records with the text of `row`, and its tag."""
    from mltag_desktop.core.workspace.decisions.bulk_preview import undecided_twins

    states = workspace.states()
    code = int(states.decided[row])
    return undecided_twins(workspace, states, row), states.tag_names[code] if code >= 0 else None
