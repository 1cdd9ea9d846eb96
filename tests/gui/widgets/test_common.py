"""Labels and tooltips show names and record texts verbatim."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from mltag_desktop.gui.widgets.common import MutedLabel, heading, tip
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inline_question import InlineQuestion

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
