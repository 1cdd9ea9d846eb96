"""The window in other languages: numbers, plurals, core's sentences, and all texts of the real window."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.regressions import Regression, RegressionKind, regression_words
from mltag_desktop.core.evaluation.significance import counts_in_words
from mltag_desktop.core.messages import Message, join, message, message_plural, sentences
from mltag_desktop.core.workspace.decisions.certificates import Basis, Certificate
from mltag_desktop.core.workspace.decisions.history import past_label
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui import i18n
from mltag_desktop.gui.i18n import choose_language, translate_core_message, unbroken
from mltag_desktop.gui.report.report_window import write_report
from tests.core.evaluation.test_evaluation_report import three_models
from tests.gui.i18n import window_in_language as spoken_window

SCRIPT = Path(spoken_window.__file__)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[..., str]]:
    """Return a function that sets the language; English is restored afterwards."""
    before = QLocale()

    def choose(code: str, system: tuple[str, ...] = ()) -> str:
        return choose_language(qapp, code, system)

    yield choose
    i18n.set_language(None)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_english_needs_no_catalogue(qapp) -> None:
    assert i18n.tr("This key is already used by {name}.", name="Undo") == "This key is already used by Undo."
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 1) == "1 record"
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 12_345) == "12,345 records"
    assert i18n.format_number(0.5, ".0%") == "50%"
    assert i18n.in_sentence("Rules") == "rules"
    assert i18n.translate_core_message("Nothing was pasted.") == "Nothing was pasted."


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (("de-AT", "en-GB"), "de"),
        (("fr_CA",), "fr"),
        (("en-US", "de-DE"), "en"),
        (("eo", "fr"), "fr"),
        (("eo",), "en"),
        ((), "en"),
    ],
)
def test_the_first_known_language_of_the_system_is_chosen(speak, system, code) -> None:
    assert speak("system", system) == code


def test_german_formats_numbers_and_plurals(speak) -> None:
    speak("de", ("fr",))
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 1) == "1 Datensatz"
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 0) == "0 Datensätze"
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 12_345) == "12.345 Datensätze"
    assert i18n.format_number(0.936, ".0%") == "94\u202f%"
    assert i18n.confidence_words(0.5) == "0,50"
    assert i18n.in_sentence("Kandidat") == "Kandidat"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_the_cut_of_a_certificate_is_a_number_of_the_language(speak) -> None:
    basis = Basis("0123456789", ("a",), "")
    issued = Certificate(0.05, 0.885, 7450, 180, 4, "Berta", "2026-11-28T09:00:00", (), basis)
    speak("de")
    assert "0,885" in i18n.translate_core_message(issued.sentence), "also as a note of a report"
    assert "0,885" in i18n.translate_core_message(issued.short)


def test_french_uses_the_singular_for_zero(speak) -> None:
    speak("fr")
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 0) == "0 enregistrement"
    assert i18n.tr_plural("{n:,} record", "{n:,} records", 12_345) == "12\u202f345 enregistrements"


def test_messages_of_core_are_translated_by_their_template(speak, tmp_path) -> None:
    speak("de")
    with pytest.raises(MltagError) as raised:
        Workspace.open(tmp_path / "away.mltag", "curator")
    assert i18n.translate_core_message(raised.value.message) == f"{tmp_path / 'away.mltag'} gibt es nicht."
    assert i18n.translate_core_message(raised.value.hint).startswith("Den Namen prüfen")
    assert i18n.translate_core_message(counts_in_words(1_234, 5)) == "bei 1.234 besser, bei 5 schlechter"


def test_messages_in_messages_are_translated_and_names_are_not(speak) -> None:
    speak("de")
    label = message("{label} ({count:,} records)", label=message("Tag as {tag}", tag="rows"), count=1_200)
    assert i18n.translate_core_message(message("Undone: {label}", label=label)) == (
        "Rückgängig gemacht: Als rows verschlagworten (1.200 Datensätze)"
    )
    assert i18n.translate_core_message(past_label(label)) == ("Als rows verschlagwortet (1.200 Datensätze)")
    assert i18n.translate_core_message("rows") == "Zeilen"


def test_sentences_that_earlier_versions_stored_are_translated(speak) -> None:
    speak("de")
    origin = {"template": "bundled + {count:,} decisions", "values": {"count": 1_200}}
    assert i18n.translate_core_message(Message.from_json(origin)) == ("mitgeliefert + 1.200 Entscheidungen")
    named = {"template": "{decisions}, recipe {name} (contains code)"}
    count = {"template": "{n:,} decisions", "one": "{n:,} decision", "values": {"n": 1}}
    own = Message.from_json({**named, "values": {"decisions": count, "name": "stacked"}})
    assert i18n.translate_core_message(own) == "1 Entscheidung, Rezept stacked (enthält Code)"
    assert i18n.translate_core_message("bundled + 1 decision") == "mitgeliefert + 1 Entscheidung"


def test_plural_messages_have_the_forms_of_the_language(speak) -> None:
    one, many = "{n:,} decision", "{n:,} decisions"
    speak("fr")
    said = [i18n.translate_core_message(message_plural(one, many, n)) for n in (0, 1, 12_345)]
    assert said == ["0 décision", "1 décision", "12\u202f345 décisions"]


def test_joined_messages_are_translated_part_by_part(speak) -> None:
    speak("de")
    joined = sentences(message("No header row."), "Zażółć", message("Header in row {skip}.", skip=3))
    assert i18n.translate_core_message(joined) == "Keine Kopfzeile. Zażółć Kopfzeile in Zeile 3."
    parts = join(message(" and "), [message("charts"), message("pictures")])
    assert i18n.translate_core_message(parts) == "Diagramme und Bilder"


def test_other_text_is_translated_only_as_a_whole(speak) -> None:
    speak("fr")
    for text in ("", "Zażółć gęślą jaźń", "a < b", "note: see page 3. And more", "{braces}", "5 cells"):
        assert i18n.translate_core_message(text) == text


def test_bundled_behaviour_tests_are_named_in_the_language_and_own_ones_as_written(speak) -> None:
    speak("de")
    bundled, own = (
        Regression(RegressionKind.BEHAVIOUR, name, 1.0, 0.0, 1, likely=True)
        for name in ("short text about grammar", "own “mlops”: A text")
    )
    assert in_german(bundled) == ("der Verhaltenstest „kurzer Text über Grammatik“ schlägt jetzt fehl")
    assert "own “mlops”: A text" in in_german(own)


def in_german(regression: Regression) -> str:
    return translate_core_message(regression_words(regression))


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (RegressionKind.TAG, "log loss", "F1 von log loss{}: von 0,900 auf 0,800"),
        (RegressionKind.SLICE, "source: accuracy", "F1 von source: accuracy{}: von 0,900 auf 0,800"),
        (RegressionKind.METRIC, "log loss", "Log-Loss{} von 0,900 auf 0,800"),
        (RegressionKind.CALIBRATION, "log loss", "Log-Loss{} von 0,900 auf 0,800"),
    ],
)
def test_a_regression_says_on_which_rows_it_is(speak, kind: RegressionKind, name: str, words: str) -> None:
    """A tag keeps its name, even if the program has a translation of it."""
    speak("de")
    regression = Regression(kind, name, 0.9, 0.8, 50, likely=True)
    assert in_german(regression) == words.format("")
    elsewhere = replace(regression, where=message("audit set"))
    assert in_german(elsewhere) == words.format(" (Prüfstichprobe)")


def test_the_checker_finds_cut_covered_and_untranslated_texts_and_double_keys(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 100)
    label, button = QLabel("A label that is too long for its place", window), QPushButton("A &button", window)
    label.setGeometry(0, 0, 60, 20)
    button.setGeometry(40, 0, 20, 20)
    QPushButton("Go &back", window)
    area = QScrollArea(window)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(QWidget(minimumWidth=900))
    window.show()
    found = " ".join(spoken_window.faults(window, pseudo=True))
    for words_found in (
        "label that is too long",
        "is cut:",
        "is cut sideways",
        "lie over each other",
        "is not mirrored",
        "b is the key of ['A &button', 'Go &back']",
    ):
        assert words_found in found


@pytest.mark.parametrize("language", ["pseudo", "de", "fr"])
def test_the_window_is_translated_without_cut_texts_or_double_keys(language) -> None:
    """With `pseudo`, every text is in brackets and the layout is right-to-left."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), language], capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_numbers_of_a_page_are_not_broken() -> None:
    """Qt's reader of HTML turns a narrow no-break space into a blank, at which a line may end."""
    document = QTextDocument()
    document.setHtml("<p>100\u202f%</p>")
    assert document.toRawText() == "100 %"
    document.setHtml(unbroken("<p>100\u202f%</p>"))
    assert document.toRawText() == "100\u00a0%"


@pytest.mark.parametrize(
    ("code", "words"), [("en", "Model report"), ("de", "Modellbericht"), ("fr", "Rapport")]
)
def test_a_report_is_exported_in_the_language_of_the_window(
    speak, tmp_path: Path, code: str, words: str
) -> None:
    speak(code)
    write_report(three_models(14, 5, 172), tmp_path / "report.html", "html")
    write_report(three_models(14, 5, 172), tmp_path / "report.pdf", "pdf")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f'<html lang="{code}">' in page
    assert f"{words}" in page
    assert ("0.927" in page) == (code == "en")
    assert ("behaviour test" in page.lower()) == (code == "en")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
