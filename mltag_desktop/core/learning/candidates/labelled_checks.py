"""Check a labelled table before a model is trained on it; nothing is stored."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.evaluation.serialization import to_plain
from mltag_desktop.core.learning.candidates.training_checks import DoubtfulDecision, doubtful
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.similarity.repeated_texts import repeated_texts
from mltag_desktop.core.model.training.training import Examples, FoldPlan, cross_validate, labelled_features
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.tables.tag_cells import near_names, same_names, spelling_key
from mltag_desktop.core.workspace.imports.sampling import (
    UnevenShare,
    dominant_tag,
    rare_tags,
    uneven_shares,
)

MOST_CHECKED: Final = 20_000
"""Number of rows that are searched for label errors; a random sample of more."""
_FOLDS: Final = 5
_TAGGED: Final = "tagged"


@dataclass(frozen=True)
class LabelledTable:
    """The texts and main tags of a table, "" for a row without a tag; all have the same length."""

    texts: Sequence[str]
    tags: Sequence[str]
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The other columns, which may tell source or time."""


@dataclass(frozen=True)
class RareTag:
    """A tag with few rows."""

    tag: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class LabelledFindings:
    """Findings by row, counted from 0."""

    rows: int
    without_tag: int
    counts: Mapping[str, int]
    """Number of rows of each tag, most frequent first."""
    spellings: tuple[tuple[str, ...], ...]
    """Groups of tags that differ only in their spelling, the most frequent first."""
    near_names: tuple[tuple[str, str], ...]
    """Pairs of tags that differ in accents, umlauts or a letter or two at the end."""
    dominant: tuple[str, float] | None
    rare: tuple[RareTag, ...]
    uneven: tuple[UnevenShare, ...]
    """Tags that depend on another column."""
    one_sided: tuple[UnevenShare, ...]
    """Values of a column that are much more frequent among the rows with a tag than among the others."""
    duplicates: tuple[tuple[int, ...], ...]
    """Groups of rows with the same text and tag."""
    contradictions: tuple[tuple[int, ...], ...]
    """Groups of rows with the same text and different tags."""
    near_duplicates: tuple[tuple[int, ...], ...]
    """Groups of rows with nearly the same text, equal texts included."""
    leaks: tuple[int, ...]
    """Rows that equal, or nearly equal, a row of the holdout."""
    doubts: tuple[DoubtfulDecision, ...]
    """Rows whose tag may be wrong, the most doubtful first."""
    searched: int
    """Number of rows that were searched for wrong tags."""

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings; rows count from 1, as people count them."""
        counted = replace(
            self,
            rare=tuple(replace(rare, rows=_from_one(rare.rows)) for rare in self.rare),
            uneven=tuple(replace(share, rows=_from_one(share.rows)) for share in self.uneven),
            one_sided=tuple(replace(share, rows=_from_one(share.rows)) for share in self.one_sided),
            duplicates=tuple(map(_from_one, self.duplicates)),
            contradictions=tuple(map(_from_one, self.contradictions)),
            near_duplicates=tuple(map(_from_one, self.near_duplicates)),
            leaks=_from_one(self.leaks),
            doubts=tuple(replace(doubt, row=doubt.row + 1) for doubt in self.doubts),
        )
        plain: dict[str, Any] = to_plain(counted)
        return plain


def check_labelled(
    progress: Progress,
    table: LabelledTable,
    vectors: StaticVectors,
    holdout: Examples | None = None,
    *,
    jobs: int | None = None,
) -> LabelledFindings:
    """Check class balance, sampling, copies, leaks into `holdout`, and tags that may be wrong.

    Wrong tags are found by confident learning (`training_checks`) from 5-fold cross-validation.
    """
    places = [place for place, tag in enumerate(table.tags) if tag and table.texts[place].strip()]
    texts = [table.texts[place] for place in places]
    tags = [table.tags[place] for place in places]
    counts = Counter(tags)
    progress.report(0.0, "Checking the records")
    columns = {name: [values[place] for place in places] for name, values in table.columns.items()}
    sides = [_TAGGED if tag else "" for tag in table.tags]
    same, contradictions = _equal_texts(texts, tags)
    near = repeated_texts(SubProgress(progress, 0.05, 0.3), texts)
    rows = labelled_features(
        Examples(tuple(texts), tuple(tags)), vectors, (), SubProgress(progress, 0.3, 0.4)
    )
    leaks = np.zeros(len(texts), np.bool_)
    if holdout is not None:
        of_holdout = labelled_features(holdout, vectors)
        leaks = duplicates(rows.features, rows.digests, of_holdout, SubProgress(progress, 0.4, 0.5))
    searched = _searched(rows.labels, len(rows.tags))
    doubts: tuple[DoubtfulDecision, ...] = ()
    if len(searched):
        plan = FoldPlan(_FOLDS, repeats=1)
        part = SubProgress(progress, 0.5, 1.0)
        found = cross_validate(part, rows.take(searched), DEFAULT_RECIPE, plan, jobs=jobs)
        at = [places[place] for place in searched.tolist()]
        doubts = doubtful(found.probabilities[0], rows.labels[searched], found.tags, at)
    by_place = np.array(places, np.int64)
    most_frequent = {spelling_key(tag): tag for tag, _ in reversed(counts.most_common())}
    return LabelledFindings(
        rows=len(table.tags),
        without_tag=len(table.tags) - len(places),
        counts=dict(counts.most_common()),
        spellings=same_names(tag for tag, _ in counts.most_common()),
        near_names=tuple(near_names(most_frequent.values())),
        dominant=dominant_tag(tags),
        rare=tuple(
            RareTag(tag, tuple(places[at] for at, own in enumerate(tags) if own == tag))
            for tag, _ in rare_tags(counts)
        ),
        uneven=tuple(
            replace(share, rows=tuple(places[at] for at in share.rows))
            for share in uneven_shares(tags, columns)
        ),
        one_sided=uneven_shares(sides, table.columns, only=_TAGGED),
        duplicates=tuple(tuple(places[at] for at in group) for group in same),
        contradictions=tuple(tuple(places[at] for at in group) for group in contradictions),
        near_duplicates=tuple(
            tuple(by_place[near == first].tolist()) for first in np.unique(near[near >= 0]).tolist()
        ),
        leaks=tuple(by_place[leaks].tolist()),
        doubts=doubts,
        searched=len(searched),
    )


def _from_one(rows: Sequence[int]) -> tuple[int, ...]:
    return tuple(row + 1 for row in rows)


def _searched(labels: np.ndarray[Any, Any], tags: int) -> np.ndarray[Any, Any]:
    """Return the rows whose tags have a row in each fold, at most `MOST_CHECKED`; none for a single tag."""
    counts = np.bincount(labels, minlength=tags)
    kept = np.flatnonzero(counts[labels] >= _FOLDS)
    if (counts >= _FOLDS).sum() < 2:
        return np.zeros(0, np.int64)
    if len(kept) > MOST_CHECKED:
        kept = np.sort(np.random.default_rng(0).choice(kept, MOST_CHECKED, replace=False))
    return kept


def _equal_texts(texts: Sequence[str], tags: Sequence[str]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the groups of equal texts with one tag, and those with several tags."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        groups[text.strip()].append(place)
    repeated = [group for group in groups.values() if len(group) > 1]
    several = [len({tags[place] for place in group}) > 1 for group in repeated]
    return (
        [group for group, has_several in zip(repeated, several, strict=True) if not has_several],
        [group for group, has_several in zip(repeated, several, strict=True) if has_several],
    )
