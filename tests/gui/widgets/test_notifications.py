from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
def bar(qapp: QApplication, qtbot: QtBot) -> Iterator[Notifications]:
    host = QWidget()
    host.resize(600, 400)
    qtbot.addWidget(host)
    host.show()
    made = Notifications(Theme(qapp), host)
    yield made
    made.clear()


def test_notification_reserves_space_below_its_host(bar: Notifications, qtbot: QtBot) -> None:
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
    assert not bar.pending
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


def test_offers_queue_and_can_both_be_used(bar: Notifications, qtbot: QtBot) -> None:
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


def test_action_runs_once_and_closes_the_notification(bar: Notifications, qtbot: QtBot) -> None:
    called = []
    bar.info("Tagged 12 records.", action=NotificationAction("Undo", lambda: called.append(1)))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert called == [1]
    assert bar.current is None


def test_unexpected_error_is_left_to_crash_boundary(bar: Notifications) -> None:
    bar.failure(ZeroDivisionError())
    assert bar.current is None


def test_notification_is_accessible_and_can_be_closed(bar: Notifications, qtbot: QtBot) -> None:
    bar.error("It could not be read.", "Choose another file.")
    assert bar.accessibleName() == "It could not be read. Choose another file."
    close = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Close this message")
    assert close.accessibleName()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_notification_moves_to_another_host(bar: Notifications, qtbot: QtBot) -> None:
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


def test_focused_notification_does_not_expire(bar: Notifications, qtbot: QtBot) -> None:
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
    bar.underMouse = lambda: False  # type: ignore[method-assign]  # wherever the mouse is
    bar.findChild(QTimer).timeout.emit()
    assert bar.current is None


def test_a_message_goes_by_itself_although_others_come_and_the_pointer_rests_there(
    bar: Notifications, monkeypatch: pytest.MonkeyPatch
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


def text_of(bar: Notifications) -> QLabel:
    """Return the label with the text, after its layout."""
    bar.layout().activate()
    return bar.findChildren(QLabel)[1]


def test_a_long_notification_shows_the_rest_on_demand(bar: Notifications, qtbot: QtBot) -> None:
    bar.info("Short.")
    line = bar.height()
    details = find(bar, QToolButton, "details")
    assert not details.isVisible()
    words = "21% of the texts are unlike the training data,\nwhich may make the confidence wrong. " * 9
    bar.offer(words, "Check some of them.", NotificationAction("Show examples", lambda: None))
    assert bar.height() <= 2 * line
    assert bar.accessibleName() == f"{words} Check some of them."
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert bar.height() > 6 * line
    assert text_of(bar).text() == bar.accessibleName()
    bar.info("Short again.")
    assert (bar.height(), details.isVisible()) == (line, False)


@pytest.mark.parametrize("on_top", [False, True])
def test_sign_text_and_buttons_of_one_line_are_centred(
    bar: Notifications, qtbot: QtBot, on_top: bool
) -> None:
    if on_top:
        host = QWidget()
        qtbot.addWidget(host)
        bar.show_in(host, on_top=True)
    bar.offer("Short.", "", NotificationAction("Train…", lambda: None))
    text = text_of(bar)
    for part in (bar.findChildren(QLabel)[0], find(bar, QPushButton, "action")):
        assert abs(part.mapTo(bar, part.rect().center()).y() - text.geometry().center().y()) <= 1


def test_buttons_stay_where_they_are(bar: Notifications, qtbot: QtBot) -> None:
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


MakeBar = Callable[[int], Notifications]


@pytest.fixture
def make_bar(theme: Theme, qtbot: QtBot) -> MakeBar:
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


def test_texts_are_shown_as_a_whole_beside_buttons_of_any_length(make_bar: MakeBar) -> None:
    for words in range(9, 14):
        bar = make_bar(18)
        for text, button in (("Short.", "Show"), ("a word " * words, "Tag the records alike")):
            bar.clear()
            bar.offer(text, "", NotificationAction(button, lambda: None))
            QApplication.processEvents()
        assert text_of(bar).height() >= text_of(bar).heightForWidth(text_of(bar).width())
        bar.clear()


@pytest.mark.parametrize("width", [420, 500])
def test_buttons_are_below_the_text_of_a_narrow_bar(make_bar: MakeBar, qtbot: QtBot, width: int) -> None:
    bar = make_bar(18)
    bar.parentWidget().resize(width, 400)
    words = "This workspace is read-only: it is in use by Bea on this computer. " * 4
    bar.error(words, "", NotificationAction("Save a copy as…", lambda: None))
    action, details = find(bar, QPushButton, "action"), find(bar, QToolButton, "details")
    qtbot.waitUntil(details.isVisible)
    text = text_of(bar)
    assert action.width() >= action.sizeHint().width()
    assert text.width() > 80
    assert text.geometry().bottom() <= action.mapTo(bar, QPoint()).y()
    before = action.mapTo(bar.parentWidget(), QPoint())
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert text_of(bar).text() == words.strip()
    assert action.mapTo(bar.parentWidget(), QPoint()) == before
    bar.parentWidget().resize(1400, 400)
    QApplication.processEvents()
    assert text.geometry().right() <= action.mapTo(bar, QPoint()).x()
