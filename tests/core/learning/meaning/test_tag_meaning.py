"""Words, typical records and confusions of a tag, known to the model or not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.tag_meaning import TagMeaning, tag_meaning
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import train
from mltag_desktop.core.workspace.search.filtering import rows_shown_as
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import WORDS, make, predict_all, vectors

Make = Callable[..., Workspace]


def meaning(workspace: Workspace, model: LinearModel, tag: str) -> TagMeaning:
    rows = rows_shown_as(workspace.states(), tag)
    return tag_meaning(SILENT, workspace, model, tag, rows, uses_encoder=False)


def test_the_words_of_a_tag_are_those_that_the_model_weighs_most(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(120, words=2)
    predict_all(workspace, tiny_model)
    found = meaning(workspace, tiny_model, "cat")
    assert found.by_model
    assert {each.word for each in found.words[:4]} <= {*WORDS["cat"]}
    assert {each.word for each in found.against[:4]} <= {*WORDS["dog"], *WORDS["bird"]}
    assert all(
        one.weight >= other.weight > 0 for one, other in zip(found.words, found.words[1:], strict=False)
    )
    states = workspace.states()
    assert found.records == int((states.predicted == states.tag_names.index("cat")).sum())
    similarities = [each.similarity for each in (*found.nearest, *reversed(found.farthest))]
    assert similarities == sorted(similarities, reverse=True)
    assert not {each.row for each in found.nearest} & {each.row for each in found.farthest}


def test_words_are_weighed_with_all_features_that_the_model_reads(make_workspace: Make) -> None:
    recipe = replace(RECIPES["hybrid"], characters=True)
    model = train(SILENT, make(30, seed=1), vectors=vectors(), recipe=recipe)
    assert model.head.characters is not None
    workspace = make_workspace(120, words=2)
    predict_all(workspace, model)
    found = meaning(workspace, model, "cat")
    assert {each.word for each in found.words[:4]} <= {*WORDS["cat"]}
    alone = model.head.scores(extract(model.vectors, [found.words[0].word], extra=model.extra))[0]
    assert found.words[0].weight == pytest.approx(alone[model.tags.index("cat")] - alone.mean())


def test_confusions_are_decisions_against_the_prediction(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(30, words=2)
    predict_all(workspace, tiny_model)
    states = workspace.states()
    dogs = np.flatnonzero(states.predicted == states.tag_names.index("dog"))[:2].tolist()
    workspace.decisions.decide(dogs, "bird")
    [pair] = meaning(workspace, tiny_model, "bird").confusions
    assert (pair.true, pair.predicted, pair.count) == ("bird", "dog", 2)
    assert [row for row, _ in pair.examples] == dogs
    assert not meaning(workspace, tiny_model, "bird").unseen
    assert meaning(workspace, tiny_model, "cat").confusions == ()


def test_a_tag_that_a_model_for_other_tags_also_has_is_not_explained_by_it(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(60, ("pets", "bird"), words=2)
    workspace.decisions.decide(range(20), "bird")
    found = meaning(workspace, tiny_model, "bird")
    assert (found.by_model, found.records) == (False, 20)


def test_a_tag_that_the_model_does_not_know_has_the_words_of_its_records(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(60, ("pets", "others"), words=2)
    rows = [row for row, tag in enumerate(make(60, seed=11, words=2).tags) if tag == "cat"]
    workspace.decisions.decide(rows, "pets")
    found = meaning(workspace, tiny_model, "pets")
    assert not found.by_model
    assert found.against == ()
    assert {each.word for each in found.words[:4]} <= {*WORDS["cat"]}
    empty = meaning(workspace, tiny_model, "others")
    assert (empty.records, empty.words, empty.nearest, empty.farthest) == (0, (), (), ())
    with pytest.raises(MltagError, match="no tag fish"):
        meaning(workspace, tiny_model, "fish")
