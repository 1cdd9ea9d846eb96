"""A source that changed: what is new, changed and gone is shown first, then taken over as one undo step."""

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.mapping import record_text
from mltag_desktop.core.tables.reader import Record, TableFile, parse_many
from mltag_desktop.core.workspace.editions import Edition
from mltag_desktop.core.workspace.intake import encoded_texts
from mltag_desktop.core.workspace.journal import Step
from mltag_desktop.core.workspace.originals import Originals
from mltag_desktop.core.workspace.records import Aside
from mltag_desktop.core.workspace.states import DIGEST
from mltag_desktop.core.workspace.store import Transaction
from mltag_desktop.core.workspace.stretches import packed
from mltag_desktop.core.workspace.table import Table
from mltag_desktop.core.workspace.texts import digest, digests_of
from mltag_desktop.core.workspace.types import Action, Change, RowArray, RowId

_EXAMPLES: Final = 20
_AT_ONCE: Final = 5_000
_WHAT: Final = frozenset({"records", "predictions"})


@dataclass(frozen=True)
class Changed:
    """A record whose text is another one now."""

    row: RowId
    before: str
    after: str


@dataclass(frozen=True)
class MergePlan:
    """What taking over a changed source would do; nothing is stored yet."""

    by: str
    """"id" when the mapped id column tells records apart in both, else "content"."""
    added: int
    changed: int
    """Records with another text."""
    revised: int
    """Records with the same text and other cells."""
    gone: int
    same: int
    added_examples: tuple[str, ...]
    changed_examples: tuple[Changed, ...]
    gone_examples: tuple[RowId, ...]
    gone_decided: int
    """Gone records that carry a decision; they keep it."""
    reordered: bool
    """The records that stay are in another order."""
    table: TableFile = field(repr=False)
    rows: RowArray = field(repr=False)
    """For each record of the new source its row, -1 for a new one."""
    digest: bytes = field(repr=False)
    edition: int = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether the source has the same records in the same order."""
        return not (self.added or self.changed or self.revised or self.gone or self.reordered)


@dataclass(frozen=True)
class Merging:
    """Plans and applies merges, undoes and redoes them."""

    desk: Table

    def plan(self, progress: Progress, source: TableFile) -> MergePlan:
        """Compare a table with the source in force; raises `MltagError` when their columns differ."""
        self._check(source)
        old = self._old(Part(progress, 0.0, 0.4))
        new = list(_records(Part(progress, 0.4, 0.8), source))
        place = self.desk.mapping.id
        keyed = place is not None and _is_key(old, place) and _is_key(new, place)
        rows = _by_id(old, new, place or 0) if keyed else _by_content(old, new, self.desk.mapping)
        return self._compared(progress, source, "id" if keyed else "content", old, new, rows)

    def apply(self, progress: Progress, plan: MergePlan) -> Change:
        """Take the new source over; raises `MltagError` when it or the document changed since the plan."""
        desk = self.desk
        with desk.alone(progress):
            new = list(_records(Part(progress, 0.0, 0.5), plan.table))
            if plan.edition != desk.editions.current or _digest(plan.table, new) != plan.digest:
                raise MltagError(
                    f"{plan.table.path.name} or the workspace changed meanwhile.", "Compare them again."
                )
            progress.report(0.6, "Comparing")
            fresh = np.flatnonzero(plan.rows < 0)
            kept = np.flatnonzero(plan.rows >= 0)
            old_raws = self._raws(plan.rows[kept])
            moved = [at for at, raw in zip(kept.tolist(), old_raws, strict=True) if raw != new[at].raw]
            number = desk.editions.next()
            if plan.table.dialect.form not in ("delimited", "jsonl"):
                Originals(desk.store).keep(number, plan.table.path)
            progress.report(0.8, "Writing")
            return self._write(plan, new, fresh, np.array(moved, np.int64), number)

    def prepare(self, progress: Progress, step: Step, *, forward: bool) -> None:
        """Make the texts ready, where the columns were changed in between."""
        self.desk.fill(progress, self.desk.mapping)

    def is_ready(self, step: Step, *, forward: bool) -> bool:
        """Tell whether the texts are all there."""
        return self.desk.is_filled(self.desk.generation)

    def turn(self, transaction: Transaction, step: Step, *, forward: bool) -> Change:
        """Undo or redo a merge."""
        side: dict[str, Any] = step.after if forward else step.before
        self.desk.meta.set(
            transaction,
            edition=side["edition"],
            head=bytes.fromhex(side["head"]),
            source_path=side["source_path"],
        )
        transaction.then(self.show)
        return Change(None, _WHAT)

    def show(self) -> None:
        """Show the rows of the edition in force, with its texts, and which are gone."""
        desk = self.desk
        count = desk.editions.rows()
        slots = desk.editions.slots(count)
        digests = desk.texts.digests(desk.generation)[slots]
        desk.live.reslot(slots, digests, desk.editions.gone(count), self.again(count))
        desk.shown()

    def look(self) -> None:
        """Show which records need another look."""
        if self.desk.editions.next() > 1:
            self.desk.live.look(self.again(self.desk.live.count))

    def again(self, count: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return which records have another text since a merge in force, and no decision since."""
        again = np.zeros(count, np.bool_)
        for step in self.desk.journal.in_force():
            if step.action is Action.MERGE:
                again[self.desk.editions.read(step.after["edition"]).changed] = True
                again[self.desk.journal.decided_since(step.number)] = False
        return again

    def _check(self, source: TableFile) -> None:
        desk = self.desk
        if not desk.meta["complete"] or not desk.meta["source_path"]:
            raise MltagError("This workspace has not read all of a table yet.", "Import the table first.")
        if source.columns != tuple(desk.meta["columns"]) or _reading(source.dialect) != _reading(
            desk.dialect
        ):
            raise MltagError(
                f"{source.path.name} has other columns or is written in another way than before.",
                "Save it as it was, or make a new workspace for it.",
            )

    def _old(self, progress: Progress) -> "list[_Known]":
        """Return the records of the source in force."""
        desk, found = self.desk, list["_Known"]()
        rows: list[RowId] = []
        raws: list[bytes] = []
        for piece in desk.walk(pasted=False):
            if piece.row is not None:
                rows.append(piece.row)
                raws.append(piece.raw)
        for start in range(0, len(raws), _AT_ONCE):
            progress.report(start / len(raws), "Reading what is stored")
            part = raws[start : start + _AT_ONCE]
            cells = parse_many(part, desk.dialect)
            found += map(_Known, rows[start : start + _AT_ONCE], part, cells)
        return found

    def _raws(self, rows: RowArray) -> list[bytes]:
        parts = [self.desk.raws_of(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)]
        return [raw for part in parts for raw in part]

    def _compared(
        self,
        progress: Progress,
        source: TableFile,
        by: str,
        old: "Sequence[_Known]",
        new: "Sequence[_New]",
        rows: RowArray,
    ) -> MergePlan:
        mapping = self.desk.mapping
        known = {each.row: each for each in old}
        changed: list[Changed] = []
        count = revised = 0
        for each, row in zip(new, rows.tolist(), strict=True):
            if row < 0 or known[row].raw == each.raw:
                continue
            before, after = record_text(known[row].cells, mapping), record_text(each.cells, mapping)
            if before == after:
                revised += known[row].cells != each.cells
                continue
            count += 1
            if len(changed) < _EXAMPLES:
                changed.append(Changed(row, before, after))
        present = set(rows.tolist())
        gone = [each.row for each in old if each.row not in present]
        fresh = np.flatnonzero(rows < 0)
        decided = self.desk.live.take("status", np.array(gone, np.int64)) if gone else np.empty(0)
        return MergePlan(
            by=by,
            added=len(fresh),
            changed=count,
            revised=revised,
            gone=len(gone),
            same=len(new) - len(fresh) - count - revised,
            added_examples=tuple(record_text(new[at].cells, mapping) for at in fresh[:_EXAMPLES].tolist()),
            changed_examples=tuple(changed),
            gone_examples=tuple(gone[:_EXAMPLES]),
            gone_decided=int((decided > 0).sum()),
            reordered=[row for row in rows.tolist() if row >= 0]
            != [each.row for each in old if each.row in present],
            table=source,
            rows=rows,
            digest=_digest(source, new),
            edition=self.desk.editions.current,
        )

    def _write(
        self, plan: MergePlan, new: "Sequence[_New]", fresh: RowArray, moved: RowArray, number: int
    ) -> Change:
        desk, places = self.desk, np.concatenate([fresh, moved])
        label = (
            f"Take over the changed table ({plan.added:,} new, {plan.changed:,} changed, {plan.gone:,} gone)"
        )
        with desk.store.write(urgent=True) as transaction:
            row, slot, generation = desk.editions.rows(), desk.records.slots(), desk.generation
            if desk.texts.slots_in(generation) != slot:
                raise MltagError("The columns are being changed just now.", "Try again in a moment.")
            raws = [new[at].raw for at in fresh.tolist()]
            desk.records.append(transaction, slot, [*packed(0, raws)], row=row, edition=number)
            raws = [new[at].raw for at in moved.tolist()]
            after = slot + len(fresh)
            desk.records.append(transaction, after, [*packed(0, raws)], row=-1, edition=number)
            texts = encoded_texts([new[at].cells for at in places.tolist()], desk.mapping)
            digests = digests_of(texts)
            desk.texts.append(transaction, generation, slot, [*packed(0, texts)], digests)
            rows = plan.rows.copy()
            rows[fresh] = np.arange(row, row + len(fresh))
            earlier = desk.live.take("digest", plan.rows[moved])
            other = earlier != np.frombuffer(digests, DIGEST)[len(fresh) :]
            edition = Edition(
                number,
                plan.table.head,
                str(plan.table.path.resolve()),
                rows,
                self._moved(plan.rows[moved], np.arange(after, after + len(moved))),
                np.sort(plan.rows[moved][other]),
            )
            desk.editions.write(transaction, edition)
            desk.records.set_aside(transaction, number, _aside(plan.table))
            step = self._step(transaction, label, edition)
        return Change(None, _WHAT, step, label)

    def _moved(self, rows: RowArray, slots: RowArray) -> RowArray:
        """Return all rows whose bytes are newer than those they came with, and their slots."""
        current = self.desk.editions.current
        known = dict(self.desk.editions.read(current).moved.T.tolist()) if current else {}
        known.update(zip(rows.tolist(), slots.tolist(), strict=True))
        return np.array(sorted(known.items()), np.int64).reshape(-1, 2).T

    def _step(self, transaction: Transaction, label: str, edition: Edition) -> int:
        meta = self.desk.meta
        before = {key: meta[key] for key in ("edition", "source_path")} | {"head": meta["head"].hex()}
        after = {"edition": edition.number, "source_path": edition.path, "head": edition.head.hex()}
        number = self.desk.journal.append(transaction, Action.MERGE, label, before=before, after=after)
        meta.set(transaction, edition=edition.number, head=edition.head, source_path=edition.path)
        transaction.then(self.show)
        return number


@dataclass(frozen=True, slots=True)
class _Known:
    row: RowId
    raw: bytes
    cells: tuple[str, ...]


_New = Record


def _records(progress: Progress, source: TableFile) -> Iterator[_New]:
    for block in source.blocks():
        progress.report(min(1.0, source.position() / max(1, source.size)), "Reading the table")
        yield from (item for item in block if isinstance(item, Record))


def _aside(source: TableFile) -> list[Aside]:
    found: list[Aside] = []
    place = 0
    for item in source.records():
        if isinstance(item, Record):
            place += 1
        else:
            found.append(Aside(place, item.line, item.raw, item.reason))
    return found


def _digest(source: TableFile, new: Sequence[_New]) -> bytes:
    hashed = hashlib.blake2b(source.head, digest_size=16)
    for each in new:
        hashed.update(each.raw)
    return hashed.digest()


def _reading(dialect: Dialect) -> Dialect:
    """Return what of a dialect must be the same for records to be read alike."""
    return replace(dialect, newline="\n", bom=b"", skip=0)


def _is_key(records: "Sequence[_Known] | Sequence[_New]", place: int) -> bool:
    keys = [each.cells[place].strip() for each in records]
    return all(keys) and len(set(keys)) == len(keys)


def _by_id(old: Sequence[_Known], new: Sequence[_New], place: int) -> RowArray:
    rows = {each.cells[place].strip(): each.row for each in old}
    return np.fromiter((rows.get(each.cells[place].strip(), -1) for each in new), np.int64, len(new))


def _by_content(old: Sequence[_Known], new: Sequence[_New], mapping: ColumnMapping) -> RowArray:
    """Pair records with the same cells, then, of the rest, those with the same text; first with first."""
    found = np.full(len(new), -1, np.int64)
    waiting: dict[Any, deque[RowId]] = defaultdict(deque)
    for each in old:
        waiting[each.cells].append(each.row)
    for at, record in enumerate(new):
        if rows := waiting.get(record.cells):
            found[at] = rows.popleft()
    left = {row for rows in waiting.values() for row in rows}
    by_text: dict[bytes, deque[RowId]] = defaultdict(deque)
    for each in old:
        if each.row in left:
            by_text[digest(record_text(each.cells, mapping))].append(each.row)
    for at in np.flatnonzero(found < 0).tolist():
        if rows := by_text.get(digest(record_text(new[at].cells, mapping))):
            found[at] = rows.popleft()
    return found
