"""The estimated gain from further answers."""

import math

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.answer_gain import LEAST, estimate_gain, gain_of
from mltag_desktop.core.learning.simulation import SimulationPoint
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, make


def curve(slope: float, start: float = 0.5) -> tuple[SimulationPoint, ...]:
    return tuple(
        SimulationPoint(answers, start + slope * math.log(answers), 0.0, None) for answers in (10, 20, 40, 80)
    )


def test_the_curve_is_continued_over_the_logarithm_of_the_answers() -> None:
    found = gain_of([curve(0.1), curve(0.12)], decisions=100, more=50)
    assert found.gain == pytest.approx(0.11 * math.log(1.5))
    assert found.low < found.gain < found.high
    assert found.is_clear
    assert [point.labels for point in found.curve] == [10, 20, 40, 80]
    assert not gain_of([curve(0.1), curve(-0.1)], 100, 50).is_clear


def test_the_decisions_of_a_workspace_are_simulated(tmp_path) -> None:
    examples = make(80, 5, words=1)
    with Workspace.create(tmp_path / "a.mltag", "ann", sorted(set(examples.tags))) as workspace:
        workspace.table.add_texts(examples.texts)
        with pytest.raises(MltagError):
            estimate_gain(SILENT, workspace, base_model())
        for tag in set(examples.tags):
            workspace.decisions.decide([row for row, own in enumerate(examples.tags) if own == tag], tag)
        found = estimate_gain(SILENT, workspace, base_model(), repeats=2)
    assert LEAST <= found.decisions <= len(examples.texts)
    assert -0.1 < found.low <= found.gain <= found.high < 0.5
    assert found.curve[-1].accuracy > 0.6
