"""Exports in every format and with every option differ from the source only in the decisions."""

import csv
import difflib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables import workbook as spreadsheet
from mltag_desktop.core.tables.columns import NOTE, ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.record_writer import UnencodableError, new_record
from mltag_desktop.core.tables.table_file import PastedTable, TableFile
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions, export_format, unreviewed
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.tables.helpers import cells_of
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    exported,
    imported,
    predict_all,
    record_of,
)

same_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=30,
)


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table(
        {
            "id": arrow.array([1, 2, 3], arrow.int16()),
            "title": ["a", "b", None],
            "tag": arrow.array(["birds", None, "fish"]).dictionary_encode(),
            "parts": [[1.5], [], None],
        }
    ).replace_schema_metadata({"made": "by hand"})
    path = tmp_path / "in.parquet"
    parquet.write_table(table, path, row_group_size=2, compression="gzip")
    with imported(tmp_path, open_table(path), ColumnMapping((1,), 0, None, 2)) as workspace:
        workspace.decisions.decide([1], "stones")
        exported(workspace, "same.parquet", "original")
        exported(workspace, "out.parquet")
        workspace.table.set_mapping(ColumnMapping((1,), 2, None, 0))
        with pytest.raises(MltagError, match="The column id contains int16"):
            exported(workspace, "bad.parquet")
        workspace.table.set_mapping(ColumnMapping((1,), 0))
        few = ExportOptions(columns=(0,), rows="reviewed")
        exported(workspace, "few.parquet", options=few)
    assert (tmp_path / "same.parquet").read_bytes() == path.read_bytes()
    out = parquet.read_table(tmp_path / "out.parquet")
    assert out.schema.equals(parquet.read_table(path).schema, check_metadata=True)
    expected = table.to_pylist()
    expected[1]["tag"] = "stones"
    assert out.to_pylist() == expected
    found = parquet.ParquetFile(tmp_path / "out.parquet").metadata
    assert (found.num_row_groups, found.row_group(0).column(0).compression) == (2, "GZIP")
    assert parquet.read_table(tmp_path / "few.parquet").to_pylist() == [
        {
            "id": 2,
            "mltag_tag": "stones",
            "predicted_tag": None,
            "confidence": None,
            "status": "corrected",
            "curator": "Ann",
        }
    ]


LINES = b'{"id":1.0,"title":"a","tag":null, "x": [1]}\nbroken\n\n{"title" : "b", "n": 1e3}\r\n{"title":"c"}'


def test_json_lines_differ_only_in_decided_values(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(LINES)
    with imported(tmp_path, open_table(tmp_path / "in.jsonl"), ColumnMapping((1,), 0, None, 2)) as workspace:
        workspace.decisions.decide([0, 1], "fish")
        workspace.table.add_texts(["d"])
        exported(workspace, "same.jsonl", "original")
        exported(workspace, "out.jsonl")
        workspace.table.set_mapping(ColumnMapping((1,), 0))
        predict_all(workspace, LetterModel())
        exported(workspace, "more.jsonl", columns=(1,))
    assert (tmp_path / "same.jsonl").read_bytes() == LINES
    assert (tmp_path / "out.jsonl").read_bytes() == LINES.replace(b"null", b'"fish"').replace(
        b"1e3}", b'1e3, "tag" : "fish"}'
    ) + b'\n{"title": "d"}\n'
    more = [json.loads(line) for line in (tmp_path / "more.jsonl").read_text().splitlines()]
    assert more[0] == {
        "title": "a",
        "mltag_tag": "fish",
        "predicted_tag": "birds",
        "confidence": 0.3333,
        "status": "corrected",
        "curator": "Ann",
    }
    assert isinstance(more[2]["confidence"], float)
    assert [each["title"] for each in more] == ["a", "b", "c", "d"]


def test_pasted_cells_become_a_workspace(tmp_path: Path) -> None:
    text = 'id\ttitle\ttag\r\n1\t"a\nb"\tfish\r\n2\tc\t\r\n'
    with imported(tmp_path, PastedTable(text), ColumnMapping((1,), 0, None, 2)) as workspace:
        assert workspace.table.source_path is None
        workspace.decisions.decide([1], "birds")
        exported(workspace, "out.tsv")
        exported(workspace, "same.tsv", "original")
    assert (tmp_path / "out.tsv").read_bytes().decode() == text.replace("\tc\t", "\tc\tbirds")
    assert (tmp_path / "same.tsv").read_bytes().decode() == text


# Options


@pytest.fixture
def western(tmp_path: Path) -> Iterator[Workspace]:
    content = 'id;title;tag\r\n1;"café; so";birds\r\nbad\r\n2;=SUM(A1);\r\n-3;+1;fish\r\n'
    (tmp_path / "in.csv").write_bytes(content.encode("cp1252"))
    table = open_table(tmp_path / "in.csv", Dialect("cp1252", b"", ";", '"', "\r\n", header=True))
    with imported(tmp_path, table, ColumnMapping((1,), 0, None, 2)) as workspace:
        workspace.tag_set.set([*TAGS, "→ 漢"])
        yield workspace


def written(workspace: Workspace, options: ExportOptions, name: str = "out.csv") -> bytes:
    out = workspace.path.with_name(name)
    export(SILENT, workspace, out, "table", replace=True, options=options)
    return out.read_bytes()


def test_a_tag_outside_the_encoding_is_rejected_recoded_or_escaped(western: Workspace) -> None:
    western.decisions.decide([1], "→ 漢")
    with pytest.raises(UnencodableError) as raised:
        written(western, ExportOptions())
    assert (raised.value.encoding, raised.value.sign, raised.value.text) == ("cp1252", "→", "→ 漢")
    assert not western.path.with_name("out.csv").exists()
    assert written(western, ExportOptions(encoding="utf-8")).decode() == (
        'id;title;tag\r\n1;"café; so";birds\r\nbad\r\n2;=SUM(A1);→ 漢\r\n-3;+1;fish\r\n'
    )
    assert b"2;=SUM(A1);\\u2192 \\u6f22\r\n" in written(western, ExportOptions(escape=True))


def test_values_of_records_that_are_left_out_need_not_fit_the_encoding(western: Workspace) -> None:
    western.decisions.decide([0, 2], "fish")
    western.decisions.note(1, "→")
    options = ExportOptions(rows="reviewed", added=(NOTE,))
    assert written(western, options).endswith(b"-3;+1;fish;\r\n")
    western.decisions.note(2, "→")
    with pytest.raises(UnencodableError):
        written(western, options)


def test_formulas_are_guarded_when_asked_and_numbers_are_not(western: Workspace) -> None:
    assert b"2;=SUM(A1);\r\n" in written(western, ExportOptions())
    assert written(western, ExportOptions(guard=True)) == (
        'id;title;tag\r\n1;"café; so";birds\r\nbad\r\n2;\'=SUM(A1);\r\n-3;+1;fish\r\n'.encode("cp1252")
    )
    out = western.path.with_name("g.csv")
    assert export(SILENT, western, out, "table", options=ExportOptions(guard=True)).guarded == 1
    export(SILENT, western, out, "original", replace=True, options=ExportOptions(guard=True))
    assert b";=SUM(A1)" in out.read_bytes()
    assert export_format(Path("x.XLSX")).name == "xlsx"
    assert export_format(Path("x.ndjson")).name == "jsonl"


def test_columns_and_records_can_be_selected(western: Workspace) -> None:
    western.decisions.decide([0], "birds")
    western.decisions.decide([2], "birds")
    assert written(western, ExportOptions(columns=(1, 2))) == (
        'title;tag\r\n"café; so";birds\r\n=SUM(A1);\r\n+1;birds\r\n'.encode("cp1252")
    )
    assert written(western, ExportOptions(rows="reviewed", columns=(0, 2))) == (
        b"id;tag\r\n1;birds\r\n-3;birds\r\n"
    )
    assert (
        export(
            SILENT, western, western.path.with_name("n.csv"), "table", options=ExportOptions(rows="reviewed")
        ).rows
        == 2
    )
    with pytest.raises(MltagError, match="no such column"):
        written(western, ExportOptions(columns=(7,)))


def test_corrections_in_other_formats(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decisions.decide([1], "stones", "=note")
    done = exported(predicted, "c.xlsx", "corrections", guard=True)
    row = [cell.value for cell in list(openpyxl.load_workbook(tmp_path / "c.xlsx").active.iter_rows())[1]]
    assert (done.rows, done.guarded) == (1, 1)
    assert "'=note" in row
    assert json.loads(exported(predicted, "c.jsonl", "corrections").path.read_text())["note"] == "=note"
    assert next(
        csv.reader(io.StringIO(exported(predicted, "c.csv", "corrections", columns=(1,)).path.read_text()))
    )[:2] == ["title", "tag"]


def test_unreviewed_records_are_counted_before_an_export(predicted: Workspace) -> None:
    states = predicted.states()
    low = np.flatnonzero(unreviewed(states, ReviewThresholds(1.01)))
    assert len(low) == states.count
    predicted.decisions.decide([0], "fish")
    predicted.decisions.mark([1], DecisionKind.SKIP)
    assert list(np.flatnonzero(unreviewed(predicted.states(), ReviewThresholds(1.01)))) == list(
        range(1, states.count)
    )
    assert not unreviewed(predicted.states(), ReviewThresholds(0.0)).any()


# Property tests

cells = st.text(st.sampled_from(",;\t|\"'\\ =\nab\u00e9"), max_size=6)
dialects = st.builds(
    lambda encoding, delimiter, quote, newline, escape, skip_blanks, header: Dialect(
        encoding, b"", delimiter, quote, newline, header, escape, skip_blanks
    ),
    st.sampled_from(["utf-8", "cp1252", "utf-16-le"]),
    st.sampled_from(",;\t|"),
    st.sampled_from(['"', "'"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\\"]),
    st.booleans(),
    st.booleans(),
)


@same_folder
@given(
    dialects,
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=2, max_size=8),
    st.dictionaries(st.integers(0, 7), st.sampled_from(TAGS), max_size=4),
    st.booleans(),
)
def test_source_and_export_differ_only_in_decisions(tmp_path, dialect, rows, decided, mapped) -> None:
    path = tmp_path / "in.csv"
    names = [["id", "title", "tag"]] if dialect.header else []
    path.write_bytes(b"".join(new_record(row, dialect) for row in [*names, *rows]))
    table = TableFile(path, dialect)
    assert cells_of(table) == [tuple(row) for row in rows]
    with imported(tmp_path, table, ColumnMapping((1,), 0, None, 2 if mapped else None)) as workspace:
        for row, tag in decided.items():
            if row < len(rows):
                workspace.decisions.decide([row], tag)
        exported(workspace)
        exported(workspace, "same.csv", "original")
    assert (tmp_path / "same.csv").read_bytes() == path.read_bytes()
    before, after = (
        [item.raw for item in each.records()] for each in (table, TableFile(tmp_path / "out.csv", dialect))
    )
    if mapped:
        expected = {row for row, tag in decided.items() if row < len(rows) and rows[row][2] != tag}
        changed = {at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other}
        assert changed == expected
        lines = difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
        assert sum(stop - start for kind, start, stop, *_ in lines if kind != "equal") <= len(expected) + 1
    else:
        end = len(dialect.newline.encode(dialect.encoding))
        assert all(other.startswith(one[:-end]) for one, other in zip(before, after, strict=True))
    found = cells_of(TableFile(tmp_path / "out.csv", dialect))
    for at, row in enumerate(rows):
        tag = decided.get(at)
        assert found[at][:2] == tuple(row[:2])
        assert found[at][2] == (tag if mapped and tag else row[2])


def test_a_changed_parquet_table_is_merged_and_exported(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "in.parquet"

    def write(ids: list[int], titles: list[str]) -> bytes:
        parquet.write_table(arrow.table({"id": arrow.array(ids, arrow.int16()), "title": titles}), path)
        return path.read_bytes()

    first = write([1, 2, 3], ["a", "b", "c"])
    with imported(tmp_path, open_table(path), ColumnMapping((1,), 0)) as workspace:
        workspace.decisions.decide([1], "fish")
        second = write([4, 2, 1], ["d", "b2", "a"])
        plan = workspace.source_merge.plan(SILENT, open_table(path, workspace.table.dialect))
        assert (plan.by, plan.added, plan.changed, plan.gone, plan.same) == ("id", 1, 1, 1, 1)
        assert [(each.before, each.after) for each in plan.changed_examples] == [("b", "b2")]
        workspace.source_merge.merge(SILENT, plan)
        assert record_of(workspace, 1).decided == "fish"
        assert record_of(workspace, 1).again, "its text is another one"
        exported(workspace, "second.parquet", "original")
        workspace.history.undo()
        exported(workspace, "first.parquet", "original")
    assert (tmp_path / "second.parquet").read_bytes() == second
    assert (tmp_path / "first.parquet").read_bytes() == first


def test_formulas_are_reported_where_they_are_dangerous(tmp_path: Path) -> None:
    texts = ["=1+1", "\uff1dcmd", "@x", "-5", "plain", "- a list", '"\n=1+1"', '"\nplain"']
    lines = "".join(f"{n},{t},b\n" for n, t in enumerate(texts))
    (tmp_path / "in.csv").write_text(f"id,title,body\n{lines}", encoding="utf-8", newline="\n")
    with imported(tmp_path, TableFile(tmp_path / "in.csv"), ColumnMapping((1, 2))) as workspace:
        found = {
            name: exported(workspace, name, guard=guard)
            for name, guard in (("a.csv", False), ("a.xlsx", False), ("guarded.csv", True))
        }
        none = ExportOptions(columns=(0, 2))
        assert exported(workspace, "b.csv", options=none).formulas == 0
    formulas = {name: done.formulas for name, done in found.items()}
    assert formulas == {"a.csv": 5, "a.xlsx": 0, "guarded.csv": 0}
    assert found["guarded.csv"].guarded == 5
    assert "'\uff1dcmd" in (tmp_path / "guarded.csv").read_text(encoding="utf-8")


def test_a_table_that_is_too_wide_for_a_sheet_is_reported_before_writing(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(16_385)]
    row = ["some words", *names[1:]]
    (tmp_path / "in.csv").write_text(",".join(names) + "\n" + ",".join(row) + "\n")
    with (
        imported(tmp_path, TableFile(tmp_path / "in.csv"), ColumnMapping((0,))) as workspace,
        pytest.raises(MltagError, match="at most 16,384 columns"),
    ):
        exported(workspace, "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


class StartedError(Exception):
    """Writing has begun."""


class NoWriting:
    def report(self, fraction: float, step: str = "") -> None:
        raise StartedError


def test_too_many_rows_for_a_sheet_are_reported_before_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.csv").write_text("id,title\n" + "".join(f"{n},words {n}\n" for n in range(5)))
    with imported(tmp_path, TableFile(tmp_path / "in.csv"), ColumnMapping((1,))) as workspace:
        monkeypatch.setattr(spreadsheet, "MAX_ROWS", 5)
        with pytest.raises(MltagError, match="at most 5 rows"):
            export(NoWriting(), workspace, tmp_path / "out.xlsx", "table")
        monkeypatch.setattr(spreadsheet, "MAX_ROWS", 6)
        with pytest.raises(StartedError):
            export(NoWriting(), workspace, tmp_path / "out.xlsx", "table")


def posts(folder: Path, name: str, delimiter: str) -> Workspace:
    """Return a workspace of a table of two posts, called `name`."""
    path = folder / name
    path.write_text(f"id{delimiter}text\n1{delimiter}a b\n2{delimiter}c d\n", encoding="utf-8")
    return imported(folder, open_table(path), ColumnMapping((1,), None, None, 0))


def test_a_name_with_a_suffix_of_no_format_is_refused_with_the_formats(tmp_path: Path) -> None:
    with posts(tmp_path, "posts.txt", ",") as workspace:
        for name in ("out.html", "out.foo", "out.xls"):
            for what in ("table", "corrections"):
                with pytest.raises(MltagError, match=r"Tables cannot be written as") as caught:
                    exported(workspace, name, what)
                assert str(caught.value.hint).endswith(".csv, .tsv, .jsonl, .json, .xlsx, .ods, .parquet.")
                assert not (tmp_path / name).exists()
        for name in ("out", "out.txt", "out.CSV"):  # as the source is called, or delimited text
            exported(workspace, name, added=())
            assert (tmp_path / name).read_bytes() == (tmp_path / "posts.txt").read_bytes()


@pytest.mark.parametrize(
    ("source", "delimiter", "out", "written_with"),
    [
        ("posts.csv", ",", "out.tsv", "\t"),
        ("posts.tsv", "\t", "out.csv", ","),
        ("posts.csv", ";", "out.csv", ";"),
        ("posts.csv", "\t", "out.csv", "\t"),
        ("posts.tab", "\t", "out.tsv", "\t"),
    ],
)
def test_the_suffix_says_what_separates_the_cells(
    tmp_path: Path, source: str, delimiter: str, out: str, written_with: str
) -> None:
    with posts(tmp_path, source, delimiter) as workspace:
        exported(workspace, out, added=())
    assert (tmp_path / out).read_text(encoding="utf-8").splitlines() == [
        f"id{written_with}text",
        f"1{written_with}a b",
        f"2{written_with}c d",
    ]


def test_a_table_without_a_header_gets_none(tmp_path: Path) -> None:
    path = tmp_path / "posts.tsv"
    path.write_text("1\ta b\n2\tc d\n", encoding="utf-8")
    table = open_table(path)
    assert not table.dialect.header
    with imported(tmp_path, table, ColumnMapping((1,), None, None, 0)) as workspace:
        exported(workspace, added=())
    assert (tmp_path / "out.csv").read_bytes() == path.read_bytes()
