"""Claims of the guide that can drift: labels, keys, search examples, figures, names of columns and metrics.

Command lines are run by `tests/cli/test_guide_commands.py`, the Python page by `tests/api/test_guide.py`.
"""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from mltag_desktop.cli.command_line import CANCELLED, CRASH
from mltag_desktop.cli.command_names import COMMANDS as CLI_COMMANDS
from mltag_desktop.core.diagnostics import log_file
from mltag_desktop.core.evaluation.evaluation_report import SMALL_SET
from mltag_desktop.core.evaluation.metrics import ece_by_chance
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.learning import (
    answer_gain,
    corrected_records,
    named_tags,
    record_features,
)
from mltag_desktop.core.learning.drift_monitor import WINDOW
from mltag_desktop.core.learning.question_queue import AUDIT_SHARE
from mltag_desktop.core.learning.sampling_plan import sampling_plan, usual_checks
from mltag_desktop.core.learning.text_map import MOST_FITTED
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.off_topic import FEWEST_ROWS, FLAGGED, SAMPLE, SHORT
from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.core.serving.trials import ALPHA
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD, Settings
from mltag_desktop.core.tables.columns import CHOICES
from mltag_desktop.core.training import named_training
from mltag_desktop.core.training.twin import LARGE_TABLE
from mltag_desktop.core.workspace.decisions import threshold_fallback
from mltag_desktop.core.workspace.records import table
from mltag_desktop.core.workspace.recovery import backups
from mltag_desktop.core.workspace.search.conditions import IS_WORDS
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import MOST_SAVED
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.report.confusion import MOST_AT_ONCE
from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS
from mltag_desktop.service import drift_monitor
from mltag_desktop.service.schemas import Prediction

GUIDE: Final = resource("guide")
PAGES: Final = sorted(GUIDE.glob("*.md"))
SOURCES: Final = Path(__file__).parents[1] / "mltag_desktop"
EMPHASIS: Final = {
    "quarantined", "cut", "other", "about", "random order", "fast twin", "fast-twin", "your own labels",
    "precision of spam never below 0.95", "refund wrong", "Überweisung",
    "839 records: 30 decided tags, 809 predicted tags filled in",
}  # fmt: skip
"""Words in italics that are no labels of the window."""
_ITALIC: Final = re.compile(r"(?<![*\w])\*([^*\s][^*]*)\*(?!\*)")
_WITH_KEY: Final = re.compile(r"\*(\w+) › ([^*]+)\*\s\(((?:Ctrl\+|Shift\+|F\d)[^),]*)\)")
_CODE: Final = re.compile(r"`([^`]+)`")
_MEASURED: Final = re.compile(r"\b\d+(?:\.\d+)?(?= (?:MiB|MB|times)\b)|\b0\.\d{2,}\b|\b\d+(?:\.\d+)?%|±\s?\d")
_COMMAND: Final = re.compile(r"python -m (?:benchmarks|scripts)|make [a-z-]+|docs/decisions/\d|`tests/")
ROOT: Final = Path(__file__).parents[1]
CARD: Final = "resources/model/MODEL_CARD.md"


def prose(page: Path) -> str:
    """Return the text of a page without its code."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`]*`", "", text)


def text_of(name: str) -> str:
    """Return the text of a page on one line."""
    return " ".join((GUIDE / f"{name}.md").read_text(encoding="utf-8").split())


def plain(label: str) -> str:
    """Return a label without its mnemonic, its dots and line breaks."""
    return " ".join(label.replace("&", "").split()).rstrip("…").strip()


@pytest.fixture(scope="module")
def labels() -> set[str]:
    """All texts of the window."""
    tree = ElementTree.parse(resource("translations/mltag_de.ts"))
    return {plain(source.text) for source in tree.iter("source") if source.text}


def test_labels_that_the_guide_names_are_in_the_window(labels: set[str]) -> None:
    menus = {(command.menu, plain(command.text)) for command in COMMANDS}
    wrong = []
    for page in PAGES:
        for found in _ITALIC.findall(prose(page).replace("**", "")):
            words = " ".join(found.split())
            first, *rest = (plain(part) for part in words.split("›"))
            if words in EMPHASIS or words.startswith("!["):
                continue
            is_menu = bool(rest) and ((first, rest[0]) in menus or rest == ["Language"])
            is_place = bool(rest) and first in ("Settings", "Tag set") and rest[0] in labels
            if not (is_menu or is_place or (not rest and first in labels)):
                wrong.append(f"{page.name}: {words}")
    assert wrong == []


def test_keys_that_stand_beside_a_command_are_its_keys() -> None:
    keys = {(each.menu, plain(each.text)): each.keys.split() for each in COMMANDS}
    found = [
        (page.name, menu, plain(entry), key)
        for page in PAGES
        for menu, entry, key in _WITH_KEY.findall(page.read_text(encoding="utf-8"))
    ]
    assert len(found) > 10
    assert [each for each in found if each[3] not in keys[each[1], each[2]]] == []


def test_the_keys_of_the_review_page_are_those_of_the_commands() -> None:
    keys = {command.id: command.keys.split() for command in COMMANDS}
    named = {
        "Return": "accept", "S": "skip", "U": "unsure", "O": "off_topic", "Shift+O": "on_topic",
        "F": "flag", "N": "note", "G": "guideline", "Backspace": "clear", "A": "same_for_all",
        "Z": "undo_key",
    }  # fmt: skip
    text = (GUIDE / "review.md").read_text(encoding="utf-8")
    for key, command in named.items():
        assert re.search(rf"^\| {re.escape(key)} \|", text, re.MULTILINE), key
        assert key in keys[command], command


def test_the_search_examples_are_valid() -> None:
    tags = [TagInfo(name, "", "", 0) for name in ("mlops", "other", "refund", "payments")]
    page = (GUIDE / "search.md").read_text(encoding="utf-8")
    examples = [
        example
        for line in page.splitlines()
        if line.startswith("| `") and not line.startswith("| `is:review`")
        for example in _CODE.findall(line.split("|")[1])
    ]
    examples += [text for text in _CODE.findall(page) if text.startswith(("~", '"note"'))]
    assert len(examples) > 15
    for example in examples:
        assert parse(example, tags, ("text", "source", "id", "note")).problems == (), example
    for word in IS_WORDS:
        assert f"`{word}`" in page or f"is:{word}`" in page, word


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("first-minutes", f"confidence below {DEFAULT_REVIEW_THRESHOLD:.2f} are marked for review"),
        ("batches", f"The threshold is {DEFAULT_REVIEW_THRESHOLD:.2f}"),
        ("service", f"Below the threshold ({DEFAULT_REVIEW_THRESHOLD:.2f}, or the published one)"),
        ("batches", f"fitted to the first {SAMPLE:,} texts of the table"),
        ("review", f"{FLAGGED * 100:.0f} in 100 of whose texts are below it"),
        ("review", f"texts of fewer than {SHORT} bytes"),
        ("batches", f"texts of fewer than {SHORT} bytes"),
        ("review", f"once they have {FEWEST_ROWS} training texts"),
        ("review", f"{table.SHARE:.0%} of all texts belong to it, in a small table at least"
         f" {table.FEWEST} texts or a third of the table"),
        ("review", f"It counts once {threshold_fallback.FEWEST} decided random checks"),
        ("review", f"With {answer_gain.LEAST} decisions or more"),
        ("review", f"what {answer_gain.MORE} more would add"),
        ("batches", f"(`--window {WINDOW}`)"),
        ("backup", f"after every {backups.AFTER_DECISIONS} decisions"),
        ("report", f"while the audit set has fewer than {SMALL_SET} rows"),
        ("report", f"With more than {MOST_AT_ONCE} tags"),
        ("recipes", f"For a table of more than {LARGE_TABLE:,} records"),
        ("tags", f"In tables of more than {record_features.MOST_RECORDS:,} records"),
        ("search", f"tables of more than {record_features.MOST_RECORDS:,} records"),
        ("tags", f"From {named_tags.FEWEST_ANSWERS} answers on"),
        ("tags", f"at least {threshold_fallback.FEWEST_HELD_OUT} of these predictions"),
        ("search", f"*Saved filters*, up to {MOST_SAVED}"),
        ("map", f"up to {MOST_FITTED:,} texts find their places"),
        ("service", f"a mixture e-value of {2 / ALPHA:.0f} or more"),
        ("service", f"http://127.0.0.1:{ServiceOptions(Path()).port}:"),
        ("service", f"(`--grace {ServiceOptions(Path()).grace_seconds}` seconds)"),
        ("service", f"over about the latest {drift_monitor.ROOM:,} texts"),
        ("service", f"Under load, {drift_monitor.A_SECOND} texts a second are sampled"),
        ("command-line", f"130 cancelled, {CRASH} a bug"),
    ],
)  # fmt: skip
def test_figures_are_those_of_the_program(page: str, claim: str) -> None:
    assert claim in text_of(page)


def test_figures_in_words_are_those_of_the_program() -> None:
    """The words of these claims do not change with the constants, so both stand here."""
    assert ("Ten copies of each workspace", Settings().backups_kept) == ("Ten copies of each workspace", 10)
    assert "Ten copies of each workspace are kept" in text_of("backup")
    assert log_file.KEPT * log_file.MOST_BYTES == 4 * 512 * 1024
    assert "at most four files of half a megabyte" in text_of("settings")
    assert round(1 / AUDIT_SHARE) == 10
    assert "One question in ten is a random check" in text_of("review")
    assert MOST_TAG_KEYS == 9
    assert "Up to nine tags: the digits" in text_of("tags")
    assert corrected_records.FEWEST == 10
    assert "With ten new answers or more" in text_of("review")
    assert named_training.ENOUGH == 20
    assert CANCELLED == 130
    holdout = bundled().holdout
    assert holdout is not None
    assert f"The *holdout*: {len(holdout.labels)} rows" in text_of("train")


def test_the_plans_of_the_certify_page_are_those_of_the_program() -> None:
    for allowed in (0.10, 0.05, 0.03, 0.01):
        usual, level = usual_checks(allowed), 0.045  # nine tenths of 5% are for the first attempt
        needed = sampling_plan(5_000, round(5_000 * allowed), usual, level).needed
        smallest = next(
            checks for checks in range(1, usual)
            if sampling_plan(10**9, round(10**9 * allowed), checks, level).needed
        )  # fmt: skip
        row = f"| {allowed:.0%} | {smallest} | {usual} | {needed[0]} | {needed[1]} |"
        assert row in text_of("certify")


def test_figures_of_the_model_are_those_of_its_manifest() -> None:
    model = bundled()
    manifest, known = model.manifest, model.manifest.metrics["holdout"]
    readme, card = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", CARD))
    for name, figures in (("holdout", known), ("other sources", manifest.metrics["other_sources"])):
        low, high = figures["f1_interval"]
        f1 = f"{figures['f1']:.3f} [{low:.3f}, {high:.3f}]"
        rules, rows = f"{figures['rules_f1']:.3f} [", figures["rows"]
        assert re.search(rf"{rows}.* rows .*\| {re.escape(f1)} \| .*{re.escape(rules)}", readme)
        assert f"| {name}, {rows} | {f1} | {rules}" in card
        assert f"| {figures['ece']:.3f} |" in card
    behaviour = manifest.metrics["behaviour"]
    assert f"{behaviour['passed']} of {behaviour['total']} cases pass" in card
    assert f"“99% right above {manifest.threshold:.2f}”" in text_of("judging")
    low, high = known["f1_interval"]
    assert f"With {known['rows']} rows it is about ±{(high - low) / 2:.2f}" in text_of("figures")
    assert model.holdout is not None
    perfect = ece_by_chance(model.predict_features(model.holdout.features).confidence.astype(np.float64))
    claim = f"{known['ece']:.2f} is good; on {known['rows']} rows even a perfect model shows {perfect:.2f}"
    assert claim in text_of("figures")


def test_measured_figures_name_the_command_that_measures_them() -> None:
    """Sections without a command have no other figures than examples, defaults and those checked above."""
    checked = {
        "certify.md": {"# Certify"}, "figures.md": {"# What the figures mean"},
        "first-minutes.md": {"## 1. Look"}, "judging.md": {"## Traps"}, "promote.md": {"## Priorities"},
        "python.md": {"## Evaluate"}, "review.md": {"## What comes next"},
        "screen-reader.md": {"# With a screen reader"},
        "service.md": {"## People in the loop", "## How good is the service?"},
    }  # fmt: skip
    without = []
    for page in (*PAGES, ROOT / "README.md"):
        text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for section in re.split(r"\n(?=## )", text):
            heading = section.splitlines()[0]
            figures = _MEASURED.findall(_CODE.sub("", section))
            if figures and not _COMMAND.search(section) and heading not in checked.get(page.name, ()):
                without.append(f"{page.name}, {heading}: {figures}")
    assert without == []


def test_commands_that_measure_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in (*PAGES, ROOT / "README.md", *sorted((ROOT / "docs" / "decisions").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        for package, name in re.findall(r"python -m (benchmarks|scripts)[ .]([a-z_]+)", text):
            module = ROOT / package / name
            assert module.with_suffix(".py").exists() or (module / "__main__.py").exists(), (page.name, name)
        for target in re.findall(r"`make ([a-z-]+)[`, ]", text):
            assert target in targets, (page.name, target)


def test_lists_of_names_are_complete() -> None:
    export = text_of("export")
    assert [name for name in CHOICES if f"`{name}`" not in export] == []
    assert [policy for policy in UnsurePolicy if f"| `{policy.value}` |" not in export] == []
    service = text_of("service")
    code = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCES / "service").rglob("*.py"))
    for name in _names(r"mltag_[a-z_]+[a-z]", service):
        assert f'"{name}' in code, name
    for address in _names(
        r"(?:GET|POST|·) `?(/[a-z0-9/.]+)", (GUIDE / "service.md").read_text(encoding="utf-8")
    ):
        assert f'"{address}"' in code or address == "/openapi.json", address
    for status in _names(r"\b4\d\d\b", service[service.index("An error has a") : service.index("## Access")]):
        assert f"{status}:" in code, status
    program = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    for page in PAGES:
        for name in _names(r"\bMLTAG_[A-Z_]+", page.read_text(encoding="utf-8")):
            assert f'"{name}"' in program, name
    for page in PAGES:
        words = set(_names(r"(?<![\w/.-])mltag ([a-z][a-z-]+)(?![\w.-])", page.read_text(encoding="utf-8")))
        assert words <= {*CLI_COMMANDS, "models"}, page.name


def test_the_answer_of_the_service_has_these_fields() -> None:
    lines = (GUIDE / "service.md").read_text(encoding="utf-8").splitlines()
    (answer,) = [line for line in lines if line.startswith('{"tag"')]
    only_when_asked = {"probabilities"}
    expected = [name for name in Prediction.model_fields if name not in only_when_asked]
    assert _names(r'"(\w+)":', answer) == expected
    assert " " not in answer, "the service sends no spaces"


def _names(pattern: str, text: str) -> list[str]:
    return re.findall(pattern, text)
