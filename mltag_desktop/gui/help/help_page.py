"""View of one guide page: Markdown rendered in the theme's sizes and colours, without network access."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFontDatabase,
    QFontMetricsF,
    QImage,
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

from mltag_desktop.gui.help.help_pages import HelpPage
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.theme import EDGE, GAP, READING_CHARACTERS, READING_LINE, UNIT, Theme, scaled

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
