"""Which delimiter, quote, line end and header a text has: each candidate reads it, the steadiest wins."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.tables.mapping import DATE_NAMES, ID_NAMES, OTHER_NAMES, TAG_NAMES, TEXT_NAMES
from mltag_desktop.core.tables.records import Record, Scanner, csv_reader

DELIMITERS: Final = (",", ";", "\t", "|")
DELIMITER_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "\x1f": "unit separator"}
_NAMES: Final = frozenset((*TEXT_NAMES, *ID_NAMES, *DATE_NAMES, *TAG_NAMES, *OTHER_NAMES))
_LOOKED_AT: Final = 200_000
_LINES: Final = 5_000
_RECORDS: Final = 300
_EFFORT: Final = 4 << 20
_NUMBER: Final = re.compile(r"[-+]?[\d.,\s]*\d[%€$]?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*")


@dataclass(frozen=True)
class Layout:
    """How cells and records are parted, a plain sentence why, and whether it is beyond doubt."""

    delimiter: str
    quote: str
    newline: str
    header: bool
    evidence: str
    sure: bool


@dataclass(frozen=True)
class _Score:
    delimiter: str
    quote: str
    width: int
    share: float
    """Share of the characters that lie in records as wide as the first."""
    value: float
    rows: Sequence[Sequence[str]]


def guess_layout(text: str, *, complete: bool, tabs: bool = False) -> Layout:
    """Return the layout of `text`, the start of a table, or all of it when `complete`.

    `tabs` says that the file's name speaks of tabs, which decides between equals.
    """
    cut = len(text) > _LOOKED_AT or text.count("\n") + text.count("\r") > _LINES
    lines = io.StringIO(text[:_LOOKED_AT], newline="").readlines()[:_LINES]
    if (cut or not complete) and len(lines) > 1:
        lines.pop()
    newline = _newline(lines)
    while lines and not lines[0].strip("\r\n"):
        lines.pop(0)
    hinted = re.fullmatch(r"sep=(.)[\r\n]*", lines[0], re.IGNORECASE) if lines else None
    if hinted and len(lines) > 1:
        best = _score(lines[1:], hinted[1], '"')
        scores = [best]
    else:
        order = ("\t", *DELIMITERS) if tabs else DELIMITERS
        scores = [_score(lines, delimiter, '"') for delimiter in order]
        best = max(scores, key=lambda score: score.value)
        if best.share < 0.98:
            plain = _score(lines, best.delimiter, "")
            best = plain if plain.share > best.share + 0.02 else best
    if best.width < 2:
        best = _one_column(lines, best)
    header = _has_header(best.rows)
    rest = [score.value for score in scores if score.delimiter != best.delimiter]
    sure = (
        best.share > 0.98 if best.width < 2 else best.share > 0.8 and best.value > max(rest, default=0) + 0.1
    )
    return Layout(best.delimiter, best.quote, newline, header, _evidence(best, header), sure)


def _score(lines: Sequence[str], delimiter: str, quote: str) -> _Score:
    """Read `lines` as the program would, and see how much of them lies in records of one width."""
    if not lines:
        return _Score(delimiter, quote, 0, 0.0, 0.0, ())
    first = next(csv_reader(iter(lines), delimiter, quote))
    width = len(first)
    raws = [line.encode("utf-8", "surrogatepass") for line in lines]
    scanner = Scanner("utf-8", delimiter, quote, width, effort=_EFFORT)
    items, _ = scanner.scan(b"".join(raws), raws, final=True)
    total = sum(map(len, raws))
    good = [item for item in items if isinstance(item, Record)]
    share = sum(len(item.raw) for item in good) / total
    value = share**3 * (1 - 0.5 / width) * _plausibility(good[:_RECORDS]) if width > 1 else 0.0
    return _Score(delimiter, quote, width, share, value, [item.cells for item in good[:_RECORDS]])


def _plausibility(records: Sequence[Record]) -> float:
    """Return 1 for cells as people write them; less when they begin with blanks or hold half a quotation.

    It decides between delimiters that all part a few records evenly.
    """
    cells = [cell for record in records for cell in record.cells]
    halves = sum(cell.count('"') % 2 for cell in cells)
    blanks = sum(cell.startswith(" ") for record in records for cell in record.cells[1:])
    return 1 - 0.5 * (halves + 0.5 * blanks) / max(1, len(cells))


def _one_column(lines: Sequence[str], best: _Score) -> _Score:
    """Return a reading of a table of one column by a sign that none of its cells holds."""
    for delimiter in (",", "\t", ";", "|", "\x1f"):
        score = _score(lines, delimiter, '"')
        if score.width == 1 and score.share > 0.999:
            return score
    for delimiter in ("\t", "|", "\x1f"):
        score = _score(lines, delimiter, "")
        if score.width == 1 and score.share > 0.999:
            return score
    return best


def _newline(lines: Sequence[str]) -> str:
    counts = Counter(line[len(line.rstrip("\r\n")) :][-2:] for line in lines)
    ends = {end: counts[end] for end in ("\n", "\r\n", "\r")}
    best = max(ends, key=lambda end: ends[end])
    return best if ends[best] else "\n"


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns rather than being a record."""
    if not rows:
        return True
    first, rest = rows[0], rows[1:]
    words = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in first]
    known = sum(word in _NAMES for word in words)
    if any(_NUMBER.fullmatch(cell.strip()) for cell in first if cell.strip()):
        return known * 2 >= len(first)
    if known:
        return True
    if any(len(cell) > 60 or len(cell.split()) > 6 for cell in first):
        return False
    for column, cell in enumerate(first):
        values = [row[column] for row in rest]
        if cell.strip() and cell in values and len(set(values)) * 2 <= len(values):
            return False
    return True


def _evidence(best: _Score, header: bool) -> str:
    named = "the first line names the columns" if header else "no line names the columns"
    if best.width < 2:
        return f"There is one column; {named}."
    name = DELIMITER_NAMES.get(best.delimiter, repr(best.delimiter))
    share = "every record" if best.share > 0.9999 else f"{best.share:.0%} of the text"
    return f"A {name} parts {best.width} cells in {share} looked at; {named}."
