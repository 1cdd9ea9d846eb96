"""Worker processes: order, crashes, errors and clean-up."""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from mltag_desktop.core.batch.worker import Texts, predict_in_pool
from mltag_desktop.core.errors import MltagError
from tests.core.batch.helpers import alone, in_memory, run, task_of

BEFORE: set[int | None] = set()
"""Ids of processes that an earlier test file keeps, such as the shared worker of the windows."""


@pytest.fixture(autouse=True)
def earlier_processes() -> None:
    BEFORE.clear()
    BEFORE.update(child.pid for child in multiprocessing.active_children())


def active_children() -> list[BaseProcess]:
    """Return the child processes that the test started."""
    return [child for child in multiprocessing.active_children() if child.pid not in BEFORE]


def test_two_workers_write_the_same_as_one(tmp_path: Path, table: Path) -> None:
    task = task_of(table, tmp_path / "out.csv", None, probabilities=True)
    expected, _ = in_memory(task, alone(task))
    pooled, told = in_memory(task, partial(predict_in_pool, task, 2), 5_000)
    assert pooled == expected
    assert told.rows == 3_000
    assert active_children() == []


def test_a_worker_that_is_killed_is_replaced(tmp_path: Path, table: Path) -> None:
    task = task_of(table, tmp_path / "out.csv")
    killed: list[int] = []

    def requests() -> Iterator[Texts]:
        for number in range(40):
            if number == 15:
                child = active_children()[0]
                killed.append(child.pid or 0)
                child.kill()
            yield [f"translating sentences {number}"] * (number + 1)

    done = list(predict_in_pool(task, 2, requests()))
    assert [one.rows for one in done] == list(range(1, 41))
    assert killed
    assert active_children() == []


def test_a_workers_error_is_raised(tmp_path: Path, table: Path) -> None:
    task = replace(task_of(table, tmp_path / "out.csv"), version="another")
    with pytest.raises(MltagError, match="not another"):
        list(predict_in_pool(task, 2, iter([["translating"]])))


KILLED = """
import sys
from functools import partial
from pathlib import Path
from mltag_desktop.core.batch.worker import predict_in_pool
from tests.core.batch.helpers import run, task_of
if __name__ == "__main__":
    task = task_of(Path(sys.argv[1]), sys.argv[2], cache=Path(sys.argv[3]))
    run(task, Path(sys.argv[2]), partial(predict_in_pool, task, 2), every=0, size=500)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_killed_program_is_resumed_and_leaves_no_worker(tmp_path: Path, table: Path) -> None:
    """Every row noted as done is in the cache, although the kill interrupted a write to it."""
    out, whole, cache = tmp_path / "out.csv", tmp_path / "whole.csv", tmp_path / "cache"
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    root = Path(__file__).resolve().parents[3]
    environment = os.environ | {"PYTHONPATH": str(root)}
    command = [sys.executable, str(script), str(table), str(out), str(cache)]
    process = subprocess.Popen(command, env=environment)
    deadline = time.monotonic() + 120
    while not (tmp_path / ".out.csv.part.json").exists():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.002)
    workers = children_of(process.pid)
    process.kill()
    process.wait(30)
    assert not out.exists()
    task = task_of(table, out, cache=cache)
    plain = replace(task, cache=None)
    run(plain, whole, alone(plain))
    told = run(task, out, alone(task))
    again = run(task, tmp_path / "again.csv", alone(task))
    assert told.resumed > 0
    assert (again.resumed, again.hits) == (0, 3_000)
    assert out.read_bytes() == whole.read_bytes() == (tmp_path / "again.csv").read_bytes()
    while any(Path(f"/proc/{worker}").exists() and not is_zombie(worker) for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
