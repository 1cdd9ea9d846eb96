"""Import findings in groups that a dialog can list; no Qt.

The import report dialog: duplicates, leakage, unusual texts, known tags that are not in the tag set.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QWidget

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.import_findings import FEWEST, UnevenShare
from mltag_desktop.core.workspace.search.column_values import column_codes
from mltag_desktop.core.workspace.types import Change, RowArray
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import format_number, tr, tr_plural
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP

if TYPE_CHECKING:
    from mltag_desktop.core.learning.tag_checks import KnownTagFindings
    from mltag_desktop.core.workspace.import_findings import ImportFindings

_LISTED: Final = 500
LANGUAGES: Final = {
    "ar": tr("Arabic"), "bg": tr("Bulgarian"), "bn": tr("Bengali"), "cs": tr("Czech"), "da": tr("Danish"),
    "de": tr("German"), "el": tr("Greek"), "en": tr("English"), "es": tr("Spanish"), "fa": tr("Persian"),
    "fi": tr("Finnish"), "fr": tr("French"), "he": tr("Hebrew"), "hi": tr("Hindi"), "hu": tr("Hungarian"),
    "hy": tr("Armenian"), "id": tr("Indonesian"), "it": tr("Italian"), "ja": tr("Japanese"),
    "ka": tr("Georgian"), "ko": tr("Korean"), "nl": tr("Dutch"), "pl": tr("Polish"), "pt": tr("Portuguese"),
    "ro": tr("Romanian"), "ru": tr("Russian"), "sv": tr("Swedish"), "ta": tr("Tamil"), "th": tr("Thai"),
    "tr": tr("Turkish"), "uk": tr("Ukrainian"), "ur": tr("Urdu"), "vi": tr("Vietnamese"), "zh": tr("Chinese"),
}  # fmt: skip


@dataclass(frozen=True)
class RecordFinding:
    """A record in a group, with a description of the finding."""

    row: int
    text: str
    words: str


@dataclass(frozen=True)
class FindingGroup:
    """Records with the same finding: name, number, explanation (`words`), the first ones (`findings`)."""

    name: str
    inside: str
    """The name as it is written inside a sentence."""
    counted: str
    """The number of records with the name, inside a sentence."""
    count: int
    words: str
    findings: tuple[RecordFinding, ...]
    rows: tuple[int, ...]
    """All records of the group."""


@dataclass(frozen=True, eq=False)
class GroupedFindings:
    """The non-empty groups, and the known tags that are not in the tag set with their numbers of records."""

    workspace: Workspace
    groups: tuple[FindingGroup, ...]
    unknown_tags: tuple[tuple[str, int], ...]
    headline: str
    """Text of the notification; empty without findings."""
    covered: str
    """Describes the inspected part of the table; empty if all records were inspected."""


def no_findings(workspace: Workspace) -> GroupedFindings:
    """Return the findings of a workspace before it is inspected."""
    return GroupedFindings(workspace, (), (), "", "")


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
    every = [*_groups(workspace, findings), *(_tag_groups(workspace, of_tags) if of_tags else ())]
    groups = tuple(group for group in every if group.count)
    parts = [group.counted for group in groups]
    unknown = tuple(findings.unknown_tags.items())
    if unknown:
        parts.append(
            tr_plural(
                "{n:,} known tag is not in the tag set",
                "{n:,} known tags are not in the tag set",
                len(unknown),
            )
        )
    headline = tr("The table has {things}.", things=_joined(parts)) if parts else ""
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
    return GroupedFindings(workspace, groups, unknown, headline, " ".join(partly))


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


def _groups(workspace: Workspace, found: "ImportFindings") -> list[FindingGroup]:
    repeats = [
        (row, tr("same as record {record:,}", record=group[0] + 1))
        for group in found.duplicates
        for row in group[1:]
    ]
    near = [
        (row, tr("almost the same as record {record:,}", record=group[0] + 1))
        for group in found.near
        for row in group[1:]
    ]
    rare = [(row, tag) for tag, rows in found.rare for row in rows.tolist()]
    uneven = [(row, uneven_in_words(share)) for share in found.uneven for row in share.rows]
    by_language = [(row, LANGUAGES.get(code, code)) for row, code in found.languages]
    main = [LANGUAGES.get(code, code) for code in found.main_languages]
    groups = [
        (tr("Duplicate texts"), tr("duplicate texts"),
         tr_plural("{n:,} duplicate text", "{n:,} duplicate texts", len(repeats)),
         tr("An earlier record has the same text."), repeats),
        (tr("Near-duplicate texts"), tr("near-duplicate texts"),
         tr_plural("{n:,} near-duplicate text", "{n:,} near-duplicate texts", len(near)),
         tr("An earlier record has nearly the same text."), near),
        (tr("Holdout records"), tr("holdout records"),
         tr_plural("{n:,} holdout record", "{n:,} holdout records", len(found.in_holdout)),
         tr("These records are also in the evaluation data. A good score on them means little."),
         _all(found.in_holdout, tr("in the holdout"))),
        (tr("Training records"), tr("training records"),
         tr_plural("{n:,} training record", "{n:,} training records", len(found.in_training)),
         tr("These records are also in the training data. The model has already seen their tags."),
         _all(found.in_training, tr("in the training data"))),
        (tr("Empty texts"), tr("empty texts"),
         tr_plural("{n:,} empty text", "{n:,} empty texts", len(found.empty)),
         tr("There is no text to classify."), _all(found.empty, tr("empty"))),
        (tr("Very short texts"), tr("very short texts"),
         tr_plural("{n:,} very short text", "{n:,} very short texts", len(found.short)),
         tr("Much shorter than the others."), _all(found.short, tr("short"))),
        (tr("Very long texts"), tr("very long texts"),
         tr_plural("{n:,} very long text", "{n:,} very long texts", len(found.long)),
         tr("Much longer than the others."), _all(found.long, tr("long"))),
        (tr("Other languages"), tr("texts in another language"),
         tr_plural("{n:,} text in another language", "{n:,} texts in another language", len(by_language)),
         tr("Most of the other texts are in {languages}.", languages=_joined(main) if main else ""),
         by_language),
        (tr("Rare tags"), tr("records with rare tags"),
         tr_plural("{n:,} record with a rare tag", "{n:,} records with rare tags", len(rare)),
         tr("A model needs at least {fewest} records of a tag to learn it.", fewest=FEWEST), rare),
        (tr("Uneven sampling"), tr("records of a tag that depends on time or source"),
         tr_plural("{n:,} record of a tag that depends on time or source",
                   "{n:,} records of a tag that depends on time or source", len(uneven)),
         tr("A model may learn the time or the source instead of the topic."), uneven),
    ]  # fmt: skip
    return [_group(workspace, *group) for group in groups]


def _all(rows: RowArray, finding: str) -> list[tuple[int, str]]:
    """Return the same finding for each row."""
    return [(row, finding) for row in rows.tolist()]


def _tag_groups(workspace: Workspace, found: "KnownTagFindings") -> list[FindingGroup]:
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
    return [
        _group(
            workspace,
            tr("Contradicting tags"),
            tr("records with contradicting tags"),
            tr_plural(
                "{n:,} record with a contradicting tag", "{n:,} records with contradicting tags", len(against)
            ),
            tr("Another record has the same text and another tag. One of them is wrong."),
            against,
        ),
        _group(
            workspace,
            tr("Doubtful tags"),
            tr("records whose tag may be wrong"),
            tr_plural(
                "{n:,} record whose tag may be wrong", "{n:,} records whose tag may be wrong", len(doubts)
            ),
            explained,
            doubts,
        ),
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


def _group(
    workspace: Workspace, name: str, inside: str, counted: str, words: str, rows: list[tuple[int, str]]
) -> FindingGroup:
    listed = rows[:_LISTED]
    texts = workspace.table.texts([row for row, _ in listed]) if listed else []
    findings = tuple(
        RecordFinding(row, text[:400], finding) for (row, finding), text in zip(listed, texts, strict=True)
    )
    return FindingGroup(name, inside, counted, len(rows), words, findings, tuple(row for row, _ in rows))


def _joined(parts: list[str]) -> str:
    return (
        parts[0]
        if len(parts) == 1
        else tr("{things} and {last}", things=", ".join(parts[:-1]), last=parts[-1])
    )


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


class ImportReportDialog(Dialog):
    """Lists the import findings by group and maps known tags to the tag set. The dialog is not modal.

    Signals: `record_requested(row)`; `records_requested(rows, words)`; `rescanned(found)` with the findings
    in all records, after only a sample had been inspected.
    """

    record_requested = Signal(int)
    rescanned = Signal(object)
    records_requested = Signal(object, str)

    def __init__(self, context: AppContext, found: GroupedFindings) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Import report"))
        self._session = context.session
        self._jobs = context.jobs
        self._notifications = context.notifications
        self._found = found
        self._unknown = list(found.unknown_tags)
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
        self._whole: Operation | None = None
        self.covered = MutedLabel(context.theme)
        self.all = QPushButton()
        self._close = QPushButton(tr("&Close"))
        self._lay_out()
        self.groups.chosen.connect(self._show_group)
        self.findings.opened.connect(self._ask_for)
        self.tags.chosen.connect(self._enable)
        self.map.clicked.connect(self._map)
        self.add.clicked.connect(self._add)
        self.show_them.clicked.connect(self._ask_for_group)
        self.all.clicked.connect(self._ask_for_all)
        self._close.clicked.connect(self.reject)
        context.session.closed.connect(self.reject)
        fit_screen(self, SIZE)
        self._show(found)

    def follow(self, inspection: Operation) -> None:
        """Show the progress of an inspection that is about to run, then its findings.

        It goes on when the dialog is closed, because the window counts the findings too.
        """
        inspection.progress(self._show_followed).success(self._show)
        inspection.failure(self.reject).ended(self._show_coverage)
        self._show_followed(0.0, "")
        if not self._found.groups:
            self._words.clear()

    @Slot(float, str)
    def _show_followed(self, fraction: float, step: str) -> None:
        self.covered.setText(tr("Checking the records: {share:.0%}", share=fraction))
        self.covered.show()
        self.all.hide()

    @Slot()
    def _ask_for_group(self) -> None:
        group = self.groups.current
        if group is not None:
            self.records_requested.emit(group.rows, group.inside)

    @Slot(object)
    def _show(self, found: GroupedFindings) -> None:
        self._found = found
        self._unknown = list(found.unknown_tags)
        self.groups.show_lines(
            [TableLine((each.name, format_number(each.count)), each) for each in found.groups]
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
    def _ask_for_all(self) -> None:
        """Start the inspection of all records, or stop it if it is running."""
        model = self._session.base
        if self._whole is not None:
            self._whole.cancel()
        elif model is not None:
            self._whole = (
                Operation(find_and_group, self._jobs.worker, self._found.workspace, model)
                .progress(self._show_progress)
                .success(self._show)
                .success(self.rescanned)
                .failure(self._notifications.failure)
                .ended(self._handle_end)
            )
            self.all.setText(tr("S&top"))
            self._whole.run(self._jobs)

    @Slot(float, str)
    def _show_progress(self, fraction: float, step: str) -> None:
        self.covered.setText(tr("Checking all records: {share:.0%}", share=fraction))

    @Slot()
    def _handle_end(self) -> None:
        self._whole = None
        self._show_coverage()

    @Slot(object)
    def _show_group(self, group: FindingGroup | None) -> None:
        self.show_them.setEnabled(group is not None)
        if group is None:
            self._words.setText(tr("No findings."))
            self.findings.show_lines([])
            return
        more = (
            tr(" Showing the first {count:,}.", count=len(group.findings))
            if group.count > len(group.findings)
            else ""
        )
        self._words.setText(f"{group.words}{more}")
        longest = max((each.words for each in group.findings), key=len, default="")
        finding = replace(_FINDINGS[-1], sample=max(longest, _FINDINGS[-1].sample, key=len))
        self.findings.show_lines(
            [
                TableLine((format_number(each.row + 1), each.text, each.words), each.row)
                for each in group.findings
            ],
            (*_FINDINGS[:-1], finding),
        )

    def _show_tags(self) -> None:
        workspace = self._session.workspace
        self._tag_part.setVisible(bool(self._unknown) and workspace is not None)
        if workspace is None:
            return
        chosen = self.target.currentText()
        self.target.clear()
        self.target.addItems([tag.name for tag in workspace.tag_set.tags])
        self.target.setCurrentIndex(max(0, self.target.findText(chosen)))
        self.tags.show_lines([TableLine((name, format_number(count)), name) for name, count in self._unknown])
        fit_height(self.tags, min(len(self._unknown), _MOST_TAGS))

    @Slot()
    def _enable(self) -> None:
        workspace = self._session.workspace
        can = self.tags.current is not None and workspace is not None and not workspace.read_only
        can = can and not self._settling  # one known tag at a time
        self.map.setEnabled(can and self.target.count() > 0)
        self.add.setEnabled(can)

    @Slot()
    def _map(self) -> None:
        workspace, known = self._session.workspace, self.tags.current
        if workspace is not None and known is not None:
            self._run(
                Operation(map_tag, workspace, known, self.target.currentText()), known, self._report_mapped
            )

    @Slot()
    def _add(self) -> None:
        workspace, known = self._session.workspace, self.tags.current
        if workspace is not None and known is not None:
            self._run(Operation(add_tags, workspace, (known,)), known, self._report_added)

    def _run(self, job: Operation, known: str, show_result: Callable[[Change], None]) -> None:
        self._settling = known
        self.map.setEnabled(False)
        self.add.setEnabled(False)
        job.success(self._session.publish)  # also if the dialog has been closed
        job.success(show_result).failure(self._notifications.failure).ended(self._end_settling)
        job.run(self._jobs)

    @Slot(object)
    def _report_mapped(self, change: Change) -> None:
        self._remove_settled(
            tr_plural(
                "{n:,} record with the known tag {known} decided.",
                "{n:,} records with the known tag {known} decided.",
                0 if change.rows is None else len(change.rows),
                known=self._settling,
            )
        )

    @Slot(object)
    def _report_added(self, _change: Change) -> None:
        self._remove_settled(tr("{known} was added to the tag set.", known=self._settling))

    def _remove_settled(self, words: str) -> None:
        self._unknown = [each for each in self._unknown if each[0] != self._settling]
        self._notifications.success(words, tr("This can be undone."))
        self._show_tags()

    @Slot()
    def _end_settling(self) -> None:
        self._settling = ""
        self._enable()

    @Slot(object)
    def _ask_for(self, row: int | None) -> None:
        if row is not None:
            self.record_requested.emit(row)

    def _lay_out(self) -> None:
        self._settling = ""
        right = QWidget()
        vbox(self._words, (self.findings, 1), parent=right, margins=(GAP, 0, 0, 0), spacing=GAP)
        self._halves = halves = QSplitter()
        halves.addWidget(self.groups)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        tags = vbox(
            heading(tr("Known tags that are not in the tag set")),
            self.tags,
            parent=self._tag_part,
            margins=0,
            spacing=GAP,
        )
        row = hbox(self.map, self.target, GROUP, self.add, STRETCH, spacing=GAP)
        tags.addLayout(row)
        below = hbox(STRETCH, self.all, self.show_them, self._close, spacing=GAP)
        for button in (self.map, self.add, self.all, self.show_them, self._close):
            button.setAutoDefault(False)
        dialog_column(self, (halves, 1), GAP, self._tag_part, GAP, self.covered, below)

    def done(self, result: int) -> None:
        if self._whole is not None:
            self._whole.cancel()
        super().done(result)
