"""The question queue and its model: order of questions, audit set, reasons."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.learning.question_queue import (
    AUDIT_WORDS,
    QuestionQueue,
    QueueModel,
    is_open_in,
    learn_queue,
)
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each, make, predict_all

Make = Callable[..., Workspace]


def trained(workspace: Workspace, base: LinearModel, order: str = "margin") -> QuestionQueue:
    return QueueModel(workspace, base).learn(SILENT, order)


@pytest.mark.parametrize("order", sorted(ORDERS))
def test_each_strategy_asks_about_all_undecided_records_except_the_audit_set(
    make_workspace: Make, tiny_model: LinearModel, order: str
) -> None:
    workspace = make_workspace(120)
    predict_all(workspace, tiny_model)
    before = workspace.states()
    workspace.decisions.decide([0, 1, 50, 100], TAGS[0])
    line = trained(workspace, tiny_model, order)
    audited = workspace.table.audited()
    assert sorted([*line.rows, *line.audit]) == sorted({*range(120)} - {0, 1, 50, 100})
    assert not audited[line.rows].any()
    assert audited[line.audit].all()
    after = workspace.states()
    assert (before.predicted == after.predicted).all()
    assert (before.confidence == after.confidence).all()
    assert trained(workspace, tiny_model, order).rows.tolist() == line.rows.tolist(), "and in the same order"


def test_a_decided_record_is_asked_again_after_its_text_changed(
    make_workspace: Make, tiny_model: LinearModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_workspace(60)
    workspace.decisions.decide([3, 4], TAGS[0])
    states = replace(workspace.states(), again=np.arange(60) == 3)
    monkeypatch.setattr(workspace, "states", lambda: states)
    assert is_open_in(states, set())(3)
    assert is_open_in(states, set(), ReviewThresholds(0.0))(3)
    assert not is_open_in(states, {3})(3)
    assert not is_open_in(states, set())(4)
    line = trained(workspace, tiny_model)
    assert 3 in {*line.rows.tolist(), *line.audit.tolist()}


def test_the_queue_model_learns_from_decisions(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(120)
    truth = make(120, seed=11, words=1).tags
    learner = QueueModel(workspace, tiny_model)
    first = learner.learn(SILENT, "margin")
    asked = first.rows[:30].tolist()
    decide_each(workspace, truth, asked)
    second = learner.learn(SILENT, "margin")
    assert (first.answers, second.answers) == (0, 30)
    assert not {*second.rows.tolist()} & {*asked}

    def right(line: QuestionQueue) -> int:
        best = zip(line.rows.tolist(), line.probabilities.argmax(axis=1), strict=True)
        return sum(line.tags[code] == truth[row] for row, code in best if row in second.rows)

    assert right(second) >= right(first)


def test_the_base_ranks_if_the_queue_model_is_no_better(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(120)
    learner = QueueModel(workspace, tiny_model)
    learner.learn(SILENT, "margin")
    assert not learner.wants_check
    base = tiny_model.predict(workspace.table.texts(range(40)))
    decide_each(workspace, [base.tags[best] for best in base.best])  # so no model can be better
    line = learner.learn(SILENT, "margin")
    assert learner.wants_check
    learner.check(SILENT)
    assert not learner.wants_check
    after = learner.learn(SILENT, "margin")
    assert after.taught == (not after.doubt)
    assert line.answers == after.answers


def test_tags_of_another_task_are_learned_from_decisions_only(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(60, tags=("north", "south"))
    workspace.decisions.decide([0, 1, 2], "north")
    workspace.decisions.decide([30, 31, 32], "south")
    line = learn_queue(SILENT, "own tags", workspace, tiny_model, "margin").queue
    assert line.tags == ("north", "south")
    assert np.ptp(line.probabilities[:, 0]) > 0


@settings(max_examples=25)
@given(but=st.sets(st.integers(0, 59)), random_check=st.booleans(), shown=st.sets(st.integers(0, 59)))
def test_questions_are_open_visible_and_from_the_right_set(
    asked: tuple[Workspace, QuestionQueue], but: set[int], random_check: bool, shown: set[int]
) -> None:
    workspace, line = asked
    waiting = is_open_in(workspace.states(), but)
    draw = line.draw_audit if random_check else line.next
    question = draw(lambda row: waiting(row) and row in shown)
    free = shown - but
    if question is None:
        assert not free & {*(line.audit if random_check else line.rows).tolist()}
        return
    assert question.row in free
    audit = question.row in line.audit.tolist()
    assert audit == question.audit == random_check == (question.why == AUDIT_WORDS)


@pytest.fixture
def asked(make_workspace: Make, tiny_model: LinearModel) -> tuple[Workspace, QuestionQueue]:
    """A workspace of sixty records and its queue."""
    workspace = make_workspace(60)
    return workspace, trained(workspace, tiny_model)


def test_reasons_name_the_model_without_figures(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(90)
    before = trained(workspace, tiny_model)
    decide_each(workspace, make(90, seed=11, words=1).tags, range(24))
    for line in (before, trained(workspace, tiny_model)):
        model = "The queue’s model" if line.taught else "The bundled model"
        questions = [line.next(partial(int.__eq__, row)) for row in line.rows.tolist()]
        whys = [question.why for question in questions if question is not None]
        assert len(whys) == len(questions) > 0
        assert all(model in why and not any(map(str.isdigit, why)) for why in whys)
        assert line.taught == (not line.doubt)


def test_the_reason_for_an_unranked_record_is_random_choice(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(60, tags=("north", "south", "east", "west"))
    question = trained(workspace, tiny_model).next(lambda _: True)
    assert question is not None
    assert question.why.startswith("Picked at random")


def test_reasons_use_current_tag_names(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(60)
    workspace.tag_set.set(renamed(workspace.tag_set.tags, TAGS[0], "felines"))
    line = trained(workspace, tiny_model)
    assert set(line.tags) == {"felines", *TAGS[1:]}


def test_model_of_a_key_keeps_its_sample(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(30)
    first = learn_queue(SILENT, "one", workspace, tiny_model, "margin").queue.rows.tolist()
    workspace.decisions.decide(first[:1], TAGS[0])
    second = learn_queue(SILENT, "one", workspace, tiny_model, "margin").queue.rows.tolist()
    assert {*second} == {*first[1:]}
