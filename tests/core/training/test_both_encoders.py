"""Models that read English texts with both sentence encoders."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.api.tagger import Tagger
from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.encoder import ENGLISH as ENGLISH_ENCODER
from mltag_desktop.core.model.encoder import Encoder, EncoderError, embed_all
from mltag_desktop.core.model.extraction import ENCODED, Extra
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.training.recipe_choice import suitable_features, train_automatically
from mltag_desktop.core.training.training import Examples, train
from tests.core.helpers import assert_adds_up, vectors
from tests.core.training.sentences import ENGLISH, OTHERS, rows
from tests.errors import user_error
from tests.progress import CancelAbove

pytestmark = pytest.mark.skipif(
    not (encoder.is_installed() and encoder.is_installed(ENGLISH_ENCODER)), reason="needs the extra encoder"
)
EXAMPLES = Examples(*rows(ENGLISH))
BOTH = replace(DEFAULT_RECIPE, embeddings=True, english=True, c=1.0)
ODD = ["", "word " * 20_000, "🎉 n/a", "Ein kurzer Text", "1"]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a stored model that reads both encoders."""
    folder = tmp_path_factory.mktemp("both") / "bundle"
    save_bundle(folder, train(SILENT, EXAMPLES, BOTH, vectors=vectors(), jobs=1))
    return folder


@pytest.fixture
def fresh() -> Iterator[None]:
    """Load the encoders again in this test and after it."""
    encoder._load.cache_clear()
    yield
    encoder._load.cache_clear()


def test_a_stored_model_predicts_each_text_alone_as_among_others(bundle: Path) -> None:
    model = load_bundle(bundle)
    assert model.extra & ENCODED == ENCODED
    assert model.is_heavy
    assert json.loads((bundle / "manifest.json").read_text())["format"] == 6
    texts = [*EXAMPLES.texts[::5], *ODD]
    together = model.predict(texts).probabilities
    assert np.array_equal(together, Tagger.load(bundle).predict_proba(texts))
    alone = np.concatenate([model.predict([text]).probabilities for text in texts])
    np.testing.assert_allclose(alone, together, atol=1e-5)  # the last bits of an embedding vary with others
    for text in EXAMPLES.texts[:2]:
        assert_adds_up(model.explain(text), 1e-4)


def test_english_rows_compare_both_encoders() -> None:
    found = train_automatically(SILENT, EXAMPLES, vectors(), jobs=1)
    assert {each.features for each in found.choice.candidates} >= {"encoder", "both encoders"}
    texts, _ = rows(OTHERS["de"])
    foreign = [text for text in texts if found.model.foreign_language(text)]
    assert len(foreign) >= 30  # read by the multilingual encoder alone


@pytest.mark.parametrize("language", OTHERS)
def test_the_english_encoder_reads_no_table_in_another_language(language: str) -> None:
    texts, _ = rows(OTHERS[language])
    assert suitable_features(texts) & ENCODED == Extra.EMBEDDINGS
    assert suitable_features([*texts, *EXAMPLES.texts[:15]]) & ENCODED == Extra.EMBEDDINGS
    assert suitable_features([*texts[:10], *EXAMPLES.texts]) & ENCODED == ENCODED


def test_texts_in_other_languages_are_predicted_as_by_the_multilingual_encoder(bundle: Path) -> None:
    found = train_automatically(SILENT, EXAMPLES, vectors(), jobs=1).model
    alone = train_automatically(SILENT, EXAMPLES, vectors(), jobs=1, read=_without_english).model
    texts, _ = rows(OTHERS["fr"])
    foreign = [text for text in texts if found.foreign_language(text)]
    assert np.array_equal(found.predict(foreign).probabilities, alone.predict(foreign).probabilities)


def _without_english(progress: Progress, texts: Sequence[str], by: Encoder) -> FloatArray:
    if by == ENGLISH_ENCODER:
        raise EncoderError("It failed half-way.", "")
    return embed_all(progress, texts, by)


def test_an_english_encoder_that_fails_half_way_is_left_out_and_reported() -> None:
    found = train_automatically(SILENT, EXAMPLES, vectors(), jobs=1, read=_without_english)
    assert found.choice.recipe.extra & ENCODED in (Extra.EMBEDDINGS, Extra.NONE)
    assert "both encoders" not in {each.features for each in found.choice.candidates}
    assert found.choice.in_words()[-1] == "The English encoder did not read the texts. It failed half-way."


def test_reading_is_cancelled() -> None:
    with pytest.raises(Cancelled):
        train_automatically(CancelAbove(0.1), EXAMPLES, vectors(), jobs=1)


def test_a_model_says_which_encoder_is_missing(
    bundle: Path, fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    model: LinearModel = load_bundle(bundle)
    with user_error("onnxruntime") as error:
        model.predict(EXAMPLES.texts[:1])
    assert "[encoder]" in error.value.hint


def test_wrong_weights_leave_the_multilingual_encoder_alone(
    bundle: Path, fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "_DIGEST", "0" * 64)
    with user_error("weights of the sentence encoder are damaged"):
        load_bundle(bundle).predict(EXAMPLES.texts[:1])
    found = train_automatically(SILENT, EXAMPLES, vectors(), jobs=1)
    assert Extra.ENGLISH not in found.model.extra
    assert "damaged" in found.choice.in_words()[-1]
