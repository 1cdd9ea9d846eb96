"""Whether a table is about something else than the training data of the bundled model."""

from pathlib import Path

import pytest

from mltag_desktop.core.learning.off_topic_records import is_unlike
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.workspace.workspace import Workspace

BANK = "I lost my bank card on the train, please block it"
LEARNING = "A convolutional network learns to segment images of street scenes"


def table(folder: Path, text: str, rows: int = 60) -> Workspace:
    workspace = Workspace.create(folder / f"{rows}.mltag", "kim", bundled().tags)
    workspace.table.add_texts([f"{text} {row}" for row in range(rows)])
    return workspace


@pytest.mark.parametrize("rows", [1, 12, 60])
def test_texts_about_something_else_are_told_before_they_are_predicted(tmp_path: Path, rows: int) -> None:
    with table(tmp_path, BANK, rows) as workspace:
        assert is_unlike(workspace, bundled())
        workspace.decisions.decide([0], bundled().tags[0])
        assert not is_unlike(workspace, bundled()), "somebody works with these tags"


@pytest.mark.parametrize("rows", [0, 1, 12, 60])
def test_texts_like_the_training_data_are_predicted(tmp_path: Path, rows: int) -> None:
    with table(tmp_path, LEARNING, rows) as workspace:
        assert not is_unlike(workspace, bundled())


def test_own_tags_are_not_taken_for_those_of_the_model(tmp_path: Path) -> None:
    with table(tmp_path, BANK) as workspace:
        workspace.tag_set.set(["card lost", "refund"])
        assert not is_unlike(workspace, bundled())
