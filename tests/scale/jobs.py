"""Jobs of the Ray engine, each in its own process: `python -m tests.scale.jobs JOB TABLE [ADDRESS]`.

Each prints lines that start with the name of the job; Ray reports on stdout that a worker died.
"""

import itertools
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mltag_desktop.core.batch.task import FileChunk, Request, TextBatch
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.library.model_names import load_model
from mltag_desktop.scale.ray_engine import RayEngine
from tests.core.batch.helpers import task_of

COUNT = 60
"""Requests of a job."""


class Expression:
    """Texts or a model that a worker makes from an expression when it unpickles them."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, (self._code,)


def batches(special: dict[int, str] | None = None, size: int = 100) -> Iterator[TextBatch]:
    """Yield requests with different numbers of texts, some given by expressions."""
    for number in range(COUNT):
        code = (special or {}).get(number)
        texts = [f"translating sentences {number} {row}" for row in range(size + number)]
        yield TextBatch(Expression(code) if code else texts)  # type: ignore[arg-type]


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, (sys.argv[1], *words))) + "\n")
    sys.stdout.flush()


def rows(engine: RayEngine, requests: Iterator[Request]) -> None:
    """Print the number of rows of each result, or the error."""
    try:
        for done in engine.run(requests):
            say(done.rows)
    except MltagError as error:
        say(error)


def ahead(engine: RayEngine, requests: Iterator[Request]) -> None:
    """Print the largest number of requests that were taken and not delivered."""
    taken = delivered = most = 0

    def counted() -> Iterator[Request]:
        nonlocal taken, most
        for request in requests:
            taken += 1
            most = max(most, taken - delivered)
            yield request

    for _ in engine.run(counted()):
        delivered += 1
    say(most, delivered)


def closed(engine: RayEngine, address: str) -> None:
    """Close a run after its first result; print the free cores as soon as its workers have ended."""
    import ray

    answers = engine.run(batches())
    say(next(answers).rows)
    answers.close()  # type: ignore[attr-defined]
    ray.init(address=address, log_to_driver=False, logging_level="ERROR")
    while ray.available_resources().get("CPU") != 2:
        time.sleep(0.1)
    say("2 cores")


def ignore(note: str) -> None:
    """Ignore that a busy computer starts its workers slowly."""


HOLD = """
import sys
import ray
ray.init(address=sys.argv[1], log_to_driver=False, logging_level="ERROR")

@ray.remote(num_cpus=1)
class Holder:
    pass

holders = [Holder.remote() for _ in range(2)]
ray.get([holder.__ray_ready__.remote() for holder in holders])
print("held", flush=True)
sys.stdin.read()
"""
"""A program that holds both cores of a cluster until its input ends."""


def busy(table: Path, address: str) -> None:
    """Run while both cores are in use; they become free when the engine says that it waits."""
    command, pipe = [sys.executable, "-c", HOLD, address], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert any(line == "held\n" for line in holder.stdout)
        held = holder.stdin

        def release(words: str) -> None:
            say(words)
            held.close()

        task = task_of(table, "out.csv", None)
        rows(RayEngine(task, load_model(None), address, 2, release), itertools.islice(batches(), 2))


def main() -> None:
    job, table, address = sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None
    deaths = table.with_name("deaths")
    die = f"(open({str(deaths)!r}, 'a').write('x'), __import__('os').kill(__import__('os').getpid(), 9))"
    model: Any = (
        Expression(die) if job == "no_start" else load_model("rules" if job == "other_model" else None)
    )
    engine = RayEngine(task_of(table, "out.csv", None), model, address, 2, ignore)
    if job in ("no_start", "other_model"):
        rows(engine, batches())
    elif job == "steady":
        rows(engine, batches(size=4_000))
    elif job == "kills_once":
        rows(engine, batches({3: f"['x'] if __import__('os').path.exists({str(deaths)!r}) else {die}"}))
    elif job == "kills":
        rows(engine, batches({3: die}))
    elif job == "shortened":
        rows(engine, iter([FileChunk(table.stat().st_size, 1)]))
    elif job == "slow":
        ahead(engine, batches({0: "__import__('time').sleep(2) or ['x']"}))
    elif job == "busy" and address is not None:
        busy(table, address)
    elif job == "closed" and address is not None:
        closed(engine, address)
    else:
        raise SystemExit(f"no job {job}")


if __name__ == "__main__":
    main()
