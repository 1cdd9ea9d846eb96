"""A cluster given by its address: two nodes, one of which is killed during the run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.helpers import write_plain
from tests.scale.test_ray_engine import ended, needs_ray, predict, ray_test

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "0"}
STEADY = """
import pickle, sys
from pathlib import Path
from mltag_desktop.core.batch.task import TextBatch
from mltag_desktop.core.model.library.model_names import load_model
from mltag_desktop.scale.ray_engine import RayEngine
from tests.core.batch.helpers import task_of
task = task_of(Path(sys.argv[1]), "out.csv", None)
requests = [TextBatch([f"translating sentences {n} {m}" for m in range(4_000)]) for n in range(60)]
engine = RayEngine(task, load_model(None), sys.argv[2], 2)
for number, done in enumerate(engine.run(iter(requests))):
    print(number, done.rows, done.answers.predictions.probabilities.sum(), flush=True)
"""
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


@ray_test
@needs_ray
@pytest.mark.skipif(sys.platform == "win32", reason="Ray's clusters of one machine are for Unix")
def test_cluster_by_address_survives_a_killed_node(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv", 150)
    alone, cluster = tmp_path / "alone.csv", tmp_path / "cluster.csv"
    ended(predict(table, alone, "--workers", "1", "--probabilities"))
    with two_nodes() as nodes:
        by_address = ("--engine", "ray", "--address", nodes.address)
        ended(predict(table, cluster, *by_address, "--probabilities"))
        assert cluster.read_bytes() == alone.read_bytes()
        assert placed(nodes) == ["2", "3", "False"], (
            "nodes that asked; nodes that hold it, this one too; any copies"
        )
        assert rows_with_a_node_killed(nodes, table) == [[str(n), "4000"] for n in range(60)]


def placed(nodes: Nodes) -> list[str]:
    run = [sys.executable, "-c", PLACED, nodes.address]
    done = subprocess.run(run, capture_output=True, text=True, env=ENVIRONMENT, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1].split()


def rows_with_a_node_killed(nodes: Nodes, table: Path) -> list[list[str]]:
    run = [sys.executable, "-c", STEADY, str(table), nodes.address]
    process = subprocess.Popen(run, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert process.stdout is not None
    first = process.stdout.readline()
    nodes.kill(1)
    lines = [first, *process.stdout.read().splitlines()]
    process.stdout.close()
    assert process.wait(300) == 0
    # Ray reports on stdout that a node died
    return [line.split()[:2] for line in lines if line[:1].isdigit()]
