"""Reopens a workspace at the record that was displayed last."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.table.table_model import TableModel
from mltag_desktop.gui.table.table_view import TableView

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.types import Change
    from mltag_desktop.core.workspace.workspace import Workspace

_KEY: Final = "place"
"""Preference with the record displayed on closing and the number of the last journal step then.

A third value is present from the first decision in a window until it closes.
"""


class ResumePosition(QObject):
    """Saves the current record as a workspace preference on closing and returns to it after opening.

    After a crash the record that a window decided last counts. Decisions of other programs, such as those of
    the command line, do not move the place.
    """

    def __init__(
        self, context: AppContext, table: TableView, model: TableModel, record_order: RecordOrder
    ) -> None:
        super().__init__(table)
        self._session = context.session
        self._writer = context.writer
        self._table = table
        self._model = model
        self._record_order = record_order
        self._is_marked = False
        context.session.changed.connect(self._mark_open)

    @Slot()
    def keep(self) -> None:
        """Save the current record if it or the journal changed, after all decisions before.

        If a filter shows no record, the one decided last is saved.
        """
        workspace, model = self._session.workspace, self._model
        place = self._table.current_place()
        row = int(model.row_at(place)) if 0 <= place < model.rowCount() else None
        if workspace is None or workspace.read_only or (row is None and not self._is_marked):
            return
        self._writer.write(partial(_save, workspace, row))

    @Slot()
    def go(self) -> None:
        """Go to the record that was read last, unless the curator has moved meanwhile."""
        workspace, model = self._session.workspace, self._model
        self._is_marked = False
        if workspace is None or self._table.current_place() > 0:
            return
        row = _last(workspace)
        place = model.place_of(row) if model.rowCount() else -1
        if place >= 0:
            self._table.go_to(place)
        elif not model.rowCount():
            self._record_order.then_go_to(row)

    @Slot(object)
    def _mark_open(self, change: "Change") -> None:
        workspace = self._session.workspace
        if workspace is None or workspace.read_only or self._is_marked:
            return
        if change.kinds & ChangeKind.DECISIONS:
            self._is_marked = True
            self._writer.write(partial(_mark, workspace))


def _mark(workspace: "Workspace") -> None:
    row, step, *_ = _saved(workspace)
    workspace.set_preference(_KEY, [row, step, True])


def _save(workspace: "Workspace", row: int | None) -> None:
    found = [_last(workspace) if row is None else row, workspace.journal.last]
    if found != _saved(workspace):
        workspace.set_preference(_KEY, found)


def _last(workspace: "Workspace") -> int:
    """Return the record decided last if a window did not close, else the saved one."""
    row, step, *was_open = _saved(workspace)
    decided = workspace.journal.last_single_record(step) if was_open else None
    return row if decided is None else decided


def _saved(workspace: "Workspace") -> list[int]:
    """Return the saved record and journal step, both 0 if none are saved, then True if a window was open."""
    match workspace.preference(_KEY):
        case [int(row), int(step), *was_open]:
            return [row, step, *was_open]
        case int(row):  # of an earlier version
            return [row, workspace.journal.last]
        case _:
            return [0, 0]
