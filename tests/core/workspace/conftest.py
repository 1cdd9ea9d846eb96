from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all, table_bytes


@pytest.fixture
def table_file(tmp_path: Path) -> Callable[[bytes], TableFile]:
    def make(content: bytes) -> TableFile:
        path = tmp_path / "table.csv"
        path.write_bytes(content)
        return TableFile(path)

    return make


@pytest.fixture
def workspace(tmp_path: Path, table_file: Callable[[bytes], TableFile]) -> Iterator[Workspace]:
    """Twelve records without predictions; the tag column is not mapped."""
    with Workspace.create(tmp_path / "work.mltag", "Ann", TAGS) as document:
        document.table.import_table(SILENT, table_file(table_bytes(12)), ColumnMapping((1, 2), 0))
        yield document


@pytest.fixture
def predicted(workspace: Workspace) -> Workspace:
    """The same records with predictions."""
    predict_all(workspace, LetterModel())
    return workspace
