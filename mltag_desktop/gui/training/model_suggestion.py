"""Checks whether a table is unlike the training data, and says so."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.gui.i18n.translation import tr, translate_core_message
from mltag_desktop.gui.runtime.jobs import Job, JobRunner, ShortWorkerJob
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import (
    Notification,
    NotificationAction,
    NotificationKind,
    Notifications,
)

if TYPE_CHECKING:
    from mltag_desktop.core.drift.monitor import Alarm
    from mltag_desktop.core.workspace.types import Change

ShowRecords = Callable[[Sequence[int], str], None]
_CHECKS_BY_IMPORTANCE = ("off_topic", "language", "spam", "coverage", "tags", "confidence")
_MIN_RECORDS_FOR_DRIFT: Final = 50


class ModelSuggestion(QObject):
    """Shows drift alarms."""

    def __init__(
        self,
        session: Session,
        notifications: Notifications,
        show_records: ShowRecords,
    ) -> None:
        super().__init__()
        self._show_records = show_records
        self._session = session
        self._notifications = notifications
        self._drift: Notification | None = None
        session.opened.connect(self.start_over)
        session.changed.connect(self._withdraw_if_unknown)

    @Slot()
    def start_over(self) -> None:
        """Forget the drift notification, for another table."""
        self._drift = None

    @Slot(object)
    def _withdraw_if_unknown(self, change: "Change") -> None:
        """Withdraw the notification when the tags become other ones than those of the model."""
        if self._drift is not None and ChangeKind.TAGS in change.kinds and not has_known_tags(self._session):
            self._notifications.withdraw(self._drift)
            self._drift = None

    @Slot(object)
    def show_alarms(self, alarms: "Sequence[Alarm]") -> None:
        """Show the alarms, the most important first, after notifications that are already shown.

        The notification stays until it is closed or its action is used.
        """
        ranked = sorted(alarms, key=lambda alarm: _CHECKS_BY_IMPORTANCE.index(alarm.check))
        first = next((alarm for alarm in ranked if alarm.examples), None)
        if first is None or not has_known_tags(self._session):
            return
        words = translate_core_message(first.words)
        rows = [example.row for example in first.examples]
        action = NotificationAction(tr("Show examples"), partial(self._show_records, rows, words.rstrip(".")))
        also = " ".join(translate_core_message(alarm.words) for alarm in ranked if alarm is not first)
        hint = also or tr("Check some of them before you rely on the predictions.")
        if self._drift is not None:
            self._notifications.withdraw(self._drift)  # it describes an earlier model
        self._drift = Notification(words, hint, NotificationKind.OFFER, action)
        self._notifications.wait(self._drift)


def has_known_tags(session: Session) -> bool:
    """Return whether the active model has any of the workspace's tags, or there are none."""
    workspace, model = session.workspace, session.model
    tags = {tag.name for tag in workspace.tag_set.tags} if workspace is not None else set()
    return model is None or not tags or not tags.isdisjoint(model.tags)


class DriftNotice(QObject):
    """Checks a sample of the table for drift once it is predicted.

    Signals: `noticed(alarms)` with the exceeded limits and example rows of the table; `failed(error)`.
    """

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._seen: tuple[int, str] | None = None
        session.closed.connect(self._stop)

    @property
    def is_running(self) -> bool:
        """Whether a table is being checked."""
        return self._job is not None

    @Slot()
    def check(self) -> None:
        """Check the open table, unless this number of records was already checked with this model."""
        workspace, model = self._session.workspace, self._session.model
        if (
            workspace is None
            or model is None
            or workspace.table.count < _MIN_RECORDS_FOR_DRIFT
            or not workspace.table.complete
        ):
            return
        if not has_known_tags(self._session):  # its predictions are not shown
            return
        seen = (workspace.table.count, model.version)
        if self._seen == seen or self._job is not None:
            return
        self._seen = seen
        from mltag_desktop.core.learning.data_checks import (
            alarms_of,  # after the first tags, not with the window
        )

        job = ShortWorkerJob(alarms_of, workspace, model)
        job.succeeded.connect(self._tell)
        job.failed.connect(self.failed)
        job.ended.connect(self._end)
        self._job = job
        self._jobs.run(job)

    @Slot(object)
    def _tell(self, alarms: "tuple[Alarm, ...]") -> None:
        if alarms:
            self.noticed.emit(alarms)

    @Slot()
    def _end(self) -> None:
        self._job = None

    @Slot()
    def _stop(self) -> None:
        self._seen = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
