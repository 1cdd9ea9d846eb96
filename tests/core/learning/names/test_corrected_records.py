"""Answers on top of the active model: shown where they help, limited by its confidence, counted when new."""

from collections.abc import Callable

import numpy as np
import pytest

from mltag_desktop.core.learning.question_queue import LearnedQueue, learn_queue
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.types import Origin
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each, make, predict_all, vectors

Make = Callable[..., Workspace]
ROTATED = {"bird": "cat", "cat": "dog", "dog": "bird"}
"""A table where the words mean other tags than in the training data."""


def learned(workspace: Workspace, base: LinearModel, active: LinearModel | None = None) -> LearnedQueue:
    return learn_queue(SILENT, str(workspace.path), workspace, base, "margin", active or base)


def right(workspace: Workspace, truth: tuple[str, ...], rows: range) -> float:
    states = workspace.states()
    return float(np.mean([states.tag_names[states.predicted[row]] == truth[row] for row in rows]))


def test_answers_that_help_are_shown(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(120)
    truth = tuple(ROTATED[tag] for tag in make(120, seed=11, words=1).tags)
    predict_all(workspace, tiny_model)
    decide_each(workspace, truth, range(9))
    assert learned(workspace, tiny_model).live is None, "nine answers say too little"
    decide_each(workspace, truth, range(9, 60))
    before = right(workspace, truth, range(60, 120))
    found = learned(workspace, tiny_model)
    assert found.live is not None
    workspace.predictions.show_live(found.live)
    states = workspace.states()
    assert states.origin is Origin.ANSWERS
    assert right(workspace, truth, range(60, 120)) > before + 0.2
    assert states.unconfirmed[60:].any()
    assert workspace.predictions.versions(np.array([60]))[0] == f"{tiny_model.version}+{found.live.answers}"


def test_answers_that_agree_change_nothing(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(60)
    predict_all(workspace, tiny_model)
    states = workspace.states()
    truth = tuple(states.tag_names[code] for code in states.predicted)
    decide_each(workspace, truth, range(30))
    assert learned(workspace, tiny_model).live is None


@pytest.fixture
def own_model() -> LinearModel:
    """A model of three tags that the base does not have."""
    rows = make(60, seed=3)
    named = Examples(rows.texts, tuple(f"my {tag}" for tag in rows.tags))
    return train(SILENT, named, vectors=vectors())


def test_new_answers_are_those_that_the_active_model_was_not_trained_on(
    make_workspace: Make, tiny_model: LinearModel, own_model: LinearModel
) -> None:
    own = tuple(f"my {tag}" for tag in TAGS)
    workspace = make_workspace(tags=own)
    workspace.table.add_texts(list(make(60, seed=3).texts[:6]))
    decide_each(workspace, own * 21, (0, 1, 60, 61, 62))
    found = learned(workspace, tiny_model, own_model)
    assert found.new_answers <= 2
    assert found.live is None
    assert len(found.queue.rows)
    assert set(found.queue.tags) == set(own)
    assert learned(workspace, tiny_model).new_answers >= found.new_answers + 2


def test_decisions_that_contradict_each_other_are_not_new_answers(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(60)
    workspace.table.add_texts([f"odd text {number}" for number in range(30)])
    odd = np.flatnonzero(~workspace.table.audited(range(60, 90)))[:2] + 60
    workspace.table.add_texts([f"ODD text {odd[0] - 60}!"])
    for row, tag in ((int(odd[0]), TAGS[0]), (int(odd[1]), TAGS[0]), (90, TAGS[1])):
        workspace.decisions.decide([row], tag)
    assert learned(workspace, tiny_model).new_answers == 1
    workspace.decisions.decide([90], TAGS[0])
    assert learned(workspace, tiny_model).new_answers == 3 - bool(workspace.table.audited([90])[0])
