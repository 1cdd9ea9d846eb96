"""A terminal, Ctrl+C and a full disk, which need a separate process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mltag_desktop.cli.commands.program import attempt, try_workers
from mltag_desktop.cli.output import Messages
from tests.cli.helpers import write_labelled, write_plain
from tests.processes import press_ctrl_c, start_with_ctrl_c, wait_for

COMMAND = [sys.executable, "-m", "mltag_desktop"]


def read_all(descriptor: int) -> bytes:
    chunks = []
    while True:
        try:
            chunk = os.read(descriptor, 65_536)
        except OSError:  # the other end is closed
            chunk = b""
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


@pytest.mark.parametrize("quiet", [False, True])
def test_a_terminal_shows_a_progress_bar_unless_quiet(tmp_path: Path, quiet: bool) -> None:
    table = write_labelled(tmp_path / "in.csv", copies=1_000)  # the bar appears after half a second of work
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this system gives out no terminals")
    command = [*COMMAND, "evaluate", str(table), "--label", "tag"]
    process = subprocess.Popen([*command, *(["-q"] if quiet else [])], stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    seen = read_all(ours)
    os.close(ours)
    assert process.stdout is not None
    out = process.stdout.read()
    process.stdout.close()
    assert process.wait(60) == 0
    assert (b"%" in seen) is not quiet
    assert b"Macro F1" in out
    assert b"\x1b" not in out


def test_ctrl_c_returns_130_and_leaves_no_file(tmp_path: Path) -> None:
    table, out = write_plain(tmp_path / "in.csv", copies=4_000), tmp_path / "out.csv"
    command = [*COMMAND, "predict", str(table), "-o", str(out)]
    with start_with_ctrl_c(command, stderr=subprocess.PIPE) as process:
        wait_for(lambda: list(tmp_path.glob(".out.csv.*")) or process.poll() is not None)
        assert process.poll() is None, "it has started writing"
        press_ctrl_c(process)
        assert process.stderr is not None
        errors = process.stderr.read()
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_prints_two_lines(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "predict", str(table), "-q"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 2


@pytest.mark.parametrize("existing", [False, True])
def test_a_full_disk_keeps_the_old_file(tmp_path: Path, existing: bool) -> None:
    """A limit on the size of files simulates the full disk."""
    table, out = write_plain(tmp_path / "in.csv", copies=30), tmp_path / "out.csv"
    if existing:
        out.write_text("precious")

    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    command = [*COMMAND, "predict", str(table), "-q", "-o", str(out), "--force"]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert (out.read_text() if out.exists() else None) == ("precious" if existing else None)
    assert not list(tmp_path.glob(".out*"))


@pytest.mark.slow
def test_selftest_with_the_real_window(tmp_path: Path) -> None:
    out = tmp_path / "checks.json"
    done = subprocess.run([*COMMAND, "selftest", "--json", str(out)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "This plugin does not support" not in done.stderr
    checks = json.loads(out.read_text(encoding="utf-8"))["checks"]
    names = "model prediction import workers encoder export retrain signatures window"
    assert [check["name"] for check in checks] == names.split()
    assert all(check["passed"] for check in checks)


def test_output_outside_the_terminals_encoding(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [*COMMAND, "explain", "Überwachung 🙂 von Modellen"]
    done = subprocess.run(command, capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr


def test_workers_that_do_not_end_fail_the_selftest(tmp_path: Path) -> None:
    write_plain(tmp_path / "table.csv")
    printer = Messages(quiet=True)
    check = attempt("workers", lambda folder: try_workers(folder, patience=0.01), tmp_path, printer)
    assert not check.passed
    assert "timed out" in check.detail


def test_an_interrupt_while_the_program_loads_is_quiet() -> None:
    code = (
        "import sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'typer':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "sys.argv = ['mltag', 'check', 'nothing.csv']\n"
        "from mltag_desktop.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")
