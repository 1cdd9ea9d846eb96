"""Sort the cells of a column without creating a Python string for each of a million cells.

The cells stay in one buffer, stripped and case-folded. Compiled code cuts, copies and sorts them; without it,
numpy and Python do the same work.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.search.byte_sort import by_letters
from mltag_desktop.core.workspace.search.compiled import cells as compiled
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

Bounds = NDArray[np.int64]
_LONGEST_NUMBER: Final = 40
_PADDING: Final = 40
"""Padding after the last cell, so that reads of a few bytes stay inside the buffer."""
_NUMBERS_AT_ONCE: Final = 10_000
"""Numbers parsed at once; other threads wait meanwhile."""
_TRIED: Final = 200
_LETTERS: Final = 26
_LOWERED: Final = 1 << 16
"""Bytes converted to lower case at once; they stay in the CPU cache."""
_SPACE: Final = np.isin(np.arange(256), np.frombuffer(b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f", np.uint8))


class ColumnCells:
    """The cells of one column, stripped and in lower case (UTF-8), in the order of adding."""

    def __init__(self, room: int = 1 << 16, count: int = 1 << 10) -> None:
        """Reserve `room` bytes for `count` cells, or more if needed; memory is used as it is filled."""
        self._content = np.empty(room + _PADDING, np.uint8)
        self._size = 0
        self._bounds = np.empty((2, count), np.int64)
        """The starts and the stops. A list of parts would need twice the memory when it is joined."""
        self._count = 0

    def add(self, joined: bytes, starts: Bounds, stops: Bounds, odd: dict[int, str]) -> None:
        """Add the cells in `joined` from `starts` to `stops`; `odd` replaces some cells, by index.

        Both arrays are changed. Bytes between the cells are not copied: writing to new memory costs more than
        copying.
        """
        self._reserve(len(joined))
        copy = compiled.copy if compiled.is_used else copy_by_numpy
        skipped = np.array([*odd], np.int64)
        self._size, foreign = copy(joined, starts, stops, skipped, self._content, self._size)
        for at in foreign.tolist():
            odd[at] = joined[starts[at] : stops[at]].decode("utf-8", "replace")
        folded = [text.strip().casefold().encode("utf-8", "replace") for text in odd.values()]
        sizes = np.fromiter(map(len, folded), np.int64, len(folded))
        ends = self._size + np.cumsum(sizes)
        places = np.array([*odd], np.int64)
        starts[places], stops[places] = ends - sizes, ends
        part = b"".join(folded)
        self._reserve(len(part))
        self._content[self._size : self._size + len(part)] = np.frombuffer(part, np.uint8)
        self._size += len(part)
        count = self._count + len(starts)
        if count > self._bounds.shape[1]:
            wider = np.empty((2, count + count // 4), np.int64)
            wider[:, : self._count] = self._bounds[:, : self._count]
            self._bounds = wider
        self._bounds[:, self._count : count] = starts, stops
        self._count = count

    def ranks(self, progress: Progress) -> NDArray[np.float64]:
        """Return sort keys: the numbers if all cells are numbers, else alphabetical ranks; NaN for empty
        cells.
        """
        starts, stops = self._bounds[:, : self._count]
        content = self._content[: self._size + _PADDING]
        content[self._size :] = 0
        is_filled = stops > starts
        if not is_filled.all():
            starts, stops = starts[is_filled], stops[is_filled]
        found: NDArray[np.float64] | Bounds | None = _numbers(content, starts, stops)
        if found is None:
            sort = compiled.ranks if compiled.is_used else by_letters
            found = sort(progress, content, starts, stops)
        ranks = np.full(len(is_filled), np.nan)
        ranks[is_filled] = found
        return ranks

    def _reserve(self, size: int) -> None:
        """Make room for `size` more bytes and the padding."""
        end = self._size + size
        if end + _PADDING > len(self._content):
            wider = np.empty(end + end // 4 + _PADDING, np.uint8)
            wider[: self._size] = self._content[: self._size]
            self._content = wider


def add_texts(cells: ColumnCells, stretch: PackedBlob) -> None:
    """Add complete values."""
    stops = stretch.ends.astype(np.int64)
    cells.add(stretch.joined, np.concatenate([[0], stops[:-1]]), stops, {})


def add_column(cells: ColumnCells, stretch: PackedBlob, dialect: Dialect, column: int, width: int) -> None:
    """Add one cell of each record."""
    cells.add(stretch.joined, *column_cells(stretch, dialect, column, width))


def column_values(stretch: PackedBlob, dialect: Dialect, column: int, width: int) -> list[str]:
    """Return one cell of each record."""
    starts, stops, parsed = column_cells(stretch, dialect, column, width)
    cells = cell_texts(stretch.joined, starts, stops)
    for at, text in parsed.items():
        cells[at] = text
    return cells


def cell_texts(joined: bytes, starts: Bounds, stops: Bounds) -> list[str]:
    """Return the cells of a column as strings."""
    places = map(slice, starts.tolist(), stops.tolist())
    if joined.isascii():
        return list(map(joined.decode("ascii").__getitem__, places))
    return [cell.decode("utf-8", "replace") for cell in map(joined.__getitem__, places)]


def column_cells(
    stretch: PackedBlob, dialect: Dialect, column: int, width: int
) -> tuple[Bounds, Bounds, dict[int, str]]:
    """Return start and stop of one cell of each record in the joined bytes.

    The third value has the cells, by index, that are not those bytes: cells with doubled quotes, and those of
    records that have to be parsed, such as records with an unexpected number of cells.
    """
    stops = stretch.ends.astype(np.int64)
    starts = np.concatenate([[0], stops[:-1]])
    is_plain_text = dialect.encoding == "utf-8" and dialect.form != "jsonl"
    is_plain_text &= (dialect.delimiter + dialect.quote).isascii()
    if not is_plain_text or dialect.skip_blanks or dialect.escape:
        rows = parse_many(stretch.values(), dialect)
        return starts, stops, {at: _cell(cells, column) for at, cells in enumerate(rows)}
    cut = compiled.cut if compiled.is_used else cut_by_numpy
    delimiter, quote = dialect.delimiter, dialect.quote
    odd, doubled = cut(stretch.joined, starts, stops, delimiter, quote, column, width)
    rows = parse_many([stretch.value(stretch.first + at) for at in odd.tolist()], dialect)
    parsed = {at: _cell(cells, column) for at, cells in zip(odd.tolist(), rows, strict=True)}
    texts = cell_texts(stretch.joined, starts[doubled], stops[doubled])
    parsed |= {at: text.replace(quote * 2, quote) for at, text in zip(doubled.tolist(), texts, strict=True)}
    return starts, stops, parsed


def cut_by_numpy(
    joined: bytes, starts: Bounds, stops: Bounds, delimiter: str, quote: str, column: int, width: int
) -> tuple[Bounds, Bounds]:
    """Replace bounds as `compiled.cut` does; all records with quotes have to be parsed."""
    values = np.frombuffer(joined, np.uint8)
    signs = np.flatnonzero(values == ord(delimiter))
    first, last = np.searchsorted(signs, starts), np.searchsorted(signs, stops)
    plain = last - first == width - 1
    special = np.flatnonzero(values == ord(quote)) if quote else np.empty(0, np.int64)
    plain &= np.searchsorted(special, starts) == np.searchsorted(special, stops)
    breaks = np.flatnonzero((values == ord("\r")) | (values == ord("\n")))
    number = np.searchsorted(breaks, stops) - np.searchsorted(breaks, starts)
    plain &= np.searchsorted(breaks, stops - number) == np.searchsorted(breaks, starts)  # all are at the end
    if column:
        starts[plain] = signs[first[plain] + column - 1] + 1
    stops[plain] = signs[first[plain] + column] if column < width - 1 else (stops - number)[plain]
    return np.flatnonzero(~plain), np.empty(0, np.int64)


def copy_by_numpy(
    joined: bytes, starts: Bounds, stops: Bounds, skipped: Bounds, content: NDArray[np.uint8], size: int
) -> tuple[int, Bounds]:
    """Copy cells as `compiled.copy` does; Python has to fold all cells that are not ASCII."""
    values = np.frombuffer(joined, np.uint8)
    _strip(values, starts, stops)
    left = np.zeros(len(starts), np.bool_)
    if not joined.isascii():
        places = np.flatnonzero(values >= 0x80)
        left = np.searchsorted(places, stops) > np.searchsorted(places, starts)
        left[skipped] = False
    foreign = np.flatnonzero(left)
    left[skipped] = True
    copied = np.flatnonzero(~left)
    cells = map(joined.__getitem__, map(slice, starts[copied].tolist(), stops[copied].tolist()))
    part = np.frombuffer(b"".join(cells), np.uint8)
    ends = size + np.cumsum(stops[copied] - starts[copied])
    starts[copied], stops[copied] = ends - (stops[copied] - starts[copied]), ends
    content[size : size + len(part)] = part
    for start in range(size, size + len(part), _LOWERED):  # releases the GIL
        some = content[start : min(start + _LOWERED, size + len(part))]
        some |= ((some - ord("A")) < _LETTERS).view(np.uint8) << 5
    return size + len(part), foreign


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _strip(values: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> None:
    """Strip whitespace on both sides, in place."""
    at = np.flatnonzero(stops > starts)
    while len(at := at[_SPACE[values[starts[at]]]]):
        starts[at] += 1
        at = at[stops[at] > starts[at]]
    at = np.flatnonzero(stops > starts)
    while len(at := at[_SPACE[values[stops[at] - 1]]]):
        stops[at] -= 1
        at = at[stops[at] > starts[at]]


def _gathered(values: NDArray[np.uint8], starts: Bounds, stops: Bounds, width: int) -> NDArray[np.uint8]:
    """Return `width` bytes from each start on, 0 after the stop; shape (n, width)."""
    out = np.empty((len(starts), width), np.uint8)
    last = len(values) - 1
    for at in range(width):
        places = starts + at
        out[:, at] = np.where(places < stops, values[np.minimum(places, last)], 0)
    return out


def _numbers(values: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> NDArray[np.float64] | None:
    """Return the cells as numbers; None if one is not a number."""
    if not len(starts):
        return np.empty(0)
    longest = int((stops - starts).max())
    if longest > _LONGEST_NUMBER:
        return None
    numbers = np.empty(len(starts))
    at_once = _TRIED
    first = 0
    try:
        while first < len(starts):
            part = slice(first, first + at_once)
            texts = _gathered(values, starts[part], stops[part], longest).view(f"S{longest}")[:, 0]
            numbers[part] = texts.astype(np.float64)
            first, at_once = first + at_once, _NUMBERS_AT_ONCE
    except ValueError:
        return None
    return numbers
