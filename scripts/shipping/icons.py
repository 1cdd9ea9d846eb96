"""Write the program's icons for each system, drawn by the program's own code: PNG, .ico and .icns."""

import os
import struct
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPen, QPixmap

from mltag_desktop.gui.widgets.tag_chip import program_picture

SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO: Final = (16, 24, 32, 48, 64, 256)
_ICNS: Final = (
    (b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256),
    (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024),
)  # fmt: skip
"""Apple's name for each size: normal, and retina for half the size."""


def main(folder: Path) -> None:
    """Write all icons into `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"mltag-{size}.png").write_bytes(png(program_picture(size)))
        (folder / f"document-{size}.png").write_bytes(png(document_picture(size)))
    (folder / "mltag.ico").write_bytes(ico([png(program_picture(size)) for size in _ICO]))
    (folder / "document.ico").write_bytes(ico([png(document_picture(size)) for size in _ICO]))
    (folder / "mltag.icns").write_bytes(icns([(name, png(program_picture(size))) for name, size in _ICNS]))
    del app


def document_picture(size: int) -> QPixmap:
    """Return the icon of a workspace: a sheet with the program's icon, `size` pixels wide and high."""
    image = QPixmap(size, size)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    sheet = QPainterPath(QPointF(11, 5))
    for x, y in ((39, 5), (53, 19), (53, 59), (11, 59)):
        sheet.lineTo(x, y)
    sheet.closeSubpath()
    painter.setPen(
        QPen(QColor("#8a8f98"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(QColor("#ffffff"))
    painter.drawPath(sheet)
    fold = QPainterPath(QPointF(39, 5))
    fold.lineTo(39, 19)
    fold.lineTo(53, 19)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(fold)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(QRectF(20, 27, 24, 24), program_picture(size), QRectF(0, 0, size, size))
    painter.end()
    return image


def png(picture: QPixmap) -> bytes:
    """Encode a picture as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise OSError("a picture could not be written as PNG")
    return bytes(content.data())


def ico(pictures: list[bytes]) -> bytes:
    """Return a Windows icon with PNG pictures."""
    place = 6 + 16 * len(pictures)
    directory, bodies = struct.pack("<3H", 0, 1, len(pictures)), b""
    for picture in pictures:
        width, height = struct.unpack(">2I", picture[16:24])
        directory += struct.pack(
            "<4B2H2I", width % 256, height % 256, 0, 0, 1, 32, len(picture), place + len(bodies)
        )
        bodies += picture
    return directory + bodies


def icns(pictures: list[tuple[bytes, bytes]]) -> bytes:
    """Return a macOS icon with PNG pictures, by Apple's name for their size."""
    bodies = b"".join(name + struct.pack(">I", 8 + len(picture)) + picture for name, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(bodies)) + bodies


if __name__ == "__main__":
    main(Path(sys.argv[1]))
