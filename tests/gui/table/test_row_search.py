"""Search for the nearest wanted record."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.gui.table import record_order as module
from mltag_desktop.gui.table.record_order import nearest

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
