"""The document's table: importing it, appending to it, and which of its columns the model reads."""

import contextlib
import io
import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.mapping import record_text
from mltag_desktop.core.tables.reader import Item, Record, TableFile, parse_cells
from mltag_desktop.core.tables.records import csv_reader
from mltag_desktop.core.tables.writer import new_record
from mltag_desktop.core.workspace.journal import Journal, Step
from mltag_desktop.core.workspace.meta import Meta, dialect_json, dialect_of, mapping_json, mapping_of
from mltag_desktop.core.workspace.records import PASTED_LINE, RecordStore
from mltag_desktop.core.workspace.states import DIGEST, LiveStates
from mltag_desktop.core.workspace.store import Store, Transaction
from mltag_desktop.core.workspace.texts import TextStore, digests_of
from mltag_desktop.core.workspace.types import Action, Change

CHUNK: Final = 5_000
"""Records in one short transaction; a decision waits for no more than that."""
_POLL_SECONDS: Final = 0.05


@dataclass(frozen=True)
class Table:
    """Reads and changes the table; `shown` is called when the texts of all records have changed."""

    store: Store
    meta: Meta
    records: RecordStore
    texts: TextStore
    live: LiveStates
    journal: Journal
    shown: Callable[[], None]
    bulk: threading.Lock
    """Held by whatever goes through all records and appends or rewrites texts."""

    @property
    def dialect(self) -> Dialect:
        """How the source is written."""
        return dialect_of(self.meta["dialect"])

    @property
    def mapping(self) -> ColumnMapping:
        """Which columns are text, id, date and known tag."""
        return mapping_of(self.meta["mapping"])

    @property
    def generation(self) -> int:
        """The generation of texts in force."""
        return int(self.meta["generation"])

    def import_table(
        self,
        progress: Progress,
        table: TableFile,
        mapping: ColumnMapping,
        on_chunk: Callable[[Change], None] | None,
    ) -> Change:
        """Read the table in short transactions; goes on where an earlier import of it ended."""
        with self._alone(progress):
            before = self.live.count
            items: Iterator[Item] = itertools.chain.from_iterable(table.blocks())
            if self.meta["source_path"]:
                items = self._rest(progress, table, items)
            else:
                self._begin(table, mapping)
            size = max(1, table.size)
            for chunk in _chunks(items):
                change = self._append(chunk)
                if on_chunk is not None:
                    on_chunk(change)
                progress.report(min(1.0, table.position() / size), "Reading the table")
            with self.store.write(urgent=False) as transaction:
                self.meta.set(transaction, complete=True)
        return Change(np.arange(before, self.live.count), frozenset({"records"}), label="Import")

    def add_texts(self, texts: Sequence[str]) -> Change:
        """Append one record for each text."""
        dialect, width, place = self.dialect, len(self.meta["columns"]), self.mapping.text[0]
        items = []
        for text in texts:
            cells = ["" if column != place else _fitting(text, dialect) for column in range(width)]
            raw = new_record(cells, dialect)
            items.append(Record(PASTED_LINE, raw, parse_cells(raw, dialect)))
        changes = [self._append(chunk) for chunk in _chunks(iter(items))]
        rows = [change.rows for change in changes if change.rows is not None]
        return Change(
            np.concatenate(rows) if rows else np.empty(0, np.int64), frozenset({"records"}), label="Add texts"
        )

    def set_mapping(self, progress: Progress, mapping: ColumnMapping) -> Change:
        """Let the model read other columns; one undo step."""
        _check(mapping, len(self.meta["columns"]))
        if mapping == self.mapping:
            return Change(np.empty(0, np.int64), frozenset())
        label = "Change the columns"
        while True:
            generation = self._prepare(progress, mapping)
            with self.store.write(urgent=True) as transaction:
                if not self._is_filled(generation):
                    continue
                before, after = mapping_json(self.mapping), mapping_json(mapping)
                step = self.journal.append(transaction, Action.MAPPING, label, before=before, after=after)
                change = self._use(transaction, mapping, generation)
            with self._alone(progress):
                self.texts.prune(self.generation)
            return Change(change.rows, change.what, step, label)

    def prepare(self, progress: Progress, step: Step, *, forward: bool) -> None:
        """Make the texts ready that undoing or redoing a change of the mapping needs."""
        self._prepare(progress, mapping_of(step.after if forward else step.before))

    def turn(self, transaction: Transaction, step: Step, *, forward: bool) -> Change:
        """Undo or redo a change of the mapping."""
        mapping = mapping_of(step.after if forward else step.before)
        return self._use(transaction, mapping, self.texts.generation_of(mapping.text))

    def is_ready(self, step: Step, *, forward: bool) -> bool:
        """Tell whether the texts for it are all there."""
        mapping = mapping_of(step.after if forward else step.before)
        return self._is_filled(self.texts.generation_of(mapping.text))

    def _begin(self, table: TableFile, mapping: ColumnMapping) -> None:
        if self.live.count:
            raise MltagError("This workspace holds records already.", "Make a new workspace for the table.")
        _check(mapping, len(table.columns))
        with self.store.write(urgent=True) as transaction:
            self.meta.set(
                transaction,
                source_path=str(table.path.resolve()),
                complete=False,
                dialect=dialect_json(table.dialect),
                columns=list(table.columns),
                head=table.head,
                mapping=mapping_json(mapping),
            )
            self.texts.declare(transaction, self.generation, mapping.text)

    def _rest(self, progress: Progress, table: TableFile, items: Iterator[Item]) -> Iterator[Item]:
        """Skip what was imported before; raises `MltagError` when it is not what stands in the file now."""
        if self.meta["complete"]:
            raise MltagError(
                "This workspace holds its table already.", "Make a new workspace for another one."
            )
        progress.report(0.0, "Comparing with what was read before")
        same = table.head == self.meta["head"] and table.dialect == self.dialect
        stored = self.records.walk(pasted=False)
        if not same or any(next(items, (0, b""))[1] != piece.raw for piece in stored):
            raise MltagError(
                f"{table.path.name} has changed since its import began.",
                "Make a new workspace for it; this one keeps what was read.",
            )
        return items

    def _append(self, items: Sequence[Item]) -> Change:
        mapping = self.mapping
        texts = [record_text(item.cells, mapping) for item in items if isinstance(item, Record)]
        digests = digests_of(texts)
        with self.store.write(urgent=False) as transaction:
            start = self.live.count
            if mapping != self.mapping:  # it was changed while this thread waited
                texts = [record_text(item.cells, self.mapping) for item in items if isinstance(item, Record)]
                digests = digests_of(texts)
            self.records.append(transaction, start, items)
            self.texts.append(transaction, self.generation, start, texts, digests)
            transaction.then(lambda: self.live.append(np.frombuffer(digests, DIGEST)))
        return Change(np.arange(start, start + len(texts)), frozenset({"records"}))

    def _prepare(self, progress: Progress, mapping: ColumnMapping) -> int:
        """Make the texts of all records for `mapping`, where they are not there; returns their generation."""
        with self._alone(progress):
            generation = self.texts.generation_for(mapping.text)
            dialect = self.dialect
            while not self._is_filled(generation):
                start = self.texts.rows_in(generation)
                progress.report(start / self.live.count, "Reading the columns")
                raws = self.records.stretch(start, start + CHUNK)
                texts = [record_text(cells, mapping) for cells in parse_many(raws, dialect)]
                with self.store.write(urgent=False) as transaction:
                    self.texts.append(transaction, generation, start, texts, digests_of(texts))
        return generation

    def _is_filled(self, generation: int) -> bool:
        return self.texts.rows_in(generation) >= self.live.count

    def _use(self, transaction: Transaction, mapping: ColumnMapping, generation: int) -> Change:
        moved = generation != self.generation
        self.meta.set(transaction, mapping=mapping_json(mapping), generation=generation)
        if not moved:
            return Change(None, frozenset({"mapping"}))
        digests = self.texts.digests(generation)
        transaction.then(lambda: self.live.retext(digests))
        transaction.then(self.shown)
        return Change(None, frozenset({"mapping", "records", "predictions"}))

    @contextlib.contextmanager
    def _alone(self, progress: Progress) -> Iterator[None]:
        """Wait for another long change to end; a cancel is heard meanwhile."""
        while not self.bulk.acquire(timeout=_POLL_SECONDS):
            progress.report(0.0, "Waiting for the import")
        try:
            yield
        finally:
            self.bulk.release()


def source_of(meta: Meta) -> Path | None:
    """Where the imported file was; None when there is none."""
    return Path(meta["source_path"]) if meta["source_path"] else None


def parse_many(raws: Sequence[bytes], dialect: Dialect) -> list[tuple[str, ...]]:
    """Return the cells of many records, all at once where their bytes are as good joined as alone."""
    text = b"".join(raws).decode(dialect.encoding, "replace")
    reader = csv_reader(io.StringIO(text, newline=""), dialect.delimiter, dialect.quote)
    rows = [tuple(row) for row in reader if row]
    return rows if len(rows) == len(raws) else [parse_cells(raw, dialect) for raw in raws]


def _check(mapping: ColumnMapping, columns: int) -> None:
    named = [*mapping.text, *(each for each in (mapping.id, mapping.date, mapping.tag) if each is not None)]
    if not mapping.text:
        raise MltagError("No column is chosen for the text.", "Choose at least one column to read.")
    if not all(0 <= each < columns for each in named):
        raise MltagError(f"The table has {columns} columns only.", "Choose columns that are there.")


def _fitting(text: str, dialect: Dialect) -> str:
    """Replace what cannot be written: halves of surrogate pairs, and delimiters in a table without quotes."""
    text = text.encode("utf-8", "replace").decode()
    return text if dialect.quote else " ".join(text.replace(dialect.delimiter, " ").split())


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Cut into chunks, a small one first so that a screenful is there at once."""
    size = CHUNK // 10
    while chunk := list(itertools.islice(items, size)):
        yield chunk
        size = CHUNK
