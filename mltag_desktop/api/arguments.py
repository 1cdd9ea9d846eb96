"""Checks of the arguments of the Python interface, by their annotations."""

import functools
import inspect
import os
import re
import types
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from numbers import Integral, Real
from pathlib import Path
from typing import Any, Final, Literal, ParamSpec, TypeVar, Union

import numpy as np
import pandas as pd

from mltag_desktop.api.inputs import InvalidInputError

P = ParamSpec("P")
T = TypeVar("T")

_WORDS: Final[dict[Any, tuple[str, ...]]] = {
    str: ("a text",),
    Path: ("a path",),
    bool: ("True", "False"),
    int: ("a whole number",),
    float: ("a number",),
    type(None): ("None",),
}
_KINDS: Final[dict[Any, tuple[type, ...]]] = {
    Path: (os.PathLike,),
    bool: (bool, np.bool_),
    int: (Integral,),
    float: (Real,),
}
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LONGEST: Final = 60
_FRAME: Final = 'Write it first: frame.to_csv("table.csv", index=False), then pass the path of the file.'


def checked(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that raises `InvalidInputError` for arguments that do not fit its annotations.

    Annotations are types, `Literal`, `Sequence` and unions of them; `Any` allows everything. A path is
    neither empty nor a web address.
    """
    signature, hints = inspect.signature(function), typing.get_type_hints(function)

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            hint = hints.get(name, Any)
            if isinstance(value, pd.DataFrame) and Path in _choices(hint):
                raise InvalidInputError(f"{name} is a frame in place of a file.", _FRAME)
            if not _fits(value, hint):
                raise InvalidInputError(f"{name} is {_shown(value)}.", _advice(hint))
            if isinstance(value, str | os.PathLike) and Path in _choices(hint):
                _check_path(name, os.fspath(value))
        return function(*args, **kwargs)

    return call


def _check_path(name: str, path: str) -> None:
    if _ADDRESS.match(path):
        raise InvalidInputError(f"{path} is a web address.", "Download the file and pass its path.")
    if not path or "\0" in path:
        raise InvalidInputError(f"{name} is {path!r}, which is not a file name.", "Pass the path of a file.")


def _choices(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union; another hint is the only one."""
    return typing.get_args(hint) if typing.get_origin(hint) in (Union, types.UnionType) else (hint,)


def _fits(value: Any, hint: Any) -> bool:
    return any(_fits_one(value, each) for each in _choices(hint))


def _fits_one(value: Any, hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if hint is Any or isinstance(hint, TypeVar):
        return True
    if origin is Literal:
        return isinstance(value, str) and value in typing.get_args(hint)
    if origin is Sequence:
        if not isinstance(value, Collection) or isinstance(value, str | bytes | Mapping | set | frozenset):
            return False
        (item,) = typing.get_args(hint)
        return all(_fits(each, item) for each in value)
    if isinstance(value, bool | np.bool_) and hint is not bool:
        return False  # which Python counts among the numbers
    return isinstance(value, _KINDS.get(hint, hint))


def _advice(hint: Any) -> str:
    """Return what to pass, such as "Pass a text, a list of texts or None."."""
    choices = _choices(hint)
    if all(typing.get_origin(each) is Literal for each in choices):
        return f"Choose one of: {', '.join(str(each) for each in typing.get_args(choices[0]))}."
    if Path in choices:  # a text is a path too
        choices = tuple(each for each in choices if each is not str)
    words = [word for each in choices for word in _words(each)]
    return f"Pass {' or '.join(filter(None, [', '.join(words[:-1]), words[-1]]))}."


def _words(hint: Any) -> tuple[str, ...]:
    if typing.get_origin(hint) is Sequence:
        return ("a list of texts",)
    return _WORDS.get(hint) or (f"a {hint.__name__}",)


def _shown(value: Any) -> str:
    """Return a value as text; the type of a large one."""
    written = repr(value) if isinstance(value, str | int | float | list | tuple | types.NoneType) else ""
    return written if 0 < len(written) <= _LONGEST else f"of the type {type(value).__name__}"
