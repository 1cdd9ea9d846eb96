"""The state that the window's parts share: the open workspace, the active model, the curator."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD, user_name
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.gui.state.tag_keys import TagKeys

if TYPE_CHECKING:  # both import numpy, which is loaded after the first paint
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.decisions.decisions import RecordDecision
    from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
    from mltag_desktop.core.workspace.types import Change, RecordView, RowId, States
    from mltag_desktop.core.workspace.views.threshold_fallback import Fallback
    from mltag_desktop.core.workspace.workspace import Workspace

_OF_REVIEW = ChangeKind.REVIEW | ChangeKind.TAGS | ChangeKind.MODELS | ChangeKind.RECORDS | ChangeKind.MAPPING


class Session(QObject):
    """The open workspace and its active model.

    Signals: `opened(workspace)` and `closed()`; `changed(change)` for every `Change` of the open workspace,
    on the GUI thread; `model_changed(model)`; `past_changed()` when a past state is shown or left.
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
        self.tag_keys = TagKeys()
        """The key of each tag."""
        self.past: States | None = None
        """The past state that is shown read-only, or None for the present state."""
        self._past_decisions: Mapping[RowId, RecordDecision] = {}
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

    def as_shown(self, record: "RecordView") -> "RecordView":
        """Return a record with the decision that it has in the displayed state."""
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
