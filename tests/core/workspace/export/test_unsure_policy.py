"""The policy for unsure predictions: stored with the workspace, undoable, and enforced by exports."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.workspace import Workspace


@pytest.fixture
def half(predicted: Workspace) -> tuple[Workspace, set[int]]:
    """Return a workspace with one decision, and its unsure rows: the other rows below the median."""
    confidence = predicted.states().confidence
    limit = float(sorted(confidence)[6])
    predicted.thresholds.set(limit)
    [lowest] = predicted.decisions.decide([int(confidence.argmin())], "fish").rows
    return predicted, {row for row in range(12) if confidence[row] < limit} - {int(lowest)}


def exported(workspace: Workspace, path: Path, **options: Any) -> list[dict[str, str]]:
    path.unlink(missing_ok=True)
    export(SILENT, workspace, path, "table", options=ExportOptions(**options))
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_unsure_predictions_can_be_left_out_flagged_or_moved(
    half: tuple[Workspace, set[int]], tmp_path: Path
) -> None:
    workspace, unsure = half
    assert unsure
    kept = exported(workspace, tmp_path / "out.csv")
    assert all(row["mltag_tag"] for row in kept)
    workspace.thresholds.set_unsure(UnsurePolicy.FLAG)
    flagged = exported(workspace, tmp_path / "out.csv")
    assert {at for at, row in enumerate(flagged) if row["needs_review"] == "true"} == unsure
    assert all(row["needs_review"] == "false" for at, row in enumerate(flagged) if at not in unsure)
    assert [row["mltag_tag"] for row in flagged] == [row["mltag_tag"] for row in kept]
    workspace.thresholds.set_unsure(UnsurePolicy.COLUMN)
    for path in (tmp_path / "out.csv", tmp_path / "out.jsonl"):
        moved = exported(workspace, path)
        for at, (row, before) in enumerate(zip(moved, kept, strict=True)):
            apart = ("", before["mltag_tag"]) if at in unsure else (before["mltag_tag"], "")
            assert (row["mltag_tag"] or "", row["unsure_tag"] or "") == apart
    workspace.thresholds.set_unsure(UnsurePolicy.EMPTY)
    empty = exported(workspace, tmp_path / "out.csv")
    assert {at for at, row in enumerate(empty) if not row["mltag_tag"]} == unsure
    assert all((empty[at]["predicted_tag"], empty[at]["confidence"]) == ("", "") for at in unsure)


def test_a_mapped_column_gets_no_unsure_tag(half: tuple[Workspace, set[int]], tmp_path: Path) -> None:
    workspace, unsure = half
    workspace.table.set_mapping(ColumnMapping((1, 2), 0, None, 3))
    source = exported(workspace, tmp_path / "out.csv", fill=False)
    workspace.thresholds.set_unsure(UnsurePolicy.EMPTY)
    filled = exported(workspace, tmp_path / "out.csv", fill=True)
    states = workspace.states()
    open_rows = {row for row in unsure if states.waiting()[row]}
    assert all(filled[row]["tag"] == source[row]["tag"] for row in open_rows)


def test_an_export_is_refused_until_all_unsure_predictions_are_reviewed(
    half: tuple[Workspace, set[int]], tmp_path: Path
) -> None:
    workspace, unsure = half
    workspace.thresholds.set_unsure(UnsurePolicy.REFUSE)
    with pytest.raises(MltagError, match=f"{len(unsure)} unsure predictions"):
        exported(workspace, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()
    assert len(exported(workspace, tmp_path / "reviewed.csv", rows="reviewed")) == 1
    workspace.decisions.decide(sorted(unsure), "fish")
    assert all(row["mltag_tag"] for row in exported(workspace, tmp_path / "out.csv"))


def test_a_stricter_export_is_allowed_and_a_looser_one_refused(
    half: tuple[Workspace, set[int]], tmp_path: Path
) -> None:
    workspace, unsure = half
    workspace.thresholds.set_unsure(UnsurePolicy.FLAG)
    with pytest.raises(MltagError, match="its policy is “flag”"):
        exported(workspace, tmp_path / "out.csv", unsure=UnsurePolicy.KEEP)
    found = exported(workspace, tmp_path / "out.csv", unsure=UnsurePolicy.EMPTY)
    assert sum(not row["mltag_tag"] for row in found) == len(unsure)


def test_the_policy_is_a_step_that_keeps_the_thresholds(predicted: Workspace) -> None:
    predicted.thresholds.set(0.7, {"fish": 0.9})
    predicted.thresholds.set_unsure(UnsurePolicy.EMPTY)
    predicted.thresholds.set(0.6)
    assert predicted.thresholds.unsure is UnsurePolicy.EMPTY
    predicted.history.undo()
    predicted.history.undo()
    assert predicted.thresholds.unsure is UnsurePolicy.KEEP
    assert predicted.thresholds.below().default == pytest.approx(0.7)
    predicted.history.redo()
    assert predicted.thresholds.unsure is UnsurePolicy.EMPTY
    assert predicted.thresholds.set_unsure(UnsurePolicy.EMPTY).step is None
