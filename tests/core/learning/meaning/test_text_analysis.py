"""Sorting by similarity, by static vectors and by embeddings; near-duplicates as a condition."""

from collections.abc import Callable

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.record_vectors import TextAnalysis, record_vectors, similarities
from mltag_desktop.core.model.encoder import DIMENSION, Embeddings
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.conditions import meaning_of
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, Sort, order
from mltag_desktop.core.workspace.search.text_hits import TextHits
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, make

Make = Callable[..., Workspace]


def term(line: str):
    found = meaning_of(parse(line).terms)
    assert found is not None
    return found


def embed(workspace: Workspace, rows: int) -> np.ndarray:
    """Keep random embeddings of the first texts; return them."""
    vectors = np.random.default_rng(1).normal(size=(rows, DIMENSION)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1)[:, None]
    workspace.embeddings.put(workspace.table.all_digests()[:rows], Embeddings.of(vectors))
    return vectors


def test_static_vectors_find_the_texts_with_the_same_words(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(30, words=2)
    words = make(30, seed=11, words=2).texts[4].split()
    wanted = term("~" + " ".join(reversed(words)))
    found = similarities(SILENT, workspace, tiny_model, wanted, uses_encoder=True)
    assert not found.by_encoder
    assert found.read == 0
    assert int(found.values.argmax()) == 4


def test_embeddings_are_used_when_every_text_has_one(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(20, words=2)
    embed(workspace, 15)
    part = record_vectors(SILENT, workspace, tiny_model, uses_encoder=True)
    assert (part.by_encoder, part.read) == (False, 0.75)
    other = make_workspace(20, words=2)
    vectors = embed(other, 20)
    found = similarities(SILENT, other, tiny_model, term("~#3"), uses_encoder=True)
    assert found.by_encoder
    assert found.values == pytest.approx(vectors @ vectors[2], abs=0.02)
    assert not similarities(SILENT, other, tiny_model, term("~#3"), uses_encoder=False).by_encoder
    with pytest.raises(MltagError, match="no record 21"):
        similarities(SILENT, other, tiny_model, term("~#21"), uses_encoder=True)


def test_new_texts_are_compared_too(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(6)
    record_vectors(SILENT, workspace, tiny_model, uses_encoder=False)
    workspace.table.add_texts(["barks fetches leash bone", ""])
    found = similarities(SILENT, workspace, tiny_model, term("~barks fetches leash"), uses_encoder=False)
    assert int(found.values.argmax()) == 6
    assert found.values[7] == 0


def test_a_table_is_ordered_by_similarity_unless_sorted_otherwise(
    make_workspace: Make, tiny_model: LinearModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mltag_desktop.core.model.encoder.is_installed", bool)
    workspace = make_workspace(30, words=2)
    workspace.decisions.decide(list(range(0, 30, 3)), TAGS[0])
    analysis = TextAnalysis(workspace, lambda: tiny_model)
    hits = TextHits(workspace, analyser=analysis)
    chosen = Filter(terms=parse("~feathers nest seeds tag:bird", workspace.tag_set.tags).terms)
    rows = order(SILENT, workspace, chosen, hits=hits)
    assert sorted(rows.tolist()) == list(range(0, 30, 3))
    assert analysis.by_encoder is False
    assert analysis.values is not None
    assert (np.diff(analysis.values[rows]) <= 0).all()
    assert order(SILENT, workspace, chosen, Sort("row"), hits=hits).tolist() == sorted(rows.tolist())
    assert order(SILENT, workspace, chosen).tolist() == sorted(rows.tolist())


def test_near_duplicates_stand_next_to_each_other(workspace: Workspace, tiny_model: LinearModel) -> None:
    texts = [
        "a cat naps by the old window",
        "a dog digs",
        "birds",
        "A cat naps by the old window.",
        "A dog digs",
    ]
    workspace.table.add_texts(texts)
    hits = TextHits(workspace, analyser=TextAnalysis(workspace, lambda: tiny_model))
    found = order(SILENT, workspace, Filter(terms=parse("is:near-duplicate").terms), hits=hits)
    assert found.tolist() == [0, 3, 1, 4]
    assert hits.knows_near_duplicates
    others = order(SILENT, workspace, Filter(terms=parse("-is:near-duplicate").terms), hits=hits)
    assert others.tolist() == [2]
