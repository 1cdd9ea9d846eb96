"""Shows in the detail panel what a tag would change on several selected records."""

from PySide6.QtCore import QObject, QTimer, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.bulk_preview import preview
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.session import Session


class SelectionPreview(QObject):
    """Follows the selection of the table, and the changes of the selected records."""

    def __init__(self, session: Session, page: TablePage) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._was_several = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._show)
        selection = page.table.selectionModel()
        selection.selectionChanged.connect(self._timer.start)
        selection.currentRowChanged.connect(self._timer.start)
        session.changed.connect(self._handle_change)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if self._was_several and change.kinds & (
            ChangeKind.DECISIONS | ChangeKind.PREDICTIONS | ChangeKind.TAGS
        ):
            self._timer.start()

    @Slot()
    def _show(self) -> None:
        workspace = self._session.workspace
        rows = self._page.table.selected_rows()
        several = len(rows) > 1 and workspace is not None
        if several and workspace is not None:
            tags = workspace.tag_set.tags
            bulk_preview = preview(workspace.states(), rows, tuple(tag.name for tag in tags))
            place, model = self._page.table.current_place(), self._page.model
            current = model.record(place) if 0 <= place < model.rowCount() else None
            self._page.detail.show_several(bulk_preview, tags, current)
        elif self._was_several:
            place, model = self._page.table.current_place(), self._page.model
            shown = 0 <= place < model.rowCount()
            self._page.detail.show_row(model.row_at(place) if shown else None)
        self._was_several = several
