"""A file that is open already: its window comes to the front, and no second one opens."""

import json
import os
import select
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.application.open_windows import mutex_name, show_open_window, starting_with
from mltag_desktop.gui.help.crash_dialog import CrashDialog
from tests.gui.helpers import wait_tagged

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="macOS gives files to the running program")
sockets = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no runtime folder")
ASK = "import sys, pathlib; from mltag_desktop.gui.application import open_windows as w; "
ASK += "print(w.show_open_window(pathlib.Path(sys.argv[1])))"
STARTS = "import os, sys, pathlib; from mltag_desktop.gui.application.open_windows import starting_with\n"
STARTS += "with starting_with(pathlib.Path(sys.argv[1])): "


@pytest.fixture
def runtime(tmp_path_factory, monkeypatch) -> Iterator[Path]:
    """The user's own folder for sockets."""
    folder = tmp_path_factory.mktemp("r")
    folder.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("DISPLAY", ":5")
    return folder


@pytest.fixture
def opened(runtime, make_program, make_table, qtbot: QtBot) -> Application:
    """A minimized window with a table."""
    program = make_program(make_table())
    wait_tagged(program, qtbot, 24)
    program.parent_window.setWindowState(Qt.WindowState.WindowMinimized)
    return program


def table_of(program: Application) -> Path:
    source = program.workspace_opener.source
    assert source is not None
    assert source.path is not None
    return source.path


def asked(qtbot: QtBot, file: Path, **environment: str) -> str:
    """Ask as another process does; return what it says."""
    process = subprocess.Popen(
        [sys.executable, "-c", ASK, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    return process.communicate()[0].strip()


def send(qtbot: QtBot, runtime: Path, content: bytes, *, waits: bool = True) -> bytes:
    """Send something to the only socket; return the answer."""
    [place] = runtime.glob("*.socket")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(place))
        connection.sendall(content)
        connection.shutdown(socket.SHUT_WR)
        if not waits:
            return b""
        qtbot.waitUntil(lambda: bool(select.select([connection], [], [], 0)[0]))
        return connection.recv(100)


@sockets
@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b"[]", b"3", b'{"file": 3, "screen": ["", ":5"]}', b" " * 70_000, b"[" * 60_000],
)
def test_a_request_that_is_none_changes_nothing(
    opened: Application, runtime: Path, qtbot: QtBot, content: bytes
) -> None:
    assert send(qtbot, runtime, content) == b""
    assert opened.parent_window.isMinimized()
    assert not opened.parent_window.findChildren(CrashDialog)


def test_another_file_or_screen_is_not_shown(opened: Application, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n", encoding="utf-8")
    assert asked(qtbot, other) == "False"
    assert asked(qtbot, tmp_path / "gone.csv") == "False"
    if sys.platform == "linux":
        assert asked(qtbot, table_of(opened), DISPLAY=":6") == "False"
    assert opened.parent_window.isMinimized()


def test_the_table_and_its_workspace_bring_the_window_up(
    opened: Application, qtbot: QtBot, monkeypatch
) -> None:
    table = table_of(opened)
    for file in (table, table.with_suffix(".mltag")):
        opened.parent_window.setWindowState(Qt.WindowState.WindowMinimized)
        assert asked(qtbot, file, XDG_ACTIVATION_TOKEN="permission") == "True"
        assert not opened.parent_window.isMinimized()
    assert "XDG_ACTIVATION_TOKEN" not in os.environ, "the next window would use it again"


def test_a_second_process_of_the_program_ends_at_once(opened: Application, qtbot: QtBot) -> None:
    process = subprocess.Popen([sys.executable, "-m", "mltag_desktop", str(table_of(opened))])
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    assert process.returncode == 0
    assert not opened.parent_window.isMinimized()


@sockets
def test_a_process_that_gave_up_waiting_brings_nothing_up(
    opened: Application, runtime: Path, qtbot: QtBot
) -> None:
    request = {"file": str(table_of(opened)), "screen": [os.environ.get("WAYLAND_DISPLAY", ""), ":5"]}
    send(qtbot, runtime, json.dumps(request).encode(), waits=False)
    qtbot.wait(100)
    assert opened.parent_window.isMinimized()


@sockets
def test_a_window_that_hangs_or_has_crashed_is_not_waited_for(runtime: Path, tmp_path: Path) -> None:
    (runtime / "mltag-desktop-1.socket").write_text("no socket", encoding="utf-8")
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(str(runtime / "mltag-desktop-2.socket"))
    with socket.socket(socket.AF_UNIX) as hangs:
        hangs.bind(str(runtime / "mltag-desktop-3.socket"))
        hangs.listen()
        assert not show_open_window(tmp_path / "table.csv")


@sockets
def test_a_folder_that_others_can_enter_is_not_used(
    runtime: Path, make_program, make_table, qtbot: QtBot
) -> None:
    runtime.chmod(0o755)
    program = make_program(make_table())
    wait_tagged(program, qtbot, 24)
    assert not list(runtime.iterdir())
    assert not show_open_window(table_of(program))


def test_a_read_only_window_leaves_it_to_the_other_one(
    opened: Application, make_program, qtbot: QtBot
) -> None:
    second = make_program(table_of(opened))
    qtbot.waitUntil(lambda: second.session.workspace is not None)
    assert not second.workspace_opener.has_open(table_of(opened))
    assert opened.workspace_opener.has_open(table_of(opened))


def test_a_table_whose_workspace_was_copied_is_opened_with_its_own(
    opened: Application, make_program, qtbot: QtBot
) -> None:
    table = table_of(opened)
    own, copy = table.with_suffix(".mltag"), table.with_name("copy.mltag")
    opened.parent_window.close()
    shutil.copy(own, copy)
    opener = make_program(copy).workspace_opener
    qtbot.waitUntil(lambda: opener.source is not None)
    assert opener.source.path == table
    assert opener.has_open(copy)
    assert not opener.has_open(own)
    assert not opener.has_open(table)
    own.unlink()
    assert opener.has_open(table)


@sockets
def test_the_socket_goes_with_the_window(opened: Application, runtime: Path) -> None:
    assert len(list(runtime.iterdir())) == 1
    opened.parent_window.close()
    assert not list(runtime.iterdir())


@sockets
def test_a_window_that_is_starting_is_waited_for(
    opened: Application, runtime: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """The window has no socket yet when the second process asks."""
    table = table_of(opened)
    [place] = runtime.glob("*.socket")
    hidden = place.rename(runtime / "not-yet")
    with starting_with(table):
        asks = subprocess.Popen([sys.executable, "-c", ASK, str(table)], stdout=subprocess.PIPE, text=True)
        qtbot.wait(1_000)
        assert asks.poll() is None
        hidden.rename(place)
        qtbot.waitUntil(lambda: asks.poll() is not None, timeout=60_000)
    assert asks.communicate()[0].strip() == "True"
    assert not opened.parent_window.isMinimized()


def test_a_start_that_ends_without_the_file_is_waited_for_no_longer(
    runtime: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b\n", encoding="utf-8")
    first = f"{STARTS}print(is_first)".replace("])): ", "])) as is_first: ")
    with starting_with(table) as is_first:
        assert is_first
        other = subprocess.run([sys.executable, "-c", first, str(table)], capture_output=True, check=True)
        assert other.stdout.split() == [b"False"]
        asks = subprocess.Popen([sys.executable, "-c", ASK, str(table)], stdout=subprocess.PIPE, text=True)
        qtbot.wait(1_000)
        assert asks.poll() is None
    assert asks.communicate()[0].strip() == "False"


@sockets
def test_only_a_start_with_the_same_file_a_moment_ago_is_waited_for(
    runtime: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waits"))
    table, other = tmp_path / "table.csv", tmp_path / "other.csv"
    for file in (table, other):
        file.write_text("a,b\n", encoding="utf-8")
    with starting_with(other):
        assert not show_open_window(table)
    gone = tmp_path / "gone.csv"
    with starting_with(gone):
        assert not show_open_window(gone)
    with starting_with(table):
        [link] = runtime.iterdir()
        os.utime(link, (0, 0), follow_symlinks=False)
        assert not show_open_window(table), "its window did not come"
    assert not list(runtime.iterdir())
    for process in ("none", "9" * 30, str(table)):
        link.symlink_to(process)
        assert not show_open_window(table)
        with starting_with(table) as is_first:
            assert is_first
        assert not list(runtime.iterdir())
    ends = f"{STARTS}os._exit(1)"
    assert subprocess.run([sys.executable, "-c", ends, str(table)], check=False).returncode == 1
    [link] = runtime.iterdir()
    assert not show_open_window(table), "its process has ended"
    link.unlink()
    runtime.chmod(0o755)
    with starting_with(table):
        assert not list(runtime.iterdir())


def is_starting(runtime: Path, table: Path) -> bool:
    if sys.platform == "win32":
        from mltag_desktop.gui.application.message_window import is_held

        return is_held(mutex_name(table))
    return bool(list(runtime.glob("*.opens")))


def test_two_starts_one_after_the_other_open_one_window(runtime: Path, make_table, qtbot: QtBot) -> None:
    table = make_table()
    command = [sys.executable, "-m", "mltag_desktop", str(table)]
    started = [subprocess.Popen(command)]
    try:
        qtbot.waitUntil(lambda: is_starting(runtime, table), timeout=60_000)
        started.append(subprocess.Popen(command))
        first, second = started
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.returncode == 0
        assert first.poll() is None
        first.terminate()
        qtbot.waitUntil(lambda: first.poll() is not None, timeout=60_000)
    finally:
        for process in started:
            process.kill()
            process.wait()
    assert not list(runtime.iterdir())


def test_one_of_several_starts_at_the_same_moment_is_the_first(runtime: Path, tmp_path: Path) -> None:
    """Two starts within 0.2 ms used to open two windows, because each looked before the other's link."""
    table = tmp_path / "table.csv"
    table.write_text("a,b\n", encoding="utf-8")
    waits = f"{STARTS.removesuffix(': ')} as is_first:\n    print(is_first, flush=True)\n    sys.stdin.read()"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", waits, str(table)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    said = [process.stdout.readline().strip() for process in started if process.stdout is not None]
    for process in started:
        process.communicate()
    assert sorted(said) == [*["False"] * 5, "True"]
    assert not list(runtime.iterdir())
