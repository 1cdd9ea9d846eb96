"""What got worse between two models, on all rows and on slices.

Slices: named subsets of the rows that are evaluated separately.

Find and describe regressions between two models, and compare precision and recall of each tag.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation import significance as pairs
from mltag_desktop.core.evaluation.calibration_comparison import CalibrationChange
from mltag_desktop.core.evaluation.significance import Codes
from mltag_desktop.core.messages import as_message, message

if TYPE_CHECKING:
    from mltag_desktop.core.evaluation.model_figures import ModelFigures

Mask = NDArray[np.bool_]

SHORT_WORDS: Final = 8
MAX_VALUES: Final = 20
SHORT_TEXT_SLICE: Final = "short_text"
LANGUAGE_MODEL_SLICE: Final = "nlp_llm"
_IN_WORDS: Final = {
    SHORT_TEXT_SLICE: message("Short texts (fewer than {short_words} words)", short_words=SHORT_WORDS),
    LANGUAGE_MODEL_SLICE: message("NLP about transformers, LLMs, BERT"),
}
_NLP_TAGS: Final = frozenset({"natural-language-processing", "nlp"})
_LANGUAGE_MODELS: Final = re.compile(
    r"\b(?:transformers?|llms?|(?:large )?language models?|gpt(?:-?\d(?:\.\d)?)?|chatgpt|bart|t5|xlnet|xlm"
    r"|llama|mistral|palm|electra|longformer|(?:ro|de|ca|distilro)bertas?"
    r"|(?:m|al|bio|sci|tiny|mobile|distil|camem|s|fin|col|clinical|fast|key|legal|k)?berts?|bertopic)\b",
    re.IGNORECASE,
)


def text_slices(texts: Sequence[str], tags: Sequence[str]) -> dict[str, Mask]:
    """Return the slice `short_text` (under 8 words) and, where an NLP tag exists, the slice `nlp_llm`.

    `tags` are the true tags of `texts`; `nlp_llm` holds the rows with an NLP tag that mention transformers,
    LLMs, BERT and similar models as whole words.
    """
    slices = {SHORT_TEXT_SLICE: np.array([len(text.split()) < SHORT_WORDS for text in texts], dtype=np.bool_)}
    if _NLP_TAGS & {tag.casefold() for tag in tags}:
        slices[LANGUAGE_MODEL_SLICE] = np.array(
            [
                tag.casefold() in _NLP_TAGS and _LANGUAGE_MODELS.search(text) is not None
                for text, tag in zip(texts, tags, strict=True)
            ],
            dtype=np.bool_,
        )
    return slices


def column_slices(column: str, values: Sequence[str]) -> dict[str, Mask]:
    """Return a slice `COLUMN=VALUE` for each of the 20 most frequent non-blank values."""
    counts = Counter(value for value in values if value.strip())
    frequent = sorted(counts, key=lambda value: (-counts[value], value))[:MAX_VALUES]
    cells = np.array(values, dtype=object)
    return {f"{column}={value}": np.asarray(cells == value, dtype=np.bool_) for value in frequent}


def slice_in_words(name: str) -> str:
    """Return the display name of a slice, for a slice of a column `COLUMN: VALUE`."""
    if name in _IN_WORDS:
        return _IN_WORDS[name]
    column, equals, value = name.partition("=")
    return f"{column}: {value}" if equals else name


class RegressionKind(StrEnum):
    """Kind of a regression."""

    TAG = "tag"
    """F1 of a tag, before and after."""
    SLICE = "slice"
    """F1 on a slice, before and after."""
    BEHAVIOUR = "behaviour"
    """A behavioural test that fails now."""
    METRIC = "metric"
    """The metric that decides the promotion."""
    CALIBRATION = "calibration"
    """`ECE` or `log loss`; listed only where noise does not explain it."""
    FLOOR = "floor"
    """A metric below its floor: the floor, and the value; not measured if no rows can tell."""
    CONFIDENT = "confident"
    """Accuracy at the review threshold or above; listed only where noise does not explain it."""


class MetricKind(StrEnum):
    """Metric of a tag."""

    PRECISION = "precision"
    RECALL = "recall"


@dataclass(frozen=True)
class Regression:
    """A regression: something that is worse in the last model than in the one before it."""

    kind: RegressionKind
    name: str
    before: float
    after: float
    rows: int
    """Evaluated rows; for a tag, those that have it, as in the table of tags."""
    likely: bool
    """Whether noise is unlikely to explain the regression."""
    where: str = ""
    """What the evaluated rows are called, where they may differ from the rows of the report."""


@dataclass(frozen=True)
class MetricComparison:
    """A metric of two models on the same rows."""

    before: float
    after: float
    rows: int
    better: int
    """Rows that only the second model has right."""
    worse: int
    verdict: str
    """`better`, `worse`, or `same` when noise explains the change."""
    sureness: float


@dataclass(frozen=True)
class MetricChange(MetricComparison):
    """The change of a tag's precision or recall between the last two models, by mid-p McNemar.

    Its rows are those of the tag for recall, and those that either model gives the tag for precision.
    """

    kind: MetricKind
    tag: str


def regression_name(regression: Regression) -> str:
    """Return what got worse, and on which rows if they differ from the report's."""
    name = regression.name
    if regression.kind != RegressionKind.TAG:
        name = slice_in_words(name) if regression.kind == RegressionKind.SLICE else as_message(name)
    return message("{name} ({where})", name=name, where=regression.where) if regression.where else name


def regression_words(regression: Regression) -> str:
    """Return one regression as a part of a sentence, with a note if noise may explain it."""
    kind, name = regression.kind, regression_name(regression)
    if kind == RegressionKind.BEHAVIOUR:
        return message("the behaviour test “{name}” now fails", name=name)
    if kind == RegressionKind.FLOOR and not regression.rows:
        return message(
            "{name} cannot be measured; its floor is {floor:.3f}", name=name, floor=regression.before
        )
    doubt = "" if regression.likely else message(", perhaps by chance")
    if kind == RegressionKind.FLOOR:
        return message(
            "{name} is {after:.3f}, below its floor of {floor:.3f}{doubt}",
            name=name,
            after=regression.after,
            floor=regression.before,
            doubt=doubt,
        )
    figures = {"before": regression.before, "after": regression.after, "doubt": doubt}
    if kind in (RegressionKind.TAG, RegressionKind.SLICE):
        return message("F1 of {name} from {before:.3f} to {after:.3f}{doubt}", name=name, **figures)
    return message("{name} from {before:.3f} to {after:.3f}{doubt}", name=name, **figures)


def tag_metric_changes(
    tags: Sequence[str], truth: Codes, answers: Sequence[Codes]
) -> tuple[MetricChange, ...]:
    """Compare precision and recall of each tag between the last two models."""
    old, new = answers[-2] == truth, answers[-1] == truth
    changes = []
    for code, tag in enumerate(tags):
        carried = truth == code
        predicted = (answers[-2] == code) | (answers[-1] == code)
        shares = {
            MetricKind.RECALL: (_share(old[carried]), _share(new[carried]), carried),
            MetricKind.PRECISION: (
                _share(old[answers[-2] == code]),
                _share(new[answers[-1] == code]),
                predicted,
            ),
        }
        for kind, (before, after, rows) in shares.items():
            better, worse = int((new & ~old & rows).sum()), int((old & ~new & rows).sum())
            verdict, sureness = pairs.verdict_of(better, worse)
            if verdict != "same" and (verdict == "better") != (after > before):
                verdict = "same"  # row counts and shares contradict each other
            changes.append(
                MetricChange(before, after, int(rows.sum()), better, worse, verdict, sureness, kind, tag)
            )
    return tuple(changes)


def _share(right: NDArray[np.bool_]) -> float:
    return float(right.mean()) if len(right) else 0.0


def find_regressions(
    models: "Sequence[ModelFigures]",
    truth: Codes,
    answers: Sequence[Codes],
    slices: Mapping[str, NDArray[np.bool_]],
    calibration: CalibrationChange | None,
    *,
    by_confidence: bool,
) -> tuple[Regression, ...]:
    """Return the regressions of the last model against the one before it, most certain first."""
    old, new = models[-2], models[-1]
    regressions: list[Regression] = []
    for code, tag in enumerate(new.tag_order):
        touched = (truth == code) | (answers[-2] == code) | (answers[-1] == code)
        found = _loss(RegressionKind.TAG, tag, old.tags[tag].f1, new.tags[tag].f1, touched, truth, answers)
        regressions += [replace(each, rows=int((truth == code).sum())) for each in found]
    regressions += slice_regressions(models, truth, answers, slices)
    regressions += _calibration_regressions(calibration, by_confidence=by_confidence)
    regressions.sort(key=lambda loss: (not loss.likely, -abs(loss.after - loss.before)))
    if old.behaviour is not None and new.behaviour is not None:
        lost = [case for case in new.behaviour.failed_cases if case not in old.behaviour.failed_cases]
        regressions += [Regression(RegressionKind.BEHAVIOUR, case, 1.0, 0.0, 1, likely=True) for case in lost]
    return tuple(regressions)


def _calibration_regressions(change: CalibrationChange | None, *, by_confidence: bool) -> list[Regression]:
    """Return the calibration metrics that got worse by more than noise.

    Where answers differ, each wrong answer increases the log loss, so only the calibration error counts.
    """
    if change is None:
        return []
    figures = (
        ("ECE", change.ece_a, change.ece_b, change.ece_verdict),
        (message("log loss"), change.log_loss_a, change.log_loss_b, change.log_loss_verdict),
    )
    return [
        Regression(RegressionKind.CALIBRATION, name, before, after, change.rows, likely=True)
        for name, before, after, verdict in figures
        if verdict == "worse" and (by_confidence or name == "ECE")
    ]


def slice_regressions(
    models: "Sequence[ModelFigures]",
    truth: Codes,
    answers: Sequence[Codes],
    slices: Mapping[str, NDArray[np.bool_]],
) -> list[Regression]:
    """Return the slices on which the last model's F1 is lower than that of the one before it."""
    old, new = models[-2].slices, models[-1].slices
    regressions: list[Regression] = []
    for name, mask in slices.items():
        regressions += _loss(RegressionKind.SLICE, name, old[name].f1, new[name].f1, mask, truth, answers)
    return regressions


def _loss(
    kind: RegressionKind,
    name: str,
    before: float,
    after: float,
    mask: NDArray[np.bool_],
    truth: Codes,
    answers: Sequence[Codes],
) -> list[Regression]:
    if after >= before - 1e-9:
        return []
    result = pairs.compare(truth[mask], answers[-2][mask], answers[-1][mask])
    return [Regression(kind, name, before, after, int(mask.sum()), likely=result.verdict == "worse")]
