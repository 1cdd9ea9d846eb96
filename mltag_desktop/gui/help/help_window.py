"""The guide window: contents and search on the left, the page on the right, with back and forward."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QWidget,
)

from mltag_desktop.gui.help.help_pages import START, HelpPages, HelpPageView
from mltag_desktop.gui.i18n import tr, tr_plural
from mltag_desktop.gui.widgets.dialog_tables import quiet_selection
from mltag_desktop.gui.widgets.dialogs import fit_screen
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme

PLACE: Final = Qt.ItemDataRole.UserRole
"""Role of the page and the heading of an item in the list."""
SIZE: Final = QSize(270 * UNIT, 190 * UNIT)
_SIDE: Final = 64 * UNIT

Place = tuple[str, str]
"""Name of a page, and a heading in it."""


class HelpWindow(QWidget):
    """Top-level window that shows the guide next to the main window."""

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
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(UNIT)
        self.list.setAccessibleName(tr("Contents of the guide"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        quiet_selection(self.list, theme)
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
            at = hit.page.title if hit.heading == hit.page.title else f"{hit.page.title} › {hit.heading}"
            item = QListWidgetItem(f"{at}\n{hit.around}".strip())
            item.setData(PLACE, (hit.page.name, hit.heading))
            self.list.addItem(item)
        self._show_message(
            tr_plural("{n} match in the guide", "{n} matches in the guide", len(hits))
            if hits
            else tr("No page of the guide contains all of these words. Try fewer words.")
        )

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
