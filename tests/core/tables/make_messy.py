"""Writes the folder `messy`: tables as they come, each with what is to be read from it and why.

Run it after a change: python tests/core/tables/make_messy.py
"""

import io
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("messy")
HEADER = ("id", "title", "tag")
ROWS = (
    ("1", "Words as points in space", "nlp"),
    ("2", "Finding cats in street scenes", "cv"),
    ("3", "Shipping a model on Friday", "mlops"),
    ("4", "A talk about bicycles", "other"),
)
LANGUAGES = {
    "french": (
        "Le réseau a appris à résumer",
        "Où l’été mène, la forêt répond",
        "Très drôle, ça",
        "Noël à l’île",
    ),
    "german": (
        "Größe und Übung",
        "Wörter zählen für Anfänger",
        "Straßenbilder verstehen",
        "Ähnliche Sätze suchen",
    ),
    "czech": (
        "Žluťoučký kůň příšerně úpěl",
        "Dům stojí u řeky a děti běží k němu",
        "Překlad vět mezi jazyky je těžší, než se zdá",
        "Učíme počítač číst české noviny každý večer",
    ),
    "polish": (
        "Zażółć gęślą jaźń",
        "Łódź płynie po rzece, a dzieci śpią",
        "Tłumaczenie zdań między językami jest trudne",
        "Uczymy komputer czytać książki każdego wieczoru",
    ),
    "russian": (
        "Обработка текста на естественном языке",
        "Поиск кошек на фотографиях улицы",
        "Модель выпустили в пятницу вечером",
        "Рассказ о велосипедах и дорогах",
    ),
    "ukrainian": (
        "Обробка природної мови щодня",
        "Їжак і його друзі шукають гриби",
        "Модель випустили в п’ятницю",
        "Оповідь про велосипеди й дороги",
    ),
    "greek": (
        "Επεξεργασία φυσικής γλώσσας",
        "Αναζήτηση γάτας στους δρόμους",
        "Το μοντέλο βγήκε την Παρασκευή",
        "Ομιλία για τα ποδήλατα της πόλης",
    ),
    "turkish": (
        "Doğal dil işleme üzerine bir şey",
        "Sokakta kedi arayan ışık",
        "Cuma günü modeli yayınladık, çok güzeldi",
        "Bisikletler hakkında bir konuşma için çağrı",
    ),
    "hebrew": ("עיבוד שפה טבעית", "חיפוש חתולים ברחוב", "המודל יצא ביום שישי", "הרצאה על אופניים"),
    "arabic": (
        "معالجة اللغة الطبيعية",
        "البحث عن القطط في الشارع",
        "أطلقنا النموذج يوم الجمعة",
        "حديث عن الدراجات",
    ),
    "latvian": (
        "Dabiskās valodas apstrāde",
        "Kaķu meklēšana uz ielām",
        "Mēs palaidām modeli piektdienā, un ģēnijs smējās",
        "Stāsts par velosipēdiem un ceļiem",
    ),
    "thai": ("การประมวลผลภาษา", "ค้นหาแมวบนถนน", "เราเปิดตัวแบบจำลองวันศุกร์", "เรื่องของจักรยาน"),
    "japanese": (
        "自然な言葉の処理について",
        "街の写真から猫をさがす",
        "金曜日にモデルを出した話",
        "自転車についての話",
    ),
    "korean": (
        "자연어 처리에 대한 글",
        "거리 사진에서 고양이 찾기",
        "금요일에 모델을 내놓은 이야기",
        "자전거 이야기",
    ),
    "chinese": ("自然语言处理的介绍", "在街景照片里找猫", "星期五发布模型的故事", "关于自行车的讲话"),
    "traditional": ("自然語言處理的介紹", "在街景照片裡找貓", "星期五發布模型的故事", "關於腳踏車的談話"),
}
SINGLE = {
    "french": ("cp1252",),
    "german": ("cp1252",),
    "czech": ("cp1250", "iso8859-2"),
    "polish": ("cp1250", "iso8859-2"),
    "russian": ("cp1251", "koi8-r", "iso8859-5"),
    "ukrainian": ("cp1251", "koi8-u"),
    "greek": ("cp1253", "iso8859-7"),
    "turkish": ("cp1254",),
    "hebrew": ("cp1255",),
    "arabic": ("cp1256", "iso8859-6"),
    "latvian": ("cp1257",),
    "thai": ("cp874",),
    "japanese": ("cp932", "euc_jp"),
    "korean": ("cp949",),
    "chinese": ("gb18030",),
    "traditional": ("big5",),
}


def case(
    name: str, reason: str, content: bytes, columns: Any = HEADER, rows: Any = ROWS, **more: Any
) -> None:
    """Write one table and, beside it, what is expected of it."""
    path = FOLDER / name
    path.write_bytes(content)
    expected = {"reason": reason, "columns": list(columns), "rows": [list(row) for row in rows], **more}
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    path.with_name(f"{name}.json").write_text(text + "\n", encoding="utf-8")


def refused(name: str, reason: str, content: bytes, error: str) -> None:
    """Write a file that is no table, and what is said of it."""
    (FOLDER / name).write_bytes(content)
    text = json.dumps({"reason": reason, "error": error}, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def text_of(
    rows: Any, delimiter: str = ",", newline: str = "\n", header: Any = HEADER, *, quote: bool = False
) -> str:
    """Return a table as people write it: quotes where they must be, or everywhere."""

    def cell(value: str) -> str:
        needs = quote or any(sign in value for sign in (delimiter, '"', "\n", "\r"))
        return '"' + value.replace('"', '""') + '"' if needs else value

    lines = ([header] if header else []) + list(rows)
    return "".join(delimiter.join(map(cell, line)) + newline for line in lines)


def encodings() -> None:
    """One table for each language and code page."""
    for language, codecs in SINGLE.items():
        rows = [(str(n), text, "nlp") for n, text in enumerate(LANGUAGES[language], 1)]
        for codec in codecs:
            kept = [
                tuple(cell.replace("’", "'") if "8859" in codec or "koi8" in codec else cell for cell in row)
                for row in rows
            ]
            said = f"{language.capitalize()} in {codec}: only statistics can tell."
            case(
                f"{language}-{codec}.csv",
                said,
                text_of(kept).encode(codec),
                rows=kept,
                reads_as=codec,
            )
    mixed = [
        ("1", "Größe, Ελλάδα, 日本", "nlp"),
        ("2", "naïve café – “so”", "cv"),
        ("3", "😀 and plain", "other"),
    ]
    for codec, mark in (
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b""),
        ("utf-32-be", b""),
    ):
        name = f"{codec}{'-mark' if mark else ''}.csv"
        said = f"{codec} {'with' if mark else 'without'} a byte order mark; nothing else fits."
        case(
            name,
            said,
            mark + text_of(mixed).encode(codec),
            rows=mixed,
            encoding=codec,
            bom=bool(mark),
            sure=True,
        )
    euro = [
        ("1", "prix 10 €", "nlp"),
        ("2", "un cœur naïf", "cv"),
        ("3", "l'été à Nîmes", "cv"),
        ("4", "déjà 5 €", "x"),
    ]
    case(
        "euro-latin9.csv",
        "The euro sign is A4 here, which is ¤ in cp1252; œ is BD.",
        text_of(euro).encode("iso8859-15"),
        rows=euro,
        encoding="iso8859-15",
    )
    case(
        "euro-cp1252.csv",
        "The euro sign is 80 here, which only Windows has.",
        text_of(euro).encode("cp1252"),
        rows=euro,
        encoding="cp1252",
    )
    body = text_of([*mixed[:2], ("3", "x", "y")]).encode() + b"4,caf\xe9,nlp\n5,ok,nlp\n"
    case(
        "one-bad-byte.csv",
        "A single broken byte among UTF-8 costs its record, not the encoding.",
        body,
        rows=[*mixed[:2], ("3", "x", "y"), ("5", "ok", "nlp")],
        quarantined=[5],
        encoding="utf-8",
    )
    case(
        "late-umlaut.csv",
        "The only letter beyond ASCII comes after many plain lines.",
        (text_of([(str(n), "plain words", "nlp") for n in range(300)]) + "300,Grüße,cv\n").encode(),
        rows=[*((str(n), "plain words", "nlp") for n in range(300)), ("300", "Grüße", "cv")],
        encoding="utf-8",
    )


def delimiters() -> None:
    """Delimiters, line ends and quoting."""
    for name, delimiter in (("semicolon", ";"), ("tab", "\t"), ("bar", "|")):
        case(
            f"{name}.csv",
            f"Cells are parted by a {name} although the name says csv.",
            text_of(ROWS, delimiter).encode(),
            delimiter=delimiter,
            sure=True,
        )
    case("crlf.csv", "Line ends of Windows.", text_of(ROWS, newline="\r\n").encode(), newline="\r\n")
    case("cr.csv", "Line ends of old Macs.", text_of(ROWS, newline="\r").encode(), newline="\r")
    case(
        "mixed-ends.csv",
        "Three kinds of line ends in one file.",
        b"id,title,tag\n1,a b,x\r\n2,c d,y\r3,e f,x\n",
        rows=[("1", "a b", "x"), ("2", "c d", "y"), ("3", "e f", "x")],
    )
    case("all-quoted.csv", "Every cell in quotes.", text_of(ROWS, quote=True).encode())
    case(
        "decimal-comma.csv",
        "Semicolons part cells, commas part decimals.",
        b"name;score;tag\na b;1,5;x\nc d;2,25;y\ne f;3,75;x\n",
        ("name", "score", "tag"),
        [("a b", "1,5", "x"), ("c d", "2,25", "y"), ("e f", "3,75", "x")],
        delimiter=";",
    )
    said = [(str(n), f'He said, "yes, no, {n}", and left', "nlp") for n in range(8)]
    case(
        "doubled-quotes.csv",
        "Doubled quotes and many commas between semicolons; csv.Sniffer takes the comma.",
        text_of(said, ";", quote=True).encode(),
        rows=said,
        delimiter=";",
    )
    case(
        "sep-line.csv",
        "Excel's line sep=; names the delimiter and is no record.",
        b"sep=;\r\n" + text_of(ROWS, ";", "\r\n").encode(),
        delimiter=";",
    )
    case(
        "tab-named.tsv",
        "Commas in every cell, tabs between: the name decides.",
        text_of([(n, f"{t}, so", f"{g}, too") for n, t, g in ROWS], "\t").encode(),
        rows=[(n, f"{t}, so", f"{g}, too") for n, t, g in ROWS],
        delimiter="\t",
    )
    case(
        "one-column.csv",
        "Sentences of one column are not cut at their commas.",
        b"text\nHello, world\nA cat, a dog, a cow\nNothing here\n",
        ("text",),
        [("Hello, world",), ("A cat, a dog, a cow",), ("Nothing here",)],
    )
    case(
        "one-comma-each.csv",
        "One column, and by chance one comma in each sentence.",
        b"text\nHello, world\nA cat, a dog\nOne, two\nRed, blue\nYes, no\n",
        ("text",),
        [("Hello, world",), ("A cat, a dog",), ("One, two",), ("Red, blue",), ("Yes, no",)],
    )
    case(
        "stray-quotes.tsv",
        "Quotes that open and never close are ordinary signs here.",
        ("id\ttitle\ttag\n" + "".join(f'{n}\t"Deep words {n}\tcv\n' for n in range(9))).encode(),
        rows=[(str(n), f'"Deep words {n}', "cv") for n in range(9)],
        delimiter="\t",
        quote="",
    )
    case(
        "inch-marks.csv",
        "A quote inside of an unquoted cell is an inch mark.",
        b'id,title,tag\n1,a 5" disk,x\n2,a 3" disk,y\n',
        rows=[("1", 'a 5" disk', "x"), ("2", 'a 3" disk', "y")],
    )


def quoting() -> None:
    """Quotes escaped by backslashes, blanks before quotes, trailing delimiters, row names."""
    rows = [("1", 'He said "hi, you"', "nlp"), ("2", "C:\\new\\table", "cv"), ("3", 'A "b" c', "x")]
    case(
        "backslash-quotes.csv",
        "Quotes are escaped by a backslash; other backslashes are text.",
        b'id,title,tag\n1,"He said \\"hi, you\\"",nlp\n2,"C:\\new\\table",cv\n3,"A \\"b\\" c",x\n',
        rows=rows,
        escape="\\",
    )
    case(
        "backslash-text.csv",
        "Backslashes before a closing quote are text where quotes are doubled.",
        b'id,title,tag\n1,"C:\\dir\\","x"\n2,"say ""so""","y"\n',
        rows=[("1", "C:\\dir\\", "x"), ("2", 'say "so"', "y")],
        escape="",
    )
    case(
        "blank-after-comma.csv",
        "A blank stands before each quote.",
        b'"id", "title", "tag"\n"1", "a, b", "x"\n"2", "c", "y"\n',
        rows=[("1", "a, b", "x"), ("2", "c", "y")],
        skip_blanks=True,
    )
    case(
        "trailing-comma.csv",
        "Each record, and not the header, ends in a comma.",
        b"id,title,tag\n1,a b,x,\n2,c d,y,\n3,e f,x,\n",
        (*HEADER, "column 4"),
        [("1", "a b", "x", ""), ("2", "c d", "y", ""), ("3", "e f", "x", "")],
        lacks="last",
    )
    case(
        "trailing-comma-both.csv",
        "Each line ends in a comma, the header's too.",
        b"id,title,tag,\n1,a b,x,\n2,c d,y,\n",
        (*HEADER, "column 4"),
        [("1", "a b", "x", ""), ("2", "c d", "y", "")],
        lacks="",
    )
    case(
        "row-names.csv",
        "R's row names: the header has a name less, for the first column.",
        b'"title","tag"\n"1","a b","x"\n"2","c d","y"\n"3","e f","x"\n',
        ("column 1", "title", "tag"),
        [("1", "a b", "x"), ("2", "c d", "y"), ("3", "e f", "x")],
        lacks="first",
    )
    case(
        "preamble.csv",
        "Two lines of a report stand above the header.",
        b"Report of May\nMade by: someone\n\n" + text_of(ROWS).encode(),
        skip=2,
    )
    case(
        "comment-lines.csv",
        "Comments stand above the header.",
        b"# made by a program\n# version 3\n" + text_of(ROWS).encode(),
        skip=2,
    )
    case(
        "footer.csv",
        "A sum below the table is no record.",
        text_of(ROWS).encode() + b"Total: 4\n",
        quarantined=[6],
    )
    case(
        "embedded-newlines.csv",
        "Line ends inside of quotes belong to the cell.",
        b'id,title,tag\n1,"two\nlines",x\n2,"three\r\nmore\nlines",y\n',
        rows=[("1", "two\nlines", "x"), ("2", "three\r\nmore\nlines", "y")],
    )
    case(
        "never-closed.csv",
        "A quote that never closes costs one record, not the file.",
        b'id,title,tag\n1,a b,x\n2,"open,y\n3,c d,x\n4,e f,y\n',
        rows=[("1", "a b", "x"), ("3", "c d", "x"), ("4", "e f", "y")],
        quarantined=[3],
    )
    case(
        "never-closed-last.csv",
        "The last record's quote never closes.",
        b'id,title,tag\n1,a b,x\n2,c d,y\n3,"open\n',
        rows=[("1", "a b", "x"), ("2", "c d", "y")],
        quarantined=[4],
    )
    case(
        "text-after-quote.csv",
        "Text stands after a closing quote, as spreadsheets let pass.",
        b'id,title,tag\n1,"a" b,x\n2,c,y\n',
        rows=[("1", "a b", "x"), ("2", "c", "y")],
    )


def headers() -> None:
    """Headers that are missing, blank or double; records that are too long or short."""
    case(
        "no-header.csv",
        "The first line has a number, so it is a record.",
        text_of(ROWS, header=None).encode(),
        ("column 1", "column 2", "column 3"),
        header=False,
    )
    case(
        "blank-header.csv",
        "One name is blank, one comes twice.",
        b"id,,title,title\n1,a,b c,d\n2,e,f g,h\n",
        ("id", "column 2", "title", "title 2"),
        [("1", "a", "b c", "d"), ("2", "e", "f g", "h")],
    )
    case(
        "quoted-header-newline.csv",
        "A column's name goes over two lines.",
        b'id,"title\n(short)",tag\n1,a b,x\n2,c d,y\n',
        ("id", "title\n(short)", "tag"),
        [("1", "a b", "x"), ("2", "c d", "y")],
    )
    case(
        "blank-lines.csv",
        "Blank lines before, between and after belong to what stands above.",
        b"\n\nid,title,tag\n\n1,a b,x\n\n\n2,c d,y\n\n",
        rows=[("1", "a b", "x"), ("2", "c d", "y")],
    )
    case(
        "ragged.csv",
        "Records with too few and too many cells are set aside.",
        b"id,title,tag\n1,a b,x\n2,c d\n3,e f,x,more\n4,g h,y\n",
        rows=[("1", "a b", "x"), ("4", "g h", "y")],
        quarantined=[3, 4],
    )
    case("no-last-end.csv", "The last record has no line end.", text_of(ROWS).encode()[:-1])
    case(
        "ids.csv",
        "Ids and numbers stay as they are written.",
        b"id,title,tag\n007,1e5,NA\n12345678901234567890,+1,null\n0x1F,1.10,TRUE\n",
        rows=[("007", "1e5", "NA"), ("12345678901234567890", "+1", "null"), ("0x1F", "1.10", "TRUE")],
    )
    case(
        "nul.csv",
        "A zero byte inside of a cell is part of it.",
        b"id,title,tag\n1,a\0b,x\n2,c d,y\n",
        rows=[("1", "a\0b", "x"), ("2", "c d", "y")],
    )
    case(
        "empty-cells.csv",
        "Cells may be empty, also all of them.",
        b"id,title,tag\n1,,\n,,\n2,a b,x\n",
        rows=[("1", "", ""), ("", "", ""), ("2", "a b", "x")],
    )
    case(
        "blanks-kept.csv",
        "Blanks around a cell are part of it.",
        b"id,title,tag\n1,  a b ,x\n2,c d\t,y\n",
        rows=[("1", "  a b ", "x"), ("2", "c d\t", "y")],
    )
    wide = [f"c{n}" for n in range(400)]
    case(
        "wide.csv",
        "Many columns.",
        text_of([["x"] * 400, ["y"] * 400], header=wide).encode(),
        wide,
        [["x"] * 400, ["y"] * 400],
    )
    case(
        "long-cell.csv",
        "A cell longer than csv's limit of 131,072.",
        ('id,title\n1,"' + "words " * 25_000 + '"\n2,x\n').encode(),
        ("id", "title"),
        [("1", "words " * 25_000), ("2", "x")],
    )
    case(
        "control-signs.csv",
        "Form feeds, vertical tabs and Unicode's line ends part no lines.",
        "id,title,tag\n1,a\x0cb\x0bc,x\n2,d\u2028e\x85f,y\n".encode(),
        rows=[("1", "a\x0cb\x0bc", "x"), ("2", "d\u2028e\x85f", "y")],
    )


def forms() -> None:
    """JSON lines and workbooks."""
    case(
        "plain.jsonl",
        "Numbers stay as they are written; lists as JSON.",
        b'{"id": 12345678901234567890, "title": "a b", "n": 1e5, "l": ["x", 1.50]}\n'
        b'{"id": 2, "title": "c", "n": null}\n',
        ("id", "title", "n", "l"),
        [("12345678901234567890", "a b", "1e5", '["x", 1.50]'), ("2", "c", "", "")],
        form="jsonl",
    )
    case(
        "broken.jsonl",
        "What is no object is set aside; blank lines are not.",
        b'{"title": "a"}\n\nnot json\n[1, 2]\n{"title": "b"}',
        ("title",),
        [("a",), ("b",)],
        quarantined=[3, 4],
        form="jsonl",
    )
    case(
        "mark.ndjson",
        "A byte order mark before the first object; keys that come later.",
        b'\xef\xbb\xbf{"title": "\\u00e9t\xc3\xa9"}\r\n{"tag": "x", "title": "y"}\r\n',
        ("title", "tag"),
        [("été", ""), ("y", "x")],
        form="jsonl",
        newline="\r\n",
    )
    case(
        "sheet.xlsx",
        "A title above the header, a blank row, numbers and truth values.",
        workbook(),
        ("id", "title", "ok"),
        [("7", "a b", "true"), ("1.5", "c d", "false")],
        form="xlsx",
        skip=2,
    )
    refused("empty.csv", "Nothing in it.", b"", "is empty")
    refused("blank.csv", "Blank lines alone.", b"\r\n\r\n\n", "is empty")
    refused("header-only.csv", "A header and no record.", b"id,title,tag\r\n", "no records")
    refused(
        "picture.csv",
        "A picture that someone renamed.",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(64)),
        "not a text file",
    )
    refused(
        "zip.csv", "An archive that someone renamed.", b"PK\x03\x04\x14\0\0\0" + bytes(64), "not a text file"
    )
    refused("no-objects.jsonl", "JSON without objects.", b"[1]\n[2]\n", "no JSON objects")


def workbook() -> bytes:
    """Return a small workbook, its dates fixed so that it is the same each time but for the packing."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("A report",), (), ("id", "title", "ok"), (7, "a b", True), (), (1.5, "c d", False)):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    encodings()
    delimiters()
    quoting()
    headers()
    forms()
