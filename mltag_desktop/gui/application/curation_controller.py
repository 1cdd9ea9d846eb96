"""Runs the commands of the curator that depend on the view: tag keys, notes, focus view and table.

A key on its way to the disk: a command of `gui/state/commands.py`, `handlers` here, `DecisionController`,
`DecisionWriter` (its thread), `core/workspace/decisions/decisions.py`, the journal.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.curation.identical_texts import IdenticalTextsOffer
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS, Handler
from mltag_desktop.gui.state.context import AppContext


class CurationController(QObject):
    """Passes what a key asks for to the view that is shown."""

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        actions: Mapping[str, QAction],
        decision_controller: DecisionController,
        focus_controller: FocusController,
        identical_texts: IdenticalTextsOffer,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._actions = actions
        self._decision_controller = decision_controller
        self._focus_controller = focus_controller
        self._identical_texts = identical_texts
        focus_controller.switched.connect(self._show_mode)
        context.session.opened.connect(self._show_table)
        context.session.closed.connect(self._show_table)
        self._show_mode(focused=False)

    def handlers(self) -> dict[str, Handler]:
        """Return the handlers of the curation commands."""
        decisions = self._decision_controller
        return {
            "undo": decisions.undo,
            "redo": decisions.redo,
            "accept": decisions.accept,
            **{f"tag_{n}": self._tag_setter(n) for n in range(1, MOST_TAG_KEYS + 1)},
            **{f"also_{n}": self._also_setter(n) for n in range(1, MOST_TAG_KEYS + 1)},
            "skip": decisions.skip,
            "unsure": decisions.unsure,
            "flag": decisions.flag,
            "clear": decisions.clear,
            "note": self._write_note,
            "same_for_all": self._identical_texts.take,
            "take_back": decisions.undo,
            "next_in_queue": decisions.next,
            "previous_in_queue": decisions.previous,
            "show_table": self._focus_controller.show_table,
            "show_focus": self._focus_controller.show_focus,
        }

    def tag_at(self, key: int) -> str | None:
        """Return the tag that a digit sets in the view that is shown.

        Up to nine tags have fixed digits, so that a key is right before the record's text is read from disk.
        """
        workspace = self._context.session.workspace
        if workspace is not None and len(workspace.tag_set.tags) <= MOST_TAG_KEYS:
            return workspace.tag_set.tags[key - 1].name if key <= len(workspace.tag_set.tags) else None
        shown = self._page.focus if self._focus_controller.is_on else self._page.detail
        return shown.tags.tag_at(key)

    def _tag_setter(self, key: int) -> Handler:
        def set_tag() -> None:
            tag = self.tag_at(key)
            if tag is not None:
                self._decision_controller.decide(tag)

        return set_tag

    def _also_setter(self, key: int) -> Handler:
        def also() -> None:
            tag = self.tag_at(key)
            if tag is not None:
                self._decision_controller.also(tag)

        return also

    def _write_note(self) -> None:
        if self._decision_controller.refuses():
            return
        if self._focus_controller.is_on:
            self._page.focus.write_note()
        else:
            self._page.detail.show()
            self._page.detail.tabs.write_note()

    @Slot(bool)
    def _show_mode(self, focused: bool) -> None:
        is_open = self._context.session.workspace is not None
        self._actions["show_table"].setChecked(not focused)
        self._actions["show_focus"].setChecked(focused)
        for name in ("show_table", "show_focus"):
            self._actions[name].setEnabled(is_open)
        for name in ("show_facets", "show_detail"):
            self._actions[name].setEnabled(not focused and is_open)
        if is_open:
            where = self._page.focus if focused else self._page.middle
            self._context.notifications.stand_in(
                where, on_top=focused
            )  # a notification below would move the tags

    @Slot()
    def _show_table(self) -> None:
        self._show_mode(focused=False)
