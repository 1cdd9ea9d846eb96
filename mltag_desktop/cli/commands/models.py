"""`mltag retrain`, `models`, `promote` and `rollback`: the models of a workspace."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from mltag_desktop.cli.command_inputs import (
    naming_commands,
    open_workspace,
    predict_again,
    predict_with_active,
)
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, SaveAs, Workspace
from mltag_desktop.cli.output import Printer, note_code, progress, refuse_existing, refuse_stdout, write_json
from mltag_desktop.cli.report_output import gate_words, show_gate, show_headlines
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.learning.candidates.retraining import TrainingKind
from mltag_desktop.core.learning.candidates.workspace_candidate import train_candidate
from mltag_desktop.core.learning.library_models import save_to_library
from mltag_desktop.core.learning.query_slices import sliced
from mltag_desktop.core.learning.shadow_model import shadow_choice
from mltag_desktop.core.learning.workspace_models import (
    MeasuredF1,
    export_for_notebooks,
    f1_on_holdout,
    f1_on_table,
    find_model,
    model_state,
    record_base_model,
    rolled_back_words,
)
from mltag_desktop.core.messages import STORED_MESSAGES
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.library.model_library import default_library
from mltag_desktop.core.model.recipes import trainable
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.types import ModelInfo

Version = Annotated[str, typer.Argument(metavar="VERSION", help="A model version or its first characters.")]


How = Annotated[
    TrainingKind,
    typer.Option(
        "--how",
        help="From the base model and the decisions, from the decisions alone, by adapting the base model to"
        " the table before any decision, or by correcting the confidence of the active model.",
    ),
]


def retrain(
    workspace: Workspace,
    how: How = TrainingKind.DECISIONS,
    recipe: Annotated[
        str | None,
        typer.Option("--recipe", metavar="NAME", help="Train on the decisions only, by this recipe."),
    ] = None,
    save: SaveAs = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Train a candidate on the base data and the decisions, and evaluate it; nothing is promoted.

    Tags of your own that the base model does not know are trained on the decisions alone.
    """
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    library = default_library()
    if save is not None:
        library.check_name(save)
    if recipe is not None and how in (TrainingKind.SUGGESTION, TrainingKind.RECALIBRATION):
        raise MltagError(f"--how {how} uses no recipe.", "Leave out --recipe, or train on the decisions.")
    if recipe is not None:
        note_code(printer, trainable(recipe))
    with open_workspace(workspace, curator, write=True) as document:
        kept = document.preference("priority")
        with progress("Training", quiet=quiet) as bar, naming_commands():
            report, info = train_candidate(bar, document, how, recipe)
        if save is not None:
            saved_as = save_to_library(SILENT, document, info.version, library, save).name
    policy = PromotionPolicy.from_json(kept)
    show_headlines(printer, report, policy)
    show_gate(printer.result, report, policy)
    if info.active:
        printer.result(f"The candidate is the active model {info.version}: nothing new was decided.")
    else:
        printer.result(
            f"Candidate {info.version} was saved. To promote it: mltag promote {workspace} {info.version}"
        )
    if save is not None:
        printer.result(f"Saved in the library as {saved_as}")
    write_json(json, as_json(info), force=force)


def models(
    workspace: Workspace,
    discard: Annotated[
        str | None,
        typer.Option("--discard", metavar="VERSION", help="Delete this model; this cannot be undone."),
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the models of a workspace, oldest first; with --discard, delete one and its report."""
    refuse_existing(json, force=force)
    with open_workspace(workspace, write=discard is not None) as document:
        record_base_model(document)
        if discard is not None:
            document.models.discard(find_model(document.models.all(), discard).version)
        models, shadow = document.models.all(), shadow_choice(document)
    version = None if shadow is None else shadow[0]
    on_table, on_holdout = f1_on_table(models), f1_on_holdout(models)
    printer = Printer(quiet=quiet, json_target=json)
    rows = [
        [
            info.version,
            model_state(info) + (", shadow" if info.version == version else ""),
            _figure(on_table.get(info.version)),
            _figure(on_holdout.get(info.version)),
            info.created,
            info.trained_on,
        ]
        for info in models
    ]
    printer.table(("version", "", "F1 on this table", "F1 on holdout", "created", "trained on"), rows)
    found = [
        as_json(info)
        | {"shadow": info.version == version}
        | {"f1_on_table": _as_values(on_table.get(info.version))}
        | {"f1_on_holdout": _as_values(on_holdout.get(info.version))}
        for info in models
    ]
    write_json(json, found, force=force)


def export_model(
    workspace: Workspace,
    version: Version,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder, or a .zip file.")],
    kind: Annotated[str, typer.Option("--format", metavar="NAME", help="joblib (scikit-learn).")] = "joblib",
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write a model as a scikit-learn classifier for notebooks, with a README."""
    if kind != "joblib":
        raise MltagError(f"There is no model format called {kind}.", "Use --format joblib.")
    refuse_stdout(out)
    refuse_existing(out, force=force)
    with open_workspace(workspace, write=False) as document:
        record_base_model(document)
        written = export_for_notebooks(SILENT, document, version, out, replace=force)
    Printer(quiet=quiet).result(f"Model {written} was written to {out}")


def promote(
    workspace: Workspace,
    version: Version,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Promote a model despite regressions and broken floors.")
    ] = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Make a model the active one and predict with it; earlier models are kept.

    A model with regressions, by the priorities of the workspace (`mltag policy`), is refused, even if it was
    active before. Naming the active model predicts what an interrupted run left.
    """
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    with open_workspace(workspace, curator, write=True) as document:
        chosen = find_model(document.models.all(), version)
        policy = PromotionPolicy.from_json(document.preference("priority"))
        if not chosen.active and chosen.report is not None and not anyway:
            with progress("Checking", quiet=quiet) as bar:
                report = sliced(bar, document, Report.from_json(chosen.report))
            _refuse_regressions(chosen.version, report, policy)
        if not chosen.active:
            document.models.promote(chosen.version)
        with progress("Predicting", quiet=quiet) as bar:
            predict_with_active(bar, document)
        info = find_model(document.models.all(), chosen.version)
    if info.report is not None:
        show_gate(printer.note, Report.from_json(info.report), policy)
    printer.result(f"Model {info.version} is active.")
    write_json(json, as_json(info), force=force)


def _refuse_regressions(version: str, report: Report, policy: PromotionPolicy) -> None:
    """Raise `MltagError` if the report on a candidate has something that blocks its promotion."""
    worse = gate_words(report, policy)
    if worse:
        raise MltagError(
            f"Model {version} was not promoted. Regressions: {worse}.",
            "Add --anyway to promote it nevertheless, or change the priorities with mltag policy.",
        )


def rollback(
    workspace: Workspace,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Roll back to the previously active model and predict with it."""
    refuse_existing(json, force=force)
    with open_workspace(workspace, curator, write=True) as document:
        record_base_model(document)
        document.models.rollback()
        with progress("Predicting", quiet=quiet) as bar:
            predict_again(bar, document)
        info = next(info for info in document.models.all() if info.active)
        words = rolled_back_words(document, bundled())
    Printer(quiet=quiet, json_target=json).result(words)
    write_json(json, as_json(info), force=force)


def as_json(info: ModelInfo) -> dict[str, Any]:
    """Return the model's entry as JSON values."""
    return {
        "version": info.version,
        "promoted": info.active,
        "candidate": info.candidate,
        "bundled": info.bundled,
        "created": info.created,
        "trained_on": info.trained_on,
        "f1": info.f1,
        "report": None if info.report is None else _without_messages(info.report),
    }


def _without_messages(report: Mapping[str, Any]) -> dict[str, Any]:
    """Return a report without what only the translation of the window needs."""
    return {key: value for key, value in report.items() if key != STORED_MESSAGES}


def _figure(measured: MeasuredF1 | None) -> str:
    return "" if measured is None else f"{measured.f1:.3f} ({measured.rows:,} {measured.where})"


def _as_values(measured: MeasuredF1 | None) -> dict[str, Any] | None:
    return None if measured is None else measured._asdict()
