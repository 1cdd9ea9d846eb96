"""The language that the detail panel names for texts in another language than the training data."""

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.record.record_loader import look_up

GERMAN = "Den Apfelbaum im Spätwinter schneiden, bevor die Knospen aufgehen"


def test_a_foreign_language_is_named_only_for_the_tags_of_the_model(tmp_path) -> None:
    model = bundled()
    for number, (tags, language) in enumerate(((["garden", "music"], ""), (model.tags, "German"))):
        with Workspace.create(tmp_path / f"{number}.mltag", "ann", tags) as workspace:
            workspace.table.add_texts([GERMAN])
            assert look_up(SILENT, workspace, None, 0).language == ""
            assert look_up(SILENT, workspace, model, 0).language == language
