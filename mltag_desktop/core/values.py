"""Dataclasses whose methods are made when the first value is.

The standard decorator compiles six functions for each class while its module is loaded, half a millisecond on
Python 3.11. The window loads sixty such classes before the first tags stand in it, and makes a value of a
third of them. To a type checker this is the standard decorator.
"""

import dataclasses
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    _T = TypeVar("_T")
    _unmade: dict[type, dict[str, Any]] = {}
    _made: set[type] = set()
    _lock = threading.Lock()

    def dataclass(
        cls: type[_T] | None = None, /, **options: Any
    ) -> type[_T] | Callable[[type[_T]], type[_T]]:
        """`dataclasses.dataclass`, put off; what asks the class for its fields before has none to see.

        Takes the same options but `slots`, which would need another class. A class derived from one of these
        is to be one too.
        """

        def put_off(cls: type[_T]) -> type[_T]:
            _unmade[cls] = options
            cls.__new__ = _new
            return cls

        return put_off if cls is None else put_off(cls)

    def _new(kind: type[_T], /, *_arguments: object, **_named: object) -> _T:
        if kind not in _made:
            _make(kind)
        return object.__new__(kind)

    def _make(kind: type) -> None:
        with _lock:  # two threads may want their first value of the same class
            for each in reversed(kind.__mro__):
                options = _unmade.pop(each, None)
                if options is not None:
                    dataclasses.dataclass(**options)(each)
            _made.add(kind)
