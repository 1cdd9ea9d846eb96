"""Columns with tags: recognised, taken over in one go, corrected, trained on and written back."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.tag_cells import JSON, SINGLE, joined_cell, recognised_form, split_cell
from mltag_desktop.core.workspace.decisions.known_tags import (
    TagColumn,
    tag_column,
    tag_columns,
    tagged_records,
    take_known_tags,
)
from mltag_desktop.core.workspace.decisions.tag_set import carried_over, renamed
from mltag_desktop.core.workspace.import_findings import inspect
from mltag_desktop.core.workspace.search.column_values import ColumnCodes, column_codes
from mltag_desktop.core.workspace.storage.metadata import bundled_tags
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    exported,
    record_of,
)


def table(folder: Path, cells: list[str], mapping: ColumnMapping | None = None) -> Workspace:
    path = folder / "table.csv"
    rows = "".join(f'{n},"text number {n} 返金","{cell}"\r\n' for n, cell in enumerate(cells))
    path.write_bytes(f"id,text,intent\r\n{rows}".encode())
    workspace = Workspace.create(folder / "table.mltag", "Ann", ["bundled", "other"])
    workspace.table.import_table(SILENT, TableFile(path), mapping or ColumnMapping((1,), 0, None, 2))
    return workspace


def labelled(workspace: Workspace) -> TagColumn:
    """Return the mapped tag column."""
    found = tag_column(SILENT, workspace)
    assert found is not None
    return found


def assert_unchanged_export(workspace: Workspace, folder: Path) -> None:
    exported(workspace, "same.csv")
    assert (folder / "same.csv").read_bytes() == (folder / "table.csv").read_bytes()


def last_cells(path: Path) -> list[str]:
    """Return the last cell of each record, without the header."""
    return [line.rsplit(",", 1)[1].strip('"') for line in path.read_text().splitlines()[1:]]


@pytest.mark.parametrize(
    ("cells", "form", "first"),
    [
        (["a", "b", "a", ""], SINGLE, ("a",)),
        (["a;b", "a", "b;a", "b"], ";", ("a", "b")),
        (["a | b", "a", "b|a", "b"], "|", ("a", "b")),
        (['["a", "b"]', '["a"]', "[]"], JSON, ("a", "b")),
        (["['a', 'b']", "['a']"], JSON, ("a", "b")),
        (["refund, late", "fees", "refund, late"], SINGLE, ("refund, late",)),
        (["a,b", "a,c", "b,c", "a,b,c", "c,a", "b,a"], ",", ("a", "b")),
        (["返金", "手数料", "返金"], SINGLE, ("返金",)),
        ([f"{whole},{part:02}" for whole in range(1, 5) for part in (0, 25, 50, 75)], SINGLE, ("1,00",)),
        (["1", *(f"{n},{part}" for n in range(1, 9) for part in (25, 5, 75))], SINGLE, ("1",)),
        ([f"{n // 10},{n % 10}" for n in range(10, 51)], SINGLE, ("1,0",)),
        ([f"{one},{other}" for one, other in permutations(range(12, 24), 2)], ",", ("12", "13")),
    ],
)
def test_cells_with_several_tags_are_recognised(cells: list[str], form: str, first: tuple[str, ...]) -> None:
    assert recognised_form(cells) == form
    assert split_cell(cells[0], form) == first
    for cell in cells:
        tags = split_cell(cell, form)
        assert split_cell(joined_cell(tags, form), form) == tags


@pytest.mark.parametrize(
    ("cells", "in_order"),
    [
        (["3", "10", "3", "1", "2", "2", "2"], ["1", "2", "3", "10"]),
        (["1", "1", "-1", "0", "0", "0"], ["-1", "0", "1"]),
        (["1,5", "1,5", "10", "10,0", "15", "2,0", "2,0", "2,0"], ["1,5", "2,0", "10", "10,0", "15"]),
        (["9" * 5_000, "9" * 5_000, "2", "2.5", "2.5"], ["2", "2.5", "9" * 5_000]),
        (["b", "1", "1", "2", "2", "2"], ["2", "1", "b"]),
        (["nan", "10", "10", "10", "2", "2"], ["10", "2", "nan"]),
    ],
)
def test_numbers_are_tags_in_their_order_so_that_digits_set_them(
    tmp_path: Path, cells: list[str], in_order: list[str]
) -> None:
    with table(tmp_path, cells) as workspace:
        found = labelled(workspace)
        assert found.counts == tuple((tag, cells.count(tag)) for tag in in_order)


def test_a_labelled_column_becomes_known_tags_at_once(tmp_path: Path) -> None:
    with table(tmp_path, ["refund", "fees", "", "refund", "fees", "refund"]) as workspace:
        found = labelled(workspace)
        assert (found.name, found.labelled, found.records) == ("intent", 5, 6)
        assert found.counts == (("refund", 3), ("fees", 2))
        assert found.is_plain
        assert [one.name for one in tag_columns(SILENT, workspace)] == ["intent"]
        take_known_tags(SILENT, workspace, found)
        states = workspace.states()
        assert [tag.name for tag in workspace.tag_set.tags] == ["refund", "fees"]
        assert states.status.tolist() == [3, 3, 0, 3, 3, 3]
        assert record_of(workspace, 1).decided == "fees"
        workspace.decisions.decide([1], "refund")
        assert record_of(workspace, 1).status is Status.CORRECTED
        trained = workspace.scan.examples()
        audited = workspace.scan.examples(audit=True)
        assert len(trained.rows) + len(audited.rows) == 5, "known rows are trained on and evaluated"
    with Workspace.open(tmp_path / "table.mltag", "Bea") as again:
        assert again.states().status.tolist() == [3, 2, 0, 3, 3, 3]
        lines = exported(again).path.read_text("utf-8").splitlines()
        assert lines[2].endswith('"refund"') or lines[2].endswith("refund")
        source = (tmp_path / "table.csv").read_text("utf-8").splitlines()
        assert [*lines[:2], *lines[3:]] == [*source[:2], *source[3:]], "other rows stay as they are"
        for _ in range(3):
            again.history.undo()
        assert (again.states().status == 0).all()
        assert [tag.name for tag in again.tag_set.tags] == ["bundled", "other"]


def test_several_tags_are_additional_tags_and_written_back(tmp_path: Path) -> None:
    cells = ["a|b", "a", "b|a", "b", "c|a"]
    with table(tmp_path, cells) as workspace:
        found = labelled(workspace)
        assert found.form == "|"
        take_known_tags(SILENT, workspace, found)
        assert record_of(workspace, 0).also == ("b",)
        assert_unchanged_export(workspace, tmp_path)
        workspace.decisions.add_tag([1], "c")
        workspace.decisions.decide([3], "c")
        exported(workspace)
    assert last_cells(tmp_path / "out.csv") == ["a|b", "a|c", "b|a", "c", "c|a"]


def test_the_order_of_several_tags_and_their_blanks_stay(tmp_path: Path) -> None:
    cells = ["c; a; b", "a; b", "b", "b; c; a", "a", "c; B"]
    with table(tmp_path, cells) as workspace:
        take_known_tags(SILENT, workspace, labelled(workspace))
        assert_unchanged_export(workspace, tmp_path)
        workspace.decisions.add_tag([1], "c")
        workspace.decisions.remove_tag([3], "c")
        workspace.decisions.decide([5], "b")
        exported(workspace)
    assert last_cells(tmp_path / "out.csv") == ["c; a; b", "a; b; c", "b", "b; a", "a", "B"]


def test_spellings_of_a_tag_are_one_tag_and_stay_in_the_export(tmp_path: Path) -> None:
    cells = ["top_up", "TOP UP", "fees", "Fees", "top_up", "FEES ", "Top-up;fees"]
    with table(tmp_path, [*cells, "fees"]) as workspace:
        found = labelled(workspace)
        assert found.counts == (("fees", 5), ("top_up", 4))
        assert dict(found.spellings)["TOP UP"] == "top_up"
        take_known_tags(SILENT, workspace, found)
        assert [tag.name for tag in workspace.tag_set.tags] == ["fees", "top_up"]
        assert [record.decided for record in workspace.table.records([1, 3, 5])] == ["top_up", "fees", "fees"]
        assert_unchanged_export(workspace, tmp_path)
        workspace.decisions.decide([3], "top_up")
        workspace.decisions.decide([1], "top_up")
        workspace.tag_set.set(renamed(workspace.tag_set.tags, "fees", "Charges"))
        exported(workspace)
    charges = ["Charges", "top_up", "top_up", "Charges", "Top-up;Charges", "Charges"]
    assert last_cells(tmp_path / "out.csv") == ["top_up", "TOP UP", *charges]


@pytest.mark.parametrize("cells", [["-1", "0", "1", "1"], ["A", "A-", "B", "A-"], ["C", "C+", "_C", "C"]])
def test_signs_at_the_ends_of_names_tell_tags_apart(tmp_path: Path, cells: list[str]) -> None:
    with table(tmp_path, cells) as workspace:
        found = labelled(workspace)
        assert {tag for tag, _ in found.counts} == set(cells)
        assert not found.spellings


@pytest.mark.parametrize(
    ("cells", "spellings"),
    [
        (["NLP", "N.L.P.", "nlp ", "N L P", "NLP"], {"nlp": "NLP", "N.L.P.": "NLP", "N L P": "NLP"}),
        (["Ops", "ops.", "Ops", "v1.0", "v10", "1.", "1", ".NET", "net"], {"ops.": "Ops"}),
        (["US news", "US news", "U.S. news", "us a b"], {"U.S. news": "US news"}),
        (["US news", "US-news", "U.S.-news", "US news"], {"US-news": "US news", "U.S.-news": "US news"}),
    ],
)
def test_points_of_abbreviations_tell_no_tags_apart(
    tmp_path: Path, cells: list[str], spellings: dict[str, str]
) -> None:
    with table(tmp_path, cells) as workspace:
        found = labelled(workspace)
        assert dict(found.spellings) == spellings


def test_a_tag_of_the_tag_set_is_no_spelling_of_another(tmp_path: Path) -> None:
    with table(tmp_path, ["US", "U.S.", "u.s", "US"]) as workspace:
        workspace.tag_set.set(["US", "U.S."])
        found = labelled(workspace)
        assert dict(found.spellings) == {"u.s": "US"}
        take_known_tags(SILENT, workspace, found)
        assert [record.decided for record in workspace.table.records(range(4))] == ["US", "U.S.", "US", "US"]


def test_former_names_of_tags_are_still_those_tags(tmp_path: Path) -> None:
    with table(tmp_path, ["game", "games", "GAMES", "mail", "game", "mail"]) as workspace:
        take_known_tags(SILENT, workspace, labelled(workspace))
        game, mail = (tag for tag in workspace.tag_set.tags if tag.name != "games")
        workspace.tag_set.set([replace(game, aliases=("games",)), mail])
        found_tags = tagged_records(SILENT, workspace).names()
        assert found_tags == ["game", "game", "game", "mail", "game", "mail"]
        by_tag = tagged_records(SILENT, workspace).rows_by_tag()
        assert {tag: rows.tolist() for tag, rows in by_tag.items()} == {"game": [0, 1, 2, 4], "mail": [3, 5]}
        assert dict(labelled(workspace).spellings) == {"GAMES": "games"}
        assert not inspect(SILENT, workspace, bundled()).unknown_tags


def test_decided_records_and_their_tags_stay(tmp_path: Path) -> None:
    with table(tmp_path, ["refund", "fees", "refund", "fees"]) as workspace:
        workspace.decisions.decide([0], "other")
        take_known_tags(SILENT, workspace, labelled(workspace))
        assert record_of(workspace, 0).decided == "other"
        assert [tag.name for tag in workspace.tag_set.tags] == ["fees", "refund", "other"]


def test_record_that_is_decided_while_the_column_is_read_keeps_its_decision(tmp_path: Path) -> None:
    def read(progress: Progress, workspace: Workspace, place: int) -> ColumnCodes:
        found = column_codes(progress, workspace, place)
        workspace.decisions.decide([0], "other")
        workspace.table.add_texts(["one more"])
        return found

    with table(tmp_path, ["refund", "fees", "", "fees"]) as workspace:
        found = labelled(workspace)
        take_known_tags(SILENT, workspace, found, read)
        records = workspace.table.records(range(5))
        assert [record.decided for record in records] == ["other", "fees", None, "fees", None]
        assert "other" in [tag.name for tag in workspace.tag_set.tags]


def test_a_column_of_nine_thousand_values_is_not_taken_silently(tmp_path: Path) -> None:
    with table(tmp_path, [f"value {number}" for number in range(9_000)]) as workspace:
        found = labelled(workspace)
        assert (found.values, len(found.counts), found.left_out) == (9_000, 2_000, 7_000)
        assert found.counts[:2] == (("value 0", 1), ("value 1", 1))
        assert not found.is_plain
        assert not tag_columns(SILENT, workspace)
        with pytest.raises(MltagError, match="9,000 different values"):
            take_known_tags(SILENT, workspace, found)
        assert [tag.name for tag in workspace.tag_set.tags] == ["bundled", "other"]


def test_a_column_without_tags_is_none(tmp_path: Path) -> None:
    with table(tmp_path, ["", " ", ""]) as workspace:
        assert tag_column(SILENT, workspace) is None
        assert tag_column(SILENT, workspace, 99) is None


def test_a_column_that_was_not_mapped_becomes_the_tag_column(tmp_path: Path) -> None:
    unmapped, mapped = ColumnMapping((1,), 0), ColumnMapping((1,), 0, None, 2)
    with table(tmp_path, ["refund", "fees", "refund", "fees"], unmapped) as workspace:
        (found,) = tag_columns(SILENT, workspace)
        take_known_tags(SILENT, workspace, found)
        assert workspace.table.mapping == mapped
        workspace.decisions.decide([1], "refund")
        assert '1,"text number 1 返金","refund"' in exported(workspace).path.read_text("utf-8")
        for _ in range(4):
            workspace.history.undo()
        assert workspace.table.mapping == unmapped


@pytest.mark.parametrize("name", ["Sprache", "Agent", "assignee", "STATUS", "Suivi par", "ÉTAT", "Etat"])
def test_languages_agents_and_ratings_are_the_last_columns_to_hold_tags(name: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = "".join(
        f"{n},text number {n},{'de' if n % 2 else 'fr'},{n % 5},{n % 3}0.5 €,{'ab'[n % 2] if n < 6 else ''}\n"
        for n in range(12)
    )
    path.write_text(f"id,text,{name},stars,fee,kind\n{rows}", encoding="utf-8")
    with Workspace.create(tmp_path / "table.mltag", "Ann", ["bundled", "other"]) as workspace:
        workspace.table.import_table(SILENT, TableFile(path), ColumnMapping((1,), 0))
        found = [column.name for column in tag_columns(SILENT, workspace)]
    assert found[0] == "kind"
    assert sorted(found) == sorted([name, "kind", "stars", "fee"])


def test_the_guideline_of_a_bundled_tag_is_not_taken_to_other_tags(tmp_path: Path) -> None:
    with table(tmp_path, ["refund", "other", "fees", "other"]) as workspace:
        workspace.tag_set.set(bundled_tags())
        assert workspace.tag_set.tags[-1].description
        take_known_tags(SILENT, workspace, labelled(workspace))
        tags = {tag.name: tag for tag in workspace.tag_set.tags}
        assert tags["other"].description == ""
        mine = (
            replace(tags["other"], description="All the rest."),
            *carried_over([*tags.values()], ["fees"]),
        )
        assert carried_over(mine, ["other", "fees"]) == mine, "a guideline of one's own stays"
        assert carried_over(bundled_tags(), [tag.name for tag in bundled_tags()]) == bundled_tags()
