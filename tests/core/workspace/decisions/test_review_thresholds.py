"""Review thresholds: kept in the workspace, one undo step each, and deciding what is to be reviewed."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.review_thresholds import (
    DEFAULT_REVIEW_THRESHOLD,
    EVERYTHING,
    ReviewThresholds,
)
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.export.export import unreviewed
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.views.filtering import Filter, counts, order
from mltag_desktop.core.workspace.workspace import Workspace


def low(workspace: Workspace, tag: str) -> np.ndarray:
    """The undecided records of a predicted tag, whatever their confidence."""
    states = workspace.states()
    return np.flatnonzero((states.predicted == states.tag_names.index(tag)) & (states.status == 0))


def test_a_tags_threshold_decides_what_is_to_be_reviewed(predicted: Workspace) -> None:
    tag = predicted.tags[0].name
    predicted.set_review(0.0, {tag: EVERYTHING})
    below = predicted.review_below()
    mine = low(predicted, tag).tolist()
    assert mine
    assert order(SILENT, predicted, Filter(review_only=True, threshold=below)).tolist() == mine
    terms = parse("is:review").terms
    assert order(SILENT, predicted, Filter(terms=terms, threshold=below)).tolist() == mine
    assert counts(predicted.states(), below).to_review == len(mine)
    assert unreviewed(predicted.states(), below).tolist() == mine


def test_a_threshold_is_one_step_that_survives_a_restart(predicted: Workspace) -> None:
    first, second = (tag.name for tag in predicted.tags[:2])
    change = predicted.set_review(0.7)
    assert change.what == {"review"}
    predicted.set_review(tags={first: 0.9, second: 0.5})
    predicted.set_review(tags={second: None})
    path = predicted.path
    predicted.close()
    with Workspace.open(path, "Ann") as again:
        assert again.review_below(0.1) == ReviewThresholds(0.7, {first: 0.9})
        assert again.undo_label == f"Use the general review threshold for {second}"
        again.undo()
        assert again.review_below() == ReviewThresholds(0.7, {first: 0.9, second: 0.5})
        again.undo()
        again.undo()
        assert again.review_below(0.1) == ReviewThresholds(0.1)
        again.redo()
        assert again.review_below(0.1).of(first) == pytest.approx(0.7)
        again.return_to(0)
        assert again.review_below() == ReviewThresholds(DEFAULT_REVIEW_THRESHOLD)


def test_thresholds_follow_renamed_and_merged_tags(predicted: Workspace) -> None:
    first, second = (tag.name for tag in predicted.tags[:2])
    predicted.set_review(tags={first: 0.6, second: 0.9})
    predicted.set_tags(renamed(predicted.tags, first, "rocks"))
    assert predicted.review_below().of("rocks") == pytest.approx(0.6)
    predicted.set_tags(merged(predicted.tags, second, "rocks"))
    assert predicted.review_below().of("rocks") == pytest.approx(0.9)  # the more careful of both
    predicted.set_review(tags={"rocks": 0.5})
    assert predicted.review_below().of("rocks") == pytest.approx(0.5)


@pytest.mark.parametrize("limit", [-0.1, 1.5, float("nan")])
def test_what_is_no_confidence_is_refused(limit: float, predicted: Workspace) -> None:
    with pytest.raises(MltagError, match="between 0 and 1"):
        predicted.set_review(limit)
    with pytest.raises(MltagError, match="not a tag"):
        predicted.set_review(tags={"nobody's": 0.5})
    assert predicted.review_below() == ReviewThresholds()


def test_a_measured_threshold_lets_its_own_record_pass(predicted: Workspace) -> None:
    """Confidence is float32: a threshold read from a record is not above it by rounding."""
    states = predicted.states()
    row = int(np.nanargmax(states.confidence))
    predicted.set_review(float(states.confidence[row]))
    below = predicted.review_below()
    assert not below.asks(states)[row]
    assert not float(states.confidence[row]) < below.of(states.tag_names[states.predicted[row]])


def test_a_thresholds_step_is_killed_whole(predicted: Workspace, tmp_path: Path) -> None:
    """What another process reads is the old limits or the new ones, as the journal says."""
    predicted.set_review(0.7, {predicted.tags[0].name: 0.9})
    copy = tmp_path / "copy.mltag"
    predicted.save_copy(SILENT, copy)
    with Workspace.open(copy, "Bob") as other:
        assert other.review_below() == predicted.review_below()
        assert [step.label for step in other.steps()] == [step.label for step in predicted.steps()]
