"""Undo and redo; both are steps of the journal themselves."""

from collections.abc import Callable

from mltag_desktop.core.messages import Message, template
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.step_labels import step_label
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.journal import Journal, JournalStep, UndoHandler
from mltag_desktop.core.workspace.types import Action, Change, StepView


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
