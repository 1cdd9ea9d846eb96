"""A trained model: heads, the gate between them, and calls of it in another process.

The gate decides whether a text comes from the workspace's table or from another source. A logistic
regression on the static vectors separates the table's rows from those of the base model. Its bias is
shifted so that, out of fold, at most 2% of the base's rows count as the table's: the adapted model keeps
the base's answers for texts like those of the base.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.explanation import explain
from mltag_desktop.core.model.extraction import ENCODED, Embedder, Extra, Features, in_batches
from mltag_desktop.core.model.linear_head import LinearHead
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import GATED, Classifier, Explanation, FloatArray, Predictions
from mltag_desktop.core.progress import Progress

UNLIKE: Final = 0.7
"""Strangeness (area under the ROC curve) from which a table counts as from another source than the base."""


@dataclass(frozen=True)
class SourceGate:
    """A logistic regression: share = 1 / (1 + exp(-(vector . weights + bias)))."""

    weights: FloatArray
    """Shape (d,)."""
    bias: float
    strangeness: float
    """Out-of-fold area under the ROC curve between table and base: 0.5 when they look the same, up to 1."""

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays by their name in a bundle."""
        return {
            "gate_weights": self.weights,
            "gate_line": np.array([self.bias, self.strangeness], np.float32),
        }

    def share(self, vectors: FloatArray) -> FloatArray:
        """Return the share of the adapted head in the answer, 0 to 1, shape (n, 1), for (n, d) vectors."""
        logits = np.vecdot(vectors, self.weights) + np.float32(self.bias)
        share: FloatArray = 1 / (1 + np.exp(-np.clip(logits, -60, 60)))
        return share[:, None]


@dataclass(frozen=True)
class BaseModelMixture:
    """The base model's head and the gate that mixes it with an adapted head."""

    head: LinearHead
    """The base's head; its tags are the first tags of the adapted head."""
    gate: SourceGate

    def mixed(self, features: Features, own: FloatArray) -> FloatArray:
        """Mix `own`, the adapted head's probabilities (n, k), with those of the base's head."""
        share = self.gate.share(features.vectors)
        base = self.head.probabilities(features)
        base = np.pad(base, ((0, 0), (0, own.shape[1] - base.shape[1])))
        mixed: FloatArray = (share * own + (1 - share) * base).astype(np.float32)
        return mixed


@dataclass(frozen=True, eq=False)
class LinearModel:
    """A trained classifier with the rows it was trained on and its holdout; safe to share between threads.

    A model that was adapted to a table has an `mixture`: `head` answers for texts from the table's source
    and the base's head for all others. `own` is the same model for use on that table.
    """

    manifest: Manifest
    vectors: StaticVectors
    head: LinearHead
    base: LabelledFeatures
    holdout: LabelledFeatures | None
    mixture: BaseModelMixture | None = None
    folder: Path | None = None
    """The bundle that the model was loaded from; None for a model in memory only."""

    def versioned(self) -> "LinearModel":
        """Return the model with a version derived from its tags and arrays; it is in memory only."""
        digest = hashlib.sha256("\0".join(self.manifest.tags).encode())
        arrays: dict[str, NDArray[np.generic]] = {
            **self.head.arrays(),
            "table": self.vectors.table,
            "scales": self.vectors.scales,
        }
        if self.mixture is not None:
            arrays |= {f"elsewhere_{name}": array for name, array in self.mixture.head.arrays().items()}
            arrays |= self.mixture.gate.arrays()
        for name in sorted(arrays):
            digest.update(name.encode() + arrays[name].tobytes())
        return replace(self, manifest=replace(self.manifest, version=digest.hexdigest()[:10]), folder=None)

    @property
    def own(self) -> "LinearModel":
        """The model without its gate, for the table it was adapted to; itself when it was not adapted."""
        return self if self.mixture is None else replace(self, mixture=None)

    @property
    def format(self) -> int:
        """The oldest format of bundles whose programs give the same answers with this model."""
        heads = (self.head, *(() if self.mixture is None else (self.mixture.head,)))
        if any(head.english is not None for head in heads):
            return 6
        if any(head.confidence_curve is not None for head in heads):
            return 5
        if any(head.copied is not None for head in heads):
            return 4
        if any(head.extra & ~Extra.TOKEN_SHAPES or head.foreign is not None for head in heads):
            return 3
        plain = all(head.token_shapes is None and head.pseudo_labelled is None for head in heads)
        return 1 if plain else 2

    @property
    def extra(self) -> Extra:
        """The features that this model reads besides words and static vectors."""
        return self.head.extra if self.mixture is None else self.head.extra | self.mixture.head.extra

    @property
    def is_heavy(self) -> bool:
        """Whether it takes long or runs a package's code, so that the window asks it in another process."""
        return bool(self.extra & (ENCODED | Extra.TEXTS)) or self.head.foreign is not None

    @property
    def version(self) -> str:
        """Ten hex digits derived from the arrays, with the suffix `-gated` where a gate is used."""
        return self.manifest.version + (GATED if self.mixture is not None else "")

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self.manifest.tags

    @property
    def tag_thresholds(self) -> FloatArray | None:
        """Probability from which each tag is an additional tag, shape (k,); None for one tag per text."""
        return self.head.tag_thresholds

    def predict(self, texts: Sequence[str], *, embedder: Embedder | None = None) -> Predictions:
        """Tag `texts`; the answer for a text does not depend on its neighbours.

        Texts in a language that no training text has are predicted from their embeddings alone. `embedder`
        may know embeddings from before; by default they are computed.
        """
        batches = in_batches(self.vectors, texts, extra=self.extra, embedder=embedder)
        probabilities = np.concatenate([self._answer(features) for features in batches])
        return self._predictions(texts, probabilities, embedder)

    def predict_with_vectors(self, texts: Sequence[str]) -> tuple[Predictions, FloatArray]:
        """Return what `predict` returns, and the static vectors of the texts, shape (n, d)."""
        batches = in_batches(self.vectors, texts, extra=self.extra)
        parts = [(self._answer(features), features.vectors) for features in batches]
        probabilities, vectors = parts[0]
        if len(parts) > 1:
            probabilities, vectors = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
        return self._predictions(texts, probabilities, None), vectors

    def foreign_language(self, text: str) -> str:
        """Return the language of a text that is predicted from its embedding alone; else an empty string."""
        if self.head.foreign is None:
            return ""
        from mltag_desktop.core.model import encoder
        from mltag_desktop.core.model.language import language_of

        language = language_of(text)
        known = language in self.head.foreign.languages
        return language if language in encoder.LANGUAGES and not known and encoder.is_installed() else ""

    def predict_features(self, features: Features) -> Predictions:
        """Tag rows whose features were extracted with the same vectors; token shapes may be missing."""
        return Predictions(self.version, self.tags, self._answer(features), self.tag_thresholds)

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the contribution of each word of `text` to the score of `tag`, by default the predicted tag.

        Where a gate is used, the head with the larger share in the answer is explained.
        """
        language = self.foreign_language(text)
        features = next(in_batches(self.vectors, [text], extra=self.extra))
        probabilities = self.predict([text]).probabilities[0] if language else self._answer(features)[0]
        if tag is not None and tag not in self.tags:
            raise MltagError(
                message("The model does not know the tag {tag}.", tag=tag),
                message("Known tags: {tags}.", tags=", ".join(self.tags)),
            )
        index = int(probabilities.argmax()) if tag is None else self.tags.index(tag)
        head = self._main_head(features, index)
        if language and self.head.foreign is not None:
            head = self.head.foreign.head
        found = explain(self.vectors, head, text, index)
        return Explanation(
            self.tags[index],
            float(probabilities[index]),
            {name: float(p) for name, p in zip(self.tags, probabilities, strict=True)},
            found.score,
            found.bias,
            found.pieces,
            self._caveat(language),
        )

    def _caveat(self, language: str) -> str:
        """Return what a reader of an explanation should know; empty for an exact one."""
        if language:
            return message(
                "Language: {language}, which no training text has. Predicted through the sentence encoder; "
                "the shares of words are estimates.",
                language=language,
            )
        if self.head.estimator is not None and not self.head.estimator.is_linear:
            return message(
                "The recipe {name} is not linear, so there is no explanation.", name=self.manifest.recipe.name
            )
        if self.head.extra & ENCODED:
            return message("Estimated: each word was left out to see how much it counts.")
        return ""

    def _predictions(
        self, texts: Sequence[str], probabilities: FloatArray, embedder: Embedder | None
    ) -> Predictions:
        """Return predictions with these probabilities, except for texts in languages without training texts.

        Their rows of `probabilities` are replaced.
        """
        if self.head.foreign is not None:
            places = [place for place, text in enumerate(texts) if self.foreign_language(text)]
            if places:
                head = self.head.foreign.head
                some = [texts[place] for place in places]
                found = in_batches(self.vectors, some, extra=head.extra, embedder=embedder)
                probabilities[places] = np.concatenate([head.probabilities(each) for each in found])
        return Predictions(self.version, self.tags, probabilities, self.tag_thresholds)

    def _answer(self, features: Features) -> FloatArray:
        own = self.head.probabilities(features)
        return own if self.mixture is None else self.mixture.mixed(features, own)

    def _main_head(self, features: Features, tag: int) -> LinearHead:
        """Return the head with the larger share in the answer, scaled by its factor for the text."""
        mixture, head = self.mixture, self.head
        if mixture is not None and tag < len(mixture.head.bias):
            share = float(mixture.gate.share(features.vectors)[0, 0])
            head = self.head if share >= 0.5 else mixture.head
        return (
            head
            if head.pseudo_labelled is None
            else replace(head, scale=head.scale * head.confidence_scale(features))
        )


def predict_with(progress: Progress, classifier: Classifier, texts: Sequence[str]) -> Predictions:
    """Return the predictions for `texts`."""
    progress.report(0.0)
    return classifier.predict(texts)


def explain_with(progress: Progress, classifier: Classifier, text: str, tag: str | None) -> Explanation:
    """Return the explanation of a tag of `text`."""
    progress.report(0.0)
    return classifier.explain(text, tag)
