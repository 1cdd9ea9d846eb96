"""Predictions read the embeddings that a workspace keeps instead of computing them again."""

from dataclasses import replace

import numpy as np

from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import with_embeddings
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, PreparedRows, labelled_features, train_out_of_fold
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings, predict_places
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.models.test_embedding_store import drawn

_ENCODER_ONLY = Recipe("e", "e", words=False, vectors=False, bayes=False, c=1.0, embeddings=True)


def reader_of(workspace: Workspace) -> LinearModel:
    """Return a model that reads nothing but embeddings, and keep one of each record, not the encoder's."""
    found, texts = drawn(12), tuple(workspace.table.texts(range(12)))
    examples = Examples(texts, tuple(tag.name for tag in workspace.tag_set.tags[:2]) * 6)
    workspace.embeddings.put(workspace.table.all_digests(), found)
    rows = labelled_features(examples, bundled().vectors)
    rows = replace(rows, features=with_embeddings(rows.features, found.vectors()))
    trained = train_out_of_fold(
        SILENT, examples, _ENCODER_ONLY, vectors=bundled().vectors, prepared=PreparedRows(rows)
    )
    return trained.model


def test_kept_embeddings_are_not_computed_again(workspace: Workspace) -> None:
    kept, found = KeptEmbeddings(workspace.embeddings), drawn(12)
    digests, texts = workspace.table.all_digests(), workspace.table.texts(range(12))
    workspace.embeddings.put(digests[:7], found.take(np.arange(7)))
    assert np.array_equal(kept(texts[3:7]), found.vectors()[3:7])
    workspace.embeddings.put(digests[7:], found.take(np.arange(7, 12)))
    assert np.array_equal(kept(texts[::-1]), found.vectors()[::-1])
    assert np.array_equal(kept.many(SILENT, texts), found.vectors())
    assert kept([]).shape == (0, 512)


def test_predictions_read_kept_embeddings(workspace: Workspace) -> None:
    model = reader_of(workspace)
    workspace.models.set_base(model.version)
    places = workspace.table.places(np.arange(12))
    found = predict_places(SILENT, model, places).predictions.probabilities
    kept = KeptEmbeddings(workspace.embeddings)
    expected = model.predict(workspace.table.texts(range(12)), embedder=kept).probabilities
    assert np.array_equal(found, expected)
    predict_pending(SILENT, workspace, model)
    assert np.allclose(workspace.states().confidence, expected.max(axis=1))
