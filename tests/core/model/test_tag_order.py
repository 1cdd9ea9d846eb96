"""The order of tags in reports and in the window."""

from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.types import in_order
from mltag_desktop.core.training.training import Examples, labelled_features


def test_numbers_are_in_order_of_their_value_and_come_before_words() -> None:
    given = ["10", "b", "2", "-1", "nan", "1,5", "A", "9" * 400, "02"]
    assert in_order(given) == ("-1", "1,5", "02", "2", "10", "9" * 400, "A", "b", "nan")


def test_a_model_has_its_tags_in_this_order(vectors: StaticVectors) -> None:
    given = Examples(("rye bread", "high tide", "old lamp", "dough"), ("10", "9", "2", "b"))
    assert labelled_features(given, vectors).tags == ("2", "9", "10", "b")
    assert labelled_features(given, vectors, ("b", "10")).tags == ("b", "10", "2", "9")
