"""Number the different cells of a column, without a Python string for each of a million cells."""

import itertools
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.search.column_sort import cell_texts, column_cells
from mltag_desktop.core.workspace.search.compiled import cells as compiled
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob


class CellNumbers:
    """The different cells of a column, and which of them each slot has, in the order of adding."""

    def __init__(self) -> None:
        self._places: defaultdict[str, int] = defaultdict(itertools.count().__next__)
        self._numbers = [np.empty(0, np.int32)]

    def add(self, stretch: PackedBlob, dialect: Dialect, column: int, width: int) -> None:
        """Add one cell of each record."""
        starts, stops, parsed = column_cells(stretch, dialect, column, width)
        is_plain = np.ones(len(starts), np.bool_)
        is_plain[[*parsed]] = False
        starts, stops = starts[is_plain], stops[is_plain]
        firsts = np.arange(len(starts))
        if compiled.is_used:
            firsts = compiled.firsts(stretch.joined, starts, stops)
        differ = np.flatnonzero(firsts == np.arange(len(starts)))
        place = self._places.__getitem__
        texts = cell_texts(stretch.joined, starts[differ], stops[differ])
        of_first = np.empty(len(starts), np.int32)
        of_first[differ] = np.fromiter(map(place, texts), np.int32, len(texts))
        numbers = np.empty(len(is_plain), np.int32)
        numbers[is_plain] = of_first[firsts]
        numbers[[*parsed]] = np.fromiter(map(place, parsed.values()), np.int32, len(parsed))
        self._numbers.append(numbers)

    def by_record(self, slots: NDArray[np.int64]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
        """Return the cells in the order of the first record that has them, and each record's place there."""
        numbers = np.concatenate(self._numbers)[slots]
        first = np.full(len(self._places), -1)
        first[numbers[::-1]] = np.arange(len(numbers))[::-1]  # the last write remains
        order = np.argsort(first)[np.count_nonzero(first < 0) :]
        renumbered = np.empty(len(first), np.int32)
        renumbered[order] = np.arange(len(order))
        texts = [*self._places]
        return tuple(texts[place] for place in order.tolist()), renumbered[numbers]
