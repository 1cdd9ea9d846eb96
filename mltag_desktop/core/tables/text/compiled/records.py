"""Call the compiled code that finds the cells of CSV records; the results are those of csv.reader.

The module is built on installation if there is a C compiler. Without it, `is_used` is False.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.filesystem.compiled_code import compiled_module

_VERSION: Final = 1
"""The version of the compiled code that this module calls."""
_MODULE: Final = compiled_module("mltag_desktop.core.tables.text.compiled._records", _VERSION)
is_used: Final = _MODULE is not None
"""Whether the compiled code is there and not turned off."""
_NO_QUOTE: Final = -1


class CellBounds(NamedTuple):
    """Where the n records of a block and their cells are; a record ends with its line end."""

    cells: NDArray[np.uint32]
    """Start and end of each cell without its quotes, shape (n, width, 2)."""
    ends: NDArray[np.uint32]
    """End of each record, shape (n,)."""
    lines: int
    """Number of physical lines of all records."""


def scan(block: bytes, delimiter: str, quote: str, width: int, *, final: bool) -> CellBounds | None:
    """Find all complete records of a block that starts with a record and ends with a line.

    Unless `final`, the last record is left out, since the blank lines after it belong to it. Returns None if
    a record is blank, has not `width` cells, or is not strict CSV.
    """
    most = block.count(b"\n") + 1
    cells = np.empty((most, width, 2), np.uint32)
    ends = np.empty(most, np.uint32)
    count, lines = _MODULE.scan(block, ord(delimiter), _sign(quote), width, final, cells, ends)
    return None if count < 0 else CellBounds(cells[:count], ends[:count], lines)


def texts(block: bytes, bounds: CellBounds, columns: tuple[int, ...], quote: str) -> list[bytes]:
    """Return the text of each record: the stripped cells of some columns that are not empty, with blanks."""
    found: list[bytes] = _MODULE.texts(block, bounds.cells, bounds.cells.shape[1], _sign(quote), columns)
    return found


def column(block: bytes, bounds: CellBounds, column: int, quote: str) -> list[str]:
    """Return the cells of a column."""
    found: list[str] = _MODULE.column(block, bounds.cells, bounds.cells.shape[1], _sign(quote), (column,))
    return found


def _sign(quote: str) -> int:
    return ord(quote) if quote else _NO_QUOTE
