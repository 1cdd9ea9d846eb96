"""The query language: `tag:mlops confidence<0.6 "exact phrase" -word column:value is:flagged`.

Conditions are combined with AND; several tags, statuses, marks or values of one column are alternatives.
`OR` makes the conditions before and after it alternatives, brackets group conditions, and a minus negates a
condition or a group. Nothing is ignored silently: what cannot be parsed is a `QueryProblem` with its
position.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.search.conditions import (
    BY_KEY,
    FIELDS,
    MEANING,
    OR,
    RECORD,
    UNEQUAL,
    ColumnTerm,
    GroupTerm,
    Known,
    MeaningTerm,
    PatternTerm,
    PredictedTerm,
    ProbabilityTerm,
    QueryTerm,
    WordsTerm,
    meaning_of,
    single_terms,
)
from mltag_desktop.core.workspace.types import TagInfo

_MOST: Final = 12
_UNDER_CURSOR: Final = re.compile(r'(?:"[^"]*"|[^\s"])*(?:"[^"]*)?$')
_BEFORE: Final = re.compile(r"[-(]*")
_DEEPEST: Final = 20
"""Number of groups inside each other."""

_TERM: Final = re.compile(
    r"""(?P<minus>-)?
    (?:/(?P<pattern>(?:[^/\\]|\\.)+)/(?=[\s)]|$)
    |[pP]:(?P<of>"[^"]*"|[^\s"<>=]+)(?P<than>[<>]=?)(?P<number>[^\s"]*)
    |(?P<key>"[^"]*"|[^\s":<>=≠!]+)(?P<sign><=|>=|!=|[:<>=≠])(?P<value>"[^"]*"|[^\s"]*)
    |(?P<phrase>"[^"]*")
    |(?P<word>[^\s"]+))""",
    re.VERBOSE,
)
_WORD: Final = re.compile(r'[^\s"]+')
_WORD_IN_GROUP: Final = re.compile(r'[^\s")]+')
_OF_RECORD: Final = re.compile(r"#(\d{1,9})(?=[\s)]|$)")


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
    reader = _Reader(line, Known(tuple(tags), tuple(columns)))
    terms = reader.without_misplaced_meaning(reader.read_all())
    return Query(line, tuple(terms), tuple(reader.problems))


class _Reader:
    """Converts a query to terms and problems."""

    def __init__(self, line: str, known: Known) -> None:
        self._line = line
        self._place = 0
        self._known = known
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
            is_alone = isinstance(term, MeaningTerm) and not term.negated and meaning_of(kept) is None
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
        try:
            term = self._read(match)
        except MltagError as error:
            self.refuse(error.message, error.hint, *match.span())
            return None
        start, end = match.span()
        return term and replace(
            term, negated=term.negated != (match["minus"] is not None), start=start, end=end
        )

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
        return MeaningTerm(value=value, sign=sign, negated=negated, start=start, end=end)

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
        return found in self._known.column_names or found in BY_KEY

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
        return GroupTerm(value=text, negated=negated, start=start, end=self._place, branches=(tuple(terms),))

    def _read(self, match: re.Match[str]) -> QueryTerm | None:
        """Return the condition of one match without its position; raises `MltagError`."""
        known = self._known
        if match["pattern"] is not None:
            return PatternTerm.read("", "", match["pattern"], known)
        if match["of"] is not None:
            return ProbabilityTerm.compare(match["of"].strip('"'), match["than"], match["number"], known)
        if match["key"] is None:
            phrase = match["phrase"]
            value = phrase.strip('"') if phrase is not None else match["word"]
            is_empty = not value.strip() or (match["minus"] is not None and value == "-")
            return None if is_empty else WordsTerm(value=value, sign='"' if phrase is not None else ":")
        key, sign, value = match["key"].strip('"'), match["sign"], match["value"].strip('"')
        is_unequal = sign in (UNEQUAL, "!=")
        field = self._field(match["key"].casefold(), "=" if is_unequal else sign)
        if is_unequal:
            sign = UNEQUAL if field is PredictedTerm else "="
        term = field.read(key, sign, value, known)
        return replace(term, negated=is_unequal and field is not PredictedTerm)

    def _field(self, key: str, sign: str) -> type[QueryTerm]:
        """Return the field of a key; a quoted key is always a column."""
        is_column = key in self._known.column_names
        field = BY_KEY.get(key, ColumnTerm)
        if is_column and (key in field.other_keys or field is ProbabilityTerm):
            return ColumnTerm
        return field if field.takes_any_sign or sign in ":=" else ColumnTerm


def _joined(branches: Sequence[QueryTerm | None], text: str, start: int) -> list[QueryTerm]:
    """Return the term of one operand, or of several alternatives; none if all have problems."""
    found = [branch for branch in branches if branch is not None]
    if len(found) < 2:
        return found
    alternatives = tuple((branch,) for branch in found)
    return [GroupTerm(value=text, start=start, end=start + len(text), branches=alternatives)]


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
    known = Known(tuple(tags), tuple(columns), values)
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
        for field in FIELDS
        for text, words in field.offers(known)
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
