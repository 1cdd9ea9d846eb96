"""Files that belong to a private workspace are private too."""

import os
import shutil
from pathlib import Path

import pytest

from mltag_desktop.core.diagnostics.crash_report import describe, write
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FILE, FeedbackStore
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.storage.side_files import lock_path, log_path
from mltag_desktop.core.workspace.workspace import Workspace


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_copies_backups_lock_and_log_have_the_permissions_of_the_workspace(
    predicted: Workspace, tmp_path: Path, mode: int
) -> None:
    path = predicted.path
    predicted.close()
    path.chmod(mode)
    with Workspace.open(path, "Ann") as workspace:
        workspace.decisions.decide([0], "birds")
        assert rights(lock_path(path)) == mode
        assert rights(log_path(path)) == mode
        workspace.save_copy(SILENT, tmp_path / "copy.mltag")
        backup = workspace.backup(SILENT, tmp_path / "backups", "asked")
        assert backup is not None
        assert rights(backup.path) == rights(tmp_path / "copy.mltag") == mode
    salvage(SILENT, path, tmp_path / "saved.mltag")
    assert rights(tmp_path / "saved.mltag") == mode


def test_who_may_read_the_workspace_may_read_its_decision_log(predicted: Workspace) -> None:
    path = predicted.path
    predicted.close()
    decisions_path(path).unlink(missing_ok=True)
    path.chmod(0o664)
    mask = os.umask(0o077)
    try:
        with Workspace.open(path, "Ann") as workspace:
            workspace.decisions.decide([0], "birds")
    finally:
        os.umask(mask)
    assert rights(decisions_path(path)) == 0o664


def test_a_copy_of_a_damaged_log_has_the_permissions_of_the_workspace(
    predicted: Workspace, tmp_path: Path
) -> None:
    predicted.path.chmod(0o600)
    for number in range(40):
        predicted.decisions.decide(range(12), "birds", str(number))
    other = tmp_path / "other"
    other.mkdir()
    for each in (predicted.path, log_path(predicted.path)):
        shutil.copyfile(each, other / each.name)
        (other / each.name).chmod(0o600)
    path = other / predicted.path.name
    log = bytearray(log_path(path).read_bytes())
    log[len(log) // 2] ^= 1
    log_path(path).write_bytes(log)
    with Workspace.open(path, "Ann"):
        assert [rights(kept) for kept in other.glob("*-damaged-*")] == [0o600]


def test_crash_reports_and_the_database_of_a_service_are_private(tmp_path: Path) -> None:
    assert rights(write(describe(ValueError("x"), "a test", {}), tmp_path)) == 0o600
    state = tmp_path / "state"
    state.mkdir()
    with FeedbackStore(state) as store:
        store.ping()
        assert {rights(path) for path in state.iterdir()} == {0o600}
        assert rights(state / FILE) == 0o600
