"""The manifest of a model: version, tags, recipe, training data, thresholds and policies."""

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.serialization import LATER, from_plain, to_plain
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD


class UnsurePolicy(StrEnum):
    """Treatment of an unreviewed prediction below the review threshold, loosest first."""

    KEEP = "keep"
    """It is written like any other prediction."""
    FLAG = "flag"
    """It is written, and a column says which rows need review."""
    COLUMN = "column"
    """It is written to a separate column, and the tag stays empty; exports only."""
    EMPTY = "empty"
    """The tag stays empty."""
    REFUSE = "refuse"
    """Nothing is exported until somebody reviewed it; exports only."""

    @property
    def published(self) -> "UnsurePolicy":
        """The policy of a model that is published with this policy of its workspace.

        A model has no records that could be reviewed first, so it leaves the tag empty.
        """
        if self is UnsurePolicy.COLUMN or self is UnsurePolicy.REFUSE:
            return UnsurePolicy.EMPTY
        return self

    def chosen(self, wanted: "UnsurePolicy | None", owner: str) -> "UnsurePolicy":
        """Return the policy that applies if `wanted` is asked for under this policy.

        `wanted` may be stricter. Raises `MltagError` if it is looser; `owner` names whose policy this is.
        """
        if wanted is None:
            return self
        if _STRICTNESS.index(wanted) < _STRICTNESS.index(self):
            raise MltagError(
                message(
                    "{owner} does not allow “{wanted}” for unsure predictions: its policy is “{policy}”.",
                    owner=owner,
                    wanted=str(wanted),
                    policy=str(self),
                ),
                "Choose the same or a stricter policy, or change it where it was set.",
            )
        return wanted


_STRICTNESS: Final = tuple(UnsurePolicy)


FORMAT: Final = 6
"""Formats of bundles: 1, words and static vectors; 2, also token shapes or pseudo-labels; 3, also character
sequences, embeddings or an estimator of the user's own; 4, also keys of near-copies; 5, also
confidence curves; 6, also embeddings by the English encoder."""

_HIGHEST_LIMIT: Final = 1.02
"""Above the highest threshold of a workspace, which is rounded to a float32."""


@dataclass(frozen=True)
class TrainingInfo:
    """A summary of the training data and the out-of-fold results."""

    rows: int
    base_rows: int
    examples: int
    """Labelled texts added to the rows of the base model."""
    left_out: int
    """Examples left out because they are duplicates or near-duplicates of a holdout row."""
    digest: str
    """SHA-256 over text digests, labels, weights and additional tags of the rows, in hex."""
    seed: int
    accuracy: float
    """Out-of-fold accuracy, on the folds of the calibration."""
    f1: float
    """Out-of-fold F1, weighted by support."""


@dataclass(frozen=True)
class Manifest:
    """A bundle's manifest; `version` is derived from the arrays, so equal versions give equal answers."""

    version: str
    tags: tuple[str, ...]
    recipe: Recipe
    training: TrainingInfo
    threshold: float | None
    """Confidence above which 99% of the out-of-fold predictions were right; None without such a threshold."""
    base: str | None
    """Version of the base model."""
    metrics: Mapping[str, Any] = field(default_factory=dict)
    licences: tuple[str, ...] = ()
    review_below: Mapping[str, float] = field(default_factory=dict, metadata=LATER)
    """Review thresholds by tag, with "" for all other tags, of the workspace that published the model; empty
    for a model that was not published."""
    unsure: UnsurePolicy = field(default=UnsurePolicy.KEEP, metadata=LATER)
    """The policy for unsure predictions of the workspace that published the model."""
    off_topic: tuple[float, ...] = field(default=(), metadata=LATER)
    """Weights and bias of the margin of the off-topic filter, shape (d + 1,), of the workspace that published
    the model; empty for a model that was not published."""
    off_topic_doubt: float = field(default=0.0, metadata=LATER)
    """The margin below which a text needs review at any confidence."""

    def asks_below(self, tag: str = "") -> float:
        """Return the published review threshold of a tag, or the program's; "" stands for any other tag."""
        return self.review_below.get(tag, self.review_below.get("", DEFAULT_REVIEW_THRESHOLD))

    def refuse_code(self) -> None:
        """Raise `MltagError` for a model with code, which stays in the workspace that it was trained in."""
        if self.recipe.package:
            raise MltagError(
                message(
                    "A model of the recipe {name} contains code that runs, so it stays in its workspace.",
                    name=self.recipe.name,
                ),
                "Train a model with another recipe to share it.",
            )

    def to_json(self, *, form: int = 1) -> dict[str, Any]:
        """Return the manifest as JSON values; `form` is the oldest format that the model fits."""
        return {"format": form, **to_plain(self)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Manifest":
        """Return the manifest in `values`; raises `MltagError` for another format or invalid fields."""
        found = values.get("format")
        if isinstance(found, int) and found > FORMAT:
            raise MltagError(
                message(
                    "This model was written by a newer version of the program (format {found}, this version "
                    "reads {format}).",
                    found=found,
                    format=FORMAT,
                ),
                "Update MLTag Desktop, or choose another model.",
            )
        try:
            if found not in range(1, FORMAT + 1):
                raise ValueError(f"format {found!r}")
            manifest = from_plain(cls, values)
            manifest.check_names()
            manifest.check_numbers()
        except (MltagError, ValueError) as error:
            raise MltagError(
                message("The model's manifest could not be read ({error}).", error=error),
                "Choose another model, or train this one again.",
            ) from error
        return manifest

    def check_names(self) -> None:
        """Raise `ValueError` for invalid names, or for a tag set that is empty or repeats itself."""
        for name in (*self.tags, self.version, *([] if self.base is None else [self.base])):
            if not name.strip() or any(unicodedata.category(character) == "Cc" for character in name):
                raise ValueError(f"{name!r} is blank or has a control character")
        if not self.tags or len(set(self.tags)) < len(self.tags):
            raise ValueError("its tag set is empty or repeats itself")

    def check_numbers(self) -> None:
        """Raise `ValueError` for a count below 0, a share outside 0 to 1, or a number that is not finite."""
        training = self.training
        counts = (training.rows, training.base_rows, training.examples, training.left_out)
        shares = (training.accuracy, training.f1, *([] if self.threshold is None else [self.threshold]))
        if (
            min(counts) < 0
            or not all(0 <= share <= 1 for share in shares)
            or not all(0 <= limit <= _HIGHEST_LIMIT for limit in self.review_below.values())
            or not all(map(math.isfinite, (*self.off_topic, self.off_topic_doubt)))
        ):
            raise ValueError("a number is out of range")
