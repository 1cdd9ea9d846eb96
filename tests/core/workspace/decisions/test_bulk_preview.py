"""Previews of bulk decisions, identical texts and session statistics."""

import numpy as np

from mltag_desktop.core.workspace.decisions.decision_statistics import (
    preview,
    session_summary,
    undecided_twins,
)
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace


def test_a_preview_matches_the_decision(predicted: Workspace) -> None:
    tags = tuple(tag.name for tag in predicted.tag_set.tags)
    predicted.decisions.decide([0, 1], tags[1])
    rows = np.arange(8)
    before = predicted.states()
    said = preview(before, rows, tags)
    assert said.records == 8
    assert said.decided == 2
    assert sum(said.shown.values()) == 8
    predicted.decisions.decide(rows, tags[0])
    was = np.where(before.decided >= 0, before.decided, before.predicted)[rows]
    code = predicted.states().tag_names.index(tags[0])
    assert said.changed[tags[0]] == int((was != code).sum())
    assert said.overruled[tags[0]] == 2
    assert said.overruled[tags[1]] == 0


def test_equal_texts_are_found(workspace: Workspace) -> None:
    workspace.table.add_texts(["the same words", "other words", "the same words", "the same words"])
    first = 12

    def twins(row: int) -> list[int]:
        return undecided_twins(workspace, workspace.states(), row).tolist()

    assert twins(first) == [14, 15]
    assert twins(13) == []
    workspace.decisions.decide([14], workspace.tag_set.tags[0].name)
    assert twins(first) == [15]
    assert twins(99) == []


def test_a_session_counts_current_decisions(predicted: Workspace) -> None:
    states = predicted.states()
    names = states.tag_names
    right = names[states.predicted[0]]
    wrong = next(tag.name for tag in predicted.tag_set.tags if tag.name != names[states.predicted[1]])
    predicted.decisions.decide([0], right)
    predicted.decisions.decide([1], wrong)
    predicted.decisions.decide([2], right)
    predicted.history.undo()
    predicted.decisions.mark([3], DecisionKind.FLAG)
    made = session_summary(predicted.states(), np.arange(4), np.arange(4), 120.0, 10, 6.0)
    assert (made.decided, made.accepted, made.corrected, made.flagged) == (2, 1, 1, 1)
    assert made.right == 0.5
    assert made.per_hour == 60
    assert made.minutes_left == 1
    assert sum(each.records for each in made.tags) == 2
    none = np.empty(0, np.int64)
    assert session_summary(predicted.states(), none, none, 0.0, 0, 4.0).right is None
    without = session_summary(predicted.states(), np.array([1]), none, 0.0, 0, 4.0)
    assert (without.corrected, without.right) == (1, None), "it was decided before it was predicted"
