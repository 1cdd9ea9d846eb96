"""Texts and tags from lists, arrays, Series and frames, and what cannot be used."""

import io

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array

from mltag_desktop import InvalidInputError, MltagError
from mltag_desktop.api.inputs import additional_tags_of, tags_of, texts_of, weights_of


@pytest.mark.parametrize(
    "values",
    [
        ["bread", "rose"],
        ("bread", "rose"),
        np.array(["bread", "rose"]),
        np.array(["bread", "rose"], dtype=object),
        pd.Series(["bread", "rose"], index=[7, 3]),
        pd.DataFrame({"title": ["bread", "rose"]}),
    ],
    ids=["list", "tuple", "array", "objects", "series", "frame"],
)
def test_every_kind_of_texts_is_read(values) -> None:
    texts = texts_of(values)
    assert texts == ["bread", "rose"]
    assert {type(text) for text in texts} == {str}


def test_columns_of_a_frame_are_joined_as_in_a_table() -> None:
    frame = pd.DataFrame({"id": [1, 2], "title": [" Bread ", None], "text": ["dough", np.nan]})
    assert texts_of(frame, ["title", "text"]) == ["Bread dough", ""]
    assert texts_of(frame, "title") == ["Bread", ""]


def test_missing_texts_are_empty() -> None:
    assert texts_of(["bread", None, np.nan, pd.NA]) == ["bread", "", "", ""]
    assert texts_of(["bread", pd.NaT]) == ["bread", ""]
    assert texts_of(pd.Series([np.nan, np.nan])) == ["", ""]
    assert texts_of([]) == texts_of(np.array([])) == []
    frame = pd.read_csv(io.StringIO("title,text\nBread,\nRose,\n"))  # an empty column is one of numbers
    assert texts_of(frame, ["title", "text"]) == ["Bread", "Rose"]


@pytest.mark.parametrize(
    ("values", "columns", "message"),
    [
        ("bread", None, "One text was given"),
        (3, None, "Expected a list of texts, got int"),
        ({"bread": "rose"}, None, "Expected a list of texts, got dict"),
        (np.array([["a", "b"]]), None, r"got \(1, 2\)"),
        (pd.Series([1.5, 2.0]), None, "The input holds numbers"),
        (pd.Series(pd.to_datetime(["2026-01-01"])), None, "numbers or dates"),
        (["bread", 3], None, "holds 3 at position 1"),
        (["bread", ["long"] * 20], None, "holds a value of the type list at position 1"),
        (csr_array([[1, 0]]), None, r"got \(1, 2\)"),
        (pd.DataFrame({"title": ["a"], "text": ["b"]}), None, "several columns"),
        (pd.DataFrame({"id": [7], "title": ["a b"], "text": ["b"]}), None, r"text=\['title', 'text'\]"),
        (pd.DataFrame({"price": [7.5, None], "year": [1, 2]}), None, r"text=\['price'\]"),
        (pd.DataFrame([[7, "a b"]]), None, r"text=\[1\]"),
        (pd.DataFrame(index=[0]), None, r"no column with texts\. Add"),
        (
            pd.DataFrame({"title": ["a"]}),
            ["titel", "body"],
            "no columns “titel” and “body”.*Its columns are: title",
        ),
        (pd.DataFrame({"price": [1.5]}), ["price"], "The column price holds numbers"),
        (pd.DataFrame([["a", "b"]], columns=["title"] * 2), "title", "several columns called “title”"),
    ],
)
def test_other_values_are_refused(values, columns, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        texts_of(values, columns)


def test_an_error_is_one_of_the_program_and_of_scikit_learn() -> None:
    with pytest.raises(MltagError) as caught:
        texts_of("bread")
    assert isinstance(caught.value, ValueError)
    assert caught.value.hint == "Put it in a list: [text]."


@pytest.mark.parametrize("tags", [["a", None, "b"], ["a", np.nan, "b"], ["a", pd.NA, "b"], ["a", " ", "b"]])
def test_missing_tags_are_refused(tags) -> None:
    with pytest.raises(InvalidInputError, match=r"1 tag is missing .* at position 1"):
        tags_of(pd.Series(tags), 3)


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        (None, "The tags are missing"),
        (["a"], "2 texts and 1 tags"),
        ([0.5, 1.25], "not classes"),
        (["a", "b\ud800"], r"'b\\ud800' has half of a character"),
        ([np.nan, 1.0], "1 tag is missing"),
        ([["a", "b"], ["c"]], r"Some texts have several tags\. Pass .* additional_tags"),
        ([["a", "b"], ["c", "d"]], r"y should be a 1d array[^.]*\. Pass .* additional_tags"),
        ("topic", r"one text\. Pass the column itself: frame\['topic'\]"),
    ],
)
def test_other_tags_are_refused(tags, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        tags_of(tags, 2)


def test_tags_keep_their_kind() -> None:
    assert tags_of(iter("ab"), 2).tolist() == ["a", "b"]
    assert tags_of(pd.Series(["a", "b"], dtype="category"), 2).tolist() == ["a", "b"]
    assert tags_of([3, 1], 2).tolist() == [3, 1]


@pytest.mark.parametrize("values", [3, ["a", "b"], [["a"]], np.array([["a"], ["b"]])])
def test_additional_tags_are_a_list_for_each_text(values) -> None:
    with pytest.raises(InvalidInputError, match="do not fit 2 texts"):
        additional_tags_of(values, 2)
    assert additional_tags_of(pd.Series([["a"], np.nan]), 2) == (("a",), ())
    with pytest.raises(InvalidInputError, match="has half of a character"):
        additional_tags_of([["a"], ["b\ud800"]], 2)


@pytest.mark.parametrize("weights", [[1.0], [np.nan, 1.0], [-1.0, 1.0], [0.0, 0.0], ["heavy", "light"]])
def test_bad_weights_are_refused(weights) -> None:
    with pytest.raises(InvalidInputError, match="sample weights"):
        weights_of(weights, 2)
