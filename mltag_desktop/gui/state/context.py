"""The context that every part of the window gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mltag_desktop.gui.runtime.operations import Operations, Writer
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import Theme


@dataclass(frozen=True)
class AppContext:
    """The parts that nearly every controller needs; made once by the application."""

    theme: Theme
    session: Session
    jobs: Operations
    writer: Writer
    notifications: Notifications
    window: QWidget


class RecordNavigator(Protocol):
    """Shows records in the table page for dialogs and controllers that know nothing of the page."""

    def show_record(self, row: int) -> None:
        """Make a record the current one, without the filter when the filter hides it."""

    def show_records(self, rows: Sequence[int], words: str) -> None:
        """Show only these records, and say in a notification which records they are."""

    def review(self) -> None:
        """Show the records to review, the least certain first."""

    def record_groups(self) -> dict[str, list[int]]:
        """Return the shown records if a filter or order is set, and several selected ones, by name."""
