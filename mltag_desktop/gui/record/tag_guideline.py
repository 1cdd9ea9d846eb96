"""The guideline: each tag with its symbol, key, description and examples."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.tag_guideline import TagGuideline, guides
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.runtime.jobs import Job
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS
from mltag_desktop.gui.widgets.tables import show_focus
from mltag_desktop.gui.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace
    from mltag_desktop.gui.application.application import Application

_TITLE: Final = 90
_EDIT: Final = "edit"
_RENEW: Final = 400
"""Milliseconds to collect decisions before the examples are loaded again."""


class GuidelinePane(QTextBrowser):
    """Shows the guideline.

    Signals: `record_asked(row)` from an example; `edit_asked()`; `left()` when Escape was pressed.
    """

    record_asked = Signal(int)
    edit_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guides: tuple[TagGuideline, ...] = ()
        self._tag = ""
        self.setAccessibleName(tr("Guideline"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(UNIT)
        self.anchorClicked.connect(self._follow)
        show_focus(self, theme)
        theme.changed.connect(self._fill)

    def show_guides(self, found: Sequence[TagGuideline]) -> None:
        """Show these guidelines, and keep the scroll position."""
        if tuple(found) != self._guides:
            self._guides = tuple(found)
            self._fill()

    def show_tag(self, name: str) -> None:
        """Scroll to a tag, unless the pane has the focus; an empty name does nothing."""
        self._tag = name or self._tag
        numbers = [n for n, guide in enumerate(self._guides) if guide.tag.name == name]
        if numbers and not self.hasFocus():
            self.scrollToAnchor(f"tag{numbers[0]}")

    @Slot()
    def _fill(self) -> None:
        at = self.verticalScrollBar().value()
        self.setHtml("".join(self._words(n, guide) for n, guide in enumerate(self._guides)))
        self.verticalScrollBar().setValue(at)

    def _words(self, number: int, guide: TagGuideline) -> str:
        colours, tag = self._theme.colours, guide.tag
        quiet, ink = colours.muted.name(), colours.tag(tag.colour).name()
        key = f" <span style='color:{quiet}'>{number + 1}</span>" if number < MOST_TAG_KEYS else ""
        written = (
            escape(tag.description).replace("\n", "<br>")
            if tag.description
            else f"<span style='color:{quiet}'>{escape(tr('There is no guideline yet.'))}</span> "
            f"<a href='{_EDIT}'>{escape(tr('Write guideline'))}</a>"
        )
        decided = tr_plural("{n:,} record with this tag", "{n:,} records with this tag", guide.decided)
        examples = "".join(
            f"<br>· <a href='{row}'>{escape(_title(title))}</a>" for row, title in guide.examples
        )
        return (
            f"<p style='margin-top:0; margin-bottom:10px'><a name='tag{number}'></a>"
            f"<span style='color:{ink}'>{escape(tag.sign)}</span> <b>{escape(tag.name)}</b>{key}<br>{written}"
            f"<br><span style='color:{quiet}'>{escape(decided)}</span>{examples}</p>"
        )

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target == _EDIT:
            self.edit_asked.emit()
        elif target.isdecimal():
            self.record_asked.emit(int(target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GuidelineController(QObject):
    """Opens the guideline in the detail panel or the focus view, and updates it while it is visible."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self._panes: dict[bool, GuidelinePane] = {}
        self._job: Job | None = None
        self._later = QTimer(self, singleShot=True, interval=_RENEW)
        self._later.timeout.connect(self._renew)
        program.page.detail.tabs.guideline_asked.connect(self._show_in_tab)
        program.session.changed.connect(self._note)
        program.session.opened.connect(self._renew)
        program.session.closed.connect(self._later.stop)

    def toggle(self) -> None:
        """Show and focus the guideline, or leave it."""
        page = self._program.page
        focused = self._program.curating.focusing.is_on
        pane = self._pane(focused=focused)
        if pane.isVisibleTo(self._program.parent_window) and pane.hasFocus():
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
        """Return the pane of one of the views, and create it on first use."""
        if focused not in self._panes:
            page = self._program.page
            place = page.focus.guideline if focused else page.detail.tabs.guideline
            pane = GuidelinePane(self._program.parent_window.theme, place)
            column = QVBoxLayout(place)
            column.setContentsMargins(0, UNIT, 0, 0)
            column.addWidget(pane)
            pane.record_asked.connect(self._program.show_record)
            pane.edit_asked.connect(self._program.actions["edit_tags"].trigger)
            pane.left.connect(self._leave)
            tags = page.focus.tags if focused else page.detail.tags
            tags.looked_at.connect(pane.show_tag)
            self._panes[focused] = pane
        return self._panes[focused]

    @Slot()
    def _leave(self) -> None:
        page = self._program.page
        if self._program.curating.focusing.is_on:
            page.focus.hide_guideline()
            page.focus.pane.setFocus()
        else:
            page.table.setFocus()

    @Slot(object)
    def _note(self, change: Change) -> None:
        if change.what & {"decisions", "tags"} and self._is_seen():
            self._later.start()

    def _is_seen(self) -> bool:
        return any(pane.isVisible() for pane in self._panes.values())

    @Slot()
    def _renew(self) -> None:
        workspace = self._program.session.workspace
        if workspace is None or not self._panes:
            return
        if self._job is not None:
            self._job.cancel()
        job = Job(_guides, workspace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._program.notices.failure)
        self._job = job
        self._program.jobs.run_deferred_job(job)

    @Slot(object)
    def _show(self, found: "tuple[Workspace, tuple[TagGuideline, ...]]") -> None:
        if found[0] is self._program.session.workspace:
            for pane in self._panes.values():
                pane.show_guides(found[1])


def _guides(progress: Progress, workspace: "Workspace") -> "tuple[Workspace, tuple[TagGuideline, ...]]":
    return workspace, guides(progress, workspace)


def _title(text: str) -> str:
    line = " ".join(text[: 2 * _TITLE].split())
    return line if len(line) <= _TITLE else f"{line[:_TITLE].rstrip()}…"
