"""A JSON file with a list of objects is a table for every command."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Mltag

OBJECTS = [
    {"id": 1, "title": "Detecting objects in video", "score": 1.5},
    {"id": 2, "title": "Deploying a model on kubernetes", "score": None},
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.json"
    path.write_text(json.dumps(OBJECTS, indent=2), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_predict_adds_keys_to_the_objects(mltag: Mltag, table: Path, suffix: str) -> None:
    out = table.with_name(f"out{suffix}")
    mltag("predict", table, "-o", out)
    text = out.read_text(encoding="utf-8")
    found = json.loads(text) if suffix == ".json" else [json.loads(line) for line in text.splitlines()]
    assert [{key: each[key] for key in OBJECTS[0]} for each in found] == OBJECTS
    assert all(each["predicted_tag"] for each in found)


def test_a_workspace_of_a_list_is_exported_with_types_and_byte_for_byte(
    mltag: Mltag, table: Path, tmp_path: Path
) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", table, document, "--no-predict")
    mltag("decide", document, "--record", "2", "--tag", "mlops")
    mltag("export", document, tmp_path / "same.json", "--what", "original")
    assert (tmp_path / "same.json").read_bytes() == table.read_bytes()
    out = tmp_path / "out.json"
    mltag("export", document, out, "--no-fill", "--add", "tag")
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found == [{**OBJECTS[0], "tag": None}, {**OBJECTS[1], "tag": "mlops"}]
    lines = tmp_path / "out.jsonl"
    mltag("export", document, lines, "--no-fill", "--add", "tag")
    assert [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] == found
