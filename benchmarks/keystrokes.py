"""Keystrokes per decision in a played session on many tags that no model knows, with real texts.

The curator answers the queue's questions and presses what the window shows: Return for the predicted tag, a
digit for one of the nine likeliest, or T, letters until the tag is the first match, and Return. The window
learns after each five answers. python -m benchmarks.keystrokes [ANSWERS]
"""

import csv
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.results import SHARED, Goal, publish
from mltag_desktop.core.learning.question_queue import learn_queue
from mltag_desktop.core.learning.record_features import embed_records
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.tag_picker import matching_tags
from mltag_desktop.gui.state.session import TagKeys

GOALS: Final = (Goal("keystrokes_per_decision", at_most=1.5),)
_ROWS: Final = 800
_ANSWERS: Final = 100
_LEARN_AFTER: Final = 5


def main(answers: int) -> None:
    """Play a session on the sections of packages, and publish the keystrokes."""
    path = SHARED / "packages" / "packages.csv"
    if not path.exists():
        print("keystrokes: not measured, the shared data set is missing")
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    drawn = np.random.default_rng(0).permutation(len(rows))[:_ROWS]
    texts = [f"{rows[place]['title']} {rows[place]['description']}" for place in drawn]
    truth = [rows[place]["section"] for place in drawn]
    tags = tag_infos(sorted({row["section"] for row in rows}))
    with tempfile.TemporaryDirectory() as folder:
        pressed = _played(Path(folder) / "table.mltag", tags, texts, truth, answers)
    figures = {
        "tags": len(tags),
        "with_encoder": encoder.is_installed(),
        "decisions": len(pressed),
        "keystrokes_per_decision": float(np.mean(pressed)),
        "one_keystroke": float(np.mean(np.array(pressed) == 1)),
    }
    publish("keystrokes", figures, GOALS)


def _played(
    path: Path, tags: tuple[TagInfo, ...], texts: list[str], truth: list[str], answers: int
) -> list[int]:
    """Return the number of keys that each decision took."""
    keys, pressed = TagKeys(), list[int]()
    with Workspace.create(path, "Ada", tags) as workspace:
        workspace.table.add_texts(texts)
        if encoder.is_installed():
            every = np.arange(len(texts), dtype=np.int64)
            workspace.embeddings.put(*embed_records(SILENT, workspace, every))
        asked = set[int]()
        while len(pressed) < answers:
            found = learn_queue(
                SILENT, str(path), workspace, bundled(), "coverage", with_encoder=encoder.is_installed()
            )
            workspace.predictions.show_live(found.live)
            new = [row for row in found.queue.rows.tolist() if row not in asked][:_LEARN_AFTER]
            for row in new:
                view = workspace.table.records([row])[0]
                pressed.append(_keystrokes(keys, tags, view.probabilities or {}, view.predicted, truth[row]))
                workspace.decisions.decide([row], truth[row])
                keys.note_use(truth[row])
                asked.add(row)
            if not new:
                break
    return pressed


def _keystrokes(
    keys: TagKeys,
    tags: tuple[TagInfo, ...],
    probabilities: Mapping[str, float],
    predicted: str | None,
    right: str,
) -> int:
    """Return how many keys set the tag `right` on a record."""
    if predicted == right or any(tag.name == right for tag in keys.by_digit(tags, probabilities)):
        return 1
    ordered = keys.order(tags, probabilities)
    for typed in range(1, len(right) + 1):
        if matching_tags(right[:typed], ordered)[0].name == right:
            return 2 + typed
    return 2 + len(right)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _ANSWERS)
