"""The guideline of a workspace as one file, and the behavioural tests in it.

Behavioural tests that a curator writes for the tags of a workspace.

A guideline as one TOML file: tags, the rules of their keywords, and behavioural tests.

`[[tags]]` has what `resources/tags.toml` has, `[prior]` and `[[rules.TAG]]` are those of
`resources/rules.toml`, and `[[minimum]]` and `[[exclusion]]` those of `resources/behaviour.toml`. Each part
may be missing, so that all three files are guidelines too, and the rules of a guideline can be loaded as a
model. The prior is not read: where no keyword is found, reports follow the most frequent tag.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.behavioural_tests import (
    EXCLUSION,
    MINIMUM,
    Case,
    load_cases,
    read_cases,
)
from mltag_desktop.core.filesystem import atomic_write, read_whole, resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.keyword_rules import EXCLUDED, KEYWORD, phrase_weights
from mltag_desktop.core.serialization import from_plain, to_plain
from mltag_desktop.core.workspace.decisions.tag_lists import MOST_TAGS, parse_tag_list, with_added
from mltag_desktop.core.workspace.decisions.tag_set import known_as, present_names, same_task
from mltag_desktop.core.workspace.types import TagInfo
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
    tests = []
    for each in stored if isinstance(stored, list) else ():
        with suppress(MltagError):
            tests.append(from_plain(OwnTest, each))
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
    workspace.set_preference(_KEY, to_plain([*kept.values()]))


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


SUFFIX: Final = ".toml"
_TEXTS: Final = ("short", "sign", "key")
"""Texts of a tag that are written if they are not empty."""


@dataclass(frozen=True)
class Guideline:
    """Tags with their descriptions, examples and keywords, and the behavioural tests for them."""

    tags: tuple[TagInfo, ...]
    tests: tuple[OwnTest, ...] = ()
    repeated: int = 0
    """Number of names in a list that occurred before; the first one counts."""


def guideline_of(workspace: Workspace) -> Guideline:
    """Return the guideline of a workspace."""
    return Guideline(workspace.tag_set.tags, own_tests(workspace))


def use_guideline(workspace: Workspace, guideline: Guideline) -> int:
    """Add the tags and tests of a guideline to a workspace; return the number of new tags.

    A tag that exists gets the guideline's description, examples and keywords where the guideline has some.
    """
    before = workspace.tag_set.tags
    workspace.tag_set.set(merged_tags(before, guideline.tags))
    if guideline.tests:
        store_own_tests(workspace, (*own_tests(workspace), *guideline.tests))
    return len(workspace.tag_set.tags) - len(before)


def merged_tags(tags: Sequence[TagInfo], imported: Sequence[TagInfo]) -> tuple[TagInfo, ...]:
    """Return `tags` with the guidelines of `imported`, followed by the imported tags that are new.

    A tag that was renamed in `imported` gets its new name.
    """
    by_name = {alias: tag for tag in imported for alias in tag.aliases} | {tag.name: tag for tag in imported}
    names = {tag.name for tag in tags}
    changed = []
    for tag in tags:
        new = by_name.get(tag.name)
        name, aliases = tag.name, tag.aliases
        if new is not None and new.name not in names:
            name = new.name
            others = (alias for alias in new.aliases if alias not in names)
            aliases = tuple(dict.fromkeys((*tag.aliases, tag.name, *others)))
            names.add(name)
        changed.append(
            tag
            if new is None
            else replace(
                tag,
                name=name,
                aliases=aliases,
                description=new.description or tag.description,
                examples=new.examples or tag.examples,
                keywords=new.keywords or tag.keywords,
                excluded_keywords=new.excluded_keywords or tag.excluded_keywords,
            )
        )
    return with_added(changed, [tag for tag in imported if tag.name not in names])


def write_guideline(guideline: Guideline, path: Path) -> None:
    """Write a guideline; an existing file is replaced once the new one is complete."""
    with atomic_write(path, replace=True) as file:
        file.write(guideline_text(guideline).encode())


def guideline_text(guideline: Guideline) -> str:
    """Return a guideline as TOML."""
    parts = ["# A guideline of MLTag Desktop: tags, the weights of their keywords, and behaviour tests.\n"]
    for tag in guideline.tags:
        entries: dict[str, Any] = {"name": tag.name}
        entries |= {field: getattr(tag, field) for field in _TEXTS if getattr(tag, field)}
        entries["colour"] = tag.colour
        if tag.description:
            entries["description"] = tag.description
        entries |= {"examples": list(tag.examples)} if tag.examples else {}
        entries |= {"aliases": list(tag.aliases)} if tag.aliases else {}
        parts.append(_table("[[tags]]", entries))
    rules = {tag.name: phrase_weights(tag) for tag in guideline.tags}
    if any(rules.values()):
        parts.append(_table("[prior]", dict.fromkeys(rules, 0.0)))
    for name, weights in rules.items():
        for weight in sorted(set(weights.values()), reverse=True):
            phrases = [phrase for phrase, its in weights.items() if its == weight]
            parts.append(_table(f"[[rules.{_quoted(name)}]]", {"weight": weight, "phrases": phrases}))
    for test in guideline.tests:
        case = test.case
        parts.append(_table(f"[[{case.kind}]]", {"name": case.name, "text": test.text, "tag": test.tag}))
    return "\n".join(parts)


def read_guideline(path: Path) -> Guideline:
    """Read a guideline: a TOML file, or a list or CSV of tags (`parse_tag_list`).

    Raises `MltagError` for a file that cannot be read, or that has neither tags, rules nor tests.
    """
    try:
        text = read_whole(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MltagError(message("{path} is not UTF-8.", path=path), "Save it as UTF-8.") from error
    if path.suffix.lower() != SUFFIX:
        listed = parse_tag_list(text)
        return Guideline(listed.tags, repeated=listed.repeated)
    try:
        data = tomllib.loads(text)
        tests = tests_of_cases(read_cases(data))
        found = Guideline(_tags(data, [test.tag for test in tests]), tests)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MltagError(
            message("{path} is not a guideline: {why}.", path=path.name, why=error),
            message("Choose a file that was exported as a guideline."),
        ) from error
    if not found.tags:
        raise MltagError(
            message("{path} has no tags.", path=path.name),
            message("Choose a file that was exported as a guideline."),
        )
    if len(found.tags) > MOST_TAGS:
        raise MltagError(
            message("The list has {count:,} different names.", count=len(found.tags)),
            message("A tag set has at most {most:,} tags; check that these are tags.", most=MOST_TAGS),
        )
    return found


def _tags(data: Mapping[str, Any], others: Iterable[str]) -> tuple[TagInfo, ...]:
    """Return the tags of a parsed file, followed by those that only its rules or tests name."""
    entries = {" ".join(_text(entry, "name").split()): entry for entry in data.get("tags", ())}
    rules: Mapping[str, Any] = data.get("rules", {})
    names = [*entries, *data.get("prior", {}), *rules, *others]
    if not all(names):
        raise ValueError("a tag has no name")
    found = []
    for name in dict.fromkeys(names):
        entry: Mapping[str, Any] = entries.get(name, {})
        weights = {
            _checked(phrase): float(group["weight"])
            for group in rules.get(name, ())
            for phrase in group["phrases"]
        }
        found.append(
            TagInfo(
                name=name,
                short=_text(entry, "short"),
                sign=_text(entry, "sign"),
                colour=int(entry.get("colour", 0)),
                description=_text(entry, "description").strip(),
                aliases=tuple(_checked(alias) for alias in entry.get("aliases", ())),
                examples=tuple(_checked(example) for example in entry.get("examples", ())),
                keywords=_keywords({phrase: its for phrase, its in weights.items() if its > 0}, KEYWORD),
                excluded_keywords=_keywords(
                    {phrase: -its for phrase, its in weights.items() if its < 0}, EXCLUDED
                ),
                key=_text(entry, "key")[:1].upper(),
            )
        )
    return tuple(found)


def _keywords(weights: Mapping[str, float], usual: float) -> tuple[str, ...]:
    """Return keywords; a weight other than the `usual` one is written behind the word."""
    return tuple(phrase if weight == usual else f"{phrase}^{weight:g}" for phrase, weight in weights.items())


def _text(entry: Mapping[str, Any], field: str) -> str:
    return _checked(entry.get(field, ""))


def _checked(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _table(heading: str, entries: Mapping[str, Any]) -> str:
    """Return a TOML table."""
    lines = [heading]
    for name, value in entries.items():
        key = name if name.isidentifier() and name.isascii() else _quoted(name)
        if isinstance(value, list):
            lines += [f"{key} = [", *(f"    {_quoted(each)}," for each in value), "]"]
        else:
            lines.append(f"{key} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(value: str | float) -> str:
    """Return a value as TOML; numbers and strings of JSON are those of TOML, except for the character DEL."""
    if isinstance(value, str) and "\n" in value and _is_plain(value):
        return f'"""\n{value}"""'
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _is_plain(value: str) -> bool:
    """Return whether a text can stand between three quotation marks as it is."""
    lines = value.split("\n")
    return (
        all(line.isprintable() and "\\" not in line and '"""' not in line for line in lines)
        and value[-1] != '"'
    )
