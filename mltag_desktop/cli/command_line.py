"""Command line application; the module of a command is imported only when that command runs."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer
import typer.main

from mltag_desktop import __version__
from mltag_desktop.cli.command_names import COMMANDS, function_name
from mltag_desktop.cli.error_boundary import guard
from mltag_desktop.cli.options import expanded
from mltag_desktop.cli.output import know_arguments
from mltag_desktop.core.errors import MltagError

if TYPE_CHECKING:  # most commands use none of them
    from mltag_desktop.core.batch.predict_file import PredictionSummary
    from mltag_desktop.core.batch.task import ClusterJob
    from mltag_desktop.core.model.types import Classifier
    from mltag_desktop.core.progress import Progress
    from mltag_desktop.core.serving.service_options import ServiceOptions


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


def _no_cluster() -> ClusterEngine:
    raise MltagError("This installation has no cluster engine.", "Omit --engine.")


def _no_service(options: "ServiceOptions") -> int:
    raise MltagError("This installation has no service.", "Install MLTag Desktop with the extra serve.")


@dataclass(frozen=True)
class FrontEnd:
    """Functions that the other front ends provide: the window, the service and the cluster engine."""

    open_window: Callable[[Path | None], int]
    """Open the window, with a file if one is given; return the exit code."""
    tour: Callable[[Path], list[Path]]
    """Run the tour offscreen and save screenshots in the folder; return their paths."""
    selftest_window: Callable[[Path], str]
    """Run the window offscreen, with work files in the folder; return a short summary."""
    cluster: Callable[[], ClusterEngine] = _no_cluster
    """Return the Ray engine."""
    serve: "Callable[[ServiceOptions], int]" = _no_service
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
