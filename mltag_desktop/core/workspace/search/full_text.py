"""Search in the UTF-8 bytes of many texts at once, ignoring case and accents."""

import functools
from collections.abc import Callable, Sequence

from mltag_desktop.core.workspace.search.compiled import texts as compiled
from mltag_desktop.core.workspace.search.folding import fold
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

Needle = str | Callable[[str], bool]
"""Folded text, or a function that tells whether a text matches."""


def hits(stretch: PackedBlob, needles: Sequence[Needle]) -> list[list[int]]:
    """Return the keys of the texts that contain each needle."""
    texts = _Texts(stretch)
    return [
        texts.containing(needle) if isinstance(needle, str) else texts.matching(needle) for needle in needles
    ]


def make_ready() -> None:
    """Fill the cache that the first search needs; takes up to a fifth of a second."""
    if compiled.is_used:
        compiled.folds()


class _Texts:
    """The texts of a blob in the forms that searches need, each made once."""

    def __init__(self, stretch: PackedBlob) -> None:
        self._stretch = stretch

    @functools.cached_property
    def _decoded(self) -> list[str]:
        return [text.decode() for text in self._stretch.values()]

    @functools.cached_property
    def _folded(self) -> list[str]:
        return [fold(text) for text in self._decoded]

    def containing(self, needle: str) -> list[int]:
        """Return the keys of the texts that contain a folded needle; all if accents only were typed."""
        first = self._stretch.first
        if needle and compiled.can_find(needle):
            found = first + compiled.find(self._stretch.joined, self._stretch.ends, needle)
            keys: list[int] = found.tolist()
            return keys
        return [key for key, text in enumerate(self._folded, first) if needle in text]

    def matching(self, matches: Callable[[str], bool]) -> list[int]:
        """Return the keys of the texts for which `matches` is true."""
        return [key for key, text in enumerate(self._decoded, self._stretch.first) if matches(text)]
