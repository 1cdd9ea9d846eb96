import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import log_loss

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.evaluation.calibration_comparison import answers_alike, compare_calibration, draw
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.metrics import LEAST_SHARE, figures, row_losses
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.evaluation.promotion_gate import (
    PromotionPolicy,
    blocking_regressions,
    headline,
    to_json,
)
from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from tests.progress import CancelAbove

TAGS = ("bird", "cat", "dog")


def truthful(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw scores, and true tags as often as the softmax of the scores says."""
    random = np.random.default_rng(seed)
    scores = random.normal(0, 2, (rows, 3)).astype(np.float32)
    shares = softmax(scores)
    truth = (shares.cumsum(axis=1) < random.random((rows, 1))).sum(axis=1).clip(0, 2)
    return truth.astype(np.int64), scores


def evaluated(
    factor: float, rows: int = 600, *, before: float = 1.0, by_confidence: bool = True, name: str = "holdout"
) -> Report:
    """Judge scores times `before` against the same times `factor`; at 1 the confidence is as it should be."""
    truth, scores = truthful(rows, 3)
    models = [Predictions(f"v{by}", TAGS, softmax(scores * np.float32(by))) for by in (before, factor)]
    names = [TAGS[code] for code in truth]
    roles, settings = (
        (ModelRole.ACTIVE, ModelRole.CANDIDATE),
        ReportSettings(name, by_confidence=by_confidence),
    )
    return evaluate_models(SILENT, names, TAGS, models, roles=roles, settings=settings)


def test_an_overconfident_candidate_is_worse_with_equal_predictions() -> None:
    report = evaluated(3.0)
    change = report.calibration
    assert report.paired.verdict == "same"
    assert (change.verdict, change.changed) == ("worse", 0)
    assert change.log_loss_interval[0] > 0
    assert change.ece_interval[0] > 0
    assert report.headline == (
        "The confidence of the candidate is almost certainly worse than that of the active model: "
        f"log loss {change.log_loss_b:.3f} against {change.log_loss_a:.3f}, "
        f"ECE {change.ece_b:.3f} against {change.ece_a:.3f} on 600 rows; the predictions are the same "
        f"(over 99%). At 0.80 or above the candidate is right less often than the active model: "
        f"{report.confident.share_b:.3f} of {report.confident.rows_b} answers against "
        f"{report.confident.share_a:.3f} of {report.confident.rows_a}."
    )
    assert [(regression.kind, regression.name) for regression in report.regressions] == [
        ("calibration", "log loss"),
        ("calibration", "ECE"),
        ("confident", "share right at a confidence of 0.80 or above"),
    ]


def test_less_accurate_confident_predictions_are_reported() -> None:
    """Its answers are as good, and the calibration is allowed to differ; what nobody reviews got worse."""
    report = evaluated(3.0, by_confidence=False)
    assert report.paired.verdict == "same"
    assert report.confident.verdict == "worse"
    assert report.confident.share_b < report.confident.share_a - 0.05
    assert "At 0.80 or above the candidate is right less often than the active model" in report.headline
    assert "share right at a confidence of 0.80 or above" in [
        regression.name for regression in blocking_regressions(report, PromotionPolicy())
    ]
    assert Report.from_json(report.to_json()).confident == report.confident
    better = evaluated(1.0, before=3.0, by_confidence=False)
    assert better.confident.verdict == "better"
    assert "less often" not in better.headline
    few = evaluated(3.0, rows=20, by_confidence=False)
    assert few.confident.verdict == "same"
    assert "less often" not in few.headline
    assert "At a confidence of 0.80 or above" in " ".join(few.notes)


@pytest.mark.parametrize("rows", [1, 2, 29])
def test_few_rows_give_no_calibration_verdict(rows: int) -> None:
    report = evaluated(5.0, rows=rows)
    assert report.calibration.verdict == "same"
    assert "no clear difference" in report.headline.lower()
    assert report.regressions == ()


def test_a_better_calibrated_candidate_is_better() -> None:
    report = evaluated(1.0, before=3.0)
    assert report.calibration.verdict == "better"
    assert "is almost certainly better" in report.headline
    assert report.regressions == ()
    assert blocking_regressions(report, PromotionPolicy()) == ()


def test_the_gate_says_on_which_rows_the_confidence_got_worse() -> None:
    from dataclasses import replace

    audit, decisions = evaluated(3.0, name="audit set"), evaluated(1.0, before=3.0, name="decisions")
    report = replace(evaluated(1.0, before=3.0), others=(audit, decisions))
    asked = blocking_regressions(report, PromotionPolicy())
    assert [(regression.kind, regression.where) for regression in asked] == [
        ("calibration", "audit set"),
        ("calibration", "audit set"),
        ("confident", "audit set"),
    ]
    page = to_html(report)
    assert "Promotion asks for confirmation: log loss (audit set) from" in page
    assert {regression["where"] for regression in to_json(report, PromotionPolicy())["first"]["gate"]} == {
        "audit set"
    }
    other = replace(
        audit, models=(replace(audit.models[0], role=ModelRole.BUNDLED, version="v0"), audit.models[1])
    )
    assert blocking_regressions(replace(report, others=(other,)), PromotionPolicy()) == (), (
        "against another model than the current"
    )


def test_with_recall_as_policy_calibration_does_not_decide() -> None:
    report = evaluated(3.0)
    assert headline(report, PromotionPolicy("recall", "cat")) == report.headline


def test_worse_calibration_is_listed_among_the_regressions() -> None:
    truth, scores = truthful(600, 3)
    better = scores.copy()
    better[np.arange(200), truth[:200]] += 6
    models = [
        Predictions("v1", TAGS, softmax(scores)),
        Predictions("v2", TAGS, softmax(better * np.float32(4))),
    ]
    names = [TAGS[code] for code in truth]
    report = evaluate_models(SILENT, names, TAGS, models, roles=(ModelRole.ACTIVE, ModelRole.CANDIDATE))
    assert report.headline.startswith("The candidate is almost certainly better than the active model: F1")
    assert "ECE" in [regression.name for regression in report.regressions if regression.kind == "calibration"]
    assert "ECE" in [regression.name for regression in blocking_regressions(report, PromotionPolicy())]
    page = to_html(report)
    assert '<th scope="row">ECE</th>' in page
    assert "Log loss" in page


@pytest.mark.parametrize("rows", [60, 400])
def test_equally_calibrated_models_rarely_differ(rows: int) -> None:
    """Both say what is true, of other rows: 24 pairs, of which each figure may mistake few."""
    wrong = 0
    for seed in range(24):
        random = np.random.default_rng(seed)
        truth, scores = truthful(rows, seed)
        half = scores + random.normal(0, 0.02, scores.shape).astype(np.float32)
        shares = [softmax(scores), softmax(half)]
        change = compare_calibration(truth, shares, draw(SILENT, truth, shares))
        wrong += change.verdict != "same"
    assert wrong <= 5


def test_the_same_probabilities_and_no_rows_have_no_change() -> None:
    assert evaluated(1.0).calibration is None
    assert evaluated(1.0).headline.startswith("No clear difference between")
    empty = evaluated(2.0, rows=0)
    assert empty.calibration is None
    assert empty.models[-1].log_loss is None
    assert Report.from_json(empty.to_json()) == empty


def test_equal_predictions_are_distinguished_from_equal_models() -> None:
    truth, scores = truthful(50, 1)
    same, sure = softmax(scores), softmax(scores * np.float32(2))
    assert answers_alike([same, sure])
    assert not answers_alike([same, same])
    assert not answers_alike([same, softmax(-scores)])
    assert not answers_alike([same])
    assert not answers_alike([same, np.pad(sure, ((0, 0), (0, 1)))])
    assert len(truth) == 50


@settings(max_examples=25)
@given(st.integers(2, 80), st.integers(0, 10_000), st.floats(0.2, 4.0))
def test_calibration_equals_scikit_learn_and_is_in_its_interval(rows: int, seed: int, by: float) -> None:
    truth, scores = truthful(rows, seed)
    shares = [softmax(scores), softmax(scores * np.float32(by))]
    drawn = draw(SILENT, truth, shares)
    for place, each in enumerate(shares):
        found = figures(truth, each, TAGS)
        exact = np.maximum(each.astype(np.float64), LEAST_SHARE)  # the floor of the log loss
        exact /= exact.sum(axis=1, keepdims=True)
        assert found.log_loss == pytest.approx(log_loss(truth, exact, labels=[0, 1, 2]), abs=1e-5)
        low, high = drawn.log_loss_interval(place)
        assert 0 <= low <= high
        low, high = drawn.ece_interval(place, found.ece)
        assert 0 <= low <= high


def test_many_rows_are_drawn_in_groups_with_the_same_spread() -> None:
    """Beside the exact spread of a mean: standard deviation over the root of the number of rows."""
    truth, scores = truthful(9_001, 4)
    shares = softmax(scores * np.float32(2))
    drawn = draw(SILENT, truth, [shares])
    losses = row_losses(truth, shares)
    assert drawn.log_loss.mean() == pytest.approx(losses.mean(), rel=0.01)
    assert drawn.log_loss.std() == pytest.approx(losses.std() / np.sqrt(len(losses)), rel=0.12)
    found = figures(truth, shares, TAGS)
    low, high = drawn.ece_interval(0, found.ece)
    assert low < found.ece < high


def test_the_draws_can_be_cancelled() -> None:
    truth, scores = truthful(2_000, 1)
    with pytest.raises(Cancelled):
        draw(CancelAbove(0), truth, [softmax(scores)])


def test_a_tiny_change_of_the_calibration_error_is_no_regression() -> None:
    """On many rows the bootstrap is sure even of a change of 0.003."""
    change = evaluated(1.03, rows=60_000).calibration
    assert 0 < change.ece_b - change.ece_a < 0.005
    assert change.ece_interval[0] > 0
    assert change.ece_verdict == "same"
