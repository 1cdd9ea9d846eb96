"""Row source for spreadsheets."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource, grouped
from mltag_desktop.core.tables.formats.binary_tables import SheetTable, row_texts


class SheetSource(RowSource):
    """The rows of one sheet, which is chosen and laid out as for an import. It is read into memory."""

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        self.table = SheetTable(path, dialect)
        super().__init__(path, self.table.columns)

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows; `originals` are lists of numbers, dates and texts."""
        self.start_over()
        return grouped(self._rows(), size)

    def fraction(self) -> float:
        """Return the fraction (0 to 1) of the rows read so far."""
        return self.table.position() / max(1, self.table.size)

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether the sheet has more than `count` rows below its header."""
        return self.table.height > count

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return the values with the types that calamine gives them."""
        return list(original)

    def _rows(self) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
        for row in self.table.values():
            cells = row_texts(row)
            if any(cells):
                yield cells, row
