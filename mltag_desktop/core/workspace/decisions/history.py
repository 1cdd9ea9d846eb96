"""Labels of journal steps: as messages when they are read from a file, and in the past tense.

The journal stores English. A step that was read from a file gets its message back from what is stored with
the step; a label of an earlier version for which that is not possible stays English.

Undo and redo; both are steps of the journal themselves.

Time travel: view an earlier state of the workspace, or return to it as an undo step.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, message, message_of, message_plural, template
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.decisions import Decisions, RecordDecision, decisions_by_record
from mltag_desktop.core.workspace.decisions.review_thresholds import threshold_label
from mltag_desktop.core.workspace.decisions.tag_set import change_words, mode_words
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import STORED_LABEL, Journal, JournalStep, UndoHandler
from mltag_desktop.core.workspace.storage.metadata import tags_of
from mltag_desktop.core.workspace.storage.row_checksums import FILLED
from mltag_desktop.core.workspace.types import NOT_CHOSEN, Action, Change, RowId, States, Status, StepView

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


class UndoHistory:
    """Undoes and redoes the last step.

    `handler_of` returns the handler of an action's steps; `on_change` is called after the steps in effect
    have changed.
    """

    def __init__(
        self,
        store: ConnectionPool,
        journal: Journal,
        handler_of: Callable[[Action], UndoHandler],
        on_change: Callable[[], None],
    ) -> None:
        self._store = store
        self._journal = journal
        self._handler_of = handler_of
        self._on_change = on_change

    def undo(self) -> Change | None:
        """Undo the last step in effect; None without a step to undo."""
        return self._turn(forward=False)

    def redo(self) -> Change | None:
        """Redo the last undone step; None without a step to redo."""
        return self._turn(forward=True)

    @property
    def undo_label(self) -> str:
        """Label of the step that `undo` would undo; empty for none."""
        step = self._next(forward=False)
        return step_label(step) if step else ""

    @property
    def redo_label(self) -> str:
        """Label of the step that `redo` would redo; empty for none."""
        step = self._next(forward=True)
        return step_label(step) if step else ""

    def steps(self, before: int | None = None, limit: int = 200) -> list[StepView]:
        """Return the steps before one, or the last ones, the newest first; labels are messages."""
        journal = self._journal
        found = journal.steps(before, limit)
        return [view._replace(label=step_label(journal.step(view.target or view.step))) for view in found]

    def _turn(self, *, forward: bool) -> Change | None:
        action, words = (
            (Action.REDO, template("Redone: {label}"))
            if forward
            else (Action.UNDO, template("Undone: {label}"))
        )
        while (step := self._next(forward=forward)) is not None:
            handler = self._handler_of(step.action)
            handler.prepare(SILENT, step, forward=forward)
            with self._store.write() as transaction:
                if self._next(forward=forward) != step or not handler.is_ready(step, forward=forward):
                    continue  # another thread changed the journal first
                number = self._journal.append(transaction, action, step.label, target=step.number)
                change = handler.apply(transaction, step, forward=forward)
                transaction.then(self._on_change)
            return change._replace(
                step=number,
                label=Message(words, {"label": step_label(step)}),
                action=action,
                target=step.number,
                target_action=step.action,
            )
        return None

    def _next(self, *, forward: bool) -> JournalStep | None:
        return self._journal.last_undone() if forward else self._journal.last_active()


_ALL: Final = ~ChangeKind(0)
_SAME: Final = {Action.ROLLBACK: Action.PROMOTE}
"""Actions that change the same value as another action."""
_SHOWN_AT_ONCE: Final = frozenset({Action.DECISIONS, Action.RETURN})
"""Actions without a handler call here: decisions are recomputed from the journal."""


@dataclass(frozen=True)
class TimeTravel(UndoHandler):
    """Computes earlier states and returns to them; undoes and redoes such returns."""

    store: ConnectionPool
    journal: Journal
    live: RecordStates
    decisions: Decisions
    handler_of: Callable[[Action], UndoHandler]
    """Returns the handler of an action's steps."""
    on_change: Callable[[], None]
    """Called after the steps in effect have changed."""

    def decisions_at(self, number: int) -> dict[RowId, RecordDecision]:
        """Return the decisions in effect after a step; 0 for the initial state."""
        kept = {step.number for step in self._active_steps_at(number)}
        return decisions_by_record(self.journal.decisions_of(kept))

    def states_at(self, number: int, decisions: Mapping[RowId, RecordDecision] | None = None) -> States:
        """Return the current records with the decisions in effect after a step, if they are known."""
        states = self.live.picture()
        status = np.full(states.count, Status.TO_REVIEW, np.uint8)
        decided = np.full(states.count, -1, np.int16)
        marks = np.zeros(states.count, np.uint8)
        also = np.full(len(states.also), NOT_CHOSEN, np.int32)
        known = self.decisions_at(number) if decisions is None else decisions
        for row, decision in known.items():
            status[row] = decision.status
            decided[row] = -1 if decision.decided is None else self.live.code(decision.decided)
            marks[row] = decision.all_marks
            if decision.chosen and len(also):
                also[row] = self.live.group(map(self.live.code, decision.also))
        now = self.live.picture()
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
        while True:
            now = self.journal.active_steps()
            before, after = [step.number for step in now], [step.number for step in target]
            if before == after:
                return Change(np.empty(0, np.int64), ChangeKind(0))
            label = (
                message("Return to step {number}", number=number)
                if number
                else message("Return to the beginning")
            )
            step = JournalStep(0, Action.RETURN, None, label, "", "", before, after)
            self.prepare(progress, step, forward=True)
            with self.store.write() as transaction:
                if self.journal.active_steps() != now or not self.is_ready(step, forward=True):
                    continue
                written = self.journal.append(transaction, Action.RETURN, label, before=before, after=after)
                change = self.apply(transaction, step, forward=True)
            return change._replace(step=written, label=label, action=Action.RETURN, target=number)

    def prepare(self, progress: Progress, step: JournalStep, *, forward: bool) -> None:
        """Do the slow work before the transaction."""
        for each in self._moves(step, forward=forward):
            self.handler_of(each.action).prepare(progress, each, forward=True)

    def is_ready(self, step: JournalStep, *, forward: bool) -> bool:
        """Return whether the prepared data is still valid."""
        moves = self._moves(step, forward=forward)
        return all(self.handler_of(each.action).is_ready(each, forward=True) for each in moves)

    def apply(self, transaction: Transaction, step: JournalStep, *, forward: bool) -> Change:
        """Replace the steps in effect by those of the other side."""
        source, target = _sides(step, forward=forward)
        for each in self._moves(step, forward=forward):
            self.handler_of(each.action).apply(transaction, each, forward=True)
        self.decisions.show_with(transaction, set(source) ^ set(target), set(target))
        transaction.then(self.on_change)
        return Change(None, _ALL)

    def _moves(self, step: JournalStep, *, forward: bool) -> list[JournalStep]:
        """Return one step for each value, apart from decisions, that differs between the two sides."""
        source, target = _sides(step, forward=forward)
        common = 0
        while common < min(len(source), len(target)) and source[common] == target[common]:
            common += 1
        found: dict[Action, JournalStep] = {}
        for number in reversed(source[common:]):
            each = self.journal.step(number)
            found[_SAME.get(each.action, each.action)] = each._replace(after=each.before)
        for number in target[common:]:
            each = self.journal.step(number)
            found[_SAME.get(each.action, each.action)] = each
        return [each for each in found.values() if each.action not in _SHOWN_AT_ONCE]

    def _active_steps_at(self, number: int) -> list[JournalStep]:
        if not 0 <= number <= self.journal.last:
            raise MltagError(
                message("There is no step {number} in the journal.", number=number),
                message("Choose a step from 0 to {last}.", last=self.journal.last),
            )
        return self.journal.active_steps_at(number)


def _sides(step: JournalStep, *, forward: bool) -> tuple[list[int], list[int]]:
    sides: tuple[Any, Any] = (step.before, step.after)
    source, target = sides if forward else reversed(sides)
    return list(source), list(target)
