"""Columns by the names that a user gives, or by what the table shows."""

from collections.abc import Sequence

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.column_mapping import Mapping, guess_mapping


def position(columns: Sequence[str], name: str) -> int:
    """Return where the column `name` is: its exact name, else the only one that differs by case."""
    if name in columns:
        return list(columns).index(name)
    near = [number for number, column in enumerate(columns) if column.strip().lower() == name.strip().lower()]
    if len(near) == 1:
        return near[0]
    raise MltagError(f"There is no column {name}.", f"The columns are: {', '.join(columns)}.")


def text_mapping(
    columns: Sequence[str],
    sample: Sequence[Sequence[str]],
    names: Sequence[str] | None,
    tags: Sequence[str] = (),
    label: int | None = None,
) -> Mapping:
    """Return the mapping with the text columns that were named, or found; never the one at `label`."""
    if names:
        return Mapping(tuple(position(columns, name) for name in names), None, None, label)
    if label is None:
        return guess_mapping(columns, sample, tags)
    others = [number for number in range(len(columns)) if number != label]
    found = guess_mapping([columns[n] for n in others], [[row[n] for n in others] for row in sample], tags)
    return Mapping(tuple(others[n] for n in found.text), None, None, label)
