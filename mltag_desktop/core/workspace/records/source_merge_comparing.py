"""Two tables compared by digests of their records: 48 bytes each, however long the records are."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.tables.column_mapping import Mapping as ColumnMapping
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.records.import_chunks import encoded_texts
from mltag_desktop.core.workspace.records.text_store import digests_of
from mltag_desktop.core.workspace.types import RowArray

Digests = NDArray[Any]
"""blake2b, 16 bytes each."""
_NONE: Final = -1
_BETWEEN: Final = "\x1f"


class Prints(NamedTuple):
    """Digests of a table's records, in its order."""

    cells: Digests
    texts: Digests
    ids: Digests | None
    """None where the id column does not tell records apart: some cell is blank, or two are alike."""


def prints_of(
    blocks: Iterable[Sequence[Sequence[str]]], mapping: ColumnMapping, *, has_texts: bool = True
) -> Prints:
    """Go through the records' cells, some at a time; without texts where their digests are known."""
    place, whole = mapping.id, True
    cells, texts, ids = [b""], [b""], [b""]
    for rows in blocks:
        cells.append(digests_of([_joined(each) for each in rows]))
        if has_texts:
            texts.append(digests_of(encoded_texts(rows, mapping)))
        if place is not None and whole:
            found = [each[place].strip() for each in rows]
            whole = all(found)
            ids.append(digests_of([each.encode("utf-8", "surrogatepass") for each in found]))
    keys = _array(ids) if place is not None and whole else None
    if keys is not None and len(np.unique(_codes(keys))) < len(keys):
        keys = None
    return Prints(_array(cells), _array(texts), keys)


def paired(old: Digests, new: Digests) -> RowArray:
    """Return for each of `new` the place of its equal in `old`, the first with the first; -1 for none."""
    codes = _codes(np.concatenate([old, new]))
    before, after = _numbered(codes[: len(old)]), _numbered(codes[len(old) :])
    order = np.argsort(before)
    at = np.searchsorted(before, after, sorter=order)
    found = np.full(len(new), _NONE, np.int64)
    inside = np.flatnonzero(at < len(old))
    candidates = order[at[inside]]
    equal = before[candidates] == after[inside]
    found[inside[equal]] = candidates[equal]
    return found


def paired_by_content(old: Prints, new: Prints) -> RowArray:
    """Pair records with the same cells, then, of the rest, those with the same text."""
    found = paired(old.cells, new.cells)
    left = np.setdiff1d(np.arange(len(old.cells)), found)
    waiting = np.flatnonzero(found == _NONE)
    second = paired(old.texts[left], new.texts[waiting])
    met = second != _NONE
    found[waiting[met]] = left[second[met]]
    return found


def _joined(cells: Sequence[str]) -> bytes:
    """Return bytes that are the same for the same cells alone."""
    joined = _BETWEEN.join(cells)
    if joined.count(_BETWEEN) >= len(cells):  # some cell has the sign in it
        joined = f"{[*map(len, cells)]}{_BETWEEN * len(cells)}{''.join(cells)}"
    return joined.encode("utf-8", "surrogatepass")


def _array(parts: Sequence[bytes]) -> Digests:
    return np.frombuffer(b"".join(parts), DIGEST)


def _codes(digests: Digests) -> RowArray:
    """Return small numbers, equal for equal digests."""
    halves = np.ascontiguousarray(digests).view("<u8").reshape(-1, 2)
    order = np.lexsort((halves[:, 1], halves[:, 0]))
    halves = halves[order]
    fresh = np.ones(len(order), np.int64)
    fresh[1:] = (halves[1:] != halves[:-1]).any(axis=1)
    codes = np.empty(len(order), np.int64)
    codes[order] = np.cumsum(fresh)
    return codes


def _numbered(codes: RowArray) -> RowArray:
    """Make equal codes different, by how many of them come before each."""
    order = np.argsort(codes, kind="stable")
    ordered = codes[order]
    places = np.arange(len(codes))
    first = np.ones(len(codes), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    begins = np.maximum.accumulate(np.where(first, places, 0))
    numbers = np.empty(len(codes), np.int64)
    numbers[order] = places - begins
    return (codes << 32) | numbers
