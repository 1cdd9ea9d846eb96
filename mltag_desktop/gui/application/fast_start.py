"""Shows the first page of a table while most of the program is still being imported.

A thread opens the table, reads its first records, predicts the first page and then imports the program's
code. The window shows the page as soon as it is predicted, and `Application` continues with the open table.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.table.table_model import PAGE, PageRequest, chosen_columns

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.types import RecordView, RowArray
    from mltag_desktop.core.workspace.workspace import Workspace
    from mltag_desktop.gui.document.workspace_files import OpenedSource

_PATIENCE: Final = 300
"""Milliseconds before the window shows that the table is being opened."""


class OpenedTable(NamedTuple):
    """An open table with its first records, and the bundled model."""

    source: "OpenedSource"
    model: "LinearModel"
    review: ReviewThresholds
    order: "RowArray"
    records: "list[RecordView]"


class FastStart(QObject):
    """Opens a table in a thread after the first paint.

    Attributes: `page` is set by `start`; `found` is the open table, or None if there is nothing to show.
    Signals: `shown()` when the first records are painted; `ended()`, always, when the program's code has been
    imported.
    """

    shown = Signal()
    ended = Signal()
    _came = Signal(object)

    page: TablePage

    def __init__(self, window: MainWindow, load_program: Callable[[], object]) -> None:
        """`load_program` imports the rest of the program; it is called in the thread."""
        super().__init__(window)
        self._window, self._load_program = window, load_program
        self._name = ""
        self._closes = False
        self._is_drawn = threading.Event()
        self._thread = threading.Thread()
        self.found: OpenedTable | None = None
        self._came.connect(self._show)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._say_opening)
        self.ended.connect(self._timer.stop)

    def start(self, path: Path, review_below: float, curator: str, data_folder: Path) -> None:
        """Open `path` in a thread and build the page meanwhile.

        If opening fails, nothing is shown, and `Application` opens the file again and reports the error.
        Predictions below `review_below` are marked for review.
        """
        self._name = path.name
        look = partial(first_look, path, review_below, curator, data_folder)
        self._thread = threading.Thread(target=self._work, args=(look,), daemon=True)
        self._thread.start()
        default = ReviewThresholds(review_below)
        self.page = TablePage(
            self._window.theme, lambda: self.found.review if self.found else default, self._window
        )
        self._timer.start()

    def stop(self) -> None:
        """Close the table if the window closes before the program is loaded."""
        self._closes = True
        self._timer.stop()
        self._is_drawn.set()
        self._thread.join()
        if self.found is not None:
            self.found.source.workspace.close()

    def hand_over_table(self) -> OpenedTable | None:
        """Hand the opened table over to the caller, who closes it."""
        found, self.found = self.found, None
        return found

    def _work(self, look: Callable[[], OpenedTable | None]) -> None:
        try:
            self.found = look()
        except BaseException:  # noqa: BLE001 - the program opens it again and reports the error
            self.found = None
        if self.found is not None:
            self._came.emit(self.found)
            self._is_drawn.wait()  # import only after the paint: both need the GIL
        try:
            if not self._closes:
                self._load_program()
        finally:
            self.ended.emit()

    @Slot(object)
    def _show(self, found: OpenedTable) -> None:
        page, first = self.page, found.order[:PAGE]
        page.model.open(found.source.workspace)
        page.table.show_order(found.order)
        page.model.put_page(PageRequest(0, first, found.order), found.records)
        page.table.show_source_columns(chosen_columns(found.source.workspace))
        self._show_page()
        page.table.empty_state.hide()
        page.table.setFocus()
        page.table.viewport().repaint()
        self.shown.emit()
        self._is_drawn.set()

    @Slot()
    def _say_opening(self) -> None:
        if self.found is None and self._thread.is_alive():
            self.page.table.empty_state.say(
                tr("Opening {name}", name=self._name), tr("The first records will appear in a moment.")
            )
            self._show_page()

    def _show_page(self) -> None:
        self._window.keep_room(for_bars=True)
        self._window.show_file(self._name)
        self._window.show_page(self.page)


def first_look(path: Path, review_below: float, curator: str, data_folder: Path) -> OpenedTable | None:
    """Open a table or workspace, read its first records and predict the first page.

    `review_below` is the review threshold unless the workspace has one. Returns None if the table's dialect
    is uncertain or it has no records; `source.pending` is the rest of the import. Raises `MltagError` if the
    file cannot be read.
    """
    from mltag_desktop.core.model.bundle import bundled_index

    loading = threading.Thread(target=_load_model, name="mltag model")  # reading and hashing release the GIL
    loading.start()
    try:
        from mltag_desktop.core.progress import SILENT
        from mltag_desktop.gui.document.workspace_files import UncertainTable, open_source

        source = open_source(SILENT, path, curator, bundled_index().manifest.tags, data_folder)
        return None if isinstance(source, UncertainTable) else _tagged(source, loading, review_below)
    finally:
        loading.join()


def _load_model() -> None:
    """Load the bundled model; an error is raised again when it is used."""
    from mltag_desktop.core.model.bundle import bundled
    from mltag_desktop.core.model.off_topic import off_topic_filter

    with suppress(MltagError):
        off_topic_filter(bundled())  # `is_unlike` needs it


def _tagged(source: "OpenedSource", loading: threading.Thread, review_below: float) -> OpenedTable | None:
    from mltag_desktop.core.model.bundle import bundled

    workspace = source.workspace
    try:
        if source.pending is not None and not workspace.table.count:
            workspace.table.import_start(source.pending.table, source.pending.mapping)
        states = workspace.states()
        order = np.flatnonzero(~states.gone)
        if not len(order):
            workspace.close()
            return None
        loading.join()
        model = bundled()
        if workspace.models.active in (None, model.version) and not workspace.read_only:
            _tag_first(workspace, model, order[:PAGE])
        return OpenedTable(
            source,
            model,
            workspace.thresholds.below(review_below),
            order,
            workspace.table.records(order[:PAGE]),
        )
    except BaseException:
        workspace.close()
        raise


def _tag_first(workspace: "Workspace", model: "LinearModel", rows: "RowArray") -> None:
    """Predict those of `rows` that have no prediction yet, unless the table is about something else."""
    if (workspace.states().predicted[rows] >= 0).all():
        return
    from mltag_desktop.core.learning.off_topic_records import is_unlike
    from mltag_desktop.core.workspace.pending_predictions import digested

    if is_unlike(workspace, model):
        return
    for found, texts in workspace.pending_predictions.pending(model.version, size=PAGE, first=rows.tolist()):
        workspace.pending_predictions.put(found, *digested(model.predict(texts), texts))
        return
