"""Fixtures that run commands, in this process or in a separate one."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

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


Mltag = Callable[..., Outcome]


@pytest.fixture
def mltag(capfd: pytest.CaptureFixture[str]) -> Mltag:
    """Run a command in this process, with a front end that has no window."""

    def call(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments], FRONT)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def mltag_process() -> Mltag:
    """Run `python -m mltag_desktop` in a separate process."""

    def call(*arguments: object, stdin: bytes = b"") -> Outcome:
        command = [sys.executable, "-m", "mltag_desktop", *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=120)
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call
