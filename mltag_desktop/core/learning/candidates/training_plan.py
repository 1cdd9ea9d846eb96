"""Training plan: the rows and decisions that a training would use, and the training checks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mltag_desktop.core.evaluation.out_of_fold import builds_on
from mltag_desktop.core.learning.candidates.training_checks import FEWEST, TrainingChecks, check_training
from mltag_desktop.core.model.features import encoder
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import TWIN, Recipe, all_recipes
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import in_words_of
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.core.workspace.workspace import Workspace


@dataclass(frozen=True)
class TrainingPlan:
    """The data that a training would use."""

    base_version: str
    base_rows: int
    """Rows of the base model; 0 if the workspace's tags are a different task."""
    holdout_rows: int
    """Rows of the evaluation set; 0 for a different task."""
    decisions: Mapping[str, int]
    """Number of decided records by tag, the most frequent first."""
    left_out: int
    """Decided records that equal, or nearly equal, rows of the evaluation set."""
    recipes: tuple[Recipe, ...] = ()
    """The recipes for a training on the decisions only, with those of installed packages."""
    checks: TrainingChecks | None = None
    """Results of the training checks; None without decisions, or before they ran."""
    known: int = 0
    """Number of decided records whose tag is from the table."""

    @property
    def decided(self) -> int:
        """Number of decided records."""
        return sum(self.decisions.values())

    @property
    def can_do_without_base(self) -> bool:
        """Whether at least two tags have enough decisions to be learned without the base model."""
        return sum(count >= FEWEST for count in self.decisions.values()) >= 2

    @property
    def used(self) -> int:
        """Number of decided records that are used for training."""
        return self.decided - self.left_out


def make_plan(
    progress: Progress, workspace: Workspace, base: LinearModel, *, alone: bool = False, checked: bool = True
) -> TrainingPlan:
    """Compute what `retrain` would use; with `checked`, also run the training checks, which take longer."""
    examples = workspace.scan.examples(SubProgress(progress, 0.0, 0.1))
    decided = in_words_of(examples, workspace.tag_set.tags, base.tags)
    related = not alone and builds_on(base.tags, workspace.tag_set.tags, decided.tags)
    held = base.holdout.digests if related and base.holdout is not None else np.zeros(0, dtype=np.uint64)
    checks = (
        check_training(SubProgress(progress, 0.2, 1.0), workspace, base, alone=alone)
        if examples.texts and checked
        else None
    )
    status = workspace.states().status[np.asarray(examples.rows, np.int64)]
    return TrainingPlan(
        base_version=base.version,
        base_rows=len(base.base) if related else 0,
        holdout_rows=len(held),
        decisions=dict(Counter(examples.tags).most_common()),
        left_out=len(checks.in_holdout) if checks is not None else 0,
        recipes=(*all_recipes(), TWIN) if encoder.is_installed() else all_recipes(),
        checks=checks,
        known=int((status == np.uint8(Status.KNOWN)).sum()),
    )
