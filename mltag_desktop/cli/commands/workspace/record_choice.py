"""The records that a command is about: by number, by a search, or from a table."""

from collections.abc import Sequence
from typing import Annotated

import numpy as np
import typer

from mltag_desktop.cli.command_inputs import found_records, parsed_search, text_analysis
from mltag_desktop.cli.options import WrongUse
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search.conditions import meaning_of
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.core.workspace.workspace import Workspace

Records = Annotated[
    list[int] | None,
    typer.Option("--record", min=1, metavar="N", help="A record number, starting at 1; repeatable."),
]
Search = Annotated[
    str, typer.Option("--search", metavar="QUERY", help="All records that a search finds, as in the window.")
]


def chosen_records(
    progress: Progress, workspace: Workspace, records: Sequence[int] | None, search: str
) -> RowArray:
    """Return the rows of the numbered records, or of those that a search finds.

    Raises `MltagError` for a record that does not exist, an invalid search, and one that finds nothing.
    """
    if bool(records) == bool(search):
        raise WrongUse("Name the records with --record, or find them with --search.")
    if records:
        wrong = [number for number in records if number > workspace.table.count]
        if wrong:
            raise MltagError(
                f"There is no record {wrong[0]}.", f"The last record is {workspace.table.count:,}."
            )
        return np.unique(np.array(records, np.int64) - 1)
    terms = parsed_search(workspace, search)
    if meaning_of(terms) is not None:
        raise MltagError(
            "“~” sorts the records, so it cannot choose some of them.",
            "List the most similar ones with mltag search, and name them with --record.",
        )
    rows = found_records(progress, workspace, terms, text_analysis(workspace))
    if not len(rows):
        raise MltagError("The search finds no record.", "Change it, or list records with mltag search.")
    return np.sort(rows)
