"""Any earlier state can be viewed and restored, and the return undone."""

import random

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.types import Action, DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS


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
