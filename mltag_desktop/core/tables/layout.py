"""Detect the delimiter, quote, line end and header of a text.

The text is read with each candidate; the candidate whose records have the most consistent width wins.
"""

import io
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from mltag_desktop.core.messages import message, message_plural, sentences
from mltag_desktop.core.tables.column_mapping import DATE_NAMES, ID_NAMES, OTHER_NAMES, TAG_NAMES, TEXT_NAMES
from mltag_desktop.core.tables.record_parser import DialectCharacters, Record, RecordScanner, csv_reader

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


class Layout(NamedTuple):
    """The detected layout of a text, the evidence for it in one sentence, and whether it is certain."""

    signs: DialectCharacters
    newline: str
    header: bool
    evidence: str
    sure: bool
    skip: int = 0
    """Physical lines before the header, or before the first record when there is no header."""
    lacks: str = ""
    """The column without a name in the header, "first" or "last"; empty when all columns have names."""
    others: tuple[DialectCharacters, ...] = ()
    """Other delimiters that would also give a table, the likeliest first."""


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


def guess_layout(text: str, *, complete: bool, tabs: bool = False, delimiter: str = "") -> Layout:
    """Return the layout of `text`, the start of a table, or the whole table when `complete`.

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
    return Layout(
        best.signs,
        newline,
        header,
        _evidence(best, header, above),
        _is_sure(best, rest),
        above + best.start.skip if best.start.skip else 0,
        best.start.lacks,
        tuple(score.signs for score in rest if score.value > 0.3 * best.value),
    )


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
