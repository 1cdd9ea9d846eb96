"""Checks whether a table is unlike the training data, and says so."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.file_import import is_sample
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation, Operations
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from mltag_desktop.core.learning.drift_monitor import Alarm
    from mltag_desktop.core.workspace.workspace import Workspace

ShowRecords = Callable[[Sequence[int], str], None]
_EXAMPLES: Final = {
    "off_topic": tr("examples of texts unlike the training data"),
    "language": tr("examples of texts in another language or script"),
    "spam": tr("examples of texts that may be spam"),
    "tags": tr("examples of unusual predictions"),
    "confidence": tr("examples of unusual predictions"),
}
"""Title of the examples of each check, the most important check first."""
_BY_IMPORTANCE: Final = tuple(_EXAMPLES)
_MIN_RECORDS_FOR_DRIFT: Final = 50
_NOTICED_KEY: Final = "told_drift"
"""Preference: model and check of each alarm that was shown."""


class ModelSuggestion(QObject):
    """Shows drift alarms, each once per model and table."""

    def __init__(self, context: AppContext, show_records: ShowRecords) -> None:
        super().__init__()
        self._show_records = show_records
        self._session = context.session
        self._writer = context.writer
        self._notifications = context.notifications
        self._drift: Notification | None = None
        self._described = ""
        """The model that the notification is about."""
        self._noticed: list[str] = []
        self._session.opened.connect(self._start_over)
        self._session.changed.connect(self._handle_change)

    @Slot()
    def _start_over(self) -> None:
        """Read which alarms were shown for this table before."""
        self._drift = None
        workspace = self._session.workspace
        noticed = workspace.preference(_NOTICED_KEY) if workspace is not None else None
        self._noticed = [str(each) for each in noticed] if isinstance(noticed, list) else []

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        """Remove the notification when another model becomes active, or the tags become unknown to it."""
        if ChangeKind.TAGS in change.kinds and not has_known_tags(self._session):
            self._withdraw()
        if ChangeKind.MODELS in change.kinds and change.action in (
            Action.PROMOTE, Action.ROLLBACK, Action.UNDO, Action.REDO,
        ):  # fmt: skip
            self._withdraw()

    def _withdraw(self) -> None:
        self._notifications.withdraw(self._drift)
        self._drift = None

    @Slot(object)
    def show_alarms(self, alarms: "Sequence[Alarm]") -> None:
        """Show the alarms that were not shown before, after notifications that are already shown.

        The most important alarm comes first. The notification stays until it is closed, its action is used,
        another model becomes active, or the tags become unknown to the model.
        """
        model, workspace = self._session.model, self._session.workspace
        if model is None or workspace is None:
            return
        if self._described != model.version:
            self._withdraw()
        self._described = model.version
        alarms = [alarm for alarm in alarms if f"{model.version} {alarm.check}" not in self._noticed]
        ranked = sorted(alarms, key=lambda alarm: _BY_IMPORTANCE.index(alarm.check))
        first = next((alarm for alarm in ranked if alarm.examples), None)
        if first is None or not has_known_tags(self._session):
            return
        words = translate_core_message(first.words)
        rows = [example.row for example in first.examples]
        show = partial(self._show_records, rows, _EXAMPLES[first.check])
        action = NotificationAction(tr("Show examples"), show)
        also = " ".join(translate_core_message(alarm.words) for alarm in ranked if alarm is not first)
        hint = also or tr("Check some of these records before you rely on the predictions.")
        self._noticed += [f"{model.version} {alarm.check}" for alarm in ranked]
        if not workspace.read_only:
            self._writer.write(partial(_keep_noticed, workspace, tuple(self._noticed)))
        self._drift = Notification(words, hint, NotificationKind.OFFER, action)
        self._notifications.wait(self._drift)


def has_known_tags(session: Session) -> bool:
    """Return whether the tags are the task of the active model, so that its predictions are shown."""
    workspace, model = session.workspace, session.model
    return model is None or (workspace is not None and are_task_of(workspace.tag_set.tags, model.tags))


class DriftNotice(QObject):
    """Checks a sample of the table for drift once it is predicted.

    Signals: `noticed(alarms)` with the exceeded limits and example rows of the table, none if it is like the
    training data.
    """

    noticed = Signal(object)

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__()
        self._session = session
        self._job = Lane(self, jobs)
        self._seen: tuple[int, str] | None = None
        session.closed.connect(self._stop)

    @property
    def is_running(self) -> bool:
        """Whether a table is being checked."""
        return self._job.is_running

    @Slot()
    def check(self) -> None:
        """Check the open table, unless it is the sample or was checked with this model and size."""
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
        if is_sample(workspace.table.source_path):
            return
        seen = (workspace.table.count, model.version)
        if self._seen == seen or self._job.is_running:
            return
        self._seen = seen
        from mltag_desktop.core.learning.data_checks import (
            alarms_of,  # after the first tags, not with the window
        )

        Operation(alarms_of, workspace, model).in_worker(short=True).success(self.noticed).run(self._job)

    @Slot()
    def _stop(self) -> None:
        self._seen = None
        self._job.cancel()


def _keep_noticed(workspace: "Workspace", noticed: tuple[str, ...]) -> None:
    workspace.set_preference(_NOTICED_KEY, list(noticed))
