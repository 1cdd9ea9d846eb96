"""Exit by a signal, by the end of the desktop session or by SIGKILL, and the workspace afterwards."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.note_drafts import drafts_in
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.workspace_files import OpenedSource, open_source
from tests.gui.application.typing_window import NOTE
from tests.processes import KILLED, press_ctrl_c, start_with_ctrl_c

ROOT = Path(__file__).parents[3]
CLOSED = {"table.csv", "table.mltag", "table.mltag-decisions"}
ENDINGS = ("SIGINT",) if sys.platform == "win32" else ("SIGTERM", "SIGINT", "SIGHUP")


@contextmanager
def typing_window(
    table: Path,
    *words: str,
    through: Sequence[str] = (),
    start: Callable[..., subprocess.Popen[str]] = subprocess.Popen,
) -> Iterator[subprocess.Popen[str]]:
    """Start a window with one decision and an unfinished note."""
    # tests that run in the background of a shell inherit an ignored SIGINT, and under nohup an ignored SIGHUP
    defaults = ["env", "--default-signal=HUP,INT"] if sys.platform == "linux" else []
    command = [
        *defaults,
        *through,
        sys.executable,
        "-m",
        "tests.gui.application.typing_window",
        str(table),
        *words,
    ]
    with start(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def told(process: subprocess.Popen[str], words: str) -> bool:
    assert process.stdout is not None
    return process.stdout.readline() == f"{words}\n"


def files_next_to(table: Path) -> set[str]:
    return {path.name for path in table.parent.iterdir() if path.name.startswith(table.stem)}


def reopened(table: Path) -> OpenedSource:
    source = open_source(SILENT, table, "Bo", (), table.parent)
    assert isinstance(source, OpenedSource)
    return source


@pytest.mark.parametrize("name", ENDINGS)
def test_an_exit_signal_closes_the_window(make_table: Callable[..., Path], name: str) -> None:
    table, number = make_table(), signal.Signals[name]
    with typing_window(table, start=start_with_ctrl_c) as process:
        assert told(process, "typed")
        for _ in range(2):  # a second signal while it closes
            process.send_signal(number) if name != "SIGINT" else press_ctrl_c(process)
        assert process.wait(60) == 0
    assert files_next_to(table) == CLOSED, "no write-ahead log is left"
    with Workspace.open(table.with_suffix(".mltag"), "Bo") as workspace:
        workspace.verify()
        assert workspace.table.records([0])[0].decided is not None
        assert workspace.decisions.note_on(1) == NOTE
        assert len(workspace.journal.steps()) == 2
        assert drafts_in(workspace) == []


def test_an_exit_signal_closes_the_window_while_a_dialog_is_open(
    make_table: Callable[..., Path],
) -> None:
    table = make_table()
    with typing_window(table, "asking") as process:
        for word in ("typed", "stored", "asking"):
            assert told(process, word)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    assert files_next_to(table) == CLOSED
    with Workspace.open(table.with_suffix(".mltag"), "Bo") as workspace:
        assert workspace.decisions.note_on(1) == NOTE
        assert drafts_in(workspace) == []


def test_an_ignored_signal_stays_ignored(make_table: Callable[..., Path]) -> None:
    table = make_table()
    with typing_window(table, through=["nohup"]) as process:
        assert told(process, "typed")
        process.send_signal(signal.SIGHUP)
        assert told(process, "stored"), "it goes on"
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_a_killed_window_keeps_the_unfinished_note(make_table: Callable[..., Path]) -> None:
    table = make_table()
    with typing_window(table) as process:
        assert told(process, "typed")
        assert told(process, "stored")
        process.kill()
        assert process.wait() == KILLED
    source = reopened(table)
    with source.workspace as workspace:
        assert source.note == "Saved the unfinished note on record 2."
        record = workspace.table.records([1])[0]
        assert record.note == NOTE
        note, decision = workspace.journal.steps()
        assert note.curator == decision.curator != "Bo"
        assert drafts_in(workspace) == []
        workspace.history.undo()
        assert workspace.decisions.note_on(1) == ""
        assert workspace.table.records([1])[0].status == Status.TO_REVIEW
    again = reopened(table)
    with again.workspace as workspace:
        assert again.note == ""
        assert workspace.decisions.note_on(1) == ""


SESSION_ENDS = """
import os, sys, threading
import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from tests.gui.application import typing_window

class Ending(QObject):
    asked = Signal()

ending = Ending()
stands_for = QObject()  # Qt alone makes session managers; nothing here calls one
def end():
    address = shiboken6.getCppPointer(stands_for)[0]
    QApplication.instance().commitDataRequest.emit(shiboken6.wrapInstance(address, QSessionManager))
ending.asked.connect(end, Qt.ConnectionType.QueuedConnection)

def wait():
    sys.stdin.readline()
    ending.asked.emit()

threading.Thread(target=wait, daemon=True).start()
os._exit(typing_window.main())
"""


def test_the_end_of_the_desktop_session_closes_the_window(make_table: Callable[..., Path]) -> None:
    table = make_table()
    command = [sys.executable, "-c", SESSION_ENDS, str(table)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert told(process, "typed")
        assert process.stdin is not None
        process.stdin.write("end\n")
        process.stdin.flush()
        assert process.wait(60) == 0
    assert files_next_to(table) == CLOSED
    with Workspace.open(table.with_suffix(".mltag"), "Bo") as workspace:
        assert workspace.decisions.note_on(1) == NOTE
        assert drafts_in(workspace) == []


def test_window_is_destroyed_with_a_dialog_whose_table_has_the_focus(opened) -> None:
    opened.actions["journal"].trigger()
    journal = opened.dialogs.shown
    assert journal is not None
    journal.reject()
    opened.parent_window.close()  # the fixture destroys it; an exception in a filter would crash
