"""An evaluation report as frames and as HTML."""

import html
from dataclasses import replace
from typing import Any, Self

import pandas as pd

from mltag_desktop.core.evaluation import evaluation_report as reports
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.report_tables import frame_rows, frame_tables


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
        rows: dict[str, list[dict[str, Any]]] = {}
        columns: dict[str, dict[str, None]] = {}
        for table in frame_tables(self):
            rows.setdefault(table.key, []).extend(frame_rows(table))
            names = (["model"] if table.models else []) + [column.key for column in table.columns]
            columns.setdefault(table.key, {}).update(dict.fromkeys(filter(None, names)))
        return {
            name: pd.DataFrame(found, columns=None if found else list(columns[name]))
            for name, found in rows.items()
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
