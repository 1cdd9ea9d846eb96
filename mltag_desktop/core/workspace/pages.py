"""What is shown of records: one page of them at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.tables.mapping import record_text
from mltag_desktop.core.tables.reader import parse_cells, parse_many
from mltag_desktop.core.workspace.audit import in_audit
from mltag_desktop.core.workspace.decisions import Decisions
from mltag_desktop.core.workspace.predictions import PredictionStore
from mltag_desktop.core.workspace.search import hits
from mltag_desktop.core.workspace.sorting import Cells, add_column, add_texts
from mltag_desktop.core.workspace.states import LiveStates
from mltag_desktop.core.workspace.stretches import merged
from mltag_desktop.core.workspace.table import Table
from mltag_desktop.core.workspace.texts import digest
from mltag_desktop.core.workspace.types import DecidedExamples, RecordView, RowArray, RowId, Status

_AT_ONCE: Final = 5_000
_STRETCHES_A_REPORT: Final = 32
ACCEPTED_WEIGHT: Final = 1.0
CORRECTED_WEIGHT: Final = 2.0
"""What a correction tells, beside an accepted prediction that the model knew already."""


@dataclass(frozen=True)
class Pages:
    """Puts together what table, predictions and decisions say of a record."""

    table: Table
    live: LiveStates
    predictions: PredictionStore
    decisions: Decisions

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return what is shown of `rows`, in their order; raises `IndexError` for one that is not there."""
        wanted = np.asarray(rows, np.int64)
        if len(wanted) and not (wanted.min() >= 0 and wanted.max() < self.live.count):
            raise IndexError(f"rows outside 0 to {self.live.count - 1}")
        mapping, dialect = self.table.mapping, self.table.dialect
        with self.live.lock:
            fields = (
                "predicted",
                "confidence",
                "stale",
                "status",
                "decided",
                "chunk",
                "offset",
                "gone",
                "again",
            )
            states = {field: self.live.take(field, wanted) for field in fields}
            beside = [self.decisions.beside(row) for row in wanted.tolist()]
        raws = self.table.raws_of(wanted)
        probabilities = self.predictions.probabilities(states["chunk"], states["offset"])
        views = []
        for place, row in enumerate(wanted.tolist()):
            cells = parse_cells(raws[place], dialect)
            known = "" if mapping.tag is None or mapping.tag >= len(cells) else cells[mapping.tag]
            predicted = self.live.name(int(states["predicted"][place]))
            views.append(
                RecordView(
                    row=row,
                    cells=cells,
                    text=record_text(cells, mapping),
                    known_tag=known.strip() or None,
                    predicted=predicted,
                    confidence=None if predicted is None else float(states["confidence"][place]),
                    probabilities=probabilities[place],
                    stale=bool(states["stale"][place]),
                    status=Status(int(states["status"][place])),
                    decided=self.live.name(int(states["decided"][place])),
                    also=beside[place][0],
                    note=beside[place][1],
                    gone=bool(states["gone"][place]),
                    again=bool(states["again"][place]),
                )
            )
        return views

    def all_texts(self, progress: Progress) -> list[str]:
        """Return the text of every record."""
        slots, texts = self.live.all("slot"), list[str]()
        total = self.table.records.slots()
        for start in range(0, total, _AT_ONCE):
            progress.report(start / total, "Reading the texts")
            texts += self.table.texts.stretch(self.table.generation, start, min(total, start + _AT_ONCE))
        return [texts[slot] for slot in slots.tolist()]

    def column(self, progress: Progress, column: int) -> list[str]:
        """Return one column's cell of every record."""
        dialect, slots = self.table.dialect, self.live.all("slot")
        total = self.table.records.slots()
        cells: list[str] = []
        for start in range(0, total, _AT_ONCE):
            progress.report(start / total, "Reading a column")
            for record in parse_many(self.table.records.stretch(start, start + _AT_ONCE), dialect):
                cells.append(record[column] if column < len(record) else "")
        return [cells[slot] for slot in slots.tolist()]

    def ranks(self, progress: Progress, column: int | None) -> NDArray[np.float64]:
        """Return numbers that sort like the cells of a column, or like the texts; nan for an empty one."""
        slots, cells = self.live.all("slot"), Cells()
        total, generation = self.table.records.slots(), self.table.generation
        dialect, width = self.table.dialect, len(self.table.meta["columns"])
        if column is None:
            stretches = self.table.texts.stretches(generation, 0, total)
        else:
            stretches = (block.stretch for block in self.table.records.blocks(0, total))
        for stretch in merged(stretches, _STRETCHES_A_REPORT):
            progress.report(min(1.0, stretch.first / total) / 2, "Reading the column")
            if column is None:
                add_texts(cells, stretch)
            else:
                add_column(cells, stretch, dialect, column, width)
        ranks: NDArray[np.float64] = cells.ranks(Part(progress, 0.5, 1.0))[slots]
        return ranks

    def hits(self, progress: Progress, needle: str) -> Iterator[RowArray]:
        """Yield the rows whose text holds `needle`, whatever the case, some at once."""
        slots, total, folded = self.live.all("slot"), self.table.records.slots(), needle.casefold()
        rows = np.full(total, -1, np.int64)
        rows[slots[slots < total]] = np.arange(len(slots))[slots < total]
        found: list[int] = []
        for number, stretch in enumerate(self.table.texts.stretches(self.table.generation, 0, total)):
            if number % _STRETCHES_A_REPORT == 0:
                progress.report(stretch.first / total, "Searching")
                if found:
                    yield _rows(rows, found)
                    found = []
            found += hits(stretch, folded)
        if found:
            yield _rows(rows, found)

    def examples(self, *, audit: bool) -> DecidedExamples:
        """Return the decided records of the audit set, or all others; no flagged or skipped ones."""
        states = self.live.picture()
        corrected = states.status == Status.CORRECTED
        decided = corrected | (states.status == Status.ACCEPTED)
        rows = np.flatnonzero(decided & ~states.again).astype(np.int64)
        texts = self.table.texts_of(rows)
        drawn = np.flatnonzero(in_audit([digest(text) for text in texts]) == audit)
        rows, texts = rows[drawn], [texts[place] for place in drawn]
        return DecidedExamples(
            texts=tuple(texts),
            tags=tuple(states.tag_names[code] for code in states.decided[rows].tolist()),
            weights=tuple(np.where(corrected[rows], CORRECTED_WEIGHT, ACCEPTED_WEIGHT).tolist()),
            digests=tuple(map(digest, texts)),
            rows=tuple(rows.tolist()),
        )


def _rows(rows: RowArray, slots: Sequence[int]) -> RowArray:
    found: RowArray = rows[np.array(slots)]
    shown: RowArray = found[found >= 0]
    return shown
