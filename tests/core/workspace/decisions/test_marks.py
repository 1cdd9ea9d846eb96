"""Flag, skip, unsure and note are independent of the tag: none of them removes a decision."""

import csv
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.question_queue import is_open_in
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.decisions import FRESH, apply_decision, decisions_by_record
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.search.filtering import counts, needs_review
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    exported,
    record_of,
)

FIXTURES = Path(__file__).parents[1] / "fixtures"
EVERYTHING = ReviewThresholds(1.01)
MARKING = [DecisionKind.FLAG, DecisionKind.SKIP, DecisionKind.UNSURE]


def asked(workspace: Workspace) -> list[int]:
    return np.flatnonzero(needs_review(workspace.states(), EVERYTHING)).tolist()


def shown(workspace: Workspace, line: str) -> list[int]:
    terms = parse(line, workspace.tag_set.tags, workspace.table.columns).terms
    return order(SILENT, workspace, Filter(terms=terms)).tolist()


@pytest.mark.parametrize("kind", [*MARKING, DecisionKind.UNFLAG, DecisionKind.UNSKIP, DecisionKind.SURE])
def test_a_mark_never_removes_a_decision(predicted: Workspace, kind: DecisionKind) -> None:
    predicted.decisions.decide([0], "fish")
    predicted.decisions.add_tag([0], "stones")
    predicted.decisions.mark([0], kind)
    for reopened in (False, True):
        if reopened:
            predicted.close()
            predicted = Workspace.open(predicted.path, "Bea")
        view = record_of(predicted, 0)
        assert (view.status, view.decided, view.also) == (Status.CORRECTED, "fish", ("stones",))
        assert predicted.scan.examples().rows == (0,)
    predicted.close()


def test_a_tag_keeps_flag_unsure_and_note_and_removes_a_skip(predicted: Workspace) -> None:
    for kind in MARKING:
        predicted.decisions.mark([0, 1], kind)
    predicted.decisions.note(0, "see the source")
    assert record_of(predicted, 0).marks == Mark.FLAGGED | Mark.SKIPPED | Mark.UNSURE | Mark.NOTED
    predicted.decisions.decide([0, 1], "birds")
    view, other = predicted.table.records([0, 1])
    assert (view.decided, view.note) == ("birds", "see the source")
    assert view.marks == Mark.FLAGGED | Mark.UNSURE | Mark.NOTED
    assert other.marks == Mark.FLAGGED | Mark.UNSURE
    predicted.decisions.mark([0], DecisionKind.SKIP)
    assert record_of(predicted, 0).decided == "birds"
    assert Mark.SKIPPED in record_of(predicted, 0).marks


def test_a_note_changes_nothing_else(predicted: Workspace) -> None:
    predicted.decisions.note(1, "  look this up ")
    view = record_of(predicted, 1)
    assert (view.status, view.note, view.marks) == (Status.TO_REVIEW, "look this up", Mark.NOTED)
    assert 1 in asked(predicted)
    assert is_open_in(predicted.states(), ())(1)
    with exported(predicted, fill=True).path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows[1]["mltag_tag"] == "fish"
    assert all(row["mltag_tag"] for row in rows)
    predicted.decisions.note(1, "")
    assert (record_of(predicted, 1).note, record_of(predicted, 1).marks) == ("", Mark(0))
    assert [entry.kind for entry in predicted.journal.entries(1)] == ["note", "note"]


def test_a_blank_note_of_a_decision_keeps_the_note(predicted: Workspace) -> None:
    predicted.decisions.note(1, "look this up")
    predicted.decisions.decide([1], "fish", " ")
    predicted.decisions.mark([1], DecisionKind.FLAG, "\t")
    assert (record_of(predicted, 1).note, record_of(predicted, 1).marks) == (
        "look this up",
        Mark.FLAGGED | Mark.NOTED,
    )
    predicted.decisions.recompute()
    assert (record_of(predicted, 1).note, record_of(predicted, 1).marks) == (
        "look this up",
        Mark.FLAGGED | Mark.NOTED,
    )


def test_exported_corrections_have_the_marks(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "stones")
    predicted.decisions.mark([0], DecisionKind.UNSURE)
    predicted.decisions.mark([0], DecisionKind.FLAG, "why so")
    with exported(predicted, what="corrections").path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["tag"], row["marks"], row["note"]) for row in rows] == [
        ("stones", "flagged; unsure", "why so"),
        ("stones", "", ""),
    ]


def test_the_queue_omits_skipped_and_unsure_records(predicted: Workspace) -> None:
    predicted.decisions.mark([0], DecisionKind.FLAG)
    predicted.decisions.mark([1], DecisionKind.SKIP)
    predicted.decisions.mark([2], DecisionKind.UNSURE)
    predicted.decisions.note(3, "odd")
    assert asked(predicted) == [0, *range(3, 12)]
    is_open = is_open_in(predicted.states(), ())
    assert [is_open(row) for row in range(4)] == [True, False, False, True]
    found = counts(predicted.states(), EVERYTHING)
    assert (found.to_review, found.postponed, found.by_status[Status.TO_REVIEW]) == (10, 2, 12)
    predicted.decisions.mark([1], DecisionKind.UNSKIP)
    predicted.decisions.mark([2], DecisionKind.SURE)
    assert asked(predicted) == [*range(12)]


def test_a_toggle_adds_a_missing_mark_and_removes_a_common_one(predicted: Workspace) -> None:
    predicted.decisions.toggle([0], Mark.FLAGGED)
    change = predicted.decisions.toggle([0, 1, 2], Mark.FLAGGED)
    assert change.rows is not None
    assert change.rows.tolist() == [1, 2]
    assert shown(predicted, "is:flagged") == [0, 1, 2]
    assert predicted.decisions.toggle([0, 1], Mark.FLAGGED).label == "Remove flag (2 records)"
    assert shown(predicted, "is:flagged") == [2]
    predicted.history.undo()
    assert shown(predicted, "is:flagged") == [0, 1, 2]


def test_random_checks_are_found_whether_they_are_decided_or_not(predicted: Workspace) -> None:
    predicted.table.adapt_audit_set()
    drawn = np.flatnonzero(predicted.table.audited()).tolist()
    assert 1 < len(drawn) < predicted.table.count
    predicted.decisions.decide(drawn[:1], "birds")
    assert shown(predicted, "is:random-check") == drawn
    assert shown(predicted, "is:random-check is:undecided") == drawn[1:]
    assert len(shown(predicted, "-is:random-check")) == predicted.table.count - len(drawn)


def test_marks_are_searched_and_counted(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "birds")
    predicted.decisions.mark([0, 2], DecisionKind.FLAG)
    predicted.decisions.mark([3], DecisionKind.UNSURE)
    predicted.decisions.mark([4], DecisionKind.SKIP)
    predicted.decisions.note(2, "both")
    assert shown(predicted, "is:flagged") == [0, 2]
    assert shown(predicted, "is:unsure") == [3]
    assert shown(predicted, "is:skipped") == [4]
    assert shown(predicted, "is:noted") == shown(predicted, "has:note") == [2]
    assert shown(predicted, "is:flagged is:unsure") == [0, 2, 3]
    assert shown(predicted, "is:flagged is:accepted") == [0]
    assert shown(predicted, "-is:flagged is:decided") == [1]
    assert [*order(SILENT, predicted, Filter(parse("is:skipped is:unsure").terms))] == [3, 4]
    by_mark = counts(predicted.states(), EVERYTHING).by_mark
    assert by_mark == {
        Mark.FLAGGED: 2,
        Mark.SKIPPED: 1,
        Mark.UNSURE: 1,
        Mark.NOTED: 1,
        Mark.OFF_TOPIC: 0,
    }


def test_the_arrays_match_the_journal(predicted: Workspace) -> None:
    rng = np.random.default_rng(7)
    kinds = [
        kind
        for kind in DecisionKind
        if kind not in (DecisionKind.ACCEPT, DecisionKind.CORRECT, DecisionKind.RESET)
    ]
    for _ in range(60):
        rows = rng.choice(12, 4, replace=False).tolist()
        kind = kinds[rng.integers(len(kinds))]
        note = ("", "a note")[rng.integers(2)]
        if kind is DecisionKind.NOTE:
            predicted.decisions.note(rows[0], note)
        elif kind is DecisionKind.KNOWN:
            several, one = np.array(rows[:1]), np.array(rows[1:2])
            predicted.decisions.take_known({("stones", "fish"): several, ("birds",): one}, "Take")
        elif kind is DecisionKind.IMPORTED:
            given = dict.fromkeys(rows, ("birds", note))
            origins = dict.fromkeys(rows[:2], "Bea, today")
            predicted.decisions.decide_each(given, (), "Import", origins=origins)
        elif kind in (DecisionKind.ALSO_TAG, DecisionKind.NOT_TAG):
            (
                predicted.decisions.add_tag
                if kind is DecisionKind.ALSO_TAG
                else predicted.decisions.remove_tag
            )(rows, "stones")
        elif rng.integers(3):
            predicted.decisions.mark(rows, kind, note)
        else:
            predicted.decisions.decide(rows, "birds", note)
    entries = predicted.journal.entries()
    by_row = decisions_by_record((entry.record, entry.kind, entry.tag, entry.note) for entry in entries)
    for view in predicted.table.records(range(12)):
        standing = by_row.get(view.row, FRESH)
        found = (view.status, view.decided, view.also, view.note, view.marks)
        assert found == (
            standing.status, standing.decided, standing.also, standing.note, standing.all_marks
        )  # fmt: skip


def test_a_mark_does_not_confirm_a_changed_text() -> None:
    decided = apply_decision(FRESH, DecisionKind.ACCEPT, "birds", "")
    assert apply_decision(decided, DecisionKind.RESET, None, "").decided is None
    with pytest.raises(ValueError, match="nonsense"):
        apply_decision(FRESH, "nonsense", None, "")


@pytest.mark.parametrize("by", ["open", "salvage"])
def test_skips_and_notes_of_an_earlier_format_are_migrated(tmp_path: Path, by: str) -> None:
    """`marks-3.mltag` was written by the last version with format 3, in which a mark hid the tag.

    A tag replaced a mark, as on record 9. Record 10 has a note in the first format, as a second decision.
    """
    path = tmp_path / "old.mltag"
    shutil.copy(FIXTURES / "marks-3.mltag", path)
    if by == "salvage":
        path = salvage(SILENT, path, tmp_path / "saved.mltag").path
    with Workspace.open(path, "Bea") as workspace:
        views = workspace.table.records(range(20))
        found = {
            view.row: (view.decided, view.marks & ~Mark.NOTED, view.note)
            for view in views
            if view.decided or view.marks
        }
        assert found == {
            0: ("fish", Mark.FLAGGED, ""),
            1: ("fish", Mark.SKIPPED, ""),
            2: ("fish", Mark.UNSURE, ""),
            3: (None, Mark(0), "a note only"),
            4: ("birds", Mark(0), "on a decision"),
            5: (None, Mark.UNSURE, "why"),
            6: (None, Mark.SKIPPED, ""),
            7: (None, Mark.FLAGGED, "odd"),
            9: ("birds", Mark(0), ""),
            10: ("birds", Mark(0), "as notes were first kept"),
            12: (None, Mark.SKIPPED, "later"),
            13: ("stones", Mark(0), ""),
            14: ("fish", Mark(0), ""),
            15: (None, Mark.UNSURE, ""),
            16: (None, Mark.UNSURE, ""),
        }
        assert {view.status for view in views if view.row in (0, 1, 2)} == {Status.CORRECTED}
        assert [entry.kind for entry in workspace.journal.entries(10)] == ["accept", "note"]
        assert [entry.kind for entry in workspace.journal.entries(8)] == ["flag", "reset"]
        assert [entry.kind for entry in workspace.journal.entries(9)] == ["flag", "accept", "unflag"]
        assert [entry.kind for entry in workspace.journal.entries(14)] == ["correct", "flag"]
        assert {step.records for step in workspace.journal.steps() if step.step == 15} == {1}
        assert 3 in asked(workspace)
        workspace.verify()
        workspace.history.undo()
        assert not record_of(workspace, 15).marks


def test_a_migration_keeps_the_fault_of_a_damaged_decision(tmp_path: Path) -> None:
    path = tmp_path / "old.mltag"
    shutil.copy(FIXTURES / "marks-3.mltag", path)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE decisions SET record = 11 WHERE kind = 'skip' AND record = 3")
    connection.close()
    with pytest.raises(MltagError, match="decision on record"):
        Workspace.open(path, "Bea")


def test_an_undecided_marked_record_is_filled_on_export(predicted: Workspace) -> None:
    for row, kind in enumerate(MARKING):
        predicted.decisions.mark([row], kind)
    done = exported(predicted, fill=True)
    assert done.changed == 12
