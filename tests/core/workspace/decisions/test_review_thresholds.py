"""Review thresholds: stored in the workspace, one undo step each, and their effect on the review."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.decisions.review_thresholds import (
    EVERYTHING,
    ReviewThresholds,
)
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.export.export_options import unreviewed
from mltag_desktop.core.workspace.search.filtering import counts
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.types import ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import reopened


def low(workspace: Workspace, tag: str) -> np.ndarray:
    """The undecided records of a predicted tag, with any confidence."""
    states = workspace.states()
    return np.flatnonzero((states.predicted == states.tag_names.index(tag)) & (states.status == 0))


def test_a_tags_threshold_determines_the_review(predicted: Workspace) -> None:
    tag = predicted.tag_set.tags[0].name
    predicted.thresholds.set(0.0, {tag: EVERYTHING})
    below = predicted.thresholds.below()
    mine = low(predicted, tag).tolist()
    assert mine
    assert order(SILENT, predicted, Filter(parse("is:review").terms, threshold=below)).tolist() == mine
    terms = parse("is:review").terms
    assert order(SILENT, predicted, Filter(terms=terms, threshold=below)).tolist() == mine
    assert counts(predicted.states(), below).to_review == len(mine)
    assert np.flatnonzero(unreviewed(predicted.states(), below)).tolist() == mine


def test_a_threshold_is_one_step_that_survives_a_restart(predicted: Workspace) -> None:
    first, second = (tag.name for tag in predicted.tag_set.tags[:2])
    change = predicted.thresholds.set(0.7)
    assert change.kinds == ChangeKind.REVIEW
    predicted.thresholds.set(tags={first: 0.9, second: 0.5})
    predicted.thresholds.set(tags={second: None})
    with reopened(predicted) as again:
        assert again.thresholds.below(0.1) == ReviewThresholds(0.7, {first: 0.9})
        assert again.history.undo_label == f"Use the general review threshold for {second}"
        again.history.undo()
        assert again.thresholds.below() == ReviewThresholds(0.7, {first: 0.9, second: 0.5})
        again.history.undo()
        again.history.undo()
        assert again.thresholds.below(0.1) == ReviewThresholds(0.1)
        again.history.redo()
        assert again.thresholds.below(0.1).of(first) == pytest.approx(0.7)
        again.history.return_to(0)
        assert again.thresholds.below() == ReviewThresholds(DEFAULT_REVIEW_THRESHOLD)


def test_thresholds_follow_renamed_and_merged_tags(predicted: Workspace) -> None:
    first, second = (tag.name for tag in predicted.tag_set.tags[:2])
    predicted.thresholds.set(tags={first: 0.6, second: 0.9})
    predicted.tag_set.set(renamed(predicted.tag_set.tags, first, "rocks"))
    assert predicted.thresholds.below().of("rocks") == pytest.approx(0.6)
    predicted.tag_set.set(merged(predicted.tag_set.tags, second, "rocks"))
    assert predicted.thresholds.below().of("rocks") == pytest.approx(0.9)  # the higher of both
    predicted.thresholds.set(tags={"rocks": 0.5})
    assert predicted.thresholds.below().of("rocks") == pytest.approx(0.5)


@pytest.mark.parametrize("limit", [-0.1, 1.5, float("nan")])
def test_an_invalid_threshold_is_rejected(limit: float, predicted: Workspace) -> None:
    with pytest.raises(MltagError, match="between 0 and 1"):
        predicted.thresholds.set(limit)
    with pytest.raises(MltagError, match="not a tag"):
        predicted.thresholds.set(tags={"nobody's": 0.5})
    assert predicted.thresholds.below() == ReviewThresholds()


def test_a_threshold_includes_the_record_it_was_taken_from(predicted: Workspace) -> None:
    """Confidence is float32: rounding must not raise a threshold above the record it was taken from."""
    states = predicted.states()
    row = int(np.nanargmax(states.confidence))
    predicted.thresholds.set(float(states.confidence[row]))
    below = predicted.thresholds.below()
    assert not below.asks(states)[row]
    assert not float(states.confidence[row]) < below.of(states.tag_names[states.predicted[row]])


def test_a_kill_leaves_a_threshold_change_complete_or_absent(predicted: Workspace, tmp_path: Path) -> None:
    """Another process reads either the old or the new thresholds, in agreement with the journal."""
    predicted.thresholds.set(0.7, {predicted.tag_set.tags[0].name: 0.9})
    copy = tmp_path / "copy.mltag"
    predicted.save_copy(SILENT, copy)
    with Workspace.open(copy, "Bob") as other:
        assert other.thresholds.below() == predicted.thresholds.below()
        assert [step.label for step in other.journal.steps()] == [
            step.label for step in predicted.journal.steps()
        ]
