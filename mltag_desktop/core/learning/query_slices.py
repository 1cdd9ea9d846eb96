"""Slices that a workspace defines by queries, and their metrics in a report."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import slice_figures
from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.evaluation.regressions import RegressionKind, slice_regressions
from mltag_desktop.core.learning.record_vectors import TextAnalysis
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.serialization import from_plain, to_plain
from mltag_desktop.core.workspace.decisions.threshold_fallback import review_of
from mltag_desktop.core.workspace.search.conditions import meaning_of
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.search.text_hits import TextHits
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.workspace import Workspace

MOST: Final = 30
_KEY: Final = "slices"
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Slice:
    """A named subset of a table."""

    name: str
    line: str
    """A query; empty for all records."""
    rows: tuple[RowId, ...] | None = None
    """Only these records, if they were selected one by one."""


def stored_slices(workspace: Workspace) -> tuple[Slice, ...]:
    """Return the slices that the workspace stores; invalid entries are ignored."""
    kept = workspace.preference(_KEY)
    found = []
    for each in kept if isinstance(kept, list) else ():
        with suppress(MltagError):
            found.append(from_plain(Slice, each))
    return tuple(each for each in found if each.name.strip())


def store_slices(workspace: Workspace, slices: Sequence[Slice]) -> None:
    """Replace the stored slices; raises `MltagError` for an invalid query."""
    check_slices(workspace, slices)
    workspace.set_preference(_KEY, [to_plain(each) for each in slices])


def check_slices(workspace: Workspace, slices: Sequence[Slice]) -> None:
    """Raise `MltagError` for a slice without a name, a duplicate name or an invalid query."""
    names = [each.name.strip().casefold() for each in slices]
    if not all(names):
        raise MltagError("Enter a name for the slice.", "Each slice needs a name.")
    twice = next((each.name for each in slices if names.count(each.name.strip().casefold()) > 1), None)
    if twice is not None:
        raise MltagError(message("Two slices have the name {twice}.", twice=twice), "Choose another name.")
    if len(slices) > MOST:
        raise MltagError(
            message("A workspace can have at most {most} slices.", most=MOST), "Remove a slice first."
        )
    for each in slices:
        parsed = parse(each.line, workspace.tag_set.tags, workspace.table.columns)
        problems = parsed.problems
        if problems:
            raise MltagError(f"{each.name}: {problems[0].message}", problems[0].hint)
        if meaning_of(parsed.terms) is not None:
            raise MltagError(
                message("{name}: “~” sorts records, so it cannot choose those of a slice.", name=each.name),
                "Leave out “~”, or select records one by one.",
            )
        if not each.line.strip() and each.rows is None:
            raise MltagError(
                message("{name} would include all records.", name=each.name),
                "Enter a search, such as tag:mlops.",
            )


def members(progress: Progress, workspace: Workspace, slices: Sequence[Slice]) -> dict[str, Mask]:
    """Return a mask of the table's records for each slice, shape (count,); text queries read the whole file.

    A slice whose query refers to a removed tag or column is empty.
    """
    found = {}
    hits = TextHits(workspace, analyser=TextAnalysis(workspace, bundled))
    for number, each in enumerate(slices):
        part = SubProgress(progress, number / len(slices), (number + 1) / len(slices))
        part.report(0.0, "looking for the records of the slices")
        query = parse(each.line, workspace.tag_set.tags, workspace.table.columns)
        inside = np.zeros(workspace.table.count, np.bool_)
        if not query.problems:
            chosen = Filter(terms=query.terms, rows=each.rows, threshold=review_of(workspace))
            rows = order(part, workspace, chosen, hits=hits)
            inside[rows[rows < len(inside)]] = True
        found[each.name] = inside
    return found


def with_slices(report: Report, inside: Mapping[str, Mask]) -> Report:
    """Return the report with the metrics of every model on these slices; unchanged if its rows are not the
    table's.

    The metrics come from the predictions stored in the report, so slices can be added later.
    """
    others = tuple(with_slices(other, inside) for other in report.others)
    if not report.records or not all(len(model.answers) == report.rows for model in report.models):
        return replace(report, others=others)
    rows, truth = np.array(report.records), np.array(report.truth, np.int64)
    cut = {name: _in_slice(mask, rows) for name, mask in inside.items()}
    answers = [np.array(model.answers, np.int64) for model in report.models]
    measured = [_measured(model, truth, cut) for model in report.listed]
    baselines, models = measured[: len(report.baselines)], measured[len(report.baselines) :]
    regressions = [regression for regression in report.regressions if regression.kind != RegressionKind.SLICE]
    if len(models) > 1:
        regressions += slice_regressions(models, truth, answers, cut)
    return replace(
        report,
        models=tuple(models),
        baselines=tuple(baselines),
        regressions=tuple(regressions),
        others=others,
    )


def _measured(model: ModelFigures, truth: NDArray[np.int64], cut: Mapping[str, Mask]) -> ModelFigures:
    """Return the metrics of a model with those on other slices."""
    own, tags = np.array(model.answers, np.int64), len(model.tag_order)
    return replace(
        model, slices={name: slice_figures(truth[mask], own[mask], tags) for name, mask in cut.items()}
    )


def sliced(progress: Progress, workspace: Workspace, report: Report) -> Report:
    """Return the report with metrics on the slices that the workspace stores now."""
    return with_slices(report, members(progress, workspace, stored_slices(workspace)))


def _in_slice(mask: Mask, rows: NDArray[np.int64]) -> Mask:
    """Return which of `rows` are in a slice; False for rows that are no longer in the table."""
    known = rows < len(mask)
    inside = np.zeros(len(rows), np.bool_)
    inside[known] = mask[rows[known]]
    return inside
