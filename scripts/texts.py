"""Collect the texts to translate from the source: texts of the window and sentences of core."""

import ast
import functools
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
GUI: Final = ROOT / "mltag_desktop" / "gui"
CORE: Final = ROOT / "mltag_desktop" / "core"
_ELSEWHERE: Final = re.compile(
    r"core/batch/"
    r"|core/diagnostics/(crash_report|facts|log_file)\.py"
    r"|core/drift/(language|reference)\.py"
    r"|core/evaluation/(behavioural_tests|html_report|recipe_comparison|serialization|svg_charts)\.py"
    r"|core/(help_pages|settings)\.py"
    r"|core/learning/(simulation)\.py"
    r"|core/model/(keyword_rules|prediction_cache|recipes)\.py"
    r"|core/serving/"
    r"|core/tables/(preflight)\.py"
)
"""Modules of core whose sentences are not shown in the window."""
_SILENT: Final = {
    *("ValueError", "RuntimeError", "TypeError", "IndexError", "KeyError"),
    *("execute", "executemany", "executescript", "warning", "info", "debug", "getLogger"),
    *("startswith", "endswith", "removeprefix", "strftime", "decode", "encode"),
    *("TypeVar", "cast", "compile", "Template"),
}
"""Calls whose arguments are not shown to anyone."""
_PROSE: Final = re.compile(r"[A-Za-z,.;:)}”’] +[A-Za-z({“]|^[A-Z][a-z]+$|^[A-Z].*\.$")
_NO_PROSE: Final = re.compile(
    r"\b(SELECT|INSERT|CREATE|UPDATE|DELETE|PRAGMA|BEGIN|ATTACH|DROP|WHERE|VALUES|ORDER BY)\b"
    r"|<svg|</?\w+>|base64|^[A-Z]\w+\("
)
_PLACE: Final = re.compile(r"\{[a-z_]+\}")
_LETTERS: Final = re.compile("[A-Za-z]")
_UPPER: Final = re.compile(r"\{upper\}(?=\{\w+\})")
_EARLIER: Final = (
    "Took off the further tag {tag}",
    "Take off the further tag {tag}",
    "Bring in decisions of {whose} ({count:,} records)",
    "Mend line {line}",
    "Take over the changed table ({added:,} new, {changed:,} changed, {gone:,} gone)",
    "Review {tag} as all tags",
    "Go back from model {promotions}",
)
"""Labels of steps that earlier versions wrote into workspaces."""
_WORDS: Final = (
    *_EARLIER,
    *("almost certainly better", "almost certainly worse", "likely better", "likely worse", "over 99%)"),
    *("candidate", "Candidate", "The active model", "The bundled model", "The rules"),
    *("recall of {tag}", "precision of {tag}", "Recall of {tag}", "Precision of {tag}"),
    *("decision", "decisions", "record", "records", "rows", "was", "were", "someone", "flagging"),
    *("all", "all {undecided:,}", "holdout"),
    *("comma", "semicolon", "tab", "vertical bar", "{much} {verdict} ({percent})"),
    *("{label} ({count:,} records)", "Undone: {label}", "Redone: {label}", "Tagged as {tag}"),
    *("Also tagged as {tag}", "Flagged", "Skipped", "Noted", "Returned to step {number}"),
    *(
        "Clear",
        "Cleared",
        "Cleared decision",
        "Removed flag",
        "Removed skip mark",
        "Marked as unsure",
        "Removed unsure mark",
    ),
    *("Accepted the predicted tags ({count:,} records)", "Returned to the beginning"),
    *("Removed the additional tag {tag}",),
    *("Flagged {count:,} misclassification from {name}", "Flagged {count:,} misclassifications from {name}"),
)
"""Words that core inserts into sentences and that the scan cannot distinguish from names."""
_KEPT_IN_GUI: Final = {
    "curation/decision_controller.py": "Accept the predicted tags",
    "import_export/import_findings.py": "known tag",
}
"""English labels that the window writes into the journal, by file and prefix."""


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
def sentences(folder: Path = CORE) -> tuple[Text, ...]:
    """Return the templates of the sentences that core shows to a person, sorted."""
    texts: dict[str, Text] = {}
    for path in sorted(folder.rglob("*.py")):
        file = _file(path)
        if not _ELSEWHERE.search(file):
            for text in _templates_in(ast.parse(path.read_text(encoding="utf-8"))):
                texts.setdefault(text, Text(text, "", file))
    for name, start in _KEPT_IN_GUI.items():
        path = GUI / name
        for text in _templates_in(ast.parse(path.read_text(encoding="utf-8"))):
            if text.startswith(start):
                texts.setdefault(text, Text(text, "", _file(path)))
    for text in _WORDS:
        texts.setdefault(text, Text(text, "", "mltag_desktop/core"))
    return tuple(texts[text] for text in sorted(texts))


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


def _templates_in(tree: ast.Module) -> Iterator[str]:
    """Yield the templates of the sentences in a module."""
    above = parents(tree)
    types = {
        part
        for node in ast.walk(tree)
        for kind in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if kind is not None
        for part in ast.walk(kind)
    }
    for node in ast.walk(tree):
        if node in types:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if isinstance(above.get(node), ast.Expr | ast.JoinedStr | ast.FormattedValue):
                continue
            templates = [node.value if _PLACE.search(node.value) else _plain(node.value)]
        elif isinstance(node, ast.JoinedStr) and not isinstance(above.get(node), ast.FormattedValue):
            templates = list(_templates(node))
        else:
            continue
        if not _is_silent(node, above):
            for text in templates:
                bare = re.sub(r"\{[^}]*\}", "", text)
                if _PROSE.search(text) and len(_LETTERS.findall(bare)) > 3 and not _NO_PROSE.search(text):
                    yield text


def _is_silent(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    """Return whether a literal is not shown to anyone, by the expressions around it."""
    while (upper := above.get(node)) is not None and not isinstance(upper, ast.stmt):
        if isinstance(upper, ast.Call) and name_of(upper) in _SILENT and node is not upper.func:
            return True
        if isinstance(upper, ast.Compare) or (isinstance(upper, ast.Subscript) and node is upper.slice):
            return True
        if isinstance(upper, ast.FormattedValue) and isinstance(node, ast.IfExp) and _choices(node):
            return True  # already part of a template
        node = upper
    return isinstance(upper, ast.Assign) and ast.unparse(upper.targets[0]) == "__all__"


def _plain(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _templates(node: ast.JoinedStr) -> Iterator[str]:
    """Yield an f-string with named placeholders; a choice between two literals gives a template for each."""
    parts: list[list[str]] = []
    taken: dict[str, str] = {}
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append([_plain(str(value.value))])
        elif isinstance(value, ast.FormattedValue):
            parts.append(_choices(value.value) or [_place(value, taken)])
    for chosen in itertools.product(*parts):
        yield _UPPER.sub("", "".join(chosen))


def _choices(value: ast.expr) -> list[str]:
    if not isinstance(value, ast.IfExp):
        return []
    literals = [branch.value for branch in (value.body, value.orelse) if isinstance(branch, ast.Constant)]
    return [str(literal) for literal in literals] if len(literals) == 2 else []


def _place(value: ast.FormattedValue, taken: dict[str, str]) -> str:
    source = ast.unparse(value.value)
    name = stem = _stem(value.value)
    number = itertools.count(2)
    while taken.setdefault(name, source) != source:
        name = f"{stem}{next(number)}"
    spec = ast.unparse(value.format_spec)[2:-1] if value.format_spec else ""
    return f"{{{name}:{spec}}}" if spec else f"{{{name}}}"


def _stem(value: ast.expr) -> str:
    """Return a placeholder name for an expression."""
    if isinstance(value, ast.Name):
        return value.id.strip("_").lower()
    if isinstance(value, ast.Attribute):
        return value.attr.strip("_").lower()
    if isinstance(value, ast.Call):
        if name_of(value) in ("len", "join", "round", "display_name", "quoted") and value.args:
            return "count" if name_of(value) == "len" else _stem(value.args[0])
        return name_of(value).strip("_").lower() or "value"
    inner = getattr(value, "value", None) or getattr(value, "left", None) or getattr(value, "body", None)
    return _stem(inner) if isinstance(inner, ast.expr) else "value"
