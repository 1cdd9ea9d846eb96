"""The metrics of one model in a report, and what the model is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.statistics.metrics import (
    CurvePoint,
    Figures,
    SliceFigures,
    TagFigures,
    figures_by_tag,
)
from mltag_desktop.core.evaluation.statistics.several_tags import SeveralTagsFigures
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.decisions.tag_groups import groups_of


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
