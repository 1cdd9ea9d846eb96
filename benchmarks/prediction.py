"""Texts per CPU second, from strings to tags and confidences, compared with fastText and scikit-learn."""

import gzip
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from benchmarks.results import SHARED, Goal, labelled, publish
from benchmarks.texts import texts
from mltag_desktop.core.model.bundle import bundled

COUNT: Final = 30_000
ROUNDS: Final = 5
SUMMARIES: Final = SHARED / "summaries.txt.gz"
GOALS: Final = (Goal("ratio_to_fasttext", at_least=5.0), Goal("ratio_to_tfidf_logistic", at_least=1.0))

Tagger = Callable[[Sequence[str]], tuple[list[str], list[float]]]


def ours() -> Tagger:
    """Return a tagger for the bundled model."""
    model = bundled()

    def tag(batch: Sequence[str]) -> tuple[list[str], list[float]]:
        answer = model.predict(batch)
        return [answer.tags[index] for index in answer.best.tolist()], answer.confidence.tolist()

    return tag


def fasttext_tagger(examples: list[str], tags: list[str]) -> Tagger | None:
    """Return a tagger for fastText with word 2-grams and character 3-5-grams; None if not installed."""
    try:
        import fasttext
    except ImportError:
        return None
    with tempfile.TemporaryDirectory() as folder:
        lines = [
            f"__label__{tag} {' '.join(text.split())}\n" for text, tag in zip(examples, tags, strict=True)
        ]
        source = Path(folder) / "train.txt"
        source.write_text("".join(lines), encoding="utf-8")
        model: Any = fasttext.train_supervised(
            str(source), wordNgrams=2, minn=3, maxn=5, epoch=25, lr=0.5, thread=1, verbose=0
        )

    def tag(batch: Sequence[str]) -> tuple[list[str], list[float]]:
        names, confidences = model.predict(list(batch))
        return [name[0] for name in names], [float(values[0]) for values in confidences]

    return tag


def sklearn_tagger(pipeline: Any, examples: list[str], tags: list[str]) -> Tagger:
    """Fit a scikit-learn pipeline and return a tagger for it."""
    pipeline.fit(examples, tags)

    def tag(batch: Sequence[str]) -> tuple[list[str], list[float]]:
        probabilities = pipeline.predict_proba(batch)
        best = probabilities.argmax(axis=1)
        return list(pipeline.classes_[best]), probabilities.max(axis=1).tolist()

    return tag


def contenders() -> dict[str, tuple[Tagger, int]]:
    """Return for each name the tagger and its number of texts, which is smaller for slow taggers."""
    examples, tags, _ = labelled()
    words = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(C=10))
    characters = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
        CalibratedClassifierCV(LinearSVC(), ensemble=False),
    )
    taggers: dict[str, tuple[Tagger, int]] = {"mltag": (ours(), COUNT)}
    if (tagger := fasttext_tagger(examples, tags)) is not None:
        taggers["fasttext"] = (tagger, COUNT // 2)
    taggers["tfidf_logistic"] = (sklearn_tagger(words, examples, tags), COUNT // 2)
    taggers["characters_svm"] = (sklearn_tagger(characters, examples, tags), COUNT // 20)
    return taggers


def real_texts() -> list[str] | None:
    """Return texts of two public one-line summaries each; None if the shared data is missing."""
    if not SUMMARIES.exists():
        return None
    with gzip.open(SUMMARIES, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    random.Random(0).shuffle(lines)
    half = len(lines) // 2
    return [" ".join(f"{a} {b}".split()) for a, b in zip(lines[:half], lines[half:], strict=False)][:COUNT]


def measure(taggers: dict[str, tuple[Tagger, int]], batch: list[str]) -> dict[str, float]:
    """Return the texts per CPU second of each tagger, the best of `ROUNDS` interleaved rounds."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, (tagger, count) in taggers.items():
            start = time.process_time()
            tagger(batch[:count])
            best[name] = max(best.get(name, 0.0), count / (time.process_time() - start))
    return best


def main() -> None:
    """Run the benchmark and publish the figures; the goals apply to real texts if there are any."""
    taggers = contenders()
    batches = {"real": real_texts(), "made_up": texts(COUNT, seed=1)}
    figures: dict[str, object] = {"trained_on": labelled()[2]}
    for kind, batch in batches.items():
        if batch is None:
            continue
        speeds = measure(taggers, batch)
        prefix = "" if kind == "real" or batches["real"] is None else f"{kind}_"
        figures[f"{prefix}texts"] = f"{len(batch):,} {kind.replace('_', '-')} ones"
        figures |= {f"{prefix}{name}_texts_per_cpu_second": speed for name, speed in speeds.items()}
        figures |= {
            f"{prefix}ratio_to_{name}": speeds["mltag"] / speed
            for name, speed in speeds.items()
            if name != "mltag"
        }
    publish("prediction", figures, GOALS)


if __name__ == "__main__":
    main()
