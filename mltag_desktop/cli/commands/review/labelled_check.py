"""`mltag check --labelled`: check a labelled table before a model is trained on it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mltag_desktop.cli.output import Printer, counted, progress, write_json
from mltag_desktop.cli.table_inputs import cell_form, fitting, read_labelled, text_mapping
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.tag_checks import LabelledFindings, LabelledTable, check_labelled
from mltag_desktop.core.messages import listed
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.training.training import Examples
from mltag_desktop.core.tables.column_mapping import position, record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.opening import ReadingOptions, dialect_as, open_table
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.tag_cells import split_cell

_SAMPLE: Final = 500
_SHOWN: Final = 5
_MOST_TAGS: Final = 10


def show_labelled(
    path: Path,
    label: str,
    text: Sequence[str] | None,
    holdout: Path | None,
    json: Path | None,
    options: ReadingOptions,
    *,
    force: bool,
    quiet: bool,
) -> None:
    """Check the table at `path` with tags in the column `label`; print the findings with their records."""
    printer = Printer(quiet=quiet, json_target=json)
    table = _read(path, label, text, dialect_as(path, **options._asdict()))
    held = None
    if holdout is not None:
        rows = read_labelled(holdout, label, text, options=fitting(holdout, options))
        held = Examples(rows.texts, rows.tags)
    with progress("Checking", quiet=quiet) as bar:
        found = check_labelled(bar, table, bundled(), held)
    _show(printer, found, holdout)
    write_json(json, found.to_json(), force=force)


def _read(path: Path, label: str, text: Sequence[str] | None, dialect: Dialect | None) -> LabelledTable:
    source = open_table(path, dialect)
    label_at = position(source.columns, label)
    rows = [item.cells for item in source.records() if isinstance(item, Record)]
    mapping = text_mapping(source.columns, rows[:_SAMPLE], text, label=label_at)
    form = cell_form(None, (cells[label_at] for cells in rows))
    tags = [next(iter(split_cell(cells[label_at], form)), "") for cells in rows]
    if not any(tags):
        raise MltagError(f"{path} has no tag in {label}.", "Choose another column with --labelled.")
    others = [at for at in range(len(source.columns)) if at != label_at and at not in mapping.text]
    return LabelledTable(
        [record_text(cells, mapping) for cells in rows],
        tags,
        {source.columns[at]: [cells[at] for cells in rows] for at in others},
    )


def _show(printer: Printer, found: LabelledFindings, holdout: Path | None) -> None:
    counts = [*found.counts.items()]
    printer.result(
        f"{counted(found.rows, 'row')}, {found.without_tag:,} without a tag or text,"
        f" {counted(len(counts), 'tag')}; most frequent {counts[0][0]} ({counts[0][1]:,}),"
        f" rarest {counts[-1][0]} ({counts[-1][1]:,})"
    )
    lines: list[tuple[str, Sequence[int]]] = []
    for group in found.spellings:
        names = listed([f"{tag} ({found.counts[tag]:,})" for tag in group], quoted=False)
        lines.append((f"{names} differ only in spelling, and are different tags in training", ()))
    for pair in found.near_names:
        names = listed([f"{tag} ({found.counts[tag]:,})" for tag in pair], quoted=False)
        lines.append((f"{names} are nearly the same; if they are one tag, give both one name", ()))
    if found.dominant:
        lines.append((f"{found.dominant[1]:.0%} of the rows are {found.dominant[0]}", ()))
    for rare in found.rare[:_MOST_TAGS]:
        lines.append((f"{rare.tag} has only {counted(len(rare.rows), 'row')}", rare.rows))
    if len(found.rare) > _MOST_TAGS:
        more = [row for rare in found.rare[_MOST_TAGS:] for row in rare.rows]
        lines.append((f"{counted(len(found.rare) - _MOST_TAGS, 'more tag')} with few rows", sorted(more)))
    for share in found.uneven:
        words = f"{share.inside:.0%} of the rows with {share.column} {share.value} are {share.tag}"
        lines.append((f"{words}, and {share.outside:.0%} of the others", share.rows))
    for share in found.one_sided:
        words = f"{share.inside:.0%} of the rows with {share.column} {share.value} have a tag"
        lines.append((f"{words}, and {share.outside:.0%} of the others", share.rows))
    same = {*found.duplicates, *found.contradictions}
    near = [group for group in found.near_duplicates if group not in same]
    for groups, what in (
        (found.contradictions, "the same text as another row, but another tag"),
        (found.duplicates, "the same text and tag as another row"),
        (near, "nearly the same text as another row"),
    ):
        rows = sorted(row for group in groups for row in group)
        lines.append((f"{counted(len(rows), 'row')} with {what}", rows))
    lines.append((f"{counted(len(found.leaks), 'row')} also in {holdout}, exactly or nearly", found.leaks))
    for words, its in lines:
        if its or words[:2] != "0 ":
            printer.result(f"{words}{_numbers(its)}")
    if not found.searched:
        printer.result("No tag was checked: at least two tags need 5 rows each")
        return
    order = ", the most doubtful first" if len(found.doubts) > 1 else ""
    printer.result(f"{counted(len(found.doubts), 'tag')} of {found.searched:,} may be wrong{order}")
    rows_of_doubts = [
        [f"{each.row + 1:,}", each.decided, each.likelier, f"{each.confidence:.2f}"]
        for each in found.doubts[: 2 * _SHOWN]
    ]
    if rows_of_doubts:
        printer.table(("row", "tag", "likelier", "probability"), rows_of_doubts)


def _numbers(rows: Sequence[int]) -> str:
    if not rows:
        return ""
    shown = ", ".join(f"{row + 1:,}" for row in rows[:_SHOWN])
    return f": row {shown}" if len(rows) == 1 else f": rows {shown}{', …' if len(rows) > _SHOWN else ''}"
