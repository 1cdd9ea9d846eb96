import io
import json
import math
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT
from mltag_desktop.core.tables.formats import open_rows, open_writer
from mltag_desktop.core.tables.record_writer import EncodedCells
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.table_source import Block, as_text

ADDED = ("predicted_tag", "confidence")
ROWS = [("1", "Größe, exact", "2.5"), ("2", 'two\nlines "quoted"', ""), ("3", "=1+1", "7")]


def csv_file(tmp_path: Path, name: str = "in.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(
        '\ufeffid;title;score\r\n1;"Größe, exact";2.5\r\n2;"two\nlines ""quoted""";\r\n3;=1+1;7'.encode()
    )
    return path


def jsonl_file(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    objects = [
        {"id": 1, "title": "Größe, exact", "score": 2.5, "deep": {"a": [1]}},
        {"id": 2, "title": 'two\nlines "quoted"', "score": None},
        {"id": 3, "title": "=1+1", "score": 7, "late": True},
    ]
    path.write_text("\n".join(json.dumps(found, ensure_ascii=False) for found in objects), encoding="utf-8")
    return path


def rows_of(path: Path | str) -> list[tuple[str, ...]]:
    return [*open_rows(path).rows()]


def tagged(source_path: Path, out: Path | str, stream: io.BytesIO | None = None) -> None:
    source = open_rows(source_path)
    with open_writer(out, source, ADDED, stream=stream) as writer:
        for chunk in source.readable():
            writer.write(chunk, [("nlp", 0.5)] * chunk.row_count)


# Bad files


def test_missing_empty_and_header_only_files(tmp_path: Path) -> None:
    for suffix in (".csv", ".tsv", ".jsonl", ".xlsx", ".rows"):
        with pytest.raises(MltagError, match="was not found"):
            open_rows(tmp_path / f"none{suffix}")
        (tmp_path / f"empty{suffix}").write_bytes(b"")
        with pytest.raises(MltagError, match="is empty"):
            open_rows(tmp_path / f"empty{suffix}")


def test_lines_that_are_not_objects_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"a": "x"}\n\n[1]\n{broken\n{"a": "y"}\n' + b"[" * 100_000 + b'\n{"a": "\xff"}\n'
    )
    source = open_rows(path)
    assert [*source.rows()] == [("x",), ("y",)]
    assert source.unreadable == 4
    assert source.reasons[0] == (3, "The line is no JSON object.")
    path.write_text("[1]\n")
    with pytest.raises(MltagError, match="no JSON objects"):
        open_rows(path)


def test_ragged_records_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("id,title\n1,a\n2\n3,c\n")
    source = open_rows(path)
    for _ in range(2):
        assert [*source.rows()] == [("1", "a"), ("3", "c")]
        assert source.unreadable == 1
    assert source.fraction == 1


def test_an_unknown_suffix_or_an_existing_file(tmp_path: Path) -> None:
    source = open_rows(csv_file(tmp_path))
    with (
        pytest.raises(MltagError, match="unknown file extension"),
        open_writer(tmp_path / "out.doc", source, ()),
    ):
        pass
    with pytest.raises(MltagError, match="already exists"), open_writer(tmp_path / "in.csv", source, ()):
        pass


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx"])
def test_a_failure_leaves_no_file(tmp_path: Path, suffix: str) -> None:
    source = open_rows(csv_file(tmp_path))
    out = tmp_path / f"out{suffix}"

    def fail() -> None:
        with open_writer(out, source, ADDED) as writer:
            for chunk in source.readable():
                writer.write(chunk, [("nlp", 0.5)] * chunk.row_count)
                raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_cell_too_long_for_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("title,text\na," + "x" * 40_000 + "\n")
    with pytest.raises(MltagError, match="32,767"):
        tagged(path, tmp_path / "out.xlsx")


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "in.parquet").write_bytes(b"PAR1")
    with pytest.raises(MltagError) as raised:
        open_rows(tmp_path / "in.parquet")
    assert raised.value.hint == f"Use CSV instead. {how_to_get('parquet')}"


# Good files


def test_csv_keeps_its_bytes(tmp_path: Path) -> None:
    path = csv_file(tmp_path)
    assert rows_of(path) == ROWS
    tagged(path, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().decode() == (
        "\ufeffid;title;score;predicted_tag;confidence\r\n"
        '1;"Größe, exact";2.5;nlp;0.5\r\n2;"two\nlines ""quoted""";;nlp;0.5\r\n3;=1+1;7;nlp;0.5'
    )


@pytest.mark.parametrize("delimiter", [",", "5"])
def test_added_cells_of_any_kind(tmp_path: Path, delimiter: str) -> None:
    """A number needs quotes where a digit separates the cells; a column may mix kinds of cells."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    numbers = [0.5, 1.0, 0.0, -2.25, 1e-7, 1e300, math.nan, math.inf, 3, True, False]
    values: list[str | float] = ["a,5", None, *numbers, "a,5", ""]
    source.write_text("id\n" + "1\n" * len(values), encoding="utf-8")
    rows = TableFile(source, replace(DEFAULT_DIALECT, delimiter=delimiter))
    with open_writer(out, rows, ("value", "share")) as writer:
        (chunk,) = rows.readable()
        writer.write(chunk, [[value, 0.25] for value in values])
        writer.write(Block([]), [])
        writer.finish()
    encoded = EncodedCells(rows.dialect)
    added = [[encoded[as_text(each)] for each in (value, 0.25)] for value in values]
    assert out.read_bytes().splitlines()[1:] == [b"1" + b"".join(cells) for cells in added]


def test_utf16_and_cp1252_stay_what_they_are(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-be", "cp1252"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes("id,title\r\n1,Größe und Länge\r\n".encode(encoding))
        tagged(path, tmp_path / f"{encoding}.out.csv")
        expected = "id,title,predicted_tag,confidence\r\n1,Größe und Länge,nlp,0.5\r\n".encode(encoding)
        assert (tmp_path / f"{encoding}.out.csv").read_bytes() == expected


def test_a_second_run_replaces_the_added_columns(tmp_path: Path) -> None:
    tagged(csv_file(tmp_path), tmp_path / "one.csv")
    tagged(tmp_path / "one.csv", tmp_path / "two.csv")
    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()
    tagged(tmp_path / "one.csv", tmp_path / "two.jsonl")
    assert rows_of(tmp_path / "two.jsonl") == [(*row, "nlp", "0.5") for row in ROWS]


def test_json_lines_keep_keys_and_types(tmp_path: Path) -> None:
    path = jsonl_file(tmp_path)
    assert open_rows(path).columns == ("id", "title", "score", "deep", "late")
    assert [cells[:3] for cells in rows_of(path)] == ROWS
    tagged(path, tmp_path / "out.jsonl")
    before = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    after = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert after == [{**found, "predicted_tag": "nlp", "confidence": 0.5} for found in before]


def test_half_a_surrogate_pair_survives(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"title": "a \\ud83d b"}\n')
    assert rows_of(path) == [("a ? b",)]
    tagged(path, tmp_path / "out.jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["title"] == "a \ud83d b"
    tagged(path, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().splitlines()[1] == b"a ? b,nlp,0.5"


FORMS = [".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".ods", ".parquet"]


@pytest.mark.parametrize("first", FORMS)
@pytest.mark.parametrize("second", FORMS)
def test_every_form_becomes_every_other(tmp_path: Path, first: str, second: str) -> None:
    if ".parquet" in (first, second):
        pytest.importorskip("pyarrow")
    tagged(csv_file(tmp_path), tmp_path / f"one{first}")
    tagged(tmp_path / f"one{first}", tmp_path / f"two{second}")
    expected = [(*row, "nlp", "0.5") for row in ROWS]
    assert rows_of(tmp_path / f"one{first}") == rows_of(tmp_path / f"two{second}") == expected
    assert open_rows(tmp_path / f"two{second}").columns == ("id", "title", "score", *ADDED)


def test_sheets_keep_numbers_and_write_no_formulas(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    tagged(jsonl_file(tmp_path), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in sheet[2]][:3] == [1, "Größe, exact", 2.5]
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")
    assert sheet["G2"].value == 0.5


def parquet_file(tmp_path: Path) -> Path:
    """One of what other programs put into Parquet and neither a sheet nor JSON can hold."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "id": [1234567890123456789, 7],
        "title": ["a", "b"],
        "when": arrow.array([1, 2], arrow.timestamp("s", tz="UTC")),
        "raw": [b"x", b"y"],
        "words": [["one", "two"], []],
        "score": [math.nan, 0.5],
        "scores": [[math.nan, math.inf, 0.5], [1.0]],
        "inner": [{"at": math.nan}, {"at": 2.0}],
        "price": [Decimal("12.50"), Decimal("-0.01")],
        "long": [Decimal("1234567890123456.78"), Decimal("7.00")],
    }
    parquet.write_table(arrow.table(columns), tmp_path / "in.parquet")
    return tmp_path / "in.parquet"


def test_a_sheet_gets_what_it_cannot_hold_as_text(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    tagged(parquet_file(tmp_path), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    first, second = ([cell.value for cell in row] for row in sheet.iter_rows(2, 3))
    assert first[0] == "1234567890123456789", "Excel would make 1234567890123450000 of it"
    assert second[0] == 7
    assert first[2] == "1970-01-01 00:00:01+00:00"
    assert first[4] == "['one', 'two']"
    assert first[5] in ("", None)
    assert second[5] == 0.5
    assert (first[8], second[8]) == (12.5, -0.01)
    assert (first[9], second[9]) == ("1234567890123456.78", 7)


def test_json_lines_from_parquet_are_json(tmp_path: Path) -> None:
    tagged(parquet_file(tmp_path), tmp_path / "out.jsonl")

    def refuse(word: str) -> None:
        pytest.fail(f"{word} is no JSON")

    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    first, second = (json.loads(line, parse_constant=refuse) for line in lines)
    assert (first["id"], first["score"], second["score"]) == (1234567890123456789, None, 0.5)
    assert (first["scores"], second["scores"]) == ([None, None, 0.5], [1.0])
    assert (first["inner"], second["inner"]) == ({"at": None}, {"at": 2.0})


def test_signs_that_xml_lacks(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"id,title\n1,a\x00b\x0bc\n")
    tagged(path, tmp_path / "out.xlsx")
    assert rows_of(tmp_path / "out.xlsx")[0][1] == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("make", [csv_file, jsonl_file])
def test_standard_input_and_output(tmp_path: Path, make) -> None:
    path = make(tmp_path)
    source = open_rows("-", stream=io.BytesIO(path.read_bytes()))
    spool = source.path
    out = io.BytesIO()
    with open_writer("-", source, ADDED, stream=out) as writer:
        for chunk in source.readable():
            writer.write(chunk, [("nlp", 0.5)] * chunk.row_count)
    tagged(path, tmp_path / f"out{path.suffix}")
    assert out.getvalue() == (tmp_path / f"out{path.suffix}").read_bytes()
    assert spool.exists()
    del source, writer, chunk
    assert not spool.exists()


def test_empty_standard_input() -> None:
    with pytest.raises(MltagError, match=r"^The input is empty"):
        open_rows("-", stream=io.BytesIO(b""))


def test_content_decides_without_a_suffix(tmp_path: Path) -> None:
    path = jsonl_file(tmp_path).rename(tmp_path / "in")
    assert rows_of(path)[0][1] == "Größe, exact"
    (tmp_path / "in2").write_text("a,b\n{1},2\n")
    assert rows_of(tmp_path / "in2") == [("{1}", "2")]
