"""A guideline as one file, with rules and behaviour tests."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.evaluation.behavioural_tests import load_cases, run
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.learning.guideline import (
    Guideline,
    OwnTest,
    cases_for,
    guideline_of,
    guideline_text,
    own_tests,
    read_guideline,
    store_own_tests,
    use_guideline,
    write_guideline,
)
from mltag_desktop.core.model.keyword_rules import KeywordRules, bundled_rules, guideline_rules
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.errors import user_error

REFUND = TagInfo(
    "refund, or so",
    "",
    "◆",
    3,
    'Money "back".\nNot: a new card.',
    ("old",),
    ("I want it back",),
    ("money back", "refund^3"),
    ("card",),
    "R",
)
CARD = TagInfo("card", "C", "■", 1, keywords=("card",))
GUIDELINE = Guideline(
    (REFUND, CARD), (OwnTest("My money is gone", "refund, or so"), OwnTest("Hi", "card", True))
)


def test_a_guideline_is_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "guideline.toml"
    write_guideline(GUIDELINE, path)
    again = read_guideline(path)
    assert again.tests == GUIDELINE.tests
    assert set(again.tags[0].keywords) == set(REFUND.keywords)
    assert [replace(tag, keywords=()) for tag in again.tags] == [
        replace(tag, keywords=()) for tag in GUIDELINE.tags
    ]
    own = guideline_rules(GUIDELINE.tags)
    assert own is not None
    text = ["a card", "refund", "money back on my card"]
    assert (KeywordRules.load(path).scores(text) == own.scores(text)).all(), "the file is a rules model, too"
    assert [case.texts for case in load_cases(path)] == [("My money is gone",), ("Hi",)]


names = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)


@given(names, st.text(max_size=30), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_is_valid_in_the_file(name: str, text: str, more: list[str]) -> None:
    tag = TagInfo(name, "", "◆", 0, text, examples=tuple(more), keywords=tuple(more))
    data = tomllib.loads(guideline_text(Guideline((tag,), (OwnTest(text, name),))))
    assert data["tags"][0]["name"] == name
    assert data["tags"][0].get("description", "") == text
    assert data["tags"][0].get("examples", []) == more


def test_the_bundled_rules_are_a_guideline() -> None:
    found = read_guideline(resource("rules.toml"))
    assert {tag.name for tag in found.tags} == set(bundled_rules().tags)
    rules = guideline_rules(found.tags)
    assert rules is not None
    text = ["A tokenizer for tweets", "Deploy it with Kubernetes", "Photos of cats"]
    prior = bundled_rules().scores([""])
    place = [rules.tags.index(tag) for tag in bundled_rules().tags]
    assert rules.scores(text)[:, place] == pytest.approx(bundled_rules().scores(text) - prior, abs=1e-5)


def test_a_workspace_takes_a_guideline_over_and_keeps_its_own_tests(workspace: Workspace) -> None:
    first = workspace.tag_set.tags[0]
    store_own_tests(workspace, [OwnTest("A bird", first.name)])
    told = Guideline((replace(first, description="Birds."), *GUIDELINE.tags), GUIDELINE.tests)
    assert use_guideline(workspace, told) == 2
    assert workspace.tag_set.tags[0].description == "Birds."
    assert own_tests(workspace) == (OwnTest("A bird", first.name), *GUIDELINE.tests)
    workspace.tag_set.set(renamed(workspace.tag_set.tags, "card", "cards"))
    assert own_tests(workspace)[-1].tag == "cards"
    assert cases_for(workspace, ["card"])[-1].expected == ("card",), "as the model names it"
    assert cases_for(workspace, ["card", "other"]) == cases_for(workspace, ["card"]), (
        "no bundled test on other"
    )
    assert len(cases_for(workspace, ["card", *bundled_rules().tags])) > len(own_tests(workspace))
    assert guideline_of(workspace).tests == own_tests(workspace)


def test_a_tag_that_the_guideline_renamed_gets_its_new_name(workspace: Workspace) -> None:
    first, second, *rest = workspace.tag_set.tags
    workspace.table.add_texts(["a text"])
    workspace.decisions.decide([0], first.name)
    theirs = renamed(renamed([first, second], first.name, "interim"), "interim", "newer")
    theirs = merged(theirs, second.name, "newer")
    assert use_guideline(workspace, Guideline(theirs)) == 0
    tags = workspace.tag_set.tags
    assert [tag.name for tag in tags] == ["newer", second.name, *(tag.name for tag in rest)], "none is merged"
    assert tags[0].aliases == (first.name, "interim")
    assert workspace.table.records([0])[0].decided == "newer"
    assert use_guideline(workspace, Guideline(theirs)) == 0
    assert workspace.tag_set.tags == tags


def test_tests_say_what_must_and_must_not_be() -> None:
    rules = guideline_rules(GUIDELINE.tags)
    assert rules is not None
    cases = [
        OwnTest("money back", REFUND.name).case,
        OwnTest("my card", "card", forbidden=True).case,
        OwnTest("refund", "card", forbidden=True).case,
    ]
    result = run(rules, cases)
    assert (result.passed, result.total) == (2, 3)
    assert (result.failed[0].text, result.failed[0].expected) == ("my card", "not card")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.toml", "tags = 3", "is not a guideline"),
        ("a.toml", "[[tags]]\nname = 4", "is not a guideline"),
        ("a.toml", "[[tags]]\nsign = 'x'", "is not a guideline"),
        ("a.toml", "[[minimum]]\nname = 'x'", "is not a guideline"),
        ("a.toml", "x = ", "is not a guideline"),
        ("a.toml", "", "has no tags"),
        ("a.csv", "", "no names"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with user_error(words):
        read_guideline(path)
    with user_error("could not be read"):
        read_guideline(tmp_path / "missing.toml")


def test_invalid_tests_are_refused(workspace: Workspace) -> None:
    with user_error("has no text"):
        store_own_tests(workspace, [OwnTest(" ", workspace.tag_set.tags[0].name)])
    with user_error("is not a tag"):
        store_own_tests(workspace, [OwnTest("x", "nonsense")])
    assert own_tests(workspace) == ()
