"""The text view and the tag list of the detail panel."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import RecordView, Status, TagInfo
from mltag_desktop.gui.record.detail_tabs import QuickLabel
from mltag_desktop.gui.record.tag_buttons import TagButtonList, choices
from mltag_desktop.gui.record.text_view import LONGEST, MarkedWord, TextView
from mltag_desktop.gui.widgets.theme import READING_SCALE, Theme


@pytest.fixture
def pane(qapp, qtbot) -> Iterator[TextView]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 400)
    yield TextView(Theme(qapp), host)
    host.close()


def underlined(pane: TextView) -> str:
    """Return the underlined words."""
    return "".join(
        part.cursor.selectedText()
        for part in pane.extraSelections()
        if part.format.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline
    )


@pytest.mark.parametrize(
    "parts",
    [("a title", "and a word"), ("🚢🚢 ships", "line\nfeed and word"), ("", "é word"), ("x\r\n", "word")],
)
def test_marked_word_is_underlined_in_any_part(pane: TextView, parts) -> None:
    pane.show_parts(parts)
    start = " ".join(parts).rindex("word")
    pane.show_marks([MarkedWord(start, start + 4, 1.0)])
    assert underlined(pane) == "word"


def test_lines_and_letters_follow_a_larger_font(pane: TextView, enlarge: Callable[..., QFont]) -> None:
    pane.resize(2_000, 300)
    pane.show()
    pane.show_parts(("a title", "a word"))
    before, large = pane.lineWrapColumnOrWidth(), enlarge(pane)
    assert pane.lineWrapColumnOrWidth() > 1.5 * before
    size = QTextCursor(pane.document().lastBlock()).charFormat().font().pointSizeF()
    assert size == pytest.approx(large.pointSizeF() * READING_SCALE)


def test_secondary_text_can_be_selected_once_the_mouse_is_over_it(qapp, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    label = QuickLabel(host, "Prediction and decision")
    label.setText("Predicted cv, 0.93")
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    here = QPointF(1, 1)
    qapp.sendEvent(label, QEnterEvent(here, here, here))
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse
    assert label.accessibleDescription() == "Predicted cv, 0.93"


@given(st.lists(st.text(max_size=12), max_size=3))
@settings(max_examples=60)
def test_any_text_can_be_shown_and_marked_to_its_end(pane: TextView, parts: list[str]) -> None:
    pane.show_parts(parts)
    text = " ".join(parts)
    pane.show_marks([MarkedWord(at, at + 1, 0.5) for at in range(len(text))])


def test_page_keys_move_one_page_and_home_and_end_to_the_ends(pane: TextView, qtbot: QtBot) -> None:
    pane.resize(400, 300)
    pane.show_parts(["A title", "word " * 3_000])
    pane.document().size()  # laid out to its end
    bar = pane.verticalScrollBar()
    key, height = Qt.Key, pane.viewport().height()
    places = [0]
    for pressed in (
        key.Key_PageDown,
        key.Key_PageDown,
        key.Key_PageUp,
        key.Key_End,
        key.Key_PageUp,
        key.Key_Home,
    ):
        qtbot.keyClick(pane, pressed)
        places.append(bar.value())
    page = places[1]
    assert 0.7 * height < page < height
    assert places == [0, page, 2 * page, page, bar.maximum(), bar.maximum() - page, 0]


def test_huge_text_is_truncated_with_a_message(pane: TextView) -> None:
    pane.show_parts(["word " * LONGEST])
    assert pane.document().characterCount() < LONGEST + 100
    assert "more characters" in pane.toPlainText()


def test_text_is_enlarged_and_strong_words_have_a_solid_underline(pane: TextView) -> None:
    pane.show_parts(["title", "strong weak"])
    pane.show_marks([MarkedWord(6, 12, 1.0), MarkedWord(13, 17, 0.3)])
    cursor = QTextCursor(pane.document())
    cursor.setPosition(8)
    size = cursor.charFormat().font().pointSizeF()
    assert size == pytest.approx(pane.font().pointSizeF() * READING_SCALE, abs=0.06)
    line = QTextCharFormat.UnderlineStyle
    looks = {part.cursor.selectedText(): part.format.underlineStyle() for part in pane.extraSelections()}
    assert looks == {"strong": line.SingleUnderline, "weak": line.DotLine}


def record(probabilities: dict[str, float], decided: str | None = None) -> RecordView:
    best = max(probabilities, key=probabilities.__getitem__)
    return RecordView(
        0,
        ("a",),
        "a",
        None,
        best,
        probabilities[best],
        probabilities,
        False,
        Status.TO_REVIEW,
        decided,
        (),
        "",
    )


def many(count: int) -> tuple[TagInfo, ...]:
    return tuple(TagInfo(f"tag {number}", f"t{number}", "●", number % 8) for number in range(count))


def test_up_to_nine_tags_keep_tag_set_order() -> None:
    tags = many(9)
    shown = choices(tags, record({tag.name: number / 45 for number, tag in enumerate(tags)}, "tag 2"))
    assert [choice.key for choice in shown] == list(range(1, 10))
    assert [choice.tag for choice in shown] == list(tags)
    assert [choice.tag.name for choice in shown if choice.predicted] == ["tag 8"]
    assert [choice.tag.name for choice in shown if choice.decided] == ["tag 2"]


def test_the_tag_of_a_record_is_listed_among_hundreds() -> None:
    shown = choices(many(300), record({"tag 0": 0.9}, "tag 299"))
    assert [choice.tag.name for choice in shown if choice.decided] == ["tag 299"]
    assert len(shown) < 100


@pytest.mark.parametrize(
    ("count", "decided", "first"),
    [(300, "tag 299", "tag 299"), (27, "tag 11", "tag 11"), (27, None, "tag 0"), (9, "tag 8", "tag 0")],
)
def test_without_a_prediction_the_tag_of_a_record_is_the_first_of_many(count, decided, first) -> None:
    shown = choices(many(count), record({"tag 0": 0.9}, decided)._replace(probabilities=None))
    assert shown[0].tag.name == first
    assert [choice.tag.name for choice in shown[1:3]] == [
        tag.name for tag in many(count) if tag.name != first
    ][:2]


def test_most_probable_of_many_tags_get_the_keys(qapp, qtbot) -> None:
    tags = many(77)
    host = QWidget()
    qtbot.addWidget(host)
    listed = TagButtonList(Theme(qapp), host)
    listed.show_choices(choices(tags, record({tag.name: number / 3003 for number, tag in enumerate(tags)})))
    assert listed.tag_at(1) == "tag 76"
    assert listed.tag_at(9) == "tag 68"
    listed.show_choices(choices(tags[:3], None))
    assert listed.tag_at(3) == "tag 2"
    assert listed.tag_at(4) is None
    assert listed.tag_at(0) is None


def test_words_about_a_missing_text_wrap(pane: TextView) -> None:
    pane.resize(80, 300)
    pane.show()
    for parts, words in (((), "No record is selected."), (("", ""), "This record has no text.")):
        pane.show_parts(parts)
        assert pane.toPlainText() == words
        assert pane.document().firstBlock().layout().lineCount() > 1
