"""Which model answers: the bundled one, a bundle on disk, the rules, or a workspace's own."""

from mltag_desktop.cli.inputs_workspaces import with_command
from mltag_desktop.core.model.bundle import RULES, load_bundle, load_model, load_trained
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.storage.schema import DamagedModelError
from mltag_desktop.core.workspace.workspace import Workspace

__all__ = ["RULES", "load_in_force", "load_model", "load_trained"]


def load_in_force(workspace: Workspace, base: LinearModel) -> LinearModel:
    """Return the model that answers in `workspace`; `base` stands in for that of an earlier program.

    Raises `MltagError` with the command that goes back to an earlier model when its bytes are damaged.
    """
    version = workspace.current_version
    if version in (None, base.version, workspace.base_version):
        return base
    try:
        return load_bundle(workspace.bundle_path(version))
    except DamagedModelError as error:
        raise with_command(error) from error
