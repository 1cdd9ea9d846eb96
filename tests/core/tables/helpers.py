"""Tables in files, from their bytes."""

from pathlib import Path


def written(folder: Path, content: bytes) -> Path:
    """Write `content` to a file and return its path."""
    path = folder / "table.csv"
    path.write_bytes(content)
    return path
