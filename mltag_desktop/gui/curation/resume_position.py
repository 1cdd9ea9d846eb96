"""Where one stopped: a workspace that is opened again goes on at the record that was read last."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application

_KEY: Final = "place"


class ResumePosition(QObject):
    """Kept in the workspace when that is left, as no step; gone to once the table is there whole."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self._found: int | None = None
        program.session.opened.connect(self._open)
        program.workspace_opener.complete.connect(self._go)
        program.workspace_opener.leaving.connect(self.keep)

    @Slot()
    def keep(self) -> None:
        """Note where one is, unless that is known."""
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
        """Go there, unless somebody went elsewhere by now."""
        page, row = self._program.page, self._found
        if row is None or page.table.current_place() > 0:
            return
        place = page.model.place_of(row) if page.model.rowCount() else -1
        if place >= 0:
            page.table.go_to(place)
        elif not page.model.rowCount():
            self._program.record_order.then_go_to(row)
