"""Dialogs stay on the screen, however large their content is."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.widgets.dialogs import keep_on_screen


def made(lines: int) -> QDialog:
    dialog = QDialog()
    dialog.setWindowTitle("Large")
    column = QVBoxLayout(dialog)
    for number in range(lines):
        column.addWidget(QLabel(f"line {number}"))
    close = QPushButton("Close")
    close.clicked.connect(dialog.accept)
    column.addWidget(close)
    return dialog


def column_of(dialog: QDialog) -> QVBoxLayout:
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    return column


def test_fitting_dialog_is_unchanged(qtbot: QtBot) -> None:
    dialog = made(3)
    qtbot.addWidget(dialog)
    keep_on_screen(dialog)
    assert dialog.findChild(QScrollArea) is None


def test_dialog_higher_than_screen_scrolls(qtbot: QtBot) -> None:
    dialog = made(200)
    qtbot.addWidget(dialog)
    keep_on_screen(dialog)
    dialog.show()
    assert dialog.height() <= dialog.screen().availableSize().height()
    area, close = dialog.findChild(QScrollArea), dialog.findChild(QPushButton)
    assert area.verticalScrollBar().maximum() > 0
    area.ensureWidgetVisible(close)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_growing_dialog_starts_to_scroll(qtbot: QtBot) -> None:
    dialog = made(3)
    qtbot.addWidget(dialog)
    dialog.show()
    close = dialog.findChild(QPushButton)
    close.setFocus()
    assert not keep_on_screen(dialog)
    more = QLabel("one of many words " * 3000)
    more.setWordWrap(True)  # its height depends on its width
    dialog.layout().addWidget(more)
    more.show()
    assert keep_on_screen(dialog)
    assert keep_on_screen(dialog)  # calling it once is enough
    assert dialog.focusWidget() is close
    assert dialog.height() <= dialog.screen().availableSize().height()
    (area,) = dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: more.height() >= more.heightForWidth(more.width()))
    assert area.verticalScrollBar().maximum() > 0


def test_dialog_height_fits_wrapped_texts(qtbot: QtBot) -> None:
    dialog = made(3)
    words = QLabel("one of many words " * 80)
    words.setWordWrap(True)
    column_of(dialog).insertWidget(0, words)
    qtbot.addWidget(dialog)
    dialog.resize(400, 100)
    keep_on_screen(dialog)
    dialog.show()
    assert words.height() >= words.heightForWidth(words.width())


def test_buttons_stay_below_the_scrolled_content(qtbot: QtBot) -> None:
    dialog = made(200)
    row = QHBoxLayout()
    row.addWidget(save := QPushButton("Save"))
    column_of(dialog).addLayout(row)
    qtbot.addWidget(dialog)
    assert keep_on_screen(dialog)
    dialog.show()
    assert dialog.rect().contains(QRect(save.mapTo(dialog, QPoint()), save.size()))
    assert not dialog.findChild(QScrollArea).isAncestorOf(save)


@pytest.mark.parametrize("is_box", [False, True])
def test_buttons_that_are_too_wide_for_the_screen_wrap(is_box: bool, qtbot: QtBot) -> None:
    dialog = made(3)
    buttons = [QPushButton("a button with a long text " * 4) for _ in range(6)]
    if is_box:
        box = QDialogButtonBox()
        for button in buttons:
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        dialog.layout().addWidget(box)
    else:
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        column_of(dialog).addLayout(row)
    qtbot.addWidget(dialog)
    keep_on_screen(dialog)
    dialog.show()
    assert dialog.width() <= dialog.screen().availableSize().width()
    for button in buttons:
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
        assert button.width() >= button.minimumSizeHint().width()


@pytest.mark.parametrize("is_nested", [False, True])
def test_parts_that_are_too_wide_side_by_side_are_stacked(qtbot: QtBot, is_nested: bool) -> None:
    dialog = made(3)
    row = QHBoxLayout()
    room = dialog.screen().availableSize().width()
    for _ in range(2):
        part = QWidget()
        part.setMinimumWidth(room * 2 // 3)
        row.addWidget(part)
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    if is_nested:
        group = QWidget()
        QVBoxLayout(group).addLayout(row)
        column.insertWidget(0, group)
    else:
        column.insertLayout(0, row)
    qtbot.addWidget(dialog)
    assert not keep_on_screen(dialog)
    assert row.direction() is QBoxLayout.Direction.TopToBottom
    assert dialog.width() <= room
