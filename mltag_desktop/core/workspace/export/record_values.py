"""The values that an export writes for each record."""

from collections.abc import Sequence
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.tables.formats.base import Value
from mltag_desktop.core.tables.result_columns import (
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
from mltag_desktop.core.workspace.export.export_options import (
    OFF_TOPIC_STATUS,
    STATUS_WORDS,
    ExportOptions,
    fills,
    latest,
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
                message("Exports have no column {name}.", name=unknown[0]),
                message("Choose from {names}.", names=", ".join(CHOICES)),
            )
        self._workspace = workspace
        self._columns = columns
        self._fills = fills(workspace, options)
        self._stale = options.stale
        self._active = workspace.models.active
        self.states = workspace.states()
        self._wanted = wanted(self.states, options)
        self._all = options.rows == "all" and options.records is None
        self._unsure = unsure(workspace, options)
        self._has_no_tag = without_tag(self.states, options)
        self._off_topic = self.states.off_topic
        self._withholds = withholds(workspace, options)
        self._keeps_confidence = options.unsure is UnsurePolicy.COLUMN
        self._entries = latest(workspace) if {CURATOR, TIME} & {*columns} else {}

    @property
    def count(self) -> int:
        """Number of records in the export."""
        return int(self._wanted.sum())

    def is_wanted(self, row: RowId) -> bool:
        """Return whether the export contains this record."""
        return bool(self._wanted[row]) if row < self.states.count else self._all

    def tag(self, row: RowId) -> str:
        """Return the decided tag, or the predicted one where it fills in; empty for none."""
        if row >= self.states.count:  # it was added after the export began
            return ""
        decided, predicted = int(self.states.decided[row]), int(self.states.predicted[row])
        if decided >= 0:
            return self.states.tag_names[decided]
        is_open = predicted >= 0 and self.states.status[row] == Status.TO_REVIEW
        is_open = is_open and not self._has_no_tag[row]
        if self._fills and is_open and not (self._withholds and self._unsure[row]):
            return self.states.tag_names[predicted]
        return ""

    def additional_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the additional tags that belong to the exported tag: given ones, or predicted ones."""
        given = self._workspace.decisions.additional_tags(row)
        if row >= self.states.count or self.states.status[row] != Status.TO_REVIEW or not self.tag(row):
            return given
        return self._workspace.decisions.shown_additional_tags(row)

    def is_emptied(self, row: RowId) -> bool:
        """Return whether a tag in the table is removed, because the record is off topic."""
        return row < self.states.count and bool(self._has_no_tag[row])

    def added(self, row: RowId) -> tuple[Value, ...]:
        """Return the values of the added columns."""
        return tuple(self._value(row, name) for name in self._columns)

    def _value(self, row: RowId, name: str) -> Value:
        states = self.states
        if row >= states.count:
            return None
        if name == TAG:
            return self.tag(row)
        if name in (PREDICTED_TAG, CONFIDENCE, MODEL_VERSION):
            return self._prediction(row, name)
        if name == NEEDS_REVIEW:
            return bool(self._unsure[row])
        if name == UNSURE_TAG:
            return states.tag_names[int(states.predicted[row])] if self._unsure[row] else ""
        if name == OFF_TOPIC:
            return bool(self._off_topic[row])
        if name == STATUS:
            if len(states.marks) and states.marks[row] & Mark.OFF_TOPIC:
                return OFF_TOPIC_STATUS
            return STATUS_WORDS[Status(int(states.status[row]))]
        if name in _MARKS:
            return bool(states.marks[row] & _MARKS[name]) if len(states.marks) else False
        if name == NOTE:
            return self._workspace.decisions.note_on(row)
        if name == ADDITIONAL_TAGS:
            return "; ".join(self.additional_tags(row))
        entry = self._entries.get(row)
        if entry is None:
            return ""
        return entry.curator if name == CURATOR else entry.time

    def _prediction(self, row: RowId, name: str) -> Value:
        """Return a part of the prediction; nothing of an outdated or unsure one that must not be exported."""
        states = self.states
        is_withheld = self._withholds and self._unsure[row]
        if is_withheld and name == CONFIDENCE and self._keeps_confidence:
            is_withheld = False
        if states.predicted[row] < 0 or is_withheld or (states.stale[row] and not self._stale):
            return None if name == CONFIDENCE else ""
        if name == PREDICTED_TAG:
            return states.tag_names[int(states.predicted[row])]
        if name == CONFIDENCE:
            return round(float(states.confidence[row]), 4)
        is_other = bool(states.stale[row]) or self._workspace.predictions.live is not None
        return self._workspace.predictions.answered_by(row) if is_other else self._active
