"""The statistics of decisions: progress by day and session, and what a bulk decision changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from mltag_desktop.core.workspace.decisions.decision_statistics import (
    Pace,
    daily_progress,
    preview,
    session_summary,
    undecided_twins,
)
from mltag_desktop.core.workspace.types import DecisionKind, JournalEntry
from mltag_desktop.core.workspace.workspace import Workspace

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def entry(
    step: int,
    seconds: float,
    kind: str = DecisionKind.ACCEPT,
    *,
    undone: bool = False,
    predicted: str | None = "baking",
) -> JournalEntry:
    time = (NOON + timedelta(seconds=seconds)).isoformat()
    return JournalEntry(step, step, kind, "baking", "ann", time, None, predicted, None, "", undone)


def test_each_day_has_its_decisions_and_its_pace() -> None:
    first = [entry(n, 10 * n, DecisionKind.CORRECT if n % 4 == 0 else DecisionKind.ACCEPT) for n in range(13)]
    later = [entry(20, 3_600), entry(21, 86_400)]
    today, tomorrow = daily_progress([*first, *later], UTC)
    assert (today.day, today.accepted, today.corrected) == ("2026-03-01", 10, 4)
    assert today.minutes == 2.0, "the break of nearly an hour is no work"
    assert today.per_hour == 14 / 2 * 60
    assert (tomorrow.day, tomorrow.decided, tomorrow.per_hour) == ("2026-03-02", 1, None)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"], ids=["to summer time", "to standard time"])
def test_the_hour_that_summer_time_adds_or_takes_is_neither_work_nor_a_break(day: str) -> None:
    changes = datetime.fromisoformat(f"{day}T01:00:00+00:00")
    started = (changes - NOON).total_seconds() - 300
    entries = [entry(n, started + 30 * n) for n in range(21)]
    (progress,) = daily_progress(entries, ZoneInfo("Europe/Berlin"))
    assert (progress.day, progress.decided, progress.minutes) == (day, 21, 10.0)


@pytest.mark.parametrize("damaged", ["", "25:61", "0001-01-01T00:00:00", "9999-12-31T23:59:59-12:00"])
def test_a_damaged_time_counts_for_no_day(damaged: str) -> None:
    sound = entry(1, 0)
    assert daily_progress([sound, sound._replace(time=damaged)]) == daily_progress([sound])


def test_bulk_steps_count_but_set_no_pace_and_undone_or_other_steps_do_not_count() -> None:
    bulk = [entry(1, 0)] * 500
    others = [entry(2, 5, undone=True), entry(3, 6, DecisionKind.FLAG), entry(4, 7, DecisionKind.KNOWN)]
    (day,) = daily_progress([*bulk, *others], UTC)
    assert (day.decided, day.single, day.per_hour) == (500, 0, None)
    assert daily_progress([]) == ()


def test_decisions_of_colleagues_are_no_work_of_ones_own() -> None:
    own = [entry(1, 0), entry(2, 9, DecisionKind.CORRECT)]
    theirs = [entry(step, step, kind) for step in (3, 4) for kind in ("correct", DecisionKind.IMPORTED)]
    assert daily_progress([*own, *theirs], UTC) == daily_progress(own, UTC)


def test_only_decisions_on_predicted_records_say_how_often_the_model_is_right() -> None:
    without = [entry(n, n, DecisionKind.CORRECT, predicted=None) for n in range(3)]
    (day,) = daily_progress(without, UTC)
    assert (day.decided, day.corrected, day.right) == (3, 0, None)
    (day,) = daily_progress([*without, entry(4, 4), entry(5, 5, DecisionKind.CORRECT)], UTC)
    assert (day.decided, day.accepted, day.corrected, day.right) == (5, 1, 1, 0.5)


def test_the_time_left_follows_the_usual_decision_and_no_single_pause() -> None:
    pace = Pace()
    for seconds in (5, 6, 5, 50, 5, 6, 40, 5, 6, 5, 400, 6, 5, 55, 6):
        before = pace.seconds
        pace.add(seconds)
        assert abs(pace.seconds - before) < 0.5
    assert 4 < pace.seconds < 6


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
