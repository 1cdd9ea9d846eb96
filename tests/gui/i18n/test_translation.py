"""The window in other languages: numbers, plurals, core's sentences, and all texts of the real window."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.significance import counts_in_words
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import translation
from mltag_desktop.gui.i18n.core_messages import template_of
from mltag_desktop.gui.i18n.translation import choose_language
from tests.gui.i18n import window_in_language as spoken_window

SCRIPT = Path(spoken_window.__file__)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator:
    """Return a function that sets the language; English is restored afterwards."""
    before = QLocale()

    def choose(code: str, system: tuple[str, ...] = ()) -> str:
        return choose_language(qapp, code, system)

    yield choose
    translation.set_language(None)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_english_needs_no_catalogue(qapp) -> None:
    assert (
        translation.tr("This key is already used by {name}.", name="Undo")
        == "This key is already used by Undo."
    )
    assert translation.tr_plural("{n:,} record", "{n:,} records", 1) == "1 record"
    assert translation.tr_plural("{n:,} record", "{n:,} records", 12_345) == "12,345 records"
    assert translation.format_number(0.5, ".0%") == "50%"
    assert translation.in_sentence("Rules") == "rules"
    assert translation.translate_core_message("Nothing was pasted.") == "Nothing was pasted."


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
    assert translation.tr_plural("{n:,} record", "{n:,} records", 1) == "1 Datensatz"
    assert translation.tr_plural("{n:,} record", "{n:,} records", 0) == "0 Datensätze"
    assert translation.tr_plural("{n:,} record", "{n:,} records", 12_345) == "12.345 Datensätze"
    assert translation.format_number(0.936, ".0%") == "94\u202f%"
    assert translation.confidence_words(0.5) == "0,50"
    assert translation.in_sentence("Kandidat") == "Kandidat"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_french_uses_the_singular_for_zero(speak) -> None:
    speak("fr")
    assert translation.tr_plural("{n:,} record", "{n:,} records", 0) == "0 enregistrement"
    assert translation.tr_plural("{n:,} record", "{n:,} records", 12_345) == "12\u202f345 enregistrements"


def test_core_sentences_are_matched_to_their_templates(speak, tmp_path) -> None:
    speak("de")
    with pytest.raises(MltagError) as raised:
        Workspace.open(tmp_path / "away.mltag", "curator")
    assert (
        translation.translate_core_message(raised.value.message)
        == f"{tmp_path / 'away.mltag'} gibt es nicht."
    )
    assert translation.translate_core_message(raised.value.hint).startswith("Den Namen prüfen")
    assert (
        translation.translate_core_message(counts_in_words(1_234, 5)) == "besser auf 1.234, schlechter auf 5"
    )
    assert translation.translate_core_message("Undone: Tag as mlops (1,200 records)") == (
        "Rückgängig gemacht: Als mlops verschlagworten (1.200 Datensätze)"
    )


def test_sentences_from_a_table_are_translated(speak) -> None:
    speak("fr")
    unlike = translation.translate_core_message("37% of the texts are unlike the training data.")
    assert unlike.startswith("37 % des textes diffèrent")
    read = translation.translate_core_message(
        "The file is not UTF-8; its non-ASCII letters look like cp1254, as in “ÿş” (cp1251 would read “яю”)."
    )
    assert "comme dans «\u202fÿş\u202f»" in read
    assert "would" not in read


def test_a_headline_of_several_sentences_is_translated_part_by_part(speak) -> None:
    speak("de")
    said = translation.translate_core_message(
        "Candidate is likely better than the active model: F1 0.951 against 0.940 on 1,200 rows; better "
        "on 21, worse on 12 (93%)."
    )
    assert said == (
        "Kandidat ist wahrscheinlich besser als das aktive Modell: F1 0,951 gegenüber 0,940 auf 1.200 "
        "Zeilen; besser auf 21, schlechter auf 12 (93 %)."
    )


def test_a_sentence_without_a_template_stays_unchanged(speak) -> None:
    speak("fr")
    for text in ("", "Zażółć gęślą jaźń", "a < b", "note: see page 3. And more", "{braces}"):
        assert translation.translate_core_message(text) == text


def test_a_template_finds_its_placeholders() -> None:
    template = template_of("{rows:,} of {tag}, {{so}} {share:.0%}")
    match = template.pattern.fullmatch("1,200 of a, b, {so} 93%")
    assert match is not None
    assert match.groupdict() == {"rows": "1,200", "tag": "a, b", "share": "93%"}
    assert template.places == {"rows": True, "tag": False, "share": True}


def test_the_checker_finds_cut_covered_and_untranslated_texts(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 100)
    label, button = QLabel("A label that is too long for its place", window), QPushButton("A button", window)
    label.setGeometry(0, 0, 60, 20)
    button.setGeometry(40, 0, 20, 20)
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
    ):
        assert words_found in found


@pytest.mark.parametrize("language", ["pseudo", "de", "fr"])
def test_the_window_is_fully_translated_and_no_text_is_cut(language) -> None:
    """With `pseudo`, every text is in brackets and the layout is right-to-left."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), language], capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
