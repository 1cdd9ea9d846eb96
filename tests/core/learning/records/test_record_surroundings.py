"""Whether a record is unlike the training data."""

from pathlib import Path

import numpy as np

from mltag_desktop.core.learning.records.record_surroundings import surroundings
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.drift.test_off_topic import MESSAGES


def test_the_off_topic_filter_says_what_is_unlike_the_training_data(tmp_path: Path) -> None:
    texts = [MESSAGES[1], "A transformer model for named entity recognition in clinical text"]
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as workspace:
        workspace.table.add_texts(texts)
        found = [
            surroundings(
                SILENT,
                bundled(),
                workspace.table.places([row]),
                np.zeros(0, np.int64),
                3,
            ).unlike
            for row in range(2)
        ]
    assert found == [True, False]
