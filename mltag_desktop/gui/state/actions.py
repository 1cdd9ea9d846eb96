"""The actions of the commands: menus, shortcuts and the user's changes to them, enabling, tooltips."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.commands import (
    BY_ID,
    COMMANDS,
    EARLIER_IDS,
    MENUS,
    REASONS,
    SUBMENUS,
    Command,
    Needs,
)

Actions = Mapping[str, QAction]
Handler = Callable[[], object]

_MOVING: Final = tuple(
    QKeySequence(key)
    for key in (
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp),
        *(Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Escape),
    )
)

_ROLES: Final = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Commands that macOS has in the menu of the program. Qt would guess them by their texts."""

_REASON: Final = "mltag_reason"
"""Property of an action: why it is disabled."""


def build_actions(parent: QObject) -> dict[str, QAction]:
    """Create an action for each command; `connect_actions` gives them their handlers.

    The action of a plain command must be added to the widget in which its keys act.
    """
    actions = {command.id: _action(parent, command) for command in COMMANDS}
    apply_keys(actions, {})
    return actions


def connect_actions(
    actions: Actions,
    handlers: Mapping[str, Handler],
    leave_past: Callable[[], object],
    repeats: Callable[[], bool],
) -> None:
    """Let each action call its handler, with `leave_past` before it if it needs the present state.

    `repeats` returns whether the key is held down, on which only the commands run that hold. Raises
    `ValueError` when a command has no handler or a handler no command.
    """
    if actions.keys() != handlers.keys():
        missing, surplus = sorted(actions.keys() - handlers.keys()), sorted(handlers.keys() - actions.keys())
        raise ValueError(f"commands without a handler: {missing}; handlers without a command: {surplus}")

    def connect(command: Command) -> None:
        def run() -> None:
            if repeats() and not command.holds:
                return
            if Needs.PRESENT in command.needs:
                leave_past()
            handlers[command.id]()

        actions[command.id].triggered.connect(lambda _checked=False: run())

    for command in COMMANDS:
        connect(command)


def enable(actions: Actions, met: Needs) -> None:
    """Enable the actions whose needs are `met`; the tooltips of the others say what is missing."""
    for command in COMMANDS:
        reason = why_not(command, met)
        actions[command.id].setEnabled(not reason)
        actions[command.id].setProperty(_REASON, reason)
        _show_tooltip(actions[command.id], command)


def why_not(command: Command, met: Needs) -> str:
    """Return why a command is disabled; empty if it is enabled."""
    missing = command.needs & ~met & ~Needs.PRESENT
    if not missing:
        return ""
    return next(words for need, words in REASONS.items() if need & (missing | ~met & Needs.TABLE))


def key_text(action: QAction) -> str:
    """Return the first shortcut of an action as text."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def fill_menus(bar: QMenuBar, actions: Actions) -> None:
    """Add the actions to the menus of `bar`."""
    menus: dict[str, QMenu] = {
        name: bar.addMenu(title) for name, title in MENUS.items() if name not in SUBMENUS
    }
    group: dict[str, int] = {}
    for command in COMMANDS:
        menu = menus.get(command.menu) or menus[SUBMENUS[command.menu]].addMenu(MENUS[command.menu])
        menus[command.menu] = menu
        if group.setdefault(command.menu, command.group) != command.group:
            menu.addSeparator()
            group[command.menu] = command.group
        menu.addAction(actions[command.id])
    for name, parent in SUBMENUS.items():
        menus[parent].aboutToShow.connect(lambda menu=menus[name]: _hide_empty(menu))


def add_groups(to: QMenu | QToolBar, actions: Actions, group_of: Callable[[Command], int]) -> None:
    """Add the commands that have a group, with a line between groups."""
    for number in sorted({group_of(command) for command in COMMANDS} - {0}):
        if to.actions():
            to.addSeparator()
        to.addActions([actions[command.id] for command in COMMANDS if group_of(command) == number])


def read_keys(stored: Iterable[str]) -> dict[str, str]:
    """Read changed keys, stored as "command keys…"; unknown commands are ignored."""
    pairs = (line.partition(" ") for line in stored)
    named = ((EARLIER_IDS.get(name, name), keys.strip()) for name, _, keys in pairs)
    return {name: keys for name, keys in named if name in BY_ID}


def written_keys(changed: Mapping[str, str]) -> tuple[str, ...]:
    """Return changed keys in their stored form, without those that equal the default."""
    return tuple(f"{name} {keys}" for name, keys in sorted(changed.items()) if keys != BY_ID[name].keys)


def keys_of(command: Command, changed: Mapping[str, str]) -> str:
    """Return the current keys of a command."""
    return changed.get(command.id, command.keys)


def refusal(command: Command, keys: str, changed: Mapping[str, str]) -> str:
    """Return why a command cannot have these keys; empty when it can."""
    wanted = {QKeySequence(key).toString() for key in keys.split()}
    if "" in wanted:
        return tr("This is not a valid key.")
    if not command.plain and any(_types(key) for key in wanted):
        return tr("A single letter or digit would interfere with typing. Add Ctrl or Alt.")
    if any(QKeySequence(key) in _MOVING for key in wanted):
        return tr("This key is used for navigation. Add Ctrl or Alt.")
    for other in COMMANDS:
        theirs = {QKeySequence(key).toString() for key in keys_of(other, changed).split()}
        if other.id != command.id and wanted & theirs:
            return tr("This key is already used by {name}.", name=other.name.rstrip("…"))
    return ""


def apply_keys(actions: Actions, changed: Mapping[str, str]) -> None:
    """Set the shortcuts of the actions."""
    for command in COMMANDS:
        keys = keys_of(command, changed)
        actions[command.id].setShortcuts([QKeySequence(key) for key in keys.split()])
        _show_tooltip(actions[command.id], command)


def _types(key: str) -> bool:
    return "Ctrl" not in key and "Alt" not in key and "Meta" not in key and len(key.split("+")[-1]) == 1


def _hide_empty(submenu: QMenu) -> None:
    submenu.menuAction().setVisible(any(action.isVisible() for action in submenu.actions()))


def _action(parent: QObject, command: Command) -> QAction:
    action = QAction(command.text, parent)
    action.setObjectName(command.id)
    action.setCheckable(command.checkable)
    action.setAutoRepeat(command.holds)
    if command.toolbar:
        action.setIconText(f" {command.name}")  # Fusion leaves no space between icon and text
    action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
    action.setStatusTip("")
    if command.plain:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action


def _show_tooltip(action: QAction, command: Command) -> None:
    shown = key_text(action)
    tip = f"{command.tip or command.name.rstrip('…')} ({shown})" if shown else command.tip
    action.setToolTip("\n".join(filter(None, (tip, action.property(_REASON)))))
