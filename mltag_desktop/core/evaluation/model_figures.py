"""The metrics of one model in a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.metrics import CurvePoint, Figures, SliceFigures


@dataclass(frozen=True)
class ModelFigures(Figures):
    """One model's metrics, slices and behavioural tests."""

    role: str
    """`rules`, `earlier`, `bundled`, `current` or `candidate`; `model` for a model without a role."""
    version: str
    slices: Mapping[str, SliceFigures]
    behaviour: BehaviourResult | None
    curves: Mapping[str, tuple[CurvePoint, ...]] = field(default_factory=dict)
    """Precision and recall by threshold for each tag; "" stands for all tags."""
    answers: tuple[int, ...] = ()
    """Predicted tag of each row, as an index into `tag_order`, where the rows are records of a table."""
    confidences: tuple[float, ...] = ()
