"""The accuracy of a service, from answers that were drawn at random and reviewed by curators.

Texts are drawn whatever the confidence, so the figures speak for all texts that the service answered. Each is
weighted by the inverse of the probability with which it was drawn (Hájek's estimator). Intervals are 95%
intervals (Wilson) for the effective number of texts, (Σw)² / Σw² (Kish, 1965).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import weighted_share, wilson
from mltag_desktop.core.evaluation.model_evaluation import rows_trained_on
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import SampledAnswer

_DAY: Final = 10
"""Characters of the day in a time."""


@dataclass(frozen=True)
class Rate:
    """A weighted share of texts with its 95% interval."""

    texts: int
    share: float | None
    """None without texts."""
    low: float
    high: float


@dataclass(frozen=True)
class DayRate(Rate):
    """The accuracy on one day (UTC)."""

    day: str


@dataclass(frozen=True)
class TagRates:
    """Precision and recall of one tag."""

    tag: str
    precision: Rate
    recall: Rate


@dataclass(frozen=True)
class Accuracy:
    """The accuracy of a set of answers."""

    drawn: int
    """Texts drawn at random."""
    reviewed: int
    """Number of these texts that a curator decided."""
    accuracy: Rate
    tags: tuple[TagRates, ...]
    days: tuple[DayRate, ...]
    """Accuracy by day of the answer (UTC), oldest first."""
    trained_on: int
    """Reviewed texts that the answering model was trained on, or near-copies of them."""
    others: Rate | None
    """Accuracy on the texts never trained on; None if `trained_on` is 0."""


@dataclass(frozen=True)
class ModelAccuracy:
    """The accuracy of one model version."""

    version: str
    served: bool
    """Whether any of its answers was returned; a shadow model's are not."""
    figures: Accuracy
    checked: bool
    """Whether the model was at hand to look for texts that it was trained on."""


@dataclass(frozen=True)
class PairedAccuracy:
    """Two models on the same reviewed texts."""

    current: str
    candidate: str
    texts: int
    current_accuracy: Rate
    candidate_accuracy: Rate


@dataclass(frozen=True)
class ServiceAccuracy:
    """The accuracy of the answers that a service returned, and of each model."""

    answers: Accuracy
    """All returned answers, whichever model gave them."""
    models: tuple[ModelAccuracy, ...]
    pairs: tuple[PairedAccuracy, ...]
    """The models of each trial on the texts that both have answered."""

    def to_json(self) -> dict[str, Any]:
        """Return the figures as JSON-compatible values."""
        return asdict(self)


def service_accuracy(feedback_store: FeedbackStore, models: Sequence[LinearModel] = ()) -> ServiceAccuracy:
    """Return the accuracy of a service; `models` are those that can be asked what they were trained on."""
    samples = feedback_store.samples()
    decided = {key: decision.tag for key, decision in feedback_store.decisions().items()}
    trained = trained_texts(feedback_store, models)
    versions = dict.fromkeys(item.version for item in samples)
    return ServiceAccuracy(
        _accuracy([item for item in samples if item.served], decided, trained),
        tuple(
            ModelAccuracy(
                shown_version(version),
                any(item.served for item in samples if item.version == version),
                _accuracy([item for item in samples if item.version == version], decided, trained),
                version in trained,
            )
            for version in versions
        ),
        tuple(_pairs(feedback_store, samples, decided)),
    )


def _accuracy(
    samples: Sequence[SampledAnswer], decided: Mapping[bytes, str], trained: Mapping[str, set[bytes]]
) -> Accuracy:
    known = [item for item in samples if item.digest in decided]
    said = np.array([item.tag for item in known], np.object_)
    truth = np.array([decided[item.digest] for item in known], np.object_)
    weights = np.array([1 / item.probability for item in known], np.float64)
    days = np.array([item.time[:_DAY] for item in known], np.object_)
    seen = np.array([item.digest in trained.get(item.version, ()) for item in known], np.bool_)
    right: NDArray[np.bool_] = np.asarray(said == truth, np.bool_)
    tags = sorted({*said.tolist(), *truth.tolist()})
    return Accuracy(
        drawn=len(samples),
        reviewed=len(known),
        accuracy=rate(right, weights),
        tags=tuple(
            TagRates(
                tag,
                rate(right[said == tag], weights[said == tag]),
                rate(right[truth == tag], weights[truth == tag]),
            )
            for tag in tags
        ),
        days=tuple(
            DayRate(**asdict(rate(right[days == day], weights[days == day])), day=day)
            for day in sorted(set(days.tolist()))
        ),
        trained_on=int(seen.sum()),
        others=rate(right[~seen], weights[~seen]) if seen.any() else None,
    )


def rate(right: NDArray[np.bool_], weights: NDArray[np.float64]) -> Rate:
    """Return the weighted share of right answers, with the Wilson interval of the effective number."""
    if not len(right):
        return Rate(0, None, 0.0, 1.0)
    share, effective = weighted_share(right, weights)
    return Rate(len(right), share, *wilson(share * effective, effective))


def trained_texts(feedback_store: FeedbackStore, models: Sequence[LinearModel]) -> dict[str, set[bytes]]:
    """Return, by model version, the decided texts that the model was trained on, or near-copies of them."""
    texts = feedback_store.decided_texts() if models else {}
    found = {}
    for model in models:
        seen = rows_trained_on(SILENT, [model], [*texts.values()])
        found[model.version] = {digest for digest, is_seen in zip(texts, seen, strict=True) if is_seen}
    return found


def _pairs(
    feedback_store: FeedbackStore, samples: Sequence[SampledAnswer], decided: Mapping[bytes, str]
) -> Iterable[PairedAccuracy]:
    by_version: dict[str, dict[bytes, SampledAnswer]] = {}
    for item in samples:
        if item.digest in decided:
            by_version.setdefault(item.version, {})[item.digest] = item
    for current, candidate in dict.fromkeys(
        (trial.current, trial.candidate) for trial, _ in feedback_store.trials()
    ):
        ours, theirs = by_version.get(current, {}), by_version.get(candidate, {})
        common = [digest for digest in ours if digest in theirs]
        if common:
            yield PairedAccuracy(
                shown_version(current),
                shown_version(candidate),
                len(common),
                *(
                    rate(
                        np.array([own[digest].tag == decided[digest] for digest in common], np.bool_),
                        np.array([1 / own[digest].probability for digest in common], np.float64),
                    )
                    for own in (ours, theirs)
                ),
            )
