"""The command palette: type part of a command's name and press Return to run it.

Command palette entries that set, add or remove a tag by name.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.i18n import mirrored, strip_mnemonic, tr
from mltag_desktop.gui.state.actions import Actions, key_text
from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS, WRITABLE, Command
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_view import TableView
from mltag_desktop.gui.widgets.dialog_tables import Index, draw_current
from mltag_desktop.gui.widgets.dialogs import ID_ROLE, SearchListDialog
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height

_SIZE: Final = QSize(140 * UNIT, 110 * UNIT)
_KEYS: Final = ID_ROLE + 1
_MENU: Final = ID_ROLE + 2


class PaletteEntry(NamedTuple):
    """An entry that is not in the command table, such as "Tag as X", with its shortcut as text."""

    command: Command
    keys: str


class CommandPalette(SearchListDialog):
    """Dialog that lists the enabled commands except those in `without`, followed by the entries in `more`."""

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
        self.list.setItemDelegate(_PaletteDelegate(theme, self.list))
        self.also_chosen.connect(self.chosen)  # Shift changes nothing here
        self._fill("")

    def add_matches(self, typed: str) -> None:
        """Add the commands that match."""
        for command, label in fitting(typed, self._offered()):
            item = QListWidgetItem(label)
            keys = self._keys_of(command)
            item.setData(ID_ROLE, command.id)
            item.setData(_KEYS, keys)
            item.setData(_MENU, command.menu_name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label} {keys}".strip())
            self.list.addItem(item)

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


class _PaletteDelegate(QStyledItemDelegate):
    """Draws a command's name on the left, its menu and its shortcut on the right."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent
        self._longest_keys = QKeySequence("Ctrl+Shift+W").toString(QKeySequence.SequenceFormat.NativeText)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        place: QRect = option.rect
        if index.row() == self._list.currentRow():
            draw_current(painter, place, colours)
        line = mirrored(painter, place, place.adjusted(3 * UNIT, 0, -2 * UNIT, 0))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(colours.text)
        metrics = option.fontMetrics
        keys, menu = str(index.data(_KEYS) or ""), str(index.data(_MENU))
        for_keys = metrics.horizontalAdvance(self._longest_keys) + 2 * GAP
        for_name = line.width() - for_keys - metrics.horizontalAdvance(menu) - 2 * GAP
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, for_name)
        painter.drawText(line, left, name)
        painter.setPen(colours.muted)
        painter.drawText(line, right, keys)
        place = mirrored(painter, line, line.adjusted(0, 0, -for_keys, 0))
        painter.drawText(place, right, menu)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, row_height(option.fontMetrics))


def fitting(typed: str, commands: Iterable[tuple[Command, str]]) -> list[tuple[Command, str]]:
    """Return the commands that match `typed`, with their current labels.

    The best come first: prefixes of words, then letters in order.
    """
    wanted = typed.casefold().split()
    ranked = []
    for command, label in commands:
        text = f"{label} {command.menu_name} {command.tip} {command.words}"
        rank = _rank(wanted, text.casefold(), label.casefold())
        if rank is not None:
            ranked.append((rank, (command, label)))
    return [match for _, match in sorted(ranked, key=lambda entry: entry[0])]


def _rank(wanted: Sequence[str], text: str, name: str) -> int | None:
    """Return the rank of a match, None for no match.

    0: prefix of the name, 1: prefixes of words of the name, 2: prefixes of words of name, menu, tip
    or other words,
    3: the letters occur in the name in this order.
    """
    if not wanted or name.startswith(" ".join(wanted)):
        return 0
    for rank, words in ((1, name.split()), (2, text.split())):
        if all(any(word.startswith(part) for word in words) for part in wanted):
            return rank
    letters = iter(name)
    return 3 if all(letter in letters for letter in "".join(wanted)) else None


BY_KEY: Final = frozenset(f"{verb}_{n}" for n in range(1, MOST_TAG_KEYS + 1) for verb in ("tag", "also"))
"""Ids of the commands that do the same by the tag's position; the palette leaves them out."""
_SET: Final = "set:"
_ADDITIONAL: Final = "additional:"


class PaletteTagCommands:
    """Offers to set each tag on the selected records, and to add or remove it as an additional tag.

    `tag_at` returns the tag that a digit key sets.
    """

    def __init__(
        self,
        session: Session,
        table: TableView,
        decision_controller: DecisionController,
        tag_at: Callable[[int], str | None],
        actions: Actions,
    ) -> None:
        self._session = session
        self._table = table
        self._decision_controller = decision_controller
        self._tag_at = tag_at
        self._actions = actions

    def entries(self) -> list[PaletteEntry]:
        """Return the offers for the selected records; none where nothing can be decided."""
        workspace = self._session.workspace
        rows = self._table.selected_rows()
        if workspace is None or workspace.read_only or not len(rows):
            return []
        keyed = {self._tag_at(key): key for key in range(1, MOST_TAG_KEYS + 1)}
        additional = set.intersection(
            *(set(workspace.decisions.shown_additional_tags(int(row))) for row in rows[:1000])
        )
        offers = []
        for tag in workspace.tag_set.tags:
            key = keyed.get(tag.name)
            also = (
                tr("Remove the additional tag {name}") if tag.name in additional else tr("Also tag as {name}")
            )
            for name, text, verb in (
                (f"{_SET}{tag.name}", tr("Tag as {name}", name=tag.name), "tag"),
                (f"{_ADDITIONAL}{tag.name}", also.format(name=tag.name), "also"),
            ):
                keys = key_text(self._actions[f"{verb}_{key}"]) if key else ""
                offers.append(
                    PaletteEntry(Command(name, text, "", "Tag", WRITABLE, tip=tag.description), keys)
                )
        return offers

    def run(self, name: str) -> bool:
        """Run the offer of this name; False when no offer has it."""
        if name.startswith(_SET):
            self._decision_controller.decide(name.removeprefix(_SET))
            return True
        if name.startswith(_ADDITIONAL):
            self._decision_controller.also(name.removeprefix(_ADDITIONAL))
            return True
        return False
