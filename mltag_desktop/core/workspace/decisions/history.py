"""Undo, redo, earlier states and the return to them, and the labels of steps.

Undo, redo and a return are steps of the journal themselves. All of them replace the steps in effect: the
values that differ are set, and the decisions of the records concerned are made again from the steps.

The journal stores labels in English. A step that was read from a file gets its message back from what is
stored with the step; a label of an earlier version for which that is not possible stays English.
"""

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, message, message_of, message_plural, template
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.decisions.decisions import Decisions, RecordDecision, decisions_by_record
from mltag_desktop.core.workspace.decisions.review_thresholds import threshold_label
from mltag_desktop.core.workspace.decisions.tag_set import change_words, mode_words
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.journal import (
    STORED_LABEL,
    Journal,
    JournalStep,
    UndoHandler,
    values_of,
)
from mltag_desktop.core.workspace.storage.metadata import tags_of
from mltag_desktop.core.workspace.storage.row_checksums import FILLED
from mltag_desktop.core.workspace.types import (
    NOT_CHOSEN,
    Action,
    Change,
    ChangeKind,
    RowId,
    States,
    Status,
    StepView,
)

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
            old, new = (tags_of(values_of(step.action, side)["tags"]) for side in (before, after))
            yield change_words(old, new)
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


@dataclass(eq=False)
class History:
    """Undoes and redoes steps, shows earlier states and returns to them.

    `_parts` returns the parts of the workspace that set values of the metadata; `_on_change` is called after
    the steps in effect have changed.
    """

    _store: ConnectionPool
    _journal: Journal
    _live: RecordStates
    _decisions: Decisions
    _parts: Callable[[], Iterable[UndoHandler]]
    _on_change: Callable[[], None]

    def undo(self) -> Change | None:
        """Undo the last step in effect; None without a step to undo."""
        return self._turn(Action.UNDO, template("Undone: {label}"))

    def redo(self) -> Change | None:
        """Redo the last undone step; None without a step to redo."""
        return self._turn(Action.REDO, template("Redone: {label}"))

    @property
    def undo_label(self) -> str:
        """Label of the step that `undo` would undo; empty for none."""
        step = self._journal.next_of(Action.UNDO)
        return step_label(step) if step else ""

    @property
    def redo_label(self) -> str:
        """Label of the step that `redo` would redo; empty for none."""
        step = self._journal.next_of(Action.REDO)
        return step_label(step) if step else ""

    def steps(self, before: int | None = None, limit: int = 200) -> list[StepView]:
        """Return the steps before one, or the last ones, the newest first; labels are messages."""
        journal = self._journal
        found = journal.steps(before, limit)
        return [view._replace(label=step_label(journal.step(view.target or view.step))) for view in found]

    def decisions_at(self, number: int) -> dict[RowId, RecordDecision]:
        """Return the decisions in effect after a step; 0 for the initial state."""
        return decisions_by_record(self._journal.decisions_of(_numbers(self._active_steps_at(number))))

    def states_at(self, number: int, decisions: Mapping[RowId, RecordDecision] | None = None) -> States:
        """Return the current records with the decisions in effect after a step, if they are known."""
        states = self._live.picture()
        status = np.full(states.count, Status.TO_REVIEW, np.uint8)
        decided = np.full(states.count, -1, np.int16)
        marks = np.zeros(states.count, np.uint8)
        also = np.full(len(states.also), NOT_CHOSEN, np.int32)
        known = self.decisions_at(number) if decisions is None else decisions
        for row, decision in known.items():
            status[row] = decision.status
            decided[row] = -1 if decision.decided is None else self._live.code(decision.decided)
            marks[row] = decision.all_marks
            if decision.chosen and len(also):
                also[row] = self._live.group(map(self._live.code, decision.also))
        now = self._live.picture()
        return replace(
            states,
            status=status,
            decided=decided,
            marks=marks,
            also=also,
            tag_names=now.tag_names,
            tag_groups=now.tag_groups,
        )

    def return_to(self, number: int, progress: Progress = SILENT) -> Change:
        """Restore the state after a step (0: the initial state), as one undo step."""
        target = self._active_steps_at(number)
        label = (
            message("Return to step {number}", number=number)
            if number
            else message("Return to the beginning")
        )
        while True:
            source = self._journal.active_steps()
            before, after = ([step.number for step in steps] for steps in (source, target))
            if before == after:
                return Change(np.empty(0, np.int64), ChangeKind(0))
            new = {"label": label, "before": before, "after": after}
            change = self._move(progress, source, target, Action.RETURN, new)
            if change is not None:
                return change._replace(target=number)

    def _turn(self, action: Action, words: str) -> Change | None:
        journal = self._journal
        while (step := journal.next_of(action)) is not None:
            source, target = journal.active_steps(), journal.active_steps_after(action)
            change = self._move(SILENT, source, target, action, {"label": step.label, "target": step.number})
            if change is not None:
                label = Message(words, {"label": step_label(step)})
                return change._replace(label=label, target=step.number)
        return None

    def _move(
        self,
        progress: Progress,
        source: Sequence[JournalStep],
        target: Sequence[JournalStep],
        action: Action,
        new: Mapping[str, Any],
    ) -> Change | None:
        """Replace the steps in effect as one step; None if another thread changed the journal first."""
        pairs = zip(source, target, strict=False)
        common = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] is pair[1], pairs))
        values: dict[str, Any] = {}
        for step in reversed(source[common:]):
            values |= values_of(step.action, step.before)
        for step in target[common:]:
            values |= values_of(step.action, step.after)
        parts = [part for part in self._parts() if not part.SETS.isdisjoint(values)] if values else []
        for part in parts:
            part.prepare(progress, values)
        with self._store.write() as transaction:
            if self._journal.active_steps() != source or not all(part.is_ready(values) for part in parts):
                return None
            number = self._journal.append(transaction, action, **new)
            kinds = ChangeKind(0)
            for part in parts:
                kinds |= part.apply(transaction, values)
            changed = {step.number for step in (*source[common:], *target[common:])}
            rows = self._decisions.show_with(transaction, changed, _numbers(target))
            transaction.then(self._on_change)
        if len(rows):
            kinds |= ChangeKind.DECISIONS
        return Change(rows if len(changed) == 1 and not values else None, kinds, number, new["label"], action)

    def _active_steps_at(self, number: int) -> tuple[JournalStep, ...]:
        if not 0 <= number <= self._journal.last:
            raise MltagError(
                message("There is no step {number} in the journal.", number=number),
                message("Choose a step from 0 to {last}.", last=self._journal.last),
            )
        return self._journal.active_steps_at(number)


def _numbers(steps: Sequence[JournalStep]) -> set[int]:
    return {step.number for step in steps}
