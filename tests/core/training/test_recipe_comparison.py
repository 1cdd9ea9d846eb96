import json
from collections import Counter

import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.model import encoder
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.training.recipe_choice import compare_recipes
from mltag_desktop.core.training.training import FoldPlan
from mltag_desktop.core.workspace.types import TagInfo
from tests.core.helpers import WORDS, make, vectors
from tests.progress import CancelAbove


def test_recipes_are_evaluated_on_the_same_folds() -> None:
    result = compare_recipes(
        SILENT, make(90, 3), ["bayes", "vectors", "rules"], vectors(), FoldPlan(folds=3, repeats=2)
    )
    assert [part.name for part in result.recipes] == ["bayes", "vectors", "rules"]
    bayes, by_vectors, rules = result.recipes
    assert bayes.f1 > 0.9
    assert by_vectors.f1 > 0.5
    assert 0 < rules.f1 < 0.5
    assert bayes.against_first is None
    assert rules.against_first is not None
    assert (rules.against_first.a, rules.against_first.b) == ("bayes", "rules")
    assert rules.against_first.verdict == "worse"
    assert all(part.bytes > 0 for part in result.recipes)
    assert sum(part.seconds for part in result.recipes) > 0  # one may be faster than the clock of Windows
    data = json.loads(json.dumps(to_plain(result)))
    assert {"name", "f1", "accuracy", "seconds", "bytes"} <= set(data["recipes"][0])


def test_baselines_of_own_tags_are_not_zero() -> None:
    examples = make(90, 3)
    guideline = [TagInfo(tag, "", "", 0, keywords=tuple(words)) for tag, words in WORDS.items()]
    result = compare_recipes(
        SILENT, examples, ["majority", "rules"], vectors(), FoldPlan(folds=3, repeats=1), guideline=guideline
    )
    majority, rules = result.recipes
    assert majority.accuracy == max(Counter(examples.tags).values()) / 90
    assert rules.f1 > majority.f1 + 0.3


def test_the_automatic_recipe_is_compared_too() -> None:
    result = compare_recipes(SILENT, make(60, 3), ["bayes", "auto"], vectors(), FoldPlan(folds=3, repeats=1))
    assert [part.name for part in result.recipes] == ["bayes", "auto"]
    assert result.recipes[1].accuracy > 0.9


@pytest.mark.skipif(not encoder.is_installed(), reason="the extra encoder is not installed")
def test_a_fast_twin_is_compared_on_the_same_folds() -> None:
    result = compare_recipes(SILENT, make(40, 2), ["fast-twin", "svm"], vectors(), FoldPlan(2, repeats=1))
    twin, svm = result.recipes
    assert (twin.name, svm.name) == ("fast-twin", "svm")
    assert svm.against_first is not None
    assert twin.accuracy > 0.9


def test_a_recipe_named_twice_is_evaluated_once() -> None:
    result = compare_recipes(SILENT, make(30, 3), ["bayes", "bayes"], vectors(), FoldPlan(folds=3, repeats=1))
    assert len(result.recipes) == 1


def test_unknown_recipes_and_too_few_rows_are_errors() -> None:
    with pytest.raises(MltagError, match="nonsense"):
        compare_recipes(SILENT, make(30, 3), ["nonsense"], vectors())
    with pytest.raises(MltagError, match="too few"):
        compare_recipes(SILENT, make(6, 3), ["bayes"], vectors(), FoldPlan(folds=10))


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        compare_recipes(
            CancelAbove(0.2), make(30, 3), ["bayes", "hybrid"], vectors(), FoldPlan(folds=3, repeats=1)
        )
