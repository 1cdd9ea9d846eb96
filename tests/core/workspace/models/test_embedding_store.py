"""Embeddings in a workspace: kept by digest, also after reopening; a file with or without them is intact."""

import contextlib
import sqlite3
from pathlib import Path

import numpy as np

from mltag_desktop.core.model.encoder import DIMENSION, ENGLISH, MULTILINGUAL, Embeddings
from mltag_desktop.core.progress import SILENT
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
    with contextlib.closing(sqlite3.connect(workspace.path)) as connection:
        assert all_faults(connection) == []
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


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
