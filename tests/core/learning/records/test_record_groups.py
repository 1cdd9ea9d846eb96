"""Groups of similar records."""

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
def workspace(tmp_path: Path):
    texts = []
    for number in range(30):
        for words in (BREAD, SHIPS):
            texts.append(" ".join(words[(number + step) % 6] for step in range(4)) + f" part{number}")
    with Workspace.create(tmp_path / "w.mltag", "Ann") as made:
        made.table.add_texts(texts)
        yield made


def test_records_are_grouped_and_named_by_their_words(workspace: Workspace, tiny_model: LinearModel) -> None:
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
    tmp_path: Path, tiny_model: LinearModel
) -> None:
    texts = [
        text
        for number in range(15)
        for text in (
            f"This game of {number} chess pieces is for you and the other games are for your friends",
            f"With this font and these other fonts of {number} letters you have the type that you want",
        )
    ]
    with Workspace.create(tmp_path / "w.mltag", "Ann") as made:
        made.table.add_texts(texts)
        groups = group_records(SILENT, made, tiny_model, 2)
    words = {word for group in groups for word in group.words}
    assert words.isdisjoint({"this", "you", "the", "for", "and", "with", "these"})
    assert len(words & {"game", "games"}) == len(words & {"font", "fonts"}) == 1


def test_too_few_records_are_an_error(tmp_path: Path, tiny_model: LinearModel) -> None:
    with Workspace.create(tmp_path / "few.mltag", "Ann") as few:
        few.table.add_texts(["one", "two"])
        with pytest.raises(MltagError, match="too few"):
            group_records(SILENT, few, tiny_model)
