"""The language of the window: translated texts, formats of numbers, and the direction of writing.

Translation of the window's texts with Qt's catalogues, and localised number formats.

The English text is the key, so English needs no catalogue. `choose_language` is called once, before the
modules with texts are imported, because texts in module constants are translated on import.

Support for right-to-left text.

Qt mirrors layouts and text alignment by the widget's direction, but not positions computed in paint events;
`mirrored` does that. Record texts keep the direction of their script.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QRect, QRectF, Qt, QTranslator
from PySide6.QtGui import QPainter

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.messages import Message, NumberText, probability_words

CONTEXT: Final = "MLTag"
"""Catalogue context of the window's texts."""
CORE_CONTEXT: Final = "MLTag core"
"""The context of core's sentences in the catalogues."""

_translate: Final = QCoreApplication.translate
_active: "list[Language]" = []
NARROW: Final = "\u202f"
"""Narrow no-break space."""


def set_language(language: "Language | None") -> None:
    """Set the language of texts and numbers; None is English."""
    _active[:] = [] if language is None else [language]


def language_code() -> str:
    """Return the code of the language of the texts."""
    return QLocale().name().partition("_")[0] if _active else "en"


def tr(text: str, /, **values: Any) -> str:
    """Return the translation of `text`, with `values` filled in as by `str.format`."""
    translation = _translate(CONTEXT, text)
    if not values:
        return translation
    return _active[0].fill(translation, values) if _active else translation.format(**values)


def tr_plural(one: str, many: str, n: int, /, **values: Any) -> str:
    """Return the translation of the singular or plural text for `n`, with `n` and `values` filled in.

    The catalogue key is `many`; a catalogue has all plural forms of its language.
    """
    translation = _translate(CONTEXT, many, None, n)
    if translation == many and n == 1:
        translation = one
    values["n"] = n
    return _active[0].fill(translation, values) if _active else translation.format(**values)


def translate_core_message(text: str) -> str:
    """Return a sentence of core in the language of the window.

    A message is translated by its template, with its values; other text as a whole. Text that is not in the
    catalogue stays as it is.
    """
    return _active[0].sentence(text) if _active and text else str(text)


def error_words(error: Exception) -> str:
    """Return what an `MltagError` says and what to do; empty for others, which the crash boundary shows."""
    parts = (error.message, error.hint) if isinstance(error, MltagError) else ()
    return " ".join(translate_core_message(part) for part in parts if part)


def format_number(value: float, spec: str = ",") -> str:
    """Format a number as `format` does, with the language's separators and percent sign."""
    text = format(value, spec)
    return _active[0].number(text) if _active else text


def localise_numbers(written: str) -> str:
    """Return English-formatted numbers with the language's separators."""
    return _active[0].number(written) if _active else written


def confidence_words(probability: float) -> str:
    """Format a probability as `probability_words` does, with the language's decimal separator."""
    return localise_numbers(probability_words(probability))


def duration_words(minutes: float) -> str:
    """Return a duration in whole minutes, at least one, or in hours from 100 minutes on."""
    whole = max(1, round(minutes))
    return tr("{minutes} min", minutes=whole) if whole < 100 else tr("{hours:.0f} h", hours=whole / 60)


def unbroken(html: str) -> str:
    """Return a page whose numbers Qt keeps on one line: it reads a narrow no-break space as a blank."""
    return html.replace(NARROW, "\N{NO-BREAK SPACE}")


def in_sentence(words: str) -> str:
    """Return a label as it is written inside a sentence: without a capital letter, except in German."""
    return _active[0].in_sentence(words) if _active else words[:1].lower() + words[1:]


def escape_mnemonic(name: str) -> str:
    """Return a name with `&` doubled, so that Qt does not read it as a mnemonic."""
    return name.replace("&", "&&")


def strip_mnemonic(words: str) -> str:
    """Return a button's or a menu's text without its mnemonic marker."""
    return "&".join(part.replace("&", "") for part in words.split("&&"))


class Language(Formatter):
    """A language: formats values and numbers, and translates core's sentences."""

    def __init__(self, thousands: str, decimal: str, percent: str, *, keeps_capitals: bool = False) -> None:
        self._signs = str.maketrans({",": thousands, ".": decimal, "%": percent})
        self._keeps_capitals = keeps_capitals

    def fill(self, text: str, values: Mapping[str, Any]) -> str:
        """Return `text` with `values` filled in."""
        return self.vformat(text, (), values)

    def number(self, written: str) -> str:
        """Return English-formatted numbers with this language's separators."""
        return written.translate(self._signs)

    def in_sentence(self, words: str) -> str:
        """Return a label as it is written inside a sentence."""
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
        is_number = isinstance(value, NumberText) or (format_spec and isinstance(value, int | float))
        return self.number(written) if is_number else written


def languages() -> dict[str, Language]:
    """Return the languages with a catalogue by code; English needs none."""
    return {
        "de": Language(".", ",", f"{NARROW}%", keeps_capitals=True),
        "fr": Language(NARROW, ",", f"{NARROW}%"),
    }


def choose_language(app: QCoreApplication, chosen: str, system: Sequence[str] | None = None) -> str:
    """Install a language and return its code; "system" picks the first known language of the system.

    The window stays English if the catalogue is missing.
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
    """Install the catalogue of a language, preceded by Qt's catalogue for standard dialogs."""
    try:
        path = resource(f"translations/mltag_{code}.qm")
    except MltagError:
        return False
    translator = QTranslator(app)
    if not translator.load(str(path)):
        return False
    qt_translator = QTranslator(app)
    if qt_translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt_translator)
    app.installTranslator(translator)
    return True


_LEFT_TO_RIGHT: Final = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft
Place = TypeVar("Place", QRect, QRectF)


def direction_of(
    text: str, default: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> Qt.LayoutDirection:
    """Return the direction of the first strongly directional character, or `default` without one."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return _LEFT_TO_RIGHT
            case "R" | "AL":
                return _RIGHT_TO_LEFT
    return default


def begins_at(text: str, default: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> Qt.AlignmentFlag:
    """Return the alignment of a line of text: the side where it begins, centred vertically."""
    right = direction_of(text, default) == _RIGHT_TO_LEFT
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter


def is_mirrored(painter: QPainter) -> bool:
    """Return whether the painter's layout direction is right-to-left."""
    return painter.layoutDirection() == _RIGHT_TO_LEFT


def mirrored(painter: QPainter, within: QRect | QRectF, place: Place) -> Place:
    """Return `place`, mirrored horizontally within `within` if the layout direction is right-to-left."""
    if painter.layoutDirection() != _RIGHT_TO_LEFT:
        return place
    if isinstance(place, QRect):
        return place.translated(round(within.left() + within.right()) - place.left() - place.right(), 0)
    left, right = QRectF(within).left(), QRectF(within).right()
    return place.translated(left + right - place.left() - place.right(), 0)


def draw_record_text(painter: QPainter, place: QRect, alignment: Qt.AlignmentFlag, text: str) -> None:
    """Draw a record's text in the direction of its script, aligned to the side where it begins.

    Text that is not left-aligned, such as numbers, keeps its alignment.
    """
    direction = painter.layoutDirection()
    if text.removesuffix("…").isascii() and direction != _RIGHT_TO_LEFT:
        painter.drawText(place, alignment, text)
        return
    if alignment & Qt.AlignmentFlag.AlignLeft:
        side = begins_at(text, direction)
    else:
        from PySide6.QtWidgets import QStyle  # not at start-up: it has 600 enum values

        side = QStyle.visualAlignment(direction, alignment)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, side, text)
    painter.setLayoutDirection(direction)
