"""Files that appear whole or not at all, locks, and temporary folders that are cleaned up.

Locks on open files, which the system releases when the program ends.

Temporary folders; those of killed programs are deleted when the next one is made.

Atomic file writes, bounded reads and checksums.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final, Literal

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK_AT: Final = 1 << 30
"""The byte that Windows locks, far after the text that others read."""
_UNSUPPORTED: Final = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}
"""Error numbers of file systems without locks."""


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Lock an open file; return False if another program holds a lock. Without support, return True."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCK_AT, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK):
            return False
        if error.errno in _UNSUPPORTED:
            return True
        raise
    return True


PREFIX: Final = "mltag-scratch-"
_LOCK: Final = ".lock"


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """Provide a temporary folder that only the user can read, and delete it at the end of the block."""
    _delete_abandoned(Path(tempfile.gettempdir()))
    while True:
        with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
            lock = Path(name) / _LOCK
            try:
                file = lock.open("wb")
            except FileNotFoundError:  # another program has deleted it before it was locked
                continue
            with file:
                if try_lock(file.fileno()) and lock.exists():
                    yield Path(name)
                    return


def _delete_abandoned(parent: Path) -> None:
    """Delete the folders of this user whose lock nobody holds."""
    for folder in parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.is_symlink() or (hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
                continue
            with (folder / _LOCK).open("r+b") as file:
                is_abandoned = try_lock(file.fileno())
                if is_abandoned and os.name != "nt":
                    shutil.rmtree(folder, ignore_errors=True)
            if is_abandoned and os.name == "nt":  # Windows does not delete an open file
                shutil.rmtree(folder, ignore_errors=True)


_BUFFER_SIZE: Final = 1 << 20
"""Buffer size in bytes. Each write releases the GIL briefly, and CPython requests the GIL only after a full
switch interval without a release, so frequent small writes starve the GUI thread. With the default of 8 KiB
(a write every 0.3 ms) the window waited up to 150 ms for a thread that wrote a million records."""
WORKSPACE_SUFFIX: Final = ".mltag"
_NAME: Final = re.compile(r"\.([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{4}\.part(-journal|-wal|-shm)?")
"""The end of a part's name: the computer, the process, a random number, and the suffix of SQLite's files."""
_BEFORE: Final = "before"
"""The name of a folder that is being replaced, in the part of the new one."""
_LONGEST: Final = 200
"""Number of bytes of a name that its part keeps; file systems allow 255, and SQLite's files add a suffix."""
_QUERY: Final = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_NO_SUCH_PROCESS: Final = 87  # ERROR_INVALID_PARAMETER
_STILL_ACTIVE: Final = 259
_ABANDONED_AFTER: Final = 24 * 60 * 60
"""Seconds without a change after which a part counts as abandoned, even if its process still runs."""
_DENIED: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_DENIED_HINT: Final = message("Nothing was changed. Choose a folder that you may write to.")
_HELD_HINT: Final = message(
    "Nothing was changed. The file is read-only, or open in another program such as Excel. Close it there, "
    "or choose another name."
)
_HELD_FOR: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait between attempts to move a file that another program, such as a virus scanner, holds."""
_NO_NAME: Final = re.compile(r'[<>:"|?*\x00-\x1f]|[. ]$|^(con|nul|prn|aux|com\d|lpt\d)(\.|$)', re.IGNORECASE)
"""What no name of a file on Windows may be or contain."""
_FULL_HINT: Final = message("Nothing was changed. Free some space or choose another folder, then try again.")
_WORKSPACE_MARK: Final = slice(68, 72), b"MLTG"
"""Byte range of the application id in a workspace file, and its value; see `APPLICATION_ID`."""
MOST_READ: Final = 64 << 20
"""Maximum size in bytes of a file that is read into memory as a whole, such as a guideline."""
_ADDRESS: Final = re.compile(r"(?:^|[/\\])([A-Za-z][A-Za-z0-9+.-]+):[/\\](.+)")
"""An address, as `Path` writes it, perhaps below the current folder; a drive of Windows has one letter."""
_DISTRIBUTION: Final = "mltag-desktop"
"""A name in a call would make PyInstaller collect the metadata, which the packaged program does not use."""
_PACKAGE = Path(__file__).resolve().parents[1]


def refuse_links(document: Path) -> None:
    """Raise `MltagError` if a file beside a workspace is a symbolic link, which could name any other file."""
    for ending in ("-wal", "-shm", "-journal", "-lock", "-decisions"):
        beside = document.with_name(document.name + ending)
        if beside.is_symlink():
            raise MltagError(
                message("{path} is a symbolic link.", path=beside),
                "Files beside a workspace are not opened through links. Remove it, then try again.",
            )


def refuse_name_of_windows(path: Path) -> None:
    """Raise `MltagError` for a name that no file can have on Windows, such as CON.csv or a?.csv."""
    name = path.name
    if _NO_NAME.search(name):
        raise MltagError(
            message("Windows allows no file of the name {name}.", name=name),
            message(
                "Choose a name without {signs}, without a dot or blank at the end, and other than CON, NUL, "
                "PRN, AUX, COM1 and LPT1.",
                signs='< > : " | ? *',
            ),
        )


def refuse_to_replace(path: Path) -> None:
    """Raise `MltagError` when `path` is a workspace, device, pipe or socket, so that no file replaces one."""
    if not path.exists() or path.is_dir():
        return
    if not path.is_file():
        raise MltagError(message("{path} is not a file.", path=path), "Name a file to write to.")
    position, mark = _WORKSPACE_MARK
    header = b""
    with contextlib.suppress(OSError), path.open("rb") as file:
        header = file.read(position.stop)
    if path.suffix.lower() == WORKSPACE_SUFFIX or header[position] == mark:
        raise MltagError(
            message("{path} is a workspace and is not replaced.", path=path), "Choose another name."
        )


@contextlib.contextmanager
def atomic_write(path: Path, *, replace: bool = False, private: bool = False) -> Iterator[BinaryIO]:
    """Write `path` atomically: write a temporary file in the same folder, fsync and rename it.

    Only the user can read a `private` file; any other one replaces a file with its permissions.

    Raises `MltagError` when the file exists and `replace` is false, when it is a workspace, when the folder
    is missing or read-only, and when the disk is full. After an error an existing file is unchanged. The
    temporary files of killed programs in the folder are deleted.
    """
    if sys.platform == "win32":
        refuse_name_of_windows(path)
    if path.is_dir():
        raise MltagError(message("{path} is a folder.", path=path), "Name a file to write to.")
    if path.exists() and not replace:
        raise MltagError(
            message("{path} already exists.", path=path), "Choose another name, or allow overwriting."
        )
    refuse_to_replace(path)
    require_folder(path.absolute().parent)
    delete_abandoned_parts(path.absolute().parent)
    try:
        temporary, descriptor = _temporary_file(path, 0o600 if private else None)
    except OSError as error:
        raise write_error(path, error) from error
    try:
        with os.fdopen(descriptor, "wb", _BUFFER_SIZE) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        replace_file(temporary, path)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def atomic_folder(out: Path) -> Iterator[Path]:
    """Give the place of a new folder, which replaces `out` at the end of the block.

    Raises `MltagError` if it cannot be written. After any error, `out` is as before. What killed programs
    left in the folder is deleted.
    """
    parent = out.absolute().parent
    require_folder(parent)
    delete_abandoned_parts(parent)
    try:
        room = part_of(out)
        room.mkdir()
    except OSError as error:
        raise write_error(out, error) from error
    new, before = room / "new", room / _BEFORE
    try:
        yield new
        if out.exists():
            move(out, before)
        try:
            move(new, out)
        except OSError:
            if before.exists():
                move(before, out)
            raise
        sync_folder(parent)
    except OSError as error:
        raise write_error(out, error, "Close programs that use it, or choose another folder.") from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def require_folder(folder: Path) -> None:
    """Raise `MltagError` if there is no such folder, or if this user may not write to it."""
    require_local(folder)
    if not folder.is_dir():
        raise MltagError(
            message("The folder {folder} does not exist.", folder=folder),
            "Create it first, or choose another folder.",
        )
    if not os.access(folder, os.W_OK):
        raise MltagError(
            message("You do not have permission to write to {folder}.", folder=folder),
            "Choose another folder.",
        )


def move(source: Path, target: Path) -> None:
    """Rename a file or folder on the same disk; an existing file `target` is replaced.

    Windows moves no file that is open, nor its folder, and replaces no file that is read-only or open; a
    short hold of a virus scanner is waited for.
    """
    for seconds in _HELD_FOR if sys.platform == "win32" and os.access(target.parent, os.W_OK) else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    source.replace(target)


def replace_file(temporary: Path, path: Path) -> None:
    """Rename a complete file to its final name; it gets the permissions of the file it replaces."""
    if path.exists() and sys.platform != "win32":
        with contextlib.suppress(OSError):  # some network folders have no permissions
            temporary.chmod(path.stat().st_mode & 0o777)
    move(temporary, path)
    sync_folder(path.parent)


def _temporary_file(path: Path, permissions: int | None) -> tuple[Path, int]:
    """Create a temporary file next to `path`; without `permissions`, with those of `path` if it exists.

    `tempfile` creates files that only the owner may read, and the default permissions can only be read with
    `os.umask`, which changes them for all threads.
    """
    if permissions is None:
        permissions = path.stat().st_mode & 0o777 | 0o200 if path.exists() else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        temporary = part_of(path)
        with contextlib.suppress(FileExistsError):
            return temporary, os.open(temporary, flags, permissions)


def permissions_of(path: Path, otherwise: int) -> int:
    """Return the permissions for a file that belongs to `path`; `otherwise` if `path` does not exist."""
    try:
        return path.stat().st_mode & 0o666 | 0o600
    except OSError:
        return otherwise


def create_empty(path: Path, permissions: int) -> None:
    """Create an empty file with `permissions`, which SQLite keeps; raises `FileExistsError`."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, permissions))


def sync_folder(folder: Path) -> None:
    """Flush `folder`, so that a rename in it survives a power loss.

    Errors are ignored: some network folders and folders without read permission do not support it, but the
    file is there.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_whole(path: Path, hint: str = "", most: int = MOST_READ) -> bytes:
    """Return the bytes of a small file; raises `MltagError` when it is missing, no file, or longer."""
    try:
        require_file(path)
        return read_bounded(path, most)
    except OSError as error:
        raise read_error(path, error, hint or message("Check its name.")) from error
    except ValueError as error:
        raise MltagError(
            message("{path} is larger than {most:,} MiB.", path=path, most=most >> 20),
            "Choose another file; this one is too large for its purpose.",
        ) from error


def require_file(path: Path) -> None:
    """Raise `MltagError` when `path` is a folder, a pipe, a device or a socket, or no name of a file."""
    if path.is_dir():
        raise MltagError(message("{path} is a folder.", path=path), "Choose a file.")
    if path.is_fifo():  # a table is opened several times
        raise MltagError(message("{path} is a pipe.", path=path), "Save it to a file first.")
    if path.exists() and not path.is_file():
        raise MltagError(message("{path} is a device, not a file.", path=path), "Choose a file.")
    require_local(path)
    if not path.exists() and any(sign in path.name for sign in "*?["):
        raise MltagError(
            message("No file is called {path}, and patterns are not understood.", path=path), "Name one file."
        )


def require_local(path: Path) -> None:
    """Raise `MltagError` when `path` is an address such as s3://bucket/name, and not on this computer."""
    address = _ADDRESS.search(str(path))
    if address and not path.exists():
        raise MltagError(
            message("{path} is an address, not a file of this computer.", path="://".join(address.groups())),
            "Copy it to this computer first. Only mltag predict with --engine ray reads addresses.",
        )


def read_bounded(path: Path, most: int) -> bytes:
    """Return the bytes of a file; raises `OSError`, and `ValueError` when it is longer than `most` bytes."""
    with path.open("rb") as file:
        data = file.read(most + 1)  # the reported size of a device is not the number of bytes it gives
    if len(data) > most:
        raise ValueError("it is far too long")
    return data


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_error(path: Path, error: OSError, hint: str = "") -> MltagError:
    """Return the error for a file or folder that could not be written; without a `hint`, it is as before."""
    return MltagError(
        message("{path} could not be written: {why}.", path=path, why=error.strerror or str(error)),
        hint or _hint_after(path, error),
    )


def _hint_after(path: Path, error: OSError) -> str:
    if error.errno not in _DENIED:
        return _FULL_HINT
    return _HELD_HINT if sys.platform == "win32" and path.is_file() else _DENIED_HINT


def read_error(path: Path | str, error: OSError, hint: str) -> MltagError:
    """Return the error for a file that could not be read."""
    return MltagError(
        message("{path} could not be read: {why}.", path=path, why=error.strerror or str(error)), hint
    )


def user_folder(kind: Literal["config", "data", "cache", "log"]) -> Path:
    """Return a folder of the program for this user account; it may not exist yet."""
    import platformdirs  # imported here because it takes milliseconds at start-up

    found: Path = getattr(platformdirs, f"user_{kind}_path")(_DISTRIBUTION, appauthor=False)
    return found


def resource(name: str) -> Path:
    """Return the path of `resources/NAME` in a checkout, a wheel or the frozen program.

    The guide is in `resources/guide`, in a checkout in `docs/guide`. Raises `MltagError` when the resource is
    missing, which means that the installation is damaged.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    roots = (
        [Path(frozen) / "resources"]
        if frozen
        else [_PACKAGE / "resources", _PACKAGE.parent / "resources", _PACKAGE.parent / "docs"]
    )
    for root in roots:
        if (root / name).exists():
            return root / name
    raise MltagError(
        message("The program file {name} is missing.", name=name), "Install MLTag Desktop again."
    )


def how_to_get(extra: str) -> str:
    """Return how to install an optional dependency here; it ends with a command, so no full stop follows.

    Nothing can be added to the packaged program; a checkout is installed from its own folder.
    """
    if getattr(sys, "frozen", False):
        return message(
            "The packaged program does not include it. Install Python 3.11 or later, then in a folder with "
            "the source of MLTag Desktop: {command}",
            command=f'pip install ".[{extra}]"',
        )
    return message("Install it with: {command}", command=_pip_command(extra, _PACKAGE.parent))


def _pip_command(extra: str, root: Path) -> str:
    """Return the pip command for a checkout in `root`, or for an installed package.

    An installed package came from a file, so that pip may not find it by its name; its libraries are named.
    """
    if (root / "pyproject.toml").is_file():
        return f'"{sys.executable}" -m pip install -e "{root}[{extra}]"'
    libraries = " ".join(f'"{library}"' for library in _libraries(extra))
    return f'"{sys.executable}" -m pip install {libraries}'


def _libraries(extra: str) -> list[str]:
    """Return the requirements of an extra, as the metadata of the installed package have them."""
    from importlib.metadata import requires

    marker = re.compile(rf"extra == ['\"]{extra}['\"]")
    return [
        requirement.partition(";")[0].strip()
        for requirement in requires(_DISTRIBUTION) or ()
        if marker.search(requirement)
    ]


def free_place(place: Path) -> Path:
    """Return `place`, or the first of NAME-2, NAME-3, … that does not exist."""
    number = 1
    free = place
    while free.exists():
        number += 1
        free = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return free


def part_of(path: Path) -> Path:
    """Return an unused name next to `path` for a file that will take its place once it is complete.

    The name tells which process writes it, so that another one can tell whether it was abandoned. A long name
    is cut to fit the limit of file systems.
    """
    name = os.fsencode(path.name)[:_LONGEST].decode(errors="ignore")
    while True:
        mark = f"{_computer()}-{os.getpid()}-{os.urandom(2).hex()}"
        part = path.with_name(f".{name}.{mark}.part")
        if not part.exists():
            return part


def delete_part(part: Path) -> None:
    """Delete a part, if it still exists, and SQLite's files next to it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def delete_abandoned_parts(folder: Path) -> None:
    """Delete the parts that killed programs left in a folder, of files and folders of any name.

    A part is abandoned if its process has ended, or a day after its last change: the processes of another
    computer cannot be seen. A folder that was being replaced gets its place again. Parts of workspaces whose
    name does not tell their process, which earlier versions wrote, are deleted after a day, too.
    """
    with contextlib.suppress(OSError):
        for part in folder.glob(".*.*part*"):
            mark = _NAME.search(part.name)
            if mark is None and WORKSPACE_SUFFIX not in part.name:
                continue
            with contextlib.suppress(OSError):
                is_old = time.time() - part.lstat().st_mtime > _ABANDONED_AFTER
                is_ours = mark is not None and mark[1] == _computer()
                if is_old or (is_ours and mark is not None and not _is_running(int(mark[2]))):
                    if part.is_dir() and not part.is_symlink():
                        _delete_abandoned_folder(part, mark)
                    else:
                        part.unlink()


def _delete_abandoned_folder(part: Path, mark: re.Match[str] | None) -> None:
    """Delete the part of a folder, or restore the folder that it was replacing; other folders stay."""
    if mark is None or mark.end() < len(part.name):
        return  # a folder of the user
    replaced = part.with_name(part.name[1 : mark.start()])
    if (part / _BEFORE).exists():
        if len(os.fsencode(replaced.name)) >= _LONGEST:
            return  # its name was cut
        if not replaced.exists():
            (part / _BEFORE).rename(replaced)
    shutil.rmtree(part)


@cache
def _computer() -> str:
    """Return a mark of this computer, and of the container in it, since each numbers its own processes."""
    if sys.platform == "win32":
        name = os.environ.get("COMPUTERNAME", "")
    else:
        name = os.uname().nodename
        with contextlib.suppress(OSError):
            name += str(Path("/proc/self/ns/pid").readlink())
    return f"{zlib.crc32(name.encode()):08x}"


def _is_running(process: int) -> bool:
    """Return whether a process of this computer may be running."""
    if sys.platform == "win32":
        import ctypes

        system = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = system.OpenProcess(_QUERY, False, process)
        if not handle:
            return ctypes.get_last_error() != _NO_SUCH_PROCESS
        code = ctypes.c_ulong()
        system.GetExitCodeProcess(handle, ctypes.byref(code))
        system.CloseHandle(handle)
        return code.value == _STILL_ACTIVE
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
