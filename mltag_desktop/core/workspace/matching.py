"""Which records fulfil the conditions of a query."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.query import REVIEW, STALE, STATUSES, Field, Term
from mltag_desktop.core.workspace.types import States

Mask = NDArray[np.bool_]


def matches(
    progress: Progress,
    workspace: Workspace,
    states: States,
    terms: Sequence[Term],
    shown: NDArray[np.int16],
    asked: Mask,
) -> Mask:
    """Return which records fulfil all `terms`.

    `shown` is the code of each record's shown tag, `asked` whether a person is to be asked about it.
    Words and columns go through the file.
    """
    fulfilled = np.ones(states.count, np.bool_)
    for _, group in groupby(sorted(terms, key=_alternatives), _alternatives):
        alternatives = np.zeros(states.count, np.bool_)
        for term in group:
            found = _found(progress, workspace, states, term, shown, asked)
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
    workspace: Workspace,
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
        case Field.WORDS:
            return _rows(workspace.search(progress, term.value), states.count)
        case Field.COLUMN:
            return _cells(workspace.column(progress, term.column), term, states.count)


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
