"""scikit-learn's own checks of an estimator."""

import pytest
from sklearn.exceptions import SkipTestWarning
from sklearn.utils import get_tags
from sklearn.utils.estimator_checks import check_estimator, parametrize_with_checks

from mltag_desktop import Tagger
from tests.api.number_tagger import NumberTagger

EXCLUDED = {
    "check_sample_weight_equivalence_on_dense_data": (
        "calibration folds hold rows, and keep copies of a text together: a row with weight 2 is not two rows"
    ),
}
"""Checks that do not hold, with the reason."""


def test_the_tags_say_that_it_reads_texts() -> None:
    tags = get_tags(Tagger())
    assert tags.input_tags.string
    assert tags.input_tags.one_d_array
    assert not tags.input_tags.two_d_array
    assert tags.target_tags.required
    assert tags.estimator_type == "classifier"
    assert Tagger()._more_tags()["X_types"] == ["string", "1darray"]


def test_check_estimator_skips_what_only_numbers_can_check() -> None:
    with pytest.warns(SkipTestWarning, match="requires input"):
        check_estimator(Tagger())


@parametrize_with_checks([NumberTagger("bayes")], expected_failed_checks=lambda estimator: EXCLUDED)  # type: ignore[untyped-decorator]
def test_every_check_passes_with_numbers_as_words(estimator, check) -> None:
    check(estimator)
