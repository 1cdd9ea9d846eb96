"""Records of two tables are paired as they would be with queues of equal ones, one after the other."""

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.workspace.records.source_merge import paired, paired_by_content, prints_of

ROWS = st.lists(st.tuples(*[st.sampled_from(["", "a", "b", "a ", "aa", "\x1f", "a\x1fb"])] * 3), max_size=25)
MAPPING = Mapping((1, 2), 0)


def queued(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, each in enumerate(old):
        waiting[each].append(place)
    return [waiting[each].popleft() if waiting[each] else -1 for each in new]


@given(ROWS, ROWS)
def test_equal_records_are_paired_in_their_order(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]]
) -> None:
    one, other = prints_of([old], MAPPING), prints_of([new[:3], new[3:]], MAPPING)
    assert paired(one.cells, other.cells).tolist() == queued(old, new)


@given(ROWS, ROWS)
def test_what_is_left_is_paired_by_its_text(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> None:
    found = paired_by_content(prints_of([old], MAPPING), prints_of([new], MAPPING)).tolist()
    assert len({place for place in found if place >= 0}) == sum(place >= 0 for place in found)
    for place, cells in zip(found, new, strict=True):
        if place >= 0:
            assert [each.strip() for each in old[place][1:] if each.strip()] == [
                each.strip() for each in cells[1:] if each.strip()
            ]


@given(ROWS)
def test_ids_tell_apart_when_none_is_blank_or_repeated(rows: list[tuple[str, ...]]) -> None:
    ids = [cells[0].strip() for cells in rows]
    prints = prints_of([rows], MAPPING)
    assert (prints.ids is not None) == (all(ids) and len(set(ids)) == len(ids))
    assert prints_of([rows], Mapping((1,))).ids is None
