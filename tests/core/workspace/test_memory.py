"""A closed workspace leaves no memory behind."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop.core.learning.question_queue import learn_queue
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.column_values import few_values
from mltag_desktop.core.workspace.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace of 40 texts."""
    path = tmp_path / "w.mltag"
    with Workspace.create(path, "Ann", bundled().tags) as workspace:
        workspace.table.add_texts([f"a convolutional network of layer {number}" for number in range(40)])
        workspace.decisions.decide([0], "mlops")
    return path


def look(path: Path, model: LinearModel) -> "weakref.ref[Workspace]":
    """Open a workspace to read, as a worker process does, use its parts, and close it."""
    with Workspace.open(path, "Ann", write=False) as workspace:
        few_values(SILENT, workspace)
        learn_queue(SILENT, str(path), workspace, model, "margin")
        return weakref.ref(workspace)


def curate(path: Path, _model: LinearModel) -> "weakref.ref[Workspace]":
    """Open a workspace as the window does, undo, redo and go back in time, and close it."""
    with Workspace.open(path, "Ann") as workspace:
        workspace.history.undo()
        workspace.history.redo()
        workspace.history.return_to(0)
        return weakref.ref(workspace)


@pytest.mark.parametrize("work", [look, curate])
def test_it_is_freed_without_a_garbage_collection(
    path: Path, work: "Callable[[Path, LinearModel], weakref.ref[Workspace]]"
) -> None:
    model = bundled()
    gc.collect()
    gc.disable()  # the arrays of a million records would stay until a complete collection
    try:
        assert work(path, model)() is None
    finally:
        gc.enable()
