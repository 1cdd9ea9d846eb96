"""The catalogues are compiled and well written, and every text of the window is translatable."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui.state.commands import COMMANDS, MENUS, SUBMENUS
from scripts.catalogues import compile_catalogues
from scripts.texts import CORE, ELSEWHERE, GUI, calls, name_of, parents, sentences, window_texts
from scripts.translations import (
    CONTEXTS,
    LANGUAGES,
    Entry,
    current,
    main,
    path_of,
    read,
    write,
)

PLACE = re.compile(r"(?<!\{)\{\w+(?:![rsa])?(?::[^}]*)?\}")
ENGLISH = {"tour.py", "about_dialog.py", "words.py", "activity_log.py", "help_pages.py"}
"""Texts for the command line and developers, and texts that are translated as part of a label."""
TRANSLATED = {"tr", "tr_plural", "message"}
"""Calls whose texts are in the catalogues."""
SILENT = {
    *("trace", "startswith", "removeprefix", "strftime", "decode", "encode", "toString", "getattr"),
    *("RuntimeError", "ValueError", "TypeError", "Thread", "TypeVar", "ParamSpec", "compile", "QKeySequence"),
    *("setApplicationName", "setApplicationDisplayName", "setStyle", "setFeature", "open", "replace", "get"),
}
"""Calls whose arguments are not shown or are not texts."""
SAMPLE = {"ColumnHeading"}
"""Calls whose second argument is a text used only to measure a width."""
NO_TEXTS = {
    line.partition(" | ")[0]
    for line in """
MLTag Desktop | the program's name
MLTag | the context of the catalogues
MLTag core | the context of the catalogues
failed to map segment | words of glibc
annot allocate memory | as above
&English | languages call themselves by their own names
&Deutsch | as above
&Français | as above
F1 | called so in every language
F | a key
unexpected error in %s: %s | a line of the log
Parquet | a name
View | the name of a menu in the table of commands
Tag | the same
predicted by an earlier model | the value of an enumeration
Unknown | of Qt's enumeration
Dark | of Qt's enumeration
Widget | of Qt's enumeration
mltag model | the name of a thread
mltag predictions | as above
mltag writer | as above
mltag job | as above
model notes | a key of the document
saved filters | a key of the document
corrected to | a key of the document
the window | where a crash was, for its report
a thread | as above
a job | as above
none open | as above
no file was opened yet | for the diagnostics
""".strip().splitlines()
}
"""Words that look like texts of the window, each with the reason why they are not."""
LABEL = re.compile(r"known tag \{")
"""Notes on records, which are written in English."""
NO_SENTENCE = re.compile(
    r"\b(SELECT|INSERT|CREATE|UPDATE|DELETE|PRAGMA|BEGIN|ATTACH|DROP|WHERE|VALUES|ORDER BY|FROM|LIMIT)\b"
    r"|<(svg|rect|line|polyline)\b|<\?xml|</?[\w:]+[ >]|base64|^[A-Z]\w+\("
)
"""SQL, markup and the representation of objects."""
UNSEEN = {
    *("ValueError", "RuntimeError", "TypeError", "IndexError", "KeyError", "LookupError"),
    *("execute", "executemany", "executescript", "warning", "info", "debug", "strftime", "compile"),
}
"""Calls whose texts only developers read."""
WRITTEN = {
    "share {} {}": "the name of a computed limit",
    '"{}" -m pip install {}': "a command",
    '"{}" -m pip install -e "{}[{}]"': "a command",
    'pip install ".[{}]"': "a command",
    "should be {}": "a note on a record, which is text of the workspace",
    ", says {}": "as above",
}


@pytest.fixture(scope="module")
def catalogues() -> dict[str, dict[str, list[Entry]]]:
    return {code: current(code) for code in LANGUAGES}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_placeholders_and_mnemonic_of_its_text(
    catalogues: dict[str, dict[str, list[Entry]]], code: str
) -> None:
    for entry in (entry for part in catalogues[code].values() for entry in part):
        wanted = Counter(PLACE.findall(entry.text.text))
        for form in filter(None, entry.forms):
            assert set(PLACE.findall(form)) == set(wanted), form
            assert len(re.findall(r"&(?=\w)", form)) == len(re.findall(r"&(?=\w)", entry.text.text)), form
            assert (
                form.startswith((" ", "\u202f")) == entry.text.text.startswith(" ") or form[0] in "\u202f"
            ), form


FRENCH_FAULTS = re.compile(
    r"(?<=\w)'(?=[\w&])|(?<=\S) [;:?!%](?=[\s.,)]|$)|« | »|[^\s\u202f][?!»](?!=)"
    r"|\b(?!(?:is|has|tag|rule|status|conf|confidence|note|predicted|reason):)\w+:(?=\s(?!»))"
)
"""Straight apostrophes, and high punctuation and quotes without a no-break space.

A search word such as `tag:` has none.
"""


def test_french_uses_french_punctuation() -> None:
    for forms in read(path_of("fr")).values():
        assert [form for form in forms if FRENCH_FAULTS.search(PLACE.sub("x", form))] == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Le mot après has: manque.", False),
        ("Taper tag: et une étiquette, ou status: tagged", False),
        ("Taper « note: »", True),
        ("Étiquettes: cv", True),
        ("Étiquettes\u202f: cv", False),
        ("l'étiquette", True),
        ("Vraiment ?", True),
    ],
)
def test_search_words_in_a_french_sentence_are_no_fault(text: str, is_wrong: bool) -> None:
    assert bool(FRENCH_FAULTS.search(text)) == is_wrong


def test_german_calls_a_tag_schlagwort() -> None:
    """Check that no text says "Tags": a "Tag" is a day in German (docs/decisions/0017-languages.md)."""
    forms = [form for entries in read(path_of("de")).values() for form in entries]
    assert [form for form in forms if re.search(r"\bTags\b|\bTag-", form)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_menu_has_a_duplicate_mnemonic(code: str) -> None:
    known = read(path_of(code))
    menus: dict[str, list[str]] = {}
    for text, menu in [(command.text, command.menu) for command in COMMANDS] + [
        (title, SUBMENUS.get(name, "bar")) for name, title in MENUS.items()
    ]:
        said = known.get((CONTEXTS[0], text), (text,))[0]
        menus.setdefault(menu, []).append(said)
    for menu, texts in menus.items():
        letters = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
        assert max(letters.values(), default=1) == 1, (menu, letters)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_catalogue_equals_its_source(qapp: QApplication, code: str) -> None:
    assert compile_catalogues()
    translator = QTranslator()
    assert translator.load(str(path_of(code).with_suffix(".qm")))
    for (context, text), forms in read(path_of(code)).items():
        for form, n in zip(forms, (1, 5) if len(forms) > 1 else (-1,), strict=True):
            assert translator.translate(context, text, None, n) == (form or text)


def test_core_has_many_sentences() -> None:
    assert len(sentences()) > 500


def test_no_sentence_of_core_is_an_f_string(tmp_path: Path) -> None:
    """A sentence that is put together in Python cannot be translated."""
    bad = tmp_path / "bad.py"
    bad.write_text(
        'raise MltagError(f"{path} is a folder.", f"Choose another name than {path}.")\n'
        'def words():\n    return f"{count:,} records are left"\n'
        'query = f"SELECT {columns} FROM steps"\nraise ValueError(f"no such thing as {name}")\n'
    )
    assert len(put_together(bad)) == 3
    found = [
        f"{path.relative_to(CORE)}:{each}"
        for path in sorted(CORE.rglob("*.py"))
        for each in put_together(path)
    ]
    assert found == []


def put_together(path: Path) -> list[str]:
    """F-strings of core that read like sentences, in modules whose sentences the window shows."""
    if ELSEWHERE.search(path.as_posix()):
        return []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above = parents(tree)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr) or isinstance(above.get(node), ast.FormattedValue):
            continue
        text = words_of(node)
        if text in WRITTEN or NO_SENTENCE.search(text) or not reads_like_sentence(text):
            continue
        if not is_for_nobody(node, above):
            found.append(f"{node.lineno}: {text!r}")
    return found


def reads_like_sentence(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]", text)) > 3 and bool(
        re.search(r"[A-Za-z,.;:)}”’] +[A-Za-z({“]|^[A-Z].*\.$", text)
    )


def is_for_nobody(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    upper = above.get(node)
    while upper is not None and not isinstance(upper, ast.stmt):
        if isinstance(upper, ast.Call) and name_of(upper) in UNSEEN:
            return True
        upper = above.get(upper)
    return False


def test_an_update_keeps_removes_and_adds_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from scripts import translations

    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    monkeypatch.setattr(translations, "LANGUAGES", ("de",))
    kept = next(entry for entry in current("de")[CONTEXTS[0]])
    gone = kept.text._replace(text="Nobody says this")
    write(
        tmp_path / "mltag_de.ts",
        "de",
        {
            CONTEXTS[0]: [kept._replace(forms=("Behalten",)), Entry(gone, ("Weg",))],
            CONTEXTS[1]: [Entry(gone, ("Weg",))],
        },
    )
    assert main([]) == 0
    assert capsys.readouterr().out.count("earlier_texts.py): 'Nobody says this'") == 1
    found = read(tmp_path / "mltag_de.ts")
    assert found[CONTEXTS[0], kept.text.text] == ("Behalten",)
    assert (CONTEXTS[0], gone.text) not in found
    assert (tmp_path / "mltag_de.qm").stat().st_size > 0
    assert main(["--check"]) == 1
    assert "to translate" in capsys.readouterr().out


def test_a_text_that_is_not_a_literal_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "part.py").write_text("tr(name)")
    with pytest.raises(ValueError, match="no literal"):
        window_texts(tmp_path)


def test_every_text_of_the_window_is_translatable(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text('button.setText("Press me")\nlabel.setText(f"{count} things")\nbox.addItem("Large")\n')
    assert len(unwrapped(bad)) == 3
    found = [f"{path.name}:{each}" for path in sorted(GUI.rglob("*.py")) for each in unwrapped(path)]
    assert found == []


def unwrapped(path: Path) -> list[str]:
    """Return literals that look like texts but are passed to neither `tr` nor `tr_plural`."""
    if path.name in ENGLISH:
        return []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above = parents(tree)
    inside = {
        part
        for call in calls(tree, {"tr", "tr_plural", "message"})
        for arg in call.args
        for part in ast.walk(arg)
    }
    inside |= {part for node in ast.walk(tree) for hint in hints(node) for part in ast.walk(hint)}
    found = []
    for node in ast.walk(tree):
        if node in inside or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        text = words_of(node)
        if text and reads_like_text(text) and not is_silent(node, above):
            found.append(f"{node.lineno}: {text!r}")
    return found


def hints(node: ast.AST) -> list[ast.AST]:
    return [hint for name in ("annotation", "returns") if (hint := getattr(node, name, None)) is not None]


def words_of(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)


def reads_like_text(text: str) -> bool:
    if (
        text in NO_TEXTS
        or LABEL.search(text)
        or "color: {}" in text  # a style sheet
        or "::indicator" in text
        or re.fullmatch(r"[A-Z](?:[a-z]+\+)*\w*|(?:Ctrl|Shift|F\d).*", text)
    ):
        return (
            text not in NO_TEXTS
            and bool(re.fullmatch(r"[A-Z][a-z]{2,}", text))
            and text not in ("Return", "File")
        )
    bare = re.sub(r"<style>.*?</style>|<[^>]*>|&\w+;|\{[^}]*\}", "", text)
    return bool(re.search(r"[A-Za-z]{2}", bare)) and bool(
        re.search(r"[A-Za-z,.;:)}…] +[A-Za-z({]|^&?[A-Z][a-z]|…$", text)
    )


def is_silent(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    upper = above.get(node)
    if isinstance(upper, ast.Expr | ast.JoinedStr | ast.FormattedValue):
        return True
    while upper is not None and not isinstance(upper, ast.stmt):
        if isinstance(upper, ast.Compare) or (isinstance(upper, ast.Subscript) and node is upper.slice):
            return True
        if isinstance(upper, ast.Dict) and node in upper.keys:
            return True
        if isinstance(upper, ast.Call):
            name = name_of(upper)
            if ast.unparse(upper.func).startswith("_log."):
                return True
            if name in SILENT or name in ("Signal", "Slot"):
                return True
            if name in SAMPLE and node in upper.args[1:]:
                return True
            return name == "Command" and node in upper.args[:1] + upper.args[2:4]
        node, upper = upper, above.get(upper)
    return False
