"""Messy files by language and encoding."""

from messy_cases import case, text_of

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
    "polish": ("cp1250", "iso8859-2", "iso8859-16"),
    "russian": ("cp1251", "koi8-r", "iso8859-5"),
    "ukrainian": ("cp1251", "koi8-u"),
    "greek": ("cp1253", "iso8859-7"),
    "turkish": ("cp1254", "iso8859-9"),
    "hebrew": ("cp1255", "iso8859-8"),
    "arabic": ("cp1256", "iso8859-6"),
    "latvian": ("cp1257", "iso8859-13", "iso8859-4"),
    "thai": ("cp874",),
    "japanese": ("cp932", "euc_jp"),
    "korean": ("cp949", "euc_kr"),
    "chinese": ("gb18030",),
    "traditional": ("big5",),
}


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
