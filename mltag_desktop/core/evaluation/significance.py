"""Whether noise explains a difference: paired comparisons and the bootstrap under them.

Bootstrap on the cells of the confusion matrix instead of on single rows.

The metrics depend only on the true and predicted tags of a row, so drawing n rows with replacement is one
multinomial draw over the distinct (true, predicted) cells. The distribution is the same, and 1,000 draws take
milliseconds for any n.

Paired comparison of two models on the same rows: which is better, or whether noise explains it.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import join, message

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

DRAWS: Final = 1_000
SEED: Final = 20_250
LEVELS: Final = (0.025, 0.975)


def draw_counts(counts: Codes) -> Floats:
    """Return bootstrap counts for cells with the observed `counts`, shape (`DRAWS`, cells)."""
    total = int(counts.sum())
    if total == 0:
        return np.zeros((DRAWS, len(counts)))
    generator = np.random.default_rng(SEED)
    return generator.multinomial(total, counts / total, size=DRAWS).astype(np.float64)


@dataclass(frozen=True)
class ResampledCounts:
    """Right, predicted and true counts per tag for each draw, each of shape (draws, tags)."""

    right: Floats
    predicted: Floats
    support: Floats

    @cached_property
    def tag_precision(self) -> Floats:
        """Precision of each tag, shape (draws, tags); 0 for tags that are never predicted."""
        return _ratio(self.right, self.predicted)

    @cached_property
    def tag_recall(self) -> Floats:
        """Recall of each tag, shape (draws, tags); 0 for tags without rows."""
        return _ratio(self.right, self.support)

    @cached_property
    def tag_f1(self) -> Floats:
        """F1 of each tag, 2TP / (2TP + FP + FN), shape (draws, tags); 0 where undefined."""
        return _ratio(2.0 * self.right, self.predicted + self.support)

    @cached_property
    def accuracy(self) -> Floats:
        """Share of right rows, shape (draws,)."""
        return _ratio(self.right.sum(axis=1), self.support.sum(axis=1))

    @cached_property
    def precision(self) -> Floats:
        """Support-weighted precision, shape (draws,)."""
        return self._weighted(self.tag_precision)

    @cached_property
    def recall(self) -> Floats:
        """Support-weighted recall, shape (draws,)."""
        return self._weighted(self.tag_recall)

    @cached_property
    def f1(self) -> Floats:
        """Support-weighted F1, shape (draws,)."""
        return self._weighted(self.tag_f1)

    @cached_property
    def macro_f1(self) -> Floats:
        """Mean F1 of the tags that occur as true or predicted tag, shape (draws,)."""
        present = ((self.predicted + self.support) > 0).sum(axis=1)
        return _ratio(self.tag_f1.sum(axis=1), present.astype(np.float64))

    def _weighted(self, values: Floats) -> Floats:
        return _ratio((values * self.support).sum(axis=1), self.support.sum(axis=1))


def tally(weights: Floats, truth: Codes, predicted: Codes, tags: int) -> ResampledCounts:
    """Return the counts of cells (`truth[c]`, `predicted[c]`) with `weights` of shape (draws, cells)."""
    return ResampledCounts(
        right=weights @ _one_hot(np.where(truth == predicted, truth, -1), tags),
        predicted=weights @ _one_hot(predicted, tags),
        support=weights @ _one_hot(truth, tags),
    )


def interval_of(values: Floats) -> tuple[float, float]:
    """Return the 95% percentile interval of bootstrap values, shape (draws,)."""
    low, high = np.quantile(values, LEVELS)
    return float(low), float(high)


def _one_hot(codes: Codes, width: int) -> Floats:
    hot = np.zeros((len(codes), width))
    rows = np.flatnonzero(codes >= 0)
    hot[rows, codes[rows]] = 1.0
    return hot


def _ratio(part: Floats, total: Floats) -> Floats:
    ratio = np.zeros(part.shape)
    np.divide(part, total, out=ratio, where=total > 0)
    return ratio


LIKELY: Final = 0.95
NEARLY_CERTAIN: Final = 0.995
_LIKELIHOODS: Final = {
    ("better", False): message("likely better"),
    ("better", True): message("almost certainly better"),
    ("worse", False): message("likely worse"),
    ("worse", True): message("almost certainly worse"),
}


@dataclass(frozen=True)
class PairedComparison:
    """The comparison of model `b` with model `a` on the same rows."""

    a: str
    b: str
    rows: int
    better: int
    """Rows where b is right and a is wrong."""
    worse: int
    """Rows where b is wrong and a is right."""
    p_value: float
    """Exact two-sided McNemar test of the hypothesis that better and worse are equally likely."""
    f1_a: float
    f1_b: float
    difference: float
    """Support-weighted F1 of b minus that of a."""
    interval: tuple[float, float]
    """95% paired bootstrap interval of the difference."""
    probability_better: float
    """Share of paired bootstrap draws with a higher F1 for b; ties count half."""
    verdict: str
    """`better`, `worse`, or `same` when noise explains the difference."""
    sureness: float
    """Certainty of the verdict: the lower of bootstrap probability and one-sided mid-p McNemar."""
    words: str
    """The result as text, such as "better on 14, worse on 5; likely better (97%)"."""


def compare(
    truth: NDArray[Any], a: NDArray[Any], b: NDArray[Any], *, names: tuple[str, str] = ("a", "b")
) -> PairedComparison:
    """Compare the predictions `b` with `a`, given `truth`; tag indices, each of shape (n,)."""
    codes = [np.asarray(part, dtype=np.int64) for part in (truth, a, b)]
    tags = 1 + max((int(part.max()) for part in codes if len(part)), default=0)
    better = int(((codes[2] == codes[0]) & (codes[1] != codes[0])).sum())
    worse = int(((codes[1] == codes[0]) & (codes[2] != codes[0])).sum())
    cells, counts = np.unique((codes[0] * tags + codes[1]) * tags + codes[2], return_counts=True)
    true, first, second = cells // (tags * tags), cells // tags % tags, cells % tags
    point = counts[None, :].astype(np.float64)
    f1_a = float(tally(point, true, first, tags).f1[0])
    f1_b = float(tally(point, true, second, tags).f1[0])
    drawn = draw_counts(counts.astype(np.int64))
    gains = tally(drawn, true, second, tags).f1 - tally(drawn, true, first, tags).f1
    probability = float((gains > 0).mean() + 0.5 * (gains == 0).mean())
    verdict, sureness = _verdict(probability, better, worse)
    return PairedComparison(
        a=names[0],
        b=names[1],
        rows=len(codes[0]),
        better=better,
        worse=worse,
        p_value=mcnemar(better, worse),
        f1_a=f1_a,
        f1_b=f1_b,
        difference=f1_b - f1_a,
        interval=interval_of(gains),
        probability_better=probability,
        verdict=verdict,
        sureness=sureness,
        words=join(message("; "), (counts_in_words(better, worse), verdict_in_words(verdict, sureness))),
    )


def mcnemar(better: int, worse: int) -> float:
    """Return the exact two-sided p-value of McNemar's test (1947), binomial on the discordant rows."""
    below, _ = _tail(min(better, worse), better + worse)
    return min(1.0, 2.0 * below)


def is_clearly_better(right: NDArray[np.bool_], than: NDArray[np.bool_]) -> bool:
    """Return whether predictions are right more often than others of the same rows (McNemar's test, 5%)."""
    better, worse = int((right & ~than).sum()), int((than & ~right).sum())
    return better > worse and mcnemar(better, worse) < 0.05


def counts_in_words(better: int, worse: int) -> str:
    """Return as text on how many rows the second model is better and worse."""
    if not better and not worse:
        return message("both are right on the same rows")
    return message("better on {better:,}, worse on {worse:,}", better=better, worse=worse)


def verdict_in_words(verdict: str, sureness: float) -> str:
    """Return the verdict as text, with its certainty."""
    if verdict == "same":
        return message("no clear difference")
    return message("{verdict} ({sure})", verdict=likely_verdict(verdict, sureness), sure=percent(sureness))


def likely_verdict(verdict: str, sureness: float) -> str:
    """Return `better` or `worse` as text, with "likely" or "almost certainly"."""
    return _LIKELIHOODS[verdict, sureness >= NEARLY_CERTAIN]


def percent(share: float) -> str:
    """Return a certainty as a percentage that is never rounded up to 100%."""
    if share >= NEARLY_CERTAIN:
        return message("over 99%")
    return message("{share:.0%}", share=int(share * 100) / 100)


def verdict_of(better: int, worse: int) -> tuple[str, float]:
    """Return the verdict (`better`, `worse` or `same`) and its certainty, by one-sided mid-p McNemar."""
    below, at = _tail(min(better, worse), better + worse)
    certainty = 1.0 - (below - 0.5 * at)
    if better == worse or certainty < LIKELY:
        return "same", certainty
    return ("better" if better > worse else "worse"), certainty


def _verdict(probability: float, better: int, worse: int) -> tuple[str, float]:
    below, at = _tail(min(better, worse), better + worse)
    certainty = 1.0 - (below - 0.5 * at)
    if better >= worse and min(probability, certainty) >= LIKELY:
        return "better", min(probability, certainty)
    if worse >= better and min(1.0 - probability, certainty) >= LIKELY:
        return "worse", min(1.0 - probability, certainty)
    return "same", max(probability, 1.0 - probability)


def _tail(hits: int, tosses: int) -> tuple[float, float]:
    """Return P(X <= hits) and P(X = hits) for X ~ Binomial(tosses, 1/2)."""
    if tosses == 0:
        return 1.0, 1.0
    steps = np.arange(1, hits + 1)
    logs = np.concatenate(([0.0], np.cumsum(np.log((tosses - steps + 1) / steps)))) - tosses * np.log(2.0)
    chances = np.exp(logs)
    return min(1.0, float(chances.sum())), float(chances[-1])
