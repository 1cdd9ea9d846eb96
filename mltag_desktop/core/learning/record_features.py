"""The features of a workspace's records for a name model, kept by the worker process between answers.

Ranks a sample of the undecided records by what a model says of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet
from mltag_desktop.core.learning.query_strategies import UndecidedPool, ordered
from mltag_desktop.core.model.encoder import DIMENSION, Embeddings, embed_many, require
from mltag_desktop.core.model.extraction import Features, concatenate, extract
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.models.prediction_store import keys, match
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.search.filtering import needs_review
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
        self._last, self._stored = 0, np.zeros(0, DIGEST)
        self._codes, self._scales = np.zeros((0, DIMENSION), np.int8), np.zeros(0, np.float32)
        self._places = np.zeros(0, np.intp)

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
        places = np.zeros(0, np.intp)
        if self._with_encoder:
            self._read_embeddings(workspace)
            found, places = match(digests[new], self._stored) if len(self._stored) else (places, places)
            new = new[found]
        room = MOST_RECORDS - len(self)
        if len(new) > room:
            kept = np.sort(np.random.default_rng(0).choice(len(new), room, replace=False))
            new, places = new[kept], places[kept] if self._with_encoder else places
        parts = [self._words]
        for start in range(0, len(new), _BLOCK):
            progress.report(start / len(new), "reading the texts")
            parts.append(extract(self._static, workspace.table.texts(new[start : start + _BLOCK])))
        self._words = concatenate(parts)
        self.rows = np.concatenate([self.rows, new])
        self._digests = np.concatenate([self._digests, digests[new]])
        self._places = np.concatenate([self._places, places])
        return is_first

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
        places = np.arange(len(self))
        if len(places) > size:
            places = np.sort(np.random.default_rng(0).choice(places, size, replace=False))
        return places

    def blocks(
        self, progress: Progress, reader: TextReader, workspace: Workspace, start: int
    ) -> Iterator[TextSet]:
        """Yield the features of the records from place `start` on, in blocks."""
        for first in range(start, len(self), _BLOCK):
            progress.report((first - start) / (len(self) - start))
            yield self.text_set(reader, workspace, np.arange(first, min(first + _BLOCK, len(self))))

    def text_set(self, reader: TextReader, workspace: Workspace, places: NDArray[np.intp]) -> TextSet:
        """Return the features of the records at some places."""
        words = self._words.take(places)
        texts = workspace.table.texts(self.rows[places]) if reader.has_keywords else None
        return reader.text_set(words, self._vectors(places), texts)

    def _vectors(self, places: NDArray[np.intp]) -> FloatArray | None:
        if not self._with_encoder:
            return None
        at = self._places[places]
        return Embeddings(self._codes[at], self._scales[at]).vectors()

    def _read_embeddings(self, workspace: Workspace) -> None:
        self._last, digests, found = workspace.embeddings.since(self._last)
        if len(digests):
            self._stored = np.concatenate([self._stored, digests])
            self._codes = np.concatenate([self._codes, found.codes])
            self._scales = np.concatenate([self._scales, found.scales])


def check_encoder(progress: Progress) -> None:
    """Raise `MltagError` if the encoder is missing or cannot be loaded."""
    require()
    progress.report(1.0)


def unread(progress: Progress, workspace: Workspace, first: RowArray) -> RowArray:
    """Return the records whose texts have no embedding, each text once: those of `first`, then at random.

    At most `MOST_RECORDS` have an embedding in the end.
    """
    digests = workspace.table.all_digests()
    _, stored, _ = workspace.embeddings.since()
    rows = np.random.default_rng(0).permutation(len(digests)).astype(np.int64)
    first = first[first < len(digests)]
    rows = np.concatenate([first, rows[~np.isin(rows, first)]])
    if len(stored):
        found, _ = match(digests[rows], stored)
        rows = np.delete(rows, found)
    _, once = np.unique(keys(digests[rows]), return_index=True)
    return rows[np.sort(once)][: max(0, MOST_RECORDS - len(stored))]


def embed_records(
    progress: Progress, workspace: Workspace, rows: RowArray
) -> tuple[NDArray[Any], Embeddings]:
    """Return the digests and embeddings of the texts of `rows`."""
    digests = workspace.table.all_digests()[rows]
    codes, scales = np.zeros((len(rows), DIMENSION), np.int8), np.zeros(len(rows), np.float32)
    for places, part in embed_many(progress, workspace.table.texts(rows)):
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
