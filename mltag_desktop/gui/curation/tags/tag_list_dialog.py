"""Dialog to type or paste a list of tags, with a preview of what it holds."""

from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.names.tag_names import is_catch_all
from mltag_desktop.core.workspace.decisions.tag_list_parser import parse_tag_list, with_added
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row
from mltag_desktop.gui.widgets.inputs.check_box import CheckBox
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column, vbox
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme

_SIZE: Final = QSize(130 * UNIT, 100 * UNIT)
_NAMED: Final = 8
_START: Final = 40
"""Characters of the first guideline in the preview."""
HELP: Final = tr(
    "One name per line, or with commas between them. A definition may follow each name, after a colon or a "
    "tab. With a header (tag, description, keywords) the list can also be a table."
)


class TagListEdit(QWidget):
    """A field for a list of tags and a line that says what was read.

    Signals: `read(tags)` with the tags of the text, empty if it has none.
    """

    read = Signal(object)

    def __init__(self, theme: Theme, known: tuple[TagInfo, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        self.tags: tuple[TagInfo, ...] = ()
        self.edit = QPlainTextEdit(self)
        self.edit.setAccessibleName(tr("Names of the tags"))
        self.edit.setPlaceholderText(tr("card arrival\nrefund\nstolen card"))
        self.edit.setTabChangesFocus(True)
        self.setFocusProxy(self.edit)
        self.result = MutedLabel(theme, "", self)
        self.result.setAccessibleName(tr("What the list holds"))
        vbox((self.edit, 1), self.result, parent=self, margins=0, spacing=GAP)
        self.edit.textChanged.connect(self._read)
        self._read()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return self.edit.document().isEmpty()

    def set_text(self, text: str) -> None:
        """Show a list."""
        self.edit.setPlainText(text)

    @Slot()
    def _read(self) -> None:
        text = self.edit.toPlainText()
        self.tags = ()
        try:
            found = parse_tag_list(text)
        except MltagError as error:
            words = f"{translate_core_message(error.message)} {translate_core_message(error.hint)}"
            self.result.setText(words if text.strip() else HELP)
        else:
            self.tags = found.tags
            self.result.setText(self._in_words(found.tags, found.repeated))
        self.read.emit(self.tags)

    def _in_words(self, tags: tuple[TagInfo, ...], repeated: int) -> str:
        names = ", ".join(tag.name for tag in tags[:_NAMED])
        if len(tags) > _NAMED:
            names += " " + tr("and {n:,} more", n=len(tags) - _NAMED)
        parts = [tr_plural("{n:,} tag: {names}.", "{n:,} tags: {names}.", len(tags), names=names)]
        described = [tag for tag in tags if tag.description]
        if described:
            name, text = described[0].name, described[0].description
            start = text if len(text) <= _START else f"{text[:_START].rstrip()}…"
            parts += [
                tr_plural("{n:,} has a guideline.", "{n:,} have a guideline.", len(described)),
                tr("That of {name}: “{start}”.", name=name, start=start),
            ]
        elif all(":" in tag.name or "：" in tag.name for tag in tags):
            parts.append(tr("The colons are read as part of the names. A tab divides name and definition."))
        if repeated:
            parts.append(tr_plural("{n:,} name is repeated.", "{n:,} names are repeated.", repeated))
        taken = {name for tag in self._known for name in (tag.name, *tag.aliases)}
        there = sum(tag.name in taken for tag in tags)
        if there:
            parts.append(tr_plural("{n:,} exists already.", "{n:,} exist already.", there))
        if len(tags) == 1 and not self._known:
            parts.append(tr("A model needs at least two tags."))
        elif not any(is_catch_all(tag.name) for tag in (*self._known, *tags)):
            parts.append(tr("Add a tag “other” if some texts may fit none of these."))
        return " ".join(parts)


class TagListDialog(Dialog):
    """Asks for a list of tags that is added to a tag set or replaces it.

    Signals: `chosen(tags)` with the new tag set.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, tags: tuple[TagInfo, ...], text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags = tags
        self.setWindowTitle(tr("Paste a list of tags"))
        self.list = TagListEdit(theme, tags, self)
        self.replaces = CheckBox(tr("Replace the present tags"), self)
        self.replaces.setVisible(bool(tags))
        self.add = PrimaryButton(theme, tr("Add tags"), self)
        close = QPushButton(tr("Cancel"), self)
        dialog_column(self, (self.list, 1), self.replaces, button_row(close, self.add))
        self.add.clicked.connect(self._choose)
        close.clicked.connect(self.reject)
        self.list.read.connect(self._show)
        self.list.set_text(text)
        self._show(self.list.tags)
        fit_screen(self, _SIZE)
        self.list.setFocus()

    @Slot(object)
    def _show(self, tags: tuple[TagInfo, ...]) -> None:
        self.add.setEnabled(bool(tags))

    @Slot()
    def _choose(self) -> None:
        if self.list.tags:
            before = self._tags
            if self.replaces.isChecked():
                names = {tag.name for tag in self.list.tags}
                before = tuple(
                    tag for tag in before if names.intersection((tag.name, *tag.aliases))
                )  # their history, symbols and colours stay
            self.chosen.emit(with_added(before, self.list.tags))
            self.accept()
