"""Opening a workspace from the command line."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from mltag_desktop.cli.output import Printer
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.workspace.storage.lock_file import is_held
from mltag_desktop.core.workspace.storage.schema import DamagedError, DamagedModelError
from mltag_desktop.core.workspace.storage.write_ahead_log import Verdict, judge, unsaved
from mltag_desktop.core.workspace.workspace import Workspace


def curator_name(given: str | None) -> str:
    """Return who decides: the name given, else that of this account."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # the last on Windows without a name in the environment
        return "curator"


def opened(path: Path, curator: str | None = None, *, write: bool) -> Workspace:
    """Open an existing workspace; raises `MltagError` when it is to be written and cannot be.

    Without `write` nothing is written, neither to the file nor beside it. Says on stderr where changes are
    kept that belong to another file of that name.
    """
    if not path.exists():
        raise MltagError(f"There is no workspace {path}.", "Check the name, or create one with mltag import.")
    try:
        workspace = Workspace.open(path, curator_name(curator), write=write)
    except DamagedError as error:
        raise with_command(error) from error
    if write and workspace.read_only:
        workspace.close()
        raise _read_only(workspace)
    tell_left(workspace.path)
    return workspace


def with_command(error: DamagedError | DamagedModelError) -> MltagError:
    """Return the error for a damaged workspace with the commands that lead out of it."""
    if isinstance(error, DamagedModelError):
        hint = (
            "The table and the decisions are intact. Restore a backup, or go back to an earlier model:"
            f" mltag rollback {error.path}"
        )
    else:
        hint = f"Restore it from a backup, or salvage the readable data: mltag salvage {error.path} NEW"
    return MltagError(error.message, hint)


def opened_or_made(path: Path, curator: str | None, tags: Sequence[str]) -> Workspace:
    """Open a workspace to write to it, or make one with `tags` where there is none."""
    if path.exists():
        return opened(path, curator, write=True)
    workspace = Workspace.create(path, curator_name(curator), tags)
    tell_left(workspace.path)
    return workspace


def know_base(workspace: Workspace) -> None:
    """Tell a workspace that has no base yet that it is the bundled model."""
    if workspace.base_version is None:
        workspace.set_base(bundled().version)


def tell_left(path: Path) -> None:
    """Say on stderr which changes to another file of that name lie beside a workspace."""
    if not is_held(path) and judge(path) is Verdict.FOREIGN:
        Printer(quiet=False).remark(f"{path}-wal belongs to another file of that name, and was not used.")
    tell_kept(unsaved(path))


def tell_kept(logs: Sequence[Path]) -> None:
    """Say on stderr which logs were moved away from beside a workspace, and how to read them."""
    printer = Printer(quiet=False)
    for kept in logs:
        printer.remark(
            f"{kept} holds changes to another file of that name, left by a program that was ended."
            f" They were not applied. List the decisions with “mltag journal {kept}”; then delete it."
        )


def _read_only(workspace: Workspace) -> MltagError:
    if workspace.held_by:
        return MltagError(
            f"{workspace.path} is open in another program ({workspace.held_by}).",
            "Close it there, then try again.",
        )
    return MltagError(
        f"{workspace.path} is read-only: {workspace.read_only_reason}.",
        "Change the permissions of the file and its folder, or copy it.",
    )
