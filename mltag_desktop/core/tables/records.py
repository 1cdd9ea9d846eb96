"""The physical lines of a table as records, with what is broken set aside.

csv.reader does the work, strictly. A single line on which it stumbles is read again leniently. A record of
several lines must be strict; if it is not, its first line alone is set aside, and reading goes on at the
second, as it does when the cells are too many or few and the second line is a good record by itself. So a
quote that is never closed costs one record and not the rest of the file.
"""

import csv
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from typing import Final, NamedTuple, Protocol

from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.lines import decode_lines
from mltag_desktop.core.values import dataclass

MAX_RECORD: Final = 16 << 20
"""Bytes after which a record of several lines counts as never closed."""

csv.field_size_limit(2**31 - 1)


class Record(NamedTuple):
    """One good record: its first physical line (from 1), exact bytes with line end, and its cells."""

    line: int
    raw: bytes
    cells: tuple[str, ...]


class Quarantined(NamedTuple):
    """Bytes set aside, in their place: first physical line (from 1), exact bytes, and why."""

    line: int
    raw: bytes
    reason: str


Item = Record | Quarantined


class Rows(Protocol):
    """What csv.reader is: an iterator of rows that counts the lines it has read."""

    @property
    def line_num(self) -> int:
        """Lines read so far."""
        ...

    def __iter__(self) -> Iterator[list[str]]:
        """Return itself."""
        ...

    def __next__(self) -> list[str]:
        """Return the next row."""
        ...


class Signs(NamedTuple):
    """What parts and wraps cells.

    No `quote` means that quotes are ordinary characters. `escape` stands before a quote, or before itself,
    that belongs to the cell; before anything else it is an ordinary character. `skip_blanks` leaves out the
    blanks that a cell begins with.
    """

    delimiter: str
    quote: str = '"'
    escape: str = ""
    skip_blanks: bool = False


def csv_reader(
    texts: Iterable[str],
    delimiter: str,
    quote: str,
    escape: str = "",
    skip_blanks: bool = False,
    *,
    strict: bool = False,
) -> Rows:
    """Return csv.reader over `texts`, with the signs of a `Signs`."""
    if not quote:
        return csv.reader(
            texts,
            delimiter=delimiter,
            quoting=csv.QUOTE_NONE,
            quotechar=None,
            skipinitialspace=skip_blanks,
            strict=strict,
        )
    return csv.reader(
        map(escape_doubler(quote, escape), texts) if escape else texts,
        delimiter=delimiter,
        quotechar=quote,
        escapechar=escape or None,
        skipinitialspace=skip_blanks,
        strict=strict,
    )


@functools.lru_cache(maxsize=16)
def escape_doubler(quote: str, escape: str) -> Callable[[str], str]:
    """Return what doubles each `escape` that stands before no quote, which csv.reader would leave out."""
    signs = re.escape(escape), re.escape(quote)
    pattern = re.compile(f"{signs[0]}(?:({signs[0]}|{signs[1]})|)")
    twice = escape * 2
    return lambda text: pattern.sub(lambda found: found[0] if found[1] else twice, text)


@dataclass
class Scanner:
    """Cuts lines into records, block after block; knows the line number and what repairs have cost."""

    encoding: str
    signs: Signs
    width: int
    line: int = 1
    effort: int = 16 << 20
    """Bytes that may still be read in vain, so that a hostile file costs no quadratic time."""
    repairs: int = 0
    """Records that were no strict CSV."""

    def scan(self, block: bytes, lines: Sequence[bytes], *, final: bool) -> tuple[list[Item], int]:
        """Return the records in `lines`, which are `block`, and how many lines they take.

        Unless `final`, the last record waits for the next block, since it may go on there; pass its lines
        again at the front of that block. Blank lines belong to the record before them.
        """
        texts, spoiled = decode_lines(block, lines, self.encoding)
        found = _Found(lines, texts, spoiled, self.line, self.encoding)
        self.effort += 2 * len(block)
        at = 0
        taken = len(lines)
        while at < len(lines):
            rows, ends = self._strict_rows(texts, at)
            at = self._take(found, rows, ends, at)
            if at < len(lines):
                after = self._repair(found, at, final=final)
                if after is None:
                    taken = at
                    break
                at = after
        else:
            if not final and found.items:
                taken = found.items.pop().line - self.line
        self.line += taken
        return found.items, taken

    def _strict_rows(self, texts: Sequence[str], at: int) -> tuple[list[list[str]], list[int]]:
        """Return the rows from line `at` to the first fault, and how many lines were read after each."""
        rows: list[list[str]] = []
        ends: list[int] = []
        if self.effort <= 0:
            return rows, ends
        reader = csv_reader(_from(texts, at), *self.signs, strict=True)
        try:
            for row in reader:
                rows.append(row)
                ends.append(reader.line_num)
        except csv.Error:
            pass
        return rows, ends

    def _take(self, found: "_Found", rows: list[list[str]], ends: list[int], first: int) -> int:
        """Add `rows` to what is found; return the line from which to read on."""
        if not found.spoiled and set(map(len, rows)) == {self.width}:
            found.add_good(rows, ends, first)
            return first + ends[-1]
        start, blank = first, -1
        for row, end in zip(rows, ends, strict=True):
            stop = first + end
            if not row:
                blank = start if blank < 0 else blank
                start = stop
                continue
            if blank >= 0:
                found.add_blank(blank, start)
                blank = -1
            if len(row) != self.width and stop - start > 1 and self._is_good_line(found.texts[start + 1]):
                self.effort -= found.size(start, first + ends[-1])
                found.add(start, start + 1, row, _NEVER_CLOSED)
                return start + 1
            found.add(start, stop, row, self._fault(row))
            start = stop
        if blank >= 0:
            found.add_blank(blank, start)
        return start

    def _repair(self, found: "_Found", at: int, *, final: bool) -> int | None:
        """Deal with the record at line `at`, which is no strict CSV.

        Returns the line from which to read on, or None when the record may go on in the next block.
        """
        available = len(found.texts) - at
        if self.effort <= 0:
            available, final = 1, True
        window = itertools.islice(_from(found.texts, at), available)
        reader = csv_reader(itertools.chain(window, ("x",)), *self.signs)
        row = next(reader)
        taken = min(reader.line_num, available)
        is_open = reader.line_num > available
        if taken == available and not final:
            if found.size(at, at + taken) < min(MAX_RECORD, self.effort):
                return None
            is_open = True
        if not row:
            found.add_blank(at, at + 1)
            return at + 1
        self.repairs += 1
        if taken > 1 or is_open:
            self.effort -= found.size(at, at + taken)
            found.add(at, at + 1, row, _NEVER_CLOSED)
            return at + 1
        found.add(at, at + 1, row, self._fault(row))
        return at + 1

    def _is_good_line(self, text: str) -> bool:
        """Tell whether a line is a whole record by itself."""
        try:
            row = next(csv_reader((text,), *self.signs, strict=True))
        except csv.Error:
            return False
        return len(row) == self.width

    def _fault(self, row: Sequence[str]) -> str:
        """Say what is wrong with the number of cells, or nothing."""
        if len(row) == self.width:
            return ""
        cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
        return f"The record has {cells}; the table has {self.width}."


@dataclass
class _Found:
    """The lines of one block, and the records that were found in them so far."""

    lines: Sequence[bytes]
    texts: Sequence[str]
    spoiled: frozenset[int]
    """Positions of the lines that could not be decoded."""
    line: int
    """Number of the block's first line in the file."""
    encoding: str
    items: list[Item] = field(default_factory=list)

    def add_good(self, rows: list[list[str]], ends: list[int], first: int) -> None:
        """Add rows that are all good, from line `first` of the block; the quick way."""
        numbers: Iterable[int] = range(self.line + first, self.line + first + len(rows))
        raws: Sequence[bytes] = self.lines
        if ends[-1] != len(rows):
            lines = self.lines
            starts = [first, *(first + end for end in ends[:-1])]
            numbers = [self.line + start for start in starts]
            raws = [
                lines[start] if start + 1 == first + end else b"".join(lines[start : first + end])
                for start, end in zip(starts, ends, strict=True)
            ]
        elif first:
            raws = self.lines[first : first + len(rows)]
        # Record(...) would cost 100 ns a record more.
        self.items.extend(
            map(tuple.__new__, itertools.repeat(Record), zip(numbers, raws, map(tuple, rows), strict=False))
        )

    def add(self, start: int, stop: int, cells: Sequence[str], reason: str) -> None:
        """Add the record in lines `start` to `stop` (not included); `reason` sets it aside."""
        raw = self.lines[start] if stop - start == 1 else b"".join(self.lines[start:stop])
        if self.spoiled and not self.spoiled.isdisjoint(range(start, stop)):
            reason = f"The record contains bytes that are not {display_name(self.encoding)}."
        if reason:
            self.items.append(Quarantined(self.line + start, raw, reason))
        else:
            self.items.append(Record(self.line + start, raw, tuple(cells)))

    def add_blank(self, start: int, stop: int) -> None:
        """Give blank lines to the record before them."""
        raw = b"".join(self.lines[start:stop])
        if not self.items:
            self.items.append(Quarantined(self.line + start, raw, "The line is blank."))
            return
        self.items[-1] = self.items[-1]._replace(raw=self.items[-1].raw + raw)

    def size(self, start: int, stop: int) -> int:
        """Return the bytes of lines `start` to `stop` (not included)."""
        return sum(map(len, self.lines[start:stop]))


_NEVER_CLOSED: Final = "A quoted cell starts in this line and is not closed."


def _from(texts: Sequence[str], at: int) -> Iterable[str]:
    return map(texts.__getitem__, range(at, len(texts))) if at else texts
