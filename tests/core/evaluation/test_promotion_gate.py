"""The metric that a workspace puts first, and what must be confirmed."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import precision_recall_curve

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
from mltag_desktop.core.evaluation.evaluation_report import Report, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.evaluation.promotion_gate import (
    KINDS,
    PromotionPolicy,
    blocking_regressions,
    headline,
)
from mltag_desktop.core.evaluation.statistics.metrics import precision_recall
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT

TAGS = ("a", "b", "c")


def one_hot(version: str, codes: list[int]) -> Predictions:
    return Predictions(version, TAGS, np.eye(3, dtype=np.float32)[codes] * 0.8 + 0.1)


def report(truth: list[int], before: list[int], after: list[int], **more) -> Report:
    answers = [one_hot("old", before), one_hot("new", after)]
    roles = [ModelRole.ACTIVE, ModelRole.CANDIDATE]
    return evaluate_models(SILENT, [TAGS[code] for code in truth], TAGS, answers, roles=roles, **more)


CODES = st.lists(st.tuples(*[st.integers(0, 2)] * 3), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(CODES, st.sampled_from(KINDS), st.sampled_from(TAGS))
def test_the_gate_names_a_metric_exactly_when_it_fell(rows, kind: str, tag: str) -> None:
    truth, before, after = (list(column) for column in zip(*rows, strict=True))
    evaluated = report(truth, before, after)
    policy = PromotionPolicy(kind, "" if kind == "f1" else tag)
    old, new = (policy.value(model) for model in evaluated.models)
    named = [
        regression for regression in blocking_regressions(evaluated, policy) if regression.kind == "metric"
    ]
    fell = old is not None and new is not None and new[0] < old[0] - 1e-9
    assert bool(named) == fell
    if fell:
        assert (named[0].before, named[0].after) == (old[0], new[0])
    words = headline(evaluated, policy)
    if new is not None and ("likely better" in words or "certainly better" in words):
        assert new[0] > old[0]


@settings(max_examples=40, deadline=None)
@given(CODES)
def test_reports_are_restored_from_json(rows) -> None:
    truth, before, after = (list(column) for column in zip(*rows, strict=True))
    inner = report(truth, before, after, records=range(len(truth)))
    outer = report(truth, before, after)
    outer = Report.from_json({**outer.to_json(), "others": [inner.to_json()]})
    assert outer.others == (inner,)
    assert Report.from_json(outer.to_json()) == outer
    cells = [row for true in range(3) for answered in range(3) for row in inner.rows_where(1, true, answered)]
    assert sorted(cells) == list(range(len(truth)))
    assert sorted(inner.rows_between(1, 0.0, 1.0)) == list(range(len(truth)))


def test_recall_of_a_tag_decides_headline_and_gate() -> None:
    truth = [0] * 40 + [1] * 40
    before = [0] * 40 + [1] * 40
    after = [1] * 20 + [0] * 20 + [1] * 40
    evaluated = report(truth, before, after)
    recall = PromotionPolicy("recall", "a")
    assert "Candidate is almost certainly worse than the active model: recall of a 0.500" in headline(
        evaluated, recall
    )
    (regression,) = [each for each in blocking_regressions(evaluated, recall) if each.kind == "metric"]
    assert regression.likely
    assert not [
        each
        for each in blocking_regressions(evaluated, PromotionPolicy("recall", "b"))
        if each.kind == "metric"
    ]
    protected = blocking_regressions(evaluated, PromotionPolicy("recall", "b", ("a",)))
    assert [each.name for each in protected if each.kind != "confident"] == ["a"]
    assert headline(evaluated, PromotionPolicy()) == evaluated.headline


def test_a_behaviour_case_is_always_named() -> None:
    lost = Failure("case", "minimum", "text", "a", "b", 0.6)
    results = [BehaviourResult(1, 1, 0, ()), BehaviourResult(0, 1, 0, (lost,))]
    evaluated = report([0, 1], [0, 1], [0, 1], behaviour=results)
    assert [regression.kind for regression in blocking_regressions(evaluated, PromotionPolicy())] == [
        "behaviour"
    ]


def test_a_policy_is_restored_from_json_and_invalid_ones_are_f1() -> None:
    chosen = PromotionPolicy("precision", "b", ("a", "c"))
    assert PromotionPolicy.from_json(chosen.to_json()) == chosen
    assert (
        PromotionPolicy.from_json({"kind": "speed"}) == PromotionPolicy.from_json(None) == PromotionPolicy()
    )
    assert PromotionPolicy.from_json({"kind": "recall", "tag": 3, "protected": "a"}) == PromotionPolicy()


@settings(max_examples=40, deadline=None)
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
