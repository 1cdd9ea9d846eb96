"""Time travel: view an earlier state of the workspace, or return to it as an undo step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.decisions import Decisions, RecordDecision, decisions_by_record
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import Journal, JournalStep, UndoHandler
from mltag_desktop.core.workspace.types import NOT_CHOSEN, Action, Change, RowId, States, Status

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
