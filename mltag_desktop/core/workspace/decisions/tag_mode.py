"""The choice of one tag or several tags per record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import Journal, JournalStep, UndoHandler
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.types import Action, Change

KEY: Final = "several_tags"
"""Name of the value in the metadata."""


@dataclass(frozen=True)
class TagMode(UndoHandler):
    """Reads and changes the choice; `used` is called with it after a change."""

    store: ConnectionPool
    meta: WorkspaceMetadata
    journal: Journal
    used: Callable[[bool | None], object]

    @property
    def choice(self) -> bool | None:
        """Whether records have several tags; None if nobody chose, so that the records themselves tell."""
        found = self.meta.get(KEY)
        return None if found is None else bool(found)

    def choose(self, *, several: bool) -> Change:
        """Choose several tags or one tag per record, as one undo step.

        With one tag, additional tags are kept, but neither shown nor used.
        """
        before = self.choice
        if before == several:
            return Change(None, ChangeKind(0))
        label = mode_words(several)
        with self.store.write() as transaction:
            step = self.journal.append(transaction, Action.TAG_MODE, label, before=before, after=several)
            return self._store(transaction, several, step, label)

    def apply(self, transaction: Transaction, step: JournalStep, *, forward: bool) -> Change:
        """Undo or redo a choice."""
        return self._store(transaction, step.after if forward else step.before, None, "")

    def _store(self, transaction: Transaction, several: bool | None, step: int | None, label: str) -> Change:
        self.meta.set(transaction, **{KEY: several})
        transaction.then(lambda: self.used(several))
        kinds = ChangeKind.TAGS | ChangeKind.DECISIONS | ChangeKind.PREDICTIONS
        return Change(None, kinds, step, label, None if step is None else Action.TAG_MODE)


def mode_words(several: bool) -> str:
    """Return the label of a step that chooses."""
    return message("Allow several tags per record") if several else message("Allow one tag per record")
