"""Reads a table in the worker process while the window writes it."""

from collections.abc import Generator
from typing import Final

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.records.import_reading import (
    ImportRequest,
    ReadChunk,
    TablePart,
    read_chunks,
    read_request,
)
from mltag_desktop.gui.runtime.worker_process import WorkerEndedError, WorkerProcess, WorkerStartError

_SMALL: Final = 1 << 20
"""Size in bytes up to which a table is read in the window: that takes less time than to start the process."""
_GRACE: Final = 2.0
"""Seconds until a cancelled call is done, which is shorter than a new process takes to start."""
_ATTEMPTS: Final = 2


class ImportReader:
    """Reads tables for `WorkspaceTable.import_table`: large ones in the worker process.

    The table is read here if the process cannot be started. If it ends, a new one goes on after the chunks
    that have arrived.
    """

    def __init__(self, worker: WorkerProcess, small: int = _SMALL) -> None:
        self._worker = worker
        self._small = small

    def read(
        self, progress: Progress, table: TableFile, mapping: Mapping, part: TablePart
    ) -> Generator[ReadChunk]:
        """Read the records of `table` after `part`."""
        if table.size <= self._small:
            yield from read_chunks(progress, table, mapping, part)
            return
        request = ImportRequest(table.path, table.dialect, table.head, mapping, part)
        attempts = _ATTEMPTS
        while True:
            try:
                for read in self._worker.stream(progress, _GRACE, read_request, request):
                    request = request._replace(part=read.part)
                    yield read
            except WorkerStartError:
                yield from read_request(progress, request)
            except WorkerEndedError as ended:
                attempts -= not ended.on_purpose
                if attempts < 1:
                    raise
                continue
            return
