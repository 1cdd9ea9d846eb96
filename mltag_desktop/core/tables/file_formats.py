"""The file formats of tables by the suffix of a file's name.

This is the one table of formats: each has a module in `core/tables/formats` with reader, table and writer.
`row_streams.py` opens them for exports and the command line, `opening.py` for a workspace, and
`gui/import_export/export_form.py` offers all of them.
"""

from pathlib import Path
from typing import Final

FORMATS: Final = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xlsx": "xlsx",
    ".ods": "ods",
    ".parquet": "parquet",
}
"""The format that a suffix stands for, of all that can be read and written; the usual suffix comes first."""
SHEETS: Final = frozenset({"xlsx", "ods"})
"""Formats whose sheets hold a limited number of rows and columns."""
USUAL_SUFFIXES: Final = {form: suffix for suffix, form in reversed(FORMATS.items())}
"""The usual suffix of each format, of all that can be written."""
WORKBOOK_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""Workbooks that can be read."""
_MACRO_WORKBOOK: Final = ".xlsm"


def suffixes_in_words() -> str:
    """Return the usual suffixes of all formats that can be written, separated by commas."""
    return ", ".join(sorted(USUAL_SUFFIXES.values(), key=[*FORMATS].index))


def format_named(path: Path) -> str | None:
    """Return the format that the suffix of `path` stands for, a key of `FORMATS`; None for another one."""
    return FORMATS.get(path.suffix.lower())


def usual_suffix(suffix: str) -> str:
    """Return the usual suffix of the format that `suffix` stands for, or `suffix` itself in lower case."""
    suffix = suffix.lower()
    name = "xlsx" if suffix == _MACRO_WORKBOOK else FORMATS.get(suffix)
    return next((each for each, of in FORMATS.items() if of == name), suffix)
