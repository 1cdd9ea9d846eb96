"""Each facet is counted under the other conditions: the count is the result of a click."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.query import MARKS, QueryField, QueryTerm, parse
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.views.column_values import few_values
from mltag_desktop.core.workspace.views.facets import facet_counts
from mltag_desktop.core.workspace.views.filtering import BINS, Filter, counts, order
from mltag_desktop.core.workspace.views.matching import TextHits
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all

SHOWN_MARKS = tuple(MARKS.values())
LINES = (
    "",
    "apple",
    "-apple",
    "is:flagged",
    "source=blog",
    "-source=wiki",
    "confidence<0.9",
    "source:o pear",
)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Sixty records of three sources, some of them decided, flagged or skipped."""
    folder = tmp_path_factory.mktemp("facets")
    fruits, sources = (
        ("apple bb", "pear fff", "banana", "cherry ss", "figs"),
        ("blog", "Blog ", "wiki", "news", ""),
    )
    path = folder / "mixed.csv"
    lines = [f"{n},{fruits[n % 5]} {'b' * (n % 7)},{sources[(n // 2) % 5]}" for n in range(60)]
    path.write_text("\n".join(["id,text,source", *lines]) + "\n", encoding="utf-8")
    with Workspace.create(folder / "mixed.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile.open(path), Mapping((1,), 0))
        predict_all(workspace, LetterModel())
        workspace.decisions.decide(np.arange(0, 60, 7), TAGS[0])
        workspace.decisions.mark([3, 4, 5], DecisionKind.FLAG)
        workspace.decisions.mark([7, 8], DecisionKind.SKIP)
        workspace.decisions.mark([9], DecisionKind.UNSURE)
        workspace.decisions.note(0, "a note")
        yield workspace


def listed(workspace: Workspace, chosen: Filter) -> int:
    return len(order(SILENT, workspace, chosen))


@settings(max_examples=40, deadline=None)
@given(
    tags=st.sets(st.integers(0, 2)),
    statuses=st.sets(st.sampled_from(Status)),
    marks=st.sets(st.sampled_from(SHOWN_MARKS)),
    low=st.sampled_from((0.0, 0.4)),
    line=st.sampled_from(LINES),
    rows=st.sampled_from((None, tuple(range(0, 60, 3)))),
)
def test_a_facet_count_equals_the_filtered_records(
    mixed: Workspace,
    tags: set[int],
    statuses: set[Status],
    marks: set[Mark],
    low: float,
    line: str,
    rows: tuple[int, ...] | None,
) -> None:
    names = [tag.name for tag in mixed.tag_set.tags]
    columns = few_values(SILENT, mixed)
    terms = parse(line, mixed.tag_set.tags, mixed.table.columns).terms
    chosen = Filter(
        tags=frozenset(names[number] for number in tags if number < len(names)),
        statuses=frozenset(statuses),
        marks=frozenset(marks),
        min_confidence=low,
        terms=terms,
        rows=rows,
    )
    states = mixed.states()
    every = counts(states, chosen.threshold)
    found = facet_counts(SILENT, states, chosen, every, columns, TextHits(mixed, columns))
    assert found.total == 60
    for status in Status:
        clicked = replace(chosen, statuses=frozenset({status}), review_only=False)
        assert found.by_status[status] == listed(mixed, clicked)
    for mark in SHOWN_MARKS:
        marked = replace(chosen, marks=frozenset({mark}), review_only=False)
        assert found.by_mark[mark] == listed(mixed, marked)
    review = replace(chosen, statuses=frozenset(), marks=frozenset(), review_only=True)
    assert found.to_review == listed(mixed, review)
    for name in names:
        assert found.by_tag.get(name, 0) == listed(mixed, replace(chosen, tags=frozenset({name})))
    everywhere = replace(chosen, min_confidence=0.0)
    assert sum(found.histogram) == listed(mixed, everywhere)
    (source,) = columns
    others = tuple(t for t in terms if t.field is not QueryField.COLUMN or t.negated)
    for (value, _), count in zip(source.values, found.by_value[source.column], strict=True):
        clicked = QueryTerm(QueryField.COLUMN, value, "=", column=source.column, column_name=source.name)
        assert count == listed(mixed, replace(chosen, terms=(*others, clicked)))


def test_without_a_filter_facets_count_all_records(mixed: Workspace) -> None:
    columns = few_values(SILENT, mixed)
    every = counts(mixed.states(), ReviewThresholds())
    found = facet_counts(SILENT, mixed.states(), Filter(), every, columns)
    assert replace(found, by_value={}) == every
    (source,) = columns
    assert found.by_value[source.column] == tuple(count for _, count in source.values)
    assert len(found.histogram) == BINS


def test_values_ignore_case_and_surrounding_whitespace(mixed: Workspace) -> None:
    (source,) = few_values(SILENT, mixed)
    assert source.values[0][0].casefold() == "blog"
    assert len(source.values) == 3
    assert not source.mask_of("nowhere").any()


def test_hits_are_cached_and_grow_with_the_table(mixed: Workspace) -> None:
    hits = TextHits(mixed)
    (term,) = parse("apple").terms
    first = hits.of(SILENT, term, 60)
    again = hits.of(SILENT, term, 62)
    assert again[:60].tolist() == first.tolist()
    assert not again[60:].any()
    assert np.shares_memory(first, hits.of(SILENT, term, 60))
