"""Find the cells of many delimited records at once, without parsing them."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.tables.text.dialect import Dialect

Bounds = NDArray[np.int64]
Mask = NDArray[np.bool_]

_ASCII_SUPERSETS: Final = frozenset({"utf-8", "cp1252", "iso8859-1", "iso8859-15"})
"""Encodings in which a byte below 128 is always that ASCII character."""


class CellBounds(NamedTuple):
    """Where the cells of n records are in their joined bytes.

    Only the regular records have all of these bounds: they have as many cells as the table has columns, line
    breaks only at their end or in quotes, and quotes only around whole cells or doubled in them.
    """

    regular: Mask
    starts: Bounds
    """Start of each record."""
    ends: Bounds
    """End of each record without its line end."""
    delimiters: Bounds
    """Positions of the delimiters between cells, of all records."""
    first: Bounds
    """Index of each record's first delimiter in `delimiters`."""
    width: int

    def column(self, column: int) -> tuple[Bounds, Bounds]:
        """Return start and end of one cell of each record, with its quotes; of a regular one only."""
        starts, ends = self.starts.copy(), self.ends.copy()
        if column:
            starts[self.regular] = self.delimiters[self.first[self.regular] + column - 1] + 1
        if column < self.width - 1:
            ends[self.regular] = self.delimiters[self.first[self.regular] + column]
        return starts, ends

    def begin_with(self, signs: Mask, joined: bytes, dialect: Dialect) -> Mask:
        """Return a mask of the regular records in which a cell begins with one of `signs`, shape (256,)."""
        values = np.frombuffer(joined or b"\0", np.uint8)
        found = np.zeros(len(self.starts), np.bool_)
        for column in range(self.width):
            starts, ends = self.column(column)
            begins = values[np.minimum(starts, len(values) - 1)]
            if dialect.quote:
                starts += begins == ord(dialect.quote)
                begins = values[np.minimum(starts, len(values) - 1)]
            found |= signs[begins] & (starts < ends)
        return found & self.regular


def can_be_found(dialect: Dialect) -> bool:
    """Return whether `cell_bounds` knows the cells of such a table."""
    return (
        dialect.form != "jsonl"
        and dialect.encoding in _ASCII_SUPERSETS
        and (dialect.delimiter + dialect.quote).isascii()
        and not dialect.skip_blanks
        and not dialect.escape
    )


def cell_bounds(joined: bytes, stops: Bounds, dialect: Dialect, width: int) -> CellBounds:
    """Return the cells of the records in `joined`, each of which ends at one of `stops`.

    The bounds of a regular record are those of the cells that `csv.reader` finds. `can_be_found` must be true
    of the dialect.
    """
    values = np.frombuffer(joined, np.uint8)
    starts = np.concatenate([[0], stops[:-1]])
    special = np.flatnonzero(_special(dialect)[values])
    kinds = values[special]
    first, last = np.searchsorted(special, starts), np.searchsorted(special, stops)
    owners = np.repeat(np.arange(len(stops)), last - first)
    quotes = kinds == ord(dialect.quote) if dialect.quote else np.zeros(len(kinds), np.bool_)
    quoted = _counts(quotes)
    outside = ((quoted[:-1] - quoted[first][owners]) & 1) == 0
    regular = ((quoted[last] - quoted[first]) & 1) == 0
    if quotes.any():
        odd = _odd_quotes(values, special[quotes], outside[quotes], starts, stops, owners[quotes], dialect)
        regular[owners[quotes][odd]] = False
    parts = (kinds == ord(dialect.delimiter)) & outside
    parted = _counts(parts)
    regular &= parted[last] - parted[first] == width - 1
    breaks = ((kinds == ord("\r")) | (kinds == ord("\n"))) & outside
    broken = _counts(breaks)
    ends = stops - (broken[last] - broken[first])
    early = special[breaks] < ends[owners[breaks]]
    regular[owners[breaks][early]] = False
    regular &= ends > starts
    return CellBounds(regular, starts, ends, special[parts], parted[first], width)


def _special(dialect: Dialect) -> Mask:
    """Return a mask of the bytes that delimit cells or records, or quote cells, shape (256,)."""
    special = np.zeros(256, np.bool_)
    special[[*(dialect.delimiter + dialect.quote + "\r\n").encode("ascii")]] = True
    return special


def _counts(mask: Mask) -> Bounds:
    """Return how many elements before each one are true, and at the end, of all of them."""
    counts = np.zeros(len(mask) + 1, np.int64)
    np.cumsum(mask, out=counts[1:])
    return counts


def _odd_quotes(
    values: NDArray[np.uint8],
    quotes: Bounds,
    opening: Mask,
    starts: Bounds,
    stops: Bounds,
    owners: Bounds,
    dialect: Dialect,
) -> Mask:
    """Return a mask of the quotes that neither begin nor end a cell and are not doubled."""
    beside = np.zeros(256, np.bool_)
    beside[[*(dialect.delimiter + dialect.quote).encode("ascii")]] = True
    begins = beside[values[quotes - 1]] | (quotes == starts[owners])
    beside[[*b"\r\n"]] = True
    ends = beside[values[np.minimum(quotes + 1, len(values) - 1)]] | (quotes + 1 == stops[owners])
    odd: Mask = ~np.where(opening, begins, ends)
    return odd
