"""The one table of what the window can be asked to do; menus, toolbar and key page read it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from mltag_desktop.gui.words import tr

Handler = Callable[[], object]

MENUS: Final = {
    "File": tr("&File"),
    "Edit": tr("&Edit"),
    "Tag": tr("&Tag"),
    "Go": tr("&Go"),
    "Model": tr("&Model"),
    "View": tr("&View"),
    "Help": tr("&Help"),
    "Language": tr("L&anguage"),
}
"""The menus by the name that commands call them, in their order, with what stands in the bar."""
SUBMENUS: Final = {"Language": "View"}
"""Menus that stand in another one, where the first of their commands is."""
LANGUAGES: Final = {
    "system": tr("The system's &language"),
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
        "show_focus",
        "train",
        "in_use",
        "rollback",
    ]
)
"""What changes the table as it is, or is for deciding alone; a past state that is looked at is left first."""


@dataclass(frozen=True)
class Command:
    """One thing to ask for.

    `keys`: shortcuts, parted by blanks, the first is the one that is shown. A `plain` command's keys
    are single letters or figures that act only while the table or the detail panel has the focus.
    `holds` says that holding the key down repeats it. `group`: a line stands between groups.
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
        """What the menu is called."""
        return MENUS[self.menu].replace("&", "")


COMMANDS: Final = (
    Command("open", tr("&Open…"), "Ctrl+O", "File", tip=tr("Open a table or a workspace"), short=tr("Open…")),
    Command(
        "paste_text", tr("&Paste text…"), "Ctrl+Shift+V", "File", tip=tr("Tag text as you type or paste it")
    ),
    Command("open_sample", tr("Open the &sample"), "", "File", tip=tr("Open a small table to try things on")),
    Command(
        "export", tr("&Export…"), "Ctrl+E", "File", 1, tr("Write the table or the corrections"), tr("Export…")
    ),
    Command(
        "save_copy", tr("Save a cop&y as…"), "Ctrl+Shift+S", "File", 1,
        tr("Copy the workspace, all that is in it"),
    ),
    Command(
        "export_decisions", tr("Export &decisions…"), "", "File", 2,
        tr("Write your decisions for a colleague"),
    ),
    Command(
        "import_decisions", tr("&Bring in decisions…"), "", "File", 2,
        tr("Compare a colleague's decisions with yours, and bring them in"),
    ),
    Command(
        "read_as", tr("How the table is &read…"), "", "File", 3,
        tr("Encoding, delimiter, quotes, header, sheet"),
    ),
    Command(
        "compare_source", tr("Look for changes in the so&urce"), "Shift+F5", "File", 3,
        tr("Compare the file with what was read of it"),
    ),
    Command(
        "import_report", tr("&Import report…"), "", "File", 3, tr("Repeats, leaks, odd texts, unknown tags")
    ),
    Command(
        "set_aside", tr("Records set &aside…"), "", "File", 3, tr("Lines that cannot be read; mend them")
    ),
    Command(
        "backups", tr("Bac&kups…"), "", "File", 4, tr("Copies of the workspace, and the way back to one")
    ),
    Command("close_table", tr("&Close table"), "Ctrl+W", "File", 5),
    Command("quit", tr("&Quit"), "Ctrl+Q", "File", 5),
    Command("undo", tr("&Undo"), "Ctrl+Z", "Edit", short=tr("Undo")),
    Command("redo", tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y", "Edit", short=tr("Redo")),
    Command("copy", tr("&Copy rows"), "Ctrl+C", "Edit", 1, tr("Copy the selected rows as a table")),
    Command("find", tr("&Find"), "Ctrl+F", "Edit", 1, tr("Search, or filter with tag:NAME and conf<0.6")),
    Command(
        "journal", tr("&Journal…"), "Ctrl+J", "Edit", 2,
        tr("Who did what, and the way back to any past state")
    ),
    Command("settings", tr("Se&ttings…"), "Ctrl+,", "Edit", 3, tr("Name, look, reviewing, backups, log")),
    Command(
        "accept", tr("&Accept tag"), "Return Enter", "Tag", tip=tr("The predicted tag is right"), plain=True
    ),
    *(
        Command(f"tag_{n}", tr("Set tag &{key}", key=n), str(n), "Tag", 1, plain=True)
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    *(
        Command(f"also_{n}", tr("Also tag {key}", key=n), f"Shift+{n}", "Tag", 5, plain=True,
                tip=tr("Give the record a further tag, or take it off"))
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    Command("skip", tr("&Skip"), "S", "Tag", 2,
            tr("Leave the record out of the queue for now, or put it back"), plain=True),
    Command("unsure", tr("&Unsure"), "U", "Tag", 2,
            tr("Mark the record as unsure, or remove the mark"), plain=True),
    Command("flag", tr("&Flag"), "F", "Tag", 2,
            tr("Flag the record for a second look, or remove the flag"), plain=True),
    Command(
        "note", tr("&Note…"), "N", "Tag", 2, tr("Write a note on the record, or flag it with one"), plain=True
    ),
    Command("clear", tr("&Clear decision"), "Backspace", "Tag", 2,
            tr("Remove the decision; marks and the note stay"), plain=True),
    Command("same_for_all", tr("The same for all &equal texts"), "A", "Tag", 3,
            tr("Decide all records with the text of the last one decided"), plain=True),
    Command("take_back", tr("Take the last step &back"), "Z", "Tag", 3, tr("Undo, with one key"), plain=True),
    Command(
        "edit_tags", tr("Ta&g set…"), "Ctrl+Shift+T", "Tag", 4, tr("Add, rename, merge and describe tags")
    ),
    Command("guideline", tr("Gui&deline"), "G", "Tag", 4, tr("What belongs to each tag, with examples"),
            plain=True),
    Command("next_in_queue", tr("&Next to review"), "J", "Go", plain=True, holds=True),
    Command("previous_in_queue", tr("&Previous to review"), "K", "Go", plain=True, holds=True),
    Command(
        "queue_order", tr("&Least confident first"), "Ctrl+L", "Go", 1,
        tr("Ask about the records that the model is least sure of first"), checkable=True,
    ),
    Command(
        "order_margin", tr("Ask where two tags are &close"), "", "Go", 2,
        tr("Next to review is the record that the model wavers about most"), checkable=True,
    ),
    Command(
        "order_coverage", tr("Ask where close, and not alike &twice"), "", "Go", 2,
        tr("Next to review is what the model wavers about, spread over the table; not ten alike"),
        checkable=True,
    ),
    Command(
        "order_committee", tr("Ask where models &disagree"), "", "Go", 2,
        tr("Next to review is where what your answers teach differs most from the model in force"),
        checkable=True,
    ),
    Command(
        "order_random", tr("Ask b&y lot"), "", "Go", 2,
        tr("Next to review is drawn at random"), checkable=True
    ),
    Command(
        "order_table", tr("Ask down the t&able"), "", "Go", 2,
        tr("Next to review is the next unsure record of the table"), checkable=True,
    ),
    Command(
        "train", tr("&Train…"), "Ctrl+T", "Model", tip=tr("Learn from the corrections"), short=tr("Train…")
    ),
    Command(
        "show_report", tr("&Report"), "Ctrl+R", "Model", tip=tr("How good the models are"), short=tr("Report")
    ),
    Command(
        "in_use", tr("In &use…"), "Ctrl+U", "Model",
        tip=tr("How often the model in force is right, and below which confidence to review"),
    ),
    Command("slices", tr("&Slices…"), "", "Model", tip=tr("Parts of the table that reports judge apart")),
    Command("rollback", tr("&Go back to the model before"), "", "Model", 1),
    Command("clear_filters", tr("Clear &filters"), "Ctrl+Shift+F", "View"),
    Command("renew", tr("&Renew the list"), "F5", "View", tip=tr("Apply the filter to what changed since")),
    Command(
        "show_table", tr("&Table"), "Ctrl+1", "View", 1, tr("All records, one a row"),
        tr("Table"), checkable=True
    ),
    Command("show_focus", tr("F&ocus"), "Ctrl+2", "View", 1, tr("One record at a time, large"), tr("Focus"),
            checkable=True),
    Command("show_facets", tr("Filter &pane"), "F8", "View", 1, checkable=True),
    Command("show_detail", tr("D&etail pane"), "F9", "View", 1, checkable=True),
    Command("scheme_system", tr("Colours of the s&ystem"), "", "View", 2, checkable=True),
    Command("scheme_light", tr("&Light colours"), "", "View", 2, checkable=True),
    Command("scheme_dark", tr("&Dark colours"), "", "View", 2, checkable=True),
    *(
        Command(f"language_{code}", name, "", "Language", 0, tr("From the next start on"), checkable=True)
        for code, name in LANGUAGES.items()
    ),
    Command("palette", tr("&Commands…"), "Ctrl+K", "Help", tip=tr("Find and do anything by name")),
    Command("guide", tr("&Guide"), "F1", "Help", tip=tr("How it is done, on the page that fits")),
    Command("show_keys", tr("&Keys"), "Shift+F1", "Help", tip=tr("All keys, to search and change")),
    Command(
        "start_tour", tr("Take the &tour"), "", "Help",
        tip=tr("Five steps, on the sample when no table is open"),
    ),
    Command(
        "sitting", tr("This &sitting"), "", "Help",
        tip=tr("How many, how fast, how often the model was right")
    ),
    Command(
        "show_hints", tr("Show &hints"), "", "Help", 0, tr("Keys named in the focus view"), checkable=True
    ),
    Command(
        "check_update", tr("Check an &update file…"), "", "Help", 1,
        tr("See whether a file that you downloaded is of a newer version; no network"),
    ),
    Command(
        "diagnostics", tr("Copy &diagnostics…"), "", "Help", 1,
        tr("Versions, counts and times for whoever helps you, and no text of yours"),
    ),
    Command("show_log", tr("Show the &log"), "", "Help", 1, tr("Its folder; it holds no texts")),
    Command("about", tr("&About MLTag Desktop"), "", "Help", 2),
)  # fmt: skip


def in_present(handlers: Mapping[str, Handler], leave: Callable[[], None]) -> dict[str, Handler]:
    """Let what changes the table as it is `leave` a past state first: nobody sees there what it does."""

    def after_leaving(handler: Handler) -> Handler:
        def run() -> object:
            leave()
            return handler()

        return run

    return {name: after_leaving(each) if name in PRESENT else each for name, each in handlers.items()}


def build_actions(
    parent: QObject, handlers: Mapping[str, Handler], commands: Sequence[Command] = COMMANDS
) -> dict[str, QAction]:
    """Make an action for each command.

    A plain command's action has to be added to the widget in which its keys act. Raises `ValueError`
    when a command has no handler or a handler no command.
    """
    known = {command.id for command in commands}
    if known != handlers.keys():
        missing, surplus = sorted(known - handlers.keys()), sorted(handlers.keys() - known)
        raise ValueError(f"commands without a handler: {missing}; handlers without a command: {surplus}")
    return {command.id: _action(parent, command, handlers[command.id]) for command in commands}


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction], commands: Sequence[Command] = COMMANDS) -> None:
    """Put the actions into the menus of `bar`."""
    menus: dict[str, QMenu] = {
        name: bar.addMenu(title) for name, title in MENUS.items() if name not in SUBMENUS
    }
    group: dict[str, int] = {}
    for command in commands:
        menu = menus.get(command.menu) or menus[SUBMENUS[command.menu]].addMenu(MENUS[command.menu])
        menus[command.menu] = menu
        if group.setdefault(command.menu, command.group) != command.group:
            menu.addSeparator()
            group[command.menu] = command.group
        menu.addAction(actions[command.id])


def _action(parent: QObject, command: Command, handler: Handler) -> QAction:
    action = QAction(command.text, parent)
    action.setObjectName(command.id)
    action.setShortcuts(command.sequences)
    action.setCheckable(command.checkable)
    action.setAutoRepeat(command.holds)
    if command.short:
        action.setIconText(f" {command.short}")  # Fusion puts the words right against the icon
    shown = command.sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
    action.setToolTip(f"{command.tip or command.name.rstrip('…')} ({shown})" if shown else command.tip)
    action.setStatusTip("")
    if command.plain:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: handler())
    return action
