"""Renaming and merging tags: decisions, predictions and history follow, and one undo reverts it."""

from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.decisions.tag_set import (
    by_present_names,
    change_words,
    in_words_of,
    merged,
    renamed,
)
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    predict_all,
    record_of,
    reopened,
)


def picture(workspace: Workspace) -> list[tuple]:
    records = workspace.table.records(range(workspace.table.count))
    return [
        (each.predicted, each.decided, each.status, each.also, sorted(each.probabilities or {}))
        for each in records
    ]


def test_a_renamed_tag_keeps_its_history(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "birds")
    predicted.decisions.add_tag([1], "fish")
    before = picture(predicted)
    predicted.tag_set.set(renamed(predicted.tag_set.tags, "birds", "avians"))
    assert predicted.history.undo_label == "Rename birds to avians"
    first = record_of(predicted, 0)
    assert (first.predicted, first.decided) == ("avians", "avians")
    assert set(first.probabilities or {}) == {"avians", "fish", "stones"}
    assert {entry.tag for entry in predicted.journal.entries(0)} == {"avians"}
    assert set(predicted.scan.examples().tags) <= {"avians"}
    assert "birds" not in {tag.name for tag in predicted.tag_set.tags}
    predicted.history.undo()
    assert picture(predicted) == before
    predicted.history.redo()
    assert record_of(predicted, 0).decided == "avians"


def test_the_tags_are_made_again_only_after_a_change(predicted: Workspace) -> None:
    """With 77 tags, a millisecond for each of the many times that a key asks for them."""
    before = predicted.tag_set.tags
    assert predicted.tag_set.tags is before
    predicted.tag_set.set(renamed(before, "birds", "avians"))
    assert predicted.tag_set.tags is not before
    predicted.history.undo()
    assert predicted.tag_set.tags == before


def test_the_same_tags_are_no_step_after_the_file_is_opened_again(predicted: Workspace) -> None:
    with reopened(predicted) as again:
        assert again.tag_set.set(again.tag_set.tags).step is None


def test_undo_separates_merged_tags(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.decisions.decide([1], "fish")
    predicted.decisions.add_tag([1], "birds")
    before = picture(predicted)
    predicted.tag_set.set(merged(predicted.tag_set.tags, "fish", "birds"))
    assert predicted.history.undo_label == "Merge fish into birds"
    after = picture(predicted)
    assert {row[1] for row in after[:2]} == {"birds"}
    assert after[1][3] == ()
    assert {row[0] for row in after} == {"birds", "stones"}
    total = record_of(predicted, 0).probabilities or {}
    assert set(total) == {"birds", "stones"}
    assert sum(total.values()) == pytest.approx(1, abs=1e-5)
    predicted.history.undo()
    assert picture(predicted) == before


def test_renamed_and_merged_tags_survive_reopening(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.tag_set.set(renamed(predicted.tag_set.tags, "birds", "avians"))
    now, path = picture(predicted), predicted.path
    predicted.close()
    with Workspace.open(path, "Ann") as again:
        assert picture(again) == now
        predict_all(again, LetterModel("letters-2"))
        assert record_of(again, 0).decided == "avians"
        again.decisions.decide([2], "avians")
        assert record_of(again, 2).decided == "avians"


def test_training_uses_the_models_tag_names(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.tag_set.set(renamed(predicted.tag_set.tags, "birds", "avians"))
    decided = in_words_of(predicted.scan.examples(), predicted.tag_set.tags, TAGS)
    assert set(decided.tags) <= {"birds"}
    assert (
        in_words_of(predicted.scan.examples(), predicted.tag_set.tags, ("avians",))
        == predicted.scan.examples()
    )


def test_existing_names_are_rejected(predicted: Workspace) -> None:
    with pytest.raises(MltagError, match="already"):
        renamed(predicted.tag_set.tags, "birds", "fish")
    with pytest.raises(MltagError, match="cannot be merged"):
        merged(predicted.tag_set.tags, "birds", "birds")
    predicted.tag_set.set(renamed(predicted.tag_set.tags, "birds", "avians"))
    with pytest.raises(MltagError, match="Two tags"):
        predicted.tag_set.set([*predicted.tag_set.tags, "birds"])


def test_a_step_label_describes_the_change(predicted: Workspace) -> None:
    tags = predicted.tag_set.tags
    assert change_words(tags, tags[1:]) == "Remove the tag birds"
    assert change_words(tags[1:], tags) == "Add the tag birds"
    assert change_words(tags, tags[::-1]) == "Change the tags"


def shows_its_probabilities(workspace: Workspace) -> bool:
    """Whether tag, confidence and margin of each record match its probabilities."""
    states = workspace.states()
    for record in workspace.table.records(range(workspace.table.count)):
        shares = sorted((record.probabilities or {}).items(), key=lambda each: -each[1])
        second = shares[1][1] if len(shares) > 1 else 0.0
        shown = (states.confidence[record.row], states.margin[record.row])
        if shown != pytest.approx((shares[0][1], shares[0][1] - second), abs=1e-6):
            return False
        if record.predicted != shares[0][0]:
            return False
    return True


def test_the_probabilities_of_merged_tags_add_up_in_table_queue_and_detail(predicted: Workspace) -> None:
    """0.4 birds, 0.3 fish, 0.3 stones become stones with 0.6 when fish is merged into stones."""
    before = predicted.states()
    predicted.tag_set.set(merged(predicted.tag_set.tags, "fish", "stones"))
    after = predicted.states()
    assert shows_its_probabilities(predicted)
    assert (after.confidence > before.confidence + 0.01).any()
    predicted.history.undo()
    assert np.array_equal(predicted.states().confidence, before.confidence)
    assert np.array_equal(predicted.states().margin, before.margin)
    predicted.history.redo()
    for rows, texts in predicted.pending_predictions.pending("letters-2"):
        predicted.pending_predictions.put(rows, LetterModel("letters-2", 0.3).predict(texts))
    assert shows_its_probabilities(predicted)
    with reopened(predicted) as again:
        assert shows_its_probabilities(again)
        again.history.undo()
        assert shows_its_probabilities(again)


def test_predictions_use_current_tag_names() -> None:
    answers = Predictions("v", ("boats", "bread", "ships"), np.array([[0.3, 0.4, 0.3]], np.float32))
    now = (TagInfo("sea", "sea", "●", 1, aliases=("boats", "ships")), TagInfo("bread", "bread", "●", 2))
    found = by_present_names(answers, now)
    assert found.tags == ("sea", "bread")
    assert found.probabilities[0].tolist() == pytest.approx([0.6, 0.4])
    assert by_present_names(answers, now[1:]) is answers


def test_a_guideline_with_keywords_survives_closing_and_undo(workspace: Workspace) -> None:
    first, *rest = workspace.tag_set.tags
    told = replace(
        first,
        description="Animals with feathers",
        examples=("A robin sings",),
        keywords=("feather", "nest"),
        excluded_keywords=("fish",),
        key="b",
    )
    workspace.tag_set.set((told, *rest))
    with reopened(workspace) as again:
        assert again.tag_set.tags[0] == told
        again.history.undo()
        assert again.tag_set.tags[0] == first


def test_merged_tags_keep_both_guidelines_and_keys_are_unique(workspace: Workspace) -> None:
    first, second, *rest = workspace.tag_set.tags
    told = (
        replace(first, keywords=("feather",), examples=("A robin sings",), key="b"),
        replace(second, keywords=("fin", "feather"), excluded_keywords=("nest",)),
        *rest,
    )
    one = merged(told, second.name, first.name)[0]
    assert one.keywords == ("feather", "fin")
    assert one.excluded_keywords == ("nest",)
    assert one.examples == ("A robin sings",)
    with pytest.raises(MltagError, match="Two tags have the key B"):
        workspace.tag_set.set((told[0], replace(told[1], key="B"), *rest))
    assert workspace.tag_set.tags == (first, second, *rest)
