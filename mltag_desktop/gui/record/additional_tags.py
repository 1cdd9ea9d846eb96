"""The additional tags of a record, given or suggested, with buttons to remove them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from mltag_desktop.core.workspace.types import RecordView, TagInfo, unknown_tag
from mltag_desktop.gui.filters.filter_chips import ChipButton, FilterChip
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.layout.flow_layout import FlowLayout
from mltag_desktop.gui.widgets.theme import UNIT, Theme


class AdditionalTags(QWidget):
    """Shows the additional tags; hidden if the record has no additional tag.

    Signals: `taken_off(tag)`.
    """

    taken_off = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[TagInfo, ...] = ()
        self._buttons: list[ChipButton] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, UNIT)
        self._label = QLabel(tr("Also"), self)
        self._label.setMinimumHeight(max(6 * UNIT, self.fontMetrics().height() + UNIT))
        self._flow.addWidget(self._label)
        self.setAccessibleName(tr("Additional tags"))
        self.hide()

    @property
    def names(self) -> list[str]:
        """Names of the displayed tags."""
        return [tag.name for tag in self._tags]

    def show_record(self, record: RecordView | None, tags: Sequence[TagInfo]) -> None:
        """Show the additional tags of a record, or the suggested ones."""
        names = (record.also or record.suggested) if record is not None else ()
        if not names and not self._tags:
            return
        known = {tag.name: tag for tag in tags}
        is_suggested = record is not None and not record.also
        self._label.setText(tr("Suggested") if is_suggested else tr("Also"))
        self._label.setToolTip(
            tr("Accepting the predicted tag adds these tags; remove those that are wrong first.")
            if is_suggested
            else ""
        )
        wanted = tuple(known.get(name) or unknown_tag(name) for name in names)
        if wanted != self._tags:
            self._tags = wanted
            self._fill()

    def _fill(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for tag in self._tags:
            button = ChipButton(self._theme, FilterChip(tag.name), self, tag)
            button.setAccessibleName(tr("Remove additional tag {name}", name=tag.name))
            button.setToolTip(tr("Remove the additional tag {name}", name=tag.name))
            button.taken_off.connect(self._remove_tag)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        self.setVisible(bool(self._tags))
        self._flow.invalidate()
        self.updateGeometry()

    @Slot(object)
    def _remove_tag(self, chip: FilterChip) -> None:
        for tag, button in zip(self._tags, self._buttons, strict=True):
            if button.chip is chip:
                self.taken_off.emit(tag.name)
