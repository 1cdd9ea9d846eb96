"""The guideline: each tag with its symbol, key, description and examples."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from mltag_desktop.core.workspace.decisions.tag_guideline import TagGuideline
from mltag_desktop.gui.i18n.translation import tr, tr_plural, unbroken
from mltag_desktop.gui.widgets.dialog_tables import show_focus
from mltag_desktop.gui.widgets.theme import UNIT, Theme

_TITLE: Final = 90
_EDIT: Final = "edit"


class GuidelinePane(QTextBrowser):
    """Shows the guideline.

    Signals: `record_requested(row)` from an example; `edit_requested()`; `left()` when Escape was pressed.
    """

    record_requested = Signal(int)
    edit_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guides: tuple[TagGuideline, ...] = ()
        self._keys: dict[str, str] = {}
        self._tag = ""
        self.setAccessibleName(tr("Guideline"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(UNIT)
        self.anchorClicked.connect(self._open_link)
        show_focus(self, theme)
        theme.changed.connect(self._fill)

    def show_guides(self, found: Sequence[TagGuideline], keys: Mapping[str, str] | None = None) -> None:
        """Show these guidelines with the tags' `keys`, and keep the scroll position."""
        if (tuple(found), dict(keys or {})) != (self._guides, self._keys):
            self._guides, self._keys = tuple(found), dict(keys or {})
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
        self.setHtml(unbroken("".join(self._tag_html(n, guide) for n, guide in enumerate(self._guides))))
        self.verticalScrollBar().setValue(at)

    def _tag_html(self, number: int, guide: TagGuideline) -> str:
        colours, tag = self._theme.colours, guide.tag
        quiet, ink = colours.muted.name(), colours.tag(tag.colour).name()
        shown = self._keys.get(tag.name, "")
        key = f" <span style='color:{quiet}'>{escape(shown)}</span>" if shown else ""
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
    def _open_link(self, link: QUrl) -> None:
        target = link.toString()
        if target == _EDIT:
            self.edit_requested.emit()
        elif target.isdecimal():
            self.record_requested.emit(int(target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _title(text: str) -> str:
    line = " ".join(text[: 2 * _TITLE].split())
    return line if len(line) <= _TITLE else f"{line[:_TITLE].rstrip()}…"
