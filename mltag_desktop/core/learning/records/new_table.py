"""The first look at the tags of an opened table, also in a process without Qt."""

from typing import TYPE_CHECKING

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.known_tags import TagColumn, tag_column
from mltag_desktop.core.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel


def look_at_tags(
    progress: Progress, workspace: Workspace, base: "LinearModel | None", with_column: bool
) -> tuple[TagColumn | None, bool]:
    """Return the mapped tag column if it holds other tags, and whether the table is unlike the base model."""
    from mltag_desktop.core.learning.records.unlike_table import is_unlike  # not needed for the first window

    column = _silent_column(progress, workspace) if with_column else None
    return column, base is not None and is_unlike(workspace, base)


def _silent_column(progress: Progress, workspace: Workspace) -> TagColumn | None:
    """Return the mapped tag column if it holds other tags than the tag set, and nothing is decided yet."""
    if workspace.journal.last or workspace.table.mapping.tag is None:
        return None
    column = tag_column(progress, workspace)
    names = {tag.name for tag in workspace.tag_set.tags}
    if column is not None and names.issuperset(tag for tag, _ in column.counts):
        return None
    return column
