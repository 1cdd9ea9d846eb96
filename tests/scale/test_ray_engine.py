"""The Ray engine: identical output in the same order, even if a worker is killed. Run by `make test-ray`."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mltag_desktop.cli.command_line import FrontEnd, run
from mltag_desktop.core.batch.task import FileChunk, TextBatch
from mltag_desktop.core.errors import MltagError
from mltag_desktop.scale.ray_engine import MAX_CHARACTERS, MAX_REQUESTS, RayEngine, windows
from tests.cli.helpers import no_pictures, no_sight, no_window, write_plain
from tests.core.batch.helpers import task_of

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason='needs Ray: make test-ray installs the extra "ray"'
)
ray_test = pytest.mark.ray


def test_windows_keep_order_and_memory_limit() -> None:
    stretches = [FileChunk(number, 1) for number in range(2 * MAX_REQUESTS + 1)]
    assert [len(window) for window in windows(iter(stretches))] == [MAX_REQUESTS, MAX_REQUESTS, 1]
    texts = [TextBatch(["x" * (MAX_CHARACTERS // 2)]) for _ in range(5)]
    assert [len(window) for window in windows(iter(texts))] == [2, 2, 1]


def test_cluster_rejects_a_cache(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    task = task_of(table, "out.csv", cache=tmp_path / "cache")
    with pytest.raises(MltagError, match="one computer"):
        RayEngine(task, None, None, 1)  # type: ignore[arg-type]


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
    (tmp_path / "ray/data.py").write_text("", encoding="utf-8")
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


def predict(table: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mltag_desktop", "predict", str(table), "-o", str(out), "-q", *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


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
    ended(predict(table, cluster, "--engine", "ray", "--workers", "2", "--probabilities"))
    assert cluster.read_bytes() == alone.read_bytes()


KILLED = """
import os, pickle, sys
from pathlib import Path
from mltag_desktop.core.batch.task import TextBatch
from mltag_desktop.core.model.library.model_names import load_model
from mltag_desktop.scale.ray_engine import RayEngine
from tests.core.batch.helpers import task_of
task = task_of(Path(sys.argv[1]), "out.csv", None)
requests = [TextBatch([f"translating sentences {n} {m}" for m in range(4_000)]) for n in range(60)]
engine = RayEngine(task, load_model(None), None, 2)
for number, done in enumerate(engine.run(iter(requests))):
    print(number, done.rows, done.answers.predictions.probabilities.sum(), flush=True)
"""


@ray_test
@needs_ray
@pytest.mark.skipif(sys.platform != "linux", reason="finds the worker in /proc")
def test_killed_worker_is_replaced(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(table)], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    worker = ray_worker(process.pid)
    os.kill(worker, signal.SIGKILL)
    lines = [first, *process.stdout.read().splitlines()]
    lines = [line for line in lines if line[:1].isdigit()]  # Ray reports on stdout that a worker died
    process.stdout.close()
    assert process.wait(300) == 0
    assert [line.split()[:2] for line in lines] == [[b"%d" % n, b"4000"] for n in range(60)]


def ray_worker(driver: int) -> int:
    """Return a worker process that descends from `driver`."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                named = b"ray::" in (folder / "cmdline").read_bytes()
                if named and b"Worker" in (folder / "cmdline").read_bytes() and descends(folder, driver):
                    return int(folder.name)
            except (FileNotFoundError, ProcessLookupError):
                continue
        time.sleep(0.05)
    raise AssertionError("no worker was seen")


def descends(folder: Path, ancestor: int) -> bool:
    """Return whether a process descends from `ancestor`."""
    pid = int(folder.name)
    while pid > 1:
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        if pid == ancestor:
            return True
    return False


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
