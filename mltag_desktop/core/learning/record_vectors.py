"""The vectors of a workspace's records, and search by meaning with them.

The vectors of a workspace's records: those of the sentence encoder where all are known, else static ones.

Both are kept between calls by the process that uses them, as 8-bit integers: 50 MB for 100,000 records.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.record_features import MOST_RECORDS
from mltag_desktop.core.messages import message
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.encoder import DIMENSION, Embeddings
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.repeated_texts import repeated_in_blocks
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import Progress, SubProgress, in_steps
from mltag_desktop.core.workspace.models.caches import TextVectors
from mltag_desktop.core.workspace.search.conditions import RECORD, QueryTerm
from mltag_desktop.core.workspace.workspace import Workspace

_BLOCK: Final = 4_096
_AT_ONCE: Final = 1_000
"""Texts between two reports."""


@dataclass(frozen=True)
class RecordVectors:
    """A vector of length 1 for each record, or 0 for a record without a known word."""

    vectors: Embeddings
    places: NDArray[np.intp]
    """Place of each record's vector, shape (n,)."""
    by_encoder: bool
    """Whether they are embeddings of the sentence encoder; else they are static vectors."""
    read: float
    """The share of the records that have an embedding."""

    def __len__(self) -> int:
        return len(self.places)

    def of(self, rows: NDArray[np.int64]) -> FloatArray:
        """Return the vectors of some records."""
        return self.vectors.take(self.places[rows]).vectors()

    def similarity(self, wanted: FloatArray) -> FloatArray:
        """Return the cosine similarity of each record to a vector of length 1, shape (n,)."""
        found = np.empty(len(self.vectors), np.float32)
        for start in range(0, len(found), _BLOCK):
            part = slice(start, start + _BLOCK)
            found[part] = (self.vectors.codes[part] @ wanted) * self.vectors.scales[part]
        return found[self.places]


_kept: dict[tuple[Path, str], TextVectors] = {}
"""By workspace, and model version or empty for the encoder."""


def record_vectors(
    progress: Progress, workspace: Workspace, model: LinearModel, *, uses_encoder: bool
) -> RecordVectors:
    """Return the vectors of all records.

    With `uses_encoder` they are the embeddings in the workspace, if every record has one. Otherwise they are
    the static vectors of `model`, of which the missing ones are computed.
    """
    digests = workspace.table.all_digests()
    read = 0.0
    if uses_encoder and len(digests) <= MOST_RECORDS:
        known = _of(workspace, "", DIMENSION)
        known.read(workspace.embeddings)
        places = known.places(digests)
        read = float((places >= 0).mean()) if len(places) else 1.0
        if read == 1.0:
            return RecordVectors(known.vectors, places, by_encoder=True, read=read)
    static = _of(workspace, model.version, model.vectors.dimension)
    missing = np.flatnonzero(static.places(digests) < 0).astype(np.int64)
    if len(missing):
        _, once = np.unique(digests[missing], return_index=True)
        missing = missing[np.sort(once)]
    parts = []
    for step in in_steps(progress, len(missing), _AT_ONCE, "Reading the texts"):
        texts = workspace.table.texts(missing[step])
        parts.append(Embeddings.of(text_vectors(model.vectors, texts)))
    if parts:
        codes, scales = [each.codes for each in parts], [each.scales for each in parts]
        static.add(digests[missing], Embeddings(np.concatenate(codes), np.concatenate(scales)))
    return RecordVectors(static.vectors, static.places(digests), by_encoder=False, read=read)


def embed_all(progress: Progress, workspace: Workspace) -> None:
    """Compute the missing embeddings of a workspace and keep them in it if it can be written to.

    Nothing is done for more records than the encoder reads. Raises `MltagError` without the encoder.
    """
    from mltag_desktop.core.learning.record_features import embed_records, unread

    if workspace.table.count > MOST_RECORDS:
        return
    rows = unread(progress, workspace, np.zeros(0, np.int64))
    known = _of(workspace, "", DIMENSION)
    for start in range(0, len(rows), _AT_ONCE * 8):
        part = SubProgress(progress, start / len(rows), min(1.0, (start + _AT_ONCE * 8) / len(rows)))
        digests, found = embed_records(part, workspace, rows[start : start + _AT_ONCE * 8])
        if workspace.read_only:
            known.add(digests, found)
        else:
            workspace.embeddings.put(digests, found)


def _of(workspace: Workspace, of: str, dimension: int) -> TextVectors:
    key = (workspace.path, of)
    if key not in _kept:
        for other in [other for other in _kept if other[0] != workspace.path]:
            del _kept[other]
        _kept[key] = TextVectors(dimension)
    return _kept[key]


_ANALYSED_TEXTS: Final = 2_000


class Similarities(NamedTuple):
    """Similarity of the records to the searched text."""

    values: FloatArray
    """Cosine similarity of each record, shape (n,)."""
    by_encoder: bool
    """Whether the sentence encoder compared them; else static vectors."""
    read: float
    """The share of the records that the sentence encoder has read."""


def similarities(
    progress: Progress, workspace: Workspace, model: LinearModel, term: QueryTerm, *, uses_encoder: bool
) -> Similarities:
    """Compare all records with the text or record of a `~` condition.

    Raises `MltagError` for a record that does not exist or has no text.
    """
    vectors = record_vectors(SubProgress(progress, 0.0, 0.9), workspace, model, uses_encoder=uses_encoder)
    if term.sign == RECORD:
        row = int(term.value) - 1
        if row >= len(vectors):
            raise MltagError(
                message("There is no record {number}.", number=row + 1),
                message("The last record is {last}.", last=len(vectors)),
            )
        wanted = vectors.of(np.array([row]))[0]
    elif vectors.by_encoder:
        wanted = encoder.embed([term.value])[0]
    else:
        wanted = text_vectors(model.vectors, [term.value])[0]
    return Similarities(vectors.similarity(wanted), vectors.by_encoder, vectors.read)


def near_duplicates(progress: Progress, workspace: Workspace) -> IntArray:
    """Return the group of near-duplicates of each record, shape (n,): its first record, -1 for no group."""
    count = workspace.table.count
    blocks = (
        workspace.table.texts(np.arange(start, min(start + _ANALYSED_TEXTS, count)))
        for start in range(0, count, _ANALYSED_TEXTS)
    )
    return repeated_in_blocks(progress, blocks, count)


class TextAnalysis:
    """The analysis of a workspace's texts in this process, for the command line."""

    def __init__(self, workspace: Workspace, model: Callable[[], LinearModel]) -> None:
        """`model` returns the model whose static vectors are compared without the encoder."""
        self._workspace, self._model = workspace, model
        self.by_encoder: bool | None = None
        """Whether the sentence encoder compared the texts of the last search; None before one."""
        self.values: FloatArray | None = None
        """The similarities of the last search."""

    def similarity(self, progress: Progress, term: QueryTerm) -> FloatArray:
        """Return the similarity of each record to a `~` condition; computes missing embeddings."""
        uses_encoder = encoder.is_installed()
        if uses_encoder:
            embed_all(SubProgress(progress, 0.0, 0.8), self._workspace)
        rest = SubProgress(progress, 0.8, 1.0)
        found = similarities(rest, self._workspace, self._model(), term, uses_encoder=uses_encoder)
        self.by_encoder, self.values = found.by_encoder, found.values
        return found.values

    def near_duplicates(self, progress: Progress) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each record."""
        return near_duplicates(progress, self._workspace)

    def known_near_duplicates(self) -> None:
        """Return None: nothing is kept."""
