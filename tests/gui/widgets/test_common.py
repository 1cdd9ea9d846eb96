"""Labels and tooltips show names and record texts verbatim."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QComboBox, QLabel

from mltag_desktop.gui.widgets.common import MutedLabel, heading, label_of, tip
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs import InlineQuestion, TabWidget

MARKUP = "How to use <img src='x.png'> & <b>bold</b> tags"


def test_labels_do_not_interpret_markup(qtbot, theme):
    question, choice = InlineQuestion(wide=True), InlineQuestion()
    for box in (question, choice):
        box.ask(MARKUP, [("Yes", int)])
    asked = [label for box in (question, choice) for label in box.findChildren(QLabel)]
    labels = [MutedLabel(theme, MARKUP), heading(MARKUP), *asked]
    for widget in (question, choice, *labels[:2]):
        qtbot.addWidget(widget)
    assert len(labels) == 4
    assert all(label.textFormat() == Qt.TextFormat.PlainText and MARKUP in label.text() for label in labels)


@pytest.mark.parametrize("text", [MARKUP, "a < b", "plain", "two\nlines <br>"])
def test_tooltip_shows_the_text_verbatim(qapp, text):
    shown = QTextDocument()
    if GuiQt.mightBeRichText(tip(text)):
        shown.setHtml(tip(text))
        assert shown.toPlainText() == text
    else:
        assert tip(text) == text


def test_tooltip_of_a_table_line_is_verbatim(qtbot, theme):
    table = LineTable(theme, "Records", (ColumnHeading("Text"),))
    qtbot.addWidget(table)
    table.show_lines([TableLine((MARKUP,))])
    told = table.lines.data(table.lines.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in told
    assert "&lt;b&gt;" in told


def test_narrow_table_shows_texts_and_figures_rather_than_headings(qtbot, theme):
    headings = (ColumnHeading("Finding"), ColumnHeading("Number of all records", "1,000", right=True))
    table = LineTable(theme, "Findings", headings)
    qtbot.addWidget(table)
    table.show_lines([TableLine(("Very short texts", "3"))])
    table.resize(table.fontMetrics().horizontalAdvance("Very short, 1,000") + 32, 200)
    table.show()
    figures = table.fontMetrics().horizontalAdvance("1,000")
    assert figures < table.columnWidth(1) <= table.viewport().width() // 2
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()


def test_accents_show_on_tabs_that_are_not_selected(qtbot, theme):
    pages = TabWidget()
    qtbot.addWidget(pages)
    for name in ("Verlauf", "Ä"):
        pages.addTab(QLabel(), name)
    pages.show()
    unselected, place = pages.tabBar().grab().toImage(), pages.tabBar().tabRect(1)
    pages.setCurrentIndex(1)
    selected = pages.tabBar().grab().toImage()

    def height(image: QImage) -> int:
        inside = place.adjusted(8, 5, -8, -4)
        rows = range(inside.top(), inside.bottom() + 1)
        columns = range(inside.left(), inside.right() + 1)
        return sum(any(image.pixelColor(x, y).lightness() < 100 for x in columns) for y in rows)

    assert height(unselected) == height(selected), "no part of the letter is cut off"


def test_a_label_has_room_for_its_underlined_key(qtbot):
    box = QComboBox()
    label = label_of(box, "&Tag")
    for widget in (box, label):
        qtbot.addWidget(widget)
    for points in (9, 18, 27):
        label.setFont(QFont(label.font().family(), points))
        measure = label.fontMetrics()
        assert label.minimumSizeHint().width() >= measure.horizontalAdvance("T") + measure.horizontalAdvance(
            "ag"
        )
        assert label.contentsRect().width() == label.width(), "a margin would take its room from the text"
