"""Operations that read all records."""

from pathlib import Path

import numpy as np

from mltag_desktop.core.workspace.workspace import Workspace


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
