"""Check the tags in a table's column: contradictions, and tags that may be wrong."""

from collections import Counter
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
from mltag_desktop.core.workspace.views.known_tags import tagged_records
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
    rows, tags = tagged_records(SubProgress(progress, 0.0, 0.1), workspace)
    if len(rows):
        states = workspace.states().of(rows)
        left_out = np.isin(states.status, [int(status) for status in DECIDED]) | states.marked(Mark.OFF_TOPIC)
        left_out |= np.isin(rows, workspace.scan.empty())
        kept = np.flatnonzero(~left_out)
        rows, tags = rows[kept], [tags[place] for place in kept.tolist()]
    if not len(rows):
        return KnownTagFindings()
    tag_of = dict(zip(rows.tolist(), tags, strict=True))
    contradictions = []
    for group in workspace.scan.repeats():
        members = tuple(row for row in group if row in tag_of)
        if len({tag_of[row] for row in members}) > 1:
            contradictions.append(Contradiction(members, tuple(tag_of[row] for row in members)))
    if len(rows) > most:
        rows = np.sort(np.random.default_rng(0).choice(rows, most, replace=False))
    counts = Counter(tag_of[row] for row in rows.tolist())
    frequent = {tag for tag, count in counts.items() if count >= FEWEST}
    if not 2 <= len(frequent) <= _MOST_TAGS:
        return KnownTagFindings(tuple(contradictions), tagged=len(tag_of))
    places = [row for row in rows.tolist() if tag_of[row] in frequent]
    examples = Examples(tuple(workspace.table.texts(places)), tuple(tag_of[row] for row in places))
    features = labelled_features(examples, model.vectors, (), SubProgress(progress, 0.1, 0.2))
    part = SubProgress(progress, 0.2, 1.0)
    doubts = doubtful_decisions(part, features, places, None, model.head.scale)
    return KnownTagFindings(tuple(contradictions), doubts, len(rows), len(tag_of))
