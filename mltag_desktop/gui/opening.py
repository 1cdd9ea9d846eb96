"""From a path or pasted text to the open workspace: find, make, import, resume, read anew, close."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.mapping import Mapping
from mltag_desktop.core.tables.reader import PastedTable
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.jobs import Job, Jobs
from mltag_desktop.gui.session import Session
from mltag_desktop.gui.sources import Doubt, Source, import_source, open_source, pasted_source, pasted_table
from mltag_desktop.gui.words import tr
from mltag_desktop.gui.writer import Writer


class Opening(QObject):
    """Opens and closes what the session works on; one workspace at a time.

    Signals: `started(name)`; `doubtful(doubt)` when a person has to say how the table is read, with
    `open_as` or `turn_down`; `found(source)` when the workspace is there (records may still come);
    `progressed(share)` of the import; `complete(source)`; `failed(error)`; `left()` when nothing is
    open any more.
    """

    started = Signal(str)
    doubtful = Signal(object)
    found = Signal(object)
    progressed = Signal(float)
    complete = Signal(object)
    failed = Signal(object)
    left = Signal()
    _arrived = Signal(object, object)

    def __init__(self, session: Session, jobs: Jobs, writer: Writer, data_folder: Path) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._writer = writer
        self._data_folder = data_folder
        self._source: Source | None = None
        self._job: Job | None = None
        self._retired: Workspace | None = None
        self._before: Path | None = None
        self._then: Callable[[], None] | None = None
        self._is_ready = False
        self._when_ready: Callable[[], None] | None = None
        self._arrived.connect(self._take_chunk)
        jobs.idle.connect(self._go_on)

    @property
    def is_importing(self) -> bool:
        """Whether records are still being read."""
        return self._job is not None

    @property
    def source(self) -> Source | None:
        """What is open."""
        return self._source

    @Slot()
    def set_ready(self) -> None:
        """The bundled model, whose tags a new workspace gets, is loaded, or never will be."""
        self._is_ready = True
        then, self._when_ready = self._when_ready, None
        if then is not None:
            then()

    def open_path(self, path: Path) -> None:
        """Open a table or a workspace instead of what is open."""
        self.started.emit(path.name)
        if self._is_ready:
            self._leave(lambda: self._find(path, None))
        else:
            self._when_ready = lambda: self._leave(lambda: self._find(path, None))

    def take(self, source: Source) -> None:
        """Go on with a source of which a first look was taken; nothing is open before."""
        self.started.emit((source.path or source.workspace.path).name)
        self._take_source(source)

    def read_anew(self, dialect: Dialect) -> None:
        """Read the open table in another dialect; decisions made so far stay in the old workspace."""
        if self._source is not None and self._source.path is not None:
            path = self._source.path
            self.started.emit(path.name)
            self._leave(lambda: self._find(path, dialect))

    def open_as(self, path: Path, dialect: Dialect, mapping: Mapping) -> None:
        """Open a table as a person said it is read."""
        self.started.emit(path.name)
        self._leave(lambda: self._find(path, dialect, mapping))

    def turn_down(self) -> None:
        """Open nothing after all: what was open before comes back."""
        before, self._before = self._before, None
        if before is not None and before.exists():
            self.open_path(before)
        else:
            self.close()

    def open_with(self, name: str, make: Callable[..., Source], *arguments: object) -> None:
        """Open what `make(progress, *arguments)` gives, once what is open is closed."""
        self.started.emit(name)

        def go_on() -> None:
            job = Job(make, *arguments)
            job.succeeded.connect(self._take_source)
            self._run(job)

        self._leave(go_on)

    def open_pasted(self, table: PastedTable, mapping: Mapping) -> None:
        """Open a table that was pasted, as a new one."""
        where = (self._session.curator, self._tags(), self._data_folder)
        self.open_with(tr("pasted table"), pasted_table, table, mapping, *where)

    def add_texts(self, texts: Sequence[str]) -> None:
        """Append pasted texts to the open table, or to a new one."""
        workspace = self._session.workspace
        if workspace is not None:
            self._writer.write(lambda: workspace.add_texts(texts))
            return
        self.started.emit(tr("pasted text"))
        tags = self._tags()
        job = Job(pasted_source, texts, self._session.curator, tags, self._data_folder)
        job.succeeded.connect(self._show_complete)
        self._run(job)

    def set_mapping(self, mapping: Mapping) -> None:
        """Let the model read other columns."""
        workspace = self._session.workspace
        if workspace is not None:
            job = Job(lambda progress: workspace.set_mapping(mapping, progress))
            job.succeeded.connect(self._session.publish)
            job.failed.connect(self.failed)
            self._jobs.run(job)

    def close(self) -> None:
        """Close what is open."""
        self._leave(self.left.emit)
        self._before = None

    def close_now(self) -> None:
        """Close at the program's end, when every job has stopped."""
        workspace = self._session.workspace or self._retired
        self._source = None  # what still arrives is of no use
        self._session.clear_workspace()
        self._retired = None
        if workspace is not None:
            workspace.close()

    def _tags(self) -> tuple[str, ...]:
        model = self._session.base
        return model.tags if model is not None else ()

    def _leave(self, then: Callable[[], None]) -> None:
        """Let go of the open workspace once nobody works on it any more, then go on."""
        self._writer.close()
        self._then = then
        workspace = self._session.workspace
        if workspace is not None:
            self._retired = workspace
            self._before = workspace.path
        self._source = None
        self._session.clear_workspace()
        if self._retired is not None or self._job is not None:
            self._jobs.cancel_all()
        if not self._jobs.running or (self._retired is None and self._job is None):
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if self._retired is not None:
            self._retired.close()
            self._retired = None
        self._job = None
        then()

    def _find(self, path: Path, dialect: Dialect | None, mapping: Mapping | None = None) -> None:
        job = Job(open_source, path, self._session.curator, self._tags(), self._data_folder, dialect, mapping)
        job.succeeded.connect(self._take_source)
        self._run(job)

    def _run(self, job: Job) -> None:
        job.failed.connect(self._fail)
        job.ended.connect(self._end)
        self._job = job
        self._jobs.run(job)

    @Slot(object)
    def _take_source(self, source: Source | Doubt) -> None:
        if isinstance(source, Doubt):
            self.doubtful.emit(source)
            return
        if source.pending is None:
            self._show_complete(source)
            return
        self._source = source
        if source.workspace.count:
            self._session.set_workspace(source.workspace)
            self.found.emit(source)
        else:
            self._retired = source.workspace  # closed by whoever leaves before the first records came
        job = Job(import_source, source, source.pending, self._arrived.emit)
        job.progressed.connect(self._pass_progress)
        job.succeeded.connect(self._show_complete)
        self._run(job)

    @Slot(object, object)
    def _take_chunk(self, source: Source, change: Change) -> None:
        if source is not self._source:
            return
        if self._session.workspace is None:
            self._retired = None
            self._session.set_workspace(source.workspace)
            self.found.emit(source)
        self._session.publish(change, source.workspace)

    @Slot(object)
    def _show_complete(self, source: Source) -> None:
        self._source = source
        if self._session.workspace is not source.workspace:
            self._retired = None
            self._session.set_workspace(source.workspace)
            self.found.emit(source)
        self.complete.emit(source)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self._session.workspace is None and self._retired is not None:
            self._retired.close()
            self._retired = None
        self.failed.emit(error)

    @Slot(float, str)
    def _pass_progress(self, share: float, _step: str) -> None:
        self.progressed.emit(share)

    @Slot()
    def _end(self) -> None:
        if self._job is not None and self._job.is_over:
            self._job = None
