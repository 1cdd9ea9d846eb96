"""Disk errors: full, read-only, without permission, or the workspace moved meanwhile."""

import contextlib
import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.storage.side_files import lock_path, log_path
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    predict_all,
    record_of,
    table_bytes,
)


def test_a_full_disk_loses_no_saved_data(small_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(table_bytes(30))
    with Workspace.create(small_disk / "w.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(tmp_path / "in.csv"), ColumnMapping((1, 2)))
        predict_all(workspace, LetterModel())
        saved = 0

        def decide_on_and_on() -> None:
            nonlocal saved
            for saved in range(100_000):
                workspace.decisions.decide(range(30), TAGS[saved % 3], "n" * 500)

        with pytest.raises(MltagError, match=r"full|could not be") as told:
            decide_on_and_on()
        assert told.value.hint
        assert workspace.states().decided[0] == (saved - 1) % 3, "what failed is not shown"
        assert len({entry.step for entry in workspace.journal.entries()}) == saved
        with pytest.raises(MltagError):
            export(SILENT, workspace, small_disk / "out.csv", "table")
        assert not (small_disk / "out.csv").exists()
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        workspace.decisions.decide([0], "birds", "after")
        workspace.verify()
    with Workspace.open(small_disk / "w.mltag", "Ann") as again:
        assert len({entry.step for entry in again.journal.entries()}) == saved + 1


def test_creating_a_workspace_on_a_full_disk_leaves_no_file(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_480_000))
    with pytest.raises(MltagError, match="could not be created"):
        Workspace.create(small_disk / "w.mltag", "Ann", TAGS)
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_a_read_only_disk_is_read_only(small_disk: Path, predicted: Workspace) -> None:
    predicted.close()
    shutil.copy(predicted.path, small_disk / "w.mltag")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with Workspace.open(small_disk / "w.mltag", "Ann") as workspace:
        assert workspace.read_only
        assert workspace.held_by == ""
        assert record_of(workspace, 1).predicted == "fish"
        with pytest.raises(MltagError, match="not writable"):
            workspace.decisions.decide([0], "birds")
    with pytest.raises(MltagError, match="permission to write"):
        Workspace.create(small_disk / "new.mltag", "Ann", TAGS)


def test_a_full_disk_is_named_as_the_cause(small_disk: Path, predicted: Workspace) -> None:
    predicted.close()
    shutil.copy(predicted.path, small_disk / "w.mltag")
    with (small_disk / "ballast").open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    with Workspace.open(small_disk / "w.mltag", "Ann") as workspace:
        assert "disk is full" in workspace.read_only_reason
        assert record_of(workspace, 1).predicted == "fish"
        for write in (workspace.require_writable, lambda: workspace.decisions.decide([0], "birds")):
            with pytest.raises(MltagError, match="disk is full") as told:
                write()
            assert told.value.hint == "Free some space, then open it again."
        for name in ("out.csv", "out.xlsx", "out.jsonl"):
            with pytest.raises(MltagError, match="No space left"):
                export(SILENT, workspace, small_disk / name, "table")
        with pytest.raises(MltagError, match=r"disk is full|No space left"):
            workspace.save_copy(SILENT, small_disk / "copy.mltag")
        with pytest.raises(MltagError, match=r"disk is full|No space left"):
            workspace.backup(SILENT, small_disk / "backups", "asked")
    gc.collect()  # half a workbook must not be completed
    kept = {path.name for path in small_disk.rglob("*")}
    assert kept == {"ballast", "w.mltag", "backups"}, "nothing is left over, not even a lock"


def test_a_damaged_workspace_is_not_salvaged_to_a_full_disk(small_disk: Path, predicted: Workspace) -> None:
    predicted.close()
    (small_disk / "ballast").write_bytes(bytes(1_480_000))
    with pytest.raises(MltagError, match=r"saved\.mltag could not be saved: the disk is full"):
        salvage(SILENT, predicted.path, small_disk / "saved.mltag")
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Run as the user nobody for a while, because root may write everywhere."""
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_cannot_be_written_to_is_read_only(predicted: Workspace) -> None:
    predicted.close()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(predicted.path, folder / "w.mltag")
        (folder / "w.mltag").chmod(0o666)
        folder.chmod(0o555)
        try:
            with ordinary_user(), Workspace.open(folder / "w.mltag", "Ann") as workspace:
                assert workspace.read_only_reason == "its folder is not writable"
                assert record_of(workspace, 1).predicted == "fish"
                with pytest.raises(MltagError, match="read-only"):
                    workspace.table.add_texts(["more"])
            assert [path.name for path in folder.iterdir()] == ["w.mltag"]
        finally:
            folder.chmod(0o755)


@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_a_moved_or_deleted_workspace_is_reported_and_can_be_saved(
    predicted: Workspace, tmp_path: Path, how: str
) -> None:
    """The system allows writing to a deleted file, which is lost when the program ends."""
    predicted.decisions.decide([0], "birds", "before")
    elsewhere = tmp_path / "elsewhere.mltag"
    if how == "replaced":
        shutil.copy(predicted.path, elsewhere)
        elsewhere.replace(predicted.path)
    elif how == "moved":
        predicted.path.rename(elsewhere)
    else:
        predicted.path.unlink()
    with pytest.raises(MltagError, match="no longer exists"):
        predicted.decisions.decide([1], "fish", "after")
    predicted.save_copy(SILENT, tmp_path / "copy.mltag")
    predicted.save_copy(SILENT, tmp_path / "copy.mltag", replace=True)
    with Workspace.open(tmp_path / "copy.mltag", "Bea") as copy:
        assert [entry.note for entry in copy.journal.entries()] == ["before"]
    if how == "moved":
        elsewhere.rename(predicted.path)
        assert predicted.decisions.decide([1], "fish", "after").step == 2


def test_a_folder_in_place_of_the_workspace_does_not_keep_the_lock(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.path.unlink()
    predicted.path.mkdir()
    predicted.close()
    assert not lock_path(predicted.path).exists()


def test_no_acknowledged_decision_is_lost_with_a_stale_decision_log(predicted: Workspace) -> None:
    """The log can be neither written nor deleted; then no more decisions are accepted."""
    predicted.close()
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as left:
        folder, path = Path(name), Path(name) / "w.mltag"
        shutil.copy(predicted.path, path)
        if os.geteuid() == 0:
            for each in (folder, path, Path(left)):
                shutil.chown(each, 65534)
        saved = ["with a log"]
        with ordinary_user(), Workspace.open(path, "Ann") as workspace:
            workspace.decisions.decide([0], "birds", saved[0])
            decisions_path(path).chmod(0o444)
            folder.chmod(0o555)
            for number in range(4):
                with contextlib.suppress(MltagError):
                    workspace.decisions.decide([number], "fish", f"decision {number}")
                    saved.append(f"decision {number}")
                workspace.settle()
            with pytest.raises(MltagError, match="not writable"):
                workspace.decisions.decide([5], "fish", "refused")
            for each in (path, log_path(path), decisions_path(path)):
                shutil.copyfile(each, f"{left}/{each.name}")
            folder.chmod(0o755)
            workspace.decisions.decide([6], "fish", "with a log again")
        with Workspace.open(Path(left) / path.name, "Bea") as workspace:
            assert [entry.note for entry in workspace.journal.entries()] == saved
