"""Resumable output: a part file next to the final name, with a checkpoint of what is written.

The part file, the checkpoint and, for forms that cannot be appended to, a journal of the answers survive when
the program is killed. The next run with the same input, model and options finds them and resumes from the
checkpoint.
"""

import contextlib
import dataclasses
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np

from mltag_desktop.core.batch.task import ChunkPredictions, Task
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, replace_file, write_error
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.storage.side_files import WriteLock

_RESUME: Final = "Finished work is kept: free some space, then run the same command to resume."
_FORMAT: Final = 3


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint: how much of the output is safely on disk."""

    rows: int = 0
    size: int = 0
    """Number of valid bytes in the part file."""
    answers: int = 0
    """Number of valid bytes in the journal of answers."""
    hits: int = 0
    off_topic: int = 0


@dataclass
class ResumableOutput:
    """An output that is being written; `mark` is the checkpoint of an earlier run, None for a new output."""

    out: Path
    file: BinaryIO
    journal: BinaryIO | None
    identity: Mapping[str, Any]
    mark: Checkpoint | None
    is_resumable: bool = field(default=False)
    """Whether a checkpoint is on disk, so that a later run can resume."""

    def save(self, mark: Checkpoint) -> None:
        """Flush everything up to `mark` to disk, then write the checkpoint."""
        for file in self._files():
            file.flush()
            os.fsync(file.fileno())
        self.release_pages()
        content = {"format": _FORMAT, "identity": self.identity, "mark": dataclasses.asdict(mark)}
        with atomic_write(note_path(self.out), replace=True) as note:
            note.write(json.dumps(content).encode())
        self.is_resumable = True

    def release_pages(self) -> None:
        """Let the system begin to write the files to disk, and free the memory of what is written already.

        Writing to memory that a virtual machine has not used yet takes up to nine times as long.
        """
        if hasattr(os, "posix_fadvise"):
            for file in self._files():
                with contextlib.suppress(OSError):  # a file system may refuse
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    def append_answers(self, answers: ChunkPredictions) -> None:
        """Append the answers of one chunk to the journal, if the form needs one."""
        if self.journal is None:
            return
        head = {
            "rows": answers.rows,
            "decisions": [*answers.decisions.items()],
            "off_topic": sorted(answers.off_topic),
            "doubtful": sorted(answers.doubtful),
        }
        self.journal.write(json.dumps(head).encode() + b"\n")
        self.journal.write(np.ascontiguousarray(answers.predictions.probabilities, dtype="<f4").tobytes())

    def earlier_answers(self, task: Task) -> Iterator[ChunkPredictions]:
        """Yield the answers in the journal, chunk by chunk."""
        if self.journal is None or self.mark is None:
            return
        self.journal.seek(0)
        while self.journal.tell() < self.mark.answers:
            head = json.loads(self.journal.readline())
            count = head["rows"] * len(task.tags)
            numbers = np.frombuffer(self.journal.read(4 * count), dtype="<f4").reshape(head["rows"], -1)
            yield ChunkPredictions(
                Predictions(task.version, task.tags, numbers),
                dict(head["decisions"]),
                frozenset(head["off_topic"]),
                frozenset(head["doubtful"]),
            )

    def _files(self) -> list[BinaryIO]:
        return [self.file] if self.journal is None else [self.file, self.journal]


@contextlib.contextmanager
def open_output(
    out: Path, identity: Mapping[str, Any], *, replace: bool, restart: bool, book: bool
) -> Iterator[ResumableOutput]:
    """Open the part file of `out`; it is renamed to `out` when the block ends without an error.

    After an error the files stay if there is a checkpoint to resume from; otherwise they are removed. `book`
    means that the form cannot be appended to. Raises `MltagError` when `out` exists and `replace` is false,
    when another run is writing it, and when the disk is full.
    """
    if out.is_dir():
        raise MltagError(f"{out} is a folder.", "Name a file to write to.")
    if out.exists() and not replace:
        raise MltagError(f"{out} already exists.", "Choose another name, or allow overwriting.")
    try:
        holder = WriteLock.take(part_path(out), "")
    except OSError as error:
        raise write_error(out, error) from error
    if holder is None:
        raise MltagError(f"Another run is writing {out}.", "Wait for it, or choose another name.")
    part: ResumableOutput | None = None
    try:
        part = _opened(out, identity, None if restart else _saved_mark(out, identity), book=book)
        yield part
        _install(part)
    except OSError as error:
        hint = _RESUME if part is not None and part.is_resumable else ""
        raise write_error(out, error, hint) from error
    finally:
        if part is not None:
            _close(part)
        holder.release()


def part_path(out: Path) -> Path:
    """Return the path of the part file."""
    return out.with_name(f".{out.name}.part")


def note_path(out: Path) -> Path:
    """Return the path of the checkpoint."""
    return out.with_name(f".{out.name}.part.json")


def journal_path(out: Path) -> Path:
    """Return the path of the journal of answers, for forms that cannot be appended to."""
    return out.with_name(f".{out.name}.part.answers")


def _saved_mark(out: Path, identity: Mapping[str, Any]) -> Checkpoint | None:
    """Return the checkpoint of an earlier run with the same `identity`, or None."""
    try:
        content = json.loads(note_path(out).read_text(encoding="utf-8"))
        if content["format"] != _FORMAT or content["identity"] != json.loads(json.dumps(identity)):
            return None
        mark = Checkpoint(**content["mark"])
        is_complete = part_path(out).stat().st_size >= mark.size
        if mark.answers:
            is_complete = is_complete and journal_path(out).stat().st_size >= mark.answers
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return mark if is_complete else None


def _opened(
    out: Path, identity: Mapping[str, Any], mark: Checkpoint | None, *, book: bool
) -> ResumableOutput:
    """Open the part, and truncate its files to the checkpoint."""
    paths = [part_path(out), journal_path(out)] if book else [part_path(out)]
    sizes = (0 if book or mark is None else mark.size, 0 if mark is None else mark.answers)
    if mark is None:
        note_path(out).unlink(missing_ok=True)
    files: list[BinaryIO] = []
    for path, size in zip(paths, sizes, strict=False):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        file = os.fdopen(descriptor, "r+b")
        file.truncate(size)
        file.seek(size)
        files.append(file)
    return ResumableOutput(
        out, files[0], files[1] if book else None, identity, mark, is_resumable=mark is not None
    )


def _install(part: ResumableOutput) -> None:
    part.file.flush()
    os.fsync(part.file.fileno())
    part.file.close()
    replace_file(part_path(part.out), part.out)
    part.is_resumable = False


def _close(part: ResumableOutput) -> None:
    for file in (part.file, part.journal):
        if file is not None:
            with contextlib.suppress(OSError):  # a full disk is already reported
                file.close()
    if not part.is_resumable:
        for path in (part_path(part.out), note_path(part.out), journal_path(part.out)):
            path.unlink(missing_ok=True)
