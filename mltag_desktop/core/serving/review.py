"""What the service kept goes into a workspace, and what curators decide there goes back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.figures import probability_words
from mltag_desktop.core.model.cache import PredictionCache
from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.serving.inbox import Inbox
from mltag_desktop.core.serving.items import Decided, Feedback, same_text
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.types import DECIDED, JUDGING, Entry, Kind, RowId

_UID: Final = re.compile(r"\[feedback ([^\]]+)\]$")


@dataclass(frozen=True)
class Imported:
    """What came of the feedback."""

    flagged: int
    """Records flagged now."""
    added: int
    """Of these, texts that the workspace did not hold."""
    known: int
    """Feedback that was imported before."""
    agreeing: int
    """Feedback that says an answer was right; it flags nothing."""


@dataclass(frozen=True)
class Synced:
    """What went each way between the service and a workspace."""

    added: int
    """Texts to review that the workspace did not hold."""
    decided: int
    """Decisions that stand above the service's predictions from now on."""
    withdrawn: int
    """Decisions that were taken back."""


def import_feedback(progress: Progress, inbox: Inbox, workspace: Workspace) -> Imported:
    """Flag what users called wrong, adding the texts that are not there; again does nothing twice."""
    every = inbox.feedback()
    seen = {found[1] for entry in workspace.journal() if (found := _UID.search(entry.note))}
    wrong = [each for each in every if not each.right]
    fresh = [each for each in wrong if each.uid not in seen]
    places, added = _placed(Part(progress, 0.0, 0.7), workspace, [each.text for each in fresh])
    for done, each in enumerate(fresh):
        progress.report(0.7 + 0.3 * done / len(fresh), "flagging")
        workspace.mark([places[same_text(each.text)]], Kind.FLAG, _note(each))
    return Imported(len(fresh), added, len(wrong) - len(fresh), len(every) - len(wrong))


def review(progress: Progress, inbox: Inbox, workspace: Workspace) -> Synced:
    """Take over the workspace's decisions, then hand it the texts to review that it does not hold."""
    found = _decided(Part(progress, 0.0, 0.4), workspace)
    decided = {same_text(text): each for text, each in found.items()}
    fresh, gone = inbox.set_decisions(str(workspace.path), decided)
    above = inbox.decisions()
    waiting = [doubt.text for doubt in inbox.doubts() if same_text(doubt.text) not in above]
    _, added = _placed(Part(progress, 0.4, 1.0), workspace, waiting)
    return Synced(added, fresh, gone)


def to_cache(progress: Progress, cache: PredictionCache, workspace: Workspace) -> tuple[int, int]:
    """Let the workspace's decisions stand above a cache's predictions; returns new and withdrawn."""
    found = _decided(progress, workspace)
    return cache.set_decisions(
        str(workspace.path), {text: (each.tag, each.time) for text, each in found.items()}
    )


def _placed(progress: Progress, workspace: Workspace, texts: Sequence[str]) -> tuple[dict[bytes, RowId], int]:
    """Return where each text stands, once those that were missing are appended, and how many were."""
    if workspace.read_only:
        raise MltagError(
            f"{workspace.path.name} could not be written: {workspace.read_only_reason}.",
            "Close it there first.",
        )
    places: dict[bytes, RowId] = {}
    for row, text in enumerate(workspace.all_texts(progress)):
        places.setdefault(same_text(text), row)
    missing = {key: text for text in texts if (key := same_text(text)) not in places}
    if missing:
        first = workspace.count
        workspace.add_texts(list(missing.values()))
        places.update(zip(missing, range(first, workspace.count), strict=True))
    return places, len(missing)


def _decided(progress: Progress, workspace: Workspace) -> Mapping[str, Decided]:
    """Return what was decided of each text, the latest last; of records with one text the later stands."""
    progress.report(0.0, "reading decisions")
    states = workspace.states()
    rows = np.flatnonzero(np.isin(states.status, list(DECIDED)) & (states.decided >= 0))
    last: dict[RowId, Entry] = {}
    for entry in workspace.journal():
        if entry.record is not None and not entry.undone and entry.kind in JUDGING:
            last[entry.record] = entry
    found: dict[str, Decided] = {}
    texts = dict(zip(rows.tolist(), workspace.texts(rows), strict=True))
    for row in sorted(texts, key=lambda row: last[row].step):
        found.pop(texts[row], None)
        found[texts[row]] = Decided(states.tag_names[states.decided[row]], last[row].curator, last[row].time)
    return found


def _note(given: Feedback) -> str:
    sure = probability_words(given.confidence)
    said = f"A user reported {given.served_tag} as wrong ({sure}, model {given.served_version})"
    if given.tag is not None:
        said += f" and suggested {given.tag}"
    if given.note:
        said += f": {' '.join(given.note.split())}"
    return f"{said} [feedback {given.uid}]"
