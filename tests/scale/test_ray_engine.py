"""Batches on a Ray cluster: the same rows as without it, whatever dies. Run by `make test-ray`."""

import contextlib
import csv
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mltag_desktop.cli.command_line import run
from tests.cli.helpers import FRONT, write_plain

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason='needs Ray: make test-ray installs the extra "ray"'
)
ray_test = pytest.mark.ray
STORE = Path(__file__).resolve().parents[2] / "build/s3/bin/moto_server"
LAUNCH = (
    "import sys; from mltag_desktop.scale import ray_engine; ray_engine.PIECE = int(sys.argv.pop(1)); "
    "from mltag_desktop.__main__ import main; sys.exit(main())"
)


def refused(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the two lines that a refused command prints."""
    code = run(["predict", *arguments], FRONT)
    found = capfd.readouterr()
    assert (code, found.out, len(found.err.splitlines())) == (1, "", 2)
    return found.err


def test_a_cache_works_on_one_computer(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    table, out = str(write_plain(tmp_path / "in.csv")), str(tmp_path / "out")
    assert "one computer" in refused(capfd, table, "-o", out, "--engine", "ray", "--cache", "cache")


def test_ray_messages_do_not_mix_with_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    refused(capfd, str(write_plain(tmp_path / "in.csv")), "--engine", "ray")


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
    (tmp_path / "ray/data.py").touch()
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
    source: Path | str,
    out: Path | str,
    *more: str,
    piece: int = 1 << 25,
    environment: dict[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", LAUNCH, str(piece), "predict", str(source), "-o", str(out), *more]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | (environment or {})
    )


def ended(process: subprocess.Popen[bytes]) -> str:
    """Return what a run says; nothing but that reaches the terminal."""
    out, err = process.communicate(timeout=500)
    assert (process.returncode, out) == (0, b""), err.decode()
    return err.decode()


def on_cluster(source: Path | str, out: Path | str, *more: str, piece: int = 1 << 25) -> str:
    return ended(predict(source, out, "--engine", "ray", "--workers", "2", *more, piece=piece))


def rows_of(parts: Iterator[Path]) -> list[list[str]]:
    found: list[list[str]] = []
    for part in sorted(parts):
        with part.open(encoding="utf-8", newline="") as file:
            found += list(csv.reader(file))[1 if found else 0 :]
    return found


def write_lines(path: Path, count: int) -> Path:
    """Write a table with line ends and quotes in its cells."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "description"))
        for number in range(count):
            writer.writerow(
                (f"{number:07}", f'translating "sentences" {number}', f"first line\nsecond, {number}")
            )
    return path


@ray_test
@needs_ray
def test_pieces_of_a_file_have_the_rows_of_a_single_process(tmp_path: Path) -> None:
    table, alone = write_lines(tmp_path / "in.csv", 3_000), tmp_path / "alone.csv"
    ended(predict(table, alone, "--workers", "1", "--probabilities"))
    said = on_cluster(table, tmp_path / "out", "--probabilities", piece=40_000)
    assert said.startswith("3,000 rows tagged by model")
    assert len(said.splitlines()) == 1
    parts = [*(tmp_path / "out").glob("in-*.csv")]
    assert len(parts) == -(-table.stat().st_size // 40_000)
    assert rows_of(iter(parts)) == rows_of(iter([alone]))
    on_cluster(table, tmp_path / "file.csv", "--probabilities", piece=40_000)
    assert (tmp_path / "file.csv").read_bytes() == alone.read_bytes()
    assert not (tmp_path / ".file.csv.parts").exists()


@ray_test
@needs_ray
def test_a_file_whose_quotes_mislead_is_read_as_a_whole(tmp_path: Path) -> None:
    table, alone = tmp_path / "in.csv", tmp_path / "alone.csv"
    lines = [f'{number},a pipe of 5" and a line,"one\ntwo {number}"' for number in range(2_001)]
    table.write_text("\n".join(["id,title,description", *lines, ""]), encoding="utf-8")
    ended(predict(table, alone, "--workers", "1"))
    on_cluster(table, tmp_path / "out", piece=10_000)
    assert rows_of((tmp_path / "out").glob("*.csv")) == rows_of(iter([alone]))


@ray_test
@needs_ray
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_folder_is_predicted_file_by_file(tmp_path: Path, form: str) -> None:
    source = tmp_path / "in"
    (source / "deep").mkdir(parents=True)
    for number, name in enumerate((f"a.{form}", f"deep/b.{form}"), 1):
        ended(predict(write_plain(tmp_path / f"{number}.csv", number), source / name, "--workers", "1"))
    for name in ("a", "deep/b"):  # a column of an earlier prediction is a column like others
        (tmp_path / "alone" / name).parent.mkdir(exist_ok=True, parents=True)
        ended(predict(source / f"{name}.{form}", tmp_path / "alone" / f"{name}.{form}", "--workers", "1"))
    on_cluster(source, tmp_path / "out", piece=2_000)
    for name in (f"a.{form}", f"deep/b.{form}"):
        whole = (tmp_path / "alone" / name).read_bytes()
        parts = sorted((tmp_path / "out").glob(name.replace(".", "*.")))
        assert b"".join(part.read_bytes() for part in parts) == whole


@ray_test
@needs_ray
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_worker_and_a_killed_driver_lose_nothing(tmp_path: Path) -> None:
    table, out, alone = write_lines(tmp_path / "in.csv", 60_000), tmp_path / "out", tmp_path / "alone.csv"
    ended(predict(table, alone, "--workers", "1"))
    options = ("--engine", "ray", "--workers", "2")
    process = predict(table, out, *options, piece=200_000, environment={"MLTAG_RUN": str(tmp_path)})
    wait_for(lambda: finished(out) >= 1, process)
    for pid in workers(tmp_path)[:1]:
        os.kill(pid, signal.SIGKILL)
    before = finished(out)
    wait_for(lambda: finished(out) >= before + 2, process)
    process.kill()
    process.communicate()
    assert finished(out) < -(-table.stat().st_size // 200_000)
    said = on_cluster(table, out, piece=200_000)
    assert "of these came from an earlier run" in said
    assert rows_of(out.glob("in-*.csv")) == rows_of(iter([alone]))
    wait_for(lambda: not workers(tmp_path))


@ray_test
@needs_ray
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, and Ctrl+C is a signal of POSIX")
def test_ctrl_c_leaves_no_process(tmp_path: Path) -> None:
    table, out = write_lines(tmp_path / "in.csv", 60_000), tmp_path / "out"
    options = ("--engine", "ray", "--workers", "2")
    process = predict(table, out, *options, piece=200_000, environment={"MLTAG_RUN": str(tmp_path)})
    wait_for(lambda: finished(out) >= 1, process)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=100)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    wait_for(lambda: not workers(tmp_path))


@ray_test
@needs_ray
def test_what_a_worker_raises_is_shown(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    write_plain(source / "a.csv")
    (source / "b.csv").write_text("name,other\nx,y\nz,w\n", encoding="utf-8")
    process = predict(source, tmp_path / "out", "--engine", "ray", "--text", "title")
    _, err = process.communicate(timeout=500)
    assert process.returncode == 1
    assert b"title" in err
    assert len(err.decode().splitlines()) == 2


@ray_test
@needs_ray
def test_unreachable_cluster_is_a_clear_error(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    process = predict(table, tmp_path / "out", "--engine", "ray", "--address", "127.0.0.1:1")
    _, err = process.communicate(timeout=300)
    assert process.returncode == 1
    assert len(err.decode().splitlines()) == 2


@pytest.fixture
def store() -> Iterator[str]:
    """Return the address of an object store that speaks S3 on this computer, with a bucket."""
    if not STORE.exists():
        pytest.skip("make test-ray installs an object store")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [STORE, "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(lambda: listens(port), process)
        yield f"127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@ray_test
@needs_ray
def test_an_object_store_is_read_and_written(
    tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyarrow import fs

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    where = f"?region=us-east-1&scheme=http&endpoint_override={store}&allow_bucket_creation=true"
    files, _ = fs.FileSystem.from_uri(f"s3://bucket/in{where}")
    files.create_dir("bucket")
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("a.csv", "b.csv"):
        table = write_lines(tmp_path / name, 500)
        ended(predict(table, alone / name, "--workers", "1"))
        with files.open_output_stream(f"bucket/in/{name}") as target:
            target.write(table.read_bytes())
    on_cluster(f"s3://bucket/in{where}", f"s3://bucket/out{where}", piece=20_000)
    for name in ("a", "b"):
        parts = files.get_file_info(fs.FileSelector("bucket/out"))
        (tmp_path / "got" / name).mkdir(parents=True)
        for part in parts:
            if part.base_name.startswith(f"{name}-"):
                with files.open_input_stream(part.path) as content:
                    (tmp_path / "got" / name / part.base_name).write_bytes(content.read())
        assert rows_of((tmp_path / "got" / name).iterdir()) == rows_of(iter([alone / f"{name}.csv"]))


def listens(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def finished(out: Path) -> int:
    return len([*(out / "_finished").glob("*.json")])


def wait_for(condition: Callable[[], bool], process: "subprocess.Popen[bytes] | None" = None) -> None:
    deadline = time.monotonic() + 400
    while not condition():
        assert process is None or process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.05)


def workers(folder: Path) -> list[int]:
    """Return the ids of the processes that predict in a run."""
    mark, found = f"MLTAG_RUN={folder}\0".encode(), []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark in (process / "environ").read_bytes():
                title = (process / "cmdline").read_text(errors="replace")
                if title.startswith("ray::MapWorker"):
                    found.append(int(process.name))
    return found
