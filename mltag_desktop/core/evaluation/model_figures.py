"""The figures of one model in a report, and what changed since another model.

Collect prediction changes between two models, chunk by chunk, since a table may be large.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.metrics import (
    CurvePoint,
    Figures,
    SeveralTagsFigures,
    SliceFigures,
    TagFigures,
    figures_by_tag,
)
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.decisions.tag_lists import groups_of

SHOWN: Final = 1_000
RowDetails = tuple[str | None, str]
"""A row's true tag, if known, and its name; an empty name stands for the row number."""


@dataclass(frozen=True)
class PredictionChange:
    """A prediction change: a row whose predicted tag differs between the last two models."""

    row: int
    """0-based position among the evaluated rows, or in the workspace's table."""
    reference: str
    """Displayed name of the row: an ID, or its 1-based number."""
    before: str
    after: str
    truth: str | None
    confidence_before: float
    confidence_after: float


@dataclass(frozen=True)
class PredictionChangeCount:
    """The number of rows that change from one tag to another."""

    before: str
    after: str
    rows: int


@dataclass(frozen=True)
class PredictionChanges:
    """The prediction changes on a set of rows; `shown` holds at most 1,000, most confident first.

    `drawn_from` is the number of rows from which these were drawn at random; 0 if all were compared.
    """

    rows: int
    total: int
    counts: tuple[PredictionChangeCount, ...]
    shown: tuple[PredictionChange, ...]
    drawn_from: int = 0


class PredictionChangeCollector:
    """A collector of prediction changes that keeps counts and the most confident changes."""

    def __init__(self) -> None:
        self._rows = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        self._shown: list[PredictionChange] = []

    def add(self, before: Predictions, after: Predictions, places: Sequence[int] | None = None) -> None:
        """Compare the predictions for the next rows.

        `places` are the positions of the rows, by default those after the rows that were added before.
        """
        n = len(after.probabilities)
        if not n:
            return
        first = np.array(before.tags, dtype=object)[before.best]
        second = np.array(after.tags, dtype=object)[after.best]
        rows = np.flatnonzero(first != second)
        self._counts.update(zip(first[rows].tolist(), second[rows].tolist(), strict=True))
        shown = rows[np.argsort(-after.confidence[rows], kind="stable")][:SHOWN]
        place = range(self._rows, self._rows + n) if places is None else places
        self._shown += [
            PredictionChange(place[row], "", first[row], second[row], None, *confidences)
            for row, *confidences in zip(
                shown.tolist(),
                before.confidence[shown].tolist(),
                after.confidence[shown].tolist(),
                strict=True,
            )
        ]
        self._shown.sort(key=lambda change: (-change.confidence_after, change.row))
        del self._shown[SHOWN:]
        self._rows += n

    def changes(
        self, details_of: Callable[[Sequence[int]], Sequence[RowDetails]], *, drawn_from: int = 0
    ) -> PredictionChanges:
        """Return the prediction changes of all rows added so far.

        `details_of` returns the true tags and names of the shown rows, given their positions.
        """
        counts = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        details = details_of([change.row for change in self._shown])
        return PredictionChanges(
            rows=self._rows,
            total=self._counts.total(),
            counts=tuple(PredictionChangeCount(before, after, rows) for (before, after), rows in counts),
            shown=tuple(
                replace(change, reference=reference or f"{change.row + 1:,}", truth=truth)
                for change, (truth, reference) in zip(self._shown, details, strict=True)
            ),
            drawn_from=drawn_from,
        )


def find_prediction_changes(
    before: Predictions,
    after: Predictions,
    truth: Sequence[str | None] | None = None,
    references: Sequence[str] | None = None,
) -> PredictionChanges:
    """Return the prediction changes between two models on the same rows."""
    collector = PredictionChangeCollector()

    def details_of(rows: Sequence[int]) -> list[RowDetails]:
        return [
            (truth[row] if truth is not None else None, references[row] if references is not None else "")
            for row in rows
        ]

    collector.add(before, after)
    return collector.changes(details_of)


class ModelRole(StrEnum):
    """Role of a model in a report, in the order in which models are listed."""

    MAJORITY = "majority"
    RULES = "rules"
    EARLIER = "earlier"
    BUNDLED = "bundled"
    ACTIVE = "current"
    """Stored as "current" since 0.1.0."""
    CANDIDATE = "candidate"
    MODEL = "model"
    """A model without a role in a workspace."""


_WORDS: Final = {
    ModelRole.MAJORITY: (
        message("Majority"),
        message("the most frequent tag"),
        message("The most frequent tag"),
    ),
    ModelRole.RULES: (message("Rules"), message("the rules"), message("The rules")),
    ModelRole.BUNDLED: (message("Bundled"), message("the bundled model"), message("The bundled model")),
    ModelRole.ACTIVE: (message("Active"), message("the active model"), message("The active model")),
    ModelRole.CANDIDATE: (message("Candidate"), message("the candidate"), message("The candidate")),
}
"""Names of models by role: as a label, within a sentence, and at its start; others are named by version."""


@dataclass(frozen=True)
class ModelFigures(Figures):
    """One model's metrics, slices and behavioural tests."""

    role: ModelRole
    version: str
    slices: Mapping[str, SliceFigures]
    behaviour: BehaviourResult | None
    curves: Mapping[str, tuple[CurvePoint, ...]] = field(default_factory=dict)
    """Precision and recall by threshold for each tag; "" stands for all tags."""
    answers: tuple[int, ...] = ()
    """Predicted tag of each row, as an index into `tag_order`, where the rows are records of a table."""
    confidences: tuple[float, ...] = ()
    several: SeveralTagsFigures | None = None
    """Metrics over all tags of each row, where rows have several; all other metrics are of the main tag."""

    @cached_property
    def groups(self) -> Mapping[str, TagFigures]:
        """Metrics of each group of tags, such as `billing/`, where tags of a group count as one."""
        return group_figures(self.confusion, self.tag_order)

    @property
    def is_baseline(self) -> bool:
        """Whether this is the majority or the rules: shown for comparison, never promoted."""
        return self.role in (ModelRole.MAJORITY, ModelRole.RULES)

    @property
    def label(self) -> str:
        """The name of the model as a label: its role, or its version."""
        if self.role in _WORDS:
            return _WORDS[self.role][0]
        return "rules" if self.version.startswith("rules-") else self.version  # without a digest


def name_in_sentence(model: ModelFigures) -> str:
    """Return the name of a model within a sentence."""
    return role_in_words(model.role, model.version)


def name_at_start(model: ModelFigures) -> str:
    """Return the name of a model at the start of a sentence."""
    return _WORDS[model.role][2] if model.role in _WORDS else model.version


def role_in_words(role: ModelRole, version: str) -> str:
    """Return the name of the model with this role and version within a sentence."""
    return _WORDS[role][1] if role in _WORDS else version


def group_figures(confusion: Sequence[Sequence[int]], tags: Sequence[str]) -> Mapping[str, TagFigures]:
    """Return the metrics of each group of `tags`, from a confusion matrix with true tags in rows."""
    groups = groups_of(tags)
    if not groups or not confusion:
        return {}
    matrix, place = np.array(confusion, np.int64), {tag: number for number, tag in enumerate(tags)}
    members = [[place[tag] for tag in each] for each in groups.values()]
    return figures_by_tag(
        np.array([matrix[np.ix_(each, each)].sum() for each in members], np.int64),
        np.array([matrix[:, each].sum() for each in members], np.int64),
        np.array([matrix[each].sum() for each in members], np.int64),
        tuple(groups),
    )
