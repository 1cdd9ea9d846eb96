"""The rows of the figures table: overall, each tag, each slice, for every model side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.evaluation.metrics import SliceFigures, TagFigures
from mltag_desktop.core.evaluation.report import ModelFigures
from mltag_desktop.core.evaluation.slices import LANGUAGE, SHORT, slice_in_words
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import said, tr

HEADING: Final = "heading"
OVERALL: Final = "overall"
TAG: Final = "tag"
SLICE: Final = "slice"


@dataclass(frozen=True)
class Cell:
    """One model's figures in one row, and the 95% interval of its F1."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


@dataclass(frozen=True)
class Row:
    """A line of the table; a heading has neither support nor cells."""

    kind: str
    name: str
    support: int | None
    cells: tuple[Cell | None, ...]
    tag: TagInfo | None = None

    @property
    def change(self) -> float | None:
        """F1 of the last model minus that of the one before it; none without both."""
        if len(self.cells) < 2 or self.cells[-1] is None or self.cells[-2] is None:
            return None
        return self.cells[-1].f1 - self.cells[-2].f1


def rows_of(models: Sequence[ModelFigures], tags: Mapping[str, TagInfo]) -> list[Row]:
    """Lay out `models` side by side, with the tags in the order of the first."""
    if not models:
        return []
    count = len(models)
    rows = [Row(OVERALL, tr("All rows"), models[0].rows, tuple(_cell(one) for one in models))]
    rows.append(Row(HEADING, tr("Tags"), None, (None,) * count))
    for tag in models[0].tag_order:
        figures = [one.tags.get(tag) for one in models]
        support = next((one.support for one in figures if one is not None), 0)
        rows.append(Row(TAG, tag, support, tuple(_cell(one) for one in figures), tags.get(tag)))
    names = list(dict.fromkeys(name for one in models for name in one.slices))
    if names:
        rows.append(Row(HEADING, tr("Slices"), None, (None,) * count))
    for name in names:
        parts = [one.slices.get(name) for one in models]
        size = next((one.rows for one in parts if one is not None), 0)
        rows.append(Row(SLICE, slice_name(name), size, tuple(_cell(one) for one in parts)))
    return rows


def _cell(figures: SliceFigures | TagFigures | None) -> Cell | None:
    if figures is None:
        return None
    support = figures.support if isinstance(figures, TagFigures) else figures.rows
    if support == 0:
        return None
    low, high = figures.intervals["f1"]
    return Cell(figures.precision, figures.recall, figures.f1, low, high)


def slice_name(name: str) -> str:
    """Call a slice by a name that a reader knows, the exported report's in the language of the window."""
    words = slice_in_words(name)
    return said(words) if name in (SHORT, LANGUAGE) else words
