"""Controls whose marks, menus, numbers and tabs fit the font, and questions that are shown in place."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QValidator
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QLabel,
    QMenu,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOption,
    QTabBar,
    QTabWidget,
    QWidget,
)

from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import escape_mnemonic, tr
from mltag_desktop.gui.widgets.layout import STRETCH, hbox
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import EDGE, GAP, UNIT, Theme, icon_side

_SHARE: Final = 0.8
"""Height of the mark relative to the height of the text."""


class CheckBox(QCheckBox):
    """A check box with a square as high as its text."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        _enlarge_mark(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            _enlarge_mark(self)


class RadioButton(QRadioButton):
    """A radio button with a circle as high as its text."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        _enlarge_mark(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            _enlarge_mark(self)


def _enlarge_mark(button: QAbstractButton) -> None:
    """Let Qt draw the mark larger, if the font is larger than usual."""
    usual = button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
    side = round(_SHARE * button.fontMetrics().height())
    kind = "QCheckBox" if isinstance(button, QCheckBox) else "QRadioButton"
    sheet = f"{kind}::indicator {{ width: {side}px; height: {side}px; }}" if side > usual else ""
    if sheet != button.styleSheet():
        button.setStyleSheet(sheet)


class CheckableComboBox(QComboBox):
    """Looks like a combo box and opens a menu of checkable items; its owner sets the displayed text.

    Signals: `changed()` when the user checked or unchecked an item.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        """Opens in place of the list; its actions are the checkable items."""
        self.menu.aboutToHide.connect(self.hidePopup)
        self.checked: list[int] = []
        """The checked items, in the order in which they were checked."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem("")

    @property
    def words(self) -> str:
        """The displayed text."""
        return self.currentText()

    def show_items(self, names: Iterable[str], checked: Iterable[int]) -> None:
        """Offer these items."""
        self.menu.clear()
        self.checked = list(checked)
        chosen = set(self.checked)
        for place, name in enumerate(names):
            action = self.menu.addAction(escape_mnemonic(name))
            action.setCheckable(True)
            action.setChecked(place in chosen)
            action.toggled.connect(partial(self._check, place))

    def _check(self, place: int, on: bool) -> None:
        if on != (place in self.checked):
            self.checked = [*self.checked, place] if on else [each for each in self.checked if each != place]
            self.changed.emit()

    def say(self, words: str) -> None:
        """Set the displayed text."""
        self.setItemText(0, words)
        self.updateGeometry()

    def showPopup(self) -> None:
        corner = QPoint(0, self.height())
        if self.isRightToLeft():
            corner.setX(self.width() - self.menu.sizeHint().width())
        self.menu.popup(self.mapToGlobal(corner))


class DecimalSpinBox(QDoubleSpinBox):
    """Reads 0.5 and 0,5 as the same number; Qt drops the separator of other languages and reads 05.

    Thousands are never grouped.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        point = self.locale().decimalPoint()
        written = text.replace("." if point == "," else ",", point)
        state, written, position = super().validate(written, position)
        return state, written, position


_BESIDE: Final = 4 * UNIT
"""Pixels beside the text of a tab, on both sides together; Fusion leaves half as many again."""


class _TabStyle(QProxyStyle):
    """Fusion with slightly narrower tabs whose texts stand on one line; otherwise it cuts the dots of “Ä”."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return _BESIDE
        if metric == QStyle.PixelMetric.PM_TabBarTabShiftVertical:
            return 0
        return super().pixelMetric(metric, option, widget)


class TabBar(QTabBar):
    """A tab bar that shows whole letters, and leaves a little less space beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style = _TabStyle("fusion")
        style.setParent(self)
        self.setStyle(style)


class TabWidget(QTabWidget):
    """Pages with such a tab bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(TabBar(self))


Answer = tuple[str, Callable[[], object]]


class TagBox(QComboBox):
    """A choice of tags, shown with their symbols."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._tags: tuple[TagInfo, ...] = ()
        self.setAccessibleName(name)
        theme.changed.connect(self._recolour)

    def show_tags(self, tags: Iterable[TagInfo]) -> None:
        """Offer these tags; the data of each choice is its name."""
        self._tags = tuple(tags)
        self.clear()
        for tag in self._tags:
            self.addItem(tag.name, tag.name)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        side = icon_side(self.fontMetrics())
        self.setIconSize(QSize(side, side))
        for place, tag in enumerate(self._tags):
            self.setItemIcon(place, sign_icon(tag, self._theme.colours, side))


class InlineQuestion(QFrame):
    """A question with several answers; hidden until `ask`, and after an answer."""

    def __init__(self, *, wide: bool = False) -> None:
        """Show the buttons below the words, or beside them in a `wide` place, which has no frame then."""
        super().__init__()
        if wide:
            self.setAutoFillBackground(True)
            self.setBackgroundRole(QPalette.ColorRole.Base)
        else:
            self.setFrameShape(QFrame.Shape.StyledPanel)  # plain, so that check boxes are visible
        self.setAccessibleName(tr("Question"))  # screen readers add the words
        self._words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.keep = CheckBox()
        """An optional check box below the question, such as "Do not ask again"."""
        self.keep.hide()
        self._buttons: list[QPushButton] = []
        self._row = hbox(STRETCH, spacing=GAP)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(EDGE if wide else 2 * GAP, GAP, EDGE if wide else 2 * GAP, GAP)
        layout.setSpacing(2 * GAP if wide else GAP)
        layout.addWidget(self._words, 1 if wide else 0)
        layout.addWidget(self.keep)
        layout.addLayout(self._row)
        self.hide()

    @property
    def words(self) -> str:
        """The question."""
        return self._words.text()

    def ask(self, words: str, answers: Sequence[Answer], keep: str = "") -> None:
        """Show the question; the first answer is the safe one."""
        self._words.setText(f"⚠  {words}")
        self.keep.setText(keep)
        self.keep.setChecked(False)
        self.keep.setVisible(bool(keep))
        for button in self._buttons:
            self._row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._buttons = [self._button(*answer) for answer in answers]
        self.show()
        self._buttons[0].setFocus()

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, autoDefault=False)

        def answer() -> None:
            self.hide()
            run()

        button.clicked.connect(answer)
        self._row.addWidget(button)
        return button
