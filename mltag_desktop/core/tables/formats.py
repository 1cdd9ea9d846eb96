"""The formats of tables: a line for each, with its suffixes, its reader and its writer.

This is the one table of formats. The command line, batches, exports, the Python interface and the window read
and write all of them, and only them. A reader says whether it reads a file.
"""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import atomic_write
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.json_table import JsonArrayWriter, JsonTable, JsonWriter
from mltag_desktop.core.tables.open_document import OpenDocumentWriter
from mltag_desktop.core.tables.parquet import ParquetTable, ParquetWriter
from mltag_desktop.core.tables.table_file import DelimitedWriter, TableFile, TabWriter
from mltag_desktop.core.tables.table_source import RowWriter, TableSource
from mltag_desktop.core.tables.workbook import SheetTable, SheetWriter

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
