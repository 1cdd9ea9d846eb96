"""What the window's parts share: the open workspace, the current model, the curator."""

import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.change_kind import ChangeKind

if TYPE_CHECKING:  # both bring numpy, which waits until the first window is painted
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
    from mltag_desktop.core.workspace.types import Change, RecordView, States
    from mltag_desktop.core.workspace.views.threshold_fallback import Fallback
    from mltag_desktop.core.workspace.workspace import Workspace

_OF_REVIEW = ChangeKind.REVIEW | ChangeKind.TAGS | ChangeKind.MODELS | ChangeKind.RECORDS | ChangeKind.MAPPING


class Session(QObject):
    """The open workspace and the model that answers in it; made once and passed to who needs it.

    Signals: `opened(workspace)` and `closed()`; `changed(change)` for every `Change` of the open
    workspace, on the GUI thread; `model_changed(model)`; `past_changed()` when a past state is shown, or the
    present one again.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)
    model_changed = Signal(object)
    past_changed = Signal()
    _published = Signal(object, object)

    def __init__(self, curator: str | None = None) -> None:
        super().__init__()
        self.curator = curator or user_name()
        self._review_default = DEFAULT_REVIEW_THRESHOLD
        self._review: ReviewThresholds | None = None
        self._fallback: Fallback | None = None
        self._workspace: Workspace | None = None
        self.past: States | None = None
        """What is shown instead of the present state, for reading only."""
        self._model: LinearModel | None = None
        self._base: LinearModel | None = None
        self._published.connect(self._pass_change)

    def sign_as(self, curator: str) -> None:
        """Write this name beside decisions from now on; empty for the name of the login."""
        self.curator = curator or user_name()
        if self._workspace is not None:
            self._workspace.sign_as(self.curator)

    @property
    def review_below(self) -> "ReviewThresholds":
        """Below which confidence a person is asked in the open workspace, and what stays in review."""
        if self._review is None:
            from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds

            default, workspace = self._review_default, self._workspace
            self._review = (
                ReviewThresholds(default) if workspace is None else workspace.thresholds.below(default)
            )
            if self._fallback is not None:
                self._review = self._review.keeping(self._fallback.limits.kept)
        return self._review

    @property
    def fallback(self) -> "Fallback | None":
        """How the review queue goes by an earlier model, until the active confidence is measured."""
        return self._fallback

    def set_fallback(self, found: "Fallback | None", workspace: "Workspace") -> None:
        """Let the review queue of `workspace` go by an earlier model, too, or by the active one alone.

        Does nothing for one that was closed meanwhile.
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
        """Ask a person below `confidence` wherever a workspace says nothing else."""
        self._review_default, self._review = confidence, None

    @property
    def workspace(self) -> "Workspace | None":
        """The open workspace."""
        return self._workspace

    @property
    def model(self) -> "LinearModel | None":
        """The model that answers in the open workspace; None until it is loaded."""
        return self._model

    @property
    def base(self) -> "LinearModel | None":
        """The model that the program came with; None until it is loaded."""
        return self._base

    @property
    def states(self) -> "States | None":
        """What is shown of the open workspace: its present state, or the past one that is looked at."""
        if self.past is not None:
            return self.past
        return self._workspace.states() if self._workspace is not None else None

    def look_at(self, past: "States | None") -> None:
        """Show a past state of the open workspace for reading; None for the present one."""
        if self._workspace is not None and past is not self.past:
            self.past = past
            self.past_changed.emit()

    def leave_past(self) -> None:
        """Show the present state."""
        self.look_at(None)

    def as_shown(self, record: "RecordView") -> "RecordView":
        """Return a record as it stood in the state that is shown."""
        past = self.past
        if past is None or record.row >= past.count:
            return record
        code = int(past.decided[record.row])
        return record._replace(
            status=type(record.status)(int(past.status[record.row])),
            decided=past.tag_names[code] if code >= 0 else None,
            also=(),
            note="",
            marks=type(record.marks)(int(past.marks[record.row]) if len(past.marks) else 0),
        )

    def facts(self) -> dict[str, str]:
        """Say what is open, for a report of an error: no content of it."""
        return {
            "records": str(self.workspace.table.count) if self.workspace else "none open",
            "model": self.model.version if self.model else "none",
        }

    def set_workspace(self, workspace: "Workspace") -> None:
        """Make `workspace` the open one; the one before is the caller's to close."""
        self.leave_past()
        self._workspace, self._review, self._fallback = workspace, None, None
        self.opened.emit(workspace)

    def clear_workspace(self) -> None:
        """Have no workspace open."""
        if self._workspace is not None:
            self.leave_past()
            self._workspace = self._review = self._fallback = None
            self.closed.emit()

    def set_base(self, model: "LinearModel") -> None:
        """Keep the bundled model; it answers as long as no other does."""
        self._base = model
        if self._model is None:
            self.set_model(model)

    def set_model(self, model: "LinearModel") -> None:
        """Let `model` answer from now on."""
        self._model = model
        self.model_changed.emit(model)

    def publish(self, change: "Change", workspace: "Workspace | None" = None) -> None:
        """Tell every part of `change`; from any thread.

        A worker names the `workspace` it works on, so that a change of one closed meanwhile is dropped.
        """
        self._published.emit(workspace or self._workspace, change)

    @Slot(object, object)
    def _pass_change(self, workspace: "Workspace | None", change: "Change") -> None:
        if workspace is self._workspace and workspace is not None:
            if change.kinds & _OF_REVIEW:
                self._review = None
            self.changed.emit(change)


def _kept(fallback: "Fallback | None") -> bytes | None:
    """Return which records stay in review, in a form that compares."""
    kept = None if fallback is None else fallback.limits.kept
    return None if kept is None else kept.tobytes()


def user_name() -> str:
    """The name of who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # the last on Windows without a name in the environment
        return "curator"
