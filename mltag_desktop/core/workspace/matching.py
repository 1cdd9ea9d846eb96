"""Which records fulfil the conditions of a query."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.columns import ColumnValues
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.query import REVIEW, STALE, STATUSES, Field, Term
from mltag_desktop.core.workspace.types import States

Mask = NDArray[np.bool_]

_KEPT: Final = 16


class TextHits:
    """Which records hold some words or cells: looked up in the file once, and kept while the texts stay.

    Safe to use from several threads. Records that came after a look-up count as no hits; make another one
    when texts change or records were read. `columns` answer for their values without the file.
    """

    def __init__(self, workspace: Workspace, columns: Sequence[ColumnValues] = ()) -> None:
        self._workspace = workspace
        self._columns = {each.column: each for each in columns}
        self._kept: OrderedDict[tuple[str, str, str, int], Mask] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, progress: Progress, term: Term, count: int) -> Mask:
        """Return which of the first `count` records hold the words or the cell of `term`; do not write to it.

        What is looked up at the same time waits, and does not look the same up twice.
        """
        sign = "" if term.field is Field.WORDS else term.sign
        key = (term.field, term.value.casefold(), sign, term.column)
        with self._lock:
            kept = self._kept.pop(key, None)
            if kept is None:
                kept = self._look_up(progress, term, count)
            self._kept[key] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return _fitted(kept, count)

    def _look_up(self, progress: Progress, term: Term, count: int) -> Mask:
        if term.field is Field.WORDS:
            return _rows(self._workspace.search(progress, term.value), count)
        known = self._columns.get(term.column)
        if known is not None and term.sign == "=" and term.value.strip():
            return known.having(term.value)
        return _cells(self._workspace.column(progress, term.column), term, count)


def matches(
    progress: Progress,
    hits: TextHits,
    states: States,
    terms: Sequence[Term],
    shown: NDArray[np.int16],
    asked: Mask,
) -> Mask:
    """Return which records fulfil all `terms`.

    `shown` is the code of each record's shown tag, `asked` whether a person is to be asked about it.
    Words and columns are looked up with `hits`.
    """
    fulfilled = np.ones(states.count, np.bool_)
    for _, group in groupby(sorted(terms, key=_alternatives), _alternatives):
        alternatives = np.zeros(states.count, np.bool_)
        for term in group:
            found = _found(progress, hits, states, term, shown, asked)
            if term.negated:
                fulfilled &= ~found
                alternatives[:] = True
            else:
                alternatives |= found
        fulfilled &= alternatives
    return fulfilled


def _alternatives(term: Term) -> tuple[str, ...]:
    """Terms with the same key are alternatives; a negated one and words stand alone."""
    if term.negated or term.field in (Field.WORDS, Field.CONFIDENCE):
        return (term.field, str(term.negated), term.words)
    return (term.field, "", str(term.column))


def _found(
    progress: Progress,
    hits: TextHits,
    states: States,
    term: Term,
    shown: NDArray[np.int16],
    asked: Mask,
) -> Mask:
    match term.field:
        case Field.TAG:
            codes = [code for code, name in enumerate(states.tag_names) if name in term.tags]
            return np.isin(shown, codes)
        case Field.STATUS:
            return _standing(states, term.value, asked)
        case Field.CONFIDENCE:
            return _compared(states.confidence, term)
        case Field.WORDS | Field.COLUMN:
            return hits.of(progress, term, states.count)


def _standing(states: States, word: str, asked: Mask) -> Mask:
    if word == REVIEW:
        return asked
    if word == STALE:
        return np.array(states.stale)
    return np.isin(states.status, [int(status) for status in STATUSES[word]])


def _compared(confidence: NDArray[np.float32], term: Term) -> Mask:
    number = np.float32(term.number)
    match term.sign:
        case "<":
            return confidence < number
        case "<=":
            return confidence <= number
        case ">":
            return confidence > number
    return confidence >= number


def _fitted(found: Mask, count: int) -> Mask:
    if len(found) >= count:
        return found[:count]
    longer = np.zeros(count, np.bool_)
    longer[: len(found)] = found
    return longer


def _rows(rows: NDArray[np.int64], count: int) -> Mask:
    found = np.zeros(count, np.bool_)
    found[rows[rows < count]] = True
    return found


def _cells(cells: Sequence[str], term: Term, count: int) -> Mask:
    wanted = term.value.casefold()
    if term.sign == "=":
        distinct = {cell: cell.strip().casefold() == wanted for cell in set(cells)}
    else:
        distinct = {cell: wanted in cell.casefold() for cell in set(cells)}
    found = np.zeros(count, np.bool_)
    held = np.fromiter((distinct[cell] for cell in cells[:count]), np.bool_, min(count, len(cells)))
    found[: len(held)] = held
    return found
