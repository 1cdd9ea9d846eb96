"""The query language: `tag:mlops confidence<0.6 "exact phrase" -word column:value is:flagged`.

Conditions are combined with AND; several tags, statuses, marks or values of one column are alternatives. A
minus negates a condition. Nothing is ignored silently: what cannot be parsed is a `QueryProblem` with its
position.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.types import Mark, Status, TagInfo

_MOST: Final = 12
_UNDER_CURSOR: Final = re.compile(r'-?(?:"[^"]*"|[^\s"])*(?:"[^"]*)?$')


class QueryField(StrEnum):
    """The field that a condition tests."""

    WORDS = "words"
    TAG = "tag"
    STATUS = "status"
    MARK = "mark"
    CONFIDENCE = "confidence"
    COLUMN = "column"


STATUSES: Final[dict[str, frozenset[Status]]] = {
    "undecided": frozenset({Status.TO_REVIEW}),
    "accepted": frozenset({Status.ACCEPTED}),
    "corrected": frozenset({Status.CORRECTED}),
    "known": frozenset({Status.KNOWN}),
    "decided": frozenset({Status.ACCEPTED, Status.CORRECTED}),
}
MARKS: Final[dict[str, Mark]] = {
    "flagged": Mark.FLAGGED,
    "skipped": Mark.SKIPPED,
    "unsure": Mark.UNSURE,
    "noted": Mark.NOTED,
}
REVIEW: Final = "review"
STALE: Final = "stale"
IS_WORDS: Final = (REVIEW, *STATUSES, *MARKS, STALE)

_TERM: Final = re.compile(
    r"""(?P<minus>-)?
    (?:(?P<key>"[^"]*"|[^\s":<>=]+)(?P<sign><=|>=|[:<>=])(?P<value>"[^"]*"|[^\s"]*)
    |(?P<phrase>"[^"]*")
    |(?P<word>[^\s"]+))""",
    re.VERBOSE,
)
_NUMBER: Final = re.compile(r"(\d*[.,]?\d+)(%?)")
_SIGNS: Final = ("<", "<=", ">", ">=")


@dataclass(frozen=True)
class QueryTerm:
    """One condition; `value` is without quotes."""

    field: QueryField
    value: str
    sign: str = ":"
    negated: bool = False
    column: int = -1
    """Index of the source column, for `COLUMN` only; sign `:` means contains, `=` equals."""
    column_name: str = ""
    tags: frozenset[str] = frozenset()
    number: float = 0.0
    start: int = 0
    end: int = 0
    """End of its position in the query."""

    @property
    def words(self) -> str:
        """The condition as written in the query."""
        minus = "-" if self.negated else ""
        if self.field is QueryField.WORDS:
            return minus + (quoted(self.value) if self.sign == '"' or self.value[:1] == "-" else self.value)
        key = {
            QueryField.TAG: "tag",
            QueryField.STATUS: "is",
            QueryField.MARK: "is",
            QueryField.CONFIDENCE: "confidence",
            QueryField.COLUMN: quoted(self.column_name),
        }[self.field]
        return f"{minus}{key}{self.sign}{quoted(self.value)}"


@dataclass(frozen=True)
class QueryProblem:
    """A part of a query that cannot be parsed, with its position and a hint."""

    message: str
    hint: str
    start: int
    end: int


@dataclass(frozen=True)
class Query:
    """A parsed query."""

    text: str
    terms: tuple[QueryTerm, ...]
    problems: tuple[QueryProblem, ...] = ()

    def without(self, term: QueryTerm) -> str:
        """Return the query text without one condition."""
        left = self.text[: term.start].rstrip()
        return f"{left} {self.text[term.end :].lstrip()}".strip()


def parse(line: str, tags: Iterable[TagInfo] = (), columns: Sequence[str] = ()) -> Query:
    """Parse a query for these tags and source columns."""
    reader = _Reader(tuple(tags), tuple(columns))
    place = 0
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        match = _TERM.match(line, place)
        if match is None:  # a quotation mark without an end
            reader.refuse(
                message("A quotation mark is missing."), message('Write "exact phrase".'), place, len(line)
            )
            break
        place = match.end()
        reader.read(match)
    return Query(line, tuple(reader.terms), tuple(reader.problems))


def quoted(value: str) -> str:
    """Return a value with quotes if the query language needs them."""
    plain = value.replace('"', "")
    return plain if plain and not re.search(r"[\s:<>=]", plain) else f'"{plain}"'


class _Reader:
    """Converts matches of the pattern to terms and problems."""

    def __init__(self, tags: tuple[TagInfo, ...], columns: tuple[str, ...]) -> None:
        self._tags = tags
        self._columns = columns
        self.terms: list[QueryTerm] = []
        self.problems: list[QueryProblem] = []

    def refuse(self, message: str, hint: str, start: int, end: int) -> None:
        """Add a problem."""
        self.problems.append(QueryProblem(message, hint, start, end))

    def read(self, match: re.Match[str]) -> None:
        """Add the term or problem of one match."""
        negated, (start, end) = match["minus"] is not None, match.span()
        if match["key"] is None:
            phrase = match["phrase"]
            value = phrase.strip('"') if phrase is not None else match["word"]
            if value.strip() and not (negated and value == "-"):
                sign = '"' if phrase is not None else ":"
                self.terms.append(QueryTerm(QueryField.WORDS, value, sign, negated, start=start, end=end))
            return
        key, sign, value = match["key"].strip('"'), match["sign"], match["value"].strip('"')
        place = (negated, start, end)
        known = match["key"].casefold()  # a quoted key is always a column
        if known == "tag" and sign in ":=":
            self._tag(value, place)
        elif known in ("is", "status") and sign in ":=":
            self._status(value, place)
        elif known == "has" and sign in ":=" and value.casefold() == "note":
            self._status("noted", place)
        elif known in ("conf", "confidence"):
            self._confidence(sign, value, place)
        else:
            self._column(key, sign, value, place)

    def _tag(self, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        wanted = value.casefold()
        found = {tag.name for tag in self._tags if wanted in (tag.name.casefold(), tag.label.casefold())}
        found = found or {t.name for t in self._tags if wanted and t.name.casefold().startswith(wanted)}
        if found:
            names = frozenset(found)
            self.terms.append(
                QueryTerm(QueryField.TAG, value, negated=negated, tags=names, start=start, end=end)
            )
            return
        some = ", ".join(tag.name for tag in self._tags[:6])
        problem = (
            message("There is no tag {value}.", value=value)
            if value
            else message("A tag is missing after “tag:”.")
        )
        self.refuse(problem, message("Available tags: {some}.", some=some) if some else "", start, end)

    def _status(self, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        if value.casefold() in IS_WORDS:
            word = value.casefold()
            field = QueryField.MARK if word in MARKS else QueryField.STATUS
            self.terms.append(QueryTerm(field, word, negated=negated, start=start, end=end))
        else:
            problem = (
                message("Unknown status: {value}.", value=value)
                if value
                else message("A word is missing after “is:”.")
            )
            self.refuse(
                problem,
                message("Write is: followed by one of {is_words}.", is_words=", ".join(IS_WORDS)),
                start,
                end,
            )

    def _confidence(self, sign: str, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        number = _NUMBER.fullmatch(value)
        if number is None or sign not in _SIGNS:
            self.refuse(
                message("Compare confidence with a number."),
                message("Write confidence<0.6 or confidence>=90%."),
                start,
                end,
            )
            return
        share = float(number[1].replace(",", ".")) / (100 if number[2] else 1)
        if share > 1:
            self.refuse(
                message("Confidence must be between 0 and 1, or 0% and 100%."),
                message("Write confidence<0.6 or confidence<60%."),
                start,
                end,
            )
            return
        self.terms.append(
            QueryTerm(QueryField.CONFIDENCE, value, sign, negated, number=share, start=start, end=end)
        )

    def _column(self, key: str, sign: str, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        names = [name.casefold() for name in self._columns]
        if key.casefold() not in names:
            hint = message(
                "To search for these words, write {chr}{key}{sign}{value}{chr}.",
                chr=chr(34),
                key=key,
                sign=sign,
                value=value,
            )
            self.refuse(message("The table has no column {key}.", key=key), hint, start, end)
        elif sign not in (":", "="):
            hint = message(
                "Write {key}:VALUE to match part of the cell, {key}=VALUE to match the whole cell.",
                key=quoted(key),
            )
            self.refuse(message("Only confidence can be compared."), hint, start, end)
        elif not value and sign == ":":
            self.refuse(
                message("A value is missing after “{key}:”.", key=key),
                message("Write {key}:VALUE.", key=quoted(key)),
                start,
                end,
            )
        else:
            column = names.index(key.casefold())
            self.terms.append(
                QueryTerm(
                    QueryField.COLUMN, value, sign, negated, column, self._columns[column], start=start,
                    end=end,
                )
            )  # fmt: skip


@dataclass(frozen=True)
class Completion:
    """Text to replace `line[start:end]` with, and its meaning."""

    text: str
    words: str
    start: int
    end: int


def completions(
    line: str,
    cursor: int,
    tags: Sequence[TagInfo],
    columns: Sequence[str],
    values: Mapping[str, Sequence[str]],
) -> list[Completion]:
    """Return completions at the cursor; `values` are those of the columns with few values."""
    found = _UNDER_CURSOR.search(line[:cursor])
    typed = found.group() if found else ""
    start = cursor - len(typed)
    minus = "-" if typed.startswith("-") else ""
    word = typed.removeprefix("-").casefold()
    if not word:
        return []
    made = [
        Completion(minus + text, words, start, cursor)
        for text, words in _candidates(tags, columns, values)
        if _begins(text, word) and text.casefold() != word
    ]
    return made[:_MOST]


def _begins(text: str, word: str) -> bool:
    """Return whether a candidate starts with the typed text; values are offered after their key only."""
    plain, bare = text.casefold().replace('"', ""), word.replace('"', "")
    has_value = not text.endswith((":", "<", "="))
    if has_value and not re.search(r"[:=<]", bare):
        return False
    return plain.startswith(bare)


def _candidates(
    tags: Sequence[TagInfo], columns: Sequence[str], values: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = [("tag:", message("displayed tag")), ("is:", message("record status"))]
    made.append(("confidence<", message("model confidence")))
    made += [(f"{quoted(name)}:", message("column {name}", name=name)) for name in columns]
    made += [(f"tag:{quoted(tag.name)}", tag.label) for tag in tags]
    made += [(f"is:{word}", "") for word in IS_WORDS]
    for name, some in values.items():
        made += [(f"{quoted(name)}:{quoted(value)}", "") for value in some]
    return made
