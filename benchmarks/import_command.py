"""CPU time of `mltag import`, with and without prediction, compared with reading the file with `csv`.

All are programs of their own, so their start counts. They run in turn; a ratio is the median over the rounds.
`python -m benchmarks.import_command 1000000`
"""

import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.batch import timed
from benchmarks.results import Goal, publish
from benchmarks.workspace_table import make_table
from mltag_desktop.core.processes.pool import cores

ROWS: Final = 1_000_000
ROUNDS: Final = 3
GOALS: Final = (Goal("import_cpu_to_csv", at_most=4.5), Goal("predict_cpu_per_core_to_csv", at_most=10.0))

_READ: Final = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        pass
"""


def main(rows: int) -> None:
    """Run the benchmark and publish the figures."""
    with tempfile.TemporaryDirectory() as name:
        table = Path(name) / "table.csv"
        make_table(table, rows)
        times: dict[str, list[tuple[float, float]]] = {"csv": [], "import": [], "predict": []}
        for number in range(ROUNDS):
            times["csv"].append(timed(partial(_run, "-c", _READ, str(table))))
            for kind in ("import", "predict"):
                out = Path(name) / f"{kind}{number}.mltag"
                option = "--predict" if kind == "predict" else "--no-predict"
                command = ("-m", "mltag_desktop", "import", str(table), str(out), "-q", option)
                times[kind].append(timed(partial(_run, *command)))
                out.unlink()
    figures: dict[str, object] = {"rows": rows, "cores": cores()}
    for kind, rounds in times.items():
        figures[f"{kind}_seconds"] = min(wall for wall, _ in rounds)
        figures[f"{kind}_cpu_seconds"] = min(cpu for _, cpu in rounds)
    for kind in ("import", "predict"):
        ratios = [ours[1] / theirs[1] for ours, theirs in zip(times[kind], times["csv"], strict=True)]
        figures[f"{kind}_cpu_to_csv"] = statistics.median(ratios)
    figures["predict_cpu_per_core_to_csv"] = statistics.median(
        ours[1] / cores() / theirs[1] for ours, theirs in zip(times["predict"], times["csv"], strict=True)
    )
    publish("import_command", figures, GOALS)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
