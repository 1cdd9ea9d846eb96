"""The arguments of the running command, kept so that no output overwrites an input."""

from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from pathlib import Path

_arguments: ContextVar[Sequence[str]] = ContextVar("arguments", default=())


def know_arguments(arguments: Sequence[str]) -> None:
    """Remember the arguments of the running command."""
    _arguments.set(tuple(arguments))


def possible_paths() -> Iterator[Path]:
    """Yield each argument value that may be a path: X, --option=X or -oX."""
    for argument in _arguments.get():
        if argument.startswith("--"):
            yield Path(argument.partition("=")[2])
        elif argument.startswith("-"):
            yield Path(argument[2:])
        else:
            yield Path(argument)
