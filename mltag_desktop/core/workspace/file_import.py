"""Import a table file or the sample into a workspace, or go on with an import.

Import a table file into a workspace, resume an interrupted import, or merge changes of the source.
"""

import filecmp
import functools
import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.messages import Message, listed, template
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import ColumnMapping, position
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.records.import_reading import ReadBlocks, read_chunks
from mltag_desktop.core.workspace.types import ImportSummary
from mltag_desktop.core.workspace.workspace import Workspace

SAMPLE: Final = "sample.csv"


def is_sample(source: Path | None) -> bool:
    """Return whether a table is an unchanged copy of the sample, about which nothing needs to be noticed."""
    if source is None or source.name != SAMPLE:
        return False
    try:
        return filecmp.cmp(source, resource(SAMPLE), shallow=False)
    except OSError:  # the copy was deleted
        return False


def import_file(
    progress: Progress,
    workspace: Workspace,
    table: TableSource,
    mapping: ColumnMapping,
    watched: ReadBlocks | None = None,
) -> ImportSummary:
    """Import or merge `table`; do nothing if the workspace has imported exactly this table completely.

    An import passes the blocks that it reads through `watched`; a merge does not.
    """
    if _has(workspace, table):
        return ImportSummary(0, 0, 0)
    read = functools.partial(read_chunks, passed=watched)
    found = workspace.source_merge.import_or_merge(progress, table, mapping, read)
    workspace.table.adapt_audit_set()
    return found


def require_same_columns(
    workspace: Workspace,
    columns: Sequence[str],
    text: Sequence[str] | None,
    id_column: str | None,
    label: str | None,
) -> None:
    """Raise `MltagError` if columns are named and are not those of the table that was imported before.

    A second import keeps the columns of the first one, so it would ignore them.
    """
    if workspace.table.source_path is None:
        return
    mapping = workspace.table.mapping
    for has, lacks, places, names in (
        (
            template("The texts of {name} come from {used}, not from {named}."),
            "",
            mapping.text,
            text or (),
        ),
        (
            template("The IDs of {name} come from {used}, not from {named}."),
            template("{name} was imported without IDs, so {named} cannot be used for them."),
            () if mapping.id is None else (mapping.id,),
            () if id_column is None else (id_column,),
        ),
        (
            template("The known tags of {name} come from {used}, not from {named}."),
            template("{name} was imported without known tags, so {named} cannot be used for them."),
            () if mapping.tag is None else (mapping.tag,),
            () if label is None else (label,),
        ),
    ):
        used = [workspace.table.columns[place] for place in places]
        if names and {*used} != {columns[position(columns, name)] for name in names}:
            values = {"name": workspace.path.name, "named": listed([*names])}
            raise MltagError(
                Message(has, {"used": listed(used), **values}) if used else Message(lacks, values),
                "Leave the column out to keep it, or import the table into a new workspace.",
            )


def _has(workspace: Workspace, table: TableSource) -> bool:
    """Return whether the workspace has imported exactly this table completely."""
    if not workspace.table.complete or workspace.table.source_path is None:
        return False
    if workspace.table.dialect.is_text:
        batches = workspace.table.batches(pasted=False)
        pieces = itertools.chain([workspace.table.head], (batch.stretch.joined for batch in batches))
    else:
        pieces = itertools.chain(workspace.table.original_pieces())
    with table.path.open("rb") as file:
        return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)
