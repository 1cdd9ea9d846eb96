"""Which texts of a set are most like another, by the cosine of their static vectors."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features import extract
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.model.vectors import StaticVectors
from mltag_desktop.core.progress import Progress

Keys = NDArray[np.int64]
TextsOf = Callable[[Keys], Sequence[str]]

_AT_ONCE: Final = 500
_HELD: Final = 50_000


@dataclass(frozen=True)
class Similar:
    """A text of the set, by its key, and how alike it is: the cosine, at most 1."""

    key: int
    likeness: float


class SimilarTexts:
    """Keeps the vectors of texts it was asked about, so that each is read once; threads may share it."""

    def __init__(self, vectors: StaticVectors) -> None:
        self._vectors = vectors
        self._lock = threading.Lock()
        self._slots: dict[int, int] = {}
        self._held: FloatArray = np.zeros((0, vectors.dimension), np.float32)

    def nearest(
        self, progress: Progress, text: str, among: Keys, texts_of: TextsOf, count: int = 5
    ) -> tuple[Similar, ...]:
        """Return the most similar texts, best first; `texts_of` reads those that were not held yet.

        A text without a known word is like nothing.
        """
        if not len(among):
            return ()
        wanted = extract(self._vectors, [text]).vectors[0]
        with self._lock:
            self._hold(progress, among, texts_of)
            slots = np.fromiter((self._slots[key] for key in among.tolist()), np.int64, len(among))
            likeness = self._held[slots] @ wanted
        if not wanted.any():
            return ()
        best = np.argsort(-likeness, kind="stable")[:count]
        return tuple(Similar(int(among[place]), float(likeness[place])) for place in best)

    def _hold(self, progress: Progress, keys: Keys, texts_of: TextsOf) -> None:
        missing = [key for key in keys.tolist() if key not in self._slots]
        if len(self._slots) + len(missing) > _HELD:
            self._slots.clear()
            self._held = self._held[:0]
            missing = keys.tolist()
        for start in range(0, len(missing), _AT_ONCE):
            progress.report(start / len(missing), "Reading the decided records")
            part = missing[start : start + _AT_ONCE]
            made = extract(self._vectors, list(texts_of(np.array(part, np.int64)))).vectors
            first = len(self._held)
            self._held = np.concatenate([self._held, made])
            self._slots.update(zip(part, range(first, first + len(part)), strict=True))
