"""A program for kill tests: it changes a workspace and prints what was saved."""

import json
import random
import sys
from pathlib import Path

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all, table_bytes


def said(**what: object) -> None:
    """Print what was saved."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def act(workspace: Workspace, rng: random.Random, folder: Path) -> None:
    """Make a random change, then print the step."""
    count = workspace.table.count
    match rng.randrange(12):
        case 0 | 1 | 2 | 3:
            change = workspace.decisions.decide([rng.randrange(count)], rng.choice(TAGS), str(rng.random()))
        case 4:
            change = workspace.decisions.decide(range(0, count, 2), rng.choice(TAGS), "bulk")
        case 5:
            change = workspace.history.undo() or workspace.decisions.decide([0], "birds")
        case 6:
            change = workspace.table.set_mapping(ColumnMapping(rng.choice([(1,), (2,), (1, 2)]), 0))
        case 7:
            promoted = workspace.models.active == "letters-2"
            change = workspace.models.rollback() if promoted else workspace.models.promote("letters-2")
        case 8:
            name = folder / f"{rng.randrange(3)}.csv"
            name.write_bytes(table_bytes(rng.randrange(5_000, 6_000)))
            change = workspace.source_merge.merge(
                SILENT, workspace.source_merge.plan(SILENT, TableFile(name))
            )
        case 9:
            own = rng.choice([None, rng.random()])
            change = workspace.thresholds.set(rng.random(), {rng.choice(TAGS): own})
        case 10:
            workspace.settle()
            return
        case _:
            predict_all(workspace, LetterModel(f"letters-{rng.randrange(3, 9)}"))
            return
    if change.step is not None:
        said(step=change.step)


def main() -> None:
    """Import, predict, add a model, then make changes until killed."""
    path, seed = Path(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    folder = path.parent
    (folder / "in.csv").write_bytes(table_bytes(6_000))
    with Workspace.create(path, "Kim", TAGS) as workspace:
        said(begun=True)
        workspace.table.import_table(SILENT, TableFile(folder / "in.csv"), ColumnMapping((1, 2), 0))
        said(imported=workspace.table.count)
        predict_all(workspace, LetterModel())
        (folder / "model").mkdir()
        (folder / "model" / "manifest.json").write_text('{"version": "letters-2"}')
        workspace.models.add(folder / "model", None, "nothing")
        said(model="letters-2")
        while True:
            act(workspace, rng, folder)


if __name__ == "__main__":
    main()
