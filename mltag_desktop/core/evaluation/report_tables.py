"""The tables of a report, made once for the window, the HTML page, the terminal and pandas frames.

A metric is added in one place: a column of the tuple for the tables that have it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from mltag_desktop.core.evaluation.evaluation_report import DataCheck, Report
from mltag_desktop.core.evaluation.metrics import Interval, SeveralTagsFigures, SliceFigures, TagFigures
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole, PredictionChange
from mltag_desktop.core.evaluation.regressions import (
    Regression,
    RegressionKind,
    regression_name,
    slice_in_words,
)
from mltag_desktop.core.evaluation.significance import PairedComparison
from mltag_desktop.core.messages import as_message, message, probability_words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SHARE: Final = ".3f"
COUNT: Final = ","
CONFIDENCE: Final = "confidence"
"""The format of a probability of a tag (`probability_words`)."""


@dataclass(frozen=True)
class Estimate:
    """A figure and its 95% interval."""

    value: float
    interval: Interval | None = None


Cell = str | int | float | Estimate | None
"""A cell; None where there are no rows for a figure."""


@dataclass(frozen=True)
class Column:
    """A column: its name in frames, its heading, and how its values are formatted.

    People do not see a column without a heading, and frames do not have one without a key. The key of a
    metric is the name of the attribute with its value.
    """

    key: str
    heading: str
    spec: str = ""
    """As in `format`; empty for text."""
    model: int = -1
    """The place of the model that the figures are about, where models are side by side; -1 for all."""


F1: Final = Column("f1", "F1", SHARE)
ACCURACY: Final = Column("accuracy", message("Accuracy"), SHARE)
PRECISION: Final = Column("precision", message("Precision"), SHARE)
RECALL: Final = Column("recall", message("Recall"), SHARE)
MACRO_F1: Final = Column("macro_f1", message("Macro F1"), SHARE)
MODEL_METRICS: Final = (
    F1,
    ACCURACY,
    PRECISION,
    RECALL,
    MACRO_F1,
    Column("ece", message("Calibration error"), SHARE),
    Column("ece_by_chance", message("Expected by chance"), SHARE),
    Column("log_loss", message("Log loss"), SHARE),
)
TAG_METRICS: Final = (PRECISION, RECALL, F1)
SLICE_METRICS: Final = (*TAG_METRICS, replace(ACCURACY, heading=""), replace(MACRO_F1, heading=""))
SEVERAL_METRICS: Final = (
    Column("micro_f1", message("Micro F1"), SHARE),
    Column("micro_precision", message("Micro precision"), SHARE),
    Column("micro_recall", message("Micro recall"), SHARE),
    MACRO_F1,
    Column("exact_match", message("Exact match"), SHARE),
)
_ROWS: Final = Column("rows", message("Rows"), COUNT)
_RECORDS: Final = Column("rows", message("Records"), COUNT)


@dataclass(frozen=True)
class Table:
    """A table of a report."""

    key: str
    """The name of its frame."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    models: tuple[ModelFigures, ...] = ()
    """The models side by side, by the places in the columns."""

    def without(self, *keys: str) -> "Table":
        """Return the table without these columns and those that people do not see."""
        kept = [n for n, each in enumerate(self.columns) if each.heading and each.key not in keys]
        rows = tuple(tuple(row[n] for n in kept) for row in self.rows)
        return replace(self, columns=tuple(self.columns[n] for n in kept), rows=rows)

    def first(self, most: int) -> "Table":
        """Return the table with its first rows."""
        return replace(self, rows=self.rows[:most])


def written(cell: Cell, spec: str, number: Callable[[float, str], str] = format) -> str:
    """Return the text of a cell without its interval; `number` formats numbers as `format` does."""
    if isinstance(cell, str):
        return cell
    value = cell.value if isinstance(cell, Estimate) else cell
    if value is None:
        return "–"
    if spec == CONFIDENCE:
        return probability_words(value)
    return number(value, spec) if spec else str(value)


_Parts = Mapping[str, TagFigures | SliceFigures]
"""Metrics by part of the rows."""


def models_table(models: Sequence[ModelFigures]) -> Table:
    """Return all metrics of each model."""
    columns = (
        Column("", message("Model")),
        Column("model", message("Version")),
        Column("role", ""),
        _ROWS,
        *MODEL_METRICS,
    )
    rows = (
        (
            model.label,
            model.version,
            "active" if model.role is ModelRole.ACTIVE else str(model.role),
            model.rows,
            *_cells(model, MODEL_METRICS),
        )
        for model in models
    )
    return Table("models", message("Models"), columns, tuple(rows))


def part_tables(models: Sequence[ModelFigures]) -> list[Table]:
    """Return the metrics of models side by side: on all rows, by tag, by group of tags and by slice."""
    whole: list[_Parts] = [{message("All rows"): model} for model in models]
    slices = [model.slices for model in models]
    tags, groups = [model.tags for model in models], [model.groups for model in models]
    return [
        _side_by_side("all", message("All rows"), Column("", message("Rows")), models, whole),
        _side_by_side("tags", message("Tags"), Column("tag", message("Tag")), models, tags),
        _side_by_side("groups", message("Groups of tags"), Column("group", message("Group")), models, groups),
        _side_by_side(
            "slices", message("Slices"), Column("slice", message("Slice")), models, slices, SLICE_METRICS
        ),
    ]


def several_tables(models: Sequence[ModelFigures]) -> list[Table]:
    """Return the metrics over all tags of each row, by model and by tag; empty if no row has several."""
    tested = [(model, model.several) for model in models if model.several is not None]
    ranks = range(1, 1 + max((len(figures.precision_at) for _, figures in tested), default=0))
    columns = (
        Column("", message("Model")),
        Column("model", message("Version")),
        Column("tag", ""),
        _RECORDS,
        *SEVERAL_METRICS,
        *(Column(f"precision_at_{n}", message("Precision at {rank}", rank=n), SHARE) for n in ranks),
    )
    rows = tuple(
        (
            model.label,
            model.version,
            None,
            figures.rows,
            *_cells(figures, SEVERAL_METRICS),
            *(dict(enumerate(figures.precision_at, 1)).get(rank) for rank in ranks),
        )
        for model, figures in tested
    )
    by_model = Table("several_tags", message("All tags of each record"), columns, rows)
    return [by_model, several_parts(models)[1]]


def several_parts(models: Sequence[ModelFigures]) -> list[Table]:
    """Return the metrics over all tags of each row side by side: on all pairs of a row and a tag, by tag."""
    tested = [model for model in models if model.several is not None]
    figures = [model.several for model in models if model.several is not None]
    title = message("Tags, all tags of each record")
    whole: list[_Parts] = [{message("All tags"): _all_pairs(found)} for found in figures]
    by_tag = [found.tags for found in figures]
    tables = [
        _side_by_side("all", message("All tags"), Column("", message("Rows")), tested, whole),
        _side_by_side("several_tags", title, Column("tag", message("Tag")), tested, by_tag),
    ]
    return [replace(table, columns=(*table.columns[:2], _RECORDS, *table.columns[3:])) for table in tables]


def _all_pairs(found: SeveralTagsFigures) -> TagFigures:
    """Return the metrics over all pairs of a row and a tag, as those of one tag."""
    pairs = sum(each.support for each in found.tags.values())
    interval = {"f1": found.intervals["micro_f1"]}
    return TagFigures(found.micro_precision, found.micro_recall, found.micro_f1, pairs, interval)


def confusion_table(models: Sequence[ModelFigures]) -> Table:
    """Return the number of rows for each pair of a true and a predicted tag."""
    rows = (
        (model.version, true, predicted, count, count / max(1, sum(counts)))
        for model in models
        for true, counts in zip(model.tag_order, model.confusion, strict=True)
        for predicted, count in zip(model.tag_order, counts, strict=True)
    )
    columns = (
        Column("model", ""),
        Column("tag", message("True tag")),
        Column("predicted_tag", message("Predicted tag")),
        _ROWS,
        Column("", message("Share"), ".0%"),
    )
    return Table("confusion", message("Most frequent confusions"), columns, tuple(rows))


def confused_pairs(model: ModelFigures) -> Table:
    """Return the pairs of tags that a model confuses, the most frequent first."""
    every = confusion_table([model])
    confused = [row for row in every.rows if row[3] and row[1] != row[2]]
    confused.sort(key=lambda row: -row[3])  # type: ignore[operator]  # a count
    return replace(every, rows=tuple(confused))


def reliability_table(models: Sequence[ModelFigures]) -> Table:
    """Return how often the predictions in each range of confidence are right."""
    columns = (
        Column("model", ""),
        Column("low", message("Confidence above"), ".2f"),
        Column("high", message("up to"), ".2f"),
        _ROWS,
        Column("confidence", message("Mean confidence"), ".2f"),
        Column("accuracy", message("Accuracy"), ".2f"),
    )
    rows = (
        (model.version, bin.low, bin.high, bin.rows, bin.confidence, Estimate(bin.accuracy, bin.interval))
        for model in models
        for bin in model.reliability
    )
    return Table("reliability", message("Confidence"), columns, tuple(rows))


def behaviour_table(models: Sequence[ModelFigures]) -> Table:
    """Return the texts that fail the behavioural tests."""
    columns = (
        Column("model", ""),
        Column("case", message("Case")),
        Column("kind", message("Kind")),
        Column("text", message("Text")),
        Column("expected", message("Expected")),
        Column("answered", message("Prediction")),
        Column("confidence", message("Confidence"), CONFIDENCE),
        Column("may_fail", message("May fail because")),
    )
    rows = [
        (model.version, as_message(case), as_message(kind), *found, as_message(may_fail))
        for model in models
        if model.behaviour
        for case, kind, *found, may_fail in (vars(each).values() for each in model.behaviour.failed)
    ]
    return Table("behaviour", message("Failed behaviour tests"), columns, tuple(rows))


def regressions_table(regressions: Sequence[Regression]) -> Table:
    """Return what got worse."""
    columns = (
        Column("", message("What")),
        Column("", message("Kind")),
        Column("", message("Before"), SHARE),
        Column("", message("After"), SHARE),
        Column("", message("Rows"), COUNT),
    )
    rows = []
    for each in regressions:
        kind = _KINDS[each.kind]
        words = kind if each.likely else message("{kind}, possibly noise", kind=kind)
        figures: tuple[Cell, ...] = (each.before, each.after, each.rows)
        if each.kind == RegressionKind.BEHAVIOUR:
            figures = (message("passed"), message("fails"), "")
        rows.append((regression_name(each), words, *figures))
    return Table("regressions", message("Regressions"), columns, tuple(rows))


def prediction_changes_table(changes: Sequence[PredictionChange]) -> Table:
    """Return the rows whose predicted tag changes."""
    headings = {
        "reference": message("Record"),
        "before": message("Before"),
        "after": message("After"),
        "truth": message("True tag") if any(each.truth is not None for each in changes) else "",
        "confidence_before": message("Confidence before"),
        "confidence_after": message("after"),
    }
    specs = dict.fromkeys(("confidence_before", "confidence_after"), CONFIDENCE)
    title = message("Prediction changes")
    return _listing("prediction_changes", title, PredictionChange, changes, headings, specs)


def frame_tables(report: Report) -> Iterator[Table]:
    """Return the tables of a report that become frames; those with the same key are one frame."""
    models, changes = report.models, report.prediction_changes
    yield models_table([*models, *report.baselines])
    yield from part_tables(models)[1:]
    yield from several_tables(models)
    yield confusion_table(models)
    yield reliability_table(models)
    points = (
        (model.version, tag or None, *vars(point).values())
        for model in models
        for tag, curve in model.curves.items()
        for point in curve
    )
    keys = ("model", "tag", "threshold", "precision", "recall", "rows")
    yield Table("thresholds", "", tuple(Column(key, "") for key in keys), tuple(points))
    yield behaviour_table(models)
    yield _listing("comparisons", "", PairedComparison, report.comparisons, {}, {})
    yield _listing("regressions", "", Regression, report.regressions, {}, {})
    yield prediction_changes_table(changes.shown if changes else ())
    yield _listing("checks", "", DataCheck, report.checks, {}, {})


def frame_rows(table: Table) -> Iterator[dict[str, Any]]:
    """Return the rows of a table by column, a row for each model where the models are side by side.

    Columns NAME_low and NAME_high are the ends of the 95% interval.
    """
    for place in range(len(table.models)) if table.models else (-1,):
        for cells in table.rows:
            row: dict[str, Any] = {}
            if place >= 0:
                row["model"] = table.models[place].version
            for column, cell in zip(table.columns, cells, strict=True):
                if not column.key or column.model not in (-1, place):
                    continue
                row[column.key] = cell.value if isinstance(cell, Estimate) else cell
                if isinstance(cell, Estimate) and cell.interval is not None:
                    row[f"{column.key}_low"], row[f"{column.key}_high"] = cell.interval
            yield row


def _side_by_side(
    table: str,
    title: str,
    first: Column,
    models: Sequence[ModelFigures],
    found: Sequence[_Parts],
    metrics: Sequence[Column] = TAG_METRICS,
) -> Table:
    """Return the metrics of models on the parts `found` of the rows; people see only the F1 of baselines."""
    columns = [
        replace(each, model=place, heading=each.heading if each is F1 or not model.is_baseline else "")
        for place, model in enumerate(models)
        for each in metrics
    ]
    rows = []
    for part in dict.fromkeys(name for parts in reversed(found) for name in parts):
        figures = [parts.get(part) for parts in found]
        count = next((_rows_of(one) for one in reversed(figures) if one is not None), 0)
        cells = (_cells(one, metrics) if one is not None and count else () for one in figures)
        whole = [cell for each in cells for cell in each or (None,) * len(metrics)]
        rows.append((part, slice_in_words(part) if first.key == "slice" else part, count, *whole))
    named = (replace(first, heading=""), replace(first, key=""), _ROWS)
    return Table(table, title, (*named, *columns), tuple(rows), tuple(models))


def _rows_of(figures: TagFigures | SliceFigures) -> int:
    return figures.support if isinstance(figures, TagFigures) else figures.rows


def _cells(figures: Any, metrics: Iterable[Column]) -> Iterator[Cell]:
    for metric in metrics:
        value = getattr(figures, metric.key)
        yield None if value is None else Estimate(value, figures.intervals.get(metric.key))


def _listing(
    key: str,
    title: str,
    kind: "type[DataclassInstance]",
    items: Sequence[Any],
    headings: Mapping[str, str],
    specs: Mapping[str, str],
) -> Table:
    """Return the fields of dataclasses as columns; people see those with headings."""
    names = [field.name for field in fields(kind)]
    columns = tuple(Column(name, headings.get(name, ""), specs.get(name, "")) for name in names)
    return Table(key, title, columns, tuple(tuple(getattr(item, name) for name in names) for item in items))


_KINDS: Final = {
    RegressionKind.TAG: message("tag"),
    RegressionKind.SLICE: message("slice"),
    RegressionKind.BEHAVIOUR: message("behaviour test"),
    RegressionKind.METRIC: message("metric"),
    RegressionKind.CALIBRATION: message("calibration"),
    RegressionKind.FLOOR: message("floor"),
    RegressionKind.CONFIDENT: message("confident"),
}
