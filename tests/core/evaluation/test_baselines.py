"""The baselines of a report: the most frequent tag, and the rules of own and bundled tags."""

import numpy as np
import pytest

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.model_evaluation import (
    RowFacts,
    evaluate_models,
    majority,
    named,
    rules_for,
)
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.model.keyword_rules import bundled_rules
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.types import TagInfo

TRUTH = ["refund", "refund", "card_arrival", "refund", "top_up"]
TEXTS = ["money back please", "my refund", "when is the card here", "reimburse me", "top up my account"]


def tag(name: str, *keywords: str, excluded: tuple[str, ...] = ()) -> TagInfo:
    return TagInfo(name, "", "", 0, keywords=keywords, excluded_keywords=excluded)


GUIDELINE = (
    tag("refund", "money back", "reimburse", "refund"),
    tag("card_arrival", "card"),
    tag("top_up", "top up", excluded=("card",)),
)


def test_the_majority_is_the_most_frequent_tag_with_its_share() -> None:
    found = majority(TRUTH)
    assert [found.tags[code] for code in found.best] == ["refund"] * 5
    assert found.confidence == pytest.approx(0.6)
    assert majority(["one"]).tags == ("one",)


def test_the_rules_of_own_tags_are_their_keywords_or_the_words_of_their_names() -> None:
    own = rules_for(GUIDELINE, TRUTH).predict(TEXTS)
    assert [own.tags[code] for code in own.best] == TRUTH
    by_name = rules_for(named(TRUTH), TRUTH).predict(TEXTS)
    assert [by_name.tags[code] for code in by_name.best] == ["refund", *TRUTH[1:]]
    some = [tag("refund", "money back"), *named(("card_arrival", "top_up"))]
    found = rules_for(some).predict(["I want my money back", "when does the card come", "a top up"])
    assert [found.tags[code] for code in found.best] == ["refund", "card_arrival", "top_up"]
    nothing = rules_for(GUIDELINE, TRUTH).predict(["hello"])
    assert nothing.tags[nothing.best[0]] == "refund", "the most frequent tag where no keyword is found"


def test_the_bundled_tags_have_the_bundled_rules() -> None:
    assert rules_for(named(bundled_rules().tags[:2])) is bundled_rules()
    assert rules_for([*named(bundled_rules().tags), tag("more", "more")]) is not bundled_rules()


def test_every_report_has_the_baselines_and_compares_the_last_model_with_them() -> None:
    tags = ("refund", "card_arrival", "top_up")
    right = np.eye(3, dtype=np.float32)[[tags.index(tag) for tag in TRUTH]]
    rules = rules_for((*GUIDELINE, tag("elsewhere", "hello")), TRUTH).predict(TEXTS)
    report = evaluate_models(
        SILENT, TRUTH, tags, [Predictions("v1", tags, right)], rows=RowFacts(rules=rules)
    )
    assert [model.role for model in report.listed] == [ModelRole.MAJORITY, ModelRole.RULES, ModelRole.MODEL]
    assert [round(model.accuracy, 3) for model in report.listed] == [0.6, 1.0, 1.0]
    assert report.listed[1].tag_order == tags, "a tag of the rules only is not a tag of the report"
    assert [pair.a for pair in report.comparisons] == ["majority", rules.version]
    assert report.paired is None
    assert report.regressions == ()
    page = to_html(report)
    assert "Majority" in page
    assert "Rules" in page
    assert Report.from_json(report.to_json()) == report
    assert evaluate_models(SILENT, [], tags, [Predictions("v1", tags, right[:0])]).baselines == ()


def test_rules_without_any_keyword_do_not_repeat_the_majority() -> None:
    tags = ("refund", "card_arrival", "top_up")
    found = Predictions("v1", tags, np.eye(3, dtype=np.float32)[:2])
    rules = rules_for(named(tags), ("refund", "top_up")).predict(["hello", "good morning"])
    report = evaluate_models(SILENT, ("refund", "top_up"), tags, [found], rows=RowFacts(rules=rules))
    assert [model.role for model in report.listed] == [ModelRole.MAJORITY, ModelRole.MODEL]
