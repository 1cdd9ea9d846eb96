"""What notifications say about changes, and what a model learns from."""

import numpy as np
import pytest

from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind, LivePredictions, Origin
from mltag_desktop.gui.application.window_state import live_words
from mltag_desktop.gui.state.words import action_label, answer_words

TAGGED = message("Tag as {tag}", tag="song birds")


def _decided(label: str) -> Change:
    return Change(np.arange(3), ChangeKind.DECISIONS, 1, label, Action.DECISIONS)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (TAGGED, "Tagged as song birds"),
        (
            message("{label} ({count:,} records)", label=TAGGED, count=1200),
            "Tagged as song birds (1,200 records)",
        ),
        (message("Undone: {label}", label=TAGGED), "Undone: Tagged as song birds"),
        ("a label of another program", "a label of another program"),
    ],
)
def test_a_notification_says_what_was_done(label: str, words: str) -> None:
    assert action_label(_decided(label)) == words


def test_a_short_name_can_replace_a_tag() -> None:
    assert action_label(_decided(TAGGED), {"song birds": "song"}) == "Tagged as song"


def live(answers: int, known: int, *, by_names: bool = True) -> LivePredictions:
    rows, probabilities = np.array([0], np.int64), np.array([[0.7, 0.3]], np.float32)
    return LivePredictions.of(
        "v", ("a", "b"), rows, probabilities, answers=answers, by_names=by_names, known=known
    )


def test_tags_from_the_table_are_not_called_decisions() -> None:
    assert answer_words(243, 3_431) == "243 decisions, 3,431 tags from the table"
    assert answer_words(0, 1) == "1 tag from the table"
    assert answer_words(1, 0, are_new=True) == "1 new decision"


def test_the_status_bar_says_what_live_predictions_rest_on() -> None:
    assert live_words(live(3_674, 3_431), "m") == "tag names, 243 decisions, 3,431 tags from the table"
    assert live_words(live(5, 0, by_names=False), "m") == "model m and 5 new decisions"
    assert live_words(live(0, 0), "m") == "estimated from tag names"


def test_predictions_of_two_models_rest_on_the_answers_of_the_one_that_learned_more() -> None:
    none, few, many = live(0, 0), live(1_676, 1_676), live(18_188, 18_170)
    for both in (none.with_others(many), few.with_others(many), many.with_others(few)):
        assert both.origin is Origin.ANSWERS
        assert live_words(both, "m") == "tag names, 18 decisions, 18,170 tags from the table"
