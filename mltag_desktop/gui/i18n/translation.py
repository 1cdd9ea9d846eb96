"""The language of the window: its texts through Qt's translation, its numbers as the language writes them.

The English text is the key, so English needs no catalogue and costs a call to `str.format`. A language is put
in force once (`gui/i18n/translation.py`), before the modules that have texts are loaded, since
those in module constants are translated then.
"""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import resource
from mltag_desktop.core.formatting import probability_words
from mltag_desktop.core.messages import Message

CONTEXT: Final = "MLTag"
"""The context of the window's own texts in the catalogues."""
CORE_CONTEXT: Final = "MLTag core"
"""The context of core's sentences in the catalogues."""

_translate: Final = QCoreApplication.translate
_active: "list[Language]" = []
NARROW: Final = "\u202f"
"""The narrow space that does not break."""


def set_language(language: "Language | None") -> None:
    """Write texts and numbers in `language` from now on; None for English."""
    _active[:] = [] if language is None else [language]


def tr(text: str, /, **values: Any) -> str:
    """Return `text` in the language of the window, with `values` in its places as `str.format` puts them."""
    found = _translate(CONTEXT, text)
    if not values:
        return found
    return _active[0].fill(found, values) if _active else found.format(**values)


def tr_plural(one: str, many: str, n: int, /, **values: Any) -> str:
    """Return one of two English texts or their translation by the number `n`, which is the value `n` as well.

    The catalogues know the pair by `many` and have as many forms as their language needs.
    """
    found = _translate(CONTEXT, many, None, n)
    if found == many and n == 1:
        found = one
    values["n"] = n
    return _active[0].fill(found, values) if _active else found.format(**values)


def translate_core_message(text: str) -> str:
    """Return a sentence of core in the language of the window.

    A message is translated by its template, with its values; other text as a whole. Text that is not in the
    catalogue stays as it is.
    """
    return _active[0].sentence(text) if _active and text else str(text)


def format_number(value: float, spec: str = ",") -> str:
    """Write a number as `format` does, with the language's signs for thousands, decimals and percent."""
    written = format(value, spec)
    return _active[0].number(written) if _active else written


def localise_numbers(written: str) -> str:
    """Return numbers that were written the English way with the language's signs."""
    return _active[0].number(written) if _active else written


def confidence_words(probability: float) -> str:
    """Write a probability as `probability_words` does, with the language's sign for decimals."""
    return localise_numbers(probability_words(probability))


def in_sentence(words: str) -> str:
    """Return words that begin a line as they stand inside a sentence."""
    return _active[0].in_sentence(words) if _active else words[:1].lower() + words[1:]


def escape_mnemonic(name: str) -> str:
    """Return a name for a button or a menu, where a lone `&` would make the next letter a key."""
    return name.replace("&", "&&")


def strip_mnemonic(words: str) -> str:
    """Return a button's or a menu's words as they are read, without the sign of its key."""
    return "&".join(part.replace("&", "") for part in words.split("&&"))


class Language(Formatter):
    """One language: how it fills places, writes numbers and says what core says."""

    def __init__(self, thousands: str, decimal: str, percent: str, *, keeps_capitals: bool = False) -> None:
        self._signs = str.maketrans({",": thousands, ".": decimal, "%": percent})
        self._keeps_capitals = keeps_capitals

    def fill(self, text: str, values: Mapping[str, Any]) -> str:
        """Put `values` into the places of `text`."""
        return self.vformat(text, (), values)

    def number(self, written: str) -> str:
        """Return numbers written the English way with this language's signs."""
        return written.translate(self._signs)

    def in_sentence(self, words: str) -> str:
        """Return words that begin a line as they stand inside a sentence."""
        return words if self._keeps_capitals else words[:1].lower() + words[1:]

    def sentence(self, text: str) -> str:
        """Return a sentence of core in this language."""
        if not isinstance(text, Message):
            return _translate(CORE_CONTEXT, text)
        if text.one:
            found = _translate(CORE_CONTEXT, text.template, None, text.values["n"])
            if found == text.template and text.values["n"] == 1:
                found = text.one
        else:
            found = _translate(CORE_CONTEXT, text.template)
        values = {
            name: self.sentence(value) if isinstance(value, Message) else value
            for name, value in text.values.items()
        }
        return self.fill(found, values)

    def format_field(self, value: Any, format_spec: str) -> str:
        written: str = super().format_field(value, format_spec)
        return self.number(written) if format_spec and isinstance(value, int | float) else written


def languages() -> dict[str, Language]:
    """The languages that there are catalogues for, by their codes."""
    return {
        "de": Language(".", ",", f"{NARROW}%", keeps_capitals=True),
        "fr": Language(NARROW, ",", f"{NARROW}%"),
    }


def choose_language(app: QCoreApplication, chosen: str, system: Sequence[str] | None = None) -> str:
    """Put a language in force, with "system" the first of the system's that is known; gives its code.

    A catalogue that is missing leaves the window English.
    """
    known = languages()
    wanted = (
        (QLocale.system().uiLanguages() if system is None else system) if chosen == "system" else [chosen]
    )
    codes = (name.replace("_", "-").split("-")[0].lower() for name in wanted)
    code = next((code for code in codes if code == "en" or code in known), "en")
    if code == "en" or not _load(app, code):
        return "en"
    QLocale.setDefault(QLocale(code))
    set_language(known[code])
    return code


def _load(app: QCoreApplication, code: str) -> bool:
    """Install the catalogue of a language, and before it Qt's own for its dialogs."""
    try:
        path = resource(f"translations/mltag_{code}.qm")
    except MltagError:
        return False
    own = QTranslator(app)
    if not own.load(str(path)):
        return False
    qts = QTranslator(app)
    if qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
    app.installTranslator(own)
    return True
