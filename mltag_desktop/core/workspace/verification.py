"""Everything that is damaged in a workspace file, whether it still opens or not."""

from pathlib import Path

from mltag_desktop.core.workspace.schema import all_faults, check_file, has_unsettled
from mltag_desktop.core.workspace.store import Store
from mltag_desktop.core.workspace.sums import Fault


def find_faults(path: Path) -> list[Fault]:
    """Read every byte of the workspace at `path`, write nothing, and return all that is damaged.

    Raises `MltagError` when the file is no workspace, has lost its end or cannot be read at all.
    """
    check_file(path)
    store = Store(path, read_only="it is checked", immutable=not has_unsettled(path))
    try:
        with store.read() as connection:
            return all_faults(connection)
    finally:
        store.close()
