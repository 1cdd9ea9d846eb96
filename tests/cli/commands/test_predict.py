"""`mltag predict`: formats, columns, stdin, errors, and constant memory use."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.types import GATED
from tests.cli.helpers import TAGS, rows, write_labelled, write_plain
from tests.core.learning.library_messages import MESSAGES
from tests.core.learning.library_messages import TAGS as TOPICS
from tests.helpers import adapted


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_to_stdout_keeps_columns_and_adds_three(mltag, tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    done = mltag("predict", table)
    found = read(done.out)
    assert list(found[0]) == ["id", "title", "description", "predicted_tag", "confidence", "model_version"]
    assert [row["title"] for row in found] == [title for title, _, _ in rows()]
    assert {row["model_version"] for row in found} == {bundled().version}
    assert all(row["predicted_tag"] in TAGS and 0 < float(row["confidence"]) <= 1 for row in found)


def test_the_output_has_the_models_predictions(mltag, tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    found = read(mltag("predict", table, "--probabilities").out)
    answers = bundled().predict([f"{title} {description}" for title, description, _ in rows()])
    for row, best, shares in zip(found, answers.best, answers.probabilities, strict=True):
        assert row["predicted_tag"] == answers.tags[best]
        assert [float(row[f"probability_{tag}"]) for tag in answers.tags] == pytest.approx(
            shares.tolist(), abs=1e-6
        )


@pytest.mark.parametrize(
    "content",
    [
        b"title\ntranslating sentences\n",
        b'{"title": "translating sentences"}\n',
        b"title\r\ntranslating sentences",
    ],
)
def test_stdin_is_csv_or_json_lines(mltag_process, content: bytes) -> None:
    done = mltag_process("predict", "-", "-q", stdin=content)
    assert "natural-language-processing" in done.out
    assert done.out.startswith("{") == content.startswith(b"{")
    assert done.err == ""


def test_texts_about_something_else_are_named_in_a_warning(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("question\nI lost my bank card on the train\nHow do I get a refund for a payment?\n")
    assert "unlike the training data" in mltag("predict", table).err
    assert "unlike the training data" in mltag("import", table, tmp_path / "in.mltag").err
    assert "unlike" not in mltag("predict", write_plain(tmp_path / "plain.csv")).err


def test_named_columns(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("a,b,title\nsegmenting images of streets,x,deploying models on kubernetes\n")
    assert "computer-vision" in mltag("predict", table, "--text", "a").out
    assert "mlops" in mltag("predict", table, "--text", "TITLE").out
    done = mltag.refused("predict", table, "--text", "nope")
    assert "a, b, title" in done.error_lines[1]


def test_unreadable_rows_are_reported_and_the_rest_is_predicted(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("title,description\ntranslating,sentences\none,two,three\nsegmenting,images\n")
    done = mltag("predict", table)
    assert len(read(done.out)) == 2
    assert "1 row not predicted" in done.err
    assert "line 3" in done.err


def test_an_existing_output_is_not_replaced_without_force(mltag, tmp_path: Path) -> None:
    table, out = write_plain(tmp_path / "in.csv"), tmp_path / "out.csv"
    out.write_text("precious")
    done = mltag("predict", table, "-o", out, code=None)
    assert (done.code, len(done.error_lines), out.read_text()) == (1, 2, "precious")
    mltag("predict", table, "-o", out, "--force")
    assert out.read_text() != "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_a_pipe_is_not_replaced_even_with_force(mltag, tmp_path: Path) -> None:
    table, pipe = write_plain(tmp_path / "in.csv"), tmp_path / "out.csv"
    os.mkfifo(pipe)
    done = mltag("predict", table, "-o", pipe, "--force", code=1)
    assert "is not a file" in done.err
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.csv", None),
        ("empty.csv", b""),
        ("head.csv", b"title,description\n"),
        ("binary.csv", bytes(range(256)) * 40),
        ("numbers.csv", b"a,b\n1,2\n3,4\n"),
        ("broken.xlsx", b"PK no book"),
        ("broken.parquet", b"PAR1 no columns"),
        ("list.jsonl", b"[1, 2]\n"),
    ],
)
def test_bad_tables_print_two_lines_and_leave_no_file(
    mltag, tmp_path: Path, name: str, content: bytes | None
) -> None:
    table, out = tmp_path / name, tmp_path / "out.csv"
    if content is not None:
        table.write_bytes(content)
    mltag.refused("predict", table, "-o", out)
    assert not out.exists()


def test_an_unknown_format_and_a_missing_folder(mltag, tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    for out in (tmp_path / "out.docx", tmp_path / "no" / "out.csv"):
        mltag.refused("predict", table, "-o", out)


@pytest.mark.parametrize("damage", ["hash", "missing", "future", "none"])
def test_a_damaged_model_is_rejected_with_a_reason(mltag, tmp_path: Path, damage: str) -> None:
    bundle = tmp_path / "model"
    mltag("train", write_labelled(tmp_path / "labelled.csv"), "--label", "tag", "-o", bundle)
    if damage == "hash":
        target = bundle / "head_bias.npy"
        target.write_bytes(target.read_bytes()[:-1] + b"\x01")
    elif damage == "missing":
        (bundle / "head_idf.npy").unlink()
    elif damage == "future":
        manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
        (bundle / "manifest.json").write_text(json.dumps(manifest | {"format": 99}))
    else:
        (bundle / "manifest.json").unlink()
    mltag.refused("predict", write_plain(tmp_path / "in.csv"), "--model", bundle)


def test_no_output_has_the_suffix_of_a_gate(mltag, tmp_path: Path) -> None:
    model, version = tmp_path / "model", bundled().version
    save_bundle(model, adapted(bundled()))
    table = write_labelled(tmp_path / "in.csv")
    printed = ""
    for command, *options in (
        ("predict", "-o", tmp_path / "out.csv"), ("evaluate", "--label", "tag"), ("drift",),
    ):  # fmt: skip
        done = mltag(command, table, "--model", model, "--json", tmp_path / f"{command}.json", *options)
        assert version in done.out + done.err
        printed += done.out + done.err
    written = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.*")]
    assert sum(version in text for text in written) == 4
    assert not any(GATED in text for text in (printed, *written))


def test_keyword_rules_as_a_model(mltag, tmp_path: Path) -> None:
    found = read(mltag("predict", write_plain(tmp_path / "in.csv"), "--model", "rules").out)
    assert found[0]["model_version"].startswith("rules")


def test_a_closed_pipe_is_not_a_crash(tmp_path: Path) -> None:
    """As in `mltag predict table.csv | head -1`."""
    table = write_plain(tmp_path / "in.csv", copies=60)
    command = [sys.executable, "-m", "mltag_desktop", "predict", str(table)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b"id,title")
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) in (0, 1)
    assert "Traceback" not in errors
    assert "unexpected error" not in errors


PEAK = """
import sys, threading
from collections.abc import Iterator
from pathlib import Path
from mltag_desktop.__main__ import main

def high(pid):
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)

def watch():
    while not done.wait(0.05):
        for child in Path("/proc/self/task").glob("*/children"):
            for pid in child.read_text().split():
                workers[pid] = max(workers.get(pid, 0), high(pid))

workers, done = {}, threading.Event()
thread = threading.Thread(target=watch)
if __name__ == "__main__":
    thread.start()
    try:
        code = main()
    finally:
        done.set()
        thread.join()
    print(high("self"), max(workers.values(), default=0), file=sys.stderr)
    sys.exit(code)
"""


def peaks(table: Path, out: Path, *more: str) -> tuple[float, float]:
    """Predict in a separate process; return its peak memory and that of its largest worker, in MiB."""
    script = table.with_name("peak.py")
    script.write_text(PEAK)
    command = [sys.executable, str(script), "predict", str(table), "-q", "-o", str(out), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ours, workers = done.stderr.split()[-2:]
    return int(ours) / 1024, int(workers) / 1024


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the peak memory from /proc")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, workers: str) -> None:
    """Peak memory for 400,000 rows is within 15 MiB of that for 40,000, in each process."""
    found = [
        peaks(
            write_plain(tmp_path / f"{copies}.csv", copies),
            tmp_path / f"{copies}-out.csv",
            "--workers",
            workers,
        )
        for copies in (560, 5_600)
    ]
    assert found[1][0] < found[0][0] + 15
    assert found[1][1] < found[0][1] + 15
    assert (found[1][1] > 0) == (workers == "2")


def test_rows_and_json_do_not_mix_on_stdout(mltag, tmp_path: Path) -> None:
    done = mltag("predict", write_plain(tmp_path / "in.csv"), "--json", "-", code=None)
    assert (done.code, done.out, len(done.error_lines)) == (1, "", 2)


def test_tags_known_by_name_need_no_model(mltag, tmp_path: Path) -> None:
    table, tags = tmp_path / "messages.csv", tmp_path / "tags.txt"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text",), *((text,) for text, _ in MESSAGES)])
    tags.write_text("\n".join(TOPICS), encoding="utf-8")
    done = mltag("predict", table, "--tags", tags, "--probabilities")
    found = read(done.out)
    assert list(found[0])[:4] == ["text", "predicted_tag", "confidence", "model_version"]
    right = [row["predicted_tag"] == tag for row, (_, tag) in zip(found, MESSAGES, strict=True)]
    assert sum(right) > 0.6 * len(right)
    assert all(row["model_version"].startswith("names-") for row in found)
    mltag("predict", table, "--tags", tags, "--model", "rules", code=1)
    tags.write_text("\n".join([*TOPICS, TOPICS[0]]), encoding="utf-8")
    done = mltag("predict", table, "--tags", tags, code=None)
    assert (done.code, "1 name in tags.txt occurred before" in done.err) == (0, True)
    tags.write_text("only one")
    done = mltag("predict", table, "--tags", tags, code=None)
    assert (done.code, "at least two tags" in " ".join(done.error_lines)) == (1, True)
    mltag("predict", table, "--tags", tmp_path / "missing.txt", code=1)


@pytest.fixture
def broken_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program find a package of the English encoder that cannot be loaded."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "onnxruntime.py").write_text("raise ImportError('its weights are missing')\n")
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.syspath_prepend(folder)
    encoder._load.cache_clear()
    yield
    encoder._load.cache_clear()


@pytest.mark.skipif(not encoder.is_installed(), reason="needs the extra encoder")
@pytest.mark.usefixtures("broken_english")
def test_an_english_encoder_that_fails_is_told(mltag, tmp_path: Path) -> None:
    table, tags = tmp_path / "messages.csv", tmp_path / "tags.txt"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "tag"), *MESSAGES])
    tags.write_text("\n".join(TOPICS), encoding="utf-8")
    words = "English texts keep their first estimates. The sentence encoder could not be loaded"
    done = mltag("predict", table, "--tags", tags, "--text", "text", code=None)
    assert (done.code, len(read(done.out))) == (0, len(MESSAGES))
    assert words in " ".join(done.error_lines)
    options = ("--base", "none", "--names", "--budget", "4", "--test-rows", "9", "--seeds", "1")
    done = mltag("simulate", table, "--label", "tag", "--text", "text", *options, code=None)
    assert (done.code, words in " ".join(done.error_lines)) == (0, True)


def test_json_lines_keep_their_types(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.jsonl"
    table.write_text(
        json.dumps({"title": "translating sentences", "n": 3, "deep": {"a": [1]}, "no": None}) + "\n"
    )
    found = json.loads(mltag("predict", table, "-q", "--text", "title").out)
    assert found["n"] == 3
    assert found["deep"] == {"a": [1]}
    assert found["no"] is None
    assert isinstance(found["confidence"], float)


def test_predicting_twice_replaces_the_columns(mltag, tmp_path: Path) -> None:
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    mltag("predict", write_plain(tmp_path / "in.csv"), "-o", first)
    mltag("predict", first, "-o", second)
    assert first.read_bytes() == second.read_bytes()
