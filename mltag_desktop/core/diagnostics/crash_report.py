"""Crash reports: where an error occurred and in which version, without any text of a record."""

import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final

import mltag_desktop
from mltag_desktop.core.filesystem.files import atomic_write

KEPT: Final = 20
"""Number of crash reports to keep; older ones are deleted."""

_PACKAGE: Final = Path(mltag_desktop.__file__).resolve().parent


@dataclass(frozen=True)
class CrashReport:
    """A report of an unexpected error: `summary` in one line, `details` for developers."""

    summary: str
    details: str


def describe(error: BaseException, where: str, context: Mapping[str, str]) -> CrashReport:
    """Return a report of `error`, which was raised in `where` (a thread or a job).

    The report has no error messages, since they may quote a record, no local variables, and no folders
    outside the program.
    """
    facts = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": mltag_desktop.__version__,
        "system": platform.platform(),
        "python": platform.python_version(),
        "where": where,
        **context,
    }
    lines = [f"{name}: {value}" for name, value in facts.items()]
    for link, one in _chain(error):
        lines += ["", f"{link}{type(one).__module__}.{type(one).__qualname__}"]
        lines += [f"  {place}" for place in _locations(one.__traceback__)]
    return CrashReport(summary(error), "\n".join(lines) + "\n")


def write(report: CrashReport, folder: Path) -> Path:
    """Write `report` to a new file in `folder`, delete old reports, and return the path.

    Raises `MltagError` or `OSError` when the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / datetime.now(UTC).strftime("crash-%Y%m%d-%H%M%S-%f.txt")
    with atomic_write(path, private=True) as file:
        file.write(report.details.encode("utf-8"))
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def summary(error: BaseException) -> str:
    """Return the type of an error and the last program line in its traceback, without its message."""
    places = list(_locations(error.__traceback__))
    own = [place for place in places if place.startswith("mltag_desktop/")]
    at = (own or places or ["an unknown place"])[-1]
    return f"{type(error).__qualname__} at {at}"


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """Yield the error and its causes, newest first, each only once, with a phrase that links them."""
    seen: set[int] = set()
    link, one = "", error
    while id(one) not in seen:
        seen.add(id(one))
        yield link, one
        if one.__cause__ is not None:
            link, one = "caused by ", one.__cause__
        elif one.__context__ is not None and not one.__suppress_context__:
            link, one = "while handling ", one.__context__


def _locations(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_relative_path(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}"
        trace = trace.tb_next


def _relative_path(filename: str) -> str:
    """Return the path relative to the package or library, without the user's folders."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    for root in sorted((Path(entry) for entry in sys.path if entry), key=lambda one: -len(one.parts)):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name
