"""A program that trains and promotes in a loop until the test kills it."""

import sys
from pathlib import Path

from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.learning.query_slices import Slice, store_slices
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import compare_models
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, promoted


def tell(words: str) -> None:
    """Print a line for the test, unbuffered."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(path: Path) -> None:
    """Train on `path`; report each promotion once it is saved."""
    base = base_model()
    with Workspace.open(path, "ann") as workspace, scratch_folder() as folder:
        current, row = base, 40
        workspace.thresholds.set(0.7, {workspace.tag_set.tags[0].name: 0.9})
        store_slices(workspace, [Slice("First", "", tuple(range(20)))])
        tell("ready")
        while True:
            workspace.decisions.decide([row % 80], workspace.tag_set.tags[row % 3].name)
            row += 1
            made = retrain(SILENT, workspace, current, base, folder)
            current = promoted(workspace, made)
            compare_models(SILENT, workspace, base.version, current.version, base)
            tell(f"promoted {current.version}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
