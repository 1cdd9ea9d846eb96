"""The one table of suffixes."""

import runpy
import sys
from pathlib import Path

import pytest

from mltag_desktop.core.tables.file_formats import (
    FORMATS,
    USUAL_SUFFIXES,
    WORKBOOK_SUFFIXES,
    format_named,
    suffixes_in_words,
    usual_suffix,
)
from mltag_desktop.gui.import_export import export_form


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
    suffixes = {".csv", ".tsv", ".jsonl", ".xlsx", ".ods", ".parquet"}
    assert {usual_suffix(suffix) for suffix in FORMATS} == suffixes == {*USUAL_SUFFIXES.values()}
    assert ".xlsx" in WORKBOOK_SUFFIXES
    assert suffixes_in_words() == ".csv, .tsv, .jsonl, .xlsx, .ods, .parquet"


def test_the_window_offers_all_formats() -> None:
    assert {form.suffix for form in export_form.EXPORT_FORMATS} == {*USUAL_SUFFIXES.values()}


def test_the_window_does_not_offer_parquet_where_it_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    offered = runpy.run_path(export_form.__file__)["EXPORT_SUFFIXES"]
    assert offered == {*USUAL_SUFFIXES.values()} - {".parquet"}
