"""The Ray engine: identical output in the same order, even if a worker is killed. Run by `make test-ray`."""

import contextlib
import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mltag_desktop.cli.command_line import FrontEnd, run
from mltag_desktop.core.errors import MltagError
from mltag_desktop.scale.ray_engine import RayEngine
from tests.cli.helpers import no_pictures, no_sight, no_window, write_plain
from tests.core.batch.helpers import task_of

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason='needs Ray: make test-ray installs the extra "ray"'
)
ray_test = pytest.mark.ray
ROOT = Path(__file__).resolve().parents[2]


def test_cluster_rejects_a_cache(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    task = task_of(table, "out.csv", cache=tmp_path / "cache")
    with pytest.raises(MltagError, match="one computer"):
        RayEngine(task, None, None, 1, print)  # type: ignore[arg-type]


SLOW_RAY = """
import builtins
builtins.ray_starts = []

def init(**options):
    builtins.ray_starts.append(options)
    raise Exception("The current node timed out during startup.\\nMore lines.")

def shutdown():
    builtins.ray_starts.append("shutdown")
"""


def test_ray_that_does_not_start_is_a_clear_error(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv", 3)
    (tmp_path / "ray").mkdir()
    (tmp_path / "ray/__init__.py").write_text(SLOW_RAY, encoding="utf-8")
    code = (
        "import builtins, sys; from mltag_desktop.__main__ import main; sys.path.insert(0, sys.argv.pop(1)); "
        "code = main(); print(len(builtins.ray_starts)); sys.exit(code)"
    )
    command = [
        sys.executable,
        "-c",
        code,
        tmp_path,
        "predict",
        table,
        "-o",
        tmp_path / "out.csv",
        "--engine",
        "ray",
    ]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert "Ray did not start on this computer: The current node timed out during startup." in done.stderr
    assert "or omit --engine" in done.stderr
    assert done.returncode == 1
    assert done.stdout.split() == ["6"]  # three attempts, each ended


def predict(
    table: Path, out: Path, *more: str, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mltag_desktop", "predict", str(table), "-o", str(out), "-q", *more]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | (environment or {})
    )


def ended(process: subprocess.Popen[bytes]) -> bytes:
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err.decode()
    return out


@ray_test
@needs_ray
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_cluster_output_equals_single_process(tmp_path: Path, suffix: str) -> None:
    table = write_plain(tmp_path / "in.csv", 150)
    alone, cluster = tmp_path / f"alone{suffix}", tmp_path / f"cluster{suffix}"
    ended(predict(table, alone, "--workers", "1", "--probabilities"))
    process = predict(table, cluster, "--engine", "ray", "--workers", "2", "--probabilities")
    assert process.communicate(timeout=300) == (b"", b"")
    assert cluster.read_bytes() == alone.read_bytes()


def job(name: str, table: Path, *address: str) -> list[str]:
    """Run a job of `tests.scale.jobs`; return the lines it prints."""
    command = [sys.executable, "-m", "tests.scale.jobs", name, str(table), *address]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return lines_of(name, done.stdout)


def lines_of(name: str, printed: str) -> list[str]:
    """Return the lines of a job, without those of Ray."""
    start = f"{name} "
    return [line.removeprefix(start) for line in printed.splitlines() if line.startswith(start)]


@ray_test
@needs_ray
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, and Ctrl+C is a signal of POSIX")
def test_ctrl_c_leaves_no_process_and_the_next_run_continues(tmp_path: Path) -> None:
    table, out, alone = (
        write_plain(tmp_path / "in.csv", 5_000),
        tmp_path / "out.csv",
        tmp_path / "alone.csv",
    )
    process = predict(
        table, out, "--engine", "ray", "--workers", "2", environment={"MLTAG_RUN": str(tmp_path)}
    )
    deadline = time.monotonic() + 200
    while not (tmp_path / ".out.csv.part.json").exists():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    deadline = time.monotonic() + 30
    while running(tmp_path):
        assert time.monotonic() < deadline, running(tmp_path)
        time.sleep(0.1)
    ended(predict(table, out, "--engine", "ray", "--workers", "2"))
    ended(predict(table, alone, "--workers", "2"))
    assert out.read_bytes() == alone.read_bytes()


def running(folder: Path) -> list[str]:
    """Return the command lines of the processes of a run."""
    mark = f"MLTAG_RUN={folder}\0".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_text(errors="replace"))
    return found


def test_ray_messages_do_not_mix_with_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    table = write_plain(tmp_path / "in.csv")
    code = run(["predict", str(table), "--engine", "ray"], FrontEnd(no_window, no_pictures, no_sight))
    found = capfd.readouterr()
    assert (code, found.out, len(found.err.splitlines())) == (1, "", 2)


@ray_test
@needs_ray
def test_unreachable_cluster_is_a_clear_error(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    process = predict(table, tmp_path / "out.csv", "--engine", "ray", "--address", "127.0.0.1:1")
    _, err = process.communicate(timeout=300)
    assert process.returncode == 1
    assert len(err.decode().splitlines()) == 2
