"""What the program remembers of its user, in one small JSON file."""

import dataclasses
import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import atomic_write

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

    review_below: float = setting(0.80, "Ask a person below this confidence", low=0.0, high=1.0)
    curator: str = setting("", "Your name, written beside each decision")
    colour_scheme: str = setting("system", "Colours", choices=("system", "light", "dark"))
    language: str = setting("system", "Language", choices=("system", "en", "de", "fr"))
    font_scale: float = setting(1.0, "Size of the reading text", low=0.7, high=2.5)
    advance: bool = setting(True, "Go on to the next record after a decision")
    queue_order: str = setting(
        "margin",
        "Which record is asked about next",
        choices=("margin", "coverage", "committee", "random", "table"),
    )
    keys: tuple[str, ...] = setting((), "Changed keys, a command and its keys each", high=200)
    hints: bool = setting(True, "Show hints")
    recent_files: tuple[str, ...] = setting((), "Recent files", high=12)
    last_folder: str = setting("", "Folder of the last file")
    window_geometry: str = setting("", "Place of the window, base64")
    window_state: str = setting("", "Panels of the window, base64")
    unknown: Mapping[str, object] = dataclasses.field(default_factory=dict, repr=False)
    """Keys of another version of the program; they are kept."""

    def with_recent(self, path: Path) -> "Settings":
        """Return settings in which `path` is the most recent file."""
        name = str(path)
        others = tuple(each for each in self.recent_files if each != name)
        return dataclasses.replace(self, recent_files=(name, *others)[: _bound("recent_files")])


DECLARED: Final = {each.name: each for each in dataclasses.fields(Settings) if each.name != "unknown"}


def load(path: Path) -> Settings:
    """Read settings; a missing file gives the defaults, a damaged one too and is kept as `NAME.bad`.

    A value of the wrong type or out of its bounds gives way to the default, on its own.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        _keep_aside(path, error)
        return Settings()
    if not isinstance(content, dict):
        _keep_aside(path, TypeError("it holds no JSON object"))
        return Settings()
    known = {key: _checked(key, value) for key, value in content.items() if key in DECLARED}
    unknown = {key: value for key, value in content.items() if key not in DECLARED}
    good = {key: value for key, value in known.items() if value is not None}
    return Settings(**good, unknown=unknown)


def store(path: Path, settings: Settings) -> None:
    """Write settings through a temporary file and a rename; raises `MltagError` when that fails."""
    content = {**settings.unknown, **{key: getattr(settings, key) for key in DECLARED}}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(
            f"The folder {path.parent} could not be made: {error.strerror}.",
            "Settings are not kept this time.",
        ) from error
    with atomic_write(path, replace=True) as file:
        file.write(json.dumps(content, indent=2).encode() + b"\n")


def aside(path: Path) -> Path:
    """Where a damaged settings file is kept."""
    return path.with_name(path.name + ".bad")


def _keep_aside(path: Path, why: Exception) -> None:
    try:
        path.replace(aside(path))
    except OSError as error:
        _log.warning("The settings %s cannot be read (%s) nor kept aside (%s).", path, why, error)
    else:
        _log.warning("The settings %s cannot be read (%s); they are kept as %s.", path, why, aside(path))


def _checked(name: str, value: Any) -> Any:
    """Return the value as the setting's type, None when it is not fit for it."""
    declared = DECLARED[name]
    default, meta = declared.default, declared.metadata
    fit: bool
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, float):
        fit = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if fit and meta["low"] <= value <= meta["high"] else None
    if isinstance(default, tuple):
        fit = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return tuple(value)[: _bound(name)] if fit else None
    fit = isinstance(value, str) and (not meta["choices"] or value in meta["choices"])
    return value if fit else None


def _bound(name: str) -> int:
    return int(DECLARED[name].metadata["high"])
