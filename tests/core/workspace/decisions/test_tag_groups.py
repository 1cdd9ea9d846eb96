"""Groups of tags: which names form one, in searches and in reports."""

import numpy as np
import pytest

from mltag_desktop.api.report import Report as FrameReport
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.model_evaluation import evaluate_models
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.tag_lists import groups_of, indented
from mltag_desktop.core.workspace.search.query import completions, parse
from mltag_desktop.core.workspace.storage.metadata import tag_infos

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
    assert term.tags == {"billing/refund", "billing/invoice"}
    (exact,) = parse("tag:billing", tags).terms
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
