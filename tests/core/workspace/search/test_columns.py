"""Cells of stored records are found, numbered and sorted, and texts searched, as Python would do it."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.record_parser import Record, RecordScanner, split_lines
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.known_tags import tag_column, tagged_records
from mltag_desktop.core.workspace.search.column_values import column_codes, few_values
from mltag_desktop.core.workspace.search.table_scan import ColumnSort, column_cells
from mltag_desktop.core.workspace.search.texts import Needle, fold, hits
from mltag_desktop.core.workspace.storage.row_checksums import PackedBlob, packed, stretch_of
from mltag_desktop.core.workspace.workspace import Workspace
from tests.progress import CancelAbove

SIGNS = st.sampled_from('abAB ,"\n\r\t1.2eEßéÉſKﬁİ世Åẞ\u0301ıŉЖЁΐᾳꭰ𐐀🎉')
TEXTS = st.lists(st.text(SIGNS, max_size=30), min_size=1, max_size=40)
DIALECTS = st.sampled_from(
    [
        DEFAULT_DIALECT,
        replace(DEFAULT_DIALECT, quote=""),
        replace(DEFAULT_DIALECT, encoding="cp1252", delimiter=";"),
        replace(DEFAULT_DIALECT, delimiter="世"),
        replace(DEFAULT_DIALECT, delimiter="\t"),
        replace(DEFAULT_DIALECT, skip_blanks=True),
    ]
)


def blob(texts: list[str]) -> PackedBlob:
    parts = [text.encode() for text in texts]
    return PackedBlob(5, np.cumsum([len(part) for part in parts]).astype(np.uint32), b"".join(parts))


def keys_of(cells: list[bytes]) -> list[float]:
    """Return the sort keys of cells that are added in two parts."""
    sort = ColumnSort()
    sort.add(cells[: len(cells) // 2])
    sort.add(cells[len(cells) // 2 :])
    return list(sort.keys(SILENT).tolist())


@given(st.text(SIGNS, max_size=200), DIALECTS, st.integers(0, 2))
@example('a,b "x, y" z,c\n"d ""e""",f,"g,\nh"\ni,""x,j\n', DEFAULT_DIALECT, 1)
def test_cells_of_a_column_are_those_of_the_parser(text: str, dialect: Dialect, column: int) -> None:
    content = text.encode(dialect.encoding, "ignore") + b'1,2,3\n"a\nb",2,3\n'
    scanner = RecordScanner(dialect.encoding, dialect.signs, 3)
    items, _ = scanner.scan(content, split_lines(content, dialect.encoding), final=True)
    records = [item for item in items if isinstance(item, Record)]
    parts = packed(0, [record.raw for record in records])
    found = [cell for part in parts for cell in column_cells(stretch_of(part), dialect, column, 3)]
    assert [cell.decode() for cell in found] == [record.cells[column] for record in records]


@given(TEXTS)
def test_cells_sort_without_case_and_accents(texts: list[str]) -> None:
    folded = [fold(text.strip(" \n\r\t")) for text in texts]
    in_order = sorted(filter(None, folded))
    try:
        expected = [float(text) if text else math.nan for text in folded]
    except ValueError:
        expected = [in_order.index(text) if text else math.nan for text in folded]
    np.testing.assert_array_equal(keys_of([text.encode() for text in texts]), expected)


@pytest.mark.parametrize("common", [0, 5, 8, 100, 3_000])
def test_cells_with_a_common_beginning_sort_by_the_rest(common: int) -> None:
    rng = np.random.default_rng(common)
    cells = [
        b"x" * common + bytes(rng.choice([97, 98], size=size).tolist())
        for size in rng.integers(1, 30, 500).tolist()
    ]
    in_order = sorted(cells)
    assert keys_of(cells) == [in_order.index(cell) for cell in cells]


def test_a_cancel_ends_the_sort() -> None:
    sort = ColumnSort()
    sort.add([b"a long text", b"a long test"])
    with pytest.raises(Cancelled):
        sort.keys(CancelAbove())


@given(st.lists(st.text(SIGNS, max_size=80), max_size=8), st.text(SIGNS, max_size=3), st.data())
@example(["xa", "aay"], "aa", None)
def test_the_texts_with_a_word_are_found(texts: list[str], word: str, data: st.DataObject | None) -> None:
    if data is not None and texts and data.draw(st.booleans()):  # a part of a text
        text = fold(data.draw(st.sampled_from(texts)))
        start = data.draw(st.integers(0, len(text)))
        word = text[start : start + data.draw(st.integers(1, 50))]
    needle = fold(word)
    needles: list[Needle] = [needle, lambda text: "a" in text]
    found, with_a = hits(blob(texts), needles)
    assert found.tolist() == [key for key, text in enumerate(texts, 5) if needle in fold(text)]
    assert with_a.tolist() == [key for key, text in enumerate(texts, 5) if "a" in text]


def test_folding_twice_changes_nothing() -> None:
    """Characters of many texts are replaced one after the other."""
    folded = [fold(chr(code)) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert [fold(each) for each in folded] == folded


class Steps(Progress):
    """Collects the steps that are reported."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def report(self, fraction: float, step: str = "") -> None:
        """Collect the step."""
        self.steps.append(step)


def table(folder: Path, cells: list[str]) -> Workspace:
    path = folder / "table.csv"
    rows = "".join(f'{n},text {n},"{cell}"\n' for n, cell in enumerate(cells))
    path.write_text(f"id,text,tag\n{rows}", encoding="utf-8", newline="")
    workspace = Workspace.create(folder / "table.mltag", "Ann", [])
    workspace.table.import_table(SILENT, TableFile(path), ColumnMapping((1,), 0, None, 2))
    return workspace


def test_cells_are_numbered_in_the_order_of_the_records(tmp_path: Path) -> None:
    with table(tmp_path, ["b", "a", "", "b", "b, c"]) as workspace:
        codes = column_codes(SILENT, workspace, 2)
        assert codes.cells == ("b", "a", "", "b, c")
        assert codes.numbers.tolist() == [0, 1, 2, 0, 3]
        assert codes.counts() == {"b": 2, "a": 1, "": 1, "b, c": 1}
        assert codes.counts(codes.numbers > 0) == {"a": 1, "": 1, "b, c": 1}


def test_questions_about_one_column_read_it_once(tmp_path: Path) -> None:
    with table(tmp_path, ["b", "a"] * 20) as workspace:
        first, others = Steps(), Steps()
        assert len(few_values(first, workspace)) == 1
        found = tag_column(others, workspace)
        assert found is not None
        assert found.counts == (("a", 20), ("b", 20))
        assert tagged_records(others, workspace).counts() == {"b": 20, "a": 20}
        assert "Reading a column" in first.steps
        assert "Reading a column" not in others.steps


def test_new_records_and_other_tables_are_read(tmp_path: Path) -> None:
    with table(tmp_path, ["b", "a"]) as workspace:
        assert len(column_codes(SILENT, workspace, 2).numbers) == 2
        workspace.table.add_texts(["one more"])
        assert column_codes(SILENT, workspace, 2).numbers.tolist() == [0, 1, 2]
    (tmp_path / "other").mkdir()
    with table(tmp_path / "other", ["x", "y"]) as workspace:
        assert column_codes(SILENT, workspace, 2).cells == ("x", "y")


def test_another_table_in_the_same_place_is_read(tmp_path: Path) -> None:
    """Also when it is made within a second, and has as many records."""
    for cells in (["b", "a"], ["a", "c"], ["x", "y"]):
        with table(tmp_path, cells) as workspace:
            assert column_codes(SILENT, workspace, 2).cells == tuple(cells)
        (tmp_path / "table.mltag").unlink()


def test_groups_of_equal_texts_are_those_of_comparing_all(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in np.random.default_rng(3).integers(0, 150, 200)]
    texts[5] = texts[6] = texts[199] = ""
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["a", "b"]) as workspace:
        assert workspace.scan.repeats() == ()
        workspace.table.add_texts(texts)
        groups: dict[str, list[int]] = {}
        for row, text in enumerate(texts):
            groups.setdefault(text, []).append(row)
        assert groups.pop("") == workspace.scan.empty().tolist() == [5, 6, 199]
        expected = sorted(tuple(rows) for rows in groups.values() if len(rows) > 1)
        assert list(workspace.scan.repeats()) == expected


def test_a_cancelled_sort_keeps_the_keys_of_the_sort_before_it(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["a", "b"]) as workspace:
        workspace.table.add_texts(["first", "second", "third"])
        by_text = workspace.scan.ranks(SILENT, None)
        with pytest.raises(Cancelled):
            workspace.scan.ranks(CancelAbove(), 0)
        np.testing.assert_array_equal(workspace.scan.ranks(CancelAbove(), None), by_text)
