"""Rows that come from the program itself, for the writers."""

from collections.abc import Iterator

from mltag_desktop.core.tables.rowsource import RowChunk, RowSource


class Cells(RowSource):
    """Columns alone: the rows are handed to the writer as they are made, none can be read here."""

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield nothing."""
        return iter(())
