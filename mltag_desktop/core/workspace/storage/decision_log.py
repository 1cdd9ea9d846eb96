"""A second copy of all decisions: a text file beside the workspace with a line for each step of the journal.

`NAME.mltag-decisions` is only appended to, and a line is on the disk before its step is acknowledged. A line
has the CRC-32 of its rest, the number of the step, and the step with its decisions as JSON. Lines with the
number 0 tie the steps to a state of the workspace file: "file" is the token in that file (see
`write_ahead_log`), "next" the one that it is about to get, "log" the salts of SQLite's log.
"""

import contextlib
import errno
import itertools
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import move, part_of, permissions_of, read_bounded, read_error, sync_folder
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.storage.row_checksums import sum_of

ENDING: Final = "-decisions"
_STEPS: Final = "SELECT step, action, target, label, curator, time, before, after FROM steps"
_DECISIONS: Final = (
    "SELECT step, record, kind, tag, model_version, predicted_tag, confidence, note FROM decisions"
)
_KEYS: Final = ("action", "target", "label", "curator", "time", "before", "after")
_LARGEST: Final = 1 << 30
"""Number of bytes above which a log is not read."""
_MOST_FLIPPED: Final = 8
"""Maximum number of bits in which damaged tokens or salts may differ; random ones differ in half of them."""


class LoggedStep(NamedTuple):
    """A step with its decisions, in the order of the columns of both tables without ids and checksums."""

    values: tuple[Any, ...]
    """Step, action, target, label, curator, time, and before and after as JSON."""
    decisions: tuple[tuple[Any, ...], ...]
    """Step, record, kind, tag, model version, predicted tag, confidence and note of each."""

    @property
    def number(self) -> int:
        """The number of the step."""
        return int(self.values[0])

    @property
    def line(self) -> bytes:
        """The step as a line of the log."""
        content: dict[str, Any] = dict(zip(_KEYS, self.values[1:], strict=True))
        for side in ("before", "after"):
            content[side] = json.loads(content[side] or "null")
        groups = itertools.groupby(self.decisions, lambda row: (*row[2:6], row[7]))
        content["decisions"] = []
        for shared, rows in groups:
            records = [(row[1], row[6]) for row in rows]
            content["decisions"].append([*shared, *map(list, zip(*records, strict=True))])
        return _line(self.number, content)


class DecisionLogContent(NamedTuple):
    """What a decision log says."""

    path: Path
    lines: dict[int, bytes]
    """The JSON of each step by its number."""
    file: bytes
    """The token of the file to which the last steps belong; empty if it is not known."""
    next: bytes
    """The token that the file was about to get, and may have; or empty."""
    log: bytes
    """The salts of SQLite's log of this state; empty if nothing was written to a log yet."""
    damaged: int
    """Number of damaged lines."""
    is_torn: bool
    """Whether the last line is incomplete, because the program was killed while it was written."""

    def step(self, number: int) -> LoggedStep:
        """Return a step; raises `MltagError` for one that the program did not write."""
        try:
            content = json.loads(self.lines[number])
            before, after = (json.dumps(content[side]) for side in ("before", "after"))
            head = tuple(content[key] for key in _KEYS[:-2])
            decisions = tuple(
                (number, int(record), kind, tag, version, predicted, confidence, note)
                for kind, tag, version, predicted, note, records, confidences in content["decisions"]
                for record, confidence in zip(records, confidences, strict=True)
            )
        except (LookupError, TypeError, ValueError, RecursionError) as error:
            raise unreadable_log(self.path) from error
        return LoggedStep((number, *head, before, after), decisions)

    def belongs_to(self, token: bytes) -> bool:
        """Return whether the log was written for the state of the file with this token, but for damage."""
        return any(known and _is_alike(known, token) for known in (self.file, self.next))

    def has_salts(self, salts: bytes) -> bool:
        """Return whether a log of SQLite with these salts belongs to this state of the file.

        SQLite adds one to the first salt when it starts a log again; a kill may come before that is noted.
        """
        first, last = (int.from_bytes(each[:4], "big") for each in (self.log, salts))
        return not self.log or _is_alike(self.log, salts) or (first + 1) & 0xFFFFFFFF == last

    def agrees_with(self, connection: sqlite3.Connection) -> bool:
        """Return whether the log and the file tell the same history, as far as both know it."""
        for number, its_sum in connection.execute("SELECT step, sum FROM steps ORDER BY step DESC"):
            if number in self.lines:
                return bool(sum_of(self.step(number).values) == its_sum)
        return True

    def holds_more_than(self, connection: sqlite3.Connection) -> bool:
        """Return whether the log has a step that the file lacks, or another one of the same number."""
        return not self.agrees_with(connection) or bool(self.missing_in(connection))

    def missing_in(self, connection: sqlite3.Connection) -> list[LoggedStep]:
        """Return the steps that the file lacks."""
        known = {number for (number,) in connection.execute("SELECT step FROM steps")}
        return [self.step(number) for number in sorted(self.lines.keys() - known)]


def decisions_path(document: Path) -> Path:
    """Return the path of the decision log of a workspace."""
    return document.with_name(document.name + ENDING)


def read_decisions(path: Path) -> DecisionLogContent | None:
    """Read a decision log; None without one. Raises `MltagError` if it cannot be read."""
    try:
        data = read_bounded(path, _LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise read_error(path, error, "Check who owns the file and try again.") from error
    except ValueError as error:
        raise unreadable_log(path) from error
    lines: dict[int, bytes] = {}
    marks = {"file": b"", "next": b"", "log": b""}
    pieces = data.split(b"\n")
    damaged = 0
    last = pieces.pop()
    for piece in pieces:
        found = _content(piece)
        if found is None:
            damaged += 1
        elif found[0]:
            lines[found[0]] = found[1]
        else:
            try:
                kind, value = next(iter(json.loads(found[1]).items()))
                marks |= {"file": {"next": b"", "log": b""}, "next": {}, "log": {}}[kind]
                marks[kind] = bytes.fromhex(value)
            except (LookupError, TypeError, ValueError, AttributeError):
                damaged += 1
    return DecisionLogContent(path, lines, **marks, damaged=damaged, is_torn=bool(last))


def is_decision_log(path: Path) -> bool:
    """Return whether the first line of a file is one of a decision log."""
    try:
        with path.open("rb") as file:
            return _content(file.readline(1 << 20).rstrip(b"\n")) is not None
    except OSError:
        return False


def steps_in(connection: sqlite3.Connection, after: int = 0) -> Iterator[LoggedStep]:
    """Yield the steps of a file with a number above `after`."""
    for head in connection.execute(f"{_STEPS} WHERE step > ? ORDER BY step", (after,)).fetchall():
        rows = connection.execute(f"{_DECISIONS} WHERE step = ? ORDER BY id", head[:1]).fetchall()
        yield LoggedStep(head, tuple(rows))


class DecisionLog:
    """The decision log beside an open workspace; there is one writer at a time.

    A log that cannot be kept up to date, for instance on a full disk, is deleted and written again from the
    file when there is room: an incomplete one would be worse than none.
    """

    def __init__(self, document: Path) -> None:
        self._document = document
        self._path = decisions_path(document)
        self.is_current = False
        """Whether the log holds everything that it should."""

    def begin(self, connection: sqlite3.Connection, content: DecisionLogContent | None, token: bytes) -> None:
        """Bring the log up to date with a file and its token; without `content`, what it says, replace it."""
        is_usable = content is not None and content.file == token and not content.damaged + content.is_torn
        if content is None or not is_usable:
            self.rewrite(connection, token)
            return
        self.is_current = True
        self.append(step.line for step in steps_in(connection, max(content.lines, default=0)))

    def rewrite(self, connection: sqlite3.Connection, token: bytes, salts: bytes = b"") -> None:
        """Write the log from the file."""
        part = part_of(self._path)
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            permissions = permissions_of(self._document, 0o600)
            with os.fdopen(os.open(part, flags, permissions), "wb") as file:
                part.chmod(permissions)  # whoever may read the file has to read this, whatever the umask
                file.write(_mark(file=token))
                if salts:
                    file.write(_mark(log=salts))
                file.writelines(step.line for step in steps_in(connection))
                file.flush()
                os.fsync(file.fileno())
            move(part, self._path)
            sync_folder(self._path.parent)
            self.is_current = True
        except OSError:
            self._give_up()
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def require_not_stale(self) -> None:
        """Raise `OSError` if the log could be neither written nor deleted.

        Such a log, as of an earlier state of the file, would make the log of SQLite look like that of another
        file.
        """
        if not self.is_current and self._path.exists():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), self._path)

    def mark(self, **marks: bytes) -> None:
        """Note the token that the file has or gets next, or the salts of its log."""
        self.append([_mark(**marks)])

    def append(self, lines: Iterable[bytes]) -> None:
        """Append lines, and return when they are on the disk."""
        data = b"".join(lines)
        if not data or not self.is_current:
            return
        try:
            flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self._path, flags), "ab", 0) as file:
                if file.write(data) != len(data):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                os.fsync(file.fileno())
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        self.is_current = False
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _mark(**marks: bytes) -> bytes:
    return _line(0, {kind: value.hex() for kind, value in marks.items()})


def _line(number: int, content: Any) -> bytes:
    text = f"{number} {json.dumps(content, ensure_ascii=False, separators=(',', ':'))}".encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _content(line: bytes) -> tuple[int, bytes] | None:
    """Return number and JSON of a line; None if it is damaged."""
    if line[:8] != b"%08x" % zlib.crc32(line[9:]) or line[8:9] != b" ":
        return None
    number, _, content = line[9:].partition(b" ")
    return (int(number), content) if number.isdigit() else None


def unreadable_log(path: Path) -> MltagError:
    """Return the error for a decision log in which no decision can be read."""
    return MltagError(
        message("{path} holds no readable decisions.", path=path),
        "Choose a file NAME.mltag-decisions, or move this one away.",
    )


def _is_alike(known: bytes, other: bytes) -> bool:
    difference = int.from_bytes(known, "big") ^ int.from_bytes(other, "big")
    return len(known) == len(other) and difference.bit_count() <= _MOST_FLIPPED
