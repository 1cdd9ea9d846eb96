"""Jobs that detect a table's dialect and read its first records; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.column_mapping import Mapping, guess_mapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.formats import FORMATS
from mltag_desktop.core.tables.opening import ReadingAlternative, alternatives, open_table
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.tables.workbook import sheet_names
from mltag_desktop.gui.i18n.translation import in_sentence, tr, translate_core_message
from mltag_desktop.gui.i18n.words import DELIMITER_NAMES

_SHOWN: Final = 60
_LOOKED_AT: Final = 500
_NON_ASCII: Final = 5


@dataclass(frozen=True)
class ReadingAlternatives:
    """The detected dialects of a table, most likely first, and the sheets of a workbook."""

    ways: tuple[ReadingAlternative, ...]
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class TablePreview:
    """The first records of a table, read in one dialect."""

    dialect: Dialect
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    looked_at: int
    """Number of records read, including unreadable ones."""
    quarantined: tuple[QuarantinedRecord, ...]
    """The unreadable records."""
    mapping: Mapping | None
    """The guessed column mapping; None if no column holds text."""


def find_alternatives(progress: Progress, path: Path) -> ReadingAlternatives:
    """Detect the possible dialects of a table; raises `MltagError` if it cannot be read at all."""
    progress.report(0.0, tr("Checking the table"))
    found = tuple(alternatives(path))
    sheets = tuple(sheet_names(path)) if found and found[0].dialect.form == "xlsx" else ()
    return ReadingAlternatives(found, sheets)


def preview(progress: Progress, path: Path, dialect: Dialect, tags: Sequence[str]) -> TablePreview:
    """Read the first records of a table; raises `MltagError` if it cannot be read in this dialect."""
    progress.report(0.0, tr("Reading the first records"))
    table = open_table(path, dialect)
    items = list(islice(table.records(), _LOOKED_AT))
    records = [item for item in items if isinstance(item, Record)]
    quarantined = tuple(item for item in items if isinstance(item, QuarantinedRecord))
    cells = [record.cells for record in records]
    # later rows with non-ASCII characters show whether the encoding is right
    non_ascii = [row for row in cells[_SHOWN:] if not all(map(str.isascii, row))][:_NON_ASCII]
    shown = cells[: _SHOWN - len(non_ascii)] + non_ascii
    try:
        mapping = guess_mapping(table.columns, cells[:200], tags)
    except MltagError:
        mapping = None
    return TablePreview(table.dialect, table.columns, tuple(shown), len(items), quarantined, mapping)


def named(way: Dialect) -> str:
    """Describe a dialect in a few words."""
    if way.form == "xlsx":
        return tr("Sheet {sheet}", sheet=way.sheet)
    if way.form != "delimited":
        return translate_core_message(next(form.label for form in FORMATS if form.form == way.form))
    delimiter = in_sentence(DELIMITER_NAMES.get(way.delimiter, repr(way.delimiter)))
    header = tr("with a header") if way.header else tr("without a header")
    return f"{display_name(way.encoding)}, {delimiter}, {header}"
