from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.extraction import Extra
from mltag_desktop.core.model.tokenization import words
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training import candidate_training
from mltag_desktop.core.training.recipe_choice import train_automatically
from mltag_desktop.core.training.retraining import TrainingKind, retrain
from mltag_desktop.core.training.training import Examples
from mltag_desktop.core.training.twin import distil, measure, train_twin
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, fill, model_of, vectors
from tests.core.training.sentences import ENGLISH, rows

pytestmark = pytest.mark.skipif(not encoder.is_installed(), reason="the extra encoder is not installed")
TEXTS, TAGS = rows(ENGLISH)


def test_the_new_dimensions_are_close_to_the_encoder_and_the_old_ones_stay() -> None:
    base, embeddings = vectors(), encoder.embed_all(SILENT, TEXTS)
    found = distil(SILENT, list(TEXTS), embeddings, base)
    assert found.dimension == base.dimension + 128
    tokens = words(TEXTS)
    own, before = found.embed(found.units(tokens)), base.embed(base.units(tokens))
    left, right = own[:, : base.dimension], own[:, base.dimension :]
    left /= np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-9)
    known = np.linalg.norm(before, axis=1) > 0
    assert (np.vecdot(left, before)[known] > 0.98).all()
    centred = embeddings - embeddings.mean(axis=0)
    wanted = centred @ centred.T
    assert np.corrcoef((right @ right.T).ravel(), wanted.ravel())[0, 1] > 0.5


def test_a_twin_needs_no_encoder_and_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = Examples(TEXTS, TAGS)
    model = train_automatically(SILENT, examples, vectors(), jobs=1).model
    twin = train_twin(SILENT, examples, TEXTS, vectors(), jobs=1)
    assert twin.extra == Extra.NONE
    save_bundle(tmp_path / "bundle", twin)
    again = load_bundle(tmp_path / "bundle")
    assert np.array_equal(again.predict(TEXTS).probabilities, twin.predict(TEXTS).probabilities)
    found = measure(SILENT, model, twin, TEXTS)
    assert found.accuracy == model.manifest.training.accuracy
    assert found.twin_accuracy == twin.manifest.training.accuracy
    assert "choose the recipe fast-twin" in found.in_words()


def test_a_large_table_is_offered_a_measured_twin(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidate_training, "LARGE_TABLE", 10)
    workspace.tag_set.set(sorted(set(TAGS)))
    fill(workspace, TEXTS, TAGS)
    base = base_model()
    made = retrain(SILENT, workspace, base, base, tmp_path / "work", how=TrainingKind.ALONE)
    assert model_of(made).manifest.recipe.embeddings
    assert any("A fast twin without it predicts" in note for note in made.report.notes)
    twin = retrain(SILENT, workspace, base, base, tmp_path / "work", recipe="fast-twin")
    assert model_of(twin).manifest.recipe.name == "fast-twin"
    assert model_of(twin).vectors.dimension == base.vectors.dimension + 128
