"""Tables as they come: each file NAME of `messy` is read as NAME.json says, and comes back byte for byte."""

import json
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import alternatives, open_table
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.workspace import Workspace

FOLDER = Path(__file__).with_name("messy")
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".json")
DIALECT = (
    "encoding",
    "delimiter",
    "quote",
    "newline",
    "header",
    "escape",
    "skip_blanks",
    "skip",
    "lacks",
    "form",
)


def test_there_are_enough_of_them() -> None:
    assert len(NAMES) >= 60


@pytest.mark.parametrize("name", NAMES)
def test_messy(name: str) -> None:
    path = FOLDER / name
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    if "error" in expected:
        with pytest.raises(MltagError, match=expected["error"]):
            open_table(path)
        return
    table = open_table(path)
    items = list(table.records())
    good = [item for item in items if isinstance(item, Record)]
    assert table.sniffed is not None
    assert [list(item.cells) for item in good] == expected["rows"]
    assert list(table.columns) == expected["columns"]
    quarantined = [item.line for item in items if isinstance(item, QuarantinedRecord)]
    assert quarantined == expected.get("quarantined", [])
    for key in DIALECT:
        if key in expected:
            assert getattr(table.dialect, key) == expected[key], key
    assert bool(table.dialect.bom) == expected.get("bom", bool(table.dialect.bom))
    assert table.sniffed.sure == expected.get("sure", table.sniffed.sure)
    if table.dialect.is_text:
        assert table.head + b"".join(item.raw for item in items) == path.read_bytes()
    assert [parse_cells(item.raw, table.dialect) for item in good] == [item.cells for item in good]
    assert open_table(path, table.dialect).columns == table.columns


@pytest.mark.parametrize("name", NAMES)
def test_import_and_export_through_a_workspace(name: str, tmp_path: Path) -> None:
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert len(expected["reason"]) > 10
    if "error" in expected:
        return
    table = open_table(FOLDER / name)
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["x"]) as workspace:
        last = len(table.columns) - 1
        workspace.table.import_table(SILENT, table, ColumnMapping((0,), tag=last or None))
        views = workspace.table.records(range(workspace.table.count))
        assert [list(view.cells) for view in views] == expected["rows"]
        assert [each.line for each in workspace.table.quarantined] == expected.get("quarantined", [])
        export(SILENT, workspace, tmp_path / "original", "original")
        assert (tmp_path / "original").read_bytes() == (FOLDER / name).read_bytes()
        export(SILENT, workspace, tmp_path / name, "table", options=ExportOptions(fill=False))
        if table.dialect.is_text and last:  # nobody decided anything
            assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith((".jsonl", ".ndjson"))])
def test_the_first_alternative_is_what_is_found(name: str) -> None:
    path = FOLDER / name
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    if "error" in expected:
        return
    ways = alternatives(path)
    assert ways[0].dialect == open_table(path).dialect
    assert all(way.evidence for way in ways)
    readings = [(way.columns, way.rows) for way in ways]
    assert len({str(reading) for reading in readings}) == len(ways)
    if expected.get("reads_as") and ways[0].dialect.encoding != "cp932":
        assert len(ways) > 1, "an unsure encoding has others to choose from"
