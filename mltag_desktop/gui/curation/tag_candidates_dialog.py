"""Dialog with decided records that may belong to a later tag, to be confirmed or passed by one key each."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from mltag_desktop.gui.i18n import format_number, tr
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading, text_button
from mltag_desktop.gui.widgets.layout import dialog_column
from mltag_desktop.gui.widgets.theme import UNIT

if TYPE_CHECKING:
    from mltag_desktop.core.learning.tag_candidates import TagCandidate

_SIZE: Final = QSize(150 * UNIT, 100 * UNIT)
_MANY_PASSED: Final = 10
"""Number of records passed in a row from which the others seldom belong to the tag."""


class TagCandidatesDialog(ContextDialog):
    """Asks of one decided record after the other whether it belongs to a tag, the nearest first."""

    def __init__(self, context: AppContext, tag: str) -> None:
        super().__init__(context, tr("Records for {tag}", tag=tag), _SIZE)
        self._tag = tag
        self._found: tuple[TagCandidate, ...] = ()
        self._place = self._confirmed = self._passed_in_row = 0
        self._search = Lane(self, context.jobs)
        self.title = heading(tr("Does this record belong to {tag}?", tag=tag))
        self.title.setWordWrap(True)
        self.text = QPlainTextEdit(self, readOnly=True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setAccessibleName(tr("Text of the record"))
        self.now = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.state = MutedLabel(context.theme, tr("Comparing the decided records with the tag…"), self)
        self.confirm = PrimaryButton(context.theme, tr("Belongs to it (Y)"), self)
        self.skip = text_button(tr("Pass (N)"), self._pass)
        buttons = button_row(self.confirm, self.skip, text_button(tr("Close"), self.reject))
        dialog_column(self, self.title, (self.text, 1), self.now, self.state, buttons)
        self.confirm.clicked.connect(self._confirm)
        context.session.closed.connect(self.reject)
        self._show()
        if context.writer.running:  # the tag itself may not be written yet
            context.writer.idle.connect(self._find, Qt.ConnectionType.SingleShotConnection)
        else:
            self._find()

    @Slot()
    def _find(self) -> None:
        from mltag_desktop.core.learning.tag_candidates import find_tag_candidates  # loads scikit-learn

        model = self._context.session.model
        if model is not None:
            search = Operation(find_tag_candidates, self._workspace, model, self._tag).in_worker()
            search.failed.connect(self.reject)  # the window says why
            search.success(self._show_found).run(self._search)

    def done(self, result: int) -> None:
        """Close the dialog, and stop the search if it is under way."""
        self._search.cancel()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm with Y or Return, pass with N or Space."""
        if self.confirm.isEnabled():
            if event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._confirm()
                return
            if event.key() in (Qt.Key.Key_N, Qt.Key.Key_Space):
                self._pass()
                return
        super().keyPressEvent(event)

    @Slot(object)
    def _show_found(self, found: "tuple[TagCandidate, ...]") -> None:
        self._found = found
        self._show()
        if not found:
            self.state.setText(tr("There are no decided records with another tag."))

    @Slot()
    def _confirm(self) -> None:
        row, decisions = self._found[self._place].row, self._workspace.decisions
        give = decisions.add_tag if self._workspace.has_several_tags else decisions.decide
        self._context.writer.write(partial(give, [row], self._tag))
        self._confirmed += 1
        self._passed_in_row = 0
        self._place += 1
        self._show()

    @Slot()
    def _pass(self) -> None:
        from mltag_desktop.core.learning.tag_candidates import pass_candidate

        row = self._found[self._place].row
        self._context.writer.write(partial(pass_candidate, self._workspace, self._tag, row))
        self._passed_in_row += 1
        self._place += 1
        self._show()

    def _show(self) -> None:
        """Show the next record, or how many belong to the tag after the last one."""
        candidate = self._found[self._place] if self._place < len(self._found) else None
        for button in (self.confirm, self.skip):
            button.setEnabled(candidate is not None)
        self.text.setPlainText(candidate.text if candidate else "")
        self.now.setText(tr("Its tag is {tag}.", tag=candidate.decided) if candidate else "")
        if not self._found:
            return
        words = tr(
            "Record {place} of {count}, nearest first. {confirmed} confirmed.",
            place=format_number(min(self._place + 1, len(self._found))),
            count=format_number(len(self._found)),
            confirmed=format_number(self._confirmed),
        )
        if candidate is None:
            words = tr(
                "That was the last one. {confirmed} confirmed.", confirmed=format_number(self._confirmed)
            )
        elif self._passed_in_row >= _MANY_PASSED:
            words += " " + tr("The last ones were passed; the others are farther away.")
        self.state.setText(words)
