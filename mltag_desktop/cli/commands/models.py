"""`mltag retrain`, `models`, `promote`, `rollback`: models of a workspace; `library`: for other tables."""

from pathlib import Path
from typing import Any, Final

import typer

from mltag_desktop.cli.command_inputs import (
    At,
    Curated,
    naming_commands,
    open_workspace,
    predict_again,
    predict_with_active,
)
from mltag_desktop.cli.commands.training import note_code
from mltag_desktop.cli.options import argument, expanded, flag, group, option
from mltag_desktop.cli.output import FileOutput, Messages, Output, counted
from mltag_desktop.cli.report_output import gate_words, show_gate, show_headlines
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.learning.query_slices import sliced
from mltag_desktop.core.learning.workspace_models import (
    MeasuredF1,
    export_for_notebooks,
    f1_on_holdout,
    f1_on_table,
    find_model,
    model_state,
    record_base_model,
    rolled_back_words,
    save_to_library,
)
from mltag_desktop.core.messages import STORED_MESSAGES
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.model_file import MODEL_SUFFIX
from mltag_desktop.core.model.model_library import LibraryModel, ModelDetails, default_library
from mltag_desktop.core.model.recipes import trainable
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import TrainingKind, train_candidate
from mltag_desktop.core.workspace.types import ModelInfo

_VERSION: Final = argument("VERSION", "A model version or its first characters.")


def retrain(
    *,
    at: Curated,
    how: TrainingKind = option(
        "From the base model and the decisions, from the decisions alone, or by adapting the base model"
        " to the table before any decision.",
        default=TrainingKind.DECISIONS,
    ),
    recipe: str | None = option("Train on the decisions only, by this recipe.", "NAME"),
    save: str | None = option("Also save the model in the library.", "NAME"),
    output: Output,
) -> None:
    """Train a candidate on the base data and the decisions, and evaluate it; nothing is promoted.

    Tags of your own that the base model does not know are trained on the decisions alone.
    """
    library = default_library()
    if save is not None:
        library.check_name(save)
    if recipe is not None and how is TrainingKind.SUGGESTION:
        raise MltagError(f"--how {how} uses no recipe.", "Leave out --recipe, or train on the decisions.")
    if recipe is not None:
        note_code(output, trainable(recipe))
    with at.open(write=True) as document:
        kept = document.preference("priority")
        with output.progress("Training") as bar, naming_commands():
            report, info = train_candidate(bar, document, how, recipe)
        if save is not None:
            saved_as = save_to_library(SILENT, document, info.version, library, save).name
    policy = PromotionPolicy.from_json(kept)
    show_headlines(output, report, policy)
    show_gate(output.result, report, policy)
    if info.active:
        output.result(f"The candidate is the active model {info.version}: nothing new was decided.")
    else:
        output.result(
            f"Candidate {info.version} was saved. To promote it: mltag promote {at.workspace} {info.version}"
        )
    if save is not None:
        output.result(f"Saved in the library as {saved_as}")
    output.write(_model_json(info))


def models(
    *,
    at: At,
    discard: str | None = option("Delete this model; this cannot be undone.", "VERSION"),
    output: Output,
) -> None:
    """List the models of a workspace, oldest first; with --discard, delete one and its report."""
    with at.open(write=discard is not None) as document:
        record_base_model(document)
        if discard is not None:
            document.models.discard(find_model(document.models.all(), discard).version)
        models = document.models.all()
    on_table, on_holdout = f1_on_table(models), f1_on_holdout(models)
    rows = [
        [
            info.version,
            model_state(info),
            _figure(on_table.get(info.version)),
            _figure(on_holdout.get(info.version)),
            info.created,
            info.trained_on,
        ]
        for info in models
    ]
    output.table(("version", "", "F1 on this table", "F1 on holdout", "created", "trained on"), rows)
    found = [
        _model_json(info)
        | {"shadow": False}  # of earlier versions
        | {"f1_on_table": _as_values(on_table.get(info.version))}
        | {"f1_on_holdout": _as_values(on_holdout.get(info.version))}
        for info in models
    ]
    output.write(found)


@group
class NotebookOutput(FileOutput):
    """Where a model for notebooks goes."""

    out: Path = argument("OUT", "A new folder, or a .zip file.")


def export_model(
    *,
    at: At,
    version: str = _VERSION,
    kind: str = option("joblib (scikit-learn).", "NAME", default="joblib", name="--format"),
    output: NotebookOutput,
) -> None:
    """Write a model as a scikit-learn classifier for notebooks, with a README."""
    if kind != "joblib":
        raise MltagError(f"There is no model format called {kind}.", "Use --format joblib.")
    with at.open() as document:
        record_base_model(document)
        written = export_for_notebooks(SILENT, document, version, output.out, replace=output.force)
    output.result(f"Model {written} was written to {output.out}")
    output.write({"version": written})


def promote(
    *,
    at: Curated,
    version: str = _VERSION,
    anyway: bool = flag("Promote a model despite regressions and broken floors."),
    output: Output,
) -> None:
    """Make a model the active one and predict with it; earlier models are kept.

    A model with regressions, by the priorities of the workspace (`mltag policy`), is refused, even if it was
    active before. Naming the active model predicts what an interrupted run left.
    """
    with at.open(write=True) as document:
        chosen = find_model(document.models.all(), version)
        policy = PromotionPolicy.from_json(document.preference("priority"))
        if not chosen.active and chosen.report is not None and not anyway:
            with output.progress("Checking") as bar:
                report = sliced(bar, document, Report.from_json(chosen.report))
            worse = gate_words(report, policy)
            if worse:
                raise MltagError(
                    f"Model {chosen.version} was not promoted. Regressions: {worse}.",
                    "Add --anyway to promote it nevertheless, or change the priorities with mltag policy.",
                )
        if not chosen.active:
            document.models.promote(chosen.version)
        with output.progress("Predicting") as bar:
            predict_with_active(bar, document)
        info = find_model(document.models.all(), chosen.version)
    if info.report is not None:
        show_gate(output.note, Report.from_json(info.report), policy)
    output.result(f"Model {info.version} is active.")
    output.write(_model_json(info))


def rollback(
    *,
    at: Curated,
    output: Output,
) -> None:
    """Roll back to the previously active model and predict with it."""
    with at.open(write=True) as document:
        record_base_model(document)
        document.models.rollback()
        with output.progress("Predicting") as bar:
            predict_again(bar, document)
        info = next(info for info in document.models.all() if info.active)
        words = rolled_back_words(document, bundled())
    output.result(words)
    output.write(_model_json(info))


def _model_json(info: ModelInfo) -> dict[str, Any]:
    """Return the model's entry as JSON values."""
    return {
        "version": info.version,
        "promoted": info.active,
        "candidate": info.candidate,
        "bundled": info.bundled,
        "created": info.created,
        "trained_on": info.trained_on,
        "f1": info.f1,
        "report": None
        if info.report is None
        else {key: value for key, value in info.report.items() if key != STORED_MESSAGES},
    }


def _figure(measured: MeasuredF1 | None) -> str:
    return "" if measured is None else f"{measured.f1:.3f} ({measured.rows:,} {measured.where})"


def _as_values(measured: MeasuredF1 | None) -> dict[str, Any] | None:
    return None if measured is None else measured._asdict()


_MOST_TAGS: Final = 4

library: Final = typer.Typer(
    help="Keep models for other tables; without a command, list them.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_NAME: Final = argument("NAME", "A name of the library, or a version.")


@library.callback()
@expanded
def _default(*, context: typer.Context, output: Output) -> None:
    """Keep models for other tables; without a command, list them."""
    if context.invoked_subcommand is None:
        _list(output)


@library.command("list")
@expanded
def list_(*, output: Output) -> None:
    """List the models of the library."""
    _list(output)


def _list(output: Output) -> None:
    models = default_library().models()
    if not models:
        output.result("The library is empty. To add a model: mltag library add BUNDLE|WORKSPACE NAME")
    else:
        rows = [
            [
                model.name,
                model.version,
                _tags(model),
                model.details.trained_on,
                _f1(model.details),
                f"{model.size / 1_000_000:.1f} MB",
                model.details.created[:10],
                model.last_table,
                "damaged" if model.damage else model.details.note,
            ]
            for model in models
        ]
        titles = ("name", "version", "tags", "trained on", "F1", "size", "created", "last used with", "note")
        output.table(titles, rows)
    output.write([_library_json(model) for model in models])


@library.command()
@expanded
def show(*, name: str = _NAME, output: Output) -> None:
    """Show one model: its tags, origin and folder."""
    _print_model(output, default_library().find(name))
    output.write(_library_json(default_library().find(name)))


@library.command()
@expanded
def add(
    *,
    source: Path = argument("SOURCE", "A bundle, a .mltagmodel file or a workspace."),
    name: str = argument("NAME", "The name in the library."),
    version: str | None = option("A model of the workspace. Default: the active one.", "VERSION"),
    note: str = option("A note to show in the list.", "TEXT", default=""),
    output: Output,
) -> None:
    """Add a model under a name; the same model is added only once."""
    models = default_library()
    if source.suffix.lower() == WORKSPACE_SUFFIX:
        with open_workspace(source, write=False) as document:
            record_base_model(document)
            info = find_model(document.models.all(), version or document.models.active or "")
            if info.bundled:
                raise MltagError(
                    f"Model {info.version} is bundled with the program.",
                    "Promote another model, or name one.",
                )
            added = save_to_library(SILENT, document, info.version, models, name, note)
    elif version is not None:
        raise MltagError("--version needs a workspace.", "Name a .mltag file.")
    else:
        added = models.import_file(source, name)
        added = models.set_note(added, note) if note else added
    _added(output, added, name)
    output.write(_library_json(added))


@library.command("import")
@expanded
def import_(
    *,
    file: Path = argument("FILE", "A .mltagmodel file or a bundle."),
    name: str | None = option("The name. Default: the one in the file.", "NAME"),
    output: Output,
) -> None:
    """Add the model in a .mltagmodel file."""
    added = default_library().import_file(file, name)
    _added(output, added, name or added.name)
    output.write(_library_json(added))


@library.command()
@expanded
def export(
    *,
    name: str = _NAME,
    out: Path | None = argument("FILE", "The output file. Default: NAME.mltagmodel.", default=None),
    output: Output,
) -> None:
    """Write a model into one .mltagmodel file."""
    models = default_library()
    model = models.find(name)
    target = out or Path(f"{model.name}{MODEL_SUFFIX}")
    if target.suffix.lower() != MODEL_SUFFIX:
        target = target.with_name(target.name + MODEL_SUFFIX)
    output.refuse(target)
    models.export(model, target, replace=output.force)
    output.result(f"{model.name} was written to {target}")
    output.write(_library_json(model))


@library.command()
@expanded
def rename(
    *,
    name: str = _NAME,
    new_name: str = argument("NEW", "The new name."),
    output: Messages,
) -> None:
    """Give a model another name."""
    models = default_library()
    model = models.rename(models.find(name), new_name)
    output.result(f"Model {model.version} is now called {model.name}")


@library.command()
@expanded
def remove(*, name: str = _NAME, output: Messages) -> None:
    """Delete a model from the library; workspaces that use it keep their copy."""
    models = default_library()
    found = [model for model in models.models() if model.damage and model.name == name]
    model = found[0] if found else models.find(name)
    models.remove(model)
    output.result(f"{model.name} was deleted from the library")


def _library_json(model: LibraryModel) -> dict[str, Any]:
    """Return a model of the library as JSON values."""
    details = model.details
    return {
        "name": model.name,
        "version": model.version,
        "hash": model.hash,
        "tags": model.tags,
        "trained_on": details.trained_on,
        "f1": details.f1,
        "f1_interval": details.f1_interval,
        "size": model.size,
        "created": details.created,
        "note": details.note,
        "last_table": model.last_table,
        "folder": str(model.bundle),
        "damage": model.damage or None,
    }


def _added(output: Messages, model: LibraryModel, name: str) -> None:
    if " ".join(name.split()).casefold() == model.name.casefold():
        output.result(f"Model {model.version} is in the library as {model.name}")
    else:
        output.result(f"Model {model.version} was already in the library, as {model.name}")


def _print_model(output: Messages, model: LibraryModel) -> None:
    details = model.details
    output.result(f"{model.name}: model {model.version}, {counted(len(model.tags), 'tag')}")
    facts = (
        ("tags", ", ".join(model.tags)),
        ("trained on", details.trained_on),
        ("F1", _f1(details)),
        ("created", details.created),
        ("note", details.note),
        ("last used with", model.last_table),
        ("folder", str(model.bundle)),
        ("hash", model.hash),
    )
    output.table(("", ""), [[title, words] for title, words in facts if words])


def _tags(model: LibraryModel) -> str:
    names = ", ".join(model.tags[:_MOST_TAGS])
    return f"{names} and {len(model.tags) - _MOST_TAGS} more" if len(model.tags) > _MOST_TAGS else names


def _f1(details: ModelDetails) -> str:
    if details.f1 is None:
        return ""
    if details.f1_interval is None:
        return f"{details.f1:.3f}"
    low, high = details.f1_interval
    return f"{details.f1:.3f} ({low:.3f} to {high:.3f})"
