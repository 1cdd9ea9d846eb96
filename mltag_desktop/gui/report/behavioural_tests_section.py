"""The behavioural tests section of a report: passed tests per model, and the last model's failures."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
from mltag_desktop.core.evaluation.evaluation_report import name_in_words
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import confidence_words, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.common import MutedLabel, section, tip
from mltag_desktop.gui.widgets.dialog_tables import calm, fit_columns, fit_height
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import Theme, widened

_MOST: Final = 10
_NARROWEST: Final = 640
_WIDEST: Final = 1_600
"""Maximum table width in pixels; a prediction far from its text is hard to follow."""
_HEADINGS: Final = (tr("Text"), tr("Expected"), tr("Prediction"), tr("Case"), tr("May fail because"))
_REASON: Final = 4
_SAMPLES: Final = {1: "m" * 10, 2: "m" * 11, 3: "m" * 14, _REASON: "m" * 24}
"""Texts as wide as the columns after the first one, which takes the remaining width."""


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


def _named(model: ModelFigures) -> str:
    """Return a model's name for use within a sentence."""
    return (
        tr("the candidate")
        if model.role == ModelRole.CANDIDATE
        else translate_core_message(name_in_words(model))
    )


def passed_in_words(tested: Sequence[tuple[ModelFigures, BehaviourResult]]) -> str:
    """Return how many tests each model passes."""
    if not tested:
        return tr("No behaviour tests were run.")
    parts = [
        tr("{name} pass {passed:,}", name=translate_core_message(name_in_words(model)), passed=result.passed)
        if model.role == ModelRole.RULES
        else tr("{name} passes {passed:,}", name=_named(model), passed=result.passed)
        for model, result in reversed(tested)
    ]
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


class _FailuresTable(QTableWidget):
    """The table of failed tests, whose columns share its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_columns(self, self.fontMetrics(), _SAMPLES, (), self.viewport().width() // 3)


def _table(theme: Theme, failures: Sequence[Failure], tags: Mapping[str, TagInfo]) -> QTableWidget:
    table = _FailuresTable(len(failures), len(_HEADINGS))
    table.setAccessibleName(tr("Failed behaviour tests"))
    table.setHorizontalHeaderLabels(_HEADINGS)
    calm(table, theme)
    for row, failure in enumerate(failures):
        prediction = f"{_short(failure.answered, tags)}  {confidence_words(failure.confidence)}"
        said = (failure.case, failure.may_fail)
        cells = (failure.text, _short(failure.expected, tags), prediction, *map(translate_core_message, said))
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(tip(words))
            tag = tags.get({1: failure.expected, 2: failure.answered}.get(column, ""))
            if tag is not None:
                item.setIcon(sign_icon(tag, theme.colours, table.iconSize().width()))
            table.setItem(row, column, item)
    measure = table.fontMetrics()
    has_reasons = any(failure.may_fail for failure in failures)
    table.setColumnHidden(_REASON, not has_reasons)
    longest = max(measure.horizontalAdvance(failure.text) for failure in failures)
    wanted = longest + widened(144 + 160 + 240 + (320 if has_reasons else 0), measure)
    table.setMaximumWidth(min(widened(_WIDEST, measure), max(widened(_NARROWEST, measure), wanted)))
    fit_height(table, len(failures))
    return table


def _short(name: str, tags: Mapping[str, TagInfo]) -> str:
    return tags[name].label if name in tags else translate_core_message(name)
