"""`mltag selftest` and `tour`: check an installation, in particular a packaged one, and show the window."""

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
import typer

from mltag_desktop.cli.command_line import FrontEnd
from mltag_desktop.cli.options import option
from mltag_desktop.cli.output import Messages, Output
from mltag_desktop.core.diagnostics.updates import SignatureCheck, check_signature, read_keys, release_keys
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.filesystem import how_to_get, resource
from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.learning.workspace_models import record_base_model
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training.retraining import train_candidate
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.file_import import import_file
from mltag_desktop.core.workspace.workspace import Workspace

_ROWS: Final = 200
_DECIDED: Final = 40
_TIMEOUT: Final = 120
"""Seconds after which a process that does not end is killed."""

_SIGNED: Final = b"hello, curators\n"
_KEY: Final = "RWTflpj/B7ot/EoQ5j/SUP8FPlZicIq+XMpKP+myWdfuzIAjseE3l2qM"
_SIGNATURE: Final = """\
untrusted comment: signature from minisign secret key
RUTflpj/B7ot/ByGv6cEzy+wNdS5J6v+ypvuXDbeu4dYTXhCuV2wcQQfhAZ51rV/1TfCip9S3pe7Ofygkv1Ii+T5cdMhPLtg5QA=
trusted comment: MLTag Desktop v0.0.0-test
uX6eVpcHV2RK8fVx2zNQjRpfW+xyR6IoLYq08wNN3U3GMboK2Vw72Ej53QxZ0dLxJWzonOxyi54dyycWw/6QAA==
"""
"""A signature by minisign 0.12, with a key that was thrown away."""


_SENTENCES: Final = (
    "My bank card was stolen yesterday.",
    "Gestern wurde meine Bankkarte gestohlen.",
    "A recipe for apple pie with cinnamon.",
)
_CLOSER: Final = 0.2
_TEXTS: Final = 300
"""Number of texts that are given to two processes."""
_SAME: Final = 0.99
"""Similarity of two embeddings of one text, one of them as 8-bit integers."""


@dataclass(frozen=True)
class Check:
    """The result of one check."""

    name: str
    passed: bool
    detail: str
    seconds: float


def selftest(*, context: typer.Context, output: Output) -> None:
    """Test the installation, from prediction to promotion and an offscreen window; exit 1 on failure."""
    front: FrontEnd = context.obj
    with tempfile.TemporaryDirectory(prefix="mltag-selftest-") as folder:
        checks = [attempt(name, check, Path(folder), output) for name, check in _checks(front).items()]
    output.write({"checks": [asdict(check) for check in checks]})
    if not all(check.passed for check in checks):
        raise typer.Exit(1)


def _checks(front: FrontEnd) -> dict[str, Callable[[Path], str]]:
    return {
        "model": _model,
        "prediction": _prediction,
        "import": _import,
        "workers": try_workers,
        "encoder": try_encoder,
        "export": _export,
        "retrain": _retrain,
        "signatures": _signatures,
        "window": front.selftest_window,
    }


def attempt(name: str, check: Callable[[Path], str], folder: Path, output: Messages) -> Check:
    """Run one check; an error of the operating system fails the check only."""
    start = time.perf_counter()
    try:
        passed, detail = True, check(folder)
    except (MltagError, OSError, subprocess.SubprocessError) as error:
        passed, detail = False, str(error)
    done = Check(name, passed, detail, round(time.perf_counter() - start, 3))
    output.result(f"{'ok    ' if passed else 'FAILED'} {name}: {detail} ({done.seconds:.1f} s)")
    return done


def _expect(condition: bool, what: str) -> None:
    if not condition:
        raise MltagError(f"Self-test: {what}.", "Install MLTag Desktop again.")


def _model(folder: Path) -> str:
    model = bundled()  # raises MltagError if a file does not match its hash
    return f"bundled model {model.version}, {len(model.tags)} tags, hashes right"


def _prediction(folder: Path) -> str:
    model = bundled()
    result = behavioural_tests.run(model, behavioural_tests.load_cases(resource("behaviour.toml")))
    expected = result.passed + result.with_reason
    _expect(expected == result.total > 0, f"{expected} of {result.total} known texts tagged as expected")
    why = model.explain("Segmenting street scenes with a convolutional network")
    total = why.bias + sum(piece.weight for piece in why.pieces)
    _expect(abs(total - why.score) < 1e-6, "an explanation does not add up")
    by = "compiled code" if compiled.is_used else "numpy"
    return f"{result.passed} of {result.total} known texts right by {by}, explanation exact"


def _signatures(folder: Path) -> str:
    signature = folder / "signed.minisig"
    signature.write_text(_SIGNATURE, encoding="utf-8")
    results = [check_signature(data, signature, read_keys(_KEY)) for data in (_SIGNED, _SIGNED + b"!")]
    _expect(results == [SignatureCheck.VALID, SignatureCheck.WRONG], "a signature is checked wrongly")
    return f"checked, {len(release_keys())} keys of the developers"


def _import(folder: Path) -> str:
    source, path, model = folder / "table.csv", folder / "table.mltag", bundled()
    topics = ("Translating recipes", "Segmenting street scenes", "Deploying a model", "Forecasting demand")
    lines = [f'{n},"{topics[n % 4]}, part {n}","Notes of week {n} for ""everyone"""' for n in range(_ROWS)]
    source.write_text("\r\n".join(["id,title,description", *lines, ""]), encoding="utf-8", newline="")
    with Workspace.create(path, "selftest", model.tags) as document:
        import_file(SILENT, document, TableFile(source), ColumnMapping((1, 2), id=0))
        record_base_model(document)
        _expect(predict_pending(SILENT, document, model) == _ROWS, "records are without a tag")
        _expect(len(document.scan.search(SILENT, "weèk")) == _ROWS, "a search misses records")
        for part in range(3):
            rows = np.arange(20 * part, 20 * part + 20)
            document.decisions.decide(rows, document.tag_set.tags[part].name)
        document.history.undo()
    with Workspace.open(path, "selftest") as document:
        decided = int((document.states().decided >= 0).sum())
    _expect(decided == _DECIDED, f"{decided} of {_DECIDED} decisions are there after opening again")
    return f"{_ROWS} records read and tagged, {decided} decisions kept after a restart"


def try_workers(folder: Path, patience: float = _TIMEOUT) -> str:
    """Predict a table with two workers in a separate `mltag` process."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "mltag_desktop"]
    out = folder / "tagged.csv"
    command = [*program, "predict", str(folder / "table.csv"), "-o", str(out), "--workers", "2", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience)
    _expect(done.returncode == 0, f"mltag predict ended with {done.returncode}: {done.stderr.strip()}")
    model = bundled()
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = model.predict([f"{row['title']} {row['description']}" for row in rows])
    same = [row["predicted_tag"] for row in rows] == [model.tags[code] for code in answers.best]
    _expect(len(rows) == _ROWS and same, "the workers' tags differ from this program's")
    return f"{len(rows)} rows tagged by two more processes, the same tags"


def try_encoder(folder: Path) -> str:
    """Compare sentences by meaning, read in this process and in two others.

    The packaged program includes the encoder; elsewhere it is optional.
    """
    if not encoder.is_installed() and not getattr(sys, "frozen", False):
        return f"not installed, which is optional. {how_to_get('encoder')}"
    here = encoder.embed(_SENTENCES)
    likeness = here @ here.T
    _expect(bool(likeness[0, 1] > likeness[0, 2] + _CLOSER), "a translation is not the closest sentence")
    texts = [*_SENTENCES, *(f"Notes of week {n}" for n in range(_TEXTS))]
    elsewhere = np.zeros((len(texts), encoder.DIMENSION), np.float32)
    for rows, embeddings in encoder.embed_many(SILENT, texts, processes=2):
        elsewhere[rows] = embeddings.vectors()
    same = (here * elsewhere[: len(here)]).sum(axis=1)
    _expect(bool(same.min() > _SAME), "other processes read the sentences differently")
    if encoder.is_installed(encoder.ENGLISH) or getattr(sys, "frozen", False):
        english = encoder.embed((*_SENTENCES[::2], "Somebody took my credit card."), encoder.ENGLISH)
        near = english[1:] @ english[0]
        _expect(bool(near[1] > near[0] + _CLOSER), "a paraphrase is not the closest sentence")
    return f"a translation has similarity {likeness[0, 1]:.2f}, another sentence {likeness[0, 2]:.2f}"


def _export(folder: Path) -> str:
    options = ExportOptions(fill=False)
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        export(SILENT, document, folder / "back.csv", "original")
        export(SILENT, document, folder / "corrections.csv", "corrections")
        for suffix in ("csv", "xlsx"):
            export(SILENT, document, folder / f"decided.{suffix}", "table", options=options)
        tags = [document.tag_set.tags[part].name for part in range(2) for _ in range(20)]
    source = (folder / "table.csv").read_bytes()
    _expect((folder / "back.csv").read_bytes() == source, "the table came back changed")
    for suffix in ("csv", "xlsx"):
        table = open_table(folder / f"decided.{suffix}")
        found = [row[table.columns.index("tag")] for row in table.rows()]
        is_right = found == [*tags, *[""] * (_ROWS - _DECIDED)]
        _expect(is_right, f"the tags in a .{suffix} file are not the decided ones")
    return f"the source byte for byte, the table with {_DECIDED} tags, a workbook, the corrections"


def _retrain(folder: Path) -> str:
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        report, candidate = train_candidate(SILENT, document)
        figures = [model.f1 for model in report.models]
        _expect(len(figures) >= 3, "rules, active model and candidate were not all evaluated")
        _expect(all(0 < figure <= 1 for figure in figures), "a metric is out of range")
        page = to_html(report)
        _expect("<svg" in page and page.rstrip().endswith("</html>"), "the report page is incomplete")
        document.models.promote(candidate.version)
        model = load_bundle(document.models.bundle_path(candidate.version))
        count = predict_pending(SILENT, document, model)
        _expect(count == _ROWS, f"{count} of {_ROWS} records were tagged again")
        document.models.rollback()
        _expect(document.models.active != candidate.version, "rolling back failed")
    return f"candidate {candidate.version} evaluated, promoted, used for {count} records, and rolled back"


def tour(
    *,
    context: typer.Context,
    out: Path = option("The folder for the pictures.", "DIR", default=...),
    output: Messages,
) -> None:
    """Run a tour (open, correct, export, retrain, promote) offscreen and save a picture of each step."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(
            f"The folder {out} could not be created: {error.strerror}.", "Choose another folder."
        ) from error
    front: FrontEnd = context.obj
    for picture in front.tour(out):
        output.result(str(picture))
