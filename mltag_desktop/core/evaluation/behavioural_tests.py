"""Behavioural tests: short texts with known answers, independent of the metrics.

After Ribeiro et al., "Beyond Accuracy: Behavioral Testing of NLP Models with CheckList" (ACL 2020):
`minimum` texts must be tagged correctly, in a `direction` case the tag must change with the inserted word,
in an `invariance` case it must not, and in an `exclusion` case a text must not get a tag.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import MOST_READ, read_bounded
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import Classifier

MINIMUM: Final = "minimum"
EXCLUSION: Final = "exclusion"
KINDS: Final = (MINIMUM, "direction", "invariance", EXCLUSION)


@dataclass(frozen=True)
class Case:
    """A behavioural test: texts and the expected tag of each.

    `expected` is empty in an invariance case, and the forbidden tag in an exclusion case.
    """

    name: str
    kind: str
    texts: tuple[str, ...]
    expected: tuple[str, ...]
    may_fail: str = ""
    """The reason why the bundled model fails the case; empty if it must pass."""


@dataclass(frozen=True)
class Failure:
    """A text whose predicted tag is not the one its case expects."""

    case: str
    kind: str
    text: str
    expected: str
    answered: str
    confidence: float
    may_fail: str = ""
    """The reason why the case may fail, from the file of cases."""


@dataclass(frozen=True)
class BehaviourResult:
    """A model's results on the cases."""

    passed: int
    total: int
    skipped: int
    """Number of cases about tags that the model does not know."""
    failed: tuple[Failure, ...]
    """One entry for each wrong text; a case may have several."""

    @property
    def failed_cases(self) -> tuple[str, ...]:
        """Names of the cases with at least one wrong text, in order."""
        return tuple(dict.fromkeys(failure.case for failure in self.failed))

    @property
    def with_reason(self) -> int:
        """Number of failed cases that may fail."""
        return len({failure.case for failure in self.failed if failure.may_fail})


def load_cases(path: Path) -> tuple[Case, ...]:
    """Read the cases of a TOML file; raises `MltagError` when it cannot be read or is invalid."""
    try:
        cases = read_cases(tomllib.loads(read_bounded(path, MOST_READ).decode()))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise MltagError(
            message("The behaviour tests in {path} could not be read: {error}.", path=path, error=error),
            "Correct the file, or omit it.",
        ) from error
    twice = [name for name, count in Counter(case.name for case in cases).items() if count > 1]
    if twice:
        raise MltagError(
            message("Two behaviour tests in {path} are named “{name}”.", path=path, name=twice[0]),
            "Give each test its own name.",
        )
    return cases


def read_cases(data: Mapping[str, Any]) -> tuple[Case, ...]:
    """Return the cases of a parsed TOML file; raises `KeyError`, `TypeError` or `ValueError` if invalid."""
    return tuple(_case(kind, entry) for kind in KINDS for entry in data.get(kind, ()))


def run(classifier: Classifier, cases: Sequence[Case]) -> BehaviourResult:
    """Run the cases whose tags `classifier` knows, in one batch."""
    known = set(classifier.tags)
    tested = [case for case in cases if set(case.expected) <= known and _is_about(case, cases, known)]
    texts = [text for case in tested for text in case.texts]
    if not texts:
        return BehaviourResult(0, 0, len(cases), ())
    predictions = classifier.predict(texts)
    answers = [predictions.tags[code] for code in predictions.best]
    confidences = [float(value) for value in predictions.confidence]
    failed: list[Failure] = []
    start = 0
    for case in tested:
        stop = start + len(case.texts)
        failed += _failures(case, answers[start:stop], confidences[start:stop])
        start = stop
    missed = len({failure.case for failure in failed})
    return BehaviourResult(len(tested) - missed, len(tested), len(cases) - len(tested), tuple(failed))


def _is_about(case: Case, cases: Sequence[Case], known: set[str]) -> bool:
    """Return whether an invariance case applies: the model must know all tags of the other cases."""
    return bool(case.expected) or {tag for other in cases for tag in other.expected} <= known


def _failures(case: Case, answers: Sequence[str], confidences: Sequence[float]) -> list[Failure]:
    if case.kind == EXCLUSION:
        return [
            Failure(
                case.name,
                case.kind,
                text,
                message("not {tag}", tag=unwanted),
                answer,
                confidence,
                case.may_fail,
            )
            for text, unwanted, answer, confidence in zip(
                case.texts, case.expected, answers, confidences, strict=True
            )
            if unwanted == answer
        ]
    expected = case.expected or (Counter(answers).most_common(1)[0][0],) * len(answers)
    return [
        Failure(case.name, case.kind, text, wanted, answer, confidence, case.may_fail)
        for text, wanted, answer, confidence in zip(case.texts, expected, answers, confidences, strict=True)
        if wanted != answer
    ]


def _case(kind: str, entry: dict[str, Any]) -> Case:
    """Read one entry: `text` and `tag`, or a `template` with `{}` and `words` (for `direction` with tags)."""
    name, may_fail = str(entry["name"]), str(entry.get("may_fail", ""))
    if kind in (MINIMUM, EXCLUSION):
        return Case(name, kind, (str(entry["text"]),), (str(entry["tag"]),), may_fail)
    template, words = str(entry["template"]), entry["words"]
    if "{}" not in template or len(words) < 2:
        raise ValueError(f"case “{name}” needs a {{}} in its template and at least two words")
    if kind == "direction":
        texts = tuple(template.replace("{}", str(word)) for word in words)
        return Case(name, kind, texts, tuple(str(tag) for tag in words.values()), may_fail)
    return Case(name, kind, tuple(template.replace("{}", str(word)) for word in words), (), may_fail)
