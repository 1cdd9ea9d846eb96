"""The one table of formats."""

import runpy
import sys
from pathlib import Path

import pytest

from mltag_desktop.core.tables.formats import FORMATS, format_of, suffixes_in_words, usual_suffix
from mltag_desktop.gui.import_export import export_form

SUFFIXES = [".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".ods", ".parquet"]


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.CSV", "csv"), ("a.tab", "tsv"), ("a.ndjson", "jsonl"), ("a.parquet", "parquet"), ("a.docx", None)],
)
def test_the_suffix_of_a_file_names_its_format(name: str, form: str | None) -> None:
    found = format_of(Path(name))
    assert (found and found.name) == form


def test_each_format_has_one_usual_suffix() -> None:
    assert [usual_suffix(suffix) for suffix in (".TAB", ".ndjson", ".xlsm", ".csv", ".docx")] == [
        *(".tsv", ".jsonl", ".xlsx", ".csv"),
        ".docx",
    ]
    assert [form.suffixes[0] for form in FORMATS] == SUFFIXES
    assert suffixes_in_words() == ", ".join(SUFFIXES)


def test_the_window_offers_all_formats() -> None:
    assert [*export_form.EXPORT_FORMATS] == SUFFIXES


def test_the_window_does_not_offer_parquet_where_it_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    offered = runpy.run_path(export_form.__file__)["EXPORT_FORMATS"].keys()
    assert offered == {*SUFFIXES} - {".parquet"}
