"""An evaluation report as frames and as HTML."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Self

import pandas as pd

from mltag_desktop.core.evaluation import evaluation_report as reports
from mltag_desktop.core.evaluation.behavioural_tests import Failure
from mltag_desktop.core.evaluation.html.html_report import to_html
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.evaluation.prediction_changes import PredictionChange
from mltag_desktop.core.evaluation.regressions import Regression
from mltag_desktop.core.evaluation.serialization import to_plain
from mltag_desktop.core.evaluation.statistics.metrics import Interval
from mltag_desktop.core.evaluation.statistics.significance import PairedComparison

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FIGURES = ("f1", "accuracy", "precision", "recall", "macro_f1", "ece", "log_loss")
_TAG_FIGURES = ("precision", "recall", "f1")
_SLICE_FIGURES = ("f1", "accuracy", "precision", "recall", "macro_f1")
_SEVERAL_FIGURES = ("micro_f1", "macro_f1", "exact_match")
Row = dict[str, Any]


def _fields(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


_COLUMNS = {
    "groups": ("model", "group", "rows", *_TAG_FIGURES),
    "several_tags": ("model", "tag", "rows", *_SEVERAL_FIGURES),
    "slices": ("model", "slice", "rows", *_SLICE_FIGURES),
    "behaviour": ("model", *_fields(Failure)),
    "comparisons": _fields(PairedComparison),
    "regressions": _fields(Regression),
    "prediction_changes": _fields(PredictionChange),
    "checks": _fields(reports.DataCheck),
}
"""The columns of tables that may have no rows."""


class Report(reports.Report):
    """The program's evaluation report, with its tables as frames and its page as HTML."""

    @classmethod
    def of(cls, report: reports.Report) -> Self:
        """Return a report of the program as one with frames."""
        return cls(**vars(report))

    def sets(self) -> dict[str, Self]:
        """Return a report on each set of rows by its name, in the order to read them.

        The rows of the table, such as "audit set" and "decisions", come before the base model's "holdout".
        """
        found = (self.on_rows(place) for place in self.reading_order())
        return {each.name: self.of(replace(each, others=())) for each in found}

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables of the report by name.

        `models` has a row for each model and, last, each baseline (majority, rules). `tags`, `slices`,
        `confusion`, `reliability`, `thresholds` and `behaviour` have one for each model and tag, slice and so
        on; `comparisons`, `regressions` and `prediction_changes` compare models. `checks` says what is wrong
        with the rows, such as that a model was trained on them. `several_tags` has the metrics over all tags
        of rows that have several, in total and by tag. Columns NAME_low and NAME_high are 95% intervals.
        `row` in `prediction_changes` counts from 0: it is `frame.iloc[row]`, or the record `row + 1` of a
        workspace.
        """
        changes = self.prediction_changes
        tables: dict[str, Iterator[Row]] = {
            "models": self._models(),
            "tags": self._tags(),
            "groups": self._groups(),
            "several_tags": self._several(),
            "slices": self._slices(),
            "confusion": self._confusion(),
            "reliability": self._reliability(),
            "thresholds": self._thresholds(),
            "behaviour": self._behaviour(),
            "comparisons": (to_plain(each) for each in self.comparisons),
            "regressions": (to_plain(each) for each in self.regressions),
            "prediction_changes": (to_plain(each) for each in changes.shown) if changes else iter(()),
            "checks": (to_plain(each) for each in self.checks),
        }
        listed = {name: list(rows) for name, rows in tables.items()}
        return {
            name: pd.DataFrame(rows, columns=None if rows else _COLUMNS.get(name))
            for name, rows in listed.items()
        }

    def to_html(self) -> str:
        """Return the report as one HTML page without external files, as `mltag evaluate --html` writes it."""
        return to_html(self)

    def _repr_html_(self) -> str:
        """Return the page in an inline frame, so that its styles do not apply to the notebook."""
        page = html.escape(self.to_html(), quote=True)
        return f'<iframe srcdoc="{page}" style="width: 100%; height: 40rem; border: 0"></iframe>'

    def __repr__(self) -> str:
        first = self.on_rows(self.reading_order()[0])
        leaks = [str(check.words) for check in first.checks if check.kind is reports.DataCheckKind.LEAKS]
        said = " ".join([first.headline, *leaks])
        return f"<Report on {first.name}, {first.rows:,} rows: {said}>"

    def _models(self) -> Iterator[Row]:
        for model in (*self.models, *self.baselines):
            yield {"model": model.version, "role": _role(model), "rows": model.rows} | _with_intervals(
                model, _FIGURES, model.intervals
            )

    def _tags(self) -> Iterator[Row]:
        for model in self.models:
            for tag in model.tag_order:
                figures = model.tags[tag]
                yield {"model": model.version, "tag": tag, "rows": figures.support} | _with_intervals(
                    figures, _TAG_FIGURES, figures.intervals
                )

    def _groups(self) -> Iterator[Row]:
        for model in self.models:
            for group, figures in model.groups.items():
                yield {"model": model.version, "group": group, "rows": figures.support} | _with_intervals(
                    figures, _TAG_FIGURES, figures.intervals
                )

    def _several(self) -> Iterator[Row]:
        for model in self.models:
            several = model.several
            if several is not None:
                ranks = {f"precision_at_{k}": share for k, share in enumerate(several.precision_at, start=1)}
                figures = _with_intervals(several, _SEVERAL_FIGURES, several.intervals)
                yield {"model": model.version, "tag": None, "rows": several.rows} | figures | ranks
                for tag, of_tag in several.tags.items():
                    yield {"model": model.version, "tag": tag, "rows": of_tag.support} | _with_intervals(
                        of_tag, _TAG_FIGURES, of_tag.intervals
                    )

    def _slices(self) -> Iterator[Row]:
        for model in self.models:
            for name, figures in model.slices.items():
                yield {"model": model.version, "slice": name, "rows": figures.rows} | _with_intervals(
                    figures, _SLICE_FIGURES, figures.intervals
                )

    def _confusion(self) -> Iterator[Row]:
        for model in self.models:
            for true, counts in zip(model.tag_order, model.confusion, strict=True):
                for predicted, rows in zip(model.tag_order, counts, strict=True):
                    yield {"model": model.version, "tag": true, "predicted_tag": predicted, "rows": rows}

    def _reliability(self) -> Iterator[Row]:
        for model in self.models:
            for each in model.reliability:
                low, high = each.interval
                yield {
                    "model": model.version,
                    "low": each.low,
                    "high": each.high,
                    "rows": each.rows,
                    "confidence": each.confidence,
                    "accuracy": each.accuracy,
                    "accuracy_low": low,
                    "accuracy_high": high,
                }

    def _thresholds(self) -> Iterator[Row]:
        for model in self.models:
            for tag, points in model.curves.items():
                for point in points:
                    yield {"model": model.version, "tag": tag or None, **vars(point)}

    def _behaviour(self) -> Iterator[Row]:
        for model in self.models:
            for failure in model.behaviour.failed if model.behaviour else ():
                yield {"model": model.version, **vars(failure)}


def _with_intervals(figures: Any, names: tuple[str, ...], intervals: Mapping[str, Interval]) -> Row:
    row: Row = {}
    for name in names:
        row[name] = getattr(figures, name)
        if name in intervals:
            row[f"{name}_low"], row[f"{name}_high"] = intervals[name]
    return row


def _role(model: ModelFigures) -> str:
    return "active" if model.role is ModelRole.ACTIVE else str(model.role)
