"""Simulated curators: what a queue is worth, and the estimated gain from further answers."""

import json
import math

import pytest

from mltag_desktop.core.learning.answer_gain import LEAST, estimate_gain, gain_of
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.learning.simulation import (
    Simulation,
    SimulationPlan,
    SimulationPoint,
    simulate,
    simulate_names,
)
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.training.training import Examples
from mltag_desktop.core.workspace.decisions.tag_set import same_task
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, make
from tests.core.learning.library_messages import MESSAGES, guides
from tests.errors import user_error


def play(order: str, seeds: int = 2, budget: int = 25) -> Simulation:
    examples = make(80, 5, words=1)
    plan = SimulationPlan(order, batch=10, budget=budget, test_rows=30, seeds=seeds)
    return simulate(SILENT, examples, base_model(), plan)


@pytest.mark.parametrize("order", list(ORDERS))
def test_the_curve_begins_with_the_base_and_ends_with_the_budget(order: str) -> None:
    result = play(order)
    assert [point.labels for point in result.curve] == [0, 10, 20, 25]
    assert (result.order, result.seeds, result.pool_rows, result.test_rows) == (order, 2, 40, 30)
    assert all(0 <= point.f1 <= 1 and 0 <= point.accuracy <= 1 for point in result.curve)
    assert all(point.base_holdout_f1 is not None for point in result.curve)
    data = json.loads(json.dumps(to_plain(result)))
    assert {"order", "curve", "seeds"} <= set(data)
    assert {"labels", "accuracy", "f1", "base_holdout_f1"} <= set(data["curve"][0])


def test_answers_improve_the_model_in_the_same_way_with_the_same_seeds() -> None:
    result = play("random", seeds=1, budget=40)
    assert result.curve[-1].f1 > result.curve[0].f1
    assert play("random", seeds=1, budget=40) == result


def test_another_tag_set_starts_without_a_model() -> None:
    examples = make(60, 6, tags=("x", "y", "z"))
    plan = SimulationPlan(batch=10, budget=20, test_rows=20, seeds=1)
    result = simulate(SILENT, examples, base_model(), plan)
    assert [point.labels for point in result.curve] == [10, 20]
    assert all(point.base_holdout_f1 is None for point in result.curve)
    assert result.notes


def test_the_budget_ends_with_the_pool() -> None:
    plan = SimulationPlan(batch=8, budget=500, test_rows=500, seeds=1)
    result = simulate(SILENT, make(20, 7), base_model(), plan)
    assert [point.labels for point in result.curve] == [0, 8, 10]
    assert result.test_rows == 10


@pytest.mark.parametrize(
    ("examples", "plan", "words"),
    [
        (make(80, 5), SimulationPlan("nonsense"), "nonsense"),
        (Examples((), ()), SimulationPlan(), "has 0 labelled rows; a simulation needs 4"),
        (make(3, 1), SimulationPlan(), "has 3 labelled rows; a simulation needs 4"),
        (make(30, 1), SimulationPlan(batch=0), "below 1"),
        (make(30, 1, tags=("x",)), SimulationPlan(), "only one tag"),
        *((make(10, 7), SimulationPlan(undecided=rows), "10 labelled rows") for rows in (0, 1, 10, 11)),
    ],
)
def test_what_cannot_be_simulated_is_an_error(examples: Examples, plan: SimulationPlan, words: str) -> None:
    with user_error(words):
        simulate(SILENT, examples, base_model(), plan)


@pytest.mark.parametrize(
    ("known", "wanted", "answer"),
    [
        ("abcd", "abcd", True),
        ("abcd", "abcdef", True),
        ("abcd", "ab", True),
        ("abcd", "axy", False),
        ("abcd", "xyz", False),
        ("", "abc", False),
        ("ab", "", False),
    ],
)
def test_tag_sets_with_half_of_the_tags_in_common_are_one_task(known: str, wanted: str, answer: bool) -> None:
    assert same_task(known, wanted) is answer


def test_names_are_a_start_without_a_model() -> None:
    """The labels of the table answer questions; the model starts from the names of the tags alone."""
    texts, tags = zip(*MESSAGES, strict=True)
    examples = Examples(texts, tags)
    reader = TextReader(bundled().vectors, guides(), with_encoder=False)
    found = simulate_names(
        SILENT, examples, reader, SimulationPlan(batch=5, budget=10, test_rows=20, seeds=3)
    )
    assert [point.labels for point in found.curve] == [0, 5, 10]
    assert found.curve[0].accuracy > 0.5
    assert all(0 < (point.first_nine or 0) <= 1 for point in found.curve)
    plan = SimulationPlan(batch=5, budget=5, test_rows=9, seeds=1, undecided=30)
    found = simulate_names(SILENT, examples, reader, plan)
    assert (found.pool_rows, found.test_rows) == (30, 9)
    assert all(0 < (point.calibration_error or 0) < 1 for point in found.curve)
    with user_error("not in the list"):
        simulate_names(SILENT, examples, TextReader(bundled().vectors, guides()[:3], with_encoder=False))


def test_a_simulation_from_scratch_ignores_the_base() -> None:
    plan = SimulationPlan(batch=8, budget=8, test_rows=20, seeds=1, from_scratch=True)
    found = simulate(SILENT, make(20, 7), base_model(), plan)
    assert found.base_accuracy is None
    assert found.notes == ()


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
        with user_error():
            estimate_gain(SILENT, workspace, base_model())
        for tag in set(examples.tags):
            workspace.decisions.decide([row for row, own in enumerate(examples.tags) if own == tag], tag)
        found = estimate_gain(SILENT, workspace, base_model(), repeats=2)
    assert LEAST <= found.decisions <= len(examples.texts)
    assert -0.1 < found.low <= found.gain <= found.high < 0.5
    assert found.curve[-1].accuracy > 0.6
