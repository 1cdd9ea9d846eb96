"""Keep the actions of menus, toolbar and shortcuts in sync with the open workspace."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QIcon

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.filtering import is_open
from mltag_desktop.gui.application.dialogs.workspace_dialogs import WITH_TABLE
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n.answer_words import answer_words
from mltag_desktop.gui.i18n.translation import (
    escape_mnemonic,
    format_number,
    strip_mnemonic,
    tr,
    translate_core_message,
)
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, NotificationKind
from mltag_desktop.gui.widgets.tag_chip import sign_icon

Actions = Mapping[str, QAction]

_OFFERED_FROM: Final = 30
"""Number of new decisions at which training is offered first; then each time the number has doubled."""
_OFFERED_FROM_EACH: Final = 10
"""The same for each tag where the tags are known by name: with fewer, the names know more than a model."""

_DECISIONS: Final = (
    "accept", "choose_tag", "skip", "unsure", "flag", "note", "clear", "off_topic", "on_topic",
    "same_for_all", "take_back",
    "edit_tags", "tag_sources", *(f"tag_{n}" for n in range(1, 10)), *(f"also_{n}" for n in range(1, 10)),
)  # fmt: skip
_WITH_TABLE: Final = (
    "export", "close_table", "copy", "find", "next_in_queue", "previous_in_queue", "queue_order",
    "train", "show_report", "export_model", "in_use", "certify", "order_checks", "slices", "renew",
    "sitting", "guideline", "guideline_page", "columns", "more_like_this", "show_map", "tag_meaning",
    *WITH_TABLE,
)  # fmt: skip


class WorkspaceActionUpdater(QObject):
    """Enables the actions that need a table or a writable one, and names what undo and redo would do."""

    def __init__(
        self, session: Session, actions: Actions, workspace_opener: WorkspaceOpener, page: TablePage
    ) -> None:
        super().__init__(page)
        self._session = session
        self._actions = actions
        self._page = page
        for event in (
            workspace_opener.started,
            workspace_opener.found,
            workspace_opener.failed,
            workspace_opener.left,
        ):
            event.connect(self._enable)
        session.changed.connect(self._show_edit)
        session.changed.connect(self._show_rollback)
        page.gave_way.connect(self._show_panes)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        workspace = self._session.workspace
        for name in _WITH_TABLE:
            self._actions[name].setEnabled(workspace is not None)
        for name in _DECISIONS:
            self._actions[name].setEnabled(workspace is not None and not workspace.read_only)
        self._show_edit()
        self._show_rollback()
        self._show_panes()

    @Slot()
    def _show_rollback(self) -> None:
        workspace = self._session.workspace
        can = workspace is not None and not workspace.read_only and workspace.models.can_roll_back
        self._actions["rollback"].setEnabled(can)

    @Slot()
    def _show_edit(self) -> None:
        workspace, actions = self._session.workspace, self._actions
        for name, verb, label in (
            ("undo", tr("&Undo"), workspace.history.undo_label if workspace else ""),
            ("redo", tr("&Redo"), workspace.history.redo_label if workspace else ""),
        ):
            actions[name].setEnabled(bool(label) and workspace is not None and not workspace.read_only)
            actions[name].setText(
                tr("{verb}: {step}", verb=verb, step=escape_mnemonic(translate_core_message(label)))
                if label
                else verb
            )
            actions[name].setIconText(f" {strip_mnemonic(verb)}")

    @Slot()
    def _show_panes(self) -> None:
        self._actions["show_facets"].setChecked(not self._page.filter_panel.isHidden())
        self._actions["show_detail"].setChecked(not self._page.detail.isHidden())


class TagActionUpdater(QObject):
    """Names the tag actions after the tags of the open workspace."""

    def __init__(self, context: AppContext, actions: Actions, workspace_opener: WorkspaceOpener) -> None:
        super().__init__(context.window)
        self._session = context.session
        self._theme = context.theme
        self._actions = actions
        for event in (workspace_opener.found, workspace_opener.failed, workspace_opener.left):
            event.connect(self._show)
        context.session.changed.connect(self._handle_change)
        context.theme.changed.connect(self._show)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.MAPPING | ChangeKind.TAGS):
            self._show()

    @Slot()
    def show_keys(self) -> None:
        """Show which tags the digits set."""
        self._show()

    @Slot()
    def _show(self) -> None:
        workspace = self._session.workspace
        tags = workspace.tag_set.tags if workspace is not None else ()
        has_fixed_keys = not self._session.tag_keys.follows_record(tags)
        for number in range(1, MOST_TAG_KEYS + 1):
            action, also = self._actions[f"tag_{number}"], self._actions[f"also_{number}"]
            for each in (action, also):
                each.setVisible(number <= len(tags) or workspace is None)
            if has_fixed_keys and number <= len(tags):
                tag = tags[number - 1]
                action.setText(escape_mnemonic(tag.name))
                action.setIcon(sign_icon(tag, self._theme.colours))
                also.setText(tr("Add or remove {name}", name=escape_mnemonic(tag.name)))
            else:
                action.setText(tr("Set tag &{key}", key=number))
                action.setIcon(QIcon())
                also.setText(tr("Also tag {key}", key=number))


class FilterActionUpdater(QObject):
    """Marks the queue order, and enables "Clear filters" while records are filtered."""

    def __init__(
        self,
        context: AppContext,
        actions: Actions,
        record_order: RecordOrder,
        filter_controller: FilterController,
    ) -> None:
        super().__init__(context.window)
        self._actions = actions
        self._record_order = record_order
        filter_controller.changed.connect(self._show)
        context.session.opened.connect(self._show)
        context.session.closed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        order = self._record_order
        self._actions["queue_order"].setChecked(order.sort == "confidence" and not order.descending)
        self._actions["clear_filters"].setEnabled(not is_open(order.filter))


class TrainActionUpdater(QObject):
    """Says in the toolbar how many new decisions a training would learn from, and offers it now and then."""

    def __init__(
        self, context: AppContext, actions: Actions, question_queue: QuestionQueueController
    ) -> None:
        super().__init__(context.window)
        self._session = context.session
        self._notifications = context.notifications
        self._train = actions["train"]
        self._question_queue = question_queue
        self._words = self._train.iconText()
        self._offered_at = 0
        self._offer: Notification | None = None
        question_queue.trained.connect(self._show)
        context.session.opened.connect(self._start_over)
        context.session.closed.connect(self._start_over)
        context.session.model_changed.connect(self._start_over)
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
        count = self._question_queue.new_answers
        self._show_count(count)
        workspace = self._session.workspace
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
