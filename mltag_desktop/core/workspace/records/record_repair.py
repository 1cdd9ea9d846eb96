"""Repair of quarantined records: insert corrected records at their places, as one undo step.

A repair creates a source revision, as a merge does: the same rows and the new ones, with fewer quarantined
records. An export of the original ignores repairs and uses the revision of the last merge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.quarantine_repair import repair
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.records.import_chunks import encoded_texts
from mltag_desktop.core.workspace.records.source_merge import SourceMerge
from mltag_desktop.core.workspace.records.source_revisions import SourceRevision
from mltag_desktop.core.workspace.records.table import REPAIRED, WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import digests_of
from mltag_desktop.core.workspace.storage.packed_blobs import packed
from mltag_desktop.core.workspace.types import Action, Change, RowArray


class Fixed(NamedTuple):
    """The result of repairing several records."""

    change: Change | None
    """The one step with all that could be repaired; None if nothing could."""
    problems: dict[int, str]
    """Why the texts of the other lines are no records, by line."""


@dataclass(frozen=True)
class RecordRepair:
    """Inserts repaired records; its steps are undone and redone by `SourceMerge`."""

    workspace_table: WorkspaceTable
    merging: SourceMerge

    def repair(self, quarantined: QuarantinedRecord, text: str, progress: Progress = SILENT) -> Change:
        """Replace a quarantined record by `text`, as one undo step.

        Raises `MltagError` with the reason when `text` is not a valid record.
        """
        record = self._parsed(quarantined, text)
        if isinstance(record, str):
            raise MltagError(record, "Edit the record again, or leave it as unreadable.")
        return self._write_exclusively(progress, [(quarantined, record)])

    def repair_all(
        self, texts: Iterable[tuple[QuarantinedRecord, str]], progress: Progress = SILENT
    ) -> Fixed:
        """Replace quarantined records by the texts that are valid records, as one undo step.

        New rows have the order of `texts`.
        """
        good: list[tuple[QuarantinedRecord, Record]] = []
        problems: dict[int, str] = {}
        for quarantined, text in texts:
            record = self._parsed(quarantined, text)
            if isinstance(record, str):
                problems[quarantined.line] = record
            else:
                good.append((quarantined, record))
        return Fixed(self._write_exclusively(progress, good) if good else None, problems)

    def _parsed(self, quarantined: QuarantinedRecord, text: str) -> Record | str:
        table = self.workspace_table
        return repair(text, table.dialect, table.meta["columns"], quarantined)

    def _write_exclusively(
        self, progress: Progress, good: Sequence[tuple[QuarantinedRecord, Record]]
    ) -> Change:
        with self.workspace_table.exclusive_change(progress):
            if not self.workspace_table.meta["complete"]:
                raise MltagError(
                    "The table is still being read.", "Fix records after the import has finished."
                )
            return self._write(good)

    def _write(self, good: Sequence[tuple[QuarantinedRecord, Record]]) -> Change:
        workspace_table, editions = self.workspace_table, self.workspace_table.editions
        current, number = editions.current, editions.next()
        waiting = workspace_table.record_store.quarantine_entries(current)
        at = {(each.line, each.raw): index for index, each in reversed([*enumerate(waiting)])}
        if not all((each.line, each.raw) in at for each, _ in good):
            raise MltagError(
                "This record is no longer in the list of unreadable rows.", "Check the list again."
            )
        fixed = np.array([at[each.line, each.raw] for each, _ in good])
        is_left = np.ones(len(waiting), np.bool_)
        is_left[fixed] = False
        earlier = np.cumsum(~is_left)
        left = [
            each._replace(before=each.before + int(earlier[index]))
            for index, each in enumerate(waiting)
            if is_left[index]
        ]
        label = (
            message("Fix line {line}", line=good[0][0].line)
            if len(good) == 1
            else message("Fix {count:,} lines", count=len(good))
        )
        records = [record for _, record in good]
        with workspace_table.store.write() as transaction:
            row, slot, generation = (
                editions.rows(),
                workspace_table.record_store.slots(),
                workspace_table.generation,
            )
            if workspace_table.text_store.slots_in(generation) != slot:
                raise MltagError("The columns are being changed.", "Try again in a moment.")
            workspace_table.record_store.append(
                transaction, slot, [*packed(0, [each.raw for each in records])], row=row, edition=number
            )
            texts = encoded_texts([each.cells for each in records], workspace_table.mapping)
            workspace_table.text_store.append(
                transaction, generation, slot, [*packed(0, texts)], digests_of(texts)
            )
            head, path = workspace_table.meta["head"], workspace_table.meta["source_path"]
            nothing: RowArray = np.empty(0, np.int64)
            moved = editions.read(current).moved if current else nothing.reshape(2, 0)
            in_order = np.argsort(fixed)
            places = [waiting[index].before for index in fixed[in_order]]
            rows = np.insert(editions.order(), places, row + in_order)
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
