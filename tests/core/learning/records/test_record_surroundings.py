"""Records similar to a record."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mltag_desktop.core.learning.similar_records import surroundings
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.records.text_store import TextPlaces, TextStore
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.model.test_off_topic import MESSAGES


def test_similar_texts_are_found_while_another_workspace_is_read(tmp_path: Path) -> None:
    """A worker runs calls in threads; the second one began while the first one opened its file."""
    model, among = bundled(), np.zeros(1, np.int64)
    with (
        Workspace.create(tmp_path / "a.mltag", "Ann", model.tags) as first,
        Workspace.create(tmp_path / "b.mltag", "Ann", model.tags) as second,
    ):
        places = []
        for workspace in first, second:
            workspace.table.add_texts(MESSAGES[:2])
            places.append(workspace.table.places([1]))

        class Interrupted(TextPlaces):
            @contextlib.contextmanager
            def opened(self) -> Iterator[TextStore]:
                surroundings(SILENT, model, places[1], among, 3)
                with super().opened() as store:
                    yield store

        found = surroundings(SILENT, model, Interrupted(*places[0]), among, 3)
        assert [neighbour.key for neighbour in found] == [0]
