"""What a bundle says of itself."""

import dataclasses
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.values import dataclass

FORMAT: Final = 2
_PLAIN_FORMAT: Final = 1
"""Of a model that reads no forms, so that earlier programs can read it."""
ASK_BELOW: Final = 0.80
"""Confidence below which a person is asked about a model that has no threshold of its own."""


@dataclass(frozen=True)
class Training:
    """What the model was trained on."""

    rows: int
    base_rows: int
    examples: int
    """Labelled texts that were added."""
    left_out: int
    """Examples left out because they equal a row of the holdout, or nearly so."""
    digest: str
    """SHA-256 over the rows' text digests, labels and weights."""
    seed: int
    accuracy: float
    """Out of fold, with the calibration's own folds."""
    f1: float
    """Support-weighted, out of fold."""


@dataclass(frozen=True)
class Manifest:
    """A bundle's manifest; `version` follows from the arrays, so that equal versions answer alike."""

    version: str
    tags: tuple[str, ...]
    recipe: Recipe
    training: Training
    threshold: float | None
    """Confidence above which 99% were right, out of fold."""
    base: str | None
    """Version that it was trained from."""
    metrics: Mapping[str, Any] = field(default_factory=dict)
    licences: tuple[str, ...] = ()
    review_below: Mapping[str, float] = field(default_factory=dict)
    """Confidence below which a person is asked, by tag, "" for all others; of the workspace it was published
    from, none where it was not."""

    def asks_below(self, tag: str = "") -> float:
        """Return the confidence below which a person is asked about a tag; "" is any other tag."""
        limit = self.review_below.get(tag, self.review_below.get(""))
        if limit is not None:
            return limit
        return ASK_BELOW if self.threshold is None else self.threshold

    def to_json(self, *, plain: bool = True) -> dict[str, Any]:
        """Return it as JSON-able values; `plain` for a model that programs of format 1 answer alike with."""
        values = {"format": _PLAIN_FORMAT if plain else FORMAT, **dataclasses.asdict(self)}
        if not self.review_below:
            del values["review_below"]
        return values

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Manifest":
        """Read it back; raises `MltagError` for another format or missing fields."""
        found = values.get("format")
        if isinstance(found, int) and found > FORMAT:
            raise MltagError(
                f"This model was written by a newer version of the program (format {found}, this version "
                f"reads {FORMAT}).",
                "Update MLTag Desktop, or choose another model.",
            )
        try:
            if found not in (_PLAIN_FORMAT, FORMAT):
                raise ValueError(f"format {found!r}")
            return cls(
                version=_word(values["version"]),
                tags=checked_tags(_list(values["tags"])),
                recipe=Recipe(**values["recipe"]),
                training=_checked(Training(**values["training"])),
                threshold=None if values["threshold"] is None else _probability(values["threshold"]),
                base=None if values["base"] is None else _word(values["base"]),
                metrics=dict(values["metrics"]),
                licences=tuple(str(licence) for licence in _list(values["licences"])),
                review_below={
                    str(tag): _probability(limit) for tag, limit in values.get("review_below", {}).items()
                },
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise MltagError(
                f"The model's manifest could not be read ({error}).",
                "Choose another model, or train this one again.",
            ) from error


def checked_tags(tags: Sequence[Any]) -> tuple[str, ...]:
    """Return the tag set; raises `ValueError` when it is empty or a name cannot be used."""
    names = tuple(_word(tag) for tag in tags)
    if not names or len(set(names)) < len(names):
        raise ValueError("its tag set is empty or repeats itself")
    return names


def _word(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no name")
    if any(unicodedata.category(sign) == "Cc" for sign in value):
        raise ValueError(f"{value!r} has a control character")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no list")
    return value


def _probability(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is no probability")
    return float(value)


def _checked(training: Training) -> Training:
    """Return it; raises `ValueError` for a count that is none."""
    for count in (training.rows, training.base_rows, training.examples, training.left_out):
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            raise ValueError(f"{count!r} is no count")
    return training
