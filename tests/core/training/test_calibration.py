"""Confidence is as often right as it says, and each tag of several has its threshold."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.evaluation.metrics import expected_calibration_error
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.linear_head import recalibrated, softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.calibration import fit_confidence_curve, fit_tag_thresholds
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


WORDS = {"pets": "dog cat hamster", "food": "bread soup cheese", "music": "piano violin drum"}


def examples() -> Examples:
    """Texts about one topic, and about two."""
    generator, names = np.random.default_rng(0), [*WORDS]
    texts, tags, additional = [], [], []
    for number in range(150):
        first, second = generator.permutation(3)[:2]
        chosen = [names[first], names[second]] if number % 3 == 0 else [names[first]]
        words = [word for name in chosen for word in generator.permutation(WORDS[name].split())[:2]]
        texts.append(" ".join(["the", *words, f"n{number}"]))
        tags.append(chosen[0])
        additional.append(tuple(chosen[1:]))
    return Examples(tuple(texts), tuple(tags), None, tuple(additional))


@pytest.fixture(scope="module")
def model() -> LinearModel:
    return train(SILENT, examples(), vectors=bundled().vectors, jobs=1)


def test_texts_about_two_topics_get_both_tags(model: LinearModel) -> None:
    found = model.predict(["a dog and a cat", "bread with cheese and a piano violin", "drum piano"])
    names = [
        {found.tags[best], *more} for best, more in zip(found.best, found.additional_names(), strict=True)
    ]
    assert names == [{"pets"}, {"food", "music"}, {"music"}]


def test_the_thresholds_are_stored_with_the_model(model: LinearModel, tmp_path: Path) -> None:
    save_bundle(tmp_path / "bundle", model)
    again = load_bundle(tmp_path / "bundle")
    assert model.tag_thresholds is not None
    assert again.tag_thresholds is not None
    assert again.tag_thresholds.tolist() == model.tag_thresholds.tolist()
    assert again.version == model.version


def test_one_tag_per_text_gives_no_thresholds() -> None:
    single = examples()
    plain = train(SILENT, Examples(single.texts, single.tags), vectors=bundled().vectors, jobs=1)
    assert plain.tag_thresholds is None
    assert not plain.predict(single.texts[:5]).additional.any()


def test_a_threshold_has_the_best_f1_and_rare_tags_take_the_common_one() -> None:
    generator = np.random.default_rng(1)
    carried = np.zeros((400, 3), np.bool_)
    carried[:200, 0], carried[200:, 1] = True, True
    shares = np.where(carried, 0.5, 0.1) + generator.random((400, 3)) / 10
    limits = fit_tag_thresholds(shares.astype(np.float32), carried)
    assert ((limits > 0.2) & (limits < 0.5)).all()
    assert (shares >= limits)[:, :2].tolist() == carried[:, :2].tolist()
