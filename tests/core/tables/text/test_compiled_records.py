"""Compiled code finds the same records, cells and texts as csv.reader."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mltag_desktop.core.tables.column_mapping import Mapping, record_text
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.text.compiled import records
from mltag_desktop.core.tables.text.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.text.record_parser import Item, Record, RecordScanner
from mltag_desktop.core.tables.text.scanned_block import ScannedBlock, scanned

pytestmark = pytest.mark.skipif(not records.is_used, reason="there is no compiled code")
CELL = st.text(
    st.sampled_from('a1;,"\r\n \t\x1c\x85\xa0\u1680\u2003\u2028\u202f\u205f\u3000é世🎉\0'), max_size=6
)
HEAD = b"one,two,three\n"


class BytesTable(TableFile):
    """A table of bytes."""

    def __init__(self, content: bytes, dialect: Dialect) -> None:
        self.content = content
        super().__init__(Path("table.csv"), dialect)

    def _open(self) -> io.BytesIO:
        return io.BytesIO(self.content)


def read(content: bytes, size: int, quote: str = '"') -> tuple[list[Item], list[ScannedBlock]]:
    blocks = list(BytesTable(HEAD + content, replace(DEFAULT_DIALECT, quote=quote)).blocks(size))
    return [item for block in blocks for item in block], [b for b in blocks if isinstance(b, ScannedBlock)]


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell


@given(
    st.lists(st.tuples(CELL, CELL, CELL), max_size=12),
    st.lists(st.binary(max_size=8) | st.sampled_from([b"", b'"', b"\n", b"\r", b"a,b", b'""x']), max_size=2),
    st.integers(0, 12),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from([8, 64, 1 << 17]),
    st.sampled_from(['"', ""]),
)
def test_blocks_hold_what_the_parser_reads(
    rows: list[tuple[str, str, str]],
    damage: list[bytes],
    where: int,
    end: str,
    is_ended: bool,
    size: int,
    quote: str,
) -> None:
    lines = [(",".join(map(quoted, row)) + end).encode() for row in rows]
    lines[where:where] = damage
    content = b"".join(lines)
    check(content if is_ended else content.removesuffix(end.encode()), size, quote)


@example('""""')
@example('a"b","c\r"\rd')
@given(st.text(st.sampled_from('ab",\r\n'), max_size=40))
def test_hostile_quotes_and_line_ends(content: str) -> None:
    for size in (4, 1 << 17):
        check(content.encode(), size, '"')


def check(content: bytes, size: int, quote: str) -> None:
    content = b"1,2,3\n" + content  # a table has a record
    found, blocks = read(content, size, quote)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "is_used", False)
        expected, none = read(content, size, quote)
    assert not none
    assert found == expected
    for block in blocks:
        items = [item for item in block if isinstance(item, Record)]
        assert len(items) == len(block)
        assert [item.raw for item in items] == [
            block.joined[start:stop] for start, stop in zip([0, *block.ends], block.ends, strict=False)
        ]
        for column in range(3):
            assert block.column(column) == [item.cells[column] for item in items]
        for columns in ((0,), (2, 0), (0, 1, 2)):
            texts = [record_text(item.cells, Mapping(columns)).encode() for item in items]
            assert block.texts(columns) == texts


def test_a_plain_table_is_scanned() -> None:
    content = b'1,"two, ""2""",\xc3\xa9\r\n' * 5000
    found, blocks = read(content, 1 << 12)
    assert sum(map(len, blocks)) == 5000
    assert found[-1] == Record(5001, b'1,"two, ""2""",\xc3\xa9\r\n', ("1", 'two, "2"', "é"))


def test_the_scanner_decides_when_its_effort_is_used_up() -> None:
    content = b'1,"a\nb"\n'
    scanner = RecordScanner("utf-8", DEFAULT_DIALECT.signs, 2, effort=-2 * len(content))
    assert scanned(scanner, content, final=True) is None
    scanner.effort += 1
    assert scanned(scanner, content, final=True) is not None


def test_line_numbers_count_the_lines_in_quotes() -> None:
    found, blocks = read(b'1,"a\nb\rc\r\nd",3\n' * 3 + b"bad\n" + b"1,2,3\n", 16)
    assert blocks
    assert [item.line for item in found] == [2, 6, 10, 14, 15]
    assert not isinstance(found[3], Record)


@pytest.mark.parametrize(
    ("cells", "columns"),
    [([[0, 4]], (0,)), ([[2, 1]], (0,)), ([[0, 1]], (1,)), ([[0, 1]], (-1,))],
)
def test_bounds_outside_the_block_are_refused(cells: list[list[int]], columns: tuple[int, ...]) -> None:
    bounds = records.CellBounds(np.array([cells], np.uint32), np.array([3], np.uint32), 1)
    with pytest.raises(ValueError, match="do not fit"):
        records.texts(b"abc", bounds, columns, '"')


def test_a_table_without_columns_is_refused() -> None:
    bounds = records.CellBounds(np.zeros((1, 0, 2), np.uint32), np.array([3], np.uint32), 1)
    with pytest.raises(ValueError, match="do not fit"):
        records.texts(b"abc", bounds, (0,), '"')
