"""`mltag selftest`: what a packaged copy runs to prove itself."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import typer

from mltag_desktop.cli.front import FrontEnd
from mltag_desktop.cli.options import Force, Json, Quiet
from mltag_desktop.cli.output import Printer, refuse_existing, write_json
from mltag_desktop.core import loop
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation import behaviour
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.resources import resource
from mltag_desktop.core.tables.mapping import guess_mapping
from mltag_desktop.core.tables.reader import Record, TableFile
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.export import export


@dataclass(frozen=True)
class Check:
    """One thing that was tried."""

    name: str
    passed: bool
    detail: str
    seconds: float


def selftest(context: typer.Context, json: Json = None, force: Force = False, quiet: Quiet = False) -> None:
    """Try the model, a prediction, an import, a retrain and an offscreen window; exit 1 if one fails."""
    refuse_existing(json, force=force)
    front: FrontEnd = context.obj
    printer = Printer(quiet=quiet, json_target=json)
    with tempfile.TemporaryDirectory(prefix="mltag-selftest-") as folder:
        checks = [_try(name, check, Path(folder), printer) for name, check in _checks(front).items()]
    if json is not None:
        write_json(json, {"checks": [asdict(check) for check in checks]}, force=force)
    if not all(check.passed for check in checks):
        raise typer.Exit(1)


def _checks(front: FrontEnd) -> dict[str, Callable[[Path], str]]:
    return {
        "model": _model,
        "prediction": _prediction,
        "import": _import,
        "retrain": _retrain,
        "window": front.selftest_window,
    }


def _try(name: str, check: Callable[[Path], str], folder: Path, printer: Printer) -> Check:
    start = time.perf_counter()
    try:
        passed, detail = True, check(folder)
    except MltagError as error:
        passed, detail = False, str(error)
    done = Check(name, passed, detail, round(time.perf_counter() - start, 3))
    printer.result(f"{'ok    ' if passed else 'FAILED'} {name}: {detail} ({done.seconds:.1f} s)")
    return done


def _expect(condition: bool, what: str) -> None:
    if not condition:
        raise MltagError(f"Self-test: {what}.", "Install MLTag Desktop again.")


def _model(folder: Path) -> str:
    model = bundled()  # refuses a file whose hash is off
    return f"bundled model {model.version}, {len(model.tags)} tags, hashes right"


def _prediction(folder: Path) -> str:
    model = bundled()
    result = behaviour.run(model, behaviour.load_cases(resource("behaviour.toml")))
    _expect(result.passed >= 0.8 * result.total > 0, f"{result.passed} of {result.total} known texts right")
    why = model.explain("Segmenting street scenes with a convolutional network")
    total = why.bias + sum(piece.weight for piece in why.pieces)
    _expect(abs(total - why.score) < 1e-6, "an explanation does not add up")
    return f"{result.passed} of {result.total} known texts right, explanation exact"


def _import(folder: Path) -> str:
    source = folder / "table.csv"
    source.write_bytes(_table(200))
    document = Workspace.create(folder / "table.mltag", "selftest", bundled().tags)
    try:
        table = TableFile.open(source)
        sample = [record.cells for record in table.records() if isinstance(record, Record)][:100]
        document.import_table(SILENT, table, guess_mapping(table.columns, sample, bundled().tags))
        _expect(document.count == 200, f"{document.count} of 200 records imported")
        export(SILENT, document, folder / "back.csv", "original")
    finally:
        document.close()
    _expect((folder / "back.csv").read_bytes() == source.read_bytes(), "the table came back changed")
    return "200 records in and out, byte for byte"


def _retrain(folder: Path) -> str:
    base = bundled()
    document = Workspace.open(folder / "table.mltag", "selftest")
    try:
        document.set_base(base.version)
        for rows, texts in document.pending(base.version):
            document.put_predictions(rows, base.predict(texts))
        document.decide(np.arange(0, 20), base.tags[0])
        document.decide(np.arange(20, 40), base.tags[-1])
        candidate = loop.retrain(SILENT, document, base, base, folder / "work")
        info = document.add_candidate(candidate.bundle_dir, candidate.report.to_json(), candidate.trained_on)
        document.promote(info.version)
        _expect(document.current_version == info.version, "the candidate was not promoted")
    finally:
        document.close()
    return f"candidate {info.version} trained, judged and promoted"


def _table(rows: int) -> bytes:
    topics = ("Translating recipes", "Segmenting street scenes", "Deploying a model", "Forecasting demand")
    lines = [f'{n},"{topics[n % 4]}, part {n}","Notes of week {n} for ""everyone"""' for n in range(rows)]
    return ("id,title,description\r\n" + "\r\n".join(lines) + "\r\n").encode("utf-8")
