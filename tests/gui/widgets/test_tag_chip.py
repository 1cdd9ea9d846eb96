import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo, unknown_tag
from mltag_desktop.gui.widgets.tag_chip import (
    SIGNS,
    ChipState,
    chip_width,
    draw_chip,
    draw_sign,
    elided_name,
    program_icon,
    sign_icon,
    sign_path,
)
from mltag_desktop.gui.widgets.theme import DARK, LIGHT
from tests.gui.contrast import DEUTERANOPIA, FULL_SIGHT, PROTANOPIA, difference

BUNDLED = ("computer-vision", "mlops", "natural-language-processing", "other")
TAG = TagInfo("computer-vision", "CV", "■", 0)


def drawn(draw) -> QImage:
    image = QImage(120, 28, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


def inked(image: QImage) -> int:
    """Return the number of pixels that are not white."""
    data = pixels(image)
    return sum(1 for at in range(0, len(data), 4) if data[at : at + 3] != b"\xff\xff\xff")


def test_each_state_of_a_chip_looks_different(qapp) -> None:
    place = QRectF(0, 0, 120, 28)
    images = {
        state: drawn(lambda painter, state=state: draw_chip(painter, place, TAG, state, LIGHT))
        for state in ChipState
    }
    assert len({pixels(image) for image in images.values()}) == len(ChipState)
    assert inked(images[ChipState.DECIDED]) > 2 * inked(images[ChipState.PREDICTED])


@pytest.mark.parametrize(
    ("name", "room", "expected"),
    [
        ("Technology / Computing / Networks", "Technology / Computing / Networks", None),
        ("Technology / Computing / Networks", "Techno… / Networks", "Techno… / Networks"),
        ("billing/card/refund", "billi…/refund", "billi…/refund"),
        ("billing/refund", "…/refund", "…/refund"),
        ("a name of one part that is long", "a name …long", "middle"),
        ("billing/refund", "refund", "refund"),
        ("billing/a long name of a tag", "a lo…tag", "last"),
        ("billing/refund", "", ""),
    ],
)
def test_the_last_part_of_a_name_in_a_group_is_kept_where_the_room_is_short(
    qapp, name: str, room: str, expected: str | None
) -> None:
    metrics = QFontMetrics(qapp.font())
    width = metrics.horizontalAdvance(room)
    middle = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
    last = metrics.elidedText(name.rpartition("/")[2], Qt.TextElideMode.ElideMiddle, width)
    found = elided_name(name, metrics, width)
    assert found == {None: name, "middle": middle, "last": last}.get(expected, expected)
    assert metrics.horizontalAdvance(found) <= max(width, 0) or width == 0


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_has_a_distinct_shape(qapp, sign: str) -> None:
    place = QRectF(10, 5, 16, 16)
    path = sign_path(sign, place)
    assert path is not None
    assert place.adjusted(-3, -3, 3, 3).contains(path.boundingRect())
    others = [sign_path(other, place) for other in SIGNS if other != sign]
    assert path not in others


@pytest.mark.parametrize("sight", [FULL_SIGHT, DEUTERANOPIA, PROTANOPIA], ids=["full", "no green", "no red"])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("bundled", [(), BUNDLED], ids=["own tags", "with the bundled tags"])
def test_twenty_tags_differ_in_symbol_or_clearly_in_colour(bundled, colours, sight) -> None:
    tags = tag_infos([*bundled, *(f"tag {number}" for number in range(20 - len(bundled)))])
    for one, other in itertools.combinations(tags, 2):
        if one.sign == other.sign:
            assert difference(colours.tag(one.colour), colours.tag(other.colour), sight) > 12, (one, other)


def test_a_tag_that_is_not_in_the_set_looks_like_no_other(qapp) -> None:
    place = QRectF(0, 0, 20, 20)
    looks = [sign_path(sign, place) for sign in SIGNS]
    ring = sign_path(unknown_tag("gone").sign, place)
    assert ring is not None
    assert ring not in looks
    assert not ring.contains(place.center())


def test_unknown_sign_is_written_as_text(qapp) -> None:
    assert sign_path("9", QRectF(0, 0, 9, 9)) is None
    image = drawn(lambda painter: draw_sign(painter, QRectF(0, 0, 28, 28), "9", QColor("black")))
    assert inked(image) > 0


def test_long_name_is_elided(qapp) -> None:
    long = TagInfo("x" * 80, "x" * 80, "●", 3)
    place = QRectF(0, 0, 60, 28)
    chips: list[QRectF] = []
    drawn(lambda painter: chips.append(draw_chip(painter, place, long, ChipState.PREDICTED, DARK)))
    assert place.contains(chips[0])


def test_chip_width_follows_its_name(qapp) -> None:
    metrics = QFontMetrics(qapp.font())
    assert chip_width(TAG, metrics) < chip_width(TagInfo("n", "a longer name", "■", 0), metrics)


def test_tag_icon_and_program_icon(qapp) -> None:
    assert not sign_icon(TAG, LIGHT).isNull()
    image = program_icon().pixmap(64, 64).toImage()
    assert image.pixelColor(6, 32) == LIGHT.accent
    assert image.pixelColor(44, 20) == LIGHT.on_accent
