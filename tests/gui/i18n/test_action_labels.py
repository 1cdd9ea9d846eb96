"""What a notice says that a step did."""

import numpy as np
import pytest

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Action, Change, DecisionKind
from mltag_desktop.gui.i18n.action_labels import action_label


def _decided(decision: DecisionKind | None, tag: str | None, count: int = 1, label: str = "") -> Change:
    rows = np.arange(count)
    return Change(rows, ChangeKind.DECISIONS, 1, label, Action.DECISIONS, decision=decision, tag=tag)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_decided(DecisionKind.CORRECT, "birds"), "Tagged as birds"),
        (_decided(DecisionKind.ACCEPT, "birds", 1200), "Tagged as birds (1,200 records)"),
        (_decided(DecisionKind.ACCEPT, None, 2), "Accepted the predicted tags (2 records)"),
        (_decided(DecisionKind.CLEAR, None), "Cleared decision"),
        (_decided(None, None, 3, "Decide from a table (3 records)"), "Decide from a table (3 records)"),
        (Change(None, ~ChangeKind(0), 4, "Return to step 2", Action.RETURN, 2), "Returned to step 2"),
        (Change(None, ~ChangeKind(0), 4, "", Action.RETURN, 0), "Returned to the beginning"),
        (Change(None, ChangeKind.TAGS, 5, "Undone: Tag as fish", Action.UNDO, 3), "Undone: Tag as fish"),
    ],
)
def test_a_notice_says_what_was_done_by_the_data_of_the_change(change: Change, words: str) -> None:
    assert action_label(change) == words


def test_every_kind_of_decision_on_records_has_words() -> None:
    for kind in set(DecisionKind) - {DecisionKind.RESET}:
        assert action_label(_decided(kind, "birds"))


def test_a_short_name_of_a_tag_can_stand_for_it() -> None:
    assert action_label(_decided(DecisionKind.ALSO_TAG, "song birds"), {"song birds": "song"}) == (
        "Also tagged as song"
    )
