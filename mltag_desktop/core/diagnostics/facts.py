"""Facts for a bug report: versions, counts and sizes, but no texts, tags, names or folders."""

import contextlib
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

import mltag_desktop
from mltag_desktop.core.diagnostics.signatures import release_keys
from mltag_desktop.core.settings import Settings

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

LIBRARIES: Final = ("numpy", "scipy", "scikit-learn", "chardet", "python-calamine", "openpyxl", "pyqtgraph")
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
