"""Curators work on copies, import decisions of each other, and are compared."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.export.shared_decisions import (
    ConflictRule,
    SharedDecision,
    SharedPlan,
    apply_shared,
    export_decisions,
    kappa,
    plan_shared,
    read_decisions,
    team_agreement,
)
from mltag_desktop.core.workspace.types import Change, DecisionKind, Mark
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    imported,
    record_of,
)


def shared(workspace: Workspace) -> list[SharedDecision]:
    """Return what a colleague reads in the exported decisions of a workspace."""
    out = workspace.path.with_suffix(".jsonl")
    export_decisions(SILENT, workspace, out, replace=True)
    return read_decisions(out)


def planned(workspace: Workspace, told: list[SharedDecision]) -> SharedPlan:
    return plan_shared(SILENT, workspace, told)


def taken(workspace: Workspace, told: list[SharedDecision], **resolved: Any) -> Change:
    """Import the decisions of a colleague."""
    return apply_shared(SILENT, workspace, planned(workspace, told), **resolved)


def copied(workspace: Workspace, curator: str) -> Workspace:
    """Open a copy of a workspace as a colleague."""
    path = workspace.path.with_name(f"{curator}.mltag")
    workspace.save_copy(SILENT, path)
    return Workspace.open(path, curator)


@pytest.fixture
def ours(predicted: Workspace) -> Workspace:
    """The same workspace with the tag of which only Bea thought."""
    predicted.tag_set.set([*TAGS, "plants"])
    return predicted


@pytest.fixture
def told(predicted: Workspace) -> list[SharedDecision]:
    """Bea decided records 0 to 5, one of them with a tag that only she has."""
    with copied(predicted, "Bea") as hers:
        hers.tag_set.set([*TAGS, "plants"])
        hers.decisions.decide([0, 3], "birds")
        hers.decisions.decide([1], "stones", "sure")
        hers.decisions.decide([2, 4], "fish")
        hers.decisions.decide([5], "plants")
        hers.decisions.mark([6], DecisionKind.SKIP)
        hers.decisions.decide([7], "fish")
        hers.history.undo()
        hers.decisions.note(4, "from the reef")
        return shared(hers)


def test_a_file_with_bom_and_crlf_is_read(told: list[SharedDecision], tmp_path: Path) -> None:
    lines = (tmp_path / "Bea.jsonl").read_text(encoding="utf-8").splitlines()
    saved = tmp_path / "saved.jsonl"
    saved.write_bytes("\ufeff".encode() + "\r\n".join([*lines, "", ""]).encode())
    assert read_decisions(saved) == told


def test_a_plan_lists_conflicts_only(predicted: Workspace, told: list[SharedDecision]) -> None:
    predicted.decisions.decide([0, 1, 2], "birds")
    assert len(told) == 6
    plan = planned(predicted, [*told, SharedDecision("00" * 16, "fish", "Bea", "2026", "")])
    assert plan.agreed == 1
    assert sorted(plan.new) == [3, 4, 5]
    assert [(each.row, each.ours, each.theirs.tag) for each in plan.conflicts] == [
        (1, "birds", "stones"),
        (2, "birds", "fish"),
    ]
    assert plan.conflicts[0].theirs.note == "sure"
    assert sum(period.records for period in plan.periods) == 3

    assert plan.new[4].note == "from the reef"
    assert (plan.unknown, plan.new_tags, plan.curators) == (1, ("plants",), ("Bea",))
    assert {each.tag: (each.both, each.either) for each in plan.agreement}["birds"] == (1, 3)
    assert predicted.journal.steps()[0].label.startswith("Tag as birds")


def test_tags_that_were_renamed_or_merged_here_are_the_same(
    predicted: Workspace, told: list[SharedDecision]
) -> None:
    predicted.decisions.decide([0, 1, 2, 3, 4], "birds")
    tags = renamed(predicted.tag_set.tags, "birds", "fowl")
    predicted.tag_set.set(merged(tags, "fish", "fowl"))
    plan = planned(predicted, [*told, replace(told[0], additional=("fish", "stones"))])
    assert (plan.agreed, plan.new_tags) == (4, ("plants",))
    assert [(each.ours, each.theirs.tag) for each in plan.conflicts] == [("fowl", "stones")]
    both = replace(told[0], additional=("fish", "stones")).with_names({"birds": "fowl", "fish": "fowl"})
    assert both.tags == ("fowl", "stones")


def test_a_decision_in_a_copied_workspace_is_no_agreement(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1, 2], "birds")
    with copied(predicted, "Bea") as hers:
        hers.decisions.decide([1], "birds")
        hers.decisions.decide([2], "fish")
        plan = planned(predicted, shared(hers))
    assert (plan.copied, plan.agreed, len(plan.conflicts)) == (1, 1, 1)
    assert (plan.new, plan.curators) == ({}, ("Bea",))
    assert {each.tag: (each.both, each.either) for each in plan.agreement}["birds"] == (1, 2)


def test_a_decision_that_was_imported_is_no_agreement(predicted: Workspace) -> None:
    with copied(predicted, "Bea") as hers:
        hers.decisions.decide([0, 1], "birds", "small")
        taken(predicted, shared(hers))
        for workspace in (hers, predicted):
            workspace.decisions.decide([2], "fish")
        plans = planned(predicted, shared(hers)), planned(hers, shared(predicted))
    assert [(plan.copied, plan.agreed) for plan in plans] == [(2, 1), (2, 1)]


def test_decisions_with_one_origin_are_no_agreement(ours: Workspace, told: list[SharedDecision]) -> None:
    files = {"Bea": told}
    cleo, dan = copied(ours, "Cleo"), copied(ours, "Dan")
    with cleo, dan:
        for copy, source in ((cleo, "Bea"), (dan, "Cleo")):
            taken(copy, files[source])
            files[copy.curator] = shared(copy)
        plans = planned(cleo, told), planned(dan, told), planned(dan, files["Cleo"])
    assert [(plan.copied, plan.agreed) for plan in plans] == [(len(told), 0)] * 3
    assert {each.origin for each in files["Dan"]} == {f"Bea, {each.time}" for each in told}


def test_origins_in_notes_of_earlier_files_are_understood(predicted: Workspace) -> None:
    with copied(predicted, "Bea") as hers:
        hers.decisions.decide([0], "birds")
        [told] = shared(hers)
        predicted.decisions.decide([0], "birds", f"small (Bea, {told.time})")
        third = replace(told, curator="Cleo", time="2030", origin=f"Bea, {told.time}")
        plans = planned(predicted, [told]), planned(hers, shared(predicted)), planned(predicted, [third])
    assert [(plan.copied, plan.agreed) for plan in plans] == [(1, 0), (1, 0), (1, 0)]


@pytest.mark.parametrize("note", ["{}", "small ({})", "my own\n{}", "my own\nsmall, grey\nbird ({})"])
def test_a_decision_that_an_earlier_version_imported_has_its_origin(predicted: Workspace, note: str) -> None:
    """It is in the note of the entry; the files of that version have no key for it.

    A later decision and another note are no import.
    """
    origin, out = "Bea, 2026-11-27T09:30:00.123456+00:00", predicted.path.with_suffix(".jsonl")
    predicted.decisions.decide([0, 1], "birds", note.format(origin))
    predicted.decisions.decide([1], "fish")
    predicted.decisions.decide([2], "fish", "as discussed (Bea, 2026)")
    assert [each.origin for each in shared(predicted)] == [origin, "", ""], (
        "a later decision and another note are no import"
    )
    head, first, *_ = out.read_text("utf-8").splitlines()
    line = {key: value for key, value in json.loads(first).items() if key != "origin"}
    out.write_text(f"{head}\n{json.dumps(line)}\n", "utf-8")
    assert [each.origin for each in read_decisions(out)] == [origin]


def test_a_decision_made_again_after_an_import_counts(ours: Workspace, told: list[SharedDecision]) -> None:
    taken(ours, told)
    assert planned(ours, told).copied == len(told)
    ours.decisions.decide([3], "birds")
    again = planned(ours, told)
    assert (again.copied, again.agreed) == (len(told) - 1, 1)


def test_equal_texts_in_a_copy_are_no_agreement_either(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("id,text\n1,blue birds\n2,blue birds\n", "utf-8")
    with imported(tmp_path, TableFile(tmp_path / "table.csv"), ColumnMapping((1,), 0)) as workspace:
        workspace.decisions.decide([0], "birds")
        workspace.decisions.decide([1], "birds")
        plan = planned(workspace, shared(workspace))
    assert (plan.copied, plan.agreed) == (2, 0)


def test_agreement_over_time_is_that_of_each_week(predicted: Workspace, told: list[SharedDecision]) -> None:
    predicted.decisions.decide([0, 1, 2, 3], "birds")
    later = [
        replace(each, time=f"2999-01-{day:02d}T12:00:00+00:00")
        for day, each in zip((1, 2, 8), told, strict=False)
    ]
    plan = planned(predicted, [*later, replace(told[3], time="damaged")])
    weeks = [(period.week, period.records) for period in plan.periods]
    assert weeks == [("2998-12-31", 2), ("2999-01-07", 1)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (ConflictRule.OURS, ("birds", "birds")),
        (ConflictRule.THEIRS, ("stones", "fish")),
        (ConflictRule.NEWER, ("birds", "birds")),
        (ConflictRule.FLAG, ("birds", "birds")),
    ],
)
def test_conflicts_are_resolved_by_rule_as_one_undo_step(
    ours: Workspace,
    told: list[SharedDecision],
    rule: ConflictRule,
    expected: tuple[str | None, str | None],
) -> None:
    ours.decisions.decide([0, 1, 2], "birds")
    before = ours.table.records(range(12))
    change = taken(ours, told, rule=rule)
    assert change.label.startswith("Import decisions from Bea")
    views = ours.table.records(range(12))
    assert (views[1].decided, views[2].decided) == expected
    assert [views[row].decided for row in (0, 3, 4, 5)] == ["birds", "birds", "fish", "plants"]
    assert (views[3].note, Mark.NOTED in views[3].marks) == ("", False)
    assert views[4].note == "from the reef (Bea)"
    origins = [entry for entry in ours.journal.entries() if entry.kind == DecisionKind.IMPORTED]
    assert {3, 4, 5} <= {entry.record for entry in origins}
    assert (1 in {entry.record for entry in origins}) == (expected[0] == "stones")
    assert all(entry.note.startswith("Bea, ") for entry in origins)
    assert rule is not ConflictRule.FLAG or Mark.FLAGGED in views[1].marks
    ours.history.undo()
    assert ours.table.records(range(12)) == before


def test_ones_own_note_is_kept_beside_that_of_the_colleague(
    ours: Workspace, told: list[SharedDecision]
) -> None:
    ours.decisions.decide([1], "birds", "mine, on a decision")
    ours.decisions.note(4, "mine, without a decision")
    plan = planned(ours, told)
    apply_shared(SILENT, ours, plan, ConflictRule.THEIRS)
    decided, noted = ours.table.records([1, 4])
    assert (decided.decided, noted.decided) == ("stones", "fish")
    assert decided.note == "mine, on a decision\nsure (Bea)"
    assert noted.note == "mine, without a decision\nfrom the reef (Bea)"
    ours.history.undo()
    assert [view.note for view in ours.table.records([1, 4])] == [
        "mine, on a decision",
        "mine, without a decision",
    ]
    apply_shared(SILENT, ours, plan, ConflictRule.THEIRS)
    ours.decisions.mark([1], DecisionKind.CLEAR)
    taken(ours, told, rule=ConflictRule.THEIRS)
    assert record_of(ours, 1).note == decided.note, "the same note is not added twice"


def test_conflicts_are_resolved_individually(ours: Workspace, told: list[SharedDecision]) -> None:
    ours.decisions.decide([1, 2], "birds")
    taken(ours, told, chosen={2: "fish"})
    assert [view.decided for view in ours.table.records([1, 2])] == ["birds", "fish"]


def test_a_conflict_resolved_with_another_tag_is_a_decision_of_ones_own(
    ours: Workspace, told: list[SharedDecision]
) -> None:
    ours.decisions.decide([1, 2], "birds")
    plan = planned(ours, told)
    apply_shared(SILENT, ours, plan, chosen={1: "birds", 2: "stones"})
    again = planned(ours, told)
    assert [(each.ours, each.our_curator) for each in again.conflicts] == [
        ("birds", "Ann"),
        ("stones", "Ann"),
    ]
    origins = {each.digest: each.origin for each in shared(ours)}
    assert [origins[each.theirs.digest] for each in again.conflicts] == ["", ""]


def test_decisions_since_the_plan_are_kept(ours: Workspace, told: list[SharedDecision]) -> None:
    ours.decisions.decide([1], "birds")
    plan = planned(ours, told)
    assert {3, 4} <= plan.new.keys()
    ours.decisions.decide([1], "stones" if plan.conflicts[0].theirs.tag != "stones" else "fish")
    ours.decisions.decide([3], "stones")
    mine = [view.decided for view in ours.table.records([1, 3])]
    apply_shared(SILENT, ours, plan, ConflictRule.THEIRS)
    assert [view.decided for view in ours.table.records([1, 3])] == mine
    assert record_of(ours, 4).decided == plan.new[4].tag


@pytest.fixture
def told_several(predicted: Workspace) -> list[SharedDecision]:
    """Bea gave additional tags to records 0 to 2, one of them a tag that only she has."""
    with copied(predicted, "Bea") as hers:
        hers.tag_set.set([*TAGS, "plants"])
        hers.decisions.decide([0, 1, 2], "birds")
        hers.decisions.add_tag([0, 1], "fish")
        hers.decisions.add_tag([2], "plants")
        return shared(hers)


def test_additional_tags_come_with_a_decision(
    predicted: Workspace, told_several: list[SharedDecision]
) -> None:
    predicted.decisions.decide([1], "stones")
    predicted.decisions.decide([2], "birds")
    plan = planned(predicted, told_several)
    assert (plan.new_tags, plan.other_additional) == (("plants",), 1)
    predicted.tag_set.set([*TAGS, "plants"])
    apply_shared(SILENT, predicted, plan, ConflictRule.THEIRS)
    found = [predicted.decisions.additional_tags(row) for row in range(3)]
    assert found == [("fish",), ("fish",), ()], "one's own stay where both gave the same tag"
    predicted.history.undo()
    assert predicted.decisions.additional_tags(0) == ()


def test_additional_tags_are_left_out_where_records_have_one_tag(
    predicted: Workspace, told_several: list[SharedDecision]
) -> None:
    predicted.tag_set.set(several=False)
    plan = planned(predicted, told_several)
    assert plan.new_tags == ()
    apply_shared(SILENT, predicted, plan)
    assert record_of(predicted, 0).decided == "birds"
    predicted.tag_set.set(several=True)
    assert predicted.decisions.additional_tags(0) == ()


def test_a_conflict_names_the_colleague_from_whom_the_decision_came(
    ours: Workspace, told: list[SharedDecision]
) -> None:
    taken(ours, told)
    other = [replace(each, tag="birds", curator="Cleo", time="2030-01-01T00:00:00+00:00") for each in told]
    plan = planned(ours, other)
    assert {each.our_curator for each in plan.conflicts} == {"Bea"}


@pytest.mark.parametrize("is_imported_here", [True, False])
def test_the_newer_decision_is_the_one_that_was_made_later(
    ours: Workspace, told: list[SharedDecision], is_imported_here: bool
) -> None:
    """Bea decided first, then Cleo; only then Bea's decisions were imported, here or by Cleo's colleague."""
    cleo = [replace(each, tag="stones", curator="Cleo", time="2020-06-01", origin="") for each in told]
    late = [
        replace(each, tag="birds", curator="Dan", time="2020-07-01", origin="Bea, 2020-05-01")
        for each in told
    ]
    first, second = (late, cleo) if is_imported_here else (cleo, late)
    taken(ours, first)
    plan = planned(ours, second)
    assert {each.is_theirs_newer for each in plan.conflicts} == {is_imported_here}
    apply_shared(SILENT, ours, plan, ConflictRule.NEWER)
    assert {view.decided for view in ours.table.records(range(6))} == {"stones"}
    assert [week.week for week in plan.periods] == ["2020-06-01"]


@pytest.mark.parametrize("tags", ['"fish"', "[1]", '[""]'])
def test_additional_tags_of_another_form_are_rejected(tmp_path: Path, tags: str) -> None:
    line = f'{{"digest": "{"0" * 32}", "tag": "fish", "additional_tags": {tags}}}'
    (tmp_path / "odd.jsonl").write_text(f'{{"format": "mltag-decisions", "version": 1}}\n{line}\n')
    with pytest.raises(MltagError):
        read_decisions(tmp_path / "odd.jsonl")


def test_an_unknown_tag_is_reported_before_writing(predicted: Workspace, told: list[SharedDecision]) -> None:
    with pytest.raises(MltagError, match="plants"):
        taken(predicted, told)
    assert predicted.journal.steps() == []


@pytest.mark.parametrize(
    "content", ["", "{}", '{"format": "mltag-decisions", "version": 1}\n{"digest": 1}', "x"]
)
def test_a_file_without_decisions_is_rejected(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.jsonl").write_text(content)
    with pytest.raises(MltagError, match="contains no decisions"):
        read_decisions(tmp_path / "x.jsonl")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_kappa_equals_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    ours, theirs = zip(*pairs, strict=True)
    if len({*ours, *theirs}) == 1:
        assert kappa(pairs) is None
    else:
        assert kappa(pairs) == pytest.approx(cohen_kappa_score(ours, theirs))


START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def decided(tags: str, seconds: float = 10, origin: str = "") -> list[SharedDecision]:
    """One decision for each letter that is no blank, on the text with its place."""
    return [
        SharedDecision(
            f"{place:032x}", tag, "", (START + timedelta(seconds=seconds * place)).isoformat(), "", origin
        )
        for place, tag in enumerate(tags)
        if tag != " "
    ]


def test_who_differs_has_a_low_kappa_with_everybody() -> None:
    given = {"ann": "aabbccaabb", "bea": "aabbccaabc", "cleo": "abcabcabca"}
    found = team_agreement({name: decided(tags) for name, tags in given.items()})
    assert [(each.one, each.other, each.texts, each.agreed) for each in found.pairs] == [
        ("ann", "bea", 10, 9),
        ("ann", "cleo", 10, 3),
        ("bea", "cleo", 10, 3),
    ]
    for pair in found.pairs:
        assert pair.kappa == pytest.approx(cohen_kappa_score([*given[pair.one]], [*given[pair.other]]))
    ann, bea, cleo = found.members
    assert (ann.decisions, ann.compared) == (10, 20)
    assert cleo.kappa is not None
    assert all(other.kappa is not None and cleo.kappa < other.kappa for other in (ann, bea))
    assert (found.shared, found.unanimous) == (10, 3)


def test_known_answers_and_one_tag_for_everything_are_counted() -> None:
    given = {"ann": "abcab", "dan": "aaaaa", "new": "    "}
    found = team_agreement({name: decided(tags) for name, tags in given.items()}, decided("ab  c"))
    assert [(each.right, each.checked) for each in found.members] == [(2, 3), (1, 3), (0, 0)]
    assert [(each.main_tag, each.main_share) for each in found.members] == [
        ("a", 0.4), ("a", 1.0), (None, 0.0),
    ]  # fmt: skip
    assert found.shared == 0, "known answers are no curator"


def test_imported_decisions_are_left_out() -> None:
    found = team_agreement({"ann": decided("ab"), "bea": decided("ab", origin="ann, 2026") + decided("  b")})
    assert [(each.decisions, each.compared, each.kappa) for each in found.members] == [
        (2, 0, None),
        (1, 0, None),
    ]


def test_the_pace_counts_single_decisions_without_breaks() -> None:
    steady, together = decided("a" * 31), decided("a" * 31, seconds=0)
    found = team_agreement({"ann": steady, "bea": together, "cleo": decided("aa", seconds=3_000)})
    assert [each.per_hour for each in found.members] == [pytest.approx(31 / 5 * 60), None, None]


def test_damaged_times_and_empty_files_do_no_harm() -> None:
    odd = [SharedDecision("0" * 32, "a", "", "yesterday", "")]
    found = team_agreement({"ann": odd, "bea": []})
    assert (found.members[0].per_hour, found.pairs[0].kappa, found.shared) == (None, None, 0)
    mixed = [*decided("aaaaaaaaa"), SharedDecision("1" * 32, "a", "", "2026-11-02T09:01:00", "")]
    assert team_agreement({"ann": mixed}).members[0].per_hour == pytest.approx(10 / 80 * 3600)
    assert team_agreement({}).members == ()
