"""Opening a workspace from the command line."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.schema import DamagedError, DamagedModelError


def curator_name(given: str | None) -> str:
    """Return who decides: the name given, else that of this account."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # the last on Windows without a name in the environment
        return "curator"


def opened(path: Path, curator: str | None = None, *, write: bool) -> Workspace:
    """Open an existing workspace; raises `MltagError` when it is to be written and cannot be."""
    if not path.exists():
        raise MltagError(f"There is no workspace {path}.", "Check the name, or make one with mltag import.")
    try:
        workspace = Workspace.open(path, curator_name(curator))
    except DamagedError as error:
        raise with_command(error) from error
    if write and workspace.read_only:
        workspace.close()
        raise _read_only(workspace)
    return workspace


def with_command(error: DamagedError | DamagedModelError) -> MltagError:
    """Return the error for a damaged workspace with the commands that lead out of it."""
    if isinstance(error, DamagedModelError):
        hint = (
            "The table and the decisions are intact. Restore a backup, or go back to an earlier model:"
            f" mltag rollback {error.path}"
        )
    else:
        hint = f"Restore it from a backup, or save what can be read: mltag salvage {error.path} NEW"
    return MltagError(error.message, hint)


def opened_or_made(path: Path, curator: str | None, tags: Sequence[str]) -> Workspace:
    """Open a workspace to write to it, or make one with `tags` where there is none."""
    if path.exists():
        return opened(path, curator, write=True)
    return Workspace.create(path, curator_name(curator), tags)


def know_base(workspace: Workspace) -> None:
    """Tell a workspace that has no base yet that it is the bundled model."""
    if workspace.base_version is None and not workspace.read_only:
        workspace.set_base(bundled().version)


def _read_only(workspace: Workspace) -> MltagError:
    if workspace.held_by:
        return MltagError(
            f"{workspace.path} is open in another program ({workspace.held_by}).",
            "Close it there, then try again.",
        )
    return MltagError(
        f"{workspace.path} can only be read: {workspace.read_only_reason}.",
        "Change the rights of the file and its folder, or copy it.",
    )
