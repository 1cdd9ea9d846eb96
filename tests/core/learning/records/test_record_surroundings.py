"""Whether a record is unlike the training data."""

import dataclasses
from pathlib import Path

import numpy as np

from mltag_desktop.core.learning.records.record_surroundings import surroundings
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.drift.test_off_topic import MESSAGES


def test_models_without_an_off_topic_filter_say_what_is_unlike_their_training_data(tmp_path: Path) -> None:
    model = bundled()
    few = LinearModel(
        dataclasses.replace(model.manifest, version="few"),
        model.vectors,
        model.head,
        model.base.take(np.arange(19)),
        None,
    )
    texts = [MESSAGES[1], "A transformer model for named entity recognition in clinical text"]
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as workspace:
        workspace.table.add_texts(texts)
        places = [workspace.table.places([row]) for row in range(2)]
        nobody = np.zeros(0, np.int64)
        found = [surroundings(SILENT, few, place, nobody, 3).unlike for place in places]
        assert found == [True, False]
        # the bundled model has a filter, whose limit depends on the table: `OffTopicStore` says it
        assert not surroundings(SILENT, model, places[0], nobody, 3).unlike
