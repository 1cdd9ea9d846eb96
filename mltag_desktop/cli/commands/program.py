"""`mltag selftest` and `tour`: check an installation, in particular a packaged one, and show the window."""

import csv
import json as json_module
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Final

import numpy as np
import typer

from mltag_desktop.cli.command_line import FrontEnd
from mltag_desktop.cli.output import Messages, Output, Printer
from mltag_desktop.core.diagnostics.updates import SignatureCheck, check_signature, read_keys, release_keys
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.filesystem import how_to_get, resource
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import guess_mapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training import retraining
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.workspace import Workspace

_ROWS: Final = 200
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
    printer = output.printer
    with tempfile.TemporaryDirectory(prefix="mltag-selftest-") as folder:
        checks = [attempt(name, check, Path(folder), printer) for name, check in _checks(front).items()]
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
        "correct": _correct,
        "export": _export,
        "workbook": _workbook,
        "retrain": _retrain,
        "report": _report,
        "promote": _promote,
        "signatures": _signatures,
        "window": front.selftest_window,
    }


def attempt(name: str, check: Callable[[Path], str], folder: Path, printer: Printer) -> Check:
    """Run one check; an error of the operating system fails the check only."""
    start = time.perf_counter()
    try:
        passed, detail = True, check(folder)
    except (MltagError, OSError, subprocess.SubprocessError) as error:
        passed, detail = False, str(error)
    done = Check(name, passed, detail, round(time.perf_counter() - start, 3))
    printer.result(f"{'ok    ' if passed else 'FAILED'} {name}: {detail} ({done.seconds:.1f} s)")
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
    source = folder / "table.csv"
    source.write_bytes(_table(_ROWS))
    model = bundled()
    document = Workspace.create(folder / "table.mltag", "selftest", model.tags)
    try:
        table = TableFile(source)
        sample = [record.cells for record in table.records() if isinstance(record, Record)][:100]
        document.table.import_table(SILENT, table, guess_mapping(table.columns, sample, model.tags))
        _expect(document.table.count == _ROWS, f"{document.table.count} of {_ROWS} records opened")
        document.models.set_base(model.version)
        for rows, texts in document.pending_predictions.pending(model.version):
            document.pending_predictions.put(rows, model.predict(texts))
        _expect(bool((document.states().predicted >= 0).all()), "records are without a tag")
        titles = document.scan.column(SILENT, 1)
        order = np.argsort(document.scan.ranks(SILENT, 1))
        _expect([titles[row] for row in order] == sorted(titles, key=str.casefold), "a column sorts wrongly")
        _expect(len(document.scan.search(SILENT, "weèk")) == _ROWS, "a search misses records")
    finally:
        document.close()
    return f"{_ROWS} records read and tagged, a column sorted"


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
    return f"a translation has similarity {likeness[0, 1]:.2f}, another sentence {likeness[0, 2]:.2f}"


def _correct(folder: Path) -> str:
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        tags = document.tag_set.tags
        document.decisions.decide(np.arange(0, 20), tags[0].name)
        document.decisions.decide(np.arange(20, 40), tags[-1].name)
        document.decisions.decide(np.arange(40, 60), tags[1].name)
        document.history.undo()
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        decided = int((document.states().decided >= 0).sum())
    _expect(decided == 40, f"{decided} of 40 decisions are there after opening again")
    return "40 records decided, 20 undone, kept after a restart"


def _export(folder: Path) -> str:
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        export(SILENT, document, folder / "back.csv", "original")
        export(SILENT, document, folder / "decided.csv", "table", options=ExportOptions(fill=False))
        export(SILENT, document, folder / "corrections.csv", "corrections")
        wanted = (
            [document.tag_set.tags[0].name] * 20 + [document.tag_set.tags[-1].name] * 20 + [""] * (_ROWS - 40)
        )
    source = (folder / "table.csv").read_bytes()
    _expect((folder / "back.csv").read_bytes() == source, "the table came back changed")
    with (folder / "decided.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    _expect([row["tag"] for row in rows] == wanted, "the exported tags are not the decided ones")
    return "the source byte for byte, the table with 40 tags, the corrections"


def _workbook(folder: Path) -> str:
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        export(SILENT, document, folder / "decided.xlsx", "table", options=ExportOptions(fill=False))
    read = open_table(folder / "decided.xlsx")
    count = sum(isinstance(record, Record) for record in read.records())
    _expect(count == _ROWS, f"{count} of {_ROWS} rows came back from a workbook")
    return f"{count} rows into a workbook and back"


def _retrain(folder: Path) -> str:
    base = bundled()
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        candidate = retraining.retrain(SILENT, document, base, base, folder / "work")
        report = candidate.report.to_json()
        info = document.models.add(candidate.bundle_dir, report, candidate.trained_on)
    (folder / "report.html").write_text(to_html(candidate.report), encoding="utf-8")
    (folder / "report.json").write_text(json_module.dumps(report), encoding="utf-8")
    return f"candidate {info.version} trained on {candidate.trained_on}"


def _report(folder: Path) -> str:
    report = json_module.loads((folder / "report.json").read_text(encoding="utf-8"))
    figures = [model["f1"] for model in report["models"]]
    _expect(len(figures) >= 3, "rules, active model and candidate were not all evaluated")
    _expect(all(0 < figure <= 1 for figure in figures), "a metric is out of range")
    page = (folder / "report.html").read_text(encoding="utf-8")
    _expect("<svg" in page and page.rstrip().endswith("</html>"), "the report page is incomplete")
    return f"{len(figures)} models evaluated on {report['rows']} rows, drawn and written"


def _promote(folder: Path) -> str:
    with Workspace.open(folder / "table.mltag", "selftest") as document:
        version = document.models.all()[-1].version
        document.models.promote(version)
        _expect(document.models.active == version, "the candidate was not promoted")
        model = load_bundle(document.models.bundle_path(version))
        count = 0
        for rows, texts in document.pending_predictions.pending(version):
            document.pending_predictions.put(rows, model.predict(texts))
            count += len(texts)
        _expect(count == _ROWS, f"{count} of {_ROWS} records were re-tagged")
        document.models.rollback()
        _expect(document.models.active != version, "rolling back failed")
    return f"candidate {version} promoted, {count} records tagged by it, and rolled back"


def _table(rows: int) -> bytes:
    topics = ("Translating recipes", "Segmenting street scenes", "Deploying a model", "Forecasting demand")
    lines = [f'{n},"{topics[n % 4]}, part {n}","Notes of week {n} for ""everyone"""' for n in range(rows)]
    return ("id,title,description\r\n" + "\r\n".join(lines) + "\r\n").encode("utf-8")


def tour(
    *,
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the pictures.")],
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
    printer = output.printer
    for picture in front.tour(out):
        printer.result(str(picture))
