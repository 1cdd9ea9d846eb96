import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QRadioButton, QTableView

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.import_export.paste_dialog import (
    PasteDialog,
    PastedRecord,
    record_at,
    split,
    tag_pasted,
)
from mltag_desktop.gui.widgets.tag_bars import TagBars, probability_bars
from tests.gui.helpers import TAGS, find, label, sentences


@pytest.fixture
def added():
    return []


@pytest.fixture
def dialog(qtbot, app_context, tiny_model, added):
    app_context.session.set_base(tiny_model)
    made = PasteDialog(app_context, added.append, print)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def rows(dialog):
    return dialog.findChild(QTableView).model()


def test_each_line_is_tagged_while_typing(qtbot, dialog):
    dialog.set_text(f"{sentences('baking', 1, 1)[0]}\n\n{sentences('sailing', 1, 2)[0]} 🙂\n")
    qtbot.waitUntil(lambda: rows(dialog).rowCount() == 2)
    assert [rows(dialog).index(row, 1).data() for row in (0, 1)] == ["baking", "sailing"]
    assert 0 < float(rows(dialog).index(0, 2).data()) <= 1
    bars = dialog.findChild(TagBars)
    assert all(tag in bars.accessibleDescription() for tag in TAGS)


def test_the_editor_has_the_focus(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(dialog.findChild(QPlainTextEdit).hasFocus)


def test_a_paragraph_is_one_record(qtbot, dialog):
    dialog.set_text("dough flour\noven\n\n  \nmast keel\n")
    qtbot.waitUntil(lambda: rows(dialog).rowCount() == 3)
    find(dialog, QRadioButton, "One record per paragraph").click()
    qtbot.waitUntil(lambda: rows(dialog).rowCount() == 2)
    assert rows(dialog).index(0, 0).data() == "dough flour oven"


def test_the_record_at_the_cursor_is_the_one_shown(qtbot, dialog):
    dialog.set_text("🙂🙂🙂🙂 dough flour oven\nmast keel sail")
    qtbot.waitUntil(lambda: rows(dialog).rowCount() == 2)
    cursor = find(dialog, QPlainTextEdit, "Text to tag").textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    find(dialog, QPlainTextEdit, "Text to tag").setTextCursor(cursor)
    assert "Probabilities of record 2" in " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_add_adds_the_texts_and_keeps_them_in_the_editor(qtbot, dialog, added):
    dialog.set_text("dough\n\n mast \n")
    find(dialog, QPushButton, "Add to table").click()
    assert added == [["dough", "mast"]]
    assert find(dialog, QPlainTextEdit, "Text to tag").toPlainText() == "dough\n\n mast \n"


def test_nothing_to_add_without_text(dialog):
    dialog.set_text(" \n\t\n")
    assert not find(dialog, QPushButton, "Add to table").isEnabled()


def test_text_pasted_before_the_model_is_loaded_is_tagged_later(qtbot, app_context, tiny_model):
    dialog = PasteDialog(app_context, print, print)
    qtbot.addWidget(dialog)
    dialog.set_text("dough flour oven")
    qtbot.waitUntil(lambda: "still loading" in label(dialog, "shown_record"))
    app_context.session.set_base(tiny_model)
    qtbot.waitUntil(lambda: rows(dialog).rowCount() == 1)
    dialog.close()


def test_only_the_newest_text_is_shown(qtbot, dialog):
    for count in range(1, 6):
        dialog.set_text("\n".join(["dough"] * count))
        dialog.findChild(QTimer).timeout.emit()
    qtbot.waitUntil(lambda: rows(dialog).rowCount() == 5)


def test_several_chunks_of_texts_keep_their_order(tiny_model, app_context):
    records = [PastedRecord(n, text) for n, text in enumerate(sentences("sailing", 1500, 3))]
    tagged = tag_pasted(SILENT, app_context.jobs.worker, tiny_model, records, ())
    for place in (0, 999, 1000, 1499):
        alone = tiny_model.predict([records[place].text])
        assert tagged.best(place) == (alone.tags[alone.best[0]], pytest.approx(float(alone.confidence[0])))


def test_many_tags_show_the_most_probable(theme):
    shares = {f"tag {n}": n / 100 for n in range(20)}
    shown = probability_bars(shares, ())
    assert [bar.tag.name for bar in shown][:2] == ["tag 19", "tag 18"]
    assert len(shown) == 9


@given(st.text(alphabet=string.ascii_letters + " \t\n\u2003é", max_size=200), st.booleans())
def test_no_word_is_lost_and_each_record_is_found_on_its_line(text, paragraphs):
    records = split(text, paragraphs=paragraphs)
    assert " ".join(record.text for record in records).split() == text.split()
    for place, record in enumerate(records):
        assert record_at(records, record.line) == place


def test_renamed_and_merged_tags_have_their_current_names(tiny_model, app_context):
    first, *rest = TAGS
    now = [TagInfo("pastime", "pastime", "●", 1, aliases=(first, rest[0]))]
    tagged, plain, table = (
        tag_pasted(SILENT, app_context.jobs.worker, tiny_model, pasted, tags)
        for pasted, tags in (
            ([PastedRecord(0, "dough")], now),
            ([PastedRecord(0, "dough")], ()),
            ("text\tno\ndough flour\t1\n", now),
        )
    )
    assert tagged.tags == table.tags == ("pastime", *rest[1:])
    assert tagged.shares(0)["pastime"] == pytest.approx(
        plain.shares(0)[first] + plain.shares(0)[rest[0]], abs=1e-6
    )
