"""Tables of any format as frames, read as the program reads them."""

import warnings
from pathlib import Path

import pandas as pd

from mltag_desktop.api.arguments import checked
from mltag_desktop.core.tables.opening import dialect_as, open_table
from mltag_desktop.core.tables.record_parser import Record


@checked
def read_table(
    path: str | Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header: bool | None = None,
) -> pd.DataFrame:
    """Return a CSV, TSV, JSON lines, workbook or Parquet file as a frame in which every cell is text.

    Encoding, delimiter and header are detected unless given. Lines that cannot be read are left out with a
    warning; `frame.attrs["unreadable"]` lists their line numbers and the reasons.
    """
    file = Path(path)
    dialect = dialect_as(
        file, encoding=encoding or "", delimiter=delimiter or "", sheet=sheet or "", header=header
    )
    table = open_table(file, dialect)
    rows: list[tuple[str, ...]] = []
    unreadable: list[tuple[int, str]] = []
    for item in table.records():
        if isinstance(item, Record):
            rows.append(item.cells)
        else:
            unreadable.append((item.line, str(item.reason)))
    frame = pd.DataFrame(rows, columns=list(table.columns))
    frame.attrs["unreadable"] = unreadable
    if unreadable:
        lines = "1 line is" if len(unreadable) == 1 else f"{len(unreadable):,} lines are"
        line, reason = unreadable[0]
        text = f"{lines} unreadable in {file.name}: line {line}, {reason}"
        warnings.warn(text, stacklevel=3)  # in the code that calls, above the check of the arguments
    return frame
