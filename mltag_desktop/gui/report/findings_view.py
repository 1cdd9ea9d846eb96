"""A list of warnings that lead to records: training checks and data checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from mltag_desktop.core.messages import listed
from mltag_desktop.core.training.training_checks import TrainingChecks
from mltag_desktop.gui.i18n import tr, tr_plural, translate_core_message, unbroken
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.theme import GAP, Theme

_NAMED: Final = 3
_ABOVE: Final = "2px"


@dataclass(frozen=True)
class Finding:
    """A warning or hint; `rows` are its records, `named` describes them."""

    words: str
    rows: tuple[int, ...] = ()
    named: str = ""
    warns: bool = True


def findings_of(checks: TrainingChecks) -> list[Finding]:
    """Return the results of the training checks as text: warnings first, the most important at the top."""
    lines: list[Finding] = []
    for rows, words, named in (
        (
            tuple(row for one in checks.contradictions for row in one.rows),
            tr_plural(
                "{n:,} text occurs with different tags. Its records are not used for training.",
                "{n:,} texts occur with different tags. Their records are not used for training.",
                len(checks.contradictions),
            ),
            tr("contradicting tags"),
        ),
        (
            tuple(doubt.row for doubt in checks.doubts),
            tr_plural(
                "{n:,} tag may be wrong. Check it before you train.",
                "{n:,} tags may be wrong. Check them before you train.",
                len(checks.doubts),
            ),
            tr("tags to review"),
        ),
    ):
        if rows:
            lines.append(Finding(words, rows, named))
    for doubt in checks.doubts[:_NAMED]:
        lines.append(
            Finding(
                tr(
                    "Record {row:,} has the tag {decided}, but looks like {likelier} ({confidence:.0%}).",
                    row=doubt.row + 1,
                    decided=doubt.decided,
                    likelier=doubt.likelier,
                    confidence=doubt.confidence,
                ),
                (doubt.row,),
                tr("tag to review"),
            )
        )
    lines += _shortage_findings(checks)
    lines += _sampling_findings(checks)
    for excluded, words, named in (
        (
            checks.in_holdout,
            tr_plural(
                "{n:,} tagged record is excluded because its text, or a near copy, is in the "
                "evaluation data.",
                "{n:,} tagged records are excluded because their texts, or near copies, are in the "
                "evaluation data.",
                len(checks.in_holdout),
            ),
            tr("excluded: part of the evaluation data"),
        ),
        (
            checks.in_audit,
            tr_plural(
                "{n:,} tagged record belongs to the audit set and is not used for training.",
                "{n:,} tagged records belong to the audit set and are not used for training.",
                len(checks.in_audit),
            ),
            tr("tagged records of the audit set"),
        ),
    ):
        if excluded:
            lines.append(Finding(words, excluded, named, warns=False))
    return sorted(lines, key=lambda line: not line.warns)


def _shortage_findings(checks: TrainingChecks) -> list[Finding]:
    """Return the findings on tags with few or no decisions, those with the fewest first."""
    lines = []
    for short in sorted(checks.shortages, key=lambda short: short.have)[:_NAMED]:
        lines.append(
            Finding(
                tr_plural(
                    "{tag}: {n:,} record. Training also tries to learn the tag from its name.",
                    "{tag}: {n:,} records. Training also tries to learn the tag from its name.",
                    short.have,
                    tag=short.tag,
                )
                if checks.with_names
                else tr_plural(
                    "{tag}: {n:,} record, {missing} more needed for training.",
                    "{tag}: {n:,} records, {missing} more needed for training.",
                    short.have,
                    tag=short.tag,
                    missing=short.missing,
                ),
                short.rows,
                tr("tagged {tag}", tag=short.tag),
                warns=not checks.with_names,
            )
        )
    if not checks.without:
        return lines
    named = translate_core_message(listed(checks.without, most=_NAMED))
    words = (
        tr(
            "No records to train on for {named}. Training tries to learn such tags from their names; "
            "a few records help.",
            named=named,
        )
        if checks.with_names
        else tr_plural(
            "No records are tagged {named}; the model will never predict it. Tag some records with it first.",
            "No records are tagged {named}; the model will never predict them. Tag some records with them "
            "first.",
            len(checks.without),
            named=named,
        )
    )
    return [*lines, Finding(words)]


def _sampling_findings(checks: TrainingChecks) -> list[Finding]:
    """Return the findings on how the decisions were sampled."""
    lines = []
    if checks.dominant:
        tag, share = checks.dominant
        words = tr(
            "{share:.0%} of the tagged records are {tag}. Tag more records with other tags.",
            share=share,
            tag=tag,
        )
        lines.append(Finding(words, checks.of_dominant, tr("tagged {tag}", tag=tag)))
    for one in checks.uneven[:_NAMED]:
        words = tr(
            "{inside:.0%} of the tagged records with {column} {value} are {tag}, and {outside:.0%} of the "
            "others. The model may learn {column} instead of the topic.",
            tag=one.tag,
            inside=one.inside,
            column=one.column,
            value=one.value,
            outside=one.outside,
        )
        lines.append(Finding(words, one.rows, tr("{tag}, {value}", tag=one.tag, value=one.value)))
    for one in checks.one_sided[:_NAMED]:
        words = tr(
            "{inside:.0%} of the records with {column} {value} are tagged, and {outside:.0%} of the others. "
            "Tag some of the others, too.",
            inside=one.inside,
            column=one.column,
            value=one.value,
            outside=one.outside,
        )
        lines.append(Finding(words, one.rows, tr("tagged, {value}", value=one.value)))
    if checks.near_audit:
        words = tr_plural(
            "{n:,} tagged record nearly equals a record of the audit set. Many of these make its figures too "
            "good.",
            "{n:,} tagged records nearly equal records of the audit set. Many of these make its figures too "
            "good.",
            len(checks.near_audit),
        )
        lines.append(Finding(words, checks.near_audit, tr("nearly equal to audit records")))
    return lines


class FindingsView(QWidget):
    """Shows findings as lines with links.

    Signals: `records_requested(rows, words)` when a link was clicked.
    """

    records_requested = Signal(object, str)

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.lines: Sequence[Finding] = ()
        self._label = QLabel(
            wordWrap=True,
            textFormat=Qt.TextFormat.RichText,
            textInteractionFlags=Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard,
        )
        self._label.setAccessibleName(name or tr("Training checks"))
        self._label.linkActivated.connect(self._open_link)
        vbox(self._label, parent=self, margins=(0, GAP // 2, 0, 0))
        theme.changed.connect(self._draw)
        self.hide()

    def show_checks(self, checks: TrainingChecks) -> None:
        """Show the findings of the training checks; hidden if there are no findings."""
        self.show_lines(findings_of(checks))

    def show_lines(self, lines: Sequence[Finding]) -> None:
        """Show these findings."""
        self.lines = lines
        self._draw()
        self.setVisible(bool(self.lines))

    @property
    def words(self) -> str:
        """The displayed text, without markup."""
        return "\n".join(line.words for line in self.lines)

    @Slot()
    def _draw(self) -> None:
        colours = self._theme.colours
        palette = QPalette(self._label.palette())
        palette.setColor(QPalette.ColorRole.Link, colours.accent)
        self._label.setPalette(palette)
        shown = []
        for number, line in enumerate(self.lines):
            sign = "⚠" if line.warns else "·"  # not a symbol that a tag can have
            link = self._link(number, len(line.rows)) if line.rows else ""
            colour = colours.text.name() if line.warns else colours.muted.name()
            shown.append(
                f'<tr style="color:{colour}"><td align="center" style="padding:{_ABOVE} {GAP}px {_ABOVE} 0">'
                f'{sign}</td><td style="padding:{_ABOVE} 0">{escape(line.words)}{link}</td></tr>'
            )
        table = f'<table cellspacing="0">{"".join(shown)}</table>'
        self._label.setText(unbroken(table) if shown else "")

    def _link(self, number: int, rows: int) -> str:
        shown = (tr("Show") if rows == 1 else tr("Show all")).replace(" ", "\N{NO-BREAK SPACE}")
        return f' <a href="{number}" style="color:{self._theme.colours.accent.name()}">{shown}</a>'

    @Slot(str)
    def _open_link(self, link: str) -> None:
        line = self.lines[int(link)]
        self.records_requested.emit(list(line.rows), line.named)
