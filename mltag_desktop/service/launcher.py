"""Start and stop the service: access check, socket and workers."""

import logging
import os
import shutil
import signal
import socket
import tempfile
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.core.serving.trial_rules import agreed_plan
from mltag_desktop.service.active_models import ActiveModels, ModelReloader
from mltag_desktop.service.app import Service
from mltag_desktop.service.middleware import is_loopback
from mltag_desktop.service.server import Server, config_of, start_process
from mltag_desktop.service.workers import Workers

SHORTEST_TOKEN: Final = 16
_BACKLOG: Final = 2048
_log: Final = logging.getLogger(__name__)


def serve(options: ServiceOptions) -> int:
    """Serve until SIGTERM or Ctrl+C; return 0 once everything acknowledged is on disk.

    Raises `MltagError` when the service cannot start.
    """
    check_access(options)
    start_process()
    with FeedbackStore(options.state) as feedback_store:
        feedback_store.set_bundle("" if options.model is None else str(options.model.absolute()))
        _, plan = agreed_plan(feedback_store, options)
    with listen(options) as listener:
        address = f"http://{_bracketed(options.host)}:{listener.getsockname()[1]}"
        if options.workers == 1:
            service = Service(options)
            _log_start(options, address, service.models.active)
            _serve_alone(options, service, listener)
        else:
            _log_start(options, address, ModelReloader(options, plan).active)
            _serve_together(options, listener)
    _log.info("stopped")
    return 0


def check_access(options: ServiceOptions) -> None:
    """Raise `MltagError` when other machines could reach the service without a token, or it is too short."""
    if options.token and len(options.token) < SHORTEST_TOKEN:
        raise MltagError(
            f"The token is shorter than {SHORTEST_TOKEN} characters.", "Create one with: openssl rand -hex 32"
        )
    if not options.token and not is_loopback(options.host):
        raise MltagError(
            f"{options.host} is reachable from other computers, so a token is needed.",
            "Set one with --token-file FILE or MLTAG_TOKEN, or omit --host.",
        )


def listen(options: ServiceOptions) -> socket.socket:
    """Return a listening socket; raises `MltagError` when the address cannot be used."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    # asyncio sets TCP_NODELAY only on sockets with an explicit IPPROTO_TCP, which create_server does not set.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((options.host, options.port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise MltagError(
            f"Port {options.port} of {options.host} is not available: {error.strerror or error}.",
            "Choose another port with --port, or stop the program that uses it.",
        ) from error
    return listener


def _serve_alone(options: ServiceOptions, service: Service, listener: socket.socket) -> None:
    server = Server(config_of(options, service.app))
    # Signals end the server in order from here on; uvicorn raises the signal again after the shutdown.
    before = {number: signal.signal(number, server.handle_exit) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        server.run(sockets=[listener])
    except SystemExit as leaving:
        raise MltagError("The service could not start.", "See the lines above for the reason.") from leaving
    finally:
        server.ended()
        for number, handler in before.items():
            signal.signal(number, handler)


def _serve_together(options: ServiceOptions, listener: socket.socket) -> None:
    shared = Path(tempfile.mkdtemp(prefix="mltag-service-"))
    try:
        Workers(options, shared, listener).run()
    finally:
        shutil.rmtree(shared, ignore_errors=True)


def _log_start(options: ServiceOptions, address: str, active: ActiveModels) -> None:
    workers = "1 worker" if options.workers == 1 else f"{options.workers} workers"
    _log.info("%s answers on %s with %s, data in %s", active.in_words(), address, workers, options.state)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
