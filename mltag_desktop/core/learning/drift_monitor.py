"""Detect drift: check whether a stream of texts still looks like the training data.

The checks cover tags, confidence, off-topic texts, vocabulary, language and spam. Each compares a window of
the stream, and the whole stream, with samples of the same size from the training data (see
`core/learning/drift_reference.py`). An alarm lists the rows with the strongest evidence.
"""

import heapq
import re
import threading
import unicodedata
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from mltag_desktop.core.learning.drift_reference import OFF_TOPIC, Counts, Reference, psi, reference_of
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.features.tokenization import words
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import Predictions, shown_version
from mltag_desktop.core.progress import SILENT, Progress

WINDOW: Final = 500
CHANCE: Final = 0.001
"""False alarm rate of one check of one window."""
LEAST_PSI: Final = 0.1
"""Smallest index that raises an alarm, however significant (a common rule of thumb)."""
LEAST_COVERAGE: Final = 0.05
"""Smallest loss of coverage that raises an alarm."""
FEWEST: Final = 50
"""Smallest number of rows that is checked."""
CHECKS: Final = ("tags", "confidence", "off_topic", "coverage", "language", "spam")
_RARE: Final = 0.005
"""Share of spam and of foreign texts that is expected."""
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
    coverage: float
    """Share of words and bigrams that are in the vocabulary."""
    vocabulary_coverage: float
    """Share of words that are in the vocabulary."""
    language_share: float
    """Share of texts in another script or language."""
    spam_share: float


@dataclass(frozen=True)
class DriftReport:
    """The values of all checks, in total and by window, and the alarms."""

    version: str
    total: DriftMetrics
    windows: tuple[DriftMetrics, ...]
    alarms: tuple[Alarm, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values; rows are counted from 1."""
        total = self.total
        return {
            "model_version": self.version,
            "rows": total.rows,
            "tags_psi": total.tags_psi,
            "confidence_psi": total.confidence_psi,
            "off_topic_share": total.off_topic_share,
            "vocabulary_coverage": total.vocabulary_coverage,
            "spam_share": total.spam_share,
            "foreign_share": total.language_share,
            "windows": [
                {
                    "first": one.first + 1,
                    "last": one.stop,
                    "tags_psi": one.tags_psi,
                    "confidence_psi": one.confidence_psi,
                    "off_topic_share": one.off_topic_share,
                    "vocabulary_coverage": one.vocabulary_coverage,
                    "spam_share": one.spam_share,
                    "foreign_share": one.language_share,
                }
                for one in self.windows
            ],
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
    foreign: int = 0
    spam: int = 0
    coverage: float = 0.0
    vocabulary: float = 0.0
    copies: Counter[int] = field(default_factory=Counter)
    examples: dict[str, list[tuple[float, int, str]]] = field(default_factory=dict)

    def take(self, other: "_Window") -> None:
        """Add the sums of another window."""
        self.first, self.stop = min(self.first, other.first), max(self.stop, other.stop)
        self.tags, self.confidences = self.tags + other.tags, self.confidences + other.confidences
        self.rows += other.rows
        self.off_topic += other.off_topic
        self.foreign += other.foreign
        self.spam += other.spam
        self.coverage += other.coverage
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
        alarms = list(self._alarms(total))
        for window in windows:
            if window.rows >= FEWEST and len(windows) > 1:
                alarms += self._alarms(window)
        version = shown_version(self._model.version)
        return DriftReport(
            version,
            self._figures(total),
            tuple(map(self._figures, windows)),
            tuple(alarms),
        )

    def _add(self, texts: Sequence[str], probabilities: np.ndarray, tags: tuple[str, ...]) -> None:
        reference = self._reference
        tokens = words(texts) if texts else None
        likeness, coverage, trained = reference.likeness(extract(self._model.vectors, texts))
        known = self._model.vectors.known_share(tokens) if tokens is not None else np.zeros(0, np.float32)
        lengths = np.bincount(tokens.rows, minlength=len(texts)) if tokens is not None else np.zeros(0)
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
                window.coverage += float(coverage[some].sum())
                window.vocabulary += float(known[some].sum())
                for at in range(start, stop):
                    foreign = trained[at] <= reference.strange and _is_foreign(
                        texts[at], float(known[at]), int(lengths[at])
                    )
                    self._count_text(window, texts[at], float(likeness[at]), float(confidence[at]), foreign)
                start = stop

    def _count_text(
        self, window: _Window, text: str, likeness: float, confidence: float, foreign: bool
    ) -> None:
        """Count one text and note it as an example for the checks."""
        row, excerpt = self._rows, text[: self._keep]
        self._rows += 1
        window.rows += 1
        window.stop = self._rows
        is_off = likeness < self._reference.limit
        window.copies[hash(text)] += 1
        copied = window.copies[hash(text)] > _COPIES
        is_spam = copied or (is_off and _PROMOTION.search(text) is not None)
        window.off_topic += is_off
        window.foreign += foreign
        window.spam += is_spam
        window.add_example("confidence", -confidence, row, excerpt)
        window.add_example("coverage", -likeness, row, excerpt)
        if is_off:
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
        return self._windows[-1]

    def _empty(self, first: int) -> _Window:
        reference = self._reference
        return _Window(
            first, np.zeros_like(reference.tag_counts), np.zeros_like(reference.confidence_counts), first
        )

    def _figures(self, window: _Window) -> DriftMetrics:
        rows = max(window.rows, 1)
        return DriftMetrics(
            window.first,
            window.stop,
            window.rows,
            float(psi(self._reference.tag_counts, window.tags)) if window.rows else 0.0,
            float(psi(self._reference.confidence_counts, window.confidences)) if window.rows else 0.0,
            window.off_topic / rows,
            window.coverage / rows,
            window.vocabulary / rows,
            window.foreign / rows,
            window.spam / rows,
        )

    def _alarms(self, window: _Window) -> list[Alarm]:
        if window.rows < FEWEST:
            return []
        figures = self._figures(window)
        values = {
            "tags": figures.tags_psi,
            "confidence": figures.confidence_psi,
            "off_topic": figures.off_topic_share,
            "coverage": figures.coverage,
            "language": figures.language_share,
            "spam": figures.spam_share,
        }
        alarms = []
        for check in CHECKS:
            value = values[check]
            if not _is_beyond(check, value, _nearest_limit(self._reference, check)):
                continue  # to draw a limit takes up to ten milliseconds
            limit = limit_for(self._reference, check, window.rows)
            if _is_beyond(check, value, limit):
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
            "off_topic": message(
                "{value:.0%} of the texts have no similar text in the training data.", value=value
            ),
            "coverage": message("The texts use words that the model does not know."),
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
    nearest = _nearest_limit(reference, check)
    if check in ("tags", "confidence"):
        return max(nearest, reference.psi_limit(check, rows, CHANCE))
    if check == "coverage":
        return min(nearest, reference.coverage_limit(rows, CHANCE))
    return reference.share_limit(nearest, rows, CHANCE)


def _nearest_limit(reference: Reference, check: str) -> float:
    """Return the limit of a check for samples without random variation; no limit is nearer to no drift."""
    if check == "coverage":
        return float(reference.coverage.mean()) - LEAST_COVERAGE
    return {"tags": LEAST_PSI, "confidence": LEAST_PSI, "off_topic": OFF_TOPIC}.get(check, _RARE)


def _is_beyond(check: str, value: float, limit: float) -> bool:
    return value < limit if check == "coverage" else value > limit


def _is_foreign(text: str, known: float, count: int) -> bool:
    """Return whether a text is mostly in a non-Latin script, or few of its words are known."""
    if text.isascii():
        return count >= _FEW_WORDS and known < _KNOWN_WORDS
    letters = [letter for letter in text[:400] if letter.isalpha()]
    latin = sum(c < "\u0250" or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return latin * 2 < len(letters) or (count >= _FEW_WORDS and known < _KNOWN_WORDS)
