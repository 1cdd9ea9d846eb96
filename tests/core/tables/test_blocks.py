"""Cells that are found in many records at once are those that parsing each record gives."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mltag_desktop.core.tables import table_file
from mltag_desktop.core.tables.columns import ColumnMapping, record_text
from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.record_parser import Item, Record, RecordScanner
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.table_source import RegularBlock, can_be_found, regular_block

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


def read(content: bytes, size: int, quote: str = '"') -> tuple[list[Item], list[RegularBlock]]:
    blocks = list(BytesTable(HEAD + content, replace(DEFAULT_DIALECT, quote=quote)).blocks(size))
    return [item for block in blocks for item in block], [b for b in blocks if isinstance(b, RegularBlock)]


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
        patch.setattr(table_file, "can_be_found", lambda dialect: False)
        expected, none = read(content, size, quote)
    assert not none
    assert found == expected
    for block in blocks:
        items = [item for item in block if isinstance(item, Record)]
        assert len(items) == len(block)
        assert [item.raw for item in items] == block.raws
        assert b"".join(block.raws) == block.joined
        for column in range(3):
            assert block.column(column) == [item.cells[column] for item in items]
        for columns in ((0,), (2, 0), (0, 1, 2)):
            texts = [record_text(item.cells, ColumnMapping(columns)) for item in items]
            assert block.texts(columns) == texts


def test_a_plain_table_is_scanned() -> None:
    content = b'1,"two, ""2""",\xc3\xa9\r\n' * 5000
    found, blocks = read(content, 1 << 12)
    assert sum(map(len, blocks)) == 5000
    assert found[-1] == Record(5001, b'1,"two, ""2""",\xc3\xa9\r\n', ("1", 'two, "2"', "é"))


def test_the_scanner_decides_when_its_effort_is_used_up() -> None:
    content = b'1,"a\nb"\n'
    scanner = RecordScanner("utf-8", DEFAULT_DIALECT.signs, 2, effort=-2 * len(content))
    assert regular_block(scanner, content, final=True) is None
    scanner.effort += 1
    assert regular_block(scanner, content, final=True) is not None


def test_line_numbers_count_the_lines_in_quotes() -> None:
    found, blocks = read(b'1,"a\nb\rc\r\nd",3\n' * 3 + b"bad\n" + b"1,2,3\n", 16)
    assert blocks
    assert [item.line for item in found] == [2, 6, 10, 14, 15]
    assert not isinstance(found[3], Record)


@pytest.mark.parametrize(
    "dialect",
    [
        Dialect("utf-16-le", b"", ",", '"', "\n", True),
        Dialect("shift_jis", b"", ",", '"', "\n", True),
        Dialect("utf-8", b"", "§", '"', "\n", True),
        Dialect("utf-8", b"", ",", '"', "\n", True, escape="\\"),
        Dialect("utf-8", b"", ",", '"', "\n", True, skip_blanks=True),
        Dialect("utf-8", b"", ",", '"', "\n", True, form="jsonl", keys=("a",)),
    ],
)
def test_other_dialects_are_left_to_the_parser(dialect: Dialect) -> None:
    assert not can_be_found(dialect)
    assert can_be_found(DEFAULT_DIALECT)
