"""Review thresholds: a default for all tags, and a threshold for tags that differ from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, message
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.decisions.tag_set import TagSet
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import STORED_LABEL, Journal, UndoHandler
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind, RowArray, States

EVERYTHING: Final = 1.01
"""Higher than any confidence: all records predicted to have the tag are reviewed."""
_KEY: Final = "review_below"
_FIRST: Final = ("default", "tags")
"""Keys of the stored content that are always there."""
_NONE: Final[Mapping[str, float]] = MappingProxyType({})


class ReviewThresholds:
    """The confidence below which a prediction is marked for review, by predicted tag; immutable."""

    __slots__ = ("default", "kept", "tags")

    def __init__(
        self,
        default: float = DEFAULT_REVIEW_THRESHOLD,
        tags: Mapping[str, float] = _NONE,
        kept: NDArray[np.bool_] | None = None,
    ) -> None:
        # Confidences are float32, so a threshold taken from a record must be one, too, to include that
        # record.
        self.default = float(np.float32(default))
        self.tags: Mapping[str, float] = {tag: float(np.float32(limit)) for tag, limit in tags.items()}
        self.kept = kept
        """Mask of records that stay in review at any confidence, as do later records; None for no records."""

    def with_kept(self, kept: NDArray[np.bool_] | None) -> "ReviewThresholds":
        """Return these thresholds with a mask of records that stay in review at any confidence."""
        return ReviewThresholds(self.default, self.tags, kept)

    def among(self, rows: RowArray) -> "ReviewThresholds":
        """Return these thresholds for `States` that are restricted to some records."""
        if self.kept is None:
            return self
        kept = np.ones(len(rows), np.bool_)
        known = rows < len(self.kept)
        kept[known] = self.kept[rows[known]]
        return self.with_kept(kept)

    def keeps(self, row: int) -> bool:
        """Return whether a record stays in review at any confidence."""
        return self.kept is not None and (row >= len(self.kept) or bool(self.kept[row]))

    def of(self, tag: str | None) -> float:
        """Return the threshold of a predicted tag."""
        return self.tags.get(tag, self.default) if tag is not None and self.tags else self.default

    def limits(self, states: States) -> NDArray[np.float32] | np.float32:
        """Return the threshold of each record, or one for all."""
        return self.limits_of(states.predicted, states.tag_names)

    def limits_of(
        self, predicted: NDArray[np.int16], names: Sequence[str]
    ) -> NDArray[np.float32] | np.float32:
        """Return the threshold of each predicted tag, given as an index into `names`, or one for all."""
        if not self.tags:
            return np.float32(self.default)
        by_code = [self.tags.get(name, self.default) for name in names]
        # -1 (no prediction) selects the last one
        return np.array([*by_code, self.default], np.float32)[predicted]

    def asks(self, states: States) -> NDArray[np.bool_]:
        """Return a mask of the records below their threshold, without a prediction or kept in review.

        Records whose confidence no answer has confirmed, or that are unlike the training data, are included
        at any confidence, and decided records, too. For `States` restricted to some records, call `among`
        first.
        """
        low: NDArray[np.bool_] = ~(states.confidence >= self.limits(states))
        if self.kept is not None:
            low[: len(self.kept)] |= self.kept[: len(low)]
            low[len(self.kept) :] = True
        if len(states.unconfirmed):
            low = low | states.unconfirmed
        return low | states.in_doubt

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReviewThresholds) or (self.default, self.tags) != (
            other.default,
            other.tags,
        ):
            return False
        return self.kept is other.kept

    def __hash__(self) -> int:
        return hash((self.default, frozenset(self.tags.items())))

    def __repr__(self) -> str:
        return f"ReviewThresholds({self.default:.4g}, {dict(self.tags)})"


@dataclass(eq=False)
class ReviewThresholdStore(UndoHandler):
    """The review thresholds and the policy for unsure predictions of a workspace.

    Each change is one undo step.
    """

    SETS: ClassVar = frozenset({_KEY})

    _store: ConnectionPool
    _meta: WorkspaceMetadata
    _journal: Journal
    _canonical: Callable[[str], str]
    _tag_set: TagSet

    def below(self, otherwise: float = DEFAULT_REVIEW_THRESHOLD) -> ReviewThresholds:
        """Return the current thresholds; `otherwise` is the default if the workspace has none."""
        kept = self._meta.get(_KEY) or {}
        tags: dict[str, float] = {}
        for tag, limit in kept.get("tags", {}).items():  # for merged tags, the higher threshold counts
            name = self._canonical(tag)
            tags[name] = max(float(limit), tags.get(name, 0.0))
        default = kept.get("default")
        return ReviewThresholds(otherwise if default is None else float(default), tags)

    @property
    def unsure(self) -> UnsurePolicy:
        """Treatment of predictions below the threshold in an export and in a published model."""
        return UnsurePolicy((self._meta.get(_KEY) or {}).get("unsure", UnsurePolicy.KEEP))

    def set_unsure(self, policy: UnsurePolicy) -> Change:
        """Set the policy for unsure predictions, as one undo step."""
        if policy is self.unsure:
            return Change(None, ChangeKind(0))
        label = message("Set the policy for unsure predictions to “{policy}”", policy=policy.value)
        return self.record(label, {"unsure": policy.value})

    def set(self, default: float | None = None, tags: Mapping[str, float | None] = {}) -> Change:
        """Set the `default` limit, if given, and the limits of `tags`, as one undo step.

        None removes the limit of a tag; other limits stay. Raises `MltagError` for a limit that is no
        confidence and for a tag that is not in the set.
        """
        for tag in tags:
            self._tag_set.check(tag)
        given = [limit for limit in (default, *tags.values()) if limit is not None]
        if any(not 0 <= limit <= EVERYTHING for limit in given):
            raise MltagError("Confidence must be between 0 and 1.", "Choose another review threshold.")
        before = self.content()
        kept = {self._canonical(tag): limit for tag, limit in before["tags"].items()} | dict(tags)
        after = {
            "default": before["default"] if default is None else default,
            "tags": {tag: limit for tag, limit in kept.items() if limit is not None},
        }
        if before | after == before:
            return Change(None, ChangeKind(0))
        return self.record(threshold_label(default, tags), after)

    def content(self) -> dict[str, Any]:
        """Return everything that is stored with the thresholds, as JSON values."""
        return dict(self._meta.get(_KEY) or {"default": None, "tags": {}})

    def record(self, label: str, values: Mapping[str, Any]) -> Change:
        """Set these values of `content` as one undo step; a value of None removes its key."""
        with self._store.write() as transaction:
            before = self.content()
            after = before | dict(values)
            after = {key: value for key, value in after.items() if value is not None or key in _FIRST}
            kept = {STORED_LABEL: label.to_json()} if isinstance(label, Message) and label.values else {}
            step = self._journal.append(transaction, Action.REVIEW, label, before=before, after=after | kept)
            return Change(None, self.apply(transaction, {_KEY: after}), step, label, Action.REVIEW)

    def apply(self, transaction: Transaction, values: Mapping[str, Any]) -> ChangeKind:
        """Set everything that is stored with the thresholds."""
        self._meta.set(transaction, **{_KEY: values[_KEY]})
        return ChangeKind.REVIEW


def threshold_label(default: float | None, tags: Mapping[str, float | None]) -> str:
    """Return the label of a step that sets these thresholds."""
    if default is None and len(tags) == 1:
        [(tag, limit)] = tags.items()
        if limit is None:
            return message("Use the general review threshold for {tag}", tag=tag)
        return (
            message("Review all records tagged {tag}", tag=tag)
            if limit > 1
            else message("Review {tag} below {limit:.2f}", tag=tag, limit=limit)
        )
    if default is not None and not tags:
        return message("Review below {default:.2f}", default=default)
    return message("Change the review thresholds")
