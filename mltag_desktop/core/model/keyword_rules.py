"""Rules baseline: weighted keywords and phrases for each tag.

The score of a tag is its prior plus the weights of the distinct phrases found in the text; the probabilities
are the softmax of the scores. Phrases match whole words, ignoring case, longest first and without overlap;
the last word of a phrase may have a plural s.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import MOST_READ, read_bounded, resource
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions, WeightedSpan

_WORD: Final = re.compile(r"[^\W_]+")
_CHUNK: Final = 1_000
_OWN_WEIGHT: Final = re.compile(r"\s*(.*\S)\s*\^\s*(\d{1,3}(?:\.\d{1,3})?)\s*")
KEYWORD: Final = 2.0
"""Weight of a keyword of a guideline."""
EXCLUDED: Final = 3.0
"""Weight against the tag of an excluded keyword."""
NAME_WORD: Final = 1.0
"""Weight of a word of the name of a tag without keywords."""
_SHORTEST: Final = 3
"""Fewest letters of a word of a name that is looked for; “of” and “to” are in any text."""


class KeywordRules:
    """A `Classifier` of hand-written phrases and weights."""

    def __init__(
        self, prior: Mapping[str, float], weights: Mapping[str, Mapping[str, float]], version: str = "rules"
    ) -> None:
        """Take `weights` as tag to phrase to weight; every tag must have a prior."""
        self._tags = tuple(prior)
        self._version = version
        self._prior = np.array([float(prior[tag]) for tag in self._tags])
        phrases: dict[tuple[str, ...], int] = {}
        entries: list[tuple[int, int, float]] = []
        for tag, phrase_weights in weights.items():
            column = self._tags.index(tag)
            for phrase, weight in phrase_weights.items():
                words = _words(phrase)
                if not words:
                    raise ValueError(f"the phrase “{phrase}” of {tag} holds no word")
                entries.append((phrases.setdefault(words, len(phrases)), column, float(weight)))
        self._weights = np.zeros((len(phrases), len(self._tags)))
        for rule, column, weight in entries:
            self._weights[rule, column] += weight
        self._phrases = tuple(phrases)
        self._singles, self._longer = _index(phrases)

    @classmethod
    def load(cls, path: Path) -> "KeywordRules":
        """Read a TOML file with `[prior]` and `[[rules.TAG]]` tables; `MltagError` if it is invalid."""
        try:
            source = read_bounded(path, MOST_READ)
            data = tomllib.loads(source.decode("utf-8"))
            weights = {
                str(tag): {
                    str(phrase): float(group["weight"]) for group in groups for phrase in group["phrases"]
                }
                for tag, groups in data["rules"].items()
            }
            prior = {str(tag): float(value) for tag, value in data["prior"].items()}
            return cls(prior, weights, f"rules-{hashlib.sha256(source).hexdigest()[:8]}")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise MltagError(
                f"The rules in {path} could not be read: {error}.", "Correct the file, or use another."
            ) from error

    @property
    def version(self) -> str:
        """The version of the rules, derived from the bytes of the file."""
        return self._version

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that have a prior, in the file's order."""
        return self._tags

    @property
    def size(self) -> int:
        """Bytes of the phrases and weights."""
        words = {word for phrase in self._phrases for word in phrase}
        return self._weights.nbytes + sum(len(word.encode()) for word in words)

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts` by the phrases found in each."""
        scores = self.scores(texts).astype(np.float64)
        return Predictions(self._version, self._tags, _softmax(scores).astype(np.float32))

    def scores(self, texts: Sequence[str]) -> FloatArray:
        """Return the score of each tag for each text, prior included, shape (n, tags)."""
        parts = [self._scores(texts[start : start + _CHUNK]) for start in range(0, len(texts), _CHUNK)]
        found = np.concatenate(parts) if parts else np.zeros((0, len(self._tags)))
        return found.astype(np.float32)

    def supports(self, text: str, tag: str) -> bool:
        """Return whether the phrases in a text speak for `tag`: their weights add up to more than 0."""
        column = self._tags.index(tag)
        matches = self._matches(_words(text))
        return sum(float(self._weights[rule, column]) for rule, _, _ in matches) > 0

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the phrases that affect the score of `tag`; prior + weights = score."""
        scores = self._scores([text])[0]
        probabilities = _softmax(scores[None, :])[0]
        if tag is not None and tag not in self._tags:
            raise MltagError(
                f"The rules do not include the tag “{tag}”.", f"Choose one of {', '.join(self._tags)}."
            )
        column = int(probabilities.argmax()) if tag is None else self._tags.index(tag)
        places = list(_WORD.finditer(text))
        pieces = []
        for rule, first, length in self._matches([place.group().lower() for place in places]):
            weight = float(self._weights[rule, column])
            if weight:
                start, end = places[first].start(), places[first + length - 1].end()
                pieces.append(WeightedSpan(start, end, text[start:end], weight))
        return Explanation(
            tag=self._tags[column],
            confidence=float(probabilities[column]),
            probabilities=dict(zip(self._tags, map(float, probabilities), strict=True)),
            score=float(scores[column]),
            bias=float(self._prior[column]),
            pieces=tuple(pieces),
        )

    def _scores(self, texts: Sequence[str]) -> NDArray[np.float64]:
        rows: list[int] = []
        rules: list[int] = []
        for row, text in enumerate(texts):
            matches = self._matches(_WORD.findall(text.lower()) if text.isascii() else _words(text))
            rows += [row] * len(matches)
            rules += [rule for rule, _, _ in matches]
        place = np.array(rows, dtype=np.intp)
        weights = self._weights[np.array(rules, dtype=np.intp)]
        return np.stack(
            [
                prior + np.bincount(place, weights=weights[:, column], minlength=len(texts))
                for column, prior in enumerate(self._prior)
            ],
            axis=1,
        )

    def _matches(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return each phrase found, once: its number, the index of its first word, its length in words."""
        singles, longer = self._singles, self._longer
        matches: list[tuple[int, int, int]] = []
        seen: set[int] = set()
        free = 0
        for place in [i for i, word in enumerate(words) if word in singles or word in longer]:
            if place < free:
                continue
            rule, length = singles.get(words[place], -1), 1
            for rest, candidate in longer.get(words[place], ()):
                if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
                    rule, length = candidate, 1 + len(rest)
                    break
            if rule >= 0:
                free = place + length
                if rule not in seen:
                    seen.add(rule)
                    matches.append((rule, place, length))
        return matches


class TagWithKeywords(Protocol):
    """A tag with keywords, such as `TagInfo`."""

    @property
    def name(self) -> str:
        """The tag."""
        ...

    @property
    def keywords(self) -> tuple[str, ...]:
        """Words and phrases that speak for the tag."""
        ...

    @property
    def excluded_keywords(self) -> tuple[str, ...]:
        """Words and phrases that speak against the tag."""
        ...


@cache
def bundled_rules() -> KeywordRules:
    """Return the rules for the bundled tags."""
    return KeywordRules.load(resource("rules.toml"))


def guideline_rules(tags: Sequence[TagWithKeywords]) -> KeywordRules | None:
    """Return the rules that a guideline's keywords make; None for a guideline without keywords."""
    weights = {tag.name: phrase_weights(tag) for tag in tags}
    if not any(weights.values()):
        return None
    return _rules(weights, {}, "rules")


def rules_of(tags: Sequence[TagWithKeywords], prior: Mapping[str, float] | None = None) -> KeywordRules:
    """Return the rules of a tag set.

    These are the rules of its keywords; a tag without keywords has its name and the words in it. Without any
    keyword they are the bundled rules if these include all tags. `prior` are scores that decide where no
    keyword is found, by default 0; the bundled rules have their own.
    """
    keywords = {tag.name: phrase_weights(tag) for tag in tags}
    has_keywords = any(keywords.values())
    if tags and not has_keywords and keywords.keys() <= set(bundled_rules().tags):
        return bundled_rules()
    weights = {
        name: own if max(own.values(), default=0.0) > 0 else _name_weights(name) | own
        for name, own in keywords.items()
    }
    return _rules(weights, prior or {}, "rules" if has_keywords else "rules-names")


def phrase_weights(tag: TagWithKeywords) -> dict[str, float]:
    """Return the weight of each phrase of a tag; those that hold no word are left out.

    A keyword may end with its own weight: `refund^3`.
    """
    weights: dict[str, float] = {}
    for phrases, sign, usual in ((tag.keywords, 1, KEYWORD), (tag.excluded_keywords, -1, EXCLUDED)):
        for phrase in phrases:
            match = _OWN_WEIGHT.fullmatch(phrase)
            words, weight = (match[1], float(match[2])) if match else (phrase, usual)
            if _words(words):
                weights[words.strip()] = sign * weight
    return weights


def _rules(weights: Mapping[str, Mapping[str, float]], prior: Mapping[str, float], kind: str) -> KeywordRules:
    mark = hashlib.sha256(json.dumps(weights, sort_keys=True).encode()).hexdigest()[:8]
    return KeywordRules({name: prior.get(name, 0.0) for name in weights}, weights, f"{kind}-{mark}")


def _name_weights(name: str) -> dict[str, float]:
    words = _words(name)
    weights = {word: NAME_WORD for word in words if len(word) >= _SHORTEST or not word.isascii()}
    return weights | ({" ".join(words): KEYWORD} if words else {})


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _index(
    phrases: Mapping[tuple[str, ...], int],
) -> tuple[dict[str, int], dict[str, tuple[tuple[tuple[str, ...], int], ...]]]:
    """Index phrases by first word, longest first; plurals are added unless they are phrases themselves."""
    forms = dict(phrases)
    for words, rule in phrases.items():
        forms.setdefault((*words[:-1], words[-1] + "s"), rule)
    longer: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for words, rule in sorted(forms.items(), key=lambda item: -len(item[0])):
        if len(words) > 1:
            longer.setdefault(words[0], []).append((words[1:], rule))
    singles = {words[0]: rule for words, rule in forms.items() if len(words) == 1}
    return singles, {word: tuple(rests) for word, rests in longer.items()}


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True))
