"""Earlier states and the return to them, and the labels of steps."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, message, message_plural
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.history import label_with_tag, past_label, step_label
from mltag_desktop.core.workspace.storage.journal import JournalStep
from mltag_desktop.core.workspace.types import Action, DecisionKind, Mark
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, bundle, table_bytes
from tests.core.workspace.models.test_model_store import REPORT


def picture(workspace: Workspace) -> tuple[object, ...]:
    states = workspace.states()
    views = workspace.table.records(range(workspace.table.count))
    return (
        states.status.tolist(),
        [view.decided for view in views],
        [(view.also, view.note, view.marks, view.text) for view in views],
        workspace.table.mapping,
        workspace.tag_set.tags,
    )


def act(workspace: Workspace, rng: random.Random) -> None:
    """Make a change that can be undone."""
    rows = rng.sample(range(12), rng.randint(1, 5))
    names = [tag.name for tag in workspace.tag_set.tags]
    match rng.randrange(8):
        case 0 | 1 | 2:
            workspace.decisions.decide(rows, rng.choice(names), rng.choice(["", "note"]))
        case 3:
            workspace.decisions.mark(
                rows,
                rng.choice(
                    [
                        DecisionKind.CLEAR,
                        DecisionKind.FLAG,
                        DecisionKind.SKIP,
                        DecisionKind.UNFLAG,
                        DecisionKind.UNSURE,
                    ]
                ),
            )
        case 4:
            workspace.decisions.add_tag(rows, rng.choice(names))
        case 5:
            workspace.table.set_mapping(ColumnMapping(rng.choice([(1,), (2,), (1, 2)]), 0))
        case 6:
            workspace.tag_set.set([*TAGS, f"tag {rng.randrange(3)}"])
        case _:
            rng.choice([workspace.history.undo, workspace.history.redo])()


@pytest.mark.parametrize("seed", range(6))
def test_each_earlier_state_can_be_viewed_and_restored(predicted: Workspace, seed: int) -> None:
    rng = random.Random(seed)
    pictures = {0: picture(predicted)}
    for _ in range(25):
        act(predicted, rng)
        pictures[predicted.journal.steps(limit=1)[0].step if predicted.journal.steps() else 0] = picture(
            predicted
        )
    for step in rng.sample(sorted(pictures), 5):
        last = picture(predicted)
        seen = predicted.history.states_at(step)
        assert seen.status.tolist() == pictures[step][0]
        names = [None if code < 0 else seen.tag_names[code] for code in seen.decided.tolist()]
        assert names == pictures[step][1]
        assert picture(predicted) == last, "looking changes nothing"
        change = predicted.history.return_to(step)
        assert picture(predicted) == pictures[step]
        if change.step is not None:
            predicted.history.undo()
            assert picture(predicted) == last
            predicted.history.redo()
            assert picture(predicted) == pictures[step]
        path = predicted.path
        predicted.close()
        predicted = Workspace.open(path, "Ann")
        assert picture(predicted) == pictures[step]
        act(predicted, rng)
    predicted.close()


def test_returning_to_the_current_state_does_nothing(predicted: Workspace) -> None:
    predicted.decisions.decide([1], "birds")
    assert predicted.history.return_to(1).step is None
    with pytest.raises(MltagError, match="no step 7"):
        predicted.history.return_to(7)


def test_the_journal_is_paged(predicted: Workspace) -> None:
    for number in range(5):
        predicted.decisions.decide(range(number + 1), "birds", str(number))
    predicted.history.undo()
    assert [step.step for step in predicted.journal.steps(limit=2)] == [6, 5]
    last, bulk = predicted.journal.steps(limit=2)
    assert (last.action, last.target, bulk.records, bulk.undone) == (Action.UNDO, 5, 5, True)
    assert [step.step for step in predicted.journal.steps(before=5, limit=2)] == [4, 3]
    assert [entry.record for entry in predicted.journal.entries_of(5, 3)] == [3, 4]
    np.testing.assert_array_equal(predicted.history.states_at(2).decided[:3] >= 0, [True, True, False])


def test_a_return_over_steps_that_change_tags_and_their_number_is_undone(predicted: Workspace) -> None:
    predicted.tag_set.set(several=False)
    predicted.tag_set.set([*TAGS, "trees"], several=True)
    predicted.tag_set.set([*TAGS, "trees", "rivers"])
    was = picture(predicted), predicted.tag_set.several
    predicted.history.return_to(0)
    assert predicted.tag_set.several is None
    predicted.history.undo()
    assert (picture(predicted), predicted.tag_set.several) == was
    predicted.tag_set.set(several=False)
    predicted.history.return_to(0)
    predicted.history.undo()
    assert predicted.tag_set.several is False


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.path, "Ann")


def test_all_labels_are_messages_after_the_file_is_opened_again(
    predicted: Workspace, table_file: Callable[[bytes], TableFile], tmp_path
) -> None:
    first, second = TAGS[:2]
    predicted.decisions.decide([1, 2, 3], first)
    predicted.decisions.decide([4], second)
    predicted.decisions.add_tag([1], second)
    predicted.decisions.toggle([5], Mark.FLAGGED)
    predicted.thresholds.set(tags={first: 0.9})
    predicted.thresholds.set(tags={first: 1.01})
    predicted.thresholds.set(tags={first: None})
    predicted.thresholds.set(default=0.7)
    predicted.tag_set.set([*TAGS, "new"])
    *kept, new = predicted.tag_set.tags
    predicted.tag_set.set([*kept, replace(new, name="newer", aliases=("new",))])
    predicted.history.undo()
    predicted.models.add(bundle(tmp_path, "letters-2"), REPORT, "")
    predicted.models.promote("letters-2")
    predicted.models.rollback()
    changed = table_bytes(12).replace(b"stone number 5", b"pebble number 5")
    predicted.source_merge.merge(SILENT, predicted.source_merge.plan(SILENT, table_file(changed)))
    predicted.history.return_to(3)
    predicted.history.return_to(11)
    before = [(step.step, str(step.label)) for step in predicted.journal.steps()]
    with reopened(predicted) as again:
        steps = again.history.steps()
        assert [(step.step, step.label) for step in steps] == before
        assert [step.label for step in steps if not isinstance(step.label, Message)] == []
        assert isinstance(again.history.undo_label, Message)
        change = again.history.undo()
        assert change is not None
        assert isinstance(change.label, Message)
        assert change.label.template == "Undone: {label}"


def test_a_label_without_values_is_a_message_after_the_file_is_opened_again(predicted: Workspace) -> None:
    predicted.decisions.toggle([5], Mark.FLAGGED)
    with reopened(predicted) as again:
        change = again.history.undo()
        assert change is not None
        assert isinstance(change.label, Message)
        assert isinstance(change.label.values["label"], Message)
        assert past_label(change.label) == "Undone: Flagged"


def test_the_file_has_the_english_text(predicted: Workspace) -> None:
    predicted.decisions.decide([1, 2, 3], "birds")
    predicted.close()
    with closing(sqlite3.connect(predicted.path)) as connection:
        label, after = connection.execute("SELECT label, after FROM steps ORDER BY step DESC").fetchone()
    assert label == "Tag as birds (3 records)"
    assert json.loads(after)["label"]["values"]["count"] == 3


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        (Action.TAGS, [{}], [{}]),
        (Action.PROMOTE, [], []),
        (Action.REVIEW, None, {"tags": 3}),
        (Action.RETURN, [1], ["two"]),
        (Action.DECISIONS, None, {"label": {"template": "{n} things", "values": {"n": 2}}}),
        (Action.DECISIONS, None, None),
        (Action.MAPPING, None, None),
    ],
)
def test_a_label_that_does_not_follow_from_the_step_stays_as_it_is(action, before, after) -> None:
    assert step_label(JournalStep(3, action, None, "Something else", "Ann", "", before, after)) == (
        "Something else"
    )


@pytest.mark.parametrize(
    ("step", "label"),
    [
        (JournalStep(3, Action.ROLLBACK, None, "Go back from model v2", "Ann", "", ["v2"], []), "v2"),
        (
            JournalStep(
                3,
                Action.REVIEW,
                None,
                "Review a as all tags",
                "Ann",
                "",
                {"default": None, "tags": {"a": 0.9}},
                {"default": None, "tags": {}},
            ),
            "a",
        ),
    ],
)
def test_labels_of_earlier_versions_are_messages_too(step, label) -> None:
    found = step_label(step)
    assert isinstance(found, Message)
    assert list(found.values.values()) == [label]


@pytest.mark.parametrize(
    ("label", "past"),
    [
        (message("Tag as {tag}", tag="x"), "Tagged as x"),
        (
            message("{label} ({count:,} records)", label=message("Clear decision"), count=1_200),
            "Cleared decision (1,200 records)",
        ),
        (
            message_plural(
                "Flag {n:,} misclassification from {name}",
                "Flag {n:,} misclassifications from {name}",
                1,
                name="a",
            ),
            "Flagged 1 misclassification from a",
        ),
        (message("Return to the beginning"), "Returned to the beginning"),
        (message("Fix line {line}", line=3), "Fix line 3"),
        ("Tag as x", "Tag as x"),
    ],
)
def test_a_label_in_the_past_tense(label, past) -> None:
    assert past_label(label) == past


def test_a_label_shows_the_short_name_of_its_tag() -> None:
    label = message("{label} ({count:,} records)", label=message("Tag as {tag}", tag="birds"), count=2)
    assert label_with_tag(label, "birds", "B") == "Tag as B (2 records)"
    assert label_with_tag(label, "fish", "F") == "Tag as birds (2 records)"
    assert label_with_tag("Tag as birds", "birds", "B") == "Tag as birds"
