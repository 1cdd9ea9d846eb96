"""Baselines that every report shows: the most frequent tag, and the keyword rules of the tag set."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.model.keyword_rules import KeywordRules, TagWithKeywords, rules_of
from mltag_desktop.core.model.types import Predictions, in_order

MAJORITY: Final = "majority"
"""Version of the majority baseline."""
_MOST_PRIOR: Final = 0.5
"""Largest score from the frequency of a tag: less than any keyword's weight, so that it breaks ties only."""


@dataclass(frozen=True)
class NamedTag:
    """A tag that is known by its name only, as `TagWithKeywords`."""

    name: str
    keywords: tuple[str, ...] = ()
    excluded_keywords: tuple[str, ...] = ()


def majority(truth: Sequence[str]) -> Predictions:
    """Predict the most frequent tag of `truth` for each of its rows; the confidence is its share.

    This is the best that a model can do without reading the texts.
    """
    from sklearn.dummy import DummyClassifier  # takes half a second, which reading a report does not need

    rows = np.zeros((len(truth), 1), np.float32)
    fitted = DummyClassifier(strategy="prior").fit(rows, list(truth))
    tags = tuple(str(tag) for tag in fitted.classes_)
    return Predictions(MAJORITY, tags, np.asarray(fitted.predict_proba(rows), np.float32))


def rules_for(tags: Sequence[TagWithKeywords], truth: Sequence[str] = ()) -> KeywordRules:
    """Return the rules baseline of a tag set (`rules_of`); where no keyword is found, they follow `truth`."""
    counts = Counter(truth)
    prior = {tag: _MOST_PRIOR * count / len(truth) for tag, count in counts.items()}
    return rules_of(tags, prior)


def named(names: Iterable[str]) -> tuple[NamedTag, ...]:
    """Return tags that are known by name only, each once, in order (`in_order`)."""
    return tuple(NamedTag(name) for name in in_order(set(names)))
