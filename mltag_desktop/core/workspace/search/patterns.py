"""Regular expressions of the search.

The `regex` package is used since it can stop: an expression such as `(a+)+$` would hold up the program for
hours with `re`.
"""

import functools
from typing import Final

import regex

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message

_SECONDS: Final = 0.2
"""Time for one text. The lock of the interpreter is held meanwhile: releasing it for each text would starve
the window."""


class SearchPattern:
    """A regular expression, ignoring case."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._compiled = regex.compile(source, regex.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """Return whether the text contains a match; `MltagError` if that takes too long."""
        try:
            return self._compiled.search(text, timeout=_SECONDS, concurrent=False) is not None
        except TimeoutError:
            raise MltagError(
                message("The expression /{source}/ takes too long.", source=self._source),
                "Make it simpler: avoid a repetition inside a repetition.",
            ) from None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the matches start and end; none if the search takes too long."""
        try:
            found = [match.span() for match in self._compiled.finditer(text, timeout=_SECONDS)]
        except TimeoutError:
            return []
        return [(start, end) for start, end in found if start < end]


@functools.lru_cache(maxsize=64)
def search_pattern(source: str) -> SearchPattern | None:
    """Return the expression, or None if it is not valid."""
    try:
        return SearchPattern(source)
    except regex.error:
        return None
