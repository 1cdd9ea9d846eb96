import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.widgets.notifications import (
    Notification,
    NotificationAction,
    NotificationKind,
    Notifications,
)
from mltag_desktop.gui.widgets.theme import Theme


@pytest.fixture
def bar(qapp, qtbot) -> Notifications:
    host = QWidget()
    host.resize(600, 400)
    qtbot.addWidget(host)
    host.show()
    made = Notifications(Theme(qapp), host)
    yield made
    made.clear()


def test_a_notice_takes_its_own_room_below_what_its_host_shows(bar: Notifications, qtbot) -> None:
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


def test_what_was_told_of_a_table_goes_with_it_and_errors_stay(bar: Notifications) -> None:
    bar.error("The disk is full.")
    bar.offer("37% are unlike the training data.", "", NotificationAction("Show all", lambda: None))
    bar.leave_table()
    assert bar.current.text == "The disk is full."


def test_an_error_stays_under_a_newer_notice_and_comes_back(bar: Notifications) -> None:
    bar.failure(MltagError("The disk is full.", "Free some space."))
    bar.success("Exported.")
    assert bar.current.text == "Exported."
    bar.dismiss()
    assert bar.current.kind is NotificationKind.ERROR
    assert bar.current.hint == "Free some space."
    bar.dismiss()
    assert not bar.isVisible()


def test_an_offer_waits_behind_another_and_both_can_be_used(bar: Notifications, qtbot) -> None:
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


def test_the_action_runs_once_and_closes_the_notice(bar: Notifications, qtbot) -> None:
    called = []
    bar.info("Tagged 12 records.", action=NotificationAction("Undo", lambda: called.append(1)))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert called == [1]
    assert bar.current is None


def test_an_unexpected_error_is_the_crash_boundarys(bar: Notifications) -> None:
    bar.failure(ZeroDivisionError())
    assert bar.current is None


def test_it_speaks_to_a_screen_reader_and_can_be_closed(bar: Notifications, qtbot) -> None:
    bar.error("It could not be read.", "Choose another file.")
    assert bar.accessibleName() == "It could not be read. Choose another file."
    close = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Close this message")
    assert close.accessibleName()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_it_moves_to_another_host(bar: Notifications, qtbot) -> None:
    other = QWidget()
    other.resize(300, 200)
    qtbot.addWidget(other)
    other.show()
    bar.info("Here.")
    before = bar.parentWidget()
    bar.stand_in(other, on_top=True)
    assert bar.parentWidget() is other
    assert (bar.y(), bar.width()) == (0, 300)
    assert (before.contentsMargins().bottom(), other.contentsMargins().top()) == (0, bar.height())
    bar.clear()


def test_a_notice_stays_while_its_button_has_the_focus(bar: Notifications, qtbot) -> None:
    """It went, and the press meant for its button hit what stood below."""
    bar.info("24 records copied.", "", NotificationAction("Export…", lambda: None))
    bar.window().activateWindow()
    bar._button.setFocus()
    qtbot.waitUntil(bar._button.hasFocus)
    bar._expire()
    assert bar.current is not None
    other = QPushButton(bar.parentWidget())
    other.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    bar.underMouse = lambda: False
    bar._expire()
    assert bar.current is None
