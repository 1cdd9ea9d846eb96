"""The one table of suffixes."""

from pathlib import Path

import pytest

from mltag_desktop.core.tables.file_formats import FORMATS, WORKBOOK_SUFFIXES, format_named, usual_suffix


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.CSV", "csv"), ("a.tab", "tsv"), ("a.ndjson", "jsonl"), ("a.parquet", "parquet"), ("a.docx", None)],
)
def test_the_suffix_of_a_file_names_its_format(name: str, form: str | None) -> None:
    assert format_named(Path(name)) == form


def test_each_format_has_one_usual_suffix() -> None:
    assert [usual_suffix(suffix) for suffix in (".TAB", ".ndjson", ".xlsm", ".csv", ".docx")] == [
        *(".tsv", ".jsonl", ".xlsx", ".csv"),
        ".docx",
    ]
    assert {usual_suffix(suffix) for suffix in FORMATS} == {".csv", ".tsv", ".jsonl", ".xlsx", ".parquet"}
    assert ".xlsx" in WORKBOOK_SUFFIXES
