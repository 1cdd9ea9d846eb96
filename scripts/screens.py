"""Screens and dialogs besides the main workflow, shown one by one for screenshots."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from mltag_desktop.core.diagnostics.crash_report import describe
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.shared_decisions import export_decisions
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.tour import PAUSE, OffscreenWindow
from mltag_desktop.gui.document.sharing import SharedDecisionsDialog
from mltag_desktop.gui.help.crash_dialog import CrashDialog
from mltag_desktop.gui.main_window.onboarding import STEPS
from mltag_desktop.gui.record.detail_tabs import NAMES
from mltag_desktop.gui.widgets.dialogs import bring_up

Show = Callable[..., None]

_DIALOGS: Final = (
    ("palette", "The command palette", "palette"),
    ("keys", "Search and change all keyboard shortcuts", "show_keys"),
    ("tag-set", "The tag set: names, symbols, colours, guidelines", "edit_tags"),
    ("session", "The session", "session"),
    ("journal", "The journal, with a past state", "journal"),
    ("production-metrics", "Production metrics of the active model", "production_metrics"),
    ("import-report", "Import findings", "import_report"),
    ("preview", "Import settings", "import_settings"),
    ("unreadable-rows", "Unreadable rows", "unreadable_rows"),
    ("backups", "Backups of the workspace", "backups"),
    ("about", "Versions and licences", "about"),
)
_LINES: Final = (
    ("filtered", "A filter, with a chip for each condition", "tag:mlops confidence<0.9 -survey"),
    ("no-match", "A filter without matching records", '"nowhere to be found" is:flagged'),
    ("bad-query", "A condition with an error", "confidence<high colour:red"),
)
_SCRIPTS: Final = (
    ("تحليل المشاعر في التغريدات", "نموذج يصنف التغريدات العربية (tweets) إلى إيجابية وسلبية، مع 12 مثالا."),
    ("זיהוי ישויות בעברית", "מודל BERT מזהה שמות של אנשים ומקומות בטקסטים בעברית מודרנית."),
    (
        "医療画像の領域分割",
        "畳み込みニューラルネットワークで画像の各画素にラベルを付ける。訓練データは三百枚だけである。" * 4,
    ),
    ("面向生产环境的模型部署", "在生产环境中部署、监控和管理机器学习模型的版本。"),
    ("A" * 90 + " without a blank", "The whole text is one very long word, " + "averylongword" * 30),
    ("", "A record without a title"),
)


class Screens:
    """Shows each screen on an open, partly decided sample; `show` takes its screenshots."""

    def __init__(self, stage: OffscreenWindow, folder: Path, show: Show, pause: float = PAUSE) -> None:
        self._pause = pause
        self._stage = stage
        self._program = stage.program
        self._folder = folder
        self._show = show

    def of_reading(self) -> None:
        """Show focus view, detail tabs, several records, filters and the steps of the onboarding tour."""
        program, page = self._program, self._program.page
        program.actions["show_focus"].trigger()
        self._stage.wait(lambda: page.focus.reading is not None, "the record")
        self.rest("the surroundings of the record")
        self._show("focus", "One record at a time")
        program.actions["show_table"].trigger()
        for number, name in enumerate(NAMES):
            page.detail.tabs.turn_to(number)
            self.rest(name)
            self._show(f"detail-{number + 1}", f"Details of a record: {name}")
        page.detail.tabs.turn_to(0)
        page.table.selectAll()
        self.rest("the preview of a decision on all")
        self._show("several", "Several selected records, and what each tag would change")
        page.table.go_to(0)
        for name, words, line in _LINES:
            program.filter_controller.show_line(line)
            self.rest(words)
            self._show(name, words)
        program.filter_controller.clear()
        self.rest("all records")
        program.onboarding.card.start()
        for number, step in enumerate(STEPS, start=1):
            self._show(f"tour-{number}", step.title)
            program.onboarding.card.next.click()

    def of_dialogs(self) -> None:
        """Show each dialog that a command opens."""
        for name, words, command in _DIALOGS:
            self._program.actions[command].trigger()
            self.rest(words)
            self._picture(name, words, self._shown(words))

    def of_others(self) -> None:
        """Show a colleague's decisions, a changed source and a failure."""
        program, stage = self._program, self._stage
        dialog = SharedDecisionsDialog(program.context, self._colleague())
        bring_up(dialog)
        self.rest("the decisions of a colleague")
        self._picture("colleagues", "Decisions of a colleague compared with your own", dialog)
        self._change_source()
        program.actions["compare_source"].trigger()
        self.rest("the comparison with the source")
        self._picture("merge", "What changed in the source", self._shown("the comparison"))
        report = describe(ValueError("shown for its looks"), "the tour", {"records": "60"})
        crash = CrashDialog(report, self._folder / "crash.txt", stage.window)
        crash.show()
        stage.settle()
        self._picture("crash", "An unexpected error", crash)

    def of_states(self) -> None:
        """Show an unreadable file, an empty table, other scripts and long words."""
        program, page = self._program, self._program.page
        broken = self._folder / "broken.xlsx"
        broken.write_bytes(b"PK\x03\x04 no workbook")
        program.workspace_opener.open_path(broken)
        self._stage.wait(
            lambda: not program.workspace_opener.is_importing and program.jobs.running == 0, "the refusal"
        )
        self._show("unreadable", "A file that cannot be read, and what to do")
        empty = self._folder / "empty.csv"
        empty.write_text("title,description\n", encoding="utf-8")
        program.workspace_opener.open_path(empty)
        self.rest("the empty table")
        self._show("empty", "A table without records, and what to do next")
        scripts = self._folder / "scripts.csv"
        with scripts.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((("title", "description"), *_SCRIPTS))
        program.workspace_opener.open_path(
            scripts
        )  # the window asks for tags, since it is about other things
        self._stage.wait(lambda: len(page.model.order) == len(_SCRIPTS), "the records")
        for number in (0, 2, 5):
            page.table.go_to(number)
            self.rest("the record")
            self._show(
                f"scripts-{number + 1}", "Texts from right to left, without spaces, and with a very long word"
            )
        program.actions["show_focus"].trigger()
        page.table.go_to(0)
        self.rest("the record")
        self._show("scripts-focus", "A single text from right to left")
        program.actions["show_table"].trigger()

    def rest(self, what: str) -> None:
        """Wait until nothing is running."""
        jobs, writer = self._program.jobs, self._program.writer

        def calm() -> bool:  # the record of a table that was just opened is read by a deferred job
            return jobs.running == 0 and not writer.running

        for _ in range(3):
            self._stage.wait(calm, what)
            self._stage.run_for(
                self._pause
            )  # includes work that starts after a delay, such as similar records
        self._stage.wait(calm, what)

    def _shown(self, what: str) -> QDialog:
        shown = [each for each in self._stage.window.findChildren(QDialog) if each.isVisible()]
        if not shown:
            raise MltagError(f"The dialog did not open: {what}.", "Report this with your version number.")
        return shown[-1]

    def _picture(self, name: str, words: str, dialog: QWidget) -> None:
        self._show(name, words, dialog)
        dialog.close()
        self._stage.settle()

    def _colleague(self) -> Path:
        """Write the decisions of a colleague who agrees on most records."""
        own = self._stage.workspace
        source, shared = self._folder / "hers.csv", self._folder / "hers.jsonl"
        shutil.copyfile(own.path.with_name(own.table.source_name), source)
        tags = [tag.name for tag in own.tag_set.tags]
        states = own.states()
        decided = [row for row in range(own.table.count) if states.decided[row] >= 0]
        with Workspace.create(self._folder / "hers.mltag", "Berta", own.tag_set.tags) as hers:
            hers.table.import_table(SILENT, TableFile(source), own.table.mapping)
            for place, row in enumerate(decided):
                mine = states.tag_names[states.decided[row]]
                other = tags[(tags.index(mine) + 1) % len(tags)]
                hers.decisions.decide([row], other if place % 4 == 0 else mine)
            hers.decisions.decide([0, 1], tags[0])
            export_decisions(SILENT, hers, shared, replace=True)
        return shared

    def _change_source(self) -> None:
        """Add, remove and change one record in the source."""
        own = self._stage.workspace
        path = own.path.with_name(own.table.source_name)
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = list(csv.reader(file))
        title = own.table.mapping.text[0]
        rows[1][title] = f"{rows[1][title]}, second edition"
        rows.append([f"new {cell}" for cell in rows[0]])
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((head, *rows[:2], *rows[3:]))
