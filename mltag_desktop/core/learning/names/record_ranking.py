"""Ranks a sample of the undecided records by what a model says of them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.names.name_model import NameModel
from mltag_desktop.core.learning.names.record_features import RecordFeatures
from mltag_desktop.core.learning.questions.query_strategies import UndecidedPool, ordered
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.core.workspace.workspace import Workspace

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
    before: FloatArray
    """Probabilities without the answers, shape (n, tags)."""


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
        return RankedRecords(rows[kept][best], audit, found[best], before[best])
