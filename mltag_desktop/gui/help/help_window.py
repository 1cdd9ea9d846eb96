"""The list next to a guide page: page titles, or search hits with an excerpt.

The guide window: contents and search on the left, the page on the right, with back and forward.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mltag_desktop.gui.help.help_pages import START, HelpPages, HelpPageView, HelpSearchHit
from mltag_desktop.gui.i18n import tr, tr_plural
from mltag_desktop.gui.widgets.dialog_tables import Index, draw_current
from mltag_desktop.gui.widgets.dialogs import fit_screen
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, scaled

PLACE: Final = Qt.ItemDataRole.UserRole
AROUND: Final = Qt.ItemDataRole.UserRole + 1
_LINES: Final = 3
_WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class HelpList(QListWidget):
    """List of pages or search hits.

    An item's role `PLACE` is its page and heading, `AROUND` the excerpt of a search hit.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Contents of the guide"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_HelpListDelegate(theme, self))


class _HelpListDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: HelpList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        place: QRect = option.rect
        if index.row() == self._list.currentRow():
            draw_current(painter, place, colours)
        room = place.adjusted(3 * UNIT, 0, -GAP, 0)
        around = str(index.data(AROUND) or "")
        painter.save()
        painter.setPen(colours.text)
        title = str(index.data())
        if not around:
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, middle, painter.fontMetrics().elidedText(title, _END, room.width()))
        else:
            painter.setFont(_bold(self._list.font()))
            room.adjust(0, UNIT, 0, 0)
            painter.drawText(room, int(_WRAPPED), title)
            room.adjust(0, _height(_bold(self._list.font()), title, room.width()), 0, 0)
            painter.setFont(self._list.font())
            painter.setPen(colours.muted)
            height = _height_of_excerpt(self._list.font(), around, room.width())
            painter.setClipRect(room.x(), room.y(), room.width(), height)
            painter.drawText(room, int(_WRAPPED), around)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        around = str(index.data(AROUND) or "")
        if not around:
            return QSize(0, row_height(self._list.fontMetrics()))
        width = self._list.viewport().width() - 3 * UNIT - GAP
        font = self._list.font()
        above, below = _height(_bold(font), str(index.data()), width), _height_of_excerpt(font, around, width)
        return QSize(0, above + below + 3 * UNIT)


_END: Final = Qt.TextElideMode.ElideRight


def _bold(font: QFont) -> QFont:
    return scaled(font, 1.0, bold=True)


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 10_000), int(_WRAPPED), text).height()


def _height_of_excerpt(font: QFont, text: str, width: int) -> int:
    """Return the height of at most three lines, which may be more than three times the line spacing."""
    return min(_height(font, "\n".join("x" * _LINES), width), _height(font, text, width))


SIZE: Final = QSize(270 * UNIT, 190 * UNIT)
_SIDE: Final = 64 * UNIT

Place = tuple[str, str]
"""Name of a page, and a heading in it."""


class HelpWindow(QWidget):
    """Top-level window that shows the guide next to the main window. Signals: `closed()`."""

    closed = Signal()

    def __init__(self, theme: Theme, guide: HelpPages) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._guide = guide
        self._back_stack: list[Place] = []
        self._forward_stack: list[Place] = []
        self._here: Place = (START, "")
        self.setWindowTitle(tr("Guide – MLTag Desktop"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the guide"))
        self.search.setAccessibleName(tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.list = HelpList(theme, self)
        self.page = HelpPageView(theme, guide.folder, self)
        self.message_label = QLabel(self)
        self.message_label.setWordWrap(True)
        self.message_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message_label.setContentsMargins(GAP, UNIT, GAP, UNIT)
        self.back = self._button(tr("&Back"), QKeySequence.StandardKey.Back, self.go_back)
        self.forward = self._button(tr("&Forward"), QKeySequence.StandardKey.Forward, self.go_forward)
        self.contents = self._button(tr("&Contents"), QKeySequence("Alt+Home"), self._go_home)
        self._lay_out()
        self._wire()
        self._list_contents()
        fit_screen(self, SIZE)

    @property
    def here(self) -> Place:
        """The displayed page, and the heading it was opened at."""
        return self._here

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page and add the current one to the history."""
        if (name, heading) != self._here or not self.page.words:
            if self.page.words:
                self._back_stack.append(self._here)
            self._forward_stack.clear()
            self._open_place((name, heading))

    @Slot()
    def go_back(self) -> None:
        """Go back one page in the history."""
        if self._back_stack:
            self._forward_stack.append(self._here)
            self._open_place(self._back_stack.pop())

    @Slot()
    def go_forward(self) -> None:
        """Go forward one page in the history."""
        if self._forward_stack:
            self._back_stack.append(self._here)
            self._open_place(self._forward_stack.pop())

    def _open_place(self, place: Place) -> None:
        page = self._guide.page(place[0])
        if page is None:
            self._show_message(tr("The guide has no page {name}.", name=place[0]))
            return
        self._here = place
        self.page.show_page(page, place[1])
        self._show_message("")
        self.back.setEnabled(bool(self._back_stack))
        self.forward.setEnabled(bool(self._forward_stack))
        self._select_current()

    def _select_current(self) -> None:
        """Select the displayed page in the list."""
        for row in range(self.list.count()):
            if self.list.item(row).data(PLACE) in (self._here, (self._here[0], "")):
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    @Slot(str)
    def _search(self, typed: str) -> None:
        if not typed.strip():
            self._list_contents()
            return
        hits = self._guide.search(typed)
        self.list.clear()
        for hit in hits:
            self._list_hit(hit)
        self._show_message(
            tr_plural("{n} match in the guide", "{n} matches in the guide", len(hits))
            if hits
            else tr("No page of the guide contains all of these words. Try fewer words.")
        )

    def _list_hit(self, hit: HelpSearchHit) -> None:
        at = hit.page.title if hit.heading == hit.page.title else f"{hit.page.title} › {hit.heading}"
        item = QListWidgetItem(at)
        item.setData(AROUND, hit.around or hit.page.title)
        item.setData(PLACE, (hit.page.name, hit.heading))
        item.setToolTip(hit.around)
        self.list.addItem(item)

    def _list_contents(self) -> None:
        self.list.clear()
        for page in self._guide.pages[1:]:
            item = QListWidgetItem(page.title)
            item.setData(PLACE, (page.name, ""))
            self.list.addItem(item)
        self._show_message("")
        self._select_current()

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        name, heading = item.data(PLACE)
        self.show_page(name, heading)

    @Slot()
    def _open_first(self) -> None:
        if self.list.count():
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self._open(self.list.currentItem())
            self.list.setFocus()

    @Slot(str)
    def _report_outside(self, address: str) -> None:
        self._show_message(
            tr("The program does not open external links. Address: {address}", address=address)
        )

    @Slot()
    def _go_home(self) -> None:
        self.search.clear()
        self.show_page(START)

    def _show_message(self, words: str) -> None:
        self.message_label.setText(words)
        self.message_label.setVisible(bool(words))

    def _button(self, text: str, key: QKeySequence | QKeySequence.StandardKey, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setShortcut(QKeySequence(key))
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{text.replace('&', '')} ({shown})")
        button.clicked.connect(run)
        return button

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self.page.page_requested.connect(self.show_page)
        self.page.outside.connect(self._report_outside)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = vbox(parent=side, margins=GAP, spacing=GAP)
        row = hbox(spacing=UNIT)
        for button in (self.back, self.forward, self.contents):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        vbox((self.page, 1), self.message_label, parent=right, margins=0, spacing=0)
        splitter = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        splitter.addWidget(side)
        splitter.addWidget(right)
        splitter.setSizes([_SIDE, SIZE.width() - _SIDE])
        splitter.setStretchFactor(1, 1)
        vbox(splitter, parent=self, margins=0)
        for before, after in pairwise(
            (self.back, self.forward, self.contents, self.search, self.list, self.page)
        ):
            self.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
