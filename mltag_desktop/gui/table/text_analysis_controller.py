"""Compares the texts of the open workspace in the worker process: similar meaning, near-duplicates."""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search.conditions import QueryTerm
from mltag_desktop.gui.runtime.worker_process import WorkerProcess
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace


class TextAnalysisController(QObject):
    """Makes what compares the texts of a workspace, and keeps what it found.

    Signals: `compared(by_encoder, read)` when the records were sorted by similarity: whether by the sentence
    encoder, and the share of the records that it has read.
    """

    compared = Signal(bool, float)

    def __init__(self, session: Session, worker: WorkerProcess) -> None:
        super().__init__()
        self._session, self._worker = session, worker
        self.uses_encoder: Callable[[], bool] = bool
        """Returns whether the sentence encoder can be used."""
        self._groups: tuple[bytes, NDArray[np.int32]] | None = None

    def of(self, workspace: "Workspace") -> "WorkspaceTexts":
        """Return what compares the texts of `workspace`, in any thread but the GUI thread."""
        return WorkspaceTexts(self, workspace)

    def similarity(self, progress: Progress, workspace: "Workspace", term: QueryTerm) -> NDArray[np.float32]:
        """Return the similarity of each record to a `~` condition; zeros until a model is loaded."""
        from mltag_desktop.core.learning.meaning.text_analysis import similarities

        model = self._session.model
        if model is None:
            return np.zeros(workspace.table.count, np.float32)
        found = self._worker.short_call(
            progress,
            similarities,
            workspace,
            model,
            term,
            uses_encoder=self.uses_encoder(),
        )
        self.compared.emit(found.by_encoder, found.read)
        return found.values

    def near_duplicates(self, progress: Progress, workspace: "Workspace") -> NDArray[np.int32]:
        """Return the group of near-duplicates of each record; -1 for none."""
        from mltag_desktop.core.learning.meaning.text_analysis import near_duplicates

        key = hashlib.blake2b(workspace.table.all_digests().tobytes()).digest()
        if self._groups is None or self._groups[0] != key:
            groups = self._worker.short_call(progress, near_duplicates, workspace)
            self._groups = key, groups
        return self._groups[1]


class WorkspaceTexts:
    """The `TextAnalyser` of one workspace."""

    def __init__(self, analysis: TextAnalysisController, workspace: "Workspace") -> None:
        self._analysis, self._workspace = analysis, workspace

    def similarity(self, progress: Progress, term: QueryTerm) -> NDArray[np.float32]:
        """Return the similarity of each record to a `~` condition."""
        return self._analysis.similarity(progress, self._workspace, term)

    def near_duplicates(self, progress: Progress) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each record; -1 for none."""
        return self._analysis.near_duplicates(progress, self._workspace)
