"""Does a stream still look like the training data: tags, confidences, subjects, words, language, spam.

Each check compares a window of the stream, and all of it, with what as many rows of the training data would
show by chance (see `reference.py`). An alarm names the rows that speak loudest for it.
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

from mltag_desktop.core.evaluation.reference import OFF_TOPIC, Counts, Reference, psi, reference_of
from mltag_desktop.core.model.features import extract
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.model.words import words
from mltag_desktop.core.progress import SILENT, Progress

WINDOW: Final = 500
CHANCE: Final = 0.001
"""How often a check of one window raises a false alarm."""
LEAST_PSI: Final = 0.1
"""A smaller index is no change worth a person's time, however sure it is (the field's rule of thumb)."""
LEAST_COVERAGE: Final = 0.05
"""A smaller loss of coverage is nothing to speak of."""
FEWEST: Final = 50
"""Rows below which nothing is said."""
CHECKS: Final = ("tags", "confidence", "off_topic", "coverage", "language", "spam")
_RARE: Final = 0.005
"""Share of spam and of foreign texts that is nothing to speak of."""
_KNOWN_WORDS: Final = 0.4
_FEW_WORDS: Final = 4
_COPIES: Final = 2
_EXAMPLES: Final = 5
KEPT: Final = 300
"""Characters of an example."""
_AT_ONCE: Final = 2_000
WINDOWS: Final = 400
_PROMOTION: Final = re.compile(
    r"https?://|www\.|[$€£]\s?\d|\d\s?%|!{2,}|\bfree\b|\bclick\b|\bbuy\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Example:
    """A row that speaks for an alarm; `text` is empty where texts are not kept."""

    row: int
    """Counted from 0."""
    text: str
    value: float


@dataclass(frozen=True)
class Alarm:
    """One check that is past its limit, over the rows from `first` to before `stop`."""

    check: str
    value: float
    limit: float
    first: int
    stop: int
    words: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Figures:
    """What the checks measured over some rows."""

    first: int
    stop: int
    rows: int
    tags_psi: float
    confidence_psi: float
    off_topic_share: float
    coverage: float
    """Share of words and pairs of words that stand in the vocabulary."""
    vocabulary_coverage: float
    """Share of words that stand in the vocabulary."""
    language_share: float
    """Share of texts in another script or language."""
    spam_share: float


@dataclass(frozen=True)
class DriftReport:
    """The figures over everything, window by window, and the alarms."""

    version: str
    total: Figures
    windows: tuple[Figures, ...]
    alarms: tuple[Alarm, ...]

    def to_json(self, *, first: int = 1) -> dict[str, Any]:
        """Return JSON-able values; `first` is the number of the first row."""
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
                    "first": one.first + first,
                    "last": one.stop - 1 + first,
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
                    "first": alarm.first + first,
                    "last": alarm.stop - 1 + first,
                    "words": alarm.words,
                    "examples": [
                        {"row": one.row + first, "text": one.text, "value": one.value}
                        for one in alarm.examples
                    ],
                }
                for alarm in self.alarms
            ],
        }


@dataclass
class _Window:
    """Sums over some rows, which can be added up."""

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
        for check, found in other.examples.items():
            for one in found:
                self.note(check, *one)

    def note(self, check: str, loudness: float, row: int, text: str) -> None:
        """Keep a row as an example if it speaks louder than those kept."""
        kept = self.examples.setdefault(check, [])
        if len(kept) < _EXAMPLES:
            heapq.heappush(kept, (loudness, row, text))
        elif loudness > kept[0][0]:
            heapq.heapreplace(kept, (loudness, row, text))


class DriftWatch:
    """Watches a stream of texts and their predictions; threads may share it, and its memory is bounded."""

    def __init__(
        self,
        model: LinearModel,
        *,
        window: int = WINDOW,
        keep: int = KEPT,
        apart: int = WINDOWS,
        progress: Progress = SILENT,
    ) -> None:
        """Watch for `model`; older windows than the latest `apart` are known as a sum alone.

        Alarms show `keep` characters of a text, and with 0 they name rows alone. The first watch for a model
        takes a second or two to make, which `progress` may end with `Cancelled`.
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
        """The model whose answers are watched."""
        return self._model.version

    @property
    def rows(self) -> int:
        """How many rows were taken."""
        return self._rows

    def add(self, texts: Sequence[str], predictions: Predictions) -> None:
        """Take some rows of the stream, in their order."""
        for start in range(0, len(texts), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            self._add(texts[some], predictions.probabilities[some], predictions.tags)

    def report(self, recent: int | None = None) -> DriftReport:
        """Return what was seen: all of it, or the latest `recent` windows alone."""
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
        return DriftReport(
            self._model.version, self._figures(total), tuple(map(self._figures, windows)), tuple(alarms)
        )

    def _add(self, texts: Sequence[str], probabilities: np.ndarray, tags: tuple[str, ...]) -> None:
        reference = self._reference
        found = words(texts) if texts else None
        likeness, coverage = reference.likeness(extract(self._model.vectors, texts))
        known = self._model.vectors.known_share(found) if found is not None else np.zeros(0, np.float32)
        lengths = np.bincount(found.rows, minlength=len(texts)) if found is not None else np.zeros(0)
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
                    foreign = _is_foreign(texts[at], float(known[at]), int(lengths[at]))
                    self._look(window, texts[at], float(likeness[at]), float(confidence[at]), foreign)
                start = stop

    def _look(self, window: _Window, text: str, likeness: float, confidence: float, foreign: bool) -> None:
        """Count one text, and keep it where it is telling."""
        row, kept = self._rows, text[: self._keep]
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
        window.note("confidence", -confidence, row, kept)
        window.note("coverage", -likeness, row, kept)
        if is_off:
            window.note("off_topic", -likeness, row, kept)
        if foreign:
            window.note("language", -likeness, row, kept)
        if is_spam:
            window.note("spam", float(copied) - likeness, row, kept)

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

    def _figures(self, window: _Window) -> Figures:
        rows = max(window.rows, 1)
        return Figures(
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
        figures, limits = self._figures(window), limits_for(self._reference, window.rows)
        values = {
            "tags": figures.tags_psi,
            "confidence": figures.confidence_psi,
            "off_topic": figures.off_topic_share,
            "coverage": figures.coverage,
            "language": figures.language_share,
            "spam": figures.spam_share,
        }
        found = []
        for check in CHECKS:
            value, limit = values[check], limits[check]
            if value < limit if check == "coverage" else value > limit:
                loud = sorted(window.examples.get(check, []), key=lambda one: (-one[0], one[1]))
                examples = tuple(Example(row, text, abs(loudness)) for loudness, row, text in loud)
                said = self._words(check, value, window)
                found.append(Alarm(check, value, limit, window.first, window.stop, said, examples))
        return found

    def _words(self, check: str, value: float, window: _Window) -> str:
        if check == "tags":
            expected = self._reference.tag_counts / self._reference.tag_counts.sum()
            shares = window.tags / max(int(window.tags.sum()), 1)
            most = int(np.abs(shares - expected).argmax())
            tag = self._reference.tags[most]
            return (
                f"{shares[most]:.0%} of the predictions are {tag}; in training it was {expected[most]:.0%}."
            )
        return {
            "confidence": "The distribution of the confidence differs from that on unseen training rows.",
            "off_topic": f"{value:.0%} of the texts are unlike the training data.",
            "coverage": "The texts use words that the model does not know.",
            "language": f"{value:.0%} of the texts are in another language or script.",
            "spam": f"{value:.0%} of the texts are copies of each other or look like advertising.",
        }[check]


def limits_for(reference: Reference, rows: int, chance: float = CHANCE) -> dict[str, float]:
    """Return the limit of each check for a sample of `rows` rows."""
    rare = reference.share_limit(_RARE, rows, chance)
    return {
        "tags": max(LEAST_PSI, reference.psi_limit("tags", rows, chance)),
        "confidence": max(LEAST_PSI, reference.psi_limit("confidence", rows, chance)),
        "off_topic": reference.share_limit(OFF_TOPIC, rows, chance),
        "coverage": min(
            reference.coverage_limit(rows, chance), float(reference.coverage.mean()) - LEAST_COVERAGE
        ),
        "language": rare,
        "spam": rare,
    }


def _is_foreign(text: str, known: float, count: int) -> bool:
    """Tell whether a text is in a script that is not Latin, or hardly any of its words are known."""
    if text.isascii():
        return count >= _FEW_WORDS and known < _KNOWN_WORDS
    letters = [sign for sign in text[:400] if sign.isalpha()]
    latin = sum(sign < "\u0250" or unicodedata.name(sign, "").startswith("LATIN") for sign in letters)
    return latin * 2 < len(letters) or (count >= _FEW_WORDS and known < _KNOWN_WORDS)
