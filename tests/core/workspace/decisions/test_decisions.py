"""Decisions, the journal, undo and redo."""

import math
import tempfile
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.export.export_options import latest
from mltag_desktop.core.workspace.types import Action, ChangeKind, DecisionKind, Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    predict_all,
    record_of,
    reopened,
)


def test_a_decision_equal_to_the_prediction_is_accept_else_correct(predicted: Workspace) -> None:
    """Records 0, 3, 6… are birds, records 1, 4… are fish."""
    shown = predicted.table.records([0, 1])
    assert [view.predicted for view in shown] == ["birds", "fish"]
    change = predicted.decisions.decide([1, 0, 0], "birds", "sure")
    assert change.rows is not None
    assert change.rows.tolist() == [0, 1]
    assert change.kinds == ChangeKind.DECISIONS
    assert change.label == "Tag as birds (2 records)"
    views = predicted.table.records([0, 1])
    assert [view.status for view in views] == [Status.ACCEPTED, Status.CORRECTED]
    assert [(view.decided, view.note) for view in views] == [("birds", "sure")] * 2
    states = predicted.states()
    assert states.status[:2].tolist() == [Status.ACCEPTED, Status.CORRECTED]
    assert [states.tag_names[code] for code in states.decided[:2]] == ["birds", "birds"]


def test_the_journal_records_the_prediction_shown(predicted: Workspace) -> None:
    shown = record_of(predicted, 1)
    predicted.decisions.decide([1], "stones", "looks grey")
    predict_all(predicted, LetterModel("letters-2", 3.0))
    (entry,) = predicted.journal.entries()
    assert (entry.step, entry.record, entry.kind, entry.tag) == (1, 1, "correct", "stones")
    assert (entry.curator, entry.model_version, entry.predicted_tag) == ("Ann", "letters-1", "fish")
    assert entry.confidence is not None
    assert shown.confidence is not None
    assert math.isclose(entry.confidence, shown.confidence, abs_tol=1e-6)
    assert entry.note == "looks grey"
    assert not entry.undone
    assert datetime.fromisoformat(entry.time).utcoffset() is not None


def test_the_journal_finds_the_record_decided_last(predicted: Workspace) -> None:
    journal = predicted.journal
    assert journal.last_single_record(0) is None
    predicted.decisions.decide([4], "birds")
    predicted.decisions.decide([1, 2], "fish")
    assert journal.last_single_record(0) == 4
    assert journal.last_single_record(1) is None
    predicted.decisions.note(7, "grey")
    assert journal.last_single_record(0) == 7
    predicted.history.undo()
    predicted.history.undo()
    assert journal.last_single_record(0) == 7
    predicted.history.undo()
    assert journal.last_single_record(0) == 4


def test_without_a_prediction_a_decision_is_a_correction(workspace: Workspace) -> None:
    workspace.decisions.decide([2], "fish")
    (entry,) = workspace.journal.entries()
    assert (entry.kind, entry.model_version, entry.predicted_tag, entry.confidence) == (
        "correct",
        None,
        None,
        None,
    )


def test_an_unknown_tag_is_rejected(predicted: Workspace) -> None:
    for decide in (predicted.decisions.decide, predicted.decisions.add_tag):
        with pytest.raises(MltagError, match="not a tag of this workspace"):
            decide([0], "cars")
    assert predicted.journal.entries() == []


def test_an_empty_selection_makes_no_step(predicted: Workspace) -> None:
    assert predicted.decisions.decide([], "birds").step is None
    assert predicted.history.undo() is None
    assert predicted.history.redo() is None


def test_a_note_is_no_decision(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "fish")
    predicted.decisions.mark([2], DecisionKind.FLAG)
    predicted.decisions.add_tag([0], "stones")
    before = [(view.status, view.decided, view.also) for view in predicted.table.records([0, 1, 2])]
    for journal_of in ("Bea", "Cid"):
        predicted.close()
        predicted = Workspace.open(predicted.path, journal_of)
        for row in range(4):
            predicted.decisions.note(row, f"said by {journal_of}")
        views = predicted.table.records([0, 1, 2, 3])
        assert [(view.status, view.decided, view.also) for view in views[:3]] == before
        assert {view.note for view in views} == {f"said by {journal_of}"}
        assert views[3].status is Status.TO_REVIEW
        assert predicted.journal.curators() == {0: "Ann", 1: "Ann"}
        assert [entry.curator for entry in latest(predicted).values()] == ["Ann", "Ann"]
    predicted.decisions.note(0, " ")
    assert predicted.table.records([0, 1])[0].note == ""
    assert predicted.journal.entries(0)[-1].kind == DecisionKind.NOTE
    predicted.history.undo()
    assert record_of(predicted, 0).note == "said by Cid"
    predicted.close()


def test_one_undo_step_is_one_action_and_survives_a_restart(predicted: Workspace) -> None:
    predicted.decisions.decide(range(12), "birds")
    predicted.decisions.mark([5], DecisionKind.SKIP)
    with reopened(predicted, "Bea") as again:
        assert again.history.undo_label == "Skip"
        change = again.history.undo()
        assert change is not None
        assert change.rows is not None
        assert change.rows.tolist() == [5]
        assert record_of(again, 5).decided == "birds"
        again.history.undo()
        assert (again.states().decided == -1).all()
        assert again.history.redo_label == "Tag as birds (12 records)"
    with Workspace.open(predicted.path, "Cem") as again:
        again.history.redo()
        assert (again.states().decided == 0).all()
        kinds = [entry.kind for entry in again.journal.entries()]
        assert kinds[-4:] == ["skip", "undo", "undo", "redo"]
        assert [entry.target for entry in again.journal.entries()][-3:] == [2, 1, 1]
        assert [entry.undone for entry in again.journal.entries()][-4:] == [True, False, False, False]
        assert again.journal.entries()[-1].curator == "Cem"


def test_a_snapshot_of_the_states_never_changes(predicted: Workspace) -> None:
    before = predicted.states()
    copies = {
        name: np.array(getattr(before, name)) for name in ("status", "decided", "predicted", "confidence")
    }
    predicted.decisions.decide(range(12), "birds")
    predict_all(predicted, LetterModel("letters-2", 2.0))
    predicted.table.add_texts(["one more"])
    for name, copy in copies.items():
        np.testing.assert_array_equal(getattr(before, name), copy)
    assert before.count == 12
    assert predicted.states().count == 13
    with pytest.raises(ValueError, match="read-only"):
        before.status[0] = 1


def test_examples_are_the_decided_records(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "birds")
    predicted.decisions.mark([0, 2], DecisionKind.FLAG)
    predicted.decisions.mark([1, 3], DecisionKind.SKIP)
    examples = predicted.scan.examples()
    assert examples.rows == (0, 1)
    assert examples.tags == ("birds", "birds")
    assert list(examples.texts) == predicted.table.texts([0, 1])
    assert examples.weights[1] > examples.weights[0], "a correction tells more"
    assert all(len(digest) == 16 for digest in examples.digests)


def test_the_tag_set_can_change_and_be_undone(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "fish")
    predicted.tag_set.set([*TAGS[:1], "sea life", TagInfo("rocks", "Rk", "★", 5)])
    assert [tag.short for tag in predicted.tag_set.tags] == ["", "", "Rk"]
    assert record_of(predicted, 0).decided == "fish"
    predicted.decisions.decide([1], "sea life")
    with pytest.raises(MltagError):
        predicted.decisions.decide([1], "fish")
    predicted.history.undo()
    predicted.history.undo()
    assert [tag.name for tag in predicted.tag_set.tags] == list(TAGS)
    with pytest.raises(MltagError, match="a name for"):
        predicted.tag_set.set(["a", " "])


Picture = dict[int, tuple[Status, str | None, tuple[str, ...]]]


class JournalMachine(RuleBasedStateMachine):
    """A workspace compared with a list of snapshots, one per step."""

    rows = st.lists(st.integers(0, 5), min_size=1, max_size=4)

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "w.mltag"
        self.document = Workspace.create(self.path, "Ann", TAGS)
        self.document.table.add_texts([f"{letter * 3} {letter}" for letter in "bfsbfs"])
        predict_all(self.document, LetterModel())
        self.now: dict[int, tuple[Status, str | None, tuple[str, ...]]] = dict.fromkeys(
            range(6), (Status.TO_REVIEW, None, ())
        )
        self.past: list[dict[int, tuple[Status, str | None, tuple[str, ...]]]] = []
        self.future: list[dict[int, tuple[Status, str | None, tuple[str, ...]]]] = []
        self.steps = 0

    def step(self) -> None:
        self.past.append(dict(self.now))
        self.future.clear()
        self.steps += 1

    @rule(rows=rows, tag=st.sampled_from(TAGS))
    def decide(self, rows: list[int], tag: str) -> None:
        self.step()
        self.document.decisions.decide(rows, tag)
        for row in rows:
            status = Status.ACCEPTED if TAGS[row % 3] == tag else Status.CORRECTED
            also = tuple(each for each in self.now[row][2] if each != tag)
            self.now[row] = (status, tag, also)

    @rule(rows=rows, kind=st.sampled_from([DecisionKind.CLEAR, DecisionKind.FLAG, DecisionKind.SKIP]))
    def mark(self, rows: list[int], kind: DecisionKind) -> None:
        self.step()
        self.document.decisions.mark(rows, kind)
        for row in rows:
            if kind is DecisionKind.CLEAR:
                self.now[row] = (Status.TO_REVIEW, None, ())

    @rule(rows=rows, tag=st.sampled_from(TAGS))
    def also(self, rows: list[int], tag: str) -> None:
        if any(self.now[row][1] != tag for row in rows):
            self.step()
        self.document.decisions.add_tag(rows, tag)
        for row in set(rows):
            status, decided, also = self.now[row]
            if tag != decided and tag not in also:
                self.now[row] = (status, decided, (*also, tag))

    @rule()
    def undo(self) -> None:
        change = self.document.history.undo()
        assert (change is None) == (not self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()
            self.steps += 1

    @rule()
    def redo(self) -> None:
        change = self.document.history.redo()
        assert (change is None) == (not self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()
            self.steps += 1

    @precondition(lambda self: self.steps)
    @rule()
    def restart(self) -> None:
        self.document.close()
        self.document = Workspace.open(self.path, "Bea")

    @invariant()
    def shows_what_it_should(self) -> None:
        if not hasattr(self, "document"):
            return
        views = self.document.table.records(range(6))
        assert {view.row: (view.status, view.decided, view.also) for view in views} == self.now
        states = self.document.states()
        assert states.status.tolist() == [self.now[row][0] for row in range(6)]
        assert len({entry.step for entry in self.document.journal.entries()}) == self.steps
        deciding = {row: entry.curator for row, entry in latest(self.document).items()}
        assert deciding.items() <= self.document.journal.curators().items()

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.close()
            self.folder.cleanup()


JournalMachine.TestCase.settings = settings(
    deadline=None, max_examples=25, stateful_step_count=20, suppress_health_check=list(HealthCheck)
)
TestJournal = JournalMachine.TestCase


def test_removing_an_additional_tag_can_be_undone(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "birds")
    predicted.decisions.add_tag([0, 1], "fish")
    predicted.decisions.add_tag([0], "stones")
    change = predicted.decisions.remove_tag([0, 1, 2], "stones")
    assert change.rows is not None
    assert change.rows.tolist() == [0]
    assert [record.also for record in predicted.table.records([0, 1, 2])] == [("fish",), ("fish",), ()]
    assert record_of(predicted, 0).decided == "birds"
    predicted.history.undo()
    assert record_of(predicted, 0).also == ("fish", "stones")
    predicted.history.redo()
    assert predicted.decisions.additional_tags(0) == ("fish",)
    assert predicted.decisions.remove_tag([2], "stones").step is None


def test_a_removed_additional_tag_stays_removed_after_a_rename(predicted: Workspace) -> None:
    """Add fish, rename fish to perch, remove perch."""
    predicted.decisions.add_tag([0], "fish")
    predicted.tag_set.set(renamed(predicted.tag_set.tags, "fish", "perch"))
    predicted.decisions.remove_tag([0], "perch")
    assert predicted.decisions.additional_tags(0) == ()
    with reopened(predicted) as again:
        assert again.decisions.additional_tags(0) == ()
        again.history.undo()
        assert again.decisions.additional_tags(0) == ("perch",)


def test_a_change_says_by_data_what_was_done_and_what_was_undone(predicted: Workspace) -> None:
    done = predicted.decisions.decide([0], "birds")
    assert done.action is Action.DECISIONS
    assert not done.is_reversal
    undone = predicted.history.undo()
    assert undone is not None
    assert (undone.action, undone.target) == (Action.UNDO, done.step)
    assert undone.is_reversal
    redone = predicted.history.redo()
    assert redone is not None
    assert (redone.action, redone.target, redone.is_reversal) == (Action.REDO, done.step, True)
    assert predicted.tag_set.set([*TAGS, "Undone: fish"]).action is Action.TAGS
    named = predicted.decisions.decide([1], "Undone: fish")
    assert not named.is_reversal
    back = predicted.history.return_to(0)
    assert (back.action, back.target, back.kinds) == (
        Action.RETURN,
        0,
        ChangeKind.DECISIONS | ChangeKind.TAGS,
    )
