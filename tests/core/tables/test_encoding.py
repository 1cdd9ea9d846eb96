from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import Dialect, sniff
from mltag_desktop.core.tables.encoding import guess_encoding, later_samples
from tests.core.tables.helpers import written

ENGLISH = "id,title,tag\n1,A study of language models,nlp\n2,Segmenting street scenes,cv\n"
LATE = "4,Größe und Straße,cv\n5,x,cv\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "名前,本文\n一,自然言語処理\n二,画像認識\n",
        "имя,текст\nраз,два слова\nтри,ещё\n",
        "😀,b\n1,2\n",
    ],
)
def test_wide_characters_without_a_byte_order_mark(tmp_path: Path, encoding: str, text: str) -> None:
    """A cut character at the end of a sample hides nothing."""
    content = text.encode(encoding)
    found = sniff(written(tmp_path, content))
    assert (found.dialect.encoding, found.sure) == (encoding, True)
    guess = guess_encoding(content[: 1 - len("a".encode(encoding))], complete=False)
    assert guess is not None
    assert guess.encoding == encoding


def test_numbers_of_two_bytes_are_no_utf16(tmp_path: Path) -> None:
    """The samples of a quiet sound, or a picture's header: small numbers, each with a zero byte."""
    content = b"".join(n.to_bytes(2, "little") for n in (1, 7, 3, 200, 12, 9, 2, 5) * 50)
    with pytest.raises(MltagError, match="not a text"):
        sniff(written(tmp_path, content))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Größe naïve café – résumé “quoted”", "cp1252"),
        ("Déjà vu : reconnaissance d’entités nommées", "cp1252"),
        ("a café", "cp1252"),
        ("naïve", "cp1252"),
        ("price 10 € – 20 €", "cp1252"),
        ("Møller på dansk æble", "cp1252"),
        ("Žluťoučký kůň úpěl ďábelské ódy a příšerně", "cp1250"),
        ("Обработка естественного языка", "cp1251"),
        ("Επεξεργασία φυσικής γλώσσας", "cp1253"),
        ("日本語のテキストです。自然言語処理", "cp932"),
        ("自然语言处理与计算机视觉的介绍", "gb18030"),
    ],
)
@pytest.mark.parametrize("front", ["", ENGLISH * 30])
def test_letters_beyond_ascii_decide_even_among_much_english(
    tmp_path: Path, text: str, encoding: str, front: str
) -> None:
    assert sniff(written(tmp_path, (front + text).encode(encoding))).dialect.encoding == encoding


def test_a_cut_character_at_the_samples_end_is_no_fault() -> None:
    guess = guess_encoding("title,text\nañ".encode()[:-1], complete=False)
    assert guess is not None
    assert guess.encoding == "utf-8"


def test_a_few_broken_bytes_leave_it_utf8(tmp_path: Path) -> None:
    found = sniff(written(tmp_path, "title,text\nÉtude,naïve\nüber,Größe\n".encode() + b"caf\xe9,x\n"))
    assert found.dialect.encoding == "utf-8"
    assert not found.sure


def test_stray_bytes_that_look_like_a_mark_are_no_utf16(tmp_path: Path) -> None:
    sample = b"id,title\n" + b"1,Images of boats\n" * 200 + b"3,\xff\xfe\x81bad\n"
    found = sniff(written(tmp_path, sample))
    assert not found.dialect.encoding.startswith("utf-16")
    assert sample.decode(found.dialect.encoding, "replace").startswith("id,title")
    assert not found.sure


def test_a_mark_only_far_into_the_file_is_found(tmp_path) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(
        ENGLISH.encode()
        + b"3,plain words,nlp\n" * 90_000
        + "4,Größe und Straße,cv\n5,x,cv\n".encode("cp1252")
    )
    assert sniff(path).dialect.encoding == "cp1252"


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\0\0\0", b"PK\x03\x04abc", b"\0" * 500, bytes(range(256)) * 4]
)
def test_binary_files_are_rejected(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(MltagError, match="not a text"):
        sniff(written(tmp_path, content))


@pytest.mark.parametrize("encoding", ["utf-9", "hex", ""])
def test_an_unknown_encoding_is_rejected(encoding: str) -> None:
    with pytest.raises(MltagError, match="encoding"):
        Dialect(encoding, b"", ",", '"', "\n", header=True)


@pytest.mark.parametrize("delimiter", ["", "\n", '"', ",,"])
def test_an_impossible_delimiter_is_rejected(delimiter: str) -> None:
    with pytest.raises(MltagError, match="used as the delimiter"):
        Dialect("utf-8", b"", delimiter, '"', "\n", header=True)


def test_names_of_codecs_are_settled() -> None:
    assert Dialect("UTF8", b"", ",", '"', "\n", header=True) == Dialect(
        "utf-8-sig", b"", ",", '"', "\n", header=True
    )


MANY = (
    "Обработка естественного языка требует больших собраний текста и терпения. Кошка идёт по улице мимо дома,"
    " где живёт старый учитель музыки. Сегодня вечером мы выпустим новую модель и посмотрим, что скажут люди"
)


def test_many_words_make_an_encoding_sure_and_few_do_not(tmp_path: Path) -> None:
    many = "".join(f"{n},{word}\n" for n, word in enumerate(MANY.replace(",", "").split()))
    assert sniff(written(tmp_path, ("id,title\n" + many).encode("cp1251"))).sure
    few = sniff(written(tmp_path, "id,title\n1,кошка\n2,дом\n".encode("cp1251")))
    assert not few.sure


def test_the_evidence_quotes_a_word_and_what_it_would_be_otherwise(tmp_path: Path) -> None:
    found = sniff(written(tmp_path, "id,title\n1,кошка\n2,собака\n".encode("koi8-r")))
    assert found.dialect.encoding == "koi8-r"
    assert "as in “кошка” (" in found.evidence
    assert "would read “" in found.evidence


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("10 € für Öl", "iso8859-15"),
        ("10 € für Öl", "cp1252"),
        ("le cœur et l'œil", "iso8859-15"),
        ("½ Liter für 10 Gäste, 3¼ ¨so¨", "cp1252"),
        ("doğal dil işleme", "cp1254"),
        ("Það er gaman að læra íslensku", "cp1252"),
    ],
)
def test_what_statistics_cannot_tell(tmp_path: Path, text: str, encoding: str) -> None:
    rows = f"id,title\n1,{text}\n2,plain\n"
    found = sniff(written(tmp_path, rows.encode(encoding)))
    assert rows.encode(encoding).decode(found.dialect.encoding) == rows


@pytest.mark.parametrize("rest", ["x" * 100 + ",Größe", "Größe," + "x" * (2 << 20)])
def test_one_word_in_the_last_line_or_in_a_line_of_megabytes_tells_the_encoding(
    tmp_path: Path, rest: str
) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(ENGLISH.encode() * 20_000 + f"3,{rest},cv".encode("cp1252"))
    assert sniff(path).dialect.encoding == "cp1252"


def test_one_word_in_the_last_line_of_a_file_too_large_to_be_read_through_tells_the_encoding(
    tmp_path: Path,
) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"id,title,tag\n")
        file.truncate(70 << 20)
        file.seek(0, 2)
        file.write("\n1,Plain,cv\n3,Größe,cv\n".encode("cp1252"))
    with path.open("rb") as file:
        assert later_samples(file) == "\n3,Größe,cv".encode("cp1252")
