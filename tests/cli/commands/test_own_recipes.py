"""Commands with a recipe of an installed package whose code ends its process."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.helpers import write_labelled
from tests.core.model.own_recipes import install_failing

SAYS = "The recipe dies ended the process that trained it."


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_failing(tmp_path / "site", monkeypatch)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"), prepend=os.pathsep)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_comparison_names_the_recipe(mltag_process, tmp_path: Path, jobs: int) -> None:
    table = write_labelled(tmp_path / "in.csv")
    recipes = ("--recipe", "hybrid", "--recipe", "prints", "--recipe", "dies")
    done = mltag_process(
        "compare",
        table,
        "--label",
        "tag",
        *recipes,
        "--folds",
        2,
        "--repeats",
        1,
        "--jobs",
        jobs,
        "-q",
        code=1,
    )
    assert SAYS in done.err
    assert "mltag-failing" in done.err


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "command", [("train",), ("simulate", "--base", "none", "--budget", 20, "--seeds", 1, "--test-rows", 10)]
)
def test_a_training_names_the_recipe(
    mltag_process, tmp_path: Path, command: tuple[Any, ...], jobs: int
) -> None:
    table = write_labelled(tmp_path / "in.csv")
    name, *options = command
    done = mltag_process(
        name, table, "--label", "tag", "--recipe", "dies", *options, "--jobs", jobs, "-q", code=1
    )
    assert SAYS in done.err


def test_a_simulation_takes_a_recipe_of_a_package(mltag_process, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    options = ("--base", "none", "--budget", 20, "--seeds", 1, "--test-rows", 10, "--json", "-", "-q")
    done = mltag_process("simulate", table, "--label", "tag", "--recipe", "prints", *options, code=None)
    assert done.code == 0, done.err
    assert [point["labels"] for point in json.loads(done.out)["curve"]] == [20]
