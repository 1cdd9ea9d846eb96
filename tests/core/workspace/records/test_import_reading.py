"""Tables that another process reads for an import: the same chunks, and any of them can be the first one."""

import pickle
from collections.abc import Callable, Iterable, Sequence

import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.records.import_reading import (
    ImportRequest,
    PartCounter,
    ReadChunk,
    TablePart,
    read_chunks,
    read_request,
)
from mltag_desktop.core.workspace.storage.row_checksums import stretch_of
from tests.core.tables.test_messy import FOLDER, NAMES
from tests.core.workspace.helpers import table_bytes
from tests.progress import CancelAbove

MAPPING = ColumnMapping((0,))


def part_of(raws: Sequence[bytes]) -> TablePart:
    counter = PartCounter()
    counter.add(len(raws), b"".join(raws))
    return counter.part


def request_for(table: TableSource, part: TablePart) -> ImportRequest:
    """A request as it arrives in another process."""
    request = ImportRequest(table.path, table.dialect, table.head, MAPPING, part)
    arrived: ImportRequest = pickle.loads(pickle.dumps(request))
    return arrived


def read(table: TableSource, part: TablePart) -> list[ReadChunk]:
    """What another process sends."""
    sent: list[ReadChunk] = pickle.loads(pickle.dumps([*read_request(SILENT, request_for(table, part))]))
    return sent


def items_of(found: Iterable[ReadChunk]) -> list[bytes]:
    """The bytes of all items in the order of the table."""
    items: list[bytes] = []
    for chunk in (each.chunk for each in found):
        raws = [raw for part in chunk.raws for raw in stretch_of(part).values()]
        for entry in reversed(chunk.quarantined):
            raws.insert(entry.before, entry.raw)
        items += raws
    return items


@pytest.mark.parametrize("name", NAMES)
def test_messy_tables_are_read_as_in_this_process(name: str) -> None:
    try:
        table = open_table(FOLDER / name)
    except MltagError:
        return
    here = [each.chunk for each in read_chunks(SILENT, table, MAPPING, TablePart())]
    there = read(table, TablePart())
    assert [each.chunk for each in there] == here
    raws = [item[1] for item in table.records()]
    assert there[-1].part == part_of(raws)
    assert there[-1].fraction == 1.0
    for size in (1, len(raws) // 2, len(raws)):
        assert items_of(read(table, part_of(raws[:size]))) == raws[size:]


def test_reading_goes_on_after_each_chunk(table_file: Callable[[bytes], TableFile]) -> None:
    table = table_file(table_bytes(12_000))
    found = read(table, TablePart())
    assert len(found) > 2
    for number, chunk in enumerate(found, 1):
        rest = read(table, chunk.part)
        assert items_of(rest) == items_of(found[number:])
        assert not rest or rest[-1].part == found[-1].part


@pytest.mark.parametrize("size", [3, 4])
def test_a_table_that_has_changed_is_an_error(table_file: Callable[[bytes], TableFile], size: int) -> None:
    table = table_file(table_bytes(3))
    raws = [item[1] for item in table.records()]
    others = [*raws[:2], b"other,,,\r\n", b"3,,,\r\n"]
    with pytest.raises(MltagError, match="has changed since its import started"):
        read(table, part_of(others[:size]))
    request = request_for(table, TablePart())._replace(head=b"id,title\r\n")
    with pytest.raises(MltagError, match="has changed since its import started"):
        next(read_request(SILENT, request))
    table.path.unlink()
    with pytest.raises(MltagError, match="was not found"):
        read(table, TablePart())


def test_reading_is_cancelled_between_two_blocks(table_file: Callable[[bytes], TableFile]) -> None:
    table = table_file(table_bytes(12_000))
    reading = read_request(CancelAbove(0.5), request_for(table, TablePart()))
    assert next(reading).fraction < 0.5
    with pytest.raises(Cancelled):
        list(reading)
