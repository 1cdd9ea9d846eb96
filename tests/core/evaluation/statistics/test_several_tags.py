"""Metrics over all tags of a text, checked against scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import f1_score

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import several_tags_figures
from mltag_desktop.core.evaluation.model_evaluation import RowFacts, evaluate_models
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT

TAGS = ("a", "b", "c")


def test_the_metrics_equal_those_of_scikit_learn() -> None:
    generator = np.random.default_rng(0)
    truth = generator.random((200, 3)) < 0.4
    predicted = truth ^ (generator.random((200, 3)) < 0.2)
    shares = generator.random((200, 3)).astype(np.float32)
    found = several_tags_figures(truth, predicted, shares, TAGS)
    assert found is not None
    assert found.micro_f1 == pytest.approx(f1_score(truth, predicted, average="micro"))
    assert found.macro_f1 == pytest.approx(f1_score(truth, predicted, average="macro"))
    assert found.exact_match == pytest.approx((truth == predicted).all(axis=1).mean())
    assert found.precision_at[0] == pytest.approx(truth[np.arange(200), shares.argmax(axis=1)].mean())
    assert found.precision_at[2] == pytest.approx(truth.mean())
    assert [found.tags[tag].support for tag in TAGS] == truth.sum(axis=0).tolist()
    low, high = found.intervals["micro_f1"]
    assert low < found.micro_f1 < high


def test_a_report_has_them_where_rows_have_several_tags() -> None:
    shares = np.array([[0.6, 0.3, 0.1], [0.1, 0.8, 0.1]], np.float32)
    answers = Predictions("m", TAGS, shares, np.full(3, 0.25, np.float32))
    report = evaluate_models(SILENT, ["a", "b"], TAGS, [answers], rows=RowFacts(additional=[("b",), ("c",)]))
    several = report.models[0].several
    assert several is not None
    assert several.micro_f1 == pytest.approx(2 * 3 / (3 + 4))
    assert several.exact_match == 0.5
    assert Report.from_json(report.to_json()).models[0].several == several
    assert evaluate_models(SILENT, ["a", "b"], TAGS, [answers]).models[0].several is None
