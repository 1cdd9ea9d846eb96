"""Order, filter, counts and the queue."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING, ReviewThresholds
from mltag_desktop.core.workspace.search.filtering import counts
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, Sort, order
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    LetterModel,
    created,
    predict_all,
)
from tests.progress import CancelAbove

ALL = Filter()


def found(workspace: Workspace, line: str, below: float = 0.8) -> list[int]:
    """Return the records that a search line finds, in the order of the table."""
    terms = parse(line, workspace.tag_set.tags, workspace.table.columns).terms
    return order(SILENT, workspace, Filter(terms, threshold=ReviewThresholds(below))).tolist()


def test_table_order_and_its_reverse(predicted: Workspace) -> None:
    assert order(SILENT, predicted, ALL).tolist() == list(range(12))
    assert order(SILENT, predicted, ALL, Sort("row", descending=True)).tolist() == list(range(11, -1, -1))


def test_the_sort_is_stable_in_both_directions(predicted: Workspace) -> None:
    up = order(SILENT, predicted, ALL, Sort("tag")).tolist()
    down = order(SILENT, predicted, ALL, Sort("tag", descending=True)).tolist()
    assert up == [0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]
    assert down == [2, 5, 8, 11, 1, 4, 7, 10, 0, 3, 6, 9]


def test_missing_values_come_last_in_both_directions(workspace: Workspace) -> None:
    rows, texts = next(workspace.pending_predictions.pending("letters-1"))
    workspace.pending_predictions.put(rows[6:], LetterModel().predict(texts[6:]))
    for column in ("tag", "confidence", "margin"):
        for descending in (False, True):
            assert order(SILENT, workspace, ALL, Sort(column, descending))[6:].tolist() == list(range(6))


def test_sorting_by_confidence_and_status(predicted: Workspace) -> None:
    rows = order(SILENT, predicted, ALL, Sort("confidence"))
    assert (np.diff(predicted.states().confidence[rows]) >= 0).all()
    predicted.decisions.mark([4], DecisionKind.SKIP)
    predicted.decisions.decide([2], "stones")
    assert order(SILENT, predicted, ALL, Sort("status", descending=True))[:2].tolist() == [2, 4]


def test_source_columns_sort_by_number_or_by_letters(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        workspace.table.add_texts(["10", "9", "", "-1.5"])
        assert order(SILENT, workspace, ALL, Sort(0)).tolist() == [3, 1, 0, 2]
        assert order(SILENT, workspace, ALL, Sort(0, descending=True)).tolist() == [0, 1, 3, 2]
        workspace.table.add_texts(["Zebra", "ähnlich", "apple"])
        assert order(SILENT, workspace, ALL, Sort(0)).tolist() == [3, 0, 1, 5, 6, 4, 2]
        assert order(SILENT, workspace, ALL, Sort("text")).tolist() == [3, 0, 1, 5, 6, 4, 2]
    with pytest.raises(ValueError, match="cannot sort"):
        order(SILENT, workspace, ALL, Sort("colour"))


@pytest.mark.parametrize("largest", [2**30 - 1, 2**30, 2**31, 10**12])
def test_an_empty_cell_sorts_after_the_largest_numbers(tmp_path: Path, largest: int) -> None:
    with created(tmp_path) as workspace:
        workspace.table.add_texts(["", str(largest), "5", str(-largest)])
        assert order(SILENT, workspace, ALL, Sort(0)).tolist() == [3, 2, 1, 0]
        assert order(SILENT, workspace, ALL, Sort(0, descending=True)).tolist() == [1, 2, 3, 0]


def test_equal_numbers_of_any_size_stay_in_the_order_of_the_table(tmp_path: Path) -> None:
    numbers = [65_536, 1, 65_537, -1, 65_536, -65_536, 131_072, 1, -65_537, -1]
    with created(tmp_path) as workspace:
        workspace.table.add_texts([*map(str, numbers), ""])
        for descending in (False, True):
            wanted = sorted(range(len(numbers)), key=numbers.__getitem__, reverse=descending)
            assert order(SILENT, workspace, ALL, Sort(0, descending)).tolist() == [*wanted, len(numbers)]


def test_a_sort_includes_added_records(workspace: Workspace) -> None:
    before = order(SILENT, workspace, ALL, Sort("text")).tolist()
    assert order(SILENT, workspace, ALL, Sort("text", descending=True)).tolist() == before[::-1]
    (added,) = workspace.table.add_texts(["!"]).rows
    assert order(SILENT, workspace, ALL, Sort("text")).tolist() == [added, *before]


def test_filters_are_combined(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "stones")
    assert found(predicted, "tag:stones") == [0, 1, 2, 5, 8, 11]
    assert found(predicted, "tag:stones is:corrected") == [0, 1]
    confidence = predicted.states().confidence
    high = np.flatnonzero((confidence >= 0.7) & (confidence <= 0.99)).tolist()
    assert found(predicted, "confidence>=0.7 confidence<=0.99") == high
    assert found(predicted, "is:review", EVERYTHING) == list(range(2, 12))


def test_a_needle_of_any_length_can_be_searched(workspace: Workspace) -> None:
    workspace.table.add_texts(["Ä%" * 30_000])
    assert found(workspace, "ä%" * 29_000) == [12]


def test_a_search_can_be_cancelled(workspace: Workspace) -> None:
    with pytest.raises(Cancelled):
        order(CancelAbove(), workspace, Filter(parse("fish").terms))
    with pytest.raises(Cancelled):
        order(CancelAbove(), workspace, ALL, Sort(1))


def test_counts_add_up(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "stones")
    predicted.decisions.mark([2], DecisionKind.FLAG)
    counted = counts(predicted.states(), ReviewThresholds(EVERYTHING))
    assert counted.total == counted.predicted == sum(counted.histogram) == 12
    assert counted.by_status[Status.CORRECTED] == 2
    assert sum(counted.by_status.values()) == 12
    assert counted.by_tag == {"birds": 3, "fish": 3, "stones": 6}
    assert (counted.to_review, counted.by_mark[Mark.FLAGGED]) == (10, 1)


def test_counts_without_records(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        counted = counts(workspace.states(), ReviewThresholds())
        assert (counted.total, counted.to_review, counted.by_tag["fish"]) == (0, 0, 0)
        assert order(SILENT, workspace, Filter(parse("x").terms), Sort(0)).tolist() == []


def test_a_wide_table_of_states_sorts_without_the_file(predicted: Workspace) -> None:
    predict_all(predicted, LetterModel())
    predicted.close()
    undecided = Filter(parse("is:undecided").terms)
    assert order(SILENT, predicted, undecided, Sort("confidence")).size == 12
