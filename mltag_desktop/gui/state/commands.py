"""The table of all commands; menus, toolbar and shortcuts page are built from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from mltag_desktop.gui.i18n.translation import tr

Handler = Callable[[], object]

MENUS: Final = {
    "File": tr("&File"),
    "Edit": tr("&Edit"),
    "Tag": tr("&Tag"),
    "Go": tr("&Go"),
    "Model": tr("&Model"),
    "View": tr("&View"),
    "Help": tr("&Help"),
    "Also": tr("Additiona&l tags"),
    "Language": tr("L&anguage"),
}
"""The menus in their order: the name that commands use, and the title in the menu bar."""
SUBMENUS: Final = {"Also": "Tag", "Language": "View"}
"""Submenus and the menus that contain them; a submenu is placed at the first of its commands."""
LANGUAGES: Final = {
    "system": tr("System &language"),
    "en": "&English",
    "de": "&Deutsch",
    "fr": "&Français",
}
MOST_TAG_KEYS: Final = 9
PRESENT: Final = frozenset(
    [
        "paste_text",
        "import_decisions",
        "read_as",
        "compare_source",
        "import_report",
        "set_aside",
        "edit_tags",
        "tag_sources",
        "show_focus",
        "train",
        "in_use",
        "certify",
        "order_checks",
        "rollback",
    ]
)
"""Commands that change the table or only make sense for deciding; they leave a displayed past state first."""


@dataclass(frozen=True)
class Command:
    """An entry of the command table.

    `keys`: shortcuts, separated by spaces; the first one is displayed. The keys of a `plain` command are
    single letters or digits that act only while the table or the detail panel has the focus. `holds`: holding
    the key repeats the command. `group`: groups are separated by a line.
    """

    id: str
    text: str
    keys: str
    menu: str
    group: int = 0
    tip: str = ""
    short: str = ""
    plain: bool = False
    holds: bool = False
    checkable: bool = False

    @property
    def sequences(self) -> list[QKeySequence]:
        """The shortcuts."""
        return [QKeySequence(key) for key in self.keys.split()]

    @property
    def name(self) -> str:
        """The text without its mnemonic."""
        return self.text.replace("&", "")

    @property
    def menu_name(self) -> str:
        """The menu title without its mnemonic."""
        return MENUS[self.menu].replace("&", "")


COMMANDS: Final = (
    Command("open", tr("&Open…"), "Ctrl+O", "File", tip=tr("Open a table or a workspace"), short=tr("Open…")),
    Command(
        "paste_text", tr("&Paste text…"), "Ctrl+Shift+V", "File", tip=tr("Tag text as you type or paste it")
    ),
    Command(
        "open_sample", tr("Open the &sample"), "", "File", tip=tr("Open a small table to try the program"),
    ),
    Command(
        "export", tr("&Export…"), "Ctrl+E", "File", 1, tr("Export the table or the corrections"),
        tr("Export…")
    ),
    Command(
        "save_copy", tr("Save a cop&y as…"), "Ctrl+Shift+S", "File", 1,
        tr("Save a complete copy of the workspace"),
    ),
    Command(
        "export_decisions", tr("Export &decisions…"), "", "File", 2,
        tr("Export your decisions for a colleague"),
    ),
    Command(
        "import_decisions", tr("I&mport decisions…"), "", "File", 2,
        tr("Compare a colleague's decisions with yours and import them"),
    ),
    Command(
        "read_as", tr("Import settin&gs…"), "", "File", 3,
        tr("Encoding, delimiter, quotes, header, sheet"),
    ),
    Command(
        "compare_source", tr("Check so&urce for changes"), "Shift+F5", "File", 3,
        tr("Compare the source file with the imported records"),
    ),
    Command(
        "import_report", tr("&Import report…"), "", "File", 3,
        tr("Duplicates, leaks, unusual texts, unknown tags")
    ),
    Command(
        "set_aside", tr("Unre&adable rows…"), "", "File", 3, tr("Show and fix rows that could not be read")
    ),
    Command(
        "backups", tr("Bac&kups…"), "", "File", 4, tr("Create, show and restore backups of the workspace")
    ),
    Command("close_table", tr("&Close table"), "Ctrl+W", "File", 5),
    Command("quit", tr("&Quit"), "Ctrl+Q", "File", 5),
    Command("undo", tr("&Undo"), "Ctrl+Z", "Edit", short=tr("Undo")),
    Command("redo", tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y", "Edit", short=tr("Redo")),
    Command("copy", tr("&Copy rows"), "Ctrl+C", "Edit", 1, tr("Copy the selected rows as a table")),
    Command("find", tr("&Find"), "Ctrl+F", "Edit", 1, tr("Search, or filter with tag:NAME and conf<0.6")),
    Command(
        "more_like_this", tr("&More like this"), "Ctrl+M", "Edit", 1,
        tr("Sort the records by similarity to the current one")
    ),
    Command(
        "journal", tr("&Journal…"), "Ctrl+J", "Edit", 2,
        tr("Show who did what and return to an earlier state")
    ),
    Command("settings", tr("Se&ttings…"), "Ctrl+,", "Edit", 3, tr("Name, appearance, review, backups, log")),
    Command(
        "accept", tr("&Accept tag"), "Return Enter", "Tag", tip=tr("Confirm the predicted tag"), plain=True
    ),
    *(
        Command(f"tag_{n}", tr("Set tag &{key}", key=n), str(n), "Tag", 1, plain=True)
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    *(
        Command(f"also_{n}", tr("Also tag {key}", key=n), f"Shift+{n}", "Also", plain=True,
                tip=tr("Add or remove an additional tag"))
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    Command("choose_tag", tr("C&hoose tag…"), "T", "Tag", 1,
            tr("Find a tag by typing part of its name"), plain=True),
    Command("skip", tr("&Skip"), "S", "Tag", 2,
            tr("Leave the record out of the queue for now, or put it back"), plain=True),
    Command("unsure", tr("&Unsure"), "U", "Tag", 2,
            tr("Mark the record as unsure, or remove the mark"), plain=True),
    Command("flag", tr("&Flag"), "F", "Tag", 2,
            tr("Flag the record for a second look, or remove the flag"), plain=True),
    Command(
        "note", tr("&Note…"), "N", "Tag", 2, tr("Write a note on the record, or flag it with a note"),
        plain=True
    ),
    Command("off_topic", tr("Off &topic"), "O", "Tag", 2,
            tr("The text is about something else: no tag, and not trained on"), plain=True),
    Command("on_topic", tr("On to&pic"), "Shift+O", "Tag", 2,
            tr("The text is on topic, although it is unlike the training data"), plain=True),
    Command("clear", tr("&Clear decision"), "Backspace", "Tag", 2,
            tr("Remove the decision; marks and the note stay"), plain=True),
    Command("same_for_all", tr("Apply to all id&entical texts"), "A", "Tag", 3,
            tr("Apply the last decision to all records with the same text"), plain=True),
    Command("take_back", tr("Und&o"), "Z", "Tag", 3, tr("Undo with a single key"), plain=True),
    Command(
        "edit_tags", tr("Ta&g set…"), "Ctrl+Shift+T", "Tag", 4, tr("Add, rename, merge and describe tags")
    ),
    Command(
        "tag_sources", tr("&What are the tags…"), "", "Tag", 4,
        tr("Take the tags from a column, a list, a model or groups of records")
    ),
    Command("guideline", tr("Gui&deline"), "G", "Tag", 4, tr("What belongs to each tag, with examples"),
            plain=True),
    Command("guideline_page", tr("Gu&ideline as a page…"), "", "Tag", 4,
            tr("Write the guideline as a web page or PDF that others can read")),
    Command("next_in_queue", tr("&Next to review"), "J", "Go", plain=True, holds=True),
    Command("previous_in_queue", tr("&Previous to review"), "K", "Go", plain=True, holds=True),
    Command(
        "queue_order", tr("&Lowest confidence first"), "Ctrl+L", "Go", 1,
        tr("Records with the lowest confidence"), checkable=True,
    ),
    Command(
        "order_margin", tr("&Close calls"), "", "Go", 2,
        tr("Records with two almost equally likely tags"), checkable=True,
    ),
    Command(
        "order_coverage", tr("&Uncertain, varied"), "", "Go", 2,
        tr("Uncertain records from different parts of the table, without near-duplicates"),
        checkable=True,
    ),
    Command(
        "order_committee", tr("Model &disagreement"), "", "Go", 2,
        tr("Records where a model trained on your decisions disagrees most with the active model"),
        checkable=True,
    ),
    Command(
        "order_random", tr("&Random order"), "", "Go", 2,
        tr("Records to review in random order"), checkable=True
    ),
    Command(
        "order_checks", tr("Certification c&hecks"), "", "Go", 2,
        tr("The random checks of the running certification; without one, start one"),
    ),
    Command(
        "order_table", tr("T&able order"), "", "Go", 2,
        tr("Records to review in table order"), checkable=True,
    ),
    Command(
        "train", tr("&Train…"), "Ctrl+T", "Model", tip=tr("Train a candidate model on your decisions"),
        short=tr("Train…")
    ),
    Command(
        "show_report", tr("Re&port"), "Ctrl+R", "Model", tip=tr("Compare the models' accuracy"),
        short=tr("Report")
    ),
    Command(
        "in_use", tr("Production &metrics…"), "Ctrl+U", "Model",
        tip=tr("Accuracy of the active model and review thresholds"),
    ),
    Command(
        "certify", tr("&Certify…"), "", "Model",
        tip=tr("Prove by random checks how many of the sure records are wrong at most"),
    ),
    Command(
        "slices", tr("&Slices…"), "", "Model", tip=tr("Parts of the table that reports evaluate separately"),
    ),
    Command("tag_meaning", tr("What the ta&gs mean…"), "", "Model",
            tip=tr("Words, typical records and confusions of each tag, for the active model")),
    Command("library", tr("&Library…"), "", "Model", tip=tr("Models that are kept for other tables")),
    Command(
        "export_model", tr("&Export for notebooks…"), "", "Model",
        tip=tr("Write the active model as a scikit-learn classifier for Python"),
    ),
    Command("rollback", tr("&Roll back to the previous model"), "", "Model", 1),
    Command("clear_filters", tr("Clear &filters"), "Ctrl+Shift+F", "View"),
    Command(
        "renew", tr("&Refresh"), "F5", "View", tip=tr("Apply the filter to records that have changed since"),
    ),
    Command(
        "show_table", tr("&Table"), "Ctrl+1", "View", 1, tr("Show all records in a table"),
        tr("Table"), checkable=True
    ),
    Command("show_focus", tr("F&ocus"), "Ctrl+2", "View", 1, tr("Show one record at a time"), tr("Focus"),
            checkable=True),
    Command("show_map", tr("&Map"), "Ctrl+3", "View", 1,
            tr("Show each text as a point, similar ones together"), checkable=True),
    Command("show_facets", tr("Filter &pane"), "F8", "View", 1, checkable=True),
    Command("show_detail", tr("D&etail pane"), "F9", "View", 1, checkable=True),
    Command("columns", tr("Colum&ns…"), "", "View", 1, tr("Choose the columns of the table")),
    Command("scheme_system", tr("S&ystem colours"), "", "View", 2, checkable=True),
    Command("scheme_light", tr("&Light colours"), "", "View", 2, checkable=True),
    Command("scheme_dark", tr("&Dark colours"), "", "View", 2, checkable=True),
    *(
        Command(
            f"language_{code}", name, "", "Language", 0, tr("Takes effect after a restart"), checkable=True,
        )
        for code, name in LANGUAGES.items()
    ),
    Command("palette", tr("&Commands…"), "Ctrl+K", "Help", tip=tr("Find and run any command by name")),
    Command("guide", tr("&Guide"), "F1", "Help", tip=tr("Open the guide at the page for what you are doing")),
    Command(
        "show_keys", tr("&Keyboard shortcuts"), "Shift+F1", "Help",
        tip=tr("Search and change all keyboard shortcuts"),
    ),
    Command(
        "start_tour", tr("Take the &tour"), "", "Help",
        tip=tr("A tour in six steps; opens the sample if no table is open"),
    ),
    Command(
        "sitting", tr("&Session"), "", "Help",
        tip=tr("Number of decisions, pace, and how often the model was right")
    ),
    Command(
        "show_hints", tr("Show &hints"), "", "Help", 0, tr("Show keyboard shortcuts in the focus view"),
        checkable=True
    ),
    Command(
        "check_update", tr("Check an &update file…"), "", "Help", 1,
        tr("Check whether a downloaded file is a newer version; works offline"),
    ),
    Command(
        "diagnostics", tr("Copy &diagnostics…"), "", "Help", 1,
        tr("Versions, counts and times for a bug report; contains none of your texts"),
    ),
    Command("show_log", tr("Show &log"), "", "Help", 1, tr("Open log folder")),
    Command("about", tr("&About MLTag Desktop"), "", "Help", 2),
)  # fmt: skip


def in_present(handlers: Mapping[str, Handler], leave: Callable[[], None]) -> dict[str, Handler]:
    """Wrap handlers of `PRESENT` commands so that they call `leave` first.

    Their effect would be invisible in a past state.
    """

    def after_leaving(handler: Handler) -> Handler:
        def run() -> object:
            leave()
            return handler()

        return run

    return {
        name: after_leaving(handler) if name in PRESENT else handler for name, handler in handlers.items()
    }


def build_actions(parent: QObject) -> dict[str, QAction]:
    """Create an action for each command; `connect_actions` gives them their handlers.

    The action of a plain command must be added to the widget in which its keys act.
    """
    return {command.id: _action(parent, command) for command in COMMANDS}


def connect_actions(actions: Mapping[str, QAction], handlers: Mapping[str, Handler]) -> None:
    """Let each action call its handler.

    Raises `ValueError` when a command has no handler or a handler no command.
    """
    if actions.keys() != handlers.keys():
        missing, surplus = sorted(actions.keys() - handlers.keys()), sorted(handlers.keys() - actions.keys())
        raise ValueError(f"commands without a handler: {missing}; handlers without a command: {surplus}")
    for name, action in actions.items():
        _connect(action, handlers[name])


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Add the actions to the menus of `bar`."""
    menus: dict[str, QMenu] = {
        name: bar.addMenu(title) for name, title in MENUS.items() if name not in SUBMENUS
    }
    group: dict[str, int] = {}
    for command in COMMANDS:
        menu = menus.get(command.menu) or menus[SUBMENUS[command.menu]].addMenu(MENUS[command.menu])
        menus[command.menu] = menu
        if group.setdefault(command.menu, command.group) != command.group:
            menu.addSeparator()
            group[command.menu] = command.group
        menu.addAction(actions[command.id])
    for name, parent in SUBMENUS.items():
        menus[parent].aboutToShow.connect(lambda menu=menus[name]: _hide_empty(menu))


def _hide_empty(submenu: QMenu) -> None:
    submenu.menuAction().setVisible(any(action.isVisible() for action in submenu.actions()))


def _connect(action: QAction, handler: Handler) -> None:
    action.triggered.connect(lambda _checked=False: handler())


def _action(parent: QObject, command: Command) -> QAction:
    action = QAction(command.text, parent)
    action.setObjectName(command.id)
    action.setShortcuts(command.sequences)
    action.setCheckable(command.checkable)
    action.setAutoRepeat(command.holds)
    if command.short:
        action.setIconText(f" {command.short}")  # Fusion leaves no space between icon and text
    shown = command.sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
    action.setToolTip(f"{command.tip or command.name.rstrip('…')} ({shown})" if shown else command.tip)
    action.setStatusTip("")
    if command.plain:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
