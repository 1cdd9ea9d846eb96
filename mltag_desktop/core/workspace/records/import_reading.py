"""Read a table in chunks that are ready to be written, from the start or after the records imported before.

Another process can read it: it gets an `ImportRequest` and opens the table again. Each chunk comes with the
part of the table after which yet another process can go on.
"""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import ColumnMapping, record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.tables.table_source import Block, TableSource
from mltag_desktop.core.workspace.records.record_store import QuarantineEntry
from mltag_desktop.core.workspace.records.text_store import digests_of
from mltag_desktop.core.workspace.storage.row_checksums import (
    Packed,
    moved,
    packed,
    stretch_of,
)

CHUNK: Final = 5_000
"""Records per transaction; short, because a decision waits for at most one of them."""
_CHUNK_BYTES: Final = 4 << 20


class ImportChunk(NamedTuple):
    """A packed chunk of records under one mapping; keys and positions start at 0 for its first record."""

    mapping: ColumnMapping
    size: int
    raws: Sequence[Packed]
    texts: Sequence[Packed]
    digests: bytes
    quarantined: Sequence[QuarantineEntry]


def import_chunks(blocks: Iterable[Block], mapping: ColumnMapping) -> Iterator[ImportChunk]:
    """Prepare the reader's blocks and join them into chunks.

    The first block becomes a separate chunk, so that the first page appears early. Each block is packed
    before the next one is read, while it is still in the CPU cache, which halves the time.
    """
    parts: list[ImportChunk] = []
    count = size = 0
    for number, block in enumerate(blocks):
        parts.append(import_chunk(block, mapping))
        count += parts[-1].size
        size += sum([len(joined) for _, _, joined in parts[-1].raws])
        if not number or count >= CHUNK or size >= _CHUNK_BYTES:
            yield _joined(parts)
            parts, count, size = [], 0, 0
    if parts:
        yield _joined(parts)


def import_chunk(block: Block, mapping: ColumnMapping) -> ImportChunk:
    """Prepare a chunk."""
    texts = [text.encode() for text in block.texts(mapping.text)]
    quarantined = [
        QuarantineEntry(before, item.line, item.raw, item.reason) for before, item in block.quarantined
    ]
    raws, stored = [*packed(0, block.raws)], [*packed(0, texts)]
    return ImportChunk(mapping, block.row_count, raws, stored, digests_of(texts), quarantined)


def remapped_chunk(chunk: ImportChunk, mapping: ColumnMapping, dialect: Dialect) -> ImportChunk:
    """Prepare a chunk again for another mapping."""
    raws = [raw for part in chunk.raws for raw in stretch_of(part).values()]
    texts = encoded_texts(parse_many(raws, dialect), mapping)
    return chunk._replace(mapping=mapping, texts=[*packed(0, texts)], digests=digests_of(texts))


def _joined(parts: Sequence[ImportChunk]) -> ImportChunk:
    if len(parts) == 1:
        return parts[0]
    raws: list[Packed] = []
    texts: list[Packed] = []
    quarantined: list[QuarantineEntry] = []
    start = 0
    for part in parts:
        raws += moved(part.raws, start)
        texts += moved(part.texts, start)
        quarantined += [each._replace(before=start + each.before) for each in part.quarantined]
        start += part.size
    return ImportChunk(
        parts[0].mapping, start, raws, texts, b"".join([part.digests for part in parts]), quarantined
    )


def encoded_texts(rows: Sequence[Sequence[str]], mapping: ColumnMapping) -> list[bytes]:
    """Return the model's input text of each row as UTF-8."""
    return [record_text(cells, mapping).encode() for cells in rows]


_DIGEST_SIZE: Final = 16


class TablePart(NamedTuple):
    """The first records of a table, with the quarantined ones: their number and a digest of their bytes."""

    size: int = 0
    digest: bytes = b""


class ReadChunk(NamedTuple):
    """A chunk, the fraction of the table that is read, and the part after which another process goes on."""

    chunk: ImportChunk
    fraction: float
    part: TablePart


class ImportRequest(NamedTuple):
    """A table for another process to open, and the part of it that is imported already."""

    path: Path
    dialect: Dialect
    head: bytes
    mapping: ColumnMapping
    part: TablePart


ReadBlocks = Callable[[Iterator[Block]], Iterator[Block]]
ChunkReader = Callable[[Progress, TableSource, ColumnMapping, TablePart], Generator[ReadChunk]]


class PartCounter:
    """Counts items and hashes their bytes."""

    def __init__(self) -> None:
        self.size = 0
        self._hash = hashlib.blake2b(digest_size=_DIGEST_SIZE)

    @property
    def part(self) -> TablePart:
        """All items that were added."""
        return TablePart(self.size, self._hash.digest())

    def add(self, count: int, joined: bytes) -> None:
        """Add the next items by their bytes."""
        self.size += count
        self._hash.update(joined)


def read_chunks(
    progress: Progress,
    table: TableSource,
    mapping: ColumnMapping,
    part: TablePart,
    passed: ReadBlocks | None = None,
) -> Generator[ReadChunk]:
    """Read the records of `table` after `part`; all its blocks go through `passed`.

    Raises `MltagError` if the table does not begin with `part`.
    """
    blocks: Iterator[Block] = table.blocks()
    if passed is not None:
        blocks = passed(blocks)
    if part.size:
        progress.report(0.0, "Comparing with the imported records")
        blocks = _after(part, blocks, table.path)
    for chunk in import_chunks(blocks, mapping):
        yield ReadChunk(chunk, table.fraction, part)


def read_request(progress: Progress, request: ImportRequest) -> Generator[ReadChunk]:
    """Open the table of a request, in another process, and read the records after its part.

    The part of each chunk is all that was read by then. Raises `MltagError` if the table cannot be read, or
    has changed.
    """
    table = open_table(request.path, request.dialect)
    if table.head != request.head:
        raise changed_error(request.path)
    counter = PartCounter()

    def counted(blocks: Iterator[Block]) -> Iterator[Block]:
        for block in blocks:
            counter.add(len(block), block.joined)
            progress.report(table.fraction, "Reading the table")
            yield block

    for read in read_chunks(progress, table, request.mapping, request.part, counted):
        yield read._replace(part=counter.part)


def changed_error(path: Path) -> MltagError:
    """Return the error for a table that has changed since the first part was imported."""
    return MltagError(
        message("{name} has changed since its import started.", name=path.name),
        "Create a new workspace for it; this workspace keeps the imported records.",
    )


def _after(part: TablePart, blocks: Iterator[Block], path: Path) -> Iterator[Block]:
    """Skip the items of `part`; raises `MltagError` if they differ."""
    counter = PartCounter()
    for block in blocks:
        left = part.size - counter.size
        own = block if len(block) <= left else block[:left]
        counter.add(len(own), own.joined)
        if counter.size == part.size:
            if counter.part != part:
                break
            if len(own) < len(block):
                yield block[len(own) :]
            yield from blocks
            return
    raise changed_error(path)
