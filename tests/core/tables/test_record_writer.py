import csv
import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables import record_writer
from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.record_writer import (
    EncodedCells,
    UnencodableError,
    changed_head,
    escaped_for,
    new_record,
    picked_record,
    recoded,
    with_line_end,
)
from mltag_desktop.core.tables.table_file import parse_cells


def dialect(encoding: str = "utf-8", delimiter: str = ",", quote: str = '"', newline: str = "\n") -> Dialect:
    return Dialect(encoding, b"", delimiter, quote, newline, header=True)


def changed_record(raw: bytes, made: Dialect, changes: dict[int, str], appended: Sequence[str] = ()) -> bytes:
    cells = EncodedCells(made)
    return record_writer.changed_record(raw, made, changes, b"".join([cells[text] for text in appended]))


def test_a_text_that_the_encoding_cannot_hold() -> None:
    with pytest.raises(UnencodableError, match="does not include the character '→'") as raised:
        changed_record(b"1,a\n", dialect("cp1252"), {1: "a → b"})
    assert raised.value.hint.startswith("Export as UTF-8")
    assert (raised.value.encoding, raised.value.sign, raised.value.text) == ("cp1252", "→", "a → b")
    assert escaped_for("a → é", "cp1252") == "a \\u2192 é"


def test_a_text_that_a_table_without_quotes_cannot_hold() -> None:
    with pytest.raises(MltagError, match="without quotes"):
        changed_record(b"1\ta\n", dialect(delimiter="\t", quote=""), {1: "a\tb"})


def test_a_cell_that_is_not_there() -> None:
    with pytest.raises(MltagError, match="no cell 3"):
        changed_record(b"1,a\n", dialect(), {2: "x"})


@pytest.mark.parametrize(
    ("raw", "changes", "appended", "expected"),
    [
        (b"1,a,x\n", {2: "y"}, (), b"1,a,y\n"),
        (b'"1","a","x"\r\n', {2: "y"}, (), b'"1","a","y"\r\n'),
        (b'1,"a, ""b""\nc",x\n\n\n', {2: "y"}, ("z",), b'1,"a, ""b""\nc",y,z\n\n\n'),
        (b"1,a,x", {0: "2", 2: ""}, ("p,q",), b'2,a,,"p,q"'),
        (b"1,,\n", {1: 'say "x"'}, (), b'1,"say ""x""",\n'),
        (b'1,"a"b,x\r', {2: "y"}, (), b'1,"a"b,y\r'),
        (b'1, "a",x\n', {1: "b"}, (), b"1,b,x\n"),
        (b"a\n", {0: ""}, (), b'""\n'),
        (b"1,a,x\n", {}, ("y",), b"1,a,x,y\n"),
        (b'1,"a\n"\n\n', {}, ("y",), b'1,"a\n",y\n\n'),
        (b"1,a,x\n", {}, (), b"1,a,x\n"),
    ],
)
def test_only_named_cells_change(raw: bytes, changes: dict[int, str], appended, expected: bytes) -> None:
    assert changed_record(raw, dialect(), changes, appended) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252", "gb18030"])
def test_encodings(encoding: str) -> None:
    raw = '1,"Größe, é",x\r\n'.encode(encoding)
    expected = '1,"Größe, é",ÿ,z\r\n' if encoding == "cp1252" else '1,"Größe, é",漢😀,z\r\n'
    tag = "ÿ" if encoding == "cp1252" else "漢😀"
    assert changed_record(raw, dialect(encoding), {2: tag}, ("z",)) == expected.encode(encoding)


def test_bytes_that_have_several_encoded_forms_stay() -> None:
    """In Shift JIS the sign ∪ has two forms; the one that Python does not write must survive."""
    raw = b"\x87\x9b,x\n"
    assert raw.decode("cp932").encode("cp932") != raw
    assert changed_record(raw, dialect("cp932"), {1: "y"}) == b"\x87\x9b,y\n"


def test_undecodable_bytes_stay() -> None:
    assert changed_record(b"\xe9,\xff\xfe\xc3,x\n", dialect(), {2: "é"}) == b"\xe9,\xff\xfe\xc3,\xc3\xa9\n"


def test_heads() -> None:
    marked = Dialect("utf-8", b"\xef\xbb\xbf", ",", '"', "\n", header=True)
    assert (
        changed_head(b"\xef\xbb\xbfid,title\r\n\r\n", marked, ("tag",)) == b"\xef\xbb\xbfid,title,tag\r\n\r\n"
    )
    assert changed_head(b'\n"sep=,"\n', dialect(), ("tag",)) == b'\n"sep=,",tag\n'
    assert changed_head(b'\nsep=,\n\nid,"a\nb"\n', dialect(), ("tag",)) == b'\nsep=,\n\nid,"a\nb",tag\n'
    assert changed_head(b"\n", Dialect("utf-8", b"", ",", '"', "\n", header=False), ("tag",)) == b"\n"
    wide = Dialect("utf-16-le", b"\xff\xfe", ";", '"', "\r\n", header=True)
    assert changed_head("\ufeffid;x\r\n".encode("utf-16-le"), wide, ("é",)) == "\ufeffid;x;é\r\n".encode(
        "utf-16-le"
    )


def test_records_can_follow_a_last_one_without_line_end() -> None:
    assert with_line_end(b"1,a", dialect(newline="\r\n")) == b"1,a\r\n"
    assert with_line_end(b"1,a\r", dialect()) == b"1,a\r"
    assert with_line_end("a".encode("utf-16-be"), dialect("utf-16-be")) == "a\n".encode("utf-16-be")


def test_another_encoding() -> None:
    assert recoded("1,Größe\n".encode("cp1252"), dialect("cp1252"), "utf-8") == "1,Größe\n".encode()


texts = st.text(st.sampled_from(',;"\n\r a') | st.characters(codec="utf-8"), max_size=6)


@given(
    st.lists(texts, min_size=2, max_size=5),
    st.integers(0, 1),
    texts,
    st.lists(texts, max_size=2),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["utf-8", "utf-16-le", "gb18030"]),
    st.sampled_from(["\r\n", "\n"]),
)
def test_a_changed_record_reads_as_asked(cells, index, value, appended, quoting, encoding, newline) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=quoting, lineterminator="\r\n").writerow(cells)
    raw = written.getvalue().removesuffix("\r\n").encode(encoding) + newline.encode(encoding)
    made = dialect(encoding)
    changed = changed_record(raw, made, {index: value}, appended)
    expected = [*cells, *appended]
    expected[index] = value
    assert parse_cells(changed, made) == tuple(expected)
    assert changed_record(changed, made, {}, ()) == changed
    back = changed_record(raw, made, {index: cells[index]})
    assert parse_cells(back, made) == tuple(cells)


@given(st.lists(texts, min_size=1, max_size=5))
def test_the_default_dialect_is_what_csv_writes(cells: list[str]) -> None:
    assert next(csv.reader(io.StringIO(new_record(cells, DEFAULT_DIALECT).decode(), newline=""))) == cells


ESCAPED = replace(DEFAULT_DIALECT, escape="\\")
BLANKS = replace(DEFAULT_DIALECT, skip_blanks=True)


@pytest.mark.parametrize(
    ("made", "raw", "changes", "appended", "expected"),
    [
        (ESCAPED, b'1,"a \\"b\\", c",x\n', {2: "y"}, (), b'1,"a \\"b\\", c",y\n'),
        (ESCAPED, b"1,C:\\new,x\n", {2: 'say "so"'}, ("p\\q",), b'1,C:\\new,"say \\"so\\"","p\\\\q"\n'),
        (ESCAPED, b'1,"a\\\\",x\n', {2: "y"}, (), b'1,"a\\\\",y\n'),
        (BLANKS, b'"1", "a, b",   "x"\n', {2: "y"}, ("z",), b'"1", "a, b",   "y", z\n'),
        (BLANKS, b"1, a\n", {1: " b"}, (), b'1, " b"\n'),
    ],
)
def test_escapes_and_blanks_stay(made: Dialect, raw: bytes, changes, appended, expected: bytes) -> None:
    assert changed_record(raw, made, changes, appended) == expected


@pytest.mark.parametrize(
    ("lacks", "head", "expected"),
    [
        ("last", b"a,b\n", b"a,b,,new\n"),
        ("first", b'"a","b"\n', b'"a","b",new\n'),
        ("", b"a,b\n", b"a,b,new\n"),
    ],
)
def test_a_header_with_a_name_less_gets_its_names_in_the_right_place(
    lacks: str, head: bytes, expected
) -> None:
    made = replace(DEFAULT_DIALECT, lacks=lacks)
    assert changed_head(head, made, ["new"]) == expected


def test_lines_above_the_header_are_kept() -> None:
    made = replace(DEFAULT_DIALECT, skip=2)
    assert (
        changed_head(b"a report\nof May, 4\nid,text\n", made, ["tag"])
        == b"a report\nof May, 4\nid,text,tag\n"
    )
    assert changed_head(b"x\ny\nid,text,c\n", made, ["tag"], columns=[0, 2]) == b"x\ny\nid,c,tag\n"


@pytest.mark.parametrize(
    ("raw", "columns", "expected"),
    [
        (b'1,"a, b",x\r\n', [1, 2], b'"a, b",x\r\n'),
        (b'1,"a, b",x', [0], b"1"),
        (b"1,,x\n\n", [1], b'""\n\n'),
        ('1,"漢, é",x\n'.encode(), [1], '"漢, é"\n'.encode()),
    ],
)
def test_columns_are_picked_with_their_quoting(raw: bytes, columns: list[int], expected: bytes) -> None:
    assert picked_record(raw, dialect(), columns) == expected


signs = st.tuples(
    st.sampled_from(",;\t|"),
    st.sampled_from(['"', "'"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["", "\\"]),
    st.booleans(),
)
tricky = texts | st.text(st.sampled_from(",;\t|\"'\\ \n\rab\u00e9"), max_size=6)


@given(
    signs, st.lists(tricky, min_size=2, max_size=4), st.integers(0, 1), tricky, st.lists(tricky, max_size=2)
)
def test_any_characters_survive_a_round_trip(chosen, cells, index, value, appended) -> None:
    made = Dialect("utf-8", b"", *chosen)
    raw = new_record(cells, made)
    assert parse_cells(raw, made) == tuple(cells)
    changed = changed_record(raw, made, {index: value}, appended)
    expected = [*cells, *appended]
    expected[index] = value
    assert parse_cells(changed, made) == tuple(expected)
    assert parse_cells(picked_record(changed, made, [index]), made) == (value,)
