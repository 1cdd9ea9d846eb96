"""Imports before the first paint, and the window without a table."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QAction

from mltag_desktop.gui.application.application import Application

LATE = (
    "numpy",
    "scipy",
    "sklearn",
    "pandas",
    "sqlite3",
    "mltag_desktop.core.workspace.workspace",
)


def printed(code: str, home: Path) -> list[str]:
    """Run code in another process with this home folder; return the lines it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
    )
    return done.stdout.splitlines()


def test_the_empty_window_imports_no_numpy() -> None:
    code = (
        f"import sys, mltag_desktop.gui.application.startup\n"
        f"print([name for name in {LATE!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_paint_builds_no_enums_of_qt(tmp_path) -> None:
    code = (
        "import os, sys, PySide6.QtCore\n"
        "from mltag_desktop.gui.application import startup\n"
        "def painted(event):\n"
        "    print('Qt' in vars(PySide6.QtCore))\n"
        "    sys.stdout.flush()\n"
        "    os._exit(0)\n"
        "startup.trace = painted\n"
        "startup.run()\n"
    )
    assert printed(code, tmp_path) == ["False"]


def test_the_first_page_builds_no_other_widgets_and_no_query(tmp_path) -> None:
    code = (
        "import sys, PySide6.QtWidgets\n"
        "from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds\n"
        "from mltag_desktop.gui.main_window.main_window import MainWindow\n"
        "from mltag_desktop.gui.main_window.table_page import TablePage\n"
        "from mltag_desktop.gui.widgets.theme import Theme, new_application\n"
        "app = new_application()\n"
        "window = MainWindow(Theme(app))\n"
        "page = TablePage(window.theme, lambda: ReviewThresholds(0.8), window)\n"
        "window.show_page(page)\n"
        "window.show()\n"
        "page.table.viewport().repaint()\n"
        "print([name for name in ('QStyle', 'QWizard') if name in vars(PySide6.QtWidgets)])\n"
        "print('mltag_desktop.core.workspace.search.query' in sys.modules)\n"
    )
    assert printed(code, tmp_path) == ["[]", "False"]


def test_the_first_tags_of_a_text_file_need_no_reader_of_workbooks_and_no_pool(tmp_path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,text\n1,A text\n2,Another one\n", "utf-8")
    code = (
        "import sys, pathlib\n"
        "from mltag_desktop.gui.application.fast_start import first_look\n"
        f"folder = pathlib.Path({str(tmp_path)!r})\n"
        "found = first_look(folder / 'table.csv', 0.5, 'Ann', folder)\n"
        "late = ('openpyxl', 'python_calamine', 'pyarrow', 'concurrent.futures.process')\n"
        "print(len(found.records), [name for name in late if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2 []"


def test_files_that_macos_gives_are_opened(tmp_path, make_table) -> None:
    """Finder and the Dock send events, the first one before the program is built."""
    code = (
        "import sys, time\n"
        "from PySide6.QtGui import QFileOpenEvent\n"
        "system, sys.platform = sys.platform, 'darwin'\n"
        "from mltag_desktop.gui.widgets.theme import Theme, new_application\n"
        "app = new_application()\n"
        "sys.platform = system\n"
        "from mltag_desktop.gui.application.startup import MainWindow, Startup\n"
        "start = Startup(MainWindow(Theme(app)), None)\n"
        "start.window.painted.connect(start.build)\n"
        "start.window.show()\n"
        "for file in sys.argv[1:]:\n"
        "    app.sendEvent(app, QFileOpenEvent(file))\n"
        "    end = time.monotonic() + 60\n"
        "    source = None\n"
        "    while not (source and source.path and str(source.path) == file) and time.monotonic() < end:\n"
        "        app.processEvents()\n"
        "        source = start.program and start.program.workspace_opener.source\n"
        "    print(source.path.name)\n"
        "start.window.close_at_once()\n"
    )
    files = [str(make_table(name=name)) for name in ("first.csv", "second.csv")]
    done = subprocess.run(
        [sys.executable, "-c", code, *files],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.split() == ["first.csv", "second.csv"]


def test_macos_has_three_commands_in_the_menu_of_the_program(opened: Application) -> None:
    roles = {action.menuRole(): name for name, action in opened.actions.items()}
    assert {role.name: name for role, name in roles.items() if role != QAction.MenuRole.NoRole} == {
        "AboutRole": "about",
        "PreferencesRole": "settings",
        "QuitRole": "quit",
    }


def test_colours_are_chosen_and_remembered(opened: Application, tmp_path) -> None:
    opened.actions["scheme_dark"].trigger()
    assert opened.settings_store.settings.colour_scheme == "dark"
    assert opened.parent_window.theme.colours.dark
    assert opened.actions["scheme_dark"].isChecked()
    opened.actions["scheme_system"].trigger()
    assert not opened.actions["scheme_dark"].isChecked()


def test_the_window_is_not_larger_than_the_screen(opened: Application) -> None:
    """Screens of 1366 × 768, or 2560 × 1600 at 200%, are smaller than the window's preferred size."""
    window = opened.parent_window
    room = window.screen().availableSize()
    assert window.width() > room.width()
    window.fit_screen()
    assert window.width() <= room.width()
    assert window.height() < room.height()


def test_panels_can_be_hidden(opened: Application) -> None:
    opened.actions["show_facets"].trigger()
    assert not opened.page.filter_panel.isVisible()
    opened.actions["show_facets"].trigger()
    assert opened.page.filter_panel.isVisible()
