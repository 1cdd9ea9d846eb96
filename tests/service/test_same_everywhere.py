"""One model gives the same tag, printed confidence and review flag through every interface."""

import contextlib
import csv
import importlib.util
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import openpyxl
import pytest

from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from mltag_desktop.core.serving.review_sync import with_review
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_rows
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.table_source import as_text
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.workspace import Workspace
from tests.helpers import TEXTS
from tests.processes import wait_for
from tests.service.helpers import mltag, needs_proc, served, serving

LONG = 200 << 10
PARTS = 8
"""Columns per text: a spreadsheet cell holds 32,767 characters, so a long text needs several."""
ODD = [
    "",
    "🙂",
    "rose 🌹 bush 👩‍🍳 dough 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Crème brûlée à l'été, naïve façade",
    "cafe\u0301 against caf\u00e9",
    "庭のバラと海の帆、レモンケーキ",
    "빵 반죽 garden hedge",
    "שלום main sail مرساة",
    'a "quoted", text; with\\signs',
    "ﬁne ½ ² İstanbul ẞ",
    "x",
    "=1+2",
]
Answer = tuple[str, str, bool]


def long_text() -> str:
    """Return 200 KB of words, some with non-ASCII letters."""
    part = " ".join(TEXTS[:40]) + " naïve 東京 🌹 "
    return (part * (LONG // len(part) + 1))[:LONG].strip()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [*TEXTS[:10], *ODD, long_text()]


@pytest.fixture(scope="module")
def bundle(bundles: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small model, published with thresholds above the confidence of some texts."""
    folder = tmp_path_factory.mktemp("published") / "model"
    limits = ReviewThresholds(0.5, {"gardening": 0.6, "cooking": 0.99})
    save_bundle(folder, with_review(load_bundle(bundles[0]), limits))
    return folder


@pytest.fixture(scope="module")
def expected(bundle: Path, texts: list[str]) -> list[Answer]:
    """Return the model's predictions, one text at a time, as printed."""
    model = load_bundle(bundle)
    found: list[Answer] = []
    for text in texts:
        answer = model.predict([text])
        tag, confidence = answer.tags[answer.best[0]], float(answer.confidence[0])
        found.append((tag, printed(confidence), confidence < model.manifest.review_below.get(tag, 0.5)))
    assert {asked for _, _, asked in found} == {True, False}
    return found


def printed(confidence: str | float) -> str:
    """Return the printed digits of a confidence; JSON's 1.0 is returned as 1."""
    return as_text(float(confidence) if isinstance(confidence, str) else round(confidence, 6))


def in_parts(text: str) -> list[str]:
    """Split a text at single spaces into cells that give the text again when joined with a space."""
    parts, rest = [], text
    while len(rest) > LONG // PARTS + 1_000:
        cut = rest.rindex(" ", 0, LONG // PARTS + 1_000)
        parts.append(rest[:cut])
        rest = rest[cut + 1 :]
    parts.append(rest)
    assert " ".join(parts) == text
    return parts + [""] * (PARTS - len(parts))


NAMES = ["id", *(f"text{n}" for n in range(PARTS))]


def write(path: Path, texts: list[str]) -> Path:
    rows = [[str(number), *in_parts(text)] for number, text in enumerate(texts)]
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([NAMES, *rows])
    elif path.suffix == ".jsonl":
        lines = [json.dumps(dict(zip(NAMES, row, strict=True)), ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in [NAMES, *rows]:
            sheet.append([text_cell(sheet, value) for value in row])
        book.save(path)
    else:
        arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        parquet.write_table(arrow.table(dict(zip(NAMES, zip(*rows, strict=True), strict=True))), path)
    return path


def text_cell(sheet: object, value: str) -> object:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"  # "=1+2" is a text, not a formula
    return cell


def tagged(table: Path, out: Path, bundle: Path, *more: object) -> list[Answer]:
    """Run `mltag predict` and read its output."""
    named = [word for name in NAMES[1:] for word in ("--text", name)]
    words = ["predict", table, "-o", out, "--model", bundle, "--needs-review", "-q", *named, *more]
    if "ray" in more:
        command = [sys.executable, "-m", "mltag_desktop", *map(str, words)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    else:
        mltag(*words)
    again = open_rows(out)
    at = [again.columns.index(name) for name in ("predicted_tag", "confidence", "needs_review")]
    rows = [[row[place] for place in at] for row in again.rows()]
    return [
        (tag, printed(confidence), {"true": True, "false": False}[asked]) for tag, confidence, asked in rows
    ]


@pytest.mark.parametrize("form", [".csv", ".jsonl", ".xlsx", ".parquet"])
def test_every_file_format(
    tmp_path: Path, bundle: Path, texts: list[str], expected: list[Answer], form: str
) -> None:
    table = write(tmp_path / f"in{form}", texts)
    assert tagged(table, tmp_path / f"out{form}", bundle) == expected
    if form == ".csv":
        assert tagged(table, tmp_path / "two.csv", bundle, "--workers", "2") == expected


def test_with_an_empty_and_a_filled_cache(
    tmp_path: Path, bundle: Path, texts: list[str], expected: list[Answer]
) -> None:
    table, cache, told = write(tmp_path / "in.csv", texts), tmp_path / "cache", tmp_path / "told.json"
    for number, hits in enumerate([0, len(texts)]):
        more = ("--cache", cache, "--json", told, "--force")
        assert tagged(table, tmp_path / f"{number}.csv", bundle, *more) == expected
        assert json.loads(told.read_text())["hits"] == hits


def asked_in_all_ways(client: httpx.Client, texts: list[str]) -> list[list[Answer]]:
    """Return predictions from single requests, one bulk request, and batched concurrent requests."""

    def one(text: str) -> dict[str, Any]:
        found: dict[str, Any] = client.post("/v1/predict", json={"text": text}).json()
        return found

    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(one, texts))
    items = {"items": [{"text": text} for text in texts]}
    many = client.post("/v1/predict", json=items).json()["predictions"]
    return [
        [(each["tag"], printed(each["confidence"]), each["needs_review"]) for each in answers]
        for answers in ([one(text) for text in texts], many, at_once)
    ]


def test_the_service_with_single_bulk_and_concurrent_requests(
    bundle: Path, options: ServiceOptions, texts: list[str], expected: list[Answer]
) -> None:
    limits = ServiceLimits(length=2 * LONG, seconds=60.0)
    with serving(replace(options, model=bundle, limits=limits)) as running:
        assert asked_in_all_ways(running.client, texts) == [expected] * 3
        why = running.explain(text=texts[0]).json()
    assert (why["tag"], printed(why["confidence"])) == expected[0][:2]


@needs_proc
def test_each_of_several_workers_of_a_service(
    tmp_path: Path, bundle: Path, texts: list[str], expected: list[Answer]
) -> None:
    words = ["--model", bundle, "--state", tmp_path, "--workers", 2, "--max-length", 2 * LONG]
    with served(*words, "--timeout", 60) as process:
        wait_for(lambda: len(process.workers()) == 2)
        for frozen in process.workers():  # freeze one worker, so that the other one answers
            os.kill(frozen, signal.SIGSTOP)
            with httpx.Client(base_url=process.client.base_url, timeout=60) as client:
                assert asked_in_all_ways(client, texts) == [expected] * 3
            with contextlib.suppress(ProcessLookupError):  # the supervisor has replaced it
                os.kill(frozen, signal.SIGCONT)


def test_a_workspace_filled_by_the_window(
    tmp_path: Path, bundle: Path, texts: list[str], expected: list[Answer]
) -> None:
    """Predict the visible rows first, then the rest; the texts are read from the stored bytes."""
    model = load_bundle(bundle)
    table = TableFile(write(tmp_path / "in.csv", texts))
    with Workspace.create(tmp_path / "w.mltag", "Ann", model.tags) as document:
        document.source_merge.import_or_merge(SILENT, table, ColumnMapping(tuple(range(1, PARTS + 1)), id=0))
        for rows, some in document.pending_predictions.pending(
            model.version, size=7, first=[3, len(texts) - 1]
        ):
            document.pending_predictions.put(rows, model.predict(some))
        below = ReviewThresholds(0.5, model.manifest.review_below)
        states = document.states()
        asked = below.asks(states).tolist()
        assert states.confidence.dtype == np.float32
        found = [
            (states.tag_names[code], printed(confidence), ask)
            for code, confidence, ask in zip(
                states.predicted.tolist(), states.confidence.tolist(), asked, strict=True
            )
        ]
    assert found == expected


@pytest.mark.ray
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs Ray: make test-ray installs it")
def test_a_cluster(tmp_path: Path, bundle: Path, texts: list[str], expected: list[Answer]) -> None:
    table = write(tmp_path / "in.csv", texts)
    assert tagged(table, tmp_path / "out.csv", bundle, "--engine", "ray", "--workers", "2") == expected
