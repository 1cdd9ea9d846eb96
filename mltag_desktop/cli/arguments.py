"""The arguments of the running command, so that no output replaces one of its inputs."""

from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from pathlib import Path

_arguments: ContextVar[Sequence[str]] = ContextVar("arguments", default=())


def know_arguments(arguments: Sequence[str]) -> None:
    """Remember the arguments of the command that runs."""
    _arguments.set(tuple(arguments))


def possible_paths() -> Iterator[Path]:
    """Yield whatever among the arguments may be a path: X, --option=X or -oX."""
    for argument in _arguments.get():
        if argument.startswith("--"):
            yield Path(argument.partition("=")[2])
        elif argument.startswith("-"):
            yield Path(argument[2:])
        else:
            yield Path(argument)
