"""Computes the map of the open table in the worker process, and keeps it in step with the table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowArray
from mltag_desktop.gui.i18n import format_number, tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.table.map_view import MapPanel
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.table.table_model import TableModel
from mltag_desktop.gui.table.table_view import TableView

if TYPE_CHECKING:
    from mltag_desktop.core.learning.text_map import TextMap
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.processes.pool import ProcessPool
    from mltag_desktop.core.workspace.workspace import Workspace

_SETTLE: Final = 200
"""Milliseconds in which changes are collected before the map is coloured again."""
_TIP: Final = 400
"""Characters of a text next to its point."""
_TEXTS: Final = ChangeKind.RECORDS | ChangeKind.MAPPING


class MapController(QObject):
    """Shows the map of the texts.

    Signals: `meaning_requested()` when embeddings are needed; `record_chosen(row)`; `records_chosen(rows)`
    for a lasso; `facet_chosen(facets)` for a click on the legend; `left()` on Escape.
    """

    meaning_requested = Signal()
    record_chosen = Signal(int)
    records_chosen = Signal(object)
    facet_chosen = Signal(object)
    left = Signal()
    _drafted = Signal(object, object)

    def __init__(
        self, context: AppContext, table: TableView, model: TableModel, record_order: RecordOrder
    ) -> None:
        super().__init__(context.window)
        self._context, self._table, self._model, self._order = context, table, model, record_order
        self._session = context.session
        self.panel = MapPanel(context.theme, context.window)
        self.panel.hide()
        self._job, self._text_job = Lane(self, context.jobs), Lane(self, context.jobs)
        self._job.repeat_due.connect(self._compute_if_shown)
        self._map: TextMap | None = None
        self._selects = False
        self._is_due = True
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self._recolour)
        self._drafted.connect(self._apply_draft)
        view = self.panel.view
        view.chosen.connect(self.record_chosen)
        view.lassoed.connect(self._choose_several)
        view.pointed.connect(self._read)
        view.left.connect(self.left)
        self.panel.colouring_chosen.connect(self._recolour)
        self.panel.facet_chosen.connect(self.facet_chosen)
        context.theme.changed.connect(self._recolour)
        self._session.opened.connect(self._start_over)
        self._session.closed.connect(self._stop)
        self._session.changed.connect(self._handle_change)
        self._session.model_changed.connect(self._settle.start)
        record_order.ordered.connect(self._show_order)
        table.record_changed.connect(self._show_selection)
        table.selectionModel().selectionChanged.connect(self._show_selection)

    @property
    def is_running(self) -> bool:
        """Whether a map is being computed."""
        return self._job.is_running

    def set_visible(self, visible: bool) -> None:
        """Show or hide the map; it is computed when it is first shown."""
        self.panel.setVisible(visible)
        if visible:
            self._settle.start(0)
            if self._is_due:
                self._compute()
        elif self._job.is_running:
            self._job.cancel()
            self._is_due = True

    @Slot()
    def renew(self) -> None:
        """Compute the map again if it compared words, now that the encoder has read all texts."""
        if self._map is not None and not self._map.by_encoder and self._order.text_analysis.uses_encoder():
            self._compute_if_shown()

    @Slot()
    def _start_over(self) -> None:
        self._stop()
        self.panel.view.show_all()
        self._compute_if_shown()

    @Slot()
    def _stop(self) -> None:
        self._job.cancel()
        self._text_job.cancel()
        self._settle.stop()
        self._map, self._is_due = None, True
        self.panel.view.show_points(np.zeros((0, 2), np.float32))

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & _TEXTS:
            self._compute_if_shown()
        if not self.panel.isHidden() and not self._settle.isActive():
            self._settle.start(_SETTLE)

    @Slot()
    def _compute_if_shown(self) -> None:
        self._is_due = True
        if not self.panel.isHidden():
            self._compute()

    def _compute(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None:
            return
        if model is None or not workspace.table.complete:
            self.panel.state.setText(tr("The map is drawn when the table is read."))
            return
        if self._job.repeat():
            return
        self._is_due = False
        uses_encoder = self._order.text_analysis.uses_encoder()
        if uses_encoder:
            self.meaning_requested.emit()
        self.panel.state.setText(tr("Placing the records…"))
        worker = self._context.jobs.worker
        job = Operation(compute_map, worker, workspace, model, uses_encoder, self._drafted.emit)
        job.failed.connect(self._show_failure)
        job.success(self._finish_map).progress(self._show_progress).run(self._job)

    @Slot(float, str)
    def _show_progress(self, share: float, _step: str) -> None:
        self.panel.state.setText(tr("Placing the records… {share:.0%}", share=share))

    @Slot(object, object)
    def _apply_draft(self, workspace: "Workspace", found: "TextMap") -> None:
        """Show the first principal components until the map is there, unless there is an earlier map."""
        if workspace is self._session.workspace and self._job.is_running and self._map is None:
            self._show_map(found)

    def _show_map(self, found: "TextMap") -> None:
        self._map = found
        self.panel.view.show_points(found.points)
        self._recolour()
        self._show_order(self._model.order)

    @Slot(object)
    def _finish_map(self, found: "TextMap") -> None:
        self._show_map(found)
        missing = int(np.isnan(found.points[:, 0]).sum())
        placed = len(found.points) - missing
        by = tr("by similar meaning") if found.by_encoder else tr("by similar words")
        words = tr_plural("{n:,} record, {by}", "{n:,} records, {by}", placed, by=by)
        if missing:
            words += tr("; ") + tr("{n} without a known word", n=format_number(missing))
        self.panel.state.setText(words)

    @Slot()
    def _show_failure(self) -> None:
        self.panel.state.setText(tr("The map could not be drawn."))

    @Slot()
    def _recolour(self) -> None:
        states, workspace = self._session.states, self._session.workspace
        if states is None or workspace is None or self.panel.isHidden():
            return
        if self._is_due and self._map is None:
            self._compute()
        is_known = self._map is not None and len(self._map.points) == states.count
        self.panel.show_states(states, workspace.tag_set.tags, is_known=is_known)

    @Slot(object)
    def _choose_several(self, rows: RowArray) -> None:
        """Let the table show only these records, and select them all."""
        self._selects = True
        self.records_chosen.emit(rows.tolist())

    @Slot(object)
    def _show_order(self, order: RowArray) -> None:
        if self._selects:
            self._selects = False
            QTimer.singleShot(0, self._table, self._table.selectAll)  # after the table shows the order
        if self._map is not None:
            self.panel.view.show_matching(order)
            self._show_selection()

    @Slot()
    def _show_selection(self) -> None:
        if self._map is None or self.panel.isHidden():
            return
        place, order = self._table.current_place(), self._model.order
        current = int(order[place]) if 0 <= place < len(order) else -1
        self.panel.view.show_selection(current, self._table.selected_rows())

    @Slot(int)
    def _read(self, row: int) -> None:
        """Read the text of a record to show it next to its point."""
        workspace = self._session.workspace
        if workspace is None or row >= workspace.table.count:
            return
        Operation(_text_of, workspace, row).success(self._show_text).run(self._text_job)

    @Slot(object)
    def _show_text(self, found: tuple[int, str]) -> None:
        self.panel.view.show_text(*found)


def compute_map(
    progress: Progress,
    worker: "ProcessPool",
    workspace: "Workspace",
    model: "LinearModel",
    uses_encoder: bool,
    drafted: Callable[["Workspace", "TextMap"], object],
) -> "TextMap":
    """Return the map, computed in the worker process, and keep it in the workspace; pass on a draft first."""
    from mltag_desktop.core.learning.text_map import text_map

    draft, rest = SubProgress(progress, 0.0, 0.2), SubProgress(progress, 0.2, 1.0)
    drafted(
        workspace,
        worker.call(draft, text_map, workspace, model, uses_encoder=uses_encoder, is_draft=True),
    )
    found = worker.call(rest, text_map, workspace, model, uses_encoder=uses_encoder)
    if found.stored is not None and not workspace.read_only:
        workspace.text_maps.put(found.stored)
    return found


def _text_of(progress: Progress, workspace: "Workspace", row: int) -> tuple[int, str]:
    text = workspace.table.texts([row])[0]
    return row, text if len(text) <= _TIP else f"{text[:_TIP]}…"
