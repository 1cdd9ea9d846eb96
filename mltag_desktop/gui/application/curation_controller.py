"""Runs the commands of the curator that depend on the view: tag keys, notes, focus view and table.

A key on its way to the disk: a command of `gui/state/commands.py`, its handler here, `DecisionController`,
`Writer` (its thread), `core/workspace/decisions/decisions.py`, the journal.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence

from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.curation.focus_view import FocusView
from mltag_desktop.gui.curation.tag_picker import TagPicker
from mltag_desktop.gui.i18n import escape_mnemonic, tr
from mltag_desktop.gui.state.actions import key_text
from mltag_desktop.gui.state.commands import BY_ID, COMMANDS, MOST_TAG_KEYS
from mltag_desktop.gui.widgets.tag_chip import sign_icon

_HINTED: Final = tuple(command for command in COMMANDS if command.hint)
"""The commands whose keys the focus view shows."""


class CurationController(QObject):
    """Passes what a key asks for to the view that is shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.page)
        self._context, self._page, self._actions = bench.context, bench.page, bench.actions
        self._decision_controller, self._focus_controller = bench.decision_controller, bench.focus_controller
        context, actions = bench.context, bench.actions
        bench.focus_controller.switched.connect(self._show_mode)
        context.session.opened.connect(self._show_table)
        context.session.closed.connect(self._show_table)
        self._letters: list[QAction] = []
        for command in (*_HINTED, BY_ID["undo_key"]):
            actions[command.id].changed.connect(self._show_keys)
        context.session.opened.connect(self._show_keys)
        context.session.opened.connect(self._show_letters)
        context.session.changed.connect(self._handle_change)
        for event in (context.session.opened, context.session.closed, context.theme.changed):
            event.connect(self.name_tag_keys)
        self._show_keys()
        self._show_mode(focused=False)

    def tag_at(self, key: int) -> str | None:
        """Return the tag that a digit sets on the current record.

        Digits that follow the record are those in the list of tags, or, while it is hidden or still shows the
        record before, those of the current record.
        """
        session = self._context.session
        workspace = session.workspace
        if workspace is None:
            return None
        tags = workspace.tag_set.tags
        if not session.tag_keys.follows_record(tags):
            return tags[key - 1].name if key <= min(len(tags), MOST_TAG_KEYS) else None
        shown = self._page.focus if self._focus_controller.is_on else self._page.detail
        row = self._page.current_row()
        reading = shown.reading.record if isinstance(shown, FocusView) and shown.reading else None
        listed = reading if isinstance(shown, FocusView) else self._page.detail.record
        is_current = listed is None or row is None or listed.row == row
        if is_current and shown.isVisibleTo(shown.window()):
            return shown.tags.tag_at(key)
        probabilities = self._probabilities(workspace)
        if probabilities is None:
            return None
        by_digit = session.tag_keys.by_digit(tags, probabilities)
        return by_digit[key - 1].name if key <= len(by_digit) else None

    def _probabilities(self, workspace: Workspace) -> dict[str, float] | None:
        """Read the current record's probabilities (0.2 ms); those of the table are from an earlier read."""
        row = self._page.current_row()
        if row is None:
            return None
        return self._context.session.as_shown(workspace.table.records([row])[0]).probabilities

    def choose_tag(self) -> None:
        """Open the list of tags, to choose one by typing."""
        session = self._context.session
        workspace = session.workspace
        if workspace is None or not len(self._page.table.selected_rows()):
            return
        if self._decision_controller.refuses():
            return
        picker = TagPicker(
            self._context.theme,
            workspace.tag_set.tags,
            session.tag_keys,
            self._probabilities(workspace),
            self._context.window,
        )
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.chosen.connect(self._decision_controller.decide)
        picker.also_chosen.connect(self._decision_controller.also)
        picker.added.connect(self._decision_controller.decide_new)
        picker.open()
        picker.line.setFocus()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.TAGS in change.kinds:
            self._show_letters()
        if change.kinds & (ChangeKind.MAPPING | ChangeKind.TAGS):
            self.name_tag_keys()

    @Slot()
    def _show_letters(self) -> None:
        """Give each letter that is a tag's key an action where the other single keys act."""
        workspace = self._context.session.workspace
        for action in self._letters:
            self._page.removeAction(action)
            action.deleteLater()
        self._letters = []
        for tag in workspace.tag_set.tags if workspace else ():
            if tag.key:
                action = QAction(tag.name, self)
                action.setShortcut(QKeySequence(tag.key.upper()))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                action.setAutoRepeat(False)
                action.triggered.connect(
                    lambda _=False, name=tag.name: self._decision_controller.decide(name)
                )
                self._page.addAction(action)
                self._letters.append(action)

    @Slot()
    def name_tag_keys(self) -> None:
        """Name the commands of the digits after the tags that they set."""
        session = self._context.session
        tags = session.workspace.tag_set.tags if session.workspace is not None else ()
        has_fixed_keys = not session.tag_keys.follows_record(tags)
        for number in range(1, MOST_TAG_KEYS + 1):
            action, also = self._actions[f"tag_{number}"], self._actions[f"also_{number}"]
            for each in (action, also):
                each.setVisible(number <= len(tags) or session.workspace is None)
            if has_fixed_keys and number <= len(tags):
                tag = tags[number - 1]
                action.setText(escape_mnemonic(tag.name))
                action.setIcon(sign_icon(tag, self._context.theme.colours))
                also.setText(tr("Add or remove {name}", name=escape_mnemonic(tag.name)))
            else:
                action.setText(BY_ID[action.objectName()].text)
                action.setIcon(QIcon())
                also.setText(BY_ID[also.objectName()].text)

    @Slot()
    def _show_keys(self) -> None:
        """Show the current keys in the focus view, and in a table without tags the key that adds one."""
        hints = [(self._key_of(command.id), command.hint) for command in _HINTED]
        first, last = self._key_of("tag_1"), self._key_of(f"tag_{MOST_TAG_KEYS}")
        also = self._key_of("also_1"), self._key_of(f"also_{MOST_TAG_KEYS}")
        hints[1:1] = [
            (f"{first}–{last}" if first and last else first, tr("set tag")),
            (f"{also[0]}–{also[1][-1:]}" if all(also) else also[0], tr("additional tag")),
        ]
        workspace = self._context.session.workspace
        is_read_only = workspace is not None and workspace.read_only
        first_tag = "" if is_read_only else self._key_of("choose_tag")
        self._page.detail.show_tag_key(first_tag)
        hints.append((tr("Esc"), tr("table")))
        self._page.focus.show_keys(hints, self._key_of("undo_key"), first_tag)

    def _key_of(self, name: str) -> str:
        return key_text(self._actions[name])

    def use_tag_at(self, use: Callable[[str], object], key: int) -> None:
        """Call `use` with the tag of a digit key."""
        tag = self.tag_at(key)
        if tag is not None:
            use(tag)
        else:
            self._explain_digit()

    def _explain_digit(self) -> None:
        """Say why a digit sets no tag, if it would once the record is predicted."""
        session = self._context.session
        workspace = session.workspace
        if workspace is None or self._page.current_row() is None:
            return
        if session.tag_keys.follows_record(workspace.tag_set.tags):
            key = self._key_of("choose_tag")
            self._context.notifications.info(
                tr("Not predicted yet, so digits set no tag. Press {key} to choose one by name.", key=key)
            )

    def write_note(self) -> None:
        """Begin a note on the record."""
        if self._decision_controller.refuses():
            return
        rows = self._page.table.selected_rows()
        if len(rows) == 1:  # its text may not be shown yet, so close to the last decision
            self._page.focus.note.begin(int(rows[0]))
            self._page.detail.tabs.note.begin(int(rows[0]))
        if self._focus_controller.is_on:
            self._page.focus.write_note()
        elif len(rows) > 1:
            self._context.notifications.info(
                tr("A note belongs to one record."), tr("Select a single record to write one.")
            )
        else:
            self._page.detail.show()
            self._page.detail.tabs.write_note()

    @Slot(bool)
    def _show_mode(self, focused: bool) -> None:
        if self._context.session.workspace is not None:
            where = self._page.focus if focused else self._page.middle
            self._context.notifications.show_in(
                where, on_top=focused
            )  # a notification below would move the tags

    @Slot()
    def _show_table(self) -> None:
        self._show_mode(focused=False)
