"""Drafts of notes: stored in the workspace, outside the journal, until the note is finished."""

import contextlib
from collections.abc import Sequence
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.types import Change, RowId
from mltag_desktop.core.workspace.workspace import Workspace

_KEY: Final = "note_drafts"


class Draft(NamedTuple):
    """The text of an unfinished note, and its author."""

    row: RowId
    text: str
    curator: str


def keep_draft(workspace: Workspace, row: RowId, text: str) -> None:
    """Store the unfinished note of a record; a blank text or an unchanged note removes the draft.

    A blank draft is not stored, because a crash while a note is being retyped must not delete that note.
    """
    before = drafts_in(workspace)
    after = [draft for draft in before if draft.row != row]
    if text.strip() not in ("", workspace.decisions.note_on(row)):
        after.append(Draft(row, text, workspace.curator))
    if after != before:
        workspace.set_preference(_KEY, [draft._asdict() for draft in after])


def finish_note(workspace: Workspace, row: RowId, text: str) -> Change | None:
    """Write a note as one journal step and remove its draft; None if the note is unchanged."""
    note = text.strip()
    change = workspace.decisions.note(row, note) if note != workspace.decisions.note_on(row) else None
    with contextlib.suppress(MltagError):  # the note is saved; an equal draft is removed later
        keep_draft(workspace, row, "")
    return change


def finish_drafts(workspace: Workspace) -> Sequence[RowId]:
    """Turn the drafts left by a crash into notes of their authors; return the records.

    A read-only workspace keeps its drafts; drafts of missing records are kept as well.
    """
    drafts = [draft for draft in drafts_in(workspace) if draft.row < workspace.table.count]
    if workspace.read_only or not drafts:
        return ()
    curator, rows = workspace.curator, []
    try:
        for draft in drafts:
            workspace.sign_as(draft.curator)
            if finish_note(workspace, draft.row, draft.text) is not None:
                rows.append(draft.row)
    finally:
        workspace.sign_as(curator)
    return tuple(rows)


def drafts_in(workspace: Workspace) -> list[Draft]:
    """Return the drafts stored in a workspace; invalid entries are skipped."""
    kept, drafts = workspace.preference(_KEY), list[Draft]()
    for each in kept if isinstance(kept, list) else ():
        match each:
            case {"row": int(row), "text": str(text), "curator": str(curator)} if row >= 0:
                drafts.append(Draft(row, text, curator))
    return drafts
