"""Shadow model: compare a candidate's predictions with those of the active model while working.

The tags of the table do not change. Only decisions made after the shadow model was started count, so that it
was trained on none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.statistics.significance import (
    counts_in_words,
    verdict_in_words,
    verdict_of,
)
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_set import by_present_names, present_names
from mltag_desktop.core.workspace.records.kept_embeddings import KeptEmbeddings
from mltag_desktop.core.workspace.search.filtering import present
from mltag_desktop.core.workspace.types import ANNOTATING, JUDGING, RowId, States
from mltag_desktop.core.workspace.workspace import Workspace

_CHUNK: Final = 1_000
_KEY: Final = "shadow"


@dataclass(frozen=True)
class ShadowModel:
    """The predictions of the shadow model for every record."""

    version: str
    tags: tuple[str, ...]
    codes: NDArray[np.int16]
    """Index into `tags`, shape (records,)."""
    confidence: NDArray[np.float32]
    since: int
    """The journal's last step when the shadow model was started."""

    def tag(self, row: RowId) -> str | None:
        """Return the predicted tag of a record; None for a record that was added later."""
        return self.tags[self.codes[row]] if 0 <= row < len(self.codes) else None


@dataclass(frozen=True)
class ShadowScore:
    """Agreement of the shadow and the active model with later decisions."""

    both: int
    """Decisions that agree with both."""
    current: int
    """Decisions that agree with the active model only."""
    candidate: int
    """Decisions that agree with the candidate only."""
    neither: int

    @property
    def decided(self) -> int:
        """Number of all decisions."""
        return self.both + self.current + self.candidate + self.neither

    @property
    def words(self) -> str:
        """Return the score as a sentence with all counts."""
        if not self.decided:
            return message("No decisions since the shadow model was started.")
        verdict, sureness = verdict_of(self.candidate, self.current)
        counts = counts_in_words(self.candidate, self.current)
        return message_plural(
            "Shadow model, {n:,} decision: {counts}; {verdict_in_words}.",
            "Shadow model, {n:,} decisions: {counts}; {verdict_in_words}.",
            self.decided,
            counts=counts,
            verdict_in_words=verdict_in_words(verdict, sureness),
        )


def start_shadow(workspace: Workspace, version: str) -> None:
    """Start a candidate as shadow model, from the journal's last step on; stored in the workspace."""
    steps = workspace.journal.steps(limit=1)
    since = steps[0].step if steps else 0
    workspace.set_preference(_KEY, {"version": version, "since": since})


def stop_shadow(workspace: Workspace) -> None:
    """Stop the shadow model."""
    workspace.set_preference(_KEY, None)


def shadow_choice(workspace: Workspace) -> tuple[str, int] | None:
    """Return the version of the shadow model and the step since which it runs; None without one.

    A candidate that was promoted or discarded is no longer a shadow model.
    """
    kept: Any = workspace.preference(_KEY)
    if not isinstance(kept, dict):
        return None
    version, since = kept.get("version"), kept.get("since")
    if not isinstance(version, str) or not isinstance(since, int):
        return None
    there = {model.version for model in workspace.models.all() if not model.bundled and not model.active}
    return (version, since) if version in there else None


def predict_shadow(
    progress: Progress, workspace: Workspace, candidate: LinearModel, since: int
) -> ShadowModel:
    """Predict every record with a candidate; tags get their current names."""
    own, count, tags = candidate.own, workspace.table.count, workspace.tag_set.tags
    codes, confidence = np.zeros(count, np.int16), np.zeros(count, np.float32)
    kept = KeptEmbeddings(workspace.embeddings)
    for start in range(0, count, _CHUNK):
        progress.report(start / count, "running the shadow model")
        stop = min(start + _CHUNK, count)
        texts = workspace.table.texts(range(start, stop))
        answers = by_present_names(own.predict(texts, embedder=kept), tags)
        codes[start:stop], confidence[start:stop] = answers.best, answers.confidence
    names = tuple(dict.fromkeys(present_names(tags, own.tags)))
    return ShadowModel(candidate.manifest.version, names, codes, confidence, since)


def shadow_model_of(progress: Progress, workspace: Workspace) -> ShadowModel | None:
    """Predict every record with the shadow model of the workspace; None without one."""
    chosen = shadow_choice(workspace)
    if chosen is None:
        return None
    version, since = chosen
    return predict_shadow(progress, workspace, load_bundle(workspace.models.bundle_path(version)), since)


def disagreements(states: States, shadow: ShadowModel) -> NDArray[np.int64]:
    """Return the undecided records with different predictions, those with the most confident models first."""
    count = min(states.count, len(shadow.codes))
    place = {tag: code for code, tag in enumerate(states.tag_names)}
    theirs = np.array([place.get(tag, -2) for tag in shadow.tags], np.int64)[shadow.codes[:count]]
    open_ = states.waiting(slice(count)) & present(states)[:count]
    differ = open_ & (states.predicted[:count] >= 0) & (states.predicted[:count] != theirs)
    rows = np.flatnonzero(differ)
    sure = np.minimum(states.confidence[rows], shadow.confidence[rows])
    return rows[np.argsort(-sure, kind="stable")].astype(np.int64)


def score(workspace: Workspace, shadow: ShadowModel) -> ShadowScore:
    """Score the latest decision on each record since the shadow model was started."""
    decided: dict[RowId, tuple[str, str]] = {}
    for entry in workspace.journal.entries():
        if entry.record is None or entry.undone or entry.step <= shadow.since or entry.kind in ANNOTATING:
            continue
        decided.pop(entry.record, None)
        if entry.kind in JUDGING and entry.tag is not None and entry.predicted_tag is not None:
            decided[entry.record] = (entry.tag, entry.predicted_tag)
    return _counted([(tag, predicted, shadow.tag(row)) for row, (tag, predicted) in decided.items()])


def _counted(evaluated: Sequence[tuple[str, str, str | None]]) -> ShadowScore:
    counts = {(False, False): 0, (False, True): 0, (True, False): 0, (True, True): 0}
    for tag, current, candidate in evaluated:
        if candidate is not None:
            counts[current == tag, candidate == tag] += 1
    return ShadowScore(counts[True, True], counts[True, False], counts[False, True], counts[False, False])
