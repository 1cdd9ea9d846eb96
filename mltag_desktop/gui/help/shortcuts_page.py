"""The guide's page of keys, written from the command table; `make guide` puts it in its place."""

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


def keys_page(commands: Sequence[Command] = COMMANDS) -> str:
    """Return the page as Markdown: a table of commands for each menu."""
    menus = dict.fromkeys(command.menu for command in commands)
    return _HEAD + "".join(_menu([one for one in commands if one.menu == menu]) for menu in menus)


def _menu(commands: Sequence[Command]) -> str:
    rows = [f"| {_keys(one)} | {_name(one)} | {one.tip} |\n" for one in commands if not _is_repeat(one)]
    title = commands[0].menu_name
    return f"\n## {title}\n\n| keys | command | what it does |\n|---|---|---|\n" + "".join(rows)


def _is_repeat(command: Command) -> bool:
    """The first of nine keys that differ in the figure alone stands for all of them."""
    return any(command.id.startswith(start) and command.id != f"{start}1" for start in _FOLDED)


def _name(command: Command) -> str:
    for start, words in _FOLDED.items():
        if command.id == f"{start}1":
            return words
    return command.name.rstrip("…")


def _keys(command: Command) -> str:
    portable = QKeySequence.SequenceFormat.PortableText
    shown = " or ".join(dict.fromkeys(one.toString(portable) for one in command.sequences))
    if any(command.id == f"{start}1" for start in _FOLDED):
        return f"{shown} … {MOST_TAG_KEYS}"
    return shown
