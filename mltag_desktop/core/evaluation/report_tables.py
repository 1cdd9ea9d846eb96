"""The tables of a report, made once for the window, the HTML page, the terminal and pandas frames.

A metric is added in one place: a `Metric` of the tuple for the tables that have it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from mltag_desktop.core.evaluation.behavioural_tests import Failure
from mltag_desktop.core.evaluation.evaluation_report import DataCheck, Report
from mltag_desktop.core.evaluation.metrics import Interval, SliceFigures, TagFigures
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
class Metric:
    """A metric of a model: the name of its attribute, which is its name in frames, and its heading."""

    key: str
    heading: str
    is_shown: bool = True
    """Whether people see it; otherwise only frames have it, as where another metric has the same value."""


F1: Final = Metric("f1", "F1")
ACCURACY: Final = Metric("accuracy", message("Accuracy"))
PRECISION: Final = Metric("precision", message("Precision"))
RECALL: Final = Metric("recall", message("Recall"))
MACRO_F1: Final = Metric("macro_f1", message("Macro F1"))
MODEL_METRICS: Final = (
    F1,
    ACCURACY,
    PRECISION,
    RECALL,
    MACRO_F1,
    Metric("ece", message("Calibration error")),
    Metric("ece_by_chance", message("Expected by chance")),
    Metric("log_loss", message("Log loss")),
)
TAG_METRICS: Final = (PRECISION, RECALL, F1)
SLICE_METRICS: Final = (
    *TAG_METRICS,
    replace(ACCURACY, is_shown=False),
    replace(MACRO_F1, is_shown=False),
)
SEVERAL_METRICS: Final = (
    Metric("micro_f1", message("Micro F1")),
    Metric("micro_precision", message("Micro precision")),
    Metric("micro_recall", message("Micro recall")),
    MACRO_F1,
    Metric("exact_match", message("Exact match")),
)


@dataclass(frozen=True)
class Column:
    """A column: its name in frames, its heading, and how its values are formatted.

    People do not see a column without a heading, and frames do not have one without a key.
    """

    key: str
    heading: str
    spec: str = ""
    """As in `format`; empty for text."""
    model: int = -1
    """The place of the model that the figures are about, where models are side by side; -1 for all."""


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


def models_table(models: Sequence[ModelFigures]) -> Table:
    """Return all metrics of each model."""
    columns = (
        Column("", message("Model")),
        Column("model", message("Version")),
        Column("role", ""),
        _ROWS,
        *_columns(MODEL_METRICS),
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
    return [
        _side_by_side("all", message("All rows"), "", message("Rows"), models, _whole),
        _side_by_side("tags", message("Tags"), "tag", message("Tag"), models, lambda one: one.tags),
        _side_by_side(
            "groups", message("Groups of tags"), "group", message("Group"), models, lambda one: one.groups
        ),
        _side_by_side(
            "slices",
            message("Slices"),
            "slice",
            message("Slice"),
            models,
            lambda one: one.slices,
            SLICE_METRICS,
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
        *_columns(SEVERAL_METRICS),
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
    title = message("Tags, all tags of each record")
    tables = [
        _side_by_side("all", message("All tags"), "", message("Rows"), tested, _all_pairs),
        _side_by_side("several_tags", title, "tag", message("Tag"), tested, _several_by_tag),
    ]
    return [replace(table, columns=(*table.columns[:2], _RECORDS, *table.columns[3:])) for table in tables]


def _several_by_tag(model: ModelFigures) -> Mapping[str, TagFigures]:
    return {} if model.several is None else model.several.tags


def _all_pairs(model: ModelFigures) -> Mapping[str, TagFigures]:
    """Return the metrics over all pairs of a row and a tag, as those of one tag."""
    found = model.several
    if found is None:
        return {}
    pairs = sum(each.support for each in found.tags.values())
    interval = {"f1": found.intervals["micro_f1"]}
    figures = TagFigures(found.micro_precision, found.micro_recall, found.micro_f1, pairs, interval)
    return {message("All tags"): figures}


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
    failures = [
        (model.version, failure) for model in models if model.behaviour for failure in model.behaviour.failed
    ]
    listed = _listing(
        "behaviour",
        message("Failed behaviour tests"),
        Failure,
        [failure for _, failure in failures],
        {
            "text": message("Text"),
            "expected": message("Expected"),
            "answered": message("Prediction"),
            "confidence": message("Confidence"),
            "case": message("Case"),
            "kind": message("Kind"),
            "may_fail": message("May fail because"),
        },
        {"confidence": CONFIDENCE},
    )
    said = [each.key in ("case", "kind", "may_fail") for each in listed.columns]
    rows = tuple(
        (version, *(as_message(str(cell)) if says else cell for cell, says in zip(row, said, strict=True)))
        for (version, _), row in zip(failures, listed.rows, strict=True)
    )
    return replace(listed, columns=(Column("model", ""), *listed.columns), rows=rows)


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
    key: str,
    heading: str,
    models: Sequence[ModelFigures],
    parts_of: Callable[[ModelFigures], Mapping[str, TagFigures | SliceFigures]],
    metrics: Sequence[Metric] = TAG_METRICS,
) -> Table:
    """Return the metrics of models on parts of the rows; people see only the F1 of baselines."""
    columns = [
        replace(column, model=place)
        for place, model in enumerate(models)
        for column in _columns(
            replace(each, is_shown=each is F1) if model.is_baseline else each for each in metrics
        )
    ]
    rows = []
    found = [parts_of(model) for model in models]
    for part in dict.fromkeys(name for parts in reversed(found) for name in parts):
        figures = [parts.get(part) for parts in found]
        count = next((_rows_of(one) for one in reversed(figures) if one is not None), 0)
        cells = (_cells(one, metrics) if one is not None and count else () for one in figures)
        whole = [cell for each in cells for cell in each or (None,) * len(metrics)]
        rows.append((part, slice_in_words(part) if key == "slice" else part, count, *whole))
    first = (Column(key, ""), Column("", heading), _ROWS)
    return Table(table, title, (*first, *columns), tuple(rows), tuple(models))


def _whole(model: ModelFigures) -> Mapping[str, SliceFigures]:
    return {message("All rows"): model}


def _rows_of(figures: TagFigures | SliceFigures) -> int:
    return figures.support if isinstance(figures, TagFigures) else figures.rows


def _columns(metrics: Iterable[Metric]) -> Iterator[Column]:
    for metric in metrics:
        yield Column(metric.key, metric.heading if metric.is_shown else "", SHARE)


def _cells(figures: Any, metrics: Iterable[Metric]) -> Iterator[Cell]:
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
