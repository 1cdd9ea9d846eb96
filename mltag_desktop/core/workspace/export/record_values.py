"""The values that an export writes for each record."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.tables.columns import (
    ADDITIONAL_TAGS,
    CHOICES,
    CONFIDENCE,
    CURATOR,
    FLAGGED,
    MODEL_VERSION,
    NEEDS_REVIEW,
    NOTE,
    OFF_TOPIC,
    PREDICTED_TAG,
    SKIPPED,
    STATUS,
    TAG,
    TIME,
    UNSURE,
    UNSURE_TAG,
)
from mltag_desktop.core.tables.table_source import Value
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    fills,
    latest,
    status_words,
    unsure,
    wanted,
    withholds,
    without_tag,
)
from mltag_desktop.core.workspace.types import Mark, RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace

_MARKS: Final[dict[str, Mark]] = {FLAGGED: Mark.FLAGGED, SKIPPED: Mark.SKIPPED, UNSURE: Mark.UNSURE}


class RecordValues:
    """Computes the tag of each exported record, and the values of the added columns."""

    def __init__(self, workspace: Workspace, options: ExportOptions, columns: Sequence[str]) -> None:
        unknown = [name for name in columns if name not in (*CHOICES, NEEDS_REVIEW, UNSURE_TAG)]
        if unknown:
            raise MltagError(
                message("Exports have no column “{name}”.", name=unknown[0]),
                message("Choose from {names}.", names=", ".join(CHOICES)),
            )
        self._workspace = workspace
        self.names = tuple(columns)
        self._stale, self._below = options.stale, options.below
        self._active = workspace.models.active
        self.states = workspace.states()
        chosen = wanted(self.states, options)
        self.count = int(chosen.sum())
        """Number of records in the export."""
        self._wanted: Sequence[bool] = _elements(chosen)
        self._all = options.rows == "all" and options.records is None
        states, self._unsure = self.states, unsure(workspace, options)
        has_no_tag = without_tag(states, options)
        self._withheld = self._unsure & withholds(workspace, options)
        self._keeps_confidence = options.unsure is UnsurePolicy.COLUMN
        self._entries = latest(workspace) if {CURATOR, TIME} & {*columns} else {}
        is_open = states.status == int(Status.TO_REVIEW)
        self._is_open: Sequence[bool] = _elements(is_open)
        self._has_no_tag: Sequence[bool] = _elements(has_no_tag)
        fills_in = is_open & ~has_no_tag & ~self._withheld & fills(workspace, options)
        filled = np.where(fills_in, states.predicted, -1)
        self._tag_names = (*states.tag_names, "")
        """The tags, and the name of code -1."""
        self._tags: Sequence[int] = _elements(np.where(states.decided >= 0, states.decided, filled))
        self._readers = [self._reader(name) for name in columns]

    def is_wanted(self, row: RowId) -> bool:
        """Return whether the export contains this record."""
        return self._wanted[row] if row < len(self._wanted) else self._all

    def tag(self, row: RowId) -> str:
        """Return the decided tag, or the predicted one where it fills in; empty for none."""
        if row >= len(self._tags):  # it was added after the export began
            return ""
        return self._tag_names[self._tags[row]]

    def additional_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the additional tags that belong to the exported tag: given ones, or predicted ones."""
        given = self._workspace.decisions.additional_tags(row)
        if row >= len(self._is_open) or not self._is_open[row] or not self.tag(row):
            return given
        return self._workspace.decisions.shown_additional_tags(row)

    def is_emptied(self, row: RowId) -> bool:
        """Return whether a tag in the table is removed, because the record is off topic."""
        return row < len(self._has_no_tag) and self._has_no_tag[row]

    def added(self, row: RowId) -> tuple[Value, ...]:
        """Return the values of the added columns."""
        if row >= len(self._tags):
            return (None,) * len(self._readers)
        return tuple([read(row) for read in self._readers])

    def _reader(self, name: str) -> Callable[[RowId], Value]:
        """Return a function that gives the value of one added column."""
        states, names = self.states, self._tag_names
        if name == TAG:
            return self.tag
        if name in (PREDICTED_TAG, CONFIDENCE, MODEL_VERSION):
            return self._prediction_reader(name)
        if name == UNSURE_TAG:
            codes: Sequence[int] = _elements(np.where(self._unsure, states.predicted, -1))
            return lambda row: names[codes[row]]
        if name == STATUS:
            return status_words(self._workspace, self._below).__getitem__
        if name == NOTE:
            return self._workspace.decisions.note_on
        if name == ADDITIONAL_TAGS:
            return lambda row: "; ".join(self.additional_tags(row))
        if name in (CURATOR, TIME):
            return lambda row: self._journalled(row, name)
        masks = {NEEDS_REVIEW: self._unsure, OFF_TOPIC: states.off_topic}
        masks |= {mark: states.marked(kind) for mark, kind in _MARKS.items() if mark == name}
        mask: Sequence[bool] = _elements(masks[name])
        return lambda row: mask[row]

    def _prediction_reader(self, name: str) -> Callable[[RowId], Value]:
        """Return a function that gives a part of the prediction.

        It gives nothing of an outdated or unsure prediction that must not be exported.
        """
        states, names = self.states, self._tag_names
        hidden = states.predicted < 0
        if name != CONFIDENCE or not self._keeps_confidence:
            hidden = hidden | self._withheld
        if not self._stale:
            hidden = hidden | states.stale
        if name == PREDICTED_TAG:
            codes: Sequence[int] = _elements(np.where(hidden, -1, states.predicted))
            return lambda row: names[codes[row]]
        is_hidden: Sequence[bool] = _elements(hidden)
        if name == CONFIDENCE:
            confidence: Sequence[float] = _elements(states.confidence)
            return lambda row: None if is_hidden[row] else round(confidence[row], 4)
        is_stale: Sequence[bool] = _elements(states.stale)
        predictions = self._workspace.predictions

        def version(row: RowId) -> Value:
            if is_hidden[row]:
                return ""
            is_other = is_stale[row] or predictions.live is not None
            return predictions.answered_by(row) if is_other else self._active

        return version

    def _journalled(self, row: RowId, name: str) -> Value:
        """Return who gave the tag of a record, or when."""
        entry = self._entries.get(row)
        if entry is None:
            return ""
        return entry.curator if name == CURATOR else entry.time


def _elements(values: NDArray[Any]) -> Any:
    """Return an array for reading single elements, several times as fast as from the array itself."""
    return values.data
