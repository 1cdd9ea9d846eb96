"""The page "What are the tags?": a column, a list, a model of the library, or groups of records.

The dialogs in which a tag set begins: “What are the tags?” with its four ways, and a pasted list.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.names.tag_names import is_catch_all
from mltag_desktop.core.tables.tag_cells import JSON, SINGLE, near_names
from mltag_desktop.core.workspace.decisions.known_tags import MANY_RECORDS, TagColumn, tag_column, tag_columns
from mltag_desktop.core.workspace.decisions.tag_lists import MOST_TAGS, parse_tag_list, with_added
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.curation.tag_form import choice_box
from mltag_desktop.gui.i18n import error_words, format_number, tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading, text_button
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.inputs import CheckBox, RadioButton
from mltag_desktop.gui.widgets.layout import STRETCH, PageStack, Part, dialog_column, flowing, hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.learning.record_groups import RecordGroup

_SHOWN: Final = 12


def column_words(column: TagColumn) -> str:
    """Return what a column holds: number of tags and records, the most frequent tags, other spellings."""
    shown = ", ".join(f"{tag} ({format_number(count)})" for tag, count in column.counts[:_SHOWN])
    more = tr(" and {rest:,} more", rest=column.values - _SHOWN) if column.values > _SHOWN else ""
    words = tr_plural(
        "{n:,} different tag on {records} of {all} records: {shown}",
        "{n:,} different tags on {records} of {all} records: {shown}",
        column.values,
        records=format_number(column.labelled),
        all=format_number(column.records),
        shown=shown + more,
    )
    if column.values > MOST_TAGS:
        return tr(
            "{words}. A tag set has at most {most} tags. Choose another column.",
            words=words,
            most=format_number(MOST_TAGS),
        )
    if not column.is_usable:
        return tr("{words}. These are too long to be tags. Choose another column.", words=words)
    words = words if column.is_plain else tr("{words}. Are these tags?", words=words)
    return "\n".join([words, *spelling_words(column)])


def spelling_words(column: TagColumn) -> tuple[str, ...]:
    """Return sentences about other spellings of the tags and about nearly equal names, if there are any."""
    words = []
    if column.spellings:
        other, tag = column.spellings[0]
        words.append(
            tr_plural(
                "{n:,} other spelling counts as the same tag, such as {other} for {tag}.",
                "{n:,} other spellings count as the same tags, such as {other} for {tag}.",
                len(column.spellings),
                other=other,
                tag=tag,
            )
        )
    near = near_names(tag for tag, _ in column.counts)
    if near:
        first, second = near[0]
        words.append(
            tr_plural(
                "{n:,} pair of names is nearly the same: {first} and {second}. If they are one tag, merge "
                "them (Tag › Tag set…).",
                "{n:,} pairs of names are nearly the same, such as {first} and {second}. If they are one "
                "tag, merge them (Tag › Tag set…).",
                len(near),
                first=first,
                second=second,
            )
        )
    return tuple(words)


_LIST_SIZE: Final = QSize(130 * UNIT, 100 * UNIT)
_NAMED: Final = 8
_START: Final = 40
"""Characters of the first guideline in the preview."""
HELP: Final = tr(
    "One name per line, or with commas between them. A definition may follow each name, after a colon or a "
    "tab. With a header (tag, description, keywords) the list can also be a table."
)


class TagListEdit(QWidget):
    """A field for a list of tags and a line that says what was read.

    Signals: `read(tags)` with the tags of the text, empty if it has none.
    """

    read = Signal(object)

    def __init__(self, theme: Theme, known: tuple[TagInfo, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        self.tags: tuple[TagInfo, ...] = ()
        self.edit = QPlainTextEdit(self)
        self.edit.setAccessibleName(tr("Names of the tags"))
        self.edit.setPlaceholderText(tr("card arrival\nrefund\nstolen card"))
        self.edit.setTabChangesFocus(True)
        self.setFocusProxy(self.edit)
        self.result = MutedLabel(theme, "", self)
        self.result.setAccessibleName(tr("What the list holds"))
        vbox((self.edit, 1), self.result, parent=self, margins=0, spacing=GAP)
        self.edit.textChanged.connect(self._read)
        self._read()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return self.edit.document().isEmpty()

    def set_text(self, text: str) -> None:
        """Show a list."""
        self.edit.setPlainText(text)

    @Slot()
    def _read(self) -> None:
        text = self.edit.toPlainText()
        self.tags = ()
        try:
            found = parse_tag_list(text)
        except MltagError as error:
            self.result.setText(error_words(error) if text.strip() else HELP)
        else:
            self.tags = found.tags
            self.result.setText(self._in_words(found.tags, found.repeated))
        self.read.emit(self.tags)

    def _in_words(self, tags: tuple[TagInfo, ...], repeated: int) -> str:
        names = ", ".join(tag.name for tag in tags[:_NAMED])
        if len(tags) > _NAMED:
            names += " " + tr("and {n:,} more", n=len(tags) - _NAMED)
        parts = [tr_plural("{n:,} tag: {names}.", "{n:,} tags: {names}.", len(tags), names=names)]
        described = [tag for tag in tags if tag.description]
        if described:
            name, text = described[0].name, described[0].description
            start = text if len(text) <= _START else f"{text[:_START].rstrip()}…"
            parts += [
                tr_plural("{n:,} has a guideline.", "{n:,} have a guideline.", len(described)),
                tr("That of {name}: “{start}”.", name=name, start=start),
            ]
        elif all(":" in tag.name or "：" in tag.name for tag in tags):
            parts.append(tr("The colons are read as part of the names. A tab divides name and definition."))
        if repeated:
            parts.append(tr_plural("{n:,} name is repeated.", "{n:,} names are repeated.", repeated))
        taken = {name for tag in self._known for name in (tag.name, *tag.aliases)}
        there = sum(tag.name in taken for tag in tags)
        if there:
            parts.append(tr_plural("{n:,} exists already.", "{n:,} exist already.", there))
        if len(tags) == 1 and not self._known:
            parts.append(tr("A model needs at least two tags."))
        elif not any(is_catch_all(tag.name) for tag in (*self._known, *tags)):
            parts.append(tr("Add a tag “other” if some texts may fit none of these."))
        return " ".join(parts)


class TagListDialog(Dialog):
    """Asks for a list of tags that is added to a tag set or replaces it.

    Signals: `chosen(tags)` with the new tag set.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, tags: tuple[TagInfo, ...], text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags = tags
        self.setWindowTitle(tr("Paste a list of tags"))
        self.list = TagListEdit(theme, tags, self)
        self.replaces = CheckBox(tr("Replace the present tags"), self)
        self.replaces.setVisible(bool(tags))
        self.add = PrimaryButton(theme, tr("Add tags"), self)
        buttons = button_row(text_button(tr("Cancel"), self.reject), self.add)
        dialog_column(self, (self.list, 1), self.replaces, buttons)
        self.add.clicked.connect(self._choose)
        self.list.read.connect(self._show)
        self.list.set_text(text)
        self._show(self.list.tags)
        fit_screen(self, _LIST_SIZE)
        self.list.setFocus()

    @Slot(object)
    def _show(self, tags: tuple[TagInfo, ...]) -> None:
        self.add.setEnabled(bool(tags))

    @Slot()
    def _choose(self) -> None:
        if self.list.tags:
            before = self._tags
            if self.replaces.isChecked():
                names = {tag.name for tag in self.list.tags}
                before = tuple(
                    tag for tag in before if names.intersection((tag.name, *tag.aliases))
                )  # their history, symbols and colours stay
            self.chosen.emit(with_added(before, self.list.tags))
            self.accept()


_SIZE: Final = QSize(220 * UNIT, 130 * UNIT)
_FORMS: Final = (
    (SINGLE, tr("one tag per cell")),
    (";", tr("separated by ;")),
    ("|", tr("separated by |")),
    (",", tr("separated by ,")),
    (JSON, tr("a JSON list")),
)


class TagSourcesDialog(ContextDialog):
    """Offers four ways to a tag set; nothing changes before a button is pressed.

    Signals: `column_chosen(column)`; `tags_chosen(tags)` with typed tags or groups; `library_requested()`.
    """

    column_chosen = Signal(object)
    tags_chosen = Signal(object)
    library_requested = Signal()

    def __init__(self, context: AppContext, words: str) -> None:
        """`words` says why the page is shown; empty if the user opened it."""
        super().__init__(context, tr("What are the tags?"), _SIZE)
        self._chosen: TagColumn | None = None
        self._reading, self._grouping = Lane(self, context.jobs), Lane(self, context.jobs)
        self._grouping.ended.connect(self._end_grouping)
        self._is_way_chosen = False
        """Whether the user chose a way, so that a column that is found later does not show its page."""
        self.ways = QButtonGroup(self)
        ways = vbox(spacing=GAP)
        for number, name in enumerate(
            (
                tr("A &column has them"),
                tr("I &type or paste them"),
                tr("A model of the &library"),
                tr("I &do not know yet"),
            )
        ):
            way = RadioButton(name, self)  # before the pages, since Tab follows the order of creation
            self.ways.addButton(way, number)
            ways.addWidget(way)
        ways.addStretch(1)
        self.pages = PageStack(self)
        self._add_column_page()
        self.list = TagListEdit(self._theme, (), self)
        self.take_list = self._add_page(
            tr("Use these tags"), lambda: self._finish(self.tags_chosen, self.list.tags), (self.list, 1)
        )
        self.list.read.connect(lambda tags: self.take_list.setEnabled(bool(tags)))
        about_library = MutedLabel(self._theme, tr("The model's tags become the tags of this table."), self)
        self.open_library = self._add_page(
            tr("Model library…"), lambda: self._finish(self.library_requested), about_library, STRETCH
        )
        self._add_groups_page()
        for button in (self.take_column, self.take_list, self.take_groups):
            button.setEnabled(False)
        title = heading(words or tr("Which tags do you want?"))
        title.setWordWrap(True)
        both = hbox((ways, 1), (self.pages, 3), spacing=GROUP)
        dialog_column(self, title, (both, 1), button_row(text_button(tr("Close"), self.reject)))
        self.ways.idToggled.connect(self._turn_to)
        self.ways.idClicked.connect(self._keep_way)
        self.ways.button(1).setChecked(True)
        self.ways.button(1).setFocus()
        self._read(Operation(tag_columns, self._workspace).success(self._show_columns))

    def _add_column_page(self) -> None:
        self.column = choice_box(tr("Column with tags"), (), 20)
        self.form = choice_box(tr("Several tags in a cell"), (), 20)
        for form, words in _FORMS:
            self.form.addItem(words, form)
        self.found = MutedLabel(self._theme, tr("Looking for columns with tags…"), self)
        self.column.activated.connect(lambda: self._read_as(None))
        self.form.activated.connect(lambda: self._read_as(self.form.currentData()))
        rows = QFormLayout()
        rows.setSpacing(GAP)
        rows.addRow(tr("Column"), self.column)
        rows.addRow(tr("Cells"), self.form)
        self.take_column = self._add_page(
            tr("Use these tags"),
            lambda: self._finish(self.column_chosen, self._chosen),
            rows,
            self.found,
            STRETCH,
        )

    def _add_groups_page(self) -> None:
        self.count = QSpinBox(self)
        self.count.setRange(0, 40)
        self.count.setSpecialValueText(tr("automatic"))
        self.count.setAccessibleName(tr("Number of groups"))
        self.group = text_button(tr("Group the records"), self._group_or_cancel)
        columns = (
            ColumnHeading(tr("Name of the tag"), "m" * 20),
            ColumnHeading(tr("Share"), "100%", right=True),
            ColumnHeading(tr("Words and example")),
        )
        self.table = LineTable(self._theme, tr("Groups of records"), columns)
        self.table.edited.connect(self._edit_group)
        self.state = MutedLabel(
            self._theme, tr("Records with similar texts form a group, which can become a tag."), self
        )
        caption = QLabel(tr("Number of groups"), self)
        caption.setMinimumHeight(self.count.sizeHint().height())  # in line with it
        self.take_groups = self._add_page(
            tr("Turn into tags"),
            self._choose_groups,
            flowing(caption, self.count, self.group),
            (self.table, 1),
            self.state,
        )

    def _add_page(self, words: str, run: Callable[[], None], *parts: Part) -> PrimaryButton:
        """Add a page with a button below its parts, which is its default."""
        page = QWidget(self)
        button = PrimaryButton(self._theme, words, page)
        button.clicked.connect(run)
        vbox(*parts, button_row(button), parent=page, margins=0)
        self.pages.addWidget(page)
        return button

    @Slot(int, bool)
    def _turn_to(self, place: int, on: bool) -> None:
        if on:
            self.pages.setCurrentIndex(place)
            (self.take_column, self.take_list, self.open_library, self.take_groups)[place].setDefault(True)

    @Slot()
    def _keep_way(self) -> None:
        self._is_way_chosen = True

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        if isinstance(error, MltagError):
            self.state.setText(error_words(error))
            self.found.setText(error_words(error))

    @Slot(object)
    def _show_columns(self, columns: tuple[TagColumn, ...]) -> None:
        workspace = self._workspace
        first = [column.column for column in columns]
        for place in dict.fromkeys([*first, *range(len(workspace.table.columns))]):
            self.column.addItem(workspace.table.columns[place], place)
        if not columns:
            self.found.setText(tr("No column looks like tags. Choose one to see what it holds."))
            return
        is_likely = columns[0].column == workspace.table.mapping.tag or not columns[0].is_unlikely
        if not self._is_way_chosen and self.list.is_empty and is_likely:
            has_focus = self.focusWidget() in self.ways.buttons()
            self.ways.button(0).setChecked(True)
            if has_focus:
                self.ways.button(0).setFocus()
        self._show_column(columns[0])

    def _read_as(self, form: str | None) -> None:
        self.take_column.setEnabled(False)
        read = Operation(tag_column, self._workspace, self.column.currentData(), form)
        self._read(read.success(self._show_column))

    def _read(self, operation: Operation) -> None:
        is_large = self._workspace.table.count > MANY_RECORDS
        operation.in_worker(short=True, needed=is_large).failure(self._handle_failure).run(self._reading)

    @Slot(object)
    def _show_column(self, column: TagColumn | None) -> None:
        self._chosen = column
        self.take_column.setEnabled(column is not None and column.is_usable)
        if column is None:
            self.found.setText(tr("This column is empty."))
            return
        self.column.setCurrentIndex(self.column.findData(column.column))
        self.form.setCurrentIndex(self.form.findData(column.form))
        self.found.setText(column_words(column))

    def _finish(self, way: SignalInstance, *chosen: object) -> None:
        self.accept()
        way.emit(*chosen)

    @Slot()
    def _group_or_cancel(self) -> None:
        if self._grouping.is_running:
            self._grouping.cancel()
            self._end_grouping()
            self.state.setText(tr("Cancelled."))
        else:
            self.form_groups()

    def form_groups(self) -> None:
        """Group the records in the worker process."""
        model = self._session.base
        if model is None:
            return
        from mltag_desktop.core.learning.record_groups import (
            group_records,  # imports more than the window needs
        )

        self.group.setText(tr("Cancel"))
        self.state.setText(tr("Grouping the records…"))
        Operation(group_records, self._workspace, model, self.count.value() or None).in_worker().progress(
            self._show_grouping
        ).success(self._show_groups).failure(self._handle_failure).run(self._grouping)

    @Slot(float, str)
    def _show_grouping(self, share: float, _step: str) -> None:
        self.state.setText(tr("Grouping the records… {share}", share=format_number(share, ".0%")))

    @Slot()
    def _end_grouping(self) -> None:
        self.group.setText(tr("Group the records"))

    @Slot(object)
    def _show_groups(self, groups: "tuple[RecordGroup, ...]") -> None:
        lines = []
        for group in groups:
            example = " ".join(group.examples[0].split())[:160] if group.examples else ""
            cells = (group.name, format_number(group.share, ".0%"), f"{', '.join(group.words)} – {example}")
            tips = {2: "\n".join(group.examples)}
            lines.append(TableLine(cells, group, tips=tips, edits=(group.name,), checked=True))
        self.table.show_lines(lines)
        self.state.setText(
            tr("Rename the groups. Groups with the same name become one tag; unchecked ones are dropped.")
        )
        self.take_groups.setEnabled(bool(groups))

    @Slot(int, int, object)
    def _edit_group(self, row: int, _column: int, value: str | bool) -> None:
        line = self.table.lines.lines[row]
        if isinstance(value, bool):
            self.table.lines.replace(row, replace(line, checked=value))
        else:
            name = " ".join(value.split())
            self.table.lines.replace(row, replace(line, cells=(name, *line.cells[1:]), edits=(name,)))

    @Slot()
    def _choose_groups(self) -> None:
        tags: dict[str, TagInfo] = {}
        for line in self.table.lines.lines:
            group, name = line.thing, line.cells[0]
            if name and line.checked:
                before = tags.get(name) or TagInfo(name, "", "", 0)
                tags[name] = replace(
                    before,
                    examples=(*before.examples, *group.examples),
                    keywords=tuple(dict.fromkeys((*before.keywords, *group.words))),
                )
        if tags:
            self._finish(self.tags_chosen, tuple(tags.values()))

    def done(self, result: int) -> None:
        self._reading.cancel()
        self._grouping.cancel()
        super().done(result)
