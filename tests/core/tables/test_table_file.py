import csv
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.tables.table_file import TableFile, parse_cells
from tests.core.tables.helpers import cells_of

SHARED = Path(__file__).resolve().parents[4] / "shared" / "datasets"

same_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


def table(tmp_path: Path, content: bytes, dialect: Dialect | None = None) -> TableFile:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    return TableFile(path, dialect)


def bad(found: TableFile) -> list[tuple[int, str]]:
    return [(item.line, item.reason) for item in found.records() if isinstance(item, QuarantinedRecord)]


def joined(found: TableFile, size: int = 1 << 17) -> bytes:
    return found.head + b"".join(item.raw for block in found.blocks(size) for item in block)


# Bad files


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="is a folder"):
        TableFile(tmp_path)


def test_a_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(MltagError, match=r"could not be read|was not found"):
        TableFile(tmp_path / "file" / "table.csv")


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("a,b\n1,2\n")
    path.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)  # nobody: root may read everything
    try:
        with pytest.raises(MltagError, match="permission to read"):
            TableFile(path)
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n\r\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(MltagError, match="is empty"):
        table(tmp_path, content)


@pytest.mark.parametrize(
    "content", [b"id,title\n", b"id,title", b"colour,size\n", "a,b\r\n".encode("utf-16")]
)
def test_a_file_with_only_a_header(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(MltagError, match="no records"):
        table(tmp_path, content)


def test_ragged_records_are_quarantined(tmp_path: Path) -> None:
    found = table(tmp_path, b"id,title,tag\n1,a,x\n2,b\n3,c,y,z\n4,d,x\n")
    assert cells_of(found) == [("1", "a", "x"), ("4", "d", "x")]
    assert bad(found) == [
        (3, "The record has 2 cells; the table has 3."),
        (4, "The record has 4 cells; the table has 3."),
    ]


def test_undecodable_bytes_are_quarantined(tmp_path: Path) -> None:
    rows = "".join(f"{n},übung,x\n" for n in range(5)).encode()
    found = table(tmp_path, b"id,title,tag\n" + rows + b'6,"two\nli\xe9nes",x\n7,ok,x\n')
    assert bad(found) == [(7, "The record contains bytes that are not UTF-8.")]
    assert cells_of(found)[-1] == ("7", "ok", "x")


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (b'1,"never closed,x\n2,b,y\n3,c,y\n', ["2", "3"]),
        (b'1,"never closed,x\n2,"b",y\n3,c,y\n', ["2", "3"]),
        (b'1,"never closed,x\n2,b,y\n3,"c, d",y\n4,e,y\n', ["2", "3", "4"]),
        (b'1,a,"x\n"2","b","y"\n3,c,y\n', ["2", "3"]),
        (b'1,"two\nlines",x\n2,b,y\n3,"open\n', ["1", "2"]),
    ],
)
def test_a_quote_that_never_closes_costs_one_record(tmp_path: Path, content: bytes, left: list[str]) -> None:
    found = table(tmp_path, b"id,title,tag\n" + content, DEFAULT_DIALECT)
    assert [cells[0] for cells in cells_of(found)] == left
    assert [reason for _, reason in bad(found)] == ["A quoted cell starts in this line and is not closed."]


def test_a_quote_that_never_closes_far_from_the_end(tmp_path: Path) -> None:
    rows = [f"{n},words and more words,x\n" for n in range(40_000)]
    rows[10] = '10,"open,x\n'
    found = table(tmp_path, ("id,title,tag\n" + "".join(rows)).encode())
    assert len(cells_of(found)) == 39_999
    assert [line for line, _ in bad(found)] == [12]


def test_a_hostile_file_is_read_in_linear_time(tmp_path: Path) -> None:
    """Each line opens a quote that the next line closes and opens again, so no record ever ends."""
    content = b"a,b\n" + b'x","""y\n' * 8_000
    found = table(tmp_path, content, DEFAULT_DIALECT)
    assert joined(found) == content


# Good files


def test_embedded_line_ends_and_line_numbers(tmp_path: Path) -> None:
    found = table(tmp_path, b'id,title\r\n1,"a\r\nb\rc\nd"\r\n2,e\r\n')
    assert list(found.records()) == [
        Record(2, b'1,"a\r\nb\rc\nd"\r\n', ("1", "a\r\nb\rc\nd")),
        Record(6, b"2,e\r\n", ("2", "e")),
    ]


def test_blank_lines_belong_to_the_record_before_them(tmp_path: Path) -> None:
    found = table(tmp_path, b"\n\nid,title\n\n1,a\n\n\n2,b\n\n")
    assert found.head == b"\n\nid,title\n\n"
    assert list(found.records()) == [Record(5, b"1,a\n\n\n", ("1", "a")), Record(8, b"2,b\n\n", ("2", "b"))]


def test_blank_lines_without_end(tmp_path: Path) -> None:
    content = b"id,title\n1,a\n" + b"\n" * 150_000 + b"2,b\n"
    found = table(tmp_path, content)
    assert cells_of(found) == [("1", "a"), ("2", "b")]
    assert joined(found) == content


def test_blank_and_double_headers_get_names(tmp_path: Path) -> None:
    found = table(tmp_path, b"title,,title, title ,title 2\na,b,c,d,e\n")
    assert found.columns == ("title", "column 2", "title 3", "title 4", "title 2")


def test_a_letter_whose_bytes_look_like_a_line_end(tmp_path: Path) -> None:
    text = "id,title\n1,\u010a\u0a0d\u0d0a\n2,x\n"
    assert cells_of(table(tmp_path, text.encode("utf-16"))) == [("1", "\u010a\u0a0d\u0d0a"), ("2", "x")]


def test_a_cell_of_200_kb_and_3000_columns(tmp_path: Path) -> None:
    cell = "words " * 35_000
    assert cells_of(table(tmp_path, f'id,text\n1,"{cell}"\n'.encode())) == [("1", cell)]
    wide = ",".join(f"c{n}" for n in range(3000)) + "\n" + ",".join("x" * 3000) + "\n"
    found = table(tmp_path, wide.encode())
    assert len(found.columns) == 3000
    assert cells_of(found) == [("x",) * 3000]


def test_a_record_longer_than_many_blocks(tmp_path: Path) -> None:
    cell = "one line of many\n" * 5_000
    found = table(tmp_path, f'id,text\n1,"{cell}"\n2,x\n'.encode())
    items = [item for block in found.blocks(512) for item in block]
    assert [parse_cells(item.raw, found.dialect) for item in items] == [("1", cell), ("2", "x")]


def test_progress(tmp_path: Path) -> None:
    found = table(tmp_path, b"id,title\n" + b"1,a\n" * 1000)
    fractions = [found.fraction for _ in found.blocks(256)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


@pytest.mark.parametrize("name", ["dataset.csv", "holdout.csv", "other_source.csv"])
def test_real_tables_read_as_csv_reads_them(name: str) -> None:
    if not (SHARED / name).exists():
        pytest.skip("the shared data sets are not here")
    found = TableFile(SHARED / name)
    with (SHARED / name).open(newline="", encoding="utf-8") as file:
        rows = [tuple(row) for row in csv.reader(file)]
    assert [found.columns, *cells_of(found)] == rows
    assert joined(found) == (SHARED / name).read_bytes()


# Property tests

cells = st.text(
    st.sampled_from("ab,;|\t\"'\\\n\r\0é€漢😀 \x85\u2028") | st.characters(codec="utf-8"), max_size=8
)
encodings = st.sampled_from(
    ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252", "gb18030", "shift_jis"]
)
quotings = st.sampled_from([('"', ""), ('"', ""), ("", ""), ("'", ""), ('"', "\\")])
dialects = st.builds(
    lambda encoding, bom, delimiter, quoting, header, skip_blanks, skip, lacks: Dialect(
        encoding, bom, delimiter, quoting[0], "\n", header, quoting[1], skip_blanks, skip, lacks
    ),
    encodings,
    st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe"]),
    st.sampled_from(",;\t|"),
    quotings,
    st.booleans(),
    st.booleans(),
    st.integers(0, 3),
    st.sampled_from(["", "", "first", "last"]),
)


@same_folder
@given(
    rows=st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=2)),
    delimiter=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    quote_all=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"]),
    size=st.integers(2, 64).map(lambda n: n * 4),
)
def test_what_csv_writes_is_read_back(tmp_path, rows, delimiter, newline, quote_all, encoding, size) -> None:
    path = tmp_path / "table.csv"

    def written(cell: str, alone: bool) -> str:
        needs = (
            quote_all or (alone and not cell) or any(sign in cell for sign in (delimiter, '"', "\n", "\r"))
        )
        return '"' + cell.replace('"', '""') + '"' if needs else cell

    with path.open("w", encoding=encoding, newline="") as file:
        for row in rows:
            file.write(delimiter.join(written(cell, len(row) == 1) for cell in row) + newline)
    with path.open(encoding=encoding, newline="") as file:
        expected = [tuple(row) for row in csv.reader(file, delimiter=delimiter) if row]
    bom = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}.get(encoding, b"")
    found = TableFile(path, Dialect(encoding, bom, delimiter, '"', newline, header=False))
    items = [item for block in found.blocks(size) for item in block]
    assert cells_of(found) == expected == [tuple(row) for row in rows]
    assert [parse_cells(item.raw, found.dialect) for item in items] == expected
    assert joined(found, size) == path.read_bytes()


@same_folder
@given(
    dialect=dialects, text=st.lists(cells).map("".join), tail=st.binary(max_size=99), size=st.integers(1, 16)
)
def test_every_file_can_be_joined_again(
    tmp_path, dialect: Dialect, text: str, tail: bytes, size: int
) -> None:
    content = dialect.bom + text.encode(dialect.encoding, "replace") + tail
    try:
        found = table(tmp_path, content, dialect)
    except MltagError:
        return  # empty, or a header only
    assert joined(found, size * 4) == content == joined(found)
    assert list(found.records()) == [item for block in found.blocks(16) for item in block]
    for item in found.records():
        if isinstance(item, Record):
            assert parse_cells(item.raw, dialect) == item.cells
            assert len(item.cells) == len(found.columns)
