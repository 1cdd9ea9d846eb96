"""A tag that was removed is no prediction any more; its records are to review."""

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_set import merged
from mltag_desktop.core.workspace.search.filtering import counts
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    predict_all,
    reopened,
)


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
