"""The conditions of a query, one class for each field: how it is written, what it finds and what it marks."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import ge, gt, le, lt
from typing import ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_lists import groups_of
from mltag_desktop.core.workspace.search.filtering import marked_or_suspected, needs_review, shown_tags
from mltag_desktop.core.workspace.search.text_hits import Key, Mask, Masks, TextHits
from mltag_desktop.core.workspace.search.texts import Needle, Span, fold, search_pattern, spans_of
from mltag_desktop.core.workspace.types import Mark, RowArray, States, Status, TagInfo

OR: Final = "OR"
MEANING: Final = "~"
RECORD: Final = "#"
"""The sign of a condition that names a record, `~#12`, instead of a text."""
UNEQUAL: Final = "≠"
_COMPARED: Final = {"<": lt, "<=": le, ">": gt, ">=": ge}
_NUMBER: Final = re.compile(r"(\d*[.,]?\d+)(%?)")
_TAGS_NAMED: Final = 6
_MOST_MARKED: Final = 200
"""Number of places that are marked in one text."""
_FIRST_HITS: Final = 200
"""Number of hits that fill more than a screen, from which partial results are reported immediately."""
_FIRST_HITS_DELAY: Final = 0.08
"""Seconds after which fewer hits are reported as well."""

Group = tuple[object, ...]
Offer = tuple[str, str]
"""Text that can be typed, and its meaning."""


class Known(NamedTuple):
    """The tags and source columns that a query can name."""

    tags: tuple[TagInfo, ...] = ()
    columns: tuple[str, ...] = ()
    values: Mapping[str, Sequence[str]] = {}
    """The values of the columns with few values."""

    @property
    def column_names(self) -> list[str]:
        """The names of the columns as a query has them."""
        return [written(name) for name in self.columns]


@dataclass(eq=False)
class Search:
    """The records that conditions are evaluated on."""

    progress: Progress
    hits: TextHits
    states: States
    _threshold: ReviewThresholds

    @cached_property
    def shown(self) -> NDArray[np.int16]:
        """The code of each record's shown tag."""
        return shown_tags(self.states)

    @cached_property
    def to_review(self) -> Mask:
        """Mask of the records to review."""
        return needs_review(self.states, self._threshold)


@dataclass(frozen=True, kw_only=True)
class QueryTerm:
    """One condition; `value` is without quotes."""

    value: str
    sign: str = ":"
    negated: bool = False
    start: int = 0
    end: int = 0
    """End of its position in the query."""

    keys: ClassVar[tuple[str, ...]] = ()
    """The keys that it is written with, the one to write first."""
    other_keys: ClassVar[tuple[str, ...]] = ()
    """More keys, in German and French as the headings of the table; a column of such a name comes first."""
    takes_any_sign: ClassVar[bool] = False
    """Whether it may be written with another sign than `:` and `=`."""
    is_alternative: ClassVar[bool] = False
    """Whether several conditions on the same facet are alternatives."""

    @property
    def words(self) -> str:
        """The condition as written in a query."""
        return f"{self._minus}{self.keys[0]}{self.sign}{quoted(self.value)}"

    def label(self, tags: Mapping[str, str]) -> str:
        """Return the condition as a chip shows it; `tags` are the labels of the tags."""
        return self.words

    @property
    def facet(self) -> Group | None:
        """What of a record it tests, if the filter panel counts the records by that."""
        return None

    def mask(self, search: Search) -> Mask:
        """Return a mask of the records that match, regardless of a minus."""
        raise NotImplementedError

    def marked_in(self, column: int | None) -> bool:
        """Return whether its words are marked in a column, or (None) in the text that the model reads."""
        return False

    def spans(self, text: str) -> Iterable[Span]:
        """Return the places to mark in a text."""
        return ()

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> "QueryTerm":
        """Return the condition; raises `MltagError`."""
        raise NotImplementedError

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return what can be typed for this field."""
        return []

    @property
    def _minus(self) -> str:
        return "-" if self.negated else ""


class TextTerm(QueryTerm):
    """A condition on the text; all of a query are looked for in one pass."""

    def mask(self, search: Search) -> Mask:
        """Return the records with the needle in their text."""
        key, needle = self.needle(search.hits)
        return search.hits.in_texts(search.progress, {key: needle}, search.states.count)[key]

    def needle(self, hits: TextHits) -> tuple[Key, Needle]:
        """Return what is looked for in the texts, and a key for it."""
        raise NotImplementedError

    def marked_in(self, column: int | None) -> bool:
        """Return whether it is the text."""
        return column is None


class WordsTerm(TextTerm):
    """Words in the text; the sign is a quotation mark for a phrase."""

    @property
    def words(self) -> str:
        """The words, in quotes where needed."""
        needs_quotes = self.sign == '"' or self.value[:1] == "-"
        return self._minus + (quoted(self.value) if needs_quotes else self.value)

    def needle(self, hits: TextHits) -> tuple[Key, Needle]:
        """Return the folded words."""
        return ("words", fold(self.value)), fold(self.value)

    def spans(self, text: str) -> Iterable[Span]:
        """Return where the words are."""
        return spans_of(text, fold(self.value))


class PatternTerm(TextTerm):
    """A regular expression that the text contains."""

    @property
    def words(self) -> str:
        """The expression between slashes."""
        return f"{self._minus}/{self.value}/"

    def needle(self, hits: TextHits) -> tuple[Key, Needle]:
        """Return a test of a text."""
        pattern = search_pattern(self.value)
        return ("pattern", self.value), pattern.is_in if pattern else lambda _text: False

    def spans(self, text: str) -> Iterable[Span]:
        """Return where the matches are."""
        pattern = search_pattern(self.value)
        return pattern.spans(text) if pattern else ()

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> "PatternTerm":
        """Return the condition if the expression is valid."""
        if search_pattern(value) is None:
            raise MltagError(
                message("/{source}/ is not a valid regular expression.", source=value),
                message('To search for this text, write "/{source}/".', source=value),
            )
        return cls(value=value)


class MeaningTerm(QueryTerm):
    """A text or record by whose similarity the records are sorted; every record matches."""

    @property
    def words(self) -> str:
        """The text in quotes where needed, or the record."""
        return MEANING + (RECORD + self.value if self.sign == RECORD else quoted(self.value))

    def mask(self, search: Search) -> Mask:
        """Return all records."""
        return np.ones(search.states.count, np.bool_)


@dataclass(frozen=True, kw_only=True)
class GroupTerm(QueryTerm):
    """Alternatives: all conditions of one branch match."""

    branches: tuple[tuple[QueryTerm, ...], ...] = ()

    @property
    def words(self) -> str:
        """The group as it was written."""
        return self._minus + self.value

    def mask(self, search: Search) -> Mask:
        """Return the records that match a branch."""
        found = np.zeros(search.states.count, np.bool_)
        for branch in self.branches:
            found |= matches(search, branch)
        return found


@dataclass(frozen=True, kw_only=True)
class _NamedTags(QueryTerm):
    """A condition on one tag, or on several that begin alike."""

    tags: frozenset[str]
    is_alternative = True

    @property
    def facet(self) -> Group:
        """All conditions with this key."""
        return self.keys[:1]

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition on the tags of a name."""
        return cls(value=value, tags=_tags_called(cls.keys[0], value, known))

    @classmethod
    def tag_offers(cls, known: Known) -> list[Offer]:
        """Return all tags after the key."""
        return [(f"{cls.keys[0]}:{quoted(tag.name)}", tag.label) for tag in known.tags]


class TagTerm(_NamedTags):
    """The shown tag or an additional one."""

    keys = ("tag",)
    other_keys = ("schlagwort", "étiquette", "etiquette")

    def label(self, tags: Mapping[str, str]) -> str:
        """Return the label of the tag."""
        return message("tag: {name}", name=tags.get(self.value, self.value))

    def mask(self, search: Search) -> Mask:
        """Return the records that show one of the tags."""
        states = search.states
        codes = [code for code, name in enumerate(states.tag_names) if name in self.tags]
        shown: Mask = np.isin(search.shown, codes) | states.with_additional(codes)
        return shown

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the key, and the tags and their groups."""
        groups = groups_of(tag.name for tag in known.tags)
        return [
            ("tag:", message("displayed tag")),
            *((f"tag:{group}", message("group of tags")) for group in groups),
            *cls.tag_offers(known),
        ]


class RuleTerm(_NamedTags, TextTerm):
    """The keywords of a tag, found in the text."""

    keys = ("rule",)

    def needle(self, hits: TextHits) -> tuple[Key, Needle]:
        """Return a test of a text, with another key after the keywords are changed."""
        rules = hits.rules()
        tags = [tag for tag in rules.tags if tag in self.tags]
        key = ("rule", self.tags, rules.version)
        return key, lambda text: any(rules.supports(text, tag) for tag in tags)

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the key, and the tags."""
        return [("rule:", message("keywords of a tag in the text")), *cls.tag_offers(known)]


class _Is(NamedTuple):
    """A word after `is:`; words of one facet are alternatives."""

    facet: str
    label: str
    mask: Callable[[Search], Mask]


def _status(label: str, *statuses: Status) -> _Is:
    return _Is("status", label, lambda search: search.states.has_status(statuses))


def _mark(label: str, mark: Mark) -> _Is:
    return _Is("mark", label, lambda search: marked_or_suspected(search.states, mark))


REVIEW: Final = "review"
RANDOM_CHECK: Final = "random-check"
NEAR_DUPLICATE: Final = "near-duplicate"
POSSIBLY_WRONG: Final = "possibly-wrong"
IS_WORDS: Final[dict[str, _Is]] = {
    REVIEW: _Is("status", message("to review"), lambda search: search.to_review),
    "undecided": _status(message("undecided"), Status.TO_REVIEW),
    "accepted": _status(message("accepted"), Status.ACCEPTED),
    "corrected": _status(message("corrected"), Status.CORRECTED),
    "known": _status(message("from the table"), Status.KNOWN),
    "decided": _status(message("decided"), Status.ACCEPTED, Status.CORRECTED),
    "flagged": _mark(message("flagged"), Mark.FLAGGED),
    "skipped": _mark(message("skipped"), Mark.SKIPPED),
    "unsure": _mark(message("unsure"), Mark.UNSURE),
    "noted": _mark(message("with a note"), Mark.NOTED),
    "off-topic": _mark(message("off topic"), Mark.OFF_TOPIC),
    "stale": _Is("status", "", lambda search: search.states.stale),
    NEAR_DUPLICATE: _Is(
        NEAR_DUPLICATE,
        message("near-duplicates"),
        lambda search: search.hits.near_duplicates(search.progress, search.states.count) >= 0,
    ),
    POSSIBLY_WRONG: _Is(
        POSSIBLY_WRONG,
        message("possibly wrong tags"),
        lambda search: search.hits.possibly_wrong(search.states),
    ),
    RANDOM_CHECK: _Is(RANDOM_CHECK, "", lambda search: search.hits.random_checks(search.states.count)),
}


class IsTerm(QueryTerm):
    """The status or a mark, a near-duplicate, a possibly wrong tag, a record of the audit set."""

    keys = ("is", "status")
    other_keys = ("has",)
    is_alternative = True

    def label(self, tags: Mapping[str, str]) -> str:
        """Return the word for people."""
        return IS_WORDS[self.value].label or self.words

    @property
    def facet(self) -> Group:
        """All conditions on statuses, on marks, and so on."""
        return ("is", IS_WORDS[self.value].facet)

    def mask(self, search: Search) -> Mask:
        """Return the records that are so."""
        return IS_WORDS[self.value].mask(search)

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition with a known word."""
        word = "noted" if (key.casefold(), value.casefold()) == ("has", "note") else value.casefold()
        if word in IS_WORDS:
            return cls(value=word)
        raise MltagError(
            message("Unknown status: {value}.", value=value)
            if value
            else message("A word is missing after “is:”."),
            message("Write is: followed by one of {is_words}.", is_words=", ".join(IS_WORDS)),
        )

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the keys, and all words."""
        keys = [("is:", message("record status")), ("has:", message("note")), ("has:note", "")]
        return [*keys, *((f"is:{word}", "") for word in IS_WORDS)]


class NoteTerm(QueryTerm):
    """Words in the note."""

    keys = ("note",)
    other_keys = ("notiz",)

    def mask(self, search: Search) -> Mask:
        """Return the records with the words in their note."""
        return search.hits.in_notes(self.value, search.states.count)

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition with a word."""
        if not value.strip():
            raise MltagError(
                message("A word is missing after “note:”."),
                message("Write note:WORD, or has:note for any note."),
            )
        return cls(value=value)

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the key."""
        return [("note:", message("word of a note"))]


class PredictedTerm(QueryTerm):
    """Whether the predicted tag is the known or decided one."""

    keys = ("predicted",)
    takes_any_sign = True
    _OTHERS = ("known", "decided")

    def mask(self, search: Search) -> Mask:
        """Return the records that have both tags, equal or not."""
        states = search.states
        known = states.decided
        if self.value == "known":
            known = search.hits.known_tags(search.progress, states)
        both = (states.predicted >= 0) & (known != -1)
        compared: Mask = both & ((states.predicted != known) == (self.sign == UNEQUAL))
        return compared

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition with one of the words."""
        if value.casefold() not in cls._OTHERS or sign not in (UNEQUAL, "="):
            raise MltagError(
                message("The predicted tag can be compared with the known or the decided tag."),
                message("Write predicted≠known, predicted!=decided or predicted=known."),
            )
        return cls(value=value.casefold(), sign=sign)

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return both comparisons."""
        return [(f"predicted{UNEQUAL}{word}", "") for word in cls._OTHERS]


@dataclass(frozen=True, kw_only=True)
class ConfidenceTerm(QueryTerm):
    """The confidence of the shown prediction, compared with a number."""

    number: float
    keys = ("confidence", "conf")
    other_keys = ("konfidenz", "confiance")
    takes_any_sign = True

    def label(self, tags: Mapping[str, str]) -> str:
        """Return the bound."""
        match self.sign:
            case ">=":
                return message("confidence from {number:.2f}", number=self.number)
            case "<=":
                return message("confidence up to {number:.2f}", number=self.number)
        return self.words

    @property
    def facet(self) -> Group:
        """The bounds of the confidence."""
        return ("confidence",)

    def mask(self, search: Search) -> Mask:
        """Return the records with such a confidence."""
        found: Mask = _COMPARED[self.sign](search.states.confidence, np.float32(self.number))
        return found

    @classmethod
    def bound(cls, sign: str, number: float) -> QueryTerm:
        """Return the condition with a number from 0 to 1."""
        return cls(value=f"{number:.2f}", sign=sign, number=number)

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition with a share."""
        share = _share(value) if sign in _COMPARED else None
        if share is None:
            raise MltagError(
                message("Compare confidence with a number."),
                message("Write confidence<0.6 or confidence>=90%."),
            )
        if share > 1:
            raise MltagError(
                message("Confidence must be between 0 and 1, or 0% and 100%."),
                message("Write confidence<0.6 or confidence<60%."),
            )
        return cls(value=value, sign=sign, number=share)

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the beginning of a comparison."""
        return [("confidence<", message("model confidence"))]


@dataclass(frozen=True, kw_only=True)
class ProbabilityTerm(QueryTerm):
    """The probability of a tag, whatever tag is predicted; the value is the comparison."""

    tags: frozenset[str]
    number: float
    keys = ("p",)
    takes_any_sign = True

    @property
    def words(self) -> str:
        """The comparison with its key."""
        return f"{self._minus}p:{self.value}"

    def mask(self, search: Search) -> Mask:
        """Return the records with such a probability."""
        values = search.hits.probability(search.progress, self.tags, search.states.count)
        found: Mask = _COMPARED[self.sign](values, np.float32(self.number))
        return found

    @classmethod
    def compare(cls, tag: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition; raises `MltagError` for an unknown tag or another number."""
        share = _share(value)
        if share is None or share > 1:
            return cls.read("p", sign, value, known)
        tags = _tags_called("p", tag, known)
        return cls(value=f"{quoted(tag)}{sign}{value}", sign=sign, tags=tags, number=share)

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Refuse a condition without a comparison."""
        tag = quoted(known.tags[0].name) if known.tags else "TAG"
        raise MltagError(
            message("Compare the probability of a tag with a number between 0 and 1, or 0% and 100%."),
            message("Write p:{tag}>=0.1 or p:{tag}<60%.", tag=tag),
        )

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the key, and a comparison for each tag."""
        tags = ((f"p:{quoted(tag.name)}>=", tag.label) for tag in known.tags)
        return [("p:", message("probability of a tag")), *tags]


@dataclass(frozen=True, kw_only=True)
class ColumnTerm(QueryTerm):
    """The cell of a source column: sign `:` means contains, `=` equals."""

    column: int
    column_name: str
    is_alternative = True

    @property
    def words(self) -> str:
        """The condition with the name of the column as its key."""
        return f"{self._minus}{column_key(self.column_name)}{self.sign}{quoted(self.value)}"

    def label(self, tags: Mapping[str, str]) -> str:
        """Return the column and the value."""
        return f"{self.column_name}: {self.value}"

    @property
    def facet(self) -> Group:
        """All conditions on the column."""
        return ("column", self.column)

    def mask(self, search: Search) -> Mask:
        """Return the records with such a cell."""
        hits, count = search.hits, search.states.count
        return hits.in_cells(search.progress, self.column, self.value, count, whole=self.sign == "=")

    def marked_in(self, column: int | None) -> bool:
        """Return whether it is the column."""
        return column == self.column

    def spans(self, text: str) -> Iterable[Span]:
        """Return where the value is."""
        return spans_of(text, fold(self.value))

    @classmethod
    def read(cls, key: str, sign: str, value: str, known: Known) -> QueryTerm:
        """Return the condition on a column that the table has."""
        if key.casefold() not in known.column_names:
            hint = message(
                "To search for these words, write {chr}{key}{sign}{value}{chr}.",
                chr=chr(34),
                key=key,
                sign=sign,
                value=value,
            )
            raise MltagError(message("The table has no column “{key}”.", key=key), hint)
        if sign not in (":", "="):
            raise MltagError(
                message("Only confidence and probabilities can be compared."),
                message(
                    "Write {key}:VALUE to match part of the cell, {key}=VALUE to match the whole cell.",
                    key=quoted(key),
                ),
            )
        if not value and sign == ":":
            raise MltagError(
                message("A value is missing after “{key}:”.", key=key),
                message("Write {key}:VALUE.", key=quoted(key)),
            )
        column = known.column_names.index(key.casefold())
        return cls(value=value, sign=sign, column=column, column_name=known.columns[column])

    @classmethod
    def offers(cls, known: Known) -> list[Offer]:
        """Return the columns, and the values of those with few values."""
        names = [(f"{column_key(name)}:", message("column {name}", name=name)) for name in known.columns]
        values = [
            (f"{column_key(name)}:{quoted(value)}", "")
            for name, some in known.values.items()
            for value in some
        ]
        return names + values


FIELDS: Final[tuple[type[QueryTerm], ...]] = (
    TagTerm, IsTerm, ConfidenceTerm, NoteTerm, RuleTerm, ProbabilityTerm, PredictedTerm, ColumnTerm,
)  # fmt: skip
"""The fields that are written with a key, in the order in which they are offered."""
BY_KEY: Final = {key: field for field in FIELDS for key in (*field.keys, *field.other_keys)}
_KEYS: Final = frozenset(key for field in FIELDS for key in field.keys)


def single_terms(terms: Iterable[QueryTerm], *, negated: bool = True) -> Iterator[QueryTerm]:
    """Yield the terms that are not groups, including those inside of groups.

    Without `negated`, negated terms and groups are left out.
    """
    for term in terms:
        if term.negated and not negated:
            continue
        if isinstance(term, GroupTerm):
            for branch in term.branches:
                yield from single_terms(branch, negated=negated)
        else:
            yield term


def meaning_of(terms: Iterable[QueryTerm]) -> MeaningTerm | None:
    """Return the condition by whose similarity the records are sorted; None without one."""
    return next((term for term in terms if isinstance(term, MeaningTerm)), None)


def probability_of(terms: Iterable[QueryTerm]) -> ProbabilityTerm | None:
    """Return the condition that asks for a high probability of a tag; None without one, or with several."""
    found = [term for term in terms if isinstance(term, ProbabilityTerm)]
    asks = len(found) == 1 and not found[0].negated and found[0].sign in (">", ">=")
    return found[0] if asks else None


def matches(
    search: Search, terms: Sequence[QueryTerm], first: Callable[[RowArray], object] | None = None
) -> Mask:
    """Return a mask of the records that match all `terms`.

    `first` gets the first records that match if the search of the texts takes a while, at most once.
    """
    started = time.monotonic()
    in_texts = [term for term in terms if any(isinstance(each, TextTerm) for each in single_terms((term,)))]
    found = _all_of(search, [term for term in terms if term not in in_texts])
    if in_texts:
        base, needles = found, dict[Key, Needle]()
        for term in single_terms(in_texts):
            if isinstance(term, TextTerm):
                needles |= [term.needle(search.hits)]
        is_simple = all(isinstance(term, WordsTerm | PatternTerm) and not term.negated for term in in_texts)

        def tell(masks: Masks) -> bool:
            if first is None or not is_simple:
                return True
            rows = np.flatnonzero(np.logical_and.reduce([base, *masks.values()])).astype(np.int64)
            is_late = time.monotonic() >= started + _FIRST_HITS_DELAY
            if len(rows) < (1 if is_late else _FIRST_HITS):
                return False
            first(rows)
            return True

        search.hits.in_texts(search.progress, needles, search.states.count, tell)
        found = found & _all_of(search, in_texts)
    return found


def _all_of(search: Search, terms: Iterable[QueryTerm]) -> Mask:
    """Return a mask of the records that match all terms, of which those on one facet may be alternatives."""
    found = np.ones(search.states.count, np.bool_)
    for _, group in groupby(sorted(terms, key=_alternatives), _alternatives):
        alternatives = np.zeros(search.states.count, np.bool_)
        for term in group:
            alternatives |= ~term.mask(search) if term.negated else term.mask(search)
        found &= alternatives
    return found


def _alternatives(term: QueryTerm) -> str:
    """Return what terms have in common that are alternatives; negated ones and most others stay alone."""
    is_alone = term.negated or not term.is_alternative
    return repr(term) if is_alone else repr(term.facet)


def quoted(value: str) -> str:
    """Return a value with quotes if the query language needs them."""
    plain = value.replace('"', "")
    needed = not plain or plain == OR or re.search(r"[\s:<>=≠!()/]", plain)
    return f'"{plain}"' if needed else plain


def written(name: str) -> str:
    """Return a name as a query has it, without quotation marks (see `quoted`) and capitals."""
    return name.replace('"', "").casefold()


def column_key(name: str) -> str:
    """Return the name of a column as a key of the query language."""
    key = quoted(name)
    return f'"{key}"' if key[:1] == "-" or key.casefold() in _KEYS else key


def _share(value: str) -> float | None:
    """Return a number, or a percentage as a share; None if it is neither."""
    number = _NUMBER.fullmatch(value)
    return None if number is None else float(number[1].replace(",", ".")) / (100 if number[2] else 1)


def _tags_called(key: str, value: str, known: Known) -> frozenset[str]:
    """Return the tags of a name, or of names that begin so; raises `MltagError` for none."""
    wanted = value.casefold()
    found = {tag.name for tag in known.tags if wanted in (written(tag.name), written(tag.label))}
    found = found or {tag.name for tag in known.tags if wanted and written(tag.name).startswith(wanted)}
    if found:
        return frozenset(found)
    some = ", ".join(tag.name for tag in known.tags[:_TAGS_NAMED])
    problem = (
        message("There is no tag {value}.", value=value)
        if value
        else message("A tag is missing after “{key}:”.", key=key)
    )
    hint = message("Available tags: {some}.", some=some) if some else ""
    column = next((name for name in known.columns if name.casefold() == key), None)
    if column is not None and value:
        condition = f'"{column}":{quoted(value)}'
        hint = message(
            "To search in the column {column}, write {condition}.", column=column, condition=condition
        )
    raise MltagError(problem, hint)


class SearchHits:
    """Finds the words of conditions in texts and cells."""

    def __init__(self, terms: Iterable[QueryTerm] = ()) -> None:
        self._terms = tuple(terms)

    def in_text(self, text: str) -> tuple[Span, ...]:
        """Return the hits in the text that the model reads, or in a part of it."""
        return self._found(text, lambda term: term.marked_in(None))

    def in_cell(self, text: str, column: int, *, is_text: bool) -> tuple[Span, ...]:
        """Return the hits in a cell; `is_text` tells whether the model reads its column."""
        return self._found(text, lambda term: term.marked_in(column) or (is_text and term.marked_in(None)))

    def _found(self, text: str, is_marked: Callable[[QueryTerm], bool]) -> tuple[Span, ...]:
        spans = sorted(span for term in self._terms if is_marked(term) for span in term.spans(text))
        return tuple(_merged(spans))[:_MOST_MARKED]


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans with overlapping ones joined."""
    last: Span | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
