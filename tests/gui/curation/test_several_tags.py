"""Several tags per record in the real window: suggested, accepted and removed by key, and switched on."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from operator import eq

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from mltag_desktop.gui.table.table_model import ColumnContent
from mltag_desktop.gui.widgets.tag_chip import chip_width
from tests.gui.helpers import press, settle, workspace_of


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
    focused.writer.write(lambda: workspace.tag_set.set(several=True))
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
    press(several, qtbot, "Return")
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
    assert workspace_of(several).tag_set.several is False
    qtbot.waitUntil(lambda: not box.isChecked())
    editor.undo.click()
    settle(several, qtbot)
    qtbot.waitUntil(box.isChecked)
    assert workspace_of(several).has_several_tags
    editor.accept()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_tag_stays_readable_beside_other_tags_and_marks(
    several: Application, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    QTest.keySequence(several.page.table, "Return")
    for mark in (Mark.FLAGGED, Mark.UNSURE, Mark.SKIPPED):
        several.writer.write(partial(workspace_of(several).decisions.toggle, [0], mark))
    settle(several, qtbot)
    row_state = several.page.model.row_state(0)
    tag = row_state.decided
    assert tag is not None
    assert len(row_state.additional) == 3
    column = next(each for each in several.page.model.columns if each.part is ColumnContent.TAG)
    metrics, height, beside = several.page.table.fontMetrics(), 28, 200
    for width in range(10, 400, 10):
        image = QImage(width + 2 * beside, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        several.page.table.cell_painter.paint(painter, 0, [(column, QRect(beside, 0, width, height))])
        painter.end()
        inked = columns_with(image, lambda colour: colour != 0xFFFFFFFF)
        assert not inked or beside <= min(inked) <= max(inked) < beside + width, "nothing beside the cell"
        fill = several.context.theme.colours.tag(tag.colour).rgb()
        chip = columns_with(image, partial(eq, fill))
        shown = max(chip) - min(chip) + 5 if chip else 0  # with the outline
        if width >= 40:
            assert shown >= min(chip_width(tag, metrics), width - 14), "all of the cell but its margins"


@pytest.mark.parametrize("height", [330, 420, 800])
def test_additional_tags_cover_no_text_in_a_low_panel(
    several: Application, qtbot: QtBot, height: int
) -> None:
    press(several, qtbot, "Return")
    several.page.table.go_to(0)
    detail = several.page.detail
    qtbot.waitUntil(lambda: len(detail.additional_tags.names) == 3)
    detail.setFixedSize(240, height)
    detail.layout().activate()
    parts = (detail.reading, detail.additional_tags, detail.tags, detail.tabs)
    for above, below in pairwise(part.geometry() for part in parts):
        assert above.bottom() < below.top()


def test_words_without_a_tag_are_not_cut_where_there_is_room(several: Application, qtbot: QtBot) -> None:
    decisions, painter_of_cells = workspace_of(several).decisions, several.page.table.cell_painter
    several.writer.write(lambda: decisions.mark([0, 1], DecisionKind.OFF_TOPIC))
    several.writer.write(lambda: decisions.toggle([1], Mark.FLAGGED))
    settle(several, qtbot)
    column = next(each for each in several.page.model.columns if each.part is ColumnContent.TAG)
    font = several.page.table.font()
    for tenths in range(80, 160):
        font.setPointSizeF(tenths / 10)
        painter_of_cells.set_font(font)
        images = []
        for place in (0, 1):
            image = QImage(400, 28, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            painter_of_cells.paint(painter, place, [(column, image.rect())])
            painter.end()
            images.append(image.copy(0, 0, 300, 28))
        assert images[0] == images[1], "beside a mark as without one"


def columns_with(image: QImage, matches: Callable[[int], bool]) -> list[int]:
    """Return the columns of an image that have a pixel of a matching colour."""
    heights = range(image.height())
    return [x for x in range(image.width()) if any(matches(image.pixel(x, y)) for y in heights)]
