"""The features of texts: words, character sequences, token shapes and static vectors.

Counts of hashed character sequences of 2 to 5 characters within words, as `char_wb` of scikit-learn.

A word is a run of characters without white space, in lower case, with a space before and after it. In scripts
without spaces a whole phrase is such a word. The sequences of each different word are hashed once.

Token shapes: which kinds of tokens and pairs of neighbouring kinds occur in a text.

They capture what words do not: titles in capitals, a year or a name in brackets, a colon, a full sentence or
only a title. Each token has one of sixteen kinds. The features of a text are the kinds and pairs that occur,
and the approximate number of tokens. They do not depend on words or language.

Extract the features of texts: counts of hashed words and bigrams, a static vector, and others.
"""

import enum
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import CharacterTable, Hashes, batches, words
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress

if TYPE_CHECKING:  # the encoders are not loaded with the window
    from mltag_desktop.core.model.encoder import Encoder

BUCKET_BITS: Final = 18
BUCKETS: Final = 1 << BUCKET_BITS
_LENGTHS: Final = (2, 3, 4, 5)
_BASE: Final = 0x9E3779B97F4A7C15
_MIXER: Final = 0xBF58476D1CE4E5B9
_ALL_BITS: Final = (1 << 64) - 1
_AT_ONCE: Final = 1_000
"""Texts that are counted at once; the sequences of all of them are in memory."""


@dataclass(frozen=True)
class SparseCounts:
    """Counts of buckets in n texts."""

    bounds: NDArray[np.int64]
    """The entries of row i are bounds[i] to bounds[i + 1], shape (n + 1,)."""
    buckets: NDArray[np.int32]
    """Ascending within a row, shape (entries,)."""
    counts: FloatArray
    """Shape (entries,)."""

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def take(self, rows: NDArray[np.intp]) -> "SparseCounts":
        """Return `rows`, in that order."""
        lengths = np.diff(self.bounds)[rows]
        bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        entries = np.repeat(self.bounds[rows] - bounds[:-1], lengths) + np.arange(bounds[-1])
        return SparseCounts(bounds, self.buckets[entries], self.counts[entries])


def joined(parts: Sequence[SparseCounts]) -> SparseCounts:
    """Return the rows of several parts, one after the other."""
    lengths = np.concatenate([np.diff(part.bounds) for part in parts])
    return SparseCounts(
        np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        np.concatenate([part.buckets for part in parts]),
        np.concatenate([part.counts for part in parts]),
    )


def character_counts(texts: Sequence[str]) -> SparseCounts:
    """Return the counts of the character sequences of `texts`; a row depends on its text only."""
    count = counts_by_compiled_code if compiled.is_used else counts_by_numpy
    parts = [count(texts[start : start + _AT_ONCE]) for start in range(0, len(texts) or 1, _AT_ONCE)]
    return parts[0] if len(parts) == 1 else joined(parts)


def counts_by_compiled_code(texts: Sequence[str]) -> SparseCounts:
    """Return the counts as `counts_by_numpy` does, in a tenth of the time."""
    return SparseCounts(*compiled.characters([f" {' '.join(text.lower().split())} " for text in texts]))


class CharacterSequence(NamedTuple):
    """A hashed character sequence of a word that is padded with a space on both sides."""

    bucket: int
    start: int
    """First character of the sequence in the padded word."""
    length: int
    """Number of characters."""


def sequences(word: str) -> list[CharacterSequence]:
    """Hash the character sequences of a word, the shortest first."""
    codes = [ord(character) + 1 for character in f" {word} "]
    hashes, found = codes, []
    for length in _LENGTHS:
        hashes = [
            (hashed * _BASE + code) & _ALL_BITS
            for hashed, code in zip(hashes, codes[length - 1 :], strict=False)
        ]
        found += [
            CharacterSequence(_bucket(hashed + length), start, length) for start, hashed in enumerate(hashes)
        ]
    return found


def _bucket(hashed: int) -> int:
    hashed &= _ALL_BITS
    return ((hashed ^ hashed >> 31) * _MIXER & _ALL_BITS) >> (64 - BUCKET_BITS)


def counts_by_numpy(texts: Sequence[str]) -> SparseCounts:
    """Return the counts as the compiled code does, without it."""
    of_word: dict[str, list[int]] = {}
    found: list[list[int]] = []
    for text in texts:
        row: list[int] = []
        for word in text.lower().split():
            if word not in of_word:
                of_word[word] = [each.bucket for each in sequences(word)]
            row += of_word[word]
        found.append(row)
    rows = np.repeat(np.arange(len(texts)), np.fromiter(map(len, found), np.int64, len(found)))
    return _counted(len(texts), rows, np.array([bucket for row in found for bucket in row], np.int32))


def _counted(count: int, rows: NDArray[np.int64], buckets: NDArray[np.int32]) -> SparseCounts:
    """Return how often each of `buckets` occurs in its row, for `count` rows."""
    keys, counts = np.unique((rows << BUCKET_BITS) | buckets, return_counts=True)
    bounds = np.searchsorted(keys, np.arange(count + 1) << BUCKET_BITS).astype(np.int64)
    return SparseCounts(bounds, (keys & (BUCKETS - 1)).astype(np.int32), counts.astype(np.float32))


TokenShapes = NDArray[np.uint8]
_KINDS: Final = 16
_EDGE, _LOWER, _CAPITALISED, _LETTER, _CAPITALS, _MIXED, _NUMBER, _YEAR = range(8)
_BLANK: Final = _YEAR
"""Whitespace; shares its number with years, because a single byte is never a year."""
_MARKS: Final = (b".", b",", b"([{<", b")]}>", b"-", b":;", b"/\\|")
"""Punctuation of kinds 8 to 14; kind 15 is any other."""
_TOKEN_LENGTHS: Final = 10
SHAPE_COUNT: Final = _KINDS + _KINDS * _KINDS + _TOKEN_LENGTHS
"""Number of features: kinds, pairs of kinds, and token counts in steps of a factor of sqrt(2)."""


def token_shapes(texts: Sequence[str]) -> TokenShapes:
    """Return the token shapes of each text as zeros and ones, shape (n, SHAPE_COUNT)."""
    letters = [text if text.isascii() else text.translate(_PLAIN) for text in texts]
    data = np.frombuffer("\n".join(["", *letters, ""]).encode("ascii"), np.uint8)
    edges = np.cumsum([0, *(len(text) + 1 for text in letters)])
    starts, kinds = _tokens(data, edges)
    row = np.searchsorted(edges, starts, side="right") - 1  # an edge starts the row after it
    shapes = np.zeros((len(texts) + 1, SHAPE_COUNT), np.uint8)  # the last edge starts an extra row
    shapes[row, kinds] = 1
    shapes[row[:-1], _KINDS + kinds[:-1] * _KINDS + kinds[1:]] = 1
    lengths = np.bincount(row, minlength=len(texts) + 1)
    steps = np.clip(2 * np.log2(lengths + 1) - 3, 0, _TOKEN_LENGTHS - 1).astype(np.intp)
    shapes[np.arange(len(shapes)), SHAPE_COUNT - _TOKEN_LENGTHS + steps] = 1
    return shapes[:-1]


def lengthened(shapes: TokenShapes) -> FloatArray:
    """Return token shapes as rows of length 1 (or 0 where they are missing), shape (n, SHAPE_COUNT)."""
    sizes = np.sqrt(np.maximum(shapes.sum(axis=1, keepdims=True), 1)).astype(np.float32)
    rows: FloatArray = (shapes / sizes).astype(np.float32)
    return rows


def _tokens(data: NDArray[np.uint8], edges: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the start and the kind of each word, punctuation mark and edge between texts, in order."""
    kinds = _BYTES[data]
    in_word = kinds < _BLANK
    in_word[edges] = False
    change = np.flatnonzero(in_word[1:] != in_word[:-1]) + 1
    begins, ends = change[0::2], change[1::2]
    marks = np.flatnonzero(kinds > _BLANK)
    starts = np.concatenate([edges, begins, marks])
    all_kinds = np.concatenate([np.full(len(edges), _EDGE), _words(data, kinds, begins, ends), kinds[marks]])
    order = np.argsort(starts, kind="stable")
    return starts[order], all_kinds[order].astype(np.intp)


def _words(
    data: NDArray[np.uint8], kinds: NDArray[np.uint8], begins: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Return the kind of each word `data[begin:end]`."""

    def within(kind: int) -> NDArray[np.intp]:
        up_to = np.concatenate([[0], np.cumsum(kinds == kind)])
        counts: NDArray[np.intp] = up_to[ends] - up_to[begins]
        return counts

    lower, upper, size = within(_LOWER), within(_LETTER), ends - begins
    first_upper, alone = kinds[begins] == _LETTER, size == 1
    century = np.isin(data[begins], list(b"12")) & np.isin(
        data[np.minimum(begins + 1, len(data) - 1)], list(b"90")
    )
    kind: NDArray[np.intp] = np.select(
        [
            (lower + upper == 0) & (size == 4) & century,
            lower + upper == 0,
            upper == 0,
            (lower == 0) & alone,
            lower == 0,
            first_upper & (upper == 1),
        ],
        [_YEAR, _NUMBER, _LOWER, _LETTER, _CAPITALS, _CAPITALISED],
        _MIXED,
    )
    return kind


def _kind_of_byte(code: int) -> int:
    character = bytes([code])
    if character.isalpha():
        return _LETTER if character.isupper() else _LOWER
    if character.isdigit():
        return _NUMBER
    if character.isspace() or code < 0x20:
        return _BLANK
    return next((8 + place for place, marks in enumerate(_MARKS) if character in marks), _KINDS - 1)


def _plain(character: str) -> str:
    """Return an ASCII character of the same kind."""
    if character.isascii():
        return character
    if character.isalpha():
        return "A" if character.isupper() else "a"
    if character.isdigit():
        return "0"
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category[0] == "M":
        return "a"  # a combining accent is part of its word
    return "-" if category == "Pd" else "?"


_BYTES: Final = np.array([_kind_of_byte(code) for code in range(256)], np.uint8)
_PLAIN: Final = CharacterTable(_plain)


_BATCH_ROWS: Final = 4096
_BATCH_CHARACTERS: Final = 1_000_000
_EMBEDDED_ROWS: Final = 500
"""Texts between two reports where the sentence encoder, which is slow, reads them."""

Embedder = Callable[[Sequence[str], "Encoder"], FloatArray]
"""Returns the embeddings of texts by an encoder, shape (n, d)."""


class Extra(enum.Flag):
    """Features that only some models read."""

    NONE = 0
    TOKEN_SHAPES = enum.auto()
    CHARACTERS = enum.auto()
    EMBEDDINGS = enum.auto()
    """Embeddings of the sentence encoder, which takes a thousand times longer than the other features."""
    ENGLISH = enum.auto()
    """Embeddings of the English encoder, which takes four times longer still."""
    TEXTS = enum.auto()
    """The texts themselves, for estimators of a user's own."""


ENCODED: Final = Extra.EMBEDDINGS | Extra.ENGLISH
"""Features that an encoder computes."""


@dataclass(frozen=True)
class Features(SparseCounts):
    """The features of n texts: the counts of hashed words and bigrams, and others."""

    vectors: FloatArray
    """Static vectors of length 1 (or 0 for a text without units), shape (n, d)."""
    token_shapes: "TokenShapes | None" = None
    """Token shapes, shape (n, SHAPE_COUNT), zeros for rows without; None where they were not extracted."""
    characters: SparseCounts | None = None
    """Counts of character sequences; None where they were not extracted."""
    embeddings: FloatArray | None = None
    """Embeddings of the sentence encoder, shape (n, 512); None where they were not computed."""
    english: FloatArray | None = None
    """Embeddings of the English encoder, shape (n, 384); None where they were not computed."""
    texts: tuple[str, ...] | None = None
    """The texts; None where no model needs them."""

    def take(self, rows: NDArray[np.intp]) -> "Features":
        """Return the features of `rows`, in that order."""
        entries = super().take(rows)
        return Features(
            entries.bounds,
            entries.buckets,
            entries.counts,
            self.vectors[rows],
            None if self.token_shapes is None else self.token_shapes[rows],
            None if self.characters is None else self.characters.take(rows),
            None if self.embeddings is None else self.embeddings[rows],
            None if self.english is None else self.english[rows],
            None if self.texts is None else tuple(self.texts[row] for row in rows.tolist()),
        )

    def has(self, extra: Extra) -> bool:
        """Return whether the features that a model needs were extracted; token shapes may be missing."""
        needed = {
            Extra.CHARACTERS: self.characters,
            Extra.EMBEDDINGS: self.embeddings,
            Extra.ENGLISH: self.english,
            Extra.TEXTS: self.texts,
        }
        return all(part is not None for kind, part in needed.items() if kind in extra)


def concatenate(parts: Sequence[Features]) -> Features:
    """Return the rows of several feature sets, one after the other."""
    entries = joined(parts)
    characters = [part.characters for part in parts if part.characters is not None]
    embeddings = [part.embeddings for part in parts if part.embeddings is not None]
    english = [part.english for part in parts if part.english is not None]
    texts = [part.texts for part in parts if part.texts is not None]
    return Features(
        entries.bounds,
        entries.buckets,
        entries.counts,
        np.concatenate([part.vectors for part in parts]),
        _joined_token_shapes(parts),
        characters=joined(characters) if len(characters) == len(parts) else None,
        embeddings=np.concatenate(embeddings) if len(embeddings) == len(parts) else None,
        english=np.concatenate(english) if len(english) == len(parts) else None,
        texts=tuple(text for some in texts for text in some) if len(texts) == len(parts) else None,
    )


def extract(
    vectors: StaticVectors,
    texts: Sequence[str],
    progress: Progress = SILENT,
    *,
    extra: Extra = Extra.NONE,
    embedder: Embedder | None = None,
) -> Features:
    """Return the features of `texts`; each row depends on its text only, not on the other texts.

    `embedder` may know embeddings from before; by default they are computed. Raises `MltagError` where
    `extra` has embeddings and an encoder is missing.
    """
    parts: list[Features] = []
    step = _EMBEDDED_ROWS if extra & ENCODED else _BATCH_ROWS
    for start in range(0, len(texts) or 1, step):
        progress.report(start / max(1, len(texts)))
        parts += in_batches(vectors, texts[start : start + step], extra=extra, embedder=embedder)
    return concatenate(parts) if len(parts) != 1 else parts[0]


def text_vectors(vectors: StaticVectors, texts: Sequence[str]) -> FloatArray:
    """Return the static vectors of `texts`, shape (n, d), as `extract` does, without the other features."""
    parts = [_features(vectors, batch).vectors for batch in batches(texts, _BATCH_ROWS, _BATCH_CHARACTERS)]
    return np.concatenate(parts) if parts else np.zeros((0, vectors.dimension), np.float32)


def in_batches(
    vectors: StaticVectors,
    texts: Sequence[str],
    *,
    extra: Extra = Extra.NONE,
    embedder: Embedder | None = None,
) -> Iterator[Features]:
    """Yield the features of `texts` in batches; one empty batch when there are no texts."""
    for batch in batches(texts, _BATCH_ROWS, _BATCH_CHARACTERS) if texts else ([],):
        if extra:
            yield _with_extra(_features(vectors, batch), batch, extra, embedder)
        else:  # no variable keeps the last batch alive while the next is built: that took 10% of the time
            yield _features(vectors, batch)


def features_by_numpy(vectors: StaticVectors, texts: Sequence[str]) -> Features:
    """Return the features of a batch as the compiled code does, without it."""
    tokens = words(texts)
    first, pairs = tokens.bigrams()
    rows = np.concatenate([tokens.rows, tokens.rows[first]])
    entries = _counted(len(texts), rows, bucket_of(np.concatenate([tokens.hashes, pairs])))
    embedded = vectors.embed(vectors.units(tokens))
    return Features(entries.bounds, entries.buckets, entries.counts, embedded)


def bucket_of(hashes: Hashes) -> NDArray[np.int32]:
    """Return the bucket (0 to 2^18 - 1) of each hash: its highest bits."""
    return (hashes >> np.uint64(64 - BUCKET_BITS)).astype(np.int32)


def _features(vectors: StaticVectors, texts: Sequence[str]) -> Features:
    if compiled.is_used:
        return Features(*vectors.compiled_features(texts))
    return features_by_numpy(vectors, texts)


def _with_extra(
    features: Features, texts: Sequence[str], extra: Extra, embedder: Embedder | None
) -> Features:
    from mltag_desktop.core.model.encoder import ENGLISH, MULTILINGUAL, Embeddings, embed

    def read(kind: Extra, by: "Encoder") -> FloatArray | None:
        return Embeddings.of((embedder or embed)(texts, by)).vectors() if kind in extra else None

    return replace(
        features,
        token_shapes=token_shapes(texts) if Extra.TOKEN_SHAPES in extra else None,
        characters=character_counts(texts) if Extra.CHARACTERS in extra else None,
        embeddings=read(Extra.EMBEDDINGS, MULTILINGUAL),
        english=read(Extra.ENGLISH, ENGLISH),
        texts=tuple(texts) if Extra.TEXTS in extra else None,
    )


def _joined_token_shapes(parts: Sequence[Features]) -> "TokenShapes | None":
    """Return the token shapes of all parts, with zeros for parts without; None where no part has any."""
    width = next((part.token_shapes.shape[1] for part in parts if part.token_shapes is not None), 0)
    if not width:
        return None
    padded = [
        np.zeros((len(part), width), np.uint8) if part.token_shapes is None else part.token_shapes
        for part in parts
    ]
    return np.concatenate(padded)
