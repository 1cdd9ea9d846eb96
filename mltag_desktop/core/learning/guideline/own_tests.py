"""Behavioural tests that a curator writes for the tags of a workspace."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.behavioural_tests import (
    EXCLUSION,
    MINIMUM,
    Case,
    load_cases,
)
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.decisions.tag_set import known_as, present_names, same_task
from mltag_desktop.core.workspace.workspace import Workspace

MOST: Final = 1_000
"""Largest number of tests of a workspace."""
_KEY: Final = "behaviour_tests"
_LONGEST_NAME: Final = 60


@dataclass(frozen=True)
class OwnTest:
    """A text, and the tag that it must get or must not get."""

    text: str
    tag: str
    forbidden: bool = False
    """Whether the text must not get the tag."""

    @property
    def case(self) -> Case:
        """The test as a case; its name is the beginning of the text."""
        line = " ".join(self.text.split())
        name = line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
        return Case(name, EXCLUSION if self.forbidden else MINIMUM, (self.text,), (self.tag,))


def own_tests(workspace: Workspace) -> tuple[OwnTest, ...]:
    """Return the tests of a workspace, with the present names of the tags; invalid entries are ignored."""
    stored = workspace.preference(_KEY)
    tests = [made for each in stored if (made := _test(each))] if isinstance(stored, list) else []
    names = present_names(workspace.tag_set.tags, [test.tag for test in tests])
    return tuple(replace(test, tag=name) for test, name in zip(tests, names, strict=True))


def store_own_tests(workspace: Workspace, tests: Iterable[OwnTest]) -> None:
    """Replace the tests of a workspace; raises `MltagError` for one without text or with an unknown tag.

    A text and tag that come again are stored once; the last one counts.
    """
    known = {tag.name for tag in workspace.tag_set.tags}
    kept: dict[tuple[str, str], OwnTest] = {}
    for test in tests:
        if not test.text.strip():
            raise MltagError(message("A behaviour test has no text."), message("Enter a text."))
        if test.tag not in known:
            raise MltagError(
                message("{tag!r} is not a tag of this workspace.", tag=test.tag), "Add the tag first."
            )
        kept[test.text.strip(), test.tag] = replace(test, text=test.text.strip())
    if len(kept) > MOST:
        raise MltagError(
            message("A workspace can have at most {most:,} behaviour tests.", most=MOST),
            message("Remove some tests first."),
        )
    workspace.set_preference(_KEY, [_plain(test) for test in kept.values()])


def cases_for(workspace: Workspace, names: Sequence[str]) -> tuple[Case, ...]:
    """Return the cases for a model with the tags `names`: the workspace's tests, named as in the model.

    The bundled cases come first if the model has the same task: one that shares only "other" has not.
    """
    bundled = load_cases(resource("behaviour.toml"))
    if not same_task({tag for case in bundled for tag in case.expected}, names):
        bundled = ()
    known = known_as(workspace.tag_set.tags, names)
    own = [replace(test, tag=known.get(test.tag, test.tag)).case for test in own_tests(workspace)]
    return (*bundled, *own)


def tests_of_cases(cases: Iterable[Case]) -> tuple[OwnTest, ...]:
    """Return the cases that a curator can edit: a text with a tag that it must or must not get."""
    return tuple(
        OwnTest(case.texts[0], case.expected[0], case.kind == EXCLUSION)
        for case in cases
        if case.kind in (MINIMUM, EXCLUSION)
    )


def _plain(test: OwnTest) -> dict[str, Any]:
    return {"text": test.text, "tag": test.tag, "forbidden": test.forbidden}


def _test(content: Any) -> OwnTest | None:
    if not isinstance(content, Mapping):
        return None
    text, tag = content.get("text"), content.get("tag")
    if not isinstance(text, str) or not isinstance(tag, str):
        return None
    return OwnTest(text, tag, content.get("forbidden") is True)
