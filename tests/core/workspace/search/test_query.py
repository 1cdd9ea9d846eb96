"""The query language: parsing and evaluation."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.search import conditions
from mltag_desktop.core.workspace.search.column_values import few_values
from mltag_desktop.core.workspace.search.conditions import (
    ColumnTerm,
    ConfidenceTerm,
    GroupTerm,
    IsTerm,
    MeaningTerm,
    NoteTerm,
    ProbabilityTerm,
    QueryTerm,
    SearchHits,
    TagTerm,
    WordsTerm,
    column_key,
    quoted,
    single_terms,
)
from mltag_desktop.core.workspace.search.query import Query, completions, parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.search.text_hits import TextHits
from mltag_desktop.core.workspace.search.texts import search_pattern
from mltag_desktop.core.workspace.types import RowArray, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import LetterModel, imported, predict_all

TAGS = (
    TagInfo("natural-language-processing", "NLP", "◆", 0),
    TagInfo("computer-vision", "CV", "■", 1),
    TagInfo("mlops", "MLOps", "▲", 2),
)
COLUMNS = ("id", "title", "date of birth", "source")


def read(line: str) -> Query:
    return parse(line, TAGS, COLUMNS)


def terms_of(line: str) -> tuple[Any, ...]:
    """Return the conditions of a query; the test knows their kinds."""
    return read(line).terms


def test_parses_the_documented_example() -> None:
    query = read('tag:mlops confidence<0.6 "exact phrase" -word source:blog is:flagged')
    assert not query.problems
    terms: tuple[Any, ...] = query.terms
    assert [type(term) for term in terms] == [
        TagTerm, ConfidenceTerm, WordsTerm, WordsTerm, ColumnTerm,
        IsTerm,
    ]  # fmt: skip
    assert terms[0].tags == {"mlops"}
    assert terms[1].number == 0.6
    assert terms[2].value == "exact phrase"
    assert terms[3].negated
    assert (terms[4].column, terms[4].value) == (3, "blog")


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
        ("p:sports>0.1", "There is no tag sports"),
        ("p:mlops", "Compare the probability"),
        ("p:mlops>", "Compare the probability"),
        ("p:mlops>=60", "Compare the probability"),
        ("p>0.1", "Compare the probability"),
        ("author:me", "The table has no column “author”"),
        ("source<3", "Only confidence and probabilities"),
        ("source:", "A value is missing"),
        ("note:", "A word is missing"),
        ("predicted=mlops", "can be compared with the known"),
        ("/(a/", "not a valid regular expression"),
        ("/" + "(" * 5000 + "a" + ")" * 5000 + "/", "not a valid regular expression"),
        ("~", "A text is missing"),
        ("~#0", "A text is missing"),
        ("-~a", "sorts the records"),
        ("(~a)", "sorts the records"),
        ("b OR ~a", "sorts the records"),
        ("(a b", "A closing bracket is missing"),
        ("-(a b", "A closing bracket is missing"),
        ("(" * 5000, "A closing bracket is missing"),
    ],
)
def test_problems_have_a_message_and_a_hint(line: str, part: str) -> None:
    query = read(f"word {line}")
    assert [term.value for term in query.terms] == ["word"]
    assert part in query.problems[0].message
    assert query.problems[0].hint


@pytest.mark.parametrize(
    ("line", "value", "fields"),
    [
        ("~refund after a stolen card", "refund after a stolen card", []),
        ("tag:mlops ~refund  card tag:cv", "refund  card", [TagTerm, TagTerm]),
        ('~"a: refund - card" kafka', "a: refund - card", [WordsTerm]),
        ("~well-known error: 5/7 -kafka", "well-known error: 5/7", [WordsTerm]),
        ('~ card (a OR b) "lake"', "card", [GroupTerm, WordsTerm]),
        ("~#12 card", "12", [WordsTerm]),
        ("~#card", "#card", []),
        ("~card source:blog", "card", [ColumnTerm]),
        ("-kafka ~card is:near-duplicate", "card", [WordsTerm, IsTerm]),
        ("~card is:random-check", "card", [IsTerm]),
    ],
)
def test_a_tilde_takes_the_words_up_to_the_next_condition(
    line: str, value: str, fields: list[type[QueryTerm]]
) -> None:
    query = read(line)
    assert not query.problems
    [meaning] = [term for term in query.terms if isinstance(term, MeaningTerm)]
    assert meaning.value == value
    assert [type(term) for term in query.terms if term is not meaning] == fields
    again = read(meaning.words).terms
    assert [(type(term), term.sign, term.value) for term in again] == [(MeaningTerm, meaning.sign, value)]
    assert "~" not in query.without(meaning)


def test_confidences_may_be_percentages_or_have_a_decimal_comma() -> None:
    assert [terms_of(f"conf<={text}")[0].number for text in ("60%", "0,6", ".6")] == [0.6] * 3


def test_the_probability_of_a_tag_can_be_compared() -> None:
    query = 'p:mlops>=0.1 (p:"Computer-Vision"<5% OR -p:nlp>0,5) ~ lake P:cv>1'
    assert not read(query).problems
    first, group, meaning, last = terms_of(query)
    assert (type(first), first.tags, first.sign, first.number) == (
        ProbabilityTerm, {"mlops"}, ">=", 0.1,
    )  # fmt: skip
    alternatives: Iterator[Any] = single_terms([group])
    assert [(term.number, term.negated) for term in alternatives] == [(0.05, False), (0.5, True)]
    assert (meaning.value, last.tags) == ("lake", {"computer-vision"})
    spaced = parse('p:"serious injury">=10% x', [TagInfo("serious injury", "", "", 0)])
    assert [term.words for term in spaced.terms] == ['p:"serious injury">=10%', "x"]
    texts = {each.text for each in completions("p:", 2, TAGS, COLUMNS, {})}
    assert "p:mlops>=" in texts


@pytest.mark.parametrize("name", ['5" disk', "a:b", "x>=3", "(odd)", "billing/refund", "OR", "-1"])
def test_suggested_conditions_find_their_tag(name: str) -> None:
    tags = [TagInfo(name, "", "", 0), TagInfo("other", "", "", 1)]
    for begun, end in (("tag:", ""), ("rule:", ""), ("p:", "0.1")):
        suggested = [each.text for each in completions(begun, len(begun), tags, (), {})]
        found: list[tuple[Any, ...]] = [parse(text + end, tags).terms for text in suggested]
        assert frozenset({name}) in [term.tags for terms in found for term in terms], begun
    of_column: tuple[Any, ...] = parse(f"{column_key(name)}:x", (), ("text", name)).terms
    assert [term.column_name for term in of_column] == [name]


def test_a_column_called_p_is_found_without_a_comparison() -> None:
    assert parse("p:mlops", TAGS, ("P",)).terms[0].words == '"P":mlops'
    assert isinstance(parse("p:mlops>0.1", TAGS, ("P",)).terms[0], ProbabilityTerm)


def test_keys_may_be_written_as_the_headings_of_the_table_in_german_and_french() -> None:
    query = read("Étiquette:mlops confiance<0,6 ~ lac étiquette:mlops")
    assert not query.problems
    assert [type(term) for term in query.terms] == [
        TagTerm, ConfidenceTerm, MeaningTerm, TagTerm,
    ]  # fmt: skip
    assert read('"étiquette":mlops').problems, "a quoted key is a column"
    (term,) = parse("étiquette:mlops", TAGS, ("Étiquette",)).terms
    assert isinstance(term, ColumnTerm)


def test_a_term_can_be_removed() -> None:
    query = read("tag:NLP  some words is:flagged")
    assert query.without(query.terms[0]) == "some words is:flagged"
    assert query.without(query.terms[-1]) == "tag:NLP  some words"
    assert query.without(query.terms[1]) == "tag:NLP words is:flagged"


@given(st.text(max_size=60) | st.text('ab ()-/O R"\\:=', max_size=30))
def test_any_query_is_parsed_and_positions_are_right(line: str) -> None:
    query = read(line)
    terms = sorted((term.start, term.end) for term in query.terms)
    spans = [*terms, *((problem.start, problem.end) for problem in query.problems)]
    assert all(0 <= start < end <= len(line) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(terms))


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_a_written_query_parses_to_the_same_terms(value: str) -> None:
    query = parse(f'"date of birth"={quoted(value)}', TAGS, COLUMNS)
    if '"' not in value:
        (term,) = query.terms
        (again,) = terms_of(term.words)
        assert (again.column, again.value, again.sign) == (2, value, "=")


def shown(workspace: Workspace, line: str) -> list[int]:
    query = parse(line, workspace.tag_set.tags, workspace.table.columns)
    assert not query.problems
    return order(SILENT, workspace, Filter(terms=query.terms)).tolist()


def test_the_rule_of_a_tag_finds_its_keywords(workspace: Workspace) -> None:
    first, second = workspace.tag_set.tags[:2]
    texts = ["My refund, please", "Refunds of stolen cards", "nothing", "a card"]
    rows = workspace.table.add_texts(texts).rows
    assert rows is not None

    def found(line: str) -> list[str]:
        return [texts[row - rows[0]] for row in shown(workspace, line) if row >= rows[0]]

    workspace.tag_set.set([replace(first, keywords=("refund",), excluded_keywords=("card",)), second])
    assert found(f"rule:{first.name}") == texts[:1]
    assert found(f"-rule:{first.name}") == texts[1:]
    strong = replace(first, keywords=("refund^4",), excluded_keywords=("card",))
    workspace.tag_set.set([strong, replace(second, keywords=("card",))])
    assert found(f"rule:{first.name}") == texts[:2], "its own weight"
    assert found(f"rule:{first.name} rule:{second.name}") == [*texts[:2], texts[3]]
    query = parse("rule:nonsense", workspace.tag_set.tags)
    assert query.problems[0].message == "There is no tag nonsense."
    (term,) = parse('"rule":x', (), ["rule"]).terms
    assert isinstance(term, ColumnTerm)
    assert term.column == 0
    problem = parse("tag:urgent mail", workspace.tag_set.tags, ["title", "Tag"]).problems[0]
    assert problem.hint == 'To search in the column Tag, write "Tag":urgent.'


def test_columns_with_few_values_are_found(predicted: Workspace) -> None:
    for found in few_values(SILENT, predicted):
        assert 2 <= len(found.values) <= 24
        for value, count in found.values:
            assert len(shown(predicted, f"{quoted(found.name)}={quoted(value)}")) == count


def test_or_joins_the_conditions_next_to_it_and_brackets_group() -> None:
    (group, last) = terms_of("lake OR tag:mlops OR river source:blog")
    assert (group.words, type(last)) == ("lake OR tag:mlops OR river", ColumnTerm)
    assert [type(branch[0]) for branch in group.branches] == [
        WordsTerm, TagTerm, WordsTerm,
    ]  # fmt: skip
    (negated,) = terms_of("-(f(x) tag:mlops)")
    assert negated.negated
    assert [term.value for term in negated.branches[0]] == ["f(x)", "mlops"]
    nested = read('((a OR "b c") d) OR e').terms[0]
    assert nested.words == '((a OR "b c") d) OR e'
    assert read("f(x) :) or").problems == ()
    assert [term.value for term in read("f(x) :) or").terms] == ["f(x)", ":)", "or"]
    assert [term.value for term in read('"OR" /usr/bin').terms] == ["OR", "/usr/bin"]
    assert read('"OR"').terms[0].words == '"OR"'


@pytest.mark.parametrize("line", ["OR a", "a OR", "a OR OR b", "(a OR)"])
def test_an_or_without_a_condition_is_a_problem(line: str) -> None:
    query = read(line)
    assert "before or after OR" in query.problems[0].message
    assert "a" in {term.value for term in single_terms(query.terms)}


def test_a_column_named_like_a_key_is_written_in_quotes() -> None:
    (column,) = parse('"note":late', TAGS, ("note",)).terms
    assert (type(column), column.words) == (ColumnTerm, '"note":late')
    assert isinstance(parse("note:late", TAGS, ("note",)).terms[0], NoteTerm)
    assert '"note":' in {each.text for each in completions("not", 3, TAGS, ("note",), {})} | {
        each.text for each in completions('"not', 4, TAGS, ("note",), {})
    }


def test_a_column_called_has_is_found_and_other_tables_have_notes() -> None:
    assert [type(term) for term in parse("has:wheels", (), ("has",)).terms] == [ColumnTerm]
    assert [term.words for term in read("has:note").terms] == ["is:noted"]


def test_unequal_negates_a_condition() -> None:
    assert [term.words for term in read("tag!=mlops source≠blog").terms] == ["-tag:mlops", "-source=blog"]


@pytest.fixture
def letters(tmp_path, table_file) -> Iterator[Workspace]:
    rows = (
        ("Überweisung nach Zürich", "a"),
        ("ueberweisung uberweisung", "b"),
        ("J’ai oublie\u0301 le mot de passe", "a"),
        ("Straße und Maß", "b"),
        ("Ещё один перевод", "c"),
        ("smørrebrød (2 items)", ""),
        ("nothing", "z"),
    )
    data = "text,label\n" + "".join(f'"{text}",{label}\n' for text, label in rows)
    with imported(tmp_path, table_file(data.encode()), ColumnMapping(text=(0,), tag=1)) as made:
        made.tag_set.set(["a", "b", "c"])
        yield made


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("uberweisung", [0, 1]),
        ("ÜBERWEISUNG zurich", [0]),
        ("oublie", [2]),
        ("oublié", [2]),
        ("oublié́", [2]),
        ("strasse maß", [3]),
        ("strase", []),
        ("еще", [4]),
        ("smorrebrod", [5]),
        ("\u0301 nothing", [6]),
        ("oublie OR smorrebrod", [2, 5]),
        ("(oublie OR uberweisung) -nach", [1, 2]),
        ("-(oublie OR uberweisung)", [3, 4, 5, 6]),
        ("/^.?berweisung/", [0]),
        (r"/\(\d items\)$/", [5]),
        ("-/e/", [4, 6]),
        ("text:zurich OR label=c", [0, 4]),
    ],
)
def test_searches_ignore_accents_and_can_be_combined(letters: Workspace, line: str, rows: list[int]) -> None:
    assert shown(letters, line) == rows


def test_words_of_notes_are_found(letters: Workspace) -> None:
    letters.decisions.note(2, "Rückfrage an Anna")
    letters.decisions.note(3, "later")
    assert shown(letters, "note:ruckfrage") == [2]
    assert shown(letters, "has:note -note:anna") == [3]


def test_predictions_are_compared_with_known_and_decided_tags(letters: Workspace) -> None:
    letters.models.set_base("1")
    predict_all(letters, LetterModel("1", tags=("a", "b", "c")))
    states = letters.states()
    predicted = [states.tag_names[code] for code in states.predicted.tolist()]
    known = ["a", "b", "a", "b", "c", "", "z"]
    differ = [row for row in range(7) if known[row] and known[row] != predicted[row]]
    assert shown(letters, "predicted≠known") == differ
    assert shown(letters, "predicted!=known OR predicted=known") == [row for row in range(7) if known[row]]
    other = next(tag for tag in ("a", "b", "c") if tag != predicted[0])
    letters.decisions.decide([0], other)
    assert shown(letters, "predicted≠decided") == [0]


def test_records_are_found_and_sorted_by_the_probability_of_a_tag(letters: Workspace) -> None:
    letters.models.set_base("1")
    assert shown(letters, "p:a>=0") == []
    predict_all(letters, LetterModel("1", tags=("a", "b", "c")))
    views = letters.table.records(range(7))
    of_b = [(view.probabilities or {})["b"] for view in views]
    by_b = sorted(range(7), key=lambda row: -of_b[row])
    assert shown(letters, "p:b>=0") == by_b, "highest first"
    limit = f"{(of_b[by_b[2]] + of_b[by_b[3]]) / 2:.6f}"
    assert shown(letters, f"p:b>={limit}") == by_b[:3]
    assert shown(letters, f"-p:b>={limit}") == shown(letters, f"p:b<{limit}") == sorted(by_b[3:])
    of_a = [(view.probabilities or {})["a"] for view in views]
    both = [row for row in range(7) if of_a[row] >= 0.3 and of_b[row] >= 0.3]
    assert shown(letters, "p:a>=0.3 p:b>=0.3") == both
    letters.tag_set.set([TagInfo("a", "a", "", 0, aliases=("b",)), TagInfo("c", "c", "", 1)])
    merged = [(view.probabilities or {})["a"] for view in letters.table.records(range(7))]
    assert merged == pytest.approx(np.add(of_a, of_b).tolist())
    assert shown(letters, "p:a>=0") == sorted(range(7), key=lambda row: -np.float32(merged[row]))


def test_a_model_may_be_discarded_while_its_probabilities_are_read(letters: Workspace) -> None:
    letters.models.set_base("1")
    predict_all(letters, LetterModel("1", tags=("a", "b", "c")))
    with closing(sqlite3.connect(letters.path)) as connection, connection:
        connection.execute("DELETE FROM predictions")  # the workspace learns of it after the commit
    assert shown(letters, "p:a>=0") == []


def test_an_expression_that_takes_too_long_is_refused() -> None:
    pattern = search_pattern("(a|aa)+$")
    assert pattern is not None
    with pytest.raises(MltagError, match="takes too long"):
        pattern.is_in("a" * 200 + "b")
    assert pattern.spans("a" * 200 + "b") == []


_SIGNS = st.text("aAäÄé\u0301ñßſKﬁØłĐıİﬃΩώйЙё한日が—' ", max_size=10)


def marked(line: str) -> SearchHits:
    return SearchHits(single_terms(read(line).terms, negated=False))


def test_hits_are_placed_in_the_original_text() -> None:
    hits = marked('zurich "ss" -nach /e+r/ source:blog')
    text = "Straße, Überweisung nach Zürich"
    assert [text[start:end] for start, end in hits.in_text(text)] == ["ß", "er", "Zürich"]
    apart = "oublie\u0301 oublie"
    assert [apart[start:end] for start, end in marked("oublie").in_text(apart)] == [
        "oublie\u0301", "oublie",
    ]  # fmt: skip
    assert hits.in_cell("a blog", 3, is_text=False) == ((2, 6),)
    assert hits.in_cell("Zurich", 0, is_text=False) == ()
    assert marked("ab OR bc").in_text("abc") == ((0, 3),)


def offered(line: str) -> list[str]:
    return [each.text for each in completions(line, len(line), TAGS, COLUMNS, {"source": ("blog", "paper")})]


def test_completion_offers_keys_then_values() -> None:
    assert offered("ta") == ["tag:"]
    assert offered("word -tag:c") == ["-tag:computer-vision"]
    assert offered("is:fl") == ["is:flagged"]
    assert offered("source:") == ["source:blog", "source:paper"]
    assert offered("dat") == ['"date of birth":']
    assert offered("(has:") == ["(has:note"]
    assert offered("pred") == ["predicted≠known", "predicted≠decided"]
    assert offered("") == []
    assert offered("is:flagged") == []


def test_first_hits_are_reported_and_words_are_searched_in_one_pass(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conditions, "_FIRST_HITS_DELAY", 0.0)
    hits, told = TextHits(workspace), list[list[int]]()
    texts = [text.casefold() for text in workspace.table.texts(range(workspace.table.count))]
    first, second = texts[0].split()[0], texts[0].split()[-1]

    def rows_of(line: str) -> list[int]:
        def tell(rows: RowArray) -> None:
            told.append(rows.tolist())

        return order(SILENT, workspace, Filter(read(line).terms), hits=hits, first=tell).tolist()

    both = [row for row, text in enumerate(texts) if first in text and second in text]
    assert rows_of(f"{first} {second}") == both
    assert told == [both]
    assert rows_of(second) == [row for row, text in enumerate(texts) if second in text]
    rows_of(f"{first} -{second}")
    assert told == [both]  # cached by now
    rows_of("-neither")
    assert told == [both]  # a query without words is not reported before the end
