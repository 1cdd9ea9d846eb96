"""Prepare chunks of records for writing: the expensive part of an import and of a mapping change."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.column_mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.column_mapping import record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.workspace.records.record_store import QuarantineEntry
from mltag_desktop.core.workspace.records.text_store import digests_of
from mltag_desktop.core.workspace.storage.packed_blobs import (
    Packed,
    moved,
    packed,
    packed_joined,
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
    raws, stored = [*packed_joined(0, *block.sized)], [*packed(0, texts)]
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
    """Return the model's input text of each row as UTF-8; like `record_text`, for many rows."""
    columns = mapping.text
    if len(columns) > 2 or (rows and max(columns) >= min(map(len, rows))):
        return [record_text(cells, mapping).encode() for cells in rows]
    if len(columns) == 1:
        (only,) = columns
        return [cells[only].strip().encode() for cells in rows]
    one, two = columns
    return [f"{cells[one].strip()} {cells[two].strip()}".strip().encode() for cells in rows]
