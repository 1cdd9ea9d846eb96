"""The guide: its pages, their search, the page of keys, and the view of a page.

The pages of the guide as Markdown: order, sections and search.

Generates the guide's page of keyboard shortcuts from the command table; written by `make guide`.

View of one guide page: Markdown rendered in the theme's sizes and colours, without network access.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS, Command
from mltag_desktop.gui.widgets.theme import EDGE, GAP, READING_CHARACTERS, READING_LINE, UNIT, Theme, scaled

START: Final = "README.md"
"""The page with the table of contents."""
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)\)")
_HEADING: Final = re.compile(r"(#{1,4}) +(.+)")
_MARKUP: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[|]|^ *[-#>]+ +", re.MULTILINE)
_EXCERPT_LENGTH: Final = 40


@dataclass(frozen=True)
class HelpSection:
    """A heading and the plain text below it."""

    heading: str
    text: str


@dataclass(frozen=True)
class HelpPage:
    """A page of the guide; `name` is its file name."""

    name: str
    markdown: str

    @cached_property
    def title(self) -> str:
        """The first heading."""
        return self.sections[0].heading

    @cached_property
    def sections(self) -> tuple[HelpSection, ...]:
        """The sections; the first is the one below the page title."""
        blocks: list[tuple[str, list[str]]] = [("", [])]
        fenced = False
        for line in self.markdown.splitlines():
            fenced ^= line.startswith("```")
            heading = None if fenced else _HEADING.fullmatch(line)
            if heading:
                blocks.append((plain(heading[2]), []))
            else:
                blocks[-1][1].append(line)
        with_heading = [(heading, lines) for heading, lines in blocks if heading]
        return tuple(HelpSection(heading, plain("\n".join(lines))) for heading, lines in with_heading)


@dataclass(frozen=True)
class HelpSearchHit:
    """A section that contains all search words, and the text around the first match."""

    page: HelpPage
    heading: str
    around: str


class HelpPages:
    """All pages of the guide, held in memory (about 100 kB)."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the pages in the table of contents; raises `MltagError` when one is missing."""
        self.folder = folder or resource("guide")
        start = self._page(START)
        names = list(dict.fromkeys(name for _, name in _LINK.findall(start.markdown)))
        self.pages = (start, *(self._page(name) for name in names))
        self._by_name = {page.name: page for page in self.pages}

    def page(self, name: str) -> HelpPage | None:
        """Return the page with a file name, or None."""
        return self._by_name.get(name)

    def search(self, query: str) -> list[HelpSearchHit]:
        """Return the sections with all words of the query, those with matches in the heading first."""
        words = query.casefold().split()
        if not words:
            return []
        ranked: list[tuple[int, HelpSearchHit]] = []
        for page in self.pages[1:]:
            for section in page.sections:
                head = f"{page.title} {section.heading}".casefold()
                text = f"{head} {section.text.casefold()}"
                if all(word in text for word in words):
                    words_not_in_heading = sum(word not in section.heading.casefold() for word in words)
                    ranked.append(
                        (
                            words_not_in_heading,
                            HelpSearchHit(page, section.heading, _excerpt(section.text, words)),
                        )
                    )
        return [hit for _, hit in sorted(ranked, key=lambda pair: pair[0])]

    def _page(self, name: str) -> HelpPage:
        try:
            page = HelpPage(name, (self.folder / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise MltagError(
                tr("The page {name} of the guide is missing.", name=name), tr("Install MLTag Desktop again.")
            ) from error
        if not page.sections:
            raise MltagError(
                tr("The page {name} of the guide is damaged.", name=name), tr("Install MLTag Desktop again.")
            )
        return page


def plain(markdown: str) -> str:
    """Return the text of Markdown without markup, in one line."""
    return " ".join(_MARKUP.sub(" ", markdown).split())


def _excerpt(text: str, words: list[str]) -> str:
    folded = text.casefold()
    places = [place for word in words if (place := folded.find(word)) >= 0]
    at = min(places, default=0)
    start = text.rfind(" ", 0, max(0, at - _EXCERPT_LENGTH)) + 1 if at > _EXCERPT_LENGTH else 0
    cut = text[start : start + 4 * _EXCERPT_LENGTH]
    return ("… " if start else "") + cut + (" …" if start + len(cut) < len(text) else "")


NAME: Final = "keys.md"
_FOLDED: Final = {"tag_": "Set the tag with this digit", "also_": "Add the tag with this digit"}
_HEAD: Final = """# Keyboard shortcuts

*Help › Keyboard shortcuts* (Shift+F1) lists all commands with their current keys, and changes them.
*Help › Commands…* (Ctrl+K) runs any command by name.

Single keys work while the table or the detail pane has the focus, never while you type.

On macOS, Ctrl is the Command key.
"""


def keys_page() -> str:
    """Return the page as Markdown, with a table of commands for each menu."""
    menus = dict.fromkeys(command.menu for command in COMMANDS)
    return _HEAD + "".join(_menu([command for command in COMMANDS if command.menu == menu]) for menu in menus)


def _menu(commands: Sequence[Command]) -> str:
    rows = [
        f"| {_keys(command)} | {_name(command)} | {command.tip} |\n"
        for command in commands
        if not _is_repeat(command)
    ]
    title = commands[0].menu_name
    return f"\n## {title}\n\n| keys | command | what it does |\n|---|---|---|\n" + "".join(rows)


def _is_repeat(command: Command) -> bool:
    """Return whether the command is listed under the first of nine that differ only in their digit."""
    return any(command.id.startswith(start) and command.id != f"{start}1" for start in _FOLDED)


def _name(command: Command) -> str:
    for start, words in _FOLDED.items():
        if command.id == f"{start}1":
            return words
    return command.name.rstrip("…")


def _keys(command: Command) -> str:
    portable = QKeySequence.SequenceFormat.PortableText
    shown = " or ".join(dict.fromkeys(sequence.toString(portable) for sequence in command.sequences))
    if any(command.id == f"{start}1" for start in _FOLDED):
        return f"{shown} … {MOST_TAG_KEYS}"
    return shown


_SIZES: Final = {0: 1.05, 1: 1.7, 2: 1.3, 3: 1.1}
"""Font size by heading level (0 is body text), relative to the system font."""
_PICTURE: Final = "\ufffc"
"""Placeholder character of a picture in a block's text."""


class HelpPageView(QTextBrowser):
    """Browser for guide pages.

    Signals: `page_requested(name)` for a link within the guide, `outside(address)` for an external link.
    """

    page_requested = Signal(str)
    outside = Signal(str)

    def __init__(self, theme: Theme, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = folder
        self._page: HelpPage | None = None
        self.setAccessibleName(tr("Page of the guide"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps the text width constant
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(EDGE)
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._draw_again)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._draw_again)

    def show_page(self, page: HelpPage, heading: str = "") -> None:
        """Show a page, scrolled to a heading if one is given."""
        self._page = page
        self._draw()
        if heading:
            self._go_to(heading)

    @property
    def words(self) -> str:
        """The displayed text."""
        return self.toPlainText()

    @Slot()
    def _draw(self) -> None:
        if self._page is None:
            return
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colours.base)
        self.setPalette(palette)
        self._fit()
        self.setMarkdown(self._page.markdown)
        self._format()
        self.verticalScrollBar().setValue(0)

    def _format(self) -> None:
        """Apply font sizes and margins to all blocks, since Markdown defines none."""
        edit = QTextCursor(self.document())
        edit.beginEditBlock()  # one layout for all changes
        block = self.document().begin()
        was_table = False
        while block.isValid():
            self._format_block(block)
            # via a cursor: the frames returned by the document are deleted with its next page
            table = QTextCursor(block).currentTable()
            if table is not None and not was_table:
                self._format_table(table)
            was_table = table is not None
            block = block.next()
        edit.endEditBlock()

    def _format_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        level = shape.headingLevel()
        in_table = cursor.currentTable() is not None
        is_code = _is_code(block)
        is_picture = block.text() == _PICTURE
        line = 1.0 if is_picture else 1.2 if level or is_code else READING_LINE
        shape.setLineHeight(line * 100, shape.LineHeightTypes.ProportionalHeight.value)
        if not in_table:
            before = block.previous()
            follows = _is_code(before) if not is_code else False
            follows = follows or (block.textList() is None and before.textList() is not None)
            shape.setTopMargin(GAP * 2 if level > 1 else GAP if follows else 0)
            shape.setBottomMargin(0 if is_code or block.textList() else GAP)
        if is_code:
            shape.setNonBreakableLines(False)  # wrap long lines, since the page does not scroll horizontally
            shape.setBackground(self._theme.colours.alternate)
            shape.setLeftMargin(GAP)
        cursor.setBlockFormat(shape)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        words = QTextCharFormat()
        size = scaled(self.font(), _SIZES.get(level, 1.0) * (0.95 if is_code or in_table else 1.0))
        words.setFontPointSize(size.pointSizeF()) if size.pointSizeF() > 0 else None
        if is_code:
            words.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        cursor.mergeCharFormat(words)

    def _format_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setBorder(0)
        shape.setCellPadding(UNIT)
        shape.setCellSpacing(0)
        shape.setTopMargin(GAP)
        shape.setBottomMargin(GAP)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        table.setFormat(shape)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                look = cell.format()
                look.setBackground(self._theme.colours.window if row % 2 == 0 else self._theme.colours.base)
                cell.setFormat(look)

    def _go_to(self, heading: str) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == heading:
                layout = self.document().documentLayout()
                self.verticalScrollBar().setValue(int(layout.blockBoundingRect(block).top()) - GAP)
                return
            block = block.next()

    def _fit(self) -> None:
        metrics = QFontMetricsF(scaled(self.font(), _SIZES[0]))
        most = metrics.averageCharWidth() * READING_CHARACTERS * 1.15 + 2 * EDGE
        self.setLineWrapColumnOrWidth(int(min(self.viewport().width(), most)))

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        name = address.path()
        if address.isRelative() and "/" not in name and name.endswith(".md"):
            self.page_requested.emit(name)
        else:
            self.outside.emit(address.toString())

    def loadResource(self, kind: int, address: QUrl | str) -> Any:
        """Load pictures of the guide only, in the light or dark version and at most as wide as the page."""
        address = QUrl(address)
        name = address.path()
        if kind != QTextDocument.ResourceType.ImageResource.value or not address.isRelative() or ".." in name:
            return None
        path = self._folder / name
        dark = path.with_name(path.name.replace("-light.", "-dark."))
        image = QImage(str(dark if self._theme.colours.dark and dark.is_file() else path))
        room = self.lineWrapColumnOrWidth() - 2 * EDGE
        if image.isNull() or image.width() <= room:
            return image
        ratio = self.devicePixelRatioF()
        width = min(image.width(), int(room * ratio))
        small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(width / room)
        return small

    @Slot()
    def _draw_again(self) -> None:
        """Redraw the page after a change of width or colours, keeping the scroll position."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._draw()
        bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.lineWrapColumnOrWidth()
        self._fit()
        if self.lineWrapColumnOrWidth() != before:
            self._resized.start()  # refit the pictures later: Qt's layout may still use the current text


def _is_code(block: QTextBlock) -> bool:
    return bool(block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence))
