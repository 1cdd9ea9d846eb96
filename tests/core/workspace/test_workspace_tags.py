"""Renaming and merging tags: decisions, predictions and history follow, and one undo takes it back."""

from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.tagset import change_words, in_words_of, merged, renamed

from .letters import TAGS, LetterModel, predict_all


def picture(workspace: Workspace) -> list[tuple]:
    records = workspace.records(range(workspace.count))
    return [
        (each.predicted, each.decided, each.status, each.also, sorted(each.probabilities or {}))
        for each in records
    ]


def test_a_renamed_tag_takes_its_history_along(predicted: Workspace) -> None:
    predicted.decide([0, 1], "birds")
    predicted.also_tag([1], "fish")
    before = picture(predicted)
    predicted.set_tags(renamed(predicted.tags, "birds", "avians"))
    assert predicted.undo_label == "Rename birds to avians"
    first = predicted.records([0])[0]
    assert (first.predicted, first.decided) == ("avians", "avians")
    assert set(first.probabilities or {}) == {"avians", "fish", "stones"}
    assert {entry.tag for entry in predicted.journal(0)} == {"avians"}
    assert set(predicted.examples().tags) <= {"avians"}
    assert "birds" not in {tag.name for tag in predicted.tags}
    predicted.undo()
    assert picture(predicted) == before
    predicted.redo()
    assert predicted.records([0])[0].decided == "avians"


def test_merged_tags_part_again_when_it_is_undone(predicted: Workspace) -> None:
    predicted.decide([0], "birds")
    predicted.decide([1], "fish")
    predicted.also_tag([1], "birds")
    before = picture(predicted)
    predicted.set_tags(merged(predicted.tags, "fish", "birds"))
    assert predicted.undo_label == "Merge fish into birds"
    after = picture(predicted)
    assert {row[1] for row in after[:2]} == {"birds"}
    assert after[1][3] == ()
    assert {row[0] for row in after} == {"birds", "stones"}
    total = predicted.records([0])[0].probabilities or {}
    assert set(total) == {"birds", "stones"}
    assert sum(total.values()) == pytest.approx(1, abs=1e-5)
    predicted.undo()
    assert picture(predicted) == before


def test_the_names_hold_after_opening_again(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decide([0], "birds")
    predicted.set_tags(renamed(predicted.tags, "birds", "avians"))
    now, path = picture(predicted), predicted.path
    predicted.close()
    with Workspace.open(path, "Ann") as again:
        assert picture(again) == now
        predict_all(again, LetterModel("letters-2"))
        assert again.records([0])[0].decided == "avians"
        again.decide([2], "avians")
        assert again.records([2])[0].decided == "avians"


def test_a_model_learns_by_the_names_it_knows(predicted: Workspace) -> None:
    predicted.decide([0], "birds")
    predicted.set_tags(renamed(predicted.tags, "birds", "avians"))
    decided = in_words_of(predicted.examples(), predicted.tags, TAGS)
    assert set(decided.tags) <= {"birds"}
    assert in_words_of(predicted.examples(), predicted.tags, ("avians",)) == predicted.examples()


def test_names_that_are_taken_are_refused(predicted: Workspace) -> None:
    with pytest.raises(MltagError, match="already"):
        renamed(predicted.tags, "birds", "fish")
    with pytest.raises(MltagError, match="cannot be merged"):
        merged(predicted.tags, "birds", "birds")
    predicted.set_tags(renamed(predicted.tags, "birds", "avians"))
    with pytest.raises(MltagError, match="Two tags"):
        predicted.set_tags([*predicted.tags, "birds"])


def test_a_step_says_what_changed(predicted: Workspace) -> None:
    tags = predicted.tags
    assert change_words(tags, tags[1:]) == "Remove the tag birds"
    assert change_words(tags[1:], tags) == "Add the tag birds"
    assert change_words(tags, tags[::-1]) == "Change the tags"
