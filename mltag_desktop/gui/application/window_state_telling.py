"""What is told in notices of what was asked for: nothing is left, a tag is there already, what is copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.workspace.views.filtering import Counts
from mltag_desktop.gui.filters.filter_text import is_open
from mltag_desktop.gui.i18n.translation import tr, tr_n
from mltag_desktop.gui.widgets.notifications import NoticeAction

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Program


class Telling(QObject):
    """Tells each with the next step."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._counts: Counts | None = None
        program.listing.counted.connect(self._count)
        program.deciding.nothing_left.connect(self._show_nothing_left)
        program.deciding.unneeded.connect(self._show_unneeded)
        program.copying.copied.connect(self._show_copied)

    @Slot(object, object)
    def _count(self, counts: Counts, _faceted: Counts) -> None:
        self._counts = counts

    @Slot()
    def _show_nothing_left(self) -> None:
        """Say so, with the next step: what the filter hides, what is skipped or unsure, or training."""
        program, counts = self._program, self._counts
        postponed = counts.postponed if counts is not None else 0
        if not is_open(program.listing.filter):
            hint = tr("The filter may hide more records to review.")
            action = NoticeAction(tr("Clear filters"), program.filtering.clear)
        elif postponed:
            hint = tr_n(
                "{n:,} record is skipped or unsure.", "{n:,} records are skipped or unsure.", postponed
            )
            action = NoticeAction(tr("Show all"), program.filtering.show_postponed)
        else:
            hint = tr("Train with your decisions, or export the table.")
            action = NoticeAction(tr("Train…"), program.actions["train"].trigger)
        program.notices.success(tr("Nothing left to review here."), hint, action)

    @Slot(str)
    def _show_unneeded(self, tag: str) -> None:
        self._program.notices.info(
            tr("{tag} is already the main tag. Choose a different additional tag.", tag=tag)
        )

    @Slot(int, int)
    def _show_copied(self, records: int, selected: int) -> None:
        notices = self._program.notices
        if records == selected:
            notices.success(tr_n("{n:,} record copied.", "{n:,} records copied.", records))
            return
        export = NoticeAction(tr("Export…"), self._program.actions["export"].trigger)
        words = tr(
            "The first {records:,} of {selected:,} records were copied.", records=records, selected=selected
        )
        notices.info(words, tr("Exports include all of them."), export)
