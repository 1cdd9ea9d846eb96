"""Confidence is as often right as it says, also where tags overlap."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.evaluation.metrics import expected_calibration_error
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.linear_head import recalibrated, softmax
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.calibration import fit_confidence_curve
from mltag_desktop.core.training.training import Examples, train

CURVE = np.array([0.9, 0.4, 0.7], np.float32)


def drawn(rows: int, seed: int, noise: float) -> tuple[FloatArray, IntArray]:
    """Return probabilities of four tags and labels, a share `noise` of which has nothing to do with them."""
    rng = np.random.default_rng(seed)
    probabilities = softmax((rng.normal(size=(rows, 4)) * 4).astype(np.float32))
    labels = (probabilities.cumsum(axis=1) > rng.random((rows, 1))).argmax(axis=1).astype(np.int32)
    other = rng.random(rows) < noise
    labels[other] = rng.integers(0, 4, other.sum())
    return probabilities, labels


def error(probabilities: FloatArray, labels: IntArray) -> float:
    return expected_calibration_error(probabilities.max(axis=1), probabilities.argmax(axis=1) == labels)


def test_overconfident_probabilities_are_corrected_on_unseen_rows() -> None:
    curve = fit_confidence_curve(*drawn(3_000, 1, 0.15))
    unseen, labels = drawn(20_000, 2, 0.15)
    assert error(unseen, labels) > 0.08
    assert error(recalibrated(unseen, curve), labels) < 0.02


@pytest.mark.parametrize(("rows", "noise"), [(3_000, 0.0), (20, 0.15), (0, 0.0)])
def test_true_probabilities_and_few_rows_get_no_curve(rows: int, noise: float) -> None:
    assert fit_confidence_curve(*drawn(rows, 1, noise)) is None


@pytest.mark.parametrize("is_right", [True, False])
def test_rows_that_are_all_right_or_all_wrong_leave_finite_shares(is_right: bool) -> None:
    probabilities, _ = drawn(500, 1, 0.0)
    best = probabilities.argmax(axis=1).astype(np.int32)
    curve = fit_confidence_curve(probabilities, best if is_right else (best + 1) % 4)
    found = recalibrated(probabilities, curve)
    assert np.isfinite(found).all()
    assert found.sum(axis=1) == pytest.approx(1, abs=1e-6)
    assert (found.argmax(axis=1) == best).all()


def test_a_curve_keeps_the_best_tag_and_the_order_of_the_rows() -> None:
    before, _ = drawn(2_000, 3, 0.0)
    before[0], before[1] = (1, 0, 0, 0), (0.25, 0.25, 0.25, 0.25)
    after = recalibrated(before, CURVE)
    assert after.sum(axis=1) == pytest.approx(1, abs=1e-6)
    assert (after.argmax(axis=1) == before.argmax(axis=1)).all()
    sure = before.max(axis=1)
    sure_again = after.max(axis=1)[np.argsort(sure)]
    assert (np.diff(sure_again[np.sort(sure) > 0.5]) >= 0).all()
    assert recalibrated(before[7:8], CURVE).tobytes() == after[7:8].tobytes()


def test_a_model_of_tags_that_overlap_says_how_often_it_is_right(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    words = [[f"{tag}{word}" for word in "abcdefghij"] for tag in ("rose", "oak", "moss", "fern")]
    tags = [found[0][:-1] for found in words]

    def texts(count: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        own = rng.integers(0, 4, count)
        said = np.where(rng.random(count) < 0.2, rng.integers(0, 4, count), own)  # overlapping tags
        found = (" ".join(rng.choice(words[tag], 3)) for tag in own.tolist())
        return tuple(found), tuple(tags[tag] for tag in said.tolist())

    model = train(SILENT, Examples(*texts(900)), vectors=bundled().vectors)
    assert model.head.confidence_curve is not None
    unseen, said = texts(2_000)
    sure = model.predict(unseen)
    confidence = sure.probabilities.max(axis=1)
    right = np.array([model.tags[best] == tag for best, tag in zip(sure.best, said, strict=True)])
    assert confidence.mean() == pytest.approx(right.mean(), abs=0.03)

    save_bundle(tmp_path / "model", model)
    assert '"format": 5' in (tmp_path / "model" / "manifest.json").read_text("utf-8")
    assert (
        load_bundle(tmp_path / "model").predict(unseen).probabilities.tobytes()
        == sure.probabilities.tobytes()
    )
