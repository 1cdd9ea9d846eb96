"""Tags that are known by name only: classifier, features, and a confidence that can be believed.

Scales the confidence of live predictions by random checks, and by answers where these prove enough.

No confidence exceeds what so few answers support (`supported`).

Answers that the queue asked for mislead, even if they are left out of the fit: the queue prefers typical and
doubtful texts. So they count only as far as two standard errors allow. Random checks are never learned from.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet, text_vectors
from mltag_desktop.core.messages import message
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.extraction import Features, extract
from mltag_desktop.core.model.keyword_rules import guideline_rules
from mltag_desktop.core.model.language import are_english
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions
from mltag_desktop.core.progress import SILENT, Progress, SubProgress, in_parts
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import NAMES_VERSION, TagInfo

FEWEST_ANSWERS: Final = 20
"""Number of answers from which they are left out of the fit to measure the model."""
FEWEST_CHECKS: Final = 10
"""Number of random checks from which they scale and confirm the confidence."""
_CHECK_VARIANCE: Final = 0.01
"""Prior variance of the logarithm of the factor: evidence is needed to move it away from 1."""
_ANSWER_VARIANCE: Final = 0.25
"""The same for left-out answers; of all factors within two standard errors, the nearest to 1 is used."""
_STANDARD_ERRORS: Final = 2.0
_AGAIN: Final = 1.2
_NAMES: Final = 8
"""Number of right answers that the names of the tags count as."""
_MANY_TAGS: Final = 10
"""Number of tags below which an answer supports more: with half as many, it counts as two."""
_LEAST: Final = 1e-9
_MOST: Final = 1.5


class LeftOutAnswers:
    """Predictions of a name model for answers that are left out of its fit.

    They are computed again when there are a fifth more answers, or fewer.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self.rows = np.zeros(0, np.int64)
        """The prepared texts that were left out; none for few answers."""
        self.codes = np.zeros(0, np.int64)
        """The tag of each."""
        self.probabilities = np.zeros((0, 0), np.float32)
        """The predictions, shape (n, tags)."""
        self.sharpness = 1.0
        """Factor of log probabilities that they prove."""
        self._measured_at = 0

    def measure(
        self,
        model: NameModel,
        rows: NDArray[np.int64],
        codes: NDArray[np.int64],
        progress: Progress = SILENT,
    ) -> None:
        """Measure if there are enough new answers: `codes` of the prepared texts `rows`, all learned from."""
        count = len(rows)
        if count < FEWEST_ANSWERS:
            self._forget()
        elif not self._measured_at <= count < _AGAIN * self._measured_at:
            found = model.left_out(rows, codes, progress)
            self.rows, self.codes, self.probabilities = rows, codes, found
            self.sharpness, self._measured_at = proven_sharpness(found, codes), count


def proven_sharpness(probabilities: FloatArray, codes: NDArray[np.int64]) -> float:
    """Return the factor of log probabilities nearest to 1 that is within two standard errors of the best.

    The standard error is that of the score, from the answers themselves.
    """
    best = _log_factor(probabilities, codes, _ANSWER_VARIANCE)
    scores = np.log(probabilities.astype(np.float64) + _LEAST)
    chances = sharpened(probabilities, float(np.exp(best))).astype(np.float64)
    slopes = scores[np.arange(len(codes)), codes] - (chances * scores).sum(axis=1)
    information = float(np.exp(2 * best) * (slopes * slopes).sum()) + 1 / _ANSWER_VARIANCE
    beyond = abs(best) - _STANDARD_ERRORS / np.sqrt(information)
    return float(np.exp(np.sign(best) * max(0.0, beyond)))


def sharpness(probabilities: FloatArray, codes: NDArray[np.int64]) -> float:
    """Return the factor of log probabilities, shape (n, tags), that makes the right tags likeliest.

    Maximum a posteriori, with a Gaussian prior of the logarithm of the factor; 1 for too few checks.
    """
    if len(codes) < FEWEST_CHECKS:
        return 1.0
    return float(np.exp(_log_factor(probabilities, codes, _CHECK_VARIANCE)))


def sharpened(probabilities: FloatArray, factor: float) -> FloatArray:
    """Return the probabilities with their logarithms times `factor`; rows sum to 1."""
    if factor == 1.0:
        return probabilities
    powers = np.power(probabilities, np.float32(factor))
    found: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return found


def supported(probabilities: FloatArray, answers: int) -> FloatArray:
    """Return the probabilities with none above what the names and `answers` support; rows sum to 1.

    The bound is Laplace's rule of succession, (n + 1) / (n + 2), for n right answers. With few tags an
    answer counts as several (figures: docs/decisions/0031-live-predictions.md). Other tags of a limited
    record share the rest in proportion.
    """
    tags = probabilities.shape[1]
    if tags < 2:
        return probabilities
    right = _NAMES + answers * max(1.0, _MANY_TAGS / tags)
    bound = np.float32((right + 1) / (right + 2))
    found = probabilities.copy()
    high = np.flatnonzero(found.max(axis=1) > bound)
    best = found[high].argmax(axis=1)
    rest = found[high]
    rest[np.arange(len(high)), best] = 0.0
    rest += np.float32(_LEAST)  # a tag that is certain leaves nothing to share in proportion
    rest[np.arange(len(high)), best] = 0.0
    found[high] = (1 - bound) * rest / rest.sum(axis=1, keepdims=True)
    found[high, best] = bound
    return found


def _log_factor(probabilities: FloatArray, codes: NDArray[np.int64], variance: float) -> float:
    from scipy.optimize import minimize_scalar

    each, scores = np.arange(len(codes)), np.log(probabilities.astype(np.float64) + _LEAST)

    def loss(log_factor: float) -> float:
        scaled = np.exp(log_factor) * scores
        scaled -= scaled.max(axis=1, keepdims=True)
        log = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-log[each, codes].sum() + 0.5 * log_factor**2 / variance)

    return float(minimize_scalar(loss, bounds=(-_MOST, _MOST), method="bounded").x)


MOST_ENGLISH: Final = 20_000
"""Number of texts that the English encoder reads, drawn at random; the others go through the fast twin."""
_MULTILINGUAL_SHARE: Final = np.float32(0.7)
"""Length of a vector of the multilingual encoder relative to one of the English encoder."""
_RIDGE: Final = 10.0
_HINT: Final = np.float32(1.0)
"""Weight of the guideline's keywords relative to the names."""
_STATIC_SCALE: Final = 0.85
"""Scale of the prior without the encoder: static vectors tell less than the same scores from the encoder."""
_FIT: Final = 10_000
"""Number of texts that a classifier for a file is fitted to."""


@dataclass(frozen=True)
class EnglishTwin:
    """Estimates the vectors of the English encoder by a linear map of those of the multilingual encoder.

    It knows texts that the English encoder has not read, and those in other languages. An estimate is as far
    from the mean as the vectors of read texts are.
    """

    centre: FloatArray
    mean: FloatArray
    weights: FloatArray
    distance: float

    @classmethod
    def fit(cls, multilingual: FloatArray, english: FloatArray) -> "EnglishTwin":
        """Fit to the vectors of the same texts by both encoders; there is at least one."""
        centre, mean = multilingual.mean(axis=0), english.mean(axis=0)
        x, y = multilingual - centre, english - mean
        square = x.T @ x
        square[np.diag_indices_from(square)] += _RIDGE
        weights = np.linalg.solve(square, x.T @ y)
        return cls(centre, mean, weights, float(np.linalg.norm(y, axis=1).mean()))

    def joined(self, multilingual: FloatArray, english: FloatArray, read: NDArray[np.intp]) -> FloatArray:
        """Return the vectors of texts by both encoders side by side, of length 1, shape (n, 896).

        `english` are those of the texts at the places `read`; the others are estimated.
        """
        estimated = (multilingual - self.centre) @ self.weights
        norms = np.linalg.norm(estimated, axis=1, keepdims=True)
        estimated *= self.distance / np.where(norms > 0, norms, 1)
        estimated += self.mean
        estimated[read] = english
        both = np.concatenate([_MULTILINGUAL_SHARE * multilingual, estimated], axis=1)
        found: FloatArray = (both / np.linalg.norm(both, axis=1, keepdims=True)).astype(np.float32)
        return found


@dataclass(frozen=True)
class TextReader:
    """Turns texts into the features of a name model, with the encoders that are installed."""

    static: StaticVectors
    tags: tuple[TagInfo, ...]
    with_encoder: bool = field(default_factory=encoder.is_installed)
    english: EnglishTwin | None = None
    """The twin of the English encoder, for tables that are read by both encoders."""
    failure: str = ""
    """Why the English encoder does not read the texts, as a sentence; empty if it does or need not."""

    def encode(self, texts: Sequence[str]) -> tuple[FloatArray, Features]:
        """Return the vectors of a few short texts, such as names, shape (n, d), and their words."""
        words = extract(self.static, list(texts))
        embeddings = encoder.embed(texts) if self.with_encoder else None
        if self.english is not None and embeddings is not None:
            every = np.arange(len(texts))
            embeddings = self.english.joined(embeddings, encoder.embed(texts, encoder.ENGLISH), every)
        return text_vectors(embeddings, words), words

    def start(self, progress: Progress, texts: Sequence[str]) -> tuple["TextReader", TextSet]:
        """Return the features of the texts of a table, and a reader for more texts.

        If most of the texts are English, the reader reads them with both encoders.
        """
        first, second = in_parts(progress, (0.3, 0.7))
        if not self.with_encoder:
            return self, self.read(progress, texts)
        embeddings = encoder.embed_all(first, texts)
        some = np.sort(np.random.default_rng(0).permutation(len(texts))[:MOST_ENGLISH])
        read = some[are_english([texts[place] for place in some])]
        if not encoder.is_installed(encoder.ENGLISH):
            return self, self.with_embeddings(texts, embeddings)
        try:
            english = encoder.embed_all(second, [texts[place] for place in read], encoder.ENGLISH)
        except encoder.EncoderError as error:
            return self.without_english(error), self.with_embeddings(texts, embeddings)
        return self.with_english(texts, embeddings, english, read)

    def without_english(self, error: encoder.EncoderError) -> "TextReader":
        """Return a reader that says why the English encoder does not read."""
        words = message("English texts keep their first estimates. {reason}", reason=error.message)
        return replace(self, failure=words)

    def with_english(
        self, texts: Sequence[str], embeddings: FloatArray, english: FloatArray, read: NDArray[np.intp]
    ) -> tuple["TextReader", TextSet]:
        """Do the same as `start` with known embeddings; the English ones are those of the places `read`."""
        if not len(read):
            return self, self.with_embeddings(texts, embeddings)
        twin = EnglishTwin.fit(embeddings[read], english)
        reader = replace(self, english=twin)
        return reader, reader.with_embeddings(texts, twin.joined(embeddings, english, read))

    def read(self, progress: Progress, texts: Sequence[str]) -> TextSet:
        """Return the features of texts; those by the English encoder are estimated."""
        embeddings = encoder.embed_all(progress, texts) if self.with_encoder else None
        if self.english is not None and embeddings is not None:
            none = np.zeros(0, np.intp)
            embeddings = self.english.joined(
                embeddings, np.zeros((0, encoder.ENGLISH.dimension), np.float32), none
            )
        return self.with_embeddings(texts, embeddings)

    def with_embeddings(self, texts: Sequence[str], embeddings: FloatArray | None) -> TextSet:
        """Return the features of texts whose embeddings are known; None without the encoder."""
        return self.text_set(extract(self.static, list(texts)), embeddings, texts)

    def text_set(
        self, words: Features, embeddings: FloatArray | None, texts: Sequence[str] | None
    ) -> TextSet:
        """Return the features of texts whose words are known; the texts may be None without keywords."""
        vectors = text_vectors(embeddings, words)
        hints = np.zeros((len(words), len(self.tags)), np.float32) if texts is None else self.hints(texts)
        return TextSet(vectors, words, hints)

    @property
    def has_keywords(self) -> bool:
        """Whether the guideline has keywords."""
        return any(tag.keywords or tag.excluded_keywords for tag in self.tags)

    def hints(self, texts: Sequence[str]) -> FloatArray:
        """Return the scores of the guideline's keywords, shape (n, tags)."""
        rules = guideline_rules(self.tags)
        if rules is None:
            return np.zeros((len(texts), len(self.tags)), np.float32)
        return _HINT * rules.scores(texts)

    def model(self, progress: Progress, texts: TextSet, *, seed: int = 0) -> NameModel:
        """Return a name model that is fitted to texts without labels, with these texts prepared."""
        made = self.fitted(progress, texts, seed=seed)
        made.add([texts], fitted=np.arange(len(texts)))
        return made

    def fitted(self, progress: Progress, texts: TextSet, *, seed: int = 0) -> NameModel:
        """Return a name model that is fitted to texts without labels, with no text prepared."""
        scale = 1.0 if self.with_encoder else _STATIC_SCALE
        made = NameModel(self.tags, self.encode, seed=seed, prior_scale=scale)
        examples, _ = made.example_texts()
        made.fit(progress, texts, self.read(SILENT, examples) if examples else None)
        return made


class NameClassifier:
    """A `Classifier` for tags that are known by name, fitted to the texts of a file without labels."""

    def __init__(self, progress: Progress, reader: TextReader, texts: Sequence[str]) -> None:
        """Fit to `texts`, or to a random sample of many."""
        if len(reader.tags) < 2:
            raise MltagError("A prediction needs at least two tags.", "Add tags to the list.")
        some = [texts[place] for place in drawn(np.arange(len(texts)), _FIT)]
        reader, read = reader.start(SubProgress(progress, 0.0, 0.8), some)
        self.note = reader.failure
        """What a user should know about the predictions, as a sentence; empty for nothing."""
        self._reader = reader
        self._known = {text: place for place, text in enumerate(some)}
        self._model = reader.model(SubProgress(progress, 0.8, 1.0), read)
        self._model.learn(np.zeros(0, np.int64), np.zeros(0, np.int64))
        mark = hashlib.blake2b(json.dumps([guideline_mark(reader), some]).encode(), digest_size=4)
        self._version = NAMES_VERSION + mark.hexdigest()

    @property
    def version(self) -> str:
        """The version: it differs for other tags, guidelines and texts."""
        return self._version

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of the tags."""
        return self._model.tags

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`."""
        found = np.zeros((len(texts), len(self.tags)), np.float32)
        new = [place for place, text in enumerate(texts) if text not in self._known]
        if new:
            read = self._reader.read(SILENT, [texts[place] for place in new])
            found[new] = self._model.predict(read)
        old = [place for place, text in enumerate(texts) if text in self._known]
        if old:
            rows = np.array([self._known[texts[place]] for place in old], np.int64)
            found[old] = self._model.probabilities(rows)
        return Predictions(self._version, self.tags, supported(found, 0))

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the probabilities; the score is not divided among words."""
        answer = self.predict([text])
        shares = dict(zip(self.tags, map(float, answer.probabilities[0]), strict=True))
        if tag is not None and tag not in shares:
            raise MltagError(
                message("The model does not have the tag “{tag}”.", tag=tag), "Choose one of its tags."
            )
        chosen = tag or self.tags[int(answer.best[0])]
        return Explanation(chosen, shares[chosen], shares, 0.0, 0.0, ())


def guideline_mark(reader: TextReader) -> list[object]:
    """Return everything that a prediction from names depends on besides texts and answers."""
    return [
        reader.with_encoder,
        *([encoder.ENGLISH.name] if reader.english is not None else []),
        [
            [tag.name, tag.description, tag.examples, tag.keywords, tag.excluded_keywords]
            for tag in reader.tags
        ],
    ]


def version_of(reader: TextReader) -> str:
    """Return the version of the name model of a workspace: it differs for other tags and guidelines."""
    mark = hashlib.blake2b(json.dumps(guideline_mark(reader)).encode(), digest_size=4)
    return NAMES_VERSION + mark.hexdigest()
