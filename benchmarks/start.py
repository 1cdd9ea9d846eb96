"""Time from start to first paint and to predicted rows, compared with an empty PySide6 window; memory use.

The program writes its times to the file in MLTAG_STARTUP_TRACE: `painted SECONDS CPU` at the first paint and
`tagged SECONDS CPU` once the rows of the opened table have tags. SECONDS is the time since the epoch, CPU the
CPU time of all threads. The goals apply to the elapsed time; on a busy machine the CPU time is more reliable.
PYTHONDONTWRITEBYTECODE is removed from the environment, since an installed program has compiled modules.
"""

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

from benchmarks.results import Goal, publish
from benchmarks.texts import records

ROUNDS: Final = 7
ROWS: Final = 1_000
PATIENCE: Final = 30.0
GOALS: Final = (
    Goal("painted_ratio", at_most=1.5),
    Goal("tagged_ratio", at_most=4.0),
    Goal("resident_mib", at_most=110.0),
)


def main() -> None:
    """Measure interleaved rounds and publish the fastest of each, which is affected least by other work."""
    bare: list[float] = []
    painted: list[float] = []
    tagged: list[float] = []
    memory: list[float] = []
    empty: list[float] = []
    work: dict[str, list[float]] = {"bare": [], "painted": [], "tagged": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(ROUNDS + 1):  # the first round warms the disk cache and is not counted
            room = folder / str(number)
            room.mkdir()
            table = room / "table.csv"
            write_table(table, ROWS)
            yardstick = run(room, [sys.executable, "-m", "benchmarks.bare_window"], "painted")
            alone = run(room, [sys.executable, "-m", "mltag_desktop"], "painted")
            times = run(room, [sys.executable, "-m", "mltag_desktop", str(table)], "tagged")
            if number:
                bare.append(yardstick["painted"])
                empty.append(alone["painted"])
                painted.append(times["painted"])
                tagged.append(times["tagged"])
                memory.append(times["resident_mib"])
                work["bare"].append(yardstick["painted_cpu"])
                work["painted"].append(times["painted_cpu"])
                work["tagged"].append(times["tagged_cpu"])
    yardstick_time = min(bare)
    figures: dict[str, object] = {
        "bare_window_seconds": yardstick_time,
        "painted_seconds": min(painted),
        "painted_without_file_seconds": min(empty),
        "tagged_seconds": min(tagged),
        "resident_mib": statistics.median(memory),
        "painted_ratio": min(painted) / yardstick_time,
        "painted_without_file_ratio": min(empty) / yardstick_time,
        "tagged_ratio": min(tagged) / yardstick_time,
        **{f"{event}_cpu_seconds": min(found) for event, found in work.items()},
        "painted_cpu_ratio": min(work["painted"]) / min(work["bare"]),
        "tagged_cpu_ratio": min(work["tagged"]) / min(work["bare"]),
        "rows": ROWS,
        "platform": os.environ.get("QT_QPA_PLATFORM", "the display's own"),
    }
    publish("start", figures, GOALS)


def write_table(path: Path, rows: int) -> None:
    """Write a table of made-up records."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "description"))
        writer.writerows((n, title, text) for n, (title, text, _) in enumerate(records(rows)))


def run(folder: Path, command: list[str], awaited: str) -> dict[str, float]:
    """Run `command` until the event `awaited`.

    Returns the elapsed (`EVENT`) and CPU (`EVENT_cpu`) seconds from its start to each traced event, and its
    resident memory in MiB at the last event.
    """
    trace = folder / "trace"
    trace.unlink(missing_ok=True)
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    environment = os.environ | home | {"MLTAG_STARTUP_TRACE": str(trace)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.time()
    with ended(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)) as process:
        events = wait_for(trace, awaited, process)
        figures = {event: moment - start for event, (moment, _) in events.items()}
        figures |= {f"{event}_cpu": spent for event, (_, spent) in events.items()}
        if process.poll() is None:
            figures["resident_mib"] = psutil.Process(process.pid).memory_info().rss / 2**20
    return figures


def wait_for(trace: Path, awaited: str, process: subprocess.Popen[bytes]) -> dict[str, tuple[float, float]]:
    """Wait for the event `awaited` in the trace; return all events with time and CPU time in seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        lines = trace.read_text().splitlines() if trace.exists() else []
        parts = [line.split() for line in lines]
        events = {part[0]: (float(part[1]), float(part[2])) for part in parts if len(part) == 3}
        if awaited in events:
            return events
        if process.poll() is not None:
            raise SystemExit(f"{process.args!r} ended before it was {awaited}")
        time.sleep(0.005)
    raise SystemExit(f"{process.args!r} was not {awaited} within {PATIENCE:g} s")


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Terminate the process at the end of the block."""
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
