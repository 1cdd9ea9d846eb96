"""Tag symbols in dialogs that are open while the colour scheme changes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from mltag_desktop.core.learning.guideline import OwnTest, store_own_tests
from mltag_desktop.core.workspace.decisions.decision_statistics import SessionSummary, TagStats
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.curation_session import SessionSummaryDialog
from mltag_desktop.gui.curation.guideline_button import BehaviourTestsDialog
from mltag_desktop.gui.curation.tag_picker import TagPicker
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.theme import DARK, LIGHT, Colours

TAGS = (TagInfo("refund", "", "■", 0), TagInfo("card", "", "●", 1))


def middles(dialog: QDialog) -> list[str]:
    """Return the colours of all symbols in lists, tables and boxes."""
    models = [view.model() for view in dialog.findChildren(QAbstractItemView)]
    models += [box.model() for box in dialog.findChildren(QComboBox)]
    indexes = [
        model.index(row, column) for model in models for row in range(model.rowCount()) for column in (0, 1)
    ]
    icons = [index.data(Qt.ItemDataRole.DecorationRole) for index in indexes]
    images = [icon.pixmap(16, 16).toImage() for icon in icons if icon is not None and not icon.isNull()]
    return [image.pixelColor(image.rect().center()).name() for image in images]


def has_only(dialog: QDialog, colours: Colours) -> bool:
    found = middles(dialog)
    return len(found) >= len(TAGS) and {colours.tag(place).name() for place in range(8)}.issuperset(found)


def test_symbols_follow_the_colour_scheme(app_context: AppContext, tmp_path: Path, qtbot: QtBot) -> None:
    theme, session, window = app_context.theme, app_context.session, app_context.window
    theme.choose(Qt.ColorScheme.Light)
    made = SessionSummary(
        3, 2, 1, 0, 0, 0.6, (TagStats("refund", 2, 1), TagStats("card", 1, 1)), 4.0, 30, 6.0
    )
    with Workspace.create(tmp_path / "a.mltag", "ann", TAGS) as workspace:
        store_own_tests(workspace, [OwnTest("Give it back", "refund")])
        session.set_workspace(workspace)
        meaning = TagMeaningDialog(theme, window)
        meaning.show_tags(TAGS, "card")
        dialogs = (
            meaning,
            TagPicker(theme, TAGS, session.tag_keys, None, window),
            TagSetEditor(app_context),
            BehaviourTestsDialog(workspace, app_context.writer, theme, window),
            SessionSummaryDialog(theme, made, window, TAGS),
        )
        for scheme, colours in ((Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)):
            theme.choose(scheme)
            for dialog in dialogs:
                assert has_only(dialog, colours), (type(dialog), middles(dialog))
        theme.choose(Qt.ColorScheme.Unknown)
        session.clear_workspace()
