"""The formats of tables, and the functions that open a table of any of them.

A line for each format has its suffixes, its reader and its writer. This is the one table of formats. The
command line, batches, exports, the Python interface and the window read and write all of them, and only
them. A reader says whether it reads a file.
"""

import contextlib
import shutil
import sys
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, scratch_folder
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.dialect import (
    DELIMITER_NAMES,
    Dialect,
    SniffedDialect,
    layout_of,
    read_start,
)
from mltag_desktop.core.tables.encoding import EncodingGuess, display_name
from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.tables.json_table import JsonArrayWriter, JsonTable, JsonWriter
from mltag_desktop.core.tables.parquet import ParquetTable, ParquetWriter
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import DelimitedWriter, TableFile, TabWriter
from mltag_desktop.core.tables.table_source import RowWriter, TableSource
from mltag_desktop.core.tables.workbook import OpenDocumentWriter, SheetTable, SheetWriter, sheet_names

STANDARD: Final = "-"
"""Standard input or output."""


@dataclass(frozen=True)
class Format:
    """A format of tables: its name, its name for people, its suffixes (the usual one first)."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    form: str
    """`Dialect.form` of the tables that are written in this format."""
    reader: type[TableSource]
    writer: type[RowWriter]
    can_be_appended: bool = False
    """Whether rows can be added to the end of a file."""

    @property
    def is_sheet(self) -> bool:
        """Whether the number of rows and columns is limited."""
        return self.reader is SheetTable


FORMATS: Final = (
    Format("csv", message("Delimited text"), (".csv",), "delimited", TableFile, DelimitedWriter, True),
    Format("tsv", message("Tab-separated text"), (".tsv", ".tab"), "delimited", TableFile, TabWriter, True),
    Format("jsonl", message("JSON lines"), (".jsonl", ".ndjson"), "jsonl", JsonTable, JsonWriter, True),
    Format("json", message("JSON list"), (".json",), "json", JsonTable, JsonArrayWriter),
    Format("xlsx", message("Excel workbook"), (".xlsx",), "xlsx", SheetTable, SheetWriter),
    Format("ods", message("OpenDocument spreadsheet"), (".ods",), "ods", SheetTable, OpenDocumentWriter),
    Format("parquet", "Parquet", (".parquet",), "parquet", ParquetTable, ParquetWriter),
)
"""All formats; text that no other reader knows is delimited."""
_BY_SUFFIX: Final = {suffix: each for each in FORMATS for suffix in each.suffixes}


def format_of(path: Path) -> Format | None:
    """Return the format that the suffix of `path` stands for; None for another suffix."""
    return _BY_SUFFIX.get(path.suffix.lower())


def format_called(name: str) -> Format:
    """Return the format with this name."""
    return next(each for each in FORMATS if each.name == name)


def suffixes_in_words() -> str:
    """Return the usual suffixes of all formats that can be written, separated by commas."""
    return ", ".join(each.suffixes[0] for each in FORMATS)


def usual_suffix(suffix: str) -> str:
    """Return the usual suffix of the format that `suffix` stands for, or `suffix` itself in lower case."""
    suffix = ".xlsx" if suffix.lower() == ".xlsm" else suffix.lower()
    return _BY_SUFFIX[suffix].suffixes[0] if suffix in _BY_SUFFIX else suffix


def output_format(out: Path | str, source: TableSource) -> Format:
    """Return the format in which rows of `source` are written to `out`, or to standard output for "-".

    Raises `MltagError` for an unknown suffix.
    """
    if str(out) == STANDARD:
        if source.dialect.is_json:
            return format_called("jsonl")
        is_tabs = source.dialect.form == "delimited" and source.dialect.delimiter == "\t"
        return format_called("tsv" if is_tabs else "csv")
    found = format_of(Path(out))
    if found is None:
        raise MltagError(
            message("{out} has an unknown file extension.", out=out),
            message("Use one of {suffixes}.", suffixes=suffixes_in_words()),
        )
    return found


@contextlib.contextmanager
def open_writer(
    out: Path | str,
    source: TableSource,
    added: Sequence[str],
    *,
    form: Format | None = None,
    replace: bool = False,
    stream: BinaryIO | None = None,
) -> Iterator[RowWriter]:
    """Open a writer for the rows of `source` with the columns `added`, in `form` or that of the suffix.

    The file is written atomically. "-" is standard output, or `stream`. Raises `MltagError` for an unknown
    suffix, and the errors of `atomic_write`.
    """
    form = form or output_format(out, source)
    if str(out) == STANDARD:
        target = sys.stdout.buffer if stream is None else stream
        writer = form.writer(target, source, added)
        yield writer
        writer.finish()
        target.flush()
        return
    with atomic_write(Path(out), replace=replace) as file:
        writer = form.writer(file, source, added)
        try:
            yield writer
            writer.finish()
        except BaseException:
            writer.abandon()
            raise


_SAMPLE_BYTES: Final = 1 << 16
_PREVIEW_ROWS: Final = 8
_MOST_WAYS: Final = 6


class ReadingOptions(NamedTuple):
    """How to read a table, as in `dialect_as`; what is empty or None is detected."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header: bool | None = None


@dataclass(frozen=True)
class ReadingAlternative:
    """One way to read a table: its dialect, a preview of the records, and the evidence for it."""

    dialect: Dialect
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    evidence: str


def open_table(path: Path, dialect: Dialect | None = None) -> TableSource:
    """Open a table of any form with `dialect`, or with the detected one.

    Raises `MltagError` when the file is missing, unreadable, empty, has only a header, or is of no known
    form.
    """
    form = dialect.form if dialect is not None else detect_format(path)
    return next(each.reader for each in FORMATS if each.form == form)(path, dialect)


def open_rows(
    path: Path | str,
    options: ReadingOptions = ReadingOptions(),  # noqa: B008 - immutable
    *,
    stream: BinaryIO | None = None,
) -> TableSource:
    """Open a table as a command does; "-" is standard input (or `stream`), copied to a temporary file.

    Raises the errors of `open_table` and of `dialect_as`.
    """
    if str(path) == STANDARD:
        return _spooled(sys.stdin.buffer if stream is None else stream, options)
    return open_table(Path(path), dialect_as(Path(path), options))


def _spooled(stream: BinaryIO, options: ReadingOptions) -> TableSource:
    """Copy `stream` to a temporary file that is deleted when the source is garbage collected."""
    with contextlib.ExitStack() as stack:
        copy = stack.enter_context(scratch_folder()) / "input.rows"
        with copy.open("wb") as file:
            shutil.copyfileobj(stream, file)
        try:
            source = open_rows(copy, options)
        except MltagError as error:
            raise MltagError(error.message.replace(str(copy), "The input"), error.hint) from error
        weakref.finalize(source, stack.pop_all().close)
    return source


def detect_format(path: Path) -> str:
    """Return the form of a file, one of `FORMS`, from its first bytes and its suffix.

    Raises `MltagError` when the file is unreadable, or neither a table nor text.
    """
    with open_bytes(path) as file:
        start = file.read(_SAMPLE_BYTES)
    return next(form for each in reversed(FORMATS) if (form := each.reader.form_of(start, path)))


def dialect_as(path: Path, options: ReadingOptions) -> Dialect | None:
    """Return the detected dialect with the given options; None when none is given.

    A header does not matter for JSON and Parquet. Raises `MltagError` for an encoding, delimiter or sheet
    that does not apply to the file.
    """
    encoding, delimiter, sheet, header = options
    if len(delimiter) > 1:
        raise MltagError(
            message("The delimiter {delimiter} has more than one character.", delimiter=delimiter),
            "Choose a delimiter of one character.",
        )
    form = detect_format(path)
    if sheet and form != "xlsx":
        raise MltagError(message("{path} has no sheets.", path=path), "Omit the sheet.")
    if (encoding or delimiter) and form != "delimited":
        raise MltagError(
            message("{path} is not delimited text.", path=path), "Omit the encoding and the delimiter."
        )
    if options == ReadingOptions() or form not in ("delimited", "xlsx"):
        return None
    if form == "xlsx":
        found = SheetTable(path, sheet=sheet).dialect
        return found if header is None else replace(found, header=header)
    sample, guess = read_start(path)
    if encoding:
        codec = Dialect(encoding, b"", delimiter or ",", '"', "\n", header=True).encoding
        guess = EncodingGuess(codec, guess.bom if codec == guess.encoding else b"", "", sure=True)
    dialect = layout_of(path, sample, guess, delimiter).dialect
    return dialect if header is None else replace(dialect, header=header)


def alternatives(path: Path) -> list[ReadingAlternative]:
    """Return the likeliest ways to read the table, the best first, each with a different preview.

    Raises the same errors as `open_table`.
    """
    form = detect_format(path)
    ways = (
        _sheet_alternatives(path)
        if form == "xlsx"
        else _text_alternatives(path)
        if form == "delimited"
        else iter(())
    )
    previews: list[ReadingAlternative] = []
    first = open_table(path)
    evidence = first.sniffed.evidence if first.sniffed else ""
    for sniffed in (SniffedDialect(first.dialect, evidence, sure=True), *ways):
        try:
            way = _preview(path, sniffed)
        except MltagError:
            continue  # this dialect finds only a header
        if all((way.columns, way.rows) != (other.columns, other.rows) for other in previews):
            previews.append(way)
        if len(previews) == _MOST_WAYS:
            break
    return previews


def _preview(path: Path, sniffed: SniffedDialect) -> ReadingAlternative:
    table = open_table(path, sniffed.dialect)
    cell_rows = [
        item.cells for item in islice(table.records(), 10 * _PREVIEW_ROWS) if isinstance(item, Record)
    ]
    # Show non-ASCII records first: only these differ between encodings.
    distinctive = [cells for cells in cell_rows if not all(map(str.isascii, cells))]
    rows = (distinctive + [cells for cells in cell_rows if cells not in distinctive])[:_PREVIEW_ROWS]
    return ReadingAlternative(sniffed.dialect, table.columns, tuple(rows), sniffed.evidence)


def _sheet_alternatives(path: Path) -> Iterator[SniffedDialect]:
    for name in sheet_names(path):
        try:
            table = SheetTable(path, sheet=name)
        except MltagError:
            continue  # the sheet is empty
        if table.sniffed:
            yield table.sniffed


def _text_alternatives(path: Path) -> Iterator[SniffedDialect]:
    """Yield dialects with other encodings, then other delimiters, then with or without a header."""
    sample, guess = read_start(path)
    best = layout_of(path, sample, guess)
    for encoding in guess.others:
        other = EncodingGuess(encoding, guess.bom, "", sure=False)
        found = layout_of(path, sample, other)
        letters = message("The non-ASCII letters can be read as {encoding}.", encoding=display_name(encoding))
        yield found._replace(evidence=sentences(letters, found.evidence), sure=False)
    dialect = best.dialect
    for signs in best.others:
        name = DELIMITER_NAMES.get(signs.delimiter, repr(signs.delimiter))
        changed = replace(dialect, **signs._asdict(), skip=0, lacks="")
        yield SniffedDialect(changed, message("Delimiter {name} is also possible.", name=name), sure=False)
    if not best.sure and not dialect.lacks:
        evidence = message("No header line.") if dialect.header else message("The first line is the header.")
        yield SniffedDialect(replace(dialect, header=not dialect.header), evidence, sure=False)
