"""Turns a simple HTML page into a PDF file, without a printer."""

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from mltag_desktop.core.filesystem import resource
from mltag_desktop.gui.i18n import tr, unbroken

PDF_FILTER: Final = tr("PDF (*.pdf)")
_MARGIN: Final = 18.0
"""In millimetres."""
_POINTS: Final = 9.5


def pdf_page(html: str, title: str) -> bytes:
    """Return `html` as a PDF document of A4 pages."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("MLTag Desktop")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    font = QFont(document.defaultFont())
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(resource("report/print.css").read_text(encoding="utf-8"))
    document.setHtml(unbroken(html))
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())
