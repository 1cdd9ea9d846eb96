"""Messages: English text with its template and values, stored and read back."""

import json
import math
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import (
    Message,
    join,
    listed,
    message,
    message_of,
    message_plural,
    messages_in,
    parts_of,
    probability_words,
    sentences,
    with_messages,
)


def test_a_message_is_its_english_text() -> None:
    found = message("{rows:,} of {name}: {share:.0%}", rows=1_234, name="a {b}", share=0.5)
    assert found == "1,234 of a {b}: 50%"
    assert json.dumps([found]) == '["1,234 of a {b}: 50%"]'
    assert str(MltagError(found, "Look.")) == "1,234 of a {b}: 50% Look."


def test_a_plural_chooses_by_its_number() -> None:
    texts = [message_plural("{n:,} row of {tag}", "{n:,} rows of {tag}", n, tag="x") for n in (0, 1, 1_000)]
    assert texts == ["0 rows of x", "1 row of x", "1,000 rows of x"]
    assert {text.template for text in texts} == {"{n:,} rows of {tag}"}


def test_values_become_plain(tmp_path) -> None:
    found = message("{path} {count:,} {error}", path=tmp_path, count=np.int64(3), error=ValueError("no"))
    assert found.values == {"path": str(tmp_path), "count": 3, "error": "no"}
    assert type(found.values["count"]) is int


def test_joined_messages_keep_their_parts() -> None:
    first, second = message("{n} {{x}}", n=1), message("Second.")
    joined = sentences(first, "", second)
    assert joined == "1 {x} Second."
    assert parts_of(joined) == (first, second)
    assert parts_of(first) == (first,)
    assert parts_of("plain text") == ("plain text",)
    assert join(message(" and "), ["a", "b"]) == "a and b"
    assert join(" {} ", ["a", "b"]) == "a {} b"


@pytest.mark.parametrize(
    "found",
    [
        message("nothing to fill"),
        message("{a} of {b}", a=message("{n:,} rows", n=5), b="text"),
        message_plural("{n} row", "{n} rows", 1),
        sentences(message("One."), message("Two of {n:.2f}.", n=0.5)),
    ],
)
def test_a_message_survives_json_and_processes(found) -> None:
    for again in (
        Message.from_json(json.loads(json.dumps(found.to_json()))),
        pickle.loads(pickle.dumps(found)),
    ):
        assert again == found
        assert (again.template, again.values, again.one) == (found.template, found.values, found.one)


def test_messages_of_a_report_are_found_again() -> None:
    report = {
        "rows": [1, 2, 3],
        "notes": (message("{n} rows", n=2), "by hand"),
        "paired": {"words": message("same")},
    }
    stored = json.loads(json.dumps(messages_in(report)))
    read = with_messages(json.loads(json.dumps(report)), stored)
    assert read == {"rows": [1, 2, 3], "notes": ["2 rows", "by hand"], "paired": {"words": "same"}}
    assert [type(each) for each in read["notes"]] == [Message, str]
    assert isinstance(read["paired"]["words"], Message)


@pytest.mark.parametrize(
    "stored",
    [
        None,
        {},
        {"template": "{n} rows"},
        {"template": "{n} rows", "values": {}},
        {"template": "{n} rows", "values": {"n": 3}},
        {"template": "{n:.2f} rows", "values": {"n": "two"}},
    ],
)
def test_a_stored_message_that_does_not_fit_is_not_used(stored) -> None:
    found = message_of("2 rows", stored)
    assert found == "2 rows"
    assert type(found) is str


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.997, "0.99"), (1.0, "0.99"), (0.0, "0.00"), (0.29, "0.29"), (0.549, "0.54"), (math.nan, "")],
)
def test_probabilities_are_truncated(probability: float, words: str) -> None:
    assert probability_words(probability) == words
    assert probability_words(float(np.float32(probability))) == words


@given(st.floats(0, 1))
def test_a_truncated_probability_is_at_most_one_hundredth_lower(probability: float) -> None:
    shown = float(probability_words(probability))
    assert shown <= probability + 2e-6
    assert shown > min(probability, 0.99) - 0.01 - 1e-9


def test_names_in_a_sentence_are_quoted_and_the_last_is_joined_with_and() -> None:
    assert listed(["title"]) == "“title”"
    assert listed(["title", "text"]) == "“title” and “text”"
    assert listed(["1", "2", "3"], quoted=False) == "1, 2 and 3"
    assert listed([*"abcd"], most=3) == "“a”, “b”, “c” and “d”"
    assert listed([*"abcde"], most=3) == "“a”, “b”, “c” and 2 more"
    assert len(listed(["long" * 1000])) < 1000
