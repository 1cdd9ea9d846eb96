"""All screens of the window: the tour, and first steps, intermediate states, errors and long names."""

import csv
import shutil
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QMenuBar, QScrollArea

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.tour import PARTS, PAUSE, OffscreenWindow, Tour, TourOptions, TourScreen
from mltag_desktop.gui.curation.guideline_button import GuidelineButton
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.main_window.history_preview import HistoryBar
from mltag_desktop.gui.report.priorities_dialog import PrioritiesDialog
from mltag_desktop.gui.report.report_header import PromotionPolicyForm
from mltag_desktop.gui.training.model_controller import ModelController
from mltag_desktop.gui.widgets.common import PrimaryButton
from mltag_desktop.gui.widgets.notifications import NotificationAction
from scripts.screens import Screens, Show

_SIGNS: Final = "◆■▲●★▼◐✚"
_LONG: Final = "a-rather-long-name-of-a-tag-that-somebody-gave-in-a-hurry"
_DIALOGS: Final = (
    ("settings", "The settings", "settings"),
    ("diagnostics", "Diagnostics", "diagnostics"),
    ("update", "The update file check", "check_update"),
    ("slices", "Slices", "slices"),
    ("export-first", "The export as it opens", "export"),
    ("import-settings", "Import settings", "import_settings"),
    ("tag-sources", "Where the tags come from", "tag_sources"),
    ("tag-meaning", "What a tag means to the active model", "tag_meaning"),
    ("choose-tag", "Any tag, by part of its name", "choose_tag"),
    ("library", "The models of the library", "library"),
)
_NONE_YET: Final = (
    ("journal-none", "A journal without a step", "journal"),
    ("session-none", "A session without decisions", "session"),
    ("production-metrics-none", "Production metrics without data", "production_metrics"),
)
_BROKEN: Final = (
    b"title,description\nA good one,with a text\n"
    b"Three,cells,are one too many in this line\n\xff\xfe not UTF-8,anything\nAnother good one,to be read\n"
)
_DOUBTFUL: Final = "tytuł;opis\nŻółw;Zażółć gęślą jaźń\nłódź;coś\n".encode("cp1250")
_TWINS: Final = 12


class RareScreens:
    """Shows each of these screens, for visual reviews."""

    def __init__(self, stage: OffscreenWindow, folder: Path, show: Show, pause: float = PAUSE) -> None:
        self._stage = stage
        self._program = stage.program
        self._folder = folder
        self._show = show
        self._screens = Screens(stage, folder, show, pause)
        self._mapping = ColumnMapping(text=())

    def of_beginnings(self) -> None:
        """Show what can be seen before any decision."""
        workspace = self._program.session.workspace
        if workspace is not None:
            self._mapping = workspace.table.mapping
        for name, words, command in _NONE_YET:
            self._dialog(name, words, command)
        self._program.actions["show_report"].trigger()
        self._screens.rest("the report")
        self._show("report-none", "No candidate has been evaluated yet")
        self._close_dialogs()

    def of_reading(self) -> None:
        """Show completion, palette, notes, history, a past state and all kinds of notifications."""
        program, page = self._program, self._program.page
        self._stage.window.activateWindow()
        program.filter_bar.focus_all()
        # suggestions only appear for a focused line
        self._stage.wait(program.filter_bar.hasFocus, "the focus")
        program.filter_bar.setText("")
        self._type(program.filter_bar, "tag:")
        self._screens.rest("the proposals")
        self._show("completion", "Suggestions for filter conditions", popup=program.filter_bar.proposals)
        program.filter_bar.proposals.hide()
        program.filter_controller.clear()
        self._screens.rest("all records")
        self._typed("palette-typed", "The palette, searched", "palette", "tag")
        self._typed("keys-typed", "The keys, searched", "show_keys", "ctrl")
        page.table.go_to(3)
        for command in ("also_1", "flag", "unsure", "clear", "tag_2", "also_4"):
            program.actions[command].trigger()
            page.table.go_to(3)
            self._screens.rest("the step")
        page.detail.tabs.turn_to(1)
        self._screens.rest("the history")
        self._show("history", "What happened to a record")
        page.detail.tabs.turn_to(0)
        program.actions["show_focus"].trigger()
        self._stage.window.activateWindow()
        self._screens.rest("the focus view")
        for command in ("note", "guideline"):
            program.actions[command].trigger()
            self._screens.rest(command)
            self._show(f"focus-{command}", f"The focus view, with {command}")
            program.actions[command].trigger()
        program.actions["show_table"].trigger()
        program.history_preview.show_step(3)
        self._screens.rest("the past")
        self._show("past", "The table as it was")
        for bar in self._stage.window.findChildren(HistoryBar):
            bar.back.click()
        self._screens.rest("now")
        self._notifications()

    def of_training(self) -> None:
        """Show a running training; called during the training."""
        controller = self._stage.window.findChild(ModelController)
        if isinstance(controller, ModelController) and controller.is_training:
            self._show("training", "A candidate is being trained", controller.dialog)

    def of_candidate(self) -> None:
        """Show the report of a candidate further down."""
        controller = self._stage.window.findChild(ModelController)
        report = controller.report_window if isinstance(controller, ModelController) else None
        if report is None:
            return
        for part in range(1, PARTS):
            page = report.panel.findChild(QScrollArea)
            self._show(f"report-{part + 1}", "The report, further down", report, scrolled=page, part=part)

    def of_dialogs(self) -> None:
        """Show the dialogs that the tour does not open, and the model list with several models."""
        for name, words, command in _DIALOGS:
            self._dialog(name, words, command)
        self._program.actions["train"].trigger()
        self._screens.rest("the model list")
        self._show("shelf", "All models of the workspace", self._front_dialog())
        self._comparison()
        self._close_dialogs()
        self._behaviour_tests()
        self._menus()
        self._program.dialogs.open_guide("review.md")
        self._screens.rest("the guide")
        guide = self._program.dialogs.guide
        if guide is not None:
            self._show("guide", "The guide", guide)
            guide.close()
        self._program.actions["show_map"].trigger()
        self._screens.rest("the map")
        self._show("map", "The map of the texts")
        self._program.actions["show_map"].trigger()
        self._program.filter_controller.show_line("is:off-topic")
        self._screens.rest("the records that may be off topic")
        self._program.page.table.go_to(0)
        self._screens.rest("the record")
        self._show("off-topic", "A record that may be off topic")
        self._program.filter_controller.clear()
        self._certification()

    def of_states(self) -> None:
        """Show unusual tables."""
        program = self._program
        broken = self._write("broken.csv", _BROKEN)
        program.workspace_opener.open_path(broken)
        self._screens.rest("the broken table")
        for dialog in self._visible():
            self._picture("doubt", "A table that can be read in several ways", dialog, close=False)
            dialog.findChildren(PrimaryButton)[0].click()
        self._screens.rest("the broken table")
        self._show("broken", "A table with lines that cannot be read")
        self._dialog("unreadable-rows-some", "The lines that cannot be read", "unreadable_rows")
        program.workspace_opener.open_path(self._write("doubtful.csv", _DOUBTFUL))
        self._screens.rest("the question")
        for dialog in self._visible():
            self._picture("doubt-2", "An encoding that is not certain", dialog)
        self._identical_texts()
        self._long_names()
        program.workspace_opener.close()
        self._screens.rest("the start page")
        self._show("start-again", "The start page, with what was open last")

    def _comparison(self) -> None:
        """Show the report on two models of the workspace, and the priorities that it can be read by."""
        controller = self._stage.window.findChild(ModelController)
        workspace, base = self._program.session.workspace, self._program.session.base
        if not isinstance(controller, ModelController) or workspace is None or base is None:
            return
        controller.compare(base.version, workspace.models.active or base.version)
        self._screens.rest("the comparison")
        window = controller.report_window
        self._show("compare", "Two models compared", window)
        for form in window.findChildren(PromotionPolicyForm):
            form.edit()
        for dialog in window.findChildren(PrioritiesDialog):
            self._picture("priorities", "What makes a model better", dialog)
        window.hide()

    def _behaviour_tests(self) -> None:
        """Show the behaviour tests of the curator, which the tag set opens."""
        self._program.actions["edit_tags"].trigger()
        self._screens.rest("the tag set")
        for button in self._front_dialog().findChildren(GuidelineButton):
            button.testing.trigger()
            self._picture("behaviour-tests", "Behaviour tests of one's own", self._front_dialog())
        self._close_dialogs()

    def _menus(self) -> None:
        """Show the menus of the window."""
        for bar in self._stage.window.findChildren(QMenuBar):
            for number, title in enumerate(bar.actions(), start=1):
                menu = title.menu()
                if isinstance(menu, QMenu):
                    menu.popup(bar.mapToGlobal(bar.actionGeometry(title).bottomLeft()))
                    self._show(f"menu-{number}", "A menu", popup=menu)
                    menu.hide()

    def _certification(self) -> None:
        """Show a certification before, in the middle, and after; its records are accepted unread."""
        actions = self._program.actions
        actions["certify"].trigger()
        self._screens.rest("the proposal")
        dialog = self._front_dialog()
        self._show("certify", "A certification is proposed", dialog)
        dialog.findChildren(PrimaryButton)[0].click()
        self._screens.rest("the random checks")
        self._show("certify-checks", "The records to check")
        checks = self._program.page.model.order.size
        for done in range(1, checks + 1):
            actions["accept"].trigger()
            self._stage.settle()
            if done == checks // 2:
                self._dialog("certify-half", "Half of the random checks", "certify")
        self._screens.rest("the certificate")
        self._show("certified", "The certificate was issued")
        self._dialog("certify-issued", "The certificate", "certify")

    def _notifications(self) -> None:
        notifications = self._program.notifications
        notifications.info(
            translate_core_message("Tagged as mlops (12 records)"),
            action=NotificationAction(tr("Undo"), lambda: None),
        )
        self._show("notice-info", "What a step did")
        path = Path("curation") / "spring" / "texts-to-be-sorted-by-topic.mltag"
        notifications.error(
            translate_core_message(message("{path} could not be saved: the disk is full.", path=path)),
            " ".join(
                translate_core_message(hint)
                for hint in ("Free some space, then try again.", "Everything saved before is kept.")
            ),
        )
        self._show("notice-error", "A long error message")
        self._program.actions["show_focus"].trigger()
        self._screens.rest("the focus view")
        self._show("notice-focus", "The same in the focus view")
        self._program.actions["show_table"].trigger()
        notifications.clear()

    def _identical_texts(self) -> None:
        path = self._folder / "twins.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = [["Neural networks", "The same words again"]] * _TWINS + [["Another", "A language model"]]
            csv.writer(file).writerows([["title", "description"], *rows])
        self._stage.open(path)
        self._screens.rest("the twins")
        self._program.page.table.go_to(0)
        self._program.actions["tag_2"].trigger()
        self._screens.rest("the offer")
        self._show("twins", "The same for all identical texts")

    def _long_names(self) -> None:
        tags = [
            TagInfo(
                f"{number:02d}-{_LONG}", f"{number:02d}-RATHER", _SIGNS[number % 8], number % 8, _LONG * 9
            )
            for number in range(30)
        ]
        table = self._folder / "long.csv"
        shutil.copyfile(resource("sample.csv"), table)
        with Workspace.create(self._folder / "long.mltag", "Ada", tags) as made:
            made.table.import_table(SILENT, TableFile(table), self._mapping)
            made.decisions.decide([0, 1, 2], tags[3].name)
        program = self._program
        program.workspace_opener.open_path(self._folder / "long.mltag")
        self._screens.rest("the table with long names")
        self._show("long", "Many tags with long names")
        self._program.actions["show_focus"].trigger()
        self._screens.rest("the record")
        self._show("long-focus", "Many tags with long names, in the focus view")
        self._program.actions["show_table"].trigger()
        self._dialog("long-tags", "The tag set, with long names", "edit_tags")
        self._dialog("long-palette", "The palette with long names", "palette")
        self._dialog("long-export", "The export", "export")
        program.workspace_opener.close()
        self._screens.rest("the start page")
        with Workspace.open(self._folder / "long.mltag", "Berta"):
            program.workspace_opener.open_path(self._folder / "long.mltag")
            self._screens.rest("the read-only table")
            program.actions["flag"].trigger()
            self._show("read-only", "A workspace that somebody else has open")

    def _write(self, name: str, content: bytes) -> Path:
        path = self._folder / name
        path.write_bytes(content)
        return path

    def _type(self, line: QLineEdit, text: str) -> None:
        """Press the keys of `text`, because suggestions only appear for typed text."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._stage.app.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    def _typed(self, name: str, words: str, command: str, typed: str) -> None:
        self._program.actions[command].trigger()
        dialog = self._front_dialog()
        dialog.findChildren(QLineEdit)[0].setText(typed)
        self._screens.rest(words)
        self._picture(name, words, dialog)

    def _dialog(self, name: str, words: str, command: str) -> None:
        self._program.actions[command].trigger()
        self._screens.rest(words)
        if self._visible():
            self._picture(name, words, self._front_dialog())
        else:
            self._show(name, words)

    def _visible(self) -> list[QDialog]:
        return [dialog for dialog in self._stage.window.findChildren(QDialog) if dialog.isVisible()]

    def _front_dialog(self) -> QDialog:
        shown = self._visible()
        if not shown:
            raise MltagError("No dialog opened.", "Report this with your version number.")
        return shown[-1]

    def _close_dialogs(self) -> None:
        for dialog in self._visible():
            dialog.close()
        self._stage.settle()

    def _picture(self, name: str, words: str, dialog: QDialog, *, close: bool = True) -> None:
        self._show(name, words, dialog)
        if close:
            dialog.close()
            self._stage.settle()


def take_all(out: Path, options: TourOptions) -> list[TourScreen]:
    """Take the tour with all other screens in between, and save screenshots in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="mltag-screens-") as folder,
        OffscreenWindow(Path(folder)) as stage,
    ):
        return AllScreens(stage, Path(folder), out, options).take()


class AllScreens(Tour):
    """The tour with all other screens in between."""

    def take(self) -> list[TourScreen]:
        """Run all steps."""
        screens = Screens(self.stage, self.folder, self.show, self.options.pause)
        rare = RareScreens(self.stage, self.folder, self.show, self.options.pause)
        self.open()
        rare.of_beginnings()
        self.correct()
        screens.of_reading()
        rare.of_reading()
        self.train()
        rare.of_training()
        self.report()
        rare.of_candidate()
        self.promote()
        screens.of_dialogs()
        rare.of_dialogs()
        screens.of_others()
        screens.of_states()
        rare.of_states()
        return self.steps
