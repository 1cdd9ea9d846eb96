"""Reopens a workspace at the record that was displayed last."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application

_KEY: Final = "place"


class ResumePosition(QObject):
    """Saves the current record as a workspace preference on closing and returns to it after opening."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self._found: int | None = None
        program.session.opened.connect(self._open)
        program.opening.complete.connect(self._go)
        program.opening.leaving.connect(self.keep)

    @Slot()
    def keep(self) -> None:
        """Save the current record if it changed."""
        workspace, page = self._program.session.workspace, self._program.page
        place = page.table.current_place()
        if workspace is None or workspace.read_only or not 0 <= place < page.model.rowCount():
            return
        row = int(page.model.row_at(place))
        if row != (self._found or 0):
            self._program.writer.write(partial(workspace.set_preference, _KEY, row))

    @Slot()
    def _open(self) -> None:
        workspace = self._program.session.workspace
        found = workspace.preference(_KEY) if workspace is not None else None
        self._found = found if isinstance(found, int) else None

    @Slot()
    def _go(self) -> None:
        """Go to the saved record, unless the curator has already moved."""
        page, row = self._program.page, self._found
        if row is None or page.table.current_place() > 0:
            return
        place = page.model.place_of(row) if page.model.rowCount() else -1
        if place >= 0:
            page.table.go_to(place)
        elif not page.model.rowCount():
            self._program.listing.then_go_to(row)
