"""Loads the active model of the open workspace into the session."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.gui.operations import Lane, Operation, Operations, without_progress
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace


class ActiveModel(QObject):
    """Loads the bundled model at the start, and the active model when a workspace opens or promotes a model.

    Signals: `failed(error)`.
    """

    failed = Signal(object)

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._job = Lane(self, jobs)
        self._loading: Operation | None = None
        session.opened.connect(self._load_if_changed)
        session.changed.connect(self._handle_change)
        session.closed.connect(self._load_if_changed)

    def load_base(self) -> None:
        """Load the bundled model."""
        self._loading = (
            Operation(without_progress(bundled)).success(self.take_base).failure(self.failed).run(self._jobs)
        )

    @Slot(object)
    def take_base(self, model: "LinearModel") -> None:
        """Use the bundled model, which is loaded."""
        self._session.set_base(model)
        self._load_if_changed()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.MODELS in change.kinds:
            self._load_if_changed()

    @Slot()
    def _load_if_changed(self) -> None:
        """Load the active model, unless the session already has it."""
        base, workspace = self._session.base, self._session.workspace
        if base is None:
            if self._loading is not None and self._loading.cancelled:  # as the jobs of a table that was left
                self.load_base()
            return
        wanted = (workspace.models.active if workspace else None) or base.version
        self._job.cancel()
        if self._session.model is not None and self._session.model.version == wanted:
            return
        if wanted == base.version or workspace is None:
            self._session.set_model(base)
            return
        if wanted == workspace.models.base:  # the program includes a newer bundled model by now
            self._session.set_model(base)
            return
        Operation(_load, workspace, wanted).success(self._session.set_model).failure(self.failed).failure(
            self._fall_back
        ).run(self._job)

    @Slot()
    def _fall_back(self) -> None:
        """Use the base model where the active one cannot be loaded."""
        if self._session.model is None and self._session.base is not None:
            self._session.set_model(self._session.base)


def _load(progress: Progress, workspace: "Workspace", version: str) -> LinearModel:
    return load_bundle(workspace.models.bundle_path(version)).own
