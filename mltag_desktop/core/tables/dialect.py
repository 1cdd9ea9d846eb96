"""The dialect of delimited text and its detection, and the head of a table.

Detect the delimiter, quote, line end and header of a text.

The text is read with each candidate; the candidate whose records have the most consistent width wins.

The dialect of a table: encoding, delimiter, quote character, line end and header; and its detection.

The head of a table: byte order mark, leading blank lines, header record and column names.
"""

import codecs
import csv
import functools
import io
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, message_plural, sentences
from mltag_desktop.core.tables.columns import DATE_NAMES, ID_NAMES, OTHER_NAMES, TAG_NAMES, TEXT_NAMES
from mltag_desktop.core.tables.encoding import EncodingGuess, guess_encoding, later_samples
from mltag_desktop.core.tables.file_access import binary_error, empty_error, header_only_error, open_bytes
from mltag_desktop.core.tables.record_parser import (
    MAX_RECORD,
    DialectCharacters,
    Record,
    RecordScanner,
    csv_reader,
    decode_lines,
    ends_in_feed,
    split_lines,
)

DELIMITERS: Final = (",", ";", "\t", "|")
"""Delimiters that are tried, the likeliest first."""
DELIMITER_NAMES: Final = {
    ",": message("comma"),
    ";": message("semicolon"),
    "\t": message("tab"),
    "|": message("vertical bar"),
    ":": message("colon"),
    " ": message("space"),
    "\x1f": message("unit separator"),
}
_KNOWN_NAMES: Final = frozenset((*TEXT_NAMES, *ID_NAMES, *DATE_NAMES, *TAG_NAMES, *OTHER_NAMES))
_SAMPLE_CHARS: Final = 200_000
_SAMPLE_LINES: Final = 5_000
_SAMPLE_RECORDS: Final = 300
_MAX_PREAMBLE: Final = 30
_EFFORT: Final = 4 << 20
_NUMBER: Final = re.compile(r"[-+]?[\d.,\s]*\d[%€$]?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*")
_ADDRESS: Final = re.compile(r"\w+://\S+|www\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+")


class _TableStart(NamedTuple):
    """The line where the table starts, and its width."""

    skip: int
    width: int
    lacks: str = ""
    header_lines: int = 0
    """Physical lines of a header that has fewer cells than the records."""


class _LayoutScore(NamedTuple):
    signs: DialectCharacters
    start: _TableStart
    share: float
    """Share of the bytes that are in records of the table's width."""
    value: float
    rows: Sequence[Sequence[str]]
    repairs: int
    """Records that are not strict CSV."""

    @property
    def width(self) -> int:
        """Number of cells per record."""
        return self.start.width


def guess_layout(text: str, *, complete: bool, tabs: bool = False, delimiter: str = "") -> "SniffedDialect":
    """Return the dialect of `text`, the start of a table, or the whole table when `complete`.

    `tabs` prefers tabs over delimiters with the same score. A given `delimiter` is used without detection.
    """
    cut = len(text) > _SAMPLE_CHARS or text.count("\n") + text.count("\r") > _SAMPLE_LINES
    lines = io.StringIO(text[:_SAMPLE_CHARS], newline="").readlines()[:_SAMPLE_LINES]
    if (cut or not complete) and len(lines) > 1:
        lines.pop()
    newline = _newline(lines)
    above = next((at for at, line in enumerate(lines) if line.strip("\r\n")), 0)
    lines = lines[above:]
    sep_line = re.fullmatch(r"sep=(.)[\r\n]*", lines[0], re.IGNORECASE) if lines else None
    if sep_line and len(lines) > 1 and sep_line[1] != '"':
        above += 1
        lines = lines[1:]
        delimiter = delimiter or sep_line[1]
    order = (delimiter,) if delimiter else ("\t", *DELIMITERS) if tabs else DELIMITERS
    scores = [_best_quoting(lines, candidate) for candidate in order]
    best = max(scores, key=lambda score: score.value)
    if not delimiter:
        best = _simpler_reading(lines, best)
    header = bool(best.start.lacks) or has_header(best.rows)
    rest = [score for score in scores if score.signs.delimiter != best.signs.delimiter]
    rest.sort(key=lambda score: -score.value)
    dialect = replace(
        DEFAULT_DIALECT,
        **best.signs._asdict(),
        newline=newline,
        header=header,
        skip=above + best.start.skip if best.start.skip else 0,
        lacks=best.start.lacks,
    )
    others = tuple(score.signs for score in rest if score.value > 0.3 * best.value)
    return SniffedDialect(dialect, _evidence(best, header, above), _is_sure(best, rest), others)


def _is_sure(best: _LayoutScore, rest: Sequence[_LayoutScore]) -> bool:
    """Return whether the best score is high, and well above the second best."""
    if best.width < 2:
        return best.share > 0.98
    return best.share > 0.8 and best.value > (rest[0].value if rest else 0.0) + 0.1


def _simpler_reading(lines: Sequence[str], best: _LayoutScore) -> _LayoutScore:
    """Return the reading without quoting, or as a single column, if it is better than `best`."""
    if best.share < 0.98 and best.repairs > 1:  # a single unclosed quote is a typing error
        plain = _score(lines, DialectCharacters(best.signs.delimiter, ""))
        best = plain if plain.share > best.share + 0.02 else best
    return _one_column(lines, best) if best.width < 2 else best


def _best_quoting(lines: Sequence[str], delimiter: str) -> _LayoutScore:
    """Return the best reading with `delimiter`: quotes doubled or escaped, with or without blanks before."""
    best = _score(lines, DialectCharacters(delimiter))
    text = "".join(lines)
    escaped = best.repairs > 0 and '\\"' in text
    blank = f'{delimiter} "' in text and _has_quotes_after_blanks(lines, delimiter)
    variants = [
        DialectCharacters(delimiter, '"', "\\" if escape else "", skip)
        for escape, skip in ((True, False), (False, True), (True, True))
        if (escaped or not escape) and (blank or not skip)
    ]
    for signs in variants:
        score = _score(lines, signs)
        if score.width > 1 and score.value > best.value and score.repairs <= best.repairs:
            best = score
    return best


def _has_quotes_after_blanks(lines: Sequence[str], delimiter: str) -> bool:
    """Return whether at least half of the records have a cell that starts with blanks and a quote."""
    rows = [row for row in itertools.islice(csv_reader(lines, delimiter, '"'), _SAMPLE_RECORDS) if row]
    matches = sum(any(cell[:1] == " " and cell.lstrip(" ")[:1] == '"' for cell in row) for row in rows)
    return matches * 2 >= len(rows)


def _score(lines: Sequence[str], signs: DialectCharacters) -> _LayoutScore:
    """Read `lines` with `signs` and score how consistent the width of the records is."""
    if not lines:
        return _LayoutScore(signs, _TableStart(0, 0), 0.0, 0.0, (), 0)
    start = _find_start(lines, signs)
    scanned = lines[start.skip + start.header_lines :]
    raws = [line.encode("utf-8", "surrogatepass") for line in scanned]
    scanner = RecordScanner("utf-8", signs, start.width, effort=_EFFORT)
    items, _ = scanner.scan(b"".join(raws), raws, final=True)
    total = sum(map(len, raws)) + sum(map(len, lines[: start.skip]))
    good = [item for item in items if isinstance(item, Record)]
    share = sum(len(item.raw) for item in good) / max(1, total)
    value = 0.0
    if start.width > 1:
        plain = _plausibility(good[:_SAMPLE_RECORDS]) * (1 - 0.5 * scanner.repairs / max(1, len(items)))
        value = share**3 * (1 - 0.5 / start.width) * plain * (0.9 if start.skip or start.lacks else 1)
    rows = [item.cells for item in good[:_SAMPLE_RECORDS]]
    return _LayoutScore(signs, start, share, value, rows, scanner.repairs)


def _find_start(lines: Sequence[str], signs: DialectCharacters) -> _TableStart:
    """Return where the table starts: at the first line, unless nearly all later rows are wider.

    In that case the lines above them are a preamble, or a header with one cell fewer than the records.
    """
    reader = csv_reader(iter(lines), *signs)
    rows, ends = [], []
    for row in reader:
        if row:
            rows.append(row)
            ends.append(reader.line_num)
        if len(rows) == _SAMPLE_RECORDS:
            break
    first = _TableStart(0, len(rows[0]) if rows else 1)
    body = Counter(map(len, rows[1:]))
    usual = max(body, key=lambda width: body[width]) if body else 0
    above = next((at for at, row in enumerate(rows) if len(row) >= usual), 0)
    below = len(rows) - above
    if usual <= first.width or above > _MAX_PREAMBLE or body[usual] < max(2, 0.9 * below):
        return first
    last, wide = rows[above - 1], [row for row in rows[above:] if len(row) == usual]
    if usual == 2 and (below < 4 or any(row[1].startswith(" ") for row in wide)):
        return first  # one column of sentences with a comma in each
    if len(last) == usual - 1 and not _count_known_names(wide[0]) and (usual > 2 or _count_known_names(last)):
        empty = all(not row[-1] for row in wide)
        skip = ends[above - 2] if above > 1 else 0
        return _TableStart(skip, usual, "last" if empty else "first", ends[above - 1] - skip)
    return _TableStart(ends[above - 1], usual)


def _plausibility(records: Sequence[Record]) -> float:
    """Return 1 for ordinary cells, less when cells start with blanks or contain an unpaired quote.

    It decides between delimiters that all give a few records of the same width.
    """
    cells = [cell for record in records for cell in record.cells]
    halves = sum(cell.count('"') % 2 for cell in cells)
    blanks = sum(cell.startswith(" ") for record in records for cell in record.cells[1:])
    return 1 - 0.5 * (halves + 0.5 * blanks) / max(1, len(cells))


def _one_column(lines: Sequence[str], best: _LayoutScore) -> _LayoutScore:
    """Return a single-column reading, with a delimiter that does not occur in the cells."""
    for delimiter in (",", "\t", ";", "|", "\x1f"):
        score = _score(lines, DialectCharacters(delimiter))
        if score.width == 1 and score.share > 0.999:
            return score
    for delimiter in ("\t", "|", "\x1f"):
        score = _score(lines, DialectCharacters(delimiter, ""))
        if score.width == 1 and score.share > 0.999:
            return score
    return best


def _newline(lines: Sequence[str]) -> str:
    counts = Counter(line[len(line.rstrip("\r\n")) :][-2:] for line in lines)
    ends = {end: counts[end] for end in ("\n", "\r\n", "\r")}
    best = max(ends, key=lambda end: ends[end])
    return best if ends[best] else "\n"


def _count_known_names(cells: Sequence[str]) -> int:
    """Return the number of cells that are common column names."""
    return sum(re.sub(r"[\s-]+", "_", cell.strip().lower()) in _KNOWN_NAMES for cell in cells)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is a header and not a record."""
    if not rows:
        return True
    first, rest = rows[0], rows[1:]
    known = _count_known_names(first)
    if any(_NUMBER.fullmatch(cell.strip()) for cell in first if cell.strip()):
        return known * 2 >= len(first)
    if known:
        return True
    if any(_ADDRESS.fullmatch(cell.strip()) for cell in first):
        return False
    if any(len(cell) > 60 or len(cell.split()) > 6 for cell in first):
        return False
    for column, cell in enumerate(first):
        values = [row[column] for row in rest]
        if cell.strip() and cell in values and len(set(values)) * 4 <= len(values) * 3:
            return False
    return True


def _evidence(best: _LayoutScore, header: bool, above: int) -> str:
    line = (
        message("the first line")
        if not best.start.skip
        else message("line {above}", above=above + best.start.skip + 1)
    )
    named = message("{line} is the header", line=line) if header else message("no header line")
    if best.start.lacks:
        named = message(
            "{line} is the header, without a name for the {lacks} column", line=line, lacks=best.start.lacks
        )
    if best.width < 2:
        return message("There is one column; {named}.", named=named)
    name = DELIMITER_NAMES.get(best.signs.delimiter, repr(best.signs.delimiter))
    share = (
        message("every record")
        if best.share > 0.9999
        else message("{share:.0%} of the text", share=best.share)
    )
    found = message(
        "Delimiter {name}: {width} cells in {share} checked; {named}.",
        name=name,
        width=best.width,
        share=share,
        named=named,
    )
    skipped = message_plural(
        "{n} line above the table is skipped.", "{n} lines above the table are skipped.", best.start.skip
    )
    return sentences(
        found,
        message("Quotes in cells are escaped with a backslash.") if best.signs.escape else "",
        message("Spaces before a quote are ignored.") if best.signs.skip_blanks else "",
        skipped if best.start.skip else "",
    )


SAMPLE: Final = 1 << 20
"""Number of bytes at the start of a file that are used to detect the dialect."""

FORMS: Final = ("delimited", "jsonl", "json", "xlsx", "parquet")
_TAB_SUFFIXES: Final = frozenset({".tsv", ".tab"})

_WITHOUT_BOM: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8", "ascii": "utf-8"}


def _check_quoting(quote: str, escape: str) -> None:
    if len(quote) > 1 or quote in ("\r", "\n"):
        raise MltagError(
            message("{quote!r} cannot be used as the quote character.", quote=quote),
            'Choose a single character, such as ", or none.',
        )
    if len(escape) > 1 or escape in ("\r", "\n") or (escape and (not quote or escape == quote)):
        raise MltagError(
            message("{escape!r} cannot be used as the escape character.", escape=escape),
            "Choose a single character, such as \\, or none.",
        )


@dataclass(frozen=True)
class Dialect:
    """How a table is written.

    `encoding` is a Python codec that does not write a byte order mark; `bom` holds the mark. `quote` is empty
    when quotes are ordinary characters. `newline` is the most frequent line end. `escape` and `skip_blanks`
    are as in `DialectCharacters`. `skip` is the number of physical lines before the header. `lacks` is
    "first" or "last" when the header has no name for that column, so it has one cell fewer than the records.

    `form` is one of `FORMS`. Records of every form are read as delimited text or JSON lines: `keys` are the
    keys of JSON lines ("jsonl") or of a list of objects ("json") in column order; records of a workbook
    ("xlsx", sheet name in `sheet`) and of Parquet ("parquet") are comma-separated UTF-8. Unless `is_text`,
    the original file is stored as well.
    """

    encoding: str
    bom: bytes
    delimiter: str
    quote: str
    newline: str
    header: bool
    escape: str = ""
    skip_blanks: bool = False
    skip: int = 0
    lacks: str = ""
    form: str = "delimited"
    sheet: str = ""
    keys: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Normalise the codec name; raises `MltagError` for values with which no table can be read."""
        if len(self.delimiter) != 1 or self.delimiter in ('\r\n"' + self.quote + self.escape):
            raise MltagError(
                message("{delimiter!r} cannot be used as the delimiter.", delimiter=self.delimiter),
                "Choose a single character, such as , or ;",
            )
        _check_quoting(self.quote, self.escape)
        if self.lacks not in ("", "first", "last") or self.form not in FORMS or self.skip < 0:
            raise MltagError(
                message("These settings do not describe a table: {self}.", self=self),
                "Choose one of the available options.",
            )
        try:
            name = codecs.lookup(self.encoding).name
            "\n".encode(name)
        except LookupError as error:
            raise MltagError(
                message("Unknown encoding: {encoding!r}.", encoding=self.encoding), "Try UTF-8 or cp1252."
            ) from error
        object.__setattr__(self, "encoding", _WITHOUT_BOM.get(name, name))
        object.__setattr__(self, "keys", tuple(self.keys))

    @functools.cached_property
    def signs(self) -> DialectCharacters:
        """Delimiter, quote, escape character and blank handling."""
        return DialectCharacters(self.delimiter, self.quote, self.escape, self.skip_blanks)

    @functools.cached_property
    def is_bytewise(self) -> bool:
        """Whether delimiters, quotes and line ends are single bytes that are part of no other character."""
        ascii_text, signs = "".join(map(chr, range(128))), "".join(self.signs[:3])
        is_single = len(bytes(range(256)).decode(self.encoding, "replace")) == 256
        is_single &= ascii_text.encode(self.encoding, "replace") == ascii_text.encode()
        return not self.is_json and signs.isascii() and (is_single or self.encoding == "utf-8")

    @property
    def is_json(self) -> bool:
        """Whether records are JSON objects."""
        return self.form in ("jsonl", "json")

    @property
    def is_text(self) -> bool:
        """Whether head and records, joined, are the file; otherwise the original file is stored too."""
        return self.form in ("delimited", "jsonl")


class SniffedDialect(NamedTuple):
    """A detected dialect, the evidence for it in one sentence, and whether it is certain."""

    dialect: Dialect
    evidence: str
    sure: bool
    others: tuple[DialectCharacters, ...] = ()
    """Other delimiters that would also give a table, the likeliest first."""


DEFAULT_DIALECT: Final = Dialect("utf-8", b"", ",", '"', "\n", header=True)


def sniff(path: Path) -> SniffedDialect:
    """Detect the dialect of the table in `path` from its first MiB and samples of the rest.

    Raises `MltagError` when the file is missing, unreadable, empty or not text.
    """
    sample, guess = read_start(path)
    found = layout_of(path, sample, guess)
    return found._replace(evidence=sentences(guess.evidence, found.evidence), sure=guess.sure and found.sure)


def read_start(path: Path) -> tuple[bytes, EncodingGuess]:
    """Return the first bytes of `path`, at most `SAMPLE`, and the encoding of the whole file.

    Raises the same errors as `sniff`.
    """
    with open_bytes(path) as file:
        sample = file.read(SAMPLE)
        complete = len(sample) < SAMPLE
        if not sample:
            raise empty_error(path)
        guess = guess_encoding(sample, complete=complete)
        if guess is not None and guess.ascii_only and not complete:
            later = later_samples(file)
            guess = (
                guess_encoding(sample, complete=False, later=later) if later else guess._replace(sure=True)
            )
    if guess is None:
        raise binary_error(path)
    return sample, guess


def layout_of(path: Path, sample: bytes, guess: EncodingGuess, delimiter: str = "") -> SniffedDialect:
    """Return the dialect of a file that begins with `sample`, given its encoding, or also its delimiter."""
    text = sample[len(guess.bom) :].decode(guess.encoding, "replace")
    complete, tabs = len(sample) < SAMPLE, is_named_for_tabs(path)
    found = guess_layout(text, complete=complete, tabs=tabs, delimiter=delimiter)
    return found._replace(dialect=replace(found.dialect, encoding=guess.encoding, bom=guess.bom))


def is_named_for_tabs(path: Path) -> bool:
    """Return whether the file name has a suffix for tab-separated text."""
    return path.suffix.lower() in _TAB_SUFFIXES


_FIRST_READ: Final = 1 << 18
_RECORDS_FOR_WIDTH: Final = 200


class HeaderRecord(NamedTuple):
    """The exact bytes before the first record, their number of lines, and the column names."""

    raw: bytes
    lines: int
    columns: tuple[str, ...]


def read_head(file: BinaryIO, path: Path, dialect: Dialect) -> HeaderRecord:
    """Read the head of a table; raises `MltagError` when the file is empty or has only a header."""
    size = _FIRST_READ
    while True:
        file.seek(0)
        data = file.read(size)
        final = len(data) < size
        head = _find_head(data, dialect, final=final)
        if head is None and final:
            raise empty_error(path)
        if head is not None:
            if final and len(head.raw) == len(data):
                raise header_only_error(path)
            return head
        size *= 4


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return a unique, non-empty name for each column."""
    names: list[str] = []
    taken = {cell.strip() for cell in cells}
    seen: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        name = cell.strip()
        if not name or name in seen:
            stem = f"{name} " if name else "column "
            numbers = itertools.count(2 if name else position)
            name = next(
                candidate
                for n in numbers
                if (candidate := f"{stem}{n}") not in taken and candidate not in seen
            )
        seen.add(name)
        names.append(name)
    return tuple(names)


def header_line(texts: Sequence[str], dialect: Dialect) -> int:
    """Return the index of the line where the header starts, or the first record if there is no header."""
    at = _after_blanks(texts, min(dialect.skip, len(texts)))
    if at < len(texts) - 1 and texts[at].strip().lower() == f"sep={dialect.delimiter}".strip():
        at = _after_blanks(texts, at + 1)
    return at


def _find_head(data: bytes, dialect: Dialect, *, final: bool) -> HeaderRecord | None:
    """Return the head, or None when `data` is too short to contain all of it."""
    mark = len(dialect.bom) if data.startswith(dialect.bom) else 0
    lines = split_lines(data[mark:], dialect.encoding)
    if not final and lines and not ends_in_feed(lines[-1], dialect.encoding):
        lines.pop()
    texts, _ = decode_lines(b"".join(lines), lines, dialect.encoding)
    at = header_line(texts, dialect)
    if at == len(texts):
        return None
    if dialect.header:
        header = _header(texts, at, dialect, final=final)
        if header is None:
            return None
        cells, at = header
        at = _after_blanks(texts, at)
        if at == len(texts) and not final:
            return None
        cells = {"first": ["", *cells], "last": [*cells, ""]}.get(dialect.lacks, cells)
        columns = column_names(cells)
    else:
        columns = column_names([""] * _usual_width(texts[at:], dialect))
    return HeaderRecord(data[:mark] + b"".join(lines[:at]), at, columns)


def _after_blanks(texts: Sequence[str], at: int) -> int:
    while at < len(texts) and not texts[at].strip("\r\n"):
        at += 1
    return at


def _header(texts: Sequence[str], at: int, dialect: Dialect, *, final: bool) -> tuple[list[str], int] | None:
    """Return the header cells and the index of the line after the header.

    Only the first line is used when its quotes are broken. Returns None when more data may close the quotes.
    """
    reader = csv_reader(texts[at:], *dialect.signs, strict=True)
    try:
        return next(reader), at + reader.line_num
    except csv.Error:
        if not final and at + reader.line_num == len(texts) and sum(map(len, texts[at:])) < MAX_RECORD:
            return None
    return next(csv_reader(texts[at : at + 1], *dialect.signs)), at + 1


def _usual_width(texts: Sequence[str], dialect: Dialect) -> int:
    reader = csv_reader(texts, *dialect.signs)
    widths = Counter(len(row) for row in itertools.islice(reader, _RECORDS_FOR_WIDTH) if row)
    return widths.most_common(1)[0][0]
