"""Search by meaning and near-duplicates in the records of a workspace."""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.meaning.record_vectors import embed_all, record_vectors
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.features import encoder
from mltag_desktop.core.model.features.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.repeated_texts import repeated_in_blocks
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.search.conditions import RECORD, QueryTerm
from mltag_desktop.core.workspace.workspace import Workspace

_BLOCK: Final = 2_000


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
        workspace.table.texts(np.arange(start, min(start + _BLOCK, count)))
        for start in range(0, count, _BLOCK)
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
