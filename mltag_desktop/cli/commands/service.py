"""`mltag serve`: run the service; `review`, `import-feedback`, `publish`: exchange texts and models."""

from dataclasses import asdict
from pathlib import Path
from typing import Final

import typer

from mltag_desktop.cli.command_inputs import (
    At,
    Curated,
    active_model,
    open_or_create_workspace,
    predict_with_active,
)
from mltag_desktop.cli.command_line import FrontEnd
from mltag_desktop.cli.options import BatchUnsure, WrongUse, argument, flag, group, option
from mltag_desktop.cli.output import Messages, Output, counted
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import read_bounded, user_folder
from mltag_desktop.core.learning.off_topic_records import table_filter
from mltag_desktop.core.learning.workspace_models import find_model, record_base_model
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.extraction import ENCODED
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.model_names import BUNDLED, bundle_folder, install, refuse_foreign
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.serving.feedback_store import FILE, FeedbackStore
from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from mltag_desktop.core.serving.review_sync import import_feedback as flag_reported
from mltag_desktop.core.serving.review_sync import review as sync
from mltag_desktop.core.serving.review_sync import to_cache, with_review
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.decisions.tag_set import names_in
from mltag_desktop.core.workspace.records.served_answers import is_prepared, prepare
from mltag_desktop.core.workspace.workspace import Workspace as Document

_LIMITS = ServiceLimits()
_CANARY_SHARE: Final = 0.05
_LONGEST_TOKEN: Final = 1 << 16


@group
class State:
    """The service whose data a command uses."""

    state: Path | None = option("The service's data folder. Default: one per account.", "DIR")

    @property
    def folder(self) -> Path:
        """The given folder, or the default folder of this user account."""
        if self.state is not None:
            return self.state
        return user_folder("data") / "service"

    def store(self) -> FeedbackStore:
        """Open the data of the service; raises `MltagError` without it."""
        return FeedbackStore.existing(self.folder)


@group
class Access:
    """Who may ask the service, and where."""

    host: str = option(
        "The address to listen on; any but a loopback address needs a token.", default="127.0.0.1"
    )
    port: int = option("The port; 0 for any free port.", default=8000, min=0, max=65535)
    token_file: Path | None = option("A file with the access token; or set MLTAG_TOKEN.", "FILE")
    token: str = option("The access token.", default="", envvar="MLTAG_TOKEN", hidden=True)

    def secret(self) -> str:
        """Return the token; empty without one."""
        if self.token_file is None:
            return _checked(self.token, "MLTAG_TOKEN") if self.token else ""
        try:
            return _checked(read_bounded(self.token_file, _LONGEST_TOKEN).decode(), str(self.token_file))
        except (OSError, ValueError) as error:
            raise MltagError(
                f"The token file {self.token_file} could not be read.", "Check its name and permissions."
            ) from error


@group
class Models:
    """The models of the service."""

    model: str | None = option(
        "A bundle or a name of the library; a new version in its folder is loaded automatically.", "MODEL"
    )
    shadow: str | None = option("A shadow model: its predictions are compared, never returned.", "MODEL")
    canary: str | None = option("A candidate that answers a share of the requests.", "MODEL")
    share: float | None = option(
        f"The canary's share of keys, between 0 and 1. Default: {_CANARY_SHARE:.2f}."
    )

    def check(self) -> None:
        """Raise `WrongUse` for options that do not go together."""
        if self.shadow is not None and self.canary is not None:
            raise WrongUse("Use --shadow or --canary, not both.")
        if self.share is not None and self.canary is None:
            raise WrongUse("--share needs --canary.")
        if self.share is not None and not 0 < self.share < 1:
            raise WrongUse("--share must be between 0 and 1.")


@group
class Limits:
    """Limits of a request, and of all together."""

    workers: int = option("Number of worker processes.", default=1, min=1, max=64)
    max_body: int = option("Maximum request body in bytes.", "BYTES", default=_LIMITS.body, min=1_000)
    max_items: int = option("Maximum number of texts per request.", default=_LIMITS.items, min=1)
    max_length: int = option("Maximum number of characters per text.", default=_LIMITS.length, min=1)
    timeout: float = option(
        "Timeout in seconds for receiving or answering a request.", default=_LIMITS.seconds, min=0.1
    )
    max_at_once: int = option(
        "Maximum number of concurrent requests per worker.", default=_LIMITS.at_once, min=1
    )
    grace: int = option("Seconds to finish open requests when the service stops.", default=30, min=0)


@group
class Review:
    """What is reviewed, and which texts are kept and logged."""

    review_below: float | None = option(
        f"Review threshold. Default: the published ones, or {DEFAULT_REVIEW_THRESHOLD:.2f}.", min=0, max=1
    )
    unsure: BatchUnsure | None = option(
        "Below the threshold, answer with the tag or with null. Default: the model's policy."
    )
    sample: float = option("Share of texts sent to review at random.", default=0.0, min=0, max=1)
    cache: Path | None = option("Answer from this mltag predict cache, and add to it.", "FILE")
    no_texts: bool = flag("Store no texts except those in feedback.")
    log_requests: bool = flag("Log the address of each request.")
    log_texts: bool = flag("Allow texts in error logs.")


def serve(
    *,
    context: typer.Context,
    access: Access,
    models: Models,
    at: State,
    limits: Limits,
    review: Review,
) -> None:
    """Serve predictions over HTTP: /v1/predict, /v1/explain, /v1/feedback; / is a page to try it."""
    models.check()
    front: FrontEnd = context.obj
    share = _CANARY_SHARE if models.share is None else models.share
    options = ServiceOptions(
        state=at.folder,
        host=access.host,
        port=access.port,
        model=_folder(models.model),
        candidate=_folder(models.shadow or models.canary),
        share=0.0 if models.canary is None else share,
        token=access.secret(),
        workers=limits.workers,
        limits=ServiceLimits(
            limits.max_body, limits.max_items, limits.max_length, limits.timeout, limits.max_at_once
        ),
        review_below=review.review_below,
        unsure=None if review.unsure is None else UnsurePolicy(review.unsure),
        sample=review.sample,
        cache=review.cache,
        keep_texts=not review.no_texts,
        log_requests=review.log_requests,
        log_texts=review.log_texts,
        grace_seconds=limits.grace,
    )
    raise typer.Exit(front.serve(options))


def _folder(name: str | None) -> Path | None:
    """Return the bundle folder of a model; None for the bundled model."""
    return None if name in (None, BUNDLED) else bundle_folder(name)


def _checked(content: str, where: str) -> str:
    token = content.strip()
    if not token or not token.isascii() or any(sign.isspace() for sign in token):
        raise MltagError(f"{where} contains no token.", "Create one with: openssl rand -hex 32")
    return token


_MOST_NAMED: Final = 5
"""Tags in the note about tags that a published model does not know."""
_OF_SERVICE: Final = "the model of the service"
"""Name in the list of models for a model that was copied from the service."""


def review(
    *,
    at: Curated,
    of: State,
    cache: Path | None = option("Also write the decisions to this mltag predict cache.", "FILE"),
    output: Output,
) -> None:
    """Fetch texts to review into a workspace (created if missing) and send decisions back.

    With --cache and no service data, the decisions go to the cache only.
    """
    result = dict[str, int]()
    if cache is None or of.state is not None or (of.folder / FILE).exists():
        with (
            of.store() as feedback_store,
            _document(at, feedback_store) as document,
        ):
            with output.progress("Reviewing") as bar:
                done = sync(SubProgress(bar, 0.0, 0.5), feedback_store, document)
                _predict(SubProgress(bar, 0.5, 1.0), document)
            result = {**asdict(done), "kept": len(feedback_store.doubts())}
        output.result(f"{counted(done.added, 'text')} to review added to {at.workspace}")
        _tell_decisions(output, "at the service", done.decided, done.withdrawn)
    if cache is not None:
        with at.open(write=False) as document, PredictionCache.open(cache) as kept:
            fresh, gone = to_cache(SILENT, kept, document)
        result |= {"cache_decided": fresh, "cache_withdrawn": gone}
        _tell_decisions(output, f"in {cache}", fresh, gone)
    output.write(result)


def _tell_decisions(output: Messages, where: str, fresh: int, gone: int) -> None:
    output.result(f"{counted(fresh, 'decision')} now valid {where}, {gone:,} withdrawn")


def import_feedback(
    *,
    at: Curated,
    of: State,
    output: Output,
) -> None:
    """Flag the records that users reported as wrong; running it again does not flag them twice."""
    with (
        of.store() as feedback_store,
        _document(at, feedback_store) as document,
        output.progress("Importing feedback") as bar,
    ):
        done = flag_reported(SubProgress(bar, 0.0, 0.5), feedback_store, document)
        _predict(SubProgress(bar, 0.5, 1.0), document)
    text = f"{done.flagged:,} flagged, {done.added:,} of them added; {done.known:,} already known"
    output.result(text)
    output.write(asdict(done))


def publish(
    *,
    at: At,
    out: Path = argument("BUNDLE", "The folder watched by the service."),
    candidate: str | None = option("Publish this model for a trial, promoted or not.", "VERSION"),
    of: State,
    output: Messages,
) -> None:
    """Publish the workspace's active model to the folder a service watches; replaces the model there.

    The review thresholds, the policy for unsure predictions and the off-topic
    limit of the workspace are published with it. With --candidate, another
    model is published to a separate folder, for `mltag trial start`.
    """
    refuse_foreign(out)
    if candidate is not None:
        _refuse_active(out, of)
    with at.open() as document:
        limits = document.thresholds
        found = active_model(document) if candidate is None else _model_of(document, candidate)
        model = with_review(found, limits.below(), limits.unsure, table_filter(document, found))
        tags = names_in(document.tag_set.tags, found.tags)
    install(model, out)
    more = "" if candidate is None else f"; try it with: mltag trial start {out}"
    output.result(f"Model {model.version} of {at.workspace} was published to {out}{more}")
    if model.extra & ENCODED:
        output.note("The model needs the sentence encoder. A service that lacks it cannot load the model.")
    unknown = [tag for tag in tags if tag not in model.tags]
    if unknown:
        names = f"{', '.join(unknown[:_MOST_NAMED])}{' …' if len(unknown) > _MOST_NAMED else ''}"
        output.note(f"The model never predicts {names}. Train one that does: mltag retrain {at.workspace}")


def _model_of(document: Document, version: str) -> LinearModel:
    """Return a model of the workspace by its version or the beginning of it."""
    info = find_model(document.models.all(), version)
    if info.bundled:
        return bundled()
    return load_bundle(document.models.bundle_path(info.version))


def _refuse_active(out: Path, of: State) -> None:
    """Raise `MltagError` if a service answers from `out`: a candidate there would be promoted."""
    if (of.folder / FILE).exists():
        with of.store() as feedback_store:
            active = feedback_store.bundle
        if active and Path(active).resolve() == out.resolve():
            raise MltagError(
                f"The service answers from {out}, so publishing a candidate there would promote it.",
                "Choose another folder for the candidate.",
            )


def _document(at: Curated, feedback_store: FeedbackStore) -> Document:
    """Open the workspace; a new one gets the tags of the service's model, with that model active.

    A workspace that `mltag review` has made follows the service when its model is replaced.
    """
    if at.workspace.exists():
        document = at.open(write=True)
        if is_prepared(document.table) and feedback_store.bundle and _follows(document):
            _use_model(document, Path(feedback_store.bundle))
        return document
    model = load_bundle(Path(feedback_store.bundle)) if feedback_store.bundle else bundled()
    document = open_or_create_workspace(at.workspace, at.curator, model.tags)
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
        predict_with_active(progress, document)
