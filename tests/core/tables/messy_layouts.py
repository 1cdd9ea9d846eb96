"""Messy files by layout: delimiters, line ends, quoting, headers."""

from messy_cases import HEADER, ROWS, case, text_of


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
        "Records with too few and too many cells are quarantined.",
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
        "zero-byte.csv",
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
