"""Bring records in later: those of a changed source, and repaired ones.

Merge a changed source: plan which records are new, changed and gone, then apply it as one undo step.

Repair of quarantined records: insert corrected records at their places, as one undo step.

A repair creates a source revision, as a merge does: the same rows and the new ones, with fewer quarantined
records. An export of the original ignores repairs and uses the revision of the last merge.
"""

import hashlib
import itertools
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.tables.columns import ColumnMapping, record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.tables.record_writer import repair
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.records.import_reading import ChunkReader, encoded_texts, read_chunks
from mltag_desktop.core.workspace.records.record_store import OriginalFiles, QuarantineEntry, SourceRevision
from mltag_desktop.core.workspace.records.table import REPAIRED, WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import digests_of
from mltag_desktop.core.workspace.storage.connection_pool import Transaction
from mltag_desktop.core.workspace.storage.journal import UndoHandler
from mltag_desktop.core.workspace.storage.row_checksums import packed
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind, ImportSummary, RowArray, RowId

Digests = NDArray[Any]
"""blake2b digests, 16 bytes each."""
_NONE: Final = -1
_BETWEEN: Final = "\x1f"
_EXAMPLES: Final = 20


class RecordDigests(NamedTuple):
    """Digests of a table's records, in order."""

    cells: Digests
    texts: Digests
    ids: Digests | None
    """None if the id column is not unique or has empty cells."""


def record_digests(
    blocks: Iterable[Sequence[Sequence[str]]], mapping: ColumnMapping, *, has_texts: bool = True
) -> RecordDigests:
    """Compute the digests of blocks of records; `has_texts` is False if the text digests are known."""
    place, whole = mapping.id, True
    cells, texts, ids = bytearray(), bytearray(), bytearray()
    for rows in blocks:
        cells += digests_of([_joined(each) for each in rows])
        if has_texts:
            texts += digests_of(encoded_texts(rows, mapping))
        if place is not None and whole:
            found = [each[place].strip() for each in rows]
            whole = all(found)
            ids += digests_of([each.encode("utf-8", "surrogatepass") for each in found])
    keys = np.frombuffer(ids, DIGEST) if place is not None and whole else None
    if keys is not None and len(np.unique(keys.view("S16"))) < len(keys):
        keys = None
    return RecordDigests(np.frombuffer(cells, DIGEST), np.frombuffer(texts, DIGEST), keys)


def pair_records(old: Digests, new: Digests) -> RowArray:
    """Return for each of `new` the index of the equal digest in `old`, in order; -1 for none."""
    count, both = len(old), np.concatenate([old, new]).view("S16")
    order = np.argsort(both, kind="stable")
    ordered = both[order]
    is_first = np.append(True, ordered[1:] != ordered[:-1])[: len(order)]
    group = np.cumsum(is_first) - 1
    olds = np.bincount(group[order < count], minlength=group.max(initial=0) + 1)[group]
    starts = np.flatnonzero(is_first)[group]
    place = np.arange(len(order)) - olds  # of an old record with the same number in its group
    is_paired = (order >= count) & (place - starts < olds)
    found = np.full(len(new), _NONE, np.int64)
    found[order[is_paired] - count] = order[place[is_paired]]
    return found


def pair_by_content(old: RecordDigests, new: RecordDigests) -> RowArray:
    """Pair records with equal cells, then the remaining records with equal texts."""
    found = pair_records(old.cells, new.cells)
    left = np.flatnonzero(~np.isin(np.arange(len(old.cells)), found))
    waiting = np.flatnonzero(found == _NONE)
    second = pair_records(old.texts[left], new.texts[waiting])
    met = second != _NONE
    found[waiting[met]] = left[second[met]]
    return found


def _joined(cells: Sequence[str]) -> bytes:
    """Return an unambiguous encoding of the cells."""
    joined = _BETWEEN.join(cells)
    if joined.count(_BETWEEN) >= len(cells):  # a cell contains the separator
        joined = f"{[*map(len, cells)]}{_BETWEEN * len(cells)}{''.join(cells)}"
    return joined.encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class ChangedRecord:
    """A record whose text has changed."""

    row: RowId
    before: str
    after: str


@dataclass(frozen=True)
class MergePlan:
    """The effects of merging a changed source; nothing is stored yet."""

    by: str
    """"id" if the mapped id column is unique in both sources, else "content"."""
    added: int
    changed: int
    """Number of records with another text."""
    revised: int
    """Number of records with the same text and other cells."""
    gone: int
    same: int
    added_examples: tuple[str, ...]
    changed_examples: tuple[ChangedRecord, ...]
    gone_examples: tuple[RowId, ...]
    gone_decided: int
    """Number of decided records that are gone; they keep their decisions."""
    reordered: bool
    """Whether the remaining records are in another order."""
    table: TableSource = field(repr=False)
    rows: RowArray = field(repr=False)
    """The row of each record of the new source; -1 for a new record."""
    digest: bytes = field(repr=False)
    edition: int = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether the source has the same records in the same order."""
        return not (self.added or self.changed or self.revised or self.gone or self.reordered)


@dataclass(frozen=True)
class SourceMerge(UndoHandler):
    """Plans, applies, undoes and redoes merges."""

    SETS: ClassVar = frozenset({"edition", "head", "source_path"})

    workspace_table: WorkspaceTable

    def import_or_merge(
        self,
        progress: Progress,
        table: TableSource,
        mapping: ColumnMapping,
        read: ChunkReader = read_chunks,
    ) -> ImportSummary:
        """Import a table, resume its import, or merge its changes; for scripts."""
        before = self.workspace_table.count
        if not self.workspace_table.complete or self.workspace_table.source_path is None:
            self.workspace_table.import_table(progress, table, mapping, read=read)
            return ImportSummary(self.workspace_table.count - before, 0, 0)
        plan = self.plan(SubProgress(progress, 0.0, 0.5), table)
        if not plan.is_empty:
            self.merge(SubProgress(progress, 0.5, 1.0), plan)
        return ImportSummary(plan.added, plan.changed + plan.revised, plan.gone)

    def plan(self, progress: Progress, source: TableSource) -> MergePlan:
        """Compare a table with the current source: new, changed and gone records. Nothing is stored.

        Records are matched by the mapped id column if it is filled and unique, else by their content. Raises
        `MltagError` if the columns differ.
        """
        self._check(source)
        old_rows = array("q")  # a million Python numbers would take 40 MiB
        cells = self._old(SubProgress(progress, 0.0, 0.45), old_rows)
        old = record_digests(cells, self.workspace_table.mapping, has_texts=False)
        rows = np.frombuffer(old_rows, np.int64)
        old = old._replace(texts=self.workspace_table.live.take("digest", rows))
        reading = _SourceReading(source)
        records = reading.records(SubProgress(progress, 0.45, 0.9))
        new = record_digests(
            ([each.cells for each in block] for block in records), self.workspace_table.mapping
        )
        ids = [each.ids for each in (old, new) if each.ids is not None]
        keyed = len(ids) == 2
        old, new = old._replace(ids=None), new._replace(ids=None)
        places = pair_records(ids.pop(0), ids.pop(0)) if keyed else pair_by_content(old, new)
        return self._compared(source, "id" if keyed else "content", rows, old, new, places, reading.digest)

    def merge(self, progress: Progress, plan: MergePlan) -> Change:
        """Apply a plan; raises `MltagError` if the source or the workspace has changed since."""
        workspace_table = self.workspace_table
        with workspace_table.exclusive_change(progress):
            reading = _SourceReading(plan.table)
            news = self._new_records(SubProgress(progress, 0.0, 0.7), plan, reading)
            if plan.edition != workspace_table.editions.current or reading.digest != plan.digest:
                raise MltagError(
                    message(
                        "{name} or the workspace has changed in the meantime.", name=plan.table.path.name
                    ),
                    "Compare them again.",
                )
            number = workspace_table.editions.next()
            if not plan.table.dialect.is_text:
                OriginalFiles(workspace_table.store).keep(number, plan.table.path)
            progress.report(0.8, "Writing")
            return self._write(plan, news, reading.quarantined, number)

    def prepare(self, progress: Progress, values: Mapping[str, Any]) -> None:
        """Prepare the texts, if the mapping was changed in between."""
        self.workspace_table.fill(progress, self.workspace_table.mapping)

    def is_ready(self, values: Mapping[str, Any]) -> bool:
        """Return whether all texts are prepared."""
        return self.workspace_table.is_filled(self.workspace_table.generation)

    def apply(self, transaction: Transaction, values: Mapping[str, Any]) -> ChangeKind:
        """Set the revision of the source."""
        self.workspace_table.meta.set(transaction, **{name: values[name] for name in self.SETS})
        transaction.then(self.show)
        return ChangeKind.RECORDS | ChangeKind.PREDICTIONS

    def show(self) -> None:
        """Show the rows and texts of the current revision, and which records are gone."""
        workspace_table = self.workspace_table
        count = workspace_table.editions.rows()
        slots = workspace_table.editions.slots(count)
        digests = workspace_table.text_store.digests(workspace_table.generation)[slots]
        workspace_table.live.replace_slots(
            slots, digests, workspace_table.editions.gone(count), self.outdated(count)
        )
        workspace_table.shown()

    def update_outdated(self) -> None:
        """Update which records need another look."""
        if self.workspace_table.editions.next() > 1:
            self.workspace_table.live.put(slice(None), again=self.outdated(self.workspace_table.live.count))

    def outdated(self, count: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return a mask of the records whose text was changed by a merge after their last decision."""
        again = np.zeros(count, np.bool_)
        merges = [step for step in self.workspace_table.journal.active_steps() if step.action is Action.MERGE]
        changed = {
            step.number: self.workspace_table.editions.read(step.after["edition"]).changed for step in merges
        }
        changed = {number: rows for number, rows in changed.items() if len(rows)}
        if changed:
            decided, steps = self.workspace_table.journal.decided_since(min(changed))
            for number, rows in changed.items():
                again[rows] = True
                again[decided[steps > number]] = False
        return again

    def _check(self, source: TableSource) -> None:
        workspace_table = self.workspace_table
        if not workspace_table.meta["complete"] or not workspace_table.meta["source_path"]:
            raise MltagError("The import of this workspace is not complete.", "Import the table first.")
        if source.columns != tuple(workspace_table.meta["columns"]) or _reading(source.dialect) != _reading(
            workspace_table.dialect
        ):
            raise MltagError(
                message(
                    "{name} has different columns or a different format than before.", name=source.path.name
                ),
                "Save it in the previous format, or create a new workspace for it.",
            )

    def _old(self, progress: Progress, rows: "array[int]") -> Iterator[list[tuple[str, ...]]]:
        """Yield the cells of the current source's records, and collect their rows."""
        workspace_table, total = self.workspace_table, max(1, self.workspace_table.live.count)
        for batch in workspace_table.batches(pasted=False):
            if batch.rows is not None:
                progress.report(min(1.0, len(rows) / total), "Reading stored records")
                rows.extend(batch.rows.tolist())
                yield parse_many(batch.stretch.values(), workspace_table.dialect)

    def _compared(
        self,
        source: TableSource,
        by: str,
        old_rows: RowArray,
        old: RecordDigests,
        new: RecordDigests,
        places: RowArray,
        digest: bytes,
    ) -> MergePlan:
        kept = np.flatnonzero(places >= 0)
        other = kept[old.cells[places[kept]] != new.cells[kept]]
        is_changed = old.texts[places[other]] != new.texts[other]
        changed, fresh = other[is_changed], np.flatnonzero(places < 0)
        rows = np.where(places >= 0, old_rows[places] if len(old_rows) else -1, -1)
        stays = np.zeros(len(old_rows), np.bool_)
        stays[places[kept]] = True
        gone = old_rows[~stays]
        shown = _texts_at(
            source, {*changed[:_EXAMPLES].tolist(), *fresh[:_EXAMPLES].tolist()}, self.workspace_table.mapping
        )
        before = self.workspace_table.texts(rows[changed[:_EXAMPLES]])
        examples = zip(changed[:_EXAMPLES].tolist(), before, strict=True)
        return MergePlan(
            by=by,
            added=len(fresh),
            changed=len(changed),
            revised=len(other) - len(changed),
            gone=len(gone),
            same=len(kept) - len(other),
            added_examples=tuple(shown.get(at, "") for at in fresh[:_EXAMPLES].tolist()),
            changed_examples=tuple(
                ChangedRecord(int(rows[at]), text, shown.get(at, "")) for at, text in examples
            ),
            gone_examples=tuple(gone[:_EXAMPLES].tolist()),
            gone_decided=int((self.workspace_table.live.take("status", gone) > 0).sum()),
            reordered=not np.array_equal(rows[kept], old_rows[stays]),
            table=source,
            rows=rows,
            digest=digest,
            edition=self.workspace_table.editions.current,
        )

    def _new_records(
        self, progress: Progress, plan: MergePlan, reading: "_SourceReading"
    ) -> tuple["_NewRecords", "_NewRecords"]:
        """Return the records that are new, and those that have other bytes than before."""
        table, fresh, moved, at = self.workspace_table, _NewRecords(), _NewRecords(), 0
        for block in reading.records(progress):
            rows = plan.rows[at : at + len(block)]
            if len(rows) < len(block):
                break  # the file has grown since the plan, which is rejected later
            kept = np.flatnonzero(rows >= 0)
            stored = dict(zip(kept.tolist(), table.raws_of(rows[kept]), strict=True))
            for place, record in enumerate(block):
                if place not in stored or stored[place] != record.raw:
                    new = moved if place in stored else fresh
                    new.places.append(at + place)
                    new.raws.append(record.raw)
                    new.texts += encoded_texts([record.cells], table.mapping)
            at += len(block)
        return fresh, moved

    def _write(
        self,
        plan: MergePlan,
        news: tuple["_NewRecords", "_NewRecords"],
        quarantined: Sequence[QuarantineEntry],
        number: int,
    ) -> Change:
        table = self.workspace_table
        fresh, moved = (np.array(new.places, np.int64) for new in news)

        def revision_of(row: int, slots: RowArray, digests: Digests) -> SourceRevision:
            rows = plan.rows.copy()
            rows[fresh] = np.arange(row, row + len(fresh))
            current = table.editions.current
            known = dict(table.editions.read(current).moved.T.tolist()) if current else {}
            known.update(zip(plan.rows[moved].tolist(), slots.tolist(), strict=True))
            places = np.array(sorted(known.items()), np.int64).reshape(-1, 2).T
            changed = plan.rows[moved][table.live.take("digest", plan.rows[moved]) != digests]
            path = str(plan.table.path.resolve())
            return SourceRevision(number, plan.table.head, path, rows, places, np.sort(changed))

        label = message(
            "Merge source changes ({added:,} new, {changed:,} changed, {gone:,} removed)",
            added=plan.added,
            changed=plan.changed,
            gone=plan.gone,
        )
        return self.write_revision(label, number, news, quarantined, revision_of)

    def write_revision(
        self,
        label: str,
        number: int,
        news: tuple["_NewRecords", "_NewRecords"],
        quarantined: Sequence[QuarantineEntry],
        revision_of: Callable[[int, RowArray, Digests], SourceRevision],
        **marks: bool,
    ) -> Change:
        """Write a revision with its new records and those with other bytes, as one undo step.

        `revision_of` gets the first new row, and slots and text digests of the records with other bytes;
        `marks` are kept in the step.
        """
        table, (fresh, moved) = self.workspace_table, news
        with table.store.write() as transaction:
            row, slot, generation = table.editions.rows(), table.record_store.slots(), table.generation
            if table.text_store.slots_in(generation) != slot:
                raise MltagError("The columns are being changed.", "Try again in a moment.")
            slots = slot + len(fresh.raws) + np.arange(len(moved.raws))
            for new, first, start in ((fresh, slot, row), (moved, slot + len(fresh.raws), -1)):
                raws = [*packed(0, new.raws)]
                table.record_store.append(transaction, first, raws, row=start, edition=number)
            texts = fresh.texts + moved.texts
            digests = digests_of(texts)
            table.text_store.append(transaction, generation, slot, [*packed(0, texts)], digests)
            revision = revision_of(row, slots, np.frombuffer(digests, DIGEST)[len(fresh.raws) :])
            table.editions.write(transaction, revision)
            table.record_store.quarantine(transaction, number, quarantined)
            meta = table.meta
            before = {key: meta[key] for key in ("edition", "source_path")} | {"head": meta["head"].hex()}
            after = {"edition": number, "source_path": revision.path, "head": revision.head.hex(), **marks}
            step = table.journal.append(transaction, Action.MERGE, label, before=before, after=after)
            meta.set(transaction, edition=number, head=revision.head, source_path=revision.path)
            transaction.then(self.show)
        return Change(None, ChangeKind.RECORDS | ChangeKind.PREDICTIONS, step, label, Action.MERGE)


@dataclass
class _NewRecords:
    """Records that are not stored yet: their bytes, texts and positions in the source."""

    raws: list[bytes] = field(default_factory=list)
    texts: list[bytes] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


class _SourceReading:
    """One pass through a source; its digest and quarantined records are known at the end."""

    def __init__(self, source: TableSource) -> None:
        self._source = source
        self._hash = hashlib.blake2b(source.head, digest_size=16)
        self.quarantined: list[QuarantineEntry] = []

    @property
    def digest(self) -> bytes:
        """Return the digest of the source's content."""
        return self._hash.digest()

    def records(self, progress: Progress) -> Iterator[list[Record]]:
        """Yield the records in blocks."""
        source, count = self._source, 0
        for block in source.blocks():
            progress.report(source.fraction, "Reading the table")
            found: list[Record] = []
            for item in block:
                self._hash.update(item.raw)
                if isinstance(item, Record):
                    found.append(item)
                else:
                    self.quarantined.append(
                        QuarantineEntry(count + len(found), item.line, item.raw, item.reason)
                    )
            count += len(found)
            yield found


def _texts_at(source: TableSource, places: set[int], mapping: ColumnMapping) -> dict[int, str]:
    """Return the texts of the records at some positions of a source."""
    found: dict[int, str] = {}
    if places:
        records = (item for block in source.blocks() for item in block if isinstance(item, Record))
        for place, record in enumerate(itertools.islice(records, max(places) + 1)):
            if place in places:
                found[place] = record_text(record.cells, mapping)
    return found


def _reading(dialect: Dialect) -> Dialect:
    """Return the parts of a dialect that affect how records are parsed."""
    return replace(dialect, newline="\n", bom=b"", skip=0)


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
        texts = encoded_texts([record.cells for _, record in good], workspace_table.mapping)
        new = _NewRecords([record.raw for _, record in good], texts)
        head, path = workspace_table.meta["head"], workspace_table.meta["source_path"]
        nothing: RowArray = np.empty(0, np.int64)
        moved = editions.read(current).moved if current else nothing.reshape(2, 0)
        in_order = np.argsort(fixed)
        places = [waiting[index].before for index in fixed[in_order]]

        def revision_of(row: int, _slots: RowArray, _digests: Digests) -> SourceRevision:
            rows = np.insert(editions.order(), places, row + in_order)
            return SourceRevision(number, head, path, rows, moved, nothing)

        return self.merging.write_revision(
            label, number, (new, _NewRecords()), left, revision_of, **{REPAIRED: True}
        )
