from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.widgets.notifications import (
    Notification,
    NotificationAction,
    NotificationKind,
    Notifications,
)
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import find


@pytest.fixture
def bar(qapp, qtbot) -> Notifications:
    host = QWidget()
    host.resize(600, 400)
    qtbot.addWidget(host)
    host.show()
    made = Notifications(Theme(qapp), host)
    yield made
    made.clear()


def test_notification_reserves_space_below_its_host(bar: Notifications, qtbot) -> None:
    host = bar.parentWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(shown := QWidget(host))
    bar.info("Imported 24 records.")
    assert (bar.x(), bar.y(), bar.width()) == (0, 400 - bar.height(), 600)
    qtbot.waitUntil(lambda: (shown.y(), shown.height()) == (0, bar.y()))
    host.resize(900, 500)
    qtbot.waitUntil(lambda: (bar.width(), bar.geometry().bottom()) == (900, 499))
    bar.clear()
    qtbot.waitUntil(lambda: shown.height() == 500)


def test_closing_a_table_keeps_only_errors(bar: Notifications) -> None:
    bar.error("The disk is full.")
    bar.offer("37% are unlike the training data.", "", NotificationAction("Show all", lambda: None))
    bar.leave_table()
    assert bar.current.text == "The disk is full."


def test_a_notification_with_new_figures_keeps_its_place(bar: Notifications) -> None:
    old, new = (Notification(f"New: {n}.", "", NotificationKind.OFFER) for n in (10, 11))
    bar.replace(old, new)
    assert bar.current is None
    bar.show_notice(old)
    bar.error("The disk is full. " * 30)
    details = find(bar, QToolButton, "details")
    details.click()
    bar.replace(old, new)
    assert (bar.current.text, bar.pending[0].text) == ("The disk is full. " * 30, "New: 11.")
    assert details.isChecked()
    bar.dismiss()
    assert bar.accessibleName().startswith("New: 11.")


def test_error_reappears_after_a_newer_notification(bar: Notifications) -> None:
    bar.failure(MltagError("The disk is full.", "Free some space."))
    bar.success("Exported.")
    assert bar.current.text == "Exported."
    bar.dismiss()
    assert bar.current.kind is NotificationKind.ERROR
    assert bar.current.hint == "Free some space."
    bar.dismiss()
    assert not bar.isVisible()


def test_offers_queue_and_can_both_be_used(bar: Notifications, qtbot) -> None:
    called = []
    bar.wait(
        Notification(
            "14% is Russian.", "", NotificationKind.OFFER, NotificationAction("Show examples", lambda: None)
        )
    )
    second = Notification(
        "Unlike.", "", NotificationKind.OFFER, NotificationAction("Make", lambda: called.append("made"))
    )
    bar.wait(second)
    assert bar.current.text == "14% is Russian.", "nothing is taken from under a hand"
    turn = next(b for b in bar.findChildren(QToolButton) if b.text() == "1 more")
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert bar.current is second
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert called == ["made"]
    assert bar.current.text == "14% is Russian."
    assert not turn.isVisible()
    bar.info("5 records: Russian.")
    bar.dismiss()
    assert bar.current.action.text == "Show examples", "it stays until it is closed or followed"


def test_action_runs_once_and_closes_the_notification(bar: Notifications, qtbot) -> None:
    called = []
    bar.info("Tagged 12 records.", action=NotificationAction("Undo", lambda: called.append(1)))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert called == [1]
    assert bar.current is None


def test_unexpected_error_is_left_to_crash_boundary(bar: Notifications) -> None:
    bar.failure(ZeroDivisionError())
    assert bar.current is None


def test_notification_is_accessible_and_can_be_closed(bar: Notifications, qtbot) -> None:
    bar.error("It could not be read.", "Choose another file.")
    assert bar.accessibleName() == "It could not be read. Choose another file."
    close = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Close this message")
    assert close.accessibleName()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_notification_moves_to_another_host(bar: Notifications, qtbot) -> None:
    other = QWidget()
    other.resize(300, 200)
    qtbot.addWidget(other)
    other.show()
    bar.info("Here.")
    before = bar.parentWidget()
    bar.show_in(other, on_top=True)
    assert bar.parentWidget() is other
    assert (bar.y(), bar.width()) == (0, 300)
    assert (before.contentsMargins().bottom(), other.contentsMargins().top()) == (0, bar.height())
    bar.clear()


def test_focused_notification_does_not_expire(bar: Notifications, qtbot) -> None:
    """It used to expire, and the key press meant for its button went to another widget."""
    bar.info("24 records copied.", "", NotificationAction("Export…", lambda: None))
    bar.window().activateWindow()
    find(bar, QPushButton, "action").setFocus()
    qtbot.waitUntil(find(bar, QPushButton, "action").hasFocus)
    bar.findChild(QTimer).timeout.emit()
    assert bar.current is not None
    other = QPushButton(bar.parentWidget())
    other.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    bar.underMouse = lambda: False
    bar.findChild(QTimer).timeout.emit()
    assert bar.current is None


def test_a_message_goes_by_itself_although_others_come_and_the_pointer_rests_there(
    bar: Notifications, monkeypatch
) -> None:
    timer = bar.findChild(QTimer)
    bar.success("1 record copied.")
    ends = timer.remainingTime()
    QTest.qWait(20)
    offer = Notification("New: 10.", "", NotificationKind.OFFER)
    bar.wait(offer)
    bar.withdraw(offer)
    assert timer.remainingTime() < ends, "its time does not start again"
    monkeypatch.setattr(bar, "underMouse", lambda: True)
    timer.timeout.emit()
    assert bar.current is None


def test_a_long_notification_shows_the_rest_on_demand(bar: Notifications, qtbot) -> None:
    bar.info("Short.")
    line = bar.height()
    details = find(bar, QToolButton, "details")
    assert not details.isVisible()
    words = "21% of the texts are unlike the training data, which may make the confidence wrong. " * 4
    bar.offer(words, "Check some of them.", NotificationAction("Show examples", lambda: None))
    assert bar.height() <= line + 8
    assert details.isVisible()
    assert bar.accessibleName() == f"{words} Check some of them."
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert bar.height() > 2 * line
    assert any(label.text() == bar.accessibleName() for label in bar.findChildren(QLabel))
    bar.info("Short again.")
    assert (bar.height(), details.isVisible()) == (line, False)


def test_a_text_of_two_lines_is_shown_as_a_whole(bar: Notifications) -> None:
    details, metrics = find(bar, QToolButton, "details"), bar.fontMetrics()
    words = "A"
    while metrics.horizontalAdvance(words) < bar.parentWidget().width():
        words += " word"
    bar.success(words, "Close.")
    assert not details.isVisible()
    shown = next(label for label in bar.findChildren(QLabel) if label.text() == f"{words} Close.")
    assert shown.height() >= 2 * metrics.height()


def test_a_long_text_with_line_breaks_is_one_line(bar: Notifications) -> None:
    bar.error("The file could not be read:\n" + "a reason\n" * 20)
    assert "\n" not in bar.findChildren(QLabel)[1].text()
    assert find(bar, QToolButton, "details").isVisible()


def test_buttons_stay_where_they_are(bar: Notifications, qtbot) -> None:
    """Another notification behind this one, or the rest of its text, moves no button under the pointer."""
    action = NotificationAction("Train…", lambda: None)
    bar.offer("67 decisions are new to the model. " * 12, "", action)
    details = find(bar, QToolButton, "details")
    buttons = [find(bar, QPushButton, "action"), details, find(bar, QToolButton, "Close this message")]

    def places() -> list[QPoint]:
        bar.layout().activate()
        return [button.mapTo(bar.parentWidget(), button.rect().bottomRight()) for button in buttons]

    qtbot.waitUntil(details.isVisible)
    before = places()
    bar.wait(Notification("Another offer", "", NotificationKind.OFFER, action))
    assert places() == before
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert bar.height() > 80
    assert places() == before


@pytest.fixture
def make_bar(theme, qtbot) -> Callable[[int], Notifications]:
    """Returns a function that makes a bar with a font of so many points."""

    def make(points: int) -> Notifications:
        host = QWidget()
        qtbot.addWidget(host)
        font = host.font()
        font.setPointSize(points)
        host.setFont(font)
        host.resize(72 * points, 400)
        host.show()
        return Notifications(theme, host)

    return make


def test_the_next_text_is_shown_as_a_whole_beside_a_longer_button(make_bar) -> None:
    for words in range(9, 14):
        bar = make_bar(18)
        bar.offer("Short.", "", NotificationAction("Show", lambda: None))
        QApplication.processEvents()
        bar.dismiss()
        bar.offer("a word " * words, "", NotificationAction("Tag the records alike", lambda: None))
        QApplication.processEvents()
        text = next(label for label in bar.findChildren(QLabel) if "word" in label.text())
        assert text.height() >= text.heightForWidth(text.width())
        bar.clear()


@pytest.mark.parametrize("points", range(8, 25))
def test_two_lines_need_no_details_with_any_font(make_bar, points: int) -> None:
    bar = make_bar(points)
    bar.error("first line\nsecond line")
    assert find(bar, QToolButton, "Details").isHidden()
    bar.error("first line\nsecond line\nthird line")
    assert not find(bar, QToolButton, "Details").isHidden()


@pytest.mark.parametrize("width", [320, 500])
def test_buttons_are_below_the_text_of_a_narrow_bar(make_bar, qtbot, width: int) -> None:
    bar = make_bar(18)
    bar.parentWidget().resize(width, 400)
    words = "This workspace is read-only: it is in use by Bea on this computer. " * 3
    bar.error(words, "", NotificationAction("Save a copy as…", lambda: None))
    action, details = find(bar, QPushButton, "action"), find(bar, QToolButton, "details")
    qtbot.waitUntil(details.isVisible)
    text = bar.findChildren(QLabel)[1]
    bar.layout().activate()
    assert action.width() >= action.sizeHint().width()
    assert text.width() > 80
    assert text.geometry().bottom() <= action.mapTo(bar, QPoint()).y()
    assert bar.height() < 4 * bar.fontMetrics().height()
    before = action.mapTo(bar.parentWidget(), QPoint())
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    bar.layout().activate()
    assert text.text() == words.strip()
    assert action.mapTo(bar.parentWidget(), QPoint()) == before
    bar.parentWidget().resize(1400, 400)
    QApplication.processEvents()
    assert text.geometry().right() <= action.mapTo(bar, QPoint()).x()
