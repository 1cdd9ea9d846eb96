"""Start a Ray cluster of two nodes on this machine.

It prints its address, kills the node that is named on a line of its input, and ends with its input.
"""

import sys

import ray
from ray._private.node import Node
from ray.cluster_utils import Cluster

STARTS = 3


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def started() -> tuple[Cluster, list[Node]]:
    """Return a cluster and its nodes; a busy computer may take longer than Ray allows, so try a few times."""
    size = {"object_store_memory": 100 << 20}
    head = {**size, "num_cpus": 0, "include_dashboard": False}
    for _ in range(STARTS):
        cluster = Cluster(shutdown_at_exit=False)
        try:
            cluster.add_node(**head)
            return cluster, [
                cluster.add_node(num_cpus=1, resources={f"node{number}": 1}, **size) for number in range(2)
            ]
        except Exception as error:  # noqa: BLE001 - Ray raises a plain one
            say(f"again: {error}")
            cluster.shutdown()
    raise SystemExit("the cluster did not start")


def main() -> None:
    cluster, nodes = started()
    try:
        say(f"address {cluster.address}")
        for line in sys.stdin:
            cluster.remove_node(nodes[int(line)], allow_graceful=False)
            say("removed")
    finally:
        cluster.shutdown()
        ray.shutdown()


if __name__ == "__main__":
    main()
