"""`mltag review`, `import-feedback` and `publish`: exchange texts, decisions and models with the service."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from mltag_desktop.cli.command_inputs import (
    load_active_model,
    open_or_create_workspace,
    open_workspace,
)
from mltag_desktop.cli.commands.service.serve import StateFolder, state_folder
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.records.bulk_prediction import predict_pending
from mltag_desktop.core.learning.records.off_topic_records import table_filter
from mltag_desktop.core.learning.workspace_models import find_model, record_base_model
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.features.extraction import Extra
from mltag_desktop.core.model.library.installation import install, refuse_foreign
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.serving.feedback_store import FILE, FeedbackStore
from mltag_desktop.core.serving.review_sync import import_feedback as flag
from mltag_desktop.core.serving.review_sync import review as sync
from mltag_desktop.core.serving.review_sync import to_cache, with_review
from mltag_desktop.core.workspace.decisions.tag_set import names_in
from mltag_desktop.core.workspace.records.served_answers import is_prepared, prepare
from mltag_desktop.core.workspace.workspace import Workspace as Document

_MOST_NAMED: Final = 5
"""Tags in the note about tags that a published model does not know."""
_OF_SERVICE: Final = "the model of the service"
"""Name in the list of models for a model that was copied from the service."""


def review(
    workspace: Workspace,
    state: StateFolder = None,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", metavar="FILE", help="Also write the decisions to this mltag predict cache."),
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Fetch texts to review into a workspace (created if missing) and send decisions back.

    With --cache and no service data, the decisions go to the cache only.
    """
    refuse_existing(json, force=force)
    folder = state_folder(state)
    printer, result = Printer(quiet=quiet, json_target=json), dict[str, int]()
    if cache is None or state is not None or (folder / FILE).exists():
        with (
            FeedbackStore.existing(folder) as feedback_store,
            _document(workspace, curator, feedback_store) as document,
        ):
            with progress("Reviewing", quiet=quiet) as bar:
                done = sync(SubProgress(bar, 0.0, 0.5), feedback_store, document)
                _predict(SubProgress(bar, 0.5, 1.0), document)
            result = {**asdict(done), "kept": len(feedback_store.doubts())}
        printer.result(f"{counted(done.added, 'text')} to review added to {workspace}")
        _tell_decisions(printer, "at the service", done.decided, done.withdrawn)
    if cache is not None:
        with open_workspace(workspace, curator, write=False) as document, PredictionCache.open(cache) as kept:
            fresh, gone = to_cache(SILENT, kept, document)
        result |= {"cache_decided": fresh, "cache_withdrawn": gone}
        _tell_decisions(printer, f"in {cache}", fresh, gone)
    write_json(json, result, force=force)


def _tell_decisions(printer: Printer, where: str, fresh: int, gone: int) -> None:
    printer.result(f"{counted(fresh, 'decision')} now valid {where}, {gone:,} withdrawn")


def import_feedback(
    workspace: Workspace,
    state: StateFolder = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Flag the records that users reported as wrong; running it again does not flag them twice."""
    refuse_existing(json, force=force)
    with (
        FeedbackStore.existing(state_folder(state)) as feedback_store,
        _document(workspace, curator, feedback_store) as document,
        progress("Importing feedback", quiet=quiet) as bar,
    ):
        done = flag(SubProgress(bar, 0.0, 0.5), feedback_store, document)
        _predict(SubProgress(bar, 0.5, 1.0), document)
    text = f"{done.flagged:,} flagged, {done.added:,} of them added; {done.known:,} already known"
    Printer(quiet=quiet, json_target=json).result(text)
    write_json(json, asdict(done), force=force)


def publish(
    workspace: Workspace,
    out: Annotated[Path, typer.Argument(metavar="BUNDLE", help="The folder watched by the service.")],
    candidate: Annotated[
        str | None,
        typer.Option(
            "--candidate", metavar="VERSION", help="Publish this model for a trial, promoted or not."
        ),
    ] = None,
    state: StateFolder = None,
    quiet: Quiet = False,
) -> None:
    """Publish the workspace's active model to the folder a service watches; replaces the model there.

    The review thresholds, the policy for unsure predictions and the off-topic
    limit of the workspace are published with it. With --candidate, another
    model is published to a separate folder, for `mltag trial start`.
    """
    refuse_foreign(out)
    if candidate is not None:
        _refuse_active(out, state_folder(state))
    with open_workspace(workspace, write=False) as document:
        limits = document.thresholds
        if candidate is None:
            found = load_active_model(document, bundled())
        else:
            found = _model_of(document, candidate)
        model = with_review(found, limits.below(), limits.unsure, table_filter(document, found))
        tags = names_in(document.tag_set.tags, found.tags)
    install(model, out)
    more = "" if candidate is None else f"; try it with: mltag trial start {out}"
    printer = Printer(quiet=quiet)
    printer.result(f"Model {model.version} of {workspace} was published to {out}{more}")
    if Extra.EMBEDDINGS in model.extra:
        printer.note("The model needs the sentence encoder. A service that lacks it cannot load the model.")
    unknown = [tag for tag in tags if tag not in model.tags]
    if unknown:
        names = f"{', '.join(unknown[:_MOST_NAMED])}{' …' if len(unknown) > _MOST_NAMED else ''}"
        printer.note(f"The model never predicts {names}. Train one that does: mltag retrain {workspace}")


def _model_of(document: Document, version: str) -> LinearModel:
    """Return a model of the workspace by its version or the beginning of it."""
    info = find_model(document.models.all(), version)
    if info.bundled:
        return bundled()
    return load_bundle(document.models.bundle_path(info.version))


def _refuse_active(out: Path, folder: Path) -> None:
    """Raise `MltagError` if a service answers from `out`: a candidate there would be promoted."""
    if (folder / FILE).exists():
        with FeedbackStore.existing(folder) as feedback_store:
            active = feedback_store.bundle
        if active and Path(active).resolve() == out.resolve():
            raise MltagError(
                f"The service answers from {out}, so publishing a candidate there would promote it.",
                "Choose another folder for the candidate.",
            )


def _document(path: Path, curator: str | None, feedback_store: FeedbackStore) -> Document:
    """Open the workspace; a new one gets the tags of the service's model, with that model active.

    A workspace that `mltag review` has made follows the service when its model is replaced.
    """
    if path.exists():
        document = open_workspace(path, curator, write=True)
        if is_prepared(document.table) and feedback_store.bundle and _follows(document):
            _use_model(document, Path(feedback_store.bundle))
        return document
    model = load_bundle(Path(feedback_store.bundle)) if feedback_store.bundle else bundled()
    document = open_or_create_workspace(path, curator, model.tags)
    prepare(document.table)
    record_base_model(document)
    if feedback_store.bundle:
        _use_model(document, Path(feedback_store.bundle))
    return document


def _follows(document: Document) -> bool:
    """Return whether the active model came from the service; a curator may have promoted another one."""
    active = next((info for info in document.models.all() if info.active), None)
    return active is None or active.bundled or active.trained_on == _OF_SERVICE


def _use_model(document: Document, bundle: Path) -> None:
    version = shown_version(load_bundle(bundle).version)
    if version not in (document.models.base, document.models.active):
        document.models.add(bundle, None, _OF_SERVICE)
        document.models.promote(version)


def _predict(progress: Progress, document: Document) -> None:
    """Predict new records with the workspace's model, so that a decision can accept or correct something."""
    if document.models.active is not None:
        predict_pending(progress, document, load_active_model(document, bundled()).own)
