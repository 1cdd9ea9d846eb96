"""The worker process of the packaged program uses scikit-learn, and opens no second window."""

import subprocess
from pathlib import Path

import pytest

from scripts.shipping.screen import focus, on_screen, wait_for
from tests.packaging.helpers import ROOT

pytestmark = pytest.mark.packaged


def test_a_worker_loads_scikit_learn_without_a_second_window(
    tmp_path: Path, program: Path, display: str
) -> None:
    table = tmp_path / "sample.csv"
    table.write_bytes((ROOT / "resources" / "sample.csv").read_bytes())
    trace = tmp_path / "trace"
    environment = {
        "HOME": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "DISPLAY": display,
        "MLTAG_STARTUP_TRACE": str(trace),
    }
    with subprocess.Popen([program / "mltag", table], env=environment) as window:
        try:
            wait_for(lambda: trace.exists() and "tagged" in trace.read_text(), "the tags")
            focus(display, "sample")
            on_screen(display, "key", "--delay", "150", *["Return"] * 30)
            on_screen(display, "key", "ctrl+t")
            focus(display, "Train")

            def is_computing() -> bool:
                on_screen(display, "key", "alt+t")
                return bool(_with_library(program, "/sklearn/"))

            wait_for(is_computing, "a process that uses scikit-learn")
            assert window.pid not in _with_library(program, "/sklearn/"), "the window computes itself"
            assert _with_library(program, "libqxcb.so") == {window.pid}, "another process has a window"
        finally:
            window.terminate()
    wait_for(lambda: not _processes(program), "the end of all processes")


def _processes(program: Path) -> set[int]:
    """Return the ids of all processes of the program."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").readlink() == program / "mltag":
                found.add(int(process.name))
        except OSError:
            continue
    return found


def _with_library(program: Path, name: str) -> set[int]:
    """Return the processes of the program that have loaded a library."""
    found = set()
    for number in _processes(program):
        try:
            if name in Path(f"/proc/{number}/maps").read_text(encoding="utf-8"):
                found.add(number)
        except OSError:
            continue  # the process has ended
    return found
