"""The decisions of a team of curators, compared from their files."""

from datetime import UTC, datetime, timedelta

import pytest
from sklearn.metrics import cohen_kappa_score

from mltag_desktop.core.workspace.export.shared_decisions import SharedDecision, team_agreement

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
