"""Near-duplicates by their words and bigrams."""

import numpy as np

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.similarity.near_duplicates import pair_similarities


def test_the_similarity_of_a_pair_is_that_of_its_sets() -> None:
    texts = ["a card was lost", "a card was lost today", "refund my fee", "", "card card card"]
    features = extract(bundled().vectors, texts)
    sets = [
        set(features.buckets[start:stop].tolist())
        for start, stop in zip(features.bounds[:-1], features.bounds[1:], strict=True)
    ]
    pairs = [(0, 1), (1, 0), (0, 2), (3, 3), (2, 3), (0, 0), (0, 4)]
    expected = [
        len(sets[first] & sets[second]) / max(1, len(sets[first] | sets[second])) for first, second in pairs
    ]
    found = pair_similarities(features, *np.array(pairs, np.int32).T)
    assert found.tolist() == expected
