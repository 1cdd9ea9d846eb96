"""Each facet is counted under the other conditions: the count is the result of a click."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.column_values import few_values
from mltag_desktop.core.workspace.search.conditions import QueryTerm
from mltag_desktop.core.workspace.search.filtering import BINS, counts
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, facet_counts, order
from mltag_desktop.core.workspace.search.text_hits import Key, TextHits
from mltag_desktop.core.workspace.search.texts import Needle
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all
from tests.progress import CancelAbove

STATUSES = {
    "undecided": Status.TO_REVIEW,
    "accepted": Status.ACCEPTED,
    "corrected": Status.CORRECTED,
    "known": Status.KNOWN,
}
MARKS = {
    "flagged": Mark.FLAGGED,
    "skipped": Mark.SKIPPED,
    "unsure": Mark.UNSURE,
    "noted": Mark.NOTED,
    "off-topic": Mark.OFF_TOPIC,
}
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
        workspace.table.import_table(SILENT, TableFile(path), ColumnMapping((1,), 0))
        predict_all(workspace, LetterModel())
        workspace.decisions.decide(np.arange(0, 60, 7), TAGS[0])
        workspace.decisions.mark([3, 4, 5], DecisionKind.FLAG)
        workspace.decisions.mark([7, 8], DecisionKind.SKIP)
        workspace.decisions.mark([9], DecisionKind.UNSURE)
        workspace.decisions.note(0, "a note")
        yield workspace


@settings(max_examples=40)
@given(
    chosen=st.sets(st.sampled_from([*STATUSES, *MARKS])),
    tags=st.sets(st.sampled_from(TAGS)),
    low=st.sampled_from(("", "confidence>=0.4")),
    line=st.sampled_from(LINES),
    rows=st.sampled_from((None, tuple(range(0, 60, 3)))),
)
def test_a_facet_count_equals_the_filtered_records(
    mixed: Workspace, chosen: set[str], tags: set[str], low: str, line: str, rows: tuple[int, ...] | None
) -> None:
    columns = few_values(SILENT, mixed)
    (source,) = columns
    parts = [*(f"is:{word}" for word in chosen), *(f"tag:{tag}" for tag in tags), low, line]

    def terms(words: str) -> tuple[QueryTerm, ...]:
        return parse(words, mixed.tag_set.tags, mixed.table.columns).terms

    wanted = Filter(terms(" ".join(parts)), rows)

    def listed(words: str, *replaced: tuple[object, ...]) -> int:
        """Return the number of records with a condition in place of those on some facets."""
        left = [term for term in wanted.terms if term.negated or term.facet not in replaced]
        return len(order(SILENT, mixed, replace(wanted, terms=(*left, *terms(words)))))

    states = mixed.states()
    found = facet_counts(
        SILENT, states, wanted, counts(states, wanted.threshold), columns, TextHits(mixed, columns)
    )
    status, mark = ("is", "status"), ("is", "mark")
    assert found.total == 60
    assert {word: found.by_status[each] for word, each in STATUSES.items()} == {
        word: listed(f"is:{word}", status) for word in STATUSES
    }
    assert {word: found.by_mark[each] for word, each in MARKS.items()} == {
        word: listed(f"is:{word}", mark) for word in MARKS
    }
    assert found.to_review == listed("is:review", status, mark)
    for tag in mixed.tag_set.tags:
        assert found.by_tag.get(tag.name, 0) == listed(f"tag:{tag.name}", ("tag",))
    assert sum(found.histogram) == listed("", ("confidence",))
    for (value, _), count in zip(source.values, found.by_value[source.column], strict=True):
        assert count == listed(f"source={value}", ("column", source.column))


def test_without_a_filter_facets_count_all_records(mixed: Workspace) -> None:
    columns = few_values(SILENT, mixed)
    every = counts(mixed.states(), ReviewThresholds())
    found = facet_counts(SILENT, mixed.states(), Filter(), every, columns, TextHits(mixed))
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
    needles: dict[Key, Needle] = {("words", "apple"): "apple"}
    (first,) = hits.in_texts(SILENT, needles, 60).values()
    (again,) = hits.in_texts(CancelAbove(), needles, 62).values()
    assert first.any()
    assert again.tolist() == [*first.tolist(), False, False]
