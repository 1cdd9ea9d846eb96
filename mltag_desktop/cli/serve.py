"""`mltag serve`: the service, and what is done with what it keeps."""

from pathlib import Path
from typing import Annotated

import platformdirs
import typer

from mltag_desktop.cli.front import FrontEnd
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.options import Limits, ServiceOptions

_LIMITS = Limits()
StateFolder = Annotated[
    Path | None,
    typer.Option("--state", metavar="DIR", help="The service's folder. Default: one for this account."),
]
Host = Annotated[
    str, typer.Option("--host", help="The address to listen on; any but loopback needs a token.")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")]
Bundle = Annotated[
    Path | None,
    typer.Option("--model", metavar="BUNDLE", help="The model; a new one put in its place is taken up."),
]
Shadow = Annotated[
    Path | None,
    typer.Option("--shadow", metavar="BUNDLE", help="A candidate that is asked too, and never answers."),
]
Canary = Annotated[
    Path | None, typer.Option("--canary", metavar="BUNDLE", help="A candidate that answers a share.")
]
Share = Annotated[float, typer.Option("--share", help="The canary's share of the keys, between 0 and 1.")]
Token = Annotated[
    Path | None,
    typer.Option("--token-file", metavar="FILE", help="A file that holds the token; or set MLTAG_TOKEN."),
]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that answer.")]
Body = Annotated[int, typer.Option("--max-body", min=1_000, metavar="BYTES", help="The longest body.")]
Items = Annotated[int, typer.Option("--max-items", min=1, help="The most texts in a request.")]
Length = Annotated[int, typer.Option("--max-length", min=1, help="The most characters of a text.")]
Seconds = Annotated[
    float, typer.Option("--timeout", min=0.1, help="Seconds to send a request, or to answer it.")
]
AtOnce = Annotated[int, typer.Option("--max-at-once", min=1, help="The most requests at once, a worker.")]
Grace = Annotated[
    int,
    typer.Option("--grace", min=0, help="Seconds that requests under way may take when the service stops."),
]
Below = Annotated[
    float | None,
    typer.Option(
        "--review-below", min=0, max=1, help="Ask a person below this confidence. Default: the model's own."
    ),
]
Sample = Annotated[
    float,
    typer.Option("--sample", min=0, max=1, help="Share of all texts that a person is asked about anyway."),
]


def serve(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    model: Bundle = None,
    shadow: Shadow = None,
    canary: Canary = None,
    share: Share = 0.05,
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
    sample: Sample = 0.0,
    no_texts: Annotated[
        bool, typer.Option("--no-texts", help="Keep no texts but those of feedback.")
    ] = False,
    log_requests: Annotated[bool, typer.Option("--log-requests", help="Log each request's address.")] = False,
    log_texts: Annotated[bool, typer.Option("--log-texts", help="Let errors in the log hold texts.")] = False,
    token: Annotated[str, typer.Option(envvar="MLTAG_TOKEN", hidden=True)] = "",
) -> None:
    """Answer over HTTP: /v1/predict, /v1/explain, /v1/feedback; / is a page to try it on."""
    if shadow is not None and canary is not None:
        raise typer.BadParameter("Give --shadow or --canary, not both.")
    if not 0 < share < 1:
        raise typer.BadParameter("--share is between 0 and 1.")
    front: FrontEnd = context.obj
    options = ServiceOptions(
        state=state_folder(state),
        host=host,
        port=port,
        model=model,
        shadow=shadow,
        canary=canary,
        share=share,
        token=_given(token) if token_file is None else _token_in(token_file),
        workers=workers,
        limits=Limits(max_body, max_items, max_length, timeout, max_at_once),
        review_below=review_below,
        sample=sample,
        keep_texts=not no_texts,
        log_requests=log_requests,
        log_texts=log_texts,
        grace_seconds=grace,
    )
    raise typer.Exit(front.serve(options))


def state_folder(given: Path | None) -> Path:
    """Return the folder given, else this account's."""
    if given is not None:
        return given
    return platformdirs.user_data_path("mltag-desktop", appauthor=False) / "service"


def _token_in(path: Path) -> str:
    try:
        return _checked(path.read_text(encoding="utf-8"), str(path))
    except (OSError, ValueError) as error:
        raise MltagError(f"The token in {path} cannot be read.", "Check its name and its rights.") from error


def _given(surroundings: str) -> str:
    """Return the token of MLTAG_TOKEN; empty where it is not set."""
    return _checked(surroundings, "MLTAG_TOKEN") if surroundings else ""


def _checked(content: str, where: str) -> str:
    token = content.strip()
    if not token or not token.isascii() or any(sign.isspace() for sign in token):
        raise MltagError(f"{where} holds no token.", "Make one with: openssl rand -hex 32")
    return token
