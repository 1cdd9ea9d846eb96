"""Find records in the overflow bytes of a lost block; their position in the table is unknown.

Such bytes do not say to which table they belong. Nearly all of them must parse as records of the table, which
texts, models and steps do not.
"""

from typing import Final

from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.json_records import parsed_object
from mltag_desktop.core.tables.record_parser import Record, RecordScanner, split_lines

_LEAST_COLUMNS: Final = 3
"""Lines of other content can look like records of one or two cells."""
_LEAST_SHARE: Final = 0.9
"""Minimum share of the bytes that parse as records."""
_STARTS: Final = 8
"""Number of lines at which the first whole record may begin."""


def loose_records(content: bytes, dialect: Dialect, columns: int) -> list[bytes]:
    """Return the whole records in `content`, which starts and ends anywhere in a record."""
    lines = split_lines(content, dialect.encoding)
    for start in range(1, min(_STARTS, len(lines) - 1)):
        if dialect.form == "jsonl":
            found = [line for line in lines[start:-1] if _is_object(line)]
        elif columns >= _LEAST_COLUMNS:
            found = _delimited(lines[start:], dialect, columns)
        else:
            found = []
        if found and sum(map(len, found)) >= _LEAST_SHARE * sum(map(len, lines[start:-1])):
            return found
    return []


def _delimited(lines: list[bytes], dialect: Dialect, columns: int) -> list[bytes]:
    scanner = RecordScanner(dialect.encoding, dialect.signs, columns)
    items, _ = scanner.scan(b"".join(lines), lines, final=True)
    return [
        item.raw
        for item in items[:-1]
        if isinstance(item, Record) and not any("\0" in cell or "\ufffd" in cell for cell in item.cells)
    ]


def _is_object(line: bytes) -> bool:
    try:
        parsed_object(line)
    except (ValueError, RecursionError):
        return False
    return True
