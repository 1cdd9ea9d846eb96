"""Check the data behind a report: drift from the training data, leaks and duplicates."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.evaluation_report import DataCheck, DataCheckKind
from mltag_desktop.core.learning.drift_monitor import FEWEST, Alarm, DriftMonitor
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import NAMES
from mltag_desktop.core.progress import Progress, SubProgress, in_steps
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.workspace import Workspace

_SAMPLE: Final = 2_000
_BATCH: Final = 200
_MOST_RECORDS: Final = 1_000
"""Maximum number of records listed by a check; they are stored with the report."""


def data_checks(
    progress: Progress, workspace: Workspace, model: LinearModel | None, left_out: Sequence[RowId]
) -> tuple[DataCheck, ...]:
    """Check the table with `model`, and the decisions; `left_out` are decisions on evaluation rows.

    `model` is None if the active model was made for other tags.
    """
    drift = _drift(SubProgress(progress, 0.0, 0.9), workspace, model)
    progress.report(0.9, "looking for leaks and duplicates")
    return (*drift, _leaks(left_out), _duplicates(workspace))


def alarms_of(progress: Progress, workspace: Workspace, model: LinearModel) -> tuple[Alarm, ...]:
    """Run the drift monitor on a sample of the records; return the alarms on all of it, with table rows.

    Decisions that the model may have learned are left out, because it is surer of these than of other texts.
    A model that also learned from undecided records raises no alarm: the monitor knows its few decisions
    only, which the queue chose, so that they are unlike any table.
    """
    rows = drawn(_not_learned(workspace), _SAMPLE)
    if len(rows) < FEWEST or model.manifest.recipe.name == NAMES:
        return ()
    kept, words = KeptEmbeddings(workspace.embeddings), message("comparing the table with the training data")
    progress.report(0.0, words)
    watch = DriftMonitor(model, window=len(rows), keep=0, progress=SubProgress(progress, 0.0, 0.5))
    for step in in_steps(SubProgress(progress, 0.5, 1.0), len(rows), _BATCH, words):
        texts = workspace.table.texts(rows[step])
        watch.add(texts, model.predict(texts, embedder=kept))
    return tuple(
        replace(alarm, examples=tuple(replace(one, row=int(rows[one.row])) for one in alarm.examples))
        for alarm in watch.report().alarms
    )


def _not_learned(workspace: Workspace) -> NDArray[np.int64]:
    """Return the records that no training has used: the undecided ones and the audit set."""
    return np.flatnonzero((workspace.states().decided < 0) | workspace.table.audited()).astype(np.int64)


def _drift(progress: Progress, workspace: Workspace, model: LinearModel | None) -> tuple[DataCheck, ...]:
    if model is None:
        words = message("Drift is checked once a model for these tags is active.")
    elif len(_not_learned(workspace)) < FEWEST:
        words = message(
            "Fewer than {fewest} records that were not trained on are not enough to distinguish drift"
            " from chance.",
            fewest=FEWEST,
        )
    elif model.manifest.recipe.name == NAMES:
        words = message("Drift is checked once the model is trained on more records.")
    elif found := alarms_of(progress, workspace, model):
        return tuple(
            DataCheck(DataCheckKind.DRIFT, alarm.words, tuple(one.row for one in alarm.examples), warns=True)
            for alarm in found
        )
    else:
        words = message("Tags, confidence, topics, words and languages of the table match the training data.")
    return (DataCheck(DataCheckKind.DRIFT, words),)


def _leaks(left_out: Sequence[RowId]) -> DataCheck:
    count, rows = len(left_out), tuple(left_out[:_MOST_RECORDS])
    if not count:
        return DataCheck(
            DataCheckKind.LEAKS,
            message("No tagged record matches a row of the evaluation data, exactly or nearly."),
        )
    words = message_plural(
        "{n:,} tagged record matches a row of the evaluation data, exactly or nearly; it was excluded "
        "from training.",
        "{n:,} tagged records match rows of the evaluation data, exactly or nearly; they were excluded "
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
    return DataCheck(DataCheckKind.DUPLICATES, words, rows[:_MOST_RECORDS])
