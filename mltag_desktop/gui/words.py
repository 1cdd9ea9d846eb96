"""The language of the window: its texts through Qt's translation, its numbers as the language writes them.

The English text is the key, so English needs no catalogue and costs a call to `str.format`. A language is put
in force once, before the modules that have texts are loaded: those in module constants are translated then.
"""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication

CONTEXT: Final = "MLTag"
"""The context of all texts in the catalogues."""

_translate: Final = QCoreApplication.translate


def tr(text: str, /, **values: Any) -> str:
    """Return `text` in the language of the window, with `values` in its places as `str.format` puts them."""
    said = _translate(CONTEXT, text)
    return said.format(**values) if values else said


def tr_n(one: str, many: str, n: int, /, **values: Any) -> str:
    """Return one of two English texts or their translation by the number `n`, which is the value `n` as well.

    The catalogues know the pair by `many` and have as many forms as their language needs.
    """
    said = _translate(CONTEXT, many, None, n)
    if said == many and n == 1:
        said = one
    return said.format(n=n, **values)


def in_sentence(words: str) -> str:
    """Return words that began a line as they stand inside a sentence."""
    return words[:1].lower() + words[1:]
