"""Row readers and writers for exports and the command line, chosen by the suffix or content of a file."""

import contextlib
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import atomic_write
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_formats import format_named, suffixes_in_words
from mltag_desktop.core.tables.formats.base import RowSource, RowWriter
from mltag_desktop.core.tables.formats.delimited import DelimitedSource, DelimitedWriter
from mltag_desktop.core.tables.formats.json_lines import JsonSource, JsonWriter
from mltag_desktop.core.tables.formats.parquet import ParquetSource, ParquetWriter
from mltag_desktop.core.tables.formats.sheet_source import SheetSource
from mltag_desktop.core.tables.formats.spreadsheet import SheetWriter
from mltag_desktop.core.tables.opening import ReadingOptions, detect_format, dialect_as

STANDARD: Final = "-"
"""Standard input or output."""


def open_rows(
    path: Path | str,
    options: ReadingOptions = ReadingOptions(),  # noqa: B008 - immutable
    *,
    stream: BinaryIO | None = None,
) -> RowSource:
    """Open a file as a row source; "-" is standard input (or `stream`), spooled to a temporary file.

    A header does not matter for JSON lines and Parquet.
    Raises `MltagError` when the file is missing, empty, has only a header, or is of no known form, and for
    options that do not apply to it.
    """
    if str(path) == STANDARD:
        return _spooled(sys.stdin.buffer if stream is None else stream, options)
    path = Path(path)
    form = detect_format(path)
    if form in ("jsonl", "parquet"):
        options = options._replace(header=None)
    dialect = dialect_as(path, **options._asdict())
    if form == "jsonl":
        return JsonSource(path)
    if form == "parquet":
        return ParquetSource(path)
    return SheetSource(path, dialect) if form == "xlsx" else DelimitedSource(path, dialect)


@contextlib.contextmanager
def open_writer(
    out: Path | str,
    source: RowSource,
    added: Sequence[str],
    *,
    replace: bool = False,
    stream: BinaryIO | None = None,
) -> Iterator[RowWriter]:
    """Open a writer for the rows of `source` with the columns `added`; the suffix of `out` decides the form.

    The file is written atomically. "-" is standard output (or `stream`), with the form of `output_format`.
    Raises `MltagError` for an unknown suffix, and the errors of `atomic_write`.
    """
    form = output_format(out, source)
    if str(out) == STANDARD:
        target = sys.stdout.buffer if stream is None else stream
        writer = row_writer(form, target, source, added)
        yield writer
        writer.finish()
        target.flush()
        return
    with atomic_write(Path(out), replace=replace) as file:
        writer = row_writer(form, file, source, added)
        try:
            yield writer
            writer.finish()
        except BaseException:
            writer.abandon()
            raise


def output_format(out: Path | str, source: RowSource) -> str:
    """Return the form in which rows of `source` are written to `out`.

    It is a format of `file_formats.FORMATS`. Raises `MltagError` for an unknown suffix.
    """
    if str(out) == STANDARD:
        return _stdout_form(source)
    form = format_named(Path(out))
    if form is None:
        raise MltagError(
            message("{out} has an unknown file extension.", out=out),
            message("Use one of {suffixes}.", suffixes=suffixes_in_words()),
        )
    return form


def row_writer(form: str, out: BinaryIO, source: RowSource, added: Sequence[str]) -> RowWriter:
    """Return a writer for `form`; a header is written immediately."""
    if form == "jsonl":
        return JsonWriter(out, source, added)
    if form == "xlsx":
        return SheetWriter(out, source, added)
    if form == "ods":
        # xml.sax loads urllib and http: 0.05 s of each worker's start
        from mltag_desktop.core.tables.formats.open_document import OpenDocumentWriter

        return OpenDocumentWriter(out, source, added)
    if form == "parquet":
        return ParquetWriter(out, source, added)
    return DelimitedWriter(out, source, added, tabs=form == "tsv")


def _stdout_form(source: RowSource) -> str:
    """Return the form for standard output."""
    if isinstance(source, JsonSource):
        return "jsonl"
    tabs = isinstance(source, DelimitedSource) and source.table.dialect.delimiter == "\t"
    return "tsv" if tabs else "csv"


def _spooled(stream: BinaryIO, options: ReadingOptions) -> RowSource:
    """Copy `stream` to a temporary file that is deleted when the source is garbage collected."""
    descriptor, name = tempfile.mkstemp(prefix="mltag-", suffix=".rows")
    try:
        with os.fdopen(descriptor, "wb") as file:
            shutil.copyfileobj(stream, file)
        source = open_rows(name, options)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, MltagError):
            raise MltagError(error.message.replace(name, "The input"), error.hint) from error
        raise
    weakref.finalize(source, Path(name).unlink, missing_ok=True)
    return source
