"""Labelled rows as feature arrays without their texts, stored in bundles for retraining and evaluation."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import Features, concatenate
from mltag_desktop.core.model.tokenization import CharacterTable, normalise
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Progress

AdditionalTagMask = NDArray[np.bool_]
_A_REPORT: Final = 1_000
"""Texts between two reports."""


@dataclass(frozen=True)
class LabelledFeatures:
    """Features, labels, weights and digests of n rows."""

    tags: tuple[str, ...]
    labels: IntArray
    """Index into `tags`, shape (n,)."""
    weights: FloatArray
    """Sample weights, shape (n,)."""
    features: Features
    digests: NDArray[np.uint64]
    """`text_digests` of the rows, shape (n,)."""
    slices: Mapping[str, NDArray[np.bool_]] = field(default_factory=dict)
    """Named subsets, each of shape (n,)."""
    rules: FloatArray | None = None
    """Probabilities of the rules baseline, shape (n, k), in the order of `tags`."""
    additional_tags: AdditionalTagMask | None = None
    """Additional tags of each row, shape (n, k); None where no row has any."""

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, rows: NDArray[np.intp]) -> "LabelledFeatures":
        """Return `rows`, in that order."""
        slices = {name: member[rows] for name, member in self.slices.items()}
        rules = None if self.rules is None else self.rules[rows]
        return LabelledFeatures(
            self.tags,
            self.labels[rows],
            self.weights[rows],
            self.features.take(rows),
            self.digests[rows],
            slices,
            rules,
            None if self.additional_tags is None else self.additional_tags[rows],
        )

    def narrowed(self, always: int) -> "LabelledFeatures":
        """Return the same rows without unused tags; the first `always` tags are kept."""
        carried = np.zeros(len(self.tags), np.bool_)
        carried[:always], carried[self.labels] = True, True
        if self.additional_tags is not None:
            carried |= self.additional_tags.any(axis=0)
        place = (np.cumsum(carried) - 1).astype(np.int32)
        return replace(
            self,
            tags=tuple(tag for tag, used in zip(self.tags, carried.tolist(), strict=True) if used),
            labels=place[self.labels],
            rules=None if self.rules is None else self.rules[:, carried[: self.rules.shape[1]]],
            additional_tags=None if self.additional_tags is None else self.additional_tags[:, carried],
        )

    @property
    def all_tags(self) -> AdditionalTagMask:
        """Main and additional tags of each row, shape (n, k)."""
        found = np.zeros((len(self), len(self.tags)), np.bool_)
        if self.additional_tags is not None:
            found |= self.additional_tags
        found[np.arange(len(self)), self.labels] = True
        return found

    def additional_tag_names(self) -> tuple[tuple[str, ...], ...]:
        """Return the names of each row's additional tags; empty where no row has any."""
        if self.additional_tags is None:
            return ()
        return tuple(tuple(self.tags[place] for place in np.flatnonzero(row)) for row in self.additional_tags)


def text_digests(texts: Sequence[str], progress: Progress = SILENT) -> NDArray[np.uint64]:
    """Return a 64-bit BLAKE2b digest of each text, ignoring case, accents and punctuation, shape (n,)."""
    digests = bytearray()
    for place, text in enumerate(texts):
        if place % _A_REPORT == 0:
            progress.report(place / len(texts))
        words = " ".join(_words_of(text)).encode("utf-8", "replace")
        digests += hashlib.blake2b(words, digest_size=8).digest()
    return np.frombuffer(bytes(digests), dtype="<u8").astype(np.uint64)


def joined(first: LabelledFeatures, second: LabelledFeatures) -> LabelledFeatures:
    """Return the rows of both; the tags of `first` are followed by those that only `second` has."""
    tags = first.tags + tuple(tag for tag in second.tags if tag not in first.tags)
    place = np.array([tags.index(tag) for tag in second.tags], dtype=np.int32)
    return LabelledFeatures(
        tags,
        np.concatenate([first.labels, place[second.labels]]).astype(np.int32),
        np.concatenate([first.weights, second.weights]),
        concatenate([first.features, second.features]),
        np.concatenate([first.digests, second.digests]),
        additional_tags=_joined_additional(first, second, place, len(tags)),
    )


def additional_tag_matrix(names: Sequence[Sequence[str]], tags: Sequence[str]) -> AdditionalTagMask | None:
    """Return the additional tags `names` as a mask, shape (n, k); None where no row has any."""
    if not any(names):
        return None
    place = {tag: number for number, tag in enumerate(tags)}
    additional_tags = np.zeros((len(names), len(tags)), np.bool_)
    for row, additional in enumerate(names):
        additional_tags[row, [place[tag] for tag in additional]] = True
    return additional_tags


def _joined_additional(
    first: LabelledFeatures, second: LabelledFeatures, place: IntArray, tags: int
) -> AdditionalTagMask | None:
    if first.additional_tags is None and second.additional_tags is None:
        return None
    additional_tags = np.zeros((len(first) + len(second), tags), np.bool_)
    if first.additional_tags is not None:
        additional_tags[: len(first), : len(first.tags)] = first.additional_tags
    if second.additional_tags is not None:
        additional_tags[len(first) :, place] = second.additional_tags
    return additional_tags


_LETTERS: Final = CharacterTable(lambda character: character if character.isalnum() else " ")
"""Letters and digits stay, others become spaces."""


def _words_of(text: str) -> list[str]:
    return normalise(text).translate(_LETTERS).split()
