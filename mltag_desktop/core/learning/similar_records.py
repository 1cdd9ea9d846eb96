"""Records similar to a record, and texts similar to a text.

Find the most similar texts of a set, by the cosine of their static vectors.

Surroundings of a record: the most similar decided records.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, in_steps
from mltag_desktop.core.workspace.records.text_store import TextPlaces
from mltag_desktop.core.workspace.types import RowArray

Keys = NDArray[np.int64]
TextsOf = Callable[[Keys], Sequence[str]]

_CHUNK: Final = 500
"""Texts read and embedded together."""
_CACHED_TEXTS: Final = 50_000


@dataclass(frozen=True)
class SimilarText:
    """The key of a text of the set and its cosine similarity, at most 1."""

    key: int
    likeness: float


class SimilarTexts:
    """A cache of text vectors for similarity search, so that each text is read once; thread-safe."""

    def __init__(self, vectors: StaticVectors) -> None:
        self._vectors = vectors
        self._lock = threading.Lock()
        self._slots: dict[int, int] = {}
        self._cached: FloatArray = np.zeros((0, vectors.dimension), np.float32)

    def nearest(
        self, progress: Progress, text: str, among: Keys, texts_of: TextsOf, count: int = 5
    ) -> tuple[SimilarText, ...]:
        """Return the `count` most similar texts, best first; `texts_of` reads the texts of uncached keys.

        The result is empty for a text without a known word.
        """
        if not len(among):
            return ()
        wanted = text_vectors(self._vectors, [text])[0]
        with self._lock:
            self._cache(progress, among, texts_of)
            slots = np.fromiter((self._slots[key] for key in among.tolist()), np.int64, len(among))
            likeness = self._cached[slots] @ wanted
        if not wanted.any():
            return ()
        best = np.argsort(-likeness, kind="stable")[:count]
        return tuple(SimilarText(int(among[place]), float(likeness[place])) for place in best)

    def _cache(self, progress: Progress, keys: Keys, texts_of: TextsOf) -> None:
        missing = [key for key in keys.tolist() if key not in self._slots]
        if len(self._slots) + len(missing) > _CACHED_TEXTS:
            self._slots.clear()
            self._cached = self._cached[:0]
            missing = keys.tolist()
        for step in in_steps(progress, len(missing), _CHUNK, "Reading the decided records"):
            part = missing[step]
            vectors = text_vectors(self._vectors, list(texts_of(np.array(part, np.int64))))
            first = len(self._cached)
            self._cached = np.concatenate([self._cached, vectors])
            self._slots.update(zip(part, range(first, first + len(part)), strict=True))


_cached: dict[tuple[Path, int, str], SimilarTexts] = {}
"""The vectors of the texts of one file and mapping, by slot; the text of a slot never changes."""


def surroundings(
    progress: Progress, model: LinearModel, place: TextPlaces, among: RowArray, count: int
) -> tuple[SimilarText, ...]:
    """Find the `count` texts in the slots `among` that are most similar to the one text at `place`.

    It may run in another process than the one that writes to the file.
    """
    key = (place.path, place.generation, model.version)
    texts = _cached.get(key)
    if texts is None:
        _cached.clear()  # another thread may still use those of another file
        texts = _cached[key] = SimilarTexts(model.vectors)
    with place.opened() as store:
        text = store.of(place.generation, place.slots)[0]
        return texts.nearest(progress, text, among, partial(store.of, place.generation), count)
