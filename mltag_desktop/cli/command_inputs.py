"""Inputs that several commands share: workspaces, their models and their records."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from mltag_desktop.cli.options import argument, group, option
from mltag_desktop.cli.output import counted, warn
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.learning.record_vectors import TextAnalysis
from mltag_desktop.core.learning.workspace_models import load_active_model
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes.pool import cores
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.settings import user_name
from mltag_desktop.core.workspace.decisions.threshold_fallback import review_of
from mltag_desktop.core.workspace.search.conditions import QueryTerm
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order, saved_filters
from mltag_desktop.core.workspace.search.text_hits import TextHits
from mltag_desktop.core.workspace.storage.decision_log import is_decision_log
from mltag_desktop.core.workspace.storage.schema import DamagedError, DamagedModelError
from mltag_desktop.core.workspace.storage.side_files import (
    Verdict,
    is_held,
    log_ownership,
    real_path,
    unsaved,
)
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.core.workspace.workspace import Workspace

_SAVED: Final = re.compile(r"saved:([0-9]{1,4})")


@group
class At:
    """The workspace that a command reads."""

    workspace: Path = argument("WORKSPACE", "A workspace, NAME.mltag.")

    def open(self, *, write: bool = False) -> Workspace:
        """Open the workspace, as `open_workspace` does."""
        return open_workspace(self.workspace, None, write=write)


@group
class Curated(At):
    """The workspace that a command changes, and who does."""

    curator: str | None = option("The curator's name. Default: the name of this account.", "NAME")

    def open(self, *, write: bool = False) -> Workspace:
        """Open the workspace, as `open_workspace` does."""
        return open_workspace(self.workspace, self.curator, write=write)


def active_model(workspace: Workspace) -> LinearModel:
    """Return the active model of `workspace`; the bundled model in place of one of an earlier release.

    Raises `MltagError` with the roll-back command if the model's files are damaged.
    """
    with naming_commands():
        return load_active_model(workspace, bundled())


def parsed_search(workspace: Workspace, line: str) -> tuple[QueryTerm, ...]:
    """Return the conditions of a search line, or of the saved filter `saved:N`.

    Raises `MltagError` for an invalid line.
    """
    query = parse(_saved(workspace, line), workspace.tag_set.tags, workspace.table.columns)
    if query.problems:
        raise MltagError(query.problems[0].message, query.problems[0].hint)
    return query.terms


def _saved(workspace: Workspace, line: str) -> str:
    """Return the saved filter that `saved:N` names, counted from 1; any other line as it is."""
    found = _SAVED.fullmatch(line.strip())
    if found is None or "saved" in (column.casefold() for column in workspace.table.columns):
        return line
    lines, number = saved_filters(workspace), int(found[1])
    if not 1 <= number <= len(lines):
        raise MltagError(
            f"There is no saved filter {number}.", f"List the {len(lines)} saved ones with mltag filters."
        )
    return lines[number - 1]


def found_records(
    progress: Progress, workspace: Workspace, terms: Sequence[QueryTerm], analysis: TextAnalysis
) -> RowArray:
    """Return the records that match all conditions, in the order of the table or of their similarity."""
    chosen = Filter(terms=tuple(terms), threshold=review_of(workspace))
    return order(progress, workspace, chosen, hits=TextHits(workspace, analyser=analysis))


def splits(words: str, sign: str = "=") -> Iterator[tuple[str, str]]:
    """Yield the texts before and after each sign; a tag may contain the sign too."""
    parts = words.split(sign)
    for place in range(1, len(parts)):
        yield sign.join(parts[:place]).strip(), sign.join(parts[place:]).strip()


def text_analysis(workspace: Workspace) -> TextAnalysis:
    """Return what compares the texts of a workspace, with its active model."""
    return TextAnalysis(workspace, lambda: active_model(workspace))


def predict_with_active(progress: Progress, workspace: Workspace) -> int:
    """Predict the records that the active model has not predicted; return their number."""
    return predict_pending(progress, workspace, active_model(workspace).own, cores())


def predict_again(progress: Progress, workspace: Workspace) -> None:
    """Predict with the active model, unless nothing was predicted so far (`mltag import --no-predict`)."""
    if (workspace.states().predicted >= 0).any():
        predict_with_active(progress, workspace)


@contextlib.contextmanager
def naming_commands() -> Iterator[None]:
    """Add the commands that recover a workspace with damaged models to its error."""
    try:
        yield
    except DamagedModelError as error:
        raise with_command(error) from error


def open_workspace(
    path: Path, curator: str | None = None, *, write: bool, imports: bool = False
) -> Workspace:
    """Open an existing workspace; raises `MltagError` if `write` is set and the file cannot be written.

    Without `write` nothing is written, neither to the file nor next to it. Reports on stderr where unsaved
    changes that belong to another file of the same name are, and an import that did not finish, unless the
    caller `imports`.
    """
    if not path.exists():
        raise MltagError(f"There is no workspace {path}.", "Check the name, or create one with mltag import.")
    try:
        workspace = Workspace.open(path, curator or user_name(), write=write)
    except DamagedError as error:
        raise with_command(error) from error
    if write and workspace.read_only:
        workspace.close()
        workspace.require_writable()
    report_foreign_log(workspace.path)
    if workspace.recovery_note:
        warn(str(workspace.recovery_note))
    if workspace.taken_over:
        warn(
            f"{path} was open for {workspace.taken_over}. If it still is, close it there: two programs must"
            " not write to it."
        )
    if workspace.models.damage is not None:
        damage = with_command(workspace.models.damage)
        warn(f"{damage.message} {damage.hint}")
    if not imports and not workspace.table.complete:
        report_unfinished(path, workspace.table.count, workspace.table.source_path)
    return workspace


def with_command(error: DamagedError | DamagedModelError) -> MltagError:
    """Return the error for a damaged workspace with the commands that recover it."""
    if isinstance(error, DamagedModelError):
        hint = (
            "The table and the decisions are intact. Restore a backup, or go back to an earlier model:"
            f" mltag rollback {error.path}"
        )
    else:
        hint = f"Restore it from a backup, or salvage the readable data: mltag salvage {error.path} NEW"
    return MltagError(error.message, hint)


def open_or_create_workspace(path: Path, curator: str | None, tags: Sequence[str]) -> Workspace:
    """Open a workspace for writing, or create it with `tags` if it does not exist."""
    if path.exists():
        return open_workspace(path, curator, write=True, imports=True)
    workspace = Workspace.create(path, curator or user_name(), tags)
    report_foreign_log(workspace.path)
    return workspace


def report_unfinished(path: Path, records: int, source: Path | None) -> None:
    """Report that the import of a workspace was interrupted, and how to resume it."""
    warn(
        f"The import of {path} did not finish: it has {counted(records, 'record')} so far."
        f" Resume it with “mltag import {source or 'TABLE'} {path}”."
    )


def report_foreign_log(path: Path) -> None:
    """Report unsaved changes next to a workspace that belong to another file of the same name."""
    path = real_path(path)
    if not is_held(path) and log_ownership(path) is Verdict.FOREIGN:
        warn(f"{path}-wal belongs to another file of that name or is damaged, and was not used.")
    report_moved_logs(unsaved(path))


def report_moved_logs(logs: Sequence[Path]) -> None:
    """Report logs that were moved to another place, and how to read them."""
    for kept in logs:
        if is_decision_log(kept):
            warn(
                f"{kept} holds decisions on another version of this file, which were not applied."
                f" List them with “mltag journal {kept}”; then delete it."
            )
        else:
            warn(
                f"{kept} holds changes to another file of that name, or is damaged; it was left by a program"
                " that was ended. They were not applied. Delete it when you miss nothing."
            )
