"""Groups of similar records."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.record_groups import group_records
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace

BREAD = ["dough", "flour", "oven", "crust", "yeast", "loaf"]
SHIPS = ["mast", "keel", "sail", "harbour", "rudder", "tide"]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w.mltag", "Ann") as made:
        yield made


def test_records_are_grouped_and_named_by_their_words(workspace: Workspace, tiny_model: LinearModel) -> None:
    for number in range(30):
        rolled = [" ".join((words * 2)[number % 6 :][:4]) for words in (BREAD, SHIPS)]
        workspace.table.add_texts([f"{text} part{number}" for text in rolled])
    groups = group_records(SILENT, workspace, tiny_model, 2)
    assert len(groups) == 2
    for group in groups:
        ours = BREAD if group.words[0] in BREAD else SHIPS
        assert set(group.words) <= set(ours)
        assert len(group.rows) == 30
        assert group.share == pytest.approx(0.5)
        assert all(any(word in text for word in ours) for text in group.examples)
        assert group.name.split()[0] == group.words[0]
    assert len(group_records(SILENT, workspace, tiny_model)) >= 2, "the number is found"
    assert len(group_records(SILENT, workspace, tiny_model, 5)) == 5


def test_names_of_groups_have_no_function_words_and_no_word_twice(
    workspace: Workspace, tiny_model: LinearModel
) -> None:
    games = "This game of {} chess pieces is for you and the other games are for your friends"
    fonts = "With this font and these other fonts of {} letters you have the type that you want"
    workspace.table.add_texts([text.format(number) for number in range(15) for text in (games, fonts)])
    words = {word for group in group_records(SILENT, workspace, tiny_model, 2) for word in group.words}
    assert words.isdisjoint(["this", "you", "the", "for", "and", "with", "these"])
    assert len(words & {"game", "games"}) == len(words & {"font", "fonts"}) == 1


def test_too_few_records_are_an_error(workspace: Workspace, tiny_model: LinearModel) -> None:
    workspace.table.add_texts(["one", "two"])
    with pytest.raises(MltagError, match="too few"):
        group_records(SILENT, workspace, tiny_model)
