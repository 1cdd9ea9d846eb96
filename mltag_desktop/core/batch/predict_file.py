"""Predict a file of any size.

If the form allows it, the file is split into stretches that workers read and write themselves. Otherwise, or
from the first stretch that cannot be parsed independently, rows are read here in order and only their texts
go to the workers. Both ways produce the same bytes.
"""

import dataclasses
import hashlib
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from mltag_desktop.core.batch.resumable_output import Checkpoint, ResumableOutput
from mltag_desktop.core.batch.task import ChunkResult, FileChunk, Request, Task, TextBatch, split_into_chunks
from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.formats import format_called, format_of
from mltag_desktop.core.tables.table_source import MOST_REASONS, Block, RowWriter, TableSource
from mltag_desktop.core.tables.workbook import check_length

_READ_SIZE: Final = 1 << 20
"""Number of bytes that are read at once where rows are read in order."""
EVERY: Final = 5.0
"""Seconds between two checkpoints."""
_FIRST_AFTER: Final = 1.0
"""Seconds before the first checkpoint: early, so that runs that are often stopped still make progress."""


class Engine(Protocol):
    """Processes requests: in this process, in worker processes, or on a cluster."""

    @property
    def stretch(self) -> int:
        """Preferred size of a stretch in bytes."""
        ...

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request, in request order."""
        ...


@dataclass(frozen=True)
class PredictionSummary:
    """Counts of a finished run."""

    rows: int
    resumed: int
    """Rows predicted by an earlier run."""
    unreadable: int
    reasons: tuple[tuple[int, str], ...]
    hits: int
    """Rows answered from the cache."""
    off_topic: int = 0
    """Rows unlike the training data, if they were looked for."""
    cache_failure: str = ""
    """Why predictions are missing from the cache, if any are."""


def identity(task: Task) -> dict[str, Any]:
    """Return the values that must be equal for a run to resume an earlier one."""
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
        "review": None if task.review is None else dict(task.review),
        "withholds": task.withholds,
        "off_topic": task.off_topic,
    }


def tag_rows(
    progress: Progress,
    source: TableSource,
    task: Task,
    engine: Engine,
    target: ResumableOutput | BinaryIO,
    *,
    every: float = EVERY,
) -> PredictionSummary:
    """Write the rows of `source` with predictions to `target`; save a checkpoint every `every` seconds.

    Only a `Part` has checkpoints and can be resumed. Raises `MltagError` before the first row is predicted if
    a sheet cannot hold all rows.
    """
    form = format_called(task.out_form)
    if form.is_sheet:
        check_length(source)
    part, file = (target, target.file) if isinstance(target, ResumableOutput) else (None, target)
    mark = part.mark if part is not None else None
    work = _PredictionRun(progress, source, task, engine, file, part, mark or Checkpoint(), every)
    can_split = form.can_be_appended and source.split_sign is not None
    with_head = mark is not None and form.can_be_appended
    if with_head:
        file.seek(0)
    writer = form.writer(file, source, task.added)
    if with_head and mark is not None:
        file.seek(mark.size)
    try:
        is_complete = can_split and not work.mark.in_order and work.by_stretches(engine.stretch)
        if not is_complete:
            work.in_order(writer)
        writer.finish()
    except BaseException:
        writer.abandon()
        raise
    finally:
        work.close()
    return work.summary()


class _PredictionRun:
    """One run: counts the finished rows and saves checkpoints."""

    def __init__(
        self,
        progress: Progress,
        source: TableSource,
        task: Task,
        engine: Engine,
        file: BinaryIO,
        part: ResumableOutput | None,
        mark: Checkpoint,
        every: float,
    ) -> None:
        self.mark = mark
        self._progress, self._source, self._task, self._engine = progress, source, task, engine
        self._file, self._part, self._every = file, part, every
        self._resumed = mark.rows
        self._cache = None if task.cache is None else PredictionCache.open(task.cache)
        self._cache_failure = ""
        self._all_asked = False
        self._saved_at = time.monotonic() - every + min(every, _FIRST_AFTER)

    def by_stretches(self, size: int) -> bool:
        """Process the file in stretches; return False when the rest has to be read in order."""
        source, task = self._source, self._task
        total = max(1, task.source.stat().st_size)
        start = self.mark.at or len(source.head)
        if not self.mark.at:
            self.mark = dataclasses.replace(self.mark, lines=source.head.count(b"\n"))
        given: deque[FileChunk] = deque()

        def requests() -> Iterator[Request]:
            for stretch in split_into_chunks(task.source, start, source.split_sign or b"", size):
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
        """Read the rows in order from the first; skip the rows that are already done."""
        source, task = self._source, self._task
        self.mark = dataclasses.replace(self.mark, in_order=True, unreadable=0, reasons=())
        rest = self._remaining(source.readable(_READ_SIZE), writer)
        given: deque[Block] = deque()

        def requests() -> Iterator[Request]:
            for block in rest:
                given.append(block)
                yield TextBatch(block.texts(task.mapping.text))
            self._all_asked = True

        answers = self._engine.run(requests())
        try:
            for done in answers:
                if done.answers is not None:
                    task.write(writer, given.popleft(), done.answers)
                    if self._part is not None:
                        self._part.append_answers(done.answers)
                self._count(done, 0)
                self._progress.report(source.fraction, f"{self.mark.rows:,} rows")
            self._check_end()
        finally:
            _close(answers)
        self.mark = dataclasses.replace(
            self.mark,
            unreadable=source.unreadable,
            reasons=source.reasons,
        )

    def summary(self) -> PredictionSummary:
        """Return the counts of the run."""
        mark = self.mark
        return PredictionSummary(
            mark.rows, self._resumed, mark.unreadable, mark.reasons, mark.hits, mark.off_topic,
            self._cache_failure,
        )  # fmt: skip

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    def _check_end(self) -> None:
        """Raise `RuntimeError` when the engine ended before all requests were read."""
        if not self._all_asked:
            raise RuntimeError("an engine ended before what it was asked")

    def _remaining(self, blocks: Iterator[Block], writer: RowWriter) -> Iterator[Block]:
        """Yield the rows that are not done yet.

        For forms that cannot be appended to, the done rows are written again with the answers from the
        journal.
        """
        rows = self.mark.rows
        earlier_answers = self._part.earlier_answers(self._task) if self._part is not None else iter(())
        rewrites = not format_called(self._task.out_form).can_be_appended
        for block in blocks:
            if not rows:
                yield block
                continue
            if rewrites:
                answers = next(earlier_answers, None)
                if answers is None or len(answers.predictions.probabilities) != block.row_count:
                    raise MltagError("The results of an earlier run do not match this run.", "Add --restart.")
                self._task.write(writer, block, answers)
            done = min(rows, block.row_count)
            rows -= done
            if done < block.row_count:
                yield block.picked(range(done, block.row_count))

    def _count(self, done: ChunkResult, at: int) -> None:
        mark = self.mark
        reasons = [(mark.lines + line, reason) for line, reason in done.reasons]
        self.mark = dataclasses.replace(
            mark,
            rows=mark.rows + done.rows,
            at=at,
            lines=mark.lines + done.lines,
            unreadable=mark.unreadable + done.unreadable,
            reasons=(*mark.reasons, *reasons)[:MOST_REASONS],
            hits=mark.hits + done.hits,
            off_topic=mark.off_topic + done.off_topic,
        )
        if done.fresh is not None and self._cache is not None and not self._cache_failure:
            fresh = done.fresh
            try:
                self._cache.store(self._task.version, self._task.tags, fresh.digests, fresh.probabilities)
            except StorageError as error:  # the rows matter more
                self._cache_failure = error.message
        if self._part is not None:
            self._part.release_pages()
            if time.monotonic() - self._saved_at >= self._every:
                self._save_mark(self._part)

    def _save_mark(self, part: ResumableOutput) -> None:
        size = part.file.tell() if format_called(self._task.out_form).can_be_appended else 0
        answers = part.journal.tell() if part.journal is not None else 0
        self.mark = dataclasses.replace(self.mark, size=size, answers=answers)
        part.save(self.mark)
        self._saved_at = time.monotonic()


def _close(answers: Iterator[ChunkResult]) -> None:
    """Stop the engine at once, also when requests are pending."""
    close = getattr(answers, "close", None)
    if close is not None:
        close()


def is_small(path: Path) -> bool:
    """Return whether starting workers would take longer than the prediction itself."""
    form = format_of(path)
    limit = (8 << 20) if form is None or form.can_be_appended else (1 << 20)
    return path.stat().st_size < limit
