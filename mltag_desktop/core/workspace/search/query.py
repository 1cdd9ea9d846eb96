"""The query language: `tag:mlops confidence<0.6 "exact phrase" -word column:value is:flagged`.

Conditions are combined with AND; several tags, statuses, marks or values of one column are alternatives.
`OR` makes the conditions before and after it alternatives, brackets group conditions, and a minus negates a
condition or a group. Nothing is ignored silently: what cannot be parsed is a `QueryProblem` with its
position.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.decisions.tag_groups import groups_of
from mltag_desktop.core.workspace.types import Mark, Status, TagInfo

_MOST: Final = 12
_UNDER_CURSOR: Final = re.compile(r'(?:"[^"]*"|[^\s"])*(?:"[^"]*)?$')
_BEFORE: Final = re.compile(r"[-(]*")
_DEEPEST: Final = 20
"""Number of groups inside each other."""
OR: Final = "OR"


class QueryField(StrEnum):
    """The field that a condition tests."""

    WORDS = "words"
    PATTERN = "pattern"
    """A regular expression."""
    NOTE = "note"
    """A part of the note."""
    PREDICTED = "predicted"
    """The predicted tag, compared with the known or decided one."""
    GROUP = "group"
    """Alternatives: the conditions of one branch hold."""
    MEANING = "meaning"
    """A text or record by whose similarity the records are sorted; every record matches."""
    NEAR_DUPLICATE = "near-duplicate"
    """Has a near-duplicate in the table."""
    RANDOM_CHECK = "random-check"
    """Belongs to the audit set, decided or not."""
    TAG = "tag"
    RULE = "rule"
    """The keywords of a tag, found in the text."""
    STATUS = "status"
    MARK = "mark"
    CONFIDENCE = "confidence"
    PROBABILITY = "probability"
    """The probability of a tag, whatever tag is predicted."""
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
    "off-topic": Mark.OFF_TOPIC,
}
REVIEW: Final = "review"
STALE: Final = "stale"
NEAR_DUPLICATE: Final = "near-duplicate"
RANDOM_CHECK: Final = "random-check"
IS_WORDS: Final = (REVIEW, *STATUSES, *MARKS, STALE, NEAR_DUPLICATE, RANDOM_CHECK)
_OWN_FIELDS: Final = {NEAR_DUPLICATE: QueryField.NEAR_DUPLICATE, RANDOM_CHECK: QueryField.RANDOM_CHECK}
"""Words after `is:` that are no alternatives to the others."""
KNOWN: Final = "known"
DECIDED: Final = "decided"
UNEQUAL: Final = "≠"
MEANING: Final = "~"
RECORD: Final = "#"
"""The sign of a condition that names a record, `~#12`, instead of a text."""
_KEYS: Final = frozenset(
    {"tag", "rule", "is", "status", "has", "conf", "confidence", "p", "note", "predicted"}
)
"""Keys of the language; a column of such a name is written in quotes."""
_TRANSLATED_KEYS: Final = {
    "schlagwort": "tag",
    "étiquette": "tag",
    "etiquette": "tag",
    "konfidenz": "confidence",
    "confiance": "confidence",
    "notiz": "note",
}
"""Keys in German and French, as the headings of the table have them; a column of this name comes first."""

_TERM: Final = re.compile(
    r"""(?P<minus>-)?
    (?:/(?P<pattern>(?:[^/\\]|\\.)+)/(?=[\s)]|$)
    |[pP]:(?P<of>"[^"]*"|[^\s"<>=]+)(?P<than>[<>]=?)(?P<number>[^\s"]*)
    |(?P<key>"[^"]*"|[^\s":<>=≠!]+)(?P<sign><=|>=|!=|[:<>=≠])(?P<value>"[^"]*"|[^\s"]*)
    |(?P<phrase>"[^"]*")
    |(?P<word>[^\s"]+))""",
    re.VERBOSE,
)
_NUMBER: Final = re.compile(r"(\d*[.,]?\d+)(%?)")
_WORD: Final = re.compile(r'[^\s"]+')
_WORD_IN_GROUP: Final = re.compile(r'[^\s")]+')
_OF_RECORD: Final = re.compile(r"#(\d{1,9})(?=[\s)]|$)")
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
    branches: tuple[tuple["QueryTerm", ...], ...] = ()
    """The alternatives of a `GROUP`."""

    @property
    def words(self) -> str:
        """The condition as written in the query."""
        minus = "-" if self.negated else ""
        if self.field is QueryField.GROUP:
            return minus + self.value
        if self.field is QueryField.MEANING:
            return MEANING + (f"#{self.value}" if self.sign == RECORD else quoted(self.value))
        if self.field is QueryField.PATTERN:
            return f"{minus}/{self.value}/"
        if self.field is QueryField.PROBABILITY:
            return f"{minus}p:{self.value}"
        if self.field is QueryField.WORDS:
            return minus + (quoted(self.value) if self.sign == '"' or self.value[:1] == "-" else self.value)
        key = {
            QueryField.NOTE: "note",
            QueryField.PREDICTED: "predicted",
            QueryField.TAG: "tag",
            QueryField.RULE: "rule",
            QueryField.STATUS: "is",
            QueryField.MARK: "is",
            QueryField.NEAR_DUPLICATE: "is",
            QueryField.RANDOM_CHECK: "is",
            QueryField.CONFIDENCE: "confidence",
            QueryField.COLUMN: column_key(self.column_name),
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
    reader = _Reader(line, tuple(tags), tuple(columns))
    terms = reader.without_misplaced_meaning(reader.read_all())
    return Query(line, tuple(terms), tuple(reader.problems))


def meaning_of(terms: Iterable[QueryTerm]) -> QueryTerm | None:
    """Return the condition by whose similarity the records are sorted; None without one."""
    return next((term for term in terms if term.field is QueryField.MEANING), None)


def probability_of(terms: Iterable[QueryTerm]) -> QueryTerm | None:
    """Return the condition that asks for a high probability of a tag; None without one, or with several."""
    found = [term for term in terms if term.field is QueryField.PROBABILITY]
    asks = len(found) == 1 and not found[0].negated and found[0].sign in (">", ">=")
    return found[0] if asks else None


def single_terms(terms: Iterable[QueryTerm], *, negated: bool = True) -> Iterator[QueryTerm]:
    """Yield the terms that are not groups, including those inside of groups.

    Without `negated`, negated terms and groups are left out.
    """
    for term in terms:
        if term.negated and not negated:
            continue
        if term.field is QueryField.GROUP:
            for branch in term.branches:
                yield from single_terms(branch, negated=negated)
        else:
            yield term


def quoted(value: str) -> str:
    """Return a value with quotes if the query language needs them."""
    plain = value.replace('"', "")
    needed = not plain or plain == OR or re.search(r"[\s:<>=≠!()/]", plain)
    return f'"{plain}"' if needed else plain


def column_key(name: str) -> str:
    """Return the name of a column as a key of the query language."""
    key = quoted(name)
    return f'"{key}"' if key[:1] == "-" or key.casefold() in _KEYS else key


class _Reader:
    """Converts a query to terms and problems."""

    def __init__(self, line: str, tags: tuple[TagInfo, ...], columns: tuple[str, ...]) -> None:
        self._line = line
        self._place = 0
        self._tags = tags
        self._columns = columns
        self._names = [_written(name) for name in columns]
        self._found: QueryTerm | None = None
        self.problems: list[QueryProblem] = []

    def read_all(self, opened: int = 0) -> list[QueryTerm]:
        """Return the terms up to the end, or up to the bracket that closes one of `opened` groups."""
        terms: list[QueryTerm] = []
        self._skip_spaces()
        while self._place < len(self._line) and not (opened and self._line[self._place] == ")"):
            start = self._place
            if self._takes_or():
                self._refuse_or(start)
                self._skip_spaces()
                continue
            branches = [self._operand(opened)]
            while self._takes_or():
                before = self._place - len(OR)
                if self._is_over(opened) or self._is_at_or():
                    self._refuse_or(before)
                else:
                    branches.append(self._operand(opened))
            terms += _joined(branches, self._line[start : self._place].rstrip(), start)
            self._skip_spaces()
        return terms

    def without_misplaced_meaning(self, terms: list[QueryTerm]) -> list[QueryTerm]:
        """Return the terms without a second `~` condition, or one in a group, which are problems."""
        kept: list[QueryTerm] = []
        for term in terms:
            is_alone = term.field is QueryField.MEANING and not term.negated and meaning_of(kept) is None
            if is_alone or meaning_of(single_terms((term,))) is None:
                kept.append(term)
                continue
            self.refuse(
                message("“~” sorts the records, so it can stand only once and alone."),
                message("Remove the minus, the brackets, OR or the other “~”."),
                term.start,
                term.end,
            )
        return kept

    def refuse(self, message: str, hint: str, start: int, end: int) -> None:
        """Add a problem."""
        self.problems.append(QueryProblem(message, hint, start, end))

    def _refuse_or(self, start: int) -> None:
        self.refuse(
            message("A condition is missing before or after OR."),
            message('To search for the word, write "OR".'),
            start,
            start + len(OR),
        )

    def _skip_spaces(self) -> int:
        while self._place < len(self._line) and self._line[self._place].isspace():
            self._place += 1
        return self._place

    def _is_over(self, opened: int) -> bool:
        self._skip_spaces()
        return self._place == len(self._line) or bool(opened and self._line[self._place] == ")")

    def _is_at_or(self) -> bool:
        end = self._skip_spaces() + len(OR)
        return self._line[self._place : end] == OR and (self._line[end : end + 1] or " ") in " \t)"

    def _takes_or(self) -> bool:
        """Go on after an OR; return whether there is one."""
        found = self._is_at_or()
        self._place += len(OR) if found else 0
        return found

    def _operand(self, opened: int) -> QueryTerm | None:
        """Return the next condition or group; None if it has a problem."""
        start = self._skip_spaces()
        if self._line.startswith((MEANING, "-" + MEANING), start):
            return self._meaning(start, opened)
        negated = self._line.startswith("-(", start)
        if negated or self._line[start] == "(":
            return self._group(start, opened, negated=negated)
        match = _TERM.match(self._line, start)
        if match is None:  # a quotation mark without an end
            end = self._place = len(self._line)
            self.refuse(message("A quotation mark is missing."), message('Write "exact phrase".'), start, end)
            return None
        end = match.end()
        if opened and match["pattern"] is None and not match.group().endswith('"'):
            extra = match.group().count(")") - match.group().count("(")
            while extra > 0 and self._line[end - 1] == ")":
                end, extra = end - 1, extra - 1
            if end < match.end():  # these close groups
                match = _TERM.match(self._line, start, end) or match
        self._place = end
        self._found = None
        self._read(match)
        return self._found

    def _meaning(self, start: int, opened: int) -> QueryTerm | None:
        """Return the condition after `~`: a record, a quoted text, or all words up to another condition."""
        negated = self._line[start] == "-"
        self._place = start + len(MEANING) + negated
        begin = self._skip_spaces()
        record, quote = _OF_RECORD.match(self._line, begin), self._line.find('"', begin + 1)
        sign = ":"
        if record is not None:
            sign, value, self._place = RECORD, record[1], record.end()
        elif self._line[begin : begin + 1] == '"' and quote > 0:
            value, self._place = self._line[begin + 1 : quote], quote + 1
        else:
            while not self._is_over(opened) and not self._begins_condition(opened):
                word = (_WORD_IN_GROUP if opened else _WORD).match(self._line, self._place)
                self._place = word.end() if word else len(self._line)
            value = self._line[begin : self._place].strip()
        end = begin + len(self._line[begin : self._place].rstrip())
        if not value.strip() or (record is not None and not int(value)):
            self.refuse(
                message("A text is missing after “~”."),
                message("Write ~ and a few words, or ~#12 for record 12."),
                start,
                max(end, start + 1),
            )
            return None
        number = float(value) if record is not None else 0.0
        return QueryTerm(
            QueryField.MEANING, value, sign, negated, number=number, start=start, end=end
        )  # fmt: skip

    def _begins_condition(self, opened: int) -> bool:
        """Return whether something other than a word of a text starts here."""
        rest = self._line[self._place :]
        if self._is_at_or() or rest.startswith(('"', "(", "-(", MEANING)):
            return True
        if rest[:1] == "-" and rest[1:2].isalnum():
            return True
        match = _TERM.match(self._line, self._place)
        if match is None or match["key"] is None:
            return match is not None and (match["pattern"] or match["of"]) is not None
        found = match["key"].strip('"').casefold()
        return found in self._names or self._known_key(found) in _KEYS

    def _group(self, start: int, opened: int, *, negated: bool) -> QueryTerm | None:
        self._place = start + (2 if negated else 1)
        if opened == _DEEPEST:
            self._place = len(self._line)
        terms = self.read_all(opened + 1)
        if self._place == len(self._line):
            self.refuse(
                message("A closing bracket is missing."),
                message('To search for a bracket, write "(".'),
                start,
                self._place,
            )
            return None
        self._place += 1
        if not terms:
            return None
        text = self._line[start + negated : self._place]
        return QueryTerm(
            QueryField.GROUP, text, negated=negated, start=start, end=self._place, branches=(tuple(terms),)
        )

    def _add(self, term: QueryTerm) -> None:
        self._found = term

    def _read(self, match: re.Match[str]) -> None:
        """Add the term or problem of one match."""
        negated, (start, end) = match["minus"] is not None, match.span()
        if match["pattern"] is not None:
            self._pattern(match["pattern"], (negated, start, end))
            return
        if match["of"] is not None:
            self._probability(match["of"].strip('"'), match["than"], match["number"], (negated, start, end))
            return
        if match["key"] is None:
            phrase = match["phrase"]
            value = phrase.strip('"') if phrase is not None else match["word"]
            if value.strip() and not (negated and value == "-"):
                sign = '"' if phrase is not None else ":"
                self._add(QueryTerm(QueryField.WORDS, value, sign, negated, start=start, end=end))
            return
        key, sign, value = match["key"].strip('"'), match["sign"], match["value"].strip('"')
        known = self._known_key(match["key"].casefold())  # a quoted key is always a column
        if sign in (UNEQUAL, "!="):
            sign = UNEQUAL if known == "predicted" else "="
            negated = negated if known == "predicted" else not negated
        place = (negated, start, end)
        if known in (QueryField.TAG, QueryField.RULE) and sign in ":=":
            self._tag(QueryField(known), value, place)
        elif known in ("is", "status") and sign in ":=":
            self._status(value, place)
        elif known == "has" and sign in ":=" and value.casefold() == "note":
            self._status("noted", place)
        elif known == "note" and sign in ":=":
            self._add_term_range(value, place)
        elif known == "predicted":
            self._predicted(sign, value, place)
        elif known in ("conf", "confidence"):
            self._confidence(sign, value, place)
        elif known == "p" and "p" not in self._names:
            self._refuse_probability(place)
        else:
            self._column(key, sign, value, place)

    def _known_key(self, key: str) -> str:
        """Return a key in English, unless a column has its name."""
        return key if key in self._names else _TRANSLATED_KEYS.get(key, key)

    def _pattern(self, source: str, place: tuple[bool, int, int]) -> None:
        from mltag_desktop.core.workspace.search.texts import search_pattern  # not at start-up

        negated, start, end = place
        if search_pattern(source) is None:
            self.refuse(
                message("/{source}/ is not a valid regular expression.", source=source),
                message('To search for this text, write "/{source}/".', source=source),
                start,
                end,
            )
            return
        self._add(QueryTerm(QueryField.PATTERN, source, negated=negated, start=start, end=end))

    def _add_term_range(self, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        if not value.strip():
            self.refuse(
                message("A word is missing after “note:”."),
                message("Write note:WORD, or has:note for any note."),
                start,
                end,
            )
            return
        self._add(QueryTerm(QueryField.NOTE, value, negated=negated, start=start, end=end))

    def _predicted(self, sign: str, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        if value.casefold() not in (KNOWN, DECIDED) or sign not in (UNEQUAL, "="):
            self.refuse(
                message("The predicted tag can be compared with the known or the decided tag."),
                message("Write predicted≠known, predicted!=decided or predicted=known."),
                start,
                end,
            )
            return
        self._add(QueryTerm(QueryField.PREDICTED, value.casefold(), sign, negated, start=start, end=end))

    def _tag(self, field: QueryField, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        names = self._tags_called(field, value, place)
        if names:
            self._add(QueryTerm(field, value, negated=negated, tags=names, start=start, end=end))

    def _tags_called(self, key: str, value: str, place: tuple[bool, int, int]) -> frozenset[str]:
        """Return the tags of a name, or of names that begin so; none is a problem."""
        wanted = value.casefold()
        found = {tag.name for tag in self._tags if wanted in (_written(tag.name), _written(tag.label))}
        found = found or {tag.name for tag in self._tags if wanted and _written(tag.name).startswith(wanted)}
        if found:
            return frozenset(found)
        some = ", ".join(tag.name for tag in self._tags[:6])
        problem = (
            message("There is no tag {value}.", value=value)
            if value
            else message("A tag is missing after “{key}:”.", key=key)
        )
        hint = message("Available tags: {some}.", some=some) if some else ""
        column = next((name for name in self._columns if name.casefold() == key), None)
        if column is not None and value:
            condition = f'"{column}":{quoted(value)}'
            hint = message(
                "To search in the column {column}, write {condition}.", column=column, condition=condition
            )
        self.refuse(problem, hint, *place[1:])
        return frozenset()

    def _status(self, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        if value.casefold() in IS_WORDS:
            word = value.casefold()
            field = QueryField.MARK if word in MARKS else QueryField.STATUS
            self._add(QueryTerm(_OWN_FIELDS.get(word, field), word, negated=negated, start=start, end=end))
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
        share = _share(value) if sign in _SIGNS else None
        if share is None:
            self.refuse(
                message("Compare confidence with a number."),
                message("Write confidence<0.6 or confidence>=90%."),
                start,
                end,
            )
        elif share > 1:
            self.refuse(
                message("Confidence must be between 0 and 1, or 0% and 100%."),
                message("Write confidence<0.6 or confidence<60%."),
                start,
                end,
            )
        else:
            self._add(
                QueryTerm(QueryField.CONFIDENCE, value, sign, negated, number=share, start=start, end=end)
            )

    def _probability(self, tag: str, sign: str, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        share = _share(value)
        if share is None or share > 1:
            self._refuse_probability(place)
            return
        names = self._tags_called("p", tag, place)
        written = f"{quoted(tag)}{sign}{value}"
        if names:
            self._add(
                QueryTerm(
                    QueryField.PROBABILITY, written, sign, negated, tags=names, number=share, start=start,
                    end=end,
                )
            )  # fmt: skip

    def _refuse_probability(self, place: tuple[bool, int, int]) -> None:
        tag = quoted(self._tags[0].name) if self._tags else "TAG"
        self.refuse(
            message("Compare the probability of a tag with a number between 0 and 1, or 0% and 100%."),
            message("Write p:{tag}>=0.1 or p:{tag}<60%.", tag=tag),
            *place[1:],
        )

    def _column(self, key: str, sign: str, value: str, place: tuple[bool, int, int]) -> None:
        negated, start, end = place
        if key.casefold() not in self._names:
            hint = message(
                "To search for these words, write {chr}{key}{sign}{value}{chr}.",
                chr=chr(34),
                key=key,
                sign=sign,
                value=value,
            )
            self.refuse(message("The table has no column “{key}”.", key=key), hint, start, end)
        elif sign not in (":", "="):
            hint = message(
                "Write {key}:VALUE to match part of the cell, {key}=VALUE to match the whole cell.",
                key=quoted(key),
            )
            self.refuse(message("Only confidence and probabilities can be compared."), hint, start, end)
        elif not value and sign == ":":
            self.refuse(
                message("A value is missing after “{key}:”.", key=key),
                message("Write {key}:VALUE.", key=quoted(key)),
                start,
                end,
            )
        else:
            column = self._names.index(key.casefold())
            self._add(
                QueryTerm(
                    QueryField.COLUMN, value, sign, negated, column, self._columns[column], start=start,
                    end=end,
                )
            )  # fmt: skip


def _written(name: str) -> str:
    """Return a name as a query has it, without quotation marks (see `quoted`) and capitals."""
    return name.replace('"', "").casefold()


def _share(value: str) -> float | None:
    """Return a number, or a percentage as a share; None if it is neither."""
    number = _NUMBER.fullmatch(value)
    return None if number is None else float(number[1].replace(",", ".")) / (100 if number[2] else 1)


def _joined(branches: Sequence[QueryTerm | None], text: str, start: int) -> list[QueryTerm]:
    """Return the term of one operand, or of several alternatives; none if all have problems."""
    found = [branch for branch in branches if branch is not None]
    if len(found) < 2:
        return found
    alternatives = tuple((branch,) for branch in found)
    return [QueryTerm(QueryField.GROUP, text, start=start, end=start + len(text), branches=alternatives)]


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
    before = _BEFORE.match(typed)
    minus = before.group() if before else ""
    word = typed[len(minus) :].casefold()
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
    if has_value and not re.search(r"[:=<]", bare) and UNEQUAL not in plain:
        return False
    return plain.startswith(bare)


def _candidates(
    tags: Sequence[TagInfo], columns: Sequence[str], values: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = [("tag:", message("displayed tag")), ("is:", message("record status"))]
    made.append(("confidence<", message("model confidence")))
    made += [("note:", message("word of a note")), ("has:", message("note")), ("has:note", "")]
    made.append(("rule:", message("keywords of a tag in the text")))
    made.append(("p:", message("probability of a tag")))
    made += [(f"predicted{UNEQUAL}{word}", "") for word in (KNOWN, DECIDED)]
    made += [(f"{column_key(name)}:", message("column {name}", name=name)) for name in columns]
    made += [(f"tag:{group}", message("group of tags")) for group in groups_of(tag.name for tag in tags)]
    made += [(f"tag:{quoted(tag.name)}", tag.label) for tag in tags]
    made += [(f"rule:{quoted(tag.name)}", tag.label) for tag in tags]
    made += [(f"is:{word}", "") for word in IS_WORDS]
    made += [(f"p:{quoted(tag.name)}>=", tag.label) for tag in tags]
    for name, some in values.items():
        made += [(f"{column_key(name)}:{quoted(value)}", "") for value in some]
    return made
