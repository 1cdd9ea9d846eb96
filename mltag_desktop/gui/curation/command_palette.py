"""The command palette: type part of a command's name, or of what it does with a tag, and press Return."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QListWidgetItem, QWidget

from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.i18n import strip_mnemonic, tr
from mltag_desktop.gui.state.actions import Actions, key_text
from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS, WRITABLE, Command
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_view import TableView
from mltag_desktop.gui.widgets.dialog_tables import APART, TwoSidedDelegate
from mltag_desktop.gui.widgets.dialogs import ID_ROLE, SearchListDialog, best_matches
from mltag_desktop.gui.widgets.theme import UNIT, Theme

_SIZE: Final = QSize(140 * UNIT, 110 * UNIT)


class PaletteEntry(NamedTuple):
    """An entry that is not in the command table, such as "Tag as X": its shortcut as text, what it does."""

    command: Command
    keys: str
    run: Callable[[], object]


class CommandPalette(SearchListDialog):
    """Runs an enabled command, but for those in `without`, or one of the entries in `more`."""

    def __init__(
        self,
        theme: Theme,
        actions: Mapping[str, QAction],
        parent: QWidget,
        more: Sequence[PaletteEntry] = (),
        without: Collection[str] = (),
    ) -> None:
        none = tr("No matching command. Try another word or part of a word.")
        super().__init__(theme, _SIZE, none, parent)
        self._actions = actions
        self._without = without
        self._more = {entry.command.id: entry for entry in more}
        self.setWindowTitle(tr("Commands"))
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("Name of a command"))
        self.list.setAccessibleName(tr("Matching commands"))
        self.list.setItemDelegate(TwoSidedDelegate(theme, self.list))
        self._fill("")

    def add_matches(self, typed: str) -> None:
        """Add the commands that match."""
        for command, label in fitting(typed, self._offered()):
            keys = self._keys_of(command)
            item = QListWidgetItem(f"{label}{APART}{command.menu_name}  {keys}".rstrip())
            item.setData(ID_ROLE, command.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label} {keys}".strip())
            self.list.addItem(item)

    def emit_choice(self, item: QListWidgetItem, found: str, *, also: bool) -> None:
        """Run the chosen command; Shift changes nothing."""
        (self._more[found].run if found in self._more else self._actions[found].trigger)()

    def _offered(self) -> list[tuple[Command, str]]:
        usable = [command for command in COMMANDS if command.id != "palette" and self._is_usable(command)]
        named = [(command, strip_mnemonic(self._actions[command.id].text())) for command in usable]
        return [*named, *((entry.command, entry.command.text) for entry in self._more.values())]

    def _keys_of(self, command: Command) -> str:
        if command.id in self._more:
            return self._more[command.id].keys
        return self._actions[command.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _is_usable(self, command: Command) -> bool:
        action = self._actions[command.id]
        return command.id not in self._without and action.isEnabled() and action.isVisible()


def fitting(typed: str, commands: Iterable[tuple[Command, str]]) -> list[tuple[Command, str]]:
    """Return the commands that match `typed`, with their current labels, best first."""
    return best_matches(
        typed,
        (
            ((command, label), label, f"{command.menu_name} {command.tip} {command.words}")
            for command, label in commands
        ),
    )


BY_KEY: Final = frozenset(f"{verb}_{n}" for n in range(1, MOST_TAG_KEYS + 1) for verb in ("tag", "also"))
"""Ids of the commands that do the same by the tag's position; the palette leaves them out."""


def tag_entries(
    session: Session,
    table: TableView,
    decisions: DecisionController,
    tag_at: Callable[[int], str | None],
    actions: Actions,
) -> list[PaletteEntry]:
    """Return entries to set each tag on the selected records, and to add or remove it as an additional tag.

    There are none where nothing can be decided. `tag_at` returns the tag that a digit key sets.
    """
    workspace = session.workspace
    rows = table.selected_rows()
    if workspace is None or workspace.read_only or not len(rows):
        return []
    keyed = {tag_at(key): key for key in range(1, MOST_TAG_KEYS + 1)}
    additional = set.intersection(
        *(set(workspace.decisions.shown_additional_tags(int(row))) for row in rows[:1000])
    )
    entries = []
    for tag in workspace.tag_set.tags:
        name, key = tag.name, keyed.get(tag.name)
        is_additional = name in additional
        also = tr("Remove the additional tag {name}") if is_additional else tr("Also tag as {name}")
        for verb, text, run in (
            ("tag", tr("Tag as {name}", name=name), decisions.decide),
            ("also", also.format(name=name), decisions.also),
        ):
            command = Command(f"{verb}:{name}", text, "", "Tag", WRITABLE, tip=tag.description)
            keys = key_text(actions[f"{verb}_{key}"]) if key else ""
            entries.append(PaletteEntry(command, keys, partial(run, name)))
    return entries
