from pathlib import Path

import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.workspace import Workspace


@pytest.mark.parametrize("rows", [63, 64, 65, 128])
def test_the_original_comes_back_when_its_blocks_fill_the_last_batch(tmp_path: Path, rows: int) -> None:
    """Each record is larger than a block, so that blocks are as many as records."""
    source = tmp_path / "long.csv"
    lines = [f"{number}," + f"word{number} " * 3_000 for number in range(rows)]
    source.write_text("id,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(tmp_path / "long.mltag", "ana", ("one", "other")) as workspace:
        workspace.import_table(SILENT, TableFile.open(source), Mapping(text=(1,), id=0))
        out = tmp_path / "again.csv"
        export(SILENT, workspace, out, "original", fill=False, replace=False)
    assert out.read_bytes() == source.read_bytes()
