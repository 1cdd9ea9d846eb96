"""Files of earlier versions can be read: settings and bundles here, workspaces in `workspace/`.

`earlier/VERSION` has files written by that version; before a release, add a folder for the previous one.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.settings import Settings, read, store
from mltag_desktop.core.workspace.storage.schema import VERSION

EARLIER = sorted(path for path in Path(__file__).with_name("earlier").iterdir() if path.is_dir())
DOCUMENTS = Path(__file__).parent / "workspace" / "fixtures"


@pytest.mark.parametrize("kept", EARLIER, ids=lambda path: path.name)
def test_a_bundle_of_an_earlier_version_gives_the_same_predictions(kept: Path, tmp_path: Path) -> None:
    expected = json.loads((kept / "expected.json").read_text())
    model = load_bundle(kept / "bundle")
    assert model.version == expected["version"]
    found = model.predict(expected["texts"]).probabilities
    np.testing.assert_allclose(found, expected["probabilities"], atol=1e-5)
    save_bundle(tmp_path / "again", model)
    assert load_bundle(tmp_path / "again").version == model.version


def stored_part(found: Any, stored: Any) -> Any:
    """Return `found` without the keys that later versions added."""
    if isinstance(stored, dict):
        return {key: stored_part(found[key], value) for key, value in stored.items()}
    if isinstance(stored, list):
        return [stored_part(one, other) for one, other in zip(found, stored, strict=True)]
    return found


def test_a_report_of_0_1_0_is_read_and_keeps_its_keys() -> None:
    stored = json.loads((Path(__file__).parent / "earlier" / "0.1.0" / "report.json").read_text("utf-8"))
    report = Report.from_json(stored)
    assert report.prediction_changes is not None
    assert report.prediction_changes.total == stored["flips"]["total"]
    assert report.table_prediction_changes == report.prediction_changes
    assert [regression.name for regression in report.regressions] == [
        loss["name"] for loss in stored["losses"]
    ]
    assert len(report.metric_changes) == len(stored["changes"])
    assert report.comparison_note == stored["beside"]
    assert [other.regressions[0].name for other in report.others] == [
        stored["others"][0]["losses"][0]["name"]
    ]
    assert stored_part(json.loads(json.dumps(report.to_json())), stored) == stored


def test_settings_of_0_1_0_are_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    shutil.copy(Path(__file__).parent / "earlier" / "0.1.0" / "settings.json", path)
    loaded = read(path)
    assert not loaded.damaged
    assert loaded.settings == Settings(
        review_below=0.65,
        curator="Ann",
        colour_scheme="dark",
        font_scale=1.25,
        advance=False,
        hints=False,
        recent_files=("/data/birds.csv",),
        last_folder="/data",
        unknown={"from_elsewhere": 1},
    )
    store(path, loaded.settings)
    assert json.loads(path.read_text())["from_elsewhere"] == 1


def test_every_workspace_format_has_a_fixture() -> None:
    """`tests/core/workspace/storage/test_migrations.py` opens each of them and checks its content."""
    assert {path.stem for path in DOCUMENTS.glob("v*.mltag")} == {f"v{n}" for n in range(1, VERSION + 1)}
