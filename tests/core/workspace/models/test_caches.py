"""The caches of a workspace: embeddings and the map of its texts."""

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np

from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.encoder import DIMENSION, ENGLISH, MULTILINGUAL, Embeddings
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, PreparedRows, labelled_features, train_out_of_fold
from mltag_desktop.core.workspace.models.caches import StoredMap
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings, predict_places
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.storage.schema import VERSION, all_faults
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import reopened


def drawn(count: int, seed: int = 0) -> Embeddings:
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    return Embeddings.of(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def test_embeddings_by_two_encoders_are_kept_apart(workspace: Workspace) -> None:
    digests = workspace.table.all_digests()
    vectors = np.random.default_rng(1).normal(size=(3, ENGLISH.dimension)).astype(np.float32)
    workspace.embeddings.put(digests[:5], drawn(5))
    workspace.embeddings.put(digests[4:7], Embeddings.of(vectors), ENGLISH)
    for by, kept in ((MULTILINGUAL, digests[:5]), (ENGLISH, digests[4:7])):
        _, found, embeddings = workspace.embeddings.since(by=by)
        assert found.tolist() == kept.tolist()
        assert embeddings.codes.shape == (len(kept), by.dimension)


def tables(path: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def assert_is_sound(path: Path) -> None:
    """Fail unless the closed file has the newest format and no damaged row."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert all_faults(connection) == []
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_embeddings_are_there_after_reopening(workspace: Workspace) -> None:
    digests, found = workspace.table.all_digests(), drawn(12)
    assert "embeddings" not in tables(workspace.path)
    assert workspace.embeddings.since()[0] == 0
    workspace.embeddings.put(digests[:5], found.take(np.arange(5)))
    last, kept, _ = workspace.embeddings.since()
    assert kept.tolist() == digests[:5].tolist()
    workspace.embeddings.put(digests[5:], found.take(np.arange(5, 12)))
    _, newer, later = workspace.embeddings.since(last)
    assert newer.tolist() == digests[5:].tolist()
    assert np.array_equal(later.codes, found.codes[5:])
    with reopened(workspace) as again:
        _, kept, stored = again.embeddings.since()
        assert kept.tolist() == digests.tolist()
        assert np.allclose(stored.vectors(), found.vectors())
        again.verify()
    assert_is_sound(workspace.path)


def test_a_damaged_row_is_computed_again(workspace: Workspace) -> None:
    digests = workspace.table.all_digests()
    workspace.embeddings.put(digests[:5], drawn(5))
    workspace.embeddings.put(digests[5:], drawn(7, 1))
    path = workspace.path
    workspace.close()
    with contextlib.closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("UPDATE embeddings SET codes = zeroblob(length(codes)) WHERE id = 1")
        connection.commit()
    with Workspace.open(path, "Ann") as again:
        assert again.embeddings.since()[1].tolist() == digests[5:].tolist()


def test_salvage_leaves_the_cache_out(workspace: Workspace, tmp_path: Path) -> None:
    workspace.embeddings.put(workspace.table.all_digests(), drawn(12))
    workspace.decisions.decide([1], workspace.tag_set.tags[0].name)
    path = workspace.path
    workspace.close()
    salvage(SILENT, path, tmp_path / "saved.mltag")
    with Workspace.open(tmp_path / "saved.mltag", "Ann") as saved:
        assert saved.table.count == 12
        assert saved.states().decided[1] >= 0
        assert saved.embeddings.since()[0] == 0


def test_the_last_map_is_there_after_reopening(workspace: Workspace) -> None:
    assert workspace.text_maps.last() is None
    digests = workspace.table.all_digests()
    for number in (1, 2):
        points = np.full((len(digests), 2), number, np.float32)
        workspace.text_maps.put(StoredMap(f"source {number}", digests, points))
    with reopened(workspace) as again:
        kept = again.text_maps.last()
        assert kept is not None
        assert kept.source == "source 2"
        assert kept.digests.tolist() == digests.tolist()
        assert (kept.points == 2).all()
        again.verify()
    assert_is_sound(workspace.path)


def test_a_damaged_map_is_ignored(workspace: Workspace) -> None:
    digests = workspace.table.all_digests()
    workspace.text_maps.put(StoredMap("source", digests, np.zeros((len(digests), 2), np.float32)))
    path = workspace.path
    workspace.close()
    with contextlib.closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("UPDATE text_map SET source = 'another'")
        connection.commit()
    with Workspace.open(path, "Ann") as again:
        assert again.text_maps.last() is None


def test_salvage_leaves_the_map_out(workspace: Workspace, tmp_path: Path) -> None:
    digests = workspace.table.all_digests()
    workspace.text_maps.put(StoredMap("source", digests, np.zeros((len(digests), 2), np.float32)))
    path = workspace.path
    workspace.close()
    salvage(SILENT, path, tmp_path / "saved.mltag")
    with Workspace.open(tmp_path / "saved.mltag", "Ann") as saved:
        assert saved.table.count == 12
        assert saved.text_maps.last() is None


_ENCODER_ONLY = Recipe("e", "e", words=False, vectors=False, bayes=False, c=1.0, embeddings=True)


def reader_of(workspace: Workspace) -> LinearModel:
    """Return a model that reads nothing but embeddings, and keep one of each record, not the encoder's."""
    found, texts = drawn(12), tuple(workspace.table.texts(range(12)))
    examples = Examples(texts, tuple(tag.name for tag in workspace.tag_set.tags[:2]) * 6)
    workspace.embeddings.put(workspace.table.all_digests(), found)
    rows = labelled_features(examples, bundled().vectors)
    rows = replace(rows, features=replace(rows.features, embeddings=found.vectors()))
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
