"""Predict a file of any size: rows are read and written here in order, and their texts go to the workers."""

import dataclasses
import hashlib
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np

from mltag_desktop.core.batch.resumable_output import Checkpoint, ResumableOutput
from mltag_desktop.core.batch.task import ChunkPredictions, Task
from mltag_desktop.core.batch.worker import Texts
from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.formats import format_called, format_of
from mltag_desktop.core.tables.table_source import Block, RowWriter, TableSource
from mltag_desktop.core.tables.workbook import check_length

READ_SIZE: Final = 1 << 18
"""Number of bytes whose rows are one chunk."""
EVERY: Final = 5.0
"""Seconds between two checkpoints."""
_FIRST_AFTER: Final = 1.0
"""Seconds before the first checkpoint: early, so that runs that are often stopped still make progress."""


Engine = Callable[[Iterator[Texts]], Generator[ChunkPredictions]]
"""Yields the result for each chunk of texts in order, from this process or from worker processes."""


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
    size: int = READ_SIZE,
) -> PredictionSummary:
    """Write the rows of `source` with predictions to `target`; save a checkpoint every `every` seconds.

    Only a `ResumableOutput` has checkpoints and can be resumed. Raises `MltagError` before the first row is
    predicted if a sheet cannot hold all rows, and at a checkpoint or the end if the source has changed.
    """
    form = format_called(task.out_form)
    if form.is_sheet:
        check_length(source)
    part, file = (target, target.file) if isinstance(target, ResumableOutput) else (None, target)
    mark = part.mark if part is not None else None
    resumes = mark is not None and form.can_be_appended
    if resumes:
        file.seek(0)
    writer = form.writer(file, source, task.added)
    if resumes and mark is not None:
        file.seek(mark.size)
    work = _PredictionRun(source, task, part, mark or Checkpoint(), every)
    try:
        work.run(progress, engine, writer, size)
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
        self, source: TableSource, task: Task, part: ResumableOutput | None, mark: Checkpoint, every: float
    ) -> None:
        self._source, self._task, self._part, self._mark, self._every = source, task, part, mark, every
        self._can_be_appended = format_called(task.out_form).can_be_appended
        self._resumed = mark.rows
        self._cache = None if task.cache is None else PredictionCache.open(task.cache)
        self._cache_failure = ""
        self._saved_at = time.monotonic() - every + min(every, _FIRST_AFTER)

    def run(self, progress: Progress, engine: Engine, writer: RowWriter, size: int) -> None:
        """Predict and write the rows that are not done yet."""
        source, task = self._source, self._task
        given: deque[Block] = deque()
        is_read = False

        def chunks() -> Iterator[Texts]:
            nonlocal is_read
            for block in self._remaining(source.readable(size), writer):
                given.append(block)
                yield block.texts(task.mapping.text)
            is_read = True

        with closing(engine(chunks())) as results:
            for done in results:
                task.write(writer, given.popleft(), done)
                if self._part is not None:
                    self._part.append_answers(done)
                self._count(done)
                progress.report(source.fraction, f"{self._mark.rows:,} rows")
        if not is_read:
            raise RuntimeError("an engine ended before what it was asked")
        self._require_unchanged()

    def summary(self) -> PredictionSummary:
        """Return the counts of the run."""
        mark, source = self._mark, self._source
        return PredictionSummary(
            mark.rows, self._resumed, source.unreadable, source.reasons, mark.hits, mark.off_topic,
            self._cache_failure,
        )  # fmt: skip

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    def _remaining(self, blocks: Iterator[Block], writer: RowWriter) -> Iterator[Block]:
        """Yield the rows that are not done yet.

        For forms that cannot be appended to, the done rows are written again with the answers from the
        journal.
        """
        rows = self._mark.rows
        earlier_answers = self._part.earlier_answers(self._task) if self._part is not None else iter(())
        for block in blocks:
            if not rows:
                yield block
                continue
            if not self._can_be_appended:
                answers = next(earlier_answers, None)
                if answers is None or answers.rows != block.row_count:
                    raise MltagError("The results of an earlier run do not match this run.", "Add --restart.")
                self._task.write(writer, block, answers)
            done = min(rows, block.row_count)
            rows -= done
            if done < block.row_count:
                yield block.picked(range(done, block.row_count))

    def _count(self, done: ChunkPredictions) -> None:
        mark = self._mark
        self._mark = dataclasses.replace(
            mark,
            rows=mark.rows + done.rows,
            hits=mark.hits + done.hits,
            off_topic=mark.off_topic + len(done.off_topic),
        )
        if done.fresh and self._cache is not None and not self._cache_failure:
            probabilities = np.array([*done.fresh.values()])
            try:
                self._cache.store(self._task.version, self._task.tags, [*done.fresh], probabilities)
            except StorageError as error:  # the rows matter more
                self._cache_failure = error.message
        if self._part is not None:
            self._part.release_pages()
            if time.monotonic() - self._saved_at >= self._every:
                self._save_mark(self._part)

    def _require_unchanged(self) -> None:
        """Raise `MltagError` if the source is not as it was when it was opened."""
        try:
            size = self._source.path.stat().st_size
        except OSError:  # removed or renamed meanwhile
            size = -1
        if size != self._source.size:
            raise MltagError(
                f"{self._source.path} changed while it was being read.",
                "Run the command again when the file is no longer changing.",
            )

    def _save_mark(self, part: ResumableOutput) -> None:
        self._require_unchanged()
        size = part.file.tell() if self._can_be_appended else 0
        answers = part.journal.tell() if part.journal is not None else 0
        self._mark = dataclasses.replace(self._mark, size=size, answers=answers)
        part.save(self._mark)
        self._saved_at = time.monotonic()


def is_small(path: Path) -> bool:
    """Return whether starting workers would take longer than the prediction itself."""
    form = format_of(path)
    limit = (8 << 20) if form is None or form.can_be_appended else (1 << 20)
    return path.stat().st_size < limit
