"""Simulate curators on labelled tables, and print the accuracy of query strategies and adaptation.

Run it as `make simulate`; it writes Markdown to standard output. The tables are: random halves of
other_source.csv, whose sources the base has not seen; each of these sources alone, where few tags occur; the
later part of dataset.csv with a base trained on the earlier part; and a random part with a base trained on
the rest (a table similar to the base). The holdout is used for evaluation only.
"""

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.learning.simulation import Simulation, SimulationPlan, simulate
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train

_DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "datasets"
_SHOWN: Final = (0, 20, 40, 80)
_LEAST_ROWS: Final = 60


@dataclass(frozen=True)
class Row:
    """A labelled row of the shared data."""

    text: str
    tag: str
    time: str
    source: str


def main(arguments: Sequence[str]) -> None:
    """Print the results; `--seeds N` runs each simulation N times, by default 20."""
    seeds = int(arguments[arguments.index("--seeds") + 1]) if "--seeds" in arguments else 20
    other, known = _rows("other_source"), _rows("dataset")
    _print_heading("## Content from sources that the base has not seen, by order of asking", seeds)
    for order in ORDERS:
        _print_row(
            order,
            simulate(SILENT, _examples(other), bundled(), SimulationPlan(order, budget=80, seeds=seeds)),
        )
    _print_heading("## Each of these sources alone: one-sided tables", seeds)
    for source in sorted({row.source for row in other}):
        rows = [row for row in other if row.source == source]
        if len(rows) >= _LEAST_ROWS:
            tags = bundled().tags
            _print_row(
                source,
                simulate(
                    SILENT, _examples(rows), bundled(), SimulationPlan(budget=20, seeds=seeds), tags=tags
                ),
            )
    _print_heading("## Tables of the base's own kind", seeds)
    by_time = sorted(known, key=lambda row: row.time)
    cut = len(by_time) * 6 // 10
    _print_row(
        "later rows",
        simulate(
            SILENT, _examples(by_time[cut:]), _base(by_time[:cut]), SimulationPlan(budget=80, seeds=seeds)
        ),
    )
    runs = []
    for seed in range(seeds):
        shuffled = [known[i] for i in np.random.default_rng(seed).permutation(len(known))]
        runs.append(
            simulate(
                SILENT, _examples(shuffled[cut:]), _base(shuffled[:cut]), SimulationPlan(budget=80, seeds=1)
            )
        )
    _print_row("random rows", *runs)


def _rows(name: str) -> list[Row]:
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(f"{r['title']} {r['description']}", r["tag"], r.get("created_on", ""), r.get("source", ""))
            for r in csv.DictReader(file)
        ]


def _examples(rows: Sequence[Row]) -> Examples:
    return Examples(tuple(row.text for row in rows), tuple(row.tag for row in rows))


def _base(rows: Sequence[Row]) -> LinearModel:
    return train(SILENT, _examples(rows), vectors=bundled().vectors)


def _print_heading(title: str, seeds: int) -> None:
    answers = " | ".join(f"{count} answers" for count in _SHOWN)
    sys.stdout.write(f"\n{title}\n\nAccuracy on unseen rows, mean of {seeds} seeds with 95% intervals.\n\n")
    sys.stdout.write(f"| table or order | base alone | {answers} | base holdout F1, least |\n")
    sys.stdout.write(f"|{' --- |' * (len(_SHOWN) + 3)}\n")


def _print_row(name: str, *runs: Simulation) -> None:
    """Print the means over the seeds: of one simulation of many seeds, or of many simulations of one."""
    cells = [f"{np.mean([run.base_accuracy or 0.0 for run in runs]):.3f}"]
    for count in _SHOWN:
        points = [point for run in runs for point in run.curve if point.labels == count]
        if not points:
            cells.append("")
            continue
        scores = [point.accuracy for point in points]
        error = points[0].accuracy_error
        if len(scores) > 1:
            error = float(np.std(scores, ddof=1) / np.sqrt(len(scores)))
        cells.append(f"{np.mean(scores):.3f} ± {1.96 * error:.3f}")
    lowest = [p.base_holdout_least for run in runs for p in run.curve if p.base_holdout_least is not None]
    cells.append(f"{min(lowest):.3f}" if lowest else "")
    sys.stdout.write(f"| {name} | {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
