"""Which model answers: the bundled one, a bundle on disk, the rules, or a workspace's own."""

from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.choose import RULES, load_model, load_trained
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.workspace.document import Workspace

__all__ = ["RULES", "load_in_force", "load_model", "load_trained"]


def load_in_force(workspace: Workspace, base: LinearModel) -> LinearModel:
    """Return the model that answers in `workspace`; `base` stands in for that of an earlier program."""
    version = workspace.current_version
    if version in (None, base.version, workspace.base_version):
        return base
    return load_bundle(workspace.bundle_path(version))
