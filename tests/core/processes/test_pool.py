"""The pool of processes: real processes that are started, cancelled and killed."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.learning.off_topic_records import look_at_tags
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes import pool
from mltag_desktop.core.processes.pool import ProcessPool, WorkerEndedError, WorkerStartError
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.processes.worker_functions import (
    add,
    count,
    die,
    die_once,
    divide,
    exhaust,
    fail,
    fail_after_one,
    identity,
    identity_and_hang,
    lack_memory,
    leave,
    leave_a_lambda,
    load_a_library_without_memory,
    read_and_hang,
    reporting,
    start_child_and_hang,
    temporary_folder,
    touch_and_hang,
    touch_and_report,
    two_processes,
    version_of,
)
from tests.errors import user_error
from tests.processes import is_running, kill, wait_for

ROOT = Path(__file__).parents[3]


@pytest.fixture
def worker() -> Iterator[ProcessPool]:
    made = ProcessPool()
    yield made
    made.close()


class Cancelling:
    """Progress that remembers reports and cancels when it is asked to."""

    def __init__(self) -> None:
        self.told: list[tuple[float, str]] = []
        self.stop = threading.Event()

    def report(self, fraction: float, step: str = "") -> None:
        self.told.append((fraction, step))
        if self.stop.is_set():
            raise Cancelled


def in_thread(function: Callable[[], object], began: Path) -> tuple[threading.Thread, list[object]]:
    """Run a function in a thread until it has begun; the list gets its result or its exception."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(function())
        except BaseException as error:  # noqa: BLE001 - it is looked at
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    wait_for(lambda: began.exists() and bool(began.read_text(encoding="ascii")))
    return thread, found


@pytest.fixture
def began(tmp_path: Path) -> Path:
    """The file by which a function says that it has begun."""
    return tmp_path / "began"


def test_call_returns_what_the_function_returns(worker: ProcessPool) -> None:
    assert worker.process_id is None, "nothing is started before the first call"
    assert worker.call(SILENT, add, 1, other=2) == 3


def test_calls_share_another_process_without_qt(worker: ProcessPool) -> None:
    process_id, has_qt = worker.call(SILENT, identity)
    assert process_id == worker.process_id != os.getpid()
    assert not has_qt
    assert worker.call(SILENT, identity)[0] == process_id


def test_the_window_has_a_core_before_it(worker: ProcessPool) -> None:
    process_id, _ = worker.call(SILENT, identity)
    window = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, process_id) == min(window + 10, 19)
    with contextlib.closing(ProcessPool(niceness=0)) as other:
        process_id, _ = other.call(SILENT, identity)
        assert os.getpriority(os.PRIO_PROCESS, process_id) == window


def test_calls_at_once_have_a_process_each(worker: ProcessPool, began: Path) -> None:
    """So a cancel ends one of them, and the first process is used again."""
    progress = Cancelling()
    thread, _ = in_thread(lambda: worker.call(progress, touch_and_hang, began), began)
    first = worker.process_id
    other = worker.call(SILENT, identity)[0]
    assert other != first
    progress.stop.set()
    thread.join(10)
    assert worker.call(SILENT, identity)[0] == other


def test_progress_arrives(worker: ProcessPool) -> None:
    progress = Cancelling()
    worker.call(progress, reporting, 5)
    assert (0.8, "counting") in progress.told


def test_errors_for_the_user_are_raised_here(worker: ProcessPool) -> None:
    with user_error() as error:
        worker.call(SILENT, fail)
    assert (error.value.message, error.value.hint) == ("It is empty.", "Choose another file.")


def test_bugs_are_raised_here_with_their_traceback(worker: ProcessPool) -> None:
    with pytest.raises(ZeroDivisionError) as error:
        worker.call(SILENT, divide)
    assert "in divide" in error.value.__notes__[0]


def test_result_that_cannot_be_pickled_is_an_error(worker: ProcessPool) -> None:
    with pytest.raises(Exception, match=r"pickle|local object"):
        worker.call(SILENT, leave_a_lambda)
    assert worker.call(SILENT, add, 1) == 1


@pytest.mark.parametrize("function", [exhaust, load_a_library_without_memory])
def test_memory_error_has_a_hint_and_ends_the_process(
    worker: ProcessPool, function: Callable[[Progress], object]
) -> None:
    worker.start()
    first = worker.process_id
    with user_error("not enough memory") as error:
        worker.call(SILENT, function)
    assert error.value.hint
    assert worker.call(SILENT, identity)[0] != first


def test_cancel_ends_a_function_that_never_reports(worker: ProcessPool, began: Path) -> None:
    progress = Cancelling()
    thread, found = in_thread(lambda: worker.call(progress, touch_and_hang, began), began)
    process_id = worker.process_id
    assert process_id is not None
    progress.stop.set()
    thread.join(10)
    assert [type(each) for each in found] == [Cancelled]
    wait_for(lambda: not is_running(process_id))
    assert worker.call(SILENT, add, 1) == 1
    assert worker.process_id != process_id


def test_cancel_keeps_the_process_if_the_function_stops_at_once(worker: ProcessPool, began: Path) -> None:
    worker.start()
    process_id = worker.process_id
    progress = Cancelling()
    thread, found = in_thread(lambda: worker.short_call(progress, touch_and_report, began), began)
    progress.stop.set()
    thread.join(10)
    assert [type(each) for each in found] == [Cancelled]
    assert worker.call(SILENT, identity)[0] == process_id


def test_a_call_cancelled_before_its_process_has_started_keeps_the_process(worker: ProcessPool) -> None:
    class Impatient:
        def report(self, fraction: float, step: str = "") -> None:
            if worker.process_id is not None:
                raise Cancelled

    with pytest.raises(Cancelled):
        worker.short_call(Impatient(), identity)
    starting = worker.process_id
    assert starting is not None
    assert worker.call(SILENT, identity)[0] == starting


def test_killed_worker_is_an_error_and_the_next_call_works(worker: ProcessPool, began: Path) -> None:
    thread, found = in_thread(lambda: worker.call(SILENT, start_child_and_hang, began), began)
    child = int(began.read_text(encoding="ascii"))
    assert is_running(child)
    assert worker.process_id is not None
    kill(worker.process_id)
    thread.join(10)
    assert isinstance(found[0], MltagError)
    assert found[0].hint
    assert worker.call(SILENT, add, 1, other=1) == 2
    wait_for(lambda: not is_running(child))


def test_stream_raises_the_error_after_the_items(worker: ProcessPool) -> None:
    items = worker.stream(SILENT, fail_after_one)
    assert next(items) == 1
    with user_error("It is empty"):
        next(items)


def test_closed_stream_ends_its_function(worker: ProcessPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 60.0)  # on a busy machine the process may get no core for 50 ms
    items = worker.stream(SILENT, identity_and_hang)
    process_id = next(items)
    items.close()
    assert worker.call(SILENT, identity)[0] == process_id


def test_calls_of_a_map_are_repeated_if_a_process_dies(worker: ProcessPool, tmp_path: Path) -> None:
    calls = [(tmp_path / str(number),) for number in range(3)]
    assert list(worker.map(die_once, calls, 2)) == ["done"] * 3
    with pytest.raises(WorkerEndedError, match="ended unexpectedly") as error:
        list(worker.map(die, [()] * 20, 2))
    assert error.value.hint


def test_cancelled_stream_raises(worker: ProcessPool) -> None:
    progress = Cancelling()
    items = worker.stream(progress, identity_and_hang)
    next(items)
    progress.stop.set()
    with pytest.raises(Cancelled):
        next(items)
    assert worker.call(SILENT, add, 1) == 1


def test_stream_says_that_the_process_has_ended(worker: ProcessPool) -> None:
    items = worker.stream(SILENT, identity_and_hang)
    kill(next(items))
    with pytest.raises(WorkerEndedError, match="ended unexpectedly"):
        next(items)
    assert worker.call(SILENT, add, 1) == 1


def test_idle_worker_ends_and_the_next_call_starts_another() -> None:
    with contextlib.closing(ProcessPool(idle_seconds=0.05)) as worker:
        first = worker.call(SILENT, identity)[0]
        wait_for(lambda: worker.process_id is None)
        assert not is_running(first)
        assert worker.call(SILENT, identity)[0] != first


def test_function_that_ends_its_process_is_an_error(worker: ProcessPool) -> None:
    with pytest.raises(WorkerEndedError, match="exit code 0"):
        worker.short_call(SILENT, leave)


def test_arguments_for_which_the_process_has_no_memory_are_an_error(worker: ProcessPool) -> None:
    worker.call(SILENT, lack_memory)
    with pytest.raises(WorkerEndedError, match="ended unexpectedly"):
        worker.call(SILENT, add, bytes(4 << 28))  # type: ignore[arg-type]  # only its size matters


def test_worker_that_dies_while_it_starts_is_an_error(
    worker: ProcessPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text("import os; os._exit(3)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(WorkerEndedError, match="exit code 3"):
        worker.call(SILENT, add, bytes(1 << 20))  # type: ignore[arg-type]  # more than a pipe holds


def test_worker_does_not_end_during_a_long_call() -> None:
    with contextlib.closing(ProcessPool(idle_seconds=0.02)) as worker:
        worker.call(SILENT, reporting, 5)
        wait_for(lambda: worker.process_id is None)  # it still notices afterwards that it is idle


def test_worker_may_have_children(worker: ProcessPool) -> None:
    assert worker.call(SILENT, two_processes) == [0, 1, 2, 3]


def test_temporary_files_are_deleted_with_the_worker(worker: ProcessPool) -> None:
    folder = worker.call(SILENT, temporary_folder)
    assert (folder / "left").exists()
    worker.close()
    assert not folder.exists()


def test_closed_worker_cancels_its_calls(worker: ProcessPool, began: Path) -> None:
    thread, found = in_thread(lambda: worker.call(SILENT, touch_and_hang, began), began)
    worker.close()
    thread.join(10)
    assert [type(each) for each in found] == [Cancelled]
    with pytest.raises(Cancelled):
        worker.call(SILENT, add, 1)


def test_start_that_is_refused_is_an_error(worker: ProcessPool) -> None:
    assert worker.call(SILENT, add, 1) == 1  # what it needs is imported by now
    worker.end()
    wait_for(lambda: worker.process_id is None)
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.ExitStack() as stack:
        stack.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))  # no pipe can be opened
        with pytest.raises(WorkerStartError, match="could not be started") as error:
            worker.call(SILENT, add, 1)
    assert error.value.hint
    assert worker.call(SILENT, add, 1) == 1


def test_workspace_is_opened_beside_its_writer(
    worker: ProcessPool, make_workspace: Callable[..., Workspace]
) -> None:
    workspace = make_workspace(2)
    expected = (workspace.table.count, True, tuple(workspace.table.texts([0])))
    assert worker.call(SILENT, count, workspace) == expected
    workspace.table.add_texts(["one more"])
    assert worker.call(SILENT, count, workspace)[0] == expected[0] + 1


def test_a_look_at_the_tags_of_a_table_loads_no_qt(
    worker: ProcessPool, make_workspace: Callable[..., Workspace]
) -> None:
    """Qt takes a moment and much memory, and crashes if other threads import modules meanwhile."""
    assert worker.call(SILENT, look_at_tags, make_workspace(2), None, True) == (None, False)
    assert not worker.call(SILENT, identity)[1]


def test_cancelled_call_has_no_workspace_open(
    worker: ProcessPool, began: Path, make_workspace: Callable[..., Workspace]
) -> None:
    """The last connection that is closed deletes the log; a file without it would lack what is in the log."""
    workspace = make_workspace(2)
    progress = Cancelling()
    thread, _ = in_thread(lambda: worker.call(progress, read_and_hang, workspace, began), began)
    progress.stop.set()
    thread.join(10)
    log = Path(f"{workspace.path}-wal")
    assert log.exists()
    workspace.close()
    assert not log.exists()


def test_model_is_loaded_once(worker: ProcessPool) -> None:
    first = worker.call(SILENT, version_of, bundled())
    assert first[0] == bundled().version
    assert worker.call(SILENT, version_of, bundled()) == first


def test_model_in_memory_is_sent(worker: ProcessPool, tiny_model: LinearModel) -> None:
    assert worker.call(SILENT, version_of, tiny_model)[0] == tiny_model.version


PARENT = """
import sys
from pathlib import Path
from tests.core.processes.worker_functions import identity, start_child_and_hang, temporary_folder
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.processes.pool import ProcessPool

if __name__ == "__main__":
    worker = ProcessPool()
    print(*worker.call(SILENT, identity)[:1], worker.call(SILENT, temporary_folder), flush=True)
    worker.call(SILENT, start_child_and_hang, Path(sys.argv[1]))
"""


def test_worker_ends_when_the_window_is_killed(tmp_path: Path) -> None:
    script, path = tmp_path / "parent.py", tmp_path / "child"
    script.write_text(PARENT, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen(
        [sys.executable, script, path], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        printed, folder = parent.stdout.readline().split()
        process_id = int(printed)
        wait_for(lambda: path.exists() and bool(path.read_text(encoding="ascii")))
        child = int(path.read_text(encoding="ascii"))
        assert is_running(process_id)
        parent.kill()
        parent.wait()
        wait_for(lambda: not is_running(process_id) and not is_running(child))
    assert not Path(folder).parent.exists()


EXITING = """
from tests.core.processes.worker_functions import add
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.processes.pool import ProcessPool

if __name__ == "__main__":
    print(ProcessPool().call(SILENT, add, 1, 2))
"""


@pytest.mark.parametrize("shared_memory", [True, False])
def test_program_that_exits_ends_its_worker(tmp_path: Path, shared_memory: bool) -> None:
    """Also where /dev/shm is missing, as in some containers."""
    script = tmp_path / "parent.py"
    script.write_text(EXITING, encoding="utf-8")
    command = [sys.executable, str(script)]
    if not shared_memory:
        command = ["unshare", "--mount", "sh", "-c", 'umount -l /dev/shm && exec "$@"', "sh", *command]
        if (
            shutil.which("unshare") is None
            or subprocess.run([*command[:-2], "true"], capture_output=True, check=False).returncode
        ):
            pytest.skip("needs the right to unmount /dev/shm")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "3\n", "")
