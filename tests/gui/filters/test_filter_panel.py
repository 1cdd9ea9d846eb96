"""Filter panel, search field and header, and the empty state when nothing matches."""

import re
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.search.conditions import TagTerm
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.filters.confidence_histogram import HistogramBars
from mltag_desktop.gui.filters.filter_chips import ChipButton, chips_of
from mltag_desktop.gui.filters.filter_panel import FacetButton, FilterPanel, GroupButton
from mltag_desktop.gui.record.text_view import TextView
from mltag_desktop.gui.table.table_model import MARK_WORDS
from mltag_desktop.gui.widgets.theme import Theme, row_height
from tests.gui.helpers import facet, label, settle, workspace_of


def shown(program: Application) -> list[int]:
    return program.page.model.order.tolist()


def wait_listed(program: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.record_order.is_running)


def type_filter(program: Application, qtbot: QtBot, line: str) -> None:
    program.parent_window.activateWindow()
    program.filter_bar.setFocus()
    qtbot.waitUntil(program.filter_bar.hasFocus)
    program.filter_bar.setText(line)
    QTest.keySequence(program.filter_bar, "Return")
    wait_listed(program, qtbot)


def test_a_search_for_the_probability_of_a_tag_sorts_by_it_and_says_so(
    opened: Application, qtbot: QtBot
) -> None:
    program = opened
    workspace = workspace_of(program)
    qtbot.waitUntil(lambda: bool((workspace.states().confidence >= 0).all()))
    views = workspace.table.records(range(24))
    likely = [(view.probabilities or {})["mlops"] for view in views]
    limit = sorted(likely)[12]
    expected = sorted((row for row in range(24) if likely[row] >= limit), key=lambda row: -likely[row])
    type_filter(program, qtbot, f"p:mlops>={limit - 1e-6:.7f}")
    assert [likely[row] for row in shown(program)] == [likely[row] for row in expected]
    said = partial(label, program.page.filter_chips, "Order of the records")
    assert said() == "Sorted by the probability of mlops."
    program.filter_controller.sort_by("row", descending=False)
    qtbot.waitUntil(lambda: shown(program) == sorted(expected))
    assert said() == ""
    program.filter_controller.sort_by(None, descending=False)
    assert said() == "Sorted by the probability of mlops."
    program.filter_controller.clear()
    assert said() == ""


def test_the_clear_button_is_visible_while_there_is_a_filter(opened: Application, qtbot: QtBot) -> None:
    line = opened.filter_bar
    clears = next(
        each for each in line.findChildren(QToolButton) if each.defaultAction() is not line.actions()[0]
    )
    opened.filter_controller.show_line("boats")
    qtbot.waitUntil(lambda: clears.property("opacity") == 1.0)
    opened.filter_controller.clear()
    qtbot.waitUntil(lambda: clears.property("opacity") == 0.0)
    wait_listed(opened, qtbot)


def test_a_click_on_a_tag_filters_and_a_second_click_shows_all(opened: Application, qtbot: QtBot) -> None:
    button = facet(opened, "tag:computer-vision")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    states = workspace_of(opened).states()
    names = {states.tag_names[states.predicted[row]] for row in shown(opened)}
    assert names == {"computer-vision"}
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    assert len(shown(opened)) == 24


def test_a_decided_row_stays_until_the_list_is_refreshed(opened: Application, qtbot: QtBot) -> None:
    type_filter(opened, qtbot, "is:undecided")
    opened.decision_controller.accept()
    settle(opened, qtbot)
    assert len(shown(opened)) == 24
    opened.actions["refresh"].trigger()
    wait_listed(opened, qtbot)
    assert len(shown(opened)) == 23


def test_an_empty_filter_result_offers_to_clear_the_filter(opened: Application, qtbot: QtBot) -> None:
    type_filter(opened, qtbot, "BOATS")
    assert shown(opened) == [4, 10, 16, 22]
    type_filter(opened, qtbot, "no such words")
    empty = opened.page.table.empty_state
    assert empty.isVisibleTo(opened.page)
    assert "No record matches" in empty.accessibleName()
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    assert len(shown(opened)) == 24
    assert opened.filter_bar.text() == ""
    assert not empty.isVisibleTo(opened.page)


def test_typing_continues_while_nothing_matches(opened: Application, qtbot: QtBot) -> None:
    """The Clear button must not take the focus: the next space would press it and clear the text."""
    line, empty = opened.filter_bar, opened.page.table.empty_state
    opened.parent_window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "zzzword")
    qtbot.waitUntil(empty.isVisible)
    assert line.hasFocus()
    qtbot.keyClicks(line, " either")
    assert line.text() == "zzzword either"
    QTest.keySequence(line, "Return")
    button = empty.findChild(QPushButton)
    button.setFocus()
    QTest.keySequence(button, "Space")
    qtbot.waitUntil(opened.page.table.hasFocus)


def test_an_unknown_tag_is_reported(opened: Application, qtbot: QtBot) -> None:
    type_filter(opened, qtbot, "tag:cats")
    assert "cats" in opened.page.filter_chips.problem.text()
    assert opened.page.filter_chips.problem.isVisibleTo(opened.page)
    type_filter(opened, qtbot, "")
    assert not opened.page.filter_chips.isVisibleTo(opened.page)


def test_minimum_confidence_filters_the_table(opened: Application, qtbot: QtBot) -> None:
    confidence = workspace_of(opened).states().confidence
    bound = float(confidence.min() + confidence.max()) / 2
    opened.page.filter_panel.histogram.low.setValue(round(bound, 2))
    wait_listed(opened, qtbot)
    assert 0 < len(shown(opened)) < 24


def test_dragging_over_the_bars_shows_the_range_and_filters_on_release(
    opened: Application, qtbot: QtBot
) -> None:
    histogram, listed = opened.page.filter_panel.histogram, shown(opened)
    bars, left = histogram.bars, Qt.MouseButton.LeftButton
    whole = bars.rect()
    qtbot.mousePress(bars, left, pos=whole.center())
    qtbot.mouseMove(bars, pos=whole.bottomRight())
    qtbot.waitUntil(lambda: histogram.low.value() == pytest.approx(0.5, abs=0.051))
    assert shown(opened) == listed
    qtbot.mouseRelease(bars, left, pos=whole.bottomRight())
    wait_listed(opened, qtbot)
    assert len(opened.page.filter_chips.words) == 1
    qtbot.mousePress(bars, Qt.MouseButton.RightButton, pos=whole.center())
    qtbot.mouseRelease(bars, Qt.MouseButton.RightButton, pos=whole.center())
    assert histogram.low.value() > 0.4, "the right button takes nothing back"
    qtbot.mouseClick(bars, left, pos=whole.center())
    wait_listed(opened, qtbot)
    assert (histogram.low.value(), histogram.high.value()) == (0.0, 1.0)
    assert shown(opened) == listed


def test_the_bars_are_as_high_as_their_numbers(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bars = HistogramBars(theme, parent)
    bars.resize(100, bars.height())
    bars.show_counts([400, 100, 0, 200])

    def height(number: int) -> int:
        image = bars.grab().toImage()
        column = [image.pixelColor(25 * number + 12, y) for y in range(image.height())]
        return column.count(theme.colours.accent)

    assert [round(height(number) / height(0), 1) for number in range(4)] == [1.0, 0.2, 0.0, 0.5]


@pytest.mark.parametrize("section", range(7))
def test_the_header_sorts_by_every_column_both_ways_and_back(
    opened: Application, qtbot: QtBot, section: int
) -> None:
    header = opened.page.table.horizontalHeader()
    middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    if middle > header.viewport().width():
        opened.page.table.horizontalScrollBar().setValue(10_000)
        middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    orders = []
    for _ in range(3):
        qtbot.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=header.viewport().rect().center().__class__(middle, 8),
        )
        wait_listed(opened, qtbot)
        orders.append(shown(opened))
    assert all(sorted(order) == list(range(24)) for order in orders)
    assert orders[2] == list(range(24))
    assert opened.record_order.is_plain


def test_the_current_record_keeps_its_position_on_the_screen(opened: Application, qtbot: QtBot) -> None:
    table = opened.page.table
    opened.parent_window.resize(1200, 400)
    table.go_to(12)
    row, top = opened.page.model.row_at(12), table.rowViewportPosition(12)
    opened.filter_controller.sort_by(0, descending=True)
    wait_listed(opened, qtbot)
    place = table.current_place()
    assert opened.page.model.row_at(place) == row
    assert table.rowViewportPosition(place) == top


def test_counts_are_shown_and_in_the_accessible_names(opened: Application, qtbot: QtBot) -> None:
    facets = opened.page.filter_panel
    qtbot.waitUntil(lambda: facet(opened, "all").accessibleName() == "All, 24 records")
    qtbot.waitUntil(lambda: sum(facets.histogram.bars.counts) == 24)
    opened.decision_controller.accept()
    qtbot.waitUntil(lambda: "1 accepted" in label(opened.status_bar, "Decisions"))


def test_decisions_of_the_audit_set_are_counted_apart(opened: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    audited = workspace.table.audited()
    row, other = int(audited.argmax()), int(audited.argmin())
    opened.session.publish(workspace.decisions.decide([other], "mlops"))
    qtbot.waitUntil(lambda: label(opened.status_bar, "Decisions").startswith("1 decision ("))
    assert "audit set" not in label(opened.status_bar, "Decisions")
    opened.session.publish(workspace.decisions.decide([row], "mlops"))
    qtbot.waitUntil(lambda: label(opened.status_bar, "Decisions").endswith("), 1 of them in the audit set"))
    opened.session.show_past(workspace.history.states_at(0))
    qtbot.waitUntil(lambda: label(opened.status_bar, "Decisions") == "0 decisions (0 corrected, 0 accepted)")
    opened.session.leave_past()
    qtbot.waitUntil(lambda: label(opened.status_bar, "Decisions").endswith("), 1 of them in the audit set"))


def test_chips_combine_and_are_removed_one_by_one(opened: Application, qtbot: QtBot) -> None:
    facets, chips = opened.page.filter_panel, opened.page.filter_chips
    qtbot.waitUntil(lambda: bool(facets.findChildren(FacetButton, "value:source=blog")))
    qtbot.mouseClick(facet(opened, "value:source=blog"), Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    assert shown(opened) == list(range(1, 24, 2))
    type_filter(opened, qtbot, 'named -"satellite images"')
    assert shown(opened) == [5, 11, 17, 23]
    assert chips.words == ["source: blog", "named", '-"satellite images"']
    qtbot.mouseClick(chips.findChildren(ChipButton)[0], Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    assert chips.words == ["named", '-"satellite images"']
    chips.findChildren(ChipButton)[0].setFocus()
    QTest.keySequence(chips.findChildren(ChipButton)[0], "Del")
    wait_listed(opened, qtbot)
    assert opened.filter_bar.text() == '-"satellite images"'
    assert len(shown(opened)) == 20
    qtbot.mouseClick(chips.clear, Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    assert len(shown(opened)) == 24


def test_a_filter_is_saved_and_restored(opened: Application, qtbot: QtBot) -> None:
    type_filter(opened, qtbot, "source=blog boats")
    qtbot.mouseClick(opened.page.filter_chips.save, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert opened.saved_filters.saved == ("source=blog boats",)
    assert workspace_of(opened).preference("saved filters") == '["source=blog boats"]'
    opened.filter_controller.clear()
    wait_listed(opened, qtbot)
    opened.page.filter_panel.line_requested.emit("source=blog boats")
    wait_listed(opened, qtbot)
    assert opened.filter_bar.text() == "source=blog boats"
    assert opened.page.filter_chips.save.text() == "Remove saved filter"
    qtbot.mouseClick(opened.page.filter_chips.save, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert opened.saved_filters.saved == ()


def test_completion_works_at_the_cursor(opened: Application, qtbot: QtBot) -> None:
    line = opened.filter_bar
    opened.parent_window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "boats is:fl")
    offered = line.proposals.model()
    assert offered.rowCount() == 1
    assert line.proposals.sizeHintForRow(0) == row_height(line.proposals.fontMetrics()), "as table rows"
    assert offered.index(0, 0).data().startswith("is:flagged")
    line.proposals.setCurrentIndex(offered.index(0, 0))
    QTest.keySequence(line.proposals, "Return")
    assert line.text() == "boats is:flagged "
    line.proposals.hide()


def counted(program: Application) -> dict[str, int | None]:
    """Return the counts of the lines by name: of a tag its name, of a mark its word, of a value the value."""
    lines = program.page.filter_panel.findChildren(FacetButton)
    words = {f"mark:{mark.name}": name for mark, name in MARK_WORDS.items()}
    names = [
        words.get(line.objectName(), re.sub("^[a-z]+:(source=)?", "", line.objectName())) for line in lines
    ]
    return dict(zip(names, (line.count for line in lines), strict=True))


def test_each_facet_is_counted_under_the_other_conditions(opened: Application, qtbot: QtBot) -> None:
    """
    source: [paper] blog        a click on blog, then on natural-language-processing:
    tags:   [language] …          the tags count among the blogs, the sources of that tag
    """
    qtbot.waitUntil(lambda: counted(opened).get("blog") == 12)
    blog = facet(opened, "value:source=blog")
    qtbot.mouseClick(blog, Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    qtbot.waitUntil(
        lambda: sum(counted(opened)[tag.name] or 0 for tag in workspace_of(opened).tag_set.tags) == 12
    )
    states = workspace_of(opened).states()
    names = [states.tag_names[code] for code in states.predicted[1::2]]
    assert {name: counted(opened)[name] for name in set(names)} == {n: names.count(n) for n in set(names)}
    assert (counted(opened)["blog"], counted(opened)["paper"]) == (12, 12)
    language = facet(opened, "tag:natural-language-processing")
    qtbot.mouseClick(language, Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    qtbot.waitUntil(lambda: counted(opened)["blog"] == names.count("natural-language-processing"))
    assert len(shown(opened)) == counted(opened)["blog"]
    assert counted(opened)["all"] == 24
    opened.decision_controller.flag()
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: counted(opened)["flagged"] == 1)


def test_the_current_record_is_kept_beyond_the_first_hits(opened: Application, qtbot: QtBot) -> None:
    table, model = opened.page.table, opened.page.model
    everything = model.order.copy()
    table.go_to(7)
    table.show_first(everything[:4])
    assert table.current_place() == 0
    table.show_order(everything)
    assert model.row_at(table.current_place()) == everything[7]
    table.show_first(everything[:4])
    table.go_to(2)  # the curator moves meanwhile
    table.show_order(everything)
    assert table.current_place() == 2


def test_the_first_hits_are_shown_while_a_search_continues(opened: Application, qtbot: QtBot) -> None:
    found: list[list[int]] = []
    opened.record_order.first_found.connect(lambda rows: found.append(rows.tolist()))
    rows = opened.page.model.order[:3].copy()
    opened.filter_controller.show_line("boats")
    wanted = opened.record_order.filter
    opened.record_order.first_hits.emit(wanted, rows)
    opened.record_order.first_hits.emit(replace(wanted, rows=(1,)), rows)  # from another search
    assert found == [rows.tolist()]
    wait_listed(opened, qtbot)
    found.clear()  # the search itself may have emitted its first hits meanwhile
    opened.record_order.first_hits.emit(wanted, rows)  # too late
    assert not found
    assert len(shown(opened)) > 3 or "boats" in workspace_of(opened).table.texts(shown(opened))[0].lower()


def test_overlapping_selections_name_each_record_once(opened: Application) -> None:
    table, model = opened.page.table, opened.page.model
    flag = QItemSelectionModel.SelectionFlag
    last = model.columnCount() - 1
    for first, end, how in ((4, 6, flag.ClearAndSelect), (1, 2, flag.Select), (5, 8, flag.Select)):
        part = QItemSelection(model.index(first, 0), model.index(end, last))
        table.selectionModel().select(part, how)
    places = [1, 2, 4, 5, 6, 7, 8]
    assert table.selected_rows().tolist() == model.order[places].tolist()
    table.clearSelection()
    assert not len(table.selected_rows())


def test_a_click_on_a_mark_shows_its_records(opened: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    opened.session.publish(workspace.decisions.decide([2], "other"))
    opened.session.publish(workspace.decisions.mark([2, 5], DecisionKind.UNSURE))
    opened.session.publish(workspace.decisions.note(7, "odd"))
    qtbot.waitUntil(lambda: (counted(opened)["unsure"], counted(opened)["with a note"]) == (2, 1))
    qtbot.mouseClick(facet(opened, "mark:UNSURE"), Qt.MouseButton.LeftButton)
    wait_listed(opened, qtbot)
    qtbot.waitUntil(lambda: sorted(shown(opened)) == [2, 5])
    assert opened.page.filter_chips.words == ["unsure"]
    assert opened.filter_controller.line == "is:unsure"
    qtbot.mouseClick(facet(opened, "mark:NOTED"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(opened) == [7])


def test_each_condition_has_a_chip_that_names_it() -> None:
    tags = tag_infos(["mlops"])
    line = "tag:mlops is:near-duplicate is:stale rule:mlops note:late confidence>=0.4 predicted=known"
    chips = chips_of(parse(f"{line} source:a", tags, ("source",)).terms, (), tags)
    assert [chip.words for chip in chips] == [
        "tag: mlops", "near-duplicates", "is:stale", "rule:mlops", "note:late",
        "confidence from 0.40",
        "predicted=known", "source: a",
    ]  # fmt: skip


def test_words_that_were_searched_for_are_marked_in_table_and_text(opened: Application, qtbot: QtBot) -> None:
    type_filter(opened, qtbot, "boats OR sátellite")
    page = opened.page
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == 4)
    accent = opened.parent_window.theme.colours.accent

    def hits(pane: TextView) -> list[str]:
        parts = (part for part in pane.extraSelections() if part.format.background().color() == accent)
        return [part.cursor.selectedText() for part in parts]

    assert hits(page.detail.reading) == ["boats", "satellite"]

    def is_marked() -> bool:
        image = page.table.viewport().grab().toImage()
        row = range(page.table.rowViewportPosition(0), page.table.rowViewportPosition(0) + 20)
        return any(image.pixelColor(x, y) == accent for y in row for x in range(0, image.width(), 2))

    qtbot.waitUntil(is_marked)
    opened.actions["show_focus"].trigger()
    qtbot.waitUntil(lambda: page.focus.reading is not None)
    assert hits(page.focus.pane) == ["boats", "satellite"]
    opened.filter_controller.clear()
    wait_listed(opened, qtbot)
    assert not hits(page.detail.reading)
    assert not is_marked()


def test_groups_of_tags_are_a_tree(qtbot, theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = FilterPanel(theme, parent)
    panel.show_tags(tag_infos(["billing/refund", "other", "billing/invoice"]))
    panel.show()
    group = panel.findChild(GroupButton, "group:billing/")
    refund = panel.findChild(FacetButton, "tag:billing/refund")
    assert refund.name == "refund"
    assert refund.accessibleName() == "billing/refund"
    panel.show_counts(None)
    group.click()
    (term,) = panel.terms
    assert isinstance(term, TagTerm)
    assert (term.words, term.tags) == ('tag:"billing/"', {"billing/refund", "billing/invoice"})
    assert [chip.words for chip in chips_of(panel.terms, (), ())] == ["tag: billing/"]
    assert group.isChecked()
    group.click()
    assert panel.terms == ()
    assert refund.isVisibleTo(panel)
    QTest.keySequence(group, "Left")
    assert not refund.isVisibleTo(panel)
    panel.show_tags(tag_infos(["billing/refund", "other", "billing/invoice"]))
    assert not panel.findChildren(FacetButton, "tag:billing/refund")[-1].isVisibleTo(panel)
    qtbot.mouseClick(panel.findChildren(GroupButton)[-1], Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert panel.findChildren(FacetButton, "tag:billing/refund")[-1].isVisibleTo(panel)


def test_many_tags_are_found_by_typing(qtbot, theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = FilterPanel(theme, parent)
    panel.show_tags(tag_infos([f"area {n % 3}/topic {n}" for n in range(40)]))
    assert panel.tag_filter.isVisibleTo(panel)
    panel.tag_filter.setText("topic 17")
    shown = [each.name for each in panel.findChildren(FacetButton) if each.isVisibleTo(panel)]
    assert "topic 17" in shown
    assert "area 2/" in shown
    assert not {"topic 16", "area 1/"} & set(shown)
    panel.show_tags(tag_infos(["refund", "other"]))
    assert not panel.tag_filter.isVisibleTo(panel)
    assert panel.findChildren(FacetButton, "tag:refund")[-1].isVisibleTo(panel)


def test_a_table_without_tags_offers_to_choose_them(qtbot, theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = FilterPanel(theme, parent)
    line = panel.findChild(FacetButton, "choose-tags")
    panel.show_tags(())
    assert line.isVisibleTo(panel)
    with qtbot.waitSignal(panel.tags_requested):
        line.click()
    panel.show_tags(tag_infos(["refund", "other"]))
    assert not line.isVisibleTo(panel)


def test_possibly_wrong_tags_are_a_line_while_there_are_any(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = FilterPanel(theme, parent)
    line = panel.findChild(FacetButton, "possibly-wrong")
    none = Counts(total=9, by_status={}, by_tag={}, predicted=9, to_review=0, histogram=())
    panel.show_counts(none)
    assert not line.isVisibleTo(panel)
    panel.show_counts(replace(none, possibly_wrong=3))
    assert line.isVisibleTo(panel)
    assert line.count == 3
    everything = panel.findChild(FacetButton, "all")
    panel.show_terms((), narrowed=True)
    panel.show_saved(("is:possibly-wrong",))
    assert not everything.isChecked(), "the search line hides records"
    with qtbot.waitSignal(panel.wanted) as chosen:
        line.click()
    assert [term.words for term in chosen.args[0]] == ["is:possibly-wrong"]
