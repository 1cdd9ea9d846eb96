"""Opens the real window and its dialogs in a language and prints their faults as JSON.

Runs as a separate process, because texts in module constants are translated on import. `pseudo` puts each
text in brackets and mirrors the layout: text outside of brackets is data or is not translated.
"""

import csv
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import Language, choose_language, set_language
from mltag_desktop.gui.widgets.common import ElidedLabel
from mltag_desktop.gui.widgets.theme import new_application

if TYPE_CHECKING:
    from mltag_desktop.gui.application.tour import OffscreenWindow

DIALOGS = (
    "paste_text",
    "export",
    "import_settings",
    "import_report",
    "unreadable_rows",
    "backups",
    "journal",
    "train",
    "production_metrics",
    "palette",
    "show_keys",
    "edit_tags",
    "settings",
    "guide",
    "diagnostics",
    "check_update",
    "session",
    "about",
)
RTL = "\u200f"
_BRACKETED = re.compile("⟦[^⟦⟧]*⟧")
_MNEMONIC = re.compile(r"&(\w)")
_WORD = re.compile("[A-Za-z]{2,}")
_NAMES = re.compile(r"<[^>]*>|https?://\S+|/[^\s⟧]+|\w+\.(csv|mltag)|\*?\.\w+|\b[0-9a-f]{10}\b")
_OURS = """ctrl shift alt left right return enter backspace esc del home end
mltag desktop english deutsch fran ais
cv nlp ece utf ascii json html csv mit mb id parquet
other mlops computer vision natural language processing
regulae vetus nova"""
_DRAWN = ("ConfusionTable", "ChartView", "PlotWidget")


class Brackets(QTranslator):
    """Puts all texts except key names in brackets."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        return text if context == "QShortcut" else f"{RTL}⟦{text}⟧"

    def isEmpty(self) -> bool:
        return False


def main(language: str, pictures: str = "") -> None:
    app = new_application()
    app.setApplicationName("mltag-desktop")
    if language == "pseudo":
        app.installTranslator(Brackets(app))
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QLocale.setDefault(QLocale("ar"))
        set_language(Language("٬", "٫", "٪"))
    else:
        assert choose_language(app, language) == language
    from mltag_desktop.gui.application.tour import OffscreenWindow

    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder, OffscreenWindow(Path(folder)) as stage:
        stage.prepare(QSize(1280, 800), "light")

        def look(name: str, part: QWidget) -> None:
            stage.settle()
            if pictures:  # for inspection
                stage.picture(None if part is stage.window else part).save(f"{pictures}/{name}.png")
            wrong.extend(f"{name}: {each}" for each in faults(part, pseudo=language == "pseudo"))

        look("start", stage.window)
        program, actions = stage.program, stage.program.actions
        program.workspace_opener.open_path(_table(Path(folder)))
        notifications = program.notifications
        stage.wait(lambda: bool(notifications.current and notifications.current.action), "the question")
        program.tag_sources.take_tags(
            tuple(TagInfo(tag, "", "", at) for at, tag in enumerate(bundled().tags))
        )
        stage.wait(stage.is_tagged, "the tags of the table")
        program.decision_controller.decide("other")
        stage.wait(lambda: not program.writer.running and not program.jobs.running, "the decision")
        program.filter_bar.setText("tag:other conf<0.6")
        look("table", stage.window)
        program.filter_controller.clear()
        actions["show_focus"].trigger()
        stage.wait(lambda: not program.jobs.running, "the text")
        look("focus", stage.window)
        actions["show_table"].trigger()
        for name in DIALOGS:
            actions[name].trigger()
            stage.wait(lambda: not program.jobs.running, name)
            for dialog in _open_dialogs(app, stage.window):
                look(name, dialog)
                dialog.close()
        look("report", _report(stage))
        page = stage.program.page
        if language == "pseudo" and page.filter_panel.x() < page.detail.x():
            wrong.append("the panes are not mirrored")
    sys.stdout.write(json.dumps(wrong))


def faults(window: QWidget, *, pseudo: bool) -> Iterator[str]:
    """Return the faults of a window.

    These are cut and covered texts and mnemonics that are used twice, and with `pseudo` also texts that are
    not translated and parts that are not mirrored.
    """
    for part in [window, *window.findChildren(QWidget)]:
        if pseudo:
            yield from unspoken(part)
            if part.layoutDirection() != Qt.LayoutDirection.RightToLeft and not _is_drawn(part):
                yield f"{_name(part)} is not mirrored"
        if part.isVisible() and _is_cut(part):
            has = part.size().toTuple()
            yield f"{_name(part)} is cut: {part.text()!r} needs {_needs(part)} and has {has}"
        if isinstance(part, QScrollArea) and part.isVisible() and _runs_off(part):
            yield f"{_name(part)} is cut sideways, where it cannot be scrolled to"
    yield from _covered(window)
    yield from _double_mnemonics(window)


def _double_mnemonics(window: QWidget) -> Iterator[str]:
    """Return the letters that several visible parts of a window, or several entries of a menu, share."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]
    groups = [[part.text() for part in parts if isinstance(part, QAbstractButton) or _is_caption(part)]]
    menus = [*window.findChildren(QMenuBar), *window.findChildren(QMenu)]
    groups += [[entry.text() for entry in menu.actions()] for menu in menus]
    for texts in groups:
        found = [letter.casefold() for text in texts for letter in _MNEMONIC.findall(text.replace("&&", ""))]
        for letter in sorted({letter for letter in found if found.count(letter) > 1}):
            yield f"{letter} is the key of {[text for text in texts if f'&{letter}' in text.casefold()]}"


def _is_caption(part: QWidget) -> TypeGuard[QLabel]:
    return isinstance(part, QLabel) and part.buddy() is not None


def _runs_off(area: QScrollArea) -> bool:
    off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return off and area.widget() is not None and area.widget().width() > area.viewport().width()


def unspoken(part: QWidget) -> Iterator[str]:
    """Return texts with letters outside of brackets that are not data."""
    if "licences" in part.accessibleName():  # licence texts of the model
        return
    for kind, text in _texts(part):
        bare = _NAMES.sub(" ", text)
        while bare != (bare := _BRACKETED.sub(" ", bare)):
            pass
        bare = re.sub("⟦.*…$", " ", bare, flags=re.DOTALL)  # elided
        bare = re.sub("[a-z]+…$", " ", bare)
        left = [word for word in _WORD.findall(bare) if word.casefold() not in _ALLOWED]
        if left:
            yield f"{_name(part)}.{kind} is not translated: {text!r}"


def _texts(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "toolTip", part.toolTip()
    yield "accessibleName", part.accessibleName()
    if type(part).__name__ != "TagButton":  # whose description is the tag's own
        yield "accessibleDescription", part.accessibleDescription()
    if part.isWindow():
        yield "windowTitle", part.windowTitle()
    if isinstance(part, QLabel | QAbstractButton):
        yield "text", part.text()
    if isinstance(part, QLineEdit):
        yield "placeholderText", part.placeholderText()
    if isinstance(part, QPlainTextEdit | QTextEdit):
        yield "placeholderText", part.placeholderText()
    if isinstance(part, QTabBar):
        yield from (("tab", part.tabText(n)) for n in range(part.count()))
    if isinstance(part, QComboBox) and not _has_names(part):
        yield from (("item", part.itemText(n)) for n in range(part.count()))
    if isinstance(part, QTableView) and part.model() is not None:
        heads = range(part.model().columnCount())
        across = Qt.Orientation.Horizontal
        yield from (("heading", str(part.model().headerData(n, across) or "")) for n in heads)
    for action in part.actions():
        yield "action", action.text()
        yield "action", action.toolTip()


def _has_names(box: QComboBox) -> bool:
    """Return whether a list offers names that are the same in every language: of encodings and recipes."""
    return any(word in box.accessibleName().casefold() for word in ("encoding", "recipe"))


def _is_cut(part: QWidget) -> TypeGuard[QLabel | QAbstractButton]:
    if isinstance(part, ElidedLabel):
        return False
    if isinstance(part, QLabel) and part.text():
        if part.wordWrap():
            return part.heightForWidth(part.width()) > part.height() + 2
        return part.sizeHint().width() > part.width() + 1
    if isinstance(part, QToolButton) and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return False
    if isinstance(part, QAbstractButton) and part.text() and "sizeHint" not in vars(type(part)):
        return part.sizeHint().width() > part.width() + 1
    return False


def _needs(part: QWidget) -> tuple[int, int]:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.width(), part.heightForWidth(part.width())
    return part.sizeHint().toTuple()


def _covered(window: QWidget) -> Iterator[str]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
    for parent in [window, *window.findChildren(QWidget)]:
        shown = [part for part in parent.findChildren(QWidget, options=_DIRECT) if _counts(part, kinds)]
        for place, one in enumerate(shown):
            for other in shown[place + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"{_name(one)} and {_name(other)} lie over each other"


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _counts(part: QWidget, kinds: tuple[type, ...]) -> bool:
    return isinstance(part, kinds) and part.isVisible() and bool(part.width()) and not part.objectName()


def _is_drawn(part: QWidget | None) -> bool:
    while part is not None:
        if type(part).__name__ in _DRAWN:
            return True
        part = part.parentWidget()
    return False


def _name(part: QWidget) -> str:
    return f"{type(part).__name__}({part.objectName() or part.accessibleName()})"


def _open_dialogs(app: QApplication, window: QWidget) -> list[QWidget]:
    return [part for part in app.topLevelWidgets() if part.isVisible() and part is not window]


def _table(folder: Path) -> Path:
    """Return a table of words that occur in no text of the program."""
    words = [word.strip() for word in _LATIN.split()]
    path = folder / "lorem.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("numerus", "title", "genus"))
        for row in range(40):
            text = " ".join(words[(row * 3 + n) % len(words)] for n in range(12))
            writer.writerow((row, text if row != 7 else "lorem", ("res", "causa")[row % 2]))
    return path


_LATIN = """lorem ipsum dolor amet consectetur adipiscing elit tempor incididunt labore dolore magna aliqua
veniam nostrud exercitation ullamco laboris nisi aliquip commodo consequat"""
_HEADS = "numerus title genus res causa curator root"
_ALLOWED = set(f"{_OURS} {_LATIN} {_HEADS}".split())


def _report(stage: "OffscreenWindow") -> QWidget:
    """Return a report with every section, evaluated on random predictions."""
    import numpy as np

    from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
    from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, RowFacts, evaluate_models
    from mltag_desktop.core.model.types import Predictions
    from mltag_desktop.core.progress import SILENT
    from mltag_desktop.core.workspace.types import ModelInfo
    from mltag_desktop.gui.report.report_window import ReportWindow

    tags = ("other", "mlops")
    draw = np.random.default_rng(5)
    truth = draw.integers(0, 2, 200)

    def answers(version: str, right: float) -> Predictions:
        scores = draw.random((200, 2))
        hit = draw.random(200) < right
        scores[np.arange(200)[hit], truth[hit]] += 1.5
        return Predictions(version, tags, (scores / scores.sum(1, keepdims=True)).astype(np.float32))

    failed = Failure("lorem", "minimum", "lorem ipsum", tags[0], tags[1], 0.6)
    made = evaluate_models(
        SILENT,
        [tags[code] for code in truth],
        tags,
        [answers("regulae", 0.4), answers("vetus", 0.9), answers("nova", 0.7)],
        roles=[ModelRole.RULES, ModelRole.ACTIVE, ModelRole.CANDIDATE],
        behaviour=[None, BehaviourResult(3, 3, 0, ()), BehaviourResult(2, 3, 1, (failed,))],
        rows=RowFacts(slices={"genus=res": truth == 0}),
        settings=ReportSettings(name="holdout"),
    )
    program = stage.program
    window = ReportWindow(program.context)
    info = ModelInfo("nova", "", "", False, True, None, None)
    window.show_report(made, program.session.workspace, info)
    window.resize(1280, 800)
    window.show()
    window.panel.body.build_all()
    return window


if __name__ == "__main__":
    main(*sys.argv[1:])
