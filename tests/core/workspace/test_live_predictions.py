"""Live predictions: shown instead of the model's, kept for decided records, dropped when texts change."""

from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import LivePredictions, Origin, Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import record_of

OWN = ("mail", "phone", "visit")


def live(rows: list[int], best: int, *, answers: int = 0, confirmed: bool = False) -> LivePredictions:
    probabilities = np.full((len(rows), 3), 0.1, np.float32)
    probabilities[:, best] = 0.8
    found = LivePredictions.of(
        "names-1234",
        OWN,
        np.array(rows, np.int64),
        probabilities,
        answers=answers,
        by_names=True,
    )
    return found if confirmed else found.confirmed_from(np.full(3, np.inf, np.float32))


@pytest.fixture
def own(predicted: Workspace) -> Workspace:
    """Twelve records predicted with tags that are not in the tag set any more."""
    predicted.tag_set.set(tuple(TagInfo(name, "", "●", 0) for name in OWN))
    assert (predicted.states().predicted < 0).all()
    return predicted


def test_they_are_shown_instead_of_the_models_predictions(own: Workspace) -> None:
    own.predictions.show_live(live([2, 5], 1))
    states = own.states()
    assert np.flatnonzero(states.predicted >= 0).tolist() == [2, 5]
    assert states.tag_names[states.predicted[2]] == "phone"
    assert states.confidence[5] == pytest.approx(0.8)
    assert states.margin[5] == pytest.approx(0.7)
    assert states.origin_of(2) is Origin.NAMES
    assert states.origin_of(3) is Origin.MODEL
    first, second = own.table.records([2, 3])
    assert (first.predicted, first.origin) == ("phone", Origin.NAMES)
    assert first.probabilities is not None
    assert first.probabilities == pytest.approx({"mail": 0.1, "phone": 0.8, "visit": 0.1}, abs=1e-3)
    assert first.probabilities["phone"] == first.confidence, "the list of tags says the same as the table"
    assert (second.predicted, second.origin) == (None, Origin.MODEL)
    assert own.predictions.versions(np.array([2]))[0] == "names-1234"
    phone = own.table.tag_probability(SILENT, {"phone"})
    assert np.flatnonzero(phone >= 0).tolist() == [2, 5], "no model knows it for the others"
    assert phone[2] == np.float32(first.confidence)
    either = own.table.tag_probability(SILENT, {"mail", "phone"})
    assert either[5] == pytest.approx(0.9, abs=1e-3)
    own.predictions.show_live(None)
    assert np.isnan(own.table.tag_probability(SILENT, {"phone"})).all()
    assert (own.states().predicted < 0).all()


def test_a_decision_names_the_live_prediction_in_the_journal(own: Workspace) -> None:
    own.predictions.show_live(live([2, 5], 1))
    own.decisions.decide([2], "phone")
    own.decisions.decide([5], "mail")
    accepted, corrected = own.journal.entries()[-2:]
    assert (accepted.kind, accepted.model_version, accepted.predicted_tag) == (
        "accept",
        "names-1234",
        "phone",
    )
    assert (corrected.kind, corrected.predicted_tag) == ("correct", "phone")
    assert corrected.confidence == pytest.approx(0.8, abs=1e-3)


def test_a_decided_record_keeps_the_prediction_from_before(own: Workspace) -> None:
    own.predictions.show_live(live([2, 5], 1))
    own.decisions.decide([5], "mail")
    own.predictions.show_live(live([2], 0, answers=1))
    states = own.states()
    assert [states.tag_names[states.predicted[row]] for row in (2, 5)] == ["mail", "phone"]
    assert states.origin_of(2) is Origin.ANSWERS
    assert record_of(own, 5).probabilities == pytest.approx(
        {"mail": 0.1, "phone": 0.8, "visit": 0.1}, abs=1e-3
    )
    own.decisions.decide([2], "mail")
    assert own.states().status[2] == Status.ACCEPTED


def test_an_unconfirmed_confidence_leaves_nothing_unreviewed(own: Workspace) -> None:
    below = ReviewThresholds(0.5)
    own.predictions.show_live(live([2, 5], 1))
    assert needs_review(own.states(), below).all()
    own.predictions.show_live(live([2, 5], 1, answers=30, confirmed=True))
    assert not needs_review(own.states(), below)[[2, 5]].any()
    own.predictions.show_live(live([2, 5], 1, answers=30))
    few = np.array([5, 6])
    assert needs_review(own.states().of(few), below.among(few)).all()


def test_they_follow_renamed_and_removed_tags(own: Workspace) -> None:
    own.predictions.show_live(live([2, 5], 1))
    own.tag_set.set(renamed(own.tag_set.tags, "phone", "call"))
    states = own.states()
    assert states.tag_names[states.predicted[2]] == "call"
    own.tag_set.set([tag for tag in own.tag_set.tags if tag.name != "call"])
    states = own.states()
    assert (states.predicted < 0).all()
    assert states.untagged[2]
    assert record_of(own, 2).predicted is None


def test_later_records_have_none(own: Workspace) -> None:
    own.predictions.show_live(live([2], 1))
    own.table.add_texts(["one more"])
    states = own.states()
    assert states.count == 13
    assert states.predicted[12] < 0
    assert record_of(own, 12).predicted is None


def test_a_change_of_the_texts_drops_them(own: Workspace) -> None:
    own.predictions.show_live(live([2], 1))
    own.table.set_mapping(ColumnMapping((2,), 0))
    assert own.predictions.live is None
    assert (own.states().predicted < 0).all()


def test_a_snapshot_never_changes(own: Workspace) -> None:
    own.predictions.show_live(live([2], 1))
    before = own.states()
    kept = before.predicted.copy()
    own.predictions.show_live(live([2, 3], 0))
    own.decisions.decide([2], "visit")
    assert np.array_equal(before.predicted, kept)
    assert own.states().predicted is own.states().predicted


def test_others_fill_the_gaps() -> None:
    found = live([1, 2], 0).with_others(live([2, 3], 1))
    assert found.rows.tolist() == [1, 2, 3]
    assert found.best.tolist() == [0, 0, 1]
    assert replace(found, answers=3).answers == 3


def test_on_top_of_a_model_the_confidence_is_limited_by_it() -> None:
    before = np.array([[0.1, 0.6, 0.3], [0.7, 0.2, 0.1]], np.float32)
    found = live([0, 1], 1, confirmed=True).limited(before)
    assert found.confidence == pytest.approx([0.6, 0.8])
    assert found.margin == pytest.approx([0.3, 0.7])
    assert found.unconfirmed.tolist() == [False, True]
