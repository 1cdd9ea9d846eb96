"""Keeps the filter in sync with the table, and shows records for other parts.

Keeps filter pane, filter bar, header and the record order in sync.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.workspace.search.conditions import (
    MEANING,
    RANDOM_CHECK,
    RECORD,
    REVIEW,
    IsTerm,
    MeaningTerm,
    ProbabilityTerm,
    QueryTerm,
    SearchHits,
    meaning_of,
    probability_of,
    single_terms,
)
from mltag_desktop.core.workspace.search.query import Query, QueryProblem, parse
from mltag_desktop.core.workspace.search.table_order import Filter
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowId
from mltag_desktop.gui.filters.filter_bar import FilterBar
from mltag_desktop.gui.filters.filter_chips import FilterChip, chips_of
from mltag_desktop.gui.i18n import tr, tr_plural, translate_core_message
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.widgets.notifications import NotificationAction


class FilterController(QObject):
    """Combines the filters of all widgets into one and applies it.

    Signals: `changed()` when the filter or the sort order changes; `meaning_requested()` when the records are
    to be sorted by meaning.
    """

    changed = Signal()
    meaning_requested = Signal()

    def __init__(self, session: Session, record_order: RecordOrder, line: FilterBar, page: TablePage) -> None:
        super().__init__()
        self._session = session
        self._record_order = record_order
        self._line = line
        self._page, self._panel = page, page.filter_panel
        self._rows: tuple[int, ...] | None = None
        self._rows_words = ""
        self._saved: tuple[str, ...] = ()
        self._meaning: MeaningTerm | None = None
        self._likely: ProbabilityTerm | None = None
        """The condition by whose probability the records are sorted."""
        self._is_by_words = False
        """Whether the last sort by meaning compared words, since the encoder has not read all texts."""
        self._panel.wanted.connect(self._apply_facets)
        line.wanted.connect(self._apply_line)
        page.filter_chips.taken_off.connect(self._remove_condition)
        page.filter_chips.clear_requested.connect(self.clear)
        page.table.sort_requested.connect(self._apply_sort)
        session.opened.connect(self._start_over)
        session.closed.connect(self._start_over)
        session.changed.connect(self._handle_change)
        session.model_changed.connect(self.renew_meaning)
        record_order.text_analysis.compared.connect(self._show_compared)

    @Slot(int)
    def show_like(self, row: int) -> None:
        """Sort the records by similarity to the one in `row`; the conditions of the filter pane stay."""
        self._line.show_text(f"{MEANING}{RECORD}{row + 1}")
        self._apply()

    @Slot()
    def renew_meaning(self) -> None:
        """Sort by meaning again if words were compared, now that the encoder has read more texts."""
        if self._meaning is not None and (self._is_by_words or self._session.workspace is None):
            self._record_order.renew()

    @Slot()
    def clear(self) -> None:
        """Show all records."""
        self._rows = None
        self._panel.show_terms(())
        self._line.show_text("")
        self._apply()

    def show_rows(self, rows: Sequence[int], words: str = "") -> None:
        """Show only these records, which `words` names, until the filters are cleared; other filters end."""
        self._panel.show_terms(())
        self._line.show_text("")
        self._rows, self._rows_words = tuple(rows), words
        self._apply()

    @Slot(object)
    def toggle_facets(self, terms: tuple[QueryTerm, ...]) -> None:
        """Show only the records that match some conditions, or all again if only these are shown."""
        self._rows = None
        self._panel.show_terms(() if terms == self._panel.terms else terms)
        self._apply()

    def review_again(self) -> None:
        """Apply the filter again after the review thresholds have changed."""
        self._apply()
        self._record_order.count_again()
        self._page.table.viewport().update()

    def review(self) -> None:
        """Show the records to review, the least certain first."""
        self.clear()
        self._panel.show_terms((IsTerm(value=REVIEW),))
        self._apply()
        self.sort_by("confidence", descending=False)
        self._record_order.start_at_top()

    def show_postponed(self) -> None:
        """Show the undecided records that are skipped or marked as unsure."""
        self.clear()
        self._panel.show_terms(tuple(IsTerm(value=word) for word in ("undecided", "skipped", "unsure")))
        self._apply()
        self._page.table.setFocus()

    def sort_by(self, column: str | int | None, *, descending: bool) -> None:
        """Sort by a column of `view.order`, and show the sort order in the header."""
        sections = [n for n, shown in enumerate(self._page.model.columns) if shown.sort == column]
        self._page.table.show_sort(sections[0] if sections else -1, descending=descending)
        self._record_order.set_sort(column, descending=descending)
        self._show_likely()
        self.changed.emit()

    @Slot(object)
    def _apply_facets(self, terms: tuple[QueryTerm, ...]) -> None:
        if not terms:
            self._rows = None
            self._line.show_text("")
        self._apply()

    @Slot(str)
    def _apply_line(self, _text: str) -> None:
        self._apply()

    @Slot(int, bool)
    def _apply_sort(self, section: int, descending: bool) -> None:
        columns = self._page.model.columns
        column = columns[section].sort if 0 <= section < len(columns) else None
        self._record_order.set_sort(column, descending=descending and column is not None)
        self._show_likely()
        self.changed.emit()

    @Slot()
    def _start_over(self) -> None:
        self._rows = self._meaning = self._likely = None
        self._page.filter_chips.show_note("")
        self._panel.show_terms(())
        self._line.show_text("")
        self._page.table.show_sort(-1, descending=False)
        self._page.show_hits(SearchHits())
        self._show_chips(parse(""))

    @property
    def line(self) -> str:
        """The complete filter as a search line."""
        return " ".join([*(term.words for term in self._panel.terms), self._line.text().strip()]).strip()

    def present(self) -> tuple[str, tuple[int, ...] | None]:
        """Return the complete filter as a search line, and the rows if records were selected individually."""
        return self.line, self._rows

    def show_line(self, line: str) -> None:
        """Replace the complete filter with a search line."""
        self._rows = None
        self._panel.show_terms(())
        self._line.show_text(line)
        self._apply()

    @Slot(object)
    def show_saved(self, lines: tuple[str, ...]) -> None:
        """Show the saved filters, and whether the current filter is one of them."""
        self._saved = lines
        self._panel.show_saved(lines)
        self._show_chips(self._query())

    def _show_chips(self, query: Query) -> None:
        workspace = self._session.workspace
        chips = chips_of(self._panel.terms, query.terms, workspace.tag_set.tags if workspace else ())
        if self._rows is not None:
            words = self._rows_words
            named = (
                tr_plural("{n:,} record: {words}", "{n:,} records: {words}", len(self._rows), words=words)
                if words
                else tr_plural("{n:,} selected record", "{n:,} selected records", len(self._rows))
            )
            chips.insert(0, FilterChip(named))
        problem = problem_words(query.problems)
        self._line.mark_wrong(problem)
        self._page.filter_chips.show_chips(chips, problem, saved=self.line in self._saved)

    @Slot(object)
    def _remove_condition(self, chip: FilterChip) -> None:
        if chip.term is None:
            self._rows = None
        elif chip.is_facet:
            self._panel.show_terms([term for term in self._panel.terms if term != chip.term])
        else:
            self._line.show_text(self._query().without(chip.term))
        self._apply()

    def _query(self) -> Query:
        workspace = self._session.workspace
        known = (workspace.tag_set.tags, workspace.table.columns) if workspace else ((), ())
        return parse(self._line.text(), *known)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        """Apply the filter again when the review thresholds change."""
        if ChangeKind.REVIEW in change.kinds:
            self.review_again()

    @Slot(bool, float)
    def _show_compared(self, by_encoder: bool, read: float) -> None:
        """Say by what the records were compared."""
        workspace = self._session.workspace
        if self._meaning is None or workspace is None:
            return
        self._is_by_words = not by_encoder
        words, hint = compared_words(by_encoder, read, workspace.table.count)
        if not by_encoder and not self._record_order.text_analysis.uses_encoder():
            words = tr("Sorted by similar words; the sentence encoder is missing.")
            hint = translate_core_message(how_to_get("encoder"))
        elif not by_encoder and workspace.read_only:
            words = tr("Sorted by similar words.")
            hint = tr("The workspace is read-only, so the results of the sentence encoder cannot be saved.")
        self._page.filter_chips.show_note(words, hint)

    def _sort_by_meaning(self, wanted: MeaningTerm | None) -> None:
        """Let a new `~` condition set the order of the records, from the first one on."""
        is_new = wanted is not None and (
            self._meaning is None or (wanted.sign, wanted.value) != (self._meaning.sign, self._meaning.value)
        )
        self._meaning = wanted
        if wanted is None:
            self._page.filter_chips.show_note("")
        if is_new:
            self._is_by_words = True
            self._page.filter_chips.show_note(tr("Comparing the texts…"))
            self.sort_by(None, descending=False)
            self.meaning_requested.emit()

    def _show_likely(self) -> None:
        """Say by which probability the records are sorted."""
        if self._meaning is not None:
            return
        words = ""
        if self._likely is not None and self._record_order.sort is None:
            words = tr("Sorted by the probability of {tags}.", tags=", ".join(sorted(self._likely.tags)))
        self._page.filter_chips.show_note(words)

    def _apply(self) -> None:
        query = self._query()
        before = (self._meaning, self._likely)
        self._sort_by_meaning(meaning_of(query.terms))
        self._likely = None if self._meaning else probability_of(query.terms)
        self._show_likely()
        typed = tuple(replace(term, start=0, end=0) for term in query.terms)
        wanted = Filter(self._panel.terms + typed, self._rows, self._session.review_below)
        narrowed = bool(query.terms) or self._rows is not None
        self._panel.show_terms(self._panel.terms, narrowed=narrowed)
        self._show_chips(query)
        positive = tuple(single_terms(wanted.terms, negated=False))
        self._page.show_hits(SearchHits(positive))
        self._session.set_lists_checks(
            on=any(isinstance(term, IsTerm) and term.value == RANDOM_CHECK for term in positive)
        )
        self._record_order.set_filter(wanted)
        if (self._meaning or self._likely) and (self._meaning, self._likely) != before:
            self._record_order.start_at_top()
        self.changed.emit()


def compared_words(by_encoder: bool, read: float, count: int) -> tuple[str, str]:
    """Return in a few words, and in a sentence, by what the records were compared."""
    if by_encoder:
        words = tr("Sorted by similar meaning.")
        return words, tr("The sentence encoder compared the texts.")
    from mltag_desktop.core.learning.record_features import MOST_RECORDS  # not at start-up

    if count > MOST_RECORDS:
        words = tr("Sorted by similar words.")
        return words, tr("The sentence encoder reads at most {most:,} records.", most=MOST_RECORDS)
    words = tr(
        "Sorted by similar words; the meaning of {share:.0%} of the texts is known so far.", share=read
    )
    return words, tr("The order is updated when the sentence encoder has read all texts.")


def problem_words(problems: tuple[QueryProblem, ...]) -> str:
    """Return what is wrong with the first invalid part of the search line, and how to fix it."""
    return (
        f"{translate_core_message(problems[0].message)} {translate_core_message(problems[0].hint)}".strip()
        if problems
        else ""
    )


class TableNavigator(QObject):
    """The `RecordNavigator` of the main window."""

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        record_order: RecordOrder,
        filter_controller: FilterController,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._record_order = record_order
        self._filter_controller = filter_controller

    @Slot(int)
    def show_record(self, row: int) -> None:
        """Make a record the current one, without the filter when the filter hides it."""
        if self._page.model.place_of(row) < 0:
            self._filter_controller.clear()
            self._record_order.then_go_to(row)
        self._page.table.go_to(self._page.model.place_of(row))

    @Slot(object, str)
    def show_records(self, rows: Sequence[int], words: str) -> None:
        """Show only these records, and say in a notification which records they are."""
        self._filter_controller.show_rows(rows, words)
        self._record_order.start_at_top()
        shown = tr_plural("{n:,} record: {words}.", "{n:,} records: {words}.", len(rows), words=words)
        action = NotificationAction(tr("Show all"), self._filter_controller.clear)
        self._context.notifications.info(shown, action=action)
        self._context.window.activateWindow()

    def record_groups(self) -> dict[str, list[RowId]]:
        """Return the shown records if a filter or order is set, and several selected ones, by name."""
        groups: dict[str, list[RowId]] = {}
        page = self._page
        if not self._record_order.is_plain:
            shown = page.model.order.tolist()
            groups[tr_plural("{n:,} shown record", "{n:,} shown records", len(shown))] = shown
        selected = page.table.selected_rows().tolist()
        if len(selected) > 1:
            groups[tr_plural("{n:,} selected record", "{n:,} selected records", len(selected))] = selected
        return groups

    @Slot()
    def review(self) -> None:
        """Show the records to review, the least certain first."""
        self._filter_controller.review()
        self._page.table.setFocus()
