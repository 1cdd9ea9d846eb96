"""The table of a workspace, and the audit set within it.

The audit set: a random sample of records that is never trained on or ranked by the queue.

The digest of its text decides whether a record is in the set. Digests are as good as random, equal texts are
always on the same side, and no merge, copy or undo can move an audit record into training. Texts that differ
from a decided audit record only in case, accents or punctuation are not trained on either
(`TableScan.examples`).

The set has 5% of the texts. In a small table it grows to 60 texts, or to a third of the table, by texts with
higher digests. Texts that were decided before stay outside: models may have been trained on them. The set
never shrinks.

The table of a workspace: import, added texts and column mapping.
"""

import contextlib
import itertools
import math
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping, record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.record_parser import Item, QuarantinedRecord, Record
from mltag_desktop.core.tables.table_file import parse_cells, parse_many
from mltag_desktop.core.tables.table_source import Block, TableSource
from mltag_desktop.core.workspace.models.prediction_store import PredictionStore
from mltag_desktop.core.workspace.record_states import DIGEST, RecordStates
from mltag_desktop.core.workspace.records.import_reading import (
    CHUNK,
    ChunkReader,
    ImportChunk,
    PartCounter,
    TablePart,
    changed_error,
    encoded_texts,
    import_chunk,
    read_chunks,
    remapped_chunk,
)
from mltag_desktop.core.workspace.records.record_store import (
    PASTED_LINE,
    OriginalFiles,
    RecordBatch,
    RecordStore,
    SourceRevisions,
)
from mltag_desktop.core.workspace.records.text_store import TextPlaces, TextStore, digests_of
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import Journal, UndoHandler
from mltag_desktop.core.workspace.storage.metadata import (
    WorkspaceMetadata,
    dialect_json,
    dialect_of,
    mapping_json,
    mapping_of,
)
from mltag_desktop.core.workspace.storage.row_checksums import packed
from mltag_desktop.core.workspace.types import (
    Action,
    Change,
    ChangeKind,
    Mark,
    Origin,
    RecordView,
    RowArray,
    RowId,
    Status,
)

SHARE: Final = 0.05
"""Share of all texts in a large table."""
FEWEST: Final = 60
"""Smallest number of texts in the set, unless the table is small."""
MOST_SHARE: Final = 1 / 3
"""Largest share of the texts of a small table."""
_RANGE: Final = 1 << 16


@dataclass(frozen=True)
class AuditSet:
    """The rule that says which texts belong to the audit set of a table; immutable."""

    limit: int = int(SHARE * _RANGE)
    """The first two bytes of a digest in the set are below this number."""
    kept_out: frozenset[bytes] = frozenset()
    """Digests of texts below the limit that were decided before the set grew."""

    def has(self, digests: Sequence[bytes]) -> NDArray[np.bool_]:
        """Return a mask of the texts in the set, by digest."""
        return self.contains(np.frombuffer(b"".join(digests), DIGEST))

    def contains(self, digests: NDArray[np.void]) -> NDArray[np.bool_]:
        """Return the same mask for an array of digests, without a Python object per record."""
        first = np.ascontiguousarray(digests).view(">u2")[:: DIGEST.itemsize // 2]
        found: NDArray[np.bool_] = first < self.limit
        if self.kept_out:
            for place in np.flatnonzero(found).tolist():
                found[place] = digests[place].tobytes() not in self.kept_out
        return found

    def enlarged(self, digests: NDArray[np.void], decided: Collection[bytes]) -> "AuditSet":
        """Return the set that is large enough for a table with these texts, `decided` excepted."""
        width, joined = DIGEST.itemsize, digests.tobytes()
        texts = sorted({joined[at : at + width] for at in range(0, len(joined), width)})
        wanted = min(int(MOST_SHARE * len(texts)), max(FEWEST, math.ceil(SHARE * len(texts))))
        taken = frozenset(decided).difference(itertools.compress(texts, self.has(texts).tolist()))
        free = [text for text in texts if text not in taken and text not in self.kept_out][:wanted]
        if not free:
            return self
        limit = max(self.limit, int.from_bytes(free[-1][:2], "big") + 1)
        grown = AuditSet(limit, self.kept_out)
        outside = [text for text in texts if text in taken and grown.has([text])[0]]
        return AuditSet(limit, self.kept_out.union(outside))

    def to_json(self) -> dict[str, Any]:
        """Return the set as JSON values."""
        return {"limit": self.limit, "kept_out": sorted(digest.hex() for digest in self.kept_out)}

    @classmethod
    def from_json(cls, content: Mapping[str, Any] | None) -> "AuditSet":
        """Return the set that `to_json` wrote, or the default one."""
        if content is None:
            return cls()
        kept_out = frozenset(bytes.fromhex(digest) for digest in content["kept_out"])
        return cls(int(content["limit"]), kept_out)


_POLL_SECONDS: Final = 0.05
_LARGE: Final = 100_000
"""Number of records from which 5% are certainly enough, even of a table with many equal texts."""
REPAIRED: Final = "mended"
"""Key of a step that put one repaired record in place, and so is no state of the source file."""


@dataclass(eq=False)
class WorkspaceTable(UndoHandler):
    """Reads and changes the table; `shown` is called when the texts of all records have changed."""

    SETS: ClassVar = frozenset({"mapping"})

    store: ConnectionPool
    meta: WorkspaceMetadata
    text_store: TextStore
    editions: SourceRevisions
    live: RecordStates
    journal: Journal
    predictions: PredictionStore
    shown: Callable[[], None]
    _audit: tuple[Any, AuditSet] | None = None
    _bulk: threading.Lock = field(default_factory=threading.Lock)
    """Held by operations that scan all records while they append or rewrite texts."""

    @property
    def record_store(self) -> RecordStore:
        """The records by slot."""
        return self.editions.records

    @property
    def dialect(self) -> Dialect:
        """The dialect of the source."""
        return dialect_of(self.meta["dialect"])

    @property
    def mapping(self) -> ColumnMapping:
        """The columns mapped to text, id, date and known tag."""
        return mapping_of(self.meta["mapping"])

    @property
    def source_path(self) -> Path | None:
        """Path of the imported file; None for pasted records."""
        return Path(self.meta["source_path"]) if self.meta["source_path"] else None

    @property
    def source_name(self) -> str:
        """Name of the imported file; empty for pasted records."""
        return self.source_path.name if self.source_path else ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the source's columns."""
        return tuple(self.meta["columns"])

    @property
    def head(self) -> bytes:
        """The bytes before the first record of the source."""
        head: bytes = self.meta["head"]
        return head

    @property
    def count(self) -> int:
        """Number of readable records."""
        return self.live.count

    @property
    def complete(self) -> bool:
        """Whether the import reached the end of the source; importing the same source again resumes it."""
        return bool(self.meta["complete"])

    @property
    def quarantined(self) -> tuple[QuarantinedRecord, ...]:
        """The source's lines that could not be read as records."""
        entries = self.record_store.quarantine_entries(self.editions.current)
        return tuple(QuarantinedRecord(each.line, each.raw, each.reason) for each in entries)

    @property
    def lost(self) -> RowArray:
        """The records whose bytes were lost with a part of a damaged file; they are empty."""
        return np.flatnonzero(np.isin(self.live.all("slot"), self.record_store.lost()))

    @property
    def stamp(self) -> str:
        """Changes with the records and their texts."""
        return f"{self.generation}.{self.editions.current}.{self.count}"

    @property
    def generation(self) -> int:
        """The current generation of texts."""
        return int(self.meta["generation"])

    def raws_of(self, rows: RowArray) -> list[bytes]:
        """Return the bytes of `rows`, in this order."""
        return self.record_store.raws(self.live.take("slot", rows))

    def places(self, rows: Sequence[RowId] | RowArray) -> TextPlaces:
        """Return where the texts of `rows` are stored, for another process."""
        slots = self.live.take("slot", rows)
        store = self.store
        return TextPlaces(store.path, not store.read_only, self.generation, slots)

    def texts(self, rows: Sequence[RowId] | RowArray) -> list[str]:
        """Return the model's input texts of `rows`, in this order."""
        return self.text_store.of(self.generation, self.live.take("slot", rows))

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return the views of `rows`, in this order; raises `IndexError` for a missing record."""
        wanted = np.asarray(rows, np.int64)
        if len(wanted) and not (wanted.min() >= 0 and wanted.max() < self.live.count):
            raise IndexError(f"rows outside 0 to {self.live.count - 1}")
        mapping, dialect = self.mapping, self.dialect
        with self.live.lock:
            fields = (
                "predicted",
                "confidence",
                "stale",
                "status",
                "decided",
                "chunk",
                "offset",
                "again",
                "marks",
                "suspected",
                "doubtful",
            )
            states = {field: self.live.take(field, wanted) for field in fields}
            annotations = [self.live.annotations(row) for row in wanted.tolist()]
            suggested = self.live.suggested(wanted)
            live = self.live.live_probabilities(wanted)
            origin = self.live.live.origin if self.live.live is not None else Origin.MODEL
        raws = self.raws_of(wanted)
        probabilities = self.predictions.probabilities(states["chunk"], states["offset"])
        is_open = states["status"] == np.uint8(Status.TO_REVIEW)
        is_open &= states["marks"] & np.uint8(Mark.OFF_TOPIC | Mark.ON_TOPIC) == 0
        views = []
        for place, (row, cells) in enumerate(zip(wanted.tolist(), parse_many(raws, dialect), strict=True)):
            known = "" if mapping.tag is None or mapping.tag >= len(cells) else cells[mapping.tag]
            predicted = self.live.name(int(states["predicted"][place]))
            views.append(
                RecordView(
                    row=row,
                    cells=cells,
                    text=record_text(cells, mapping),
                    known_tag=known.strip() or None,
                    predicted=predicted,
                    confidence=None if predicted is None else float(states["confidence"][place]),
                    probabilities=live[place] or probabilities[place],
                    stale=bool(states["stale"][place]),
                    status=Status(int(states["status"][place])),
                    decided=self.live.name(int(states["decided"][place])),
                    also=annotations[place][0],
                    note=annotations[place][1],
                    again=bool(states["again"][place]),
                    marks=Mark(int(states["marks"][place])),
                    origin=origin if live[place] is not None else Origin.MODEL,
                    suggested=suggested.get(row, ()),
                    suspected=bool(states["suspected"][place] and is_open[place]),
                    doubtful=bool(states["doubtful"][place] and is_open[place]),
                )
            )
        return views

    def tag_probability(self, progress: Progress, tags: Collection[str]) -> NDArray[np.float32]:
        """Return the probability that each record has one of `tags`, shape (n,); NaN where it is unknown."""
        found = self.predictions.tag_probability(progress, tags)
        live = self.live.live_tag_probability(tags)
        if live is not None:
            rows, values = live
            found[rows] = values
        return found

    def digests(self, rows: Sequence[RowId] | RowArray) -> list[bytes]:
        """Return the blake2b digests, 16 bytes each, of the input texts of `rows`, in this order."""
        taken = self.live.take("digest", rows).tobytes()
        return [taken[at : at + 16] for at in range(0, len(taken), 16)]

    def all_digests(self) -> NDArray[np.void]:
        """Return the digests of all records as a read-only array; a list of a million would block other
        threads.
        """
        return self.live.all("digest")

    @property
    def audit_set(self) -> AuditSet:
        """The rule that says which texts belong to the audit set."""
        content = self.meta.get("audit")
        if self._audit is None or self._audit[0] is not content:
            self._audit = content, AuditSet.from_json(content)
        return self._audit[1]

    def audited(self, rows: Sequence[RowId] | RowArray | None = None) -> NDArray[np.bool_]:
        """Return a mask of the records of the audit set, among `rows` or all."""
        digests = self.all_digests()
        return self.audit_set.contains(digests if rows is None else digests[np.asarray(rows, np.int64)])

    def adapt_audit_set(self) -> None:
        """Let the audit set grow to a useful size if the table is small."""
        present, known = self.audit_set, self.live.picture()
        digests = self.all_digests()[: known.count][~known.gone]
        if len(digests) >= _LARGE or self.store.read_only:
            return
        rows = self.journal.ever_decided()
        decided = self.digests(rows[rows < known.count])
        adapted = present.enlarged(digests, decided)
        if adapted != present:
            with self.store.write() as transaction:
                self.meta.set(transaction, audit=adapted.to_json())

    def batches(self, *, pasted: bool) -> Iterator[RecordBatch]:
        """Yield the source byte for byte in order, followed by the pasted records if requested."""
        yield from self.editions.batches()
        if pasted:
            yield from self.record_store.pasted()

    def source_batches(self) -> Iterator[RecordBatch]:
        """Yield the source as its file was, without repaired and pasted records, byte for byte."""
        merges = (step for step in self.journal.active_steps() if step.action is Action.MERGE)
        files = [step.after["edition"] for step in merges if not step.after.get(REPAIRED)]
        return self.editions.batches(int(files[-1]) if files else 0)

    def original_pieces(self) -> Iterator[bytes]:
        """Yield the bytes of a source file that is not text; nothing for a text source."""
        return OriginalFiles(self.store).pieces(self.editions.current)

    def opened_original(self) -> AbstractContextManager[BinaryIO]:
        """Open a source file that is not text; empty for a text source."""
        return OriginalFiles(self.store).opened(self.editions.current)

    def import_table(
        self,
        progress: Progress,
        table: TableSource,
        mapping: ColumnMapping,
        on_chunk: Callable[[Change], None] | None = None,
        read: ChunkReader = read_chunks,
    ) -> Change:
        """Write all records of `table` in short transactions; `on_chunk` gets the change of each one.

        `read` reads the table. After a cancel, the written records stay, and the next import of the same
        source continues after them.
        """
        with self.exclusive_change(progress):
            before = self.live.count
            if self.meta["source_path"]:
                part = self._imported_part(table)
            else:
                self._begin(table, mapping)
                part = TablePart()
            with contextlib.closing(read(progress, table, self.mapping, part)) as chunks:
                for chunk in chunks:
                    change = self._append(chunk.chunk)
                    if on_chunk is not None:
                        on_chunk(change)
                    progress.report(chunk.fraction, "Reading the table")
            with self.store.write() as transaction:
                self.meta.set(transaction, complete=True)
        return Change(np.arange(before, self.live.count), ChangeKind.RECORDS, label=message("Import"))

    def import_start(self, table: TableSource, mapping: ColumnMapping) -> Change:
        """Import the first records of `table`, about 32 KiB; `import_table` continues from there."""
        with self.exclusive_change(SILENT):
            self._begin(table, mapping)
            block = next(table.blocks(1 << 15), Block(()))
            return self._append(import_chunk(block, mapping))

    def set_columns(self, columns: Sequence[str], mapping: ColumnMapping) -> None:
        """Set the columns of an empty workspace without a table; the text must be the first one."""
        from mltag_desktop.core.tables.record_writer import new_record

        if self.live.count or self.meta["source_path"] or mapping.text != self.mapping.text:
            raise MltagError(
                "This workspace already contains records.", "Create a new workspace for the table."
            )
        with self.store.write() as transaction:
            self.meta.set(
                transaction,
                columns=list(columns),
                head=new_record(list(columns), self.dialect),
                mapping=mapping_json(mapping),
            )

    def add_texts(self, texts: Sequence[str]) -> Change:
        """Append one record per text."""
        width, place = len(self.meta["columns"]), self.mapping.text[0]
        return self.add_records(
            [["" if column != place else text for column in range(width)] for text in texts]
        )

    def add_records(self, records: Sequence[Sequence[str]]) -> Change:
        """Append records by their cells, one for each column."""
        from mltag_desktop.core.tables.record_writer import new_record

        dialect = self.dialect
        items: list[Item] = []
        for cells in records:
            raw = new_record([_fitting(cell, dialect) for cell in cells], dialect)
            items.append(Record(PASTED_LINE, raw, parse_cells(raw, dialect)))
        changes = [
            self._append(import_chunk(Block(items[at : at + CHUNK]), self.mapping), pasted=True)
            for at in range(0, len(items), CHUNK)
        ]
        rows = [change.rows for change in changes if change.rows is not None]
        return Change(
            np.concatenate(rows) if rows else np.empty(0, np.int64),
            ChangeKind.RECORDS,
            label=message("Add texts"),
        )

    def set_mapping(self, mapping: ColumnMapping, progress: Progress = SILENT) -> Change:
        """Change the column mapping, as one undo step."""
        _check(mapping, len(self.meta["columns"]))
        if mapping == self.mapping:
            return Change(np.empty(0, np.int64), ChangeKind(0))
        label = message("Change the columns")
        while True:
            generation = self.fill(progress, mapping)
            with self.store.write() as transaction:
                if not self.is_filled(generation):
                    continue
                before, after = mapping_json(self.mapping), mapping_json(mapping)
                step = self.journal.append(transaction, Action.MAPPING, label, before=before, after=after)
                change = self._store_mapping(transaction, mapping, generation)
            with self.exclusive_change(progress):
                self.text_store.prune(self.generation)
            return Change(change.rows, change.kinds, step, label, Action.MAPPING)

    def prepare(self, progress: Progress, values: Mapping[str, Any]) -> None:
        """Prepare the texts that another mapping needs."""
        self.fill(progress, mapping_of(values["mapping"]))

    def apply(self, transaction: Transaction, values: Mapping[str, Any]) -> ChangeKind:
        """Set the mapping."""
        mapping = mapping_of(values["mapping"])
        return self._store_mapping(transaction, mapping, self.text_store.generation_of(mapping.text)).kinds

    def is_ready(self, values: Mapping[str, Any]) -> bool:
        """Return whether all texts are prepared."""
        return self.is_filled(self.text_store.generation_of(mapping_of(values["mapping"]).text))

    def fill(self, progress: Progress, mapping: ColumnMapping) -> int:
        """Create the missing texts of all slots for `mapping`; return their generation."""
        with self.exclusive_change(progress):
            generation = self.text_store.generation_for(mapping.text)
            total = self.record_store.slots()
            for first in range(self.text_store.slots_in(generation), total, CHUNK):
                raws = self.record_store.raws(np.arange(first, min(total, first + CHUNK)))
                texts = encoded_texts(parse_many(raws, self.dialect), mapping)
                with self.store.write(durable=False) as transaction:
                    digests = digests_of(texts)
                    self.text_store.append(transaction, generation, first, [*packed(0, texts)], digests)
                progress.report((first + len(texts)) / total, "Reading the columns")
        return generation

    def is_filled(self, generation: int) -> bool:
        """Return whether a generation has the text of every slot."""
        return self.text_store.slots_in(generation) >= self.record_store.slots()

    @contextlib.contextmanager
    def exclusive_change(self, progress: Progress) -> Iterator[None]:
        """Wait for another long change to end; `progress` can cancel the wait."""
        while not self._bulk.acquire(timeout=_POLL_SECONDS):
            progress.report(0.0, "Waiting for the import")
        try:
            yield
        finally:
            self._bulk.release()

    def _begin(self, table: TableSource, mapping: ColumnMapping) -> None:
        if self.live.count:
            raise MltagError(
                "This workspace already contains records.", "Create a new workspace for the table."
            )
        _check(mapping, len(table.columns))
        if not table.dialect.is_text:
            OriginalFiles(self.store).keep(0, table.path)
        with self.store.write() as transaction:
            self.meta.set(
                transaction,
                source_path=str(table.path.resolve()) if table.path.name else "",  # empty for pasted tables
                complete=False,
                dialect=dialect_json(table.dialect),
                columns=list(table.columns),
                head=table.head,
                mapping=mapping_json(mapping),
            )
            self.text_store.declare(transaction, self.generation, mapping.text)

    def _imported_part(self, table: TableSource) -> TablePart:
        """Return the part that was imported earlier; raises `MltagError` if it is not of this table."""
        if self.meta["complete"]:
            raise MltagError(
                "This workspace already has a table.", "Create a new workspace for another table."
            )
        if table.head != self.meta["head"] or table.dialect != self.dialect:
            raise changed_error(table.path)
        counter = PartCounter()
        for batch in self.batches(pasted=False):
            counter.add(1 if batch.rows is None else len(batch.rows), batch.stretch.joined)
        return counter.part

    def _append(self, chunk: ImportChunk, *, pasted: bool = False) -> Change:
        with self.store.write(durable=pasted) as transaction:
            start, slot = self.live.count, self.record_store.slots()
            if chunk.mapping != self.mapping:  # it was changed while this thread waited
                chunk = remapped_chunk(chunk, self.mapping, self.dialect)
            edition = int(self.meta["edition"])
            place = self.editions.source_rows() if chunk.quarantined else 0
            self.record_store.append(transaction, slot, chunk.raws, row=start, edition=edition, pasted=pasted)
            if chunk.quarantined:
                quarantined = [each._replace(before=place + each.before) for each in chunk.quarantined]
                self.record_store.quarantine(transaction, edition, quarantined)
            self.text_store.append(transaction, self.generation, slot, chunk.texts, chunk.digests)
            slots = np.arange(slot, slot + chunk.size)
            digests = np.frombuffer(chunk.digests, DIGEST)
            transaction.then(lambda: self.live.append(digests, slots))
        return Change(np.arange(start, start + chunk.size), ChangeKind.RECORDS)

    def _store_mapping(self, transaction: Transaction, mapping: ColumnMapping, generation: int) -> Change:
        moved = generation != self.generation
        self.meta.set(transaction, mapping=mapping_json(mapping), generation=generation)
        if not moved:
            return Change(None, ChangeKind.MAPPING)
        digests = self.text_store.digests(generation)
        transaction.then(lambda: self.live.replace_texts(digests[self.live.all("slot")]))
        transaction.then(self.shown)
        return Change(None, ChangeKind.MAPPING | ChangeKind.RECORDS | ChangeKind.PREDICTIONS)


def _check(mapping: ColumnMapping, columns: int) -> None:
    named = [*mapping.text, *(each for each in (mapping.id, mapping.date, mapping.tag) if each is not None)]
    if not mapping.text:
        raise MltagError("No text column is selected.", "Choose at least one text column.")
    if not all(0 <= each < columns for each in named):
        raise MltagError(
            message("The table has only {columns} columns.", columns=columns), "Choose existing columns."
        )


def _fitting(text: str, dialect: Dialect) -> str:
    """Replace what cannot be written: lone surrogates, and delimiters in a table without quotes."""
    text = text.encode("utf-8", "replace").decode()
    return text if dialect.quote else " ".join(text.replace(dialect.delimiter, " ").split())
