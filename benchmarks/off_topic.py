"""The off-topic filter on texts and tables from sources that the bundled model was not trained on.

On topic are the bundled sample, the holdout and `other_source.csv`; off topic is `packages.csv`. The
background is made from one half of the sections of the packages, and the texts of the other half are scored;
then the other way round. A table is one of these sets, or a mixture in which a share or 20 texts are off
topic; single texts have the limit of the training data. `false` is the part of the on-topic texts that is
suspected, `found` the part of the off-topic ones, and `sure` the part of either that needs no review: its
confidence is at least the review threshold, and it is not in doubt. The shared data sets are required.
"""

import csv
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from benchmarks.results import DATASET, SHARED, Goal, publish
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.off_topic import OffTopicFilter, fit_off_topic_filter, lengths_of
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from scripts.background.__main__ import DATA, background

SHARES: Final = (0.02, 0.05, 0.1, 0.2, 0.5)
DRAWS: Final = 5
FEW: Final = 20
"""Off-topic texts in a table of another kind, whose limit they hardly move."""
GOALS: Final = (
    Goal("other source: AUROC", at_least=0.95),
    Goal("sample: false", at_most=0.05),
    Goal("other source: false", at_most=0.05),
    Goal("packages: sure", at_most=0.05),
    Goal("titles of packages: sure", at_most=0.05),
    Goal("single packages: sure", at_most=0.05),
    Goal("single titles of packages: sure", at_most=0.05),
    Goal("packages in the sample: sure", at_most=0.05),
    Goal("titles of packages in the sample: sure", at_most=0.05),
    Goal("packages in other source: sure", at_most=0.05),
    Goal("titles of packages in other source: sure", at_most=0.05),
)


class Texts(NamedTuple):
    """The vectors of n texts, shape (n, d), their lengths and confident predictions, shape (n,)."""

    vectors: FloatArray
    lengths: NDArray[np.int32]
    confident: NDArray[np.bool_]

    def take(self, which: NDArray[Any]) -> "Texts":
        """Return some of the texts."""
        return Texts(self.vectors[which], self.lengths[which], self.confident[which])

    def sure(self, detector: OffTopicFilter) -> NDArray[np.bool_]:
        """Return which texts need no review, shape (n,)."""
        return self.confident & ~detector.suspicion(self.vectors, self.lengths).doubtful


def read(path: Path, columns: tuple[str, ...] = ("title", "description")) -> Texts:
    """Return the texts of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        texts = [" ".join(row[column] for column in columns) for row in csv.DictReader(file)]
    model = bundled()
    confident = model.predict(texts).confidence >= DEFAULT_REVIEW_THRESHOLD
    return Texts(extract(model.vectors, texts).vectors, lengths_of(texts), confident)


def halves() -> list[tuple[OffTopicFilter, NDArray[np.bool_]]]:
    """Return the filters against each half of the sections, and which packages are in the other half."""
    with DATA.open(encoding="utf-8", newline="") as file:
        sections = np.array([row["section"] for row in csv.DictReader(file)])
    names = sorted(set(sections.tolist()))
    found = []
    for half in (names[::2], names[1::2]):
        detector = fit_off_topic_filter(bundled(), background(frozenset(half)))
        assert detector is not None
        found.append((detector, ~np.isin(sections, half)))
    return found


def main() -> None:
    """Run the benchmark and publish the figures."""
    if not DATASET.exists():
        raise SystemExit("The shared data sets are not there.")
    on_topic = {
        "sample": read(resource("sample.csv")),
        "other source": read(SHARED / "other_source.csv"),
        "holdout": read(SHARED / "holdout.csv"),
    }
    titles = read(SHARED / "other_source.csv", ("title",))
    packages = {"packages": read(DATA), "titles of packages": read(DATA, ("title",))}
    found: dict[str, list[float]] = {}

    def note(name: str, values: NDArray[np.bool_] | float) -> None:
        found.setdefault(name, []).append(float(np.mean(values)))

    for detector, others in halves():
        off = packages["packages"].vectors[others]
        for name, texts in (*on_topic.items(), ("titles of other source", titles)):
            unlike = packages["titles of packages"].vectors[others] if texts is titles else off
            scored = np.concatenate([texts.vectors, unlike])
            is_on = np.arange(len(scored)) < len(texts.vectors)
            note(f"{name}: AUROC", float(roc_auc_score(is_on, detector.margins(scored))))
            note(f"{name}: false, unmoved limit", detector.margins(texts.vectors) < 0)
            table = detector.fitted_to(texts.vectors)
            note(f"{name}: false", table.margins(texts.vectors) < 0)
            note(f"{name}: confident", texts.confident)
            note(f"{name}: sure", texts.sure(table))
            note(f"single {name}: sure", texts.sure(detector))
        for name, texts in packages.items():
            wanted = texts.take(others)
            for prefix, each in (("", detector.fitted_to(wanted.vectors)), ("single ", detector)):
                note(f"{prefix}{name}: found", each.margins(wanted.vectors) < 0)
                note(f"{prefix}{name}: sure", wanted.sure(each))
            for place, on in (("the sample", on_topic["sample"]), ("other source", on_topic["other source"])):
                for seed in range(DRAWS):
                    some = np.random.default_rng(seed).choice(len(wanted.vectors), FEW, replace=False)
                    few = wanted.take(some)
                    table = detector.fitted_to(np.concatenate([on.vectors, few.vectors]))
                    note(f"{name} in {place}: found", table.margins(few.vectors) < 0)
                    note(f"{name} in {place}: sure", wanted.sure(table))
        for name, texts in on_topic.items():
            for share in SHARES:
                for seed in range(DRAWS):
                    count = max(1, round(len(texts.vectors) * share / (1 - share)))
                    part = np.random.default_rng(seed).choice(off, count, replace=False)
                    table = detector.fitted_to(np.concatenate([texts.vectors, part]))
                    note(f"{name} with {share:.0%} packages: false", table.margins(texts.vectors) < 0)
                    note(f"{name} with {share:.0%} packages: found", table.margins(part) < 0)
    publish("off_topic", {name: float(np.mean(values)) for name, values in found.items()}, GOALS)


if __name__ == "__main__":
    main()
