"""Rows per second of `mltag predict` with one process, threads, two processes, and Ray.

`processes` includes start and end. Two workers start after the program and load the same libraries, which
takes most of a second. There are enough rows to make that small, and `workers_2_seconds_of_start` is the time
of a run of few rows.

Ray runs with one and two workers, without its start and end, and says which processes used the processor. The
upper limit for two workers is the rate of two independent programs that run at the same time, since these
also share memory bandwidth and caches.

`cluster` says how long 100,000,000 rows take on clusters of workers. The processor time of a worker and of
the driver for a row is measured with the requests that Ray would send, pickling and writing included, but
without Ray's own work.
"""

import contextlib
import importlib.util
import itertools
import json
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import psutil

from benchmarks.batch import made_up, run_mltag, write_table
from benchmarks.results import Goal, publish
from benchmarks.texts import texts
from mltag_desktop.core.batch.file_chunks import split_into_chunks
from mltag_desktop.core.batch.resumable_output import note_path, part_path
from mltag_desktop.core.batch.task import ChunkResult, Task
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.scale.ray_engine import RayEngine, WorkerActor, batches

COUNT: Final = 300_000
COPIES: Final = 5
"""Copies of the rows in the table of the processes, so that their start is a small part."""
FEW: Final = 1_000
ROWS_OF_RAY: Final = 3_000_000
ROUNDS: Final = 3
THREADED: Final = 60_000
BATCH: Final = 4_000
PAPER_ROWS: Final = 100_000_000
PAPER_WORKERS: Final = (8, 64)
GOALS: Final = (
    Goal("workers_2_against_two_programs", at_least=0.85),
    Goal("ray_2_against_1", at_least=1.85),
)


def threads() -> dict[str, object]:
    """Return the speed-up of prediction alone with two threads."""
    model, batch = bundled(), texts(THREADED, seed=2)
    parts = [batch[start : start + BATCH] for start in range(0, len(batch), BATCH)]
    model.predict(parts[0])

    def one() -> None:
        for part in parts:
            model.predict(part)

    def two() -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(model.predict, parts))

    seconds = {name: min(_seconds(work) for _ in range(3)) for name, work in (("1", one), ("2", two))}
    figures: dict[str, object] = {
        f"threads_{name}_texts_per_second": THREADED / wall for name, wall in seconds.items()
    }
    return figures | {"threads_2_against_1": seconds["1"] / seconds["2"]}


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def at_once(table: Path, folder: Path, programs: int, workers: int) -> float:
    """Return the seconds that `programs` simultaneous programs take, each for the whole table."""

    def one(number: int) -> None:
        (folder / str(number)).mkdir(exist_ok=True)
        run_mltag(table, folder / str(number), "--workers", str(workers))

    with ThreadPoolExecutor(programs) as pool:
        return _seconds(lambda: list(pool.map(one, range(programs))))


def processes(rows: Path, folder: Path) -> dict[str, object]:
    """Return the speed-up with two workers, start and end included, and with two simultaneous programs."""
    table, few = folder / "copies.csv", folder / "few.csv"
    head, _, body = rows.read_bytes().partition(b"\n")
    table.write_bytes(b"\n".join([head, body * COPIES]))
    write_table(few, made_up(FEW))
    rounds: dict[str, list[float]] = {"workers_1": [], "workers_2": [], "two_programs": []}
    for _ in range(ROUNDS):
        for name, (programs, workers) in zip(rounds, ((1, 1), (1, 2), (2, 1)), strict=True):
            seconds = at_once(table, folder, programs, workers)
            rounds[name].append(programs * COPIES * COUNT / seconds)
    figures: dict[str, object] = {f"{name}_rows_per_second": max(found) for name, found in rounds.items()}
    starts = [at_once(few, folder, 1, 2) for _ in range(ROUNDS)]
    figures["workers_2_seconds_of_start"] = statistics.median(starts)
    table.unlink()
    for name, other in (
        ("workers_2", "workers_1"),
        ("two_programs", "workers_1"),
        ("workers_2", "two_programs"),
    ):
        ratios = [ours / theirs for ours, theirs in zip(rounds[name], rounds[other], strict=True)]
        figures[f"{name}_against_{other.removeprefix('workers_')}"] = statistics.median(ratios)
    return figures


def ray(table: Path, folder: Path) -> dict[str, object]:
    """Return Ray's rates with one and two workers, and the processor seconds of a run, by process.

    Runs with one and two workers take turns; figures are medians.
    """
    runs: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for workers in (1, 2):
            begun, rows, seconds, used = ray_run(table, folder / "ray.csv", workers)
            run = {"seconds_before_first_rows": begun, "rows_per_second_once_started": rows / seconds}
            run |= {f"cpu_microseconds_a_row_of_{who}": cpu / rows * 1e6 for who, cpu in used.items()}
            for name, figure in run.items():
                runs.setdefault(f"ray_{workers}_{name}", []).append(figure)
    one, two = (runs[f"ray_{workers}_rows_per_second_once_started"] for workers in (1, 2))
    figures: dict[str, object] = {name: statistics.median(found) for name, found in runs.items()}
    ratios = [ours / alone for ours, alone in zip(two, one, strict=True)]
    return figures | {"ray_2_against_1": statistics.median(ratios)}


def ray_run(table: Path, out: Path, workers: int) -> tuple[float, int, float, dict[str, float]]:
    """Predict the table on Ray.

    Return the seconds until the first rows are written; the number of the other rows and the wall-clock and
    processor seconds until the last is written. Start and end of Ray are not in them.
    """
    out.unlink(missing_ok=True)
    command = [sys.executable, "-m", "mltag_desktop", "predict", str(table), "-q", "-o", str(out)]
    begin = end = time.perf_counter()
    process = subprocess.Popen([*command, "--engine", "ray", "--workers", str(workers)])
    note = note_path(out)
    while not note.exists():
        if process.poll() is not None:
            raise SystemExit("mltag predict failed")
        time.sleep(0.01)
    started, rows = time.perf_counter(), json.loads(note.read_text())["mark"]["rows"]
    before = cpu_seconds(process.pid)
    used, samples = dict(before), itertools.count(1)
    first = size = seen = part_path(out).stat().st_size
    while process.poll() is None:
        with contextlib.suppress(FileNotFoundError):  # the output is complete
            if (grown := part_path(out).stat().st_size) > size:
                size, end = grown, time.perf_counter()
        if next(samples) % 50 == 0:
            used, seen = used | cpu_seconds(process.pid), size
        time.sleep(0.02)
    if process.returncode:
        raise SystemExit("mltag predict failed")
    seconds = dict.fromkeys(("workers", "driver", "ray"), 0.0)
    for pid, (name, total) in used.items():
        who = "driver" if pid == process.pid else "workers" if name.startswith("ray::Worker") else "ray"
        # the rows after the last look are up to a second's work
        seconds[who] += (total - before.get(pid, ("", 0.0))[1]) * (size - first) / (seen - first)
    return started - begin, ROWS_OF_RAY - rows, end - started, seconds


def cpu_seconds(pid: int) -> dict[int, tuple[str, float]]:
    """Return the names of a process and its descendants, and their processor seconds so far."""
    found = {}
    main = psutil.Process(pid)
    for process in (main, *main.children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            found[process.pid] = (process.cmdline() or [""])[0], times.user + times.system
    return found


def _sent(results: list[ChunkResult]) -> tuple[bytes, list[bytes]]:
    """Return results as Ray sends them: their data is copied once, without being pickled."""
    data: list[pickle.PickleBuffer] = []
    head = pickle.dumps(results, 5, buffer_callback=data.append)
    return head, [*map(bytes, data)]


def cluster(table: Path, folder: Path) -> dict[str, object]:
    """Return what a row costs a worker and the driver, and the time of many rows on several workers."""
    model, source = bundled(), TableFile(table)
    dialect = source.dialect
    task = Task(table, dialect, Mapping((1, 2)), "csv", None, model.version, model.tags)
    worker = WorkerActor(task, model)
    start = time.process_time()
    chunks = split_into_chunks(table, len(source.head), dialect.quote.encode(), RayEngine.stretch)
    requests = [*map(pickle.dumps, batches(chunks))]
    asked = time.process_time() - start
    worker.process(pickle.loads(requests[0]))  # builds tables and loads libraries
    start = time.process_time()
    answers = [_sent(worker.process(pickle.loads(request))) for request in requests]
    predicted = time.process_time() - start
    start, rows = time.process_time(), 0
    with (folder / "out.csv").open("wb") as file:
        for head, data in answers:
            for done in pickle.loads(head, buffers=data):
                file.write(done.data)
                rows += done.rows
    written = time.process_time() - start
    driver = rows / (asked + written)
    figures: dict[str, object] = {
        "cluster_rows_per_cpu_second_of_a_worker": rows / predicted,
        "cluster_rows_per_cpu_second_of_the_driver": driver,
        "cluster_bytes_read_a_row": table.stat().st_size / rows,
        "cluster_bytes_written_a_row": (folder / "out.csv").stat().st_size / rows,
    }
    for workers in PAPER_WORKERS:
        speed = min(driver, workers * rows / predicted)
        figures[f"cluster_minutes_of_{PAPER_ROWS:,}_rows_on_{workers}_workers"] = PAPER_ROWS / speed / 60
    return figures


def main() -> None:
    """Run the benchmark and publish the figures; arguments select some of the parts."""
    engines = sys.argv[1:] or ["threads", "processes", "cluster", "ray"]
    figures = threads() if "threads" in engines else {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = folder / "large.csv"
        write_table(large, made_up(COUNT))
        if "processes" in engines:
            figures |= processes(large, folder)
        if "cluster" in engines:
            figures |= cluster(large, folder)
        if "ray" in engines and importlib.util.find_spec("ray") is not None:
            write_table(large, made_up(ROWS_OF_RAY))
            figures |= ray(large, folder)
    publish("scale", figures, GOALS)


if __name__ == "__main__":
    main()
