"""The active model is exported for notebooks from the Model menu."""

import zipfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.training.library.notebook_export_controller import NotebookExportController


def test_the_active_model_is_written_with_a_readme(qtbot, desk: AppContext, make_workspace, tmp_path) -> None:
    shown: list[Path] = []
    asked: list[str] = []

    def ask(parent: QWidget, title: str, suggested: str, kinds: str) -> str:
        asked.append(suggested)
        return str(tmp_path / "topics")

    exporter = NotebookExportController(desk, ask, shown.append)
    desk.session.set_workspace(make_workspace(5))
    exporter.export()
    qtbot.waitUntil(lambda: desk.notifications.current is not None, timeout=60_000)
    assert "topics.zip" in desk.notifications.current.text
    assert Path(asked[0]).name == "records-model.zip"
    with zipfile.ZipFile(tmp_path / "topics.zip") as archive:
        assert sorted(archive.namelist()) == ["README.md", "model.joblib"]
    desk.notifications.current.action.run()
    assert shown == [tmp_path / "topics.zip"]


def test_a_folder_that_is_missing_is_reported(qtbot, desk: AppContext, make_workspace, tmp_path) -> None:
    exporter = NotebookExportController(desk, lambda *_: str(tmp_path / "missing" / "topics.zip"))
    desk.session.set_workspace(make_workspace(5))
    with qtbot.waitSignal(desk.notifications.failed, timeout=60_000):
        exporter.export()
    assert "topics.zip" in desk.notifications.current.text
    assert not (tmp_path / "missing").exists()


def test_without_a_workspace_nothing_is_asked(desk: AppContext) -> None:
    NotebookExportController(desk, lambda *_: "unused").export()
    assert desk.notifications.current.text == "No workspace is open."
