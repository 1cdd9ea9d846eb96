"""A cluster of two nodes given by its address: workers and a node that die, errors, memory, and stopping."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.helpers import write_plain
from tests.scale.jobs import COUNT
from tests.scale.test_ray_engine import ROOT, ended, job, lines_of, needs_ray, predict, ray_test

pytestmark = [
    ray_test,
    needs_ray,
    pytest.mark.skipif(sys.platform == "win32", reason="Ray's clusters of one machine are for Unix"),
]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "0"}
PLACED = """
import sys
import ray
from mltag_desktop.core.model.library.model_names import load_model
ray.init(address=sys.argv[1], log_to_driver=False, logging_level="ERROR")

@ray.remote(num_cpus=0.4, max_retries=0)
def look(models):
    model = ray.get(models[0])
    arrays = [model.vectors.table, model.vectors.word_keys, model.head.columns]
    return ray.get_runtime_context().get_node_id(), [array.flags.owndata for array in arrays]

model = ray.put(load_model(None))
found = ray.get([look.options(resources={f"node{n % 2}": 0.1}).remote([model]) for n in range(4)])
places = ray.experimental.get_object_locations([model])[model]["node_ids"]
print(len({node for node, _ in found}), len(places), any(own for _, owned in found for own in owned))
"""


class Nodes:
    """The process that runs the cluster."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self._process = process
        self.address = address

    def kill(self, node: int) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{node}\n")
        self._process.stdin.flush()
        assert next(line for line in self._process.stdout if line.startswith("removed"))


@contextmanager
def two_nodes() -> Iterator[Nodes]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.scale.two_nodes"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        address = next((line.split()[1] for line in process.stdout if line.startswith("address ")), "")
        assert address, "the cluster did not start"
        yield Nodes(process, address)
    finally:
        process.stdin.close()
        process.wait(60)
        process.stdout.close()


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    with two_nodes() as nodes:
        yield nodes


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_plain(tmp_path / "in.csv", 150)


def test_more_workers_than_cores(tmp_path: Path, table: Path, nodes: Nodes) -> None:
    alone, cluster = tmp_path / "alone.csv", tmp_path / "cluster.csv"
    ended(predict(table, alone, "--workers", "1", "--probabilities"))
    by_address = ("--engine", "ray", "--address", nodes.address, "--workers", "5")
    ended(predict(table, cluster, *by_address, "--probabilities"))
    assert cluster.read_bytes() == alone.read_bytes()


def test_a_worker_that_dies_is_replaced(table: Path, nodes: Nodes) -> None:
    assert job("kills_once", table, nodes.address) == [str(1 if n == 3 else 100 + n) for n in range(COUNT)]
    assert table.with_name("deaths").read_text() == "x"


def test_a_request_that_kills_every_worker_ends_the_run(table: Path, nodes: Nodes) -> None:
    *_, error = job("kills", table, nodes.address)
    assert error.startswith("3 workers of the cluster ended while they processed the same rows.")
    assert "Use fewer workers" in error
    assert table.with_name("deaths").read_text() == "xxx"


def test_workers_that_die_while_they_start_end_the_run(table: Path, nodes: Nodes) -> None:
    (error,) = job("no_start", table, nodes.address)
    assert error.startswith("3 workers of the cluster ended while they started.")
    assert table.with_name("deaths").read_text() in ("x" * 3, "x" * 4, "x" * 5, "x" * 6)


def test_an_error_while_workers_start_is_shown(table: Path, nodes: Nodes) -> None:
    (error,) = job("other_model", table, nodes.address)
    assert error.startswith("The cluster could not finish the job: This computer has model rules")
    assert "Use the same model on every machine. Check that all nodes" in error


def test_an_error_of_a_worker_is_shown(table: Path, nodes: Nodes) -> None:
    (error,) = job("shortened", table, nodes.address)
    assert "changed while it was being read" in error
    assert error.endswith("All nodes need access to the same files.")


def test_a_cluster_without_a_free_core_is_waited_for_with_a_note(table: Path, nodes: Nodes) -> None:
    note, *done = job("busy", table, nodes.address)
    assert note.startswith("No worker has started yet: the cluster may have no free core.")
    assert done == ["100", "101"]


def test_a_slow_request_limits_the_requests_ahead(table: Path, nodes: Nodes) -> None:
    assert job("slow", table, nodes.address) == [f"32 {COUNT}"]  # 2 workers, 4 batches of 4


def test_a_run_that_is_closed_ends_its_workers(table: Path, nodes: Nodes) -> None:
    assert job("closed", table, nodes.address) == ["100", "2 cores"]


def test_the_model_is_in_memory_once_per_node(nodes: Nodes) -> None:
    run = [sys.executable, "-c", PLACED, nodes.address]
    done = subprocess.run(run, capture_output=True, text=True, env=ENVIRONMENT, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].split() == ["2", "3", "False"], (
        "nodes that asked; nodes that hold it, this one too; any copies"
    )


def test_a_killed_node(table: Path) -> None:
    with two_nodes() as nodes:
        run = [sys.executable, "-m", "tests.scale.jobs", "steady", str(table), nodes.address]
        process = subprocess.Popen(run, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        assert process.stdout is not None
        first = process.stdout.readline()
        nodes.kill(1)
        rest = process.stdout.read()
        process.stdout.close()
        assert process.wait(300) == 0
    assert lines_of("steady", first + rest) == [str(4_000 + n) for n in range(COUNT)]
