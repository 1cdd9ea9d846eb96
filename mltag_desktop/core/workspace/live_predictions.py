"""Live predictions: what the names of the tags and the answers so far say, until a model is trained."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.types import Origin, RowArray


@dataclass(frozen=True, eq=False)
class LivePredictions:
    """Live predictions of n undecided records; they are shown instead of the model's and never stored."""

    version: str
    """Stands for the model in the journal."""
    tags: tuple[str, ...]
    rows: RowArray
    probabilities: NDArray[np.float16]
    """Shape (n, tags)."""
    best: NDArray[np.int16]
    """Index into `tags` of the likeliest tag, shape (n,)."""
    confidence: NDArray[np.float32]
    margin: NDArray[np.float32]
    origin: Origin
    answers: int
    """Number of answers that they rest on."""
    is_calibrated: bool
    by_names: bool
    """Whether they rest on the names of the tags rather than on the active model."""

    @classmethod
    def of(
        cls,
        version: str,
        tags: tuple[str, ...],
        rows: RowArray,
        probabilities: NDArray[np.float32],
        *,
        answers: int,
        is_calibrated: bool,
        by_names: bool,
    ) -> "LivePredictions":
        """Make them from probabilities, shape (n, tags)."""
        best = probabilities.argmax(axis=1).astype(np.int16) if len(rows) else np.zeros(0, np.int16)
        two = (
            np.partition(probabilities, -2, axis=1)[:, -2:]
            if len(tags) > 1
            else np.pad(probabilities, ((0, 0), (1, 0)))
        )
        return cls(
            version,
            tags,
            rows,
            probabilities.astype(np.float16),
            best,
            np.ascontiguousarray(two[:, 1], np.float32),
            np.ascontiguousarray(two[:, 1] - two[:, 0], np.float32),
            Origin.ANSWERS if answers or not by_names else Origin.NAMES,
            answers,
            is_calibrated,
            by_names,
        )

    def with_others(self, others: "LivePredictions") -> "LivePredictions":
        """Return these predictions, and those of `others`, which has the same tags, for other records."""
        new = ~np.isin(others.rows, self.rows)
        return replace(
            self,
            rows=np.concatenate([self.rows, others.rows[new]]),
            probabilities=np.concatenate([self.probabilities, others.probabilities[new]]),
            best=np.concatenate([self.best, others.best[new]]),
            confidence=np.concatenate([self.confidence, others.confidence[new]]),
            margin=np.concatenate([self.margin, others.margin[new]]),
        )


class LiveOverlay:
    """Live predictions by row, as `RecordStates` lays them over those of the model; immutable."""

    def __init__(
        self,
        found: LivePredictions,
        count: int,
        before: "LiveOverlay | None" = None,
        decided: NDArray[np.bool_] | None = None,
    ) -> None:
        """Lay out `found` for `count` records.

        A decided record keeps the prediction of `before` that it had when it was decided: a model that has
        learned from the decision would only repeat it.
        """
        self.found = found
        self.place = np.full(count, -1, np.int32)
        """Index of each record's prediction; -1 for none."""
        known = found.rows[found.rows < count]
        self.place[known] = np.arange(len(known), dtype=np.int32)
        self.probabilities, self.best = found.probabilities, found.best
        self.confidence, self.margin = found.confidence, found.margin
        if before is not None and decided is not None and before.found.tags == found.tags:
            kept = np.flatnonzero(decided[: len(before.place)] & (before.place >= 0)[: len(decided)])
            kept = kept[self.place[kept] < 0]
            places = before.place[kept]
            self.place[kept] = np.arange(len(kept), dtype=np.int32) + len(found.rows)
            self.probabilities = np.concatenate([found.probabilities, before.probabilities[places]])
            self.best = np.concatenate([found.best, before.best[places]])
            self.confidence = np.concatenate([found.confidence, before.confidence[places]])
            self.margin = np.concatenate([found.margin, before.margin[places]])

    def at(self, rows: RowArray) -> NDArray[np.int32]:
        """Return the index of the prediction of each of `rows`; -1 for none."""
        places = np.full(len(rows), -1, np.int32)
        known = rows < len(self.place)
        places[known] = self.place[rows[known]]
        return places

    def codes(self, code: Callable[[str], int], is_offered: Callable[[str], bool]) -> NDArray[np.int16]:
        """Return the common code of each tag; -1 for one that is not in the tag set."""
        return np.array([code(tag) if is_offered(tag) else -1 for tag in self.found.tags], np.int16)
