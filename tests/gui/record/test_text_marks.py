import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.types import WeightedSpan
from mltag_desktop.gui.record.text_view import marked_words


@pytest.mark.parametrize(
    ("text", "pieces", "marked"),
    [
        ("the model reads images", [(16, 22, 2.0), (4, 9, 1.0), (0, 3, -1.0)], {"model": 0.5, "images": 1.0}),
        ("deep learning", [(0, 4, 1.0), (0, 13, 2.0)], {"deep": 1.0, "learning": 0.762}),
        ("a b", [(0, 1, -1.0)], {}),
        ("", [], {}),
    ],
    ids=["strongest in text order", "overlapping pieces are summed", "no positive weight", "empty"],
)
def test_words_are_marked_by_their_weights(
    text: str, pieces: list[tuple[int, int, float]], marked: dict[str, float]
) -> None:
    marks = marked_words(text, [WeightedSpan(start, end, text[start:end], w) for start, end, w in pieces])
    assert [text[mark.start : mark.end] for mark in marks] == [*marked]
    assert [mark.strength for mark in marks] == pytest.approx([*marked.values()], abs=0.001)


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
