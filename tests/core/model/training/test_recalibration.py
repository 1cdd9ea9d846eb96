"""Fitting the confidence without changing an answer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.training.recalibration import fit, recalibrated
from mltag_desktop.core.model.training.training import train
from mltag_desktop.core.progress import SILENT


@settings(max_examples=25, deadline=None)
@given(st.floats(0.25, 3.0), st.integers(0, 10_000))
def test_the_fitted_factor_is_the_true_one(factor: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(0, 2, (4_000, 3)).astype(np.float32)
    shares = softmax(scores * np.float32(factor))
    labels = (shares.cumsum(axis=1) < random.random((4_000, 1))).sum(axis=1).clip(0, 2).astype(np.int32)
    found = fit(scores, labels)
    assert abs(np.log(found.factor / factor)) < 0.25
    if abs(np.log(factor)) > 0.3:
        assert found.helps


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 30), st.integers(2, 5), st.integers(0, 10_000))
def test_any_decisions_give_a_positive_factor(rows: int, tags: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(0, 3, (rows, tags)).astype(np.float32)
    found = fit(scores, random.integers(0, tags, rows).astype(np.int32))
    assert 0 < found.factor < 10
    assert np.isfinite([found.loss_before, found.loss_after]).all()
    factor = np.float32(found.factor)
    assert (softmax(scores * factor).argmax(1) == softmax(scores).argmax(1)).all()


def test_decisions_on_one_text_are_not_enough() -> None:
    scores = np.tile(np.array([[3, 0, 0]], np.float32), (30, 1))
    found = fit(scores, np.tile([0, 1, 2], 10).astype(np.int32), digests=np.ones(30, np.uint64))
    assert found.loss_after == pytest.approx(found.loss_before)
    assert not found.helps


def test_no_answer_changes_and_the_version_does(rows, vectors) -> None:
    small = train(SILENT, rows, vectors=vectors)
    texts = list(rows.texts)
    other = recalibrated(small, 0.5)
    before, after = small.predict(texts), other.predict(texts)
    assert other.version != small.version
    assert (before.best == after.best).all()
    assert (after.confidence <= before.confidence + 1e-6).all()
    with pytest.raises(ValueError, match="above 0"):
        recalibrated(small, 0.0)
