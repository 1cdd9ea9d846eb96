"""Check the tags in a table's column: contradictions, and tags that may be wrong."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.learning.candidates.contradictions import Contradiction
from mltag_desktop.core.learning.candidates.training_checks import (
    FEWEST,
    DoubtfulDecision,
    doubtful_decisions,
)
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training.training import Examples, labelled_features
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.types import DECIDED, Mark
from mltag_desktop.core.workspace.views.known_tags import TaggedRecords, tagged_records
from mltag_desktop.core.workspace.workspace import Workspace

QUICK: Final = 2_000
"""Number of records that a quick check searches for wrong tags."""
MOST: Final = 20_000
"""Number of records that a thorough check searches for wrong tags; a random sample of more."""
_MOST_TAGS: Final = 500
"""Number of tags from which a column hardly holds tags, and a model would take too long."""


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

    @property
    def is_quick(self) -> bool:
        """Whether a thorough check would search more records."""
        return 0 < self.searched < min(self.tagged, MOST)


def check_known_tags(
    progress: Progress, workspace: Workspace, model: LinearModel, most: int = MOST
) -> KnownTagFindings:
    """Check the tags in the tag column; a random sample of `most` records is searched for wrong ones.

    Wrong tags are found as before a training (`training_checks`), among tags with at least `FEWEST` records,
    and not where less than two or more than 500 tags have these. `model` only provides its static vectors.
    """
    tagged = tagged_records(SubProgress(progress, 0.0, 0.1), workspace)
    if len(tagged.rows):
        states = workspace.states().of(tagged.rows)
        left_out = np.isin(states.status, [int(status) for status in DECIDED]) | states.marked(Mark.OFF_TOPIC)
        left_out |= np.isin(tagged.rows, workspace.scan.empty())
        tagged = tagged.take(~left_out)
    if not len(tagged.rows):
        return KnownTagFindings()
    contradictions = _contradictions(workspace, tagged)
    sample = tagged
    if len(tagged.rows) > most:
        rows = np.sort(np.random.default_rng(0).choice(tagged.rows, most, replace=False))
        sample = tagged.take(np.searchsorted(tagged.rows, rows))
    frequent = np.flatnonzero(np.bincount(sample.numbers) >= FEWEST)
    if not 2 <= len(frequent) <= _MOST_TAGS:
        return KnownTagFindings(contradictions, tagged=len(tagged.rows))
    used = sample.take(np.isin(sample.numbers, frequent))
    places = used.rows.tolist()
    examples = Examples(tuple(workspace.table.texts(places)), tuple(used.names()))
    features = labelled_features(examples, model.vectors, (), SubProgress(progress, 0.1, 0.2))
    part = SubProgress(progress, 0.2, 1.0)
    doubts = doubtful_decisions(part, features, places, None, model.head.scale)
    return KnownTagFindings(contradictions, doubts, len(sample.rows), len(tagged.rows))


def _contradictions(workspace: Workspace, tagged: TaggedRecords) -> tuple[Contradiction, ...]:
    """Return the groups of equal texts among the tagged records that have different tags."""
    found = []
    by_row = np.full(workspace.states().count, -1, np.int32)
    by_row[tagged.rows] = tagged.numbers
    numbers = by_row.tolist()
    for group in workspace.scan.repeats():
        members = tuple(row for row in group if numbers[row] >= 0)
        if len({numbers[row] for row in members}) > 1:
            found.append(Contradiction(members, tuple(tagged.tags[numbers[row]] for row in members)))
    return tuple(found)
