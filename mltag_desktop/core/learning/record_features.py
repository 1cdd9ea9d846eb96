"""What a name model reads of the records, and the ranking of a sample by it.

The features of a workspace's records for a name model, kept by the worker process between answers.

Ranks a sample of the undecided records by what a model says of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.named_tags import MOST_ENGLISH, EnglishTwin, TextReader
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet
from mltag_desktop.core.learning.query_strategies import UndecidedPool, ordered
from mltag_desktop.core.model.encoder import (
    DIMENSION,
    ENGLISH,
    MULTILINGUAL,
    Embeddings,
    Encoder,
    EncoderError,
    embed_many,
    is_installed,
    require,
)
from mltag_desktop.core.model.extraction import Features, concatenate, extract
from mltag_desktop.core.model.language import are_english
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, in_steps
from mltag_desktop.core.workspace.models.caches import TextVectors
from mltag_desktop.core.workspace.models.prediction_store import keys, match
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.core.workspace.workspace import Workspace

MOST_RECORDS: Final = 100_000
"""Number of records that are read: more would take gigabytes and many minutes."""
_BLOCK: Final = 4_096


class RecordFeatures:
    """Words, static vectors and embeddings of the records that are read so far."""

    def __init__(self, reader: TextReader) -> None:
        self._static, self._with_encoder = reader.static, reader.with_encoder
        self.rows: RowArray = np.zeros(0, np.int64)
        self._forget()

    def _forget(self) -> None:
        self.rows = self.rows[:0]
        self._digests = np.zeros(0, DIGEST)
        self._words = extract(self._static, [])
        self._multilingual, self._english = TextVectors(DIMENSION), TextVectors(ENGLISH.dimension)
        self._places = self._english_places = np.zeros(0, np.intp)

    def __len__(self) -> int:
        return len(self.rows)

    def grow(self, progress: Progress, workspace: Workspace) -> bool:
        """Read records that are new, and with the encoder have an embedding; return whether all are new.

        They all are at first, and after the texts of records that were read have changed.
        """
        digests = workspace.table.all_digests()
        known = self.rows[self.rows < len(digests)]
        if len(known) < len(self.rows) or (digests[known] != self._digests).any():
            self._forget()
        is_first = not len(self)
        new = np.setdiff1d(np.arange(len(digests), dtype=np.int64), self.rows, assume_unique=True)
        places = np.full(len(new), -1, np.intp)
        if self._with_encoder:
            self._multilingual.read(workspace.embeddings)
            self._english.read(workspace.embeddings, ENGLISH)
            places = self._multilingual.places(digests[new])
            new, places = new[places >= 0], places[places >= 0]
        kept = drawn(np.arange(len(new)), MOST_RECORDS - len(self))
        new, places = new[kept], places[kept]
        parts = [self._words]
        for step in in_steps(progress, len(new), _BLOCK, "reading the texts"):
            parts.append(extract(self._static, workspace.table.texts(new[step])))
        self._words = concatenate(parts)
        self.rows = np.concatenate([self.rows, new])
        self._digests = np.concatenate([self._digests, digests[new]])
        self._places = np.concatenate([self._places, places])
        self._english_places = self._english.places(self._digests)
        return is_first

    @property
    def english(self) -> int:
        """Number of records that the English encoder has read."""
        return int((self._english_places >= 0).sum())

    def reader(self, reader: TextReader) -> TextReader:
        """Return a reader that reads with both encoders, if the English one has read some records."""
        read = np.flatnonzero(self._english_places >= 0)
        if not len(read):
            return reader
        try:
            require(ENGLISH)  # it reads the names of the tags
        except EncoderError as error:
            return reader.without_english(error)
        multilingual = self._multilingual.vectors.take(self._places[read]).vectors()
        english = self._english.vectors.take(self._english_places[read]).vectors()
        return replace(reader, english=EnglishTwin.fit(multilingual, english))

    def places(self, rows: RowArray) -> RowArray:
        """Return the place of each record among those that are read; -1 for one that is not."""
        places = np.full(max([0, *(int(each.max()) + 1 for each in (rows, self.rows) if len(each))]), -1)
        places[self.rows] = np.arange(len(self))
        found: RowArray = places[rows]
        return found

    def words(self, places: NDArray[np.intp]) -> Features:
        """Return the words and static vectors of the records at some places."""
        return self._words.take(places)

    def sample(self, size: int) -> NDArray[np.intp]:
        """Return the places of `size` records drawn at random, or of all if there are fewer, ascending."""
        return drawn(np.arange(len(self)), size)

    def blocks(
        self, progress: Progress, reader: TextReader, workspace: Workspace, start: int
    ) -> Iterator[TextSet]:
        """Yield the features of the records from place `start` on, in blocks."""
        places = np.arange(start, len(self))
        for step in in_steps(progress, len(places), _BLOCK):
            yield self.text_set(reader, workspace, places[step])

    def text_set(self, reader: TextReader, workspace: Workspace, places: NDArray[np.intp]) -> TextSet:
        """Return the features of the records at some places."""
        words = self._words.take(places)
        texts = workspace.table.texts(self.rows[places]) if reader.has_keywords else None
        return reader.text_set(words, self._embeddings(reader, places), texts)

    def _embeddings(self, reader: TextReader, places: NDArray[np.intp]) -> FloatArray | None:
        if not self._with_encoder:
            return None
        found = self._multilingual.vectors.take(self._places[places]).vectors()
        if reader.english is None:
            return found
        at = self._english_places[places]
        return reader.english.joined(
            found, self._english.vectors.take(at[at >= 0]).vectors(), np.flatnonzero(at >= 0)
        )


def check_encoder(progress: Progress, by: Encoder) -> None:
    """Raise `EncoderError` if an encoder is missing or cannot be loaded."""
    require(by)
    progress.report(1.0)


def unread(progress: Progress, workspace: Workspace, first: RowArray) -> RowArray:
    """Return the records whose texts have no embedding, each text once: those of `first`, then at random.

    At most `MOST_RECORDS` have an embedding in the end.
    """
    rows = np.random.default_rng(0).permutation(workspace.table.count).astype(np.int64)
    first = first[first < len(rows)]
    rows = np.concatenate([first, rows[~np.isin(rows, first)]])
    rows, stored = _without_embedding(workspace, rows, MULTILINGUAL)
    return rows[: max(0, MOST_RECORDS - stored)]


def unread_english(progress: Progress, workspace: Workspace) -> RowArray:
    """Return the records that the English encoder is still to read, each text once, in random order.

    They are the English ones of at most `MOST_ENGLISH` drawn at random; none if most are in other languages
    or the encoder is missing.
    """
    if not is_installed(ENGLISH):
        return np.zeros(0, np.int64)
    progress.report(0.0, "comparing the languages of the texts")
    drawn = np.random.default_rng(0).permutation(workspace.table.count)[:MOST_ENGLISH].astype(np.int64)
    texts = hash(workspace.table.all_digests()[drawn].tobytes())
    if texts not in _judged:
        _judged.clear()
        _judged[texts] = are_english(workspace.table.texts(drawn))
    return _without_embedding(workspace, drawn[_judged[texts]], ENGLISH)[0]


_judged: dict[int, NDArray[np.bool_]] = {}
"""Which of the drawn texts are English, by a hash of the texts: 20,000 texts take seconds."""


def _without_embedding(workspace: Workspace, rows: RowArray, by: Encoder) -> tuple[RowArray, int]:
    """Return those of `rows` whose texts have no embedding, each text once, and the number of stored ones."""
    digests = workspace.table.all_digests()[rows]
    _, stored, _ = workspace.embeddings.since(by=by)
    if len(stored):
        found, _ = match(digests, stored)
        rows, digests = np.delete(rows, found), np.delete(digests, found)
    _, once = np.unique(keys(digests), return_index=True)
    return rows[np.sort(once)], len(stored)


def embed_records(
    progress: Progress, workspace: Workspace, rows: RowArray, by: Encoder = MULTILINGUAL
) -> tuple[NDArray[Any], Embeddings]:
    """Return the digests and embeddings of the texts of `rows`."""
    digests = workspace.table.all_digests()[rows]
    codes, scales = np.zeros((len(rows), by.dimension), np.int8), np.zeros(len(rows), np.float32)
    for places, part in embed_many(progress, workspace.table.texts(rows), by=by):
        codes[places], scales[places] = part.codes, part.scales
    return digests, Embeddings(codes, scales)


_RANKED: Final = 5_000
"""Number of records that are ranked at a time."""
_QUESTIONS: Final = 600
_AUDIT_QUESTIONS: Final = 200


@dataclass(frozen=True)
class RankedRecords:
    """Undecided records in the order of the questions, most useful first."""

    rows: RowArray
    audit: RowArray
    """Undecided records of the audit set, in random order."""
    probabilities: FloatArray


class RecordRanking:
    """Ranks records; keeps the sample of them and how typical each is until there are others."""

    def __init__(self) -> None:
        self._pool: NDArray[np.intp] = np.zeros(0, np.intp)
        self._density: FloatArray = np.zeros(0, np.float32)
        self._drawn_for: tuple[NameModel, int] | None = None

    def ranked(
        self, workspace: Workspace, model: NameModel, features: RecordFeatures, asked: RowArray, order: str
    ) -> RankedRecords:
        """Return the records in the order of a query strategy; `model` learned from those `asked`."""
        random = np.random.default_rng(0)
        if self._drawn_for is None or self._drawn_for[0] is not model or self._drawn_for[1] != len(features):
            self._pool = np.sort(random.choice(len(features), min(_RANKED, len(features)), replace=False))
            self._density = model.density(self._pool.astype(np.int64))
            self._drawn_for = (model, len(features))
        rows = features.rows[self._pool]
        waiting = needs_review(workspace.states(), None)[rows]
        audited = workspace.table.audited(rows)
        kept = np.flatnonzero(waiting & ~audited)
        places = self._pool[kept].astype(np.int64)
        found, before = model.probabilities(places), model.prior_probabilities(places)
        vectors, asked_vectors = model.vectors(places), model.vectors(features.places(asked))
        question = UndecidedPool(found, before, vectors, asked_vectors, self._density[kept])
        best = ordered(order, question, random)[:_QUESTIONS]
        audit = random.permutation(rows[waiting & audited])[:_AUDIT_QUESTIONS]
        return RankedRecords(rows[kept][best], audit, found[best])
