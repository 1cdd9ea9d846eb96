"""The section of a report with the metrics over all tags of each record, where records have several."""

from collections.abc import Mapping, Sequence

from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.evaluation.statistics.several_tags import SeveralTagsFigures
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.report.metrics_table import (
    HEADING,
    OVERALL,
    TAG,
    MetricsCell,
    MetricsRow,
    metrics_cell,
)


def rows_of_all_tags(models: Sequence[ModelFigures], tags: Mapping[str, TagInfo]) -> list[MetricsRow]:
    """Return the rows of the table for `models` that have metrics over all tags."""
    found = [model.several for model in models if model.several is not None]
    if not found:
        return []
    pairs = sum(figures.support for figures in found[-1].tags.values())
    rows = [
        MetricsRow(OVERALL, tr("All tags"), pairs, tuple(map(_overall, found))),
        MetricsRow(HEADING, tr("Tags"), None, (None,) * len(found)),
    ]
    for tag in found[-1].tags:
        cells = tuple(metrics_cell(figures.tags.get(tag)) for figures in found)
        rows.append(MetricsRow(TAG, tag, found[-1].tags[tag].support, cells, tags.get(tag)))
    return rows


def all_tags_in_words(name: str, figures: SeveralTagsFigures) -> str:
    """Return the metrics of a model that the table does not have, as a line."""
    low, high = figures.intervals["exact_match"]
    line = tr(
        "{name}: exact match {exact:.3f} ({low:.3f} to {high:.3f}), macro F1 {macro:.3f}, {predicted:.2f} "
        "tags predicted per record and {true:.2f} true",
        name=name,
        exact=figures.exact_match,
        low=low,
        high=high,
        macro=figures.macro_f1,
        predicted=figures.predicted_per_text,
        true=figures.true_per_text,
    )
    shares = [
        tr("precision at {rank} {share:.3f}", rank=rank, share=share)
        for rank, share in enumerate(figures.precision_at, start=1)
    ]
    return ", ".join([line, *shares]) + "."


def _overall(figures: SeveralTagsFigures) -> MetricsCell:
    low, high = figures.intervals["micro_f1"]
    return MetricsCell(figures.micro_precision, figures.micro_recall, figures.micro_f1, low, high)
