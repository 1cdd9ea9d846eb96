"""The keyboard shortcuts: defaults and the user's changes."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.commands import COMMANDS, Command

_MOVING: Final = tuple(
    QKeySequence(key)
    for key in (
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp),
        *(Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Escape),
    )
)
BY_ID = {command.id: command for command in COMMANDS}


def read(stored: Iterable[str]) -> dict[str, str]:
    """Read changed keys, stored as "command keys…"; unknown commands are ignored."""
    pairs = (line.partition(" ") for line in stored)
    return {name: keys.strip() for name, _, keys in pairs if name in BY_ID}


def written(changed: Mapping[str, str]) -> tuple[str, ...]:
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


def apply(actions: Mapping[str, QAction], changed: Mapping[str, str]) -> None:
    """Set the shortcuts and tooltips of the actions."""
    for command in COMMANDS:
        keys = keys_of(command, changed)
        action = actions[command.id]
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = command.tip or command.name.rstrip("…")
        action.setToolTip(f"{tip} ({shown})" if shown else command.tip)


def _types(key: str) -> bool:
    return "Ctrl" not in key and "Alt" not in key and "Meta" not in key and len(key.split("+")[-1]) == 1
