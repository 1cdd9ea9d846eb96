"""The interface of classes that undo and redo steps."""

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.storage.connection_pool import Transaction
from mltag_desktop.core.workspace.storage.journal import JournalStep
from mltag_desktop.core.workspace.types import Change


class UndoHandler:
    """Undoes and redoes the steps of some actions; by default without preparation."""

    def prepare(self, progress: Progress, step: JournalStep, *, forward: bool) -> None:
        """Do slow work before the transaction."""

    def is_ready(self, step: JournalStep, *, forward: bool) -> bool:
        """Return, inside the transaction, whether the prepared data is still valid."""
        return True

    def apply(self, transaction: Transaction, step: JournalStep, *, forward: bool) -> Change:
        """Undo a step, or redo it if `forward`."""
        raise NotImplementedError
