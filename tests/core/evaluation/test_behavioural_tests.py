from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from mltag_desktop.core.evaluation.behavioural_tests import Case, load_cases, run
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.keyword_rules import KeywordRules
from tests.errors import user_error

CASES = load_cases(resource("behaviour.toml"))
FIELD = {"natural-language-processing", "computer-vision", "mlops", "other"}


def rules(**phrases: Sequence[str]) -> KeywordRules:
    return KeywordRules(
        dict.fromkeys(phrases, 0.0), {tag: dict.fromkeys(words, 2.0) for tag, words in phrases.items()}
    )


PETS = rules(cat=["purr"], dog=["bark"])


def test_the_bundled_cases_cover_four_tags_and_three_kinds() -> None:
    assert len(CASES) >= 60
    assert {tag for case in CASES for tag in case.expected} == FIELD
    minimum = Counter(case.expected[0] for case in CASES if case.kind == "minimum")
    assert min(minimum.values()) >= 10
    kinds = Counter(case.kind for case in CASES)
    assert min(kinds[kind] for kind in ("minimum", "direction", "invariance")) >= 14


def test_a_constant_model_fails_most_cases() -> None:
    prior = {tag: float(tag == "other") for tag in sorted(FIELD)}
    result = run(KeywordRules(prior, {}), CASES)
    assert result.total == len(CASES)
    assert {failure.kind for failure in result.failed} == {"minimum", "direction"}
    assert result.passed < result.total / 2


def test_each_wrong_text_is_listed() -> None:
    cases = [
        Case("bark", "minimum", ("Bark bark",), ("dog",)),
        Case("noise", "direction", ("they purr", "they bark", "they hiss"), ("cat", "dog", "dog")),
        Case("steady", "invariance", ("dogs bark", "wolves bark", "cats purr"), ()),
    ]
    result = run(PETS, cases)
    assert (result.passed, result.total, result.skipped) == (1, 3, 0)
    assert result.failed_cases == ("noise", "steady")
    assert [(failure.text, failure.expected, failure.answered) for failure in result.failed] == [
        ("they hiss", "dog", "cat"),
        ("cats purr", "dog", "cat"),
    ]


def test_a_failure_has_the_reason_of_its_case(tmp_path: Path) -> None:
    path = tmp_path / "cases.toml"
    path.write_text(
        '[[minimum]]\nname = "hiss"\ntext = "they purr"\ntag = "dog"\nmay_fail = "No dog hisses."\n'
        '[[direction]]\nname = "noise"\ntemplate = "they {}"\nwords = { purr = "dog", bark = "dog" }\n'
        'may_fail = "Odd dogs."\n'
        '[[invariance]]\nname = "steady"\ntemplate = "cats {}"\nwords = ["purr", "bark"]\n'
    )
    result = run(PETS, load_cases(path))
    assert [failure.may_fail for failure in result.failed] == ["No dog hisses.", "Odd dogs.", ""]
    assert (result.passed, result.total, result.with_reason) == (0, 3, 2)


def test_cases_about_other_tags_are_skipped() -> None:
    result = run(PETS, CASES)
    assert (result.passed, result.total, result.skipped) == (0, 0, len(CASES))


def test_no_cases_is_no_error() -> None:
    assert run(PETS, []).total == 0


@pytest.mark.parametrize(
    "content",
    [
        "[[minimum]]\nname = 'a'\ntext = 'b'\n",
        "[[direction]]\nname = 'a'\ntemplate = 'no place'\nwords = {x = 'cat', y = 'dog'}\n",
        "[[invariance]]\nname = 'a'\ntemplate = '{}'\nwords = ['one']\n",
        "[[minimum]]\nname = 'a'\ntext = 'b'\ntag = 'c'\n[[minimum]]\nname = 'a'\ntext = 'b'\ntag = 'c'\n",
        "minimum = 3\n",
        "[[minimum",
    ],
)
def test_invalid_cases_are_rejected_with_a_reason(tmp_path: Path, content: str) -> None:
    path = tmp_path / "behaviour.toml"
    path.write_text(content)
    with user_error(r"behaviour\.toml"):
        load_cases(path)
    with user_error("missing"):
        load_cases(tmp_path / "missing")
