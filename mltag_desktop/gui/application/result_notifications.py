"""Notifications about the result of user commands, and about what the curator can do next."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from mltag_desktop.core.errors import StorageError
from mltag_desktop.core.workspace.storage.side_files import is_held
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.document.workspace_files import OpenedSource
from mltag_desktop.gui.i18n import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Operation, without_progress
from mltag_desktop.gui.state.words import action_label, answer_words
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

_OFFERED_FROM: Final = 30
"""Number of new decisions at which training is offered first; then each time the number has doubled."""
_OFFERED_FROM_EACH: Final = 10
"""The same for each tag where the tags are known by name: with fewer, the names know more than a model."""
_NEWS: Final = 10
"""Decisions until the message about the curator's name closes by itself."""


class ResultNotifications(QObject):
    """Notifications about decisions, copied records and saving.

    Offers to undo a bulk decision, says with which name decisions are signed, what to do when the queue is
    empty, how many records were copied, and that saving works again after a failure.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.parent_window)
        self._bench, self._session, self._actions = bench, bench.session, bench.actions
        self._notifications, self._settings_store = bench.notifications, bench.settings_store
        self._bulk: Notification | None = None
        self._signature: Notification | None = None
        self._decisions_since = 0
        self._failures: set[Notification] = set()
        decisions = bench.decision_controller
        bench.clipboard_copier.copied.connect(self._show_copied)
        bench.writer.failed.connect(self._show_unsaved)
        bench.writer.done.connect(self._report_saving)
        decisions.nothing_left.connect(self._show_nothing_left)
        decisions.written.connect(self._offer_undo)
        decisions.unneeded.connect(self._show_unneeded)
        decisions.not_decided.connect(self._show_not_decided)
        if not bench.settings_store.settings.curator:
            decisions.written.connect(self._report_name)

    @Slot(object)
    def _offer_undo(self, change: Change) -> None:
        """Say what a step did to several records; one record shows it itself."""
        if change.step is not None and self._bulk is not None:
            self._notifications.withdraw(self._bulk)  # its Undo would take back this step instead
            self._bulk = None
        if change.step is None or not change.label or change.rows is None or len(change.rows) < 2:
            return
        action = (
            None
            if change.is_reversal
            else NotificationAction(tr("Undo"), self._bench.decision_controller.undo)
        )
        self._bulk = Notification(f"{action_label(change)}.", action=action)
        self._notifications.show_notice(self._bulk)

    @Slot(str)
    def _show_unneeded(self, tag: str) -> None:
        self._notifications.info(
            tr("{tag} is already the main tag. Choose a different additional tag.", tag=tag)
        )

    @Slot(str)
    def _show_not_decided(self, why: str) -> None:
        workspace = self._session.workspace
        has_tags = workspace is None or bool(workspace.tag_set.tags)
        choose = NotificationAction(tr("Choose tags…"), self._actions["tag_sources"].trigger)
        self._notifications.info(why, action=None if has_tags else choose)

    @Slot(object)
    def _report_name(self, change: Change) -> None:
        """Show the curator's name in a notification after the first decision."""
        if change.step is None or ChangeKind.DECISIONS not in change.kinds:
            return
        name = self._session.curator
        self._bench.decision_controller.written.disconnect(self._report_name)
        if self._settings_store.settings.curator:
            return
        self._settings_store.change(curator=name)
        action = NotificationAction(tr("Change…"), self._actions["settings"].trigger)
        text = tr("Your decisions are signed with the name {name}.", name=name)
        hint = tr("Close this message to keep the name.")
        self._signature = Notification(text, hint, NotificationKind.OFFER, action)
        self._notifications.wait(self._signature)
        self._bench.decision_controller.written.connect(self._withdraw_name)

    @Slot(object)
    def _withdraw_name(self, change: Change) -> None:
        """Close the message about the name after some more decisions, when it is no longer news."""
        if self._signature is None or change.step is None or ChangeKind.DECISIONS not in change.kinds:
            return
        self._decisions_since += 1
        if self._decisions_since >= _NEWS:
            self._bench.decision_controller.written.disconnect(self._withdraw_name)
            self._notifications.withdraw(self._signature)

    @Slot()
    def _show_nothing_left(self) -> None:
        counts = self._bench.record_order.counts
        if not self._bench.record_order.filter.is_open:
            hint = tr("The filter may hide more records to review.")
            action = NotificationAction(tr("Clear filters"), self._bench.filter_controller.clear)
        elif counts is not None and counts.postponed:
            hint = tr_plural(
                "{n:,} record is skipped or unsure.", "{n:,} records are skipped or unsure.", counts.postponed
            )
            action = NotificationAction(tr("Show all"), self._bench.filter_controller.show_postponed)
        else:
            hint = tr("Train with your decisions, or export the table.")
            action = NotificationAction(tr("Train…"), self._actions["train"].trigger)
        self._notifications.success(tr("Nothing left to review here."), hint, action)

    @Slot(int, int)
    def _show_copied(self, records: int, selected: int) -> None:
        if records == selected:
            self._notifications.success(tr_plural("{n:,} record copied.", "{n:,} records copied.", records))
            return
        export = NotificationAction(tr("Export…"), self._actions["export"].trigger)
        words = tr(
            "The first {records:,} of {selected:,} records were copied.", records=records, selected=selected
        )
        self._notifications.info(words, tr("Exports include all of them."), export)

    @Slot(object)
    def _show_unsaved(self, error: Exception) -> None:
        self._notifications.failure(error)
        if isinstance(error, StorageError) and self._notifications.current is not None:
            self._failures.add(self._notifications.current)

    @Slot(object)
    def _report_saving(self, result: object) -> None:
        if isinstance(result, Change) and result.step is not None and self._failures:
            again = Notification(tr("Saving works again."), tr("Repeat what was not saved."))
            for failure in self._failures:
                self._notifications.replace(failure, again)
            self._failures.clear()


class TrainingOffer(QObject):
    """Says in the toolbar how many new decisions a training would learn from, and offers it now and then."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.parent_window)
        self._bench, self._notifications = bench, bench.notifications
        self._train = bench.actions["train"]
        self._words = self._train.iconText()
        self._offered_at = 0
        self._offer: Notification | None = None
        bench.question_queue.trained.connect(self._show)
        for event in (bench.session.opened, bench.session.closed, bench.session.model_changed):
            event.connect(self._start_over)
        self._train.triggered.connect(self._withdraw)

    @Slot()
    def _start_over(self) -> None:
        self._offered_at = 0
        self._withdraw()
        self._show_count(0)

    @Slot()
    def _withdraw(self) -> None:
        if self._offer is not None:
            self._notifications.withdraw(self._offer)
            self._offer = None

    @Slot()
    def _show(self) -> None:
        count = self._bench.question_queue.new_answers
        self._show_count(count)
        workspace = self._bench.session.workspace
        live = workspace.predictions.live if workspace is not None else None
        is_by_names = live is not None and live.by_names
        first = _OFFERED_FROM_EACH * len(live.tags) if live and is_by_names else _OFFERED_FROM
        self._offered_at = min(self._offered_at, count)  # decisions may have been undone
        if count < first:
            self._withdraw()
            return
        known = min(count, live.known) if live is not None else 0
        offer = Notification(
            tr("New to the model: {answers}.", answers=answer_words(count - known, known)),
            tr("Train a candidate. You see its report before it is used."),
            NotificationKind.OFFER,
            NotificationAction(tr("Train…"), self._train.trigger),
        )
        if count >= 2 * self._offered_at:
            self._offered_at = count
            self._withdraw()
            self._notifications.wait(offer)
        elif self._offer is not None:
            self._notifications.replace(self._offer, offer)
        else:
            return
        self._offer = offer

    def _show_count(self, count: int) -> None:
        new = tr("{train} ({count} new)", train=self._words, count=format_number(count))
        self._train.setIconText(new if count else self._words)


class ReadOnlyNotification(QObject):
    """Says why nothing can be decided, in a read-only workspace and in a past state.

    Once the other program has closed the workspace, it offers to open it for writing. It looks for that when
    the curator comes back to the window or tries to decide.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.parent_window)
        self._bench, self._session, self._notifications = bench, bench.session, bench.notifications
        self._shown: Notification | None = None
        bench.workspace_opener.found.connect(self._show_found)
        bench.decision_controller.read_only.connect(self._show)
        bench.session.closed.connect(self._withdraw)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._notice_return)

    @Slot(object)
    def _show_found(self, source: OpenedSource) -> None:
        if source.workspace.read_only:
            self._show()
        elif source.note:
            self._notifications.info(source.note)

    @Slot()
    def _show(self) -> None:
        workspace = self._session.workspace
        if self._session.past is not None:
            self._bench.history_preview.refuse_decision()
        elif workspace is not None:
            self._withdraw()
            why = translate_core_message(workspace.read_only_reason) or tr("the file is not writable")
            self._notifications.error(
                tr("This workspace is read-only: {why}.", why=why),
                tr("Close it there, then open the table here again.") if workspace.held_by else "",
                action=NotificationAction(tr("Save a copy as…"), self._bench.actions["save_copy"].trigger),
            )
            self._shown = self._notifications.current
            self._look_whether_free()

    @Slot(Qt.ApplicationState)
    def _notice_return(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._look_whether_free()

    def _look_whether_free(self) -> None:
        workspace = self._session.workspace
        if workspace is not None and workspace.held_by:
            Operation(without_progress(_free), workspace).success(self._offer_writing).run(self._bench.jobs)

    @Slot(object)
    def _offer_writing(self, free: "Workspace | None") -> None:
        if free is None or free is not self._session.workspace:
            return
        offer = Notification(
            tr("The workspace is no longer open in another program."),
            tr("Open it again to make decisions."),
            NotificationKind.OFFER,
            NotificationAction(tr("Open for writing"), self._open_for_writing),
        )
        if self._shown != offer:  # not again at each return to the window once it was closed
            self._withdraw()
            self._shown = offer
            self._notifications.show_notice(offer)

    def _open_for_writing(self) -> None:
        if self._session.workspace is not None:
            self._bench.workspace_opener.open_path(self._session.workspace.path)

    @Slot()
    def _withdraw(self) -> None:
        if self._shown is not None:
            self._notifications.withdraw(self._shown)
            self._shown = None


def _free(workspace: "Workspace") -> "Workspace | None":
    """Return a workspace if no program has it open for writing."""
    return None if is_held(workspace.path) else workspace
