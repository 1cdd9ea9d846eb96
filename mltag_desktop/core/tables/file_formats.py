"""The file formats of tables by the suffix of a file's name.

Each format has one module in `core/tables/formats` with reader, table and writer. `row_streams.py` opens
them for exports and the command line, `opening.py` for a workspace, and `gui/import_export/export_form.py`
offers them.
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
    ".parquet": "parquet",
}
"""The format that a suffix stands for, of all that can be read and written; the usual suffix comes first."""
WORKBOOK_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""Workbooks that can be read."""
_MACRO_WORKBOOK: Final = ".xlsm"


def format_named(path: Path) -> str | None:
    """Return the format that the suffix of `path` stands for, a key of `FORMATS`; None for another one."""
    return FORMATS.get(path.suffix.lower())


def usual_suffix(suffix: str) -> str:
    """Return the usual suffix of the format that `suffix` stands for, or `suffix` itself in lower case."""
    suffix = suffix.lower()
    name = "xlsx" if suffix == _MACRO_WORKBOOK else FORMATS.get(suffix)
    return next((each for each, of in FORMATS.items() if of == name), suffix)
