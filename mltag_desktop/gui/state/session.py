"""What the parts of the window share: workspace, active model, curator, and the keys of tags.

The rule which key sets which tag; every view asks it, so that a key means the same everywhere.

- A tag may have its own letter.
- Up to nine tags: the digits follow the order of the tag set.
- More tags: the digits choose among the nine likeliest tags of the current record, or, if the keys are fixed
  by the setting, the first nine of the tag set.

The context that every part of the window gets.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD, user_name
from mltag_desktop.core.workspace.types import ChangeKind
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.operations import Lane, Operations, Writer
from mltag_desktop.gui.state.actions import keys_of
from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import Theme

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.decisions.decisions import RecordDecision
    from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
    from mltag_desktop.core.workspace.decisions.threshold_fallback import Fallback
    from mltag_desktop.core.workspace.types import Change, RecordView, RowArray, RowId, States, TagInfo
    from mltag_desktop.core.workspace.workspace import Workspace

MOST_RECENT: Final = 5
"""Number of recently used tags that follow the likeliest ones in lists."""


class TagKeys:
    """The keys that set tags, and the order in which tags are listed.

    Attributes: `fixed` keeps the digits on the first nine tags of the tag set; `recent` are the tags that
    were set last, newest first.
    """

    def __init__(self) -> None:
        self.fixed = False
        self.recent: tuple[str, ...] = ()

    def note_use(self, tag: str) -> None:
        """Remember that `tag` was set."""
        self.recent = (tag, *(name for name in self.recent if name != tag))[:MOST_RECENT]

    def follows_record(self, tags: "Sequence[TagInfo]") -> bool:
        """Return whether the digits depend on the current record."""
        return len(tags) > MOST_TAG_KEYS and not self.fixed

    def order(
        self, tags: "Sequence[TagInfo]", probabilities: Mapping[str, float] | None = None
    ) -> "list[TagInfo]":
        """Return the tags in the order of a list: with digits first, then recently used, then the others."""
        if not self.follows_record(tags):
            return list(tags)
        by_probability = list(tags)
        if probabilities:
            by_probability.sort(key=lambda tag: -probabilities.get(tag.name, 0.0))
        first, rest = by_probability[:MOST_TAG_KEYS], by_probability[MOST_TAG_KEYS:]
        place = {name: number for number, name in enumerate(self.recent)}
        recent = sorted((tag for tag in rest if tag.name in place), key=lambda tag: place[tag.name])
        return [*first, *recent, *(tag for tag in rest if tag.name not in place)]

    def by_digit(
        self, tags: "Sequence[TagInfo]", probabilities: Mapping[str, float] | None = None
    ) -> "list[TagInfo]":
        """Return the tags of the digits 1 to 9, in this order."""
        return self.order(tags, probabilities)[:MOST_TAG_KEYS]

    def shown(
        self, tags: "Sequence[TagInfo]", probabilities: Mapping[str, float] | None = None
    ) -> dict[str, str]:
        """Return what is shown beside each tag that has a key: its digit, its letter or both.

        Without `probabilities`, digits that depend on the record are left out.
        """
        keys = {tag.name: tag.key.upper() for tag in tags if tag.key}
        if probabilities is None and self.follows_record(tags):
            return keys
        for number, tag in enumerate(self.by_digit(tags, probabilities), start=1):
            keys[tag.name] = f"{number} {keys[tag.name]}" if tag.name in keys else str(number)
        return keys


def letter_refusal(key: str, tag: str, tags: "Iterable[TagInfo]", changed: Mapping[str, str]) -> str:
    """Return why `tag` cannot have this letter as its key; empty if it can.

    `changed` are the shortcuts that the user changed.
    """
    if len(key) != 1 or not key.isalpha():
        return tr("A tag's key is one letter.")
    wanted = QKeySequence(key.upper())
    for command in COMMANDS:
        if any(wanted == QKeySequence(keys) for keys in keys_of(command, changed).split()):
            return tr("This key is already used by {name}.", name=command.name.rstrip("…"))
    other = next((one.name for one in tags if one.name != tag and one.key.casefold() == key.casefold()), None)
    return tr("This key is already used by {name}.", name=other) if other else ""


_OF_REVIEW = ChangeKind.REVIEW | ChangeKind.TAGS | ChangeKind.MODELS | ChangeKind.RECORDS | ChangeKind.MAPPING


class Session(QObject):
    """The open workspace and its active model.

    Signals: `opened(workspace)` and `closed()`; `changed(change)` for every `Change` of the open workspace,
    on the GUI thread; `model_changed(model)`; `past_changed()` when a past state is shown or left;
    `blind_changed()` when the predictions of other records are hidden.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)
    model_changed = Signal(object)
    past_changed = Signal()
    blind_changed = Signal()
    _published = Signal(object, object)

    def __init__(self, curator: str | None = None) -> None:
        super().__init__()
        self.curator = curator or user_name()
        self._review_default = DEFAULT_REVIEW_THRESHOLD
        self._review: ReviewThresholds | None = None
        self._fallback: Fallback | None = None
        self._workspace: Workspace | None = None
        self.tag_keys = TagKeys()
        """The key of each tag."""
        self.past: States | None = None
        """The past state that is shown read-only, or None for the present state."""
        self._past_decisions: Mapping[RowId, RecordDecision] = {}
        self._hides_checks, self._lists_checks = True, False
        self._checks: frozenset[RowId] = frozenset()
        """Records that were asked about as random checks since the table was opened."""
        self.certificate = ""
        """The note about the certificate of the open workspace in reports; empty until it is known."""
        self._model: LinearModel | None = None
        self._base: LinearModel | None = None
        self._published.connect(self._pass_change)

    def sign_as(self, curator: str) -> None:
        """Sign decisions with this name; an empty name means the login name."""
        self.curator = curator or user_name()
        if self._workspace is not None:
            self._workspace.sign_as(self.curator)

    @property
    def review_below(self) -> "ReviewThresholds":
        """The review thresholds of the open workspace."""
        if self._review is None:
            from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds

            default, workspace = self._review_default, self._workspace
            self._review = (
                ReviewThresholds(default) if workspace is None else workspace.thresholds.below(default)
            )
            if self._fallback is not None:
                self._review = self._review.with_kept(self._fallback.limits.kept)
        return self._review

    @property
    def fallback(self) -> "Fallback | None":
        """Fallback to an earlier model's review queue, until the active model's confidence is measured."""
        return self._fallback

    def set_fallback(self, found: "Fallback | None", workspace: "Workspace") -> None:
        """Use an earlier model's review queue in addition; None uses only the active model.

        Does nothing if `workspace` was closed meanwhile.
        """
        if workspace is not self._workspace:
            return
        before, self._fallback = self._fallback, found
        if _kept(before) == _kept(found):
            return
        self._review = None
        from mltag_desktop.core.workspace.types import Change

        self.publish(Change(None, ChangeKind.REVIEW), workspace)

    def set_review_default(self, confidence: float) -> None:
        """Set the review threshold for workspaces without their own threshold."""
        self._review_default, self._review = confidence, None

    @property
    def workspace(self) -> "Workspace | None":
        """The open workspace."""
        return self._workspace

    @property
    def open_workspace(self) -> "Workspace":
        """The open workspace, for what is shown only while there is one."""
        if self._workspace is None:
            raise RuntimeError("No workspace is open.")
        return self._workspace

    @property
    def model(self) -> "LinearModel | None":
        """The active model of the open workspace; None until it is loaded."""
        return self._model

    @property
    def base(self) -> "LinearModel | None":
        """The bundled base model; None until it is loaded."""
        return self._base

    @property
    def states(self) -> "States | None":
        """The displayed states of the open workspace: present or past."""
        if self.past is not None:
            return self.past
        return self._workspace.states() if self._workspace is not None else None

    def show_past(
        self, past: "States | None", decisions: "Mapping[RowId, RecordDecision] | None" = None
    ) -> None:
        """Show a past state of the open workspace and its decisions read-only; None shows the present."""
        if self._workspace is not None and past is not self.past:
            self.past, self._past_decisions = past, decisions or {}
            self.past_changed.emit()

    def leave_past(self) -> None:
        """Show the present state."""
        self.show_past(None)

    def set_hides_checks(self, *, on: bool) -> None:
        """Hide the predictions of random checks until they are answered, or show them."""
        self._hides_checks = on
        self.blind_changed.emit()

    def ask_checks(self, rows: "Iterable[RowId]") -> None:
        """Remember that these records are asked about as random checks."""
        asked = self._checks.union(rows)
        if asked != self._checks:
            self._checks = asked
            self.blind_changed.emit()

    def set_lists_checks(self, *, on: bool) -> None:
        """Set whether the random checks of the table are listed."""
        if on != self._lists_checks:
            self._lists_checks = on
            self.blind_changed.emit()

    def is_blind(self, row: "RowId") -> bool:
        """Return whether the prediction of a record is hidden: it is a random check without an answer."""
        workspace = self._workspace
        if workspace is None or not self._hides_some:
            return False
        states = workspace.states()
        if row >= states.count or states.decided[row] >= 0:
            return False
        return row in self._checks or (self._lists_checks and bool(workspace.table.audited([row])[0]))

    def seen(self, rows: "RowArray") -> "RowArray":
        """Return those of the records whose prediction is not hidden (`is_blind`)."""
        workspace = self._workspace
        if workspace is None or not self._hides_some:
            return rows
        checks = np.isin(rows, np.fromiter(self._checks, np.int64, len(self._checks)))
        if self._lists_checks:
            checks |= workspace.table.audited(rows)
        found: RowArray = rows[~checks | (workspace.states().decided[rows] >= 0)]
        return found

    @property
    def _hides_some(self) -> bool:
        """Whether the prediction of any record may be hidden."""
        return self._hides_checks and self.past is None and bool(self._checks or self._lists_checks)

    def as_shown(self, record: "RecordView") -> "RecordView":
        """Return a record with the decision that it has in the displayed state.

        The prediction of a random check is left out until it is answered.
        """
        if self.is_blind(record.row):
            return record._replace(
                predicted=None, confidence=None, probabilities={}, suggested=(), blind=True
            )
        if self.past is None:
            return record
        from mltag_desktop.core.workspace.decisions.decisions import FRESH

        then = self._past_decisions.get(record.row, FRESH)
        return record._replace(
            status=then.status,
            decided=then.decided,
            also=then.also if self._workspace is not None and self._workspace.has_several_tags else (),
            note=then.note,
            marks=then.all_marks,
        )

    def facts(self) -> dict[str, str]:
        """Return facts about the open workspace for an error report, without any of its content."""
        return {
            "records": str(self.workspace.table.count) if self.workspace else "none open",
            "model": self.model.version if self.model else "none",
        }

    def set_workspace(self, workspace: "Workspace") -> None:
        """Make `workspace` the open one; the caller closes the previous one."""
        self.leave_past()
        self._workspace, self._review, self._fallback = workspace, None, None
        self._checks, self._lists_checks = frozenset(), False
        self.certificate = ""
        if not self._uses_base(self._model):
            self._model = None  # until the workspace's own is loaded
        self.opened.emit(workspace)

    def clear_workspace(self) -> None:
        """Close the session's workspace; the caller closes the file."""
        if self._workspace is not None:
            self.leave_past()
            self._workspace = self._review = self._fallback = None
            self.certificate = ""
            self.closed.emit()

    def set_base(self, model: "LinearModel") -> None:
        """Set the base model, which is active as long as no other model is."""
        self._base = model
        if self._model is None and self._uses_base(model):
            self.set_model(model)

    def set_model(self, model: "LinearModel") -> None:
        """Set the active model."""
        self._model = model
        self.model_changed.emit(model)

    def _uses_base(self, model: "LinearModel | None") -> bool:
        """Return whether the open workspace has no active model other than the base model or `model`."""
        if self._workspace is None:
            return True
        models = self._workspace.models
        return models.active in (None, models.base, model.version if model else None)

    def publish(self, change: "Change", workspace: "Workspace | None" = None) -> None:
        """Emit `changed` on the GUI thread; callable from any thread.

        A worker passes the `workspace` that it works on, so that a change of a workspace closed meanwhile is
        dropped.
        """
        self._published.emit(workspace or self._workspace, change)

    @Slot(object, object)
    def _pass_change(self, workspace: "Workspace | None", change: "Change") -> None:
        if workspace is self._workspace and workspace is not None:
            if change.kinds & _OF_REVIEW:
                self._review = None
            self.changed.emit(change)


def _kept(fallback: "Fallback | None") -> bytes | None:
    """Return the mask of the records that stay in review as bytes, for comparison."""
    kept = None if fallback is None else fallback.limits.kept
    return None if kept is None else kept.tobytes()


@dataclass(frozen=True)
class AppContext:
    """The parts that nearly every controller needs; made once by the application."""

    theme: Theme
    session: Session
    jobs: Operations
    writer: Writer
    notifications: Notifications
    window: QWidget

    def __post_init__(self) -> None:
        """Let the window show the errors that nobody else does."""
        for runner in (self.jobs, self.writer):
            runner.unhandled.connect(self.notifications.failure)


class Follower(QObject):
    """Keeps a result in step with the open table: changes are collected, then the result is computed again.

    A subclass starts the work in `_job` by `_start`, and calls `_start_soon` for a change that matters.
    """

    def __init__(
        self, session: Session, jobs: Operations, settle: int, parent: QObject | None = None
    ) -> None:
        """Start `settle` milliseconds after a change."""
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._job = Lane(self, jobs)
        self._delay = settle
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._start)
        self._job.repeat_due.connect(self._start_soon)
        session.closed.connect(self._stop)
        session.changed.connect(self._handle_change)

    @property
    def is_running(self) -> bool:
        """Whether the result is being computed."""
        return self._job.is_running

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being computed, and nothing waits."""
        return not self._job.is_running and not self._settle.isActive()

    def _start(self) -> None:
        raise NotImplementedError

    @Slot()
    def _start_soon(self) -> None:
        """Start in a moment, unless that is due already."""
        if not self._settle.isActive():
            self._settle.start(self._delay)

    @Slot(object)
    def _handle_change(self, change: "Change") -> None:
        raise NotImplementedError

    @Slot()
    def _stop(self) -> None:
        self._settle.stop()
        self._job.cancel()


class RecordNavigator(Protocol):
    """Shows records in the table page for dialogs and controllers that know nothing of the page."""

    def show_record(self, row: int) -> None:
        """Make a record the current one, without the filter when the filter hides it."""

    def show_records(self, rows: Sequence[int], words: str) -> None:
        """Show only these records, and say in a notification which records they are."""

    def review(self) -> None:
        """Show the records to review, the least certain first."""

    def record_groups(self) -> dict[str, list[int]]:
        """Return the shown records if a filter or order is set, and several selected ones, by name."""
