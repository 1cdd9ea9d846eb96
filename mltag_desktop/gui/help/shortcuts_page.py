"""Generates the guide's page of keyboard shortcuts from the command table; written by `make guide`."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QKeySequence

from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS, Command

NAME: Final = "keys.md"
_FOLDED: Final = {"tag_": "Set the tag with this digit", "also_": "Add the tag with this digit"}
_HEAD: Final = """# Keyboard shortcuts

*Help › Keyboard shortcuts* (Shift+F1) lists all commands with their current keys, and changes them.
*Help › Commands…* (Ctrl+K) runs any command by name.

Single keys work while the table or the detail pane has the focus, never while you type.

On macOS, Ctrl is the Command key.
"""


def keys_page() -> str:
    """Return the page as Markdown, with a table of commands for each menu."""
    menus = dict.fromkeys(command.menu for command in COMMANDS)
    return _HEAD + "".join(_menu([command for command in COMMANDS if command.menu == menu]) for menu in menus)


def _menu(commands: Sequence[Command]) -> str:
    rows = [
        f"| {_keys(command)} | {_name(command)} | {command.tip} |\n"
        for command in commands
        if not _is_repeat(command)
    ]
    title = commands[0].menu_name
    return f"\n## {title}\n\n| keys | command | what it does |\n|---|---|---|\n" + "".join(rows)


def _is_repeat(command: Command) -> bool:
    """Return whether the command is listed under the first of nine that differ only in their digit."""
    return any(command.id.startswith(start) and command.id != f"{start}1" for start in _FOLDED)


def _name(command: Command) -> str:
    for start, words in _FOLDED.items():
        if command.id == f"{start}1":
            return words
    return command.name.rstrip("…")


def _keys(command: Command) -> str:
    portable = QKeySequence.SequenceFormat.PortableText
    shown = " or ".join(dict.fromkeys(sequence.toString(portable) for sequence in command.sequences))
    if any(command.id == f"{start}1" for start in _FOLDED):
        return f"{shown} … {MOST_TAG_KEYS}"
    return shown
