"""Messages between the window and its worker process.

The window sends `(Order, number, call)`, and the worker answers with `(ReplyKind, number, value)`; calls and
values are pickled apart, so that they are read by the threads that they concern. A workspace or a model in a
call is sent as its place on the disk: the worker opens the workspace for reading, beside the window that
writes to it.
"""

import contextlib
import enum
import io
import pickle
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.workspace import Workspace

_MODELS_KEPT: Final = 3
"""Number of models that the worker keeps: usually the bundled model, the active one and a candidate."""


ITEMS_AHEAD: Final = 4
"""Number of items of a stream that are sent before they are used; this bounds the memory they take."""


class Order(enum.IntEnum):
    """A request of the window."""

    RUN = 0
    CANCEL = 1
    MORE = 2
    """An item of a stream was used: the worker may send another one."""


class ReplyKind(enum.IntEnum):
    """A message of the worker about a call."""

    PROGRESS = 0
    """The value is the fraction and the step."""
    RESULT = 1
    ERROR = 2
    """The value is the exception."""
    CANCELLED = 3
    ITEM = 4
    """The value is the next item of a stream."""


class Call(NamedTuple):
    """A function of a module, which gets a `Progress` as first argument, and its other arguments."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]
    keywords: Mapping[str, object]
    is_stream: bool = False
    """Whether the function is a generator whose items are sent."""


class _Pickler(pickle.Pickler):
    def persistent_id(self, obj: object) -> tuple[str, ...] | None:
        """Return the place of a workspace or of a model from a folder; None for other values."""
        if isinstance(obj, Workspace):
            held = "" if obj.read_only else "held"
            return "workspace", str(obj.path), obj.curator, str(obj.models.folder), held
        if isinstance(obj, LinearModel) and obj.folder is not None:
            return "model", str(obj.folder), obj.version
        return None


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, stack: contextlib.ExitStack) -> None:
        super().__init__(io.BytesIO(data))
        self._stack = stack

    def persistent_load(self, place: tuple[str, ...]) -> Workspace | LinearModel:
        """Return the workspace or model at a place."""
        if place[0] == "model":
            return _model(Path(place[1]), place[2])
        _, path, curator, folder, held = place
        workspace = Workspace.open(Path(path), curator, cache=Path(folder), write=False, held=bool(held))
        return self._stack.enter_context(workspace)


def packed_call(call: Call) -> bytes:
    """Return a call as bytes."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(call)
    return buffer.getvalue()


def unpacked_call(data: bytes, stack: contextlib.ExitStack) -> Call:
    """Return the call, with its workspaces open until `stack` closes."""
    call: Call = _Unpickler(data, stack).load()
    return call


def packed(value: object) -> bytes:
    """Return the value of an answer as bytes; raises exceptions of any class if it cannot be pickled."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:
    """Return the value of an answer."""
    return pickle.loads(data)  # noqa: S301 - written by our own process


def sendable(error: BaseException) -> BaseException:
    """Return the error with its traceback as a note, or a copy if it cannot be pickled."""
    error.add_note(traceback.format_exc())
    try:
        unpacked(packed(error))
    except Exception:  # noqa: BLE001 - foreign exception classes raise anything
        copy = RuntimeError(f"{type(error).__name__}: {error}")
        copy.add_note(traceback.format_exc())
        return copy
    return error


@lru_cache(maxsize=_MODELS_KEPT)
def _model(folder: Path, version: str) -> LinearModel:
    """Return the model in a folder, without its gate if only that model has the version."""
    found = load_bundle(folder)
    return found if found.version == version else found.own
