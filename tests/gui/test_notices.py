import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.notices import NoticeAction, NoticeKind, Notices
from mltag_desktop.gui.theme import Theme


@pytest.fixture
def bar(qapp, qtbot) -> Notices:
    host = QWidget()
    host.resize(600, 400)
    qtbot.addWidget(host)
    host.show()
    made = Notices(Theme(qapp), host)
    yield made
    made.clear()


def test_a_notice_lies_over_the_top_of_its_host_and_follows_its_width(bar: Notices, qtbot) -> None:
    bar.info("Imported 24 records.")
    assert bar.isVisible()
    assert (bar.x(), bar.y(), bar.width()) == (0, 0, 600)
    bar.parentWidget().resize(900, 400)
    qtbot.waitUntil(lambda: bar.width() == 900)


def test_an_error_stays_under_a_newer_notice_and_comes_back(bar: Notices) -> None:
    bar.failure(MltagError("The disk is full.", "Free some space."))
    bar.success("Exported.")
    assert bar.current.text == "Exported."
    bar.dismiss()
    assert bar.current.kind is NoticeKind.ERROR
    assert bar.current.hint == "Free some space."
    bar.dismiss()
    assert not bar.isVisible()


def test_the_action_runs_once_and_closes_the_notice(bar: Notices, qtbot) -> None:
    called = []
    bar.info("Tagged 12 records.", action=NoticeAction("Undo", lambda: called.append(1)))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert called == [1]
    assert bar.current is None


def test_an_unexpected_error_is_the_crash_boundarys(bar: Notices) -> None:
    bar.failure(ZeroDivisionError())
    assert bar.current is None


def test_it_speaks_to_a_screen_reader_and_can_be_closed(bar: Notices, qtbot) -> None:
    bar.error("It could not be read.", "Choose another file.")
    assert bar.accessibleName() == "It could not be read. Choose another file."
    close = bar.findChild(QToolButton)
    assert close.accessibleName()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_it_moves_to_another_host(bar: Notices, qtbot) -> None:
    other = QWidget()
    other.resize(300, 200)
    qtbot.addWidget(other)
    other.show()
    bar.info("Here.")
    bar.lie_over(other)
    assert bar.parentWidget() is other
    assert bar.width() == 300
    bar.clear()
