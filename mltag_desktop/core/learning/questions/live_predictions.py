"""Predictions from tag names and answers for an export, where no model knows the tags."""

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.names.named_records import are_unknown
from mltag_desktop.core.learning.questions.question_queue import learn_queue
from mltag_desktop.core.learning.workspace_models import active_tags, load_active_model
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.features import encoder
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.workspace import Workspace


def show_live_predictions(progress: Progress, workspace: Workspace) -> bool:
    """Show live predictions if the window would show them; return whether they are shown.

    They are shown where the tags are another task than the active model's. Records without an embedding in
    the workspace are predicted without the sentence encoder. Nothing is stored.
    """
    try:
        if not workspace.table.count or not are_unknown(workspace, active_tags(workspace)):
            return False
        base = bundled()
        active = load_active_model(workspace, base)
    except (MltagError, ValueError, RecursionError):
        return False  # a model that cannot be read must not stop an export
    has_encoder = encoder.is_installed()
    found = learn_queue(
        progress, str(workspace.path), workspace, base, "coverage", active, with_encoder=has_encoder
    )
    workspace.predictions.show_live(found.live)
    return found.live is not None
