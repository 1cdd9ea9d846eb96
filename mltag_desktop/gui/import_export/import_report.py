"""The import report: duplicates, leakage, unusual texts, and known tags that are not in the tag set."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QWidget

from mltag_desktop.core.messages import listed
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.import_findings import FEWEST, UnevenShare
from mltag_desktop.core.workspace.search.column_values import column_codes
from mltag_desktop.core.workspace.types import Change, RowArray
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import format_number, in_sentence, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.state.words import LANGUAGES
from mltag_desktop.gui.widgets.common import MutedLabel, button_row, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP

if TYPE_CHECKING:
    from mltag_desktop.core.learning.tag_checks import KnownTagFindings
    from mltag_desktop.core.workspace.import_findings import ImportFindings


SIZE: Final = QSize(1000, 620)
_COUNT: Final = "000,000"
_GROUPS: Final = (ColumnHeading(tr("Finding")), ColumnHeading(tr("Records"), _COUNT, right=True))
_FINDINGS: Final = (
    ColumnHeading(tr("Record"), _COUNT, right=True),
    ColumnHeading(tr("Text")),
    ColumnHeading(tr("Finding"), "100% as record 000,000"),
)
_TAGS: Final = (ColumnHeading(tr("Known tag")), ColumnHeading(tr("Records"), _COUNT, right=True))
_MOST_TAGS: Final = 3
"""Number of known tags that are shown at once, so that small screens have room for the findings."""
_MOST_OF_WIDTH: Final = 0.5
"""Largest part of the width for the list of finding groups."""
_LISTED: Final = 500
_TEXT: Final = 400


class FindingGroup(NamedTuple):
    """Records with the same finding: its name, what it means, and a line for each of the first records."""

    name: str
    words: str
    rows: tuple[int, ...]
    lines: list[TableLine]


@dataclass(frozen=True, eq=False)
class GroupedFindings:
    """The non-empty groups, and the known tags that are not in the tag set with their numbers of records."""

    workspace: Workspace
    groups: tuple[FindingGroup, ...] = ()
    unknown_tags: tuple[tuple[str, int], ...] = ()
    covered: str = ""
    """Describes the inspected part of the table; empty if all records were inspected."""

    @property
    def headline(self) -> str:
        """Text of the notification; empty without findings."""
        found = [(group.name, len(group.rows)) for group in self.groups]
        if self.unknown_tags:
            found.append((tr("Known tags that are not in the tag set"), len(self.unknown_tags)))
        things = ", ".join(f"{in_sentence(name)} ({count:,})" for name, count in found)
        return tr("Found in the table: {things}.", things=things) if found else ""


class ImportReportDialog(ContextDialog):
    """Lists the import findings by group and maps known tags to the tag set. The dialog is not modal.

    Signals: `record_requested(row)`; `records_requested(rows, words)`; `rescanned(found)` with the findings
    in all records, after only a sample had been inspected.
    """

    record_requested = Signal(object)
    rescanned = Signal(object)
    records_requested = Signal(object, str)

    def __init__(self, context: AppContext, found: GroupedFindings) -> None:
        super().__init__(context, tr("Import report"), SIZE)
        self._found = found
        self._unknown = dict(found.unknown_tags)
        self._checking = Lane(self, context.jobs)
        self._words = MutedLabel(context.theme)
        self.groups = LineTable(context.theme, tr("Findings"), _GROUPS)
        self.findings = LineTable(context.theme, tr("Records"), _FINDINGS)
        self.tags = LineTable(context.theme, tr("Known tags that are not in the tag set"), _TAGS)
        self.target = QComboBox()
        self.target.setAccessibleName(tr("Target tag"))
        self.map = QPushButton(tr("&Map to"))
        self.map.setToolTip(tr("Decide this tag for all records with the known tag; can be undone"))
        self.add = QPushButton(tr("&Add to the tag set"))
        self._tag_part = QWidget()
        self._tag_part.setObjectName("known_tags")
        self.show_them = QPushButton(tr("&Show in the table"))
        self.covered = MutedLabel(context.theme)
        self.all = QPushButton()
        self._close = self.close_button()
        self._lay_out()
        self.groups.chosen.connect(self._show_group)
        self.findings.opened.connect(self.record_requested)
        self.tags.chosen.connect(self._enable)
        self.map.clicked.connect(self._map)
        self.add.clicked.connect(self._add)
        self.show_them.clicked.connect(self._ask_for_group)
        self.all.clicked.connect(self._check_all)
        self._checking.ended.connect(self._show_coverage)
        context.session.closed.connect(self.reject)
        self._show(found)

    def follow(self, inspection: Operation) -> None:
        """Show the progress of an inspection that is about to run, then its findings.

        It goes on when the dialog is closed, because the window counts the findings too.
        """
        inspection.progress(self._show_followed).success(self._show)
        inspection.ended(self._show_coverage).failed.connect(self.reject)
        self._show_followed(0.0)
        if not self._found.groups:
            self._words.clear()

    @Slot(float)
    def _show_followed(self, fraction: float) -> None:
        self.covered.setText(tr("Checking the records: {share:.0%}", share=fraction))
        self.covered.show()
        self.all.hide()

    @Slot()
    def _ask_for_group(self) -> None:
        group: FindingGroup | None = self.groups.current
        if group is not None:
            self.records_requested.emit(group.rows, in_sentence(group.name))

    @Slot(object)
    def _show(self, found: GroupedFindings) -> None:
        self._found = found
        self._unknown = dict(found.unknown_tags)
        self.groups.show_lines(
            [TableLine((each.name, format_number(len(each.rows))), each) for each in found.groups]
        )
        self._fit_groups()
        self._show_coverage()
        self._show_tags()

    def _fit_groups(self) -> None:
        """Give the groups the width of their names and the rest to the findings; or show them below."""
        measure = self.groups.fontMetrics()
        names = (measure.horizontalAdvance(each.name) for each in self._found.groups)
        counts = max(map(measure.horizontalAdvance, (_COUNT, _GROUPS[1].name)))
        wanted = max(names, default=0) + counts + 10 * GAP
        if wanted > _MOST_OF_WIDTH * self.width():
            self._halves.setOrientation(Qt.Orientation.Vertical)
            self._halves.setSizes([self.height() // 3, self.height()])
        else:
            self._halves.setOrientation(Qt.Orientation.Horizontal)
            self._halves.setSizes([wanted, self.width() - wanted])

    @Slot()
    def _show_coverage(self) -> None:
        self.covered.setText(self._found.covered)
        self.all.setText(tr("&Check all records"))
        for part in (self.covered, self.all):
            part.setVisible(bool(self._found.covered))

    @Slot()
    def _check_all(self) -> None:
        """Start the inspection of all records, or stop it if it is running."""
        model = self._session.base
        if self._checking.is_running:
            self._checking.cancel()
            self._show_coverage()
        elif model is not None:
            self.all.setText(tr("S&top"))
            Operation(find_and_group, self._jobs.worker, self._workspace, model).progress(
                self._show_progress
            ).success(self._show).success(self.rescanned).run(self._checking)

    @Slot(float)
    def _show_progress(self, fraction: float) -> None:
        self.covered.setText(tr("Checking all records: {share:.0%}", share=fraction))

    @Slot(object)
    def _show_group(self, group: FindingGroup | None) -> None:
        self.show_them.setEnabled(group is not None)
        if group is None:
            self._words.setText(tr("No findings."))
            self.findings.show_lines([])
            return
        shown, last = len(group.lines), _FINDINGS[-1]
        more = tr(" Showing the first {count:,}.", count=shown) if len(group.rows) > shown else ""
        self._words.setText(f"{group.words}{more}")
        sample = max(last.sample, *(line.cells[2] for line in group.lines), key=len)
        self.findings.show_lines(group.lines, (*_FINDINGS[:-1], replace(last, sample=sample)))

    def _show_tags(self) -> None:
        self._tag_part.setVisible(bool(self._unknown))
        chosen = self.target.currentText()
        self.target.clear()
        self.target.addItems([tag.name for tag in self._workspace.tag_set.tags])
        self.target.setCurrentIndex(max(0, self.target.findText(chosen)))
        self.tags.show_lines(
            [TableLine((name, format_number(count)), name) for name, count in self._unknown.items()]
        )
        fit_height(self.tags, min(len(self._unknown), _MOST_TAGS))

    @Slot()
    def _enable(self) -> None:
        can = self.tags.current is not None and not self._workspace.read_only
        self.map.setEnabled(can and self.target.count() > 0)
        self.add.setEnabled(can)

    @Slot()
    def _map(self) -> None:
        known = self.tags.current
        self._run(
            Operation(map_tag, self._workspace, known, self.target.currentText()).success(self._report_mapped)
        )

    @Slot()
    def _add(self) -> None:
        known = self.tags.current
        self._run(Operation(add_tags, self._workspace, (known,)).success(self._report_added))

    def _run(self, job: Operation) -> None:
        self._tag_part.setEnabled(False)  # one known tag at a time
        job.success(self._session.publish)  # also if the dialog has been closed
        job.ended(self._end_change).run(self._jobs)

    @Slot()
    def _end_change(self) -> None:
        self._tag_part.setEnabled(True)

    @Slot(object)
    def _report_mapped(self, change: Change) -> None:
        self._remove_current(
            tr_plural(
                "{n:,} record with the known tag {known} decided.",
                "{n:,} records with the known tag {known} decided.",
                0 if change.rows is None else len(change.rows),
                known=self.tags.current,
            )
        )

    @Slot()
    def _report_added(self) -> None:
        self._remove_current(tr("{known} was added to the tag set.", known=self.tags.current))

    def _remove_current(self, words: str) -> None:
        del self._unknown[self.tags.current]
        self._notifications.success(words, tr("This can be undone."))
        self._show_tags()

    def _lay_out(self) -> None:
        right = QWidget()
        vbox(self._words, (self.findings, 1), parent=right, margins=(GAP, 0, 0, 0), spacing=GAP)
        self._halves = halves = QSplitter()
        halves.addWidget(self.groups)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        vbox(
            heading(tr("Known tags that are not in the tag set")),
            self.tags,
            hbox(self.map, self.target, GROUP, self.add, STRETCH, spacing=GAP),
            parent=self._tag_part,
            margins=0,
            spacing=GAP,
        )
        for button in (self.map, self.add):
            button.setAutoDefault(False)
        below = button_row(self.all, self.show_them, self._close)
        dialog_column(self, (halves, 1), GAP, self._tag_part, GAP, self.covered, below)

    def done(self, result: int) -> None:
        self._checking.cancel()
        super().done(result)


def find_and_group(
    progress: Progress,
    worker: ProcessPool,
    workspace: Workspace,
    model: LinearModel,
    at_most: int | None = None,
) -> GroupedFindings:
    """Inspect all records, or a random sample of `at_most` records, in the worker process."""
    from mltag_desktop.core.learning.tag_checks import MOST, QUICK, check_known_tags
    from mltag_desktop.core.workspace.import_findings import inspect

    part = SubProgress(progress, 0.0, 0.5)
    found = worker.short_call(part, inspect, workspace, model, at_most)
    most, part = MOST if at_most is None else QUICK, SubProgress(progress, 0.5, 1.0)
    of_tags = worker.short_call(part, check_known_tags, workspace, model, most)
    return grouped_findings(workspace, found, of_tags)


def grouped_findings(
    workspace: Workspace, findings: "ImportFindings", of_tags: "KnownTagFindings | None" = None
) -> GroupedFindings:
    """Return the findings in groups; `of_tags` are those about the tags of a column."""
    found = [*_groups(findings), *(_tag_groups(of_tags) if of_tags else ())]
    groups = tuple(_group(workspace, *each) for each in found if each[2])
    partly = []
    if findings.looked_at < findings.total:
        partly.append(
            tr(
                "{some:,} of {total:,} records were checked (random sample). Duplicates, empty texts and "
                "known tags were checked in all records.",
                some=findings.looked_at,
                total=findings.total,
            )
        )
    if of_tags is not None and of_tags.is_quick:
        partly.append(_searched(of_tags))
    return GroupedFindings(workspace, groups, tuple(findings.unknown_tags.items()), " ".join(partly))


def add_tags(progress: Progress, workspace: Workspace, names: tuple[str, ...]) -> Change:
    """Add known tags to the tag set."""
    return workspace.tag_set.set([*workspace.tag_set.tags, *names])


def map_tag(progress: Progress, workspace: Workspace, known: str, tag: str) -> Change:
    """Decide `tag` for all undecided records with the known tag `known`, as one undo step."""
    column = workspace.table.mapping.tag
    rows = np.empty(0, np.int64)
    if column is not None:
        codes = column_codes(progress, workspace, column)
        wanted = [number for number, cell in enumerate(codes.cells) if cell.strip() == known]
        is_open = workspace.states().decided[: len(codes.numbers)] < 0
        rows = np.flatnonzero(np.isin(codes.numbers, wanted) & is_open).astype(np.int64)
    return workspace.decisions.decide(rows, tag, f"known tag {known}")


_Found = tuple[str, str, list[tuple[int, str]]]
"""The name of a group, what it means, and each of its rows with a description."""


def _groups(found: "ImportFindings") -> list[_Found]:
    languages = [LANGUAGES.get(code, code) for code in found.main_languages]
    main = translate_core_message(listed(languages, quoted=False)) if languages else ""
    return [
        (tr("Duplicate texts"), tr("An earlier record has the same text."),
         [(row, tr("same as record {record:,}", record=first + 1))
          for first, *rest in found.duplicates for row in rest]),
        (tr("Near-duplicate texts"), tr("An earlier record has nearly the same text."),
         [(row, tr("almost the same as record {record:,}", record=first + 1))
          for first, *rest in found.near for row in rest]),
        (tr("Holdout records"),
         tr("These records are also in the evaluation data. A good score on them means little."),
         _all(found.in_holdout, tr("in the holdout"))),
        (tr("Training records"),
         tr("These records are also in the training data. The model has already seen their tags."),
         _all(found.in_training, tr("in the training data"))),
        (tr("Empty texts"), tr("There is no text to classify."), _all(found.empty, tr("empty"))),
        (tr("Very short texts"), tr("Much shorter than the others."), _all(found.short, tr("short"))),
        (tr("Very long texts"), tr("Much longer than the others."), _all(found.long, tr("long"))),
        (tr("Other languages"), tr("Most of the other texts are in {languages}.", languages=main),
         [(row, LANGUAGES.get(code, code)) for row, code in found.languages]),
        (tr("Rare tags"),
         tr("A model needs at least {fewest} records of a tag to learn it.", fewest=FEWEST),
         [(row, tag) for tag, rows in found.rare for row in rows.tolist()]),
        (tr("Uneven sampling"), tr("A model may learn the time or the source instead of the topic."),
         [(row, uneven_in_words(share)) for share in found.uneven for row in share.rows]),
    ]  # fmt: skip


def _all(rows: RowArray, finding: str) -> list[tuple[int, str]]:
    """Return the same finding for each row."""
    return [(row, finding) for row in rows.tolist()]


def _tag_groups(found: "KnownTagFindings") -> list[_Found]:
    """Return the groups of records whose known tag may be wrong."""
    against = []
    for one in found.contradictions:
        first = {tag: place for place, tag in reversed([*enumerate(one.tags)])}
        for row, tag in zip(one.rows, one.tags, strict=True):
            other = next(place for own, place in first.items() if own != tag)
            words = tr(
                "{tag}; record {record:,} is {other}",
                tag=tag,
                record=one.rows[other] + 1,
                other=one.tags[other],
            )
            against.append((row, words))
    doubts = [
        (
            doubt.row,
            tr(
                "{tag}, looks like {likelier} ({confidence:.0%})",
                tag=doubt.decided,
                likelier=doubt.likelier,
                confidence=doubt.confidence,
            ),
        )
        for doubt in found.doubts
    ]
    explained = tr("A model trained on the other records expects another tag. The most doubtful come first.")
    if found.is_sample:
        explained = f"{explained} {_searched(found)}"
    contradiction = tr("Another record has the same text and another tag. One of them is wrong.")
    return [
        (tr("Contradicting tags"), contradiction, against),
        (tr("Doubtful tags"), explained, doubts),
    ]


def _searched(found: "KnownTagFindings") -> str:
    return tr(
        "{some:,} of {total:,} tagged records were searched for wrong tags (random sample).",
        some=found.searched,
        total=found.tagged,
    )


def uneven_in_words(share: UnevenShare) -> str:
    """Return how much more frequent a tag is with a value of a column."""
    return tr(
        "{tag}: {inside:.0%} with {column} {value}, {outside:.0%} otherwise",
        tag=share.tag,
        inside=share.inside,
        column=share.column,
        value=share.value,
        outside=share.outside,
    )


def _group(workspace: Workspace, name: str, words: str, found: list[tuple[int, str]]) -> FindingGroup:
    rows = tuple(row for row, _ in found)
    texts = workspace.table.texts(rows[:_LISTED])
    lines = [
        TableLine((format_number(row + 1), text[:_TEXT], finding), row)
        for (row, finding), text in zip(found, texts, strict=False)
    ]
    return FindingGroup(name, words, rows, lines)
