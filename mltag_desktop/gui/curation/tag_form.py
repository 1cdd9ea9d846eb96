"""The fields of one tag."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

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
from mltag_desktop.gui.i18n import tr, translate_core_message
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
        self._shown: dict[str, str] = {}
        """What each field would show without edits."""
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
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {
            "name": self.name,
            "short": self.short,
            "key": self.key,
            "guideline": self.guideline,
            "examples": self.examples,
            "keywords": self.keywords,
            "excluded": self.excluded,
        }
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
        for line in (self.name, self.short, self.key, self.keywords, self.excluded):
            line.editingFinished.connect(self.edited)
        for box in (self.sign, self.colour):
            box.activated.connect(self.edited)
        theme.changed.connect(self._show_colours)
        self._show_colours()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The fields in the order of the Tab key."""
        first = (self.name, self.short, self.key, self.sign, self.colour)
        return (*first, self.guideline, self.examples, self.keywords, self.excluded)

    @property
    def typed_name(self) -> str:
        """The name in its field, without superfluous spaces."""
        return " ".join(self.name.text().split())

    def enable(self, is_tag: bool, *, is_new: bool) -> None:
        """Enable the fields of a tag, or only the name of a new one."""
        for part in self.parts:
            part.setEnabled(is_tag or (is_new and part is self.name))

    def show_tag(self, tag: TagInfo | None, *, fresh: bool, is_new: bool) -> None:
        """Show a tag; what was typed stays, unless it is `fresh`."""
        shown = _values(tag)
        for field, edit in self._fields.items():
            if (fresh or not self._is_edited(field)) and _text_of(edit) != shown[field]:
                _set_text(edit, shown[field])
            self._shown[field] = shown[field]
        self.name.setPlaceholderText(tr("Name of the new tag") if is_new else "")
        if not self.name.hasFocus():
            self.name.setCursorPosition(0)  # show the beginning of a long name
        if tag is not None:
            self._show_sign(tag.sign)
            self.colour.setCurrentIndex(tag.colour % len(_COLOURS))

    def _show_sign(self, sign: str) -> None:
        """Show a symbol, which may be none of the usual ones."""
        self.sign.clear()
        self.sign.addItems([*SIGNS, *([sign] if sign[:1] not in SIGNS else [])])
        self.sign.setCurrentIndex(max(0, self.sign.findText(sign or SIGNS[0], Qt.MatchFlag.MatchStartsWith)))

    def begin_tag(self) -> None:
        """Take what is typed as edits of a tag that has only its name so far."""
        self._shown = {**dict.fromkeys(self._fields, ""), "name": self.name.text()}

    def settle(self, but: Sequence[str] = ()) -> None:
        """Take what is typed as stored, except in the fields `but`."""
        self._shown |= {name: _text_of(edit) for name, edit in self._fields.items() if name not in but}

    def changed(
        self, tag: TagInfo, tags: tuple[TagInfo, ...], shortcuts: Mapping[str, str]
    ) -> tuple[tuple[TagInfo, ...], str]:
        """Return `tags` with the edits of `tag`, and why its name or key is refused; empty if it is not."""
        made, problem = tag, ""
        if self._is_edited("name"):
            name = self.typed_name
            try:
                if not name:
                    raise MltagError(tr("Enter a name for the tag."), "")
                tags = renamed(tags, tag.name, name)
                made = next(one for one in tags if one.name == name)
            except MltagError as error:
                problem = " ".join(
                    translate_core_message(words) for words in (error.message, error.hint) if words
                )
        key = self.key.text().strip().upper()
        if self._is_edited("key") and key:
            refused = letter_refusal(key, tag.name, tags, shortcuts)
            problem = problem or refused
            key = tag.key if refused else key
        elif not self._is_edited("key"):
            key = tag.key
        sign = self.sign.currentText()
        edited = replace(
            made,
            key=key,
            sign=tag.sign if tag.sign[:1] == sign[:1] else sign,
            colour=self.colour.currentIndex(),
            short=self.short.text().strip() if self._is_edited("short") else tag.short,
            description=self._edited("guideline", tag.description),
            examples=_lines(self.examples.toPlainText()) if self._is_edited("examples") else tag.examples,
            keywords=separated(self.keywords.text()) if self._is_edited("keywords") else tag.keywords,
            excluded_keywords=(
                separated(self.excluded.text()) if self._is_edited("excluded") else tag.excluded_keywords
            ),
        )
        if edited.short == edited.name:
            edited = replace(edited, short="")
        if tag.colour % len(_COLOURS) == edited.colour:
            edited = replace(edited, colour=tag.colour)
        return tuple(edited if one == made else one for one in tags), problem

    def _is_edited(self, field: str) -> bool:
        return _text_of(self._fields[field]) != self._shown.get(field, "")

    def _edited(self, field: str, before: str) -> str:
        return _text_of(self._fields[field]).strip() if self._is_edited(field) else before

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


def choice_box(name: str, choices: Sequence[str]) -> QComboBox:
    """Return a box with these choices."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(choices))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)  # the longest name would make the dialog wider than a small screen
    return box


def field_row(*parts: QWidget) -> QHBoxLayout:
    """Return a row of fields, which share the width that labels and buttons leave."""
    row = hbox(spacing=GAP)
    for part in parts:
        row.addWidget(part, 0 if isinstance(part, (QLabel, QPushButton)) else 1)
    return row


def _values(tag: TagInfo | None) -> dict[str, str]:
    """Return what the fields show for a tag."""
    return {
        "name": tag.name if tag else "",
        "short": tag.short if tag else "",
        "key": tag.key.upper() if tag else "",
        "guideline": tag.description if tag else "",
        "examples": "\n".join(tag.examples) if tag else "",
        "keywords": _joined(tag.keywords) if tag else "",
        "excluded": _joined(tag.excluded_keywords) if tag else "",
    }


def _joined(words: tuple[str, ...]) -> str:
    return ("; " if any("," in word for word in words) else ", ").join(words)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _text_of(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def _set_text(edit: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(edit, QLineEdit):
        edit.setText(text)
    else:
        edit.setPlainText(text)
