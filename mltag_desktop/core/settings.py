"""What the program remembers of its user, in one small JSON file."""

import dataclasses
import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import atomic_write, read_bounded

MOST_BYTES: Final = 1 << 20
"""A settings file holds a few kilobytes."""
_log: Final = logging.getLogger(__name__)


def setting(
    default: Any,
    label: str,
    *,
    low: float | None = None,
    high: float | None = None,
    choices: tuple[str, ...] = (),
) -> Any:
    """Declare a setting: its default, the words beside it, its bounds or its choices."""
    return dataclasses.field(
        default=default, metadata={"label": label, "low": low, "high": high, "choices": choices}
    )


@dataclasses.dataclass(frozen=True)
class Settings:
    """All settings; change one with `dataclasses.replace`."""

    review_below: float = setting(0.80, "Review threshold", low=0.0, high=1.0)
    curator: str = setting("", "Your name, saved with each decision", high=80)
    colour_scheme: str = setting("system", "Colours", choices=("system", "light", "dark"))
    language: str = setting("system", "Language", choices=("system", "en", "de", "fr"))
    font_scale: float = setting(1.0, "Text size", low=0.7, high=2.5)
    advance: bool = setting(True, "Advance after a decision")
    queue_order: str = setting(
        "margin",
        "Review order",
        choices=("margin", "coverage", "committee", "random", "table"),
    )
    keys: tuple[str, ...] = setting((), "Changed keyboard shortcuts, per command", high=200)
    hints: bool = setting(True, "Show hints")
    reduced_motion: bool = setting(False, "Reduce motion")
    backups_kept: int = setting(10, "Backups kept of each workspace", low=2, high=100)
    log_level: str = setting("normal", "Log level", choices=("off", "normal", "detailed"))
    recent_files: tuple[str, ...] = setting((), "Recent files", high=12)
    last_folder: str = setting("", "Folder of the last file")
    window_geometry: str = setting("", "Place of the window, base64")
    window_state: str = setting("", "Panels of the window, base64")
    hidden_panes: tuple[str, ...] = setting((), "Hidden panes", high=2)
    unknown: Mapping[str, object] = dataclasses.field(default_factory=dict, repr=False)
    """Keys of another version of the program; they are kept."""

    def with_recent(self, path: Path) -> "Settings":
        """Return settings in which `path` is the most recent file."""
        name = str(path)
        others = tuple(each for each in self.recent_files if each != name)
        return dataclasses.replace(self, recent_files=(name, *others)[: _bound("recent_files")])


DECLARED: Final = {each.name: each for each in dataclasses.fields(Settings) if each.name != "unknown"}


class Loaded(NamedTuple):
    """Settings as they were read."""

    settings: Settings
    damaged: str = ""
    """Why the file was not read, empty when it was; it is kept aside then."""


def load(path: Path) -> Settings:
    """Read settings; a missing file gives the defaults, a damaged one too and is kept as `NAME.bad`.

    A value of the wrong type or out of its bounds gives way to the default, on its own.
    """
    return read(path).settings


def read(path: Path) -> Loaded:
    """Read settings as `load` does, and say what was wrong with the file."""
    try:
        content = json.loads(read_bounded(path, MOST_BYTES).decode("utf-8"))
        if not isinstance(content, dict):
            raise ValueError("it holds no JSON object")
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError) as error:
        _keep_aside(path)
        return Loaded(Settings(), str(error) or type(error).__name__)
    known = {key: _checked(key, value) for key, value in content.items() if key in DECLARED}
    unknown = {key: value for key, value in content.items() if key not in DECLARED}
    good = {key: value for key, value in known.items() if value is not None}
    return Loaded(Settings(**good, unknown=unknown))


def restored(settings: Settings, names: Iterable[str]) -> Settings:
    """Return `settings` with the defaults for those that are named."""
    defaults: dict[str, Any] = {name: DECLARED[name].default for name in names}
    return dataclasses.replace(settings, **defaults)


def store(path: Path, settings: Settings) -> None:
    """Write settings through a temporary file and a rename; raises `MltagError` when that fails."""
    content = {**settings.unknown, **{key: getattr(settings, key) for key in DECLARED}}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(
            f"The folder {path.parent} could not be created: {error.strerror}.",
            "Settings will not be saved this time.",
        ) from error
    with atomic_write(path, replace=True) as file:
        file.write(json.dumps(content, indent=2).encode() + b"\n")


def aside(path: Path) -> Path:
    """Where a damaged settings file is kept."""
    return path.with_name(path.name + ".bad")


def _keep_aside(path: Path) -> None:
    try:
        path.replace(aside(path))
    except OSError as error:
        _log.warning("%s cannot be read nor kept aside", path, exc_info=error)
    else:
        _log.warning("%s cannot be read; it is kept as %s", path, aside(path))


def _checked(name: str, value: Any) -> Any:
    """Return the value as the setting's type, None when it is not fit for it."""
    declared = DECLARED[name]
    default, meta = declared.default, declared.metadata
    fit: bool
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, int):
        fit = isinstance(value, int) and not isinstance(value, bool)
        return value if fit and meta["low"] <= value <= meta["high"] else None
    if isinstance(default, float):
        fit = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if fit and meta["low"] <= value <= meta["high"] else None
    if isinstance(default, tuple):
        fit = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return tuple(value)[: _bound(name)] if fit else None
    fit = isinstance(value, str) and (not meta["choices"] or value in meta["choices"])
    fit = fit and (meta["high"] is None or len(value) <= meta["high"])
    return value if fit else None


def _bound(name: str) -> int:
    return int(DECLARED[name].metadata["high"])
