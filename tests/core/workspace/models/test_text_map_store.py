"""The map of the texts in the workspace: kept, replaced, damaged, absent, and left out of a salvage."""

import contextlib
import sqlite3
from pathlib import Path

import numpy as np

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.models.caches import StoredMap
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.storage.schema import VERSION, all_faults
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import reopened


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
    with contextlib.closing(sqlite3.connect(workspace.path)) as connection:
        assert all_faults(connection) == []
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


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
