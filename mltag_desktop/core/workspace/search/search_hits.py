"""Find the words of a search in a text, to mark them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from mltag_desktop.core.workspace.search.folding import fold

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.search.query import QueryTerm

Span = tuple[int, int]
"""Start and end of a part of a text."""
_MOST: Final = 200
"""Number of places that are marked in one text."""


class SearchHits:
    """Finds the words that records must contain to match a query; negated words are not marked."""

    def __init__(self, terms: "Iterable[QueryTerm]" = ()) -> None:
        self._words: list[str] = []
        self._patterns: list[str] = []
        self._by_column: dict[int, list[str]] = {}
        if not terms:
            return
        from mltag_desktop.core.workspace.search.query import QueryField, single_terms  # not at start-up

        wanted = [*single_terms(terms, negated=False)]
        self._words = [fold(term.value) for term in wanted if term.field is QueryField.WORDS]
        self._patterns = [term.value for term in wanted if term.field is QueryField.PATTERN]
        cells = [(term.column, fold(term.value)) for term in wanted if term.field is QueryField.COLUMN]
        self._by_column = {column: [word for place, word in cells if place == column] for column, _ in cells}

    def __bool__(self) -> bool:
        return bool(self._words or self._patterns or self._by_column)

    def in_text(self, text: str) -> tuple[Span, ...]:
        """Return the hits in the text that the model reads, or in a part of it."""
        return self._found(text, self._words, self._patterns)

    def in_cell(self, text: str, column: int, *, is_text: bool) -> tuple[Span, ...]:
        """Return the hits in a cell; `is_text` tells whether the model reads its column."""
        words = self._by_column.get(column, [])
        return (
            self._found(text, [*words, *self._words], self._patterns) if is_text else self._found(text, words)
        )

    def _found(self, text: str, words: Iterable[str], patterns: Iterable[str] = ()) -> tuple[Span, ...]:
        spans = [span for word in words for span in _spans(text, word)]
        for source in patterns:
            from mltag_desktop.core.workspace.search.patterns import search_pattern  # not at start-up

            pattern = search_pattern(source)
            spans += pattern.spans(text) if pattern else []
        return tuple(_merged(sorted(spans)))[:_MOST]


def _spans(text: str, word: str) -> Iterator[Span]:
    """Yield where a folded word is in a text."""
    if not word:
        return
    folded = fold(text)
    if word not in folded:
        return
    origins: Sequence[int] = range(len(text))
    if not text.isascii():  # some characters fold to none or to two
        origins = [place for place, character in enumerate(text) for _ in fold(character)]
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        last = origins[end - 1] + 1
        while last < len(text) and not fold(text[last]):
            last += 1  # accents of the last letter
        yield origins[at], last
        at = folded.find(word, end)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans with overlapping ones joined."""
    last: Span | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
