"""The record states in memory: snapshots and locking."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.workspace.record_states import RecordStates, StatePredictions
from mltag_desktop.core.workspace.types import Change, ChangeKind, Status


@pytest.fixture
def live() -> RecordStates:
    made = RecordStates(("a", "b"))
    made.append(np.zeros(6, "V16"), np.arange(6))
    return made


def answers(best: int, count: int) -> StatePredictions:
    half = np.full(count, 0.5, np.float32)
    return StatePredictions(np.full(count, best, np.int16), half, half, *np.zeros((3, count), np.int32))


def test_a_snapshot_never_changes_and_the_next_one_is_current(live: RecordStates) -> None:
    before = live.picture()
    live.predict(np.arange(3), answers(1, 3), stale=False)
    live.put(np.array([5]), status=Status.ACCEPTED, decided=0)
    after = live.picture()
    assert before.predicted.tolist() == [-1] * 6
    assert after.predicted.tolist() == [1, 1, 1, -1, -1, -1]
    assert after.status.tolist() == [0, 0, 0, 0, 0, int(Status.ACCEPTED)]
    live.predict(np.arange(3, 6), answers(0, 3), stale=True)  # after a snapshot as well
    assert after.predicted.tolist() == [1, 1, 1, -1, -1, -1]
    assert live.picture().predicted.tolist() == [1, 1, 1, 0, 0, 0]


def test_records_without_a_current_prediction_are_found(live: RecordStates) -> None:
    assert live.lack_prediction(2, 2).tolist() == []
    live.predict(np.arange(3), answers(1, 3), stale=False)
    live.predict(np.arange(3, 5), answers(0, 2), stale=True)
    assert live.lack_prediction(2, 6).tolist() == [False, True, True, True]


def test_snapshots_do_not_wait_for_a_long_change(live: RecordStates) -> None:
    with ThreadPoolExecutor(1) as other:
        with live.changing():
            live.put(np.array([0]), status=Status.CORRECTED, decided=0)
            with live.changing():
                live.put(np.array([1]), status=Status.CORRECTED, decided=0)
            seen = other.submit(live.picture).result(timeout=10)  # would hang if it waited
            assert live.picture().status.tolist()[:2] == [int(Status.CORRECTED)] * 2
        assert seen.status.tolist() == [0] * 6
        assert other.submit(live.picture).result().status.tolist()[:2] == [int(Status.CORRECTED)] * 2


def test_records_of_some_statuses_are_found(live: RecordStates) -> None:
    assert not live.picture().has_status(()).any()
    assert live.picture().has_status(Status).all()
    live.put(np.array([1]), status=Status.ACCEPTED, decided=0)
    live.put(np.array([4]), status=Status.CORRECTED, decided=0)
    states = live.picture()
    assert np.flatnonzero(states.has_status({Status.ACCEPTED, Status.CORRECTED})).tolist() == [1, 4]
    assert np.flatnonzero(states.has_status([Status.TO_REVIEW])).tolist() == [0, 2, 3, 5]
    assert RecordStates(()).picture().has_status(Status).tolist() == []


def test_states_of_some_records(live: RecordStates) -> None:
    live.put(np.array([2]), status=Status.CORRECTED, decided=1)
    some = live.picture().of(np.array([2, 0]))
    assert some.count == 2
    assert some.status.tolist() == [int(Status.CORRECTED), 0]
    assert some.decided.tolist() == [1, -1]


@given(rows=st.none() | st.sets(st.integers(0, 30)), row=st.integers(0, 30))
def test_a_change_knows_which_records_it_is_about(rows: set[int] | None, row: int) -> None:
    change = Change(None if rows is None else np.array(sorted(rows), np.int64), ChangeKind(0))
    assert change.is_about(row) == (rows is None or row in rows)
