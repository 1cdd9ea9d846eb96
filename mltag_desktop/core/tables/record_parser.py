"""Parse the physical lines of a table into records and quarantine broken ones.

Lines are parsed with a strict csv.reader. A single line that fails is parsed again leniently. A record that
spans several lines must be strict CSV. If it is not, only its first line is quarantined and parsing continues
at the second. The same happens when it has the wrong number of cells and its second line is a complete
record. So an unclosed quote costs one record and not the rest of the file.
"""

import csv
import functools
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.tables.encoding import display_name

MAX_RECORD: Final = 16 << 20
"""Size in bytes from which a record of several lines is treated as an unclosed quote."""

csv.field_size_limit(2**31 - 1)


class Record(NamedTuple):
    """A readable record: its first physical line (from 1), exact bytes with line end, and cells."""

    line: int
    raw: bytes
    cells: tuple[str, ...]


class QuarantinedRecord(NamedTuple):
    """A quarantined record: first physical line (from 1), exact bytes, and the reason."""

    line: int
    raw: bytes
    reason: str


Item = Record | QuarantinedRecord


class LineCountingRows(Protocol):
    """The type of csv.reader: an iterator of rows that counts the lines read."""

    @property
    def line_num(self) -> int:
        """Number of lines read so far."""
        ...

    def __iter__(self) -> Iterator[list[str]]:
        """Return itself."""
        ...

    def __next__(self) -> list[str]:
        """Return the next row."""
        ...


class DialectCharacters(NamedTuple):
    """The characters that delimit and quote cells.

    With an empty `quote`, quotes are ordinary characters. `escape` precedes a quote or itself inside a cell;
    before any other character it is an ordinary character. `skip_blanks` drops blanks at the start of a cell.
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
) -> LineCountingRows:
    """Return a csv.reader over `texts`; the other arguments are the fields of a `DialectCharacters`."""
    return csv.reader(
        map(escape_doubler(quote, escape), texts) if escape else texts,
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
        quotechar=quote or None,
        escapechar=escape or None,
        skipinitialspace=skip_blanks,
        strict=strict,
    )


@functools.lru_cache(maxsize=16)
def escape_doubler(quote: str, escape: str) -> Callable[[str], str]:
    """Return a function that doubles each `escape` not followed by a quote; csv.reader would drop it."""
    escaped = re.escape(escape), re.escape(quote)
    pattern = re.compile(f"{escaped[0]}(?:({escaped[0]}|{escaped[1]})|)")
    twice = escape * 2
    return lambda text: pattern.sub(lambda match: match[0] if match[1] else twice, text)


@dataclass
class RecordScanner:
    """Parses lines into records, block by block; keeps the line number and limits the cost of repairs."""

    encoding: str
    signs: DialectCharacters
    width: int
    line: int = 1
    effort: int = 16 << 20
    """Bytes that may still be parsed without result; it prevents quadratic time on hostile files."""
    repairs: int = 0
    """Number of records that were not strict CSV."""

    def scan(self, block: bytes, lines: Sequence[bytes], *, final: bool) -> tuple[list[Item], int]:
        """Return the records in `lines`, which joined are `block`, and the number of lines they take.

        Unless `final`, the last record may continue in the next block and is not returned; pass its lines
        again at the start of that block. Blank lines belong to the record before them.
        """
        texts, spoiled = decode_lines(block, lines, self.encoding)
        parsed = _ParsedBlock(lines, texts, spoiled, self.line, self.encoding)
        self.effort += 2 * len(block)
        at = 0
        taken = len(lines)
        while at < len(lines):
            rows, ends = self._strict_rows(texts, at)
            at = self._add_rows(parsed, rows, ends, at)
            if at < len(lines):
                after = self._repair(parsed, at, final=final)
                if after is None:
                    taken = at
                    break
                at = after
        else:
            if not final and parsed.items:
                taken = parsed.items.pop().line - self.line
        self.line += taken
        return parsed.items, taken

    def _strict_rows(self, texts: Sequence[str], at: int) -> tuple[list[list[str]], list[int]]:
        """Return the rows from line `at` to the first error, and the number of lines read after each row."""
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

    def _add_rows(self, parsed: "_ParsedBlock", rows: list[list[str]], ends: list[int], first: int) -> int:
        """Add `rows` to the items of the block; return the line where parsing continues."""
        start, blank = first, -1
        for row, end in zip(rows, ends, strict=True):
            stop = first + end
            if not row:
                blank = start if blank < 0 else blank
                start = stop
                continue
            if blank >= 0:
                parsed.add_blank(blank, start)
                blank = -1
            if len(row) != self.width and stop - start > 1 and self._is_good_line(parsed.texts[start + 1]):
                self.effort -= parsed.size(start, first + ends[-1])
                parsed.add(start, start + 1, row, _UNCLOSED_QUOTE)
                return start + 1
            parsed.add(start, stop, row, self._fault(row))
            start = stop
        if blank >= 0:
            parsed.add_blank(blank, start)
        return start

    def _repair(self, parsed: "_ParsedBlock", at: int, *, final: bool) -> int | None:
        """Parse the record at line `at`, which is not strict CSV, leniently or quarantine it.

        Returns the line where parsing continues, or None when the record may continue in the next block.
        """
        available = len(parsed.texts) - at
        if self.effort <= 0:
            available, final = 1, True
        window = itertools.islice(_from(parsed.texts, at), available)
        reader = csv_reader(itertools.chain(window, ("x",)), *self.signs)
        row = next(reader)
        taken = min(reader.line_num, available)
        is_open = reader.line_num > available
        if taken == available and not final:
            if parsed.size(at, at + taken) < min(MAX_RECORD, self.effort):
                return None
            is_open = True
        if not row:
            parsed.add_blank(at, at + 1)
            return at + 1
        self.repairs += 1
        if taken > 1 or is_open:
            self.effort -= parsed.size(at, at + taken)
            parsed.add(at, at + 1, row, _UNCLOSED_QUOTE)
            return at + 1
        parsed.add(at, at + 1, row, self._fault(row))
        return at + 1

    def _is_good_line(self, text: str) -> bool:
        """Return whether a line is a complete record."""
        try:
            row = next(csv_reader((text,), *self.signs, strict=True))
        except csv.Error:
            return False
        return len(row) == self.width

    def _fault(self, row: Sequence[str]) -> str:
        """Return the error message for a wrong number of cells, or ""."""
        if len(row) == self.width:
            return ""
        return message_plural(
            "The record has {n} cell; the table has {width}.",
            "The record has {n} cells; the table has {width}.",
            len(row),
            width=self.width,
        )


@dataclass
class _ParsedBlock:
    """The lines of one block, and the items parsed from them so far."""

    lines: Sequence[bytes]
    texts: Sequence[str]
    spoiled: frozenset[int]
    """Positions of the lines with undecodable bytes."""
    line: int
    """Number of the block's first line in the file."""
    encoding: str
    items: list[Item] = field(default_factory=list)

    def add(self, start: int, stop: int, cells: Sequence[str], reason: str) -> None:
        """Add the record in lines `start` to `stop` (excluded), quarantined if there is a `reason`."""
        raw = self.lines[start] if stop - start == 1 else b"".join(self.lines[start:stop])
        if self.spoiled and not self.spoiled.isdisjoint(range(start, stop)):
            reason = message(
                "The record contains bytes that are not {encoding}.", encoding=display_name(self.encoding)
            )
        if reason:
            self.items.append(QuarantinedRecord(self.line + start, raw, reason))
        else:
            self.items.append(Record(self.line + start, raw, tuple(cells)))

    def add_blank(self, start: int, stop: int) -> None:
        """Append blank lines to the item before them."""
        raw = b"".join(self.lines[start:stop])
        if not self.items:
            self.items.append(QuarantinedRecord(self.line + start, raw, message("The line is blank.")))
            return
        self.items[-1] = self.items[-1]._replace(raw=self.items[-1].raw + raw)

    def size(self, start: int, stop: int) -> int:
        """Return the size in bytes of lines `start` to `stop` (excluded)."""
        return sum(map(len, self.lines[start:stop]))


_UNCLOSED_QUOTE: Final = message("A quoted cell starts in this line and is not closed.")


def _from(texts: Sequence[str], at: int) -> Iterable[str]:
    return map(texts.__getitem__, range(at, len(texts))) if at else texts


@functools.cache
def unit_width(encoding: str) -> int:
    """Return the size of a code unit of `encoding` in bytes: 1, 2 or 4."""
    return len("\n".encode(encoding or "utf-8"))


def split_lines(block: bytes, encoding: str) -> list[bytes]:
    r"""Split `block` after each "\n", "\r\n" and lone "\r"; the joined lines are `block`.

    Without an encoding, only "\n" ends a line.
    """
    if not encoding:
        return [*io.BytesIO(block)]
    feed = "\n".encode(encoding)
    if feed == b"\n":
        return block.splitlines(keepends=True)
    line = _line_pattern(feed, "\r".encode(encoding))
    return [found for found in line.findall(block) if found]


@functools.cache
def _line_pattern(feed: bytes, back: bytes) -> re.Pattern[bytes]:
    """Return a pattern for a line whose characters have as many bytes as `feed`; the last may lack some."""
    feed, back, unit = re.escape(feed), re.escape(back), b".{%d}" % len(feed)
    ends = b"|".join([back + feed, feed, back, b".{0,3}\\Z"])
    return re.compile(b"(?:(?!%b|%b)%b)*+(?:%b)" % (feed, back, unit, ends), re.DOTALL)


def decode_lines(block: bytes, lines: Sequence[bytes], encoding: str) -> tuple[list[str], frozenset[int]]:
    """Decode `lines`, which together are `block`.

    Returns the texts and the positions of lines with bytes that are invalid in `encoding`; these bytes become
    U+FFFD in the text.
    """
    try:
        if encoding == "utf-8":
            return list(map(str, lines, itertools.repeat(encoding))), frozenset()
        texts = io.StringIO(block.decode(encoding), newline="").readlines()
        if len(texts) == len(lines):
            return texts, frozenset()
    except UnicodeDecodeError:
        pass
    texts, spoiled = [], set()
    for position, line in enumerate(lines):
        try:
            texts.append(line.decode(encoding))
        except UnicodeDecodeError:
            texts.append(line.decode(encoding, "replace"))
            spoiled.add(position)
    return texts, frozenset(spoiled)


def ends_in_feed(line: bytes, encoding: str) -> bool:
    r"""Return whether `line` ends in "\n", so that its line end is complete."""
    return len(line) % unit_width(encoding) == 0 and line.endswith("\n".encode(encoding or "utf-8"))
