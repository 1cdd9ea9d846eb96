"""Predictions of a whole table are the same in one process and in several, and as of one text at a time."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.learning.off_topic_records import is_due, refresh_off_topic
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import rows
from tests.core.model.test_off_topic import MESSAGES

TEXTS = [*(f"{title} {description}" for title, description, _ in rows()), *MESSAGES, " "]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as made:
        yield made


def assert_suspects_are_those_of_all_texts(document: Workspace) -> None:
    found = document.states().off_topic.copy()
    document.off_topic.basis = None
    refresh_off_topic(SILENT, document, bundled())  # reads all texts again
    assert np.array_equal(document.states().off_topic, found)
    assert found.any()


@pytest.mark.parametrize("processes", [1, 2])
def test_predictions_and_off_topic_records_do_not_depend_on_processes(
    document: Workspace, processes: int
) -> None:
    document.table.add_texts(TEXTS)
    assert predict_pending(SILENT, document, bundled(), processes, fewest=0) == len(TEXTS)
    assert np.array_equal(document.states().confidence, bundled().predict(TEXTS).confidence)
    assert not is_due(document, bundled())
    assert_suspects_are_those_of_all_texts(document)
    assert predict_pending(SILENT, document, bundled(), processes, fewest=0) == 0


def test_the_records_that_were_predicted_before_are_compared_too(document: Workspace) -> None:
    document.table.add_texts(TEXTS[:-10])
    predict_pending(SILENT, document, bundled())
    document.table.add_texts(TEXTS[-10:])
    assert predict_pending(SILENT, document, bundled()) == 10
    assert_suspects_are_those_of_all_texts(document)
