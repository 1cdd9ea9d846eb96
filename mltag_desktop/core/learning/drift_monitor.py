"""Detect drift: check whether a stream of texts still looks like the training data.

The checks cover tags, confidence, off-topic texts, language and spam. Each compares a window of the stream,
and the whole stream, with samples of the same size from the training data (`Reference`). An
alarm lists the rows with the strongest evidence. Off topic is what the filter of the model says, with a limit
that is fitted to the stream as to a table (`off_topic.py`): texts about the same topics in another style are
not off topic, and `style` says how far they are from the training texts.
"""

import heapq
import math
import re
import threading
import unicodedata
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import BUCKETS, Features, extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import (
    FLAGGED,
    SAMPLE,
    OffTopicFilter,
    compared_texts,
    off_topic_filter,
)
from mltag_desktop.core.model.tokenization import words
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray, Predictions, shown_version
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.training.training import fit_calibrated

WINDOW: Final = 500
CHANCE: Final = 0.001
"""False alarm rate of one check of one window."""
LEAST_PSI: Final = 0.1
"""Smallest index that raises an alarm, however significant (a common rule of thumb)."""
ANOTHER_STYLE: Final = 0.5
"""Distance from the training texts, in their standard deviations, from which on-topic texts have a style."""
FEWEST: Final = 50
"""Smallest number of rows that is checked."""
CHECKS: Final = ("tags", "confidence", "off_topic", "language", "spam")
_RARE: Final = 0.005
"""Share of spam and of foreign texts that is expected."""
_LEAST: Final = {
    "tags": LEAST_PSI,
    "confidence": LEAST_PSI,
    "off_topic": FLAGGED,
    "language": _RARE,
    "spam": _RARE,
}
"""The limit of each check for samples without random variation."""
_KNOWN_WORDS: Final = 0.4
_FEW_WORDS: Final = 4
_COPIES: Final = 2
_EXAMPLES: Final = 5
KEPT: Final = 300
"""Characters of an example that are kept."""
_CHUNK: Final = 2_000
WINDOWS: Final = 400
"""Number of recent windows that are kept separately."""
_PROMOTION: Final = re.compile(
    r"https?://|www\.|[$€£]\s?\d|\d\s?%|!{2,}|\bfree\b|\bclick\b|\bbuy\b", re.IGNORECASE
)
BINS: Final = 10
DRAWS: Final = 4_000
_OTHER_MODELS: Final = 0.5
"""Share of the training rows in samples of the confidence, which varies more because other models gave it.

Chosen on 20 random halves of the labelled rows (docs/decisions/0014-drift.md)."""
_STRANGE: Final = 0.01
_MOST_ROWS: Final = 5_000
_SEED: Final = 11
_STEPS: Final = 20
"""Sample sizes within 5% of each other share a limit, which changes by half as much."""

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Reference:
    """The distribution of tags and confidence in the training data."""

    tags: tuple[str, ...]
    rows: int
    tag_counts: Counts
    """Number of rows by out-of-fold tag, shape (k,)."""
    edges: Floats
    """Inner edges of the confidence bins: deciles of the out-of-fold confidence, shape (9,)."""
    confidence_counts: Counts
    """Number of rows by confidence bin, shape (10,)."""
    trained: NDArray[np.bool_]
    """Whether a bucket holds a word or bigram of the training texts, shape (2^18,)."""
    strange: float
    """Largest share of trained words and bigrams of a text in another language.

    This is half of what 99% of the training texts have in common with others."""
    _drawn: dict[tuple[str, int], float] = field(default_factory=dict, repr=False, compare=False)

    def confidence_bins(self, confidence: FloatArray) -> Counts:
        """Return the number of confidences in each bin, shape (10,)."""
        places = np.searchsorted(self.edges, confidence.astype(np.float64), side="right")
        return np.bincount(places, minlength=BINS).astype(np.int64)

    def psi_limit(self, kind: str, rows: int, chance: float) -> float:
        """Return the PSI that a sample of `rows` rows exceeds with probability `chance`, without drift.

        `kind` is "tags" or "confidence". Both sides are drawn, because the training data is a sample too. For
        the confidence, smaller samples account for the difference between the model and those of the folds.
        """
        counts = self.tag_counts if kind == "tags" else self.confidence_counts
        drawn = int(counts.sum()) if kind == "tags" else max(1, round(int(counts.sum()) * _OTHER_MODELS))
        return self._cached_limit(
            f"psi {kind} {chance}", rows, lambda draw, size: _psi_limit(draw, counts, drawn, size, chance)
        )

    def share_limit(self, share: float, rows: int, chance: float) -> float:
        """Return the share of rows that samples of `rows` exceed with probability `chance`."""

        def draw_limit(draw: np.random.Generator, size: int) -> float:
            own = draw.binomial(max(self.rows, 1), share, DRAWS) / max(self.rows, 1)
            return float(np.quantile(draw.binomial(size, own) / size, 1 - chance))

        return self._cached_limit(f"share {share} {chance}", rows, draw_limit)

    def _cached_limit(
        self, name: str, rows: int, draw_limit: Callable[[np.random.Generator, int], float]
    ) -> float:
        """Return a cached limit; similar sample sizes share the limit of the smallest."""
        step = int(np.log(max(rows, 1)) * _STEPS)
        key = (name, step)
        if key not in self._drawn:
            size = min(max(rows, 1), math.ceil(math.exp(step / _STEPS)))
            self._drawn[key] = draw_limit(np.random.default_rng(_SEED), size)
        return self._drawn[key]


def reference_of(model: LinearModel, progress: Progress = SILENT) -> Reference:
    """Return the reference of a model; computed once per version, in a second or two."""
    with _LOCK:
        if model.version not in _KNOWN:
            _KNOWN.clear()
            _KNOWN[model.version] = _compute(model, progress)
        return _KNOWN[model.version]


def covered(features: Features, vocabulary: NDArray[np.bool_]) -> FloatArray:
    """Return the share of each text's words and bigrams that are in `vocabulary`, shape (n,)."""
    lengths = np.diff(features.bounds)
    rows = np.repeat(np.arange(len(features)), lengths)
    known = np.bincount(rows, weights=vocabulary[features.buckets], minlength=len(features))
    return (known / np.maximum(lengths, 1)).astype(np.float32)


def psi(expected: Floats | Counts, observed: Floats | Counts) -> Floats:
    """Return the population stability index between counts over the last axis.

    This is the sum of (q - p) * ln(q / p); half a row is added to every cell to avoid a logarithm of 0.
    """
    cells = expected.shape[-1]
    p = (expected + 0.5) / (expected.sum(axis=-1, keepdims=True) + 0.5 * cells)
    q = (observed + 0.5) / (observed.sum(axis=-1, keepdims=True) + 0.5 * cells)
    index: Floats = ((q - p) * np.log(q / p)).sum(axis=-1)
    return index


_LOCK: Final = threading.Lock()
_KNOWN: Final[dict[str, Reference]] = {}


def _compute(model: LinearModel, progress: Progress) -> Reference:
    rows = _sample(model.base)
    _, probabilities, _ = fit_calibrated(
        progress, rows, model.manifest.recipe.within(rows.features), model.manifest.training.seed
    )
    confidence = probabilities.max(axis=1)
    edges = np.unique(np.quantile(confidence.astype(np.float64), np.arange(1, BINS) / BINS))
    edges = np.append(edges, np.full(BINS - 1 - len(edges), 2.0))
    texts_with = np.bincount(rows.features.buckets, minlength=BUCKETS)
    in_others = covered(rows.features, texts_with > 1)
    bins = np.bincount(np.searchsorted(edges, confidence.astype(np.float64), side="right"), minlength=BINS)
    return Reference(
        tags=model.tags,
        rows=len(rows),
        tag_counts=np.bincount(probabilities.argmax(axis=1), minlength=len(model.tags)).astype(np.int64),
        edges=edges,
        confidence_counts=bins.astype(np.int64),
        trained=texts_with > 0,
        strange=float(np.quantile(in_others, _STRANGE)) / 2,
    )


def _sample(rows: LabelledFeatures) -> LabelledFeatures:
    if len(rows) <= _MOST_ROWS:
        return rows
    chosen = np.random.default_rng(_SEED).permutation(len(rows))[:_MOST_ROWS]
    return rows.take(np.sort(chosen))


def _psi_limit(draw: np.random.Generator, counts: Counts, drawn: int, rows: int, chance: float) -> float:
    shares = counts / counts.sum()
    training = draw.multinomial(drawn, shares, DRAWS)
    return float(np.quantile(psi(training, draw.multinomial(rows, shares, DRAWS)), 1 - chance))


@dataclass(frozen=True)
class Example:
    """A row that contributed to an alarm; `text` is empty where texts are not kept."""

    row: int
    """0-based position in the stream."""
    text: str
    value: float


@dataclass(frozen=True)
class Alarm:
    """A check that exceeds its limit on the rows from `first` to `stop` (exclusive)."""

    check: str
    value: float
    limit: float
    first: int
    stop: int
    words: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class DriftMetrics:
    """The values of all checks on the rows from `first` to `stop` (exclusive)."""

    first: int
    stop: int
    rows: int
    tags_psi: float
    confidence_psi: float
    off_topic_share: float
    vocabulary_coverage: float
    """Share of words that are in the vocabulary."""
    language_share: float
    """Share of texts in another script or language."""
    spam_share: float

    @property
    def off_topic(self) -> int:
        """Number of texts that are off topic."""
        return round(self.off_topic_share * self.rows)

    def shares(self) -> dict[str, float]:
        """Return the values of the checks for JSON."""
        return {
            "tags_psi": self.tags_psi,
            "confidence_psi": self.confidence_psi,
            "off_topic_share": self.off_topic_share,
            "vocabulary_coverage": self.vocabulary_coverage,
            "spam_share": self.spam_share,
            "foreign_share": self.language_share,
        }


@dataclass(frozen=True)
class DriftReport:
    """The values of all checks, in total and by window, and the alarms."""

    version: str
    total: DriftMetrics
    windows: tuple[DriftMetrics, ...]
    alarms: tuple[Alarm, ...]
    style: float
    """Distance of the on-topic texts from the training texts, in standard deviations of their scores."""

    @property
    def verdict(self) -> str:
        """Whether the texts are like the training data, in another style, or about something else."""
        if any(alarm.check == "off_topic" for alarm in self.alarms):
            return "some texts are about something else"
        if self.style >= ANOTHER_STYLE:
            return "the same topics in another style"
        if self.alarms:
            return "the same topics and style, with other tags or confidence"
        return "like the training data"

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values; rows are counted from 1."""
        total = self.total
        return {
            "model_version": self.version,
            "rows": total.rows,
            **total.shares(),
            "off_topic": total.off_topic,
            "style": self.style,
            "verdict": self.verdict,
            "windows": [{"first": one.first + 1, "last": one.stop, **one.shares()} for one in self.windows],
            "alarms": [
                {
                    "check": alarm.check,
                    "value": alarm.value,
                    "limit": alarm.limit,
                    "first": alarm.first + 1,
                    "last": alarm.stop,
                    "words": alarm.words,
                    "examples": [
                        {"row": one.row + 1, "text": one.text, "value": one.value} for one in alarm.examples
                    ],
                }
                for alarm in self.alarms
            ],
        }


@dataclass
class _Window:
    """Sums over a range of rows; sums of several windows can be added."""

    first: int
    tags: Counts
    confidences: Counts
    stop: int = 0
    rows: int = 0
    off_topic: int = 0
    """Number of off-topic texts whose scores are not kept."""
    scores: list[float] = field(default_factory=list)
    """Scores of the off-topic filter of texts that it can judge."""
    foreign: int = 0
    spam: int = 0
    vocabulary: float = 0.0
    copies: Counter[int] = field(default_factory=Counter)
    examples: dict[str, list[tuple[float, int, str]]] = field(default_factory=dict)

    def take(self, other: "_Window") -> None:
        """Add the sums of another window."""
        self.first, self.stop = min(self.first, other.first), max(self.stop, other.stop)
        self.tags, self.confidences = self.tags + other.tags, self.confidences + other.confidences
        self.rows += other.rows
        self.off_topic += other.off_topic
        self.scores += other.scores
        self.foreign += other.foreign
        self.spam += other.spam
        self.vocabulary += other.vocabulary
        for check, examples in other.examples.items():
            for example in examples:
                self.add_example(check, *example)

    def add_example(self, check: str, score: float, row: int, text: str) -> None:
        """Keep a row as an example if it scores higher than the weakest example."""
        examples = self.examples.setdefault(check, [])
        if len(examples) < _EXAMPLES:
            heapq.heappush(examples, (score, row, text))
        elif score > examples[0][0]:
            heapq.heapreplace(examples, (score, row, text))


class DriftMonitor:
    """A drift monitor for a stream of texts and predictions; thread-safe, with bounded memory."""

    def __init__(
        self,
        model: LinearModel,
        *,
        window: int = WINDOW,
        keep: int = KEPT,
        apart: int = WINDOWS,
        progress: Progress = SILENT,
    ) -> None:
        """Compare the stream with the training data of `model`.

        The latest `apart` windows are kept apart, earlier ones are summed. Examples hold `keep` characters of
        a text; with 0 they hold only row numbers. The first monitor for a model takes a second or two to
        create; `progress` may raise `Cancelled`.
        """
        self._model, self._keep, self._apart = model, keep, apart
        self._reference = reference_of(model, progress)
        self._filter = off_topic_filter(model)
        self._sample: list[float] = []
        """Scores of the first texts, to which the limit is fitted."""
        self._size = window
        self._lock = threading.Lock()
        self._past = self._empty(0)
        self._windows: deque[_Window] = deque()
        self._rows = 0

    @property
    def version(self) -> str:
        """The version of the model whose predictions are monitored."""
        return self._model.version

    @property
    def rows(self) -> int:
        """The number of rows seen so far."""
        return self._rows

    def add(self, texts: Sequence[str], predictions: Predictions) -> None:
        """Add the next rows of the stream."""
        for start in range(0, len(texts), _CHUNK):
            some = slice(start, start + _CHUNK)
            self._add(texts[some], predictions.probabilities[some], predictions.tags)

    def report(self, recent: int | None = None) -> DriftReport:
        """Return the report on the whole stream, or on the latest `recent` windows only."""
        with self._lock:
            windows = list(self._windows)[-recent:] if recent else list(self._windows)
            total = self._empty(self._rows)
            if recent is None:
                total.take(self._past)
            for window in windows:
                total.take(window)
        fitted = self._fitted()
        alarms = list(self._alarms(total, fitted))
        for window in windows:
            if window.rows >= FEWEST and len(windows) > 1:
                alarms += self._alarms(window, fitted)
        return DriftReport(
            shown_version(self._model.version),
            self._figures(total, fitted),
            tuple(self._figures(window, fitted) for window in windows),
            tuple(alarms),
            0.0 if fitted is None else fitted.style,
        )

    def _fitted(self) -> OffTopicFilter | None:
        """Return the filter with its limit fitted to the first texts, as for a table."""
        detector = self._filter
        return None if detector is None else detector.fitted_to_scores(np.array(self._sample, np.float64))

    def _add(self, texts: Sequence[str], probabilities: np.ndarray, tags: tuple[str, ...]) -> None:
        reference, vectors = self._reference, self._model.vectors
        tokens, scores = words(texts), np.full(len(texts), np.nan)
        features = extract(vectors, texts)
        trained = covered(features, reference.trained)
        if self._filter is not None:
            compared = compared_texts(self._model, texts, features.vectors)
            found = self._filter.scores(compared.vectors)
            scores = np.where(compared.is_comparable, found, np.nan)
        known, lengths = vectors.known_share(tokens), np.bincount(tokens.rows, minlength=len(texts))
        place = [reference.tags.index(tag) if tag in reference.tags else -1 for tag in tags]
        best = np.array(place)[probabilities.argmax(axis=1)]
        confidence = probabilities.max(axis=1)
        with self._lock:
            start = 0
            while start < len(texts):
                window = self._open_window()
                stop = min(len(texts), start + self._size - window.rows)
                some = slice(start, stop)
                window.tags = window.tags + np.bincount(
                    best[some][best[some] >= 0], minlength=len(window.tags)
                )
                window.confidences = window.confidences + reference.confidence_bins(confidence[some])
                window.vocabulary += float(known[some].sum())
                for at in range(start, stop):
                    foreign = trained[at] <= reference.strange and _is_foreign(
                        texts[at], float(known[at]), int(lengths[at])
                    )
                    self._count_text(window, texts[at], float(scores[at]), float(confidence[at]), foreign)
                start = stop

    def _count_text(self, window: _Window, text: str, score: float, confidence: float, foreign: bool) -> None:
        """Count one text and note it as an example for the checks; `score` is NaN for one without."""
        row, excerpt = self._rows, text[: self._keep]
        self._rows += 1
        window.rows += 1
        window.stop = self._rows
        is_judged = not math.isnan(score)
        if is_judged:
            window.scores.append(score)
            if len(self._sample) < SAMPLE:
                self._sample.append(score)
        is_unlike = self._filter is not None and is_judged and score < self._filter.training_limit
        likeness = score if is_judged else 0.0
        window.copies[hash(text)] += 1
        copied = window.copies[hash(text)] > _COPIES
        is_spam = copied or (is_unlike and _PROMOTION.search(text) is not None)
        window.foreign += foreign
        window.spam += is_spam
        window.add_example("confidence", -confidence, row, excerpt)
        if is_unlike:
            window.add_example("off_topic", -likeness, row, excerpt)
        if foreign:
            window.add_example("language", -likeness, row, excerpt)
        if is_spam:
            window.add_example("spam", float(copied) - likeness, row, excerpt)

    def _open_window(self) -> _Window:
        if not self._windows or self._windows[-1].rows >= self._size:
            if self._windows:
                self._windows[-1].copies.clear()
            self._windows.append(self._empty(self._rows))
            if len(self._windows) > self._apart:
                self._past.take(self._windows.popleft())
                self._past.off_topic += _below(self._fitted(), self._past.scores)
                self._past.scores.clear()
        return self._windows[-1]

    def _empty(self, first: int) -> _Window:
        reference = self._reference
        return _Window(
            first, np.zeros_like(reference.tag_counts), np.zeros_like(reference.confidence_counts), first
        )

    def _figures(self, window: _Window, fitted: OffTopicFilter | None) -> DriftMetrics:
        rows = max(window.rows, 1)
        return DriftMetrics(
            window.first,
            window.stop,
            window.rows,
            float(psi(self._reference.tag_counts, window.tags)) if window.rows else 0.0,
            float(psi(self._reference.confidence_counts, window.confidences)) if window.rows else 0.0,
            (window.off_topic + _below(fitted, window.scores)) / rows,
            window.vocabulary / rows,
            window.foreign / rows,
            window.spam / rows,
        )

    def _alarms(self, window: _Window, fitted: OffTopicFilter | None) -> list[Alarm]:
        if window.rows < FEWEST:
            return []
        figures = self._figures(window, fitted)
        values = {
            "tags": figures.tags_psi,
            "confidence": figures.confidence_psi,
            "off_topic": figures.off_topic_share,
            "language": figures.language_share,
            "spam": figures.spam_share,
        }
        alarms = []
        for check in CHECKS:
            value = values[check]
            if value <= _LEAST[check]:
                continue  # to draw a limit takes up to ten milliseconds
            limit = limit_for(self._reference, check, window.rows)
            if value > limit:
                strongest = sorted(window.examples.get(check, []), key=lambda entry: (-entry[0], entry[1]))
                examples = tuple(Example(row, text, abs(score)) for score, row, text in strongest)
                words = self._alarm_text(check, value, window)
                alarms.append(Alarm(check, value, limit, window.first, window.stop, words, examples))
        return alarms

    def _alarm_text(self, check: str, value: float, window: _Window) -> str:
        if check == "tags":
            expected = self._reference.tag_counts / self._reference.tag_counts.sum()
            shares = window.tags / max(int(window.tags.sum()), 1)
            most = int(np.abs(shares - expected).argmax())
            tag = self._reference.tags[most]
            return message(
                "{shares:.0%} of the predictions are {tag}; in training it was {expected:.0%}.",
                shares=float(shares[most]),
                tag=tag,
                expected=float(expected[most]),
            )
        return {
            "confidence": message(
                "The confidence on these texts differs from the confidence when the model was evaluated."
            ),
            "off_topic": message("{value:.0%} of the texts are about something else.", value=value),
            "language": message("{value:.0%} of the texts are in another language or script.", value=value),
            "spam": message(
                "{value:.0%} of the texts are copies of each other or look like advertising.", value=value
            ),
        }[check]


def limits_for(reference: Reference, rows: int) -> dict[str, float]:
    """Return the limit of each check for a sample of `rows` rows."""
    return {check: limit_for(reference, check, rows) for check in CHECKS}


def limit_for(reference: Reference, check: str, rows: int) -> float:
    """Return the limit of one check for a sample of `rows` rows."""
    least = _LEAST[check]
    if check in ("tags", "confidence"):
        return max(least, reference.psi_limit(check, rows, CHANCE))
    return reference.share_limit(least, rows, CHANCE)


def _below(fitted: OffTopicFilter | None, scores: Sequence[float]) -> int:
    """Return how many texts are off topic."""
    return 0 if fitted is None else sum(score < fitted.limit for score in scores)


def _is_foreign(text: str, known: float, count: int) -> bool:
    """Return whether a text is mostly in a non-Latin script, or few of its words are known."""
    if text.isascii():
        return count >= _FEW_WORDS and known < _KNOWN_WORDS
    letters = [letter for letter in text[:400] if letter.isalpha()]
    latin = sum(c < "\u0250" or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return latin * 2 < len(letters) or (count >= _FEW_WORDS and known < _KNOWN_WORDS)
