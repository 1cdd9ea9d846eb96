"""Opens every dialog on small screens and prints what does not fit: `python -m … FOLDER LANGUAGE [TAGS]`.

A program cannot change the size of its screen, so `test_dialogs_fit.py` starts this one with several screens.
"""

import itertools
import json
import os
import shutil
import sys
from collections.abc import Iterator
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

from mltag_desktop.core.filesystem import resource
from mltag_desktop.gui.i18n import choose_language
from mltag_desktop.gui.widgets.theme import new_application

if TYPE_CHECKING:
    from mltag_desktop.gui.application.tour import OffscreenWindow

W = TypeVar("W", bound=QWidget)
SCREENS: Final = ((1280, 800, 2.0), (1024, 600, 1.0), (640, 400, 1.0), (700, 600, 2.0))
"""Width and height in pixels, and the factor of the font; the third is 1280 by 800 at 200%."""
DIALOGS: Final = (
    "settings", "palette", "show_keys", "edit_tags", "tag_sources", "choose_tag", "session", "journal",
    "production_metrics", "certify", "import_report", "import_settings", "unreadable_rows", "backups",
    "about", "train", "export", "paste_text", "slices", "library", "diagnostics", "check_update",
    "tag_meaning",
)  # fmt: skip
LONG_NAME: Final = "Technology / Computing / Internet / Content moderation of long discussions and forums"
_WITHOUT_BUTTONS: Final = ("palette", "choose_tag")


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
            for command in DIALOGS:
                for problem in _open(stage, command):
                    sys.stdout.write(f"{command} at {width}×{height}, font × {factor:g}: {problem}\n")


def _width_of_a_word(widget: QWidget) -> int:
    return widget.fontMetrics().horizontalAdvance("Segment")


def _open(stage: "OffscreenWindow", command: str) -> list[str]:
    program = stage.program
    program.actions[command].trigger()

    def shown() -> list[QDialog]:
        return [dialog for dialog in stage.window.findChildren(QDialog) if dialog.isVisible()]

    stage.wait(lambda: bool(shown()) and not program.jobs.running and not program.writer.running, command)
    dialog = shown()[-1]
    found = list(problems(dialog))
    if command not in _WITHOUT_BUTTONS and not _visible(dialog, QPushButton):
        found.append("has no button")
    dialog.close()
    stage.settle()
    return found


def _write(kind: QtMsgType, context: object, text: str) -> None:
    if not text.startswith("This plugin does not support "):
        sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
