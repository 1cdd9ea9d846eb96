import json

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.learning.simulation import Simulation, SimulationPlan, simulate, simulate_names
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.training.training import Examples
from mltag_desktop.core.workspace.decisions.tag_set import same_task
from tests.core.helpers import base_model, make
from tests.core.learning.library_messages import MESSAGES, guides


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


def test_answers_improve_the_model() -> None:
    curve = play("random", seeds=1, budget=40).curve
    assert curve[-1].f1 > curve[0].f1


def test_the_same_seeds_give_the_same_curve() -> None:
    assert play("margin", seeds=1) == play("margin", seeds=1)


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


def test_unknown_orders_and_empty_tables_are_errors() -> None:
    with pytest.raises(MltagError, match="nonsense"):
        play("nonsense")
    with pytest.raises(MltagError, match="has 0 labelled rows; a simulation needs 4"):
        simulate(SILENT, Examples((), ()), base_model())
    with pytest.raises(MltagError, match="below 1"):
        simulate(SILENT, make(30, 1), base_model(), SimulationPlan(batch=0))
    with pytest.raises(MltagError, match="has 3 labelled rows; a simulation needs 4"):
        simulate(SILENT, make(3, 1), base_model(), SimulationPlan())
    with pytest.raises(MltagError, match="only one tag"):
        simulate(SILENT, make(30, 1, tags=("x",)), base_model())


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
    examples = Examples(tuple(text for text, _ in MESSAGES), tuple(tag for _, tag in MESSAGES))
    reader = TextReader(bundled().vectors, guides(), with_encoder=False)
    found = simulate_names(
        SILENT, examples, reader, SimulationPlan(batch=5, budget=10, test_rows=20, seeds=3)
    )
    assert [point.labels for point in found.curve] == [0, 5, 10]
    assert found.curve[0].accuracy > 0.5
    assert all(0 < (point.first_nine or 0) <= 1 for point in found.curve)
    with pytest.raises(MltagError, match="not in the list"):
        simulate_names(SILENT, examples, TextReader(bundled().vectors, guides()[:3], with_encoder=False))


def test_the_simulation_from_names_measures_calibration() -> None:
    examples = Examples(tuple(text for text, _ in MESSAGES), tuple(tag for _, tag in MESSAGES))
    reader = TextReader(bundled().vectors, guides(), with_encoder=False)
    plan = SimulationPlan(batch=5, budget=5, test_rows=9, seeds=1, undecided=30)
    found = simulate_names(SILENT, examples, reader, plan)
    assert (found.pool_rows, found.test_rows) == (30, 9)
    assert all(0 < (point.calibration_error or 0) < 1 for point in found.curve)


@pytest.mark.parametrize("undecided", [0, 1, 10, 11])
def test_undecided_rows_leave_rows_for_the_evaluation(undecided: int) -> None:
    with pytest.raises(MltagError, match="10 labelled rows"):
        simulate(SILENT, make(10, 7), base_model(), SimulationPlan(undecided=undecided))


def test_a_simulation_from_scratch_ignores_the_base() -> None:
    plan = SimulationPlan(batch=8, budget=8, test_rows=20, seeds=1, from_scratch=True)
    found = simulate(SILENT, make(20, 7), base_model(), plan)
    assert found.base_accuracy is None
    assert found.notes == ()
