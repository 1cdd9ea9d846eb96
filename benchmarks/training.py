"""Seconds to retrain on the base rows and 1,000 corrections, compared with tf-idf and logistic regression."""

import time
from collections.abc import Callable
from typing import Final

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from benchmarks.results import Goal, labelled, publish
from benchmarks.texts import records
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import CORRECTION_WEIGHT, Examples, train

CORRECTIONS: Final = 1_000
ROUNDS: Final = 3
GOALS: Final = (Goal("ratio_to_tfidf_logistic", at_most=2.0),)


def main() -> None:
    """Publish the wall-clock seconds of both, the best of interleaved rounds."""
    base = bundled()
    made = [(f"{title} {text}", tag) for title, text, tag in records(CORRECTIONS, seed=3)]
    texts, tags = [text for text, _ in made], [tag for _, tag in made]
    base_texts, base_tags, source = labelled()
    examples = Examples(tuple(texts), tuple(tags), (CORRECTION_WEIGHT,) * CORRECTIONS)

    def ours() -> object:
        return train(SILENT, examples, base=base)

    def logistic() -> object:
        pipeline = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            LogisticRegression(C=10, class_weight="balanced", max_iter=1_000),
        )
        weights = [1.0] * len(base_texts) + [CORRECTION_WEIGHT] * CORRECTIONS
        return pipeline.fit(
            base_texts + texts, base_tags + tags, logisticregression__sample_weight=weights
        ).predict_proba(texts[:1])

    contenders: dict[str, Callable[[], object]] = {"mltag": ours, "tfidf_logistic": logistic}
    best = dict.fromkeys(contenders, float("inf"))
    for _ in range(ROUNDS):
        for name, contender in contenders.items():
            start = time.perf_counter()
            contender()
            best[name] = min(best[name], time.perf_counter() - start)
    figures: dict[str, object] = {f"{name}_seconds": seconds for name, seconds in best.items()}
    figures["ratio_to_tfidf_logistic"] = best["mltag"] / best["tfidf_logistic"]
    figures |= {"base_rows": len(base.base), "corrections": CORRECTIONS, "yardstick_base": source}
    publish("training", figures, GOALS)


if __name__ == "__main__":
    main()
