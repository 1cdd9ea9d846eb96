"""What training does away from the window: count what would be learned from, train, shelve, promote."""

import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mltag_desktop.core.evaluation.report import Report
from mltag_desktop.core.evaluation.task import same_task
from mltag_desktop.core.loop import retrain
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.snapshot import text_digests
from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.types import Change, ModelInfo


@dataclass(frozen=True)
class Plan:
    """What a training would learn from."""

    base_version: str
    base_rows: int
    """None of them when the workspace's tags are about another task than the bundled model's."""
    holdout_rows: int
    """Rows that the candidate is judged on; none for another task."""
    decisions: Mapping[str, int]
    """Decided records by tag, the most frequent first."""
    left_out: int
    """Decided records that stand among the rows models are judged on, word for word."""

    @property
    def decided(self) -> int:
        """All decided records."""
        return sum(self.decisions.values())

    @property
    def used(self) -> int:
        """The decided records that are learned from."""
        return self.decided - self.left_out


@dataclass(frozen=True)
class Trained:
    """A candidate on the shelf and the report on it."""

    info: ModelInfo
    report: Report


def make_plan(progress: Progress, workspace: Workspace, base: LinearModel) -> Plan:
    """Count what `train_candidate` would learn from."""
    examples = workspace.examples()
    progress.report(0.5)
    related = same_task(base.tags, [*(tag.name for tag in workspace.tags), *examples.tags])
    held = base.holdout.digests if related and base.holdout is not None else np.zeros(0, dtype=np.uint64)
    left_out = int(np.isin(text_digests(examples.texts), held).sum()) if examples.texts else 0
    return Plan(
        base_version=base.version,
        base_rows=len(base.base) if related else 0,
        holdout_rows=len(held),
        decisions=dict(Counter(examples.tags).most_common()),
        left_out=left_out,
    )


def train_candidate(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel
) -> Trained:
    """Train on base and decisions, judge, and put the candidate on the document's shelf."""
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        made = retrain(Part(progress, 0.0, 0.97), workspace, current, base, Path(folder))
        progress.report(0.97, "keeping the candidate")
        info = workspace.add_candidate(made.bundle_dir, made.report.to_json(), made.trained_on)
    return Trained(info, made.report)


def promote(progress: Progress, workspace: Workspace, version: str) -> Change:
    """Put `version` in force."""
    return workspace.promote(version)


def discard(progress: Progress, workspace: Workspace, version: str) -> Change:
    """Take the candidate `version` off the shelf."""
    return workspace.discard(version)


def roll_back(progress: Progress, workspace: Workspace) -> Change:
    """Put the model before in force again."""
    return workspace.rollback()
