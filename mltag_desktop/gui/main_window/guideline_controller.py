"""Opens the guideline of the tags and keeps it up to date."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.tag_guideline import TagGuideline, guides
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.record.guideline_pane import GuidelinePane
from mltag_desktop.gui.runtime.jobs import Job
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
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
        self._job: Job | None = None
        self._later = QTimer(self, singleShot=True, interval=_RENEW)
        self._later.timeout.connect(self._renew)
        page.detail.tabs.guideline_requested.connect(self._show_in_tab)
        context.session.changed.connect(self._note)
        context.session.opened.connect(self._renew)
        context.session.closed.connect(self._later.stop)

    def toggle(self) -> None:
        """Go to the guideline, or back from it."""
        page = self._page
        focused = self._focus_controller.is_on
        pane = self._pane(focused=focused)
        if pane.isVisibleTo(self._context.window) and pane.hasFocus():
            self._leave()
            return
        if focused:
            page.focus.show_guideline()
        else:
            page.detail.show()
            page.detail.tabs.show_guideline()
        self._renew()
        pane.setFocus()

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
            column = QVBoxLayout(place)
            column.setContentsMargins(0, UNIT, 0, 0)
            column.addWidget(pane)
            pane.record_requested.connect(self._navigator.show_record)
            pane.edit_requested.connect(self.edit_requested)
            pane.left.connect(self._leave)
            tags = page.focus.tags if focused else page.detail.tags
            tags.looked_at.connect(pane.show_tag)
            self._panes[focused] = pane
        return self._panes[focused]

    @Slot()
    def _leave(self) -> None:
        page = self._page
        if self._focus_controller.is_on:
            page.focus.hide_guideline()
            page.focus.pane.setFocus()
        else:
            page.table.setFocus()

    @Slot(object)
    def _note(self, change: Change) -> None:
        if change.kinds & (ChangeKind.DECISIONS | ChangeKind.TAGS) and self._is_seen():
            self._later.start()

    def _is_seen(self) -> bool:
        return any(pane.isVisible() for pane in self._panes.values())

    @Slot()
    def _renew(self) -> None:
        workspace = self._context.session.workspace
        if workspace is None or not self._panes:
            return
        if self._job is not None:
            self._job.cancel()
        job = Job(_guides, workspace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._context.notifications.failure)
        self._job = job
        self._context.jobs.run_deferred_job(job)

    @Slot(object)
    def _show(self, found: "tuple[Workspace, tuple[TagGuideline, ...]]") -> None:
        session = self._context.session
        if found[0] is session.workspace:
            for pane in self._panes.values():
                pane.show_guides(found[1], session.tag_keys.shown([guide.tag for guide in found[1]]))


def _guides(progress: Progress, workspace: "Workspace") -> "tuple[Workspace, tuple[TagGuideline, ...]]":
    return workspace, guides(progress, workspace)
