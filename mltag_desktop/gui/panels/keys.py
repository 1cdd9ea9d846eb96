"""The keys page, made from the command table."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from mltag_desktop.gui.commands import COMMANDS, MOST_TAG_KEYS, Command
from mltag_desktop.gui.theme import EDGE, GROUP
from mltag_desktop.gui.words import tr

_PLAIN: Final = tr("Single keys act while the table or the detail has the focus, never while you type.")


class KeysDialog(QDialog):
    """Lists each command with its keys, by menu; stays open beside the table."""

    def __init__(self, parent: QWidget | None = None, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        page = QTextBrowser()
        page.setAccessibleName(tr("Keys"))
        page.setFrameShape(QTextBrowser.Shape.NoFrame)
        page.document().setDocumentMargin(EDGE)
        page.setHtml(keys_page(commands))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GROUP)
        layout.setSpacing(GROUP)
        layout.addWidget(page, 1)
        below = QHBoxLayout()
        below.setContentsMargins(GROUP, 0, GROUP, 0)
        below.addWidget(buttons)
        layout.addLayout(below)
        self.resize(760, 600)


def keys_page(commands: Sequence[Command]) -> str:
    """Write the commands that have keys as HTML in two columns of menus."""
    menus = dict.fromkeys(command.menu for command in commands)
    blocks = [_menu(menu, [one for one in commands if one.menu == menu and one.keys]) for menu in menus]
    blocks = [block for block in blocks if block]
    rows = [block.count("<tr>") for block in blocks]
    half = next((n for n in range(1, len(blocks)) if sum(rows[:n]) * 2 >= sum(rows)), len(blocks))
    return (
        f"<p>{escape(_PLAIN)}</p><table width='100%' cellpadding='4'><tr>"
        f"<td width='50%'>{''.join(blocks[:half])}</td><td width='50%'>{''.join(blocks[half:])}</td>"
        "</tr></table>"
    )


def _menu(title: str, commands: Sequence[Command]) -> str:
    if not commands:
        return ""
    lines = [(_name(command), _keys(command)) for command in _folded(commands)]
    body = "".join(
        f"<tr><td width='170'>{escape(name)}</td><td><b>{escape(keys)}</b></td></tr>" for name, keys in lines
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3' cellspacing='0'>{body}</table>"


def _folded(commands: Sequence[Command]) -> list[Command]:
    """Keep the first of the keys that set a tag; it stands for all nine."""
    return [one for one in commands if not one.id.startswith("tag_") or one.id == "tag_1"]


def _name(command: Command) -> str:
    return tr("Set the tag and go on") if command.id == "tag_1" else command.name.rstrip("…")


def _keys(command: Command) -> str:
    if command.id == "tag_1":
        return f"1 – {MOST_TAG_KEYS}"
    native = QKeySequence.SequenceFormat.NativeText
    keys = list(dict.fromkeys(one.toString(native) for one in command.sequences))
    return tr("{key} or {other}", key=keys[0], other=keys[1]) if len(keys) > 1 else keys[0]
