"""Tables that several commands read: their text columns, their labels and lists of tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mltag_desktop.cli.options import WrongUse, argument, group, option
from mltag_desktop.cli.output import Messages, counted
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import listed
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping, position, record_text
from mltag_desktop.core.tables.formats import ReadingOptions, detect_format, open_rows
from mltag_desktop.core.tables.tag_cells import JSON, SINGLE, recognised_form, same_names, split_cell
from mltag_desktop.core.workspace.types import TagInfo

_SAMPLE: Final = 500
_FEW_TAGS: Final = 20
"""Number of tags up to which a table may have as many tags as rows."""
_SHOWN: Final = 3
"""Groups of tags with different spellings that are named."""


@group
class TableInput:
    """How to read a table."""

    text: list[str] = option("A text column; repeatable. Default: detected from names and contents.", "COL")
    encoding: str = option("The encoding, such as cp1252. Default: detected.", "NAME", default="")
    delimiter: str = option("The delimiter; \\t for tab. Default: detected.", "SIGN", default="")
    sheet: str = option("The sheet of a workbook. Default: detected.", "NAME", default="")
    header: bool | None = option(
        "Whether the first row names the columns; without names, they are “column 1”, “column 2” and so"
        " on. Default: detected.",
        name="--header/--no-header",
    )

    @property
    def reading(self) -> ReadingOptions:
        r"""What the options say; `\t` and `tab` mean a tab."""
        delimiter = "\t" if self.delimiter in ("\\t", "tab") else self.delimiter
        return ReadingOptions(self.encoding, delimiter, self.sheet, self.header)

    def refuse(self, workspace: Path) -> None:
        """Raise `WrongUse` for options that were given where a workspace is read instead of a table."""
        given = {
            "--text": self.text,
            "--encoding": self.encoding,
            "--delimiter": self.delimiter,
            "--sheet": self.sheet,
            "--header": self.header,
            "--no-header": self.header is False,
        }
        names = [name for name, value in given.items() if value]
        if names:
            raise WrongUse(
                f"{workspace.name} is a workspace, whose table was read by the import."
                f" Remove {listed(names, quoted=False)}."
            )


@group
class LabelledInput(TableInput):
    """A labelled table and how to read it."""

    dataset: str = argument("DATASET", "A labelled table; - for stdin.")
    label: str = option("The column with the known tag.", "COL", default=...)
    separator: str | None = option(
        "The separator of several tags in a cell; json for lists, none for one tag in each cell. "
        "Default: detected.",
        "SIGN",
    )

    def rows(self, keep: Sequence[str] = ()) -> "LabelledTexts":
        """Read the table, with the columns to `keep`."""
        return read_labelled(
            self.dataset, self.label, self.text, keep, separator=self.separator, options=self.reading
        )

    def read(self, output: Messages, keep: Sequence[str] = ()) -> "LabelledTexts":
        """Read the table, with the columns to `keep`, and print what was read."""
        rows = self.rows(keep)
        rows.note(output)
        return rows


def fitting(path: Path, options: ReadingOptions) -> ReadingOptions:
    """Return `options`, given for another table, without those that the format of `path` does not have."""
    form = detect_format(path)
    if form != "xlsx":
        options = options._replace(sheet="")
    return options if form == "delimited" else options._replace(encoding="", delimiter="")


def text_mapping(
    columns: Sequence[str],
    sample: Sequence[Sequence[str]],
    names: Sequence[str] | None,
    tags: Sequence[str] = (),
    label: int | None = None,
) -> ColumnMapping:
    """Return the mapping with the named text columns, or detected ones; never the column at `label`."""
    if names:
        return ColumnMapping(tuple(position(columns, name) for name in names), None, None, label)
    if label is None:
        return guess_mapping(columns, sample, tags)
    others = [number for number in range(len(columns)) if number != label]
    found = guess_mapping([columns[n] for n in others], [[row[n] for n in others] for row in sample], tags)
    return ColumnMapping(tuple(others[n] for n in found.text), None, None, label)


@dataclass(frozen=True)
class LabelledTexts:
    """Texts and their known tags, with the cells of some other columns."""

    name: str
    texts: tuple[str, ...]
    tags: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
    """The requested columns by name, each as long as `texts`."""
    text_columns: tuple[str, ...]
    left_out: int
    """Number of rows without a tag or without text."""
    additional_tags: tuple[tuple[str, ...], ...] = ()
    """Additional tags of each row; empty where no row has any."""
    form: str = SINGLE
    """Format of cells with several tags, as `split_cell` reads it."""

    def note(self, output: Messages) -> None:
        """Print what was read."""
        for line in self._notes():
            output.note(line)

    def _notes(self) -> list[str]:
        note = [f"{counted(len(self.texts), 'row')}, text from {listed(self.text_columns)}"]
        if self.form != SINGLE:
            how = "as JSON lists" if self.form == JSON else f"separated by “{self.form}”"
            note.append(f"Several tags per row, {how}; the first is the main tag")
        if self.left_out:
            note.append(f"{counted(self.left_out, 'row')} excluded: no tag, no text, or not readable")
        if alike := same_names(sorted({*self.tags})):
            some = "; ".join(listed(group, quoted=False) for group in alike[:_SHOWN])
            note.append(f"Tags that differ only in spelling are different tags here: {some}")
        different = len({*self.tags})
        if different > max(_FEW_TAGS, len(self.tags) // 2):
            note.append(f"{different:,} different tags: check that --label names the column of the tags")
        return note


def read_labelled(
    path: Path | str,
    label: str,
    text: Sequence[str] | None,
    keep: Sequence[str] = (),
    *,
    separator: str | None = None,
    options: ReadingOptions = ReadingOptions(),  # noqa: B008 - immutable
) -> LabelledTexts:
    """Read all rows of `path` that have a tag in the column `label` and some text.

    A cell may hold several tags, the main tag first; `separator` is "json", "none" or what stands between
    them, by default what is recognised.
    """
    source = open_rows(path, options)
    label_at = position(source.columns, label)
    kept = {name: position(source.columns, name) for name in keep}
    rows = [*source.rows()]
    mapping = text_mapping(source.columns, rows[:_SAMPLE], text, label=label_at)
    form = cell_form(separator, (cells[label_at] for cells in rows))
    pairs = [(record_text(cells, mapping), split_cell(cells[label_at], form), cells) for cells in rows]
    good = [(words, tags, cells) for words, tags, cells in pairs if words and tags]
    if not good:
        raise MltagError(
            f"{path} has no row with a text and a tag in {label}.",
            "Choose other columns with --label or --text.",
        )
    return LabelledTexts(
        name=Path(path).name,
        texts=tuple(words for words, _, _ in good),
        tags=tuple(tags[0] for _, tags, _ in good),
        columns={name: tuple(cells[at] for _, _, cells in good) for name, at in kept.items()},
        text_columns=tuple(source.columns[at] for at in mapping.text),
        left_out=len(rows) - len(good) + source.unreadable,
        additional_tags=tuple(tags[1:] for _, tags, _ in good) if form != SINGLE else (),
        form=form,
    )


def cell_form(separator: str | None, cells: Iterable[str]) -> str:
    """Return how `cells` hold several tags: as the option `separator` says, or as recognised without it."""
    if separator is None:
        return recognised_form(cells)
    return SINGLE if separator == "none" else "\t" if separator == "\\t" else separator


def read_tags(path: Path, output: Messages) -> tuple[TagInfo, ...]:
    """Read tags: one name per line, a CSV with a header (tag, description, keywords, …), or a guideline.

    Names that occur twice are noted.
    """
    from mltag_desktop.core.learning.guideline import read_guideline  # few commands need it

    found = read_guideline(path)
    if found.repeated:
        output.note(f"{counted(found.repeated, 'name')} in {path.name} occurred before; the first one counts")
    return found.tags


def tags_of_table(labels: Sequence[str], descriptions: Path | None, output: Messages) -> tuple[TagInfo, ...]:
    """Return the tags of a labelled table in alphabetical order, with the guideline of a file.

    Tags of the file that no row has are noted: their names may be spelled differently.
    """
    described = {} if descriptions is None else {tag.name: tag for tag in read_tags(descriptions, output)}
    unused = sorted(described.keys() - {*labels})
    if unused:
        output.note(f"No row has the {'tag' if len(unused) == 1 else 'tags'} {listed(unused, most=5)}")
    names = sorted({*labels, *described})
    return tuple(described.get(name) or TagInfo(name, "", "", 0) for name in names)
