"""Languages are detected by script and function words; ambiguous texts have none."""

import pytest

from mltag_desktop.core.model.language import language_of

SAID = dict(
    line.split(": ", 1)
    for line in """
en: This is a short description of the method that was used for the labelling of the records
de: Das ist eine kurze Beschreibung der Methode, die für die Auswertung der Daten verwendet wird
fr: Ceci est une courte description de la méthode qui est utilisée pour les données du projet
es: Esta es una breve descripción del método que se usa para los datos de las tablas
it: Questa è una breve descrizione del metodo che si usa per i dati della tabella, non di più
pt: Esta é uma breve descrição do método que não foi usado para os dados da tabela
nl: Dit is een korte beschrijving van de methode die voor de verwerking wordt gebruikt
pl: To jest krótki opis metody, która nie jest używana do przetwarzania danych w tabeli
ru: Это краткое описание метода, который используется для обработки данных и не только
uk: Це короткий опис методу, який використовується для обробки даних та не тільки, але й для звітів
el: Αυτή είναι μια σύντομη περιγραφή της μεθόδου
he: זהו תיאור קצר של השיטה
ar: هذا وصف قصير للطريقة التي تستخدم في معالجة البيانات من الجدول
hi: यह विधि का संक्षिप्त विवरण है
th: นี่คือคำอธิบายสั้น ๆ ของวิธีการ
ko: 이것은 방법에 대한 짧은 설명입니다
ja: これは表の処理に使われる方法の短い説明です
zh: 这是用于处理表格数据的方法的简短说明
""".strip().splitlines()
)

ENGLISH = """
How do I add money to my card?
I do not see my card in the app
What do I need to do to top up?
Is it ok to pay a friend abroad
Na ja, do it
Why was I charged a fee to take out cash at a machine in Prague and again in Brno?
I want to know if I can do a transfer to an account in euros and what it costs me
Can you tell me why my top up did not go through and what I should do to get it back?
I lost my phone on a trip, so how do I log in to a new one if I do not get the code?
Redirect the V4L API to access a camera from a V4L program
Alice's notes on Bob's port of Carol's demand model
Printer driver for the models 1200W, 1250W, 1300W and 1400W
Question answering at scale with transformers, search at scale
""".strip().splitlines()


@pytest.mark.parametrize(("language", "text"), SAID.items())
def test_languages_are_detected(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345 67.8 %",
        "PyTorch",
        "BERT GPT-4 ResNet50 YOLOv5",
        "Keras tutorial",
        "λ",
        "x" * 100,
        "!!! ???",
    ],
)
def test_ambiguous_texts_have_no_language(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize("text", ENGLISH)
def test_short_english_messages_are_no_other_language(text: str) -> None:
    assert language_of(text) in ("", "en")


def test_a_foreign_name_does_not_change_the_language() -> None:
    assert language_of(SAID["en"] + " by Достоевский and 村上春樹") == "en"
    assert language_of(SAID["ja"] + " PyTorch TensorFlow") == "ja"
