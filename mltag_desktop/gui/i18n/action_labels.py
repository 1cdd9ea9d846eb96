"""What a change did, in words: a label tells what to do, a notice what was done."""

from collections.abc import Mapping
from typing import Final

from mltag_desktop.core.workspace.types import Action, Change, DecisionKind
from mltag_desktop.gui.i18n.translation import translate_core_message

_DONE: Final = {
    DecisionKind.ACCEPT: "Tagged as {tag}",
    DecisionKind.CORRECT: "Tagged as {tag}",
    DecisionKind.ALSO_TAG: "Also tagged as {tag}",
    DecisionKind.NOT_TAG: "Removed the additional tag {tag}",
    DecisionKind.CLEAR: "Cleared decision",
    DecisionKind.FLAG: "Flagged",
    DecisionKind.UNFLAG: "Removed flag",
    DecisionKind.SKIP: "Skipped",
    DecisionKind.UNSKIP: "Removed skip mark",
    DecisionKind.UNSURE: "Marked as unsure",
    DecisionKind.SURE: "Removed unsure mark",
    DecisionKind.NOTE: "Noted",
}
_ACCEPTED: Final = "Accepted the predicted tags"


def action_label(change: Change, short: Mapping[str, str] = {}) -> str:
    """Say in the window's language what `change` did; `short` gives short names of tags to use."""
    return translate_core_message(_done(change, short) or change.label)


def _done(change: Change, short: Mapping[str, str]) -> str:
    """Return the English words; empty where the label of the step is all there is to say."""
    if change.action is Action.RETURN:
        return f"Returned to step {change.target}" if change.target else "Returned to the beginning"
    if change.action is not Action.DECISIONS or change.decision is None:
        return ""
    words = _DONE.get(change.decision, "")
    if "{tag}" in words and change.tag is None:
        words = _ACCEPTED if change.decision is DecisionKind.ACCEPT else ""
    count = 0 if change.rows is None else len(change.rows)
    words = words.format(tag=short.get(change.tag or "", change.tag))
    return f"{words} ({count:,} records)" if words and count > 1 else words
