"""Repair of quarantined records: insert a corrected record at its place, as one undo step.

A repair creates a source revision, as a merge does: the same rows and one more, with one quarantined record
less. An export of the original ignores repairs and uses the revision of the last merge.
"""

from dataclasses import dataclass

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.text.quarantine_repair import repair
from mltag_desktop.core.tables.text.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.records.import_chunks import encoded_texts
from mltag_desktop.core.workspace.records.record_store import QuarantineEntry
from mltag_desktop.core.workspace.records.source_merge import SourceMerge
from mltag_desktop.core.workspace.records.source_revisions import SourceRevision
from mltag_desktop.core.workspace.records.table import REPAIRED, WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import digests_of
from mltag_desktop.core.workspace.storage.packed_blobs import packed
from mltag_desktop.core.workspace.types import Action, Change, RowArray


@dataclass(frozen=True)
class RecordRepair:
    """Inserts repaired records; its steps are undone and redone by `SourceMerge`."""

    workspace_table: WorkspaceTable
    merging: SourceMerge

    def repair(self, quarantined: QuarantinedRecord, text: str, progress: Progress = SILENT) -> Change:
        """Let `text` be the record in place of what could not be read; one undo step.

        Raises `MltagError` with the reason when it is no good record.
        """
        workspace_table = self.workspace_table
        record = repair(text, workspace_table.dialect, workspace_table.meta["columns"], quarantined)
        if isinstance(record, str):
            raise MltagError(record, "Edit the record again, or leave it as unreadable.")
        with workspace_table.alone(progress):
            if not workspace_table.meta["complete"]:
                raise MltagError(
                    "The table is still being read.", "Fix records after the import has finished."
                )
            return self._write(record, quarantined)

    def _write(self, record: Record, quarantined: QuarantinedRecord) -> Change:
        workspace_table, editions = self.workspace_table, self.workspace_table.editions
        current, number = editions.current, editions.next()
        waiting = workspace_table.record_store.quarantine_entries(current)
        at = next((at for at, each in enumerate(waiting) if _is_same(each, quarantined)), None)
        if at is None:
            raise MltagError(
                "This record is no longer in the list of unreadable rows.", "Check the list again."
            )
        place = waiting[at].before
        left = [*waiting[:at], *(each._replace(before=each.before + 1) for each in waiting[at + 1 :])]
        label = message("Fix line {line}", line=quarantined.line)
        with workspace_table.store.write(urgent=True) as transaction:
            row, slot, generation = (
                editions.rows(),
                workspace_table.record_store.slots(),
                workspace_table.generation,
            )
            if workspace_table.text_store.slots_in(generation) != slot:
                raise MltagError("The columns are being changed.", "Try again in a moment.")
            workspace_table.record_store.append(
                transaction, slot, [*packed(0, [record.raw])], row=row, edition=number
            )
            texts = encoded_texts([record.cells], workspace_table.mapping)
            workspace_table.text_store.append(
                transaction, generation, slot, [*packed(0, texts)], digests_of(texts)
            )
            head, path = workspace_table.meta["head"], workspace_table.meta["source_path"]
            nothing: RowArray = np.empty(0, np.int64)
            moved = editions.read(current).moved if current else nothing.reshape(2, 0)
            rows = np.insert(editions.order(), place, row)
            editions.write(transaction, SourceRevision(number, head, path, rows, moved, nothing))
            workspace_table.record_store.quarantine(transaction, number, left)
            side = {"source_path": path, "head": head.hex()}
            step = workspace_table.journal.append(
                transaction,
                Action.MERGE,
                label,
                before={**side, "edition": current},
                after={**side, "edition": number, REPAIRED: True},
            )
            workspace_table.meta.set(transaction, edition=number)
            transaction.then(self.merging.show)
        return Change(None, ChangeKind.RECORDS | ChangeKind.PREDICTIONS, step, label, Action.MERGE)


def _is_same(each: QuarantineEntry, quarantined: QuarantinedRecord) -> bool:
    return each.line == quarantined.line and each.raw == quarantined.raw
