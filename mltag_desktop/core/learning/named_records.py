"""Predict and rank the records of a workspace whose tags no model knows.

Their names and the answers teach the tags. Answers are decided records, without random checks and what a
model was trained on.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.significance import is_clearly_better
from mltag_desktop.core.learning.named_tags import (
    FEWEST_ANSWERS,
    LeftOutAnswers,
    TextReader,
    guideline_mark,
    sharpened,
    sharpness,
    supported,
    version_of,
)
from mltag_desktop.core.learning.names.name_model import NameModel
from mltag_desktop.core.learning.record_features import (
    MOST_RECORDS,
    RankedRecords,
    RecordFeatures,
    RecordRanking,
)
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress, in_parts
from mltag_desktop.core.workspace.decisions.certificates import model_states
from mltag_desktop.core.workspace.decisions.tag_set import known_as
from mltag_desktop.core.workspace.decisions.threshold_fallback import proven_cuts
from mltag_desktop.core.workspace.types import LivePredictions, RowArray, States, Status
from mltag_desktop.core.workspace.workspace import Workspace

_NONE: NDArray[np.uint64] = np.zeros(0, np.uint64)


class RecordAnswers:
    """Reads the decisions of a workspace, and keeps what it knows of their texts between calls."""

    def __init__(self) -> None:
        self._words: dict[bytes, int] = {}

    def rows(self, workspace: Workspace, states: States, trained: NDArray[np.uint64] = _NONE) -> RowArray:
        """Return the decided records, without the audit set and texts with the same words as one of it.

        Records whose text has a digest in `trained`, as `text_digests` gives it, are left out too.
        """
        rows = _decided(states)
        digests = workspace.table.all_digests()[rows]
        audited = workspace.table.audit_set.contains(digests)
        if audited.any() or len(trained):
            words = self._words_of(workspace, rows, digests)
            audited = np.isin(words, words[audited]) | np.isin(words, trained)
        found: RowArray = rows[~audited]
        return found

    def consistent(self, workspace: Workspace, states: States, rows: RowArray) -> RowArray:
        """Return those of the decided `rows` whose text has no other tag in another of them."""
        digests = workspace.table.all_digests()[rows]
        words = self._words_of(workspace, rows, digests).copy()
        wordless = np.flatnonzero(words == text_digests([""])[0])
        words[wordless] = digests[wordless].view(np.uint64).reshape(-1, 2)[:, 0]  # the same text, not words
        _, texts = np.unique(words, return_inverse=True)
        tags = states.decided[rows]
        first = np.zeros(len(rows), tags.dtype)
        first[texts] = tags
        differing = np.bincount(texts, tags != first[texts])
        found: RowArray = rows[differing[texts] == 0]
        return found

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


def random_checks(workspace: Workspace, states: States) -> RowArray:
    """Return the decided records of the audit set."""
    rows = _decided(states)
    found: RowArray = rows[workspace.table.audited(rows)]
    return found


def _decided(states: States) -> RowArray:
    decided = (states.status != np.uint8(Status.TO_REVIEW)) & (states.decided >= 0) & ~states.again
    return np.flatnonzero(decided).astype(np.int64)


def codes_of(states: States, rows: RowArray, tags: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the index in `tags` of the decided tag of each of `rows`; -1 for another tag."""
    place = {tag: code for code, tag in enumerate(tags)}
    code_of = np.array([*(place.get(name, -1) for name in states.tag_names), -1], np.int64)
    found: NDArray[np.int64] = code_of[states.decided[rows]]
    return found


class LearnedRecords:
    """A name model of a workspace's records that learns from their answers; for one thread at a time.

    Subclasses fit the model; `learn` comes before the other methods.
    """

    def __init__(self, reader: TextReader) -> None:
        self._features = RecordFeatures(reader)
        self._answers = RecordAnswers()
        self._ranking = RecordRanking()
        self._fitted_model: NameModel | None = None
        self._learned: dict[int, int] = {}
        """Code of each record that is learned from, newest last."""

    @property
    def answers(self) -> int:
        """Number of answers that are learned from."""
        return len(self._learned)

    @property
    def _model(self) -> NameModel:
        if self._fitted_model is None:
            raise RuntimeError("learn comes first")
        return self._fitted_model

    def ranked(self, workspace: Workspace, order: str) -> RankedRecords:
        """Return a sample of the undecided records in the order of a query strategy."""
        asked = np.array([*self._learned], np.int64)
        return self._ranking.ranked(workspace, self._model, self._features, asked, order)

    def _known(self, states: States, rows: RowArray) -> tuple[RowArray, NDArray[np.int64]]:
        """Return those of the decided `rows` that are read and have a tag of the model, and its code."""
        codes = codes_of(states, rows, self._model.tags)
        known = (codes >= 0) & (self._features.places(rows) >= 0)
        return rows[known], codes[known]

    def _learn_from(self, states: States, rows: RowArray) -> tuple[RowArray, NDArray[np.int64]]:
        """Take the answers on `rows`; return their places and codes, those that are new or changed last."""
        rows, codes = self._known(states, rows)
        now = dict(zip(rows.tolist(), codes.tolist(), strict=True))
        self._learned = {row: code for row, code in self._learned.items() if now.get(row) == code} | now
        places = self._features.places(np.array([*self._learned], np.int64))
        return places, np.array([*self._learned.values()], np.int64)

    def _live(
        self,
        states: States,
        version: str,
        scaled: Callable[[FloatArray], FloatArray],
        *,
        by_names: bool,
        english: int = 0,
    ) -> tuple[LivePredictions, NDArray[np.bool_]]:
        """Return the predictions of the undecided records, and which of the read ones these are.

        Their probabilities are `scaled`.
        """
        open_ = states.status[self._features.rows] == np.uint8(Status.TO_REVIEW)
        learned = states.status[np.array([*self._learned], np.int64)]
        found = LivePredictions.of(
            version,
            self._model.tags,
            self._features.rows[open_],
            scaled(self._model.all_probabilities()[open_]),
            answers=self.answers,
            known=int((learned == np.uint8(Status.KNOWN)).sum()),
            by_names=by_names,
            english=english,
        )
        return found, open_


_FIT: Final = 10_000
"""Number of records that the prior is fitted to."""
_AGAIN: Final = 1.5
"""The prior is fitted again when this many times as many records are read."""


def are_unknown(workspace: Workspace, known: Sequence[str]) -> bool:
    """Return whether the tags of a workspace are another task than that of a model with the tags `known`."""
    from mltag_desktop.core.training.out_of_fold import builds_on

    tags, states = workspace.tag_set.tags, workspace.states()
    decided = [states.tag_names[code] for code in np.unique(states.decided[states.decided >= 0])]
    names = known_as(tags, known)
    return len(tags) > 1 and not builds_on(known, tags, [names.get(tag, tag) for tag in decided])


class NamedRecords(LearnedRecords):
    """Predicts the records from the names of the tags and the answers."""

    def __init__(self, reader: TextReader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._mark: list[object] = []
        self._fitted = self._added = 0
        """Number of records that the prior was fitted to, and that are prepared."""
        self._left_out = LeftOutAnswers()
        self._checks, self._sharpness = 0, 1.0
        """Number of decided random checks, and what they and left-out answers say of the confidence."""
        self._held_out = np.zeros((0, 1), np.float32), np.zeros(0, np.int64)
        """Probabilities and tags of answers that were left out and of random checks."""
        self._version = ""

    def __len__(self) -> int:
        return self._added

    def is_complete(self, workspace: Workspace) -> bool:
        """Return whether all records are read, or as many as are read at most."""
        return self._added >= min(workspace.table.count, MOST_RECORDS)

    def learn(self, progress: Progress, workspace: Workspace, reader: TextReader) -> bool:
        """Take in new records, the tags, their guideline and the answers; return whether there is anything.

        There is nothing without two tags, or before any record is read.
        """
        *updating, learning, measuring = in_parts(progress, self._costs(workspace))
        self._update(updating, workspace, reader)
        if self._fitted_model is None:
            return False
        model, states = self._model, workspace.states()
        places, codes = self._learn_from(states, self._answers.rows(workspace, states))
        model.learn(places, codes, learning)
        self._left_out.measure(model, places, codes, measuring)
        checks, truth = self._known(states, random_checks(workspace, states))
        self._checks = len(checks)
        proven = self._left_out.sharpness
        checked = model.probabilities(self._features.places(checks))
        self._sharpness = proven * sharpness(sharpened(checked, proven), truth)
        self._held_out = checked, truth
        if len(self._left_out.rows):
            left_out = self._left_out.probabilities, self._left_out.codes
            self._held_out = np.concatenate([left_out[0], checked]), np.concatenate([left_out[1], truth])
        self._version = version_of(self._reader)
        progress.report(1.0, "predicting the records")
        return True

    def is_clearly_worse(self, workspace: Workspace) -> bool:
        """Return whether the active model clearly predicts more of the left-out answers that still hold.

        Records that it was trained on show what it predicts out of fold. The queue asks where the names are
        unsure, so the answers show the names worse than they are on the table.
        """
        found, model = self._left_out, self._fitted_model
        if model is None or not len(found.rows):
            return True
        states, rows = model_states(workspace), self._features.rows[found.rows]
        kept = codes_of(states, rows, model.tags) == found.codes
        by_names = found.probabilities.argmax(axis=1) == found.codes
        by_model = states.predicted[rows] == states.decided[rows]
        return not kept.any() or is_clearly_better(by_model[kept], by_names[kept])

    def predictions(self, workspace: Workspace) -> LivePredictions:
        """Return the predictions of the undecided records."""

        def scaled(probabilities: FloatArray) -> FloatArray:
            return supported(sharpened(probabilities, self._sharpness), self.answers + self._checks)

        english = 0 if self._reader.english is None else self._features.english
        found, _ = self._live(workspace.states(), self._version, scaled, by_names=True, english=english)
        probabilities, codes = self._held_out
        likely = scaled(probabilities)
        is_check = np.arange(len(codes)) >= len(codes) - self._checks
        is_right, limits = likely.argmax(axis=1) == codes, workspace.thresholds.below()
        return found.confirmed_from(
            proven_cuts(likely.max(axis=1), is_right, is_check, limits, self._model.tags)
        )

    def _costs(self, workspace: Workspace) -> list[float]:
        """Return about how many seconds reading, fitting, preparing, learning and measuring take."""
        new = max(0, min(workspace.table.count, MOST_RECORDS) - len(self._features))
        answers = int((workspace.states().decided >= 0).sum())
        learning = 0.1 + 0.0005 * answers
        measuring = 5 * learning if answers >= FEWEST_ANSWERS else 0.01
        fitting = 0.5 + 0.0001 * min(new, _FIT) if self._fitted_model is None else 0.01
        return [0.000005 * new, fitting, 0.00001 * new, learning, measuring]

    def _update(self, parts: Sequence[Progress], workspace: Workspace, reader: TextReader) -> None:
        reading, fitting, preparing = parts
        is_new = self._features.grow(reading, workspace)
        count, english = len(self._features), self._features.english
        mark = [*guideline_mark(reader), english]
        if not count or len(reader.tags) < 2:
            self._fitted_model, self._fitted, self._added = None, 0, 0
            return
        model, added, sample = None if is_new else self._fitted_model, self._added, None
        is_small = self._fitted < _FIT and count >= _AGAIN * self._fitted
        if model is None or mark != self._mark or is_small:
            sample = self._features.sample(_FIT)
            self._reader = self._features.reader(reader)
            texts = self._features.text_set(self._reader, workspace, sample)
            model, added = self._reader.fitted(fitting, texts), 0
        if count > added:
            model.add(self._features.blocks(preparing, self._reader, workspace, added), fitted=sample)
        if sample is not None:  # only now, because a cancelled call leaves the model without records
            self._mark, self._fitted = mark, len(sample)
            self._learned, self._left_out = {}, LeftOutAnswers()
        self._fitted_model, self._added = model, count
