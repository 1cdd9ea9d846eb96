"""A row source for rows that the program generates."""

from collections.abc import Iterator

from mltag_desktop.core.tables.formats.base import RowChunk, RowSource


class Cells(RowSource):
    """A source that has only columns; the caller passes its rows directly to the writer."""

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield nothing."""
        return iter(())
