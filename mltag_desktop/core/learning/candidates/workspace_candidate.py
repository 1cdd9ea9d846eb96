"""Train a candidate from the decisions of a workspace, and keep it there."""

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.filesystem.scratch_folder import scratch_folder
from mltag_desktop.core.learning.candidates.retraining import TrainingKind, make_candidate
from mltag_desktop.core.learning.workspace_models import load_active_model
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.core.workspace.workspace import Workspace


def train_candidate(
    progress: Progress,
    workspace: Workspace,
    how: TrainingKind = TrainingKind.DECISIONS,
    recipe: str | None = None,
) -> tuple[Report, ModelInfo]:
    """Train and evaluate a candidate, and add it to the workspace; nothing is promoted.

    With a `recipe`, it is trained on the decisions only.
    """
    base = bundled()
    workspace.models.set_base(base.version)
    with scratch_folder() as folder:
        current = load_active_model(workspace, base)
        made = make_candidate(progress, how, workspace, current, base, folder, recipe)
        info = workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
    return made.report, info
