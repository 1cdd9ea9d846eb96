"""`make torture` runs the cases of its seeds, and reports those that were not survived."""

import time
from pathlib import Path

import pytest

from scripts import torture


def test_the_kinds_take_turns_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = ("flipped bits", "truncated files", "full disks", "hostile files", "damaged requests")
    chosen = [word for kind in kinds for word in ("--only", kind)]
    assert torture.main(["--seed", "3", "--cases", "1", *chosen]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("first seed 3")
    assert [line.split(" | ")[0] for line in lines[-len(kinds) :]] == [f"| {kind}" for kind in kinds]
    assert all(" | 1 | " in line and line.endswith("| 0 |") for line in lines[-len(kinds) :])


def test_a_failed_case_is_reported_with_the_options_that_repeat_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def lose(seed: int, folder: Path) -> int:
        (folder / "rest").write_text("x")
        assert seed != 5, "a decision is lost"
        return 1

    assert torture._run({"flipped bits": lose}, 4, 3, time.monotonic() + 3_600, tmp_path) == 1
    out = capsys.readouterr().out
    assert 'FAILED: --only "flipped bits" --seed 5 --cases 1' in out
    assert "a decision is lost" in out
    assert out.endswith("| flipped bits | 3 | 2 | 1 |\n")
    assert list(tmp_path.iterdir()) == []


def test_a_run_without_any_case_is_not_a_success(tmp_path: Path) -> None:
    assert torture._run({"flipped bits": lambda seed, folder: 1}, 0, 3, time.monotonic() - 1, tmp_path) == 1
    assert torture.main(["--cases", "1", "--seed", "1", "--only", "full disks"]) == 0


def test_an_unknown_kind_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        torture.main(["--only", "earthquakes"])
    assert "unknown kind: earthquakes; known: kills," in capsys.readouterr().err
