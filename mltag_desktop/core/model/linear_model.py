"""A trained model with the `Classifier` interface."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.features.extraction import Features, in_batches
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.linear_head import Head, softmax
from mltag_desktop.core.model.linear_model_explain import explain
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.source_gate import Gate
from mltag_desktop.core.model.training_set import Snapshot
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions
from mltag_desktop.core.values import dataclass


@dataclass(frozen=True)
class Elsewhere:
    """The base model's head and the gate that mixes it with an adapted head."""

    head: Head
    """The base's head; its tags are the first tags of the adapted head."""
    gate: Gate

    def mixed(self, features: Features, own: FloatArray) -> FloatArray:
        """Mix `own`, the adapted head's probabilities (n, k), with those of the base's head."""
        share = self.gate.share(features.vectors)
        base = softmax(self.head.scores(features))
        base = np.pad(base, ((0, 0), (0, own.shape[1] - base.shape[1])))
        mixed: FloatArray = (share * own + (1 - share) * base).astype(np.float32)
        return mixed


class LinearModel:
    """A trained classifier with the rows it was trained on and its holdout; safe to share between threads.

    A model that was adapted to a table has an `elsewhere`: `head` answers for texts from the table's source
    and the base's head for all others. `own` is the same model for use on that table.
    """

    def __init__(
        self,
        manifest: Manifest,
        vectors: StaticVectors,
        head: Head,
        base: Snapshot,
        holdout: Snapshot | None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self.manifest, self.vectors, self.head = manifest, vectors, head
        self.base, self.holdout, self.elsewhere = base, holdout, elsewhere

    @classmethod
    def assembled(
        cls,
        manifest: Manifest,
        vectors: StaticVectors,
        head: Head,
        base: Snapshot,
        holdout: Snapshot | None,
        elsewhere: Elsewhere | None = None,
    ) -> "LinearModel":
        """Return a model with a version derived from its tags and arrays."""
        digest = hashlib.sha256("\0".join(manifest.tags).encode())
        arrays: dict[str, NDArray[np.generic]] = {
            **head.arrays(),
            "table": vectors.table,
            "scales": vectors.scales,
        }
        if elsewhere is not None:
            arrays |= {f"elsewhere_{name}": array for name, array in elsewhere.head.arrays().items()}
            arrays |= elsewhere.gate.arrays()
        for name in sorted(arrays):
            digest.update(name.encode() + arrays[name].tobytes())
        manifest = replace(manifest, version=digest.hexdigest()[:10])
        return cls(manifest, vectors, head, base, holdout, elsewhere)

    @property
    def own(self) -> "LinearModel":
        """The model without its gate, for the table it was adapted to; itself when it was not adapted."""
        if self.elsewhere is None:
            return self
        return LinearModel(self.manifest, self.vectors, self.head, self.base, self.holdout)

    @property
    def is_plain(self) -> bool:
        """Whether older programs, without token shapes and pseudo-labels, give the same answers with it."""
        heads = (self.head, *(() if self.elsewhere is None else (self.elsewhere.head,)))
        return all(head.forms is None and head.guessed is None for head in heads)

    @property
    def reads_forms(self) -> bool:
        """Whether features for this model need token shapes."""
        return self.head.forms is not None or (
            self.elsewhere is not None and self.elsewhere.head.forms is not None
        )

    @property
    def version(self) -> str:
        """Ten hex digits derived from the arrays, with the suffix `-gated` where a gate is used."""
        return self.manifest.version + ("-gated" if self.elsewhere is not None else "")

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self.manifest.tags

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`; the answer for a text does not depend on its neighbours."""
        batches = in_batches(self.vectors, texts, with_forms=self.reads_forms)
        parts = [self._answer(features) for features in batches]
        return Predictions(self.version, self.tags, np.concatenate(parts))

    def predict_features(self, features: Features) -> Predictions:
        """Tag rows whose features were extracted with the same vectors; token shapes may be missing."""
        return Predictions(self.version, self.tags, self._answer(features))

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the contribution of each word of `text` to the score of `tag`, by default the predicted tag.

        Where a gate is used, the head with the larger share in the answer is explained.
        """
        features = next(in_batches(self.vectors, [text], with_forms=self.reads_forms))
        probabilities = self._answer(features)[0]
        if tag is not None and tag not in self.tags:
            raise MltagError(
                f"The model does not know the tag {tag}.", f"Known tags: {', '.join(self.tags)}."
            )
        index = int(probabilities.argmax()) if tag is None else self.tags.index(tag)
        score, bias, pieces = explain(self.vectors, self._main_head(features, index), text, index)
        return Explanation(
            self.tags[index],
            float(probabilities[index]),
            {name: float(p) for name, p in zip(self.tags, probabilities, strict=True)},
            score,
            bias,
            pieces,
        )

    def _answer(self, features: Features) -> FloatArray:
        own = softmax(self.head.scores(features))
        return own if self.elsewhere is None else self.elsewhere.mixed(features, own)

    def _main_head(self, features: Features, tag: int) -> Head:
        """Return the head with the larger share in the answer, scaled by its factor for the text."""
        elsewhere, head = self.elsewhere, self.head
        if elsewhere is not None and tag < len(elsewhere.head.bias):
            share = float(elsewhere.gate.share(features.vectors)[0, 0])
            head = self.head if share >= 0.5 else elsewhere.head
        return head if head.guessed is None else replace(head, scale=head.scale * head.wariness(features))
