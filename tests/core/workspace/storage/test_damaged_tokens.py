"""A damaged token: it ties the write-ahead log to its file, and holds nothing of the user's."""

import contextlib
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.storage.write_ahead_log import Token, log_path
from mltag_desktop.core.workspace.workspace import Workspace

PAGE = 8192


def place_of_token(path: Path) -> int:
    """Return the offset of the page with the token."""
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'log_token'"
        return (int(connection.execute(query).fetchone()[0]) - 1) * PAGE


def test_a_damaged_token_without_a_log_is_replaced_or_reported(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.close()
    content = predicted.path.read_bytes()
    start = place_of_token(predicted.path)
    filled = [place for place in range(start, start + PAGE) if content[place]]
    flips = [(place, bit) for place in filled for bit in range(8)]
    for number, (place, bit) in enumerate(random.Random(1).sample(flips, 60)):
        path = tmp_path / f"{number}.mltag"
        changed = bytearray(content)
        changed[place] ^= 1 << bit
        path.write_bytes(changed)
        try:
            faults = verify_file(path).faults
        except DamagedError:
            continue
        if faults:
            continue
        with Workspace.open(path, "Bea", write=False) as reader:
            reader.save_copy(SILENT, tmp_path / f"copy of {number}.mltag")
        for name in (path, tmp_path / f"copy of {number}.mltag"):
            with Workspace.open(name, "Bea") as workspace:
                workspace.decisions.decide([1], "fish")
                workspace.verify()
            with Workspace.open(name, "Bea") as again:
                assert [view.decided for view in again.table.records([0, 1])] == ["birds", "fish"]


@pytest.fixture
def unsettled(predicted: Workspace, tmp_path: Path) -> Path:
    """A workspace whose log has five decisions that are not in the file."""
    path = tmp_path / "left" / "w.mltag"
    path.parent.mkdir()
    for row in range(3):
        predicted.decisions.decide([row], "birds", "in the file")
    predicted.settle()
    for row in range(3, 8):
        predicted.decisions.decide([row], "fish", "in the log")
    for each in (predicted.path, log_path(predicted.path)):
        shutil.copy(each, path.with_name(each.name.replace(predicted.path.name, path.name)))
    return path


def damage_token(path: Path, how: str) -> None:
    content = bytearray(path.read_bytes())
    start = place_of_token(path)
    token = content.index(b"MLTagLog", start)
    places = {"mark": token, "nonce": token + 10, "number": token + 24, "row": token - 3, "page": start}
    if how == "zeros":
        content[start : start + PAGE] = bytes(PAGE)
    else:
        content[places[how]] ^= 1 << 5
    path.write_bytes(content)


@pytest.mark.parametrize("how", ["mark", "nonce", "number", "row", "page"])
def test_salvage_uses_the_log_of_a_file_with_a_damaged_token(
    unsettled: Path, tmp_path: Path, how: str
) -> None:
    damage_token(unsettled, how)
    before = {each.name: each.read_bytes() for each in unsettled.parent.iterdir()}
    with pytest.raises(DamagedError):
        Workspace.open(unsettled, "Bea")
    with contextlib.suppress(DamagedError):
        assert verify_file(unsettled).faults
    assert {each.name: each.read_bytes() for each in unsettled.parent.iterdir()} == before
    saved = salvage(SILENT, unsettled, tmp_path / "saved.mltag")
    assert saved.unused_log is None
    with Workspace.open(saved.path, "Bea") as workspace:
        assert [view.note for view in workspace.table.records(range(8))] == [
            *["in the file"] * 3,
            *["in the log"] * 5,
        ]
        workspace.verify()


def test_salvage_says_that_a_log_was_not_used(unsettled: Path, tmp_path: Path) -> None:
    damage_token(unsettled, "zeros")
    saved = salvage(SILENT, unsettled, tmp_path / "saved.mltag")
    assert saved.unused_log == log_path(unsettled)
    assert "Changes in w.mltag-wal were not used." in saved.words
    with Workspace.open(saved.path, "Bea") as workspace:
        assert workspace.journal.last == 3


def test_the_log_of_another_file_is_not_taken_for_damage(
    unsettled: Path, predicted: Workspace, tmp_path: Path
) -> None:
    predicted.save_copy(SILENT, tmp_path / "copy.mltag")
    (tmp_path / "copy.mltag").replace(unsettled)
    saved = salvage(SILENT, unsettled, tmp_path / "saved.mltag")
    assert saved.unused_log is not None
    with Workspace.open(unsettled, "Bea") as workspace:
        assert [kept.name.startswith("w.mltag-unsaved-") for kept in workspace.unsaved] == [True]


def test_an_older_log_of_the_same_file_is_not_used(unsettled: Path, tmp_path: Path) -> None:
    """The file was saved after the log: its number is beyond those in the log."""
    content = bytearray(unsettled.read_bytes())
    place = content.index(b"MLTagLog", place_of_token(unsettled))
    nonce = bytes(content[place + 8 : place + 24])
    content[place : place + 32] = Token(nonce, 0b1010_0000_0000).blob
    unsettled.write_bytes(content)
    saved = salvage(SILENT, unsettled, tmp_path / "saved.mltag")
    assert saved.unused_log is not None
