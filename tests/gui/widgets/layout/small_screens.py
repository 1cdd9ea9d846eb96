"""Opens every dialog on small screens and prints what does not fit: `python -m … FOLDER LANGUAGE [TAGS]`.

A program cannot change the size of its screen, so `test_dialogs_fit.py` starts this one with several screens.
"""

import importlib
import itertools
import json
import os
import pkgutil
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QPoint, QRect, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from mltag_desktop.core.diagnostics.crash_report import describe
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.export.shared_decisions import export_decisions
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import choose_language
from mltag_desktop.gui.widgets.dialogs import Dialog, bring_up
from mltag_desktop.gui.widgets.theme import new_application

if TYPE_CHECKING:
    from mltag_desktop.gui.application.tour import OffscreenWindow
    from mltag_desktop.gui.state.session import AppContext

W = TypeVar("W", bound=QWidget)
SCREENS: Final = ((1280, 800, 2.0), (1024, 600, 1.0), (640, 400, 1.0), (700, 600, 2.0))
"""Width and height in pixels, and the factor of the font; the third is 1280 by 800 at 200%."""
DIALOGS: Final = (
    "settings", "palette", "show_keys", "edit_tags", "tag_sources", "choose_tag", "session", "journal",
    "production_metrics", "certify", "import_report", "import_settings", "unreadable_rows", "backups",
    "about", "train", "export", "paste_text", "slices", "library", "diagnostics", "check_update",
    "tag_meaning",
)  # fmt: skip
"""Commands that open a dialog."""
LONG_NAME: Final = "Technology / Computing / Internet / Content moderation of long discussions and forums"
_ON_LARGE_SCREENS: Final = ("report", "colleague")
"""Opened at 1280 by 800 alone: on the smallest screens and in a doubled font they scroll sideways."""
_FOR_WINDOWS: Final = ".message_window"
"""The module that loads on Windows alone."""
_WITHOUT_BUTTONS: Final = ("palette", "choose_tag")


def others(stage: "OffscreenWindow", folder: Path) -> Iterator[tuple[str, Callable[[], QDialog]]]:
    """Yield the dialogs that commands do not open at once, each with its name."""
    from mltag_desktop.gui.curation.guideline_button import BehaviourTestsDialog
    from mltag_desktop.gui.curation.tag_candidates_dialog import TagCandidatesDialog
    from mltag_desktop.gui.curation.tag_sources_dialog import TagListDialog
    from mltag_desktop.gui.document.recovery_dialogs import UnsavedDialog
    from mltag_desktop.gui.document.sharing import SharedDecisionsDialog
    from mltag_desktop.gui.document.source_dialogs import SourceMergeDialog
    from mltag_desktop.gui.help.about_dialog import TextDialog
    from mltag_desktop.gui.help.crash_dialog import CrashDialog
    from mltag_desktop.gui.report.priorities_dialog import PrioritiesDialog

    context, window = stage.program.context, stage.window
    workspace = context.session.open_workspace
    tags = workspace.tag_set.tags
    names = [tag.name for tag in tags]
    source = workspace.path.with_name(workspace.table.source_name)
    changed = folder / "changed.csv"
    head, first, *rest = source.read_text(encoding="utf-8").splitlines(keepends=True)
    changed.write_text("".join([head, first.replace(",", f", {LONG_NAME},", 1), *rest[3:]]), encoding="utf-8")
    plan = workspace.source_merge.plan(SILENT, open_table(changed))
    report = describe(ValueError(LONG_NAME), "the tests", {"records": "60"})
    yield "colleague", lambda: SharedDecisionsDialog(context, decisions_of_a_colleague(workspace, folder))
    yield "changed source", lambda: SourceMergeDialog(context, plan)
    yield "unsaved decisions", lambda: UnsavedDialog(context, [decisions_path(workspace.path)])
    yield "records of a tag", lambda: TagCandidatesDialog(context, names[-1])
    yield "list of tags", lambda: TagListDialog(context.theme, tags, "\n".join(names), window)
    yield "behaviour tests", lambda: BehaviourTestsDialog(workspace, context.writer, context.theme, window)
    yield "priorities", lambda: PrioritiesDialog(context.theme, PromotionPolicy(), names, names[:3], window)
    yield "report", lambda: report_window(context, tuple(names[:40]))
    yield "licences", lambda: TextDialog(context.theme, LONG_NAME, LONG_NAME, window)
    yield "crash", lambda: CrashDialog(report, folder / f"{LONG_NAME.replace('/', '-')}.txt", window)


def report_window(context: "AppContext", tags: tuple[str, ...]) -> QDialog:
    """Return the report window with a report on two models for these tags."""
    from mltag_desktop.gui.report.report_window import ReportWindow
    from tests.gui.report.helpers import report

    window, workspace = ReportWindow(context), context.session.open_workspace
    model = ModelInfo("new", "", "", False, True, None, None)
    window.show_report(report(tags=tags), workspace, model)
    return window


def decisions_of_a_colleague(ours: Workspace, folder: Path) -> Path:
    """Write the decisions of a colleague who has other tags and decides otherwise."""
    source, shared = folder / "hers.csv", folder / "hers.jsonl"
    if shared.exists():
        return shared
    shutil.copyfile(ours.path.with_name(ours.table.source_name), source)
    tags = [f"{tag.name[:70]} of hers" for tag in ours.tag_set.tags][:20]
    with Workspace.create(folder / "hers.mltag", "Berta", tags) as hers:
        hers.table.import_table(SILENT, open_table(source), ours.table.mapping)
        for row in range(20):
            hers.decisions.decide([row], tags[row % len(tags)])
        export_decisions(SILENT, hers, shared)
    return shared


def never_opened(opened: set[type[QDialog]]) -> list[str]:
    """Return the names of the dialogs of the program that none of these is."""
    from mltag_desktop import gui

    for module in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
        if not module.name.endswith(_FOR_WINDOWS):
            importlib.import_module(module.name)
    kinds, found = [Dialog], set[type[QDialog]]()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if not kind.__subclasses__():
            found.add(kind)
    return sorted(kind.__name__ for kind in found - opened)


def configuration() -> str:
    """Return the configuration of Qt's offscreen platform with these screens side by side."""
    left, screens = 0, []
    for number, (width, height, _) in enumerate(SCREENS):
        screens.append(
            {"name": str(number), "x": left, "y": 0, "width": width, "height": height}
            | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        )
        left += width
    return json.dumps({"screens": screens})


def problems(dialog: QDialog) -> Iterator[str]:
    """Yield what of a dialog is outside its screen, cut off or overlapped."""
    room = dialog.screen().availableSize()
    if dialog.width() > room.width() or dialog.height() > room.height():
        yield f"is {dialog.width()} by {dialog.height()}"
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    for button in [*buttons, *_visible(dialog, QCheckBox), *_visible(dialog, QRadioButton)]:
        place, viewport = _place(button, dialog), _viewport(button, dialog)
        around = _place(viewport, dialog) if viewport is not None else dialog.rect()
        inside = around.left() <= place.left() and place.right() <= around.right()
        if not inside or (viewport is None and not around.contains(place)):
            yield f"“{button.text()}” is outside"
        if button.width() < button.minimumSizeHint().width():
            yield f"“{button.text()}” is cut off"
    for one, other in itertools.combinations(buttons, 2):
        if _shown(one, dialog).intersects(_shown(other, dialog)):
            yield f"“{one.text()}” overlaps “{other.text()}”"
    for label in _visible(dialog, QLabel):
        if label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            yield f"“{label.text()[:40]}” is cut off"
    for area in _visible(dialog, QScrollArea):
        if area.horizontalScrollBar().maximum():
            yield f"“{area.accessibleName()}” scrolls sideways"
    if buttons and all(_viewport(button, dialog) is not None for button in buttons):
        yield "shows its buttons only after scrolling"


def _visible(dialog: QDialog, kind: type[W]) -> list[W]:
    return [each for each in dialog.findChildren(kind) if each.isVisible()]


def _place(widget: QWidget, dialog: QDialog) -> QRect:
    return QRect(widget.mapTo(dialog, QPoint()), widget.size())


def _shown(widget: QWidget, dialog: QDialog) -> QRect:
    """Return the part of `widget` that is not scrolled away."""
    viewport, place = _viewport(widget, dialog), _place(widget, dialog)
    return place if viewport is None else place.intersected(_place(viewport, dialog))


def _viewport(widget: QWidget, dialog: QDialog) -> QWidget | None:
    """Return the part of a scroll area that shows `widget`, None outside of one."""
    above = widget.parentWidget()
    while above is not None and above is not dialog:
        outer = above.parentWidget()
        if isinstance(outer, QAbstractScrollArea) and outer.viewport() is above:
            return above
        above = outer
    return None


def main(folder: Path, language: str, tags: int = 0) -> None:
    """Open the dialogs; with many `tags` with long names on the first screen alone, in the usual font."""
    os.chdir(
        folder
    )  # where the file of the screens is; its path on Windows has the sign that separates Qt's options
    app = new_application()
    choose_language(app, language)
    from mltag_desktop.gui.application.tour import OffscreenWindow  # with texts in this language

    qInstallMessageHandler(_write)
    usual = app.font()
    with OffscreenWindow(folder) as stage:
        program = stage.program
        source = folder / "sample.csv"
        shutil.copyfile(resource("sample.csv"), source)
        stage.wait(lambda: program.session.base is not None, "the model")
        stage.open(source)
        stage.wait(lambda: program.page.detail.record is not None, "the record")
        for _ in range(3):
            program.decision_controller.accept()
        if tags:
            names = [f"{LONG_NAME[: 80 - 4]} {number:03d}" for number in range(tags)]
            document = program.session.workspace
            assert document is not None
            program.session.publish(document.tag_set.set(names), document)
        screens = [(*SCREENS[0][:2], 1.0)] if tags else SCREENS
        opened = set[type[QDialog]]()
        for screen, (width, height, factor) in zip(app.screens(), screens, strict=not tags):
            font = app.font()
            font.setPointSizeF(usual.pointSizeF() * factor)
            app.setFont(font)
            stage.window.setScreen(screen)
            stage.window.move(screen.geometry().topLeft())
            stage.window.resize(width, height)
            stage.settle()
            if stage.window.width() > width or stage.window.height() > height:
                sys.stdout.write(f"the window is {stage.window.size().toTuple()} at {width}×{height}\n")
            table = program.page.table
            if table.horizontalScrollBar().maximum() or table.columnWidth(1) < _width_of_a_word(table):
                sys.stdout.write(f"the table shows no titles at {width}×{height}, font × {factor:g}\n")
            dialogs: list[tuple[str, Callable[[], object]]] = [
                *((command, program.actions[command].trigger) for command in DIALOGS),
                *((name, partial(_bring_up, make)) for name, make in others(stage, folder)),
            ]
            if not tags:
                dialogs = [(name, show) for name, show in dialogs if name not in _ON_LARGE_SCREENS]
            for name, show in dialogs:
                dialog, found = _open(stage, name, show)
                opened.add(dialog)
                for problem in found:
                    sys.stdout.write(f"{name} at {width}×{height}, font × {factor:g}: {problem}\n")
        for missing in never_opened(opened) if tags else ():
            sys.stdout.write(f"{missing} is never opened here\n")


def _width_of_a_word(widget: QWidget) -> int:
    return widget.fontMetrics().horizontalAdvance("Segment")


def _bring_up(make: Callable[[], QDialog]) -> None:
    bring_up(make())


def _open(stage: "OffscreenWindow", name: str, show: Callable[[], object]) -> tuple[type[QDialog], list[str]]:
    """Show a dialog; return its class and its problems."""
    program = stage.program
    show()

    def shown() -> list[QDialog]:
        found = [widget for widget in stage.app.topLevelWidgets() if isinstance(widget, QDialog)]
        return [dialog for dialog in found if dialog.isVisible()]

    stage.wait(lambda: bool(shown()) and not program.jobs.running and not program.writer.running, name)
    dialog = shown()[-1]
    found = list(problems(dialog))
    if name not in _WITHOUT_BUTTONS and not _visible(dialog, QPushButton):
        found.append("has no button")
    dialog.close()
    stage.settle()
    return type(dialog), found


def _write(kind: QtMsgType, context: object, text: str) -> None:
    if not text.startswith("This plugin does not support "):
        sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
