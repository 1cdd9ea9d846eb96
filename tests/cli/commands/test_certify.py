"""`mltag certify`: from a proposal to a certificate, and back."""

import csv
from pathlib import Path

import pytest

from mltag_desktop.cli.command_line import run
from mltag_desktop.core.workspace.decisions.certificates import start
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import FRONT, read_rows, write_plain
from tests.core.learning.certification.helpers import plan_of_two_cuts


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> bytes:
    """A workspace with 576 predicted records."""
    folder = tmp_path_factory.mktemp("certify")
    assert run(["import", str(write_plain(folder / "in.csv", 8)), str(folder / "w.mltag"), "-q"], FRONT) == 0
    return (folder / "w.mltag").read_bytes()


@pytest.fixture
def document(imported: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "w.mltag"
    path.write_bytes(imported)
    return path


def answer(document: Path, table: Path, wrong: int = 0) -> None:
    """Fill in the predicted tags, some of them wrong; the table to fill in does not tell them."""
    rows = read_rows(table)
    assert list(rows[0]) == ["record", "tag", "text"]
    with Workspace.open(document, "Ada") as workspace:
        records = workspace.table.records([int(row["record"]) - 1 for row in rows])
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("record", "tag"))
        for place, record in enumerate(records):
            other = "other" if record.predicted != "other" else "mlops"
            writer.writerow((record.row + 1, other if place < wrong else record.predicted))


def test_from_a_proposal_to_a_certificate(mltag, document: Path, tmp_path: Path) -> None:
    table = tmp_path / "check.csv"
    assert "Unverified" in mltag("certify", document).out
    tried = mltag.json("certify", document, "--allow", "10%", "--dry-run")
    assert tried["state"] == "none"
    assert 0 < tried["fewest_checks"] <= tried["most_checks"] <= 50
    started = mltag.json("certify", document, "--allow", "10%", "--out", table)
    assert (started["state"], started["allowed"], started["checked"]) == ("running", 0.1, 0)
    assert len(started["to_check"]) == started["missing"] == started["fewest_checks"]
    mltag.refused("certify", document, "--finish")
    answer(document, table)
    mltag("decide", document, "--from", table)
    rest = mltag("certify", document, "--out", tmp_path / "rest.csv").out
    assert "10% is proven" in rest
    assert "Fill in" not in rest
    done = mltag.json("certify", document, "--finish", "--curator", "Ada")
    assert (done["state"], done["checked"], done["wrong"]) == ("certified", started["fewest_checks"], 0)
    assert "With 95% confidence at most 10%" in done["certificate"]
    assert "by Ada" in done["certificate"]
    exported = mltag.json("export", document, tmp_path / "out.csv")
    assert exported["certificate"] == done["certificate"]
    mltag("undo", document)
    assert mltag.json("certify", document)["state"] == "proven"


def test_wrong_answers_end_without_a_certificate(mltag, document: Path, tmp_path: Path) -> None:
    table = tmp_path / "check.csv"
    drawn = mltag("certify", document, "--allow", "0.1", "--checks", "60", "--out", table)
    count = len(table.read_text("utf-8").splitlines()) - 1
    assert f"{count} records to check written to {table}" in drawn.out
    assert f"mltag decide {document} --from {table}" in drawn.out
    assert "written to" not in mltag("certify", document, "--out", "-").out
    answer(document, table, wrong=15)
    mltag("decide", document, "--from", table)
    found = mltag.json("certify", document)
    assert (found["state"], found["missing"], found["certificate"]) == ("failed", None, None)
    assert "too many to prove 10%" in mltag("certify", document).out
    mltag("certify", document, "--cancel")
    exported = mltag("export", document, tmp_path / "out.csv")
    assert "unverified" in exported.err
    assert "%" not in exported.err


def test_a_proof_of_a_strict_cut_can_be_extended_or_certified(mltag, document: Path) -> None:
    with Workspace.open(document, "Ada") as workspace:
        start(workspace, plan_of_two_cuts(workspace))
        for row in (0, 2):
            predicted = workspace.table.records([row])[0].predicted
            workspace.decisions.decide([row], predicted)
    said = mltag("certify", document).out
    assert (
        "10% is proven for 20 records above 0.95; about 2 more may prove it for 30 records above 0.90" in said
    )
    found = mltag.json("certify", document)
    assert (found["state"], found["cut"], found["proven_cut"], found["proven_records"]) == (
        "proven", 0.9, 0.95, 20,
    )  # fmt: skip
    assert (found["missing"], found["to_check"]) == (2, [2, 4])
    done = mltag.json("certify", document, "--finish")
    assert (done["state"], done["cut"], done["records"], done["checked"]) == ("certified", 0.95, 20, 2)


def test_a_second_certification_is_refused(mltag, document: Path) -> None:
    mltag("certify", document, "--allow", "10%")
    again = mltag.refused("certify", document, "--allow", "5%")
    assert "running already" in again.err


def test_a_change_of_the_tags_voids_it(mltag, document: Path) -> None:
    mltag("certify", document, "--allow", "10%")
    with Workspace.open(document, "Ada") as workspace:
        workspace.tag_set.set([*workspace.tag_set.tags, "audio"])
    found = mltag.json("certify", document)
    assert (found["state"], found["void"]) == ("void", "The tags have changed.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--allow", "lots"),
        ("--allow", "0"),
        ("--allow", "5"),
        ("--allow", "5%", "--finish"),
        ("--finish", "--cancel"),
        ("--checks", "10"),
        ("--allow", "5%", "--checks", "0"),
    ],
)
def test_wrong_usage(mltag, document: Path, arguments: tuple[str, ...]) -> None:
    mltag("certify", document, *arguments, code=2)


def test_nothing_to_do_is_an_error(mltag, document: Path, tmp_path: Path) -> None:
    for option in ("--finish", "--cancel"):
        mltag("certify", document, option, code=1)
    mltag("certify", document, "--out", tmp_path / "check.csv", code=1)
    mltag("certify", tmp_path / "none.mltag", code=1)
    mltag("certify", document, "--allow", "1%", "--checks", "20", code=1)


def test_missing_predictions_are_an_error(mltag, tmp_path: Path) -> None:
    path = tmp_path / "w.mltag"
    mltag("import", write_plain(tmp_path / "in.csv"), path, "--no-predict")
    done = mltag("certify", path, "--allow", "5%", code=1)
    assert "no prediction" in done.err
