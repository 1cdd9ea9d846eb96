"""Workspaces of all earlier formats can be opened."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.storage.row_checksums import fill_sums
from mltag_desktop.core.workspace.storage.schema import VERSION, format_of
from mltag_desktop.core.workspace.storage.side_files import WriteLock
from mltag_desktop.core.workspace.types import Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.fixtures.make import SOURCE
from tests.core.workspace.helpers import (
    exported,
    record_of,
)

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize("kept", sorted(FIXTURES.glob("v*.mltag")), ids=lambda path: path.stem)
def test_a_workspace_of_an_earlier_format_opens_completely(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.mltag"
    shutil.copy(kept, path)
    with Workspace.open(path, "Bea") as workspace:
        assert not workspace.read_only
        assert workspace.table.count == 44
        assert [item.line for item in workspace.table.quarantined] == [42]
        first, fish, stone, pasted = workspace.table.records([0, 40, 41, 42])
        assert first.text == "bird 0 Sings No. 0 ß"
        assert (first.status, first.decided, first.note) == (Status.ACCEPTED, "birds", "seen")
        assert fish.cells == ("040", 'fish "Fin"', "swims\nfar")
        assert fish.also == ("stones",)
        assert (stone.text, pasted.text) == ("stone", "a pasted stone")
        assert record_of(workspace, 3).marks == Mark.FLAGGED | Mark.NOTED
        assert record_of(workspace, 4).status is Status.TO_REVIEW
        assert first.predicted == "birds"
        assert workspace.models.active == "letters-2"
        assert [tag.name for tag in workspace.tag_set.tags] == ["birds", "fish", "stones", "plants"]
        assert workspace.scan.search(SILENT, "NO. 3").tolist() == [3, *range(30, 40)]
        assert exported(workspace, what="original").path.read_bytes() == SOURCE
        for labels in (("Change the tags", "Add the tag plants"), ("Promote model letters-2",)):
            assert workspace.history.undo_label in labels
            workspace.history.undo()
        workspace.decisions.decide([41], "stones")
        workspace.verify()
    with Workspace.open(path, "Bea") as again:
        assert record_of(again, 41).decided == "stones"


def test_the_current_format_has_a_fixture() -> None:
    kept = FIXTURES / f"v{VERSION}.mltag"
    assert kept.exists(), "run tests.core.workspace.fixtures.make"
    assert format_of(kept) == VERSION


def test_short_names_that_nobody_gave_disappear(tmp_path: Path) -> None:
    path = tmp_path / "old.mltag"
    shutil.copy(FIXTURES / "v5.mltag", path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        [content] = connection.execute("SELECT value FROM meta WHERE key = 'tags'").fetchone()
        tags = json.loads(content)
        assert [tag["short"] for tag in tags] == ["Birds", "Fish", "Stones", "Plants"]
        tags[0] |= {"name": "big birds", "short": "NT2", "aliases": ["new tag 2", "birds"]}
        tags[1]["short"] = "F"
        connection.execute("UPDATE meta SET value = ? WHERE key = 'tags'", (json.dumps(tags),))
        fill_sums(connection, ["meta"])
    with Workspace.open(path, "Bea") as workspace:
        assert [tag.short for tag in workspace.tag_set.tags] == ["", "F", "", ""]
        assert workspace.tag_set.tags[0].label == "big birds"
        workspace.history.undo()
        assert [tag.label for tag in workspace.tag_set.tags] == ["birds", "fish", "stones"]
        workspace.verify()


def test_a_backup_is_made_before_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "old.mltag"
    shutil.copy(FIXTURES / "v1.mltag", path)
    with Workspace.open(path, "Bea", backups=tmp_path / "kept"):
        pass
    [kept] = (tmp_path / "kept").iterdir()
    assert ".migration." in kept.name
    shutil.copy(kept, tmp_path / "again.mltag")
    with Workspace.open(tmp_path / "again.mltag", "Bea") as again:
        assert again.table.count == 44


def test_a_read_only_file_of_an_earlier_format_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "old.mltag"
    shutil.copy(FIXTURES / "v1.mltag", path)
    with (
        Workspace.open(path, "Ann") as holder,
        Workspace.open(path, "Bea") as second,
    ):
        assert second.read_only
        assert holder.table.count == second.table.count
    shutil.copy(FIXTURES / "v1.mltag", path)
    holding = WriteLock.take(path, "Ann")
    assert holding is not None
    try:
        with pytest.raises(MltagError, match="earlier version of MLTag Desktop"):
            Workspace.open(path, "Bea")
    finally:
        holding.release()


def test_models_share_their_files_after_the_migration_and_damage_is_repaired(tmp_path: Path) -> None:
    path = tmp_path / "old.mltag"
    shutil.copy(FIXTURES / "v6.mltag", path)
    content = b"an array of both models"
    digest = hashlib.sha256(content).hexdigest()
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO models VALUES ('letters-3', '2026-11-01', '', NULL, 0, NULL)")
        for version, data in (("letters-2", b"damaged"), ("letters-3", content), ("letters-4", b"damaged")):
            values = (version, "a.npy", digest, data, None)
            connection.execute("INSERT INTO model_files VALUES (?, ?, ?, ?, ?)", values)
        fill_sums(connection, ["models"])
    with Workspace.open(path, "Bea") as workspace:
        workspace.verify()
        assert (workspace.models.bundle_path("letters-2") / "a.npy").read_bytes() == content
    with contextlib.closing(sqlite3.connect(path)) as connection:
        query = "SELECT COUNT(*) FROM model_contents WHERE sha256 = ?"
        assert connection.execute(query, (digest,)).fetchone() == (1,)
