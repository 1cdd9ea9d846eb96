"""Suggest a model of the library for a new table, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.library.model_library import LibraryModel, ModelUse


@dataclass(frozen=True)
class ModelChoice:
    """A suggested model."""

    model: LibraryModel
    reason: str
    """One sentence for the curator."""


def suggest_model(
    models: Sequence[LibraryModel],
    uses: Sequence[ModelUse],
    table: ModelUse,
    values: Mapping[str, Sequence[str]],
    bundled: LibraryModel,
) -> ModelChoice:
    """Suggest a model for `table`, whose hash is not used; `values` are cells of its columns by name.

    In this order: the model of the same source, of the same columns, one whose tags are the values of a
    column, the model used last, the bundled model.
    """
    known = {model.hash: model for model in models if not model.damage} | {"": bundled}
    past = [(use, known[use.hash]) for use in uses if use.hash in known]
    for use, model in past:
        if use.path == table.path:
            return ModelChoice(model, message("It was used with this table before."))
    for use, model in past:
        if use.columns == table.columns and len(use.columns) > 1:
            reason = message("It was used with {table}, which has the same columns.", table=use.table)
            return ModelChoice(model, reason)
    for column, cells in values.items():
        found = {cell.strip() for cell in cells} - {""}
        fits = [
            model for model in models if not model.damage and 2 <= len(found) <= len(found & set(model.tags))
        ]
        if fits:
            model = min(fits, key=lambda each: len(each.tags))
            return ModelChoice(model, message("The column {column} contains its tags.", column=column))
    if past:
        use, model = past[0]
        return ModelChoice(model, message("It was used last, with {table}.", table=use.table))
    return ModelChoice(bundled, message("It comes with the program."))
