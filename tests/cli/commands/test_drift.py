"""`mltag drift` over a table and a workspace."""

import csv
import json
from pathlib import Path

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
    found = [json.loads(mltag("drift", source, "--json", "-").out) for source in (table, workspace)]
    assert found[0] == found[1]
    assert set(found[0]) >= KEYS
    alarms = {alarm["check"]: alarm for alarm in found[0]["alarms"]}
    assert 0.05 < found[0]["off_topic_share"] < 0.4
    example = alarms["off_topic"]["examples"][0]
    assert example["row"] > 120
    assert example["text"] == SHORT[example["row"] - 121]


def test_the_printed_report_has_rows_and_texts(mltag, tmp_path: Path) -> None:
    done = mltag("drift", mixed(tmp_path / "in.csv"))
    assert done.code == 0
    assert "152 rows compared with the training data" in done.out
    assert any(f": {text}" in done.out for text in SHORT)


def test_a_missing_table_prints_two_lines(mltag, tmp_path: Path) -> None:
    for name in ("no.csv", "no.mltag"):
        done = mltag("drift", tmp_path / name)
        assert (done.code, len(done.error_lines)) == (1, 2)
