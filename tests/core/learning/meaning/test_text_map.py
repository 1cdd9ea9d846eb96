"""Places of the records on the map: similar ones together, kept in the workspace, odd tables."""

from collections.abc import Callable

import numpy as np
import pytest

from mltag_desktop.core.learning import text_map as maps
from mltag_desktop.core.learning.text_map import text_map
from mltag_desktop.core.model.encoder import DIMENSION, Embeddings
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace

Make = Callable[..., Workspace]


def grouped(make_workspace: Make, count: int) -> tuple[Workspace, np.ndarray]:
    """Make records whose embeddings form two groups."""
    workspace = make_workspace(count, words=2)
    generator, group = np.random.default_rng(2), np.arange(count) % 2
    vectors = generator.normal(scale=0.02, size=(count, DIMENSION)).astype(np.float32)
    vectors[np.arange(count), group] += 1
    vectors /= np.linalg.norm(vectors, axis=1)[:, None]
    workspace.embeddings.put(workspace.table.all_digests(), Embeddings.of(vectors))
    return workspace, group


def test_similar_records_are_near_each_other_and_the_map_is_kept(
    make_workspace: Make, tiny_model: LinearModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maps, "MOST_FITTED", 40)  # the others are placed by their neighbours
    workspace, group = grouped(make_workspace, 60)
    draft = text_map(SILENT, workspace, tiny_model, uses_encoder=True, is_draft=True)
    assert draft.stored is None
    found = text_map(SILENT, workspace, tiny_model, uses_encoder=True)
    assert found.by_encoder
    for each in (draft, found):
        assert np.abs(each.points).max() <= 1
        one, other = each.points[group == 0], each.points[group == 1]
        spread = max(one.std(axis=0).max(), other.std(axis=0).max())
        assert np.linalg.norm(one.mean(axis=0) - other.mean(axis=0)) > 2 * spread
    assert found.stored is not None
    workspace.text_maps.put(found.stored)
    again = text_map(SILENT, workspace, tiny_model, uses_encoder=True)
    assert again.stored is None
    assert (again.points == found.points).all()


def test_new_records_go_to_their_neighbours_and_the_others_stay(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace, _ = grouped(make_workspace, 40)
    found = text_map(SILENT, workspace, tiny_model, uses_encoder=True)
    assert found.stored is not None
    workspace.text_maps.put(found.stored)
    workspace.table.add_texts(["a new text"])
    vector = np.zeros((1, DIMENSION), np.float32)
    vector[0, 0] = 1
    workspace.embeddings.put(workspace.table.all_digests()[40:], Embeddings.of(vector))
    more = text_map(SILENT, workspace, tiny_model, uses_encoder=True)
    assert (more.points[:40] == found.points).all()
    near = np.linalg.norm(more.points[:40] - more.points[40], axis=1).argsort()[:3]
    assert (near % 2 == 0).all()
    assert more.stored is not None


@pytest.mark.parametrize("texts", [[], [""], ["barks"], ["barks", "milk"], ["nest"] * 3, ["", "nest"]])
def test_a_few_records_have_a_map(make_workspace: Make, tiny_model: LinearModel, texts: list[str]) -> None:
    workspace = make_workspace(0)
    workspace.table.add_texts(texts)
    found = text_map(SILENT, workspace, tiny_model, uses_encoder=False)
    assert found.points.shape == (len(texts), 2)
    assert (np.isnan(found.points[:, 0]) == [not text for text in texts]).all()
    assert not found.by_encoder


def test_a_damaged_map_is_ignored(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(20)
    stored = text_map(SILENT, workspace, tiny_model, uses_encoder=False).stored
    assert stored is not None
    workspace.text_maps.put(stored)
    assert workspace.text_maps.last() is not None
    workspace.text_maps.put(stored._replace(source="another"))
    assert text_map(SILENT, workspace, tiny_model, uses_encoder=False).stored is not None
