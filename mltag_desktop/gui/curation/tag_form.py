"""The fields of one tag."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.tag_lists import separated
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import error_words, tr
from mltag_desktop.gui.state.session import letter_refusal
from mltag_desktop.gui.widgets.layout import hbox
from mltag_desktop.gui.widgets.tag_chip import SIGNS
from mltag_desktop.gui.widgets.theme import GAP, Theme, row_height

_COLOURS: Final = (
    tr("Blue"),
    tr("Orange"),
    tr("Green"),
    tr("Pink"),
    tr("Sky"),
    tr("Vermilion"),
    tr("Yellow"),
    tr("Grey"),
)


def _joined(words: tuple[str, ...]) -> str:
    return ("; " if any("," in word for word in words) else ", ").join(words)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


_TEXTS: Final[Mapping[str, tuple[Callable[[Any], str], Callable[[str], object]]]] = {
    "short": (str, str.strip),
    "description": (str, str.strip),
    "examples": ("\n".join, _lines),
    "keywords": (_joined, separated),
    "excluded_keywords": (_joined, separated),
}
"""How an attribute of a tag is shown as text, and read back."""


class _NameLine(QLineEdit):
    """A field for a name; pasting several lines emits `list_pasted(text)` instead."""

    list_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if "\n" in text.strip():
                self.list_pasted.emit(text)
                return
        super().keyPressEvent(event)


class TagForm(QWidget):
    """Shows the fields of one tag, and what is typed in them.

    Signals: `edited()` when a field was left, or a symbol or colour was chosen.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = _NameLine(self)
        self.name.setAccessibleName(tr("Tag name"))
        self.short = text_line(tr("Short name"), tr("none"))
        self.key = text_line(tr("Key"), tr("none"))
        self.key.setMaxLength(1)
        self.sign = choice_box(tr("Symbol"), SIGNS)
        self.colour = choice_box(tr("Colour"), _COLOURS)
        self.guideline = self._text(
            tr("Guideline"), tr("Describe which records get this tag and which do not")
        )
        self.examples = self._text(tr("Examples"), tr("Texts that get this tag, one per line"))
        self.keywords = text_line(tr("Keywords for the tag"), tr("Words that speak for the tag, with commas"))
        self.excluded = text_line(tr("Keywords against the tag"), tr("Words that speak against it"))
        self._texts: dict[str, QLineEdit | QPlainTextEdit] = {
            "short": self.short,
            "description": self.guideline,
            "examples": self.examples,
            "keywords": self.keywords,
            "excluded_keywords": self.excluded,
        }
        first = (self.name, self.short, self.key, self.sign, self.colour)
        self.parts = (*first, self.guideline, self.examples, self.keywords, self.excluded)
        """The fields in the order of the Tab key."""
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(GAP)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rows.addRow(tr("Name"), self.name)
        self.rows.addRow(tr("Short name"), field_row(self.short, QLabel(tr("Key"), self), self.key))
        self.rows.addRow(tr("Symbol"), field_row(self.sign, QLabel(tr("Colour"), self), self.colour))
        self.rows.addRow(tr("Guideline"), self.guideline)
        self.rows.addRow(tr("Examples"), self.examples)
        self.rows.addRow(tr("Must have"), self.keywords)
        self.rows.addRow(tr("Must not have"), self.excluded)
        for part in self.parts:
            if isinstance(part, QLineEdit):
                part.editingFinished.connect(self.edited)
            elif isinstance(part, QComboBox):
                part.activated.connect(self.edited)
        theme.changed.connect(self._show_colours)
        self._show_colours()

    @property
    def typed_name(self) -> str:
        """The name in its field, without superfluous spaces."""
        return " ".join(self.name.text().split())

    def show_tag(self, tag: TagInfo | None, *, is_new: bool) -> None:
        """Show a tag, or empty fields of which only the name of a new tag can be edited."""
        for part in self.parts:
            part.setEnabled(tag is not None or (is_new and part is self.name))
        shown = tag or TagInfo("", "", "", 0)
        self.name.setText(shown.name)
        self.name.setCursorPosition(0)  # show the beginning of a long name
        self.name.setPlaceholderText(tr("Name of the new tag") if is_new else "")
        self.key.setText(shown.key.upper())
        for attribute, edit in self._texts.items():
            text = _TEXTS[attribute][0](getattr(shown, attribute))
            if isinstance(edit, QLineEdit):
                edit.setText(text)
            else:
                edit.setPlainText(text)
        self.sign.clear()  # the symbol may be none of the usual ones
        self.sign.addItems([*SIGNS, *([shown.sign] if shown.sign[:1] not in SIGNS else [])])
        sign = self.sign.findText(shown.sign or SIGNS[0], Qt.MatchFlag.MatchStartsWith)
        self.sign.setCurrentIndex(max(0, sign))
        self.colour.setCurrentIndex(shown.colour % len(_COLOURS))

    def changed(
        self, tag: TagInfo, tags: tuple[TagInfo, ...], shortcuts: Mapping[str, str]
    ) -> tuple[tuple[TagInfo, ...], str]:
        """Return `tags` with the edits of `tag`, and why its name or key is refused; empty if it is not."""
        made, problem = tag, ""
        if self.name.text() != tag.name:
            try:
                if not self.typed_name:
                    raise MltagError(tr("Enter a name for the tag."), "")
                tags = renamed(tags, tag.name, self.typed_name)
                made = next(one for one in tags if one.name == self.typed_name)
            except MltagError as error:
                problem = error_words(error)
        key, refused = self.key.text().strip().upper(), ""
        if key and key != tag.key.upper():
            refused = letter_refusal(key, tag.name, tags, shortcuts)
        sign, colour = self.sign.currentText(), self.colour.currentIndex()
        values: dict[str, Any] = {
            "key": tag.key if refused or key == tag.key.upper() else key,
            "sign": tag.sign if tag.sign[:1] == sign[:1] else sign,
            "colour": tag.colour if tag.colour % len(_COLOURS) == colour else colour,
        }
        for attribute, edit in self._texts.items():
            show, parse = _TEXTS[attribute]
            text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
            if text != show(getattr(tag, attribute)):
                values[attribute] = parse(text)
        edited = replace(made, **values)
        if edited.short == edited.name:
            edited = replace(edited, short="")
        return tuple(edited if one == made else one for one in tags), problem or refused

    @Slot()
    def _show_colours(self) -> None:
        for place in range(len(_COLOURS)):
            patch = QPixmap(14, 14)
            patch.fill(self._theme.colours.tag(place))
            self.colour.setItemIcon(place, QIcon(patch))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in away:  # opening a menu or switching windows is not leaving the field
                self.edited.emit()
        return False

    def _text(self, name: str, hint: str) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setAccessibleName(name)
        edit.setPlaceholderText(hint)
        edit.setTabChangesFocus(True)
        edit.installEventFilter(self)
        edit.setMinimumHeight(2 * row_height(edit.fontMetrics()))
        return edit


def text_line(name: str, placeholder: str) -> QLineEdit:
    """Return a field for a line of text."""
    line = QLineEdit(placeholderText=placeholder)
    line.setAccessibleName(name)
    return line


def choice_box(name: str, choices: Sequence[str], letters: int = 6) -> QComboBox:
    """Return a box with these choices, as wide as some letters.

    The longest choice would make a dialog wider than a small screen.
    """
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(choices))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    return box


def field_row(*parts: QWidget) -> QHBoxLayout:
    """Return a row of fields, which share the width that labels and buttons leave."""
    row = hbox(spacing=GAP)
    for part in parts:
        row.addWidget(part, 0 if isinstance(part, (QLabel, QPushButton)) else 1)
    return row
