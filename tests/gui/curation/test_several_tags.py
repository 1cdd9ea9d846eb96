"""Several tags per record in the real window: suggested, accepted and removed by key, and switched on."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.tags.tag_set_editor import TagSetEditor
from mltag_desktop.gui.table.table_model import ColumnContent
from tests.gui.helpers import settle, workspace_of


@pytest.fixture
def several(focused: Application, qtbot: QtBot) -> Application:
    """The program, with several tags per record and two suggested tags for each."""
    workspace = workspace_of(focused)
    active = str(workspace.models.active)
    rows = np.arange(workspace.table.count)
    found = workspace.table.records(rows)
    tags = tuple(tag.name for tag in workspace.tag_set.tags)
    shares = np.full((len(rows), len(tags)), 0.2, np.float32)
    shares[rows, [tags.index(str(view.predicted)) for view in found]] = 0.9
    predictions = Predictions(active, tags, shares, np.full(len(tags), 0.15, np.float32))
    workspace.pending_predictions.put(rows, predictions)
    focused.writer.write(lambda: workspace.tag_mode.choose(several=True))
    settle(focused, qtbot)
    qtbot.waitUntil(lambda: bool(getattr(focused.page.detail.record, "suggested", ())))
    return focused


def test_suggested_tags_are_shown_and_accepted_with_the_tag(several: Application, qtbot: QtBot) -> None:
    record = several.page.detail.record
    assert record is not None
    model = several.page.model
    column = next(n for n, each in enumerate(model.columns) if each.part is ColumnContent.TAG)
    names = [str(record.predicted), *record.suggested]
    assert sorted(str(model.index(0, column).data()).split(", ")) == sorted(names)
    assert several.page.detail.additional_tags.names == list(record.suggested)
    qtbot.keyClick(several.page.table, Qt.Key.Key_Return)
    settle(several, qtbot)
    decided = workspace_of(several).table.records([0])[0]
    assert decided.status is Status.ACCEPTED
    assert sorted(decided.also) == sorted(record.suggested)


def test_a_suggested_tag_is_removed_by_its_key(several: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(several)
    record = workspace.table.records([0])[0]
    number = next(n for n, tag in enumerate(workspace.tag_set.tags, 1) if tag.name == record.suggested[0])
    qtbot.keyClick(several.page.table, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ShiftModifier)
    settle(several, qtbot)
    assert workspace.table.records([0])[0].also == record.suggested[1:]
    qtbot.waitUntil(lambda: several.page.detail.additional_tags.names == list(record.suggested[1:]))


def test_the_tags_dialog_chooses_one_or_several_tags(several: Application, qtbot: QtBot) -> None:
    several.actions["edit_tags"].trigger()
    editor = several.parent_window.findChild(TagSetEditor)
    box = editor.findChild(QCheckBox)
    assert box.isChecked()
    box.click()
    settle(several, qtbot)
    assert workspace_of(several).tag_mode.choice is False
    qtbot.waitUntil(lambda: not box.isChecked())
    editor.undo.click()
    settle(several, qtbot)
    qtbot.waitUntil(box.isChecked)
    assert workspace_of(several).has_several_tags
    editor.accept()
