"""Groups of options as dataclasses, and the adapter that makes options of typer from them.

A field of a group is made by `option` or `argument`. A command takes whole groups as parameters:

    def redo(at: Curated, *, output: Output) -> None: ...

The methods of a group do what all its commands do with its options.
"""

import dataclasses
import functools
import inspect
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Final, TypeVar, dataclass_transform, get_type_hints

import typer

Command = TypeVar("Command", bound=Callable[..., None])
Group = TypeVar("Group")
_INFO: Final = "typer"


class WrongUse(typer.BadParameter):
    """Options and arguments that do not go together; typer would put “Invalid value” before the message."""

    def format_message(self) -> str:
        """Return the message alone."""
        return str(self.message)


class BatchUnsure(StrEnum):
    """Treatment of unsure predictions in a batch and in the service."""

    EMPTY = "empty"
    FLAG = "flag"
    KEEP = "keep"


def option(default: Any, *names: str, help: str, **more: Any) -> Any:
    """Return a field of a group that is an option of the command line; `...` as default means required."""
    return _field(default, typer.Option(*names, help=help, **more))


def argument(name: str, help: str, default: Any = ..., **more: Any) -> Any:
    """Return a field of a group that is an argument of the command line."""
    return _field(default, typer.Argument(metavar=name, help=help, **more))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(option, argument))
def group(kind: type[Group]) -> type[Group]:
    """Make a class a group of options; its fields are keywords."""
    return dataclasses.dataclass(frozen=True, kw_only=True)(kind)


def expanded(function: Command) -> Command:
    """Return a function with the fields of its groups as parameters, as typer reads them."""
    hints = get_type_hints(function, include_extras=True)
    groups: dict[str, type] = {}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(function).parameters.items():
        kind = hints[name]
        if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
            parameters.append(parameter.replace(annotation=kind, kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        groups[name] = kind
        types = get_type_hints(kind)
        for field in dataclasses.fields(kind):
            parameters.append(
                inspect.Parameter(
                    field.name,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=inspect.Parameter.empty
                    if field.default is dataclasses.MISSING
                    else field.default,
                    annotation=Annotated[types[field.name], field.metadata[_INFO]],
                )
            )

    @functools.wraps(function)
    def call(**given: Any) -> None:
        for name, kind in groups.items():
            given[name] = kind(**{field.name: given.pop(field.name) for field in dataclasses.fields(kind)})
        function(**given)

    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call  # type: ignore[return-value]


def _field(default: Any, info: Any) -> Any:
    known = {} if default is ... else {"default": default}
    return dataclasses.field(metadata={_INFO: info}, **known)
