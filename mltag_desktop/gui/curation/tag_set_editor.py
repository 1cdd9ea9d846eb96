"""Dialog to add, rename, merge, describe and reorder tags; each change is one undo step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import Change, TagInfo
from mltag_desktop.gui.i18n.translation import tr, translate_core_message
from mltag_desktop.gui.runtime.decision_writer import DecisionWriter
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.flow_layout import FlowLayout
from mltag_desktop.gui.widgets.tables import quiet_selection
from mltag_desktop.gui.widgets.tag_chip import SIGNS, sign_icon
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme, row_height, widened

_SIZE: Final = QSize(190 * UNIT, 120 * UNIT)
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
_WORDS: Final = tr(
    "Keys 1 to 9 follow this order. Renaming and merging keep the history; every step can be undone."
)


class TagSetEditor(QDialog):
    """Edits the tag set and writes each change at once.

    Signals: `problem_shown(words)` with an error message, empty when it is cleared.
    """

    problem_shown = Signal(str)

    def __init__(self, session: Session, writer: DecisionWriter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._writer = writer
        self._theme = theme
        self._chosen = 0
        self.setWindowTitle(tr("Tags"))
        self.list = QListWidget(self)
        quiet_selection(self.list, theme)
        self.list.setAccessibleName(tr("Tags in key order"))
        self.name = self._line(tr("Tag name"))
        self.short = self._line(tr("Short name"))
        self.sign = self._choices(tr("Symbol"), SIGNS)
        self.colour = self._choices(tr("Colour"), _COLOURS)
        self.guideline = QPlainTextEdit(self)
        self.guideline.setAccessibleName(tr("Guideline"))
        self.guideline.setPlaceholderText(tr("Describe which records get this tag and which do not"))
        self.guideline.setTabChangesFocus(True)
        self.guideline.installEventFilter(self)
        self.save = self._button(tr("Save guideline"), self._save_guideline)
        self.into = self._choices(tr("Merge into"), ())
        self.merge = self._button(tr("Merge"), self._merge)
        self.up = self._button(tr("Up"), self._up)
        self.down = self._button(tr("Down"), self._down)
        self.add = self._button(tr("Add tag"), self._add)
        self.remove = self._button(tr("Remove"), self._remove)
        self.undo = self._button(tr("Undo"), self._undo)
        self._undoable = 0
        self.problem = QLabel(self)
        self.problem.setAccessibleName(tr("Error"))
        self.problem.setWordWrap(True)
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.name.editingFinished.connect(self._rename)
        self.short.editingFinished.connect(self._change_looks)
        self.sign.activated.connect(self._change_looks)
        self.colour.activated.connect(self._change_looks)
        session.changed.connect(self._note)
        theme.changed.connect(self._fill)
        self.resize(_SIZE)
        self._fill()

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The current tag set."""
        workspace = self._session.workspace
        return workspace.tag_set.tags if workspace else ()

    @property
    def tag(self) -> TagInfo | None:
        """The selected tag."""
        return self.tags[self._chosen] if 0 <= self._chosen < len(self.tags) else None

    @Slot()
    def _fill(self) -> None:
        tags, side = self.tags, widened(16, self.list.fontMetrics())
        self.list.setIconSize(QSize(side, side))
        self._chosen = max(0, min(self._chosen, len(tags) - 1))
        self.list.blockSignals(True)
        self.list.clear()
        for number, tag in enumerate(tags, start=1):
            key = f"{number}  " if number <= 9 else "    "
            item = QListWidgetItem(sign_icon(tag, self._theme.colours, side), f"{key}{tag.name}")
            item.setToolTip(tag.description)
            item.setSizeHint(QSize(0, row_height(self.list.fontMetrics())))
            self.list.addItem(item)
        self.list.setCurrentRow(self._chosen)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        tag, tags = self.tag, self.tags
        for part in (self.name, self.short, self.sign, self.colour, self.guideline, self.save, self.remove):
            part.setEnabled(tag is not None)
        self.undo.setEnabled(self._undoable > 0)
        self.up.setEnabled(self._chosen > 0)
        self.down.setEnabled(self._chosen + 1 < len(tags))
        others = [other.name for other in tags if other != tag]
        self.into.clear()
        self.into.addItems(others)
        self.merge.setEnabled(bool(others) and tag is not None)
        self.name.setText(tag.name if tag else "")
        self.name.setCursorPosition(0)  # show the beginning of a long name
        self.short.setText(tag.short if tag else "")
        self.guideline.setPlainText(tag.description if tag else "")
        if tag is not None:
            self.sign.setCurrentIndex(max(0, SIGNS.find(tag.sign[:1])))
            self.colour.setCurrentIndex(tag.colour % len(_COLOURS))
        for place in range(len(_COLOURS)):
            patch = QPixmap(14, 14)
            patch.fill(self._theme.colours.tag(place))
            self.colour.setItemIcon(place, QIcon(patch))

    @Slot(int)
    def _choose(self, row: int) -> None:
        self._save_guideline()
        self._chosen = row
        self._say("")
        self._show()

    @Slot()
    def _rename(self) -> None:
        tag, new = self.tag, self.name.text().strip()
        if tag is None or new == tag.name:
            return
        if not new:
            self._say(tr("Enter a name for the tag."))
            self.name.setText(tag.name)
            return
        self._try(lambda: renamed(self.tags, tag.name, new))

    @Slot()
    def _change_looks(self) -> None:
        tag = self.tag
        if tag is not None:
            sign = SIGNS[self.sign.currentIndex()]
            made = replace(
                tag,
                short=self.short.text().strip() or tag.short,
                sign=tag.sign if tag.sign[:1] == sign else sign,
                colour=self.colour.currentIndex(),
            )
            self._put(made)

    @Slot()
    def _save_guideline(self) -> None:
        """Save the guideline if it changed; also called when another tag is selected and on closing."""
        written = self.guideline.toPlainText().strip()
        if self.tag is not None and written != self.tag.description:
            self._put(replace(self.tag, description=written))

    @Slot()
    def _merge(self) -> None:
        tag, into = self.tag, self.into.currentText()
        if tag is None:
            return

        def made() -> tuple[TagInfo, ...]:
            tags = merged(self.tags, tag.name, into)
            self._chosen = [other.name for other in tags].index(into)
            return tags

        self._try(made)

    @Slot()
    def _add(self) -> None:
        names = {name for tag in self.tags for name in (tag.name, *tag.aliases)}
        name = next(_new(number) for number in range(1, 999) if _new(number) not in names)
        self._write(tag_infos([*self.tags, name]))
        self._chosen = len(self.tags)

    @Slot()
    def _remove(self) -> None:
        tag = self.tag
        if tag is not None:
            self._write(tuple(other for other in self.tags if other != tag))
            self._say(self._left_with(tag))

    def _left_with(self, tag: TagInfo) -> str:
        """Return a message about the records that still carry a removed tag."""
        workspace = self._session.workspace
        states = workspace.states() if workspace else None
        if states is None or tag.name not in states.tag_names:
            return tr("{name} was removed.", name=tag.name)
        code = states.tag_names.index(tag.name)
        decided = int((states.decided == code).sum())
        predicted = int(((states.decided < 0) & (states.predicted == code)).sum())
        return tr(
            "{name} was removed. {decided:,} decided and {predicted:,} predicted records still carry it "
            "(grey). Use Merge to give them another tag.",
            name=tag.name,
            decided=decided,
            predicted=predicted,
        )

    @Slot()
    def _undo(self) -> None:
        workspace = self._session.workspace
        if workspace is not None and self._undoable:
            self._undoable -= 1
            self._say("")
            self._writer.write(workspace.history.undo)

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        tags, to = list(self.tags), self._chosen + step
        if 0 <= to < len(tags):
            tags[self._chosen], tags[to] = tags[to], tags[self._chosen]
            self._chosen = to
            self._write(tuple(tags))

    def _put(self, made: TagInfo) -> None:
        self._write(tuple(made if tag == self.tag else tag for tag in self.tags))

    def _try(self, change: Callable[[], tuple[TagInfo, ...]]) -> None:
        try:
            made = change()
        except MltagError as error:
            self._say(f"{translate_core_message(error.message)} {translate_core_message(error.hint)}")
            self._show()
            return
        self._write(made)

    def _write(self, tags: tuple[TagInfo, ...]) -> None:
        workspace = self._session.workspace
        if workspace is None or workspace.read_only or tags == workspace.tag_set.tags:
            return
        self._say("")
        self._writer.write(partial(workspace.tag_set.set, tags))

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem_shown.emit(words)

    @Slot(object)
    def _note(self, change: Change) -> None:
        if ChangeKind.TAGS in change.kinds:
            if change.step is not None and not change.is_reversal:
                self._undoable += 1
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.guideline and isinstance(event, QFocusEvent) and event.lostFocus():
            away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in away:  # opening a menu or switching windows is not leaving the field
                self._save_guideline()
        return False

    def done(self, result: int) -> None:
        self._save_guideline()
        super().done(result)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        return line

    def _choices(self, name: str, of: tuple[str, ...] | str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.addItems(list(of))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)  # the longest name would make the dialog wider than a small screen
        return box

    def _button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        moves = QWidget(self)
        flow = FlowLayout(moves)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.add, self.remove, self.up, self.down, self.undo):
            flow.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.list, 1)
        left.addWidget(moves)
        joins = QHBoxLayout()
        joins.addWidget(self.into, 1)
        joins.addWidget(self.merge)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for label, part in ((tr("Name"), self.name), (tr("Short"), self.short), (tr("Symbol"), self.sign)):
            form.addRow(label, part)
        form.addRow(tr("Colour"), self.colour)
        form.addRow(tr("Guideline"), self.guideline)
        form.addRow("", self.save)
        form.addRow(tr("Merge into"), joins)
        both = QHBoxLayout()
        both.setSpacing(GROUP)
        both.addLayout(left, 1)
        both.addLayout(form, 1)
        close = self._button(tr("Close"), self.accept)
        last = QHBoxLayout()
        last.addWidget(self.problem, 1)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GROUP)
        column.setSpacing(GAP)
        column.addWidget(MutedLabel(self._theme, _WORDS))
        column.addLayout(both, 1)
        column.addLayout(last)
        left_to_right = (
            *(
                self.list,
                self.add,
                self.remove,
                self.up,
                self.down,
                self.undo,
                self.name,
                self.short,
                self.sign,
            ),
            *(self.colour, self.guideline, self.save, self.into, self.merge, close),
        )
        for before, after in pairwise(left_to_right):
            self.setTabOrder(before, after)


def _new(number: int) -> str:
    return tr("new tag {number}", number=number) if number > 1 else tr("new tag")
