"""Several tags per record: predicted, accepted, removed, searched for, and switched off again."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.tag_set import merged
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.search.filtering import count_tags
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.types import Action, DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    exported,
    predict_all,
    record_of,
    reopened,
)


class SeveralLetters(LetterModel):
    """Counts letters, and gives a text every tag with a probability of 0.2 or more."""

    def predict(self, texts: Sequence[str]) -> Predictions:
        found = super().predict(texts)
        return Predictions(found.version, found.tags, found.probabilities, np.full(3, 0.2, np.float32))


@pytest.fixture
def several(workspace: Workspace) -> Workspace:
    """Twelve records with several predicted tags each: a fish is also a stone, and so on."""
    workspace.tag_set.set(several=True)
    predict_all(workspace, SeveralLetters("several-1", 0.2))
    return workspace


def found(workspace: Workspace, text: str) -> list[int]:
    query = parse(text, workspace.tag_set.tags, workspace.table.columns)
    assert not query.problems
    return order(SILENT, workspace, Filter(terms=query.terms)).tolist()


def test_predicted_additional_tags_are_suggested_and_found(several: Workspace) -> None:
    first = record_of(several, 0)
    assert first.predicted is not None
    assert first.suggested
    assert first.predicted not in first.suggested
    assert first.also == ()
    for tag in first.suggested:
        assert 0 in found(several, f"tag:{tag}")
        states = several.states()
        assert count_tags(states, ~states.gone)[tag] == len(found(several, f"tag:{tag}"))


def test_accepting_takes_the_suggestions_in_the_same_step(several: Workspace) -> None:
    first = record_of(several, 0)
    several.decisions.decide([0], str(first.predicted), with_suggested=True)
    assert several.decisions.additional_tags(0) == first.suggested
    several.history.undo()
    again = record_of(several, 0)
    assert (again.decided, again.also, again.suggested) == (None, (), first.suggested)


def test_a_different_tag_takes_no_suggestions(several: Workspace) -> None:
    first = record_of(several, 0)
    other = next(tag for tag in ("birds", "fish", "stones") if tag != first.predicted)
    several.decisions.decide([0], other, with_suggested=True)
    assert record_of(several, 0).also == ()


def test_a_suggestion_is_removed_before_accepting(several: Workspace) -> None:
    first = record_of(several, 0)
    gone, *kept = first.suggested
    several.decisions.remove_tag([0], gone)
    shown = record_of(several, 0)
    assert (shown.also, shown.suggested) == (tuple(kept), ())
    assert 0 not in found(several, f"tag:{gone}")
    several.decisions.decide([0], str(first.predicted), with_suggested=True)
    assert several.decisions.additional_tags(0) == tuple(kept)


def test_a_cleared_record_is_suggested_tags_again(several: Workspace) -> None:
    first = record_of(several, 0)
    for tag in first.suggested:
        several.decisions.remove_tag([0], tag)
    assert record_of(several, 0).suggested == ()
    several.decisions.mark([0], DecisionKind.CLEAR)
    assert record_of(several, 0).suggested == first.suggested


def test_one_tag_per_record_hides_additional_tags_and_undo_shows_them(several: Workspace) -> None:
    several.decisions.decide([0], "birds")
    several.decisions.add_tag([0], "fish")
    change = several.tag_set.set(several=False)
    assert change.label == "Allow one tag per record"
    assert not several.has_several_tags
    view = several.table.records([0, 1])
    assert [each.also for each in view] == [(), ()]
    assert [each.suggested for each in view] == [(), ()]
    assert 0 not in found(several, "tag:fish")
    assert several.scan.examples().additional_tags == ()
    with pytest.raises(MltagError, match="one tag per record") as error:
        several.decisions.add_tag([0], "fish")
    assert "--several" in str(error.value.hint)
    assert several.history.undo_label == "Allow one tag per record"
    several.history.undo()
    assert record_of(several, 0).also == ("fish",)
    assert record_of(several, 1).suggested


def test_a_decision_while_records_have_one_tag_keeps_additional_tags(several: Workspace) -> None:
    several.decisions.decide([0], "birds")
    several.decisions.add_tag([0], "fish")
    several.tag_set.set(several=False)
    several.decisions.decide([0], "stones")
    several.tag_set.set(several=True)
    assert several.decisions.additional_tags(0) == ("fish",)


def test_the_choice_and_the_suggestions_survive_a_restart(several: Workspace, tmp_path: Path) -> None:
    before = several.table.records(range(12))
    several.decisions.remove_tag([1], before[1].suggested[0])
    before = several.table.records(range(12))
    several.close()
    with Workspace.open(tmp_path / "work.mltag", "Ann") as again:
        assert again.tag_set.several is True
        after = again.table.records(range(12))
        assert [each.suggested for each in after] == [each.suggested for each in before]
        assert [each.also for each in after] == [each.also for each in before]


def test_without_a_choice_the_first_additional_tag_decides(workspace: Workspace) -> None:
    assert not workspace.has_several_tags
    predict_all(workspace, SeveralLetters("several-1", 0.2))
    assert record_of(workspace, 1).suggested == ()
    workspace.decisions.decide([0], "birds")
    workspace.decisions.add_tag([0], "fish")
    assert workspace.has_several_tags
    assert record_of(workspace, 1).suggested


def test_a_merged_tag_is_suggested_once_by_its_new_name(several: Workspace) -> None:
    several.tag_set.set(merged(several.tag_set.tags, "stones", "fish"))
    for view in several.table.records(range(12)):
        assert set(view.suggested) <= {"birds", "fish"} - {view.predicted}


def test_an_export_fills_in_predicted_additional_tags(several: Workspace) -> None:
    views = several.table.records(range(12))
    options = ExportOptions(added=("tag", "additional_tags"), fill=True)
    lines = exported(several, options=options).path.read_text(encoding="utf-8").splitlines()[1:]
    for line, view in zip(lines, views, strict=True):
        assert line.endswith(f"{view.predicted},{'; '.join(view.suggested)}")


def test_an_earlier_state_shows_its_additional_tags(several: Workspace) -> None:
    several.decisions.decide([0], "birds")
    step = several.decisions.add_tag([0], "fish").step
    several.decisions.remove_tag([0], "fish")
    assert step is not None
    states = several.history.states_at(step)
    names = {states.tag_names[code] for code in states.tag_groups[int(states.also[0])]}
    assert names == {"fish"}


def test_tags_and_their_number_per_record_are_one_step(predicted: Workspace) -> None:
    before = predicted.tag_set.tags
    change = predicted.tag_set.set([*TAGS, "trees"], several=True)
    assert change.action is Action.TAGS
    assert predicted.journal.last == change.step == 1
    predicted.history.undo()
    assert predicted.tag_set.several is None
    assert predicted.tag_set.tags == before
    predicted.history.redo()
    with reopened(predicted) as again:
        assert again.tag_set.several is True
        assert [tag.name for tag in again.tag_set.tags] == [*TAGS, "trees"]
        assert again.has_several_tags
