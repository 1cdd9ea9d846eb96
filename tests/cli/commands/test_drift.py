"""`mltag drift` over a table and a workspace."""

import csv
from pathlib import Path

from mltag_desktop.core.learning.off_topic_records import refresh_off_topic
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import read_rows
from tests.core.learning.test_drift_monitor import in_topic
from tests.core.model.unrelated_texts import SHORT

KEYS = {"tags_psi", "confidence_psi", "off_topic_share", "vocabulary_coverage", "alarms"}


def mixed(path: Path) -> Path:
    texts = in_topic()[:120]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text"], *([text] for text in [*texts, *SHORT])])
    return path


def test_a_table_and_its_workspace_have_the_same_report(mltag, tmp_path: Path) -> None:
    table, workspace = mixed(tmp_path / "in.csv"), tmp_path / "in.mltag"
    mltag("import", table, workspace, "--no-predict")
    found = [mltag.json("drift", source) for source in (table, workspace)]
    assert found[0] == found[1]
    assert set(found[0]) >= KEYS
    alarms = {alarm["check"]: alarm for alarm in found[0]["alarms"]}
    assert 0.05 < found[0]["off_topic_share"] < 0.4
    example = alarms["off_topic"]["examples"][0]
    assert example["row"] > 120
    assert example["text"] == SHORT[example["row"] - 121]


def test_the_printed_report_has_rows_and_texts(mltag, tmp_path: Path) -> None:
    done = mltag("drift", mixed(tmp_path / "in.csv"))
    lines = done.out.splitlines()
    assert len(lines) == 5
    assert "152 rows compared with the training data" in lines[0]
    assert lines[0].endswith("some texts are about something else")
    assert any(f": {text}" in lines[1] for text in SHORT)


def test_texts_about_the_same_topics_in_another_style_are_not_off_topic(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text"], *([text] for text in in_topic())])
    done = mltag("drift", table)
    assert "the same topics" in done.out.splitlines()[0]
    assert "off topic" not in done.out.splitlines()[-1]


def test_predict_drift_and_the_window_count_the_same_texts(mltag, tmp_path: Path) -> None:
    table, workspace, out = mixed(tmp_path / "in.csv"), tmp_path / "in.mltag", tmp_path / "out.csv"
    mltag("predict", table, "--off-topic", "flag", "-o", out)
    flagged = [row["off_topic"] == "true" for row in read_rows(out)]
    mltag("import", table, workspace)
    with Workspace.open(workspace, "Ann") as opened:
        refresh_off_topic(SILENT, opened, bundled())
        assert opened.states().off_topic.tolist() == flagged
    assert 20 < sum(flagged) == mltag.json("drift", table)["off_topic"]


def test_a_missing_table_prints_two_lines(mltag, tmp_path: Path) -> None:
    for name in ("no.csv", "no.mltag"):
        mltag.refused("drift", tmp_path / name)
