from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.types import WeightedSpan
from mltag_desktop.gui.record.text_view import marked_words


def test_strongest_words_are_marked_in_text_order() -> None:
    text = "the model reads images"
    pieces = [
        WeightedSpan(16, 22, "images", 2.0),
        WeightedSpan(4, 9, "model", 1.0),
        WeightedSpan(0, 3, "the", -1.0),
    ]
    marks = marked_words(text, pieces)
    assert [(text[mark.start : mark.end], round(mark.strength, 6)) for mark in marks] == [
        ("model", 0.5),
        ("images", 1.0),
    ]


def test_overlapping_pieces_are_summed() -> None:
    pieces = [WeightedSpan(0, 4, "deep", 1.0), WeightedSpan(0, 13, "deep learning", 2.0)]
    marks = {mark.start: mark.strength for mark in marked_words("deep learning", pieces)}
    assert set(marks) == {0, 5}
    assert marks[0] == 1.0
    assert marks[5] < 1.0


def test_nothing_is_marked_without_positive_weights() -> None:
    assert marked_words("a b", [WeightedSpan(0, 1, "a", -1.0)]) == ()
    assert marked_words("", []) == ()


def test_pieces_of_bundled_model_match_the_text() -> None:
    text = "Émile détecte des objets 🚢 in images with a convolutional network"
    marks = marked_words(text, bundled().explain(text).pieces)
    assert "images" in {text[mark.start : mark.end] for mark in marks}


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 50), st.integers(-3, 50), st.floats(-5, 5)), max_size=8),
)
def test_marks_are_always_inside_the_text(text: str, spans: list[tuple[int, int, float]]) -> None:
    pieces = [WeightedSpan(start, end, "", weight) for start, end, weight in spans]
    marks = marked_words(text, pieces)
    assert all(0 <= mark.start < mark.end <= len(text) and 0 < mark.strength <= 1 for mark in marks)
    assert list(marks) == sorted(marks, key=lambda mark: mark.start)
