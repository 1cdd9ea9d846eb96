"""Which model of the library is suggested for a table: one whose training texts are like its texts."""

from pathlib import Path

import pytest

from mltag_desktop.core.learning.workspace_models import likest_model, record_use
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.model_library import ModelLibrary
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.learning.library_messages import MESSAGES

KITCHEN = [
    "Knead the dough for ten minutes and let it rise",
    "Roast the carrots with olive oil and thyme",
    "Whisk three eggs with sugar until they are pale",
    "Simmer the tomato sauce on a low flame",
    "Fold the flour into the batter and bake it",
    "Chop the onions and fry them in butter",
]
MAIL = [text for text, _ in MESSAGES[1::2]]


@pytest.mark.parametrize(("texts", "name"), [(MAIL, "desk"), (KITCHEN, None), (MAIL[:1], None)])
def test_only_texts_like_its_own_suggest_a_model(tmp_path: Path, texts: list[str], name: str | None) -> None:
    known, tags = zip(*MESSAGES[::2], strict=True)
    save_bundle(tmp_path / "desk", train(SILENT, Examples(known, tags), vectors=bundled().vectors))
    library = ModelLibrary(tmp_path / "library")
    model = library.add(tmp_path / "desk", "desk")
    with Workspace.create(tmp_path / "new.mltag", "ann", bundled().tags) as workspace:
        workspace.table.add_texts(texts)
        record_use(workspace, library, model.hash)  # the same columns, and used last
        found = likest_model(SILENT, workspace, library.models())
        assert (found and found.name) == name
