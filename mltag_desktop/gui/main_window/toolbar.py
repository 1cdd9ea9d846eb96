"""The toolbar: the most frequent commands, and the filter bar at the right."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.actions import Actions, add_groups
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.theme import Theme, widened


class ToolBar(QToolBar):
    """Shows actions of the command table."""

    def __init__(self, actions: Actions, filter_bar: QWidget, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Toolbar"), parent)
        self._theme = theme
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        add_groups(self, actions, lambda command: command.toolbar)
        self._shown = [action for action in self.actions() if not action.isSeparator()]
        self.addWidget(_stretch(self))
        self.addWidget(filter_bar)
        self._with_words = 0
        theme.changed.connect(self._recolour)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        side = widened(SIZE, self.fontMetrics())
        self.setIconSize(QSize(side, side))
        for action in self._shown:
            action.setIcon(icon(action.objectName(), self._theme.colours, size=side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a plain background with a thin line.

        Fusion's two light edges are too bright in the dark scheme.
        """
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the button texts when they would leave no space for the filter bar."""
        super().resizeEvent(event)
        style, words = Qt.ToolButtonStyle, self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        if words:
            self._with_words = self.sizeHint().width()
        fits = self.width() >= self._with_words
        if fits != words:
            self.setToolButtonStyle(style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly)


def _stretch(parent: QWidget) -> QWidget:
    spring = QWidget(parent)
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
