"""Names of delimiters in the language of the window."""

from typing import Final

from mltag_desktop.core.tables import layout
from mltag_desktop.gui.i18n.translation import translate_core_message

DELIMITER_NAMES: Final = {
    sign: name[:1].upper() + name[1:]
    for sign, words in layout.DELIMITER_NAMES.items()
    if (name := translate_core_message(words))
}
