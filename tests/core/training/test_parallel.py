import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.learning.simulation import SimulationPlan, simulate
from mltag_desktop.core.model.extraction import Extra, extract
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.processes.pool import cores, shared_pool
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.training import training
from mltag_desktop.core.training.adaptation import Adaptation, RowDecisions, adapt
from mltag_desktop.core.training.out_of_fold import on_decisions, out_of_fold
from mltag_desktop.core.training.recipe_choice import BASELINES, compare_recipes
from mltag_desktop.core.training.training import (
    WORTHWHILE,
    FoldPlan,
    Part,
    cross_validate,
    labelled_features,
    run_parts,
    train,
)
from tests.core.helpers import base_model, make, vectors
from tests.errors import user_error
from tests.processes import kill
from tests.progress import Reports

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def workers_end() -> Iterator[None]:
    """End the workers that are kept for the next call."""
    yield
    shared_pool().end()


def square(progress: Progress, number: int) -> tuple[int, int]:
    progress.report(0.5)
    return number * number, os.getpid()


def embedding_processes(progress: Progress, number: int) -> int:
    return cores()


def slow_square(progress: Progress, number: int) -> int:
    time.sleep(0.05)
    return number * number


def fail(progress: Progress, number: int) -> int:
    raise MltagError(f"No result for {number}.", "Try another one.")


def die(progress: Progress, number: int) -> int:
    kill(os.getpid())
    return number


def parts(count: int) -> list[Part]:
    return [Part(f"part {number}", (number,)) for number in range(count)]


def test_results_come_in_order_with_progress_from_other_processes() -> None:
    seen = Reports()
    found = run_parts(seen, square, parts(6), jobs=2)
    assert [result for result, _ in found] == [0, 1, 4, 9, 16, 25]
    assert os.getpid() not in {process for _, process in found}
    assert seen.fractions == sorted(seen.fractions)
    assert seen.fractions[-1] == 1.0
    assert seen.steps == [f"part {number}" for number in range(6)]
    assert run_parts(SILENT, embedding_processes, parts(2), jobs=2) == [1, 1]


def test_small_work_and_one_job_start_no_process() -> None:
    for jobs, seconds in ((1, WORTHWHILE), (2, WORTHWHILE / 2)):
        seen = Reports()
        found = run_parts(seen, square, parts(3), jobs=jobs, seconds=seconds)
        assert {process for _, process in found} == {os.getpid()}
        assert 0.5 / 3 in seen.fractions  # the progress inside a part


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_cancel_stops_the_work(jobs: int) -> None:
    with pytest.raises(Cancelled):
        run_parts(Reports(0.3), slow_square, parts(20), jobs=jobs)
    assert run_parts(SILENT, slow_square, parts(3), jobs=2) == [0, 1, 4]


def test_an_error_of_a_part_is_raised_with_its_hint() -> None:
    with user_error("No result for") as caught:
        run_parts(SILENT, fail, parts(3), jobs=2)
    assert caught.value.hint == "Try another one."


def test_a_killed_worker_is_an_error_and_the_next_call_works() -> None:
    with user_error("worker process ended") as caught:
        run_parts(SILENT, die, parts(3), jobs=2)
    assert "Close other programs" in caught.value.hint
    assert run_parts(SILENT, slow_square, parts(3), jobs=2) == [0, 1, 4]


def test_without_shared_memory_the_parts_run_without_workers(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    call = "run_parts(SILENT, slow_square, parts(3), jobs=2)"
    imports = "from tests.core.training.test_parallel import SILENT, parts, run_parts, slow_square"
    script.write_text(f"{imports}\nif __name__ == '__main__':\n    print({call})\n", encoding="utf-8")
    mount = 'mount -t tmpfs -o ro none /dev/shm && exec "$@"'
    command = ["unshare", "--mount", "sh", "-c", mount, "sh", sys.executable, str(script)]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*command[:-2], "true"], capture_output=True).returncode
    ):
        pytest.skip("needs the right to replace /dev/shm")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "[0, 1, 4]\n"), done.stderr


def compared(jobs: int) -> object:
    rows = labelled_features(make(60, 3), vectors())
    recipes = [RECIPES[name] for name in ("bayes", "svm")]
    plan = FoldPlan(2, repeats=2)
    found = [cross_validate(SILENT, rows, recipe, plan, jobs=jobs) for recipe in recipes]
    return [each.probabilities.tobytes() for each in found]


def compared_in_words(jobs: int) -> object:
    examples = make(60, 4)
    found = compare_recipes(
        SILENT, examples, [*RECIPES, *BASELINES], vectors(), FoldPlan(3, repeats=1), jobs=jobs
    )
    return [replace(each, seconds=0.0) for each in found.recipes]


def trained(jobs: int) -> object:
    model = train(SILENT, make(60, 5), base=base_model(), jobs=jobs)
    return model.manifest, {name: array.tobytes() for name, array in model.head.arrays().items()}


def evaluated(jobs: int) -> object:
    base = base_model()
    found = on_decisions(SILENT, train(SILENT, make(40, 6), base=base, jobs=1), base, jobs=jobs)
    assert found is not None
    return found[0], found[1].tobytes()


def doubted(jobs: int) -> object:
    base = base_model()
    answers = labelled_features(make(40, 7), base.vectors, base.tags)
    return out_of_fold(SILENT, answers, base, base.head.scale, jobs=jobs).tobytes()


def simulated(jobs: int) -> object:
    return simulate(
        SILENT, make(80, 8), base_model(), SimulationPlan(batch=10, budget=20, seeds=2), jobs=jobs
    )


def adapted(jobs: int) -> object:
    base, examples = base_model(), make(60, 9)
    features = extract(base.vectors, examples.texts, extra=Extra.TOKEN_SHAPES)
    asked = np.arange(30)
    found = adapt(
        base,
        features,
        RowDecisions(asked, examples.tags[:30]),
        Adaptation(scale_pseudo_labels=True, jobs=jobs),
    )
    assert found.head is not None
    arrays = {name: array.tobytes() for name, array in found.head.arrays().items()}
    return arrays, found.left_out_probabilities.tobytes()


SLOW = (compared_in_words, evaluated, simulated, doubted)


@pytest.mark.parametrize(
    "function",
    [compared, trained, adapted, *(pytest.param(each, marks=pytest.mark.slow) for each in SLOW)],
)
def test_the_number_of_workers_changes_no_byte(
    function: Callable[[int], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "WORTHWHILE", 0.0)  # small work is otherwise done without workers
    assert function(1) == function(2)


SCRIPT = """
from mltag_desktop.core.training.training import run_parts
from mltag_desktop.core.progress import SILENT
from tests.core.training.test_parallel import parts, square

print("started")
print([result for result, _ in run_parts(SILENT, square, parts(2), jobs={jobs}, apart=True)])
"""


@pytest.mark.parametrize("jobs", [None, 1])
def test_work_apart_does_not_run_a_script_again_on_one_core(tmp_path: Path, jobs: int | None) -> None:
    """A script that uses the library need not protect its main module."""
    (tmp_path / "script.py").write_text(SCRIPT.format(jobs=jobs))
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LOKY_MAX_CPU_COUNT": "1"}
    done = subprocess.run(
        [sys.executable, tmp_path / "script.py"], check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout.split("\n") == ["started", "[0, 1]", ""]


COMPARISON = """
import sys
from mltag_desktop.core.training.recipe_choice import compare_recipes
from mltag_desktop.core.training import training
from mltag_desktop.core.training.training import FoldPlan
from mltag_desktop.core.progress import SILENT
from tests.core.helpers import make, vectors

training.WORTHWHILE = 0.0  # small work is otherwise done without workers
compare_recipes(SILENT, make(30, 3), ["bayes", "majority"], vectors(), FoldPlan(2, repeats=1), jobs=2)
print("sklearn" in sys.modules)
"""


def test_only_the_workers_of_a_comparison_import_scikit_learn() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", COMPARISON], check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout == "False\n"


def busy(progress: Progress, folder: str) -> int:
    place = Path(folder) / str(os.getpid())
    place.touch()
    time.sleep(0.05)
    together = len(list(Path(folder).iterdir()))
    place.unlink()
    return together


def test_work_apart_with_one_job_runs_one_part_at_a_time(tmp_path: Path) -> None:
    given = [Part("", (str(tmp_path),)) for _ in range(6)]
    assert run_parts(SILENT, busy, given, jobs=1, apart=True) == [1] * 6
