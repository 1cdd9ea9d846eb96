import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.gui.application.dialogs import PAGES
from mltag_desktop.gui.application.dialogs import START as FIRST
from mltag_desktop.gui.help.help_pages import NAME as KEYS
from mltag_desktop.gui.help.help_pages import START, HelpPages, keys_page, plain
from mltag_desktop.gui.help.help_window import HelpWindow
from mltag_desktop.gui.state.commands import COMMANDS, SUBMENUS

PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def guide() -> HelpPages:
    return HelpPages()


@pytest.fixture
def window(qtbot, theme, guide) -> HelpWindow:
    made = HelpWindow(theme, guide)
    qtbot.addWidget(made)
    made.show_page(START)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_shortcuts_page_is_up_to_date():
    assert (resource("guide") / KEYS).read_text(encoding="utf-8") == keys_page(), "run: make keys"


def test_the_shortcuts_page_begins_with_the_rules_for_keys_and_lists_every_command_with_a_key():
    page = keys_page()
    assert "Single keys work while the table or the detail pane has the focus" in page
    for command in COMMANDS:
        if command.keys and not command.id.startswith(("tag_", "also_")):
            assert f"| {command.name.rstrip('…')} |" in page


def test_every_page_is_in_the_contents_and_every_link_works(guide):
    files = {path.name for path in guide.folder.glob("*.md")}
    assert {page.name for page in guide.pages} == files
    for page in guide.pages:
        for address in LINK.findall(page.markdown):
            assert address in files, f"{page.name}: {address}"


def test_every_picture_exists_in_both_schemes_and_has_a_text(guide):
    used = set()
    for page in guide.pages:
        for words, address in PICTURE.findall(page.markdown):
            assert words
            for name in (address, address.replace("-light.", "-dark.")):
                assert (guide.folder / name).is_file(), name
                used.add(Path(name).name)
    pictures = list((guide.folder / "pictures").iterdir())
    assert {path.name for path in pictures} == used
    assert sum(path.stat().st_size for path in pictures) < 2_000_000


def test_a_page_is_laid_out_once_after_all_its_formats_are_set(window, guide):
    """Each paragraph and each cell of a table laid the page out again, for more than half a second."""
    changes: list[int] = []
    window.page.document().contentsChange.connect(lambda place, gone, new: changes.append(new))
    for page in guide.pages[:6]:
        changes.clear()
        window.show_page(page.name)
        assert len(changes) <= 4, page.name


def test_the_pages_for_f1_exist(guide):
    assert all(guide.page(name) for name in (*PAGES.values(), FIRST, "search.md", "focus.md", "review.md"))


def test_menu_paths_that_pages_name_exist(guide):
    """Every *Menu › Command* of the guide is a command or a submenu of that menu."""
    commands = {(c.menu_name, c.name.rstrip("…")) for c in COMMANDS} | {("File", "Paste text")}
    commands |= {(menu, submenu) for submenu, menu in SUBMENUS.items()}
    named = 0
    for page in guide.pages:
        for menu, command in re.findall(r"\*(File|Edit|Tag|Go|Model|View|Help) › ([^*]+)\*", page.markdown):
            assert (menu, command.rstrip("…").replace(" in", " in")) in commands, (
                f"{page.name}: {menu} › {command}"
            )
            named += 1
    assert named > 20


def test_a_search_finds_sections_by_all_words(guide):
    hits = guide.search("ENCODING certain")
    assert (hits[0].page.name, hits[0].heading) == ("open.md", "When the encoding is not certain")
    assert guide.search("  ") == []
    assert guide.search("encoding pangolin") == []


def test_markdown_syntax_is_not_searched():
    assert plain("## A *b* `c`\n\n![d](e) [f](g.md) | h |") == "A b c f h"


def test_a_missing_page_is_reported(tmp_path):
    (tmp_path / START).write_text("# Guide\n\n[One](one.md)\n")
    with pytest.raises(MltagError, match=r"one.md .* missing"):
        HelpPages(tmp_path)
    (tmp_path / "one.md").write_text("no heading")
    with pytest.raises(MltagError, match=r"one.md .* damaged"):
        HelpPages(tmp_path)


def test_every_page_is_drawn_with_its_pictures(window, guide, theme):
    for page in guide.pages:
        window.show_page(page.name)
        assert page.title in window.page.words
        assert window.page.horizontalScrollBar().maximum() == 0
        for _, address in PICTURE.findall(page.markdown):
            kind = QTextDocument.ResourceType.ImageResource.value
            assert not window.page.loadResource(kind, QUrl(address)).isNull()


def test_back_and_forward(window):
    window.show_page("open.md")
    window.show_page("search.md")
    window.back.click()
    assert window.here == ("open.md", "")
    window.back.click()
    assert window.here == (START, "")
    assert not window.back.isEnabled()
    window.forward.click()
    window.forward.click()
    assert window.here == ("search.md", "")
    assert not window.forward.isEnabled()


def test_a_change_of_colours_keeps_the_scroll_position(window, theme):
    window.show_page(KEYS)
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    theme.choose(Qt.ColorScheme.Light if theme.colours.dark else Qt.ColorScheme.Dark)
    after = bar.value()
    theme.choose(Qt.ColorScheme.Unknown)
    assert abs(after - before) <= 1


def test_only_internal_links_are_opened(window):
    window.page.anchorClicked.emit(QUrl("open.md"))
    assert window.here == ("open.md", "")
    for address in ("https://example.org/a.md", "file:///etc/passwd", "../../README.md"):
        window.page.anchorClicked.emit(QUrl(address))
        assert window.here == ("open.md", "")
        assert address in window.message_label.text()


def test_nothing_outside_the_guide_is_loaded(window, tmp_path):
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in ("https://example.org/a.png", f"file://{tmp_path}/a.png", "../../../resources/sample.csv"):
        assert window.page.loadResource(kind, QUrl(address)) is None


def test_a_search_hit_opens_its_section(window):
    window.search.setText("kappa")
    assert window.list.count() >= 2
    window.search.returnPressed.emit()
    assert "kappa" in window.page.words.casefold()
    window.search.setText("pangolin")
    assert window.list.count() == 0
    assert "No page" in window.message_label.text()
