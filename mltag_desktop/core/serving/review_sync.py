"""Synchronise a service with a workspace: texts to review and feedback in, decisions back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import probability_words
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import Manifest, UnsurePolicy
from mltag_desktop.core.model.off_topic import OffTopicFilter
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import CuratorDecision, DoubtfulText, Feedback, same_text
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.records.served_answers import ServedAnswer, cells_of, is_prepared
from mltag_desktop.core.workspace.types import DECIDED, JUDGING, DecisionKind, JournalEntry, RowId
from mltag_desktop.core.workspace.workspace import Workspace

_UID: Final = re.compile(r"\[feedback ([^\]]+)\]$")


@dataclass(frozen=True)
class ImportedFeedback:
    """Counts of imported feedback."""

    flagged: int
    """Records flagged by this import."""
    added: int
    """Records added for texts that were not in the workspace."""
    known: int
    """Feedback that was already imported."""
    agreeing: int
    """Feedback that confirms an answer; it does not flag a record."""


@dataclass(frozen=True)
class ReviewSyncResult:
    """Counts of texts and decisions exchanged between a service and a workspace."""

    added: int
    """Texts to review that were added to the workspace."""
    decided: int
    """New decisions that override predictions of the service."""
    withdrawn: int
    """Decisions that were withdrawn."""


def import_feedback(
    progress: Progress, feedback_store: FeedbackStore, workspace: Workspace
) -> ImportedFeedback:
    """Flag the texts that users reported as wrong, and add missing texts; repeating it has no effect."""
    all_feedback = feedback_store.feedback()
    seen = {match[1] for entry in workspace.journal.entries() if (match := _UID.search(entry.note))}
    wrong = [item for item in all_feedback if not item.right]
    new = [item for item in wrong if item.uid not in seen]
    rows, added = _find_or_add(SubProgress(progress, 0.0, 0.7), workspace, [_reported(item) for item in new])
    for done, item in enumerate(new):
        progress.report(0.7 + 0.3 * done / len(new), "flagging")
        row = rows[same_text(item.text)]
        note = workspace.decisions.note_with(row, _note_text(item))
        workspace.decisions.mark([row], DecisionKind.FLAG, note)
    return ImportedFeedback(len(new), added, len(wrong) - len(new), len(all_feedback) - len(wrong))


def review(progress: Progress, feedback_store: FeedbackStore, workspace: Workspace) -> ReviewSyncResult:
    """Send the workspace's decisions to the service, then add missing texts to review to the workspace."""
    decisions_by_text = _latest_decisions(SubProgress(progress, 0.0, 0.4), workspace)
    decided = {same_text(text): decision for text, decision in decisions_by_text.items()}
    new, withdrawn = feedback_store.set_decisions(str(workspace.path), decided)
    overridden = feedback_store.decisions()
    waiting = [_sent(doubt) for doubt in feedback_store.doubts() if same_text(doubt.text) not in overridden]
    _, added = _find_or_add(SubProgress(progress, 0.4, 1.0), workspace, waiting)
    return ReviewSyncResult(added, new, withdrawn)


def to_cache(progress: Progress, cache: PredictionCache, workspace: Workspace) -> tuple[int, int]:
    """Store the workspace's decisions in a prediction cache; return the number of new and withdrawn ones."""
    decisions = _latest_decisions(progress, workspace)
    return cache.set_decisions(
        str(workspace.path), {text: (decision.tag, decision.time) for text, decision in decisions.items()}
    )


def _sent(doubt: DoubtfulText) -> ServedAnswer:
    return ServedAnswer(
        doubt.text,
        doubt.reason,
        doubt.tag,
        doubt.confidence,
        shown_version(doubt.version),
        doubt.time,
        doubt.probability,
    )


def _reported(item: Feedback) -> ServedAnswer:
    return ServedAnswer(
        item.text,
        "feedback",
        item.served_tag,
        item.confidence,
        shown_version(item.served_version),
        item.time,
    )


def _find_or_add(
    progress: Progress, workspace: Workspace, answers: Sequence[ServedAnswer]
) -> tuple[dict[bytes, RowId], int]:
    """Append missing texts to the workspace; return the row of each text, and the number of added texts.

    The answers go with them if the workspace has the columns for it.
    """
    if workspace.read_only:
        raise MltagError(
            f"{workspace.path.name} could not be written: {workspace.read_only_reason}.",
            "Close it there first.",
        )
    rows: dict[bytes, RowId] = {}
    for row, text in enumerate(workspace.scan.all_texts(progress)):
        rows.setdefault(same_text(text), row)
    missing = {key: answer for answer in answers if (key := same_text(answer.text)) not in rows}
    if missing:
        first = workspace.table.count
        if is_prepared(workspace.table):
            workspace.table.add_records([cells_of(answer) for answer in missing.values()])
        else:
            workspace.table.add_texts([answer.text for answer in missing.values()])
        rows.update(zip(missing, range(first, workspace.table.count), strict=True))
    return rows, len(missing)


def _latest_decisions(progress: Progress, workspace: Workspace) -> Mapping[str, CuratorDecision]:
    """Return the decision on each text, the latest last; of records with the same text the later one wins."""
    progress.report(0.0, "reading decisions")
    states = workspace.states()
    rows = np.flatnonzero(states.has_status(DECIDED) & (states.decided >= 0))
    last: dict[RowId, JournalEntry] = {}
    for entry in workspace.journal.entries():
        if entry.record is not None and not entry.undone and entry.kind in JUDGING:
            last[entry.record] = entry
    decisions: dict[str, CuratorDecision] = {}
    texts = dict(zip(rows.tolist(), workspace.table.texts(rows), strict=True))
    for row in sorted(texts, key=lambda row: last[row].step):
        decisions.pop(texts[row], None)
        decisions[texts[row]] = CuratorDecision(
            states.tag_names[states.decided[row]], last[row].curator, last[row].time
        )
    return decisions


def _note_text(given: Feedback) -> str:
    confidence = probability_words(given.confidence)
    version = shown_version(given.served_version)
    note = f"A user reported {given.served_tag} as wrong ({confidence}, model {version})"
    if given.tag is not None:
        note += f" and suggested {given.tag}"
    if given.note:
        note += f": {' '.join(given.note.split())}"
    return f"{note} [feedback {given.uid}]"


def with_review(
    model: LinearModel,
    below: ReviewThresholds,
    unsure: UnsurePolicy = UnsurePolicy.KEEP,
    off_topic: OffTopicFilter | None = None,
) -> LinearModel:
    """Return the model with the thresholds, the policy and the off-topic filter of the workspace.

    Its predictions do not change. The service option `--review-below` takes precedence over these thresholds.
    """
    limits = {"": below.default, **{tag: limit for tag, limit in below.tags.items() if tag in model.tags}}
    manifest: Manifest = replace(
        model.manifest,
        review_below=limits,
        unsure=unsure.published,
        off_topic=() if off_topic is None else off_topic.published(),
        off_topic_doubt=0.0 if off_topic is None else off_topic.doubt,
    )
    return replace(model, manifest=manifest, folder=None)
