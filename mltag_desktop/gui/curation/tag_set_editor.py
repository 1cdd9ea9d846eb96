"""Dialog to add, rename, merge, describe and reorder tags; each change is one undo step."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from mltag_desktop.core.learning.guideline import Guideline, merged_tags
from mltag_desktop.core.tables.tag_cells import near_names, spelling_key
from mltag_desktop.core.workspace.decisions.tag_guideline import (
    KeywordContradictions,
    count_contradictions,
)
from mltag_desktop.core.workspace.decisions.tag_lists import indented
from mltag_desktop.core.workspace.decisions.tag_set import all_names, merged
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import Change, ChangeKind, TagInfo
from mltag_desktop.gui.curation.guideline_button import GuidelineButton
from mltag_desktop.gui.curation.tag_form import TagForm, choice_box, field_row, text_line
from mltag_desktop.gui.curation.tag_picker import NAME_ROLE, TagNameDelegate
from mltag_desktop.gui.curation.tag_sources_dialog import TagListDialog
from mltag_desktop.gui.i18n import tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, SpokenLabel, text_button
from mltag_desktop.gui.widgets.dialog_tables import quiet_selection
from mltag_desktop.gui.widgets.dialogs import AskPath, in_font
from mltag_desktop.gui.widgets.inputs import CheckBox
from mltag_desktop.gui.widgets.layout import dialog_column, flowing, hbox, vbox
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, icon_side, row_height, widened

_SIZE: Final = QSize(210 * UNIT, 130 * UNIT)
_LIST_WIDTH: Final = 40 * UNIT
_WORDS: Final = tr(
    "Keys 1 to 9 follow this order. Renaming and merging keep the history; every step can be undone."
)
_WORDS_MANY: Final = tr(
    "With more than nine tags, the keys 1 to 9 set the record's likeliest tags. Every step can be undone."
)
_FILTERED_FROM: Final = 13
"""Number of tags from which the list has a filter."""
_INDEX: Final = Qt.ItemDataRole.UserRole
_NEW: Final = -2
"""Place of a tag that is being named."""


class TagSetEditor(ContextDialog):
    """Edits the tag set and writes each change at once.

    A new tag is written when its name is complete: Return starts the next one.

    Signals: `records_requested(tag)` to look for decided records that belong to a tag.
    """

    records_requested = Signal(str)

    def __init__(
        self, context: AppContext, shortcuts: Mapping[str, str] | None = None, **dialogs: AskPath
    ) -> None:
        """Edit the tags of the open workspace; `shortcuts` are the keys that the user changed.

        `dialogs` replace the file dialogs of `GuidelineButton`.
        """
        super().__init__(context, tr("Tags"), _SIZE)
        self._writer = context.writer
        self._counting = Lane(self, context.jobs)
        self._keys = context.session.tag_keys
        self._shortcuts = dict(shortcuts or {})
        self._tags = self._workspace.tag_set.tags
        self._chosen = 0
        """Place of the selected tag, `_NEW` while one is being named, -1 for no tag."""
        self._advice = ""
        """A message about the last new name, which stays while the next one is typed."""
        self._undoable = 0
        self.words = MutedLabel(context.theme, _WORDS, self)
        self.filter = text_line(tr("Find a tag"), tr("Find a tag"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        quiet_selection(self.list, context.theme)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setItemDelegate(TagNameDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(widened(_LIST_WIDTH, self.fontMetrics()))
        self.list.setAccessibleName(tr("Tags in key order"))
        self.form = TagForm(context.theme, self)
        self.into = choice_box(tr("Merge into"), ())
        self.merge = text_button(tr("Merge"), self._merge)
        self.records = text_button(
            tr("Find records…"),
            self._ask_for_records,
            tr("Look for decided records that belong to this tag, which was added or split off later"),
        )
        self.add = text_button(tr("Add tag"), self.start_new)
        self.paste = text_button(tr("Paste a list…"), self._paste)
        self.remove = text_button(tr("Remove"), self._remove)
        self.clear = text_button(tr("Remove all"), partial(self._replace, ()))
        self.up = text_button(tr("Up"), partial(self._move, -1))
        self.down = text_button(tr("Down"), partial(self._move, 1))
        self.undo = text_button(tr("Undo"), self._undo)
        self.guideline_file = GuidelineButton(context, self, **dialogs)
        self.several = CheckBox(tr("Several tags per record"), self)
        self.several.setToolTip(
            tr("With one tag per record, additional tags are kept, but neither shown nor used.")
        )
        self.problem = SpokenLabel(self)
        self.problem.setAccessibleName(tr("Error"))
        self.problem.setWordWrap(True)
        self._lay_out()
        self._wire()
        if 5 * self.width() < 4 * in_font(self, _SIZE).width():  # a large font on a small screen
            self.form.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._refresh()

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The current tag set, with changes that are still being written."""
        return self._tags

    @property
    def tag(self) -> TagInfo | None:
        """The selected tag; None while a new one is being named, or if the filter hides all."""
        return self._tags[self._chosen] if 0 <= self._chosen < len(self._tags) else None

    def start_new(self) -> None:
        """Put the cursor in the empty name field of a new tag."""
        committed = self._commit()
        if committed or self._chosen != _NEW:  # an edit of another tag that cannot be used is dropped
            with QSignalBlocker(self.filter):
                self.filter.clear()  # it may hide the new tag
            if self.problem.text() != self._advice:
                self.problem.clear()
            self._refresh(_NEW)
        self.form.name.setFocus()

    def _wire(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.filter.textChanged.connect(self._search)
        self.form.name.returnPressed.connect(self._name_next)
        self.form.name.list_pasted.connect(self._paste)
        self.form.edited.connect(self._commit)
        self.several.clicked.connect(self._choose_mode)
        self.guideline_file.pressed.connect(self._commit)
        self.guideline_file.read.connect(self._apply_guideline)
        self.guideline_file.reported.connect(self.problem.setText)
        self._session.changed.connect(self._handle_change)
        self._writer.failed.connect(self._reload)
        self._theme.changed.connect(self._fill)

    @Slot()
    def _search(self) -> None:
        self._commit()
        self._refresh(max(0, self._chosen))

    @Slot()
    def _fill(self) -> None:
        """Show the tags that match the filter; one of them is selected."""
        side = icon_side(self.list.fontMetrics())
        keys = self._keys.shown(self._tags)
        typed = self.filter.text().casefold().split()
        shown = [
            (place, tag)
            for place, tag in enumerate(self._tags)
            if all(word in tag.name.casefold() for word in typed)
        ]
        if self._chosen != _NEW:
            places, place = [place for place, _ in shown], min(self._chosen, len(self._tags) - 1)
            self._chosen = place if place in places else next(iter(places), -1)
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.setIconSize(QSize(side, side))
            lines = indented([tag.name for _, tag in shown])
            for (place, tag), line in zip(shown, lines, strict=True):
                tip = f"{tag.name}\n{tag.description}".strip()
                key = keys.get(tag.name, "")
                item = self._item(place, f"{_padded(key)} {line}", tip)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{key} {tag.name}".strip())
                item.setData(NAME_ROLE, line.strip())
                item.setIcon(sign_icon(tag, self._theme.colours, side))
            if self._chosen == _NEW:
                self._item(_NEW, f"{_padded('')} {tr('New tag')}", "")
        if self.list.currentItem() is not None:
            self.list.scrollToItem(self.list.currentItem())
        self.words.setText(_WORDS_MANY if self._keys.follows_record(self._tags) else _WORDS)
        self.filter.setVisible(len(self._tags) >= _FILTERED_FROM or bool(typed))

    def _item(self, place: int, text: str, tip: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(_INDEX, place)
        item.setToolTip(tip)
        item.setSizeHint(QSize(0, row_height(self.list.fontMetrics())))
        self.list.addItem(item)
        if place == self._chosen:
            self.list.setCurrentItem(item)
        return item

    @Slot()
    def _enable(self) -> None:
        tag, last, may_write = self.tag, len(self._tags) - 1, not self._workspace.read_only
        for part, is_possible in (
            (self.remove, tag is not None),
            (self.up, self._chosen > 0),
            (self.down, 0 <= self._chosen < last),
            (self.merge, tag is not None and last > 0),
            (self.clear, bool(self._tags)),
            (self.undo, self._undoable > 0),
            (self.records, tag is not None and last > 0 and may_write and self._has_decisions()),
            (self.several, may_write),
        ):
            part.setEnabled(is_possible)
        if not self._writer.running:
            self.several.setChecked(self._workspace.has_several_tags)

    def _has_decisions(self) -> bool:
        """Return whether any record is decided."""
        return bool((self._workspace.states().decided >= 0).any())

    def _refresh(self, chosen: int | None = None) -> None:
        """Show list and form, with another tag if given."""
        self._chosen = self._chosen if chosen is None else chosen
        self._fill()
        self._show()

    def _show(self) -> None:
        """Show the selected tag, and propose the most similar one to merge it into."""
        tag = self.tag
        others = [other.name for other in self._tags if other != tag]
        self.into.clear()
        self.into.addItems(others)
        if tag is not None and others:
            folded = [other.casefold() for other in others]
            (nearest,) = get_close_matches(tag.name.casefold(), folded, 1, cutoff=0.0)
            self.into.setCurrentIndex(folded.index(nearest))
        self.form.show_tag(tag, is_new=self._chosen == _NEW)
        self._enable()
        if not self._tags and self._chosen != _NEW and not self.problem.text():
            self.problem.setText(tr("There are no tags yet. Add one, or paste a list."))
        self._count_contradictions()

    @Slot()
    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is None or item.data(_INDEX) == self._chosen:
            return
        place, before, named = item.data(_INDEX), self._tags, self._chosen == _NEW
        self._commit()
        self.problem.clear()
        self._chosen = place
        if named or self._tags is not before:  # thousands of icons take half a second
            self._fill()
        self._show()

    @Slot()
    def _name_next(self) -> None:
        """Add the named tag and start the next one; Return in an empty field ends it."""
        if self._chosen != _NEW:
            self._commit()
        elif self.form.typed_name:
            self.start_new()
        else:
            self._refresh(len(self._tags) - 1)

    @Slot()
    def _commit(self) -> bool:
        """Write what was typed; return False if the name cannot be used, which stays in its field."""
        tag = self.tag
        if tag is None:
            return self._chosen != _NEW or self._commit_new()
        changed, problem = self.form.changed(tag, self._tags, self._shortcuts)
        if changed != self._tags:
            self._write(changed)
            self._fill()
            self._count_contradictions()
        if problem:
            self.problem.setText(problem)
        return not problem

    def _commit_new(self) -> bool:
        name = self.form.typed_name
        if not name:
            return True
        if name in all_names(self._tags):
            self.problem.setText(tr("The tag {name} already exists.", name=name))
            return False
        other = _same_but_for_spelling(name, self._tags)
        self._write(tag_infos([*self._tags, name]))
        if other:
            self._advice = tr(
                "{name} and {other} are nearly the same. If they are one tag, merge them.",
                name=name,
                other=other,
            )
            self.problem.setText(self._advice)
        elif self._has_decisions():
            self.problem.setText(
                tr("“Find records…” looks for decided records that belong to {name}.", name=name)
            )
        self._refresh(len(self._tags) - 1)
        return True

    def _count_contradictions(self) -> None:
        """Count the decisions that contradict the keywords of the selected tag, in the worker process."""
        self._counting.cancel()
        tag = self.tag
        if tag is not None and (tag.keywords or tag.excluded_keywords):
            Operation(count_contradictions, self._workspace, tag).in_worker(short=True).success(
                self._show_contradictions
            ).run(self._counting)

    @Slot(object)
    def _show_contradictions(self, found: KeywordContradictions) -> None:
        elsewhere = tr_plural(
            "{n:,} record with a keyword of this tag has another tag.",
            "{n:,} records with a keyword of this tag have another tag.",
            found.elsewhere,
        )
        here = tr_plural(
            "{n:,} record with this tag has a keyword against it.",
            "{n:,} records with this tag have a keyword against it.",
            found.here,
        )
        if not self.problem.text():
            self.problem.setText(" ".join([elsewhere] * bool(found.elsewhere) + [here] * bool(found.here)))

    def _merge(self) -> None:
        self._commit()
        tag, into = self.tag, self.into.currentText()
        if tag is not None and into:
            tags = merged(self._tags, tag.name, into)
            self._replace(tags, [other.name for other in tags].index(into))

    def _ask_for_records(self) -> None:
        self._commit()
        if self.tag is not None:
            self.records_requested.emit(self.tag.name)

    @Slot(str)
    def _paste(self, text: str = "") -> None:
        self._commit()
        dialog = TagListDialog(self._theme, self._tags, text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._apply_list)
        dialog.open()

    @Slot(object)
    def _apply_list(self, tags: tuple[TagInfo, ...]) -> None:
        self._replace(tag_infos(tags), min(len(self._tags), len(tags) - 1))
        if len(tags) == 1:
            self.problem.setText(tr("A model needs at least two tags."))

    @Slot(object)
    def _apply_guideline(self, guideline: Guideline) -> None:
        before = len(self._tags)
        self._replace(tag_infos(merged_tags(self._tags, guideline.tags)), max(0, self._chosen))
        self.guideline_file.store_tests(guideline)
        parts = [tr_plural("{n:,} tag added.", "{n:,} tags added.", len(self._tags) - before)]
        if guideline.tests:
            parts.append(
                tr_plural("{n:,} behaviour test read.", "{n:,} behaviour tests read.", len(guideline.tests))
            )
        self.problem.setText(" ".join(parts))

    def _remove(self) -> None:
        tag = self.tag
        if tag is not None:
            words = self._left_with(tag)
            self._replace(tuple(other for other in self._tags if other != tag), self._chosen)
            self.problem.setText(words)

    def _left_with(self, tag: TagInfo) -> str:
        """Return a message about the records that carry a tag that is being removed."""
        states = self._workspace.states()
        if tag.name not in states.tag_names:
            return tr("{name} was removed.", name=tag.name)
        code = states.tag_names.index(tag.name)
        decided = int((states.decided == code).sum())
        predicted = int(((states.decided < 0) & (states.predicted == code)).sum())
        words = tr_plural(
            "{name} was removed. {n:,} record predicted with it is to review.",
            "{name} was removed. {n:,} records predicted with it are to review.",
            predicted,
            name=tag.name,
        )
        if decided:
            words += " " + tr_plural(
                "{n:,} decided record keeps it (grey); Merge would give it another tag.",
                "{n:,} decided records keep it (grey); Merge would give them another tag.",
                decided,
            )
        return words

    def _undo(self) -> None:
        self._undoable -= 1
        self._chosen = max(0, self._chosen)
        self.problem.clear()
        self._writer.write(self._workspace.history.undo)

    @Slot(bool)
    def _choose_mode(self, several: bool) -> None:
        self._commit()
        self._writer.write(partial(self._workspace.tag_set.set, several=several))

    def _move(self, step: int) -> None:
        self._commit()
        tags, place = list(self._tags), self._chosen
        if min(place, place + step) >= 0 and max(place, place + step) < len(tags):
            tags[place], tags[place + step] = tags[place + step], tags[place]
            self._replace(tuple(tags), place + step)

    def _replace(self, tags: tuple[TagInfo, ...], chosen: int = 0) -> None:
        self._write(tags)
        self._refresh(chosen)

    def _write(self, tags: tuple[TagInfo, ...]) -> None:
        """Show these tags at once and write them in the background."""
        if not self._workspace.read_only and tags != self._tags:
            self.problem.clear()
            self._tags = tags
            self._writer.write(partial(self._workspace.tag_set.set, tags))

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.TAGS not in change.kinds:
            return
        if change.step is not None and not change.is_reversal:
            self._undoable += 1
        if not self._writer.running:
            self._reload()
        self._enable()

    @Slot()
    def _reload(self) -> None:
        """Show the tag set as it is in the workspace; a name that is being typed stays."""
        stored = self._workspace.tag_set.tags
        if stored != self._tags:
            names, tag = [tag.name for tag in stored], self.tag
            self._tags = stored
            if tag is not None and tag.name in names:
                self._chosen = names.index(tag.name)
            self._fill()
            if self._chosen != _NEW:
                self._show()

    def done(self, result: int) -> None:
        self._commit()
        self._counting.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = (self.add, self.paste, self.remove, self.clear, self.up, self.down, self.undo)
        left = vbox(self.filter, (self.list, 1), flowing(*buttons), self.several, spacing=GAP)
        self.form.rows.addRow(tr("Merge into"), field_row(self.into, self.merge))
        self.form.rows.addRow(tr("Earlier decisions"), field_row(self.records, QWidget(self)))
        both = hbox((left, 2), (self.form, 3), spacing=GROUP)
        close = text_button(tr("Close"), self.accept)
        last = hbox((self.problem, 1), GROUP, self.guideline_file, close)
        dialog_column(self, self.words, (both, 1), last)
        left_to_right = (
            *(self.filter, self.list, *buttons, self.several, *self.form.parts, self.into, self.merge),
            *(self.records, self.guideline_file, close),
        )
        for before, after in pairwise(left_to_right):
            self.setTabOrder(before, after)


def _padded(key: str) -> str:
    """Return a key in a column as wide as three digits."""
    return key.ljust(3).replace(" ", "\N{FIGURE SPACE}")


def _same_but_for_spelling(name: str, tags: Sequence[TagInfo]) -> str:
    """Return a tag whose name is `name` in another spelling, or nearly the same; empty if none."""
    key = spelling_key(name)
    return next(
        (tag.name for tag in tags if spelling_key(tag.name) == key or near_names((name, tag.name))), ""
    )
