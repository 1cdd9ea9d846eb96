"""Writes counts and durations to the log file and keeps the latest durations for the diagnostics."""

import logging
import platform
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot, qVersion

import mltag_desktop
from mltag_desktop.core.diagnostics.log_file import SafeWord, start_logging, stop_logging
from mltag_desktop.core.filesystem import user_folder
from mltag_desktop.core.settings import Settings
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.operations import Operation

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.types import Change
    from mltag_desktop.core.workspace.workspace import Workspace
    from mltag_desktop.gui.document.workspace_files import OpenedSource

_log: Final = logging.getLogger(__name__)


class ActivityLog(QObject):
    """Logs events of the program; the file is opened after the first predictions are shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.parent_window)
        self._bench, self._session = bench, bench.session
        self._file = start_logging(bench.settings_store.settings.log_level)
        self.timings: dict[str, str] = {}
        """Latest durations by action, as text."""
        self._opening = 0.0
        self._untagged_since: float | None = None
        _log.info(
            "started: version %s, Python %s, Qt %s, %s",
            SafeWord(mltag_desktop.__version__),
            SafeWord(platform.python_version()),
            SafeWord(qVersion()),
            SafeWord(platform.system()),
        )
        bench.settings_store.changed.connect(self._follow_settings)
        bench.workspace_opener.started.connect(self._note_opening)
        bench.workspace_opener.complete.connect(self._note_open)
        bench.workspace_opener.failed.connect(self._note_failure)
        bench.session.closed.connect(self._note_closed)
        bench.session.changed.connect(self._note_change)
        bench.session.model_changed.connect(self._note_model)
        bench.prediction_runner.ended.connect(self._note_predicted)
        bench.notifications.failed.connect(self._note_failure)

    @property
    def folder(self) -> Path:
        """Folder of the log file."""
        return user_folder("log")

    def begin(self) -> None:
        """Open the log file in a deferred job."""
        Operation(lambda _: self._file.begin(self.folder)).run(self._bench.jobs)

    def stop(self) -> None:
        """Write the last line and close the file."""
        _log.info("closed")
        stop_logging(self._file)

    @Slot(object)
    def _follow_settings(self, settings: Settings) -> None:
        self._file.choose(settings.log_level)

    @Slot(str)
    def _note_opening(self, _name: str) -> None:
        self._opening = self._untagged_since = time.monotonic()

    @Slot(object)
    def _note_open(self, source: "OpenedSource") -> None:
        workspace: Workspace = source.workspace
        seconds = time.monotonic() - self._opening
        self.timings["opening"] = f"{workspace.table.count:,} records in {seconds:.2f} s"
        _log.info(
            "opened %s: %d records, %d unreadable, %s, read only %s, in %.2f s",
            workspace.path,
            workspace.table.count,
            len(workspace.table.quarantined),
            SafeWord(workspace.table.dialect.form),
            workspace.read_only,
            seconds,
        )

    @Slot()
    def _note_closed(self) -> None:
        self._untagged_since = None
        _log.info("nothing is open")

    @Slot(object)
    def _note_change(self, change: "Change") -> None:
        if change.step is not None:
            count = -1 if change.rows is None else len(change.rows)
            _log.debug(
                "step %d: %s, %d records",
                change.step,
                SafeWord(", ".join(sorted(str(kind.name).lower() for kind in change.kinds))),
                count,
            )

    @Slot(object)
    def _note_model(self, model: "LinearModel") -> None:
        if self._session.workspace is not None:
            self._untagged_since = time.monotonic()
        _log.info("model %s active, %d tags", SafeWord(model.version), len(model.tags))

    @Slot()
    def _note_predicted(self) -> None:
        workspace = self._session.workspace
        if workspace is None or self._untagged_since is None or self._bench.workspace_opener.is_importing:
            return
        seconds, self._untagged_since = time.monotonic() - self._untagged_since, None
        self.timings["until all was tagged"] = f"{workspace.table.count:,} records in {seconds:.2f} s"
        _log.info("all is tagged: %d records in %.2f s", workspace.table.count, seconds)

    @Slot(object)
    def _note_failure(self, error: Exception) -> None:
        _log.warning("reported %s", error)
