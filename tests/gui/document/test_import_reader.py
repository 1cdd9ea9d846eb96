"""Imports whose table is read in another process: real processes, which end in the middle."""

import contextlib
import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.processes.pool import ProcessPool, WorkerEndedError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.workspace_files import (
    STAMP,
    OpenedSource,
    PendingImport,
    import_source,
    read_source,
    stamp_of,
)
from tests.core.workspace.helpers import TAGS
from tests.processes import kill

ROWS = 90_000
"""So many that the last chunks are not read before the first one is written."""
CONTENT = b"id,words\n" + b"".join(b"%d,words %d\n" % (number, number) for number in range(ROWS))
MAPPING = ColumnMapping((1,), 0)


@pytest.fixture
def process() -> Iterator[ProcessPool]:
    made = ProcessPool(niceness=0)
    yield made
    made.close()


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
    process: ProcessPool, workspace: Workspace, table: Path, on_chunk: Callable[[Change], None]
) -> None:
    read = partial(read_source, process, small=0)
    workspace.table.import_table(SILENT, open_table(table), MAPPING, on_chunk, read)


def check_whole(workspace: Workspace) -> None:
    """Check that each record is there once and that the table is exported byte for byte."""
    assert workspace.table.complete
    assert workspace.scan.column(SILENT, 0) == [str(number) for number in range(ROWS)]
    assert workspace.table.texts([0, ROWS - 1]) == ["words 0", f"words {ROWS - 1}"]
    exported = workspace.path.with_name("exported.csv")
    export(SILENT, workspace, exported, "original")
    assert exported.read_bytes() == CONTENT


class Ending:
    """Kills the process after some chunks, `times` times, and remembers which rows have arrived."""

    def __init__(self, process: ProcessPool, times: int) -> None:
        self._process, self._times = process, times
        self.processes: set[int] = set()
        self.rows: list[int] = []

    def __call__(self, change: Change) -> None:
        assert change.rows is not None
        self.rows += change.rows.tolist()
        process_id = self._process.process_id
        if process_id is not None:
            self.processes.add(process_id)
            if len(self.processes) <= self._times:
                kill(process_id)


def test_each_record_is_there_once_when_the_process_is_killed(
    process: ProcessPool, workspace: Workspace, table: Path
) -> None:
    ending = Ending(process, 1)
    import_with(process, workspace, table, ending)
    assert len(ending.processes) == 2
    assert ending.rows == [*range(ROWS)]
    check_whole(workspace)


def test_import_ends_with_an_error_when_each_process_dies(
    process: ProcessPool, workspace: Workspace, table: Path
) -> None:
    ending = Ending(process, 2)
    with pytest.raises(WorkerEndedError):
        import_with(process, workspace, table, ending)
    assert 0 < workspace.table.count < ROWS
    assert not workspace.table.complete
    import_with(process, workspace, table, Ending(process, 0))
    check_whole(workspace)


def test_table_that_changes_while_it_is_read_is_an_error(
    process: ProcessPool, workspace: Workspace, table: Path
) -> None:
    ending = Ending(process, 1)

    def change_it(change: Change) -> None:
        changed = table.with_suffix(".new")
        changed.write_bytes(CONTENT.replace(b"words 7\n", b"woods 7\n"))
        changed.replace(table)  # at once: the process would read to the end of a file that is not whole yet
        ending(change)

    with pytest.raises(MltagError, match=r"table\.csv has changed since its import started"):
        import_with(process, workspace, table, change_it)
    assert 0 < workspace.table.count < ROWS
    assert ending.rows == [*range(workspace.table.count)]
    table.write_bytes(CONTENT)
    import_with(process, workspace, table, ending)
    check_whole(workspace)


def test_cancelled_import_goes_on(process: ProcessPool, workspace: Workspace, table: Path) -> None:
    class Stopping:
        def report(self, fraction: float, step: str = "") -> None:
            if workspace.table.count:
                raise Cancelled

    read = partial(read_source, process, small=0)
    with pytest.raises(Cancelled):
        workspace.table.import_table(Stopping(), open_table(table), MAPPING, None, read)
    assert 0 < workspace.table.count < ROWS
    import_with(process, workspace, table, Ending(process, 0))
    check_whole(workspace)


def test_table_is_read_here_if_no_process_can_be_started(
    workspace: Workspace, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(table.with_name("missing")))
    refused = ProcessPool()
    import_with(refused, workspace, table, Ending(refused, 0))
    check_whole(workspace)
    refused.close()


def test_import_goes_on_here_if_no_second_process_can_be_started(
    process: ProcessPool, workspace: Workspace, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = Ending(process, 1)

    def end_for_good(change: Change) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(table.with_name("missing")))
        ending(change)

    import_with(process, workspace, table, end_for_good)
    assert len(ending.processes) == 1
    check_whole(workspace)


def test_small_tables_are_read_here(process: ProcessPool, workspace: Workspace, table: Path) -> None:
    read = partial(read_source, process, small=len(CONTENT))
    workspace.table.import_table(SILENT, open_table(table), MAPPING, None, read)
    check_whole(workspace)
    assert process.process_id is None


def test_first_records_arrive_before_a_process_has_started(workspace: Workspace, table: Path) -> None:
    def readers() -> int:
        return len(multiprocessing.active_children())

    def note(source: OpenedSource, change: Change) -> None:
        assert change.rows is not None
        rows.extend(change.rows.tolist())
        arrived.append((source.workspace.table.count, readers() - before))

    rows: list[int] = []
    arrived: list[tuple[int, int]] = []
    before = readers()  # a process of other tests
    more = b"".join(b"%d,%s\n" % (number, b"many words " * 20) for number in range(ROWS // 4))
    table.write_bytes(CONTENT + more)
    pending = PendingImport(open_table(table), MAPPING, "")
    import_source(SILENT, OpenedSource(workspace, table, pending), pending, note)
    assert rows == [*range(ROWS + ROWS // 4)]
    assert arrived[0] == (arrived[0][0], 0)
    assert arrived[0][0] < 5_000
    assert arrived[1][1] == 1


def test_a_source_written_during_its_import_counts_as_changed(workspace: Workspace, table: Path) -> None:
    def rewrite(source: OpenedSource, change: Change) -> None:
        table.write_bytes(CONTENT[: len(CONTENT) // 2])

    before = stamp_of(table)
    pending = PendingImport(open_table(table), MAPPING, before)
    with contextlib.suppress(MltagError):  # it may notice
        import_source(SILENT, OpenedSource(workspace, table, pending), pending, rewrite)
    assert workspace.preference(STAMP) == before != stamp_of(table)


def test_records_of_a_cancelled_import_are_told(workspace: Workspace, table: Path) -> None:
    class Stopping:
        def report(self, fraction: float, step: str = "") -> None:
            if workspace.table.count > ROWS // 2:
                raise Cancelled

    told: list[int] = []
    pending = PendingImport(open_table(table), MAPPING, "")
    with pytest.raises(Cancelled):
        import_source(
            Stopping(),
            OpenedSource(workspace, table, pending),
            pending,
            lambda source, change: told.extend([] if change.rows is None else change.rows.tolist()),
        )
    assert ROWS // 2 - 10_000 < len(told) < ROWS
    assert told == [*range(len(told))]
