"""What an import finds, and how tags are sampled."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.import_findings import (
    dominant_tag,
    inspect,
    periods,
    rare_tags,
    uneven_shares,
)
from mltag_desktop.gui.import_export.import_report import grouped_findings
from tests.core.workspace.helpers import (
    TAGS,
    created,
    imported,
)

LONG = "The quick brown fox jumps over the lazy dog while nine grey herons watch from the old wooden bridge"


def test_duplicates_unusual_lengths_and_unknown_tags_are_found(tmp_path: Path) -> None:
    texts = [f"{LONG} near pond number {number} of place {number * 7}" for number in (1, 2)]
    texts += ["Sentence about a subject " + chr(97 + n) * 5 + f" and {n} more things here" for n in range(20)]
    texts += [texts[5], "", "x", "word " * 2_000]
    lines = [f"{text},{'whales' if row == 3 else TAGS[row % 3]}\n" for row, text in enumerate(texts)]
    (tmp_path / "t.csv").write_text("text,tag\n" + "".join(lines))
    with imported(tmp_path, TableFile(tmp_path / "t.csv"), ColumnMapping((0,), tag=1)) as workspace:
        found = inspect(SILENT, workspace, bundled())
    assert found.duplicates == ((5, 22),)
    assert (0, 1) in found.near
    assert found.empty.tolist() == [23]
    assert found.short.tolist() == [24]
    assert found.long.tolist() == [25]
    assert found.unknown_tags == {"whales": 1}
    assert (len(found.in_training), len(found.in_holdout)) == (0, 0)


def test_rare_tags_and_tags_of_one_source_are_found(tmp_path: Path) -> None:
    tags = [*(TAGS[row % 2] for row in range(80)), TAGS[2]]
    sources = ["blog" if tag == TAGS[0] else "mail" for tag in tags]
    rows = [f"text {row},{tag},{source}" for row, (tag, source) in enumerate(zip(tags, sources, strict=True))]
    (tmp_path / "t.csv").write_text("text,tag,source\n" + "\n".join(rows) + "\n")
    with imported(tmp_path, TableFile(tmp_path / "t.csv"), ColumnMapping((0,), tag=1)) as workspace:
        found = inspect(SILENT, workspace, bundled())
        groups = {group.name: group for group in grouped_findings(workspace, found).groups}
    assert [(tag, own.tolist()) for tag, own in found.rare] == [(TAGS[2], [80])]
    assert [(share.value, share.tag) for share in found.uneven] == [("blog", TAGS[0])]
    assert groups["Rare tags"].rows == (80,)
    assert groups["Uneven sampling"].rows == tuple(range(0, 80, 2))
    assert groups["Uneven sampling"].lines[0].cells[2] == f"{TAGS[0]}: 100% with source blog, 0% otherwise"


def test_a_few_texts_in_another_language_are_found(tmp_path: Path) -> None:
    english = "This is the description of a method that was used for number {} of the tables"
    german = "Das ist die Beschreibung einer Methode, die für Tabelle {} nicht verwendet wird"
    texts = [german.format(row) if row in (7, 30) else english.format(row) for row in range(60)]
    texts += ["这是用于处理表格数据的方法的简短说明", "PyTorch 2", ""]
    with created(tmp_path) as workspace:
        workspace.table.add_texts(texts)
        found = inspect(SILENT, workspace, bundled())
    assert found.main_languages == ("en",)
    assert found.languages == ((7, "de"), (30, "de"), (60, "zh"))
    assert (found.looked_at, found.total) == (63, 63)


def test_a_table_in_two_languages_has_no_rare_language(tmp_path: Path) -> None:
    texts = [
        "This is the description of a method for the records",
        "Das ist die Beschreibung der Methode, und nicht mehr",
    ] * 10
    with created(tmp_path) as workspace:
        workspace.table.add_texts([f"{text} {row}" for row, text in enumerate(texts)])
        found = inspect(SILENT, workspace, bundled())
    assert set(found.main_languages) == {"en", "de"}
    assert found.languages == ()


def test_a_sample_reports_its_size_and_duplicates_of_the_whole_table(tmp_path: Path) -> None:
    texts = [f"The text of record number {row} about {row * 31}" for row in range(400)]
    texts += [texts[3], "", texts[9], texts[3]]
    with created(tmp_path) as workspace:
        workspace.table.add_texts(texts)
        found = inspect(SILENT, workspace, bundled(), at_most=50)
    assert (found.looked_at, found.total) == (50, 404)
    assert found.duplicates == ((3, 400, 403), (9, 402))
    assert found.empty.tolist() == [401]


SAMPLED = ["refund", "card", "other"] * 100


def test_rare_and_dominant_tags() -> None:
    assert rare_tags({"a": 20, "b": 9, "c": 1}) == (("c", 1), ("b", 9))
    assert dominant_tag(["a"] * 90 + ["b"] * 10) == ("a", 0.9)
    assert dominant_tag(["a"] * 70 + ["b"] * 30) is None
    assert dominant_tag(["a"] * 5) is None


def test_a_tag_that_depends_on_the_source_is_found_with_its_rows() -> None:
    random = np.random.default_rng(0)
    source = random.choice(["blog", "mail", "chat"], 300).tolist()
    pairs = zip(source, SAMPLED, strict=True)
    tags = ["refund" if of == "mail" and random.random() < 0.8 else tag for of, tag in pairs]
    numbers = [str(number) for number in range(300)]
    [found] = uneven_shares(tags, {"source": source, "id": numbers})
    assert (found.column, found.value, found.tag) == ("source", "mail", "refund")
    assert found.inside > 0.7 > 0.5 > found.outside
    assert all(source[row] == "mail" and tags[row] == "refund" for row in found.rows)
    assert uneven_shares(tags, {"source": source}, only="nonsense") == ()


def test_random_sources_are_not_reported() -> None:
    for seed in range(30):
        random = np.random.default_rng(seed)
        columns = {name: random.choice(list("abcdef"), 300).tolist() for name in ("one", "two")}
        assert uneven_shares(random.choice(SAMPLED[:3], 300).tolist(), columns) == ()


@pytest.mark.parametrize("form", ["{:%Y-%m-%d}", "{:%Y-%m-%dT%H:%M:%S}", "{:%d.%m.%Y}"])
def test_dates_are_cut_into_periods(form: str) -> None:
    days = np.datetime64("2024-01-01") + np.arange(300)
    values = [form.format(day) for day in days.astype("datetime64[s]").tolist()]
    found = periods(values)
    assert found is not None
    assert found[0] == "2024-01-01 – 2024-03-15"
    assert [found.count(name) for name in dict.fromkeys(found)] == [75] * 4
    late = ["new" if row >= 225 else tag for row, tag in enumerate(SAMPLED)]
    [share] = uneven_shares(late, {"date": values})
    assert (share.value, share.tag, share.inside, share.outside) == (found[299], "new", 1.0, 0.0)
    assert periods(["blog", "mail"] * 100) is None
    assert periods(["12", "13"] * 100) is None
