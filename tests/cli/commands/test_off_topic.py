"""`mltag predict --off-topic`."""

import csv
import io
import json
from pathlib import Path

import pytest

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.learning.off_topic_records import table_filter
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.off_topic import published_off_topic_filter
from mltag_desktop.core.tables.formats import open_rows
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import rows
from tests.core.helpers import sample
from tests.core.model.test_off_topic import MESSAGES

ON = [f"{title} {description}" for title, description, _ in rows()][:8]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    mixed = [text for pair in zip(ON, MESSAGES, strict=True) for text in pair]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "text"], *([number, text] for number, text in enumerate(mixed))])
    return path


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_off_topic_rows_are_flagged_and_need_review(mltag, table: Path) -> None:
    done = mltag("predict", table, "--text", "text", "--off-topic", "flag", "--needs-review")
    found = read(done.out)
    assert [row["off_topic"] for row in found] == ["false", "true"] * len(ON)
    assert all(row["needs_review"] == "true" for row in found if row["off_topic"] == "true")
    assert f"{len(MESSAGES)} rows off topic" in done.err
    empty = read(mltag("predict", table, "--text", "text", "--off-topic", "flag", "--unsure", "empty").out)
    assert not any(row["predicted_tag"] for row in empty[1::2])


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx", ".parquet"])
def test_off_topic_rows_are_left_out(mltag, table: Path, tmp_path: Path, suffix: str) -> None:
    out, facts = tmp_path / f"out{suffix}", tmp_path / "facts.json"
    options = ("--text", "text", "--off-topic", "drop", "-o", out, "--json", facts, "--workers", "2")
    mltag("predict", table, *options)
    again = open_rows(out)
    assert [row[1] for row in again.rows()] == ON
    assert json.loads(facts.read_text())["off_topic"] == len(MESSAGES)


def test_a_published_model_has_the_limit_of_its_workspace(mltag, tmp_path: Path) -> None:
    source, document, bundle = resource("sample.csv"), tmp_path / "w.mltag", tmp_path / "bundle"
    predict = ("predict", source, "--text", "title", "--text", "description", "--off-topic", "flag")
    mltag("import", source, document)
    mltag("publish", document, bundle)
    published = [row["off_topic"] for row in read(mltag(*predict, "--model", bundle).out)]
    assert published.count("true") < 0.05 * len(published)
    with Workspace.open(document, "Ann", write=False) as opened:
        assert [flag == "true" for flag in published] == opened.states().suspected.tolist()
        shifted = table_filter(opened, bundled())
    assert shifted is not None
    assert read(mltag(*predict).out) != published  # the bundled model keeps the limit of its training data
    published_model = load_bundle(bundle)
    assert published_model.manifest.off_topic == shifted.published()
    detector, texts = published_off_topic_filter(published_model), sample()[0]
    assert detector is not None
    assert published_off_topic_filter(published_model) is detector  # the service asks for each answer
    with Workspace.open(document, "Ann", write=False) as opened:
        assert detector.suspicion_of(texts).doubtful.tolist() == opened.states().doubtful.tolist()


def test_a_model_without_a_filter_says_so(mltag, table: Path) -> None:
    done = mltag.refused("predict", table, "--text", "text", "--off-topic", "drop", "--model", "rules")
    assert "off topic" in done.err
