"""The draft of a note survives a crash and becomes one step of the journal."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mltag_desktop.core.workspace.decisions.note_drafts import (
    drafts_in,
    finish_drafts,
    finish_note,
    keep_draft,
)
from mltag_desktop.core.workspace.workspace import Workspace
from tests.processes import KILLED

TYPING = """
import sys, time
from pathlib import Path
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.core.workspace.decisions.note_drafts import keep_draft

workspace = Workspace.open(Path(sys.argv[1]), "Bo")
for text in ("b", "bo", "both agree"):
    keep_draft(workspace, 3, text)
print("typed", flush=True)
time.sleep(600)
"""


def test_a_draft_survives_a_kill_and_becomes_one_step(workspace: Workspace) -> None:
    path = workspace.path
    workspace.close()
    command = [sys.executable, "-c", TYPING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n"
        process.kill()
        assert process.wait() == KILLED
    with Workspace.open(path, "Ann") as again:
        again.verify()
        assert finish_drafts(again) == (3,)
        assert again.decisions.note_on(3) == "both agree"
        assert [step.curator for step in again.journal.steps()] == ["Bo"]
        assert again.curator == "Ann"
        assert finish_drafts(again) == ()
        again.history.undo()
        assert again.decisions.note_on(3) == ""
    with Workspace.open(path, "Ann") as again:
        assert finish_drafts(again) == (), "what was undone does not come back"


def test_a_draft_is_no_step_and_a_finished_note_is_one(workspace: Workspace) -> None:
    for text in ("o", "od", "odd"):
        keep_draft(workspace, 2, text)
    assert workspace.journal.steps() == []
    assert [draft.text for draft in drafts_in(workspace)] == ["odd"]
    assert finish_note(workspace, 2, " odd one\n") is not None
    assert workspace.decisions.note_on(2) == "odd one"
    assert len(workspace.journal.steps()) == 1
    assert drafts_in(workspace) == []
    assert finish_note(workspace, 2, "odd one") is None, "the record has this note"
    assert len(workspace.journal.steps()) == 1


def test_drafts_of_two_records_are_separate(workspace: Workspace) -> None:
    keep_draft(workspace, 2, "two")
    keep_draft(workspace, 5, "five")
    finish_note(workspace, 5, "five")
    assert [draft.row for draft in drafts_in(workspace)] == [2]
    assert finish_drafts(workspace) == (2,)


def test_a_draft_equal_to_the_note_is_removed(workspace: Workspace) -> None:
    """After a kill between the step and the removal of its draft."""
    keep_draft(workspace, 2, "two")
    workspace.decisions.note(2, "two")
    assert finish_drafts(workspace) == ()
    assert len(workspace.journal.steps()) == 1
    assert drafts_in(workspace) == []


def test_a_blank_draft_does_not_delete_a_note(workspace: Workspace) -> None:
    workspace.decisions.note(2, "known since May")
    keep_draft(workspace, 2, "known")
    keep_draft(workspace, 2, "  ")
    assert finish_drafts(workspace) == ()
    assert workspace.decisions.note_on(2) == "known since May"
    assert finish_note(workspace, 2, "") is not None, "finished blank, it does"
    assert workspace.decisions.note_on(2) == ""


def test_a_read_only_workspace_keeps_its_drafts(workspace: Workspace, tmp_path: Path) -> None:
    keep_draft(workspace, 2, "two")
    with Workspace.open(workspace.path, "Bo") as second:
        assert second.read_only
        assert finish_drafts(second) == ()
        assert second.decisions.note_on(2) == ""
    workspace.settle()
    copy = tmp_path / "copy.mltag"
    shutil.copyfile(workspace.path, copy)
    with Workspace.open(copy, "Bo") as third:
        assert finish_drafts(third) == (2,), "a copy has them too"


@pytest.mark.parametrize(
    "kept",
    [
        "text",
        {"row": 1},
        [7, None, {"row": "1", "text": "a", "curator": "b"}],
        [{"row": -1, "text": "a", "curator": "b"}],
        [{"row": 10**12, "text": "a", "curator": "b"}],
    ],
)
def test_invalid_drafts_are_ignored(workspace: Workspace, kept: Any) -> None:
    workspace.set_preference("note_drafts", kept)
    assert finish_drafts(workspace) == ()
    assert workspace.journal.steps() == []
    keep_draft(workspace, 2, "two")
    assert finish_drafts(workspace) == (2,)
