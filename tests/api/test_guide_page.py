"""The page “MLTag from Python”: every snippet runs, in order, as a reader would run it."""

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

import mltag_desktop
from mltag_desktop.core.filesystem import resource
from tests.helpers import examples

PAGE = resource("guide/python.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_every_snippet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    shutil.copy(resource("sample.csv"), tmp_path / "articles.csv")
    rows = examples()
    labelled = {"title": rows.texts, "text": "", "topic": rows.tags, "source": ["blog", "news"] * 45}
    pd.DataFrame(labelled).to_csv(tmp_path / "labelled.csv", index=False)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "guide"}
    for number, snippet in enumerate(SNIPPETS, 1):
        exec(compile(snippet, f"snippet {number} of python.md", "exec"), names)
    said = capsys.readouterr().out
    assert "30 tags are missing (NaN or empty), the first at position 60." in said
    assert "was opened with write=False" in said
    written = {path.name for path in tmp_path.iterdir()}
    assert {"my-model", "report.html", "articles.mltag", "tagged.csv"} <= written


def test_every_fence_of_the_page_is_run() -> None:
    assert PAGE.count("```") == 2 * len(SNIPPETS) > 20


def test_the_page_names_every_part_of_the_interface() -> None:
    assert [name for name in mltag_desktop.__all__ if name not in PAGE] == ["Report"]  # what evaluate returns
