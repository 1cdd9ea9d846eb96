"""Options of commands and groups of them, and the adapter that makes options of typer from them.

A field of a group, or a parameter of a command, is made by `option`, `flag` or `argument`. A command takes
whole groups as parameters:

    def undo(*, at: Curated, to: int | None = option("Return to the state after this step.", "STEP"),
             output: Output) -> None: ...

The methods of a group do what all its commands do with its options.
"""

import dataclasses
import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, TypeVar, dataclass_transform, get_origin, get_type_hints

import typer

Command = TypeVar("Command", bound=Callable[..., None])
Group = TypeVar("Group")
BatchUnsure = Literal["empty", "flag", "keep"]
"""Treatment of unsure predictions in a batch and in the service."""
_INFO: Final = "typer"


class WrongUse(typer.BadParameter):
    """Options and arguments that do not go together; typer would put “Invalid value” before the message."""

    def format_message(self) -> str:
        """Return the message alone."""
        return str(self.message)


def option(help: str, metavar: str | None = None, *, default: Any = None, name: str = "", **more: Any) -> Any:
    """Return an option; one whose default is `...` is required, and `name` may hold several names."""
    return _field(default, typer.Option(*name.split(), metavar=metavar, help=help, **more))


def flag(help: str, name: str = "") -> Any:
    """Return an option without a value, which is off by default."""
    return _field(False, typer.Option(*name.split(), help=help))


def argument(metavar: str, help: str, default: Any = ..., **more: Any) -> Any:
    """Return an argument; it is required unless it has a default."""
    return _field(default, typer.Argument(metavar=metavar, help=help, show_default=False, **more))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(option, flag, argument))
def group(kind: type[Group]) -> type[Group]:
    """Make a class a group of options; its fields are keywords."""
    return dataclasses.dataclass(frozen=True, kw_only=True)(kind)


def expanded(function: Command) -> Command:
    """Return a function with its options, and the fields of its groups, as parameters that typer reads."""
    hints = get_type_hints(function)
    groups: dict[str, type] = {}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(function).parameters.items():
        kind = hints[name]
        if isinstance(parameter.default, dataclasses.Field):
            parameters.append(_parameter(name, kind, parameter.default))
        elif isinstance(kind, type) and dataclasses.is_dataclass(kind):
            groups[name] = kind
            types = get_type_hints(kind)
            parameters += [_parameter(each.name, types[each.name], each) for each in dataclasses.fields(kind)]
        else:
            parameters.append(parameter.replace(annotation=kind))

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


def _parameter(name: str, kind: Any, field: "dataclasses.Field[Any]") -> inspect.Parameter:
    info = field.metadata[_INFO]
    if kind is bool and field.default is False and info.default is ...:  # it has no name yet
        info.param_decls = (f"--{name.replace('_', '-')}",)  # typer would add --no-NAME
    default = inspect.Parameter.empty if field.default is dataclasses.MISSING else field.default
    if get_origin(kind) is list and default is None:
        default = []
    annotation = Annotated[kind, info]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
