"""The table of library models."""

from collections.abc import Sequence
from typing import Final

from mltag_desktop.core.messages import join
from mltag_desktop.core.model.library.model_library import LibraryModel, ModelDetails
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.common import local_time
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.theme import Theme

_MOST_TAGS: Final = 3
_HEADINGS: Final = (
    ColumnHeading(tr("Name"), "a name of a model", keeps=True),
    ColumnHeading(tr("Tags")),
    ColumnHeading(tr("Trained on"), "table.csv: 100 decisions"),
    ColumnHeading("F1", "0.000 (0.000–0.000)", right=True),
    ColumnHeading(tr("Size"), "000.0 MB", right=True),
    ColumnHeading(tr("Created"), "2026-00-00", optional=True, keeps=True),
    ColumnHeading(tr("Last used with"), "a table.csv", optional=True),
    ColumnHeading(tr("Note"), "a short note", optional=True),
)


class LibraryTable(LineTable):
    """Shows the models of the library; the current object is a `LibraryModel`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Models of the library"), _HEADINGS)

    def show_models(self, models: Sequence[LibraryModel], selected: str = "") -> None:
        """Show the models; `selected` is the name of the one to select."""
        self.show_lines([_line(model) for model in models])
        for row, model in enumerate(models):
            if model.name == selected:
                self.selectRow(row)


def model_title(model: LibraryModel) -> str:
    """Return the name of a model as the window shows it."""
    return model.name if model.hash else tr("Bundled model")


def f1_words(details: ModelDetails) -> str:
    """Format the F1 of a model with its interval."""
    if details.f1 is None:
        return "–"
    if details.f1_interval is None:
        return format_number(details.f1, ".3f")
    low, high = (format_number(value, ".3f") for value in details.f1_interval)
    return tr("{f1} ({low}–{high})", f1=format_number(details.f1, ".3f"), low=low, high=high)


def tags_words(tags: Sequence[str]) -> str:
    """Return the first tags of a model, and how many more it has."""
    rest = len(tags) - _MOST_TAGS
    named = ", ".join(tags[:_MOST_TAGS])
    return (
        tr_plural("{named} and {n:,} more", "{named} and {n:,} more", rest, named=named)
        if rest > 0
        else named
    )


def _line(model: LibraryModel) -> TableLine:
    details = model.details
    note = join(" ", (tr("Damaged:"), translate_core_message(model.damage))) if model.damage else details.note
    cells = (
        model_title(model) if not model.damage else model.name,
        tags_words(model.tags),
        translate_core_message(details.trained_on),
        f1_words(details),
        tr("{size:,.1f} MB", size=model.size / 1e6) if model.size else "–",
        local_time(details.created)[:10] if details.created else "–",
        model.last_table or "–",
        str(note),
    )
    return TableLine(cells, model, muted=bool(model.damage))
