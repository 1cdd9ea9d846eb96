"""Tables in files, from their bytes."""

from pathlib import Path

from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_source import TableSource


def written(folder: Path, content: bytes) -> Path:
    """Write `content` to a file and return its path."""
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


def cells_of(table: TableSource) -> list[tuple[str, ...]]:
    """Return the cells of the readable records."""
    return [item.cells for item in table.records() if isinstance(item, Record)]
