"""A workspace is opened for reading while its owner writes, as the worker process of the window does."""

from pathlib import Path

from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS


def steps(pool: ConnectionPool) -> int:
    with pool.read() as connection:
        return int(connection.execute("SELECT count(*) FROM steps").fetchone()[0])


def test_a_reader_sees_one_state_of_a_file_that_is_being_written(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "table.mltag", "kim", TAGS) as workspace:
        workspace.table.add_texts(["a bird", "a fish"])
        reader = ConnectionPool(workspace.path, read_only="open elsewhere")
        before = steps(reader)
        with reader.snapshot():
            assert steps(reader) == before
            workspace.decisions.decide([0], "birds")
            assert steps(reader) == before, "an opening that reads both would call the file damaged"
        assert steps(reader) == before + 1
        reader.close()
