"""The trained model behind the `Classifier` interface."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.explain import explain
from mltag_desktop.core.model.features import Features, in_batches
from mltag_desktop.core.model.head import Head, softmax
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.snapshot import Snapshot
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions
from mltag_desktop.core.model.vectors import StaticVectors


class LinearModel:
    """A trained classifier, with the rows it was trained and is judged on; threads may share it."""

    def __init__(
        self, manifest: Manifest, vectors: StaticVectors, head: Head, base: Snapshot, holdout: Snapshot | None
    ) -> None:
        self.manifest, self.vectors, self.head = manifest, vectors, head
        self.base, self.holdout = base, holdout

    @classmethod
    def assembled(
        cls, manifest: Manifest, vectors: StaticVectors, head: Head, base: Snapshot, holdout: Snapshot | None
    ) -> "LinearModel":
        """Return a model whose version is made from its numbers."""
        digest = hashlib.sha256("\0".join(manifest.tags).encode())
        arrays: dict[str, NDArray[np.generic]] = {
            **head.arrays(),
            "table": vectors.table,
            "scales": vectors.scales,
        }
        for name in sorted(arrays):
            digest.update(name.encode() + arrays[name].tobytes())
        return cls(replace(manifest, version=digest.hexdigest()[:10]), vectors, head, base, holdout)

    @property
    def version(self) -> str:
        """Ten hex digits that follow from the numbers."""
        return self.manifest.version

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self.manifest.tags

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`; the answer for a text does not depend on its neighbours."""
        parts = [softmax(self.head.scores(features)) for features in in_batches(self.vectors, texts)]
        return Predictions(self.version, self.tags, np.concatenate(parts))

    def predict_features(self, features: Features) -> Predictions:
        """Tag rows of a snapshot that was made with the same vectors."""
        return Predictions(self.version, self.tags, softmax(self.head.scores(features)))

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Say which words of `text` spoke for `tag`, by default the predicted one."""
        probabilities: FloatArray = self.predict([text]).probabilities[0]
        if tag is not None and tag not in self.tags:
            raise MltagError(f"The model does not know the tag {tag}.", f"It knows: {', '.join(self.tags)}.")
        index = int(probabilities.argmax()) if tag is None else self.tags.index(tag)
        score, bias, pieces = explain(self.vectors, self.head, text, index)
        return Explanation(
            self.tags[index],
            float(probabilities[index]),
            {name: float(p) for name, p in zip(self.tags, probabilities, strict=True)},
            score,
            bias,
            pieces,
        )
