"""The physical lines of a table as records, with what is broken set aside.

csv.reader does the work, strictly. Where it stumbles, or where a record of several lines has the wrong
number of cells, the first line alone is set aside if the second one is a good record by itself: so a
quote that is never closed costs one record and not the rest of the file.
"""

import csv
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from mltag_desktop.core.tables.lines import decode_lines

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


class _Span(NamedTuple):
    """Lines `start` to `stop` (not included) and their cells, or the reason why they are set aside."""

    start: int
    stop: int
    cells: list[str]
    reason: str


def csv_reader(texts: Iterable[str], delimiter: str, quote: str, *, strict: bool = False) -> Rows:
    """Return csv.reader over `texts`; no `quote` means that quotes are ordinary characters."""
    if quote:
        return csv.reader(texts, delimiter=delimiter, quotechar=quote, strict=strict)
    return csv.reader(texts, delimiter=delimiter, quoting=csv.QUOTE_NONE, quotechar=None, strict=strict)


@dataclass
class Scanner:
    """Cuts lines into records, block after block; knows the line number and what repairs have cost."""

    encoding: str
    delimiter: str
    quote: str
    width: int
    line: int = 1
    effort: int = 64 << 20
    """Bytes that may still be read in vain, so that a hostile file costs no quadratic time."""

    def scan(self, block: bytes, lines: Sequence[bytes], *, final: bool) -> tuple[list[Item], int]:
        """Return the records in `lines`, which are `block`, and how many lines they take.

        Unless `final`, the last record waits for the next block, since it may go on there; pass its lines
        again at the front of that block. Blank lines belong to the record before them.
        """
        texts, spoiled = decode_lines(block, lines, self.encoding)
        self.effort += 2 * len(block)
        spans: list[_Span] = []
        at = 0
        while at < len(lines):
            rows, ends = self._strict_rows(texts, at)
            if not spans and not spoiled and ends and ends[-1] == len(rows) == len(lines):
                quick = self._quick(rows, lines, final=final)
                if quick is not None:
                    return quick
            at = self._take(spans, texts, rows, ends, at)
            if at < len(lines):
                after = self._repair(spans, texts, at, final=final)
                if after is None:
                    return self._items(spans, lines, spoiled, at)
                at = after
        if final:
            return self._items(spans, lines, spoiled, len(lines))
        return self._items(spans[:-1], lines, spoiled, spans[-1].start if spans else 0)

    def _strict_rows(self, texts: Sequence[str], at: int) -> tuple[list[list[str]], list[int]]:
        """Return the rows from line `at` to the first fault, and how many lines were read after each."""
        rows: list[list[str]] = []
        ends: list[int] = []
        if self.effort <= 0:
            return rows, ends
        reader = csv_reader(_from(texts, at), self.delimiter, self.quote, strict=True)
        try:
            for row in reader:
                rows.append(row)
                ends.append(reader.line_num)
        except csv.Error:
            pass
        return rows, ends

    def _quick(
        self, rows: list[list[str]], lines: Sequence[bytes], *, final: bool
    ) -> tuple[list[Item], int] | None:
        """Return the records when each line is one good record, which is the common case."""
        if set(map(len, rows)) != {self.width}:
            return None
        count = len(rows) if final else len(rows) - 1
        numbers = range(self.line, self.line + count)
        items: list[Item] = list(map(Record, numbers, lines, map(tuple, rows)))
        self.line += count
        return items, count

    def _take(
        self, spans: list[_Span], texts: Sequence[str], rows: list[list[str]], ends: list[int], first: int
    ) -> int:
        """Add `rows` to `spans`; return the line from which to read on."""
        start = first
        for row, end in zip(rows, ends, strict=True):
            stop = first + end
            if len(row) == self.width:
                spans.append(_Span(start, stop, row, ""))
            elif not row:
                _add_blank(spans, start, stop)
            elif stop - start > 1 and self._is_good_line(texts[start + 1]):
                self.effort -= sum(map(len, texts[start:stop]))
                spans.append(_Span(start, start + 1, [], _NEVER_CLOSED))
                return start + 1
            else:
                spans.append(_Span(start, stop, [], self._ragged(row)))
            start = stop
        return start

    def _repair(self, spans: list[_Span], texts: Sequence[str], at: int, *, final: bool) -> int | None:
        """Deal with the record at line `at`, which is no strict CSV.

        Returns the line from which to read on, or None when the record may go on in the next block.
        """
        one_line = self.effort <= 0
        window = (texts[at],) if one_line else _from(texts, at)
        available = 1 if one_line else len(texts) - at
        reader = csv_reader(itertools.chain(window, ("x",)), self.delimiter, self.quote)
        row = next(reader)
        taken = min(reader.line_num, available)
        is_open = reader.line_num > available
        if at + taken == len(texts) and not final and not one_line:
            if sum(map(len, texts[at:])) < min(MAX_RECORD, self.effort):
                return None
            is_open = True
        if not row:
            _add_blank(spans, at, at + 1)
            return at + 1
        if taken > 1 or is_open:
            self.effort -= sum(map(len, texts[at : at + taken]))
        if is_open or (taken > 1 and (len(row) != self.width or self._is_good_line(texts[at + 1]))):
            spans.append(_Span(at, at + 1, [], _NEVER_CLOSED))
            return at + 1
        reason = "" if len(row) == self.width else self._ragged(row)
        spans.append(_Span(at, at + taken, row, reason))
        return at + taken

    def _is_good_line(self, text: str) -> bool:
        """Tell whether a line is a whole record by itself."""
        try:
            row = next(csv_reader((text,), self.delimiter, self.quote, strict=True))
        except csv.Error:
            return False
        return len(row) == self.width

    def _ragged(self, row: Sequence[str]) -> str:
        cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
        return f"The record has {cells} where the table has {self.width}."

    def _items(
        self, spans: Sequence[_Span], lines: Sequence[bytes], spoiled: frozenset[int], taken: int
    ) -> tuple[list[Item], int]:
        items: list[Item] = []
        for start, stop, cells, reason in spans:
            raw = lines[start] if stop - start == 1 else b"".join(lines[start:stop])
            if spoiled and not spoiled.isdisjoint(range(start, stop)):
                reason = f"The record holds bytes that are not {self.encoding}."
            if reason:
                items.append(Quarantined(self.line + start, raw, reason))
            else:
                items.append(Record(self.line + start, raw, tuple(cells)))
        self.line += taken
        return items, taken


_NEVER_CLOSED: Final = "A quoted cell opens in this line and is not closed."


def _from(texts: Sequence[str], at: int) -> Iterable[str]:
    return map(texts.__getitem__, range(at, len(texts))) if at else texts


def _add_blank(spans: list[_Span], start: int, stop: int) -> None:
    """Give blank lines to the record before them."""
    if spans:
        spans[-1] = spans[-1]._replace(stop=stop)
    else:
        spans.append(_Span(start, stop, [], "Blank lines."))
