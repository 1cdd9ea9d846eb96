"""Tags that are known by name only: the features of texts and guideline, and a classifier for a file."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.names.confidence import supported
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet, text_vectors
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.features import encoder
from mltag_desktop.core.model.features.extraction import Features, extract
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.keyword_rules import guideline_rules
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.workspace.types import NAMES_VERSION, TagInfo

_HINT: Final = np.float32(1.0)
"""Weight of the guideline's keywords relative to the names."""
_STATIC_SCALE: Final = 0.85
"""Scale of the prior without the encoder: static vectors tell less than the same scores from the encoder."""
_FIT: Final = 10_000
"""Number of texts that a classifier for a file is fitted to."""


@dataclass(frozen=True)
class TextReader:
    """Turns texts into the features of a name model, with the encoder if it is installed."""

    static: StaticVectors
    tags: tuple[TagInfo, ...]
    with_encoder: bool = field(default_factory=encoder.is_installed)

    def encode(self, texts: Sequence[str]) -> tuple[FloatArray, Features]:
        """Return the vectors of a few short texts, such as names, shape (n, d), and their words."""
        words = extract(self.static, list(texts))
        return text_vectors(encoder.embed(texts) if self.with_encoder else None, words), words

    def read(self, progress: Progress, texts: Sequence[str]) -> TextSet:
        """Return the features of texts."""
        embeddings = self.embed(progress, texts) if self.with_encoder else None
        return self.with_embeddings(texts, embeddings)

    def embed(self, progress: Progress, texts: Sequence[str]) -> FloatArray:
        """Return the embeddings of texts, shape (n, 512)."""
        found = np.zeros((len(texts), encoder.DIMENSION), np.float32)
        for rows, part in encoder.embed_many(progress, texts):
            found[rows] = part.vectors()
        return found

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
        places: Sequence[int] = range(len(texts))
        if len(texts) > _FIT:
            places = np.sort(np.random.default_rng(0).choice(len(texts), _FIT, replace=False)).tolist()
        some = [texts[place] for place in places]
        self._reader = reader
        read = reader.read(SubProgress(progress, 0.0, 0.8), some)
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
        [
            [tag.name, tag.description, tag.examples, tag.keywords, tag.excluded_keywords]
            for tag in reader.tags
        ],
    ]


def version_of(reader: TextReader) -> str:
    """Return the version of the name model of a workspace: it differs for other tags and guidelines."""
    mark = hashlib.blake2b(json.dumps(guideline_mark(reader)).encode(), digest_size=4)
    return NAMES_VERSION + mark.hexdigest()
