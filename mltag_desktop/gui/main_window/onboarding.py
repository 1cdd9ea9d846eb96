"""The onboarding tour: six steps over the table page that can be left and resumed at any time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QMenuBar, QPushButton, QToolButton

from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.layout import STRETCH, hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, scaled, widened


@dataclass(frozen=True)
class OnboardingStep:
    """Title and text of one step, and the part of the window that it is about.

    `words` may contain `{tags}` and the ids of commands, which stand for their keys.
    """

    title: str
    words: str
    target: str


STEPS: Final = (
    OnboardingStep(
        tr("Each row has a tag and a confidence"),
        tr(
            "The tags of this table are {tags}. An outlined tag is a prediction, a filled tag is a decision. "
            "Rows with low confidence are bold."
        ),
        "table",
    ),
    OnboardingStep(
        tr("Accept or correct with one key"),
        tr(
            "{accept} accepts the predicted tag, a digit sets another tag, {undo_key} undoes the last step. "
            "Try it."
        ),
        "tags",
    ),
    OnboardingStep(
        tr("See the explanation"),
        tr(
            "The words that support the tag are marked in the text. Point at another tag to see its words. "
            "“Similar” lists decided records with similar texts."
        ),
        "text",
    ),
    OnboardingStep(
        tr("Filter the table"),
        tr(
            "Click a tag or drag over the histogram, or press {find} and type confidence<0.6. Each condition "
            "is shown as a chip; click a chip to remove it."
        ),
        "filters",
    ),
    OnboardingStep(
        tr("Use tags of your own"),
        tr(
            "You can use any tags. In the Tag menu, “What are the tags” takes them from a column, a list or "
            "groups of similar records, and “Tag set” ({edit_tags}) adds, renames and describes tags."
        ),
        "edit_tags",
    ),
    OnboardingStep(
        tr("Train, then export"),
        tr(
            "After some corrections, Train ({train}) makes a candidate model and shows where it is better "
            "before anything changes. Export ({export}) writes your table with its tags. {show_focus} shows "
            "one text at a time, {palette} finds any command."
        ),
        "export",
    ),
)
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_MOST_TAGS: Final = 6
_TRIED: Final = 1
"""Index of the step in which the keys are tried on the table."""
_WIDTH: Final = 96 * UNIT
_TABLE_ROWS: Final = 6
"""Height in rows of the part of the table that the tour leaves free."""
_ABOVE: Final = 16 * UNIT
"""Distance from the bottom of the page in pixels, which leaves room for a notification."""


class OnboardingCard(QFrame):
    """Card with a step and the keyboard focus; the part of the window that the step is about is framed."""

    def __init__(self, context: AppContext, page: TablePage, actions: Mapping[str, QAction]) -> None:
        super().__init__(page)
        self._context, self._page, self._actions = context, page, actions
        self._frame = QFrame(page.window())
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for frame in (self, self._frame):
            frame.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
            frame.setForegroundRole(QPalette.ColorRole.Highlight)
            frame.setLineWidth(2)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.step = 0
        self._title = QLabel(self)
        self._title.setFont(scaled(self.font(), 1.15, bold=True))
        self._title.setWordWrap(True)
        self._words = QLabel(self, wordWrap=True)
        self._count = QLabel(self)
        self.back = QPushButton(tr("Back"), self)
        self.next = QPushButton(tr("Next"), self)
        self.leave = QPushButton(tr("End the tour"), self)
        row = hbox(self._count, STRETCH, spacing=GAP)
        for button in (self.leave, self.back, self.next):
            button.setAutoDefault(False)
            row.addWidget(button)
        vbox(self._title, self._words, row, parent=self, margins=GROUP, spacing=GAP)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self._put_off)
        page.installEventFilter(self)
        page.model.modelReset.connect(self.renew)  # the tags are known, and rows take their place
        self.hide()

    def start(self) -> None:
        """Show the card at the step where it was left."""
        self.show()  # first: a hidden card does not know how wide its texts are
        self._render()
        self.raise_()
        self.take_keys()

    @Slot()
    def renew(self) -> None:
        """Show the step again, for example once the sample is open that the tour started with."""
        if self.isVisible():
            self._render()

    def take_keys(self) -> None:
        """Focus the Next button, or hand the focus to the table in the step that tries its keys."""
        if self.step == _TRIED:
            self._page.table.setFocus()
        else:
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _go_on(self) -> None:
        if self.step + 1 == len(STEPS):
            self.step = 0
            self.hide()
            self._page.table.setFocus()
        else:
            self.step += 1
            self._render()
            self.take_keys()

    @Slot()
    def _go_back(self) -> None:
        self.step = max(0, self.step - 1)
        self._render()
        self.take_keys()

    @Slot()
    def _put_off(self) -> None:
        self.hide()
        self._page.table.setFocus()
        self._context.notifications.info(tr("Continue the tour at any time: Help › Take the tour."))

    def _render(self) -> None:
        step = STEPS[self.step]
        self._title.setText(step.title)
        words = self._filled(step.words)
        self._words.setText(words)
        self._count.setText(tr("{step} of {count}", step=self.step + 1, count=len(STEPS)))
        self.back.setEnabled(self.step > 0)
        is_last = self.step + 1 == len(STEPS)
        self.next.setText(tr("Done") if is_last else tr("Next"))
        self.leave.setHidden(is_last)  # in the last step, Done does the same
        self.setAccessibleName(
            tr(
                "Tour, step {step} of {count}: {title}",
                step=self.step + 1,
                count=len(STEPS),
                title=step.title,
            )
        )
        self.setAccessibleDescription(words)
        self._place()

    def _filled(self, words: str) -> str:
        """Return the text of a step with the names of the tags and the keys of the commands."""
        workspace, keys = self._context.session.workspace, QKeySequence.SequenceFormat.NativeText
        tags = [tag.name for tag in workspace.tag_set.tags] if workspace is not None else []
        shown = ", ".join([*tags[:_MOST_TAGS], *(["…"] if len(tags) > _MOST_TAGS else [])])

        def value(found: re.Match[str]) -> str:
            return shown if found[1] == "tags" else self._actions[found[1]].shortcut().toString(keys)

        return _PLACEHOLDER.sub(value, words)

    def _place(self) -> None:
        """Frame the target, and move beside it, where the card covers least of it."""
        host, target = self._page, self._target(STEPS[self.step].target)
        room = host.rect().adjusted(EDGE, EDGE, -EDGE, -_ABOVE)
        wide = max(widened(_WIDTH, self.fontMetrics()), self.minimumSizeHint().width())  # all buttons fit
        width = min(wide, room.width())
        card = QRect(0, 0, width, self.heightForWidth(width))
        self._frame.setVisible(target is not None)
        if target is None:
            card.moveBottomRight(room.bottomRight())
            self.setGeometry(card)
            return
        framed = target.adjusted(-UNIT, -UNIT, UNIT, UNIT)
        self._frame.raise_()
        around = QRect(host.mapTo(host.window(), framed.topLeft()), framed.size())
        self._frame.setGeometry(around.intersected(host.window().rect()))
        card.moveCenter(framed.center())
        places = (
            QPoint(framed.left() - width - GROUP, card.top()),
            QPoint(framed.right() + GROUP, card.top()),
            QPoint(card.left(), framed.bottom() + GROUP),
            QPoint(card.left(), framed.top() - card.height() - GROUP),
        )
        cards = [_kept_inside(room, QRect(place, card.size())) for place in places]
        self.setGeometry(min(cards, key=lambda at: _area(at.intersected(framed))))

    def _target(self, target: str) -> QRect | None:
        """Return where a target of the tour is: a part of the page, a menu or a button of the toolbar."""
        page = self._page
        parts = {
            "table": page.table,
            "tags": page.detail.tags,
            "text": page.detail.reading,
            "filters": page.filter_panel,
        }
        if target in parts:
            part = parts[target]
            free = _TABLE_ROWS * page.table.verticalHeader().defaultSectionSize()
            height = min(part.height(), free) if part is page.table else part.height()
            place = QRect(part.mapTo(page, QPoint()), QSize(part.width(), height))
            return place if part.isVisible() else None
        action, window = self._actions[target], page.window()
        for button in window.findChildren(QToolButton):
            if button.defaultAction() is action and button.isVisible():
                return QRect(page.mapFromGlobal(button.mapToGlobal(QPoint())), button.size())
        for bar in window.findChildren(QMenuBar):
            for title in bar.actions():
                menu = title.menu()
                if isinstance(menu, QMenu) and action in menu.actions():
                    place = bar.actionGeometry(title)
                    return QRect(page.mapFromGlobal(bar.mapToGlobal(place.topLeft())), place.size())
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_off()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frame.hide()


def _area(part: QRect) -> int:
    return part.width() * part.height()


def _kept_inside(room: QRect, card: QRect) -> QRect:
    """Return `card` moved so far that it lies in `room`."""
    card.moveRight(min(card.right(), room.right()))
    card.moveBottom(min(card.bottom(), room.bottom()))
    card.moveLeft(max(card.left(), room.left()))
    card.moveTop(max(card.top(), room.top()))
    return card


class OnboardingController(QObject):
    """Signals: `sample_requested()` when the tour starts while no table is open."""

    sample_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        filter_controller: FilterController,
        focus_controller: FocusController,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._filter_controller = filter_controller
        self._focus_controller = focus_controller
        self.card = OnboardingCard(context, page, actions)

    @Slot()
    def start(self) -> None:
        """Show the tour, over the sample when no table is open."""
        if self._context.session.workspace is None:
            self.sample_requested.emit()
        elif not self._page.model.rowCount():
            self._filter_controller.clear()  # the tour explains rows
        self._focus_controller.show_table()
        self.card.start()

    @Slot()
    def focus_table(self) -> None:
        """Give the focus to a table that was just opened, or to the tour that was started before it."""
        if self.card.isHidden():
            self._page.table.setFocus()
        else:
            self.card.take_keys()
