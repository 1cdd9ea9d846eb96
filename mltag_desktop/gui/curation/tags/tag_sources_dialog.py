"""The page "What are the tags?": a column, a list, a model of the library, or groups of records."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.tag_cells import JSON, SINGLE
from mltag_desktop.core.workspace.decisions.known_tags import MANY_RECORDS, TagColumn, tag_column, tag_columns
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.curation.tags.tag_column_words import column_words
from mltag_desktop.gui.curation.tags.tag_list_dialog import TagListEdit
from mltag_desktop.gui.i18n.translation import format_number, tr, translate_core_message
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs.check_box import RadioButton
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import STRETCH, dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.layout.flow_layout import flowing
from mltag_desktop.gui.widgets.layout.page_stack import PageStack
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT

if TYPE_CHECKING:
    from mltag_desktop.core.learning.records.record_groups import RecordGroup

_SIZE: Final = QSize(220 * UNIT, 130 * UNIT)
_FORMS: Final = (
    (SINGLE, tr("one tag per cell")),
    (";", tr("separated by ;")),
    ("|", tr("separated by |")),
    (",", tr("separated by ,")),
    (JSON, tr("a JSON list")),
)


class TagSourcesDialog(Dialog):
    """Offers four ways to a tag set; nothing changes before a button is pressed.

    Signals: `column_chosen(column)`; `tags_chosen(tags)` with typed tags or groups; `library_requested()`.
    """

    column_chosen = Signal(object)
    tags_chosen = Signal(object)
    library_requested = Signal()

    def __init__(self, context: AppContext, words: str) -> None:
        """`words` says why the page is shown; empty if the user opened it."""
        super().__init__(context.window)
        self._theme = context.theme
        self._session = context.session
        self._jobs = context.jobs
        self._chosen: TagColumn | None = None
        self._groups: tuple[RecordGroup, ...] = ()
        self._running: list[Operation] = []
        self._grouping: Operation | None = None
        self._reading: Operation | None = None
        self._is_way_chosen = False
        """Whether the user chose a way, so that a column that is found later does not show its page."""
        self.setWindowTitle(tr("What are the tags?"))
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
        self.pages = PageStack(self)
        for page in (self._column_page(), self._list_page(), self._library_page(), self._groups_page()):
            self.pages.addWidget(page)
        ways.addStretch(1)
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.reject)
        both = hbox((ways, 1), (self.pages, 3), spacing=GROUP)
        column = dialog_column(self)
        title = heading(words or tr("Which tags do you want?"))
        title.setWordWrap(True)
        column.addWidget(title)
        column.addLayout(both, 1)
        column.addLayout(button_row(close))
        self.ways.idToggled.connect(self._turn_to)
        self.ways.idClicked.connect(self._keep_way)
        fit_screen(self, _SIZE)
        self.ways.button(1).setChecked(True)
        self.ways.button(1).setFocus()
        self._find_columns()

    @property
    def groups(self) -> "tuple[RecordGroup, ...]":
        """The groups that are shown."""
        return self._groups

    def _column_page(self) -> QWidget:
        page = QWidget(self)
        self.column = self._choices(tr("Column with tags"))
        self.form = self._choices(tr("Several tags in a cell"))
        for form, words in _FORMS:
            self.form.addItem(words, form)
        self.found = MutedLabel(self._theme, tr("Looking for columns with tags…"), page)
        self.take_column = PrimaryButton(self._theme, tr("Use these tags"), page)
        self.take_column.setEnabled(False)
        self.column.activated.connect(self._read_column)
        self.form.activated.connect(self._read_form)
        self.take_column.clicked.connect(self._choose_column)
        form_layout = QFormLayout()
        form_layout.setSpacing(GAP)
        form_layout.addRow(tr("Column"), self.column)
        form_layout.addRow(tr("Cells"), self.form)
        vbox(form_layout, self.found, STRETCH, button_row(self.take_column), parent=page, margins=0)
        return page

    def _list_page(self) -> QWidget:
        page = QWidget(self)
        self.list = TagListEdit(self._theme, (), page)
        self.take_list = PrimaryButton(self._theme, tr("Use these tags"), page)
        self.take_list.setEnabled(False)
        self.list.read.connect(lambda tags: self.take_list.setEnabled(bool(tags)))
        self.take_list.clicked.connect(self._choose_list)
        vbox((self.list, 1), button_row(self.take_list), parent=page, margins=0)
        return page

    def _library_page(self) -> QWidget:
        page = QWidget(self)
        self.open_library = PrimaryButton(self._theme, tr("Model library…"), page)
        self.open_library.clicked.connect(self._ask_library)
        vbox(
            MutedLabel(self._theme, tr("The model's tags become the tags of this table."), page),
            STRETCH,
            button_row(self.open_library),
            parent=page,
            margins=0,
        )
        return page

    def _groups_page(self) -> QWidget:
        page = QWidget(self)
        self.count = QSpinBox(page)
        self.count.setRange(0, 40)
        self.count.setSpecialValueText(tr("automatic"))
        self.count.setAccessibleName(tr("Number of groups"))
        self.group = QPushButton(tr("Group the records"), page, autoDefault=False)
        columns = (
            ColumnHeading(tr("Name of the tag"), "m" * 20),
            ColumnHeading(tr("Share"), "100%", right=True),
            ColumnHeading(tr("Words and example")),
        )
        self.table = LineTable(self._theme, tr("Groups of records"), columns)
        self.table.edited.connect(self._edit_group)
        self.state = MutedLabel(
            self._theme, tr("Records with similar texts form a group, which can become a tag."), page
        )
        self.take_groups = PrimaryButton(self._theme, tr("Turn into tags"), page)
        self.take_groups.setEnabled(False)
        self.group.clicked.connect(self._group_or_cancel)
        self.take_groups.clicked.connect(self._choose_groups)
        caption = QLabel(tr("Number of groups"), page)
        caption.setMinimumHeight(self.count.sizeHint().height())  # in line with it
        vbox(
            flowing(caption, self.count, self.group),
            (self.table, 1),
            self.state,
            button_row(self.take_groups),
            parent=page,
            margins=0,
        )
        return page

    def _choices(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        return box

    @Slot(int, bool)
    def _turn_to(self, place: int, on: bool) -> None:
        if on:
            self.pages.setCurrentIndex(place)
            page = self.pages.currentWidget()
            button = page.findChild(PrimaryButton) if page is not None else None
            if button is not None:
                button.setDefault(True)

    @Slot()
    def _keep_way(self) -> None:
        self._is_way_chosen = True

    def _run(self, job: Operation) -> None:
        self._running.append(job)
        job.failure(self._handle_failure).ended(self._handle_end).run(self._jobs)

    @Slot()
    def _handle_end(self) -> None:
        self._running = [job for job in self._running if not job.is_over]
        if self._grouping is not None and self._grouping.is_over:
            self._grouping = None
            self.group.setText(tr("Group the records"))

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        if isinstance(error, MltagError):
            words = " ".join(translate_core_message(part) for part in (error.message, error.hint) if part)
            self.state.setText(words)
            self.found.setText(words)

    def _find_columns(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            found = Operation(tag_columns, workspace).success(self._show_columns)
            self._run(found.in_worker(short=True, needed=workspace.table.count > MANY_RECORDS))

    @Slot(object)
    def _show_columns(self, columns: tuple[TagColumn, ...]) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        self.column.clear()
        others = list(range(len(workspace.table.columns)))
        first = [column.column for column in columns]
        for place in [*first, *(place for place in others if place not in first)]:
            self.column.addItem(workspace.table.columns[place], place)
        if columns:
            is_likely = columns[0].column == workspace.table.mapping.tag or not columns[0].is_unlikely
            if not self._is_way_chosen and self.list.is_empty and is_likely:
                has_focus = self.focusWidget() in self.ways.buttons()
                self.ways.button(0).setChecked(True)
                if has_focus:
                    self.ways.button(0).setFocus()
            self._show_column(columns[0])
        else:
            self.found.setText(tr("No column looks like tags. Choose one to see what it holds."))

    @Slot()
    def _read_column(self) -> None:
        self._read(None)

    @Slot()
    def _read_form(self) -> None:
        self._read(str(self.form.currentData()))

    def _read(self, form: str | None) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self.take_column.setEnabled(False)
            if self._reading is not None:
                self._reading.cancel()
            self._reading = Operation(tag_column, workspace, self.column.currentData(), form)
            self._reading.in_worker(short=True, needed=workspace.table.count > MANY_RECORDS)
            self._run(self._reading.success(self._show_column))

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

    @Slot()
    def _choose_column(self) -> None:
        if self._chosen is not None:
            self.accept()
            self.column_chosen.emit(self._chosen)

    @Slot()
    def _choose_list(self) -> None:
        if self.list.tags:
            self.accept()
            self.tags_chosen.emit(self.list.tags)

    @Slot()
    def _ask_library(self) -> None:
        self.accept()
        self.library_requested.emit()

    @Slot()
    def _group_or_cancel(self) -> None:
        if self._grouping is None:
            self.form_groups()
        else:
            self._grouping.cancel()
            self.state.setText(tr("Cancelled."))

    def form_groups(self) -> None:
        """Group the records in the worker process."""
        workspace, model = self._session.workspace, self._session.base
        if workspace is None or model is None or self._grouping is not None:
            return
        from mltag_desktop.core.learning.records.record_groups import (
            group_records,  # imports more than the window needs
        )

        self.group.setText(tr("Cancel"))
        self.state.setText(tr("Grouping the records…"))
        self._grouping = job = (
            Operation(group_records, workspace, model, self.count.value() or None)
            .in_worker()
            .progress(self._show_grouping)
            .success(self._show_groups)
        )
        self._run(job)

    @Slot(float, str)
    def _show_grouping(self, share: float, _step: str) -> None:
        self.state.setText(tr("Grouping the records… {share}", share=format_number(share, ".0%")))

    @Slot(object)
    def _show_groups(self, groups: "tuple[RecordGroup, ...]") -> None:
        self._groups = groups
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
            if not name or not line.checked:
                continue
            before = tags.get(name) or TagInfo(name, "", "", 0)
            tags[name] = TagInfo(
                name,
                "",
                "",
                0,
                examples=(*before.examples, *group.examples),
                keywords=tuple(dict.fromkeys((*before.keywords, *group.words))),
            )
        if tags:
            self.accept()
            self.tags_chosen.emit(tuple(tags.values()))

    def done(self, result: int) -> None:
        for job in self._running:
            job.cancel()
        super().done(result)
