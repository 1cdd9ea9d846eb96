"""What new answers teach on top of the active model, which stays as it is until the next training.

The model is that of `name_model` with the scores of the active model as its prior: a regression on the
residual, so that an answer changes only what it speaks about. Keywords that the guideline has since the
promotion are scores beside the prior, and new examples and descriptions count as answers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.named_records import LearnedRecords
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet
from mltag_desktop.core.model.extraction import Features, extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import known_as, present_names
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings
from mltag_desktop.core.workspace.storage.journal import values_of
from mltag_desktop.core.workspace.storage.metadata import tags_of
from mltag_desktop.core.workspace.types import Action, LivePredictions, RowArray, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

FEWEST: Final = 10
"""Number of new answers from which it is measured whether they help."""
_CHECK_AGAIN: Final = 1.2
"""Growth of the number of answers after which the benefit is measured again."""
_FOLDS: Final = 5
_FIT: Final = 10_000
_BLOCK: Final = 4_096
_KEYWORD_WEIGHT: Final = np.float32(2.0)
"""Weight of keywords relative to names: a trained model is surer than names, and the curator corrects it."""
_UNKNOWN: Final = 1e-3
"""Probability by the active model of a tag that it does not have."""


class CorrectedRecords(LearnedRecords):
    """Corrects the active model by the answers it was not trained on; for one thread at a time."""

    def __init__(self, active: LinearModel) -> None:
        self._reader = TextReader(active.vectors, (), False)
        super().__init__(self._reader)
        self._active = active
        self._prior = np.zeros((0, 0), np.float32)
        """Probabilities by the active model, shape (records, tags)."""
        self._checked_at, self._helps = 0, False
        self._guideline: tuple[TagInfo, ...] = ()
        """What the guideline says of each tag since the model was promoted."""

    @property
    def version(self) -> str:
        """The version of the active model."""
        return self._active.version

    @property
    def helps(self) -> bool:
        """Whether the guideline has changed, or the answers improve predictions of left-out answers."""
        return self._helps or has_guideline(self._guideline)

    def new_answers(self, workspace: Workspace) -> int:
        """Return the number of answers that the next training can learn from and the active model did not.

        Decisions with different tags on the same words, and texts of the holdout, are not trained on.
        """
        states, seen = workspace.states(), [self._active.base.digests]
        if self._active.holdout is not None:
            seen.append(self._active.holdout.digests)
        rows = self._answers.rows(workspace, states, np.concatenate(seen))
        return len(self._answers.consistent(workspace, states, rows))

    def learn(self, progress: Progress, workspace: Workspace) -> bool:
        """Take in new records and answers; return whether there are two tags and records."""
        self._update(SubProgress(progress, 0.0, 0.8), workspace)
        if self._fitted_model is None:
            return False
        model, states = self._model, workspace.states()
        rows = self._answers.rows(workspace, states, self._active.base.digests)
        places, codes = self._learn_from(states, rows)
        if len(codes) < FEWEST:
            self._checked_at, self._helps = 0, False
        elif len(codes) >= _CHECK_AGAIN * self._checked_at or len(codes) < self._checked_at:
            progress.report(0.8, "measuring what the answers teach")
            self._checked_at, self._helps = len(codes), self._is_better(model, places, codes)
        if self.helps and not self._helps:  # the guideline alone
            places, codes = places[:0], codes[:0]
        model.learn(places, codes)
        progress.report(0.9)
        return True

    def predictions(self, workspace: Workspace) -> LivePredictions:
        """Return the predictions of the undecided records.

        A confidence never exceeds that of the active model for the same tag, and nothing confirms the
        confidence of another tag. The bound of `confidence.supported` is not needed: the rows of the active
        model support its tags, and corrected records are rather too unsure
        (docs/decisions/0031-live-predictions.md).
        """
        version = f"{self.version}+{self.answers if self._helps else 0}"
        found, open_ = self._live(workspace.states(), version, lambda found: found, by_names=False)
        return found.limited(self._prior[open_])

    def _update(self, progress: Progress, workspace: Workspace) -> None:
        tags = tuple(tag.name for tag in workspace.tag_set.tags)
        before = len(self._features)
        is_new = self._features.grow(SubProgress(progress, 0.0, 0.4), workspace)
        if not len(self._features) or len(tags) < 2:
            self._fitted_model = None
            return
        model = self._fitted_model
        if is_new or model is None or model.tags != tags:
            before, model = 0, None
            self._prior = np.zeros((0, len(tags)), np.float32)
        parts = [self._prior]
        names = present_names(workspace.tag_set.tags, self._active.tags)
        for start in range(len(self._prior), len(self._features), _BLOCK):
            progress.report(0.4 + 0.5 * start / len(self._features))
            places = np.arange(start, min(start + _BLOCK, len(self._features)))
            parts.append(_by_tag(self._predicted(workspace, places), names, tags))
        self._prior = np.concatenate(parts)
        guideline = guideline_since_promotion(workspace)
        if model is None or guideline != self._guideline:
            before, self._guideline = 0, guideline
            self._learned, self._checked_at = {}, 0
            self._reader = TextReader(self._active.vectors, guideline, False)
            model = NameModel(guideline, self._reader.encode)
            texts, _ = model.example_texts()
            examples = None
            if texts:
                prior = _by_tag(self._active.predict(texts).probabilities, names, tags)
                examples = self._read(extract(self._active.vectors, texts), prior, texts)
            model.fit_given(self._text_set(workspace, self._features.sample(_FIT)), examples)
            self._fitted_model = model
        if before < len(self._features):
            model.add(self._blocks(workspace, before))

    def _predicted(self, workspace: Workspace, places: NDArray[np.intp]) -> FloatArray:
        """Return the probabilities by the active model of the records at some places."""
        if not self._active.extra and not self._active.is_heavy:  # needs no more than is read already
            return self._active.predict_features(self._features.words(places)).probabilities
        texts = workspace.table.texts(self._features.rows[places])
        return self._active.predict(texts, embedder=KeptEmbeddings(workspace.embeddings)).probabilities

    def _blocks(self, workspace: Workspace, start: int) -> Iterator[TextSet]:
        for first in range(start, len(self._features), _BLOCK):
            yield self._text_set(workspace, np.arange(first, min(first + _BLOCK, len(self._features))))

    def _text_set(self, workspace: Workspace, places: NDArray[np.intp]) -> TextSet:
        texts = workspace.table.texts(self._features.rows[places]) if self._reader.has_keywords else None
        return self._read(self._features.words(places), self._prior[places], texts)

    def _read(self, words: Features, prior: FloatArray, texts: Sequence[str] | None) -> TextSet:
        """Return the features of texts that the active model predicts with the probabilities `prior`."""
        read = self._reader.text_set(words, None, texts)
        return replace(read, hints=_KEYWORD_WEIGHT * read.hints + np.log(prior))

    def _is_better(self, model: NameModel, places: RowArray, codes: NDArray[np.int64]) -> bool:
        """Return whether answers predict left-out answers better than the active model alone does."""
        folds = np.random.default_rng(0).permutation(len(codes)) % _FOLDS
        found = np.zeros((len(codes), len(model.tags)), np.float32)
        for fold in range(_FOLDS):
            kept = folds != fold
            model.learn(places[kept], codes[kept])
            found[~kept] = model.probabilities(places[~kept])
        before, each = self._prior[places], np.arange(len(codes))
        more_right = (found.argmax(axis=1) == codes).sum() > (before.argmax(axis=1) == codes).sum()
        surer = np.log(found[each, codes] + 1e-9).sum() > np.log(before[each, codes] + 1e-9).sum()
        return bool(more_right and surer)


def guideline_since_promotion(workspace: Workspace) -> tuple[TagInfo, ...]:
    """Return each tag with what its guideline says more than when the active model was promoted.

    A new description is one of the examples. Without a change of the tags since, there is nothing more.
    """
    promoted = [workspace.journal.steps_of(action) for action in (Action.PROMOTE, Action.ROLLBACK)]
    last = max((step.number for steps in promoted for step in steps), default=0)
    later = [step for step in workspace.journal.steps_of(Action.TAGS) if step.number > last]
    tags = workspace.tag_set.tags
    before = tags_of(values_of(Action.TAGS, later[0].before)["tags"]) if later else tags
    old, named = {tag.name: tag for tag in before}, known_as(tags, [tag.name for tag in before])
    return tuple(_added(tag, old.get(named.get(tag.name, tag.name))) for tag in tags)


def _added(tag: TagInfo, before: TagInfo | None) -> TagInfo:
    """Return a tag with what its guideline says more than before; None for a tag that is new."""
    before = before or TagInfo(tag.name, "", "", 0)
    said = {before.description.strip(), *before.examples, ""}
    return TagInfo(
        tag.name,
        "",
        "",
        0,
        examples=tuple(text for text in (tag.description.strip(), *tag.examples) if text not in said),
        keywords=tuple(word for word in tag.keywords if word not in before.keywords),
        excluded_keywords=tuple(
            word for word in tag.excluded_keywords if word not in before.excluded_keywords
        ),
    )


def has_guideline(tags: Iterable[TagInfo]) -> bool:
    """Return whether the guideline says anything of the tags."""
    return any(tag.examples or tag.keywords or tag.excluded_keywords for tag in tags)


def _by_tag(probabilities: FloatArray, names: list[str], tags: tuple[str, ...]) -> FloatArray:
    """Return the probabilities of `names`, which may repeat, for each of `tags`; rows sum to 1."""
    found = np.full((len(probabilities), len(tags)), _UNKNOWN, np.float32)
    for column, name in enumerate(names):
        if name in tags:
            found[:, tags.index(name)] += probabilities[:, column]
    return np.asarray(found / found.sum(axis=1, keepdims=True), np.float32)
