"""Number of records that need no review after a promotion, and the accuracy of their predictions.

The table consists of copies of 611 labelled texts from other sources: exact copies (`equal`), copies without
15% of their words (`near`), or with a number appended (`numbered`). Some records are decided with their true
tags, and some texts twice with different tags. Then a candidate is trained and promoted (decision 20).
`python -m benchmarks.promotion FOLDER [RECORDS] [SEED]`; FOLDER contains `other_source.csv` and
`holdout.csv`.
"""

import csv
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.decisions.threshold_fallback import review_of
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.core.workspace.workspace import Workspace

CASES: Final = (("near", 22, 0), ("numbered", 22, 0), ("equal", 22, 0), ("near", 60, 22), ("equal", 60, 22))
"""Kind of copies, number of decisions with the true tag, and number of texts with contradictory decisions."""


def labelled(folder: Path) -> list[tuple[str, str]]:
    """Return the labelled texts of both files with their tags."""
    pairs = []
    for name in ("other_source.csv", "holdout.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            pairs += [(f"{r['title']}\n{r['description']}".strip(), r["tag"]) for r in csv.DictReader(file)]
    return pairs


def table(
    source: list[tuple[str, str]], records: int, kind: str, random: np.random.Generator
) -> tuple[list[str], NDArray[np.str_]]:
    """Return the texts and true tags of `records` random copies."""
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
    """Predict all pending records."""
    for rows, texts in workspace.pending_predictions.pending(model.version):
        workspace.pending_predictions.put(rows, model.own.predict(texts))


def tell(words: str, workspace: Workspace, truth: NDArray[np.str_]) -> None:
    """Print the number of records to review, with and without the fallback, and the accuracy of the rest."""
    states = workspace.states()
    right = np.array(states.tag_names)[states.predicted] == truth
    waiting = states.status == int(Status.TO_REVIEW)
    print(f"  {words}: mean confidence {states.confidence.mean():.3f}, right {right.mean():.3f}")
    for name, limits in (("confidence", workspace.thresholds.below()), ("fallback", review_of(workspace))):
        low = limits.asks(states)
        print(
            f"    by {name}: {(low & waiting).sum():,} to review, {right[~low].mean():.3f} of the rest right"
        )


def main(data: Path, records: int, seed: int) -> None:
    """Run and print all cases."""
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
            workspace.table.add_texts(texts)
            workspace.models.set_base(base.version)
            tag_all(workspace, base)
            tell("before", workspace, truth)
            rows_by_text: dict[str, list[int]] = defaultdict(list)
            for row, text in enumerate(texts):
                rows_by_text[text].append(row)
            pairs = [rows for rows in rows_by_text.values() if len(rows) > 1]
            for place in random.permutation(len(pairs))[:twice].tolist():
                first, second = pairs[place][:2]
                workspace.decisions.decide([first], str(truth[first]))
                others = [tag for tag in base.tags if tag != truth[second]]
                workspace.decisions.decide([second], others[int(random.integers(len(others)))])
            for row in random.permutation(records)[:clean].tolist():
                workspace.decisions.decide([row], str(truth[row]))
            training = retrain(SILENT, workspace, base, base, Path(folder) / "work")
            info = workspace.models.add(training.bundle_dir, training.report.to_json(), training.trained_on)
            workspace.models.promote(info.version)
            tag_all(workspace, load_bundle(training.bundle_dir))
            tell("after", workspace, truth)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[2:]]
    main(Path(sys.argv[1]), numbers[0] if numbers else 30_000, numbers[1] if len(numbers) > 1 else 5)
