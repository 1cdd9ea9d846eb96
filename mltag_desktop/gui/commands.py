"""The one table of what the window can be asked to do; menus, toolbar and key page read it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

Handler = Callable[[], object]

MENUS: Final = ("&File", "&Edit", "&Tag", "&Go", "&Model", "&View", "&Help")
MOST_TAG_KEYS: Final = 9


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


COMMANDS: Final = (
    Command("open", "&Open…", "Ctrl+O", "File", tip="Open a table or a workspace", short="Open…"),
    Command("paste_text", "&Paste text…", "Ctrl+Shift+V", "File", tip="Tag text as you type or paste it"),
    Command("open_sample", "Open the &sample", "", "File", tip="Open a small table to try things on"),
    Command("export", "&Export…", "Ctrl+E", "File", 1, "Write the table or the corrections", "Export…"),
    Command(
        "save_copy", "Save a cop&y as…", "Ctrl+Shift+S", "File", 1, "Copy the workspace, all that is in it"
    ),
    Command(
        "export_decisions", "Export &decisions…", "", "File", 2, "Write your decisions for a colleague"
    ),
    Command(
        "import_decisions", "&Bring in decisions…", "", "File", 2,
        "Compare a colleague's decisions with yours, and bring them in",
    ),
    Command(
        "read_as", "How the table is &read…", "", "File", 3, "Encoding, delimiter, quotes, header, sheet"
    ),
    Command(
        "compare_source", "Look for changes in the so&urce", "Shift+F5", "File", 3,
        "Compare the file with what was read of it",
    ),
    Command("import_report", "&Import report…", "", "File", 3, "Repeats, leaks, odd texts, unknown tags"),
    Command("set_aside", "Records set &aside…", "", "File", 3, "Lines that cannot be read; mend them"),
    Command("backups", "Bac&kups…", "", "File", 4, "Copies of the workspace, and the way back to one"),
    Command("close_table", "&Close table", "Ctrl+W", "File", 5),
    Command("quit", "&Quit", "Ctrl+Q", "File", 5),
    Command("undo", "&Undo", "Ctrl+Z", "Edit", short="Undo"),
    Command("redo", "&Redo", "Ctrl+Shift+Z Ctrl+Y", "Edit", short="Redo"),
    Command("copy", "&Copy rows", "Ctrl+C", "Edit", 1, "Copy the selected rows as a table"),
    Command("find", "&Find", "Ctrl+F", "Edit", 1, "Search, or filter with tag:NAME and conf<0.6"),
    Command("journal", "&Journal…", "Ctrl+J", "Edit", 2, "Who did what, and the way back to any past state"),
    Command("accept", "&Accept tag", "Return Enter", "Tag", tip="The predicted tag is right", plain=True),
    *(
        Command(f"tag_{n}", f"Set tag &{n}", str(n), "Tag", 1, plain=True)
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    *(
        Command(f"also_{n}", f"Also tag {n}", f"Shift+{n}", "Tag", 5, plain=True)
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    Command("skip", "&Skip", "S", "Tag", 2, "Leave the record undecided", plain=True),
    Command("unsure", "&Unsure", "U", "Tag", 2, "Skip, and note that you were unsure", plain=True),
    Command("flag", "&Flag", "F", "Tag", 2, "Mark the record for a second look", plain=True),
    Command("note", "&Note…", "N", "Tag", 2, "Write a note on the record, or flag it with one", plain=True),
    Command("clear", "&Clear decision", "Backspace", "Tag", 2, "Back to review", plain=True),
    Command("same_for_all", "The same for all &equal texts", "A", "Tag", 3,
            "Decide all records with the text of the last one decided", plain=True),
    Command("take_back", "Take the last step &back", "Z", "Tag", 3, "Undo, with one key", plain=True),
    Command("edit_tags", "Ta&g set…", "Ctrl+Shift+T", "Tag", 4, "Add, rename, merge and describe tags"),
    Command("next_in_queue", "&Next to review", "J", "Go", plain=True, holds=True),
    Command("previous_in_queue", "&Previous to review", "K", "Go", plain=True, holds=True),
    Command(
        "queue_order", "&Least confident first", "Ctrl+L", "Go", 1,
        "Ask about the records that the model is least sure of first", checkable=True,
    ),
    Command(
        "order_margin", "Ask where two tags are &close", "", "Go", 2,
        "Next to review is the record that the model wavers about most", checkable=True,
    ),
    Command(
        "order_coverage", "… and not what is alike &twice", "", "Go", 2,
        "The same, spread over the table, so that it does not ask ten variants of one question",
        checkable=True,
    ),
    Command(
        "order_committee", "Ask where models &disagree", "", "Go", 2,
        "Next to review is where what your answers teach differs most from the model in force",
        checkable=True,
    ),
    Command("order_random", "Ask b&y lot", "", "Go", 2, "Next to review is drawn at random", checkable=True),
    Command(
        "order_table", "Ask down the t&able", "", "Go", 2,
        "Next to review is the next unsure record of the table", checkable=True,
    ),
    Command("train", "&Train…", "Ctrl+T", "Model", tip="Learn from the corrections", short="Train…"),
    Command(
        "show_report", "&Report", "Ctrl+R", "Model", tip="How good the models are", short="Report"
    ),
    Command(
        "in_use", "In &use…", "Ctrl+U", "Model",
        tip="How often the model in force is right, and below which confidence to review",
    ),
    Command("rollback", "&Go back to the model before", "", "Model", 1),
    Command("clear_filters", "Clear &filters", "Ctrl+Shift+F", "View"),
    Command("renew", "&Renew the list", "F5", "View", tip="Apply the filter to what changed since"),
    Command("show_table", "&Table", "Ctrl+1", "View", 1, "All records, one a row", "Table", checkable=True),
    Command("show_focus", "F&ocus", "Ctrl+2", "View", 1, "One record at a time, large", "Focus",
            checkable=True),
    Command("show_facets", "Filter &pane", "F8", "View", 1, checkable=True),
    Command("show_detail", "D&etail pane", "F9", "View", 1, checkable=True),
    Command("scheme_system", "Colours of the s&ystem", "", "View", 2, checkable=True),
    Command("scheme_light", "&Light colours", "", "View", 2, checkable=True),
    Command("scheme_dark", "&Dark colours", "", "View", 2, checkable=True),
    Command("palette", "&Commands…", "Ctrl+K", "Help", tip="Find and do anything by name"),
    Command("show_keys", "&Keys", "F1", "Help", tip="All keys, to search and change"),
    Command("start_tour", "Take the &tour", "", "Help", tip="Five steps on the sample"),
    Command("sitting", "This &sitting", "", "Help", tip="How many, how fast, how often the model was right"),
    Command("show_hints", "Show &hints", "", "Help", 0, "Keys named in the focus view", checkable=True),
    Command("about", "&About MLTag Desktop", "", "Help", 1),
)  # fmt: skip


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
    menus: dict[str, QMenu] = {title.replace("&", ""): bar.addMenu(title) for title in MENUS}
    group: dict[str, int] = {}
    for command in commands:
        menu = menus[command.menu]
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
