"""What is shown of records: one page of them at a time."""

from collections.abc import Sequence

import numpy as np

from mltag_desktop.core.tables.column_mapping import record_text
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.workspace.decisions.decisions import Decisions
from mltag_desktop.core.workspace.prediction_store import PredictionStore
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.types import Mark, RecordView, RowArray, RowId, Status


class RecordViews:
    """Puts together what table, predictions and decisions say of a record."""

    def __init__(
        self, table: WorkspaceTable, live: RecordStates, predictions: PredictionStore, decisions: Decisions
    ) -> None:
        self._table = table
        self._live = live
        self._predictions = predictions
        self._decisions = decisions

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return what is shown of `rows`, in their order; raises `IndexError` for one that is not there."""
        wanted = np.asarray(rows, np.int64)
        if len(wanted) and not (wanted.min() >= 0 and wanted.max() < self._live.count):
            raise IndexError(f"rows outside 0 to {self._live.count - 1}")
        mapping, dialect = self._table.mapping, self._table.dialect
        with self._live.lock:
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
                "marks",
            )
            states = {field: self._live.take(field, wanted) for field in fields}
            beside = [self._decisions.beside(row) for row in wanted.tolist()]
        raws = self._table.raws_of(wanted)
        probabilities = self._predictions.probabilities(states["chunk"], states["offset"])
        views = []
        for place, row in enumerate(wanted.tolist()):
            cells = parse_cells(raws[place], dialect)
            known = "" if mapping.tag is None or mapping.tag >= len(cells) else cells[mapping.tag]
            predicted = self._live.name(int(states["predicted"][place]))
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
                    decided=self._live.name(int(states["decided"][place])),
                    also=beside[place][0],
                    note=beside[place][1],
                    gone=bool(states["gone"][place]),
                    again=bool(states["again"][place]),
                    marks=Mark(int(states["marks"][place])),
                )
            )
        return views
