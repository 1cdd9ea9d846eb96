"""Right-to-left texts, texts without spaces and wide characters in the table and the detail panel."""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.i18n import begins_at, direction_of
from mltag_desktop.gui.record.text_view import MarkedWord, TextView
from mltag_desktop.gui.widgets.theme import Theme

ARABIC = "نموذج يصنف التغريدات (tweets) مع 12 مثالا"
HEBREW = "מודל BERT מזהה שמות"
JAPANESE = "畳み込みニューラルネットワークで画像の各画素にラベルを付ける。"
TEXTS = (ARABIC, HEBREW, JAPANESE, "Plain words", "12 أمثلة", "𝔘nusual 🙂 signs تغريدات", "")


def test_the_first_letter_determines_the_direction() -> None:
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert [direction_of(text) for text in TEXTS] == [right, right, left, left, right, left, left]
    assert direction_of("12", right) == right
    assert begins_at(HEBREW) & Qt.AlignmentFlag.AlignRight
    assert begins_at(JAPANESE) & Qt.AlignmentFlag.AlignLeft


def made_pane(qtbot: QtBot, app: QApplication) -> tuple[QWidget, TextView]:
    host = QWidget()
    qtbot.addWidget(host)
    pane = TextView(Theme(app), host)
    host.resize(320, 420)
    pane.setGeometry(0, 0, 300, 400)
    host.show()
    return host, pane


def test_marks_are_on_the_same_words_in_every_script(qtbot: QtBot, qapp) -> None:
    for text in filter(None, TEXTS):
        host, pane = made_pane(qtbot, qapp)
        words = text.split()
        start = text.index(words[-1])
        pane.show_parts((text,))
        pane.show_marks((MarkedWord(start, start + len(words[-1]), 1.0),))
        (marked,) = pane.extraSelections()
        assert marked.format.fontUnderline()
        assert marked.cursor.selectedText() == words[-1], text
        assert pane.document().firstBlock().textDirection() == direction_of(text)
        host.close()


def test_texts_without_spaces_wrap_in_the_text_view(qtbot: QtBot, qapp) -> None:
    for text in (JAPANESE * 8, "averylongword" * 60, ARABIC * 8):
        host, pane = made_pane(qtbot, qapp)
        pane.show_parts((text,))
        assert pane.document().size().width() <= pane.viewport().width() + 1
        assert pane.document().firstBlock().layout().lineCount() > 2
        host.close()


def test_a_right_to_left_text_is_right_aligned_in_its_cell(
    make_program: Callable[..., Application], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "scripts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((("title", "text"), (HEBREW, ARABIC), ("Plain", "words"), (JAPANESE, "x")))
    program = make_program(path)
    qtbot.waitUntil(lambda: len(program.page.model.order) == 3)
    table = program.page.table
    qtbot.waitUntil(lambda: bool(program.page.model.text(0, program.page.model.columns[1])))
    for place, is_right in ((0, True), (1, False)):
        column = program.page.model.columns[1]
        image = QImage(300, 28, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        table.cell_painter.paint(painter, place, [(column, QRect(0, 0, 300, 28))])
        painter.end()
        inked = [x for x in range(300) if any(image.pixel(x, y) != 0xFFFFFFFF for y in range(28))]
        assert inked
        assert (min(inked) > 100) == is_right
        assert (max(inked) > 270) == is_right
