"""Colours, distances and fonts, for the light and the dark scheme.

The eight tag colours are based on the colour-blind-safe set of Okabe and Ito, darkened for the light scheme
and lightened for the dark one until each has a contrast of at least 4.5:1 on every row background.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QColor, QFileOpenEvent, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

UNIT: Final = 4
"""The grid in pixels; every distance is a multiple of it."""
GAP: Final = 2 * UNIT
"""Distance within a group."""
GROUP: Final = 4 * UNIT
"""Distance between groups."""
EDGE: Final = 6 * UNIT
"""Distance to a page's edge."""
ROW: Final = 7 * UNIT
"""Minimum height of a table or list row; see `row_height`."""
_USUAL_FONT: Final = 16
"""Font height in pixels for which widths in `UNIT` are designed."""
READING_SCALE: Final = 1.15
READING_LINE: Final = 1.45
READING_CHARACTERS: Final = 75
_EDGES: Final = {
    "QCheckBox": 127,
    "QRadioButton": 150,
    "QLineEdit": 140,
    "QAbstractSpinBox": 140,
    "QPlainTextEdit": 130,
    "QComboBox": 140,
}
"""By class: the window's lightness in percent relative to the edge that Fusion draws."""


@dataclass(frozen=True)
class Colours:
    """The colours of one scheme."""

    dark: bool
    window: QColor
    base: QColor
    alternate: QColor
    selection: QColor
    hover: QColor
    text: QColor
    muted: QColor
    faint: QColor
    line: QColor
    field: QColor
    """Edge of input fields and check boxes."""
    rim: QColor
    """Edge of buttons, tabs and lists, which are also recognisable by their texts."""
    pressed: QColor
    """Background of a checked button."""
    accent: QColor
    on_accent: QColor
    mark: QColor
    """Background of words that explain a tag."""
    warning: QColor
    good: QColor
    tags: tuple[QColor, ...]

    def tag(self, index: int) -> QColor:
        """Return the colour of tag number `index`; the colours repeat after eight."""
        return self.tags[index % len(self.tags)]

    def on_tag(self, index: int) -> QColor:
        """Return the text colour on a chip that is filled with the tag's colour."""
        return self.base if not self.dark else self.window


def _colours(*, dark: bool, tags: str, **names: str) -> Colours:
    """Return a scheme from the names of its colours; those of the tags are separated by spaces."""
    shades = {part: QColor(name) for part, name in names.items()}
    return Colours(dark=dark, tags=tuple(QColor(name) for name in tags.split()), **shades)


LIGHT: Final = _colours(
    dark=False,
    window="#f3f4f6",
    base="#ffffff",
    alternate="#f8f9fa",
    selection="#e2edf8",
    hover="#eef3f8",
    text="#1c2025",
    muted="#59616b",
    faint="#7d858f",
    line="#d7dbe0",
    field="#868d96",
    rim="#adaeb0",
    pressed="#f3f4f6",
    accent="#0a62a6",
    on_accent="#ffffff",
    mark="#ffe9a8",
    warning="#8a5300",
    good="#1d6b45",
    tags="#0063a3 #8a5300 #006f50 #94447a #1b6a91 #a84300 #6a6200 #4f5963",
)

DARK: Final = _colours(
    dark=True,
    window="#1d2024",
    base="#15171a",
    alternate="#181b1e",
    selection="#22344a",
    hover="#1f252c",
    text="#e4e7ea",
    muted="#a3abb4",
    faint="#79818b",
    line="#33383f",
    field="#6f7781",
    rim="#4d545d",
    pressed="#3b434c",
    accent="#6db3ee",
    on_accent="#0c1116",
    mark="#5a4a12",
    warning="#e8a83a",
    good="#6fcf9b",
    tags="#62b0ee #e8a83a #3cc49a #dd94bf #7fcbf2 #f08a4b #e9df55 #b7c0c9",
)


def new_application() -> QApplication:
    """Return a new application that draws with Qt's Fusion style on every system.

    The style is an argument, since `setStyle` would build the enums of `QStyle` before the first paint.
    """
    kind = FileOpeningApplication if sys.platform == "darwin" else QApplication
    return kind([*sys.argv[:1], "-style", "fusion"])


class FileOpeningApplication(QApplication):
    """The application on macOS, where Finder and the Dock give files to the running program.

    Signals: `file_given(Path)`. A file that comes before the program listens is in `waiting`.
    """

    file_given = Signal(Path)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.waiting: Path | None = None

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        self.waiting = Path(event.file())
        self.file_given.emit(self.waiting)
        return True


class Theme(QObject):
    """Provides the colours of the current scheme, and follows the system's scheme.

    Signals: `changed()` when the scheme changed and the palette is set.

    The name `Qt` is not imported here, and no scheme is queried before `follow_system`: either builds a
    hundred enums, which took a seventh of the time to the first painted window.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._chosen = "Unknown"
        self._starts_dark = app.palette().window().color().lightness() < 128
        self.colours = DARK if self._starts_dark else LIGHT
        self._apply_palettes()

    def follow_system(self) -> None:
        """Follow the system's scheme, also when it changes."""
        self._app.styleHints().colorSchemeChanged.connect(self._update_scheme)
        self._update_scheme()

    def choose(self, scheme: "Qt.ColorScheme") -> None:
        """Use `scheme`; `Unknown` follows the system."""
        self._chosen = scheme.name  # not every platform supports setting the scheme
        self._app.styleHints().setColorScheme(scheme)
        self._update_scheme()

    @Slot()
    def _update_scheme(self) -> None:
        system = self._app.styleHints().colorScheme().name
        scheme = self._chosen if self._chosen != "Unknown" else system
        dark = self._starts_dark if scheme == "Unknown" else scheme == "Dark"
        colours = DARK if dark else LIGHT
        if colours is not self.colours:
            self.colours = colours
            self._apply_palettes()
            self.changed.emit()

    def _apply_palettes(self) -> None:
        self._app.setPalette(palette(self.colours))  # this resets the palettes of the classes below
        for kind, class_palette in field_palettes(self.colours).items():
            self._app.setPalette(class_palette, kind)  # type: ignore[arg-type]  # the stub only accepts bytes


class ThemedPalette(QObject):
    """Keeps some colours of a widget those of the theme: `roles` are the names of the colours by role."""

    def __init__(self, widget: QWidget, theme: Theme, roles: Mapping[QPalette.ColorRole, str]) -> None:
        super().__init__(widget)
        self._widget, self._theme, self._roles = widget, theme, roles
        self._apply()
        theme.changed.connect(self._apply)

    @Slot()
    def _apply(self) -> None:
        shades = QPalette(self._widget.palette())
        for role, name in self._roles.items():
            shades.setColor(role, getattr(self._theme.colours, name))
        self._widget.setPalette(shades)


_WRITTEN: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text)


def tint(theme: Theme, colour: str, *labels: QWidget) -> None:
    """Write the texts of `labels` in a colour of the theme."""
    for label in labels:
        ThemedPalette(label, theme, dict.fromkeys(_WRITTEN, colour))


def palette(colours: Colours) -> QPalette:
    """Return the application's palette."""
    role = QPalette.ColorRole
    result = QPalette()
    for part, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.window,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.BrightText: colours.on_accent,
        role.Light: colours.base.lighter(120),
        role.Midlight: colours.line.lighter(108),
        role.Mid: colours.line,
        role.Dark: colours.faint,
        role.Shadow: colours.line.darker(150),
    }.items():
        result.setColor(part, colour)
    for part in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, part, colours.faint)
    return result


def field_palettes(colours: Colours) -> dict[str, QPalette]:
    """Return the palettes of input fields, check boxes and buttons, by class.

    Fusion draws their edges in the window's colour, darkened by a fixed factor, which is nearly invisible on
    a dark window. Their palette has a window colour that the factor turns into the desired edge colour.
    """
    result = {}
    for kind, share in _EDGES.items():
        result[kind] = palette(colours)
        edge = colours.muted if kind == "QRadioButton" else colours.field  # a circle's edge is blurred
        result[kind].setColor(QPalette.ColorRole.Window, edge.lighter(share))
        off = QPalette.ColorGroup.Disabled  # disabled fields must not look like empty ones
        result[kind].setColor(off, QPalette.ColorRole.Base, colours.window)
        result[kind].setColor(off, QPalette.ColorRole.Window, colours.line.lighter(share))
    return {**result, **_widget_palettes(colours)}


def _widget_palettes(colours: Colours) -> dict[str, QPalette]:
    """Return the palettes of buttons, lists and tabs, by class, and of the scroll bars in lists."""
    role = QPalette.ColorRole
    result = {kind: palette(colours) for kind in ("QPushButton", "QAbstractItemView", "QToolButton")}
    for button_palette in result.values():
        button_palette.setColor(role.Window, colours.rim.lighter(140))
    result["QToolButton"].setColor(role.Button, colours.pressed)
    result["QTabBar"] = palette(colours)
    result["QTabBar"].setColor(role.Window, colours.pressed)  # tabs are also filled with this colour
    result["QScrollBar"] = palette(colours)  # otherwise it inherits the colours of the list
    return result


def tabular(font: QFont) -> QFont:
    """Return `font` with digits of equal width, so that numbers align."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def fixed(font: QFont) -> QFont:
    """Return the system's monospaced font in the size of `font`."""
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    result.setPointSizeF(font.pointSizeF() if font.pointSizeF() > 0 else result.pointSizeF())
    return result


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a table or list row for a font, in pixels."""
    return max(ROW, metrics.height() + GAP)


def widened(width: int, metrics: QFontMetrics) -> int:
    """Scale a width that was designed for the default font to a larger font."""
    return width * max(_USUAL_FONT, metrics.height()) // _USUAL_FONT


def icon_side(metrics: QFontMetrics) -> int:
    """Return the width and height of an icon beside a text of this font, in pixels."""
    return widened(16, metrics)


def scaled_width(width: int, metrics: QFontMetrics) -> int:
    """Widen a column with little text by the width of a few letters of a larger font."""
    return width + 4 * max(0, metrics.height() - _USUAL_FONT)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return `font` at `factor` times its size."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def reading(font: QFont) -> QFont:
    """Return the font for record texts."""
    return scaled(font, READING_SCALE)


def blend(first: QColor, second: QColor, share: float) -> QColor:
    """Mix two colours: 0 is `first`, 1 is `second`."""
    parts = (first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue())
    return QColor(*(round(one + (other - one) * share) for one, other in parts))
