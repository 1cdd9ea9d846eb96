"""The audit set: its share, its growth in small tables, and that it never takes what was decided."""

import hashlib

import numpy as np
import pytest

from mltag_desktop.core.workspace.records.table import FEWEST, SHARE, AuditSet
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import reopened


def digests(count: int) -> np.ndarray:
    made = [hashlib.blake2b(str(number).encode(), digest_size=16).digest() for number in range(count)]
    return np.frombuffer(b"".join(made), "V16")


def test_the_audit_set_has_the_documented_share_and_whole_text_groups() -> None:
    listed = [digest.tobytes() for digest in digests(20_000)]
    drawn = AuditSet().has(listed)
    assert abs(drawn.mean() - SHARE) < 0.01
    assert (AuditSet().has(listed[::-1])[::-1] == drawn).all()
    assert len(AuditSet().has([])) == 0


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 0), (1, 0), (9, 3), (100, 33), (420, FEWEST), (1_000, FEWEST), (5_000, 250)]
)
def test_a_small_table_has_enough_audit_records(count: int, expected: int) -> None:
    table = digests(count)
    adapted = AuditSet().enlarged(table, ())
    drawn = adapted.contains(table)
    assert expected <= drawn.sum() <= max(expected + 2, AuditSet().contains(table).sum())
    assert drawn[AuditSet().contains(table)].all()
    assert adapted.has([digest.tobytes() for digest in table]).tolist() == drawn.tolist()
    assert adapted.enlarged(table, ()) == adapted
    assert AuditSet.from_json(adapted.to_json()) == adapted


def test_equal_texts_count_once() -> None:
    table = np.repeat(digests(120), 10)
    drawn = AuditSet().enlarged(table, ()).contains(table).reshape(120, 10)
    assert (drawn.all(axis=1) == drawn.any(axis=1)).all()
    assert 38 <= drawn[:, 0].sum() <= 42


def test_decided_texts_stay_where_they_are() -> None:
    table = digests(420)
    decided = [digest.tobytes() for digest in table[:200]]
    adapted = AuditSet().enlarged(table, decided)
    drawn, before = adapted.contains(table), AuditSet().contains(table)
    assert (drawn[:200] == before[:200]).all()
    assert drawn.sum() == pytest.approx(FEWEST, abs=2)
    later = adapted.enlarged(digests(500), ())
    assert (later.contains(table)[:200] == before[:200]).all()


def test_the_set_never_shrinks() -> None:
    small = AuditSet().enlarged(digests(100), ())
    assert small.enlarged(digests(10_000), ()).limit == small.limit


def test_a_workspace_keeps_its_audit_set(workspace: Workspace) -> None:
    workspace.table.add_texts([f"text {number}" for number in range(420)])
    before = workspace.table.audited()
    rows = np.flatnonzero(~before)[:150].tolist()
    tag = workspace.tag_set.tags[0].name
    workspace.decisions.decide(rows, tag)
    workspace.history.undo()
    workspace.table.adapt_audit_set()
    drawn = workspace.table.audited()
    assert not drawn[rows].any()
    assert drawn.sum() == pytest.approx(FEWEST, abs=2)
    assert set(workspace.scan.examples(audit=True).rows) <= set(np.flatnonzero(drawn).tolist())
    workspace.decisions.decide(range(workspace.table.count), tag)
    assert workspace.scan.examples(audit=True).rows == tuple(np.flatnonzero(drawn).tolist())
    with reopened(workspace) as again:
        again.table.adapt_audit_set()
        assert (again.table.audited() == drawn).all()
    with Workspace.open(workspace.path, "Ann", write=False) as reader:
        reader.table.adapt_audit_set()
        assert (reader.table.audited() == drawn).all()
