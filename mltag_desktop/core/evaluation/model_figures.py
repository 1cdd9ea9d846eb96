"""The metrics of one model in a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.statistics.group_figures import group_figures
from mltag_desktop.core.evaluation.statistics.metrics import CurvePoint, Figures, SliceFigures, TagFigures
from mltag_desktop.core.evaluation.statistics.several_tags import SeveralTagsFigures


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
