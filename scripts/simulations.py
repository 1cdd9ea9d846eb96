"""Play curators on tables whose tags are known, and print what asking and adapting are worth.

Run it as `make simulate`; it writes Markdown to standard output. Tables: content from sources that the
base has not seen (other_source.csv, random halves), each of these sources alone (a one-sided table), the
later part of dataset.csv under a base that was trained on the earlier part, and a random part under a base
trained on the rest (a table of the base's own kind). The holdout is only judged on, never a table.
"""

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation.simulate import Simulation, simulate
from mltag_desktop.core.model.asking import ORDERS
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.train import Examples, train
from mltag_desktop.core.progress import SILENT

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
    """Print the tables; `--seeds N` plays each N times, by default 20."""
    seeds = int(arguments[arguments.index("--seeds") + 1]) if "--seeds" in arguments else 20
    other, known = _rows("other_source"), _rows("dataset")
    _say("## Content from sources that the base has not seen, by order of asking", seeds)
    for order in ORDERS:
        _line(order, simulate(SILENT, _examples(other), bundled(), order=order, budget=80, seeds=seeds))
    _say("## Each of these sources alone: one-sided tables", seeds)
    for source in sorted({row.source for row in other}):
        rows = [row for row in other if row.source == source]
        if len(rows) >= _LEAST_ROWS:
            tags = bundled().tags
            _line(source, simulate(SILENT, _examples(rows), bundled(), budget=20, seeds=seeds, tags=tags))
    _say("## Tables of the base's own kind", seeds)
    by_time = sorted(known, key=lambda row: row.time)
    cut = len(by_time) * 6 // 10
    _line(
        "later rows", simulate(SILENT, _examples(by_time[cut:]), _base(by_time[:cut]), budget=80, seeds=seeds)
    )
    plays = []
    for seed in range(seeds):
        shuffled = [known[i] for i in np.random.default_rng(seed).permutation(len(known))]
        plays.append(simulate(SILENT, _examples(shuffled[cut:]), _base(shuffled[:cut]), budget=80, seeds=1))
    _line("random rows", *plays)


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


def _say(title: str, seeds: int) -> None:
    answers = " | ".join(f"{count} answers" for count in _SHOWN)
    sys.stdout.write(f"\n{title}\n\nAccuracy on unseen rows, mean of {seeds} seeds with 95% intervals.\n\n")
    sys.stdout.write(f"| table or order | base alone | {answers} | base holdout F1, least |\n")
    sys.stdout.write(f"|{' --- |' * (len(_SHOWN) + 3)}\n")


def _line(name: str, *plays: Simulation) -> None:
    """Print the means of one simulation of many seeds, or of many of one seed."""
    cells = [f"{np.mean([play.base_accuracy or 0.0 for play in plays]):.3f}"]
    for count in _SHOWN:
        points = [point for play in plays for point in play.curve if point.labels == count]
        if not points:
            cells.append("")
            continue
        scores = [point.accuracy for point in points]
        error = points[0].accuracy_error
        if len(scores) > 1:
            error = float(np.std(scores, ddof=1) / np.sqrt(len(scores)))
        cells.append(f"{np.mean(scores):.3f} ± {1.96 * error:.3f}")
    kept = [p.base_holdout_least for play in plays for p in play.curve if p.base_holdout_least is not None]
    cells.append(f"{min(kept):.3f}" if kept else "")
    sys.stdout.write(f"| {name} | {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
