"""Check the tags of a labelled table, in a file or in a column of a workspace; nothing is stored.

Tags that may be wrong are found as before a training (`training_checks`), among tags with at least `FEWEST`
rows.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.similarity.repeated_texts import repeated_texts
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.tables.tag_cells import near_names, same_names, spelling_key
from mltag_desktop.core.training.training import Examples, labelled_features
from mltag_desktop.core.training.training_checks import (
    FEWEST,
    Contradiction,
    DoubtfulDecision,
    contradictions,
    doubtful_decisions,
)
from mltag_desktop.core.workspace.decisions.known_tags import tagged_records
from mltag_desktop.core.workspace.import_findings import UnevenShare, dominant_tag, rare_tags, uneven_shares
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import DECIDED, Mark
from mltag_desktop.core.workspace.workspace import Workspace

QUICK: Final = 2_000
"""Number of rows that a quick check searches for wrong tags."""
MOST: Final = 20_000
"""Number of rows that are searched for wrong tags; a random sample of more."""
_MOST_TAGS: Final = 500
"""Number of tags from which a column hardly holds tags, and a model would take too long."""
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
    model: LinearModel,
    holdout: Examples | None = None,
) -> LabelledFindings:
    """Check class balance, sampling, copies, leaks into `holdout`, and tags that may be wrong.

    `model` is the bundled one, which provides static vectors and the scale of the confidence.
    """
    places = [place for place, tag in enumerate(table.tags) if tag and table.texts[place].strip()]
    texts = [table.texts[place] for place in places]
    tags = [table.tags[place] for place in places]
    counts = Counter(tags)
    progress.report(0.0, "Checking the records")
    columns = {name: [values[place] for place in places] for name, values in table.columns.items()}
    sides = [_TAGGED if tag else "" for tag in table.tags]
    same, differing = _equal_texts(texts, tags)
    near = repeated_texts(SubProgress(progress, 0.05, 0.3), texts)
    rows = labelled_features(
        Examples(tuple(texts), tuple(tags)), model.vectors, (), SubProgress(progress, 0.3, 0.4)
    )
    leaks = np.zeros(len(texts), np.bool_)
    if holdout is not None:
        of_holdout = labelled_features(holdout, model.vectors)
        leaks = duplicates(rows.features, rows.digests, of_holdout, SubProgress(progress, 0.4, 0.5))
    part = SubProgress(progress, 0.5, 1.0)
    doubts, searched = search_wrong_tags(
        part, lambda rows: [table.texts[row] for row in rows], places, tags, model
    )
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
        contradictions=tuple(tuple(places[at] for at in group) for group in differing),
        near_duplicates=tuple(
            tuple(by_place[near == first].tolist()) for first in np.unique(near[near >= 0]).tolist()
        ),
        leaks=tuple(by_place[leaks].tolist()),
        doubts=doubts,
        searched=searched,
    )


def search_wrong_tags(
    progress: Progress,
    texts_of: Callable[[Sequence[int]], Sequence[str]],
    rows: Sequence[int],
    tags: Sequence[str],
    model: LinearModel,
    most: int = MOST,
) -> tuple[tuple[DoubtfulDecision, ...], int]:
    """Return the tags that may be wrong, the most doubtful first, and the number of texts searched.

    A random sample of `most` of the `rows` is searched; none where less than two or more than 500 tags have
    at least `FEWEST` of them. `tags` are those of the rows, `texts_of` returns the texts of some.
    """
    places = drawn(np.arange(len(rows)), most).tolist()
    counts = Counter(tags[place] for place in places)
    frequent = {tag for tag, count in counts.items() if count >= FEWEST}
    if not 2 <= len(frequent) <= _MOST_TAGS:
        return (), 0
    used = [place for place in places if tags[place] in frequent]
    at = [rows[place] for place in used]
    examples = Examples(tuple(texts_of(at)), tuple(tags[place] for place in used))
    features = labelled_features(examples, model.vectors, (), SubProgress(progress, 0.0, 0.1))
    part = SubProgress(progress, 0.1, 1.0)
    return doubtful_decisions(part, features, at, None, model.head.scale), len(used)


def _from_one(rows: Sequence[int]) -> tuple[int, ...]:
    return tuple(row + 1 for row in rows)


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


@dataclass(frozen=True)
class KnownTagFindings:
    """Findings about the records whose tag comes from a column; decisions of curators are left out."""

    contradictions: tuple[Contradiction, ...] = ()
    """Groups of equal texts with different tags."""
    doubts: tuple[DoubtfulDecision, ...] = ()
    """Records whose tag may be wrong, the most doubtful first."""
    searched: int = 0
    """Number of records that were searched for wrong tags; 0 where a model could not learn the tags."""
    tagged: int = 0
    """Number of records with a tag in the column and a text."""

    most: int = MOST
    """Number of records that were searched at most."""

    @property
    def is_sample(self) -> bool:
        """Whether a random sample was searched."""
        return self.searched > 0 and self.most < self.tagged

    @property
    def is_quick(self) -> bool:
        """Whether a thorough check would search more records."""
        return self.is_sample and self.most < MOST


def check_known_tags(
    progress: Progress, workspace: Workspace, model: LinearModel, most: int = MOST
) -> KnownTagFindings:
    """Check the tags in the tag column; a random sample of `most` records is searched for wrong ones.

    `model` is the bundled one, which provides static vectors and the scale of the confidence.
    """
    tagged = tagged_records(SubProgress(progress, 0.0, 0.1), workspace)
    if len(tagged.rows):
        states = workspace.states().of(tagged.rows)
        left_out = states.has_status(DECIDED) | states.marked(Mark.OFF_TOPIC)
        left_out |= np.isin(tagged.rows, workspace.scan.empty())
        tagged = tagged.take(~left_out)
    if not len(tagged.rows):
        return KnownTagFindings()
    places = tagged.rows.tolist()
    texts = [digest.tobytes() for digest in workspace.table.all_digests()[tagged.rows]]
    against = contradictions(texts, tagged.names(), places)
    part = SubProgress(progress, 0.1, 1.0)
    doubts, searched = search_wrong_tags(part, workspace.table.texts, places, tagged.names(), model, most)
    return KnownTagFindings(against, doubts, searched, len(places), most)
