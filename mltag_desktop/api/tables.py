"""Tables of any format as frames, read as the program reads them."""

import warnings
from pathlib import Path

import pandas as pd

from mltag_desktop.api.arguments import checked
from mltag_desktop.core.tables.opening import dialect_as, open_table


@checked
def read_table(
    path: str | Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header: bool | None = None,
) -> pd.DataFrame:
    """Return a CSV, TSV, JSON, workbook or Parquet file as a frame in which every cell is text.

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
    for block in table.blocks():
        rows += block.cells
        unreadable += [(item.line, str(item.reason)) for _, item in block.quarantined]
    frame = pd.DataFrame(rows, columns=list(table.columns))
    frame.attrs["unreadable"] = unreadable
    if unreadable:
        lines = "1 line is" if len(unreadable) == 1 else f"{len(unreadable):,} lines are"
        line, reason = unreadable[0]
        text = f"{lines} unreadable in {file.name}: line {line}, {reason}"
        warnings.warn(text, stacklevel=3)  # in the code that calls, above the check of the arguments
    return frame
