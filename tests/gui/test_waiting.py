"""A test that waits in vain says which dialog was open."""

from collections.abc import Callable

import pytest
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.widgets.dialogs import Dialog
from mltag_desktop.gui.widgets.notifications import Notification


@pytest.fixture
def question(qtbot: QtBot) -> Dialog:
    dialog = Dialog(None)
    dialog.setWindowTitle("Really remove?")
    qtbot.addWidget(dialog)
    return dialog


def test_a_dialog_in_place_of_a_notification_fails_immediately(
    notified: Callable[..., Notification], question: Dialog
) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"Really remove\?"):
        notified(question.open)


def test_a_wait_in_vain_names_the_open_dialogs(qtbot: QtBot, question: Dialog) -> None:
    question.open()
    with pytest.raises(TimeoutError) as error:
        qtbot.waitUntil(lambda: False, timeout=10)
    assert "Really remove?" in error.value.__notes__[0]
