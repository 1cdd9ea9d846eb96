"""Tagging a file of any size: in stretches that workers read and write themselves where its form allows that.

Where it does not, or where a stretch turns out not to stand by itself, rows are read here in order and only
their texts go to the workers. Both ways give the same bytes.
"""

import dataclasses
import hashlib
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from mltag_desktop.core.batch.part import Mark, Part
from mltag_desktop.core.batch.stretches import can_be_cut, stretches
from mltag_desktop.core.batch.task import Done, Request, Stretch, Task, Texts
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.cache import PredictionCache
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.delimited import DelimitedSource
from mltag_desktop.core.tables.jsonlines import JsonSource
from mltag_desktop.core.tables.mapping import record_text
from mltag_desktop.core.tables.parquet import ParquetSource
from mltag_desktop.core.tables.rows import RowChunk, RowSource, RowWriter, row_writer

CHUNK: Final = 4_000
EVERY: Final = 5.0
"""Seconds between two notes of how far the work is."""
_FIRST: Final = 1.0
"""Seconds before the first note: soon, so that a run gets on however often it is stopped."""
APPENDABLE: Final = frozenset({"csv", "tsv", "jsonl"})
_REMARKS: Final = 20


class Engine(Protocol):
    """Whatever does requests: this process, several, or a cluster."""

    @property
    def stretch(self) -> int:
        """About how many bytes a stretch should have."""
        ...

    def run(self, requests: Iterator[Request]) -> Iterator[Done]:
        """Yield what became of each request, in their order."""
        ...


@dataclass(frozen=True)
class Tagged:
    """What was done."""

    rows: int
    resumed: int
    """Rows that an earlier run had done."""
    left_out: int
    remarks: tuple[tuple[int, str], ...]
    hits: int
    """Rows that the cache answered."""
    stale: int
    """Of these, rows answered by another version."""


def form_of(source: RowSource) -> str:
    """Return the form of a source, as a task names it."""
    if isinstance(source, DelimitedSource):
        return "csv"
    if isinstance(source, JsonSource):
        return "jsonl"
    return "parquet" if isinstance(source, ParquetSource) else "xlsx"


def identity(task: Task) -> dict[str, Any]:
    """Return what must be the same for a run to go on where another stopped."""
    state = task.source.stat()
    with task.source.open("rb") as file:
        digest = hashlib.blake2b(file.read(1 << 16), digest_size=16)
        file.seek(max(0, state.st_size - (1 << 16)))
        digest.update(file.read())
    return {
        "source": [str(task.source.absolute()), state.st_size, state.st_mtime_ns, digest.hexdigest()],
        "text": list(task.mapping.text),
        "dialect": repr(task.dialect),
        "out": task.out_form,
        "model": task.version,
        "added": list(task.added),
        "stale": task.stale,
        "review": None if task.review is None else dict(task.review),
    }


def tag_rows(
    progress: Progress,
    source: RowSource,
    task: Task,
    engine: Engine,
    target: Part | BinaryIO,
    *,
    every: float = EVERY,
) -> Tagged:
    """Tag the rows of `source` into `target`, noting every so many seconds how far it is whole."""
    part, file = (target, target.file) if isinstance(target, Part) else (None, target)
    mark = part.mark if part is not None else None
    work = _Tagging(progress, source, task, engine, file, part, mark or Mark(), every)
    cut = _is_cut(source, task)
    with_head = mark is not None and task.out_form in APPENDABLE
    if with_head:
        file.seek(0)
    writer = row_writer(task.out_form, file, source, task.added)
    if with_head and mark is not None:
        file.seek(mark.size)
    try:
        whole = cut and not work.mark.in_order and work.by_stretches(engine.stretch)
        if not whole:
            work.in_order(writer)
        writer.finish()
    except BaseException:
        writer.abandon()
        raise
    finally:
        work.close()
    return work.told()


def _is_cut(source: RowSource, task: Task) -> bool:
    if task.out_form not in APPENDABLE:
        return False
    if isinstance(source, DelimitedSource):
        return can_be_cut(source.table.dialect)
    return isinstance(source, JsonSource)


class _Tagging:
    """One run: counts what is done, and notes it now and then."""

    def __init__(
        self,
        progress: Progress,
        source: RowSource,
        task: Task,
        engine: Engine,
        file: BinaryIO,
        part: Part | None,
        mark: Mark,
        every: float,
    ) -> None:
        self.mark = mark
        self._progress, self._source, self._task, self._engine = progress, source, task, engine
        self._file, self._part, self._every = file, part, every
        self._resumed = mark.rows
        self._cache = None if task.cache is None else PredictionCache.open(task.cache)
        self._all_asked = False
        self._noted = time.monotonic() - every + min(every, _FIRST)

    def by_stretches(self, size: int) -> bool:
        """Do the file in stretches; False when the rest has to be read in order."""
        source, task = self._source, self._task
        total = max(1, task.source.stat().st_size)
        if isinstance(source, DelimitedSource):
            quote = source.table.dialect.quote.encode("ascii")
            start = self.mark.at or len(source.table.head)
        else:
            quote, start = b"", self.mark.at
        given: deque[Stretch] = deque()

        def requests() -> Iterator[Request]:
            for stretch in stretches(task.source, start, quote, size):
                given.append(stretch)
                yield stretch
            self._all_asked = True

        answers = self._engine.run(requests())
        try:
            for done in answers:
                stretch = given.popleft()
                if not done.clean:
                    self.mark = dataclasses.replace(self.mark, in_order=True)
                    return False
                self._file.write(done.data)
                self._count(done, stretch.start + stretch.size)
                self._progress.report((stretch.start + stretch.size) / total, f"{self.mark.rows:,} rows")
            self._check_end()
        finally:
            _close(answers)
        return True

    def in_order(self, writer: RowWriter) -> None:
        """Read the rows here, from the first; those that are done already are passed over."""
        source, task = self._source, self._task
        chunks = source.chunks(CHUNK)
        self.mark = dataclasses.replace(self.mark, in_order=True, left_out=0, remarks=())
        rest = self._passed_over(chunks, writer)
        given: deque[RowChunk] = deque()

        def requests() -> Iterator[Request]:
            for chunk in rest:
                given.append(chunk)
                yield Texts([record_text(cells, task.mapping) for cells in chunk])
            self._all_asked = True

        answers = self._engine.run(requests())
        try:
            for done in answers:
                if done.answers is not None:
                    writer.write(given.popleft(), task.values(done.answers))
                    if self._part is not None:
                        self._part.append_answers(done.answers)
                self._count(done, 0)
                self._progress.report(source.fraction(), f"{self.mark.rows:,} rows")
            self._check_end()
        finally:
            _close(answers)
        self.mark = dataclasses.replace(
            self.mark, left_out=source.left_out, remarks=tuple(source.remarks[:_REMARKS])
        )

    def told(self) -> Tagged:
        """Return what was done."""
        mark = self.mark
        return Tagged(mark.rows, self._resumed, mark.left_out, mark.remarks, mark.hits, mark.stale)

    def close(self) -> None:
        """Let go of the cache."""
        if self._cache is not None:
            self._cache.close()

    def _check_end(self) -> None:
        """Let no output pass for whole whose engine ended before the input did."""
        if not self._all_asked:
            raise RuntimeError("an engine ended before what it was asked")

    def _passed_over(self, chunks: Iterator[RowChunk], writer: RowWriter) -> Iterator[RowChunk]:
        """Yield what is still to be done; what was answered for a book is written from the kept answers."""
        rows = self.mark.rows
        kept = self._part.earlier_answers(self._task) if self._part is not None else iter(())
        writes = self._task.out_form not in APPENDABLE
        for chunk in chunks:
            if not rows:
                yield chunk
                continue
            if writes:
                answers = next(kept, None)
                if answers is None or len(answers.predictions.probabilities) != len(chunk):
                    raise MltagError("The results of an earlier run do not match this run.", "Add --restart.")
                writer.write(chunk, self._task.values(answers))
            done = min(rows, len(chunk))
            rows -= done
            if done < len(chunk):
                yield RowChunk(chunk[done:], chunk.originals[done:])

    def _count(self, done: Done, at: int) -> None:
        mark = self.mark
        remarks = [(mark.lines + line, reason) for line, reason in done.remarks]
        self.mark = dataclasses.replace(
            mark,
            rows=mark.rows + done.rows,
            at=at,
            lines=mark.lines + done.lines,
            left_out=mark.left_out + done.left_out,
            remarks=(*mark.remarks, *remarks)[:_REMARKS],
            hits=mark.hits + done.hits,
            stale=mark.stale + done.stale,
        )
        if done.fresh is not None and self._cache is not None:
            fresh = done.fresh
            self._cache.store(self._task.version, self._task.tags, fresh.digests, fresh.probabilities)
        if self._part is not None and time.monotonic() - self._noted >= self._every:
            self._note(self._part)

    def _note(self, part: Part) -> None:
        size = part.file.tell() if self._task.out_form in APPENDABLE else 0
        answers = part.journal.tell() if part.journal is not None else 0
        self.mark = dataclasses.replace(self.mark, size=size, answers=answers)
        part.save(self.mark)
        self._noted = time.monotonic()


def _close(answers: Iterator[Done]) -> None:
    """End an engine's work at once, however much was asked for."""
    close = getattr(answers, "close", None)
    if close is not None:
        close()


def is_small(path: Path) -> bool:
    """Tell whether starting workers would take longer than the work."""
    limit = (1 << 20) if path.suffix.lower() in (".parquet", ".xlsx") else (8 << 20)
    return path.stat().st_size < limit
