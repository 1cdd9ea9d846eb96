"""What the data behind a report look like: drift against the training data, leaks, duplicates."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.drift.monitor import FEWEST, Alarm, DriftMonitor
from mltag_desktop.core.evaluation.report import DataCheck, DataCheckKind
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.workspace import Workspace

_SAMPLE: Final = 2_000
_BATCH: Final = 200
_NAMED: Final = 1_000
"""Records that a check leads to at most; they are kept with the report."""


def data_checks(
    progress: Progress, workspace: Workspace, model: LinearModel, left_out: Sequence[RowId]
) -> tuple[DataCheck, ...]:
    """Look at the table as `model` sees it, and at the decisions; `left_out` are those about judged rows."""
    drift = _drift(SubProgress(progress, 0.0, 0.9), workspace, model)
    progress.report(0.9, "looking for leaks and duplicates")
    return (*drift, _leaks(left_out), _duplicates(workspace))


def alarms_of(progress: Progress, workspace: Workspace, model: LinearModel) -> tuple[Alarm, ...]:
    """Watch a sample of the records drift; the alarms on all of it, with rows of the table as examples."""
    rows = np.arange(workspace.table.count)
    if len(rows) > _SAMPLE:
        # a permutation of a million would hold up all other threads for a tenth of a second
        rows = np.sort(np.random.default_rng(0).choice(len(rows), _SAMPLE, replace=False))
    progress.report(0.0, "comparing the table with the training data")
    watch = DriftMonitor(model, window=len(rows), keep=0, progress=SubProgress(progress, 0.0, 0.5))
    for start in range(0, len(rows), _BATCH):
        progress.report(0.5 + 0.5 * start / len(rows), "comparing the table with the training data")
        texts = workspace.table.texts(rows[start : start + _BATCH])
        watch.add(texts, model.predict(texts))
    return tuple(_placed(alarm, rows) for alarm in watch.report().alarms)


def _placed(alarm: Alarm, rows: NDArray[np.int64]) -> Alarm:
    """Name the table's rows in place of the sample's."""
    examples = tuple(replace(one, row=int(rows[one.row])) for one in alarm.examples)
    return replace(alarm, examples=examples)


def _drift(progress: Progress, workspace: Workspace, model: LinearModel) -> tuple[DataCheck, ...]:
    if workspace.table.count < FEWEST:
        return (
            DataCheck(
                DataCheckKind.DRIFT,
                message(
                    "Fewer than {fewest} records are not enough to distinguish drift from chance.",
                    fewest=FEWEST,
                ),
            ),
        )
    found = alarms_of(progress, workspace, model)
    if not found:
        words = message("Tags, confidence, topics, words and languages of the table match the training data.")
        return (DataCheck(DataCheckKind.DRIFT, words),)
    return tuple(
        DataCheck(
            DataCheckKind.DRIFT, alarm.words, tuple(example.row for example in alarm.examples), warns=True
        )
        for alarm in found
    )


def _leaks(left_out: Sequence[RowId]) -> DataCheck:
    count, rows = len(left_out), tuple(left_out[:_NAMED])
    if not count:
        return DataCheck(
            DataCheckKind.LEAKS,
            message("No decision matches a row of the evaluation data, exactly or nearly."),
        )
    words = message_plural(
        "{n:,} decision matches a row of the evaluation data, exactly or nearly; it was excluded "
        "from training.",
        "{n:,} decisions match rows of the evaluation data, exactly or nearly; they were excluded "
        "from training.",
        count,
    )
    return DataCheck(DataCheckKind.LEAKS, words, rows)


def _duplicates(workspace: Workspace) -> DataCheck:
    groups = workspace.scan.repeats()
    if not groups:
        return DataCheck(DataCheckKind.DUPLICATES, message("No two records have the same text."))
    rows = tuple(row for group in groups for row in group)
    words = message(
        "{count:,} records have the same text as another record; cross-validation keeps copies "
        "in the same fold.",
        count=len(rows),
    )
    return DataCheck(DataCheckKind.DUPLICATES, words, rows[:_NAMED])
