"""`mltag train`, `evaluate`, `compare` and `simulate`, and the check of a labelled table."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.cli.options import WrongUse, flag, group, option
from mltag_desktop.cli.output import HtmlOutput, Messages, Output, counted, refuse_stdout
from mltag_desktop.cli.report_output import show_models, show_report
from mltag_desktop.cli.table_inputs import (
    LabelledInput,
    LabelledTexts,
    TableInput,
    cell_form,
    fitting,
    read_labelled,
    read_tags,
    tags_of_table,
    text_mapping,
)
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.model_evaluation import (
    EvaluationRows,
    RowFacts,
    evaluate_classifiers,
    evaluate_models,
    named,
    rules_for,
)
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.learning.guideline import Guideline, read_guideline
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.learning.simulation import Simulation, SimulationPlan, simulate_names
from mltag_desktop.core.learning.simulation import simulate as play
from mltag_desktop.core.learning.tag_checks import LabelledFindings, LabelledTable, check_labelled
from mltag_desktop.core.messages import listed
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.extraction import Extra
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_library import LibraryModel, ModelLibrary, default_library, details_of
from mltag_desktop.core.model.model_names import (
    BUNDLED,
    install,
    is_rules,
    load_model,
    load_trained,
    refuse_foreign,
)
from mltag_desktop.core.model.recipes import (
    DEFAULT_RECIPE,
    RECIPES,
    TWIN,
    Recipe,
    recipe,
    recipe_names,
    trainable,
)
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import in_order
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.tables.columns import position, record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import dialect_as, open_table
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.tag_cells import split_cell
from mltag_desktop.core.training.recipe_choice import (
    AUTO,
    BASELINES,
    CHOICE,
    compare_recipes,
    train_named,
)
from mltag_desktop.core.training.training import Examples, FoldPlan, labelled_features


@group
class Kept:
    """Where a trained model is kept."""

    out: Path | None = option("The output folder.", "BUNDLE", name="--output -o")
    save: str | None = option("Also save the model in the library.", "NAME")


@group
class Jobs:
    """How many cores are used."""

    jobs: int | None = option("Cores to use. Default: all. The result is the same.", "N", min=1)


@group
class Recipes(Jobs):
    """How a model is trained."""

    holdout: Path | None = option("Labelled rows for evaluation, never used for training.", "FILE")
    base: str | None = option("Train on the rows of this model and the dataset.", "MODEL")
    recipe: str | None = option(
        f"{', '.join([*RECIPES, AUTO, TWIN.name])}, or a package's. Default: auto, or hybrid with --base.",
        "NAME",
    )
    seed: int = option("Random seed.", default=0, min=0)


def train(*, table: LabelledInput, kept: Kept, how: Recipes, output: Output) -> None:
    """Train a model; the same table and seed produce the same bytes."""
    refuse_stdout(kept.out)
    output.refuse(kept.out)
    name = how.recipe or (AUTO if how.base is None else DEFAULT_RECIPE.name)
    note_code(output, _checked_recipe(name, how, kept))
    if kept.out is not None:
        refuse_foreign(kept.out)
    library = default_library()
    if kept.save is not None:
        library.check_name(kept.save)
    start = time.perf_counter()
    base = None if how.base is None else load_trained(how.base)
    vectors = bundled().vectors if base is None else base.vectors
    rows = table.rows()
    tags = _tags_of(rows, base)
    gold, gold_rows = None, None
    if how.holdout is not None:
        gold_rows = read_labelled(
            how.holdout,
            table.label,
            table.text,
            separator=table.separator or rows.form or "none",
            options=fitting(how.holdout, table.reading),
        )
        gold = _snapshot(gold_rows, vectors, tags)
    examples, repeated = _outside_holdout(rows, gold, vectors)
    rows.note(output)
    with output.progress("Training") as bar:
        model, choice = train_named(bar, name, examples, vectors, base=base, seed=how.seed, jobs=how.jobs)
    for sentence in () if choice is None else choice.in_words():
        output.note(sentence)
    if gold_rows is not None:
        if model.extra or model.vectors is not vectors:
            gold = _snapshot(gold_rows, model.vectors, tags, model.extra)
        model = LinearModel(model.manifest, model.vectors, model.head, model.base, gold)
    repeated += model.manifest.training.left_out
    if repeated:
        output.note(
            f"{counted(repeated, 'row')} excluded: the same or nearly the same text is in the holdout"
        )
    if kept.out is not None:
        install(model, kept.out)
    report = _evaluate(model)
    _print_result(output, model, report, kept.out)
    if kept.save is not None:
        trained_on = f"{Path(table.dataset).name}: {counted(model.manifest.training.rows, 'row')}"
        saved = _saved(library, model, kept.save, trained_on, report)
        output.result(f"Saved in the library as {saved.name}")
    output.write(_as_json(model, report, time.perf_counter() - start, repeated))


def note_code(output: Messages, recipe: Recipe | None) -> None:
    """Tell that a recipe runs code of an installed package."""
    if recipe is not None and recipe.package:
        output.note(f"The recipe {recipe.name} runs code of the package {recipe.package}.")


def _checked_recipe(name: str, how: Recipes, kept: Kept) -> Recipe:
    """Return the recipe; raise an error if it cannot go with a base model or with where its model is kept."""
    is_kept = kept.out is not None or kept.save is not None
    if name in (AUTO, TWIN.name) and how.base is not None:
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
    rows: LabelledTexts, vectors: StaticVectors, tags: tuple[str, ...], extra: Extra = Extra.NONE
) -> LabelledFeatures:
    """Return the holdout; raises `MltagError` for a tag that the training rows do not have."""
    found = labelled_features(_examples(rows), vectors, tags, extra=extra)
    if len(found.tags) > len(tags):
        raise MltagError(
            f"{rows.name} has the tag {found.tags[len(tags)]}, which no training row has.",
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
    return _examples(rows).take(kept), int(repeated.sum())


def _evaluate(model: LinearModel) -> Report | None:
    """Evaluate the model on its holdout; None if it has none."""
    if model.holdout is None or not len(model.holdout):
        return None
    gold = model.holdout
    truth: Sequence[str] = [gold.tags[code] for code in gold.labels.tolist()]
    answers = model.predict_features(gold.features)
    return evaluate_models(
        SILENT,
        truth,
        model.tags,
        [answers],
        rows=RowFacts(slices=gold.slices, additional=gold.additional_tag_names()),
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


def _print_result(output: Messages, model: LinearModel, report: Report | None, out: Path | None) -> None:
    training = model.manifest.training
    output.result(
        f"Model {model.version}: {training.rows:,} rows, {len(model.tags)} tags; "
        f"F1 {training.f1:.3f} and accuracy {training.accuracy:.3f} on these rows, cross-validated"
    )
    output.result("Other texts may be harder or easier, unless these rows are a random sample of them.")
    if report is not None:
        show_models(output, report)
    if out is not None:
        output.result(f"Written to {out}")


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
        "holdout": None if report is None else to_plain(report.models[0]),
    }


@group
class Evaluated:
    """What is evaluated, and how."""

    model: list[str] = option(
        "A bundle, a .mltagmodel file, a name of the library, or 'rules'; repeat to evaluate several.",
        "MODEL",
    )
    slices: list[str] = option(
        "Evaluate each value of this column as a slice; repeatable.", "COL", name="--slice"
    )


_TAGS: Final = option(
    "Tags with keywords for the rules: a CSV tag,keywords or a guideline. Default: their names.", "FILE"
)


def evaluate(
    *, table: LabelledInput, asked: Evaluated, tags: Path | None = _TAGS, output: HtmlOutput
) -> None:
    """Evaluate models on labelled rows: metrics with 95% intervals, by tag and slice, and confusion.

    The keyword rules and the most frequent tag are evaluated too.
    """
    names = asked.model or [BUNDLED]
    loaded = {name: load_model(name) for name in names if not is_rules(name)}
    guideline = Guideline(()) if tags is None else read_guideline(tags)
    rows = table.read(output, asked.slices)
    rules = rules_for(guideline.tags or named(rows.tags), rows.tags)
    classifiers = [loaded.get(name, rules) for name in names]
    with output.progress("Evaluating") as bar:
        report = evaluate_classifiers(
            bar,
            classifiers,
            EvaluationRows(rows.texts, rows.tags, rows.columns, rows.additional_tags),
            name=rows.name,
            notes=[f"Excluded, no tag or text: {counted(rows.left_out, 'row')}."] if rows.left_out else [],
            own_cases=[test.case for test in guideline.tests],
            rules=None if rules in classifiers else rules,
        )
    show_report(output, report)
    output.write_page(lambda: to_html(report))
    output.write(report.to_json())


NO_BASE: Final = "none"


@group
class Folds(Jobs):
    """What `mltag compare` compares, and on which folds."""

    recipe: list[str] = option(
        f"{', '.join([*RECIPES, *BASELINES, AUTO, TWIN.name])}, or a package's. Default: all but "
        "auto and fast-twin, which take longer.",
        "NAME",
    )
    folds: int = option("Number of folds.", default=10, min=2)
    repeats: int = option("Number of repeats, each with other folds.", default=3, min=1)
    seed: int = option("Random seed.", default=0, min=0)


def compare(*, table: LabelledInput, asked: Folds, tags: Path | None = _TAGS, output: Output) -> None:
    """Cross-validate recipes on the same folds of a labelled table."""
    known = [*recipe_names(), *BASELINES, AUTO, TWIN.name]
    chosen = asked.recipe or [*recipe_names(), *BASELINES]
    for name in chosen:
        if name not in known:
            raise MltagError(f"There is no recipe called “{name}”.", f"Choose one of: {', '.join(known)}.")
    guideline = () if tags is None else read_tags(tags, output)
    rows = table.read(output)
    with output.progress("Comparing") as bar:
        examples = Examples(rows.texts, rows.tags)
        plan = FoldPlan(asked.folds, asked.repeats, asked.seed)
        vectors = bundled().vectors
        found = compare_recipes(bar, examples, chosen, vectors, plan, jobs=asked.jobs, guideline=guideline)
    lines = [
        [one.name, f"{one.f1:.3f}", f"{one.accuracy:.3f}", f"{one.seconds:.2f}", f"{one.bytes / 1e6:.1f}"]
        for one in found.recipes
    ]
    title = f"{found.rows:,} rows, {asked.folds} folds, {counted(asked.repeats, 'repeat')}"
    output.table(("recipe", "F1", "accuracy", "seconds", "MB"), lines, title=title)
    for one in found.recipes:
        if one.against_first is not None:
            output.result(f"{one.name} compared with {one.against_first.a}: {one.against_first.words}")
    output.write(to_plain(found))


@group
class Simulated(Jobs):
    """What `mltag simulate` plays."""

    base: str | None = option(
        "The base model, or none to start without one. Default: the bundled model.", "BUNDLE"
    )
    names: bool = flag("Start from the names of the tags; needs --base none.")
    descriptions: Path | None = option(
        "A CSV with the columns tag, description, examples, keywords; with --names.", "FILE"
    )
    order: str | None = option(f"{', '.join(ORDERS)}. Default: margin; with --names coverage.", "NAME")
    batch: int = option("Decisions between two trainings.", default=20, min=1)
    budget: int = option("Total number of decisions.", default=200, min=1)
    test_rows: int = option("Unseen rows for evaluation.", default=400, min=1)
    undecided: int | None = option(
        "Rows to ask about; the others are unseen. Default: half of the table.", "NUMBER", min=2
    )
    seeds: int = option("Number of runs with different random seeds.", default=3, min=1)
    recipe: str = option(f"{', '.join(RECIPES)}, or a package's.", "NAME", default=DEFAULT_RECIPE.name)

    def plan(self) -> SimulationPlan:
        """Return the plan; raises `MltagError` for options that do not go together."""
        if self.names and self.base != NO_BASE:
            raise MltagError("--names starts without a model.", f"Add --base {NO_BASE}.")
        if self.descriptions is not None and not self.names:
            raise MltagError("--descriptions needs --names.", f"Add --names --base {NO_BASE}.")
        return SimulationPlan(
            order=self.order or ("coverage" if self.names else "margin"),
            batch=self.batch,
            budget=self.budget,
            test_rows=self.test_rows,
            undecided=self.undecided,
            seeds=self.seeds,
            recipe=recipe(self.recipe),
            from_scratch=self.base == NO_BASE,
        )


def simulate(*, table: LabelledInput, asked: Simulated, output: Output) -> None:
    """Simulate a curator to compare query strategies."""
    plan = asked.plan()
    rows = table.read(output)
    examples = Examples(rows.texts, rows.tags)
    tags = tags_of_table(rows.tags, asked.descriptions, output)
    with output.progress("Simulating") as bar:
        if asked.names:
            reader = TextReader(bundled().vectors, tags)
            found = simulate_names(bar, examples, reader, plan)
        else:
            model = bundled() if asked.base in (None, NO_BASE) else load_trained(asked.base)
            found = play(bar, examples, model, plan, jobs=asked.jobs)
    _show_simulation(output, found, asked.budget)
    output.write(to_plain(found))


def _show_simulation(output: Messages, found: Simulation, budget: int) -> None:
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
    output.table(("answers", "accuracy", "F1", *measured), lines, title=title)
    if found.pool_rows < budget:
        output.note(
            f"There are {counted(found.pool_rows, 'row')} to ask about, so the simulation ended before "
            f"{budget:,} answers. Ask about more of the table with --undecided."
        )
    for note in found.notes:
        output.note(note)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


_SAMPLE: Final = 500
_SHOWN: Final = 5
_MOST_TAGS: Final = 10


def show_labelled(file: Path, label: str, how: TableInput, holdout: Path | None, output: Output) -> None:
    """Check a table with tags in the column `label`; print the findings with their records."""
    table = _read(file, label, how.text, dialect_as(file, how.reading))
    held = None
    if holdout is not None:
        rows = read_labelled(holdout, label, how.text, options=fitting(holdout, how.reading))
        held = Examples(rows.texts, rows.tags)
    with output.progress("Checking") as bar:
        found = check_labelled(bar, table, bundled(), held)
    _show(output, found, holdout)
    output.write(found.to_json())


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


def _show(output: Messages, found: LabelledFindings, holdout: Path | None) -> None:
    counts = [*found.counts.items()]
    output.result(
        f"{counted(found.rows, 'row')}, {found.without_tag:,} without a tag or text,"
        f" {counted(len(counts), 'tag')}; most frequent {counts[0][0]} ({counts[0][1]:,}),"
        f" rarest {counts[-1][0]} ({counts[-1][1]:,})"
    )
    lines: list[tuple[str, Sequence[int]]] = []
    for alike in found.spellings:
        names = listed([f"{tag} ({found.counts[tag]:,})" for tag in alike], quoted=False)
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
    near = [rows for rows in found.near_duplicates if rows not in same]
    for groups, what in (
        (found.contradictions, "the same text as another row, but another tag"),
        (found.duplicates, "the same text and tag as another row"),
        (near, "nearly the same text as another row"),
    ):
        rows = sorted(row for alike in groups for row in alike)
        lines.append((f"{counted(len(rows), 'row')} with {what}", rows))
    lines.append((f"{counted(len(found.leaks), 'row')} also in {holdout}, exactly or nearly", found.leaks))
    for words, its in lines:
        if its or words[:2] != "0 ":
            output.result(f"{words}{_numbers(its)}")
    if not found.searched:
        output.result("No tag was checked: at least two tags need 5 rows each")
        return
    order = ", the most doubtful first" if len(found.doubts) > 1 else ""
    output.result(f"{counted(len(found.doubts), 'tag')} of {found.searched:,} may be wrong{order}")
    rows_of_doubts = [
        [f"{each.row + 1:,}", each.decided, each.likelier, f"{each.confidence:.2f}"]
        for each in found.doubts[: 2 * _SHOWN]
    ]
    if rows_of_doubts:
        output.table(("row", "tag", "likelier", "probability"), rows_of_doubts)


def _numbers(rows: Sequence[int]) -> str:
    if not rows:
        return ""
    shown = ", ".join(f"{row + 1:,}" for row in rows[:_SHOWN])
    return f": row {shown}" if len(rows) == 1 else f": rows {shown}{', …' if len(rows) > _SHOWN else ''}"
