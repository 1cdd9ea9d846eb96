"""The behavioural tests section of a report: passed tests per model, and the last model's failures."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole, name_in_sentence
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import confidence_words, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.common import MutedLabel, section
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.theme import Theme, widened

_MOST: Final = 10
_WIDEST: Final = 1_600
"""Maximum table width in pixels; a prediction far from its text is hard to follow."""
_HEADINGS: Final = (
    (tr("Text"), ""),
    (tr("Expected"), "m" * 10),
    (tr("Prediction"), "m" * 11),
    (tr("Case"), "m" * 14),
    (tr("May fail because"), "m" * 24),
)


def behaviour_section(theme: Theme, models: Sequence[ModelFigures], tags: Mapping[str, TagInfo]) -> QWidget:
    """Show the test results of the last model that was tested."""
    tested = [(model, model.behaviour) for model in models if model.behaviour is not None]
    box, inside = section(tr("Behaviour tests"))
    failed = tested[-1][1].failed if tested else ()
    shown = (
        tr(" Showing the first {most} of {count:,} texts.", most=_MOST, count=len(failed))
        if len(failed) > _MOST
        else ""
    )
    inside.addWidget(MutedLabel(theme, f"{passed_in_words(tested)}{shown}"))
    if failed:
        inside.addWidget(_table(theme, failed[:_MOST], tags))
    return box


def passed_in_words(tested: Sequence[tuple[ModelFigures, BehaviourResult]]) -> str:
    """Return how many tests each model passes."""
    if not tested:
        return tr("No behaviour tests were run.")
    parts = []
    for model, result in reversed(tested):
        name = translate_core_message(name_in_sentence(model))
        parts.append(
            tr("{name} pass {passed:,}", name=name, passed=result.passed)
            if model.role == ModelRole.RULES
            else tr("{name} passes {passed:,}", name=name, passed=result.passed)
        )
    last = tested[-1][1]
    skipped = (
        tr_plural(
            " {n:,} uses tags that it does not know.",
            " {n:,} use tags that it does not know.",
            last.skipped,
        )
        if last.skipped
        else ""
    )
    may_fail = tr_plural(" {n:,} may fail.", " {n:,} may fail.", last.with_reason) if last.with_reason else ""
    words = ", ".join(parts)
    return tr(
        "Of {total:,} behaviour tests, {words}.{skipped}",
        total=last.total,
        words=words,
        skipped=f"{skipped}{may_fail}",
    )


def _table(theme: Theme, failures: Sequence[Failure], tags: Mapping[str, TagInfo]) -> LineTable:
    has_reasons = any(failure.may_fail for failure in failures)
    headings = [ColumnHeading(name, sample) for name, sample in _HEADINGS][: 5 if has_reasons else 4]
    table = LineTable(theme, tr("Failed behaviour tests"), headings)
    lines = []
    for failure in failures:
        prediction = f"{_short(failure.answered, tags)}  {confidence_words(failure.confidence)}"
        said = map(translate_core_message, (failure.case, failure.may_fail))
        cells = (failure.text, _short(failure.expected, tags), prediction, *said)
        signs = (None, tags.get(failure.expected), tags.get(failure.answered))
        lines.append(TableLine(cells, failure, tags=signs))
    table.lines.show(lines)
    table.setMaximumWidth(widened(_WIDEST, table.fontMetrics()))
    fit_height(table, len(failures))
    return table


def _short(name: str, tags: Mapping[str, TagInfo]) -> str:
    return tags[name].label if name in tags else translate_core_message(name)
