"""Predict files and folders on a Ray cluster: workers read and write shards, the driver sees none.

Ray Data gives the shards to a pool of actors and repeats those of a worker that died. A worker copies the
bytes of its shard, predicts them as `mltag predict` does on one computer, and copies the result to the
output. So the rows are the same, byte for byte. Each finished shard is remembered in the output, where an
interrupted run continues.
"""

import contextlib
import io
import json
import logging
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mltag_desktop.core.batch.predict_file import PredictionSummary, tag_rows
from mltag_desktop.core.batch.task import ClusterJob
from mltag_desktop.core.batch.worker import Worker, predict_here
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, how_to_get
from mltag_desktop.core.model.types import Classifier
from mltag_desktop.core.processes.pool import cores
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping, position
from mltag_desktop.core.tables.formats import format_called, format_of, open_rows, open_table
from mltag_desktop.core.tables.table_source import MOST_REASONS, TableSource
from mltag_desktop.scale.shards import (
    PIECE,
    Folder,
    Shard,
    ShardCounts,
    ShardedOutput,
    copy_range,
    count_quotes,
    pieces,
    records_of,
    sample_of,
)

if TYPE_CHECKING:
    from pyarrow.fs import FileInfo

_CONNECT_TIMEOUT: Final = 10.0
"""Seconds to wait for a connection to the cluster."""
_STARTS: Final = 3
"""Attempts to start a cluster on this computer."""
_ATTEMPTS: Final = 3
"""Attempts to predict a shard if workers die of it; Ray would repeat it forever."""


def first_rows(source: str, folder: Path) -> Path:
    """Return a local file in `folder` with the first rows of the source; raises `MltagError` without Ray."""
    _load_ray()
    tables = Folder(source)
    return sample_of(tables.files, tables.tables()[0].path, folder)


def predict_on_cluster(progress: Progress, job: ClusterJob, classifier: Classifier) -> PredictionSummary:
    """Predict all tables of a source; return the counts.

    Raises `MltagError` for a source without tables, an output that cannot be used, a cluster that cannot be
    reached, and what a worker raises.
    """
    ray = _load_ray()
    source, target = Folder(job.source), Path(job.out)
    tables = source.tables()
    is_file = "://" not in job.out and format_of(target) is not None and not target.is_dir()
    if is_file and tables[0].path != source.path:
        raise MltagError(f"{job.source} is a folder, {target.name} a file.", "Name a folder to write to.")
    if is_file and target.exists() and not job.replace:
        raise MltagError(f"{target} already exists.", "Choose another name, or allow overwriting.")
    if format_called(job.task.out_form).is_sheet:
        raise MltagError("A cluster writes no workbooks.", "Write csv, tsv, jsonl or parquet.")
    if is_file:
        job = replace(job, out=str(target.with_name(f".{target.name}.parts")), replace=True)
    output = ShardedOutput(Folder(job.out))
    identity = {
        "tables": [[each.path, each.size, each.mtime_ns] for each in tables],
        "options": [*job.options],
        "text": [*job.text],
        "task": repr(replace(job.task, source=Path(), model=None)),
        "piece": PIECE,
    }
    found = output.begin(identity, replace=job.replace, restart=job.restart)
    resumed = sum(counts.rows for counts in found.values())
    shards = [shard for table in tables for shard in _shards(job, source, table)]
    with _connected(ray, job.address, job.workers) as workers:
        cluster = _Cluster(ray, workers, job, classifier)
        shards = cluster.with_parity(shards)
        for counts in cluster.predict(progress, [each for each in shards if each.part not in found]):
            output.add(counts)
            found[counts.part] = counts
        # a line end that a piece took for the end of a record is inside a cell
        torn = {each.path for each in shards if each.stop and found[each.part].unreadable}
        if torn:
            gone = [each.part for each in shards if each.path in torn]
            output.remove(gone)
            found = {part: counts for part, counts in found.items() if part not in gone}
            for counts in cluster.predict(progress, [_whole(job, source, path) for path in sorted(torn)]):
                output.add(counts)
                found[counts.part] = counts
    done = [found[part] for part in sorted(found)]
    if is_file:
        _join(Folder(job.out), done, target)
    output.finish(identity)
    if is_file:
        shutil.rmtree(job.out)
    return PredictionSummary(
        rows=sum(each.rows for each in done),
        resumed=resumed,
        unreadable=sum(each.unreadable for each in done),
        reasons=tuple(reason for each in done for reason in each.reasons)[:MOST_REASONS],
        hits=0,
        off_topic=sum(each.off_topic for each in done),
    )


def _join(folder: Folder, done: Sequence[ShardCounts], target: Path) -> None:
    """Put a table together from its parts, which all begin with the same header."""
    with atomic_write(target, replace=True) as file:
        for place, counts in enumerate(done):
            if counts.rows:
                with folder.files.open_input_file(folder.at(counts.part)) as part:
                    part.seek(counts.head if place else 0)
                    shutil.copyfileobj(part, file)


class _Cluster:
    """The work of a job on a connected cluster."""

    def __init__(self, ray: Any, workers: int, job: ClusterJob, classifier: Classifier) -> None:
        self._ray, self._workers, self._job = ray, workers, job
        self._arguments = job, [ray.put(classifier)]

    def with_parity(self, shards: Sequence[Shard]) -> list[Shard]:
        """Return the shards; each piece knows whether the quotes before it are odd."""
        address = self._job.source

        def count(row: dict[str, Any]) -> dict[str, Any]:
            shard = Shard(**row)
            return {"part": shard.part, "quotes": count_quotes(Folder(address).files, shard)}

        quoted = [shard for shard in shards if shard.quote]
        if not quoted:
            return [*shards]
        rows = self._data(quoted).map(count).iter_rows()
        counts = {row["part"]: int(row["quotes"]) for row in rows}
        odd, path, found = False, "", []
        for shard in shards:
            odd = odd and shard.path == path
            found.append(replace(shard, odd=odd))
            odd, path = odd ^ bool(counts.get(shard.part, 0) & 1), shard.path
        return found

    def predict(self, progress: Progress, shards: Sequence[Shard]) -> Iterator[ShardCounts]:
        """Predict shards; yield their counts as they are finished. Raises `MltagError`."""
        if not shards:
            return
        workers = self._ray.data.ActorPoolStrategy(size=min(self._workers, len(shards)))
        predicted = self._data(shards).map(
            ShardWorker,
            fn_constructor_args=self._arguments,
            compute=workers,
            num_cpus=1,
        )
        rows = 0
        try:
            for place, row in enumerate(predicted.iter_rows(), 1):
                if row["error"]:
                    hint = f"{row['hint']} All nodes need access to the same files."
                    raise MltagError(row["error"], hint)
                counts = ShardCounts.read(row["counts"])
                rows += counts.rows
                yield counts
                progress.report(place / len(shards), f"{rows:,} rows")
        except self._ray.exceptions.RayError as error:
            raise _user_error(error) from error

    def _data(self, shards: Sequence[Shard]) -> Any:
        rows = [asdict(shard) for shard in shards]
        return self._ray.data.from_items(rows, override_num_blocks=len(rows))


def _whole(job: ClusterJob, source: Folder, path: str) -> Shard:
    name = Path(source.name_of(path))
    return Shard(path, name.with_suffix(f".{job.task.out_form}").as_posix())


def _shards(job: ClusterJob, source: Folder, table: "FileInfo") -> list[Shard]:
    """Return the shards of a table: pieces of a large text file, else the file."""
    shard = _whole(job, source, table.path)
    if table.size <= PIECE or not format_called(job.task.out_form).can_be_appended:
        return [shard]
    with tempfile.TemporaryDirectory() as folder:
        rows = open_rows(sample_of(source.files, table.path, Path(folder)), job.options)
        quote = None if rows.dialect.escape else rows.split_sign
    if quote is None:
        return [shard]
    return pieces(table.path, table.size, shard.part, quote.decode(), PIECE)


class ShardWorker:
    """A worker of the cluster, which predicts shards."""

    def __init__(self, job: ClusterJob, classifier: list[Any]) -> None:
        """Take the reference to the classifier, whose arrays all workers of a computer share."""
        import ray

        self._job, (self._classifier,) = job, ray.get(classifier)
        self._source, self._out = Folder(job.source), ShardedOutput(Folder(job.out))

    def __call__(self, row: dict[str, Any]) -> dict[str, str]:
        """Predict the shard of a row of Ray Data; return its counts, or an error for the user."""
        try:
            return {"counts": json.dumps(asdict(self._predict(Shard(**row)))), "error": "", "hint": ""}
        except MltagError as error:
            return {"counts": "", "error": error.message, "hint": error.hint}

    def _predict(self, shard: Shard) -> ShardCounts:
        job, files = self._job, self._source.files
        self._out.attempt(shard.part, _ATTEMPTS)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            sample = sample_of(files, shard.path, folder)
            rows = open_rows(sample, job.options)
            head = rows.head if shard.stop else b""
            start, stop = records_of(files, shard, len(head))
            if start == stop:
                return ShardCounts(shard.part)
            local = folder / "shard" / sample.name
            local.parent.mkdir()
            with local.open("wb") as copied:
                copied.write(head)
                copy_range(files, shard.path, start, stop, copied)
            return self._write(shard, open_table(local, rows.dialect), folder)

    def _write(self, shard: Shard, rows: TableSource, folder: Path) -> ShardCounts:
        job = self._job
        mapping = ColumnMapping(tuple(position(rows.columns, name) for name in job.text), None, None, None)
        task = replace(job.task, source=rows.path, dialect=rows.dialect, mapping=mapping)
        predicted = folder / "predicted"
        with predicted.open("w+b") as file:
            engine = partial(predict_here, Worker(task, self._classifier))
            done = tag_rows(SILENT, rows, task, engine, file)
        with predicted.open("rb") as file:
            self._out.folder.write(shard.part, file)
        head, form = io.BytesIO(), format_called(task.out_form)
        if form.can_be_appended:
            form.writer(head, rows, task.added)
        return ShardCounts(
            shard.part, done.rows, done.unreadable, done.off_topic, done.reasons, len(head.getvalue())
        )


@contextlib.contextmanager
def _connected(ray: Any, address: str | None, workers: int | None) -> Iterator[int]:
    """Connect to a cluster; return the number of workers. What Ray prints does not reach the terminal."""
    options: dict[str, Any] = {"address": address}
    if address is None:
        options = {"address": "local", "num_cpus": max(workers or 1, cores()), "include_dashboard": False}
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _check_reachable(address)
    options |= {"log_to_driver": False, "logging_level": "ERROR"}
    with _own_output():
        if address is None:
            _start_local_cluster(ray, options)
        else:
            try:
                ray.init(**options)
            except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
                raise _unreachable(address, _first_line(error)) from error
        ray.data.DataContext.get_current().enable_progress_bars = False
        try:
            yield workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        finally:
            ray.shutdown()


@contextlib.contextmanager
def _own_output() -> Iterator[None]:
    """Let only what this program writes to the standard error reach it, not what libraries in C++ do."""
    kept = os.dup(2)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, os.fdopen(kept, "w", 1) as own:
        os.dup2(nowhere.fileno(), 2)
        try:
            with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(own):
                yield
        finally:
            own.flush()
            os.dup2(kept, 2)


def _check_reachable(address: str | None) -> None:
    """Raise `MltagError` when nothing listens at HOST:PORT; Ray would take minutes to notice."""
    host, _, port = (address or "").rpartition(":")
    if not host or not port.isdigit() or "/" in host:
        return
    try:
        socket.create_connection((host, int(port)), timeout=_CONNECT_TIMEOUT).close()
    except (OSError, OverflowError) as error:
        raise _unreachable(address, str(error)) from error


def _start_local_cluster(ray: Any, options: dict[str, Any]) -> None:
    """Start a cluster on this computer; raises `MltagError` after several attempts.

    Ray gives its processes 30 s to start, which no setting changes; a busy computer may need longer. The next
    attempt finds their files in memory.
    """
    for attempt in range(_STARTS):
        try:
            ray.init(**options)
        except Exception as error:  # Ray raises a plain one when a process does not start
            ray.shutdown()
            if attempt == _STARTS - 1:
                raise MltagError(
                    f"Ray did not start on this computer: {_first_line(error)}",
                    "Close other programs and try again, or omit --engine.",
                ) from error
        else:
            return


def _unreachable(address: str | None, why: str) -> MltagError:
    return MltagError(
        f"The Ray cluster at {address} could not be reached: {why}",
        "Check the address, and that Ray runs there with the same versions of Ray and Python.",
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _load_ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray.data
    except ImportError as error:
        raise MltagError(
            "The engine ray needs Ray, which is not installed.",
            f"Omit --engine. {how_to_get('ray')}",
        ) from error
    return ray


def _user_error(error: Exception) -> MltagError:
    """Return an error with the first message of a traceback of the cluster."""
    found = re.search(r"^[\w.]*(?:Error|Exception): .+", str(error), re.MULTILINE)
    return MltagError(
        f"The cluster could not finish the job: {found.group() if found else _first_line(error)}",
        "Check that all nodes have the same versions of this program, of Ray and of Python, then try again.",
    )
