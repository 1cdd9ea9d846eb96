"""Imports whose table is read in the worker process: real processes, which end in the middle."""

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.opening import open_table
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.import_reader import ImportReader
from mltag_desktop.gui.document.workspace_files import OpenedSource, PendingImport, import_source
from mltag_desktop.gui.runtime.worker_process import WorkerEndedError, WorkerProcess
from tests.core.workspace.helpers import TAGS

ROWS = 90_000
"""So many that the last chunks are not read before the first one is written."""
CONTENT = b"id,words\n" + b"".join(b"%d,words %d\n" % (number, number) for number in range(ROWS))
MAPPING = Mapping((1,), 0)


@pytest.fixture
def worker(shared_worker: WorkerProcess) -> WorkerProcess:
    return shared_worker


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "work.mltag", "Ann", TAGS) as made:
        yield made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(CONTENT)
    return path


def import_with(
    worker: WorkerProcess, workspace: Workspace, table: Path, on_chunk: Callable[[Change], None]
) -> None:
    reader = ImportReader(worker, small=0)
    workspace.table.import_table(SILENT, open_table(table), MAPPING, on_chunk, reader.read)


def check_whole(workspace: Workspace) -> None:
    """Check that each record is there once and that the table is exported byte for byte."""
    assert workspace.table.complete
    assert workspace.scan.column(SILENT, 0) == [str(number) for number in range(ROWS)]
    assert workspace.table.texts([0, ROWS - 1]) == ["words 0", f"words {ROWS - 1}"]
    exported = workspace.path.with_name("exported.csv")
    export(SILENT, workspace, exported, "original")
    assert exported.read_bytes() == CONTENT


class Ending:
    """Ends the worker process after some chunks, and remembers which rows have arrived."""

    def __init__(self, worker: WorkerProcess, times: int, *, on_purpose: bool = False) -> None:
        self._worker, self._times, self._on_purpose = worker, times, on_purpose
        self.processes: set[int] = set()
        self.rows: list[int] = []

    def __call__(self, change: Change) -> None:
        assert change.rows is not None
        self.rows += change.rows.tolist()
        process_id = self._worker.process_id
        if process_id is None:
            return
        self.processes.add(process_id)
        if len(self.processes) > self._times:
            return
        if self._on_purpose:
            self._worker.end()
        else:
            os.kill(process_id, signal.SIGKILL)


@pytest.mark.parametrize("on_purpose", [False, True], ids=["killed", "ended for another call"])
def test_each_record_is_there_once_when_the_process_ends(
    worker: WorkerProcess, workspace: Workspace, table: Path, on_purpose: bool
) -> None:
    ending = Ending(worker, 1, on_purpose=on_purpose)
    import_with(worker, workspace, table, ending)
    assert len(ending.processes) == 2
    assert ending.rows == [*range(ROWS)]
    check_whole(workspace)


def test_import_ends_with_an_error_when_each_process_dies(
    worker: WorkerProcess, workspace: Workspace, table: Path
) -> None:
    ending = Ending(worker, 2)
    with pytest.raises(WorkerEndedError):
        import_with(worker, workspace, table, ending)
    assert 0 < workspace.table.count < ROWS
    assert not workspace.table.complete
    import_with(worker, workspace, table, Ending(worker, 0))
    check_whole(workspace)


def test_table_that_changes_while_it_is_read_is_an_error(
    worker: WorkerProcess, workspace: Workspace, table: Path
) -> None:
    ending = Ending(worker, 1)

    def change_it(change: Change) -> None:
        table.write_bytes(CONTENT.replace(b"words 7\n", b"woods 7\n"))
        ending(change)

    with pytest.raises(MltagError, match=r"table\.csv has changed since its import started"):
        import_with(worker, workspace, table, change_it)
    assert 0 < workspace.table.count < ROWS
    table.write_bytes(CONTENT)
    import_with(worker, workspace, table, ending)
    check_whole(workspace)


def test_cancelled_import_goes_on(worker: WorkerProcess, workspace: Workspace, table: Path) -> None:
    class Stopping:
        def report(self, fraction: float, step: str = "") -> None:
            if workspace.table.count:
                raise Cancelled

    reader = ImportReader(worker, small=0)
    with pytest.raises(Cancelled):
        workspace.table.import_table(Stopping(), open_table(table), MAPPING, None, reader.read)
    assert 0 < workspace.table.count < ROWS
    import_with(worker, workspace, table, Ending(worker, 0))
    check_whole(workspace)


def test_table_is_read_here_if_no_process_can_be_started(
    workspace: Workspace, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(table.with_name("missing")))
    refused = WorkerProcess()
    import_with(refused, workspace, table, Ending(refused, 0))
    check_whole(workspace)
    refused.close()


def test_import_goes_on_here_if_no_second_process_can_be_started(
    worker: WorkerProcess, workspace: Workspace, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = Ending(worker, 1)

    def end_for_good(change: Change) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(table.with_name("missing")))
        ending(change)

    import_with(worker, workspace, table, end_for_good)
    assert len(ending.processes) == 1
    check_whole(workspace)


def test_first_records_are_read_here_and_small_tables_as_a_whole(workspace: Workspace, table: Path) -> None:
    worker = WorkerProcess()
    processes: list[int | None] = []

    def arrived(source: OpenedSource, change: Change) -> None:
        processes.append(worker.process_id)

    try:
        pending = PendingImport(open_table(table), MAPPING)
        import_source(SILENT, worker, OpenedSource(workspace, table, pending), pending, arrived)
        check_whole(workspace)
        assert processes[0] is None
        assert processes[-1] is not None
        worker.end()
        table.write_bytes(CONTENT[:200_000])
        with Workspace.create(table.with_name("small.mltag"), "Ann", TAGS) as small:
            pending = PendingImport(open_table(table), MAPPING)
            import_source(SILENT, worker, OpenedSource(small, table, pending), pending, arrived)
            assert small.table.count > 10_000
            assert not processes[-1]
    finally:
        worker.close()
