import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from mltag_desktop.core.evaluation.html_report import PageLanguage, to_html, to_summary
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, evaluate_models
from mltag_desktop.core.messages import Message
from mltag_desktop.core.progress import SILENT
from tests.core.evaluation.test_evaluation_report import answers, three_models

VOID = {"meta", "rect", "line", "circle", "br"}


class Checker(HTMLParser):
    """Fails on tags that do not nest; collects text, tags and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.seen: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: str) -> Checker:
    checker = Checker()
    checker.feed(page)
    checker.close()
    assert checker.open == []
    return checker


@pytest.mark.parametrize("style", [r"font: \d+%", "overflow-wrap: break-word"])
def test_the_page_follows_the_font_size_of_the_browser_and_never_scrolls_sideways(style: str) -> None:
    assert re.search(rf"body \{{[^}}]*{style}", to_html(three_models(14, 5, 172)))


def test_the_page_is_complete_and_self_contained() -> None:
    report = three_models(14, 5, 172)
    page = read(to_html(report))
    text = " ".join(page.words)
    assert page.addresses == []
    assert page.seen.count("h1") == 1
    words = """Models
Regressions
Tags
Slices
Confusion
Reliability
Behaviour tests
Rules
Active
Candidate
2 rows were left out.
cat → dog"""
    for each in (report.headline, *words.splitlines()):
        assert each in text


def test_the_rows_of_the_table_come_before_the_holdout() -> None:
    decisions = replace(three_models(20, 8, 100), name="decisions", records=tuple(range(40)))
    report = replace(three_models(14, 5, 172), name="holdout", others=(decisions,))
    text = " ".join(read(to_html(report)).words)
    assert text.index("Model report: tagged records") < text.index("The same for holdout")
    figures = text[text.index("figures of the tagged records come first") :]
    assert figures.index(f"{decisions.models[-1].f1:.3f}") < figures.index(f"{report.models[-1].f1:.3f}")


def test_texts_are_escaped() -> None:
    tags = ("<b>bold</b>", "a & b", '"quoted"')
    models = [answers("<script>", [0, 1, 2, 0], tags), answers("v2 & more", [0, 0, 2, 1], tags)]
    page = to_html(
        evaluate_models(
            SILENT, [tags[0]] * 4, tags, models, settings=ReportSettings(name="<i>rows</i>", notes=["<u>"])
        )
    )
    read(page)
    for raw in ("<b>", "<script>", "<i>", "<u>"):
        assert raw not in page


def test_a_tag_without_rows_has_no_metrics() -> None:
    tags = ("cat", "dog", "fish")
    page = to_html(evaluate_models(SILENT, ["cat", "dog"], tags, [answers("v1", [0, 1], tags)]))
    assert '<th scope="row">fish</th><td class="n">0</td><td class="n">–</td>' in page
    row = page.partition('<th scope="row">cat</th><td class="n">1</td>')[2].partition("</tr>")[0]
    assert row.count('<td class="n">') == 4, "majority and model, precision and recall"
    assert row.count(">1.000 ") == 3


@pytest.mark.parametrize("rows", [0, 1])
@pytest.mark.parametrize("models", [0, 1])
def test_a_minimal_report_is_a_page(rows: int, models: int) -> None:
    tags = ("cat", "dog")
    found = [answers("v1", [1] * rows, tags)][:models]
    read(to_html(evaluate_models(SILENT, ["cat"] * rows, tags, found)))


def test_a_large_tag_set_lists_its_worst_confusions() -> None:
    tags = tuple(f"tag {number}" for number in range(77))
    truth = [number % 77 for number in range(200)]
    said = [code if code % 5 else (code + 1) % 77 for code in truth]
    page = to_html(evaluate_models(SILENT, [tags[code] for code in truth], tags, [answers("v1", said, tags)]))
    assert "tag 5" in page
    assert page.count("<svg") < 10
    read(page)


@pytest.mark.parametrize("tag", ["K" * 40, "配送" * 12])
def test_the_tags_of_the_confusions_are_whole(tag: str) -> None:
    report = evaluate_models(SILENT, [tag, "no"], (tag, "no"), [answers("v1", [0, 1], (tag, "no"))])
    assert f'<tr><th scope="row">{tag}</th>' in to_html(report)


def test_the_summary_tells_the_ranges_of_confidence_apart() -> None:
    tags = ("cat", "dog")
    report = evaluate_models(SILENT, ["cat"] * 9, tags, [answers("v1", [0] * 9, tags, sure=0.7)])
    page = to_summary(report)
    ranges = re.findall(r"\d\.\d+–\d\.\d+", page[page.index("Confidence</h2>") :])
    assert ranges
    assert all(low < high for low, high in (each.split("–") for each in ranges))


def test_the_page_is_written_in_the_given_language() -> None:
    """Messages are translated and numbers localised; tags, versions and names of people's own stay."""

    def shouted(text: str) -> str:
        """Return a message with its template in capitals, as a catalogue would have it."""
        if not isinstance(text, Message):
            return text
        upper = re.sub(r"[^{}]+(?![^{}]*})", lambda part: part[0].upper(), text.template)
        values = {name: shouted(value) for name, value in text.values.items() if isinstance(value, str)}
        return upper.format(**{**text.values, **values})

    language = PageLanguage("xx", shouted, lambda number: number.replace(".", "·"))
    report = three_models(14, 5, 172)
    for page in (to_html(report, language=language), to_summary(report, language=language)):
        assert '<html lang="xx">' in page
        words = " ".join(read(re.sub("<style>.*?</style>", "", page, flags=re.DOTALL)).words)
        assert "CANDIDATE AGAINST ACTIVE: BETTER ON 14" in words
        assert "0·927" in words
        left = {word for word in re.findall("[A-Za-z]{3,}", words) if not word.isupper()}
        given = "cat dog bird majority rules first none purr minimum Dogs purr too rows were left out"
        assert left <= {*given.split()}
