"""Sensitivity and false alarm rate of the drift checks, with several kinds of shift mixed into a stream.

A model is trained on one half of the labelled rows. The stream is drawn from the other half in windows
without repeated rows, and a share of each window is replaced by texts of the shift. Windows from the same
split are not independent, so false alarms are counted over many splits. The shared data sets are required.
"""

import csv
from collections import Counter
from collections.abc import Callable
from typing import Final

import numpy as np

from benchmarks.results import DATASET, SHARED, Goal, publish
from mltag_desktop.core.learning.drift_monitor import CHECKS, DriftMonitor
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from tests.core.model.unrelated_texts import FOREIGN, PROSE, SHORT, SPAM

WINDOW: Final = 200
TRAINED: Final = 480
RUNS: Final = 60
HALVINGS: Final = 20
QUIET: Final = 50
"""Number of windows without a shift for each split."""
SHARES: Final = (0.02, 0.05, 0.1, 0.2, 0.5)
GOALS: Final = (Goal("false_alarms_per_window", at_most=0.05),)

Draw = Callable[[np.random.Generator, int], list[str]]


def read(name: str) -> list[tuple[str, str]]:
    """Return the texts and tags of a shared table."""
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        return [(f"{row['title']} {row['description']}", row["tag"]) for row in csv.DictReader(file)]


def typos(text: str, random: np.random.Generator) -> str:
    """Return `text` with about 20% of its letters replaced at random."""
    return "".join(
        chr(97 + int(random.integers(26))) if char.isalpha() and random.random() < 0.2 else char
        for char in text
    )


def shifts(stream: list[tuple[str, str]]) -> dict[str, tuple[str, Draw]]:
    """Return for each shift: the check that should raise an alarm, and a function that draws its texts."""
    other = [text for text, _ in read("other_source.csv")]
    rare = [text for text, tag in stream if tag == "mlops"]

    def of(texts: list[str]) -> Draw:
        return lambda random, count: [texts[at] for at in random.integers(0, len(texts), count)]

    return {
        "unrelated texts": ("off_topic", of(SHORT + PROSE)),
        "another language": ("language", of(FOREIGN)),
        "advertisements": ("spam", of(SPAM)),
        "more of a rare tag": ("tags", of(rare)),
        "another source": ("off_topic", of(other)),
        "typos": (
            "coverage",
            lambda random, count: [
                typos(stream[at][0], random) for at in random.integers(0, len(stream), count)
            ],
        ),
    }


def window(stream: list[tuple[str, str]], random: np.random.Generator, share: float, draw: Draw) -> list[str]:
    """Return the texts of one window, a share of them drawn from the shift."""
    texts = [stream[at][0] for at in random.permutation(len(stream))[:WINDOW]]
    places = random.permutation(WINDOW)[: round(share * WINDOW)]
    for place, text in zip(places.tolist(), draw(random, len(places)), strict=True):
        texts[place] = text
    return texts


def sounded(model: LinearModel, texts: list[str]) -> set[str]:
    """Return the checks that raise an alarm for one window."""
    watch = DriftMonitor(model, window=WINDOW)
    watch.add(texts, model.predict(texts))
    return {alarm.check for alarm in watch.report().alarms}


def halved(
    rows: list[tuple[str, str]], random: np.random.Generator
) -> tuple[LinearModel, list[tuple[str, str]]]:
    """Return a model trained on one half of the rows, and the other half."""
    order = random.permutation(len(rows))
    texts, tags = zip(*[rows[at] for at in order[:TRAINED]], strict=True)
    model = train(SILENT, Examples(texts, tags), vectors=bundled().vectors)
    return model, [rows[at] for at in order[TRAINED:]]


def false_alarms(rows: list[tuple[str, str]]) -> dict[str, object]:
    """Return the false alarm rates of windows without a shift: overall, by check, and for the worst split."""
    counts: Counter[str] = Counter()
    windows = []
    for seed in range(HALVINGS):
        random = np.random.default_rng(1_000 + seed)
        model, stream = halved(rows, random)
        alarms = [sounded(model, window(stream, random, 0.0, lambda _, __: [])) for _ in range(QUIET)]
        windows.append(sum(map(bool, alarms)))
        for checks in alarms:
            counts.update(checks)
    total = HALVINGS * QUIET
    figures: dict[str, object] = {
        "quiet_windows": total,
        "false_alarms_per_window": sum(windows) / total,
        "false_alarms_per_window_of_the_worst_halving": max(windows) / QUIET,
    }
    return figures | {f"false_{check}": counts[check] / total for check in CHECKS}


def main() -> None:
    """Run the benchmark and publish the figures."""
    if not DATASET.exists():
        raise SystemExit("The shared data sets are not there.")
    rows = [*read("dataset.csv"), *read("holdout.csv")]
    random = np.random.default_rng(5)
    model, stream = halved(rows, random)
    figures: dict[str, object] = {"window": WINDOW, "training_rows": TRAINED, **false_alarms(rows)}
    for name, (check, draw) in shifts(stream).items():
        for share in SHARES:
            alarms = [sounded(model, window(stream, random, share, draw)) for _ in range(RUNS)]
            figures[f"{name}, {share:.0%}: any"] = sum(map(bool, alarms)) / RUNS
            figures[f"{name}, {share:.0%}: {check}"] = sum(check in checks for checks in alarms) / RUNS
    publish("drift", figures, GOALS)


if __name__ == "__main__":
    main()
