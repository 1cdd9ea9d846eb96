"""Import, search, sort, decide and export a table of a million records in a workspace.

`python -m benchmarks.workspace --rows 1000000`; ratios compare the processor time with that of the plain
`csv` module on the same file in the same run.
"""

import argparse
import csv
import gc
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.results import Goal, peak_mib, publish
from benchmarks.workspace_table import make_table
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, Sort, order
from mltag_desktop.core.workspace.search.texts import fold
from mltag_desktop.core.workspace.workspace import Workspace

TAGS: Final = ("natural-language-processing", "computer-vision", "mlops", "other")
MAPPING: Final = ColumnMapping((2, 3), 0)
BULK: Final = 100_000
GOALS: Final = (
    Goal("import_to_csv", at_most=4.5),
    Goal("import_more_mib", at_most=400),
    Goal("first_page_seconds", at_most=1.0),
    Goal("sort_slowest_seconds", at_most=1.5),
    Goal("filter_slowest_seconds", at_most=0.2),
    Goal("search_first_seconds", at_most=0.4),
    Goal("search_all_seconds", at_most=1.5),
    Goal("jump_p95_ms", at_most=50),
    Goal("decision_p95_ms", at_most=30),
    Goal("bulk_seconds", at_most=2.0),
    Goal("bulk_undo_seconds", at_most=2.0),
    Goal("export_to_csv_copy", at_most=2.5),
)


def timed(action: Callable[[], Any]) -> float:
    """Return the seconds that `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def cpu_of(action: Callable[[], Any]) -> float:
    """Return the processor seconds of `action`, of all threads."""
    start = time.process_time()
    action()
    return time.process_time() - start


def read_plainly(path: Path) -> None:
    """Read the file with `csv` and discard the rows."""
    with path.open(encoding="utf-8", newline="") as file:
        for _row in csv.reader(file):
            pass


def copy_plainly(path: Path, out: Path) -> None:
    """Copy the file with `csv`, adding three cells per row like an export."""
    with path.open(encoding="utf-8", newline="") as file, out.open("w", encoding="utf-8", newline="") as to:
        csv.writer(to).writerows([*row, "mlops", "model", "0.9"] for row in csv.reader(file))


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return float(np.percentile(values, 95)) * 1000


def measure_import(table: Path, path: Path) -> tuple[Workspace, dict[str, object]]:
    """Import the table between two plain reads of the file."""
    plain = [cpu_of(lambda: read_plainly(table))]
    before = peak_mib()
    workspace = Workspace.create(path, "Ann", TAGS)
    start = time.perf_counter()
    first: list[float] = []

    def heard(_change: object) -> None:
        if not first:
            workspace.table.records(range(60))
            first.append(time.perf_counter() - start)

    used = cpu_of(lambda: workspace.table.import_table(SILENT, TableFile(table), MAPPING, heard))
    plain.append(cpu_of(lambda: read_plainly(table)))
    more = peak_mib() - before
    return workspace, {
        "csv_cpu_seconds": min(plain),
        "import_cpu_seconds": used,
        "import_to_csv": used / (sum(plain) / 2),
        "import_more_mib": more,
        "first_page_seconds": first[0],
        "file_to_source": path.stat().st_size / table.stat().st_size,
    }


def predict(workspace: Workspace) -> None:
    """Store made-up predictions for all records."""
    rng = np.random.default_rng(1)
    for rows, texts in workspace.pending_predictions.pending("made-up-1"):
        probabilities = rng.dirichlet(np.ones(len(TAGS)), len(texts)).astype(np.float32)
        workspace.pending_predictions.put(rows, Predictions("made-up-1", TAGS, probabilities))


def measure_views(workspace: Workspace) -> dict[str, object]:
    """Measure sorting, filtering, searching and jumping."""
    everything = Filter()
    columns: list[str | int] = [*range(len(workspace.table.columns)), "text", "confidence", "tag", "status"]
    sorts = {
        f"sort_{column if isinstance(column, str) else workspace.table.columns[column]}_seconds": timed(
            partial(order, SILENT, workspace, everything, Sort(column))
        )
        for column in columns
    }
    lines = ("tag:mlops", "is:undecided", "confidence>=0.4 confidence<=0.8", "is:review", "p:mlops>=0.1")
    filters = [Filter(parse(line, workspace.tag_set.tags).terms) for line in lines]
    filtered = [timed(partial(order, SILENT, workspace, chosen)) for chosen in filters]
    firsts, alls = [], []
    for needle in ("the", "Transformer model", "999999", "nº 97", "not there at all"):
        start = time.perf_counter()
        hits = workspace.scan.hits_of_all(SILENT, (fold(needle),))
        if next(hits, None) is not None and needle in ("the", "Transformer model"):
            firsts.append(time.perf_counter() - start)
        for _ in hits:
            pass
        alls.append(time.perf_counter() - start)
    rng = random.Random(3)
    count = workspace.table.count
    tops = [rng.randrange(count - 60) for _ in range(100)]
    jumps = [timed(partial(workspace.table.records, range(at, at + 60))) for at in tops]
    scattered = [
        timed(lambda: workspace.table.records([rng.randrange(count) for _ in range(60)])) for _ in range(100)
    ]
    return {
        **sorts,
        "sort_slowest_seconds": max(sorts.values()),
        "filter_slowest_seconds": max(filtered),
        "search_first_seconds": max(firsts),
        "search_all_seconds": max(alls),
        "jump_p95_ms": p95(jumps),
        "page_of_scattered_rows_p95_ms": p95(scattered),
    }


def measure_decisions(workspace: Workspace) -> dict[str, object]:
    """Measure single decisions, a bulk decision, and its undo and redo."""
    rng = random.Random(4)
    one_by_one = []
    for _ in range(300):
        row = rng.randrange(workspace.table.count)
        one_by_one.append(timed(partial(workspace.decisions.decide, [row], "mlops")))
        workspace.states()
    many = np.arange(0, min(BULK, workspace.table.count))
    return {
        "decision_p95_ms": p95(one_by_one),
        "bulk_seconds": timed(lambda: workspace.decisions.decide(many, "other")),
        "bulk_undo_seconds": timed(workspace.history.undo),
        "bulk_redo_seconds": timed(workspace.history.redo),
    }


def measure(rows: int, folder: Path) -> dict[str, object]:
    """Run all measurements and return the figures."""
    table = folder / "table.csv"
    make_table(table, rows)
    workspace, figures = measure_import(table, folder / "table.mltag")
    with workspace:
        figures |= {"predictions_stored_seconds": timed(lambda: predict(workspace))}
        gc.collect()
        figures |= measure_views(workspace) | measure_decisions(workspace)
        copied = cpu_of(lambda: copy_plainly(table, folder / "copy.csv"))
        exported = cpu_of(lambda: export(SILENT, workspace, folder / "out.csv", "table"))
        figures |= {"csv_copy_cpu_seconds": copied, "export_to_csv_copy": exported / copied}
        figures["mapping_change_seconds"] = timed(lambda: workspace.table.set_mapping(ColumnMapping((2,), 0)))
    with_open = timed(lambda: Workspace.open(folder / "table.mltag", "Ann").close())
    return {"rows": rows, "table_mib": table.stat().st_size / 2**20, **figures, "open_seconds": with_open}


def main() -> None:
    """Run the benchmark and publish the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        publish("workspace", measure(chosen.rows, Path(folder)), GOALS)


if __name__ == "__main__":
    main()
