"""Meaning of a tag to the model: its words, typical and untypical records, and confusions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.learning.record_groups import distinctive_words
from mltag_desktop.core.learning.record_vectors import RecordVectors, record_vectors
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress, SubProgress, in_steps
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of, known_as
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import RowArray, RowId
from mltag_desktop.core.workspace.workspace import Workspace

_READ: Final = 10_000
"""Number of records, drawn at random, whose words are weighed."""
_AT_ONCE: Final = 1_000
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LEAST_TEXTS: Final = 3
"""A word in fewer records tells nothing about a tag."""
_WORDS: Final = 20
_RECORDS: Final = 8
_PAIRS: Final = 6
_EXAMPLES: Final = 3


@dataclass(frozen=True)
class TagWord:
    """A word of the table and how much it speaks for a tag."""

    word: str
    weight: float
    records: int
    """Number of read records with the word."""


@dataclass(frozen=True)
class TypicalRecord:
    """A record with the tag, and its similarity to the mean of all of them."""

    row: RowId
    similarity: float
    text: str


@dataclass(frozen=True)
class Confusion:
    """Records of one tag that the model gives another."""

    true: str
    predicted: str
    count: int
    examples: tuple[tuple[RowId, str], ...]
    """Some of the records with their texts."""


@dataclass(frozen=True)
class TagMeaning:
    """Meaning of a tag to the model."""

    tag: str
    words: tuple[TagWord, ...]
    """The words with the largest weights, the largest first."""
    against: tuple[TagWord, ...]
    """The words that speak most against it; empty where the model does not know the tag."""
    by_model: bool
    """Whether the weights are those of the model; else how much more frequent a word is in these records."""
    records: int
    """Number of records with the tag."""
    nearest: tuple[TypicalRecord, ...]
    farthest: tuple[TypicalRecord, ...]
    by_encoder: bool
    """Whether the sentence encoder compared the records."""
    confusions: tuple[Confusion, ...]
    """Pairs with this tag, the most frequent first."""
    unseen: bool
    """Whether the confusions are from a report, on records that the model was not trained on."""


def tag_meaning(
    progress: Progress,
    workspace: Workspace,
    model: LinearModel,
    tag: str,
    rows: RowArray,
    *,
    uses_encoder: bool,
) -> TagMeaning:
    """Return what `tag` means to `model`; `rows` are the records that show the tag in the window.

    Raises `MltagError` for an unknown tag.
    """
    states = workspace.states()
    if tag not in {each.name for each in workspace.tag_set.tags}:
        raise MltagError(
            message("There is no tag {value}.", value=tag),
            message(
                "Available tags: {some}.", some=", ".join(each.name for each in workspace.tag_set.tags[:6])
            ),
        )
    its = np.zeros(states.count, np.bool_)
    its[rows[rows < states.count]] = True
    its &= ~states.gone
    vectors = record_vectors(SubProgress(progress, 0.0, 0.4), workspace, model, uses_encoder=uses_encoder)
    nearest, farthest = _typical(workspace, vectors, np.flatnonzero(its).astype(np.int64))
    tags = workspace.tag_set.tags
    known = known_as(tags, model.tags).get(tag, tag)
    by_model = known in model.tags and are_task_of(tags, model.tags)
    counted, with_tag, read, read_with_tag = _count_words(SubProgress(progress, 0.4, 0.8), workspace, its)
    words, against = (
        _weighed(SubProgress(progress, 0.8, 0.9), model, model.tags.index(known), counted)
        if by_model
        else (_distinctive(counted, with_tag, read, read_with_tag), ())
    )
    progress.report(0.9, "comparing decisions and predictions")
    confusions, unseen = _confusions(workspace, model, tag)
    return TagMeaning(
        tag,
        words,
        against,
        by_model,
        int(its.sum()),
        nearest,
        farthest,
        vectors.by_encoder,
        confusions,
        unseen,
    )


def _typical(
    workspace: Workspace, vectors: RecordVectors, rows: NDArray[np.int64]
) -> tuple[tuple[TypicalRecord, ...], tuple[TypicalRecord, ...]]:
    """Return the records nearest to and farthest from the mean of the decided ones, or of all without any."""
    states = workspace.states()
    rows = rows[rows < len(vectors)]
    rows = rows[vectors.vectors.scales[vectors.places[rows]] > 0]  # the others have no known word
    if not len(rows):
        return (), ()
    decided = rows[states.decided[rows] >= 0]
    mean = np.zeros(vectors.vectors.codes.shape[1], np.float32)
    centre = decided if len(decided) else rows
    for start in range(0, len(centre), _AT_ONCE):
        mean += vectors.of(centre[start : start + _AT_ONCE]).sum(axis=0)
    similarity = vectors.similarity(mean / max(float(np.linalg.norm(mean)), 1e-9))[rows]
    order = np.argsort(-similarity, kind="stable")
    near = order[:_RECORDS]
    far = order[::-1][: min(_RECORDS, max(0, len(order) - len(near)))]
    return tuple(_records(workspace, rows, similarity, near)), tuple(
        _records(workspace, rows, similarity, far)
    )


def _records(
    workspace: Workspace, rows: NDArray[np.int64], similarity: NDArray[np.float32], chosen: NDArray[np.intp]
) -> Iterator[TypicalRecord]:
    for place, text in zip(chosen.tolist(), workspace.table.texts(rows[chosen]), strict=True):
        yield TypicalRecord(int(rows[place]), float(similarity[place]), text)


def _count_words(
    progress: Progress, workspace: Workspace, its: NDArray[np.bool_]
) -> tuple[Counter[str], Counter[str], int, int]:
    """Count the records with each word, among all and among those with the tag, and these records."""
    rows = drawn(np.flatnonzero(~workspace.states().gone).astype(np.int64), _READ)
    counted, with_tag = Counter[str](), Counter[str]()
    for step in in_steps(progress, len(rows), _AT_ONCE, "reading the texts"):
        part = rows[step]
        for row, text in zip(part.tolist(), workspace.table.texts(part), strict=True):
            found = {word.casefold() for word in _WORD.findall(text)}
            counted.update(found)
            if its[row]:
                with_tag.update(found)
    return counted, with_tag, len(rows), int(its[rows].sum())


def _weighed(
    progress: Progress, model: LinearModel, tag: int, counted: Counter[str]
) -> tuple[tuple[TagWord, ...], tuple[TagWord, ...]]:
    """Return the words with the largest and the smallest weight for a tag.

    The weight is the score of a text with only this word, compared with the mean score of all tags.
    """
    words = [word for word, count in counted.items() if count >= _LEAST_TEXTS]
    if not words:
        return (), ()
    scores = model.head.scores(extract(model.vectors, words, progress, extra=model.head.extra))
    weights = scores[:, tag] - scores.mean(axis=1)
    order = np.argsort(-weights, kind="stable").tolist()
    best = [TagWord(words[at], float(weights[at]), counted[words[at]]) for at in order[:_WORDS]]
    worst = [TagWord(words[at], float(weights[at]), counted[words[at]]) for at in order[::-1][:_WORDS]]
    return tuple(each for each in best if each.weight > 0), tuple(each for each in worst if each.weight < 0)


def _distinctive(
    counted: Counter[str], with_tag: Counter[str], read: int, read_with_tag: int
) -> tuple[TagWord, ...]:
    """Return the words that are most typical of the records with the tag."""
    frequent = Counter({word: number for word, number in with_tag.items() if number >= _LEAST_TEXTS})
    found = distinctive_words(frequent, read_with_tag, counted, read)[:_WORDS]
    return tuple(TagWord(word, weight, with_tag[word]) for word, weight in found if weight > 0)


def _confusions(workspace: Workspace, model: LinearModel, tag: str) -> tuple[tuple[Confusion, ...], bool]:
    """Return the most frequent confusions with a tag, and whether they are from the model's report."""
    reported = _reported(workspace, model)
    judged = _decided(workspace) if reported is None else reported
    pairs: dict[tuple[str, str], list[RowId]] = {}
    for row, true, predicted in judged:
        if true != predicted and tag in (true, predicted):
            pairs.setdefault((true, predicted), []).append(row)
    found = sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_PAIRS]
    confusions = []
    for (true, predicted), rows in found:
        some = rows[:_EXAMPLES]
        texts = workspace.table.texts(some)
        confusions.append(Confusion(true, predicted, len(rows), tuple(zip(some, texts, strict=True))))
    return tuple(confusions), reported is not None


def _decided(workspace: Workspace) -> Iterable[tuple[RowId, str, str]]:
    """Yield the decided records with a prediction, their decided and predicted tags."""
    states = workspace.states()
    both = (states.decided >= 0) & (states.predicted >= 0) & ~states.gone
    for row in np.flatnonzero(both).tolist():
        yield row, states.tag_names[states.decided[row]], states.tag_names[states.predicted[row]]


def _reported(workspace: Workspace, model: LinearModel) -> list[tuple[RowId, str, str]] | None:
    """Return records, true and predicted tags of the report of the active model; None without a report."""
    stored = next((info.report for info in workspace.models.all() if info.active), None)
    if not stored:
        return None
    report = Report.from_json(stored)
    for place in report.reading_order():
        rows = report.on_rows(place)
        figures = next((each for each in rows.models if each.version == model.version), None)
        if figures is not None and len(figures.answers) == len(rows.records) > 0:
            names = figures.tag_order
            return [
                (row, names[true], names[answer])
                for row, true, answer in zip(rows.records, rows.truth, figures.answers, strict=True)
                if row < workspace.table.count
            ]
    return None
