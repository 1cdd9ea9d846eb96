"""Texts that are about something else than the model: single records, and a whole table.

Records are found by the filter of the active model, corrected by the answers. A table is judged when it is
opened.
"""

import hashlib
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import (
    FIRST_TEXTS,
    SAMPLE,
    ComparedTexts,
    OffTopicFilter,
    Suspicion,
    are_unlike,
    compared_texts,
    off_topic_filter,
)
from mltag_desktop.core.progress import Progress, SubProgress, in_steps
from mltag_desktop.core.workspace.decisions.known_tags import TagColumn, tag_column
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.models.caches import OffTopicBasis
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import DECIDED, Change, ChangeKind, Mark, RowArray
from mltag_desktop.core.workspace.workspace import Workspace

_BATCH: Final = 8_000
_COMPARING: Final = message("comparing the texts with the training data")
_MOST_ANSWERS: Final = 500
"""Most decided records that the filter learns from; the records with a mark always count."""
_MOST_KEPT: Final = 200_000
"""Most records whose vectors are kept for the next answer."""
_SEED: Final = 13
_FEWEST_DECISIONS: Final = 20
"""Fewest decided records after which the records are compared again, and again when they have doubled."""
_METHOD: Final = b"fitted to the first texts, doubtful below the training limit or of few words"
"""Stored masks of an earlier method are made again."""


_kept: dict[tuple[Path, str, str], ComparedTexts] = {}
"""The vectors of the texts of one table."""


def basis_of(workspace: Workspace, model: LinearModel) -> OffTopicBasis:
    """Return the basis of a mask that is computed from the present state."""
    states = workspace.states()
    marked = np.flatnonzero(states.marked(Mark.OFF_TOPIC | Mark.ON_TOPIC)).astype("<i8")
    answers = hashlib.blake2b(_METHOD + marked.tobytes(), digest_size=8)
    answers.update(np.ascontiguousarray(states.marked(Mark.OFF_TOPIC, marked)).tobytes())
    decided = int(states.has_status(DECIDED).sum())
    if decided >= _FEWEST_DECISIONS:
        answers.update(bytes([(decided // _FEWEST_DECISIONS).bit_length()]))
    is_about_tags = are_task_of(workspace.tag_set.tags, model.tags)
    version = model.version if is_about_tags else ""
    return OffTopicBasis(version, workspace.table.stamp, answers.hexdigest())


def is_due(workspace: Workspace, model: LinearModel) -> bool:
    """Return whether the records that may be off topic have to be found again."""
    return workspace.off_topic.basis != basis_of(workspace, model)


def find_off_topic(
    progress: Progress, workspace: Workspace, model: LinearModel
) -> tuple[OffTopicBasis, Suspicion]:
    """Return the records that are unlike the training data, and the basis of this result.

    The limit is fitted to the table, which may have its own style. Answers correct the filter: records
    that a curator marked as off topic, those marked as on topic, and a sample of the records with a tag. All
    are empty for a model without a filter, and for one with other tags than the table: its training data says
    nothing about them. Texts in a language that the model predicts without a training text are at most
    doubtful.
    """
    known = None
    if _own_filter(workspace, model) is not None:
        known = _vectors_of(SubProgress(progress, 0.0, 0.8), workspace, model)
    search = OffTopicSearch(workspace, model)
    return search.basis, search.finish(SubProgress(progress, 0.8, 1.0), known)


class OffTopicSearch:
    """A search for the records that may be off topic, of which some were read for their predictions."""

    def __init__(self, workspace: Workspace, model: LinearModel) -> None:
        self._workspace, self._model = workspace, model
        self.basis = basis_of(workspace, model)
        self._detector = table_filter(workspace, model)
        count = workspace.states().count
        self._found = Suspicion(np.zeros(count, np.bool_), np.zeros(count, np.bool_))
        self._is_open = np.ones(count, np.bool_)

    def add(self, rows: RowArray, part: ComparedTexts) -> None:
        """Compare records with the training data."""
        if self._detector is not None:
            found = part.suspicion_by(self._detector)
            self._found.off_topic[rows], self._found.doubtful[rows] = found
            self._is_open[rows] = False

    @property
    def open_rows(self) -> RowArray:
        """The records that were not compared."""
        return np.flatnonzero(self._is_open)

    def finish(self, progress: Progress, known: ComparedTexts | None = None) -> Suspicion:
        """Compare the records that were not added, and return the result; `known` are all vectors."""
        if self._detector is not None:
            rest = self.open_rows
            for step in in_steps(progress, len(rest), _BATCH, _COMPARING):
                self.add(rest[step], _part(self._workspace, self._model, known, rest[step]))
        return self._found


def table_filter(workspace: Workspace, model: LinearModel) -> OffTopicFilter | None:
    """Return the filter of a model, fitted to the table and corrected by the answers.

    None for a model without a filter, and for one with other tags than the table.
    """
    detector = _own_filter(workspace, model)
    if detector is None:
        return None
    states = workspace.states()
    known = _kept.get((workspace.path, workspace.table.stamp, model.version))
    compared = _part(workspace, model, known, np.arange(min(states.count, SAMPLE)))
    detector = detector.fitted_to(compared.vectors[compared.is_comparable])
    answered, is_marked = _answered(workspace)
    if not len(answered):
        return detector
    answers = _part(workspace, model, known, answered).vectors.astype(np.float32)
    return detector.taught(answers, states.marked(Mark.OFF_TOPIC, answered), is_marked)


def _answered(workspace: Workspace) -> tuple[RowArray, NDArray[np.bool_]]:
    """Return the records that correct the filter, and which of them a curator marked; shape (n,)."""
    states = workspace.states()
    marked = np.flatnonzero(states.marked(Mark.OFF_TOPIC | Mark.ON_TOPIC))
    decided = states.has_status(DECIDED)
    implied = np.setdiff1d(np.flatnonzero(decided), marked, assume_unique=True)
    implied = drawn(implied, _MOST_ANSWERS, _SEED)
    answered = np.concatenate([marked, implied]).astype(np.int64)
    return answered, np.arange(len(answered)) < len(marked)


def refresh_off_topic(progress: Progress, workspace: Workspace, model: LinearModel) -> Change:
    """Find the records that may be off topic again if the model, the table or the answers changed."""
    if workspace.read_only or not is_due(workspace, model):
        return Change(None, ChangeKind(0))
    return workspace.off_topic.put(*find_off_topic(progress, workspace, model))


def _own_filter(workspace: Workspace, model: LinearModel) -> OffTopicFilter | None:
    return off_topic_filter(model) if are_task_of(workspace.tag_set.tags, model.tags) else None


def _vectors_of(progress: Progress, workspace: Workspace, model: LinearModel) -> ComparedTexts | None:
    """Return the vectors of all texts, which are kept; None for a table with too many records."""
    count, key = workspace.table.count, (workspace.path, workspace.table.stamp, model.version)
    if count > _MOST_KEPT:
        return None
    if key not in _kept:
        parts = []
        for step in in_steps(progress, count, _BATCH, _COMPARING):
            parts.append(_part(workspace, model, None, np.arange(step.start, step.stop)))
        _kept.clear()
        if parts:
            _kept[key] = ComparedTexts(*(np.concatenate(fields) for fields in zip(*parts, strict=True)))
    return _kept.get(key)


def _part(
    workspace: Workspace, model: LinearModel, known: ComparedTexts | None, rows: RowArray
) -> ComparedTexts:
    """Return the vectors of some records."""
    if known is not None:
        return ComparedTexts(known.vectors[rows], known.lengths[rows], known.is_foreign[rows])
    texts = workspace.table.texts(rows)
    return compared_texts(model, texts, text_vectors(model.vectors, texts))


def is_unlike(workspace: Workspace, model: LinearModel) -> bool:
    """Return whether an untouched table with the tags of `model` is about something else.

    A sample of the records is compared with the training data, in a few hundredths of a second.
    """
    names = {tag.name for tag in workspace.tag_set.tags}
    if workspace.journal.last or names != set(model.tags):
        return False
    rows = np.flatnonzero(~workspace.states().gone)
    if not len(rows):
        return False
    count = min(FIRST_TEXTS, len(rows))
    places = np.arange(count) * (len(rows) - 1) // max(1, count - 1)  # np.unique would import numpy.ma
    return are_unlike(model, workspace.table.texts(rows[places]))


def look_at_tags(
    progress: Progress, workspace: Workspace, base: "LinearModel | None", with_column: bool
) -> tuple[TagColumn | None, bool]:
    """Return the mapped tag column if it holds other tags, and whether the table is unlike the base model."""
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
