"""Lists of tags as text, and groups of tags."""

import numpy as np
import pytest

from mltag_desktop.api.report import Report as FrameReport
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.model_evaluation import evaluate_models
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.tag_lists import (
    MOST_TAGS,
    groups_of,
    indented,
    parse_tag_list,
    with_added,
)
from mltag_desktop.core.workspace.search.conditions import TagTerm
from mltag_desktop.core.workspace.search.query import completions, parse
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo


@pytest.mark.parametrize(
    "text",
    [
        "refund\ncard lost\nfees",
        "refund, card lost, fees",
        "refund; card lost; fees",
        "refund\tcard lost\tfees",
        "- refund\n- card  lost\n- fees\n",
        "1. refund\r\n2. card lost\r\n3. fees\r\n\r\n",
        "\ufeffrefund,\ncard lost,\nfees,",
        "tag\nrefund\ncard lost\nfees",
    ],
)
def test_names_are_read_from_lists_as_people_write_them(text: str) -> None:
    assert [tag.name for tag in parse_tag_list(text).tags] == ["refund", "card lost", "fees"]


def test_a_header_makes_a_table_with_guidelines() -> None:
    found = parse_tag_list(
        "tag,description,keywords,must not have,key\n"
        'refund,"Money back, asked for",refund; money back,top up,r\n'
        "fees,,fee\n"
    )
    refund, fees = found.tags
    assert refund.description == "Money back, asked for"
    assert refund.keywords == ("refund", "money back")
    assert refund.excluded_keywords == ("top up",)
    assert refund.key == "R"
    assert (fees.name, fees.description, fees.keywords, fees.key) == ("fees", "", ("fee",), "")


@pytest.mark.parametrize(
    "text",
    [
        "Bail : loyers, congé, état des lieux\nFisc : impôts, TVA : contrôle et taxes",
        "- Bail: loyers, congé, état des lieux\n- Fisc: impôts, TVA : contrôle et taxes",
        "Bail – loyers, congé, état des lieux\nFisc – impôts, TVA : contrôle et taxes",
        "Bail\tloyers, congé, état des lieux\nFisc\timpôts, TVA : contrôle et taxes",
        "Bail;loyers, congé, état des lieux\nFisc;impôts, TVA : contrôle et taxes",
        '"Bail";"loyers, congé, état des lieux"\n"Fisc";"impôts, TVA : contrôle et taxes"',
        "étiquette;définition\nBail;loyers, congé, état des lieux\nFisc;impôts, TVA : contrôle et taxes",
        "Thema\tRichtlinie\nBail\tloyers, congé, état des lieux\nFisc\timpôts, TVA : contrôle et taxes",
    ],
)
def test_a_definition_may_follow_each_name(text: str) -> None:
    assert [(tag.name, tag.description) for tag in parse_tag_list(text).tags] == [
        ("Bail", "loyers, congé, état des lieux"),
        ("Fisc", "impôts, TVA : contrôle et taxes"),
    ]


@pytest.mark.parametrize(
    ("text", "names", "first"),
    [
        ("fees: card costs\nrefund: money back\npin: forgotten", ["fees", "refund", "pin"], "card costs"),
        ("fees\tcard costs\nrefund\tmoney back\npin\tforgotten", ["fees", "refund", "pin"], "card costs"),
        ("fees: prices, costs\nrefund: returns, money", ["fees", "refund"], "prices, costs"),
        ("fees:what a card costs\nrefund:money is asked back", ["fees", "refund"], "what a card costs"),
        ("Bail :loyers, congé\nFisc :impôts, TVA", ["Bail", "Fisc"], "loyers, congé"),
        ("返金：お金を返してほしい\n手数料：カードの料金について", ["返金", "手数料"], "お金を返してほしい"),
        ("at 10:30: what starts then\nlater: all that follows", ["at 10:30", "later"], "what starts then"),
        ("C++: templates and classes\nC: pointers and arrays", ["C++", "C"], "templates and classes"),
    ],
)
def test_definitions_may_be_short_or_follow_a_colon_without_space(
    text: str, names: list[str], first: str
) -> None:
    tags = parse_tag_list(text).tags
    assert [tag.name for tag in tags] == names
    assert tags[0].description == first


@pytest.mark.parametrize(
    "heads",
    [
        "tag,description,keywords",
        "Schlagwort,Beschreibung,Schlüsselwörter",
        "étiquette,description,mots-clés",
    ],
)
def test_a_header_may_be_in_each_language_of_the_window(heads: str) -> None:
    (tag,) = parse_tag_list(f"{heads}\nfees,what a card costs,fee").tags
    assert (tag.name, tag.description, tag.keywords) == ("fees", "what a card costs", ("fee",))


def test_cells_of_a_spreadsheet_may_be_empty_quoted_or_have_lines() -> None:
    text = 'Bail\t"loyers, ""congé"";\nétat des lieux"\nFisc\timpôts, TVA : contrôle et taxes\nAutre\t\n'
    assert [(tag.name, tag.description) for tag in parse_tag_list(text).tags] == [
        ("Bail", 'loyers, "congé";\nétat des lieux'),
        ("Fisc", "impôts, TVA : contrôle et taxes"),
        ("Autre", ""),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("billing: refund asked for twice", ["billing: refund asked for twice"]),
        ("billing: refund\nbilling: invoice", ["billing: refund", "billing: invoice"]),
        ("sport: football\npolitics: votes", ["sport: football", "politics: votes"]),
        (
            "C++: templates\nPython: typing\nRust: macros",
            ["C++: templates", "Python: typing", "Rust: macros"],
        ),
        ("10:30\n11:45\n12:00 at the latest today", ["10:30", "11:45", "12:00 at the latest today"]),
        ("billing:refund\nsport:football\nlaw:tax", ["billing:refund", "sport:football", "law:tax"]),
        (
            "std::vector of all the things\nstd::map of all",
            ["std::vector of all the things", "std::map of all"],
        ),
        (
            "https://a.org is the first\nhttp://b.org is one",
            ["https://a.org is the first", "http://b.org is one"],
        ),
        ("10：30 晨会\n11：45 午餐会\n12：00 晚会", ["10：30 晨会", "11：45 午餐会", "12：00 晚会"]),
        ("C++：模板\nJava：接口\nRust：宏", ["C++：模板", "Java：接口", "Rust：宏"]),
        ("refund\tcard lost\nfees\tnew card", ["refund", "card lost", "fees", "new card"]),
        ("a\tb c d e\tf\ng\th i j k\tl", ["a", "b c d e", "f", "g", "h i j k", "l"]),
        ("fees: what a card costs a year\nrefund", ["fees: what a card costs a year", "refund"]),
        (
            ": no name here at all\nfees: what a card costs",
            [": no name here at all", "fees: what a card costs"],
        ),
    ],
)
def test_other_lists_with_colons_or_tabs_are_names(text: str, names: list[str]) -> None:
    assert [tag.name for tag in parse_tag_list(text).tags] == names


def test_repeated_and_japanese_names() -> None:
    found = parse_tag_list("返金\n手数料\n返金\n")
    assert [tag.name for tag in found.tags] == ["返金", "手数料"]
    assert found.repeated == 1
    spelt = parse_tag_list("top_up\nTop up\nfees\nFEES")
    assert [tag.name for tag in spelt.tags] == ["top_up", "fees"]
    assert spelt.repeated == 2, "other spellings of a name are the same tag"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" \n", "no names"),
        (",;,", "no names"),
        ("a" * 300, "300 characters"),
        ("\n".join(f"tag {n}" for n in range(MOST_TAGS + 1)), "2,001 different names"),
    ],
)
def test_what_is_no_list_of_tags_is_refused_with_a_reason(text: str, problem: str) -> None:
    with pytest.raises(MltagError) as refused:
        parse_tag_list(text)
    assert problem in str(refused.value.message)


def test_added_tags_fill_in_what_known_ones_lack() -> None:
    known = (TagInfo("fees", "", "■", 1, description="Charges", aliases=("costs",), key="F"),)
    added = parse_tag_list("tag,description,keywords,key\ncosts,other,price,c\nnew,Newer,,F").tags
    fees, new = tag_infos(with_added(known, added))
    assert (fees.name, fees.description, fees.keywords, fees.key) == ("fees", "Charges", ("price",), "F")
    assert (new.name, new.description, new.key) == ("new", "Newer", ""), "a key belongs to one tag"
    assert new.sign


def test_no_two_tags_look_alike_before_all_looks_are_taken() -> None:
    bundled = tag_infos(["computer-vision", "mlops", "natural-language-processing", "other"])
    other = bundled[3]
    mine = tag_infos([other, "mine"])
    assert (mine[1].sign, mine[1].colour) != (other.sign, other.colour)
    three = tag_infos([*bundled[1:], "mine"])
    assert len({(tag.sign, tag.colour) for tag in three}) == 4
    many = tag_infos([f"tag {n}" for n in range(64)])
    assert len({(tag.sign, tag.colour) for tag in many}) == 64
    assert len({tag.colour for tag in many[:8]}) == 8
    assert {tag.short for tag in many} == {""}


def test_the_bundled_tags_have_a_guideline() -> None:
    for tag in tag_infos(["computer-vision", "mlops", "natural-language-processing", "other"]):
        assert tag.short
        assert "Borderline:" in tag.description
        assert len(tag.examples) >= 3
    assert not tag_infos(["other", "fees"])[0].description, "a tag of one's own that is called the same"


NAMES = (
    "billing/refund",
    "card/lost",
    "billing/invoice",
    "TCP/IP",
    "other",
    "card/new/gold",
    "card/new/red",
    "a/ /b",
)


def test_tags_with_the_same_start_are_a_group() -> None:
    assert groups_of(NAMES) == {
        "billing/": ("billing/refund", "billing/invoice"),
        "card/": ("card/lost", "card/new/gold", "card/new/red"),
        "card/new/": ("card/new/gold", "card/new/red"),
    }
    assert groups_of(["東京/駅", "東京/塔"]) == {"東京/": ("東京/駅", "東京/塔")}


def test_names_are_lines_of_a_tree() -> None:
    names = ["billing/refund", "billing/invoice", "other", "billing/fee", "TCP/IP"]
    shown = [line.replace("\N{EM SPACE}", ">") for line in indented(names)]
    assert shown == ["billing/refund", ">>invoice", "other", "billing/fee", "TCP/IP"]


def test_a_line_has_no_blanks_before_its_name_and_is_never_empty() -> None:
    lines = indented(["law / tax", "law / work", "law /"])
    assert [line.strip("\N{EM SPACE}") for line in lines] == ["law / tax", "work", "law /"]


def test_a_search_for_a_group_finds_its_tags() -> None:
    tags = tag_infos([*NAMES, "billing"])
    (term,) = parse("tag:billing/", tags).terms
    assert isinstance(term, TagTerm)
    assert term.tags == {"billing/refund", "billing/invoice"}
    (exact,) = parse("tag:billing", tags).terms
    assert isinstance(exact, TagTerm)
    assert exact.tags == {"billing"}
    assert "tag:card/new/" in [each.text for each in completions("tag:card", 8, tags, (), {})]


def test_confusing_tags_of_a_group_is_no_error_in_its_figure() -> None:
    tags = ("billing/refund", "billing/invoice", "other")
    truth = [tags[0], tags[0], tags[1], tags[1], tags[2], tags[2]]
    shares = np.full((6, 3), 0.1, np.float32)
    shares[np.arange(6), [1, 0, 1, 2, 2, 0]] = 0.8  # three rows of billing in billing, one row of other too
    report = evaluate_models(SILENT, truth, tags, [Predictions("m", tags, shares)])
    found = report.models[0].groups["billing/"]
    assert (found.precision, found.recall, found.support) == (pytest.approx(3 / 4), pytest.approx(3 / 4), 4)
    assert "billing/" in to_html(report)
    frame = FrameReport.of(report).to_frames()["groups"]
    assert frame.loc[frame["model"] == "m", "f1"].item() == pytest.approx(0.75)
