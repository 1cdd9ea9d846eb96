"""Journal pages, and the differences between a past state and the current one; no Qt."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import (
    Action,
    Change,
    DecisionKind,
    JournalEntry,
    Mark,
    States,
    Status,
    StepView,
)
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr, translate_core_message
from mltag_desktop.gui.table.record_marks import words_of as marks_in_words

PAGE: Final = 200
_LISTED: Final = 300
_TEXT: Final = 300
_WORDS: Final = {
    Status.TO_REVIEW: tr("to review"),
    Status.ACCEPTED: tr("accepted"),
    Status.CORRECTED: tr("corrected"),
    Status.KNOWN: tr("from the table"),
}

KIND_WORDS: Final[dict[str, str]] = {
    DecisionKind.ACCEPT: tr("accepted"),
    DecisionKind.CORRECT: tr("corrected to"),
    DecisionKind.KNOWN: tr("from the table:"),
    DecisionKind.CLEAR: tr("cleared"),
    DecisionKind.FLAG: tr("flagged"),
    DecisionKind.ALSO_TAG: tr("additional tag"),
    DecisionKind.NOT_TAG: tr("additional tag removed:"),
    DecisionKind.UNFLAG: tr("flag removed"),
    DecisionKind.SKIP: tr("skipped"),
    DecisionKind.UNSKIP: tr("skip mark removed"),
    DecisionKind.UNSURE: tr("unsure"),
    DecisionKind.SURE: tr("unsure mark removed"),
    DecisionKind.NOTE: tr("note"),
    DecisionKind.OFF_TOPIC: tr("off topic"),
    DecisionKind.ON_TOPIC: tr("on topic"),
    DecisionKind.RESET: tr("cleared"),
    Action.PROMOTE: tr("promoted"),
    Action.ROLLBACK: tr("rolled back to"),
    Action.MAPPING: tr("columns chosen"),
    Action.TAGS: tr("tag set changed"),
    Action.TAG_MODE: tr("number of tags per record chosen"),
    Action.MERGE: tr("source changes merged"),
    Action.REVIEW: tr("review threshold set"),
}


@dataclass(frozen=True)
class JournalPage:
    """A page of steps, newest first, and whether there are older ones."""

    steps: tuple[StepView, ...]
    has_more: bool


@dataclass(frozen=True)
class StepEntry:
    """One entry of a step, with the text of its record."""

    entry: JournalEntry
    text: str


@dataclass(frozen=True)
class RecordDifference:
    """A record whose state after a step differs from its current state; both states as text."""

    row: int
    text: str
    then: str
    now: str


@dataclass(frozen=True)
class StepDetails:
    """The changes in a step, and the state after it compared with the current state."""

    step: int
    did: tuple[StepEntry, ...]
    decided_then: int
    decided_now: int
    different: int
    differences: tuple[RecordDifference, ...]


def words_of(entry: JournalEntry) -> str:
    """Describe an entry: what was done, and the tag."""
    if entry.kind == DecisionKind.NOTE and not entry.note:
        return tr("note removed")
    if entry.kind == DecisionKind.IMPORTED:
        return tr("imported from {curator}", curator=entry.note.rpartition(", ")[0] or entry.note)
    did = KIND_WORDS.get(entry.kind, entry.kind)
    return f"{did} {entry.tag or ''}".strip()


def note_of(entry: JournalEntry) -> str:
    """Return the note of an entry; where a decision was imported from is in its words already."""
    return "" if entry.kind == DecisionKind.IMPORTED else entry.note


def journal_page(
    progress: Progress, workspace: Workspace, before: int | None, count: int = PAGE
) -> JournalPage:
    """Return the `count` steps before the step `before`, or the latest ones if it is None."""
    progress.report(0.0, tr("Reading the journal"))
    found = workspace.history.steps(before, count + 1)
    return JournalPage(tuple(found[:count]), len(found) > count)


def step_details(progress: Progress, workspace: Workspace, step: int) -> StepDetails:
    """Return the changes in a step and the state after it; step 0 is the state after the import."""
    progress.report(0.0, tr("Loading an earlier state"))
    entries = workspace.journal.entries_of(step, 0, _LISTED) if step else []
    rows = [entry.record for entry in entries if entry.record is not None]
    texts = dict(zip(rows, workspace.table.texts(rows), strict=True)) if rows else {}
    now, then = workspace.states(), workspace.time_travel.states_at(step)
    count = min(now.count, then.count)
    other = (now.status[:count] != then.status[:count]) | (now.decided[:count] != then.decided[:count])
    if len(now.marks) and len(then.marks):
        other |= now.marks[:count] != then.marks[:count]
    differing = np.flatnonzero(other)
    listed = differing[:_LISTED].astype(np.int64)
    differences = tuple(
        RecordDifference(
            int(row), text[:_TEXT], _state_in_words(then, int(row)), _state_in_words(now, int(row))
        )
        for row, text in zip(
            listed.tolist(), workspace.table.texts(listed) if len(listed) else [], strict=True
        )
    )
    return StepDetails(
        step,
        tuple(
            StepEntry(entry, texts.get(entry.record, "")[:_TEXT] if entry.record is not None else "")
            for entry in entries
        ),
        int((then.decided >= 0).sum()),
        int((now.decided >= 0).sum()),
        len(differing),
        differences,
    )


def return_to(progress: Progress, workspace: Workspace, step: int) -> Change:
    """Restore the state after a step, as a new step that can be undone."""
    return workspace.time_travel.return_to(step, progress)


def label_of(step: StepView) -> str:
    """Return a step's label in the window's language."""
    if step.action in (Action.UNDO, Action.REDO):
        verb = tr("Undo") if step.action is Action.UNDO else tr("Redo")
        return (
            tr("{verb} step {target:,}", verb=verb, target=step.target) if step.target is not None else verb
        )
    return translate_core_message(step.label or str(step.action).capitalize())


def _state_in_words(states: States, row: int) -> str:
    words = _WORDS[Status(int(states.status[row]))]
    decided = int(states.decided[row])
    words = f"{states.tag_names[decided]}, {words}" if decided >= 0 else words
    marks = marks_in_words(Mark(int(states.marks[row]))) if len(states.marks) > row else ""
    return f"{words}, {marks}" if marks else words
