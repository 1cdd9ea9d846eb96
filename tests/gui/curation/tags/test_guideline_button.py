"""Import, export and behaviour tests of the guideline, in the tag set editor."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.learning.guideline import (
    Guideline,
    OwnTest,
    own_tests,
    read_guideline,
    write_guideline,
)
from mltag_desktop.core.workspace.types import Change, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.guideline_button import BehaviourTestsDialog
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from mltag_desktop.gui.state.session import AppContext


def test_a_guideline_is_imported_tested_and_exported(
    qtbot: QtBot, tmp_path: Path, app_context: AppContext
) -> None:
    source, target = tmp_path / "in.toml", tmp_path / "out.toml"
    refund = TagInfo("refund", "", "◆", 0, "Money back.", keywords=("money back",))
    write_guideline(Guideline((refund,), (OwnTest("Give it back", "refund"),)), source)
    session = app_context.session
    app_context.writer.done.connect(lambda result: isinstance(result, Change) and session.publish(result))
    with Workspace.create(tmp_path / "a.mltag", "ann", ["card"]) as workspace:
        session.set_workspace(workspace)
        editor = TagSetEditor(
            app_context,
            ask_to_open=lambda *_: str(source),
            ask_to_save=lambda *_: str(target),
        )
        button = editor.guideline_file
        button.importing.trigger()
        qtbot.waitUntil(lambda: own_tests(workspace) == (OwnTest("Give it back", "refund"),))
        assert [tag.name for tag in editor.tags] == ["card", "refund"]
        assert editor.problem.text() == "1 tag added. 1 behaviour test read."
        assert workspace.tag_set.tags[1] == replace(refund, colour=workspace.tag_set.tags[1].colour)
        button.testing.trigger()
        tests = editor.findChild(BehaviourTestsDialog)
        tests.text.setText("Where is my card?")
        tests.must.setCurrentIndex(1)
        tests.tag.setCurrentText("refund")
        QTest.keySequence(tests.text, "Return")
        assert [tests.table.model().index(1, column).data() for column in (0, 1)] == [
            "Where is my card?",
            "not refund",
        ]
        tests.table.selectRow(0)
        tests.remove.click()
        kept = (OwnTest("Where is my card?", "refund", forbidden=True),)
        qtbot.waitUntil(lambda: own_tests(workspace) == kept)
        tests.accept()
        button.exporting.trigger()
        assert read_guideline(target).tests == kept
        source.write_text("tags = 1", "utf-8")
        button.importing.trigger()
        assert "in.toml is not a guideline" in editor.problem.text()
        editor.accept()
        session.clear_workspace()
