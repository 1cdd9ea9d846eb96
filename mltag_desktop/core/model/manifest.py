"""Policy for unsure predictions: what an export, a batch and the service write below the review threshold.

Manifest of a model bundle: version, tags, recipe, training data and thresholds.
"""

import dataclasses
import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.recipes import Recipe
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


FORMAT: Final = 5
"""Formats of bundles: 1, words and static vectors; 2, also token shapes or pseudo-labels; 3, also character
sequences, embeddings or an estimator of the user's own; 4, also keys of near-copies."""

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
    review_below: Mapping[str, float] = field(default_factory=dict)
    """Review thresholds by tag, with "" for all other tags, of the workspace that published the model; empty
    for a model that was not published."""
    unsure: UnsurePolicy = UnsurePolicy.KEEP
    """The policy for unsure predictions of the workspace that published the model."""
    off_topic: tuple[float, ...] = ()
    """Weights and bias of the margin of the off-topic filter, shape (d + 1,), of the workspace that published
    the model; empty for a model that was not published."""
    off_topic_doubt: float = 0.0
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
        values = {"format": form, **dataclasses.asdict(self), "recipe": self.recipe.to_json()}
        if not self.review_below:
            del values["review_below"]
        if self.unsure is UnsurePolicy.KEEP:
            del values["unsure"]
        if not self.off_topic:
            del values["off_topic"]
        if not self.off_topic_doubt:
            del values["off_topic_doubt"]
        return values

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
            return cls(
                version=_word(values["version"]),
                tags=checked_tags(_list(values["tags"])),
                recipe=Recipe(**values["recipe"]),
                training=_checked(TrainingInfo(**values["training"])),
                threshold=None if values["threshold"] is None else _probability(values["threshold"]),
                base=None if values["base"] is None else _word(values["base"]),
                metrics=dict(values["metrics"]),
                licences=tuple(str(licence) for licence in _list(values["licences"])),
                review_below={
                    str(tag): _limit(limit) for tag, limit in values.get("review_below", {}).items()
                },
                unsure=UnsurePolicy(values.get("unsure", UnsurePolicy.KEEP)),
                off_topic=tuple(map(_finite, _list(values.get("off_topic", [])))),
                off_topic_doubt=_finite(values.get("off_topic_doubt", 0.0)),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise MltagError(
                message("The model's manifest could not be read ({error}).", error=error),
                "Choose another model, or train this one again.",
            ) from error


def checked_tags(tags: Sequence[Any]) -> tuple[str, ...]:
    """Return the tags; raises `ValueError` when there are none, or for duplicate or invalid names."""
    names = tuple(_word(tag) for tag in tags)
    if not names or len(set(names)) < len(names):
        raise ValueError("its tag set is empty or repeats itself")
    return names


def _word(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is not a name")
    if any(unicodedata.category(character) == "Cc" for character in value):
        raise ValueError(f"{value!r} has a control character")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is not a list")
    return value


def _probability(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is not a probability")
    return float(value)


def _finite(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{value!r} is not a finite number")
    return float(value)


def _limit(value: Any) -> float:
    """Return a review threshold; the highest one is above 1, so that everything is reviewed."""
    return float(value) if isinstance(value, float) and 1 < value <= _HIGHEST_LIMIT else _probability(value)


def _checked(training: TrainingInfo) -> TrainingInfo:
    """Return `training`; raises `ValueError` when a count is not an integer of at least 0."""
    for count in (training.rows, training.base_rows, training.examples, training.left_out):
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            raise ValueError(f"{count!r} is not a count")
    return training
