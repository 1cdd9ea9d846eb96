"""The findings of the checks before a training, in the order in which they are read."""

from dataclasses import replace

from mltag_desktop.core.training.training_checks import (
    Contradiction,
    DoubtfulDecision,
    Shortage,
    TrainingChecks,
)
from mltag_desktop.core.workspace.import_findings import UnevenShare
from mltag_desktop.gui.report.findings_view import findings_of


def checks(*have: int, without: tuple[str, ...] = (), with_names: bool = False) -> TrainingChecks:
    few = tuple(Shortage(f"tag {count}", count, 5, (count,)) for count in have)
    return TrainingChecks(few, without, (), (), (7,), (), with_names=with_names)


def test_nothing_found_says_nothing_but_what_is_left_out() -> None:
    (line,) = findings_of(checks())
    assert not line.warns
    assert line.rows == (7,)


def test_warnings_come_before_hints() -> None:
    lines = findings_of(checks(3, without=("Lyrik",), with_names=True))
    assert [line.warns for line in lines] == [True, False, False]
    assert "Lyrik" in lines[0].words


def test_tags_of_the_table_are_not_called_decisions() -> None:
    every = TrainingChecks(
        shortages=(Shortage("Lyrik", 2, 5, (1, 2)),),
        without=("Drama",),
        contradictions=(Contradiction((1, 2), ("Lyrik", "Drama")),),
        in_holdout=(3,),
        in_audit=(4,),
        doubts=(DoubtfulDecision(5, "Lyrik", "Drama", 0.9),),
        dominant=("Lyrik", 0.9),
        of_dominant=(1, 2),
        uneven=(UnevenShare("year", "1900", "Lyrik", 0.9, 0.1, (1,)),),
        one_sided=(UnevenShare("year", "1900", "", 0.9, 0.1, (1,)),),
        near_audit=(6,),
    )
    for checked in (every, replace(every, with_names=True)):
        lines = findings_of(checked)
        assert len(lines) == 11
        assert not [line for line in lines if "deci" in f"{line.words} {line.named}".lower()]


def test_tags_with_the_fewest_decisions_are_named() -> None:
    lines = findings_of(checks(4, 3, 4, 2, 1))
    assert [line.rows for line in lines] == [(1,), (2,), (3,), (7,)]
