"""The active model is exported for notebooks from the Model menu."""

import zipfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.training.library import export_notebook


def test_the_active_model_is_written_with_a_readme(
    qtbot, app_context: AppContext, make_workspace, tmp_path
) -> None:
    shown: list[Path] = []
    asked: list[str] = []

    def ask(parent: QWidget, title: str, suggested: str, kinds: str) -> str:
        asked.append(suggested)
        return str(tmp_path / "topics")

    app_context.session.set_workspace(make_workspace(5))
    export_notebook(app_context, ask, shown.append)
    qtbot.waitUntil(lambda: app_context.notifications.current is not None)
    assert "topics.zip" in app_context.notifications.current.text
    assert Path(asked[0]).name == "records-model.zip"
    with zipfile.ZipFile(tmp_path / "topics.zip") as archive:
        assert sorted(archive.namelist()) == ["README.md", "model.joblib"]
    app_context.notifications.current.action.run()
    assert shown == [tmp_path / "topics.zip"]


def test_a_folder_that_is_missing_is_reported(
    qtbot, app_context: AppContext, make_workspace, tmp_path
) -> None:
    app_context.session.set_workspace(make_workspace(5))
    with qtbot.waitSignal(app_context.notifications.failed):
        export_notebook(app_context, lambda *_: str(tmp_path / "missing" / "topics.zip"))
    assert "missing does not exist" in app_context.notifications.current.text
    assert not (tmp_path / "missing").exists()


def test_without_a_workspace_nothing_is_asked(app_context: AppContext) -> None:
    export_notebook(app_context, lambda *_: "unused")
    assert app_context.notifications.current.text == "No workspace is open."
