"""Labels of journal steps: as messages when they are read from a file, and in the past tense.

The journal stores English. A step that was read from a file gets its message back from what is stored with
the step; a label of an earlier version for which that is not possible stays English.
"""

import contextlib
from collections.abc import Iterator
from typing import Any, Final

from mltag_desktop.core.messages import Message, message, message_of, message_plural, template
from mltag_desktop.core.workspace.decisions.review_thresholds import threshold_label
from mltag_desktop.core.workspace.decisions.tag_set import change_words, mode_words
from mltag_desktop.core.workspace.storage.journal import STORED_LABEL, JournalStep
from mltag_desktop.core.workspace.storage.metadata import tags_of
from mltag_desktop.core.workspace.storage.row_checksums import FILLED
from mltag_desktop.core.workspace.types import Action

_PAST: Final = {
    "Tag as {tag}": template("Tagged as {tag}"),
    "Also tag as {tag}": template("Also tagged as {tag}"),
    "Remove the additional tag {tag}": template("Removed the additional tag {tag}"),
    "Accept the predicted tags ({count:,} records)": template(
        "Accepted the predicted tags ({count:,} records)"
    ),
    "Clear decision": template("Cleared decision"),
    "Flag": template("Flagged"),
    "Skip": template("Skipped"),
    "Note": template("Noted"),
    "Mark as unsure": template("Marked as unsure"),
    "Mark as off topic": template("Marked as off topic"),
    "Mark as on topic": template("Marked as on topic"),
    "Remove flag": template("Removed flag"),
    "Remove skip mark": template("Removed skip mark"),
    "Remove unsure mark": template("Removed unsure mark"),
    "Return to step {number}": template("Returned to step {number}"),
    "Return to the beginning": template("Returned to the beginning"),
}
EARLIER: Final = (message("Clear"),)
"""Labels of steps that only earlier versions wrote, for the catalogues."""
_WITHOUT_VALUES: Final = frozenset(
    label for label in (*_PAST, *EARLIER, FILLED, "Change the columns") if "{" not in label
)
"""Labels that are a message as they are stored."""


def past_label(label: str) -> str:
    """Return an imperative label in the past tense."""
    if not isinstance(label, Message):
        return label
    if "label" in label.values:
        return Message(label.template, {**label.values, "label": past_label(label.values["label"])})
    if label.template == "Flag {n:,} misclassifications from {name}":
        return message_plural(
            "Flagged {n:,} misclassification from {name}",
            "Flagged {n:,} misclassifications from {name}",
            label.values["n"],
            name=label.values["name"],
        )
    past = _PAST.get(label.template)
    return label if past is None else Message(past, label.values)


def label_with_tag(label: str, tag: str, shown: str) -> str:
    """Return a label with `shown`, such as a short name, in the place of its tag."""
    if not isinstance(label, Message):
        return label
    if "label" in label.values:
        inner = label_with_tag(label.values["label"], tag, shown)
        return Message(label.template, {**label.values, "label": inner}, label.one)
    if label.values.get("tag") != tag:
        return label
    return Message(label.template, {**label.values, "tag": shown}, label.one)


def step_label(step: JournalStep) -> str:
    """Return the label of a step, as a message if it can be restored from the data of the step."""
    label = step.label
    if isinstance(label, Message):
        return label
    if label in _WITHOUT_VALUES:
        return Message(label, {})
    if isinstance(step.after, dict) and STORED_LABEL in step.after:
        return message_of(label, step.after[STORED_LABEL])
    with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError):  # a damaged step
        return next((found for found in _possible_labels(step) if found == label), label)
    return label


def _possible_labels(step: JournalStep) -> Iterator[str]:
    before: Any = step.before
    after: Any = step.after
    match step.action:
        case Action.PROMOTE:
            yield message("Promote model {version}", version=after[-1])
        case Action.ROLLBACK:
            yield message("Roll back from model {promotions}", promotions=before[-1])
            yield message("Go back from model {promotions}", promotions=before[-1])  # of earlier versions
        case Action.TAGS:
            old, new = (each["tags"] if isinstance(each, dict) else each for each in (before, after))
            yield change_words(tags_of(old), tags_of(new))
        case Action.TAG_MODE:
            yield mode_words(after)
        case Action.REVIEW:
            old, new = before["tags"], after["tags"]
            tags = {tag: new.get(tag) for tag in {**old, **new} if old.get(tag) != new.get(tag)}
            default = after["default"] if after["default"] != before["default"] else None
            yield threshold_label(default, tags)
            yield from (message("Review {tag} as all tags", tag=tag) for tag in tags)  # of earlier versions
        case Action.RETURN:  # to the last of the steps that count, or to an undo or redo after it
            for number in range(after[-1], step.number):
                yield message("Return to step {number}", number=number)
