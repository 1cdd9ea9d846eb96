"""`mltag train`: train a model on a labelled table."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from mltag_desktop.cli.options import (
    Delimiter,
    Encoding,
    Force,
    Header,
    Jobs,
    Json,
    Label,
    Quiet,
    SaveAs,
    Seed,
    Separator,
    Sheet,
    TextColumns,
    WrongUse,
)
from mltag_desktop.cli.output import (
    Printer,
    counted,
    note_code,
    progress,
    refuse_existing,
    refuse_stdout,
    write_json,
)
from mltag_desktop.cli.report_output import model_json, show_models
from mltag_desktop.cli.table_inputs import LabelledTexts, fitting, read_labelled, reading
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_evaluation import evaluate_models
from mltag_desktop.core.evaluation.recipes.fast_twin import train_twin
from mltag_desktop.core.evaluation.recipes.recipe_choice import AUTO, CHOICE, train_automatically
from mltag_desktop.core.filesystem.scratch_folder import scratch_folder
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.features.extraction import Extra
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.library.installation import install, refuse_foreign
from mltag_desktop.core.model.library.model_library import (
    LibraryModel,
    ModelLibrary,
    default_library,
    details_of,
)
from mltag_desktop.core.model.library.model_names import load_trained
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, RECIPES, TWIN, Recipe, trainable
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.training.training import Examples, labelled_features
from mltag_desktop.core.model.training.training import train as fit
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import in_order
from mltag_desktop.core.progress import SILENT

Holdout = Annotated[
    Path | None,
    typer.Option("--holdout", metavar="FILE", help="Labelled rows for evaluation, never used for training."),
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="MODEL", help="Train on the rows of this model and the dataset."),
]
Out = Annotated[Path | None, typer.Option("--output", "-o", metavar="BUNDLE", help="The output folder.")]
RecipeName = Annotated[
    str | None,
    typer.Option(
        "--recipe",
        metavar="NAME",
        help=f"{', '.join([*RECIPES, AUTO, TWIN.name])}, or a package's. Default: auto, or hybrid with "
        "--base.",
    ),
]


def train(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="A labelled table; - for stdin.")],
    label: Label,
    out: Out = None,
    save: SaveAs = None,
    text: TextColumns = None,
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    sheet: Sheet = "",
    header: Header = None,
    separator: Separator = None,
    holdout: Holdout = None,
    base: Base = None,
    recipe_name: RecipeName = None,
    seed: Seed = 0,
    jobs: Jobs = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Train a model; the same table and seed produce the same bytes."""
    refuse_stdout(out)
    refuse_existing(out, json, force=force)
    name = recipe_name or (AUTO if base is None else DEFAULT_RECIPE.name)
    chosen = _checked_recipe(name, has_base=base is not None, is_kept=out is not None or save is not None)
    if out is not None:
        refuse_foreign(out)
    library = default_library()
    if save is not None:
        library.check_name(save)
    printer = Printer(quiet=quiet, json_target=json)
    note_code(printer, chosen)
    start = time.perf_counter()
    base_model = None if base is None else load_trained(base)
    vectors = bundled().vectors if base_model is None else base_model.vectors
    options = reading(encoding, delimiter, sheet, header)
    rows = read_labelled(dataset, label, text, separator=separator, options=options)
    gold, gold_rows = None, None
    if holdout is not None:
        gold_rows = read_labelled(
            holdout,
            label,
            text,
            separator=separator or rows.form or "none",
            options=fitting(holdout, options),
        )
        gold = _snapshot(gold_rows, vectors, _tags_of(rows, base_model), holdout)
    kept, repeated = _outside_holdout(rows, gold, vectors)
    for note in rows.notes():
        printer.note(note)
    with progress("Training", quiet=quiet) as bar:
        words: tuple[str, ...] = ()
        if name == AUTO:
            model, choice, _ = train_automatically(bar, kept, vectors, seed=seed, jobs=jobs)
            words = choice.in_words()
        elif name == TWIN.name:
            model = train_twin(bar, kept, kept.texts, vectors, seed=seed, jobs=jobs)
        else:
            model = fit(bar, kept, chosen, base=base_model, vectors=vectors, seed=seed, jobs=jobs)
    for sentence in words:
        printer.note(sentence)
    if gold is not None and gold_rows is not None and holdout is not None:
        if model.extra or model.vectors is not vectors:
            tags = _tags_of(rows, base_model)
            gold = _snapshot(gold_rows, model.vectors, tags, holdout, model.extra)
        model = LinearModel(model.manifest, model.vectors, model.head, model.base, gold)
    repeated += model.manifest.training.left_out
    if repeated:
        printer.note(
            f"{counted(repeated, 'row')} excluded: the same or nearly the same text is in the holdout"
        )
    if out is not None:
        install(model, out)
    report = _evaluate(model)
    _print_result(printer, model, report, out)
    if save is not None:
        trained_on = f"{Path(dataset).name}: {counted(model.manifest.training.rows, 'row')}"
        saved = _saved(library, model, save, trained_on, report)
        printer.result(f"Saved in the library as {saved.name}")
    write_json(json, _as_json(model, report, time.perf_counter() - start, repeated), force=force)


def _checked_recipe(name: str, *, has_base: bool, is_kept: bool) -> Recipe:
    """Return the recipe; raise an error if it cannot go with a base model or with where its model is kept."""
    if name in (AUTO, TWIN.name) and has_base:
        raise MltagError(f"--recipe {name} trains without a base model.", "Leave out --base.")
    chosen = trainable(name) or DEFAULT_RECIPE
    if chosen.package and is_kept:
        raise MltagError(
            f"A model of the recipe {chosen.name} contains code, so it is kept in workspaces only.",
            "Leave out -o and --save to see its figures, or use mltag import, then mltag retrain --recipe.",
        )
    if not is_kept and not chosen.package:
        raise WrongUse("Choose an output folder with -o, or a name in the library with --save.")
    return chosen


def _examples(rows: LabelledTexts) -> Examples:
    return Examples(rows.texts, rows.tags, None, rows.additional_tags)


def _tags_of(rows: LabelledTexts, base: LinearModel | None) -> tuple[str, ...]:
    """Return the tags of a model that is trained on `rows` and `base`, in the model's order."""
    known = () if base is None else base.tags
    return known + in_order({*rows.tags}.union(*rows.additional_tags) - {*known})


def _snapshot(
    rows: LabelledTexts,
    vectors: StaticVectors,
    tags: tuple[str, ...],
    path: Path,
    extra: Extra = Extra.NONE,
) -> LabelledFeatures:
    """Return the holdout; raises `MltagError` for a tag that the training rows do not have."""
    found = labelled_features(_examples(rows), vectors, tags, extra=extra)
    if len(found.tags) > len(tags):
        raise MltagError(
            f"{path} has the tag {found.tags[len(tags)]}, which no training row has.",
            "Add rows of this tag to the dataset, or remove them from the holdout.",
        )
    return found


def _outside_holdout(
    rows: LabelledTexts, gold: LabelledFeatures | None, vectors: StaticVectors
) -> tuple[Examples, int]:
    """Remove the rows that also occur in the holdout; return the rest and the number of removed rows."""
    if gold is None:
        return _examples(rows), 0
    own = labelled_features(_examples(rows), vectors)
    repeated = duplicates(own.features, own.digests, gold)
    kept = np.flatnonzero(~repeated).tolist()
    if not kept:
        raise MltagError("All rows are in the holdout.", "Choose another file with --holdout.")
    examples = Examples(
        tuple(rows.texts[place] for place in kept),
        tuple(rows.tags[place] for place in kept),
        None,
        tuple(rows.additional_tags[place] for place in kept) if rows.additional_tags else (),
    )
    return examples, int(repeated.sum())


def _evaluate(model: LinearModel) -> Report | None:
    """Evaluate the model on its holdout; None if it has none."""
    if model.holdout is None or not len(model.holdout):
        return None
    gold = model.holdout
    truth: Sequence[str] = [gold.tags[code] for code in gold.labels.tolist()]
    answers = model.predict_features(gold.features)
    return evaluate_models(
        SILENT, truth, model.tags, [answers], slices=gold.slices, additional=gold.additional_tag_names()
    )


def _saved(
    library: ModelLibrary, model: LinearModel, name: str, trained_on: str, report: Report | None
) -> LibraryModel:
    """Add the model to the library, with its F1 on the holdout if there is one."""
    details = replace(details_of(model.manifest), trained_on=trained_on)
    if report is not None:
        measured = report.models[0]
        low, high = measured.intervals["f1"]
        details = replace(details, f1=measured.f1, f1_interval=(low, high))
    with scratch_folder() as folder:
        save_bundle(folder / "bundle", model)
        return library.add(folder / "bundle", name, details)


def _print_result(printer: Printer, model: LinearModel, report: Report | None, out: Path | None) -> None:
    training = model.manifest.training
    printer.result(
        f"Model {model.version}: {training.rows:,} rows, {len(model.tags)} tags; "
        f"F1 {training.f1:.3f} and accuracy {training.accuracy:.3f} on these rows, cross-validated"
    )
    printer.result("Other texts may be harder or easier, unless these rows are a random sample of them.")
    if report is not None:
        show_models(printer, report)
    if out is not None:
        printer.result(f"Written to {out}")


def _as_json(model: LinearModel, report: Report | None, seconds: float, repeated: int) -> dict[str, Any]:
    training = model.manifest.training
    return {
        "version": model.version,
        "tags": model.tags,
        "rows": training.rows,
        "left_out": repeated,
        "recipe": model.manifest.recipe.name,
        "recipe_choice": model.manifest.metrics.get(CHOICE),
        "seconds": round(seconds, 3),
        "cross_validation": {"f1": training.f1, "accuracy": training.accuracy},
        "threshold": model.manifest.threshold,
        "holdout": None if report is None else model_json(report.models[0]),
    }
