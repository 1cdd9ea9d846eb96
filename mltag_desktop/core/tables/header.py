"""The head of a table: byte order mark, leading blank lines, header record and column names."""

import csv
import itertools
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.file_access import empty_error, header_only_error
from mltag_desktop.core.tables.record_parser import (
    MAX_RECORD,
    csv_reader,
    decode_lines,
    ends_in_feed,
    split_lines,
)

_FIRST_READ: Final = 1 << 18
_SAMPLE_RECORDS: Final = 200


class HeaderRecord(NamedTuple):
    """The exact bytes before the first record, their number of lines, and the column names."""

    raw: bytes
    lines: int
    columns: tuple[str, ...]


def read_head(file: BinaryIO, path: Path, dialect: Dialect) -> HeaderRecord:
    """Read the head of a table; raises `MltagError` when the file is empty or has only a header."""
    size = _FIRST_READ
    while True:
        file.seek(0)
        data = file.read(size)
        final = len(data) < size
        head = _find_head(data, dialect, final=final)
        if head is None and final:
            raise empty_error(path)
        if head is not None:
            if final and len(head.raw) == len(data):
                raise header_only_error(path)
            return head
        size *= 4


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return a unique, non-empty name for each column."""
    names: list[str] = []
    taken = {cell.strip() for cell in cells}
    seen: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        name = cell.strip()
        if not name or name in seen:
            stem = f"{name} " if name else "column "
            numbers = itertools.count(2 if name else position)
            name = next(
                candidate
                for n in numbers
                if (candidate := f"{stem}{n}") not in taken and candidate not in seen
            )
        seen.add(name)
        names.append(name)
    return tuple(names)


def header_line(texts: Sequence[str], dialect: Dialect) -> int:
    """Return the index of the line where the header starts, or the first record if there is no header."""
    at = _after_blanks(texts, min(dialect.skip, len(texts)))
    if at < len(texts) - 1 and texts[at].strip().lower() == f"sep={dialect.delimiter}".strip():
        at = _after_blanks(texts, at + 1)
    return at


def _find_head(data: bytes, dialect: Dialect, *, final: bool) -> HeaderRecord | None:
    """Return the head, or None when `data` is too short to contain all of it."""
    mark = len(dialect.bom) if data.startswith(dialect.bom) else 0
    lines = split_lines(data[mark:], dialect.encoding)
    if not final and lines and not ends_in_feed(lines[-1], dialect.encoding):
        lines.pop()
    texts, _ = decode_lines(b"".join(lines), lines, dialect.encoding)
    at = header_line(texts, dialect)
    if at == len(texts):
        return None
    if dialect.header:
        header = _header(texts, at, dialect, final=final)
        if header is None:
            return None
        cells, at = header
        at = _after_blanks(texts, at)
        if at == len(texts) and not final:
            return None
        cells = {"first": ["", *cells], "last": [*cells, ""]}.get(dialect.lacks, cells)
        columns = column_names(cells)
    else:
        columns = column_names([""] * _usual_width(texts[at:], dialect))
    return HeaderRecord(data[:mark] + b"".join(lines[:at]), at, columns)


def _after_blanks(texts: Sequence[str], at: int) -> int:
    while at < len(texts) and not texts[at].strip("\r\n"):
        at += 1
    return at


def _header(texts: Sequence[str], at: int, dialect: Dialect, *, final: bool) -> tuple[list[str], int] | None:
    """Return the header cells and the index of the line after the header.

    Only the first line is used when its quotes are broken. Returns None when more data may close the quotes.
    """
    reader = csv_reader(texts[at:], *dialect.signs, strict=True)
    try:
        return next(reader), at + reader.line_num
    except csv.Error:
        if not final and at + reader.line_num == len(texts) and sum(map(len, texts[at:])) < MAX_RECORD:
            return None
    return next(csv_reader(texts[at : at + 1], *dialect.signs)), at + 1


def _usual_width(texts: Sequence[str], dialect: Dialect) -> int:
    reader = csv_reader(texts, *dialect.signs)
    widths = Counter(len(row) for row in itertools.islice(reader, _SAMPLE_RECORDS) if row)
    return widths.most_common(1)[0][0]
