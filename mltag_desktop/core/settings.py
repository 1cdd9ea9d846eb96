"""The settings of the program, stored in a JSON file."""

import dataclasses
import getpass
import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, read_bounded
from mltag_desktop.core.messages import message

MOST_BYTES: Final = 1 << 20
"""Maximum size of a settings file; a normal one has a few kilobytes."""
DEFAULT_REVIEW_THRESHOLD: Final = 0.80
"""The confidence below which a prediction is to review, unless the curator or the table sets another one.

The window, the command line, the service and the reports take it from here.
"""
_log: Final = logging.getLogger(__name__)


YOU: Final = message("You")
APPEARANCE: Final = message("Appearance")
REVIEWING: Final = message("Reviewing")
STORAGE: Final = message("Storage")


class Shown(NamedTuple):
    """How the settings dialog shows a setting: under which heading, and with which texts."""

    heading: str
    label: str
    words: str
    unit: str = ""
    """Suffix of the number."""


def setting(
    default: Any,
    shown: Shown | None = None,
    *,
    low: float | None = None,
    high: float | None = None,
    choices: Mapping[str, str] | None = None,
) -> Any:
    """Declare a setting: its default, its texts unless the dialog leaves it out, and bounds or choices.

    The dialog shows the settings in the order of their declarations.
    """
    metadata = {"shown": shown, "low": low, "high": high, "choices": choices or {}}
    return dataclasses.field(default=default, metadata=metadata)


def user_name() -> str:
    """Return the login name, or "curator" if it is unknown."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # ImportError: on Windows without a name in the environment
        return "curator"


@dataclasses.dataclass(frozen=True)
class Settings:
    """All settings; use `dataclasses.replace` to change one."""

    curator: str = setting(
        "",
        Shown(
            YOU,
            message("Your name"),
            message("Saved with each decision from now on. If empty, your login name is used."),
        ),
        high=80,
    )
    colour_scheme: str = setting(
        "system",
        Shown(APPEARANCE, message("Colours"), message("Light, dark, or the system setting.")),
        choices={"system": message("System setting"), "light": message("Light"), "dark": message("Dark")},
    )
    language: str = setting(
        "system",
        Shown(APPEARANCE, message("Language"), message("Takes effect after a restart.")),
        choices={"system": message("System language"), "en": "English", "de": "Deutsch", "fr": "Français"},
    )
    font_scale: float = setting(
        1.0,
        Shown(
            APPEARANCE,
            message("Text size"),
            message(
                "For the record text in the detail pane and the focus view. All other text uses the system "
                "font size."
            ),
            unit=" ×",
        ),
        low=0.7,
        high=2.5,
    )
    reduced_motion: bool = setting(
        False,
        Shown(
            APPEARANCE,
            message("Reduce motion"),
            message("No blinking cursor, no fading menus or tooltips."),
        ),
    )
    hints: bool = setting(
        True,
        Shown(
            APPEARANCE,
            message("Show hints"),
            message("Keyboard shortcuts below the record in the focus view."),
        ),
    )
    review_below: float = setting(
        DEFAULT_REVIEW_THRESHOLD,
        Shown(
            REVIEWING,
            message("Review threshold"),
            message(
                "Predictions below this confidence are marked for review unless the table has its own "
                "threshold."
            ),
        ),
        low=0.0,
        high=1.0,
    )
    queue_order: str = setting(
        "automatic",
        Shown(
            REVIEWING,
            message("Review order"),
            message(
                "The order used by “Next to review”. Uncertain records, which come first automatically, "
                "improve the model most."
            ),
        ),
        choices={"automatic": message("Automatic order"), "table": message("Table order")},
    )
    fixed_tag_keys: bool = setting(
        False,
        Shown(
            REVIEWING,
            message("Fixed tag keys"),
            message(
                "With more than nine tags, the keys 1 to 9 set the first nine of the tag set. If off, they "
                "set the record's likeliest tags."
            ),
        ),
    )
    hide_checks: bool = setting(
        True,
        Shown(
            REVIEWING,
            message("Hide predictions of random checks"),
            message(
                "A record that was drawn at random to measure accuracy shows its prediction only after your "
                "decision, so that it does not influence you."
            ),
        ),
    )
    advance: bool = setting(
        True,
        Shown(
            REVIEWING,
            message("Advance after a decision"),
            message("Go to the next record. If off, the record stays until you press J."),
        ),
    )
    backups_kept: int = setting(
        10,
        Shown(
            STORAGE,
            message("Backups per workspace"),
            message("Half are kept as daily backups, the rest are the latest. Older ones are deleted."),
        ),
        low=2,
        high=100,
    )
    log_level: str = setting(
        "normal",
        Shown(
            STORAGE,
            message("Log level"),
            message(
                "The log contains times, counts and file names, never texts or decisions. It stays on this "
                "computer."
            ),
        ),
        choices={"off": message("Off"), "normal": message("Normal"), "detailed": message("Detailed")},
    )
    keys: tuple[str, ...] = setting((), high=200)
    recent_files: tuple[str, ...] = setting((), high=12)
    last_folder: str = setting("")
    window_geometry: str = setting("")
    window_state: str = setting("")
    hidden_panes: tuple[str, ...] = setting((), high=2)
    unknown: Mapping[str, object] = dataclasses.field(default_factory=dict, repr=False)
    """Settings of another version of the program; they are written back unchanged."""

    def with_recent(self, path: Path) -> "Settings":
        """Return settings in which `path` is the most recent file."""
        name = str(path)
        others = tuple(recent for recent in self.recent_files if recent != name)
        return dataclasses.replace(self, recent_files=(name, *others)[: _bound("recent_files")])


DECLARED: Final = {each.name: each for each in dataclasses.fields(Settings) if each.name != "unknown"}


class LoadedSettings(NamedTuple):
    """The result of reading a settings file."""

    settings: Settings
    damaged: str = ""
    """The reason why the file could not be read and was renamed to `NAME.bad`; empty if it was read."""


def load(path: Path) -> Settings:
    """Read settings; a missing or damaged file gives the defaults, and a damaged file is kept as `NAME.bad`.

    A single value of the wrong type or out of bounds is replaced by its default.
    """
    return read(path).settings


def read(path: Path) -> LoadedSettings:
    """Read settings as `load` does, and also return what was wrong with the file."""
    try:
        content = json.loads(read_bounded(path, MOST_BYTES).decode("utf-8"))
        if not isinstance(content, dict):
            raise ValueError("it holds no JSON object")
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError, RecursionError) as error:
        _rename_damaged(path)
        return LoadedSettings(Settings(), str(error) or type(error).__name__)
    known = {key: _checked(key, value) for key, value in content.items() if key in DECLARED}
    unknown = {key: value for key, value in content.items() if key not in DECLARED}
    good = {key: value for key, value in known.items() if value is not None}
    return LoadedSettings(Settings(**good, unknown=unknown))


def restored(settings: Settings, names: Iterable[str]) -> Settings:
    """Return `settings` with the named settings reset to their defaults."""
    defaults: dict[str, Any] = {name: DECLARED[name].default for name in names}
    return dataclasses.replace(settings, **defaults)


def store(path: Path, settings: Settings) -> None:
    """Write settings atomically; raises `MltagError` when that fails.

    A setting at its default is not written, so a later version may have another default.
    """
    values = {key: getattr(settings, key) for key in DECLARED}
    chosen = {key: value for key, value in values.items() if value != DECLARED[key].default}
    content = {**settings.unknown, **chosen}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(
            message(
                "The folder {path} could not be created: {reason}.", path=path.parent, reason=error.strerror
            ),
            message("Settings will not be saved this time."),
        ) from error
    with atomic_write(path, replace=True) as file:
        file.write(json.dumps(content, indent=2).encode() + b"\n")


def quarantined(path: Path) -> Path:
    """Return the path to which a damaged settings file is renamed."""
    return path.with_name(path.name + ".bad")


def _rename_damaged(path: Path) -> None:
    try:
        path.replace(quarantined(path))
    except OSError as error:
        _log.warning("%s cannot be read nor kept aside", path, exc_info=error)
    else:
        _log.warning("%s cannot be read; it is kept as %s", path, quarantined(path))


def _checked(name: str, value: Any) -> Any:
    """Return the value in the type of the setting, or None when it is invalid."""
    declared = DECLARED[name]
    default, meta = declared.default, declared.metadata
    is_valid: bool
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, int):
        is_valid = isinstance(value, int) and not isinstance(value, bool)
        return value if is_valid and meta["low"] <= value <= meta["high"] else None
    if isinstance(default, float):
        is_valid = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if is_valid and meta["low"] <= value <= meta["high"] else None
    if isinstance(default, tuple):
        is_valid = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value)[: _bound(name)] if is_valid else None
    is_valid = isinstance(value, str) and (not meta["choices"] or value in meta["choices"])
    is_valid = is_valid and (meta["high"] is None or len(value) <= meta["high"])
    return value if is_valid else None


def _bound(name: str) -> int:
    return int(DECLARED[name].metadata["high"])
