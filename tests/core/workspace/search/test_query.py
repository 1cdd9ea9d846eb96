"""The query language: parsing and evaluation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.query import QueryField, completions, parse, quoted
from mltag_desktop.core.workspace.types import DecisionKind, TagInfo
from mltag_desktop.core.workspace.views import matching
from mltag_desktop.core.workspace.views.column_values import few_values
from mltag_desktop.core.workspace.views.filtering import Filter, order
from mltag_desktop.core.workspace.views.matching import TextHits
from mltag_desktop.core.workspace.workspace import Workspace

TAGS = (
    TagInfo("natural-language-processing", "NLP", "◆", 0),
    TagInfo("computer-vision", "CV", "■", 1),
    TagInfo("mlops", "MLOps", "▲", 2),
)
COLUMNS = ("id", "title", "date of birth", "source")


def read(line: str):
    return parse(line, TAGS, COLUMNS)


def test_parses_the_documented_example() -> None:
    query = read('tag:mlops confidence<0.6 "exact phrase" -word source:blog is:flagged')
    assert not query.problems
    assert [term.field for term in query.terms] == [
        QueryField.TAG, QueryField.CONFIDENCE, QueryField.WORDS, QueryField.WORDS, QueryField.COLUMN,
        QueryField.MARK,
    ]  # fmt: skip
    assert query.terms[0].tags == {"mlops"}
    assert query.terms[1].number == 0.6
    assert query.terms[2].value == "exact phrase"
    assert query.terms[3].negated
    assert (query.terms[4].column, query.terms[4].value) == (3, "blog")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("tag:sports", "There is no tag sports"),
        ("is:happy", "Unknown status: happy"),
        ("confidence<much", "Compare confidence"),
        ("confidence:0.5", "Compare confidence"),
        ("confidence<2", "between 0 and 1"),
        ("confidence<60", "between 0 and 1"),
        ("confidence<101%", "between 0 and 1"),
        ('"open end', "A quotation mark is missing"),
        ("author:me", "The table has no column author"),
        ("source<3", "Only confidence can be compared"),
        ("source:", "A value is missing"),
    ],
)
def test_problems_have_a_message_and_a_hint(line: str, part: str) -> None:
    query = read(f"word {line}")
    assert [term.value for term in query.terms] == ["word"]
    assert part in query.problems[0].message
    assert query.problems[0].hint


def test_confidences_may_be_percentages_or_have_a_decimal_comma() -> None:
    assert [read(f"conf<={text}").terms[0].number for text in ("60%", "0,6", ".6")] == [0.6] * 3


def test_a_term_can_be_removed() -> None:
    query = read("tag:NLP  some words is:flagged")
    assert query.without(query.terms[0]) == "some words is:flagged"
    assert query.without(query.terms[-1]) == "tag:NLP  some words"
    assert query.without(query.terms[1]) == "tag:NLP words is:flagged"


@given(st.text(max_size=60))
def test_any_query_is_parsed_and_positions_are_right(line: str) -> None:
    query = read(line)
    spans = [(each.start, each.end) for each in (*query.terms, *query.problems)]
    assert all(0 <= start < end <= len(line) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in zip(sorted(spans), sorted(spans)[1:], strict=False))


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_a_written_query_parses_to_the_same_terms(value: str) -> None:
    query = parse(f'"date of birth"={quoted(value)}', TAGS, COLUMNS)
    if '"' not in value:
        (term,) = query.terms
        (again,) = parse(term.words, TAGS, COLUMNS).terms
        assert (again.column, again.value, again.sign) == (2, value, "=")


def shown(workspace: Workspace, line: str) -> list[int]:
    query = parse(line, workspace.tag_set.tags, workspace.table.columns)
    assert not query.problems
    return order(SILENT, workspace, Filter(terms=query.terms)).tolist()


def test_conditions_combine(predicted: Workspace) -> None:
    states = predicted.states()
    tag = states.tag_names[states.predicted[0]]
    same = np.flatnonzero(states.predicted == states.predicted[0]).tolist()
    assert shown(predicted, f"tag:{quoted(tag)}") == same
    assert shown(predicted, f"-tag:{quoted(tag)}") == [row for row in range(12) if row not in same]
    other = states.tag_names[states.predicted[1]]
    both = [row for row in range(12) if states.predicted[row] in (states.predicted[0], states.predicted[1])]
    assert shown(predicted, f"tag:{quoted(tag)} tag:{quoted(other)}") == both
    predicted.decisions.mark([3], DecisionKind.FLAG)
    assert shown(predicted, "is:flagged") == [3]
    assert shown(predicted, f"is:flagged -tag:{quoted(tag)}") == ([] if 3 in same else [3])
    low = float(states.confidence.min())
    assert shown(predicted, f"confidence<{low - 0.001:.6f}") == []
    assert len(shown(predicted, "confidence>=0")) == 12


def test_words_phrases_and_columns_are_searched_in_the_file(predicted: Workspace) -> None:
    record = predicted.table.records([4])[0]
    column = predicted.table.columns[0]
    assert 4 in shown(predicted, f"{quoted(column)}={quoted(record.cells[0])}")
    assert 4 in shown(predicted, f'"{record.text}"')
    assert 4 not in shown(predicted, f'-"{record.text}"')
    assert shown(predicted, "nosuchword") == []


def test_columns_with_few_values_are_found(predicted: Workspace) -> None:
    for found in few_values(SILENT, predicted):
        assert 2 <= len(found.values) <= 24
        for value, count in found.values:
            assert len(shown(predicted, f"{quoted(found.name)}={quoted(value)}")) == count


def offered(line: str) -> list[str]:
    return [each.text for each in completions(line, len(line), TAGS, COLUMNS, {"source": ("blog", "paper")})]


def test_completion_offers_keys_then_values() -> None:
    assert offered("ta") == ["tag:"]
    assert offered("word -tag:c") == ["-tag:computer-vision"]
    assert offered("is:fl") == ["is:flagged"]
    assert offered("source:") == ["source:blog", "source:paper"]
    assert offered("dat") == ['"date of birth":']
    assert offered("") == []
    assert offered("is:flagged") == []


def test_first_hits_are_reported_and_words_are_searched_in_one_pass(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "_FIRST_HITS_DELAY", 0.0)
    on_text_matches: list[tuple[tuple[str, ...], list[int]]] = []
    hits = TextHits(
        workspace,
        on_text_matches=lambda terms, rows: on_text_matches.append(
            (tuple(each.value for each in terms), rows.tolist())
        ),
    )
    texts = [text.casefold() for text in workspace.table.texts(range(workspace.table.count))]
    first, second = texts[0].split()[0], texts[0].split()[-1]
    terms = read(f"{first} {second}").terms
    hits.look_up(SILENT, terms, workspace.table.count)
    both = [row for row, text in enumerate(texts) if first in text and second in text]
    assert on_text_matches == [((first, second), both)]
    for term in terms:
        expected = [term.value in text for text in texts]
        assert hits.of(SILENT, term, workspace.table.count).tolist() == expected
    hits.look_up(SILENT, read(f"{first} -{second}").terms, workspace.table.count)
    assert len(on_text_matches) == 1  # cached by now
    hits.look_up(SILENT, read("-neither").terms, workspace.table.count)
    assert len(on_text_matches) == 1  # a query without words is not reported before the end
