"""Fixtures that run commands, in this process or in a separate one."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from mltag_desktop.cli.command_line import run
from tests.cli.helpers import FRONT


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def error_lines(self) -> list[str]:
        return self.err.splitlines()


class Mltag:
    """Runs commands and checks their exit codes."""

    def __init__(self, run: Callable[..., Outcome]) -> None:
        self._run = run

    def __call__(self, *arguments: object, code: int | None = 0, **more: bytes) -> Outcome:
        """Run a command, which has to end with `code`; with any code for None."""
        done = self._run([str(argument) for argument in arguments], **more)
        assert code in (None, done.code), (done.code, done.err)
        return done

    def json(self, *arguments: object, code: int = 0) -> Any:
        """Run a command; return its JSON."""
        return json.loads(self(*arguments, "--json", "-", code=code).out)

    def refused(self, *arguments: object) -> Outcome:
        """Run a command that has to end with a user's error: what happened, then what to do."""
        done = self(*arguments, code=1)
        assert len(done.error_lines) == 2, done.err
        return done


@pytest.fixture
def mltag(capfd: pytest.CaptureFixture[str]) -> Mltag:
    """Run a command in this process, with a front end that has no window."""

    def call(arguments: list[str]) -> Outcome:
        capfd.readouterr()
        code = run(arguments, FRONT)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return Mltag(call)


@pytest.fixture
def mltag_process() -> Mltag:
    """Run `python -m mltag_desktop` in a separate process."""

    def call(arguments: list[str], stdin: bytes = b"") -> Outcome:
        command = [sys.executable, "-m", "mltag_desktop", *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=300)  # Wine starts slowly
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return Mltag(call)
