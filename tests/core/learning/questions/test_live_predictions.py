"""What an export needs to know of the active model."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.learning.question_queue import show_live_predictions
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    table = tmp_path / "table.csv"
    table.write_text("title\na first text\na second text\n", encoding="utf-8")
    with Workspace.create(tmp_path / "table.mltag", "Ann", bundled().tags) as made:
        made.table.import_table(SILENT, TableFile(table), ColumnMapping((0,), None))
        yield made


def promote_own_model(workspace: Workspace, folder: Path) -> None:
    base = bundled()
    head = dataclasses.replace(base.head, bias=base.head.bias + 1)
    model = LinearModel(base.manifest, base.vectors, head, base.base, None).versioned()
    save_bundle(folder, model)
    workspace.models.add(folder, None, "decisions")
    workspace.models.promote(model.version)


def test_a_model_that_knows_the_tags_is_not_unpacked(workspace: Workspace, tmp_path: Path) -> None:
    promote_own_model(workspace, tmp_path / "own")
    assert not show_live_predictions(SILENT, workspace)
    assert not list(workspace.models.folder.iterdir())


def test_a_model_without_a_manifest_does_not_stop_an_export(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    (folder / "manifest.json").write_text('{"version": "damaged"}', encoding="utf-8")
    workspace.models.add(folder, None, "decisions")
    workspace.models.promote("damaged")
    assert not show_live_predictions(SILENT, workspace)
