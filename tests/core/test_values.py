"""Dataclasses that are made when they are first needed are the standard ones in all that one sees of them."""

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from mltag_desktop.core.values import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    kind: str = "dot"
    cls: tuple[str, ...] = dataclasses.field(default_factory=tuple)


@dataclass
class Counter:
    count: int = 0


@dataclass(frozen=True, eq=False)
class Named(Point):
    name: str = ""


def test_a_value_has_fields_equality_words_and_defaults() -> None:
    point = Point(1, kind="cross", cls=("a",))
    assert point == Point(1, "cross", ("a",))
    assert point != Point(2)
    assert hash(point) == hash(Point(1, "cross", ("a",)))
    assert repr(Point(3)) == "Point(x=3, kind='dot', cls=())"
    assert dataclasses.asdict(Point(3)) == {"x": 3, "kind": "dot", "cls": ()}
    assert dataclasses.replace(point, x=5) == Point(5, "cross", ("a",))


def test_a_frozen_value_cannot_be_changed_and_another_can() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]  # what is tried
    counter = Counter()
    counter.count += 1
    assert counter == Counter(1)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]  # what is tried
    with pytest.raises(TypeError, match="unexpected keyword argument 'y'"):
        Point(1, y=2)  # type: ignore[call-arg]  # what is tried


def test_a_class_derived_from_another_has_the_fields_of_both() -> None:
    named = Named(1, name="n")
    assert (named.x, named.kind, named.name) == (1, "dot", "n")


def test_a_class_derived_from_one_that_is_not_made_yet_has_the_fields_of_both() -> None:
    @dataclass(frozen=True)
    class Below:
        low: int

    @dataclass(frozen=True)
    class Above(Below):
        high: int = 9

    assert repr(Above(1)).endswith("Above(low=1, high=9)")
    assert Below(1) == Below(1)


def test_copies_are_values_too() -> None:
    assert copy.copy(Point(1)) == copy.deepcopy(Point(1)) == Point(1)


def test_a_value_that_comes_into_a_new_process_is_made_there() -> None:
    code = (
        "import pickle, sys\n"
        "from mltag_desktop.core.workspace.types import TagInfo\n"
        "read = pickle.loads(sys.stdin.buffer.read())\n"
        "print(read == TagInfo('a', 'a', '●', 1), len({read, TagInfo('a', 'a', '●', 1)}))\n"
    )
    from mltag_desktop.core.workspace.types import TagInfo

    content = pickle.dumps(TagInfo("a", "a", "●", 1))
    done = subprocess.run([sys.executable, "-c", code], input=content, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "True 1"
