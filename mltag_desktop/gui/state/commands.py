"""The table of all commands of the window.

Menus, toolbar, context menu, palette, shortcuts, the page of keys, enabling and tooltips derive from it
(`actions.py`); `Application` gives each command its handler.
"""

from dataclasses import dataclass
from enum import Flag, auto
from typing import Final

from PySide6.QtGui import QKeySequence

from mltag_desktop.gui.i18n import tr


class Needs(Flag):
    """What a command needs; all but `PRESENT` enable it."""

    ALWAYS = 0
    TABLE = auto()
    """An open table."""
    WRITABLE = auto()
    """An open table that can be decided."""
    UNDO = auto()
    REDO = auto()
    EARLIER_MODEL = auto()
    FILTER = auto()
    """A filter that hides records."""
    PANES = auto()
    """The table with its panes, not the focus view."""
    PRESENT = auto()
    """It changes the table or only makes sense for deciding, so a displayed past state is left first."""


ALWAYS: Final = Needs.ALWAYS
TABLE: Final = Needs.TABLE
WRITABLE: Final = Needs.WRITABLE
UNDO: Final = Needs.UNDO
REDO: Final = Needs.REDO
EARLIER_MODEL: Final = Needs.EARLIER_MODEL
FILTER: Final = Needs.FILTER
PANES: Final = Needs.PANES
PRESENT: Final = Needs.PRESENT

REASONS: Final = {
    TABLE: tr("Open a table first."),
    WRITABLE: tr("This table cannot be changed."),
    UNDO: tr("There is nothing to undo."),
    REDO: tr("There is nothing to redo."),
    EARLIER_MODEL: tr("There is no earlier model."),
    FILTER: tr("No filter is set."),
    PANES: tr("The focus view has no panes."),
}
"""Why a command is disabled, by the first need that is not met."""

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


@dataclass(frozen=True)
class Command:
    """An entry of the command table.

    `keys`: shortcuts, separated by spaces; the first one is displayed. `group`: groups of a menu are
    separated by a line. `tip`: a sentence or an addition to the text. `words`: other words by which the
    palette finds it, such as what other programs call it. `hint`: what its key does, in the focus view.
    `toolbar` and `context`: its group in the toolbar and in the context menu of records; 0 where it is not.
    The keys of a `plain` command are single letters or digits that act only while the table or the detail
    panel has the focus. `holds`: holding the key repeats the command.
    """

    id: str
    text: str
    keys: str
    menu: str
    needs: Needs
    group: int = 0
    tip: str = ""
    words: str = ""
    hint: str = ""
    toolbar: int = 0
    context: int = 0
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
    Command(
        "open", tr("&Open…"), "Ctrl+O", "File", ALWAYS, tip=tr("Open a table or a workspace"),
        words=tr("import load file csv tsv excel xlsx workbook parquet json"), toolbar=1,
    ),
    Command(
        "paste_text", tr("&Paste text…"), "Ctrl+Shift+V", "File", PRESENT,
        tip=tr("Tag text as you type or paste it"), words=tr("clipboard new records"),
    ),
    Command(
        "open_sample", tr("Open the &sample"), "", "File", ALWAYS,
        tip=tr("Open a small table to try the program"), words=tr("example demo"),
    ),
    Command(
        "export", tr("&Export…"), "Ctrl+E", "File", TABLE, group=1,
        tip=tr("Export the table or the corrections"),
        words=tr("save write result csv excel xlsx download labels"), toolbar=5,
    ),
    Command(
        "save_copy", tr("Save a cop&y as…"), "Ctrl+Shift+S", "File", TABLE, group=1,
        tip=tr("Save a complete copy of the workspace"), words=tr("duplicate file"),
    ),
    Command(
        "export_decisions", tr("Export &decisions…"), "", "File", TABLE, group=2,
        tip=tr("Export your decisions for a colleague"), words=tr("share labels colleague"),
    ),
    Command(
        "import_decisions", tr("I&mport decisions…"), "", "File", TABLE | PRESENT, group=2,
        tip=tr("Compare a colleague's decisions with yours and import them"),
        words=tr("merge labels colleague agreement kappa"),
    ),
    Command(
        "import_settings", tr("Import settin&gs…"), "", "File", TABLE | PRESENT, group=3,
        tip=tr("Encoding, delimiter, quotes, header, sheet"),
        words=tr("csv encoding columns separator sheet"),
    ),
    Command(
        "compare_source", tr("Check so&urce for changes"), "Shift+F5", "File", TABLE | PRESENT, group=3,
        tip=tr("Compare the source file with the imported records"), words=tr("reload changed update"),
    ),
    Command(
        "import_report", tr("&Import report…"), "", "File", TABLE | PRESENT, group=3,
        tip=tr("Duplicates, leaks, unusual texts, unknown tags"), words=tr("quality duplicates"),
    ),
    Command(
        "unreadable_rows", tr("Unre&adable rows…"), "", "File", TABLE | PRESENT, group=3,
        tip=tr("Show and fix rows that could not be read"), words=tr("broken bad quarantine repair"),
    ),
    Command(
        "backups", tr("Bac&kups…"), "", "File", TABLE, group=4,
        tip=tr("Create, show and restore backups of the workspace"), words=tr("restore older version"),
    ),
    Command(
        "close_table", tr("&Close table"), "Ctrl+W", "File", TABLE, group=5, words=tr("exit workspace"),
    ),
    Command("quit", tr("&Quit"), "Ctrl+Q", "File", ALWAYS, group=5, words=tr("exit end program")),
    Command("undo", tr("&Undo"), "Ctrl+Z", "Edit", UNDO, words=tr("revert back"), toolbar=2),
    Command("redo", tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y", "Edit", REDO, words=tr("repeat again"), toolbar=2),
    Command(
        "copy", tr("&Copy rows"), "Ctrl+C", "Edit", TABLE, group=1,
        tip=tr("Copy the selected rows as a table"), words=tr("clipboard"), context=3,
    ),
    Command(
        "find", tr("&Find"), "Ctrl+F", "Edit", TABLE, group=1,
        tip=tr("Search, or filter with tag:NAME and conf<0.6"), words=tr("search filter query"),
    ),
    Command(
        "more_like_this", tr("&More like this"), "Ctrl+M", "Edit", TABLE, group=1,
        tip=tr("Sort the records by similarity to the current one"),
        words=tr("similar near duplicates meaning"), context=3,
    ),
    Command(
        "journal", tr("&Journal…"), "Ctrl+J", "Edit", TABLE, group=2,
        tip=tr("Show who did what and return to an earlier state"), words=tr("history log audit"),
    ),
    Command(
        "settings", tr("Se&ttings…"), "Ctrl+,", "Edit", ALWAYS, group=3,
        tip=tr("Name, appearance, review, backups, log"), words=tr("preferences options configure"),
    ),
    Command(
        "accept", tr("&Accept tag"), "Return Enter", "Tag", WRITABLE, tip=tr("Confirm the predicted tag"),
        words=tr("confirm label correct yes"), hint=tr("accept"), context=1, plain=True,
    ),
    *(
        Command(f"tag_{n}", tr("Set tag &{key}", key=n), str(n), "Tag", WRITABLE, group=1, plain=True)
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    *(
        Command(
            f"also_{n}", tr("Also tag {key}", key=n), f"Shift+{n}", "Also", WRITABLE,
            tip=tr("Add or remove an additional tag"), plain=True,
        )
        for n in range(1, MOST_TAG_KEYS + 1)
    ),
    Command(
        "choose_tag", tr("C&hoose tag…"), "T", "Tag", WRITABLE, group=1,
        tip=tr("Find a tag by typing part of its name"), words=tr("label class category assign"),
        hint=tr("choose tag"), context=1, plain=True,
    ),
    Command(
        "skip", tr("&Skip"), "S", "Tag", WRITABLE, group=2,
        tip=tr("Leave the record out of the queue for now, or put it back"), words=tr("postpone later"),
        hint=tr("skip"), context=2, plain=True,
    ),
    Command(
        "unsure", tr("&Unsure"), "U", "Tag", WRITABLE, group=2,
        tip=tr("Mark the record as unsure, or remove the mark"), words=tr("doubt"), hint=tr("unsure"),
        context=2, plain=True,
    ),
    Command(
        "flag", tr("&Flag"), "F", "Tag", WRITABLE, group=2,
        tip=tr("Flag the record for a second look, or remove the flag"), words=tr("bookmark star"),
        hint=tr("flag"), context=2, plain=True,
    ),
    Command(
        "note", tr("&Note…"), "N", "Tag", WRITABLE, group=2,
        tip=tr("Write a note on the record, or flag it with a note"), words=tr("comment remark"),
        hint=tr("note"), context=2, plain=True,
    ),
    Command(
        "off_topic", tr("Off &topic"), "O", "Tag", WRITABLE, group=2,
        tip=tr("The text is about something else: no tag, and not trained on"),
        words=tr("irrelevant outlier other subject"), plain=True,
    ),
    Command(
        "on_topic", tr("On to&pic"), "Shift+O", "Tag", WRITABLE, group=2,
        tip=tr("The text is on topic, although it is unlike the training data"), words=tr("relevant"),
        plain=True,
    ),
    Command(
        "clear", tr("&Clear decision"), "Backspace", "Tag", WRITABLE, group=2,
        tip=tr("Remove the decision; marks and the note stay"), words=tr("delete remove label"), context=2,
        plain=True,
    ),
    Command(
        "same_for_all", tr("Apply to all id&entical texts"), "A", "Tag", WRITABLE, group=3,
        tip=tr("Apply the last decision to all records with the same text"),
        words=tr("duplicates propagate"), plain=True,
    ),
    Command(
        "undo_key", tr("Und&o"), "Z", "Tag", WRITABLE, group=3, tip=tr("Undo with a single key"),
        words=tr("revert back"), plain=True,
    ),
    Command(
        "edit_tags", tr("Ta&g set…"), "Ctrl+Shift+T", "Tag", WRITABLE | PRESENT, group=4,
        tip=tr("Add, rename, merge and describe tags"),
        words=tr("label labels class classes category categories taxonomy topics new own add"),
    ),
    Command(
        "tag_sources", tr("&What are the tags…"), "", "Tag", WRITABLE | PRESENT, group=4,
        tip=tr("Take the tags from a column, a list, a model or groups of records"),
        words=tr("label labels classes categories topics own list"),
    ),
    Command(
        "guideline", tr("Gui&deline"), "G", "Tag", TABLE, group=4,
        tip=tr("What belongs to each tag, with examples"), words=tr("instructions definition codebook"),
        hint=tr("guideline"), plain=True,
    ),
    Command(
        "guideline_page", tr("Gu&ideline as a page…"), "", "Tag", TABLE, group=4,
        tip=tr("Write the guideline as a web page or PDF that others can read"),
        words=tr("export instructions html pdf"),
    ),
    Command(
        "next_in_queue", tr("&Next to review"), "J", "Go", TABLE, words=tr("active learning uncertain"),
        hint=tr("next"), plain=True, holds=True,
    ),
    Command(
        "previous_in_queue", tr("&Previous to review"), "K", "Go", TABLE, words=tr("back last question"),
        plain=True, holds=True,
    ),
    Command(
        "queue_order", tr("&Lowest confidence first"), "Ctrl+L", "Go", TABLE, group=1,
        tip=tr("Records with the lowest confidence"), words=tr("sort uncertain"), checkable=True,
    ),
    Command(
        "order_checks", tr("Certification c&hecks"), "", "Go", TABLE | PRESENT, group=2,
        tip=tr("The random checks of the running certification; without one, start one"),
        words=tr("audit random sample"),
    ),
    Command(
        "order_automatic", tr("A&utomatic order"), "", "Go", ALWAYS, group=2,
        tip=tr("Records that teach the model most come first"),
        words=tr("active learning uncertain strategy"), checkable=True,
    ),
    Command(
        "order_table", tr("T&able order"), "", "Go", ALWAYS, group=2,
        tip=tr("Records to review in table order"), words=tr("queue sequence rows"), checkable=True,
    ),
    Command(
        "train", tr("&Train…"), "Ctrl+T", "Model", TABLE | PRESENT,
        tip=tr("Train a candidate model on your decisions"),
        words=tr("learn fit model retrain machine learning"), toolbar=4,
    ),
    Command(
        "show_report", tr("Re&port"), "Ctrl+R", "Model", TABLE, tip=tr("Compare the models' accuracy"),
        words=tr("accuracy f1 precision recall metrics confusion evaluation model"), toolbar=4,
    ),
    Command(
        "production_metrics", tr("Production &metrics…"), "Ctrl+U", "Model", TABLE | PRESENT,
        tip=tr("Accuracy of the active model and review thresholds"),
        words=tr("monitor drift accuracy threshold model"),
    ),
    Command(
        "certify", tr("&Certify…"), "", "Model", TABLE | PRESENT,
        tip=tr("Prove by random checks how many of the sure records are wrong at most"),
        words=tr("guarantee error rate sample"),
    ),
    Command(
        "slices", tr("&Slices…"), "", "Model", TABLE,
        tip=tr("Parts of the table that reports evaluate separately"), words=tr("subset segment"),
    ),
    Command(
        "tag_meaning", tr("What the ta&gs mean…"), "", "Model", TABLE,
        tip=tr("Words, typical records and confusions of each tag, for the active model"),
        words=tr("explain words weights"),
    ),
    Command(
        "library", tr("&Library…"), "", "Model", ALWAYS, tip=tr("Models that are kept for other tables"),
        words=tr("model models reuse import"),
    ),
    Command(
        "export_model", tr("&Export for notebooks…"), "", "Model", TABLE,
        tip=tr("Write the active model as a scikit-learn classifier for Python"),
        words=tr("model scikit-learn joblib python jupyter"),
    ),
    Command(
        "rollback", tr("&Roll back to the previous model"), "", "Model", WRITABLE | EARLIER_MODEL | PRESENT,
        group=1, words=tr("revert model"),
    ),
    Command(
        "clear_filters", tr("Clear &filters"), "Ctrl+Shift+F", "View", FILTER,
        words=tr("reset search all records"),
    ),
    Command(
        "refresh", tr("&Refresh"), "F5", "View", TABLE,
        tip=tr("Apply the filter to records that have changed since"), words=tr("reload update filter"),
    ),
    Command(
        "show_table", tr("&Table"), "Ctrl+1", "View", TABLE, group=1,
        tip=tr("Show all records in a table"), words=tr("list grid rows"), toolbar=3, checkable=True,
    ),
    Command(
        "show_focus", tr("F&ocus"), "Ctrl+2", "View", TABLE | PRESENT, group=1,
        tip=tr("Show one record at a time"), words=tr("one record read large"), toolbar=3, checkable=True,
    ),
    Command(
        "show_map", tr("&Map"), "Ctrl+3", "View", TABLE, group=1,
        tip=tr("Show each text as a point, similar ones together"), words=tr("plot scatter clusters"),
        checkable=True,
    ),
    Command(
        "show_facets", tr("Filter &pane"), "F8", "View", TABLE | PANES, group=1,
        words=tr("sidebar facets histogram"), checkable=True,
    ),
    Command(
        "show_detail", tr("D&etail pane"), "F9", "View", TABLE | PANES, group=1,
        words=tr("sidebar text similar"), checkable=True,
    ),
    Command(
        "columns", tr("Colum&ns…"), "", "View", TABLE, group=1, tip=tr("Choose the columns of the table"),
        words=tr("fields headings hide"),
    ),
    Command(
        "scheme_system", tr("S&ystem colours"), "", "View", ALWAYS, group=2, words=tr("theme appearance"),
        checkable=True,
    ),
    Command(
        "scheme_light", tr("&Light colours"), "", "View", ALWAYS, group=2, words=tr("theme day mode"),
        checkable=True,
    ),
    Command(
        "scheme_dark", tr("&Dark colours"), "", "View", ALWAYS, group=2, words=tr("theme night mode"),
        checkable=True,
    ),
    *(
        Command(
            f"language_{code}", name, "", "Language", ALWAYS, tip=tr("Takes effect after a restart"),
            words=tr("translation locale"), checkable=True,
        )
        for code, name in LANGUAGES.items()
    ),
    Command(
        "palette", tr("&Commands…"), "Ctrl+K", "Help", ALWAYS, tip=tr("Find and run any command by name"),
        words=tr("search actions"),
    ),
    Command(
        "guide", tr("&Guide"), "F1", "Help", ALWAYS,
        tip=tr("Open the guide at the page for what you are doing"), words=tr("help manual documentation"),
    ),
    Command(
        "show_keys", tr("&Keyboard shortcuts"), "Shift+F1", "Help", ALWAYS,
        tip=tr("Search and change all keyboard shortcuts"), words=tr("hotkeys keybindings"),
    ),
    Command(
        "start_tour", tr("Take the &tour"), "", "Help", ALWAYS,
        tip=tr("A tour in six steps; opens the sample if no table is open"),
        words=tr("tutorial introduction"),
    ),
    Command(
        "session", tr("&Session"), "", "Help", TABLE,
        tip=tr("Number of decisions, pace, and how often the model was right"),
        words=tr("progress statistics pace remaining"),
    ),
    Command(
        "show_hints", tr("Show &hints"), "", "Help", ALWAYS,
        tip=tr("Show keyboard shortcuts in the focus view"), words=tr("help keys shortcuts"),
        checkable=True,
    ),
    Command(
        "check_update", tr("Check an &update file…"), "", "Help", ALWAYS, group=1,
        tip=tr("Check whether a downloaded file is a newer version; works offline"),
        words=tr("new version download signature"),
    ),
    Command(
        "diagnostics", tr("Copy &diagnostics…"), "", "Help", ALWAYS, group=1,
        tip=tr("Versions, counts and times for a bug report; contains none of your texts"),
        words=tr("support bug"),
    ),
    Command(
        "show_log", tr("Show &log"), "", "Help", ALWAYS, group=1, tip=tr("Open log folder"),
        words=tr("protocol folder errors"),
    ),
    Command("about", tr("&About MLTag Desktop"), "", "Help", ALWAYS, group=2, words=tr("version licence")),
)  # fmt: skip

BY_ID: Final = {command.id: command for command in COMMANDS}
EARLIER_IDS: Final = {
    "sitting": "session",
    "set_aside": "unreadable_rows",
    "in_use": "production_metrics",
    "read_as": "import_settings",
    "renew": "refresh",
    "take_back": "undo_key",
    "order_margin": "order_automatic",
}
"""Ids of earlier versions, which stored keys may name."""
