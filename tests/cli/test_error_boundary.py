"""The error boundary converts every outcome to an exit code and at most two lines."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from mltag_desktop.cli.command_line import guard
from mltag_desktop.core.errors import Cancelled, MltagError


def raising(error: BaseException):
    def command() -> None:
        raise error

    return command


def test_a_finished_command_returns_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert guard(lambda: None) == 0
    assert capsys.readouterr() == ("", "")


def test_a_user_error_is_two_lines_of_any_length(capsys: pytest.CaptureFixture[str]) -> None:
    assert guard(raising(MltagError("It happened\nin two lines.", "Do  this."))) == 1
    assert capsys.readouterr().err == "It happened in two lines.\nDo this.\n"


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_cancelling_returns_130_without_output(
    error: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guard(raising(error)) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("number", [errno.ENAMETOOLONG, errno.EACCES, errno.ENOSPC])
def test_operating_system_errors_are_user_errors(number: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert guard(raising(OSError(number, os.strerror(number), "table.csv"))) == 1
    first, second = capfd.readouterr().err.splitlines()
    assert first == f"{os.strerror(number)}: table.csv."
    assert second


@pytest.mark.parametrize(("code", "expected"), [(None, 0), (0, 0), (2, 2), ("words", 1)])
def test_an_exit_keeps_its_code(code: object, expected: int) -> None:
    assert guard(raising(SystemExit(code))) == expected


def test_a_crash_leaves_a_report_without_its_message_in_the_log_folder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert guard(raising(ZeroDivisionError("by nothing"))) == 70
    first, second = capsys.readouterr().err.splitlines()
    assert "ZeroDivisionError" in first
    log = Path(second.removeprefix("The details are in ").removesuffix("."))
    assert log.parent == platformdirs.user_log_path("mltag-desktop", appauthor=False)
    report = log.read_text(encoding="utf-8")
    assert "builtins.ZeroDivisionError\n" in report
    assert "tests/cli/test_error_boundary.py:" in report
    assert "by nothing" not in report


def test_a_crash_without_a_log_folder_prints_the_report(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = own_folders / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    assert guard(raising(ZeroDivisionError("by nothing"))) == 70
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize("name", ["SIGTERM", *(["SIGBREAK"] if sys.platform == "win32" else [])])
def test_a_signal_to_end_exits_cleanly_and_the_handler_is_restored(name: str) -> None:
    """A finally clause runs, so temporary files are removed. SIGBREAK says that the console is closed."""
    number = signal.Signals[name]
    before = signal.getsignal(number)
    cleaned = []

    def command() -> None:
        try:
            signal.raise_signal(number)
        finally:
            cleaned.append(True)

    assert guard(command) == 143
    assert cleaned
    assert signal.getsignal(number) == before


@pytest.mark.parametrize(
    ("words", "read"),
    [(["predict", "in.csv", "-q", "-o", "-"], 10), (["--version"], 0)],
    ids=["long", "short"],
)
def test_a_reader_that_ends_early_is_no_crash(tmp_path: Path, words: list[str], read: int) -> None:
    table = tmp_path / "in.csv"
    table.write_bytes(b"id,text\n" + b"1,words about the training of models\n" * 3000)
    command = [sys.executable, "-m", "mltag_desktop", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(read)
        program.stdout.close()
        errors = program.stderr.read()
    assert (program.returncode, errors) == (1, b"")
