"""The findings of the checks before a training, in the order in which they are read."""

from mltag_desktop.core.learning.candidates.training_checks import Shortage, TrainingChecks
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


def test_tags_with_the_fewest_decisions_are_named() -> None:
    lines = findings_of(checks(4, 3, 4, 2, 1))
    assert [line.rows for line in lines] == [(1,), (2,), (3,), (7,)]
