"""Undo and redo: one step back or forth, written to the journal like everything else."""

from collections.abc import Callable
from typing import Protocol

from mltag_desktop.core.messages import Message, template
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.step_labels import step_label
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import Journal, JournalStep
from mltag_desktop.core.workspace.types import Action, Change


class UndoHandler(Protocol):
    """Whoever can undo and redo the steps of an action."""

    def prepare(self, progress: Progress, step: JournalStep, *, forward: bool) -> None:
        """Do what takes long, before the write."""
        ...

    def is_ready(self, step: JournalStep, *, forward: bool) -> bool:
        """Tell inside the write whether what `prepare` did still holds."""
        ...

    def apply(self, transaction: Transaction, step: JournalStep, *, forward: bool) -> Change:
        """Take a step back, or put it in force again."""
        ...


class UndoHistory:
    """Takes the last step back, or puts it in force again.

    `room` tells who turns the steps of an action; `settled` is called when another state is in force.
    """

    def __init__(
        self,
        store: ConnectionPool,
        journal: Journal,
        room: Callable[[Action], UndoHandler],
        settled: Callable[[], None],
    ) -> None:
        self._store = store
        self._journal = journal
        self._room = room
        self._settled = settled

    def undo(self, progress: Progress) -> Change | None:
        """Take the last step in force back; None when there is none."""
        return self._turn(progress, forward=False)

    def redo(self, progress: Progress) -> Change | None:
        """Put the step that was undone last in force again; None when there is none."""
        return self._turn(progress, forward=True)

    def _turn(self, progress: Progress, *, forward: bool) -> Change | None:
        action, words = (
            (Action.REDO, template("Redone: {label}"))
            if forward
            else (Action.UNDO, template("Undone: {label}"))
        )
        while (step := self._next(forward=forward)) is not None:
            room = self._room(step.action)
            room.prepare(progress, step, forward=forward)
            with self._store.write(urgent=True) as transaction:
                if self._next(forward=forward) != step or not room.is_ready(step, forward=forward):
                    continue  # another thread was quicker
                number = self._journal.append(transaction, action, step.label, target=step.number)
                change = room.apply(transaction, step, forward=forward)
                transaction.then(self._settled)
            return change._replace(step=number, label=Message(words, {"label": step_label(step)}))
        return None

    def _next(self, *, forward: bool) -> JournalStep | None:
        return self._journal.last_undone() if forward else self._journal.last_in_force()
