"""The columns of a table: which ones the program reads, and which ones it adds.

Map columns to text, id, date and known tag, and build the text that a model reads.

Names of the columns that exports, `mltag predict` and the Python interface add to a table.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, some_of

TEXT_NAMES: Final = [
    "title",
    "name",
    "headline",
    "heading",
    "subject",
    "text",
    "description",
    "abstract",
    "summary",
    "body",
    "content",
    "comment",
    "message",
    "review",
    "question",
    "query",
    "utterance",
    "sentence",
    "post",
    "article",
    "document",
    "caption",
    "note",
    "notes",
    "tweet",
    "titel",
    "überschrift",
    "betreff",
    "beschreibung",
    "zusammenfassung",
    "inhalt",
    "nachricht",
    "kommentar",
    "anfrage",
    "frage",
    "bemerkung",
    "titre",
    "intitulé",
    "objet",
    "texte",
    "résumé",
    "contenu",
    "commentaire",
    "demande",
    "détail",
    "détails",
    "título",
    "titulo",
    "asunto",
    "texto",
    "descripción",
    "descripcion",
    "resumen",
    "contenido",
    "cuerpo",
    "mensaje",
    "comentario",
    "comentarios",
    "consulta",
    "pregunta",
    "observaciones",
]
ID_NAMES: Final = [
    "id",
    "uid",
    "uuid",
    "key",
    "identifier",
    "record_id",
    "row_id",
    "doc_id",
    "index",
    "nr",
    "réf",
]
DATE_NAMES: Final = [
    "date",
    "created_on",
    "created_at",
    "created",
    "timestamp",
    "time",
    "published",
    "published_on",
    "published_at",
    "updated_at",
    "datetime",
    "datum",
    "erstellt",
    "fecha",
]
TAG_NAMES: Final = [
    "tag",
    "label",
    "category",
    "topic",
    "class",
    "tags",
    "labels",
    "intent",
    "target",
    "kategorie",
    "thema",
    "schlagwort",
    "schlagwörter",
    "rubrik",
    "queue",
    "department",
    "genre",
    "abteilung",
    "sachgebiet",
    "sachgruppe",
    "warteschlange",
    "rubrique",
    "catégorie",
    "thème",
    "étiquette",
    "étiquettes",
    "etiqueta",
    "etiquetas",
    "categoría",
    "categoria",
    "tema",
    "departamento",
]
_SUBJECT_NAMES: Final = ["subject", "subjects", "sujet", "materia"]
_TITLE_NAMES: Final = ("title", "titel", "titre", "título", "titulo")
"""Beside a title, a subject is what a catalogue says about the record; otherwise it is that of a mail."""
OTHER_NAMES: Final = [
    "url",
    "link",
    "href",
    "author",
    "authors",
    "source",
    "language",
    "lang",
    "version",
    "license",
    "licence",
    "email",
    "autor",
    "quelle",
    "sprache",
    "lizenz",
    "auteur",
    "langue",
    "fuente",
    "idioma",
    "licencia",
]
ATTRIBUTE_NAMES: Final = [
    "agent",
    "assignee",
    "owner",
    "assigned_to",
    "handled_by",
    "reporter",
    "requester",
    "customer",
    "client",
    "user",
    "status",
    "state",
    "priority",
    "channel",
    "country",
    "publisher",
    "bearbeiter",
    "sachbearbeiter",
    "zuständig",
    "zugewiesen_an",
    "kunde",
    "priorität",
    "kanal",
    "land",
    "verlag",
    "suivi_par",
    "assigné_à",
    "responsable",
    "gestionnaire",
    "statut",
    "état",
    "etat",
    "priorité",
    "canal",
    "pays",
    "éditeur",
    "agente",
    "asignado_a",
    "cliente",
    "usuario",
    "estado",
    "prioridad",
    "país",
    "pais",
    "editorial",
]
"""Names of columns with few values that are not what the text is about."""
_NO_IDS: Final = (TEXT_NAMES, DATE_NAMES, TAG_NAMES, OTHER_NAMES, ATTRIBUTE_NAMES)

_DATE: Final = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}.*")
_NUMBER: Final = re.compile(r"[-+]?[\d.,]*\d(e[-+]?\d+)?%?", re.IGNORECASE)
_ID_WORDS: Final = {
    "id", "uid", "uuid", "key", "no", "nr", "number", "nummer", "code", "ref", "reference",
    "réf", "référence", "numéro", "numero", "n°", "#", "aktenzeichen", "geschäftszeichen", "az", "kennung",
    "nº", "número", "núm", "referencia", "código", "codigo", "expediente",
}  # fmt: skip
_RECORD_NUMBER: Final = re.compile(
    r"(vorgang|fall|ticket|beleg|akte|auftrag|antrag|anfrage|bestell|dokument|artikel|rechnung|vertrag|case"
    r"|record|document|order|issue)(s|n)?(nummer|nr|id|number|no)"
)
"""Words such as "Vorgangsnummer" and "ticketnr"; numbers of telephones, rooms and customers are no ids."""
_CODE: Final = re.compile(
    r"(?P<prefix>[a-z]{1,8}[-_/]?|#)\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)
"""A running number with letters before it, such as "T-1042", or a UUID."""
_COMPOUNDS: Final = ("beschreibung", "titel", "nachricht", "kommentar")
"""German words that are the last part of longer names of text columns, such as "Kurzbeschreibung"."""
_LEAST_CELLS: Final = 3
"""Number of cells from which their content decides about a column."""
_LEAST_CODES: Final = 20
"""Number of cells from which running numbers without repetition are ids in a column with any name: in a short
table, numbers of rooms do not repeat either."""
_LONGEST_ID: Final = 40


@dataclass(frozen=True)
class ColumnMapping:
    """Positions of the columns with a meaning; all other columns are only carried along."""

    text: tuple[int, ...]
    id: int | None = None
    date: int | None = None
    tag: int | None = None


def guess_mapping(
    columns: Sequence[str], sample_rows: Sequence[Sequence[str]], tags: Sequence[str] = ()
) -> ColumnMapping:
    """Guess the mapping from column names and sample cells; `tags` are the tags of the model, if known.

    Raises `MltagError` when no column contains text.
    """
    names = [normalized_name(column) for column in columns]
    values = [[row[i].strip() for row in sample_rows if i < len(row)] for i in range(len(columns))]
    date = _date_column(names, values)
    tag = _tag_column(names, values, tags)
    identity = _id_column(names, values, {date, tag})
    taken = {identity, date, tag}
    wordy = [i not in taken and _is_wordy(cells) for i, cells in enumerate(values)]
    text = tuple(i for i, name in enumerate(names) if wordy[i] and _matches_name(name, TEXT_NAMES))
    if not text:
        open_columns = [i for i, fits in enumerate(wordy) if fits and names[i] not in OTHER_NAMES]
        text = tuple(sorted(open_columns, key=lambda i: -_mean_length(values[i]))[:1])
    if not text:
        raise MltagError(
            "No column contains text.",
            "Choose a file with a column title, description or text, or choose a column.",
        )
    return ColumnMapping(text, identity, date, tag)


def position(columns: Sequence[str], name: str) -> int:
    """Return the index of the column `name`: an exact match, else the only match that ignores case."""
    if name in columns:
        return list(columns).index(name)
    near = [number for number, column in enumerate(columns) if column.strip().lower() == name.strip().lower()]
    if len(near) == 1:
        return near[0]
    raise MltagError(
        message("There is no column “{name}”.", name=name),
        message("The columns are: {columns}.", columns=some_of(columns)),
    )


def named_mapping(
    columns: Sequence[str],
    detected: ColumnMapping | None,
    text: Sequence[str] | None = None,
    id_column: str | None = None,
    label: str | None = None,
) -> ColumnMapping:
    """Return the detected mapping, with the named columns replacing detected ones."""
    named: dict[str, Any] = {}
    if text:
        named["text"] = tuple(position(columns, name) for name in text)
    if id_column is not None:
        named["id"] = position(columns, id_column)
    if label is not None:
        named["tag"] = position(columns, label)
    if detected is None and not text:
        raise MltagError(
            "No column contains text.",
            message("Choose one of these as the text column: {columns}.", columns=some_of(columns)),
        )
    found = replace(detected or ColumnMapping(()), **named)
    others = {found.id, found.tag} - {None} if not text else set()
    return replace(found, text=tuple(at for at in found.text if at not in others) or found.text)


def record_text(cells: Sequence[str], mapping: ColumnMapping) -> str:
    """Return the text cells of a record, stripped, without empty ones, and joined by a blank."""
    return " ".join([cell for i in mapping.text if i < len(cells) and (cell := cells[i].strip())])


def normalized_name(column: str) -> str:
    """Return the name of a column in small letters, with underscores between its words."""
    return re.sub(r"[\s\-.]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", column.strip()).lower())


def _matches_name(name: str, known: Sequence[str]) -> bool:
    """Return whether a text column's name is known, or its first or last word is."""
    words = [word.strip(";:,()") for word in name.split("_")]
    return name in known or words[-1] in known or words[0] in known or name.endswith(_COMPOUNDS)


def _id_column(
    names: Sequence[str], values: Sequence[Sequence[str]], others: Container[int | None]
) -> int | None:
    """Return the column with a name for ids, or one whose short and unique cells are ids.

    They are ids if a word of the name says so, as in "Ticket ID", or if all are codes with the same prefix,
    at least 20, or UUIDs, and the column is not in `others` and has no name for something else, as "Version"
    and "Customer" are.
    """
    exact = _first(names, ID_NAMES, [True] * len(names))
    if exact is not None:
        return exact
    unique = [place for place, cells in enumerate(values) if _is_unique(cells)]
    named = [place for place in unique if _says_id(names[place])]
    coded = [
        place
        for place in unique
        if place not in others
        and _are_codes(values[place])
        and not any(_matches_name(names[place], known) for known in _NO_IDS)
    ]
    return next(iter([*named, *coded]), None)


def _says_id(name: str) -> bool:
    """Return whether a word of a column's name says that its cells are ids."""
    words = [word.strip(";:,()") for word in name.replace("n°", "n°_").split("_")]
    return any(word in _ID_WORDS or _RECORD_NUMBER.fullmatch(word) for word in words)


def _date_column(names: Sequence[str], values: Sequence[Sequence[str]]) -> int | None:
    """Return the column with a name for dates, or the first whose cells are dates."""
    exact = _first(names, DATE_NAMES, [True] * len(names))
    if exact is not None:
        return exact
    fits = [_are_dates(cells) for cells in values]
    return fits.index(True) if True in fits else None


def _is_unique(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return (
        len(filled) >= _LEAST_CELLS
        and len(set(filled)) == len(filled)
        and max(map(len, filled)) <= _LONGEST_ID
    )


def _are_codes(cells: Sequence[str]) -> bool:
    codes = [_CODE.fullmatch(cell) for cell in cells if cell]
    prefixes = {code["prefix"] for code in codes if code}
    return all(codes) and len(prefixes) == 1 and (len(codes) >= _LEAST_CODES or prefixes == {None})


def _are_dates(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= _LEAST_CELLS and sum(bool(_DATE.fullmatch(cell)) for cell in filled) >= 0.9 * len(
        filled
    )


def _first(names: Sequence[str], known: Sequence[str], fits: Sequence[bool]) -> int | None:
    matches = [(known.index(name), i) for i, name in enumerate(names) if name in known and fits[i]]
    return min(matches)[1] if matches else None


def _tag_column(names: Sequence[str], values: Sequence[Sequence[str]], tags: Sequence[str]) -> int | None:
    """Return the column of known tags, or None.

    A column with at least 50% of cells in `tags` is preferred; otherwise name and number of values decide.
    A subject is one only beside a title.
    """
    known = {tag.casefold() for tag in tags}
    shares = [sum(cell.casefold() in known for cell in cells) / max(1, len(cells)) for cells in values]
    if shares and max(shares) >= 0.5:
        return shares.index(max(shares))
    few = [_has_few_values(cells) for cells in values]
    found = _first(names, TAG_NAMES, few)
    words = [word for name in names for word in re.findall(r"[^\W_]+", name)]
    if found is None and any(word.endswith(_TITLE_NAMES) for word in words):
        filled = [fits and any(cells) for fits, cells in zip(few, values, strict=True)]
        found = _first(names, _SUBJECT_NAMES, filled)
    return found


def _has_few_values(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    distinct = len(set(filled))
    return distinct <= max(10, len(filled) // 2) and all(len(cell) <= 80 for cell in filled)


def _is_wordy(cells: Sequence[str]) -> bool:
    """Return whether at least half of the filled cells are words, or there are no sample rows."""
    filled = [cell for cell in cells if cell]
    words = [cell for cell in filled if not _NUMBER.fullmatch(cell) and not _DATE.fullmatch(cell)]
    return len(words) * 2 >= len(filled) and (bool(filled) or not cells)


def _mean_length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / max(1, len(cells))


TAG: Final = "tag"
PREDICTED_TAG: Final = "predicted_tag"
TABLE_TAG: Final = "table_tag"
"""The tag that the table had, in an export of corrections."""
CONFIDENCE: Final = "confidence"
"""Confidence of the predicted tag."""
MODEL_VERSION: Final = "model_version"
"""The model that predicted."""
NEEDS_REVIEW: Final = "needs_review"
"""Whether the prediction is below the review threshold and nobody reviewed it."""
UNSURE_TAG: Final = "unsure_tag"
"""A prediction below the review threshold, if these have a column of their own."""
STATUS: Final = "status"
FLAGGED: Final = "flagged"
SKIPPED: Final = "skipped"
UNSURE: Final = "unsure"
STALE: Final = "stale"
NOTE: Final = "note"
CURATOR: Final = "curator"
TIME: Final = "time"
OFF_TOPIC: Final = "off_topic"
"""Whether a curator marked the text as off topic, or it may be."""
ADDITIONAL_TAGS: Final = "additional_tags"
MARKS: Final = "marks"
PREFIX: Final = "mltag_"
"""Set before a name that the table has too."""

CHOICES: Final = (
    TAG,
    PREDICTED_TAG,
    CONFIDENCE,
    STATUS,
    FLAGGED,
    NOTE,
    CURATOR,
    TIME,
    ADDITIONAL_TAGS,
    MODEL_VERSION,
    SKIPPED,
    UNSURE,
    OFF_TOPIC,
)
"""The columns that an export can add, in the order in which they are written."""
NUMBERS: Final = frozenset({CONFIDENCE})
TRUTHS: Final = frozenset({FLAGGED, SKIPPED, UNSURE, OFF_TOPIC, NEEDS_REVIEW, STALE})
