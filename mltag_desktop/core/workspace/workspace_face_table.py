"""What a document says of its table and does with it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import SILENT, Part, Progress
from mltag_desktop.core.tables.column_mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.table_file import Quarantined, TableFile
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.components import Parts
from mltag_desktop.core.workspace.records.record_store import Piece
from mltag_desktop.core.workspace.records.table import source_of
from mltag_desktop.core.workspace.types import Change, RecordView, RowArray, RowId, States, Taken

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.records.source_merge import MergePlan


class TableFace:
    """Importing, merging and mending the table, and reading its records."""

    _parts: Parts

    @property
    def source_path(self) -> Path | None:
        """Where the imported file was, None when the records were pasted."""
        return source_of(self._parts.meta)

    @property
    def source_name(self) -> str:
        """Name of the imported file, empty when the records were pasted."""
        return self.source_path.name if self.source_path else ""

    @property
    def dialect(self) -> Dialect:
        """How the source is written."""
        return self._parts.table.dialect

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the source's columns."""
        return tuple(self._parts.meta["columns"])

    @property
    def head(self) -> bytes:
        """What stands before the first record in the source, byte for byte."""
        head: bytes = self._parts.meta["head"]
        return head

    @property
    def mapping(self) -> ColumnMapping:
        """Which columns are text, id, date and known tag."""
        return self._parts.table.mapping

    @property
    def count(self) -> int:
        """Number of records that can be read."""
        return self._parts.live.count

    @property
    def complete(self) -> bool:
        """Whether the import reached the end of the source; importing the same source again goes on."""
        return bool(self._parts.meta["complete"])

    @property
    def quarantined(self) -> tuple[Quarantined, ...]:
        """The source's lines that are no good records."""
        return tuple(self._parts.records.quarantined(self._parts.editions.current))

    def import_table(
        self,
        progress: Progress,
        table: TableFile,
        mapping: ColumnMapping,
        on_chunk: Callable[[Change], None] | None = None,
    ) -> Change:
        """Read all records of `table` in short transactions; `on_chunk` hears of each one.

        When it is cancelled, what was read stays, and importing the same source again goes on from there.
        """
        return self._parts.table.import_table(progress, table, mapping, on_chunk)

    def import_start(self, table: TableFile, mapping: ColumnMapping, size: int = 1 << 15) -> Change:
        """Read the first records of `table`, about `size` bytes; `import_table` goes on from there."""
        return self._parts.table.import_start(table, mapping, size)

    def plan_merge(self, progress: Progress, table: TableFile) -> "MergePlan":
        """Compare a table with the source as it was read: what is new, changed and gone. Stores nothing.

        Records are told apart by the mapped id column where that is filled and different everywhere, else by
        their content. Raises `MltagError` when its columns are others.
        """
        return self._parts.merging.plan(progress, table)

    def apply_merge(self, progress: Progress, plan: "MergePlan") -> Change:
        """Take a changed source over; one undo step. Decisions stay with their records."""
        return self._parts.merging.apply(progress, plan)

    def take_in(self, progress: Progress, table: TableFile, mapping: ColumnMapping) -> Taken:
        """Import a table, go on with its import, or take over what changed in it since; for scripts."""
        before = self.count
        if not self.complete or self.source_path is None:
            self.import_table(progress, table, mapping)
            return Taken(self.count - before, 0, 0)
        plan = self.plan_merge(Part(progress, 0.0, 0.5), table)
        if not plan.is_empty:
            self.apply_merge(Part(progress, 0.5, 1.0), plan)
        return Taken(plan.added, plan.changed + plan.revised, plan.gone)

    def add_texts(self, texts: Sequence[str]) -> Change:
        """Append pasted records, written in the table's dialect."""
        return self._parts.table.add_texts(texts)

    def set_mapping(self, mapping: ColumnMapping, progress: Progress = SILENT) -> Change:
        """Let the model read other columns; one undo step."""
        return self._parts.table.set_mapping(progress, mapping)

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return what is shown of `rows`, in their order; raises `IndexError` for one that is not there."""
        return self._parts.pages.records(rows)

    def texts(self, rows: Sequence[RowId] | RowArray) -> list[str]:
        """Return what the model reads of `rows`, in their order."""
        return self._parts.table.texts_of(np.asarray(rows, np.int64))

    def digests(self, rows: Sequence[RowId] | RowArray) -> list[bytes]:
        """Return the blake2b digests, 16 bytes, of what the model reads of `rows`, in their order."""
        taken = self._parts.live.take("digest", np.asarray(rows, np.int64)).tobytes()
        return [taken[at : at + 16] for at in range(0, len(taken), 16)]

    def all_digests(self) -> NDArray[np.void]:
        """Return the digests of all records; not to be written to. A list of a million would hold all up."""
        return self._parts.live.all("digest")

    def repeats(self) -> tuple[tuple[RowId, ...], ...]:
        """Return the groups of records with the same text, which is not empty, by their first; quick."""
        return self._parts.gleaning.repeats()

    def empty(self) -> RowArray:
        """Return the records without a text."""
        return self._parts.gleaning.empty()

    def all_texts(self, progress: Progress) -> list[str]:
        """Return what the model reads of every record."""
        return self._parts.gleaning.all_texts(progress)

    def column(self, progress: Progress, column: int) -> list[str]:
        """Return one source column's cell of every record; goes through the whole table."""
        return self._parts.gleaning.column(progress, column)

    def ranks(self, progress: Progress, column: int | None) -> NDArray[np.float64]:
        """Return numbers that sort like a source column's cells, or (None) like the texts; nan for none."""
        return self._parts.gleaning.ranks(progress, column)

    def search(self, progress: Progress, needle: str) -> RowArray:
        """Return the rows whose text holds `needle`, whatever the case."""
        found = list(self.hits(progress, needle))
        return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)

    def hits(self, progress: Progress, needle: str) -> Iterator[RowArray]:
        """Yield the rows that `search` returns, some at once, as they are found."""
        return (found for (found,) in self._parts.gleaning.hits(progress, (needle,)))

    def hits_of_all(self, progress: Progress, needles: Sequence[str]) -> Iterator[list[RowArray]]:
        """Yield the rows that hold each of `needles`, some at once; the texts are read once for all."""
        return self._parts.gleaning.hits(progress, needles)

    def walk(self, *, pasted: bool) -> Iterator[Piece]:
        """Yield the source in its order, byte for byte, and then, or not, what was pasted."""
        return self._parts.table.walk(pasted=pasted)

    def mend(self, aside: Quarantined, text: str, progress: Progress = SILENT) -> Change:
        """Let `text` be the record in place of what was set aside; one undo step.

        Raises `MltagError` with the reason when it is no good record.
        """
        return self._parts.mending.apply(progress, aside, text)

    def walk_source(self) -> Iterator[Piece]:
        """Yield the source as its file was, without what was mended or pasted, byte for byte."""
        return self._parts.editions.walk(self._parts.mending.source_edition())

    def original_pieces(self) -> Iterator[bytes]:
        """Yield the source's bytes, where it is no text and so kept whole; else none."""
        from mltag_desktop.core.workspace.records.record_store_originals import Originals

        return Originals(self._parts.store).pieces(self._parts.editions.current)

    def opened_original(self) -> AbstractContextManager[BinaryIO]:
        """Open the source that was kept whole; empty where it is text."""
        from mltag_desktop.core.workspace.records.record_store_originals import Originals

        return Originals(self._parts.store).opened(self._parts.editions.current)

    def states(self) -> States:
        """Return one consistent picture of all records; cheap, nothing is copied until a write comes."""
        return self._parts.live.picture()
