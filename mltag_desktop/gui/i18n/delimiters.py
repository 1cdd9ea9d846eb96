"""Names of delimiters in the language of the window."""

from typing import Final

from mltag_desktop.gui.i18n.translation import tr

DELIMITER_NAMES: Final = {
    ",": tr("Comma"),
    ";": tr("Semicolon"),
    "\t": tr("Tab"),
    "|": tr("Vertical bar"),
    ":": tr("Colon"),
    " ": tr("Space"),
}
