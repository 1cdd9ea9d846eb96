"""A stack of pages of which one is shown."""

from PySide6.QtWidgets import QStackedLayout, QWidget


class PageStack(QWidget):
    """Shows one of its pages.

    Screen readers announce a QStackedWidget as "layered pane, 0 items" each time the focus enters it; a plain
    widget is not announced.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QStackedLayout(self)

    def addWidget(self, page: QWidget) -> int:
        """Add a page and return its number."""
        return self._layout.addWidget(page)

    def indexOf(self, page: QWidget) -> int:
        """Return the number of a page, or -1."""
        return self._layout.indexOf(page)

    def currentIndex(self) -> int:
        """Return the number of the shown page, or -1."""
        return self._layout.currentIndex()

    def currentWidget(self) -> QWidget | None:
        """Return the shown page."""
        return self._layout.currentWidget()

    def setCurrentIndex(self, number: int) -> None:
        """Show the page with this number."""
        self._layout.setCurrentIndex(number)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show this page."""
        self._layout.setCurrentWidget(page)
