"""Helpers of the tests in `core/batch`."""

import io
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

from mltag_desktop.core.batch.predict_file import (
    READ_SIZE,
    Engine,
    PredictionSummary,
    identity,
    tag_rows,
)
from mltag_desktop.core.batch.resumable_output import open_output
from mltag_desktop.core.batch.task import ChunkPredictions, Task
from mltag_desktop.core.batch.worker import Texts, Worker, predict_here
from mltag_desktop.core.model.model_names import load_model
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import format_called, open_rows, output_format


def task_of(source: Path, out: Path | str, model: str | None = "rules", **more: object) -> Task:
    rows = open_rows(source)
    classifier = load_model(model)
    return Task(
        source=source,
        dialect=rows.dialect,
        mapping=ColumnMapping((1,)),
        out_form=output_format(out, rows).name,
        model=model,
        version=classifier.version,
        tags=classifier.tags,
        **more,  # type: ignore[arg-type]
    )


def alone(task: Task) -> Engine:
    return partial(predict_here, Worker(task))


def run(
    task: Task, out: Path, engine: Engine, *, every: float = 1e9, restart: bool = False, size: int = READ_SIZE
) -> PredictionSummary:
    """Run the task as the command does."""
    book = not format_called(task.out_form).can_be_appended
    with open_output(out, identity(task), replace=False, restart=restart, book=book) as part:
        return tag_rows(SILENT, open_rows(task.source), task, engine, part, every=every, size=size)


def in_memory(task: Task, engine: Engine, size: int = READ_SIZE) -> tuple[bytes, PredictionSummary]:
    buffer = io.BytesIO()
    told = tag_rows(SILENT, open_rows(task.source), task, engine, buffer, size=size)
    return buffer.getvalue(), told


class Counting:
    """An engine that counts its chunks, and stops at one of them like a killed program."""

    def __init__(self, task: Task, *, stop_at: int | None = None) -> None:
        self._alone = alone(task)
        self.done = 0
        self._stop_at = stop_at

    def __call__(self, chunks: Iterator[Texts]) -> Generator[ChunkPredictions]:
        for done in self._alone(chunks):
            if self.done == self._stop_at:
                raise KeyboardInterrupt
            self.done += 1
            yield done
