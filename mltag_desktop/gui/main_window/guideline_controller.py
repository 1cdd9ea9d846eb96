"""Opens the guideline of the tags and keeps it up to date."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_guideline import TagGuideline, tag_guidelines
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.import_export.pdf_page import PDF_FILTER, pdf_page
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.record.guideline import GuidelinePane, guideline_page
from mltag_desktop.gui.state.session import AppContext, RecordNavigator
from mltag_desktop.gui.widgets.dialogs import ask_to_save
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.theme import UNIT

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

_RENEW: Final = 400
"""Milliseconds in which decisions are gathered before the examples are looked up again."""


class GuidelineController(QObject):
    """Opens the guideline beside the table or in the focus view, and keeps it up to date while it is seen.

    Signals: `edit_requested()` when the tag set is to be edited.
    """

    edit_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        focus_controller: FocusController,
        navigator: RecordNavigator,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._focus_controller = focus_controller
        self._navigator = navigator
        self._panes: dict[bool, GuidelinePane] = {}
        self._job = Lane(self, context.jobs)
        self._later = QTimer(self, singleShot=True, interval=_RENEW)
        self._later.timeout.connect(self._renew)
        page.detail.tabs.guideline_requested.connect(self._show_in_tab)
        context.session.changed.connect(self._handle_change)
        context.session.opened.connect(self._renew)
        context.session.closed.connect(self._later.stop)

    def toggle(self) -> None:
        """Go to the guideline, or back from it."""
        page = self._page
        focused = self._focus_controller.is_on
        pane = self._pane(focused=focused)
        if pane.isVisibleTo(self._context.window) and pane.hasFocus():
            self._return_focus()
            return
        if focused:
            page.focus.show_guideline()
        else:
            page.detail.show()
            page.detail.tabs.show_guideline()
        self._renew()
        pane.setFocus()

    def save_page(self) -> None:
        """Ask for a path and write the guideline as a web page or PDF."""
        workspace = self._context.session.workspace
        if workspace is None:
            return
        suggested = str(workspace.path.with_name(f"{workspace.path.stem}-guideline.html"))
        kinds = f"{tr('Web page (*.html)')};;{PDF_FILTER}"
        chosen = ask_to_save(self._context.window, tr("Guideline as a page"), suggested, kinds)
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.html")
        Operation(_guides, workspace).success(partial(self._write_page, path)).run(self._context.jobs)

    def _write_page(self, path: Path, found: "tuple[Workspace, tuple[TagGuideline, ...]]") -> None:
        notifications = self._context.notifications
        html = guideline_page(found[1], found[0].path.stem)
        try:
            with atomic_write(path, replace=True) as file:
                file.write(pdf_page(html, path.stem) if path.suffix.lower() == ".pdf" else html.encode())
        except MltagError as error:
            notifications.failure(error)
            return
        notifications.success(tr("The guideline was written to {name}.", name=path.name))

    @Slot()
    def _show_in_tab(self) -> None:
        self._pane(focused=False)
        self._renew()

    def _pane(self, *, focused: bool) -> GuidelinePane:
        """Return the guideline pane of a view, and make it on first use."""
        if focused not in self._panes:
            page = self._page
            place = page.focus.guideline if focused else page.detail.tabs.guideline
            pane = GuidelinePane(self._context.theme, place)
            vbox(pane, parent=place, margins=(0, UNIT, 0, 0))
            pane.record_requested.connect(self._navigator.show_record)
            pane.edit_requested.connect(self.edit_requested)
            pane.left.connect(self._return_focus)
            tags = page.focus.tags if focused else page.detail.tags
            tags.looked_at.connect(pane.show_tag)
            self._panes[focused] = pane
        return self._panes[focused]

    @Slot()
    def _return_focus(self) -> None:
        page = self._page
        if self._focus_controller.is_on:
            page.focus.hide_guideline()
            page.focus.pane.setFocus()
        else:
            page.table.setFocus()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.DECISIONS | ChangeKind.TAGS) and self._is_seen():
            self._later.start()

    def _is_seen(self) -> bool:
        return any(pane.isVisible() for pane in self._panes.values())

    @Slot()
    def _renew(self) -> None:
        workspace = self._context.session.workspace
        if workspace is None or not self._panes:
            return
        Operation(_guides, workspace).success(self._show).run(self._job)

    @Slot(object)
    def _show(self, found: "tuple[Workspace, tuple[TagGuideline, ...]]") -> None:
        session = self._context.session
        if found[0] is session.workspace:
            for pane in self._panes.values():
                pane.show_guides(found[1], session.tag_keys.shown([guide.tag for guide in found[1]]))


def _guides(progress: Progress, workspace: "Workspace") -> "tuple[Workspace, tuple[TagGuideline, ...]]":
    return workspace, tag_guidelines(progress, workspace)
