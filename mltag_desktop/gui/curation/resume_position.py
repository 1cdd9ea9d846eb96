"""Reopens a workspace at the record that was displayed last."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot

from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.table.table_model import TableModel
from mltag_desktop.gui.table.table_view import TableView

_KEY: Final = "place"


class ResumePosition(QObject):
    """Saves the current record as a workspace preference on closing and returns to it after opening."""

    def __init__(
        self, context: AppContext, table: TableView, model: TableModel, record_order: RecordOrder
    ) -> None:
        super().__init__(table)
        self._session = context.session
        self._writer = context.writer
        self._table = table
        self._model = model
        self._record_order = record_order
        self._found: int | None = None
        context.session.opened.connect(self._open)

    @Slot()
    def keep(self) -> None:
        """Save the current record if it changed."""
        workspace, model = self._session.workspace, self._model
        place = self._table.current_place()
        if workspace is None or workspace.read_only or not 0 <= place < model.rowCount():
            return
        row = int(model.row_at(place))
        if row != (self._found or 0):
            self._writer.write(partial(workspace.set_preference, _KEY, row))

    @Slot()
    def _open(self) -> None:
        workspace = self._session.workspace
        found = workspace.preference(_KEY) if workspace is not None else None
        self._found = found if isinstance(found, int) else None

    @Slot()
    def go(self) -> None:
        """Go to the record that was read last, unless the curator has moved meanwhile."""
        model, row = self._model, self._found
        if row is None or self._table.current_place() > 0:
            return
        place = model.place_of(row) if model.rowCount() else -1
        if place >= 0:
            self._table.go_to(place)
        elif not model.rowCount():
            self._record_order.then_go_to(row)
