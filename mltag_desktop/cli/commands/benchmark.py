"""`mltag compare` and `mltag simulate`: compare recipes and query strategies."""

from pathlib import Path
from typing import Annotated, Final

import typer

from mltag_desktop.cli.options import (
    Delimiter,
    Encoding,
    Force,
    GuidelineFile,
    Header,
    Jobs,
    Json,
    Label,
    Quiet,
    Seed,
    Sheet,
    TextColumns,
)
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, write_json
from mltag_desktop.cli.table_inputs import read_labelled, read_tags, reading, tags_of_table
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.recipes.recipe_choice import AUTO
from mltag_desktop.core.evaluation.recipes.recipe_comparison import BASELINES, compare_recipes
from mltag_desktop.core.learning.names.named_tags import TextReader
from mltag_desktop.core.learning.questions.query_strategies import ORDERS
from mltag_desktop.core.learning.questions.simulation import Simulation, SimulationPlan, simulate_names
from mltag_desktop.core.learning.questions.simulation import simulate as play
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.library.model_names import load_trained
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, RECIPES, TWIN, recipe, recipe_names
from mltag_desktop.core.model.training.training import Examples, FoldPlan

NO_BASE: Final = "none"
Dataset = Annotated[str, typer.Argument(metavar="DATASET", help="A labelled table; - for stdin.")]
RecipeNames = Annotated[
    list[str] | None,
    typer.Option(
        "--recipe",
        metavar="NAME",
        help=f"{', '.join([*RECIPES, *BASELINES, AUTO, TWIN.name])}, or a package's. Default: all but "
        "auto and fast-twin, which take longer.",
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="BUNDLE",
        help="The base model, or none to start without one. Default: the bundled model.",
    ),
]


def compare(
    dataset: Dataset,
    label: Label,
    names: RecipeNames = None,
    text: TextColumns = None,
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    sheet: Sheet = "",
    header: Header = None,
    tags: GuidelineFile = None,
    folds: Annotated[int, typer.Option("--folds", min=2, help="Number of folds.")] = 10,
    repeats: Annotated[
        int, typer.Option("--repeats", min=1, help="Number of repeats, each with other folds.")
    ] = 3,
    seed: Seed = 0,
    jobs: Jobs = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Cross-validate recipes on the same folds of a labelled table."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    known = [*recipe_names(), *BASELINES, AUTO, TWIN.name]
    chosen = names or [*recipe_names(), *BASELINES]
    for name in chosen:
        if name not in known:
            raise MltagError(f"There is no recipe called “{name}”.", f"Choose one of: {', '.join(known)}.")
    guideline = () if tags is None else read_tags(tags, printer)
    rows = read_labelled(dataset, label, text, options=reading(encoding, delimiter, sheet, header))
    for note in rows.notes():
        printer.note(note)
    with progress("Comparing", quiet=quiet) as bar:
        examples = Examples(rows.texts, rows.tags)
        plan = FoldPlan(folds, repeats, seed)
        vectors = bundled().vectors
        found = compare_recipes(bar, examples, chosen, vectors, plan, jobs=jobs, guideline=guideline)
    lines = [
        [one.name, f"{one.f1:.3f}", f"{one.accuracy:.3f}", f"{one.seconds:.2f}", f"{one.bytes / 1e6:.1f}"]
        for one in found.recipes
    ]
    title = f"{found.rows:,} rows, {folds} folds, {counted(repeats, 'repeat')}"
    printer.table(("recipe", "F1", "accuracy", "seconds", "MB"), lines, title=title)
    for one in found.recipes:
        if one.against_first is not None:
            printer.result(f"{one.name} compared with {one.against_first.a}: {one.against_first.words}")
    write_json(json, found.to_json(), force=force)


def simulate(
    dataset: Dataset,
    label: Label,
    text: TextColumns = None,
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    sheet: Sheet = "",
    header: Header = None,
    base: Base = None,
    names: Annotated[
        bool,
        typer.Option("--names", help="Start from the names of the tags; needs --base none."),
    ] = False,
    descriptions: Annotated[
        Path | None,
        typer.Option(
            "--descriptions",
            metavar="FILE",
            help="A CSV with the columns tag, description, examples, keywords; with --names.",
        ),
    ] = None,
    order: Annotated[
        str | None,
        typer.Option(
            "--order", metavar="NAME", help=f"{', '.join(ORDERS)}. Default: margin; with --names coverage."
        ),
    ] = None,
    batch: Annotated[int, typer.Option("--batch", min=1, help="Decisions between two trainings.")] = 20,
    budget: Annotated[int, typer.Option("--budget", min=1, help="Total number of decisions.")] = 200,
    test_rows: Annotated[int, typer.Option("--test-rows", min=1, help="Unseen rows for evaluation.")] = 400,
    undecided: Annotated[
        int | None,
        typer.Option(
            "--undecided",
            min=2,
            metavar="NUMBER",
            help="Rows to ask about; the others are unseen. Default: half of the table.",
        ),
    ] = None,
    seeds: Annotated[
        int, typer.Option("--seeds", min=1, help="Number of runs with different random seeds.")
    ] = 3,
    recipe_name: Annotated[
        str, typer.Option("--recipe", metavar="NAME", help=f"{', '.join(RECIPES)}, or a package's.")
    ] = DEFAULT_RECIPE.name,
    jobs: Jobs = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Simulate a curator to compare query strategies."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    if names and base != NO_BASE:
        raise MltagError("--names starts without a model.", f"Add --base {NO_BASE}.")
    if descriptions is not None and not names:
        raise MltagError("--descriptions needs --names.", f"Add --names --base {NO_BASE}.")
    plan = SimulationPlan(
        order=order or ("coverage" if names else "margin"),
        batch=batch,
        budget=budget,
        test_rows=test_rows,
        undecided=undecided,
        seeds=seeds,
        recipe=recipe(recipe_name),
        from_scratch=base == NO_BASE,
    )
    rows = read_labelled(dataset, label, text, options=reading(encoding, delimiter, sheet, header))
    for note in rows.notes():
        printer.note(note)
    examples = Examples(rows.texts, rows.tags)
    tags = tags_of_table(rows.tags, descriptions, printer)
    with progress("Simulating", quiet=quiet) as bar:
        if names:
            reader = TextReader(bundled().vectors, tags)
            found = simulate_names(bar, examples, reader, plan)
        else:
            model = bundled() if base in (None, NO_BASE) else load_trained(base)
            found = play(bar, examples, model, plan, jobs=jobs)
    _show_simulation(printer, found, budget)
    write_json(json, found.to_json(), force=force)


def _show_simulation(printer: Printer, found: Simulation, budget: int) -> None:
    columns = {
        "among the first nine": [point.first_nine for point in found.curve],
        "confidence": [point.confidence for point in found.curve],
        "calibration error": [point.calibration_error for point in found.curve],
        "F1 on the base holdout": [point.base_holdout_f1 for point in found.curve],
    }
    measured = {name: values for name, values in columns.items() if any(v is not None for v in values)}
    lines = [
        [f"{point.labels:,}", f"{point.accuracy:.3f}", f"{point.f1:.3f}", *map(_figure, others)]
        for point, *others in zip(found.curve, *measured.values(), strict=True)
    ]
    title = f"query strategy: {found.order}"
    printer.table(("answers", "accuracy", "F1", *measured), lines, title=title)
    if found.pool_rows < budget:
        printer.note(
            f"There are {counted(found.pool_rows, 'row')} to ask about, so the simulation ended before "
            f"{budget:,} answers. Ask about more of the table with --undecided."
        )
    for note in found.notes:
        printer.note(note)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
