"""What a notification says about a change."""

import numpy as np
import pytest

from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Action, Change
from mltag_desktop.gui.i18n.action_labels import action_label

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
