"""How many records a promotion takes out of review, and how often what leaves review is right.

A table repeats 611 labelled texts of other sources: whole (`equal`), each copy without 15% of its words
(`near`), or with a number added (`numbered`). Records are decided with their true tags, and texts twice with
different tags; then a candidate is trained and promoted (decision 20).
`python -m benchmarks.promotion FOLDER [RECORDS] [SEED]`; FOLDER holds `other_source.csv` and `holdout.csv`.
"""

import csv
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.loop import retrain
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.fallback import review_of
from mltag_desktop.core.workspace.types import Status

CASES: Final = (("near", 22, 0), ("numbered", 22, 0), ("equal", 22, 0), ("near", 60, 22), ("equal", 60, 22))
"""Kind of copies, decisions with the true tag, and texts decided twice with different tags."""


def labelled(folder: Path) -> list[tuple[str, str]]:
    """Return texts and tags."""
    found = []
    for name in ("other_source.csv", "holdout.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            found += [(f"{r['title']}\n{r['description']}".strip(), r["tag"]) for r in csv.DictReader(file)]
    return found


def table(
    source: list[tuple[str, str]], records: int, kind: str, random: np.random.Generator
) -> tuple[list[str], NDArray[np.str_]]:
    """Return the texts and the true tags of a table of copies."""
    texts: list[str] = []
    tags: list[str] = []
    for place in random.integers(0, len(source), records).tolist():
        text, tag = source[place]
        if kind == "near":
            text = " ".join(word for word in text.split(" ") if random.random() > 0.15) or text
        elif kind == "numbered":
            text = f"{text} (entry {len(texts)})"
        texts.append(text)
        tags.append(tag)
    return texts, np.array(tags)


def tag_all(workspace: Workspace, model: LinearModel) -> None:
    """Tag every record."""
    for rows, texts in workspace.pending(model.version):
        workspace.put_predictions(rows, model.own.predict(texts))


def tell(words: str, workspace: Workspace, truth: NDArray[np.str_]) -> None:
    """Print how much is to review, with and without the fallback, and how much of the rest is right."""
    states = workspace.states()
    right = np.array(states.tag_names)[states.predicted] == truth
    waiting = states.status == int(Status.TO_REVIEW)
    print(f"  {words}: mean confidence {states.confidence.mean():.3f}, right {right.mean():.3f}")
    for name, limits in (("confidence", workspace.review_below()), ("fallback", review_of(workspace))):
        low = limits.asks(states)
        print(
            f"    by {name}: {(low & waiting).sum():,} to review, {right[~low].mean():.3f} of the rest right"
        )


def main(data: Path, records: int, seed: int) -> None:
    """Play each case."""
    source = labelled(data)
    base = bundled()
    for kind, clean, twice in CASES:
        random = np.random.default_rng(seed)
        texts, truth = table(source, records, kind, random)
        print(f"{records:,} records, {kind} copies, {clean} decisions, {twice} contradictions")
        with (
            tempfile.TemporaryDirectory() as folder,
            Workspace.create(Path(folder) / "table.mltag", "Ada", base.tags) as workspace,
        ):
            workspace.add_texts(texts)
            workspace.set_base(base.version)
            tag_all(workspace, base)
            tell("before", workspace, truth)
            alike: dict[str, list[int]] = defaultdict(list)
            for row, text in enumerate(texts):
                alike[text].append(row)
            pairs = [rows for rows in alike.values() if len(rows) > 1]
            for place in random.permutation(len(pairs))[:twice].tolist():
                first, second = pairs[place][:2]
                workspace.decide([first], str(truth[first]))
                others = [tag for tag in base.tags if tag != truth[second]]
                workspace.decide([second], others[int(random.integers(len(others)))])
            for row in random.permutation(records)[:clean].tolist():
                workspace.decide([row], str(truth[row]))
            made = retrain(SILENT, workspace, base, base, Path(folder) / "work")
            info = workspace.add_candidate(made.bundle_dir, made.report.to_json(), made.trained_on)
            workspace.promote(info.version)
            tag_all(workspace, made.model)
            tell("after", workspace, truth)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[2:]]
    main(Path(sys.argv[1]), numbers[0] if numbers else 30_000, numbers[1] if len(numbers) > 1 else 5)
