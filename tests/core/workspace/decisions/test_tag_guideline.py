"""Records that contradict the keywords of a tag, and drafts of notes."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.note_drafts import (
    drafts_in,
    finish_drafts,
    finish_note,
    keep_draft,
)
from mltag_desktop.core.workspace.decisions.tag_guideline import count_contradictions
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import table_bytes
from tests.processes import KILLED


def test_decisions_against_the_keywords_are_counted(workspace: Workspace) -> None:
    first = workspace.table.count
    workspace.table.add_texts(
        ["a robin sings", "the robin nests", "a trout", "robin and trout", "a robin", "a robin, again"]
    )
    one, two, three, four, five, _ = range(first, first + 6)
    workspace.decisions.decide([one, four], "birds")
    workspace.decisions.decide([two, three, five], "fish")
    workspace.decisions.add_tag([five], "birds")
    birds = next(tag for tag in workspace.tag_set.tags if tag.name == "birds")
    assert count_contradictions(SILENT, workspace, birds) == (0, 0)
    birds = replace(birds, keywords=("robin",), excluded_keywords=("trout",))
    assert count_contradictions(SILENT, workspace, birds) == (1, 1)
    workspace.decisions.decide([four], "fish")
    assert count_contradictions(SILENT, workspace, birds) == (1, 0), "a keyword against it outweighs"


def test_records_that_left_the_source_are_not_counted(
    predicted: Workspace, table_file: Callable[[bytes], TableFile]
) -> None:
    predicted.decisions.decide([3, 4], "stones")
    birds = next(tag for tag in predicted.tag_set.tags if tag.name == "birds")
    birds = replace(birds, keywords=("number",))
    assert count_contradictions(SILENT, predicted, birds).elsewhere == 2
    lines = table_bytes(12).splitlines(keepends=True)
    table = table_file(b"".join([*lines[:4], *lines[5:]]))  # without record 3
    predicted.source_merge.merge(SILENT, predicted.source_merge.plan(SILENT, table))
    assert count_contradictions(SILENT, predicted, birds).elsewhere == 1


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
