"""Accuracy and calibration with tags of one's own: from their names, after answers, and with all labels.

`python -m benchmarks.own_tags [DATASET LABEL [TEST]]` reads a labelled table, by default the descriptions of
27 sections. A table with 77 tags is compared with the goals for the public intent data set. Without TEST, a
quarter of the rows is unseen.

- `few`: 12 tags drawn at random, four draws, up to 1,500 undecided rows, answers to ten questions at a time,
  in the program's order and at random. `all`: the same with all tags, 3,000 undecided rows, two draws.
  `two`: the same in the program's order with two of the 12 most frequent tags, eight draws.
  `over` is the mean confidence less the accuracy, `ece` the expected calibration error.
- `auto`: training with a chosen recipe on all rows, and on 10 and 30 rows for each tag. Beside it, LinearSVC
  on tf-idf of words (1–2) and characters (char_wb 2–5) with the defaults of scikit-learn, and logistic
  regression on the embeddings of the sentence encoder.

Seconds are processor time, halved for two cores, with the embedding of the texts.
"""

import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from benchmarks.results import SHARED, Goal, processor_seconds, publish
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.simulation import SimulationPlan, simulate_names
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.recipe_choice import train_automatically
from mltag_desktop.core.training.training import Examples
from mltag_desktop.core.workspace.types import TagInfo

PACKAGES: Final = SHARED / "packages" / "packages.csv"
FEW_TAGS: Final = 12
FEW_ANSWERS: Final = (0, 10, 20, 40, 80, 160)
TWO_ANSWERS: Final = (0, 10, 20, 40)
ALL_ANSWERS: Final = (0, 80, 160, 320)
FEW_ROWS: Final = (10, 30)
INTENTS: Final = 77
"""Number of tags of the data set that the absolute goals are for."""
NOISE: Final = 0.01
ORDER_NOISE: Final = 0.025
"""Two standard errors of the difference between two orders in four draws."""

Figures = dict[str, object]
Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Table:
    """Labelled texts in English with their embeddings, which are empty without the sentence encoder."""

    texts: tuple[str, ...]
    tags: NDArray[np.str_]
    embeddings: FloatArray | None
    english: FloatArray | None

    def take(self, rows: Rows) -> "Table":
        """Return some rows."""
        some = None if self.embeddings is None else self.embeddings[rows]
        english = None if self.english is None else self.english[rows]
        return Table(tuple(self.texts[row] for row in rows.tolist()), self.tags[rows], some, english)

    @property
    def examples(self) -> Examples:
        """The texts and tags."""
        return Examples(self.texts, tuple(self.tags.tolist()))


def main(given: Sequence[str]) -> None:
    """Measure everything, and publish the figures."""
    path, label = (Path(given[0]), given[1]) if given else (PACKAGES, "section")
    if not path.exists():
        print(f"own_tags: {path} does not exist", file=sys.stderr)
        return
    known = read(path, label)
    if len(given) > 2:
        unseen = read(Path(given[2]), label)
    else:
        shuffled = np.random.default_rng(0).permutation(len(known.texts))
        part = len(shuffled) * 3 // 4
        known, unseen = known.take(np.sort(shuffled[:part])), known.take(np.sort(shuffled[part:]))
    both = Table(
        known.texts + unseen.texts,
        np.concatenate([known.tags, unseen.tags]),
        *(
            None if first is None or second is None else np.concatenate([first, second])
            for first, second in (
                (known.embeddings, unseen.embeddings),
                (known.english, unseen.english),
            )
        ),
    )
    figures: Figures = {"rows": len(known.texts), "unseen": len(unseen.texts)}
    figures |= {"tags": len(np.unique(both.tags)), "with_encoder": encoder.is_installed()}
    figures |= curves(both)
    figures |= trainings(known, unseen)
    publish("own_tags", figures, goals(figures))


def read(path: Path, label: str) -> Table:
    """Read a table: texts are in `text`, or in the columns besides the label and `id`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[label]]
    columns = [name for name in rows[0] if name not in (label, "id")]
    texts = tuple(" ".join(row[name] for name in columns) for row in rows)
    tags = np.array([row[label] for row in rows])
    found = [
        encoder.embed_all(SILENT, texts, by) if encoder.is_installed(by) else None
        for by in (encoder.MULTILINGUAL, encoder.ENGLISH)
    ]
    return Table(texts, tags, *found)


def curves(table: Table) -> Figures:
    """Return accuracy and calibration after some answers."""
    names, counts = np.unique(table.tags, return_counts=True)
    figures: Figures = {}
    frequent = names[np.argsort(-counts, kind="stable")[:FEW_TAGS]]
    two = [
        curve(table.take(np.flatnonzero(np.isin(table.tags, drawn))), "coverage", TWO_ANSWERS, 1_500, seed)
        for seed in range(8)
        for drawn in [np.random.default_rng(seed).choice(frequent, 2, False)]
    ]
    figures |= averaged("two", two)
    for order in ("coverage", "random"):
        few = [
            curve(table.take(np.flatnonzero(np.isin(table.tags, drawn))), order, FEW_ANSWERS, 1_500, seed)
            for seed in range(4)
            for drawn in [np.random.default_rng(seed).choice(names, min(FEW_TAGS, len(names)), False)]
        ]
        figures |= averaged(f"few_{order}", few)
    figures |= averaged("all", [curve(table, "coverage", ALL_ANSWERS, 3_000, seed) for seed in range(2)])
    return figures


def curve(table: Table, order: str, answers: Sequence[int], undecided: int, seed: int) -> dict[str, float]:
    """Play one curator; return the figures after some numbers of answers."""
    rows = np.random.default_rng(seed).permutation(len(table.texts))
    table = table.take(rows)
    reader = TextReader(
        bundled().vectors, tuple(TagInfo(str(name), "", "", 0) for name in np.unique(table.tags))
    )
    most = min(undecided, len(rows) * 3 // 4)
    plan = SimulationPlan(
        order=order, batch=10, budget=max(answers), test_rows=2_000, undecided=most, seeds=1
    )
    read = None
    if table.embeddings is not None and table.english is not None:
        every = np.arange(len(table.texts))
        reader, read = reader.with_english(table.texts, table.embeddings, table.english, every)
    found = simulate_names(SILENT, table.examples, reader, plan, read=read)
    figures = {}
    for point in found.curve:
        if point.labels in answers:
            over = (point.confidence or 0.0) - point.accuracy
            values = (point.accuracy, point.first_nine, over, point.calibration_error)
            for name, value in zip(("accuracy", "nine", "over", "ece"), values, strict=True):
                figures[f"{name}_{point.labels}"] = value or 0.0
    return figures


def averaged(name: str, runs: Sequence[dict[str, float]]) -> Figures:
    """Return the mean of each figure over the runs."""
    return {f"{name}_{key}": float(np.mean([run[key] for run in runs])) for key in runs[0]}


def trainings(known: Table, unseen: Table) -> Figures:
    """Return accuracy and seconds of automatic training and of the alternatives, on all and on few rows."""
    figures: Figures = {}
    for count in (None, *FEW_ROWS):
        rows = known if count is None else known.take(rows_a_tag(known.tags, count))
        name = "full" if count is None else f"{count}_rows"
        ways: dict[str, Callable[[Table, Table], NDArray[np.str_]]] = {
            "auto_without_encoder": without_encoder,
            "tfidf_svm": by_tfidf,
        }
        if known.embeddings is not None:
            ways |= {"auto": automatic, "encoder_logistic": by_encoder}
        for way, predict in ways.items():
            before = processor_seconds()
            figures[f"{name}_{way}"] = float((predict(rows, unseen) == unseen.tags).mean())
            figures[f"{name}_{way}_seconds"] = (processor_seconds() - before) / 2
    return figures


def rows_a_tag(tags: NDArray[np.str_], count: int) -> Rows:
    """Return at most `count` rows of each tag, drawn at random."""
    random = np.random.default_rng(0)
    drawn = [random.permutation(np.flatnonzero(tags == name))[:count] for name in np.unique(tags)]
    return np.sort(np.concatenate(drawn))


def automatic(known: Table, unseen: Table) -> NDArray[np.str_]:
    """Return the tags that a model with the chosen recipe predicts."""
    model = train_automatically(SILENT, known.examples, bundled().vectors).model
    found = model.predict(unseen.texts)
    return np.array(found.tags)[found.best]


def without_encoder(known: Table, unseen: Table) -> NDArray[np.str_]:
    """Do the same as where the sentence encoder is not installed."""
    with patch.object(encoder, "is_installed", return_value=False):
        return automatic(known, unseen)


def by_tfidf(known: Table, unseen: Table) -> NDArray[np.str_]:
    """Return the tags by a linear SVM on words and characters."""
    words = TfidfVectorizer(ngram_range=(1, 2))
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))
    pipeline = make_pipeline(make_union(words, characters), LinearSVC())
    return np.asarray(pipeline.fit(known.texts, known.tags).predict(unseen.texts))


def by_encoder(known: Table, unseen: Table) -> NDArray[np.str_]:
    """Return the tags by logistic regression on embeddings."""
    fitted = LogisticRegression(C=10, max_iter=1_000).fit(known.embeddings, known.tags)
    return np.asarray(fitted.predict(unseen.embeddings))


def goals(figures: Figures) -> tuple[Goal, ...]:
    """Return the goals: differences to the alternatives, and absolute ones for 77 tags."""

    def value(name: str) -> float:
        found = figures.get(name)
        return float(found) if isinstance(found, int | float) else float("nan")

    found = []
    for answers in FEW_ANSWERS[1:]:
        figures[f"few_ahead_of_random_{answers}"] = value(f"few_coverage_accuracy_{answers}") - value(
            f"few_random_accuracy_{answers}"
        )
        found.append(Goal(f"few_ahead_of_random_{answers}", at_least=-ORDER_NOISE))
    for answers in FEW_ANSWERS[2:]:
        figures[f"few_miscalibrated_{answers}"] = abs(value(f"few_coverage_over_{answers}"))
        found.append(Goal(f"few_miscalibrated_{answers}", at_most=0.05))
    found += [Goal(f"two_ece_{answers}", at_most=0.07) for answers in TWO_ANSWERS[1:]]
    auto = "auto" if figures.get("with_encoder") else "auto_without_encoder"
    for name in ("full", *(f"{count}_rows" for count in FEW_ROWS)):
        best = np.nanmax([value(f"{name}_tfidf_svm"), value(f"{name}_encoder_logistic")])
        figures[f"{name}_ahead_of_others"] = value(f"{name}_{auto}") - float(best)
        found.append(Goal(f"{name}_ahead_of_others", at_least=-NOISE))
    if figures["tags"] != INTENTS:
        return tuple(found)
    few = dict(zip((0, 20, 40, 80, 160), (0.83, 0.89, 0.92, 0.95, 0.975), strict=True))
    every = dict(zip(ALL_ANSWERS, (0.59, 0.65, 0.70, 0.78), strict=True))
    return (
        *found,
        *(Goal(f"few_coverage_accuracy_{answers}", at_least=goal) for answers, goal in few.items()),
        *(Goal(f"all_accuracy_{answers}", at_least=goal) for answers, goal in every.items()),
        Goal("all_nine_0", at_least=0.90),
        Goal("full_auto", at_least=0.930),
        Goal("full_auto_seconds", at_most=60),
        Goal("full_auto_without_encoder", at_least=0.922),
        Goal("full_auto_without_encoder_seconds", at_most=20),
        Goal("10_rows_auto", at_least=0.82),
        Goal("30_rows_auto", at_least=0.895),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
