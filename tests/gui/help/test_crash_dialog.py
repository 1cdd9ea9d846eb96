import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.diagnostics.crash_report import KEPT, describe, write
from mltag_desktop.gui.help.crash_dialog import CrashBoundary, CrashDialog
from tests.gui.helpers import label

SECRET = "a record about pangolins"


def failure() -> ValueError:
    """Return an error that quotes a record, with a cause that quotes it, too."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(f"cannot read {SECRET}") from error
    except ValueError as error:
        return error


@pytest.fixture
def boundary(qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[CrashBoundary]:
    made = CrashBoundary(tmp_path / "crashes", lambda: {"model": "base-1"})
    made.install()
    yield made
    made.uninstall()
    made.deleteLater()


def shown(qtbot: QtBot, boundary: CrashBoundary, error: BaseException) -> CrashDialog:
    with qtbot.waitSignal(boundary.shown) as caught:
        boundary.report(error)
    dialog = caught.args[0]
    qtbot.addWidget(dialog)
    return dialog


def press(dialog: CrashDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text).click()


def test_an_error_in_a_worker_thread_is_shown_on_the_window_s_thread(qtbot, boundary):
    def work() -> None:
        raise failure()

    with qtbot.waitSignal(boundary.shown) as caught:
        thread = threading.Thread(target=work, name="worker")
        thread.start()
        thread.join()
    dialog = caught.args[0]
    assert dialog.thread() is QThread.currentThread()
    assert dialog.isVisible()
    dialog.reject()


def test_an_error_that_reaches_the_interpreter_is_shown(qtbot, boundary):
    error = failure()
    with qtbot.waitSignal(boundary.shown) as caught:
        sys.excepthook(type(error), error, error.__traceback__)
    caught.args[0].reject()


def test_ctrl_c_asks_to_quit_and_shows_nothing(qtbot, boundary):
    with qtbot.assertNotEmitted(boundary.shown), qtbot.waitSignal(boundary.quit_requested):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_the_report_is_written_and_quotes_no_record(qtbot, boundary, tmp_path):
    dialog = shown(qtbot, boundary, failure())
    (path,) = (tmp_path / "crashes").iterdir()
    text = path.read_text()
    assert "ValueError" in text
    assert "caused by builtins.KeyError" in text
    assert "model: base-1" in text
    assert "test_crash_dialog.py" in text
    assert "pangolins" not in text
    assert str(Path.home()) + "/" not in text
    dialog.reject()


def test_copy_puts_the_details_on_the_clipboard(qtbot, boundary):
    dialog = shown(qtbot, boundary, failure())
    press(dialog, "Copy details")
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert "pangolins" not in QGuiApplication.clipboard().text()
    dialog.reject()


def test_continue_closes_the_dialog_and_quit_requests_to_quit(qtbot, boundary):
    with qtbot.assertNotEmitted(boundary.quit_requested):
        press(shown(qtbot, boundary, failure()), "Continue")
    other = shown(qtbot, boundary, ZeroDivisionError())
    with qtbot.waitSignal(boundary.quit_requested):
        press(other, "Quit")


def test_many_failures_are_shown_in_one_dialog(qtbot, boundary):
    dialog = shown(qtbot, boundary, failure())
    with qtbot.assertNotEmitted(boundary.shown, wait=50):
        for _ in range(30):
            boundary.report(failure())
    assert "31 unexpected errors" in label(dialog, "heading")
    dialog.reject()
    with qtbot.assertNotEmitted(boundary.shown, wait=50):
        boundary.report(failure())


def test_the_dialog_is_shown_without_a_writable_folder(qtbot, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    boundary = CrashBoundary(tmp_path / "file" / "crashes")
    dialog = shown(qtbot, boundary, failure())
    assert "No crash report could be saved" in label(dialog, "words")
    dialog.reject()


def test_old_reports_are_deleted(tmp_path):
    report = describe(failure(), "here", {})
    written = [write(report, tmp_path) for _ in range(KEPT + 3)]
    assert sorted(tmp_path.iterdir()) == written[3:]


def test_an_error_that_causes_itself_is_described():
    error = ValueError()
    error.__context__ = KeyError()
    error.__context__.__context__ = error
    assert "KeyError" in describe(error, "here", {}).details
