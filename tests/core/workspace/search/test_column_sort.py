import math
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.text.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.text.lines import split_lines
from mltag_desktop.core.tables.text.record_parser import Record, RecordScanner
from mltag_desktop.core.tables.text.record_writer import new_record
from mltag_desktop.core.workspace.search.cell_numbers import CellNumbers
from mltag_desktop.core.workspace.search.column_sort import (
    ColumnCells,
    add_column,
    add_texts,
    column_values,
    ranks_by_python,
)
from mltag_desktop.core.workspace.search.folding import fold
from mltag_desktop.core.workspace.search.full_text import hits
from mltag_desktop.core.workspace.storage.packed_blobs import packed, stretch_of

SIGNS = st.sampled_from('abAB ,"\n\r\t1.2eEßéÉſKﬁİ世')
TEXTS = st.lists(st.text(SIGNS, max_size=30), min_size=1, max_size=40)


def plainly(cells: list[str]) -> list[float]:
    """The expected ranks, computed with Python's own sort."""
    try:
        return [float(cell) if cell.strip() else math.nan for cell in cells]
    except ValueError:
        folded = [cell.strip().casefold() for cell in cells]
        in_order = sorted(filter(None, folded))
        return [in_order.index(cell) + 1.0 if cell else math.nan for cell in folded]


@given(TEXTS, st.integers(0, 2), st.sampled_from([",", ";", "\t"]))
def test_ranks_sort_like_the_cells(texts: list[str], column: int, delimiter: str) -> None:
    dialect = replace(DEFAULT_DIALECT, delimiter=delimiter)
    rows = [[f"{len(text)}", text, text[:17]] for text in texts]
    cells = ColumnCells()
    for stretch in packed(0, [new_record(row, dialect) for row in rows]):
        add_column(cells, stretch_of(stretch), dialect, column, 3)
    np.testing.assert_array_equal(cells.ranks(SILENT), plainly([row[column] for row in rows]))


DIALECTS = st.sampled_from(
    [
        DEFAULT_DIALECT,
        replace(DEFAULT_DIALECT, quote=""),
        replace(DEFAULT_DIALECT, encoding="cp1252", delimiter=";"),
        replace(DEFAULT_DIALECT, delimiter="世"),
        replace(DEFAULT_DIALECT, skip_blanks=True),
    ]
)


@given(st.text(SIGNS, max_size=200), DIALECTS, st.integers(0, 2))
def test_values_of_a_column_are_those_of_the_parser(text: str, dialect: Dialect, column: int) -> None:
    content = text.encode(dialect.encoding, "ignore") + b'1,2,3\n"a\nb",2,3\xff\n'
    scanner = RecordScanner(dialect.encoding, dialect.signs, 3)
    items, _ = scanner.scan(content, split_lines(content, dialect.encoding), final=True)
    records = [item for item in items if isinstance(item, Record)]
    wanted = [record.cells[column] for record in records]
    stretches = [*packed(0, [record.raw for record in records])]
    found = [
        value for stretch in stretches for value in column_values(stretch_of(stretch), dialect, column, 3)
    ]
    assert found == wanted
    numbered = CellNumbers()
    for stretch in [*stretches, *stretches]:
        numbered.add(stretch_of(stretch), dialect, column, 3)
    backwards = np.arange(len(wanted))[::-1]
    cells, numbers = numbered.by_record(backwards)
    assert cells == tuple(dict.fromkeys(reversed(wanted)))
    assert [cells[number] for number in numbers] == wanted[::-1]


@given(TEXTS)
def test_texts_sort_like_cells(texts: list[str]) -> None:
    cells = ColumnCells(room=1, count=1)  # too small, as when records arrive meanwhile
    for stretch in packed(0, [text.encode() for text in texts]):
        add_texts(cells, stretch_of(stretch))
    np.testing.assert_array_equal(cells.ranks(SILENT), plainly(texts))


@settings(deadline=None)  # the first search fills a cache of all characters
@given(TEXTS, st.text(SIGNS, min_size=1, max_size=3))
def test_search_equals_a_folded_substring_search(texts: list[str], needle: str) -> None:
    folded = fold(needle)
    found = [
        key
        for stretch in packed(7, [text.encode() for text in texts])
        for key in hits(stretch_of(stretch), (folded,))[0]
    ]
    assert found == [key for key, text in enumerate(texts, 7) if folded in fold(text)]


@given(st.lists(st.binary(max_size=40) | st.text("\0a", max_size=5).map(str.encode), max_size=40))
def test_python_sorts_cells_like_bytes(some: list[bytes]) -> None:
    cells = some * 200  # more than are sorted at once
    stops = np.cumsum([len(cell) for cell in cells], dtype=np.int64)
    sizes = np.array([len(cell) for cell in cells], np.uint32)
    content = np.frombuffer(b"".join(cells) + bytes(16), np.uint8)
    smaller = {cell: 200 * sum(other < cell for other in some) for cell in some}
    assert ranks_by_python(SILENT, content, stops - sizes, sizes).tolist() == [
        smaller[cell] + 1 for cell in cells
    ]


def column_by_python_or_c(records: list[str]) -> tuple[list[float], tuple[str, ...]]:
    cells, numbered = ColumnCells(), CellNumbers()
    for stretch in packed(0, [record.encode() for record in records]):
        add_column(cells, stretch_of(stretch), DEFAULT_DIALECT, 1, 2)
        numbered.add(stretch_of(stretch), DEFAULT_DIALECT, 1, 2)
    return cells.ranks(SILENT).tolist(), numbered.by_record(np.arange(len(records)))[0]


def test_columns_are_the_same_without_compiled_code() -> None:
    records = ["1, Théâtre\n", '2,"a ""b"", c"\n', "3,B\r\n", '4,"ß\nx"\n', "5,STRASSE\n", "6, b \n", "7,世"]
    code = (
        "from tests.core.workspace.search.test_column_sort import column_by_python_or_c; "
        f"print(column_by_python_or_c({records!r}))"
    )
    environment = os.environ | {"MLTAG_COMPILED": "0", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout.strip() == str(column_by_python_or_c(records))
