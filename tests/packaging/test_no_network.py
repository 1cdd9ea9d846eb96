"""The program opens no network connection, as observed by strace in all its processes."""

import re
import subprocess
from pathlib import Path

import pytest

from scripts.shipping.screen import wait_for
from tests.packaging.helpers import ROOT

pytestmark = pytest.mark.packaged

CALLS = "socket,socketpair,connect,bind,sendto,sendmsg,sendmmsg"
LOCAL = re.compile(r"AF_(UNIX|LOCAL|NETLINK)\b")
"""Local socket families; the C library uses netlink to list the machine's addresses."""


def traced(tmp_path: Path, command: list[str], **environment: str) -> tuple[int, list[str]]:
    """Run under strace in a namespace without a network; return the exit code and all socket calls."""
    log = tmp_path / "calls"
    watched = ["unshare", "--net", "strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log), *command]
    home = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(watched, env={**home, **environment}, timeout=300)
    return done.returncode, log.read_text().splitlines()


def to_elsewhere(calls: list[str]) -> list[str]:
    """Return the calls that create or use a non-local socket."""
    made = [call for call in calls if re.search(r"\b(socket|socketpair|connect|bind)\(", call)]
    named = [call for call in calls if "sa_family=" in call or "AF_INET" in call]
    return [call for call in {*made, *named} if not LOCAL.search(call)]


def test_strace_detects_a_connection_attempt(tmp_path: Path) -> None:
    _, calls = traced(tmp_path, ["bash", "-c", "exec 3<>/dev/udp/192.0.2.1/9"])
    assert to_elsewhere(calls)


def test_the_command_line_opens_no_connection(tmp_path: Path, program: Path) -> None:
    code, calls = traced(tmp_path, [str(program / "mltag"), "selftest"], QT_QPA_PLATFORM="offscreen")
    assert code == 0
    assert calls, "the workers of the self-test talk over socket pairs"
    assert to_elsewhere(calls) == []


def test_the_window_opens_no_connection(tmp_path: Path, program: Path, display: str) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes((ROOT / "resources" / "sample.csv").read_bytes())
    trace = tmp_path / "trace"
    script = f'"{program / "mltag"}" "{table}" & window=$!; '
    script += f'while ! grep -qs tagged "{trace}"; do sleep 0.2; done; '
    script += "sleep 2; kill $window; wait $window; exit 0"
    code, calls = traced(
        tmp_path, ["timeout", "120", "sh", "-c", script], DISPLAY=display, MLTAG_STARTUP_TRACE=str(trace)
    )
    assert code == 0
    assert any("X11-unix" in call for call in calls), "it talked to the screen"
    assert to_elsewhere(calls) == []
    wait_for(lambda: not _is_running(program), "the end of the window")


def _is_running(program: Path) -> bool:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").readlink() == program / "mltag":
                return True
        except OSError:
            continue
    return False
