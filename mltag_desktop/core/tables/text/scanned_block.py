"""Blocks of well-formed CSV whose cells the compiled code has found, without an object for each record."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import overload

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.tables.text.compiled import records
from mltag_desktop.core.tables.text.lines import split_lines
from mltag_desktop.core.tables.text.record_parser import Item, RecordScanner


class ScannedBlock(Sequence[Item]):
    """The records of a block, all readable; the items themselves are parsed when one is asked for.

    Attributes: `joined`, the exact bytes of all records, and `ends`, the end of each one in them.
    """

    def __init__(self, scanner: RecordScanner, block: bytes, bounds: records.CellBounds) -> None:
        size = int(bounds.ends[-1])
        self.joined = block if size == len(block) else block[:size]
        self.ends: NDArray[np.uint32] = bounds.ends
        self._bounds = bounds
        self._quote = scanner.signs.quote
        self._parser = RecordScanner(scanner.encoding, scanner.signs, scanner.width, scanner.line)
        self._texts: tuple[tuple[int, ...], list[bytes]] | None = None

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._items[index]

    def records(self) -> list[bytes]:
        """Return the exact bytes of each record."""
        return [self.joined[start:end] for start, end in pairwise([0, *self.ends.tolist()])]

    def texts(self, columns: tuple[int, ...]) -> list[bytes]:
        """Return what `record_text` returns for each record, in UTF-8."""
        if self._texts is None or self._texts[0] != columns:
            self._texts = columns, records.texts(self.joined, self._bounds, columns, self._quote)
        return self._texts[1]

    def column(self, column: int) -> list[str]:
        """Return the cells of a column."""
        return records.column(self.joined, self._bounds, column, self._quote)

    @cached_property
    def _items(self) -> list[Item]:
        lines = split_lines(self.joined, self._parser.encoding)
        return self._parser.scan(self.joined, lines, final=True)[0]


def scanned(scanner: RecordScanner, block: bytes, *, final: bool) -> ScannedBlock | None:
    """Return the complete records at the start of a block, as `RecordScanner.scan` would.

    None if the compiled code cannot vouch for all of them, or there are none: then the scanner has to look.
    """
    signs = scanner.signs
    is_plain = not signs.escape and not signs.skip_blanks and (signs.delimiter + signs.quote).isascii()
    if not records.is_used or scanner.encoding != "utf-8" or not is_plain:
        return None
    whole = block if final else block[: block.rfind(b"\n") + 1]
    if scanner.effort + 2 * len(whole) <= 0 or not _is_utf8(whole):  # out of effort, the scanner reads lines
        return None
    bounds = records.scan(whole, signs.delimiter, signs.quote, scanner.width, final=final)
    if bounds is None or not len(bounds.ends):
        return None
    found = ScannedBlock(scanner, whole, bounds)
    scanner.pass_over(len(whole), bounds.lines)
    return found


def _is_utf8(block: bytes) -> bool:
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True
