"""What is decided in a document, by which tags, and the way back."""

from collections.abc import Mapping, Sequence

from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.components import Parts
from mltag_desktop.core.workspace.decisions.review_thresholds import DEFAULT, ReviewBelow
from mltag_desktop.core.workspace.storage.metadata import tags_of
from mltag_desktop.core.workspace.types import (
    Change,
    Entry,
    Kind,
    Mark,
    RowArray,
    RowId,
    States,
    StepView,
    TagInfo,
)


class HistoryFace:
    """The tags, decisions on records, the journal, undo and redo."""

    _parts: Parts

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tags that can be decided, in the order of the keys 1 to 9."""
        return tags_of(self._parts.meta["tags"])

    def set_tags(self, tags: Sequence[str | TagInfo]) -> Change:
        """Use another tag set; one undo step. Decisions for a tag that is gone stay as they are."""
        return self._parts.tag_set.set(tags)

    def review_below(self, otherwise: float = DEFAULT) -> ReviewBelow:
        """Return below which confidence a person is asked; `otherwise` where nothing is set for all tags."""
        return self._parts.review.below(otherwise)

    def set_review(self, default: float | None = None, tags: Mapping[str, float | None] = {}) -> Change:
        """Ask a person below `default`, for some tags below another confidence (None: the common one).

        One undo step; what is not named stays.
        """
        for tag in tags:
            self._parts.tag_set.check(tag)
        return self._parts.review.set(default, tags)

    def decide(self, rows: Sequence[RowId] | RowArray, tag: str, note: str = "") -> Change:
        """Record that `rows` carry `tag`; one undo step."""
        self._parts.tag_set.check(tag)
        return self._parts.decisions.decide(rows, tag, note)

    def mark(self, rows: Sequence[RowId] | RowArray, kind: Kind, note: str = "") -> Change:
        """Clear the decisions on `rows`, or add or remove a mark: flag, skip, unsure; one undo step."""
        return self._parts.decisions.mark(rows, kind, note)

    def toggle(self, rows: Sequence[RowId] | RowArray, mark: Mark) -> Change:
        """Add a mark to those of `rows` without it, or remove it where all carry it; one undo step."""
        return self._parts.decisions.toggle(rows, mark)

    def note(self, row: RowId, note: str) -> Change:
        """Write the note on a record and change nothing else; one undo step. An empty one removes it."""
        return self._parts.decisions.note(row, note)

    def also_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Record that `rows` carry `tag` beside their main one, if that is another; one undo step."""
        self._parts.tag_set.check(tag)
        return self._parts.decisions.also_tag(rows, tag)

    def not_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Take `tag` off those of `rows` that carry it beside their main one; one undo step."""
        return self._parts.decisions.not_tag(rows, tag)

    def has_further_tags(self) -> bool:
        """Tell whether any record has a further tag."""
        return self._parts.decisions.has_further()

    def further_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the tags that a record carries beside its main one."""
        return self._parts.decisions.beside(row)[0]

    def note_on(self, row: RowId) -> str:
        """Return the note on a record, empty for none."""
        return self._parts.decisions.beside(row)[1]

    def decide_each(
        self,
        tags: Mapping[RowId, tuple[str, str]],
        flags: Sequence[RowId] | Mapping[RowId, str],
        label: str,
    ) -> Change:
        """Give each record its own tag and note, and flag some, with or without notes; one undo step."""
        for tag in dict.fromkeys(tag for tag, _ in tags.values()):
            self._parts.tag_set.check(tag)
        return self._parts.decisions.decide_each(tags, flags, label)

    def undo(self, progress: Progress = SILENT) -> Change | None:
        """Take the last step in force back; None when there is none."""
        return self._parts.history.undo(progress)

    def redo(self, progress: Progress = SILENT) -> Change | None:
        """Put the step that was undone last in force again; None when there is none."""
        return self._parts.history.redo(progress)

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, in words; empty when nothing."""
        step = self._parts.journal.last_in_force()
        return step.label if step else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would put in force again, in words; empty when nothing."""
        step = self._parts.journal.last_undone()
        return step.label if step else ""

    def journal(self, record: RowId | None = None) -> list[Entry]:
        """Return the history, oldest first, of everything or of one record."""
        return [self._in_present_words(entry) for entry in self._parts.journal.entries(record)]

    def curators(self) -> dict[RowId, str]:
        """Return who gave each record its last tag, be it taken away since or not."""
        return self._parts.journal.curators()

    def steps(self, before: int | None = None, limit: int = 200) -> list[StepView]:
        """Return a page of the journal's steps, the newest first: those before one, or the last ones."""
        return self._parts.journal.steps(before, limit)

    def entries_of(self, step: int, start: int = 0, limit: int = 200) -> list[Entry]:
        """Return some of a step's entries; a bulk action has many."""
        return [self._in_present_words(entry) for entry in self._parts.journal.page(step, start, limit)]

    def states_at(self, step: int) -> States:
        """Return today's records and predictions with the decisions that were in force after a step."""
        return self._parts.past.states_at(step)

    def return_to(self, step: int, progress: Progress = SILENT) -> Change:
        """Let everything be as it was after a step (0: before the first); one undo step."""
        return self._parts.past.return_to(progress, step)

    def _in_present_words(self, entry: Entry) -> Entry:
        tag, predicted = entry.tag, entry.predicted_tag
        return entry._replace(
            tag=None if tag is None else self._parts.live.canonical(tag),
            predicted_tag=None if predicted is None else self._parts.live.canonical(predicted),
        )
