"""The default review threshold: one number for the window, the command line, the service and reports."""

import re
from dataclasses import replace
from pathlib import Path

from mltag_desktop.core.evaluation.model_evaluation import ReportSettings
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD, Settings
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.gui.state.session import Session

ROOT = Path(__file__).parents[2]


def test_every_part_uses_the_same_default(qtbot) -> None:
    manifest = bundled().manifest
    assert manifest.threshold is not None
    assert manifest.threshold != DEFAULT_REVIEW_THRESHOLD
    assert {manifest.asks_below(tag) for tag in ("", *manifest.tags)} == {DEFAULT_REVIEW_THRESHOLD}
    assert replace(manifest, review_below={"": 0.6}).asks_below("mlops") == 0.6
    assert Settings().review_below == DEFAULT_REVIEW_THRESHOLD
    assert Session().review_below == ReviewThresholds() == ReviewThresholds(DEFAULT_REVIEW_THRESHOLD)
    assert ReportSettings().threshold == DEFAULT_REVIEW_THRESHOLD


def test_the_guide_names_the_default() -> None:
    shown = f"{DEFAULT_REVIEW_THRESHOLD:.2f}"
    for page in ("first-minutes.md", "batches.md", "service.md"):
        assert shown in (ROOT / "docs" / "guide" / page).read_text(encoding="utf-8"), page


def test_the_number_stands_in_one_place() -> None:
    """Lines about review that contain the number, in the program's modules."""
    number = re.compile(rf"(?<![\d.])0?\.{str(DEFAULT_REVIEW_THRESHOLD)[2:]}0?(?!\d)")
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {line.strip()}"
        for path in sorted((ROOT / "mltag_desktop").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if number.search(line) and re.search("review|threshold|unsure", line, re.IGNORECASE)
    ]
    assert found == [
        f"mltag_desktop/core/settings.py: DEFAULT_REVIEW_THRESHOLD: Final = {DEFAULT_REVIEW_THRESHOLD:.2f}"
    ]
