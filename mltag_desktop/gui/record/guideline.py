"""The guideline of the tags, in the window and as a page for others.

The guideline of all tags: a pane of the window, and an HTML page that others can read or print.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.workspace.decisions.tag_guideline import TagGuideline
from mltag_desktop.gui.i18n import tr, tr_plural, unbroken
from mltag_desktop.gui.widgets.dialog_tables import show_focus
from mltag_desktop.gui.widgets.theme import DARK, LIGHT, UNIT, Colours, Theme

_DARK: Final = (
    f"body {{ background: {DARK.base.name()}; color: {DARK.text.name()} }}"
    f" .quiet {{ color: {DARK.muted.name()} }}"
)


def guideline_page(guides: Sequence[TagGuideline], table: str) -> str:
    """Return the page: each tag with its description, examples, keywords and decided records."""
    title = tr("Guideline for {table}", table=table)
    style = resource("report/guideline.css").read_text(encoding="utf-8")
    tags = "".join(_section(guide) for guide in guides)
    # The dark colours are a style sheet of their own, since Qt leaves out one with such a rule for the PDF.
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>'
        f"<style>{style}{_inks(LIGHT)}</style>"
        f"<style>@media screen and (prefers-color-scheme: dark) {{ {_DARK}{_inks(DARK)} }}</style>"
        f"</head><body><h1>{escape(title)}</h1>{tags}</body></html>"
    )


def _inks(colours: Colours) -> str:
    """Return the style rules of the colours of the tags."""
    return "".join(f" .ink{n} {{ color: {ink.name()} }}" for n, ink in enumerate(colours.tags))


def _section(guide: TagGuideline) -> str:
    tag = guide.tag
    described = escape(tag.description).replace("\n", "<br>") or escape(tr("There is no guideline yet."))
    decided = tr_plural("{n:,} record with this tag", "{n:,} records with this tag", guide.decided)
    sign = f'<span class="ink{tag.colour % len(LIGHT.tags)}">{escape(tag.sign)}</span>'
    parts = [
        f"<h2>{sign} {escape(tag.name)}</h2>",
        f"<p>{described}</p>",
        _keywords(tr("Words that speak for the tag"), tag.keywords),
        _keywords(tr("Words that speak against it"), tag.excluded_keywords),
        _list(tr("Examples"), tag.examples),
        _list(tr("Decided records"), [" ".join(title.split()) for _, title in guide.examples]),
        f'<p class="quiet">{escape(decided)}</p>',
    ]
    return "".join(parts)


def _keywords(label: str, words: Sequence[str]) -> str:
    return f"<p>{escape(label)}: {escape(', '.join(words))}</p>" if words else ""


def _list(label: str, texts: Sequence[str]) -> str:
    if not texts:
        return ""
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<p class="quiet">{escape(label)}</p><ul>{items}</ul>'


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
