"""Learns tags that no model knows from their names and the answers, and ranks and predicts the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.names.name_model import NameModel
from mltag_desktop.core.learning.names.named_tags import TextReader, guideline_mark, version_of
from mltag_desktop.core.learning.names.record_features import MOST_RECORDS, RecordFeatures
from mltag_desktop.core.learning.questions.query_strategies import UndecidedPool, ordered
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import known_as
from mltag_desktop.core.workspace.records.audit_set import among_all
from mltag_desktop.core.workspace.types import LivePredictions, RowArray, States, Status
from mltag_desktop.core.workspace.views.filtering import needs_review
from mltag_desktop.core.workspace.workspace import Workspace

_FIT: Final = 10_000
"""Number of records that the prior is fitted to."""
_AGAIN: Final = 1.5
"""The prior is fitted again when this many times as many records are read."""
_RANKED: Final = 5_000
"""Number of undecided records that are ranked at a time."""
_QUESTIONS: Final = 600
_AUDIT_QUESTIONS: Final = 200
_BLOCK: Final = 8_192


def are_unknown(workspace: Workspace, known: Sequence[str]) -> bool:
    """Return whether the tags of a workspace are another task than that of a model with the tags `known`."""
    from mltag_desktop.core.evaluation.out_of_fold import builds_on

    tags, states = workspace.tag_set.tags, workspace.states()
    decided = [states.tag_names[code] for code in np.unique(states.decided[states.decided >= 0])]
    names = known_as(tags, known)
    return len(tags) > 1 and not builds_on(known, tags, [names.get(tag, tag) for tag in decided])


@dataclass(frozen=True)
class RankedRecords:
    """Undecided records in the order of the questions, most useful first."""

    rows: RowArray
    audit: RowArray
    """Undecided records of the audit set, in random order."""
    probabilities: FloatArray
    before: FloatArray
    """Probabilities without the answers, shape (n, tags)."""


class NamedRecords:
    """A name model of a workspace's records, for one thread at a time; `learn` before the other methods."""

    def __init__(self, reader: TextReader, *, seed: int = 0) -> None:
        self._seed = seed
        self._features = RecordFeatures(reader)
        self._model: NameModel | None = None
        self._mark: list[object] = []
        self._fitted = self._added = 0
        """Number of records that the prior was fitted to, and that are prepared."""
        self._answered: dict[int, int] = {}
        """Code of each record that is learned from, newest last."""
        self._words: dict[bytes, int] = {}
        self._pool: NDArray[np.intp] = np.zeros(0, np.intp)
        """Places of a sample of the records, which is ranked."""
        self._density: FloatArray | None = None
        self._version = ""
        self._open = np.zeros(0, np.bool_)
        self._found: FloatArray = np.zeros((0, 0), np.float32)

    def __len__(self) -> int:
        return self._added

    def is_complete(self, workspace: Workspace) -> bool:
        """Return whether all records are read, or as many as are read at most."""
        return self._added >= min(workspace.table.count, MOST_RECORDS)

    @property
    def answers(self) -> int:
        """Number of answers that are learned from."""
        return len(self._answered)

    def learn(self, progress: Progress, workspace: Workspace, reader: TextReader) -> bool:
        """Take in new records, the tags, their guideline and the answers; return whether there is anything.

        There is nothing without two tags, or before any record is read.
        """
        self._update(SubProgress(progress, 0.0, 0.7), workspace, reader)
        model = self._model
        if model is None:
            return False
        states = workspace.states()
        self._take_answers(workspace, states, reader)
        places = self._places(np.array([*self._answered], np.int64), states.count)
        model.learn(places, np.array([*self._answered.values()], np.int64))
        progress.report(0.8, "predicting the records")
        parts = [model.probabilities(slice(start, start + _BLOCK)) for start in range(0, self._added, _BLOCK)]
        self._found = np.concatenate(parts)
        self._open = states.status[self._features.rows] == np.uint8(Status.TO_REVIEW)
        self._version = version_of(reader)
        return True

    def predictions(self) -> LivePredictions:
        """Return the predictions of the undecided records."""
        model = self._model
        if model is None:
            raise RuntimeError("learn comes first")
        return LivePredictions.of(
            self._version,
            model.tags,
            self._features.rows[self._open],
            self._found[self._open],
            answers=self.answers,
            is_calibrated=model.is_calibrated,
            by_names=True,
        )

    def ranked(self, workspace: Workspace, order: str) -> RankedRecords:
        """Return a sample of the undecided records in the order of a query strategy."""
        model, states = self._model, workspace.states()
        if model is None:
            raise RuntimeError("learn comes first")
        if self._density is None:
            random = np.random.default_rng(self._seed)
            count = min(_RANKED, self._added)
            self._pool = np.sort(random.choice(self._added, count, replace=False))
            self._density = model.density(self._pool.astype(np.int64))
        rows = self._features.rows[self._pool]
        waiting = needs_review(states, None)[rows]
        audited = among_all(workspace.table.all_digests()[rows])
        kept = np.flatnonzero(waiting & ~audited)
        places = self._pool[kept]
        asked = self._places(np.array([*self._answered], np.int64), states.count)
        before = model.prior_probabilities(places.astype(np.int64))
        question = UndecidedPool(
            self._found[places],
            before,
            model.vectors(places.astype(np.int64)),
            model.vectors(asked),
            self._density[kept],
        )
        random = np.random.default_rng(self._seed)
        best = ordered(order, question, random)[:_QUESTIONS]
        audit = random.permutation(rows[waiting & audited])[:_AUDIT_QUESTIONS]
        return RankedRecords(rows[kept][best], audit, self._found[places][best], before[best])

    def _update(self, progress: Progress, workspace: Workspace, reader: TextReader) -> None:
        is_new = self._features.grow(SubProgress(progress, 0.0, 0.5), workspace)
        count, mark = len(self._features), guideline_mark(reader)
        if not count or len(reader.tags) < 2:
            self._model, self._fitted, self._added = None, 0, 0
            return
        is_small = self._fitted < _FIT and count >= _AGAIN * self._fitted
        if is_new or self._model is None or mark != self._mark or is_small:
            sample = self._features.sample(reader, workspace, _FIT)
            self._model = reader.fitted(SubProgress(progress, 0.5, 0.9), sample, seed=self._seed)
            self._mark, self._fitted, self._added = mark, len(sample), 0
            self._answered.clear()
        if count > self._added:
            self._model.add(self._features.blocks(reader, workspace, self._added))
            self._added, self._density = count, None

    def _take_answers(self, workspace: Workspace, states: States, reader: TextReader) -> None:
        """Note the answers, without the audit set and texts with the same words as one of it."""
        names = [tag.name for tag in reader.tags]
        code_of = np.array(
            [*(names.index(name) if name in names else -1 for name in states.tag_names), -1], np.int64
        )
        codes = code_of[states.decided]
        decided = (states.status != np.uint8(Status.TO_REVIEW)) & (codes >= 0)
        if len(states.again):
            decided &= ~states.again
        digests = workspace.table.all_digests()
        rows = np.flatnonzero(decided).astype(np.int64)
        audited = among_all(digests[rows])
        if audited.any():
            words = self._words_of(workspace, rows, digests[rows])
            audited = np.isin(words, words[audited])
        rows = rows[~audited & (self._places(rows, states.count) >= 0)]
        now = dict(zip(rows.tolist(), codes[rows].tolist(), strict=True))
        same = {row: code for row, code in self._answered.items() if now.get(row) == code}
        self._answered = same | now

    def _words_of(
        self, workspace: Workspace, rows: RowArray, digests: NDArray[np.void]
    ) -> NDArray[np.uint64]:
        """Return a digest of the words of each record, whatever their case and punctuation."""
        keys = [digest.tobytes() for digest in digests]
        new = [place for place, key in enumerate(keys) if key not in self._words]
        if new:
            found = text_digests(workspace.table.texts(rows[new]), SILENT)
            self._words.update(zip((keys[place] for place in new), found.tolist(), strict=True))
        return np.array([self._words[key] for key in keys], np.uint64)

    def _places(self, rows: RowArray, count: int) -> RowArray:
        """Return the place of each record among those that are read; -1 for one that is not."""
        places = np.full(count, -1, np.int64)
        places[self._features.rows] = np.arange(len(self._features))
        found: RowArray = places[rows]
        return found
