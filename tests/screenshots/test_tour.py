import csv
import shutil

import pytest
from PySide6.QtGui import QImage

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.screenshots.offscreen_window import OffscreenWindow
from mltag_desktop.screenshots.screens import Screens
from mltag_desktop.screenshots.tour import EXPORTED, TourOptions, take
from mltag_desktop.screenshots.window_selftest import selftest_window


def test_tour_goes_from_table_to_promoted_model(qapp, tmp_path):
    steps = take(tmp_path / "pictures", TourOptions([(1280, 800)], ["dark"], pause=0.05))
    names = [step.name for step in steps]
    assert names[:5] == ["start", "tagged", "paste", "corrected", "focus"]
    assert len(set(names)) == len(names)
    job = {"train", "report", "promoted", "export", "exported"}
    dialogs = {
        "palette",
        "keys",
        "tag-set",
        "sitting",
        "journal",
        "in-use",
        "import-report",
        "preview",
        "set-aside",
    }
    others = {
        "backups",
        "about",
        "colleagues",
        "merge",
        "crash",
        "several",
        "no-match",
        "unreadable",
        "empty",
    }
    assert job | dialogs | others <= set(names)
    pictures = [picture for step in steps for picture in step.pictures if picture.suffix == ".png"]
    for picture in pictures:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1280, 800)
    with (tmp_path / "pictures" / EXPORTED).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["tag"] for row in rows)
    assert sum(bool(row["curator"]) for row in rows) == 14


def test_a_screenshot_waits_for_the_record_of_a_table_that_was_just_opened(qapp, tmp_path):
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


def test_unusable_folder_fails_immediately(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(MltagError, match="could not be created"):
        take(tmp_path / "file" / "pictures")


def test_selftest_paints_a_tagged_table(qapp, tmp_path):
    assert "records tagged, one accepted, and painted at 1280 × 800" in selftest_window(tmp_path)
