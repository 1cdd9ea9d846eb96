"""The language of the window: its texts through Qt's translation, its numbers as the language writes them.

The English text is the key, so English needs no catalogue and costs a call to `str.format`. A language is put
in force once (`gui/i18n/translation_languages.py`), before the modules that have texts are loaded, since
those in module constants are translated then.
"""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from mltag_desktop.core.formatting import probability_words

if TYPE_CHECKING:
    from mltag_desktop.gui.i18n.translation_languages import Language

CONTEXT: Final = "MLTag"
"""The context of the window's own texts in the catalogues."""

_translate: Final = QCoreApplication.translate
_in_force: "list[Language]" = []


def speak(language: "Language | None") -> None:
    """Write texts and numbers in `language` from now on; None for English."""
    _in_force[:] = [] if language is None else [language]


def tr(text: str, /, **values: Any) -> str:
    """Return `text` in the language of the window, with `values` in its places as `str.format` puts them."""
    found = _translate(CONTEXT, text)
    if not values:
        return found
    return _in_force[0].fill(found, values) if _in_force else found.format(**values)


def tr_n(one: str, many: str, n: int, /, **values: Any) -> str:
    """Return one of two English texts or their translation by the number `n`, which is the value `n` as well.

    The catalogues know the pair by `many` and have as many forms as their language needs.
    """
    found = _translate(CONTEXT, many, None, n)
    if found == many and n == 1:
        found = one
    values["n"] = n
    return _in_force[0].fill(found, values) if _in_force else found.format(**values)


def said(text: str) -> str:
    """Return an English sentence that core made, or keeps in a document, in the language of the window.

    What no catalogue knows stays as it is.
    """
    return _in_force[0].sentence(text) if _in_force and text else text


def figure(value: float, spec: str = ",") -> str:
    """Write a number as `format` does, with the language's signs for thousands, decimals and percent."""
    written = format(value, spec)
    return _in_force[0].number(written) if _in_force else written


def figures(written: str) -> str:
    """Return numbers that were written the English way with the language's signs."""
    return _in_force[0].number(written) if _in_force else written


def confidence_words(probability: float) -> str:
    """Write a probability as `probability_words` does, with the language's sign for decimals."""
    return figures(probability_words(probability))


def in_sentence(words: str) -> str:
    """Return words that begin a line as they stand inside a sentence."""
    return _in_force[0].in_sentence(words) if _in_force else words[:1].lower() + words[1:]


def literal(name: str) -> str:
    """Return a name for a button or a menu, where a lone `&` would make the next letter a key."""
    return name.replace("&", "&&")


def without_key(words: str) -> str:
    """Return a button's or a menu's words as they are read, without the sign of its key."""
    return "&".join(part.replace("&", "") for part in words.split("&&"))
