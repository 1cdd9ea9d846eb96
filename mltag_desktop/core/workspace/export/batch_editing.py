"""Edit many delimited records at once for an export: their tag cells, and the cells appended to them."""

import itertools
from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.record_writer import replaced_cell
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.tables.table_source import Mask, Value, cell_bounds
from mltag_desktop.core.workspace.decisions.known_tags import KnownCells
from mltag_desktop.core.workspace.export.export_options import is_formula
from mltag_desktop.core.workspace.export.record_values import EMPTIED, RecordValues
from mltag_desktop.core.workspace.records.record_store import RecordBatch
from mltag_desktop.core.workspace.types import RowArray, RowId

_FEWEST: Final = 20
"""Number of records from which editing them together is faster."""
_FEW_OF: Final = 10
"""A batch of which less than a tenth is exported is not searched for cells."""
KEPT_CELLS: Final = 50_000
"""Number of values whose bytes are kept."""
_SIGNS: Final = np.isin(np.arange(256), np.frombuffer(b"=+-@\t\r\n\xef", np.uint8))
"""The first bytes of texts that may be formulas; 0xEF is that of the full-width signs in UTF-8."""

EditOne = Callable[[RowId, bytes], bytes]
"""Returns the bytes of one record after its edit; empty for one that is left out."""

_Record = tuple[RowId, int, int, bool, bool, int, int, int, tuple[str, ...], int, bytes]
"""Row, start and stop, whether it is exported, whether it is edited alone, start and stop of its tag cell,
code of its tag, additional tags, end of its last cell, and what is appended there."""


class BatchEditor:
    """Edits the regular records of batches, and leaves the others to a function for single records.

    Attributes: `rows` and `changed`, the numbers of records that it edited and of those that got a tag.
    """

    def __init__(
        self,
        dialect: Dialect,
        width: int,
        column: int | None,
        known: KnownCells,
        values: RecordValues,
        appended_cell: Callable[[Value], bytes],
        fitting: Callable[[str], str],
        *,
        finds_formulas: bool,
    ) -> None:
        """Prepare to edit records of `width` cells with their tags in `column`.

        `appended_cell` returns the bytes of an appended cell, `fitting` a text that fits the encoding. With
        `finds_formulas`, records with a cell that may be a formula are edited one by one.
        """
        self._dialect = dialect
        self._width = width
        self._column = column
        self._known = known
        self._values = values
        self._appended_cell = appended_cell
        self._fitting = fitting
        self._finds_formulas = finds_formulas
        self._tag_cells: dict[tuple[bytes, int, tuple[str, ...]], bytes | None] = {}
        """The bytes of tag cells by their former bytes and their tags; None for a formula."""
        self._appended: list[dict[Value, bytes]] = [{} for _ in values.names]
        """The bytes of the cells of each appended column by value."""
        self._formulas: set[Value] = set()
        """Values of appended columns that are formulas."""
        self.rows = self.changed = 0

    def edited(self, batch: RecordBatch, edit_one: EditOne) -> bytes | None:
        """Return the bytes of a batch after its edit; None if its records have to be edited one by one."""
        rows = batch.rows
        if rows is None or batch.pasted or len(rows) < _FEWEST or rows.max() >= self._values.states.count:
            return None
        wanted = self._values.wanted(rows)
        chosen = np.flatnonzero(wanted)
        if len(chosen) * _FEW_OF < len(rows):
            return b"".join([edit_one(int(rows[at]), batch.stretch.value(at)) for at in chosen.tolist()])
        joined, stops = batch.stretch.joined, batch.stretch.ends.astype(np.int64)
        bounds = cell_bounds(joined, stops, self._dialect.signs, self._width)
        alone = ~bounds.regular
        if self._finds_formulas:
            alone |= bounds.begin_with(_SIGNS, joined, self._dialect.quote)
        names = rows.tolist()
        tails = self._tails(rows, chosen, alone)
        if self._column is None:
            self.changed += int((wanted & ~alone & (self._values.codes(rows, emptied=False) >= 0)).sum())
            codes, lows, highs = np.full(len(rows), -1), bounds.starts, bounds.starts
        else:
            codes = self._values.codes(rows, emptied=True)
            lows, highs = bounds.column(self._column)
        also: Iterable[tuple[str, ...]] = itertools.repeat(())
        if self._known.form:
            also = map(self._values.additional_tags, names)
        records = zip(
            names,
            bounds.starts.tolist(),
            stops.tolist(),
            wanted.tolist(),
            alone.tolist(),
            lows.tolist(),
            highs.tolist(),
            codes.tolist(),
            also,
            bounds.ends.tolist(),
            tails,
            strict=False,
        )
        return self._joined(joined, records, edit_one)

    def _joined(self, joined: bytes, records: Iterable[_Record], edit_one: EditOne) -> bytes:
        """Return the joined bytes of records with their edits."""
        pieces: list[bytes] = []
        copied = 0
        for row, start, stop, is_wanted, is_alone, low, high, code, also, end, tail in records:
            if not is_wanted:
                pieces.append(joined[copied:start])
                copied = stop
                continue
            if not is_alone and code != -1:
                cell = joined[low:high]
                key = (cell, code, also)
                new = self._tag_cells[key] if key in self._tag_cells else self._tag_cell(*key)
                is_alone = new is None
                if new is not None and new != cell:
                    self.changed += 1
                    pieces += joined[copied:low], new
                    copied = high
            if is_alone:
                pieces += joined[copied:start], edit_one(row, joined[start:stop])
                copied = stop
                continue
            self.rows += 1
            if tail:
                pieces += joined[copied:end], tail
                copied = end
        pieces.append(joined[copied:])
        return b"".join(pieces)

    def _tag_cell(self, cell: bytes, code: int, also: tuple[str, ...]) -> bytes | None:
        """Return the bytes of a tag cell that had the bytes `cell`; None for a formula."""
        text = "".join(parse_cells(cell, self._dialect))
        tags = () if code == EMPTIED else (self._values.name(code), *also)
        new = self._known.with_tags(text, tags)
        found: bytes | None = cell
        if self._finds_formulas and is_formula(new):
            found = None
        elif new != text:
            found = replaced_cell(cell, self._fitting(new), self._dialect, is_only=self._width == 1)
        if len(self._tag_cells) < KEPT_CELLS:
            self._tag_cells[cell, code, also] = found
        return found

    def _tails(self, rows: RowArray, chosen: RowArray, alone: Mask) -> Iterable[bytes]:
        """Return the appended cells of each record, joined; add records with formulas to `alone`.

        Only records at the places `chosen` have any: others may have values that cannot be encoded.
        """
        columns = []
        for values, known in zip(self._values.columns(rows[chosen].tolist()), self._appended, strict=True):
            columns.append([known.get(value) or self._new_cell(value, known) for value in values])
            if self._formulas:
                alone[chosen] |= np.array([value in self._formulas for value in values])
        if not columns:
            return itertools.repeat(b"")
        tails = [b""] * len(rows)
        for place, cells in zip(chosen.tolist(), zip(*columns, strict=True), strict=True):
            tails[place] = b"".join(cells)
        return tails

    def _new_cell(self, value: Value, known: dict[Value, bytes]) -> bytes:
        """Return the bytes of an appended cell."""
        if self._finds_formulas and isinstance(value, str) and is_formula(value):
            self._formulas.add(value)
        cell = self._appended_cell(value)
        if len(known) < KEPT_CELLS:
            known[value] = cell
        return cell
