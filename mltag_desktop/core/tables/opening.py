"""Any table, opened the same way whatever its form, and the other ways in which it could be read."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.booktable import ParquetTable, SheetTable, sheet_names
from mltag_desktop.core.tables.dialect import (
    SAMPLE,
    Dialect,
    Sniffed,
    decoded_start,
    dialect_from,
    is_named_for_tabs,
    look_into,
)
from mltag_desktop.core.tables.encoding import Guess, display_name
from mltag_desktop.core.tables.jsonlines import looks_like_json_lines
from mltag_desktop.core.tables.jsontable import JsonTable
from mltag_desktop.core.tables.layout import DELIMITER_NAMES, guess_layout
from mltag_desktop.core.tables.reader import Record, TableFile
from mltag_desktop.core.tables.source import open_bytes
from mltag_desktop.core.values import dataclass

_SHEETS: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_BOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_LOOKED_AT: Final = 1 << 16
_PREVIEW: Final = 8


@dataclass(frozen=True)
class Alternative:
    """One way in which a table can be read: the first records so read, and a sentence why."""

    dialect: Dialect
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    evidence: str


def open_table(path: Path, dialect: Dialect | None = None) -> TableFile:
    """Open a table of any form in `dialect`, or in the one that is found.

    Raises `MltagError` when it is missing, unreadable, empty, header only or of no known form.
    """
    form = dialect.form if dialect is not None else form_of(path)
    if form == "jsonl":
        return JsonTable(path, dialect)
    if form == "xlsx":
        return SheetTable(path, dialect)
    if form == "parquet":
        return ParquetTable(path, dialect)
    return TableFile.open(path, dialect)


def form_of(path: Path) -> str:
    """Return the form of a file, judged by its first bytes and then by its name."""
    with open_bytes(path) as file:
        start = file.read(_LOOKED_AT)
    suffix = path.suffix.lower()
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(_BOOKS) and (suffix in _SHEETS or b"xl/" in start or b"Workbook" in start):
        return "xlsx"
    if suffix in (".jsonl", ".ndjson") or looks_like_json_lines(start):
        return "jsonl"
    return "delimited"


def dialect_as(
    path: Path,
    *,
    encoding: str = "",
    delimiter: str = "",
    header: bool | None = None,
    sheet: str = "",
) -> Dialect | None:
    """Return the dialect that is found when some of it is given; None when nothing is.

    Raises `MltagError` for an encoding, a delimiter or a sheet that cannot be.
    """
    form = form_of(path)
    if not (encoding or delimiter or sheet or header is not None):
        return None
    if form != "delimited":
        if encoding or delimiter or (sheet and form != "xlsx"):
            raise MltagError(
                f"{path} is not delimited text.",
                "Omit the encoding and the delimiter; choose a sheet of the workbook.",
            )
        found = SheetTable(path, sheet=sheet).dialect if form == "xlsx" else open_table(path).dialect
        return found if header is None else replace(found, header=header)
    if sheet:
        raise MltagError(f"{path} has no sheets.", "Omit the sheet.")
    sample, guess = look_into(path)
    if encoding:
        codec = Dialect(encoding, b"", delimiter or ",", '"', "\n", header=True).encoding
        guess = Guess(codec, guess.bom if codec == guess.encoding else b"", "", sure=True)
    layout = guess_layout(
        decoded_start(sample, guess),
        complete=len(sample) < SAMPLE,
        tabs=is_named_for_tabs(path),
        delimiter=delimiter,
    )
    dialect = dialect_from(guess, layout)
    return dialect if header is None else replace(dialect, header=header)


def alternatives(path: Path, limit: int = 6) -> list[Alternative]:
    """Return how the table can be read, the likeliest way first; those that read alike come once.

    Raises `MltagError` as `open_table` does when it cannot be read at all.
    """
    form = form_of(path)
    ways = _sheets(path) if form == "xlsx" else _text_ways(path) if form == "delimited" else iter(())
    found: list[Alternative] = []
    first = open_table(path)
    said = first.sniffed.evidence if first.sniffed else ""
    for sniffed in (Sniffed(first.dialect, said, sure=True), *ways):
        try:
            way = _preview(path, sniffed)
        except MltagError:
            continue  # a header only, read so
        if len(found) < limit and all((way.columns, way.rows) != (each.columns, each.rows) for each in found):
            found.append(way)
    return found


def _preview(path: Path, sniffed: Sniffed) -> Alternative:
    table = open_table(path, sniffed.dialect)
    good = [item.cells for item in islice(table.records(), 10 * _PREVIEW) if isinstance(item, Record)]
    # A record that the encodings read differently tells more than the first one.
    telling = [cells for cells in good if not all(map(str.isascii, cells))]
    rows = (telling + [cells for cells in good if cells not in telling])[:_PREVIEW]
    return Alternative(sniffed.dialect, table.columns, tuple(rows), sniffed.evidence)


def _sheets(path: Path) -> Iterator[Sniffed]:
    for name in sheet_names(path):
        try:
            table = SheetTable(path, sheet=name)
        except MltagError:
            continue  # nothing in it
        if table.sniffed:
            yield table.sniffed


def _text_ways(path: Path) -> Iterator[Sniffed]:
    """Yield other encodings, then other delimiters, then the table with or without a header."""
    sample, guess = look_into(path)
    complete, tabs = len(sample) < SAMPLE, is_named_for_tabs(path)
    best = guess_layout(decoded_start(sample, guess), complete=complete, tabs=tabs)
    for encoding in guess.others:
        other = Guess(encoding, guess.bom, "", sure=False)
        layout = guess_layout(decoded_start(sample, other), complete=complete, tabs=tabs)
        said = f"The non-ASCII letters can be read as {display_name(encoding)}. {layout.evidence}"
        yield Sniffed(dialect_from(other, layout), said, sure=False)
    dialect = dialect_from(guess, best)
    for signs in best.others:
        name = DELIMITER_NAMES.get(signs.delimiter, repr(signs.delimiter))
        changed = replace(dialect, **signs._asdict(), skip=0, lacks="")
        yield Sniffed(changed, f"Delimiter {name} is also possible.", sure=False)
    if not best.sure and not best.lacks:
        said = "No header line." if best.header else "The first line is the header."
        yield Sniffed(replace(dialect, header=not best.header), said, sure=False)
