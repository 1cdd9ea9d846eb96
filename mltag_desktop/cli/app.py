"""The parser: commands are loaded by name, so that none waits for what another needs."""

import importlib
from collections.abc import Sequence
from typing import Annotated

import typer
import typer.main

from mltag_desktop import __version__
from mltag_desktop.cli.app_front import FrontEnd
from mltag_desktop.cli.arguments import know_arguments
from mltag_desktop.cli.command_names import COMMANDS
from mltag_desktop.cli.error_boundary import guard


def run(arguments: Sequence[str], front: FrontEnd) -> int:
    """Run `mltag` with `arguments`; return the exit code."""
    word = next((argument for argument in arguments if not argument.startswith("-")), "")

    def command() -> None:
        know_arguments(arguments)
        parser = typer.main.get_command(build([word] if word in COMMANDS else list(COMMANDS)))
        parser.main(args=list(arguments), prog_name="mltag", obj=front)

    return guard(command)


def build(words: Sequence[str]) -> typer.Typer:
    """Return the parser with the commands named."""
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
        where, example = COMMANDS[word]
        module, function = where.split(":")
        loaded = getattr(importlib.import_module(f"mltag_desktop.cli.commands.{module}"), function)
        app.command(word, epilog=f"Example: {example}")(loaded)
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
