"""Languages beside English: their catalogues, their numbers, and the sentences of core in them."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import resource
from mltag_desktop.gui.i18n.core_messages import Sentences
from mltag_desktop.gui.i18n.translation import speak

NARROW: Final = "\u202f"
"""The narrow space that does not break."""


class Language(Formatter):
    """One language: how it fills places, writes numbers and says what core says."""

    def __init__(self, thousands: str, decimal: str, percent: str, *, keeps_capitals: bool = False) -> None:
        self._signs = str.maketrans({",": thousands, ".": decimal, "%": percent})
        self._keeps_capitals = keeps_capitals
        self._sentences: Sentences | None = None

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
        """Return what core says; the templates are read when the first sentence comes."""
        if self._sentences is None:
            self._sentences = Sentences(self.number)
        return self._sentences.translated(text)

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
    speak(known[code])
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
