"""Evaluate the conditions of a query on all records."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search.query import (
    KNOWN,
    MARKS,
    REVIEW,
    STALE,
    STATUSES,
    UNEQUAL,
    QueryField,
    QueryTerm,
    single_terms,
)
from mltag_desktop.core.workspace.search.texts import Needle, fold
from mltag_desktop.core.workspace.types import Mark, RowArray, States
from mltag_desktop.core.workspace.views.column_codes import ColumnCodes, column_codes
from mltag_desktop.core.workspace.views.column_values import ColumnValues
from mltag_desktop.core.workspace.views.known_tags import known_cells
from mltag_desktop.core.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mltag_desktop.core.model.keyword_rules import KeywordRules

Mask = NDArray[np.bool_]
Key = tuple[str, str, str, int]
_IN_TEXTS: Final = (QueryField.WORDS, QueryField.PATTERN, QueryField.RULE)

_ALTERNATIVES: Final = (
    QueryField.TAG,
    QueryField.RULE,
    QueryField.STATUS,
    QueryField.MARK,
    QueryField.COLUMN,
)
_KEPT: Final = 16
_FIRST_HITS: Final = 200
"""Number of hits that fill more than a screen, from which partial results are reported immediately."""
_FIRST_HITS_DELAY: Final = 0.08
"""Seconds after which fewer hits are reported as well."""


def marked_or_suspected(states: States, marks: Mark) -> Mask:
    """Return a mask of the records with any of these marks; off topic are also those that may be."""
    found = states.marked(marks)
    return found | states.off_topic if Mark.OFF_TOPIC in marks else found


class TextAnalyser(Protocol):
    """Compares the texts of a workspace; this may take seconds."""

    def similarity(self, progress: Progress, term: QueryTerm) -> NDArray[np.float32]:
        """Return the similarity of each record to a `~` condition, shape (n,)."""
        ...

    def near_duplicates(self, progress: Progress) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each record, shape (n,): its first record, -1 for none."""
        ...


class TextHits:
    """Cache of the records that contain words or cell values; each is searched in the file once.

    Thread-safe. Records added after a search count as misses: create a new instance when texts change or
    records are added. `columns` answer searches for their values without the file. `on_text_matches` is
    called at most once per search, in the searching thread, with the first records that contain all words, if
    the rest takes a while. `analyser` compares texts; without it, no record has a near-duplicate.
    """

    def __init__(
        self,
        workspace: Workspace,
        columns: Sequence[ColumnValues] = (),
        on_text_matches: Callable[[tuple[QueryTerm, ...], RowArray], object] | None = None,
        analyser: TextAnalyser | None = None,
    ) -> None:
        self._workspace = workspace
        self.analyser = analyser
        self._near_duplicates: NDArray[np.int32] | None = None
        self._on_text_matches = on_text_matches
        self._columns = {each.column: each for each in columns}
        self._kept: OrderedDict[Key, Mask] = OrderedDict()
        self._lock = threading.RLock()
        self._known_cells: ColumnCodes | None = None

    def of(self, progress: Progress, term: QueryTerm, count: int) -> Mask:
        """Return a mask of the first `count` records that contain the words or cell of `term`; do not modify
        it.

        Concurrent calls wait, so nothing is searched twice.
        """
        key = self._key(term)
        with self._lock:
            self.look_up(progress, (term,), count)
            kept = self._kept.get(key)
            if kept is None:
                kept = self._look_up_cells(progress, term, count)
            self._cache_mask(key, kept)
        return _fitted(kept, count)

    def look_up(self, progress: Progress, terms: Sequence[QueryTerm], count: int) -> None:
        """Search the words of all `terms` that are not cached, in one pass through the texts."""
        words = {self._key(term): term for term in single_terms(terms) if term.field in _IN_TEXTS}
        with self._lock:
            missing = {key: np.zeros(count, np.bool_) for key in words if key not in self._kept}
            if not missing:
                return
            tells = self._on_text_matches is not None and not any(term.negated for term in words.values())
            few_at = time.monotonic() + _FIRST_HITS_DELAY
            needles = [self._needle(words[key]) for key in missing]
            for found in self._workspace.scan.hits_of_all(progress, needles):
                for mask, rows in zip(missing.values(), found, strict=True):
                    mask[rows[rows < count]] = True
                if tells:
                    least = 1 if time.monotonic() >= few_at else _FIRST_HITS
                    tells = not self._report_first_hits(tuple(words.values()), missing, count, least)
            for key, mask in missing.items():
                self._cache_mask(key, mask)

    def _report_first_hits(
        self, terms: tuple[QueryTerm, ...], found: Mapping[Key, Mask], count: int, least: int
    ) -> bool:
        """Report the records found so far with all words; return whether there are at least `least`."""
        every = np.ones(count, np.bool_)
        for term in terms:
            key = self._key(term)
            every &= found[key] if key in found else _fitted(self._kept[key], count)
        rows = np.flatnonzero(every).astype(np.int64)
        if len(rows) < least or self._on_text_matches is None:
            return False
        self._on_text_matches(terms, rows)
        return True

    def _cache_mask(self, key: Key, mask: Mask) -> None:
        self._kept[key] = mask
        self._kept.move_to_end(key)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def known_tags(self, progress: Progress, states: States) -> NDArray[np.int16]:
        """Return the code of each record's tag in the tag column, shape (count,).

        -1 means no tag, -2 a tag that is not in the tag set.
        """
        column = self._workspace.table.mapping.tag
        if column is None:
            return np.full(states.count, -1, np.int16)
        with self._lock:
            if self._known_cells is None:
                self._known_cells = column_codes(progress, self._workspace, column)
            cells = self._known_cells
        numbers = cells.numbers[: states.count]
        tags_in = known_cells(self._workspace, cells.counts()).tags
        codes = {name: code for code, name in enumerate(states.tag_names)}
        for tag in self._workspace.tag_set.tags:
            codes |= {alias: codes[tag.name] for alias in tag.aliases if tag.name in codes}
        of_cell = [codes.get(tags[0], -2) if (tags := tags_in(cell)) else -1 for cell in cells.cells]
        known = np.full(states.count, -1, np.int16)
        known[: len(numbers)] = np.array(of_cell or [-1], np.int16)[numbers]
        return known

    def near_duplicates(self, progress: Progress, count: int) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each of the first `count` records; -1 for no group."""
        with self._lock:
            if self._near_duplicates is None and self.analyser is not None:
                self._near_duplicates = self.analyser.near_duplicates(progress)
            found = self._near_duplicates
        groups = np.full(count, -1, np.int32)
        if found is not None:
            groups[: len(found)] = found[:count]
        return groups

    @property
    def knows_near_duplicates(self) -> bool:
        """Whether `near_duplicates` returns at once."""
        return self._near_duplicates is not None

    def random_checks(self, count: int) -> Mask:
        """Return a mask of the records of the audit set."""
        return _fitted(self._workspace.table.audited(), count)

    def probability(self, progress: Progress, term: QueryTerm, count: int) -> NDArray[np.float32]:
        """Return the probability of the tags of `term` for the first `count` records; NaN without one."""
        found = self._workspace.table.tag_probability(progress, term.tags)
        return np.pad(found[:count], (0, max(0, count - len(found))), constant_values=np.nan)

    def notes(self, term: QueryTerm, count: int) -> Mask:
        """Return a mask of the records whose note contains the words of `term`."""
        wanted = fold(term.value)
        found = np.zeros(count, np.bool_)
        rows = [row for row, note in self._workspace.decisions.notes().items() if wanted in fold(note)]
        found[[row for row in rows if row < count]] = True
        return found

    def _key(self, term: QueryTerm) -> Key:
        if term.field is QueryField.PATTERN:
            return (term.field, term.value, "", -1)
        if term.field is QueryField.RULE:  # a new key after the keywords are changed
            return (term.field, "\n".join(sorted(term.tags)), self._rules().version, -1)
        sign = "" if term.field is QueryField.WORDS else term.sign
        return (term.field, term.value.casefold() if sign == "=" else fold(term.value), sign, term.column)

    def _needle(self, term: QueryTerm) -> Needle:
        if term.field is QueryField.WORDS:
            return fold(term.value)
        if term.field is QueryField.RULE:
            rules = self._rules()
            tags = [tag for tag in rules.tags if tag in term.tags]
            return lambda text: any(rules.supports(text, tag) for tag in tags)
        from mltag_desktop.core.workspace.search.texts import search_pattern  # not at start-up

        pattern = search_pattern(term.value)
        return _never if pattern is None else pattern.is_in

    def _rules(self) -> "KeywordRules":
        from mltag_desktop.core.model.keyword_rules import rules_of  # not at start-up

        return rules_of(self._workspace.tag_set.tags)

    def _look_up_cells(self, progress: Progress, term: QueryTerm, count: int) -> Mask:
        known = self._columns.get(term.column)
        if known is not None and term.sign == "=" and term.value.strip():
            return known.mask_of(term.value)
        return _cells(column_codes(progress, self._workspace, term.column), term, count)


def _never(_text: str) -> bool:
    return False


def matches(
    progress: Progress,
    hits: TextHits,
    states: States,
    terms: Sequence[QueryTerm],
    shown: NDArray[np.int16],
    to_review: Mask,
) -> Mask:
    """Return a mask of the records that match all `terms`.

    `shown` is the code of each record's shown tag, `to_review` a mask of the records to review. `hits`
    searches words and columns.
    """
    fulfilled = np.ones(states.count, np.bool_)
    hits.look_up(progress, terms, states.count)
    for _, group in groupby(sorted(terms, key=_alternatives), _alternatives):
        alternatives = np.zeros(states.count, np.bool_)
        for term in group:
            found = _found(progress, hits, states, term, shown, to_review)
            if term.negated:
                fulfilled &= ~found
                alternatives[:] = True
            else:
                alternatives |= found
        fulfilled &= alternatives
    return fulfilled


def _alternatives(term: QueryTerm) -> tuple[str, ...]:
    """Return the group of a term: terms of one group are alternatives; words and negated terms stay alone."""
    if term.negated or term.field not in _ALTERNATIVES:
        return (term.field, str(term.negated), term.words)
    return (term.field, "", str(term.column))


def _found(
    progress: Progress,
    hits: TextHits,
    states: States,
    term: QueryTerm,
    shown: NDArray[np.int16],
    to_review: Mask,
) -> Mask:
    match term.field:
        case QueryField.TAG:
            codes = [code for code, name in enumerate(states.tag_names) if name in term.tags]
            carried: Mask = np.isin(shown, codes) | states.with_additional(codes)
            return carried
        case QueryField.STATUS:
            return _status_mask(states, term.value, to_review)
        case QueryField.MARK:
            return marked_or_suspected(states, MARKS[term.value])
        case QueryField.CONFIDENCE:
            return _compared(states.confidence, term)
        case QueryField.PROBABILITY:
            return _compared(hits.probability(progress, term, states.count), term)
        case QueryField.NOTE:
            return hits.notes(term, states.count)
        case QueryField.PREDICTED:
            known = hits.known_tags(progress, states) if term.value == KNOWN else states.decided
            both = (states.predicted >= 0) & (known != -1)
            compared: Mask = both & ((states.predicted != known) == (term.sign == UNEQUAL))
            return compared
        case QueryField.GROUP:
            found = np.zeros(states.count, np.bool_)
            for branch in term.branches:
                found |= matches(progress, hits, states, branch, shown, to_review)
            return found
        case QueryField.MEANING:
            return np.ones(states.count, np.bool_)
        case QueryField.NEAR_DUPLICATE:
            return hits.near_duplicates(progress, states.count) >= 0
        case QueryField.RANDOM_CHECK:
            return hits.random_checks(states.count)
        case QueryField.WORDS | QueryField.PATTERN | QueryField.RULE | QueryField.COLUMN:
            return hits.of(progress, term, states.count)


def _status_mask(states: States, word: str, to_review: Mask) -> Mask:
    if word == REVIEW:
        return to_review
    if word == STALE:
        return np.array(states.stale)
    return states.has_status(STATUSES[word])


def _compared(values: NDArray[np.float32], term: QueryTerm) -> Mask:
    number = np.float32(term.number)
    match term.sign:
        case "<":
            return values < number
        case "<=":
            return values <= number
        case ">":
            return values > number
    return values >= number


def _fitted(found: Mask, count: int) -> Mask:
    if len(found) >= count:
        return found[:count]
    longer = np.zeros(count, np.bool_)
    longer[: len(found)] = found
    return longer


def _cells(codes: ColumnCodes, term: QueryTerm, count: int) -> Mask:
    if term.sign == "=":
        wanted = term.value.casefold()
        held = [cell.strip().casefold() == wanted for cell in codes.cells]
    else:
        wanted = fold(term.value)
        held = [wanted in fold(cell) for cell in codes.cells]
    numbers = codes.numbers[:count]
    found = np.zeros(count, np.bool_)
    found[: len(numbers)] = np.array(held, np.bool_)[numbers]
    return found
