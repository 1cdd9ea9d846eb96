"""CPU time of the main operations at growing numbers of rows, and the exponent of a fit.

The seconds of an operation grow like rows ** exponent; 1 is proportional to the rows, and n log n has 1.1 in
this range. `python -m benchmarks.growth 10000 100000 1000000`
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.results import Goal, publish
from benchmarks.workspace import MAPPING, TAGS
from benchmarks.workspace_table import make_table
from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, Sort, order
from mltag_desktop.core.workspace.workspace import Workspace

SIZES: Final = (10_000, 100_000, 1_000_000)
OPERATIONS: Final = (
    "import", "predict", "filter", "sort by confidence", "sort by text", "search", "decide a record",
    "decide a tenth", "undo", "export",
)  # fmt: skip
GOALS: Final = tuple(Goal(f"exponent: {name}", at_most=1.15) for name in OPERATIONS)
_DECIDED: Final = 100


def main(sizes: Sequence[int]) -> None:
    """Measure all sizes, print the table for the guide, and publish the figures."""
    seconds = [_measured(size) for size in sizes]
    figures: dict[str, object] = {}
    print("| CPU seconds | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("|---" * (len(sizes) + 2) + "|")
    for name in OPERATIONS:
        times = [found[name] for found in seconds]
        exponent = float(np.polyfit(np.log(sizes), np.log(times), 1)[0]) if len(sizes) > 1 else float("nan")
        print(f"| {name} | " + " | ".join(f"{each:.2g}" for each in times) + f" | {exponent:.2f} |")
        figures |= {f"{name}: {size:,}": each for size, each in zip(sizes, times, strict=True)}
        figures[f"exponent: {name}"] = exponent
    publish("growth", figures, GOALS)


def _measured(rows: int) -> dict[str, float]:
    model = bundled()
    model.predict(["a first text, for the tables that are built then"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_table(folder / "table.csv", rows)
        with Workspace.create(folder / "table.mltag", "Ann", TAGS) as workspace:
            table, everything = workspace.table, Filter()
            chosen = Filter(parse("tag:mlops is:undecided", workspace.tag_set.tags).terms)
            tenth = np.arange(0, rows, 10)
            some = np.linspace(0, rows - 1, _DECIDED).astype(int).tolist()

            def decide_some() -> None:
                for row in some:
                    workspace.decisions.decide([row], "mlops")

            steps: dict[str, Callable[[], Any]] = {
                "import": lambda: table.import_table(SILENT, TableFile(folder / "table.csv"), MAPPING),
                "predict": lambda: predict_pending(SILENT, workspace, model),
                "filter": lambda: order(SILENT, workspace, chosen),
                "sort by confidence": lambda: order(SILENT, workspace, everything, Sort("confidence")),
                "sort by text": lambda: order(SILENT, workspace, everything, Sort("text")),
                "search": lambda: workspace.scan.search(SILENT, "Transformer model"),
                "decide a record": decide_some,
                "decide a tenth": lambda: workspace.decisions.decide(tenth, "other"),
                "undo": workspace.history.undo,
                "export": lambda: export(SILENT, workspace, folder / "out.csv", "table"),
            }
            seconds = {name: _cpu_seconds(step) for name, step in steps.items()}
    seconds["decide a record"] /= _DECIDED
    return seconds


def _cpu_seconds(step: Callable[[], object]) -> float:
    """Return the CPU seconds of a step, of all threads."""
    before = time.process_time()
    step()
    return max(time.process_time() - before, 1e-5)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
