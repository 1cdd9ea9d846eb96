"""The process that predicts a table keeps what the search for off-topic records needs."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.records.off_topic_records import OffTopicSearch, find_off_topic
from mltag_desktop.core.learning.records.scored_predictions import predict_and_score, scored_rows
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.pending_predictions import predict_places
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.learning.records.test_off_topic_records import OFF, TEXTS
from tests.core.model.test_off_topic import sample_texts


class Shares(Progress):
    """Collects the steps that are reported."""

    def __init__(self) -> None:
        self.steps: set[str] = set()

    def report(self, fraction: float, step: str = "") -> None:
        """Collect a step."""
        self.steps.add(step)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace of 24 texts on topic and 8 others."""
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as document:
        document.table.add_texts([*TEXTS, "", " "])
        yield document


def test_predictions_are_the_same_and_their_scores_find_the_same_records(workspace: Workspace) -> None:
    before = find_off_topic(SILENT, workspace, bundled())
    rows = np.arange(workspace.table.count)
    for part in (rows[20:], rows[:20]):
        places = workspace.table.places(part)
        own, scored = (predict(SILENT, bundled(), places) for predict in (predict_places, predict_and_score))
        assert np.array_equal(own.predictions.probabilities, scored.predictions.probabilities)
        assert np.array_equal(own.digests, scored.digests)
    assert scored_rows(workspace.table, bundled()).tolist() == rows.tolist()
    steps = Shares()
    after = find_off_topic(steps, workspace, bundled())
    assert not steps.steps  # no text was compared again
    assert np.flatnonzero(after[1].off_topic).tolist() == OFF
    assert np.array_equal(before[1].off_topic, after[1].off_topic)
    assert np.array_equal(before[1].doubtful, after[1].doubtful)


def test_texts_that_were_not_predicted_here_are_compared(workspace: Workspace) -> None:
    expected = find_off_topic(SILENT, workspace, bundled())
    predict_and_score(SILENT, bundled(), workspace.table.places(np.arange(10, 30)))
    found = find_off_topic(SILENT, workspace, bundled())
    assert np.array_equal(expected[1].off_topic, found[1].off_topic)
    workspace.table.add_texts(["one more"])
    assert len(scored_rows(workspace.table, bundled())) == 20


def test_answers_need_few_texts_again(tmp_path: Path) -> None:
    """Marks and decisions change what a score is; the kept vectors find the same records."""
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as workspace:
        workspace.table.add_texts([*TEXTS, *sample_texts(), ""])
        workspace.decisions.decide(range(24), "mlops")
        workspace.decisions.mark(OFF[:3], DecisionKind.OFF_TOPIC)
        expected = find_off_topic(SILENT, workspace, bundled())
        predict_and_score(SILENT, bundled(), workspace.table.places(np.arange(workspace.table.count)))
        search = OffTopicSearch(workspace, bundled())
        search.add_scored()
        assert len(search.open_rows) < 0.05 * workspace.table.count
        found = search.finish(SILENT)
        assert np.array_equal(expected[1].off_topic, found.off_topic)
        assert np.array_equal(expected[1].doubtful, found.doubtful)
        assert found.off_topic[OFF[3:]].any()
