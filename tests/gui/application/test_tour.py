"""The tour and the self-test, which users run."""

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.application.tour import EXPORTED, TourOptions, selftest_window, take


def test_tour_goes_from_table_to_promoted_model(qapp: QApplication, tmp_path: Path) -> None:
    steps = take(tmp_path / "pictures", TourOptions([(1280, 800)], ["dark"], pause=0.05))
    assert [step.name for step in steps] == [
        *("start", "tagged", "paste", "corrected", "train", "report", "report-below", "promoted"),
        *("export", "exported"),
    ]
    pictures = [picture for step in steps for picture in step.pictures if picture.suffix == ".png"]
    for picture in pictures:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1280, 800)
    with (tmp_path / "pictures" / EXPORTED).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["tag"] for row in rows)
    assert sum(bool(row["curator"]) for row in rows) == 14


def test_unusable_folder_fails_immediately(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MltagError, match="could not be created"):
        take(tmp_path / "file" / "pictures")


def test_selftest_paints_a_tagged_table(qapp: QApplication, tmp_path: Path) -> None:
    assert "records tagged, one accepted, and painted at 1280 × 800" in selftest_window(tmp_path)
