"""A labelled table, read for training or judging."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mltag_desktop.cli.inputs import position, text_mapping
from mltag_desktop.cli.output import counted
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.column_mapping import record_text
from mltag_desktop.core.tables.row_streams import open_rows

_SAMPLE: Final = 500


@dataclass(frozen=True)
class Labelled:
    """Texts and their known tags, with the cells of a few other columns."""

    name: str
    texts: tuple[str, ...]
    tags: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
    """The columns asked for, by name, each as long as `texts`."""
    text_columns: tuple[str, ...]
    left_out: int
    """Rows without a tag or without text."""

    def remarks(self) -> list[str]:
        """Say what was read."""
        said = [f"{counted(len(self.texts), 'row')}, text from {', '.join(self.text_columns)}"]
        if self.left_out:
            said.append(f"{counted(self.left_out, 'row')} excluded: no tag, no text, or not readable")
        return said


def read_labelled(
    path: Path | str, label: str, text: Sequence[str] | None, keep: Sequence[str] = ()
) -> Labelled:
    """Read all rows of `path` that have a tag in the column `label` and some text."""
    source = open_rows(path)
    label_at = position(source.columns, label)
    kept = {name: position(source.columns, name) for name in keep}
    rows = [cells for chunk in source.chunks(5_000) for cells in chunk]
    mapping = text_mapping(source.columns, rows[:_SAMPLE], text, label=label_at)
    pairs = [(record_text(cells, mapping), cells[label_at].strip(), cells) for cells in rows]
    good = [(words, tag, cells) for words, tag, cells in pairs if words and tag]
    if not good:
        raise MltagError(
            f"{path} has no row with a text and a tag in {label}.",
            "Choose other columns with --label or --text.",
        )
    return Labelled(
        name=Path(path).name,
        texts=tuple(words for words, _, _ in good),
        tags=tuple(tag for _, tag, _ in good),
        columns={name: tuple(cells[at] for _, _, cells in good) for name, at in kept.items()},
        text_columns=tuple(source.columns[at] for at in mapping.text),
        left_out=len(rows) - len(good) + source.left_out,
    )
