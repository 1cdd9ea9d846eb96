from PySide6.QtWidgets import QTextBrowser

from mltag_desktop.gui.commands import COMMANDS
from mltag_desktop.gui.panels.keys import KeysDialog


def test_every_command_with_keys_is_on_the_page(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    words = dialog.findChild(QTextBrowser).toPlainText()
    for command in COMMANDS:
        if command.keys and not command.id.startswith("tag_"):
            assert command.name.rstrip("…") in words
            assert command.sequences[0].toString() in words
    assert "1 – 9" in words
