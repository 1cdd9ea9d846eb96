"""Compare how well two models are calibrated, on the same rows.

Two metrics are compared: the log loss, the mean of -ln(probability of the true tag), and the expected
calibration error (`metrics.expected_calibration_error`), with a paired bootstrap of 1,000 draws. The log loss
has percentile intervals. Resampling increases a calibration error, small ones most, so it has basic bootstrap
intervals (Davison and Hinkley, 1997, section 5.2), which correct that bias. In 200 simulated pairs of equally
good models, the interval of the difference missed 0 in 3% (log loss) and 10% (calibration error) with 120
rows, in 6% and 14% with 30, and in 24% and 28% with 5. So no verdict is given for fewer than 30 rows, and
none on the calibration error for fewer than 100.
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
from mltag_desktop.core.evaluation.significance import (
    DRAWS,
    SEED,
    Codes,
    Floats,
    interval_of,
    likely_verdict,
    percent,
    verdict_in_words,
)
from mltag_desktop.core.messages import join, message, message_plural
from mltag_desktop.core.progress import Progress

ALIKE: Final = 1e-6
"""Probabilities with a smaller difference count as equal."""
_MOST_UNITS: Final = 2_000
FEWEST: Final = 30
"""Smallest number of rows for a verdict on the log loss."""
_FEWEST_FOR_ECE: Final = 100
_LEAST_ECE_CHANGE: Final = 0.005
"""Smaller changes of the calibration error are `same`: where two models differ on few rows, the bootstrap is
certain of changes that nobody would notice.
"""
_ROWS_A_REPORT: Final = 200_000
"""Rows drawn between two progress reports."""


@dataclass(frozen=True)
class CalibrationChange:
    """The calibration of model `b` compared with that of model `a`."""

    a: str
    b: str
    rows: int
    changed: int
    """Rows whose predicted tag differs between the two."""
    log_loss_a: float
    log_loss_b: float
    log_loss_interval: Interval
    """95% paired bootstrap interval of the log loss of b minus that of a."""
    log_loss_verdict: str
    """`better`, `worse`, or `same` when the interval contains 0."""
    ece_a: float
    ece_b: float
    ece_interval: Interval
    """95% paired bootstrap interval of the calibration error of b minus that of a."""
    ece_verdict: str
    """`better`, `worse`, or `same` when the interval contains 0 or the change is below 0.005."""
    verdict: str
    """The verdict of either metric; `same` when the two contradict each other."""
    sureness: float
    """Share of the bootstrap draws that agree with the verdict."""

    @property
    def figures_in_words(self) -> str:
        """Both differences with their intervals, as text."""
        return message(
            "log loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} to {log_loss_interval2:+.3f}), ECE "
            "{ece_b:+.3f} ({ece_interval:+.3f} to {ece_interval2:+.3f})",
            log_loss_b=self.log_loss_b - self.log_loss_a,
            log_loss_interval=self.log_loss_interval[0],
            log_loss_interval2=self.log_loss_interval[1],
            ece_b=self.ece_b - self.ece_a,
            ece_interval=self.ece_interval[0],
            ece_interval2=self.ece_interval[1],
        )

    @property
    def words(self) -> str:
        """Both differences and the verdict, as text."""
        return join(message("; "), (self.figures_in_words, verdict_in_words(self.verdict, self.sureness)))


@dataclass(frozen=True)
class ConfidentAnswers:
    """The accuracy of models `a` and `b` on their confident answers, those at or above a threshold."""

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
        """Accuracy of the confident answers of `a`; 0 without any."""
        return self.right_a / self.rows_a if self.rows_a else 0.0

    @property
    def share_b(self) -> float:
        """Accuracy of the confident answers of `b`; 0 without any."""
        return self.right_b / self.rows_b if self.rows_b else 0.0


@dataclass(frozen=True)
class CalibrationDraws:
    """Bootstrap draws of both calibration metrics; each array has shape (draws, models)."""

    log_loss: Floats
    ece: Floats

    def log_loss_interval(self, model: int) -> Interval:
        """Return the 95% interval of a model's log loss."""
        return interval_of(self.log_loss[:, model])

    def ece_interval(self, model: int, ece: float) -> Interval:
        """Return the 95% interval of a model's calibration error, given its value `ece` on all rows."""
        low, high = _basic(self.ece[:, model], ece)
        return max(0.0, low), max(0.0, high)


def draw(progress: Progress, truth: Codes, probabilities: Sequence[NDArray[Any]]) -> CalibrationDraws:
    """Draw bootstrap samples, the same rows for every model; `probabilities` are (n, k) each.

    With more than 2,000 rows, 2,000 random groups of rows are drawn instead: the standard deviation of their
    sums differs by at most 3%, and 30,000 rows would take seconds. `progress` may raise `Cancelled`.
    """
    rows, models = len(truth), len(probabilities)
    if not rows or not models:
        return CalibrationDraws(np.zeros((DRAWS, models)), np.zeros((DRAWS, models)))
    columns = np.concatenate([_columns(truth, model) for model in probabilities], axis=1)
    if rows > _MOST_UNITS:
        columns = _in_groups(columns)
    units = len(columns)
    sums = np.zeros((DRAWS, columns.shape[1]))
    generator = np.random.default_rng(SEED)
    step = max(1, _ROWS_A_REPORT // units)
    for start in range(0, DRAWS, step):
        progress.report(start / DRAWS)
        count = min(step, DRAWS - start)
        chosen = generator.integers(0, units, (count, units)) + units * np.arange(count)[:, None]
        times = np.bincount(chosen.ravel(), minlength=count * units).reshape(count, units)
        sums[start : start + count] = times.astype(np.float64) @ columns
    means = sums.reshape(DRAWS, models, BINS + 1) / rows
    return CalibrationDraws(means[:, :, 0], np.abs(means[:, :, 1:]).sum(axis=2))


def compare_calibration(
    truth: Codes,
    probabilities: Sequence[NDArray[Any]],
    drawn: CalibrationDraws,
    *,
    names: tuple[str, str] = ("a", "b"),
) -> CalibrationChange | None:
    """Compare the last of `probabilities` with the one before it; None where they are equal."""
    a, b = probabilities[-2:]
    if not len(truth) or np.abs(a - b).max() < ALIKE:
        return None
    losses = [float(row_losses(truth, model).mean()) for model in (a, b)]
    errors = [_ece(truth, model) for model in (a, b)]
    loss_draws = drawn.log_loss[:, -1] - drawn.log_loss[:, -2]
    loss_interval = interval_of(loss_draws)
    ece_draws = drawn.ece[:, -1] - drawn.ece[:, -2]
    ece_change = errors[1] - errors[0]
    ece_interval = _basic(ece_draws, ece_change)
    verdicts = (
        _verdict_of(loss_interval) if len(truth) >= FEWEST else "same",
        _verdict_of(ece_interval)
        if len(truth) >= _FEWEST_FOR_ECE and abs(ece_change) >= _LEAST_ECE_CHANGE
        else "same",
    )
    worse, better = "worse" in verdicts, "better" in verdicts
    verdict = "same" if worse == better else "worse" if worse else "better"
    draws = loss_draws if verdicts[0] == verdict else 2 * ece_change - ece_draws
    share = float((draws > 0).mean() + 0.5 * (draws == 0).mean())
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
    """Compare the accuracy at `threshold` or above of the last two of `probabilities`, (n, k) each."""
    counts = []
    for model in probabilities[-2:]:
        sure = model.max(axis=1) >= np.float32(threshold) if len(model) else np.zeros(0, np.bool_)
        right = int((model.argmax(axis=1) == truth)[sure].sum()) if len(model) else 0
        counts.append((int(sure.sum()), right))
    (rows_a, right_a), (rows_b, right_b) = counts
    return ConfidentAnswers(*names, threshold, rows_a, right_a, rows_b, right_b, _verdict_of_shares(*counts))


def _verdict_of_shares(a: tuple[int, int], b: tuple[int, int]) -> str:
    """Return the verdict on two shares, (rows, right) each; conservative when the samples overlap."""
    if not a[0] or not b[0]:
        return "same"
    shares = [right / rows for rows, right in (a, b)]
    (low_a, high_a), (low_b, high_b) = (wilson(right, rows) for rows, right in (a, b))
    difference = shares[1] - shares[0]
    low = difference - math.hypot(shares[1] - low_b, high_a - shares[0])
    high = difference + math.hypot(high_b - shares[1], shares[0] - low_a)
    return _verdict_of((-high, -low))


def answers_alike(probabilities: Sequence[NDArray[Any]]) -> bool:
    """Return whether the last two models predict the same tags with different confidence."""
    if len(probabilities) < 2 or not len(probabilities[-1]):
        return False
    a, b = probabilities[-2:]
    if a.shape != b.shape:  # the models have different tags
        return False
    return bool((a.argmax(axis=1) == b.argmax(axis=1)).all()) and float(np.abs(a - b).max()) >= ALIKE


def calibration_verdict(new: str, old: str, change: CalibrationChange, what: str) -> str:
    """Return a sentence on which model is better calibrated; `what` names the rows."""
    figures = message(
        "log loss {log_loss_b:.3f} against {log_loss_a:.3f}, ECE {ece_b:.3f} against {ece_a:.3f} "
        "on {rows:,} {what}",
        log_loss_b=change.log_loss_b,
        log_loss_a=change.log_loss_a,
        ece_b=change.ece_b,
        ece_a=change.ece_a,
        rows=change.rows,
        what=what,
    )
    answers = (
        message_plural("{n:,} prediction differs", "{n:,} predictions differ", change.changed)
        if change.changed
        else message("the predictions are the same")
    )
    if change.verdict == "same":
        return message(
            "No clear difference in confidence between {new} and {old}: {figures}; {answers}.",
            new=new,
            old=old,
            figures=figures,
            answers=answers,
        )
    return message(
        "The confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}).",
        new=new,
        verdict=likely_verdict(change.verdict, change.sureness),
        old=old,
        figures=figures,
        answers=answers,
        sure=percent(change.sureness),
    )


def _in_groups(columns: Floats) -> Floats:
    """Return the sums of random groups of rows, shape (groups, columns)."""
    shuffled = np.random.default_rng(SEED).permutation(len(columns))
    starts = np.arange(_MOST_UNITS) * len(columns) // _MOST_UNITS
    sums: Floats = np.add.reduceat(columns[shuffled], starts, axis=0)
    return sums


def _columns(truth: Codes, probabilities: NDArray[Any]) -> Floats:
    """Return the contribution of each row to the log loss and to the gap of each bin, shape (n, bins + 1)."""
    place, gap = calibration_gaps(truth, probabilities)
    columns = np.zeros((len(truth), BINS + 1))
    columns[:, 0] = row_losses(truth, probabilities)
    columns[np.arange(len(truth)), place + 1] = gap
    return columns


def _ece(truth: Codes, probabilities: NDArray[Any]) -> float:
    confidence = probabilities.max(axis=1).astype(np.float64)
    return expected_calibration_error(confidence, probabilities.argmax(axis=1) == truth)


def _basic(values: Floats, estimate: float) -> Interval:
    """Return the basic bootstrap interval of `estimate`."""
    low, high = interval_of(values)
    return 2 * estimate - high, 2 * estimate - low


def _verdict_of(interval: Interval) -> str:
    low, high = interval
    return "worse" if low > 0 else "better" if high < 0 else "same"
