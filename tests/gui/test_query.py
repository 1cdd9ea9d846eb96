import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.view import Filter
from mltag_desktop.gui.query import both, is_open, parse

TAGS = (
    TagInfo("natural-language-processing", "NLP", "◆", 0),
    TagInfo("computer-vision", "CV", "■", 1),
    TagInfo("other", "Other", "●", 2),
)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", Filter()),
        ("graph  networks", Filter(search="graph networks")),
        ("tag:cv", Filter(tags=frozenset({"computer-vision"}))),
        ("tag:nlp tag:other", Filter(tags=frozenset({"natural-language-processing", "other"}))),
        ('tag:"computer-vision" boats', Filter(tags=frozenset({"computer-vision"}), search="boats")),
        ("conf<0.6", Filter(max_confidence=0.6)),
        ("conf>=60%", Filter(min_confidence=0.6)),
        ("confidence < 0,6 boats", Filter(max_confidence=0.6, search="boats")),
        ("is:flagged", Filter(statuses=frozenset({Status.FLAGGED}))),
        ("is:review", Filter(review_only=True)),
        ("TAG:CV", Filter(tags=frozenset({"computer-vision"}))),
        ("tags: are words", Filter(search="tags: are words")),
        ("conf", Filter(search="conf")),
    ],
)
def test_a_line_becomes_a_filter(line: str, wanted: Filter) -> None:
    query = parse(line, TAGS)
    assert query.filter == wanted
    assert query.unknown == ()


def test_names_that_are_none_are_told() -> None:
    assert parse("tag:cats is:odd", TAGS).unknown == ("cats", "odd")


@given(st.text(max_size=60))
def test_any_line_can_be_read(line: str) -> None:
    made = parse(line, TAGS).filter
    assert made.min_confidence >= 0.0
    assert made.max_confidence <= 1.0


def test_pane_and_line_narrow_each_other() -> None:
    pane = Filter(tags=frozenset({"other"}), min_confidence=0.3)
    line = Filter(max_confidence=0.6, search="x")
    assert both(pane, line) == Filter(
        frozenset({"other"}), min_confidence=0.3, max_confidence=0.6, search="x"
    )
    assert both(pane, Filter(tags=frozenset({"cv"}))).tags == {"cv"}


def test_an_open_filter_lets_everything_through_whatever_the_threshold() -> None:
    assert is_open(Filter(threshold=0.5))
    assert not is_open(Filter(search="x"))
