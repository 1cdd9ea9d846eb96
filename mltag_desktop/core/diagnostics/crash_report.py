"""Crash reports and facts for bug reports, without any text, tag, name or folder of a user.

The facts are versions, counts and sizes. A crash report says where an error occurred and in which version.
"""

import contextlib
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

import mltag_desktop
from mltag_desktop.core.diagnostics.updates import release_keys
from mltag_desktop.core.filesystem import atomic_write
from mltag_desktop.core.settings import Settings

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

LIBRARIES: Final = ("numpy", "scipy", "scikit-learn", "chardet", "python-calamine", "openpyxl")
_REPORTED_SETTINGS: Final = (
    "review_below", "colour_scheme", "font_scale", "advance", "queue_order", "hints", "reduced_motion",
    "backups_kept", "log_level", "language",
)  # fmt: skip
"""Settings without personal data."""

Facts = Mapping[str, Mapping[str, str]]
"""Values by heading and name."""


def program_facts() -> dict[str, str]:
    """Return the versions of the program, Python and the operating system."""
    return {
        "version": mltag_desktop.__version__ + ("" if release_keys() else " (unsigned development build)"),
        "installed as": "a standalone program" if getattr(sys, "frozen", False) else "a Python package",
        "system": platform.platform(),
        "machine": f"{platform.machine()}, {os.cpu_count() or 0} processors",
        "Python": platform.python_version(),
    }


def library_facts() -> dict[str, str]:
    """Return the versions of the installed libraries."""
    versions: dict[str, str] = {}
    for name in LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            versions[name] = version(name)
    return versions


def model_facts(model: "LinearModel | None") -> dict[str, str]:
    """Return facts about the active model; its tags are counted, not named."""
    if model is None:
        return {"active": "none"}
    manifest = model.manifest
    return {
        "active": manifest.version,
        "trained from": manifest.base or "nothing",
        "recipe": manifest.recipe.name,
        "tags": f"{len(manifest.tags):,}",
        "trained on": f"{manifest.training.rows:,} rows, {manifest.training.examples:,} of them added",
    }


def workspace_facts(workspace: "Workspace | None") -> dict[str, str]:
    """Return counts and sizes of the open workspace."""
    if workspace is None:
        return {"open": "none"}
    states = workspace.states()
    return {
        "records": f"{workspace.table.count:,}",
        "decided": f"{int((states.decided >= 0).sum()):,}",
        "predicted": f"{int((states.predicted >= 0).sum()):,}",
        "stale predictions": f"{int(states.stale.sum()):,}",
        "unreadable lines": f"{len(workspace.table.quarantined):,}",
        "columns": f"{len(workspace.table.columns):,}",
        "tags": f"{len(workspace.tag_set.tags):,}",
        "models": f"{len(workspace.models.all()):,}",
        "form": workspace.table.dialect.form,
        "encoding": workspace.table.dialect.encoding,
        "size": f"{workspace.path.stat().st_size / 1e6:,.1f} MB" if workspace.path.exists() else "unknown",
        "read only": "yes" if workspace.read_only else "no",
    }


def settings_facts(settings: Settings) -> dict[str, str]:
    """Return the settings without personal data."""
    return {name: str(getattr(settings, name)) for name in _REPORTED_SETTINGS if hasattr(settings, name)}


def as_text(facts: Facts) -> str:
    """Format facts as lines below their headings."""
    blocks = []
    for heading, group in facts.items():
        blocks.append("\n".join([heading, *(f"  {name}: {value}" for name, value in group.items())]))
    return "\n\n".join(blocks) + "\n"


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
