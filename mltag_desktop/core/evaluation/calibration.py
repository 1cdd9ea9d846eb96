"""Whether the confidence of one model can be believed more or less than another's, on the same rows.

Two figures say how far: the log loss, the mean of -ln(probability of the true tag), and the calibration
error (`metrics.expected_calibration_error`). Both models are drawn with the same rows (paired bootstrap,
1,000 draws). The log loss carries the percentiles of the draws. A calibration error grows in a draw, the
more the smaller it is, so it carries the basic bootstrap (Davison and Hinkley, 1997, section 5.2), which
takes that off again. Between models that are equally good the interval of a difference misses 0 in 3% (log
loss) and 10% (calibration error) of 200 made-up pairs with 120 rows, in 6% and 14% with 30, and in 24% and
28% with 5. So nothing is said of fewer than 30 rows, nor of the calibration error of fewer than 100.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import (
    BINS,
    Interval,
    calibration_gaps,
    expected_calibration_error,
    row_losses,
    wilson,
)
from mltag_desktop.core.evaluation.paired import verdict_in_words
from mltag_desktop.core.evaluation.resample import DRAWS, SEED, Codes, Floats, interval_of
from mltag_desktop.core.progress import Progress

ALIKE: Final = 1e-6
"""Probabilities nearer to each other than this are the same."""
_MOST_UNITS: Final = 2_000
FEWEST: Final = 30
"""Rows from which on a log loss can differ by more than noise: a draw of fewer tells too little of others."""
_FEWEST_FOR_ECE: Final = 100
_AT_ONCE: Final = 200_000
"""Rows drawn between two looks at whether to stop."""


@dataclass(frozen=True)
class CalibrationChange:
    """How far the confidence of model `b` can be believed, against that of model `a`."""

    a: str
    b: str
    rows: int
    changed: int
    """Rows that the two answer with another tag."""
    log_loss_a: float
    log_loss_b: float
    log_loss_interval: Interval
    """95% paired bootstrap interval of the log loss of b minus that of a."""
    log_loss_verdict: str
    """`better`, `worse`, or `same` when the interval holds 0."""
    ece_a: float
    ece_b: float
    ece_interval: Interval
    """95% paired bootstrap interval of the calibration error of b minus that of a."""
    ece_verdict: str
    verdict: str
    """What either figure says, where the other does not say the opposite; else `same`."""
    sureness: float
    """Share of the draws that say so."""

    @property
    def figures_in_words(self) -> str:
        """Both differences with their intervals, in words."""
        return (
            f"log loss {self.log_loss_b - self.log_loss_a:+.3f} "
            f"({self.log_loss_interval[0]:+.3f} to {self.log_loss_interval[1]:+.3f}), "
            f"ECE {self.ece_b - self.ece_a:+.3f} "
            f"({self.ece_interval[0]:+.3f} to {self.ece_interval[1]:+.3f})"
        )

    @property
    def words(self) -> str:
        """Both differences, and what they mean, in words."""
        return f"{self.figures_in_words}; {verdict_in_words(self.verdict, self.sureness)}"


@dataclass(frozen=True)
class ConfidentAnswers:
    """How often models `a` and `b` are right where their confidence reaches a threshold, on the same rows."""

    a: str
    b: str
    threshold: float
    rows_a: int
    right_a: int
    rows_b: int
    right_b: int
    verdict: str
    """`better`, `worse`, or `same` when noise explains the difference (Newcombe, 1998, method 10)."""

    @property
    def share_a(self) -> float:
        """Share of the answers of `a` that are right; 0 without any."""
        return self.right_a / self.rows_a if self.rows_a else 0.0

    @property
    def share_b(self) -> float:
        """Share of the answers of `b` that are right; 0 without any."""
        return self.right_b / self.rows_b if self.rows_b else 0.0


@dataclass(frozen=True)
class Drawn:
    """What the draws made of the models' confidence; each array has shape (draws, models)."""

    log_loss: Floats
    ece: Floats

    def log_loss_interval(self, model: int) -> Interval:
        """Return the 95% interval of a model's log loss."""
        return interval_of(self.log_loss[:, model])

    def ece_interval(self, model: int, ece: float) -> Interval:
        """Return the 95% interval of a model's calibration error, which is `ece` on the rows themselves."""
        low, high = _basic(self.ece[:, model], ece)
        return max(0.0, low), max(0.0, high)


def draw(progress: Progress, truth: Codes, probabilities: Sequence[NDArray[Any]]) -> Drawn:
    """Draw rows with replacement, the same ones for every model; `probabilities` are (n, k) each.

    Of more than 2,000 rows, 2,000 groups dealt at random are drawn: their sums spread as the rows' own do, to
    3 parts in 100, and 30,000 rows would take seconds.

    Raises `Cancelled` when `progress` says so.
    """
    rows, models = len(truth), len(probabilities)
    if not rows or not models:
        return Drawn(np.zeros((DRAWS, models)), np.zeros((DRAWS, models)))
    columns = np.concatenate([_columns(truth, each) for each in probabilities], axis=1)
    if rows > _MOST_UNITS:
        columns = _in_groups(columns)
    units = len(columns)
    sums = np.zeros((DRAWS, columns.shape[1]))
    generator = np.random.default_rng(SEED)
    step = max(1, _AT_ONCE // units)
    for start in range(0, DRAWS, step):
        progress.report(start / DRAWS)
        count = min(step, DRAWS - start)
        taken = generator.integers(0, units, (count, units)) + units * np.arange(count)[:, None]
        times = np.bincount(taken.ravel(), minlength=count * units).reshape(count, units)
        sums[start : start + count] = times.astype(np.float64) @ columns
    shaped = sums.reshape(DRAWS, models, BINS + 1) / rows
    return Drawn(shaped[:, :, 0], np.abs(shaped[:, :, 1:]).sum(axis=2))


def compare_calibration(
    truth: Codes,
    probabilities: Sequence[NDArray[Any]],
    drawn: Drawn,
    *,
    names: tuple[str, str] = ("a", "b"),
) -> CalibrationChange | None:
    """Compare the last of `probabilities` with the one before it; None where they are the same."""
    a, b = probabilities[-2:]
    if not len(truth) or np.abs(a - b).max() < ALIKE:
        return None
    losses = [float(row_losses(truth, each).mean()) for each in (a, b)]
    errors = [_ece(truth, each) for each in (a, b)]
    gained = drawn.log_loss[:, -1] - drawn.log_loss[:, -2]
    loss_interval = interval_of(gained)
    spread = drawn.ece[:, -1] - drawn.ece[:, -2]
    apart = errors[1] - errors[0]
    ece_interval = _basic(spread, apart)
    verdicts = (
        _verdict_of(loss_interval) if len(truth) >= FEWEST else "same",
        _verdict_of(ece_interval) if len(truth) >= _FEWEST_FOR_ECE else "same",
    )
    worse, better = "worse" in verdicts, "better" in verdicts
    verdict = "same" if worse == better else "worse" if worse else "better"
    told = gained if verdicts[0] == verdict else 2 * apart - spread
    share = float((told > 0).mean() + 0.5 * (told == 0).mean())
    return CalibrationChange(
        a=names[0],
        b=names[1],
        rows=len(truth),
        changed=int((a.argmax(axis=1) != b.argmax(axis=1)).sum()),
        log_loss_a=losses[0],
        log_loss_b=losses[1],
        log_loss_interval=loss_interval,
        log_loss_verdict=verdicts[0],
        ece_a=errors[0],
        ece_b=errors[1],
        ece_interval=ece_interval,
        ece_verdict=verdicts[1],
        verdict=verdict,
        sureness=share if verdict == "worse" else 1 - share if verdict == "better" else max(share, 1 - share),
    )


def compare_confident(
    truth: Codes,
    probabilities: Sequence[NDArray[Any]],
    threshold: float,
    *,
    names: tuple[str, str] = ("a", "b"),
) -> ConfidentAnswers:
    """Compare how often the last two of `probabilities`, (n, k) each, are right at `threshold` or above."""
    counts = []
    for each in probabilities[-2:]:
        sure = each.max(axis=1) >= np.float32(threshold) if len(each) else np.zeros(0, np.bool_)
        counts.append((int(sure.sum()), int((each.argmax(axis=1) == truth)[sure].sum()) if len(each) else 0))
    (rows_a, right_a), (rows_b, right_b) = counts
    return ConfidentAnswers(*names, threshold, rows_a, right_a, rows_b, right_b, _verdict_of_shares(*counts))


def _verdict_of_shares(a: tuple[int, int], b: tuple[int, int]) -> str:
    """Compare two shares, (rows, right) each; too cautious where most rows are the same."""
    if not a[0] or not b[0]:
        return "same"
    shares = [right / rows for rows, right in (a, b)]
    (low_a, high_a), (low_b, high_b) = (wilson(right, rows) for rows, right in (a, b))
    gained = shares[1] - shares[0]
    low = gained - math.hypot(shares[1] - low_b, high_a - shares[0])
    high = gained + math.hypot(high_b - shares[1], shares[0] - low_a)
    return _verdict_of((-high, -low))


def answers_alike(probabilities: Sequence[NDArray[Any]]) -> bool:
    """Whether the last two models answer every row with the same tag, and are otherwise sure of it."""
    if len(probabilities) < 2 or not len(probabilities[-1]):
        return False
    a, b = probabilities[-2:]
    if a.shape != b.shape:  # they know different tags
        return False
    return bool((a.argmax(axis=1) == b.argmax(axis=1)).all()) and float(np.abs(a - b).max()) >= ALIKE


def calibration_verdict(new: str, old: str, change: CalibrationChange, what: str, *, first: bool) -> str:
    """Say in a sentence which model's confidence can be believed more; `what` names the rows.

    `first` begins with a capital. Both are written out, so that each can be found again and translated.
    """
    figures = (
        f"log loss {change.log_loss_b:.3f} against {change.log_loss_a:.3f}, "
        f"ECE {change.ece_b:.3f} against {change.ece_a:.3f} on {change.rows:,} {what}"
    )
    answers = f"{change.changed:,} predictions differ" if change.changed else "the predictions are the same"
    if change.verdict == "same" and first:
        return f"No clear difference in confidence between {new} and {old}: {figures}; {answers}."
    if change.verdict == "same":
        return f"no clear difference in confidence between {new} and {old}: {figures}; {answers}."
    verdict, _, sure = verdict_in_words(change.verdict, change.sureness).partition(" (")
    if first:
        return f"The confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}."
    return f"the confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}."


def _in_groups(columns: Floats) -> Floats:
    """Add rows up in groups that are dealt at random, shape (groups, columns)."""
    dealt = np.random.default_rng(SEED).permutation(len(columns))
    starts = np.arange(_MOST_UNITS) * len(columns) // _MOST_UNITS
    sums: Floats = np.add.reduceat(columns[dealt], starts, axis=0)
    return sums


def _columns(truth: Codes, probabilities: NDArray[Any]) -> Floats:
    """Return what a row adds to the log loss and to the gap of each bin, shape (n, bins + 1)."""
    place, gap = calibration_gaps(truth, probabilities)
    columns = np.zeros((len(truth), BINS + 1))
    columns[:, 0] = row_losses(truth, probabilities)
    columns[np.arange(len(truth)), place + 1] = gap
    return columns


def _ece(truth: Codes, probabilities: NDArray[Any]) -> float:
    confidence = probabilities.max(axis=1).astype(np.float64)
    return expected_calibration_error(confidence, probabilities.argmax(axis=1) == truth)


def _basic(values: Floats, found: float) -> Interval:
    low, high = interval_of(values)
    return 2 * found - high, 2 * found - low


def _verdict_of(interval: Interval) -> str:
    low, high = interval
    return "worse" if low > 0 else "better" if high < 0 else "same"
