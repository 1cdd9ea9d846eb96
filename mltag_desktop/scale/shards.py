"""Shards of large tables: files, and pieces of large text files that can be read independently.

A piece owns the records that begin in its range of bytes. Where they begin is known from the number of quotes
before the range: a line end after an even number of quotes ends a record. Reading proves it: a range that
begins inside a cell leaves the piece before it with a cell that is not closed. Then the file is read as a
whole.
"""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.formats import format_of

if TYPE_CHECKING:  # pyarrow is not installed everywhere
    from pyarrow.fs import FileInfo, FileSystem

PIECE: Final = 32 << 20
"""Bytes of a text file that one worker reads at a time."""
SAMPLE: Final = 1 << 20
"""Bytes of a text file from which its columns and its dialect are detected."""
_SAMPLE_ROWS: Final = 1_000
_BLOCK: Final = 1 << 20
_MARKS: Final = "_finished"
"""Folder of the output with a file for each finished shard."""
_RUN: Final = "_run.json"
_STORES: Final = ("s3", "gcs", "abfs")
"""File systems in which a file appears when it is complete."""


@dataclass(frozen=True)
class Shard:
    """A file, or the records of a text file that begin in a range of bytes."""

    path: str
    """Path of the source in its file system."""
    part: str
    """Name of the output below its folder."""
    start: int = 0
    stop: int = 0
    """0 for a whole file."""
    quote: str = ""
    """Quote character of the records; line ends in quotes belong to cells."""
    odd: bool = False
    """Whether the number of quotes before `start` is odd."""


@dataclass(frozen=True)
class ShardCounts:
    """What was done for a shard."""

    part: str
    rows: int = 0
    unreadable: int = 0
    off_topic: int = 0
    reasons: tuple[tuple[int, str], ...] = ()
    """Lines and reasons of the first unreadable records."""
    head: int = 0
    """Bytes of the header of a text, which all parts of a file begin with."""

    @classmethod
    def read(cls, content: str | bytes) -> "ShardCounts":
        """Return counts that were written as JSON."""
        values = json.loads(content)
        reasons = tuple((int(line), str(reason)) for line, reason in values.pop("reasons"))
        return cls(**values, reasons=reasons)


class Folder:
    """A file or folder of a file system of pyarrow: local, or `s3://…`, `gs://…`, `hdfs://…`."""

    def __init__(self, address: str) -> None:
        """Raise `MltagError` for an address that pyarrow does not know."""
        from pyarrow.fs import FileSystem, LocalFileSystem

        self.files: FileSystem = LocalFileSystem()
        self.path = str(Path(address).absolute().as_posix())
        if "://" in address:
            try:
                self.files, self.path = FileSystem.from_uri(address)
            except (OSError, ValueError) as error:
                raise MltagError(
                    f"{address} cannot be read: {error}",
                    "Name a local file or folder, or an address such as s3://bucket/folder.",
                ) from error

    def tables(self) -> list["FileInfo"]:
        """Return the tables below, by path; raises `MltagError` if there are none."""
        from pyarrow.fs import FileSelector, FileType

        found = self.files.get_file_info(self.path)
        if found.type == FileType.File:
            return [found]
        selector = FileSelector(self.path, allow_not_found=True, recursive=True)
        tables = [
            each
            for each in self.files.get_file_info(selector)
            if each.type == FileType.File
            and format_of(Path(each.path))
            and not any(part[:1] in "_." for part in PurePosixPath(self.name_of(each.path)).parts)
        ]
        if not tables:
            raise MltagError(f"{self.path} has no tables.", "Name a table, or a folder with tables.")
        return sorted(tables, key=lambda each: each.path)

    def name_of(self, path: str) -> str:
        """Return the path of a file relative to this folder, or its name if this is the file."""
        below = path.removeprefix(self.path).lstrip("/")
        return below or PurePosixPath(path).name

    def at(self, name: str) -> str:
        """Return the path of a name below this folder."""
        return f"{self.path.rstrip('/')}/{name}"

    def read(self, name: str) -> bytes | None:
        """Return the content of a small file below this folder; None without one."""
        try:
            with self.files.open_input_stream(self.at(name)) as file:
                content: bytes = file.read()
                return content
        except FileNotFoundError:
            return None

    def write(self, name: str, source: io.BufferedIOBase) -> None:
        """Copy a file to a name below this folder, where it appears when it is complete."""
        path = self.at(name)
        target = path if self.files.type_name in _STORES else f"{path}.incomplete"
        self.files.create_dir(str(PurePosixPath(path).parent), recursive=True)
        with self.files.open_output_stream(target) as file:
            while block := source.read(_BLOCK):
                file.write(block)
        if target != path:
            self.files.move(target, path)


class ShardedOutput:
    """The folder that a run writes its parts to; a later run with the same identity continues it."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder

    def begin(self, identity: dict[str, Any], *, replace: bool, restart: bool) -> dict[str, ShardCounts]:
        """Return the finished shards of an interrupted run by their parts, after a check of the folder.

        Raises `MltagError` for a folder that another run has finished unless `replace`, and for one that has
        anything else in it.
        """
        content = self.folder.read(_RUN)
        if content is None:
            if self._has_files():
                raise MltagError(f"{self.folder.path} is not empty.", "Choose another folder.")
        else:
            run = json.loads(content)
            if not restart and run["identity"] == json.loads(json.dumps(identity)) and not run["finished"]:
                return {counts.part: counts for counts in self._marks()}
            if not replace and not restart:
                raise MltagError(
                    f"{self.folder.path} already has the output of another run.",
                    "Choose another folder, or use --force to replace it.",
                )
            self.folder.files.delete_dir_contents(self.folder.path)
        self._note({"identity": identity, "finished": False})
        return {}

    def attempt(self, part: str, most: int) -> None:
        """Count an attempt to predict a shard; raises `MltagError` after `most` of them."""
        name = f"{_MARKS}/{part}.attempts"
        made = int(self.folder.read(name) or 0)
        if made == most:
            raise MltagError(
                f"{most} workers of the cluster ended while they predicted the rows of {part}.",
                "Its computers may be short of memory. Use fewer workers, or omit --engine.",
            )
        self.folder.write(name, io.BytesIO(str(made + 1).encode()))

    def add(self, counts: ShardCounts) -> None:
        """Remember that a shard is finished; its part is complete."""
        self.folder.write(f"{_MARKS}/{counts.part}.json", io.BytesIO(json.dumps(asdict(counts)).encode()))

    def remove(self, parts: Sequence[str]) -> None:
        """Delete parts."""
        for part in parts:
            for name in (f"{_MARKS}/{part}.json", part):
                if self.folder.read(name) is not None:
                    self.folder.files.delete_file(self.folder.at(name))

    def finish(self, identity: dict[str, Any]) -> None:
        """Mark the run as finished."""
        self._note({"identity": identity, "finished": True})
        self.folder.files.create_dir(self.folder.at(_MARKS))
        self.folder.files.delete_dir(self.folder.at(_MARKS))

    def _note(self, content: dict[str, Any]) -> None:
        self.folder.write(_RUN, io.BytesIO(json.dumps(content, indent=1).encode()))

    def _has_files(self) -> bool:
        from pyarrow.fs import FileSelector

        return bool(self.folder.files.get_file_info(FileSelector(self.folder.path, allow_not_found=True)))

    def _marks(self) -> Iterator[ShardCounts]:
        """Yield the counts of the finished shards, and forget the attempts of others."""
        from pyarrow.fs import FileSelector, FileType

        selector = FileSelector(self.folder.at(_MARKS), allow_not_found=True, recursive=True)
        for each in self.folder.files.get_file_info(selector):
            if each.path.endswith(".attempts"):
                self.folder.files.delete_file(each.path)
            elif each.type == FileType.File and each.path.endswith(".json"):
                yield ShardCounts.read(self.folder.read(self.folder.name_of(each.path)) or b"")


def pieces(path: str, size: int, part: str, quote: str, piece: int) -> list[Shard]:
    """Return the pieces of a text file of `size` bytes, of which `odd` is still to be found."""
    stem, suffix = part.rsplit(".", 1)
    starts = range(0, size, piece)
    digits = len(str(len(starts)))
    return [
        Shard(path, f"{stem}-{number:0{digits}}.{suffix}", start, min(start + piece, size), quote)
        for number, start in enumerate(starts, 1)
    ]


def count_quotes(files: "FileSystem", shard: Shard) -> int:
    """Return the number of quotes in the range of a piece."""
    return sum(
        int(np.count_nonzero(np.frombuffer(block, np.uint8) == ord(shard.quote)))
        for block in _blocks(files, shard.path, shard.start, shard.stop)
    )


def records_of(files: "FileSystem", shard: Shard, head: int) -> tuple[int, int]:
    """Return the range of bytes of the records that begin in a piece; those after the first `head` bytes."""
    first = head if shard.start == 0 else _record_start(files, shard, shard.start, shard.odd)
    if not shard.stop:
        return first, int(files.get_file_info(shard.path).size)
    quotes = shard.odd ^ bool(shard.quote and count_quotes(files, shard) & 1)
    return first, max(first, _record_start(files, shard, shard.stop, quotes))


def _record_start(files: "FileSystem", shard: Shard, at: int, odd: bool) -> int:
    """Return where the first record begins at `at` or after; `odd`: whether the quotes before are odd."""
    end = int(files.get_file_info(shard.path).size)
    if at >= end:
        return end
    place, is_inside = at, odd
    for block in _blocks(files, shard.path, at - 1, end):
        signs = np.frombuffer(block, np.uint8)
        is_quote = np.zeros(len(signs), np.bool_) if not shard.quote else signs == ord(shard.quote)
        if place == at:
            is_quote[0] = False  # the byte before the range is among those that `odd` counts
        inside = (np.cumsum(is_quote) + is_inside) & 1
        ends = np.flatnonzero((signs == ord("\n")) & (inside == 0))
        if len(ends):
            return place + int(ends[0])  # the first byte after the line end
        place, is_inside = place + len(block), bool(inside[-1])
    return end


def _blocks(files: "FileSystem", path: str, start: int, stop: int) -> Iterator[bytes]:
    """Yield the bytes of a range in blocks."""
    with files.open_input_file(path) as file:
        file.seek(start)
        while start < stop and (block := file.read(min(_BLOCK, stop - start))):
            start += len(block)
            yield block


def copy_range(files: "FileSystem", path: str, start: int, stop: int, target: io.BufferedIOBase) -> None:
    """Copy a range of a file to `target`."""
    for block in _blocks(files, path, start, stop):
        target.write(block)


def sample_of(files: "FileSystem", path: str, folder: Path) -> Path:
    """Return a local file with the first records of a table, from which its columns are detected."""
    local = folder / PurePosixPath(path).name
    size = int(files.get_file_info(path).size)
    form = format_of(local)
    if form is not None and form.name == "parquet":
        import pyarrow.parquet as pq
        from pyarrow import Table

        with files.open_input_file(path) as file:
            table = pq.ParquetFile(file)
            rows = next(table.iter_batches(_SAMPLE_ROWS), None)
            pq.write_table(Table.from_batches([] if rows is None else [rows], table.schema_arrow), local)
        return local
    is_text = form is None or form.can_be_appended
    with local.open("wb") as target:
        copy_range(files, path, 0, min(size, SAMPLE) if is_text else size, target)
    if is_text and size > SAMPLE:
        content = local.read_bytes()
        local.write_bytes(content[: content.rfind(b"\n") + 1 or len(content)])
    return local
