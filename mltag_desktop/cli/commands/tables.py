"""`mltag check`, `import` and `export`: read and write tables."""

import dataclasses
from pathlib import Path
from typing import Any

from mltag_desktop.cli.command_inputs import (
    At,
    found_records,
    open_or_create_workspace,
    parsed_search,
    predict_with_active,
    text_analysis,
)
from mltag_desktop.cli.options import WrongUse, argument, flag, group, option
from mltag_desktop.cli.output import FileOutput, Messages, Output, counted
from mltag_desktop.cli.table_inputs import TableInput
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.learning.off_topic_records import is_unlike
from mltag_desktop.core.learning.workspace_models import record_base_model, use_library_model
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.model_library import LibraryModel, ModelLibrary, default_library
from mltag_desktop.core.model.model_names import BUNDLED
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.tables.columns import CHOICES, named_mapping, position
from mltag_desktop.core.tables.formats import FORMATS, dialect_as
from mltag_desktop.core.tables.preflight import CheckReport, TableCheck
from mltag_desktop.core.workspace import workspace as core
from mltag_desktop.core.workspace.decisions.known_tags import tag_column, take_known_tags
from mltag_desktop.core.workspace.decisions.threshold_fallback import review_of
from mltag_desktop.core.workspace.export.export import export as write_out
from mltag_desktop.core.workspace.export.export import stale_rows, unsure_rows
from mltag_desktop.core.workspace.export.export_options import (
    APPENDED,
    ExportOptions,
    OffTopicRows,
    Rows,
    What,
)
from mltag_desktop.core.workspace.file_import import import_file, require_same_columns
from mltag_desktop.core.workspace.search.conditions import meaning_of

_SHOWN = 20


@group
class File:
    """The table that is read."""

    file: Path = argument("FILE", "A table: csv, tsv, json, jsonl, xlsx, ods or parquet.")


def check(
    *,
    of: File,
    table: TableInput,
    labelled: str | None = option(
        "Check the tags of this column: balance, sampling, copies, tags that may be wrong.", "COL"
    ),
    holdout: Path | None = option("With --labelled: a table that no row may repeat.", "FILE"),
    rows: bool = flag("Include the cells of every readable record in the JSON."),
    output: Output,
) -> None:
    """Check a table before importing it; nothing is stored.

    For a workspace, check that every record and decision is intact.
    """
    if labelled is None and (table.text or holdout):
        raise WrongUse("--text and --holdout need --labelled.")
    if labelled is not None:
        if rows:
            raise WrongUse("--rows cannot be combined with --labelled.")
        from mltag_desktop.cli.commands.training import show_labelled  # loads all of training

        show_labelled(of.file, labelled, table, holdout, output)
        return
    if of.file.suffix.lower() == WORKSPACE_SUFFIX:
        from mltag_desktop.cli.commands.workspace import verify_workspace

        table.refuse(of.file)
        verify_workspace(of.file, output)
        return
    with output.progress("Reading") as bar:
        dialect = dialect_as(of.file, table.reading)
        report = TableCheck(of.file, bundled().tags, dialect).report(bar)
    _show(output, report)
    output.write(report.to_json(rows and output.json is not None))


@group
class NewWorkspace(File):
    """The workspace that an import makes or changes."""

    workspace: Path = argument("WORKSPACE", "NAME.mltag; created if it does not exist.")
    curator: str | None = option("The curator's name. Default: the name of this account.", "NAME")
    model: str | None = option(
        "Make this model active: a name of the library, a bundle or a .mltagmodel file, which are added"
        " to the library.",
        "MODEL",
    )
    predict: bool = option("Predict tags after the import.", default=True, name="--predict/--no-predict")


@group
class KnownColumns:
    """What the columns of an imported table hold."""

    id: str | None = option("The ID column.", "COL")
    label: str | None = option("The column with known tags.", "COL")
    tag: list[str] = option("A tag of a new workspace; repeatable. Default: the model's tags.", "TAG")
    known_tags: bool = flag(
        "Take the values of the label column as the tag set, and as the known tags of the records; cells"
        " may hold several tags."
    )


def import_(*, at: NewWorkspace, table: TableInput, columns: KnownColumns, output: Output) -> None:
    """Import a table into a workspace, resume an interrupted import, or merge changes from the source."""
    library = default_library()
    chosen = None if at.model in (None, BUNDLED) else _library_model(library, at.model)
    tags = bundled().tags if chosen is None else chosen.tags
    is_new = not at.workspace.exists()
    if is_new and at.workspace.suffix.lower() != WORKSPACE_SUFFIX:
        raise MltagError(
            f"{at.workspace} does not end in {WORKSPACE_SUFFIX}.", "Name the workspace NAME.mltag."
        )
    with output.progress("Reading") as bar:
        checked = TableCheck(at.file, tags, dialect_as(at.file, table.reading))
        named = (table.text, columns.id, columns.label)
        mapping = named_mapping(checked.table.columns, checked.mapping, *named)
        checked.use(mapping, () if columns.known_tags else tags)  # known tags are learnt, not looked up
        with open_or_create_workspace(at.workspace, at.curator, columns.tag or tags) as document:
            require_same_columns(document, checked.table.columns, *named)
            part = SubProgress(bar, 0.0, 0.6)
            taken = import_file(part, document, checked.table, mapping, checked.counted)
            report = checked.report()
            record_base_model(document)
            if chosen is not None and document.models.active != chosen.version:
                use_library_model(SubProgress(bar, 0.6, 0.7), document, library, chosen)
            if columns.known_tags:
                _take_known_tags(document, bar)
            is_foreign = chosen is None and is_unlike(document, bundled())
            if at.predict:
                predict_with_active(SubProgress(bar, 0.7, 1.0), document)
    _show(output, report)
    merged = f", {taken.changed:,} changed, {taken.gone:,} removed" if taken.changed or taken.gone else ""
    output.result(f"{counted(taken.added, 'record')} added to {at.workspace}{merged}")
    if is_new and checked.has_unknown_tags and not columns.tag:
        output.note("To work with the tags of the table, import it with --known-tags into a new workspace.")
    if is_foreign:
        output.note(
            "These texts are unlike the training data of the bundled model, so its tags may mean nothing"
            " here. Import them with a --tag for each tag of your own into a new workspace."
        )
    if chosen is not None:
        output.result(f"Model {chosen.version} ({chosen.name}) is active.")
    output.write(report.to_json() | taken._asdict())


def _take_known_tags(document: core.Workspace, bar: Progress) -> None:
    """Take the tags of the mapped tag column; raises `MltagError` without one."""
    column = tag_column(SubProgress(bar, 0.7, 0.72), document)
    if column is None:
        raise MltagError("The table has no column with tags.", "Name it with --label.")
    take_known_tags(SubProgress(bar, 0.72, 0.75), document, column)


@group
class Exported:
    """What an export contains."""

    what: What = option("The tagged table, the corrections, or the original source file.", default="table")
    rows: Rows = option("All records, decided records, or corrected records.", default="all")
    search: str = option("Only the records that a search finds.", "QUERY", default="")
    column: list[str] = option("Export only this column; repeatable. Default: all.", "COL")
    add: list[str] = option(
        f"Add this column; repeatable: {', '.join(CHOICES)}. Default: {', '.join(APPENDED)} if no column"
        " contains tags.",
        "NAME",
    )
    guard: bool = flag("Add ' before cells that spreadsheet programs read as formulas.")
    utf8: bool = flag("Write UTF-8 regardless of the source encoding.", "--utf-8")
    escape: bool = flag("Write characters missing from the encoding as \\u2192 and the like.")


@group
class ExportedTags:
    """Which predicted tags an export contains."""

    fill: bool | None = option(
        "Also write predicted tags for undecided records; default if no column contains tags.",
        name="--fill/--no-fill",
    )
    stale: bool = flag("Also write outdated predictions (earlier model or text).")
    unsure: UnsurePolicy | None = option(
        "Unsure predictions: write them, add the column needs_review, move them to the column"
        " unsure_tag, leave the tag empty, or refuse the export. Default: the workspace's policy."
    )
    off_topic: OffTopicRows = option(
        "Records marked as off topic: leave the tag empty, write the predicted tag, or leave them out.",
        default="empty",
    )


def export(
    *,
    at: At,
    of: Exported,
    tags: ExportedTags,
    output: FileOutput,
) -> None:
    """Export a workspace's table with its tags, its corrections, or the original source file."""
    from mltag_desktop.core.learning.question_queue import show_live_predictions  # not at start

    with at.open() as document, output.progress("Writing") as bar:
        columns = document.table.columns
        options = ExportOptions(
            columns=tuple(sorted(position(columns, name) for name in of.column)) if of.column else None,
            rows=of.rows,
            records=_found(bar, document, of.search) if of.search else None,
            added=tuple(of.add) if of.add else None,
            fill=tags.fill,
            guard=of.guard,
            encoding="utf-8" if of.utf8 else "source",
            escape=of.escape,
            stale=tags.stale,
            unsure=tags.unsure,
            off_topic=tags.off_topic,
            below=review_of(document),
        )
        is_table = of.what == "table"
        edits_tags = is_table and document.table.mapping.tag is not None
        estimated = is_table and show_live_predictions(SubProgress(bar, 0.0, 0.5), document)
        open_rows = len(unsure_rows(document, options)) if is_table else 0
        old = len(stale_rows(document, options)) if is_table else 0
        if old and not tags.stale:
            active = next((info.version for info in document.models.all() if info.active), "VERSION")
            raise MltagError(
                f"{counted(old, 'undecided record')} with an outdated prediction.",
                f"Predict with the active model: mltag promote {at.workspace} {active}."
                " Or export with --stale or --no-fill.",
            )
        done = write_out(
            SubProgress(bar, 0.5, 1.0),
            document,
            output.out,
            of.what,
            replace=output.force,
            options=options,
        )
    tagged = f"{counted(done.changed, 'tag')} changed" if edits_tags else f"{done.changed:,} tagged"
    output.result(f"{counted(done.rows, 'record')} written to {output.out}, {tagged}")
    if estimated:
        output.note("Predicted tags estimated from tag names and decisions; no model knows the tags yet")
    if open_rows:
        output.note(f"{counted(open_rows, 'record')} still to review.")
    if done.certificate:
        output.note(done.certificate)
    if done.unverified:
        sure = counted(done.unverified, "predicted tag")
        output.note(f"{sure} above the review threshold, unverified: see mltag certify.")
    if old:
        output.note(f"{counted(old, 'record')} with an outdated prediction")
    if done.left_out:
        output.note(f"{counted(done.left_out, 'line')} unreadable and not written")
    if done.lost:
        output.note(f"{counted(done.lost, 'record')} lost with a part of a damaged file and not written")
    if done.guarded:
        output.note(f"{counted(done.guarded, 'record')} protected from being read as formulas")
    if done.formulas:
        output.note(
            f"{counted(done.formulas, 'record')} with texts that begin with = + - or @, which spreadsheet"
            " programs read as formulas; see --guard"
        )
    for note in done.notes:
        output.note(note)
    found = {key: value for key, value in dataclasses.asdict(done).items() if key != "path"}
    output.write(found | {"unreviewed": open_rows})


def _found(bar: Progress, document: core.Workspace, search: str) -> frozenset[int]:
    """Return the records that a search finds; `MltagError` for an invalid search."""
    terms = parsed_search(document, search)
    if meaning_of(terms) is not None:
        raise MltagError(
            "An export keeps the order of the table, so it cannot be sorted by “~”.",
            "Leave out “~”. mltag search lists the most similar records.",
        )
    return frozenset(
        found_records(SubProgress(bar, 0.0, 0.2), document, terms, text_analysis(document)).tolist()
    )


def _library_model(library: ModelLibrary, name: str) -> LibraryModel:
    """Return the model called `name`; a bundle or model file is added to the library."""
    path = Path(name)
    return library.import_file(path) if path.exists() else library.find(name)


def _form_in_words(found: dict[str, Any]) -> str:
    """Return how the table is written, such as "utf-8, delimiter ',', line endings LF" or "sheet Sheet1"."""
    if found["form"] == "delimited":
        ends = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}.get(found["newline"], "mixed")
        mark = " with BOM" if found["bom"] else ""
        return f"{found['encoding']}{mark}, delimiter {found['delimiter']!r}, line endings {ends}"
    if found["sheet"]:
        return f"sheet {found['sheet']}"
    return next(form.label for form in FORMATS if form.form == found["form"])


def _show(output: Messages, report: CheckReport) -> None:
    found = report.to_json()
    mapping = found["mapping"]
    size = f"{counted(found['records'], 'record')}, {counted(len(found['columns']), 'column')}"
    output.result(f"{found['file']}: {size}")
    output.result(_form_in_words(found))
    if mapping is not None:
        parts = [f"text: {', '.join(mapping['text'])}"]
        parts += [f"{key}: {mapping[key]}" for key in ("id", "date", "tag") if mapping[key] is not None]
        output.result("; ".join(parts))
    for problem in found["problems"]:
        output.result(f"- {problem}")
    for item in found["quarantined"][1:_SHOWN]:
        output.result(f"  line {item['line']}: {item['reason']}")
    if len(found["quarantined"]) > _SHOWN:
        output.result(f"  and {len(found['quarantined']) - _SHOWN:,} more")
