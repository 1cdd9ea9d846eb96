import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QRadioButton

from mltag_desktop.gui.widgets.theme import DARK, LIGHT, Theme, reading, scaled, tabular
from tests.gui.contrast import contrast

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "base", "alternate", "selection", "hover")


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_contrast_of_tags_and_text_on_backgrounds(colours, ground: str) -> None:
    behind = getattr(colours, ground)
    for colour in (*colours.tags, colours.text, colours.muted, colours.accent, colours.warning, colours.good):
        assert contrast(colour, behind) >= 4.5, (colour.name(), ground)


@SCHEMES
def test_contrast_on_filled_chips_and_marks(colours) -> None:
    for number, colour in enumerate(colours.tags):
        assert contrast(colours.on_tag(number), colour) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.mark) >= 4.5


@SCHEMES
def test_there_are_eight_different_tag_colours(colours) -> None:
    assert len({colour.name() for colour in colours.tags}) == 8
    assert colours.tag(9) == colours.tag(1)


def test_contrast_follows_wcag() -> None:
    assert contrast(LIGHT.base, LIGHT.base) == pytest.approx(1.0)
    from PySide6.QtGui import QColor

    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_chosen_scheme_is_emitted_once(qapp, qtbot) -> None:
    theme = Theme(qapp)
    theme.choose(Qt.ColorScheme.Light)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    assert qapp.palette().window().color() == DARK.window
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Qt.ColorScheme.Dark)
    theme.choose(Qt.ColorScheme.Light)
    theme.choose(Qt.ColorScheme.Unknown)


def test_fonts_scale_and_digits_are_tabular(qapp) -> None:
    font = QFont()
    assert reading(font).pointSizeF() == pytest.approx(font.pointSizeF() * 1.15)
    pixels = QFont()
    pixels.setPixelSize(20)
    assert scaled(pixels, 1.5).pixelSize() == 30
    metrics = QFontMetrics(tabular(font))
    assert metrics.horizontalAdvance("111.11") == metrics.horizontalAdvance("888.88")


@SCHEMES
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QLineEdit, QDoubleSpinBox, QPlainTextEdit])
def test_outline_of_inputs_is_visible(qapp, qtbot, colours, kind) -> None:
    """Fusion draws a dark outline on a dark field in a dark window."""
    theme = Theme(qapp)
    theme.choose(Qt.ColorScheme.Dark if colours.dark else Qt.ColorScheme.Light)
    field = kind()
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    painted = field.grab().toImage()
    middle = [painted.pixelColor(x, painted.height() // 2) for x in range(painted.width() // 2)]
    best = max(contrast(each, colours.window) for each in middle)
    theme.choose(Qt.ColorScheme.Light)
    theme.choose(Qt.ColorScheme.Unknown)
    assert best >= 3.0, [each.name() for each in middle]


@SCHEMES
@pytest.mark.parametrize("right", [True, False])
def test_contrast_of_counts_in_confusion_matrix(colours, right: bool) -> None:
    from mltag_desktop.gui.report.confusion import cell_shade

    for share in range(101):
        assert contrast(colours.text, cell_shade(colours, share / 100, right=right)) >= 4.5
