"""The service's store: what is new, what is known, whose decision stands, and damaged files."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.feedback_store import FILE, FeedbackStore
from mltag_desktop.core.serving.records import (
    CuratorDecision,
    DoubtfulText,
    Feedback,
    Trial,
    TrialDifference,
    same_text,
)

TRIAL = Trial("one", "two", 0.25)
KEY = same_text("rose bush")


def test_the_later_decision_of_two_workspaces_counts(tmp_path: Path) -> None:
    early, late = (
        CuratorDecision("cooking", "Ann", "2026-01-01T10:00:00"),
        CuratorDecision("sailing", "Kim", "2026-01-02T10:00:00"),
    )
    with FeedbackStore(tmp_path) as feedback_store:
        for _ in range(2):
            feedback_store.set_decisions("a.mltag", {KEY: early})
            feedback_store.set_decisions("b.mltag", {KEY: late})
            feedback_store.set_decisions("a.mltag", {KEY: early})
            assert feedback_store.decisions() == {KEY: late}
        assert feedback_store.set_decisions("b.mltag", {}) == (0, 1)
        assert feedback_store.set_decisions("a.mltag", {KEY: early}) == (1, 0)
        edition = feedback_store.edition
        assert feedback_store.set_decisions("a.mltag", {KEY: early}) == (0, 0)
        assert feedback_store.edition == edition, "nothing changed, so nobody need look"


def test_another_process_reads_everything(tmp_path: Path) -> None:
    given = Feedback("u1", "rose bush", False, None, "sailing", "one", 0.5, "note", b"k", "candidate", TRIAL)
    with FeedbackStore(tmp_path) as feedback_store:
        assert [feedback_store.add_feedback(given) for _ in range(2)] == ["new", "repeated"]
        others = [replace(given, text="tulips"), replace(given, right=True), replace(given, tag="cooking")]
        assert {*map(feedback_store.add_feedback, others)} == {"conflict"}
        difference = TrialDifference(TRIAL, "rose bush", "sailing", "cooking", 0.5, 0.6)
        doubt = DoubtfulText("rose bush", "sailing", 0.5, "one", "unsure")
        assert feedback_store.add([doubt, doubt], [difference, difference], {(TRIAL, "same"): 3}, keep=1) == 0
        assert (
            feedback_store.add(
                [DoubtfulText("another", "x", 0.1, "one", "unsure")], [], {(TRIAL, "same"): 4}, keep=1
            )
            == 1
        )
    with FeedbackStore.existing(tmp_path) as again:
        (found,) = again.feedback()
        assert found.time
        assert found == replace(given, time=found.time)
        (sent,) = again.doubts()
        assert sent.time
        assert sent == replace(doubt, time=sent.time)
        assert again.differences(TRIAL) == {KEY: ("sailing", "cooking")}
        assert again.trials() == [(TRIAL, {"same": 7})]


def test_texts_to_review_are_stored_while_there_is_room(tmp_path: Path) -> None:
    def doubt(text: str, probability: float = 0.0) -> DoubtfulText:
        return DoubtfulText(text, "sailing", 0.5, "one", "sample" if probability else "unsure", probability)

    with FeedbackStore(tmp_path) as feedback_store:
        keep = 2
        assert feedback_store.add([doubt("a"), doubt("b")], keep=keep) == 0
        drawn = [doubt(text, 0.5) for text in "defg"]
        assert feedback_store.add([doubt("c"), doubt("b"), *drawn, doubt("d", 0.5)], keep=keep) == 3
        assert feedback_store.add([doubt("a", 0.5)], keep=keep) == 0  # known, and drawn from now on
        assert {found.text: found.reason for found in feedback_store.doubts()} == {
            "a": "sample",
            "b": "unsure",
            "d": "sample",
            "e": "sample",
        }


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (["unsure", "differs", "differs"], "unsure, differs"),
        (["differs", "unsure", "unsure"], "unsure, differs"),
        (["differs", "differs"], "differs"),
        (["unsure", "differs", "sample", "unsure"], "sample, differs"),
        (["sample", "unsure"], "sample"),
    ],
)
def test_a_text_on_which_two_models_differ_says_so_whatever_else_it_was_sent_for(
    tmp_path: Path, sent: list[str], reason: str
) -> None:
    with FeedbackStore(tmp_path) as feedback_store:
        for each in sent:
            doubt = DoubtfulText("a", "sailing", 0.5, "one", each, 0.5 if each == "sample" else 0.0)
            feedback_store.add([doubt], keep=9)
        assert [doubt.reason for doubt in feedback_store.doubts()] == [reason]


def test_a_newer_store_and_other_files_are_rejected(tmp_path: Path) -> None:
    FeedbackStore(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(MltagError, match="newer version"):
        FeedbackStore(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    with closing(sqlite3.connect(other / FILE)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    with pytest.raises(MltagError, match="not created by a service"):
        FeedbackStore(other)
