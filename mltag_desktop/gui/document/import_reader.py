"""Reads a table in another process while the window writes it."""

from collections.abc import Generator
from typing import Final

from mltag_desktop.core.processes.pool import ProcessPool, WorkerEndedError, WorkerStartError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.records.import_reading import (
    ImportRequest,
    ReadChunk,
    TablePart,
    read_chunks,
    read_request,
)

_SMALL: Final = 4 << 20
"""Size in bytes up to which a table is read in the window: that takes less time than to start a process."""
_COMPRESSED: Final = 8
"""Size of the text of a workbook or a Parquet file relative to the file, roughly."""
_ATTEMPTS: Final = 2


class ImportReader:
    """Reads tables for `WorkspaceTable.import_table`, large ones in a separate process.

    The table is read here if the process cannot be started. If it ends, a new one goes on after the chunks
    that have arrived.
    """

    def __init__(self, process: ProcessPool, small: int = _SMALL) -> None:
        self._process = process
        self._small = small

    def read(
        self, progress: Progress, table: TableSource, mapping: Mapping, part: TablePart
    ) -> Generator[ReadChunk]:
        """Read the records of `table` after `part`."""
        size = table.size if table.dialect.is_text else _COMPRESSED * table.size
        if size <= self._small:
            yield from read_chunks(progress, table, mapping, part)
            return
        request = ImportRequest(table.path, table.dialect, table.head, mapping, part)
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                for read in self._process.stream(progress, read_request, request):
                    request = request._replace(part=read.part)
                    yield read
            except WorkerStartError:
                yield from read_request(progress, request)
            except WorkerEndedError:
                if attempt < _ATTEMPTS:
                    continue
                raise
            return
