"""The tag set: renamed, merged, removed and unusual tags; decisions, predictions and history follow."""

from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_set import (
    by_present_names,
    change_words,
    in_words_of,
    merged,
    renamed,
)
from mltag_desktop.core.workspace.search.filtering import counts
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    predict_all,
    record_of,
    reopened,
)


def picture(workspace: Workspace) -> list[tuple[object, ...]]:
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


def test_records_of_a_removed_tag_are_to_review_without_a_tag(predicted: Workspace) -> None:
    before = predicted.states()
    gone = before.predicted == before.tag_names.index(TAGS[0])
    assert gone.any()
    predicted.tag_set.set(TAGS[1:])
    now = predicted.states()
    assert (now.predicted[gone] == -1).all()
    assert np.isnan(now.confidence[gone]).all()
    assert now.untagged.tolist() == gone.tolist()
    assert (now.predicted[~gone] == before.predicted[~gone]).all()
    below = ReviewThresholds(0.0)
    assert below.asks(now).tolist() == gone.tolist(), "however sure the model was"
    record = predicted.table.records([int(np.flatnonzero(gone)[0])])[0]
    assert (record.predicted, record.confidence) == (None, None)
    assert TAGS[0] not in (record.probabilities or {})
    assert not list(predicted.pending_predictions.pending("letters-1")), "nothing is predicted again"
    with reopened(predicted) as again:
        assert again.states().untagged.tolist() == gone.tolist()
        again.history.undo()
        names = [again.states().tag_names[code] for code in again.states().predicted]
        assert names == [before.tag_names[code] for code in before.predicted]
        assert not again.states().untagged.any()


def test_an_empty_tag_set_has_no_predictions_and_new_tags_change_none(predicted: Workspace) -> None:
    before = predicted.states()
    predicted.tag_set.set([*TAGS, "new"])
    assert predicted.states().predicted.tolist() == before.predicted.tolist()
    predicted.tag_set.set(())
    assert (predicted.states().predicted == -1).all()
    assert predicted.states().untagged.all()
    with pytest.raises(MltagError, match="not a tag"):
        predicted.decisions.decide([0], TAGS[0])


def test_merged_tags_are_predicted_after_another_was_removed(predicted: Workspace) -> None:
    predicted.tag_set.set(merged(predicted.tag_set.tags, TAGS[0], TAGS[1]))
    both = predicted.states()
    predicted.tag_set.set([tag for tag in predicted.tag_set.tags if tag.name != TAGS[2]])
    now = predicted.states()
    kept = both.predicted == both.tag_names.index(TAGS[1])
    assert (now.predicted[kept] == both.predicted[kept]).all()
    assert (now.predicted[~kept] == -1).all()
    predict_all(predicted, LetterModel())
    assert (predicted.states().predicted >= -1).all()
    assert counts(predicted.states(), ReviewThresholds(0.5)).total == predicted.table.count


MANY = tuple(f"area {number % 20}/topic {number}" for number in range(500))


def test_two_tags_of_the_same_name_are_refused_and_nothing_changes(workspace: Workspace) -> None:
    before = workspace.tag_set.tags
    twice = [*before, TagInfo("pebbles", "", "◆", 0, aliases=("birds",))]
    with pytest.raises(MltagError, match="Two tags have the name birds") as refused:
        workspace.tag_set.set(twice)
    assert "Merge them" in str(refused.value.hint)
    assert workspace.tag_set.tags == before
    assert workspace.history.undo_label == ""


def test_one_tag_is_no_model_and_the_message_says_what_to_do() -> None:
    with pytest.raises(MltagError, match="at least two tags; there is only one") as refused:
        train(SILENT, Examples(("a text", "another text"), ("refund", "refund")), vectors=bundled().vectors)
    assert "another tag" in str(refused.value.hint)


def test_five_hundred_tags_are_set_found_and_undone(workspace: Workspace) -> None:
    workspace.tag_set.set(MANY)
    looks = [(tag.sign, tag.colour) for tag in workspace.tag_set.tags]
    assert len(set(looks[:64])) == 64, "colours repeat with different symbols"
    workspace.decisions.decide([3], MANY[499])
    query = parse('tag:"area 19/"', workspace.tag_set.tags, workspace.table.columns)
    assert order(SILENT, workspace, Filter(terms=query.terms)).tolist() == [3]
    with pytest.raises(MltagError, match="'nothing' is not a tag") as refused:
        workspace.decisions.decide([4], "nothing")
    assert len(str(refused.value.hint)) < 300
    workspace.history.undo()
    workspace.history.undo()
    assert len(workspace.tag_set.tags) == 3


def test_a_japanese_name_is_decided_searched_for_and_completed(workspace: Workspace) -> None:
    workspace.tag_set.set([*workspace.tag_set.tags, "返金/カード", "返金/現金"])
    workspace.decisions.decide([0], "返金/現金")
    for line in ("tag:返金/現金", "tag:返金/", "tag:返"):
        query = parse(line, workspace.tag_set.tags, workspace.table.columns)
        assert not query.problems
        assert order(SILENT, workspace, Filter(terms=query.terms)).tolist() == [0]


def test_an_empty_guideline_and_name_are_what_they_are() -> None:
    (tag,) = tag_infos(["refund"])
    assert (tag.description, tag.examples, tag.keywords, tag.label) == ("", (), (), "refund")


def test_a_blank_name_is_refused(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="Enter a name"):
        workspace.tag_set.set([*workspace.tag_set.tags, "  "])
