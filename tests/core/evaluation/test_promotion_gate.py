"""The metric that a workspace puts first, and what must be confirmed."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import fbeta_score, precision_recall_curve, precision_score, recall_score

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import precision_recall
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, RowFacts, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.evaluation.promotion_gate import (
    KINDS,
    Floor,
    PromotionPolicy,
    blocking_regressions,
    headline,
)
from mltag_desktop.core.evaluation.regressions import Regression, regression_words
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT

TAGS = ("a", "b", "c")


def one_hot(version: str, codes: list[int]) -> Predictions:
    return Predictions(version, TAGS, np.eye(3, dtype=np.float32)[codes] * 0.8 + 0.1)


def report(truth: list[int], before: list[int], after: list[int], **more: Any) -> Report:
    answers = [one_hot("old", before), one_hot("new", after)]
    roles = [ModelRole.ACTIVE, ModelRole.CANDIDATE]
    return evaluate_models(SILENT, [TAGS[code] for code in truth], TAGS, answers, roles=roles, **more)


def named_metrics(evaluated: Report, policy: PromotionPolicy) -> list[Regression]:
    return [each for each in blocking_regressions(evaluated, policy) if each.kind == "metric"]


def columns(rows: list[tuple[int, int, int]]) -> tuple[list[int], ...]:
    """Return the true tags, those of the active model and those of the candidate."""
    return tuple(map(list, zip(*rows, strict=True)))


CODES = st.lists(st.tuples(*[st.integers(0, 2)] * 3), min_size=1, max_size=40)


@settings(max_examples=60)
@given(CODES, st.sampled_from(KINDS), st.sampled_from(["", *TAGS]))
def test_the_gate_names_a_metric_only_if_it_fell_beyond_noise(
    rows: list[tuple[int, int, int]], kind: str, tag: str
) -> None:
    evaluated = report(*columns(rows))
    policy = PromotionPolicy(kind, tag, beta=2.0, costs=(("a", "b", 5.0),))
    sign = -1 if kind == "cost" else 1
    old, new = (policy.value(model) for model in evaluated.models)
    named = named_metrics(evaluated, policy)
    fell = old is not None and new is not None and sign * new[0] < sign * old[0] - 1e-9
    assert fell or not named
    for each in named:
        assert each.likely
        assert (each.before, each.after) == (old and old[0], new and new[0])
    words = headline(evaluated, policy)
    if old is not None and new is not None and ("likely better" in words or "certainly better" in words):
        assert sign * new[0] > sign * old[0]


@settings(max_examples=40)
@given(CODES)
def test_reports_are_restored_from_json(rows: list[tuple[int, int, int]]) -> None:
    inner = report(*columns(rows), rows=RowFacts(records=range(len(rows))))
    outer = Report.from_json({**report(*columns(rows)).to_json(), "others": [inner.to_json()]})
    assert outer.others == (inner,)
    assert Report.from_json(outer.to_json()) == outer
    cells = [row for true in range(3) for answered in range(3) for row in inner.rows_where(1, true, answered)]
    assert sorted(cells) == sorted(inner.rows_between(1, 0.0, 1.0)) == list(range(len(rows)))


def test_recall_of_a_tag_decides_headline_and_gate() -> None:
    truth = [0] * 40 + [1] * 40
    evaluated = report(truth, truth, [1] * 20 + [0] * 20 + [1] * 40)
    recall, other = PromotionPolicy("recall", "a"), PromotionPolicy("recall", "b", protected=("a",))
    words = "The candidate is almost certainly worse than the active model: recall of a 0.500"
    assert words in headline(evaluated, recall)
    (regression,) = named_metrics(evaluated, recall)
    assert regression.likely
    assert not named_metrics(evaluated, replace(other, protected=()))
    protected = blocking_regressions(evaluated, other)
    assert [each.name for each in protected if each.kind != "confident"] == ["a"]
    assert headline(evaluated, PromotionPolicy()) == evaluated.headline


def test_promotion_does_not_ask_about_noise() -> None:
    truth = [0] * 20 + [1] * 20
    after = [1] + [0] * 19 + [1] * 20
    evaluated = report(truth, truth, after)
    assert evaluated.models[1].f1 < evaluated.models[0].f1
    assert any(not regression.likely for regression in evaluated.regressions)
    assert blocking_regressions(evaluated, PromotionPolicy(protected=("a", "b"))) == ()


def test_a_tag_has_the_same_number_of_rows_in_regressions_and_in_its_figures() -> None:
    truth = [0] * 16 + [1] * 24
    after = [0] * 10 + [1] * 6 + [0] * 3 + [1] * 21
    evaluated = report(truth, truth, after)
    rows = {each.name: each.rows for each in evaluated.regressions if each.kind == "tag"}
    assert rows == {tag: evaluated.models[1].tags[tag].support for tag in rows}
    assert rows["a"] == 16


def test_a_behaviour_case_is_always_named() -> None:
    lost = Failure("case", "minimum", "text", "a", "b", 0.6)
    results = [BehaviourResult(1, 1, 0, ()), BehaviourResult(0, 1, 0, (lost,))]
    evaluated = report([0, 1], [0, 1], [0, 1], behaviour=results)
    (regression,) = blocking_regressions(evaluated, PromotionPolicy())
    assert regression.kind == "behaviour"


def test_a_policy_is_restored_from_json_and_invalid_ones_are_f1() -> None:
    for chosen in (
        PromotionPolicy("precision", "b", protected=("a", "c")),
        PromotionPolicy("recall", floors=(Floor("precision", "b", 0.9),), protected_slices=("long",)),
        PromotionPolicy("f_beta", "a", beta=0.5),
        PromotionPolicy("recall", floors=(Floor("recall", "", 0.0),)),
        PromotionPolicy("cost", costs=(("a", "b", 3.0),)),
    ):
        assert PromotionPolicy.from_json(json.loads(json.dumps(chosen.to_json()))) == chosen
    damaged = {"kind": "f_beta", "tag": "", "beta": -1, "floors": [{"kind": "speed"}], "costs": [["a"]]}
    for content in (damaged, {"kind": "speed"}, None, {"kind": "recall", "floors": "a"}):
        assert PromotionPolicy.from_json(content) == PromotionPolicy()


@settings(max_examples=40)
@given(st.integers(2, 80), st.integers(0, 10_000))
def test_precision_and_recall_by_threshold_agree_with_scikit_learn(rows: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    probabilities = random.dirichlet(np.ones(3), rows).astype(np.float32)
    truth = random.integers(0, 3, rows)
    curves = precision_recall(truth, probabilities, TAGS)
    best, confidence = probabilities.argmax(1), probabilities.max(1)
    for code, tag in enumerate(TAGS):
        for point in curves[tag]:
            chosen = (best == code) & (confidence >= point.threshold)
            assert point.rows == chosen.sum()
            assert np.isclose(point.precision, (truth[chosen] == code).mean())
            wanted = (truth == code).sum()
            assert np.isclose(point.recall, (truth[chosen] == code).sum() / wanted if wanted else 0.0)
    right = best == truth
    if right.any():
        precision, recall, at = precision_recall_curve(right, confidence)
        for point in curves[""]:
            place = int(np.searchsorted(at, point.threshold, side="left"))
            assert np.isclose(point.precision, precision[place])
            assert np.isclose(point.recall * rows / right.sum(), recall[place])


def test_values_agree_with_scikit_learn() -> None:
    truth, after = [0, 0, 0, 1, 1, 2, 2, 2, 2], [0, 1, 0, 1, 2, 2, 2, 0, 2]
    model = report(truth, truth, after).models[-1]

    def value(kind: str = "f1", tag: str = "", **more: Any) -> float:
        found = PromotionPolicy(kind, tag, **more).value(model)
        assert found is not None
        low, high = found[1]
        assert low <= found[0] <= high
        return found[0]

    assert value("precision") == pytest.approx(precision_score(truth, after, average="weighted"))
    assert value("recall") == pytest.approx(recall_score(truth, after, average="weighted"))
    for beta in (0.5, 2.0):
        expected = fbeta_score(truth, after, beta=beta, average="weighted")
        assert value("f_beta", beta=beta) == pytest.approx(expected)
        of_tag = fbeta_score(truth, after, beta=beta, average=None)[2]
        assert value("f_beta", "c", beta=beta) == pytest.approx(of_tag)
    assert value("cost") == pytest.approx(3 / 9)
    assert value("cost", costs=(("a", "b", 10.0), ("b", "c", 0.0))) == pytest.approx(11 / 9)


def test_a_cost_can_reverse_the_verdict() -> None:
    truth = [0] * 60 + [1] * 60
    before = [0] * 40 + [1] * 20 + [1] * 60
    after = [0] * 60 + [1] * 45 + [0] * 15
    evaluated = report(truth, before, after)
    assert not named_metrics(evaluated, PromotionPolicy("cost"))
    dear = PromotionPolicy("cost", costs=(("b", "a", 10.0),))
    (regression,) = named_metrics(evaluated, dear)
    assert regression.likely
    assert (regression.before, regression.after) == (pytest.approx(20 / 120), pytest.approx(150 / 120))
    assert "worse than the active model: mean cost of a record 1.250 against 0.167" in headline(
        evaluated, dear
    )


def test_floors_and_protected_slices_are_part_of_the_gate() -> None:
    truth = [0] * 40 + [1] * 40
    before, after = [*truth], [0] * 36 + [1] * 44
    half = np.arange(80) < 40
    evaluated = report(truth, before, after, rows=RowFacts(slices={"first": half}))
    policy = PromotionPolicy(
        "recall",
        "b",
        floors=(Floor("recall", "a", 0.95), Floor("precision", "a", 0.95), Floor("recall", "c", 0.5)),
        protected_slices=("first",),
    )
    found: dict[tuple[str, str], Regression] = {
        (each.kind, each.name): each for each in blocking_regressions(evaluated, policy)
    }
    floor = found["floor", "recall of a"]
    assert (floor.before, floor.after, floor.rows) == (0.95, pytest.approx(0.9), 40)
    assert ("floor", "precision of a") not in found
    assert found["floor", "recall of c"].rows == 0
    assert found["slice", "first"].after < 1.0
    assert regression_words(floor) == "recall of a is 0.900, below its floor of 0.950, perhaps by chance"
    assert "cannot be measured" in regression_words(found["floor", "recall of c"])


@pytest.mark.parametrize(("name", "where"), [("audit set", "audit set"), ("decisions", "tagged records")])
def test_the_rows_that_the_report_opens_on_count_too(name: str, where: str) -> None:
    truth = [0] * 40 + [1] * 40
    worse = report(
        truth, truth, [0] * 20 + [1] * 60, rows=RowFacts(records=range(80)), settings=ReportSettings(name)
    )
    whole = replace(report(truth, truth, truth), others=(worse,))
    (regression,) = named_metrics(whole, PromotionPolicy())
    assert (regression.where, regression.likely) == (where, True)
    floor = PromotionPolicy(floors=(Floor("recall", "a", 0.9),))
    assert [each.where for each in blocking_regressions(whole, floor) if each.kind == "floor"] == [where]
