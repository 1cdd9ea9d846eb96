"""Colours, distances and fonts, for the system's light or dark scheme.

Eight tag colours come from Okabe and Ito's colour-blind-safe set, darkened for the light scheme and
lightened for the dark one until each reads at 4.5:1 or better on every background rows are drawn on.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

UNIT: Final = 4
"""The grid, in pixels; every distance is a multiple of it."""
GAP: Final = 2 * UNIT
"""Between things of one group."""
GROUP: Final = 4 * UNIT
"""Between groups."""
EDGE: Final = 6 * UNIT
"""At a page's edge."""
ROW: Final = 7 * UNIT
"""Height of a row of the table or of a list; more where the font is larger, see `row_height`."""
_USUAL_FONT: Final = 16
"""Height in pixels of the font that widths in `UNIT` are made for."""
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
"""How much lighter than its edge Fusion takes the window to be, in percent, by class."""


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
    """Around what one types into or ticks."""
    rim: QColor
    """Around buttons, tabs and lists, which are known by their words as well."""
    pressed: QColor
    """A button that stays down."""
    accent: QColor
    on_accent: QColor
    mark: QColor
    """Behind words that spoke for a tag."""
    loss: QColor
    """For loss alone: what cannot be got back."""
    warning: QColor
    good: QColor
    tags: tuple[QColor, ...]

    def tag(self, index: int) -> QColor:
        """The colour of tag number `index`; they repeat after eight."""
        return self.tags[index % len(self.tags)]

    def on_tag(self, index: int) -> QColor:
        """The colour of text on a chip that is filled with the tag's colour."""
        return self.base if not self.dark else self.window


def _colours(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


LIGHT: Final = Colours(
    dark=False,
    window=QColor("#f3f4f6"),
    base=QColor("#ffffff"),
    alternate=QColor("#f8f9fa"),
    selection=QColor("#e2edf8"),
    hover=QColor("#eef3f8"),
    text=QColor("#1c2025"),
    muted=QColor("#59616b"),
    faint=QColor("#7d858f"),
    line=QColor("#d7dbe0"),
    field=QColor("#868d96"),
    rim=QColor("#adaeb0"),
    pressed=QColor("#f3f4f6"),
    accent=QColor("#0a62a6"),
    on_accent=QColor("#ffffff"),
    mark=QColor("#ffe9a8"),
    loss=QColor("#b3261e"),
    warning=QColor("#8a5300"),
    good=QColor("#1d6b45"),
    tags=_colours("#0063a3", "#8a5300", "#006f50", "#94447a", "#1b6a91", "#a84300", "#6a6200", "#4f5963"),
)

DARK: Final = Colours(
    dark=True,
    window=QColor("#1d2024"),
    base=QColor("#15171a"),
    alternate=QColor("#181b1e"),
    selection=QColor("#22344a"),
    hover=QColor("#1f252c"),
    text=QColor("#e4e7ea"),
    muted=QColor("#a3abb4"),
    faint=QColor("#79818b"),
    line=QColor("#33383f"),
    field=QColor("#6f7781"),
    rim=QColor("#4d545d"),
    pressed=QColor("#3b434c"),
    accent=QColor("#6db3ee"),
    on_accent=QColor("#0c1116"),
    mark=QColor("#5a4a12"),
    loss=QColor("#f2867c"),
    warning=QColor("#e8a83a"),
    good=QColor("#6fcf9b"),
    tags=_colours("#62b0ee", "#e8a83a", "#3cc49a", "#dd94bf", "#7fcbf2", "#f08a4b", "#e9df55", "#b7c0c9"),
)


class Theme(QObject):
    """Follows the system's scheme and gives its colours and fonts.

    Signals: `changed()` when the scheme changed; the palette is set by then.

    The name `Qt` is not imported here, and no scheme is asked for before `follow_system`: either builds a
    hundred enums, which took a seventh of the time to the first painted window.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._chosen = "Unknown"
        app.setStyle("Fusion")
        self._starts_dark = app.palette().window().color().lightness() < 128
        self.colours = DARK if self._starts_dark else LIGHT
        self._dress()

    def follow_system(self) -> None:
        """Change with the system's scheme from now on."""
        self._app.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    def choose(self, scheme: "Qt.ColorScheme") -> None:
        """Use `scheme`; `Unknown` follows the system."""
        self._chosen = scheme.name  # not every platform takes a scheme
        self._app.styleHints().setColorScheme(scheme)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        system = self._app.styleHints().colorScheme().name
        scheme = self._chosen if self._chosen != "Unknown" else system
        dark = self._starts_dark if scheme == "Unknown" else scheme == "Dark"
        colours = DARK if dark else LIGHT
        if colours is not self.colours:
            self.colours = colours
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        self._app.setPalette(palette(self.colours))  # which forgets those of the fields
        for kind, drawn in field_palettes(self.colours).items():
            self._app.setPalette(drawn, kind)  # type: ignore[arg-type]  # the stub knows bytes alone


def palette(colours: Colours) -> QPalette:
    """The application's palette in these colours."""
    role = QPalette.ColorRole
    made = QPalette()
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
        made.setColor(part, colour)
    for part in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, part, colours.faint)
    return made


def field_palettes(colours: Colours) -> dict[str, QPalette]:
    """The palettes of what one types into, ticks or presses, by class.

    Fusion draws their edges in the window's colour, darkened by a fixed share: next to nothing on a dark
    window. So they are told of a window from which that share leaves the colour that edges are to have.
    """
    made = {}
    for kind, share in _EDGES.items():
        made[kind] = palette(colours)
        edge = colours.muted if kind == "QRadioButton" else colours.field  # a circle's edge is blurred
        made[kind].setColor(QPalette.ColorRole.Window, edge.lighter(share))
        off = QPalette.ColorGroup.Disabled  # what takes nothing now looks as if it waited for no words
        made[kind].setColor(off, QPalette.ColorRole.Base, colours.window)
        made[kind].setColor(off, QPalette.ColorRole.Window, colours.line.lighter(share))
    return {**made, **_rims(colours)}


def _rims(colours: Colours) -> dict[str, QPalette]:
    """The palettes of what is known by its words as well as by its edge, by class, and of what is in it."""
    role = QPalette.ColorRole
    made = {kind: palette(colours) for kind in ("QPushButton", "QAbstractItemView", "QToolButton")}
    for each in made.values():
        each.setColor(role.Window, colours.rim.lighter(140))
    made["QToolButton"].setColor(role.Button, colours.pressed)
    made["QTabBar"] = palette(colours)
    made["QTabBar"].setColor(role.Window, colours.pressed)  # tabs are filled with it, too
    made["QScrollBar"] = palette(colours)  # it would take the colours of the list it stands in
    return made


def tabular(font: QFont) -> QFont:
    """`font` with figures of one width, so that numbers stand under each other."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def fixed(font: QFont) -> QFont:
    """The system's font whose letters are of one width, in the size of `font`."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPointSizeF(font.pointSizeF() if font.pointSizeF() > 0 else made.pointSizeF())
    return made


def row_height(metrics: QFontMetrics) -> int:
    """Return how high a row of a table or of a list is in a font, in pixels."""
    return max(ROW, metrics.height() + GAP)


def widened(width: int, metrics: QFontMetrics) -> int:
    """Return a width that is made for the usual font as wide as a larger font needs it."""
    return width * max(_USUAL_FONT, metrics.height()) // _USUAL_FONT


def grown(width: int, metrics: QFontMetrics) -> int:
    """Return a width of which little is text by as much wider as a few letters of a larger font need."""
    return width + 4 * max(0, metrics.height() - _USUAL_FONT)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """`font` at `factor` times its size."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def reading(font: QFont) -> QFont:
    """The font of text that is read, made from the system's."""
    return scaled(font, READING_SCALE)
