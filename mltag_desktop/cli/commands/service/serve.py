"""`mltag serve`: run the HTTP service."""

from pathlib import Path
from typing import Annotated, Final

import platformdirs
import typer

from mltag_desktop.cli.command_line import FrontEnd
from mltag_desktop.cli.options import BatchUnsure, WrongUse
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.library.model_names import BUNDLED, bundle_folder
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.serving.service_options import ServiceLimits, ServiceOptions
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD

_LIMITS = ServiceLimits()
_CANARY_SHARE: Final = 0.05
StateFolder = Annotated[
    Path | None,
    typer.Option("--state", metavar="DIR", help="The service's data folder. Default: one per account."),
]
Host = Annotated[
    str, typer.Option("--host", help="The address to listen on; any but a loopback address needs a token.")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any free port.")]
Bundle = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="MODEL",
        help="A bundle or a name of the library; a new version in its folder is loaded automatically.",
    ),
]
Shadow = Annotated[
    str | None,
    typer.Option(
        "--shadow", metavar="MODEL", help="A shadow model: its predictions are compared, never returned."
    ),
]
Canary = Annotated[
    str | None,
    typer.Option("--canary", metavar="MODEL", help="A candidate that answers a share of the requests."),
]
Share = Annotated[
    float | None,
    typer.Option(
        "--share", help=f"The canary's share of keys, between 0 and 1. Default: {_CANARY_SHARE:.2f}."
    ),
]
Token = Annotated[
    Path | None,
    typer.Option("--token-file", metavar="FILE", help="A file with the access token; or set MLTAG_TOKEN."),
]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="Number of worker processes.")]
Body = Annotated[
    int, typer.Option("--max-body", min=1_000, metavar="BYTES", help="Maximum request body in bytes.")
]
Items = Annotated[int, typer.Option("--max-items", min=1, help="Maximum number of texts per request.")]
Length = Annotated[int, typer.Option("--max-length", min=1, help="Maximum number of characters per text.")]
Seconds = Annotated[
    float, typer.Option("--timeout", min=0.1, help="Timeout in seconds for receiving or answering a request.")
]
AtOnce = Annotated[
    int, typer.Option("--max-at-once", min=1, help="Maximum number of concurrent requests per worker.")
]
Grace = Annotated[
    int,
    typer.Option("--grace", min=0, help="Seconds to finish open requests when the service stops."),
]
Below = Annotated[
    float | None,
    typer.Option(
        "--review-below",
        min=0,
        max=1,
        help=f"Review threshold. Default: the published ones, or {DEFAULT_REVIEW_THRESHOLD:.2f}.",
    ),
]
Unsure = Annotated[
    BatchUnsure | None,
    typer.Option(
        "--unsure", help="Below the threshold, answer with the tag or with null. Default: the model's policy."
    ),
]
Sample = Annotated[
    float,
    typer.Option("--sample", min=0, max=1, help="Share of texts sent to review at random."),
]


def serve(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    model: Bundle = None,
    shadow: Shadow = None,
    canary: Canary = None,
    share: Share = None,
    state: StateFolder = None,
    token_file: Token = None,
    workers: Workers = 1,
    max_body: Body = _LIMITS.body,
    max_items: Items = _LIMITS.items,
    max_length: Length = _LIMITS.length,
    timeout: Seconds = _LIMITS.seconds,
    max_at_once: AtOnce = _LIMITS.at_once,
    grace: Grace = 30,
    review_below: Below = None,
    unsure: Unsure = None,
    sample: Sample = 0.0,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", metavar="FILE", help="Answer from this mltag predict cache, and add to it."),
    ] = None,
    no_texts: Annotated[
        bool, typer.Option("--no-texts", help="Store no texts except those in feedback.")
    ] = False,
    log_requests: Annotated[
        bool, typer.Option("--log-requests", help="Log the address of each request.")
    ] = False,
    log_texts: Annotated[bool, typer.Option("--log-texts", help="Allow texts in error logs.")] = False,
    token: Annotated[str, typer.Option(envvar="MLTAG_TOKEN", hidden=True)] = "",
) -> None:
    """Serve predictions over HTTP: /v1/predict, /v1/explain, /v1/feedback; / is a page to try it."""
    if shadow is not None and canary is not None:
        raise WrongUse("Use --shadow or --canary, not both.")
    if share is not None and canary is None:
        raise WrongUse("--share needs --canary.")
    if share is not None and not 0 < share < 1:
        raise WrongUse("--share must be between 0 and 1.")
    front: FrontEnd = context.obj
    options = ServiceOptions(
        state=state_folder(state),
        host=host,
        port=port,
        model=_folder(model),
        candidate=_folder(shadow or canary),
        share=0.0 if canary is None else _CANARY_SHARE if share is None else share,
        token=_environment_token(token) if token_file is None else _token_in(token_file),
        workers=workers,
        limits=ServiceLimits(max_body, max_items, max_length, timeout, max_at_once),
        review_below=review_below,
        unsure=None if unsure is None else UnsurePolicy(unsure.value),
        sample=sample,
        cache=cache,
        keep_texts=not no_texts,
        log_requests=log_requests,
        log_texts=log_texts,
        grace_seconds=grace,
    )
    raise typer.Exit(front.serve(options))


def _folder(name: str | None) -> Path | None:
    """Return the bundle folder of a model; None for the bundled model."""
    return None if name in (None, BUNDLED) else bundle_folder(name)


def state_folder(given: Path | None) -> Path:
    """Return the given folder, or the default folder of this user account."""
    if given is not None:
        return given
    return platformdirs.user_data_path("mltag-desktop", appauthor=False) / "service"


def _token_in(path: Path) -> str:
    try:
        return _checked(path.read_text(encoding="utf-8"), str(path))
    except (OSError, ValueError) as error:
        raise MltagError(
            f"The token file {path} could not be read.", "Check its name and permissions."
        ) from error


def _environment_token(surroundings: str) -> str:
    """Return the token from MLTAG_TOKEN; empty if it is not set."""
    return _checked(surroundings, "MLTAG_TOKEN") if surroundings else ""


def _checked(content: str, where: str) -> str:
    token = content.strip()
    if not token or not token.isascii() or any(sign.isspace() for sign in token):
        raise MltagError(f"{where} contains no token.", "Create one with: openssl rand -hex 32")
    return token
