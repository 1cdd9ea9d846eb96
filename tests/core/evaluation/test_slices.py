import numpy as np

from mltag_desktop.core.evaluation.regressions import MAX_VALUES, column_slices, text_slices


def test_short_texts_have_under_eight_words() -> None:
    texts = ["one two three four five six seven", "one two three four five six seven eight", ""]
    assert text_slices(texts, ["a", "a", "a"])["short_text"].tolist() == [True, False, True]


def test_language_models_are_matched_as_whole_words_among_language_rows() -> None:
    texts = """A large language model
Bertrand and Albertina
DistilBERT, smaller
BERT for images
GPT-2"""
    tags = ["natural-language-processing"] * 5
    tags[3] = "computer-vision"
    assert text_slices(texts.splitlines(), tags)["nlp_llm"].tolist() == [True, False, True, False, True]


def test_other_tag_sets_have_no_language_model_slice() -> None:
    assert list(text_slices(["Transformers"], ["films"])) == ["short_text"]


def test_one_slice_for_each_value_of_a_column() -> None:
    slices = column_slices("source", ["a", "b", "", "a", "  "])
    assert {name: mask.tolist() for name, mask in slices.items()} == {
        "source=a": [True, False, False, True, False],
        "source=b": [False, True, False, False, False],
    }
    assert all(mask.dtype == np.bool_ for mask in slices.values())


def test_only_the_most_frequent_values_are_kept() -> None:
    values = [str(number) for number in range(50)] + ["49"]
    slices = column_slices("id", values)
    assert len(slices) == MAX_VALUES
    assert next(iter(slices)) == "id=49"
