"""Search for the nearest wanted record, and row sets."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.gui.table import record_order as module
from mltag_desktop.gui.table.record_order import ExtendedRowSet, RowSet, nearest

ROWS = st.lists(st.booleans(), max_size=40)


def among(wanted: set[int], rows: np.ndarray) -> np.ndarray:
    return np.isin(rows, [*wanted])


@given(flags=ROWS, data=st.data(), back=st.booleans())
def test_nearest_equals_exhaustive_search(flags: list[bool], data: st.DataObject, back: bool) -> None:
    order = np.array(data.draw(st.permutations(range(len(flags)))), np.int64)
    here = data.draw(st.integers(-1, len(flags) - 1))
    wanted = {row for row, flag in enumerate(flags) if flag}
    places = [place for place, row in enumerate(order.tolist()) if row in wanted and place != here]
    behind, ahead = [p for p in places if p < here], [p for p in places if p > here]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FIRST_STRETCH", 2)  # small, so that several ranges are needed
        patch.setattr(module, "_LONGEST_STRETCH", 8)
        found = nearest(order, here, partial(among, wanted), back=back)
    expected = behind[-1:] if back else ahead[:1] or behind[:1]
    assert found == (expected[0] if expected else -1)


@given(parts=st.lists(st.sets(st.integers(0, 50)), max_size=4), rows=st.lists(st.integers(0, 200)))
def test_row_set_behaves_like_a_set(parts: list[set[int]], rows: list[int]) -> None:
    made, expected = RowSet(), set[int]()
    for part in parts:
        made.add(np.array([*part], np.int64))
        expected |= part
    assert made.rows.tolist() == sorted(expected)
    assert made.others(np.array(rows, np.int64)).tolist() == [row not in expected for row in rows]
    assert [row in made for row in rows] == [row in expected for row in rows]
    assert 7 in ExtendedRowSet(made, 7)
    made.clear()
    assert not len(made.rows)
    assert 7 not in ExtendedRowSet(made, None)
