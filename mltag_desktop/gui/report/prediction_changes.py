"""The flips of a report: how many, a choice of their direction, the table, and why one of them flips."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from mltag_desktop.core.evaluation.prediction_changes import Flips
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import figure, tr, tr_n
from mltag_desktop.gui.report.prediction_changes_flip_detail import FlipDetail, FlipExplainer
from mltag_desktop.gui.report.prediction_changes_flips import FlipsTable, Texts
from mltag_desktop.gui.widgets.common import MutedLabel, section
from mltag_desktop.gui.widgets.tables_calm import fit_height
from mltag_desktop.gui.widgets.theme import Theme


class FlipsSection(QWidget):
    """Flips below a heading.

    Signals: `record_requested(row)` when one is clicked that can be gone to.
    """

    record_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        flips: Flips,
        tags: Mapping[str, TagInfo],
        title: str,
        texts: Texts | None = None,
        explainer: FlipExplainer | None = None,
        *,
        clickable: bool = False,
    ) -> None:
        """Show `flips` of the table when `clickable`, else of rows that nobody can go to."""
        super().__init__()
        self._theme = theme
        self._tags = tags
        box, inside = section(title)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(box)
        inside.addWidget(MutedLabel(theme, _counted(flips, clickable=clickable)))
        if flips.shown:
            table = FlipsTable(theme, flips, tags, texts, clickable=clickable)
            table.setAccessibleName(title)
            fit_height(table, min(8, len(flips.shown)))
            table.record_requested.connect(self.record_requested)
            if len(flips.counts) > 1:
                inside.addWidget(self._directions(flips, table))
            inside.addWidget(table)
            if explainer is not None:
                inside.addWidget(self._detail_of(table, explainer))
        inside.addStretch(1)

    def _directions(self, flips: Flips, table: FlipsTable) -> QComboBox:
        """Return a choice between all flips and those from one tag to another."""
        choice = QComboBox()
        choice.setAccessibleName(tr("Direction of the prediction changes"))
        choice.addItem(tr("All changes ({total:,})", total=flips.total), ("", ""))
        for count in flips.counts:
            names = [
                self._tags[tag].short if tag in self._tags else tag for tag in (count.before, count.after)
            ]
            words = f"{names[0]} → {names[1]} ({figure(count.rows)})"
            choice.addItem(words, (count.before, count.after))
        choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        choice.activated.connect(lambda place: table.show_direction(*choice.itemData(place)))
        return choice

    def _detail_of(self, table: FlipsTable, explainer: FlipExplainer) -> FlipDetail:
        """Return the place for both explanations of the flip that is chosen."""
        detail = FlipDetail(self._theme, self._tags)
        table.chosen.connect(detail.show_flip)
        table.chosen.connect(explainer.ask)
        explainer.explained.connect(detail.show_explained)
        return detail


def _counted(flips: Flips, *, clickable: bool) -> str:
    """Say how many flip of how many, and what a click does."""
    of = (
        tr_n("{total:,} of {n:,} record", "{total:,} of {n:,} records", flips.rows, total=flips.total)
        if clickable
        else tr_n("{total:,} of {n:,} row", "{total:,} of {n:,} rows", flips.rows, total=flips.total)
    )
    more = (
        tr(", showing the {count:,} with the highest confidence", count=len(flips.shown))
        if len(flips.shown) < flips.total
        else ""
    )
    hint = tr(". Click a record to show it in the table.") if clickable and flips.total else ""
    return f"{of}{more}{hint}"
