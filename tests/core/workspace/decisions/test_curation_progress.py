"""The decisions of each day and their pace."""

from datetime import UTC, datetime, timedelta

from mltag_desktop.core.workspace.decisions.decision_statistics import Pace, daily_progress
from mltag_desktop.core.workspace.types import DecisionKind, JournalEntry

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
