"""Every screen can be shown for a review (`make looks`)."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mltag_desktop.core.filesystem import resource
from mltag_desktop.gui.application.tour import OffscreenWindow, TourOptions
from scripts.rare_screens import take_all
from scripts.screens import Screens


@pytest.mark.slow
def test_all_screens_are_shown(qapp: QApplication, tmp_path: Path) -> None:
    names = [step.name for step in take_all(tmp_path, TourOptions([(1280, 800)], ["dark"], pause=0.05))]
    assert len(set(names)) == len(names)
    assert {"palette", "keys", "journal", "colleagues", "crash", "unreadable", "certified", "long"} <= set(
        names
    )


def test_a_screenshot_waits_for_the_record_of_a_table_that_was_just_opened(
    qapp: QApplication, tmp_path: Path
) -> None:
    table = tmp_path / "sample.csv"
    shutil.copyfile(resource("sample.csv"), table)
    with OffscreenWindow(tmp_path / "settings") as stage:
        screens = Screens(stage, tmp_path, print, pause=0.0)
        stage.wait(lambda: stage.program.session.base is not None, "the bundled model")
        stage.open(table)
        document = stage.workspace.path
        stage.program.workspace_opener.close()
        stage.program.workspace_opener.open_path(document)  # no prediction ends the time of deferred jobs
        stage.wait(lambda: stage.program.session.workspace is not None, "the workspace")
        screens.rest("the table")
        assert stage.program.page.detail.record is not None
