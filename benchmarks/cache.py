"""CPU time to read predictions from a cache, compared with predicting the same texts, on one core.

Single texts are what a service answers, blocks of 1,000 what a batch does. The model is the bundled one, the
fastest there is: with other tags, or with the encoder, predicting takes longer and reading does not.
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.results import Goal, publish
from benchmarks.texts import records
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.prediction_cache import PredictionCache, digest_of

COUNT: Final = 20_000
SINGLE: Final = 500
BLOCK: Final = 1_000
ROUNDS: Final = 5
GOALS: Final = (Goal("single_times_faster", at_least=5.0),)


def seconds(action: Callable[[], object]) -> float:
    """Return the CPU time of the fastest round."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        action()
        rounds.append(time.process_time() - began)
    return min(rounds)


def main() -> None:
    """Measure both, and publish microseconds per text and how many times faster reading is."""
    model = bundled()
    texts = [f"{title} {text}" for title, text, _ in records(COUNT, seed=1)]
    random.Random(1).shuffle(texts)
    blocks = [texts[start : start + BLOCK] for start in range(0, COUNT, BLOCK)]
    with tempfile.TemporaryDirectory() as folder, PredictionCache.open(Path(folder) / "cache") as cache:
        cache.store(
            model.version, model.tags, list(map(digest_of, texts)), model.predict(texts).probabilities
        )

        def read(some: list[str]) -> int:
            digests = list(map(digest_of, some))
            return int(cache.probabilities(model.version, digests, len(model.tags))[1].sum())

        predicted = seconds(lambda: [model.predict(block) for block in blocks]) / COUNT
        found = seconds(lambda: [read(block) for block in blocks]) / COUNT
        predicted_single = seconds(lambda: [model.predict([text]) for text in texts[:SINGLE]]) / SINGLE
        found_single = seconds(lambda: [read([text]) for text in texts[:SINGLE]]) / SINGLE
    figures = {
        "block_predict_us": predicted * 1e6,
        "block_read_us": found * 1e6,
        "block_times_faster": predicted / found,
        "single_predict_us": predicted_single * 1e6,
        "single_read_us": found_single * 1e6,
        "single_times_faster": predicted_single / found_single,
    }
    publish("cache", figures, GOALS)


if __name__ == "__main__":
    main()
