"""What the window's parts share: the open workspace, the current model, the curator."""

import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:  # both bring numpy, which waits until the first window is painted
    from mltag_desktop.core.model.linear import LinearModel
    from mltag_desktop.core.workspace.document import Workspace
    from mltag_desktop.core.workspace.review import ReviewBelow
    from mltag_desktop.core.workspace.types import Change

_OF_REVIEW = frozenset({"review", "tags"})


class Session(QObject):
    """The open workspace and the model that answers in it; made once and passed to who needs it.

    Signals: `opened(workspace)` and `closed()`; `changed(change)` for every `Change` of the open
    workspace, on the GUI thread; `model_changed(model)`.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)
    model_changed = Signal(object)
    _published = Signal(object, object)

    def __init__(self, curator: str | None = None) -> None:
        super().__init__()
        self.curator = curator or user_name()
        self._review_default = 0.80
        self._review: ReviewBelow | None = None
        self._workspace: Workspace | None = None
        self._model: LinearModel | None = None
        self._base: LinearModel | None = None
        self._published.connect(self._pass_change)

    @property
    def review_below(self) -> "ReviewBelow":
        """Below which confidence a person is asked in the open workspace."""
        if self._review is None:
            from mltag_desktop.core.workspace.review import ReviewBelow

            default = self._review_default
            self._review = (
                ReviewBelow(default) if self._workspace is None else self._workspace.review_below(default)
            )
        return self._review

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

    def set_workspace(self, workspace: "Workspace") -> None:
        """Make `workspace` the open one; the one before is the caller's to close."""
        self._workspace, self._review = workspace, None
        self.opened.emit(workspace)

    def clear_workspace(self) -> None:
        """Have no workspace open."""
        if self._workspace is not None:
            self._workspace = self._review = None
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
            if change.what & _OF_REVIEW:
                self._review = None
            self.changed.emit(change)


def user_name() -> str:
    """The name of who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "curator"
