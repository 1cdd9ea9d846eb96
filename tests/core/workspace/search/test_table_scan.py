"""Operations that read all records."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from tests.progress import CancelAbove


def test_groups_of_equal_texts_are_those_of_comparing_all(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in np.random.default_rng(3).integers(0, 150, 200)]
    texts[5] = texts[6] = texts[199] = ""
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["a", "b"]) as workspace:
        assert workspace.scan.repeats() == ()
        workspace.table.add_texts(texts)
        groups: dict[str, list[int]] = {}
        for row, text in enumerate(texts):
            groups.setdefault(text, []).append(row)
        assert groups.pop("") == workspace.scan.empty().tolist() == [5, 6, 199]
        expected = sorted(tuple(rows) for rows in groups.values() if len(rows) > 1)
        assert list(workspace.scan.repeats()) == expected


def test_a_cancelled_sort_keeps_the_keys_of_the_sort_before_it(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["a", "b"]) as workspace:
        workspace.table.add_texts(["first", "second", "third"])
        by_text = workspace.scan.ranks(SILENT, None)
        with pytest.raises(Cancelled):
            workspace.scan.ranks(CancelAbove(), 0)
        np.testing.assert_array_equal(workspace.scan.ranks(CancelAbove(), None), by_text)
