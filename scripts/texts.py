"""Collect the texts to translate from the source: texts of the window and sentences of core."""

import ast
import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, nodes

from scripts.earlier_texts import EARLIER_TEXTS

ROOT: Final = Path(__file__).resolve().parents[1]
GUI: Final = ROOT / "mltag_desktop" / "gui"
CORE: Final = ROOT / "mltag_desktop" / "core"
CASES: Final = ROOT / "resources" / "behaviour.toml"
ELSEWHERE: Final = re.compile(
    r"core/batch/"
    r"|core/diagnostics/(crash_report|log_file)\.py"
    r"|core/serialization\.py"
    r"|core/learning/simulation\.py"
    r"|core/model/(keyword_rules|prediction_cache|recipes)\.py"
    r"|core/serving/"
    r"|core/tables/(preflight)\.py"
)
"""Modules of core whose sentences are not shown in the window."""
PAGES: Final = ROOT / "resources" / "report"
_PAGE_MARKS: Final = {"t": 1, "tn": 2}
"""Functions of the pages of a report whose first arguments are texts, and how many."""
_MARKS: Final = {"message": 1, "message_plural": 2, "template": 1}
"""Functions of core whose first arguments are templates, and how many."""
_SAYING: Final = re.compile(
    r"(?!Value|Runtime|Type|Index|Key|Name|Lookup)\w*Error|(read|write)_error|report|in_steps"
)
"""Errors whose texts a person reads, and functions that return one."""


class Text(NamedTuple):
    """One text to translate; `one` is the English singular of a plural pair, else empty."""

    text: str
    one: str
    file: str


@functools.cache
def window_texts(folder: Path = GUI) -> tuple[Text, ...]:
    """Return all texts passed to `tr` and `tr_plural`, sorted; raises `ValueError` for other than
    literals.
    """
    texts: dict[str, Text] = {}
    for path in sorted(folder.rglob("*.py")):
        file = _file(path)
        for call in calls(ast.parse(path.read_text(encoding="utf-8")), {"tr", "tr_plural"}):
            first = _literal(call, 0, file)
            one, text = ("", first) if name_of(call) == "tr" else (first, _literal(call, 1, file))
            texts.setdefault(text, Text(text, one, file))
    return tuple(texts[text] for text in sorted(texts))


@functools.cache
def sentences(folders: tuple[Path, ...] = (CORE, GUI)) -> tuple[Text, ...]:
    """Return the templates of the sentences that core shows to a person, sorted.

    These are the literals passed to `message`, `message_plural` and `template`, in core those passed to
    errors, `report` and `in_steps`, what the bundled behaviour tests are called and why they may fail, the
    texts of a report's pages, and texts that earlier versions stored; raises `ValueError` for a template that
    is not a literal.
    """
    texts: dict[str, Text] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        file = _file(path)
        if ELSEWHERE.search(file):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in calls(tree, set(_MARKS)):
            *one, text = (_literal(call, place, file) for place in range(_MARKS[name_of(call)]))
            texts.setdefault(text, Text(text, "".join(one), file))
        if "/gui/" not in file:
            for text in _bare_sentences(tree):
                texts.setdefault(text, Text(text, "", file))
    if CORE in folders:
        for text in _case_words():
            texts.setdefault(text, Text(text, "", _file(CASES)))
        for found in _page_texts():
            texts.setdefault(found.text, found)
        for earlier, text in EARLIER_TEXTS:
            texts.setdefault(text, Text(text, earlier, "scripts/earlier_texts.py"))
    return tuple(texts[text] for text in sorted(texts))


def _case_words() -> Iterator[str]:
    """Yield the names of the bundled behaviour tests, and the reasons why some may fail."""
    for cases in tomllib.loads(CASES.read_text(encoding="utf-8")).values():
        for case in cases:
            yield from (case[key] for key in ("name", "may_fail") if key in case)


def _page_texts() -> Iterator[Text]:
    """Yield the texts that the pages of a report pass to `t` and `tn`; raises `ValueError` for others."""
    for path in sorted(PAGES.glob("*.j2")):
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            name = call.node.name if isinstance(call.node, nodes.Name) else ""
            given = [
                each.value for each in call.args[: _PAGE_MARKS.get(name, 0)] if isinstance(each, nodes.Const)
            ]
            if len(given) < _PAGE_MARKS.get(name, 0):
                raise ValueError(f"{path}:{call.lineno}: not a literal")
            if given:
                yield Text(given[-1], "".join(given[:-1]), _file(path))


def _bare_sentences(tree: ast.AST) -> Iterator[str]:
    """Yield the literals that are passed to errors, `report` and `in_steps`, also as one of two choices."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _SAYING.fullmatch(name_of(node)):
            for value in node.args:
                for choice in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
                    if isinstance(choice, ast.Constant) and isinstance(choice.value, str) and choice.value:
                        yield choice.value


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """Yield the calls of functions with one of `names`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node) in names:
            yield node


def name_of(call: ast.Call) -> str:
    """Return the name of the called function, without its module or object."""
    function = call.func
    return getattr(function, "id", "") or getattr(function, "attr", "")


def parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    """Return the parent of each node."""
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def _file(path: Path) -> str:
    return (path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).as_posix()


def _literal(call: ast.Call, place: int, file: str) -> str:
    value = call.args[place] if place < len(call.args) else None
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        raise ValueError(f"{file}:{call.lineno}: the text of {name_of(call)} is no literal")
    return value.value
