"""The application of the command line: its commands, and the boundary for errors of each.

Error boundary of every command: an exit code, and at most two lines on stderr.

Command line application; the module of a command is imported only when that command runs.
"""

import errno
import importlib
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Final, Protocol

import typer
import typer.main

from mltag_desktop import __version__
from mltag_desktop.cli.command_names import COMMANDS, function_name
from mltag_desktop.cli.options import expanded
from mltag_desktop.cli.output import know_arguments, printable
from mltag_desktop.core.diagnostics.crash_report import describe, write
from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.filesystem import user_folder

if TYPE_CHECKING:
    from mltag_desktop.core.batch.predict_file import PredictionSummary
    from mltag_desktop.core.batch.task import ClusterJob
    from mltag_desktop.core.model.types import Classifier
    from mltag_desktop.core.progress import Progress
    from mltag_desktop.core.serving.records import ServiceOptions

USER_ERROR: Final = 1
CRASH: Final = 70
CANCELLED: Final = 130
TERMINATED: Final = 143
_SYSTEM_ERRORS: Final = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EMFILE, errno.EACCES, errno.EPERM,
    errno.ENAMETOOLONG,
}  # fmt: skip
"""Error numbers caused by the disk or the system, not by a bug of the program."""
_ENDINGS: Final = {signal.SIGTERM, getattr(signal, "SIGBREAK", signal.SIGTERM)}
"""Signals that ask for the end; SIGBREAK is Ctrl+Break on Windows, and the end of its console."""


def guard(command: Callable[[], object]) -> int:
    """Run `command` and convert its result or exception to an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if sys.platform == "win32" else None  # as in the files that it writes
            stream.reconfigure(
                encoding=encoding, errors="backslashreplace"
            )  # show unknown characters escaped
    before = {number: signal.signal(number, _terminate) for number in _ENDINGS}
    code = 0
    try:
        try:
            command()
        except SystemExit as leaving:  # typer always ends so
            code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        sys.stdout.flush()
    except MltagError as error:
        _print_error(error.message, error.hint)
        return USER_ERROR
    except (Cancelled, KeyboardInterrupt):
        return CANCELLED
    except MemoryError:
        _print_error("This computer has run out of memory.", "Close other programs, or split the table.")
        return USER_ERROR
    except Exception as error:  # noqa: BLE001 - the crash boundary
        if _is_closed_pipe(error):
            _close_stdout()
            return USER_ERROR
        if isinstance(error, OSError) and error.errno in _SYSTEM_ERRORS:
            _print_error(f"{error.strerror}: {error.filename or 'the output'}.", "Fix that, then try again.")
            _close_stdout()
            return USER_ERROR
        log = _log_crash(error)
        _print_error(f"An unexpected error occurred: {type(error).__name__}.", f"The details are in {log}.")
        return CRASH
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return code


def _is_closed_pipe(error: Exception) -> bool:
    """Return whether the reader of the output, such as `head`, has ended; Windows says "invalid argument"."""
    return isinstance(error, BrokenPipeError) or (
        sys.platform == "win32"
        and isinstance(error, OSError)
        and error.errno == errno.EINVAL
        and error.filename is None
    )


def _print_error(message: str, hint: str) -> None:
    for line in (message, hint):
        sys.stderr.write(printable(" ".join(line.split())) + "\n")


def _close_stdout() -> None:
    """Redirect stdout to the null device, so that the interpreter's last flush does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _terminate(number: int, frame: FrameType | None) -> None:
    """Exit cleanly when asked to, so that temporary files are removed and locks released."""
    raise SystemExit(TERMINATED)


def _log_crash(error: Exception) -> Path | str:
    """Write a crash report to the log folder; return its path, or the report itself if there is no folder.

    The report names the command, but leaves out its arguments and error messages: both may quote texts.
    """
    command = next((word for word in sys.argv[1:] if word in COMMANDS), "none")
    report = describe(error, "the command line", {"command": command})
    try:
        return write(report, user_folder("log"))
    except (OSError, MltagError):
        return f"\n{report.details}"


class ClusterEngine(Protocol):
    """Predicts files and folders on a cluster."""

    def first_rows(self, source: str, folder: Path) -> Path:
        """Return a local file in `folder` with the first rows of a source."""
        ...

    def predict_on_cluster(
        self, progress: "Progress", job: "ClusterJob", classifier: "Classifier"
    ) -> "PredictionSummary":
        """Predict all tables of a source; return the counts."""
        ...


@dataclass(frozen=True)
class FrontEnd:
    """Functions that the other front ends provide: the window, the service and the cluster engine."""

    open_window: Callable[[Path | None], int]
    """Open the window, with a file if one is given; return the exit code."""
    tour: Callable[[Path], list[Path]]
    """Run the tour offscreen and save screenshots in the folder; return their paths."""
    selftest_window: Callable[[Path], str]
    """Run the window offscreen, with work files in the folder; return a short summary."""
    cluster: Callable[[], ClusterEngine]
    """Return the Ray engine."""
    serve: "Callable[[ServiceOptions], int]"
    """Run the HTTP service until it is stopped; return the exit code."""


def run(arguments: Sequence[str], front: FrontEnd) -> int:
    """Run `mltag` with `arguments`; return the exit code."""
    if list(arguments[:2]) == ["models", "export"]:  # `models` takes a workspace, so it cannot be a group
        arguments = ["export-model", *arguments[2:]]
    word = next((argument for argument in arguments if not argument.startswith("-")), "")

    def command() -> None:
        know_arguments(arguments)
        words = [word] if word in COMMANDS else [] if list(arguments) == ["--version"] else list(COMMANDS)
        parser = typer.main.get_command(build(words))
        parser.main(args=list(arguments), prog_name="mltag", obj=front)

    return guard(command)


def build(words: Sequence[str]) -> typer.Typer:
    """Return the typer application with the named commands."""
    app = typer.Typer(
        name="mltag",
        help="Sort content by topic on your own computer. Without a command, the window opens.",
        epilog="Example: mltag articles.csv",
        context_settings={"help_option_names": ["-h", "--help"]},
        add_completion=False,
        invoke_without_command=True,
        pretty_exceptions_enable=False,
        callback=_start,
    )
    for word in words:
        module, example = COMMANDS[word]
        loaded = importlib.import_module(f"mltag_desktop.cli.commands.{module}")
        command = getattr(loaded, function_name(word))
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=word, epilog=f"Example: {example}")
        else:
            app.command(word, epilog=f"Example: {example}")(expanded(command))
    return app


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"MLTag Desktop {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        front: FrontEnd = context.obj
        raise typer.Exit(front.open_window(None))
