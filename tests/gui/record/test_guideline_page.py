"""The guideline as a page for others."""

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtGui import QTextDocument, QTextFragment

from mltag_desktop.core.workspace.decisions.tag_guideline import TagGuideline
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.import_export.pdf_page import pdf_page
from mltag_desktop.gui.record.guideline import guideline_page
from mltag_desktop.gui.widgets.theme import DARK, LIGHT


def test_the_page_has_all_of_a_tag_and_escapes_it(qapp) -> None:
    fees = TagInfo(
        "fees & costs", "", "■", 1, "Charges.\nNot refunds.", examples=("a <b> fee",), keywords=("price",)
    )
    page = guideline_page([TagGuideline(fees, 2, ((0, "A decided text"),))], "letters")
    for text in (
        "fees &amp; costs",
        "Charges.<br>Not refunds.",
        "a &lt;b&gt; fee",
        "price",
        "A decided text",
    ):
        assert text in page
    assert "2 records with this tag" in page
    light, dark = page.split("@media screen and (prefers-color-scheme: dark)")
    assert LIGHT.tag(1).name() in light
    assert {DARK.base.name(), DARK.text.name(), DARK.tag(1).name()} <= set(re.findall("#[0-9a-f]{6}", dark))
    document = QTextDocument()
    document.setHtml(page)
    inks = {found.charFormat().foreground().color().name() for found in fragments(document)}
    assert inks & {ink.name() for ink in (*LIGHT.tags, *DARK.tags)} == {LIGHT.tag(1).name()}, "on paper"
    pdf = pdf_page(page, "guideline")
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")


def test_a_long_guideline_has_several_pages(qapp) -> None:
    tags = [TagInfo(f"tag {n}", "", "■", 1, "words " * 80) for n in range(30)]
    pdf = pdf_page(guideline_page([TagGuideline(tag, 0, ()) for tag in tags], "letters"), "guideline")
    assert pdf.count(b"/Type /Page\n") > 5, "the text has the size of print, not of pixels"


def fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    block: Any = document.begin()  # PySide6 does not declare the type of its parts
    while block.isValid():
        yield from (found.fragment() for found in block)
        block = block.next()
