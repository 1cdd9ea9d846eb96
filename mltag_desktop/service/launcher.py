"""Start and stop the service: access check, socket, and uvicorn with one worker or several."""

import contextlib
import gc
import logging
import os
import signal
import socket
import sys
import tempfile
import threading
from functools import partial
from typing import Final

import uvicorn
from uvicorn.supervisors import Multiprocess

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.core.serving.trials import agreed_plan
from mltag_desktop.service.active_models import ModelReloader
from mltag_desktop.service.metrics import FOLDER
from mltag_desktop.service.middleware import RequestMiddleware, is_loopback

SHORTEST_TOKEN: Final = 16
END: Final = 10.0
"""Seconds to write buffered data to disk, after the time for running requests."""
_HEALTHCHECK: Final = 10
"""Seconds after which a worker without an answer is replaced."""
_CONNECTIONS: Final = 4
"""Open connections for each request that may run; further ones are refused (503)."""
_COLLECT_AFTER: Final = 20_000
"""New objects after which garbage is collected: 32 requests at once have more than the default of 700."""
_BACKLOG: Final = 2048
_log: Final = logging.getLogger(__name__)


def serve(options: ServiceOptions) -> int:
    """Serve until SIGTERM or Ctrl+C; return 0 once everything acknowledged is on disk.

    Raises `MltagError` when the service cannot start, or a worker has to be killed.
    """
    check_access(options)
    start_process()
    with FeedbackStore(options.state) as feedback_store:
        feedback_store.set_bundle("" if options.model is None else str(options.model.absolute()))
        _, plan = agreed_plan(feedback_store, options)
    with listen(options) as listener:
        host = f"[{options.host}]" if ":" in options.host else options.host
        address = f"http://{host}:{listener.getsockname()[1]}"
        workers = "1 worker" if options.workers == 1 else f"{options.workers} workers"
        words = ModelReloader(options, plan).in_words()
        _log.info("%s answers on %s with %s, data in %s", words, address, workers, options.state)
        if options.workers == 1:
            _serve_alone(options, listener)
        else:
            with tempfile.TemporaryDirectory(prefix="mltag-service-", ignore_cleanup_errors=True) as shared:
                os.environ[FOLDER] = shared
                Workers(options, listener).run()
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


def config_of(options: ServiceOptions) -> uvicorn.Config:
    """Return the uvicorn configuration; it makes the application in the process that serves it."""
    return uvicorn.Config(
        partial(application, options),
        factory=True,
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        workers=options.workers,
        limit_concurrency=_CONNECTIONS * options.limits.at_once,
        timeout_graceful_shutdown=options.grace_seconds,
        timeout_worker_healthcheck=_HEALTHCHECK,
    )


def application(options: ServiceOptions) -> RequestMiddleware:
    """Return the application of a worker; ends the process when a model cannot be loaded."""
    from mltag_desktop.service.app import Service  # the metrics of workers need the folder first

    start_process()
    try:
        return Service(options).app
    except MltagError as error:
        _log.error("%s %s", error.message, error.hint)
        raise SystemExit(1) from error  # the supervisor tries again: uvicorn gives up after a code of 3


def start_process() -> None:
    """Log to stderr, without any text of a request, and prepare the interpreter for many short requests."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", force=True
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    gc.set_threshold(_COLLECT_AFTER)


class Server(uvicorn.Server):
    """uvicorn's server with a limit for the whole shutdown; uvicorn limits the wait for requests only."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Shut down, or end the process when it takes too long."""
        seconds = float(self.config.timeout_graceful_shutdown or 0) + END
        limit = threading.Timer(seconds, _exit_now, [seconds])
        limit.daemon = True
        limit.start()
        await super().shutdown(sockets)
        limit.cancel()


class Workers(Multiprocess):
    """uvicorn's supervisor with a limit for the shutdown; SIGHUP looks for new models in every worker."""

    def __init__(self, options: ServiceOptions, listener: socket.socket) -> None:
        super().__init__(config_of(options), [listener])
        self._seconds = options.grace_seconds + END
        self._hanging = 0

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT; raises `MltagError` when a worker does not end in time."""
        super().run()
        if self._hanging:
            raise MltagError(
                f"{self._hanging} worker(s) did not stop in time and were killed.",
                "Acknowledged feedback is stored; open requests are lost.",
            )

    def terminate_all(self) -> None:
        """Ask all workers to end, and kill those that have not after the limit."""
        for listener in self.sockets:
            listener.close()  # otherwise clients could still connect, and nobody would answer
        super().terminate_all()
        limit = threading.Timer(self._seconds, self._kill_all)
        limit.daemon = True
        limit.start()

    def keep_subprocess_alive(self) -> None:
        """Replace workers that have ended; their gauges count no more."""
        from prometheus_client.multiprocess import mark_process_dead

        before = {process.pid for process in self.processes}
        super().keep_subprocess_alive()
        for pid in before - {process.pid for process in self.processes}:
            mark_process_dead(pid)  # type: ignore[no-untyped-call]

    def handle_hup(self) -> None:
        """Pass SIGHUP on: uvicorn would replace the workers, and close their connections."""
        for process in self.processes:
            if process.is_ready() and process.pid is not None:  # one that still starts would end
                os.kill(process.pid, signal.SIGHUP)

    def _kill_all(self) -> None:
        for process in self.processes:
            if process.exitcode is None:
                self._hanging += 1
                process.process.kill()


def _serve_alone(options: ServiceOptions, listener: socket.socket) -> None:
    server = Server(config_of(options))
    # After the shutdown, uvicorn raises the signal again that asked for it.
    with contextlib.suppress(KeyboardInterrupt, SystemExit):
        server.run(sockets=[listener])
    if not server.started:
        raise MltagError("The service could not start.", "See the lines above for the reason.")


def _exit_now(seconds: float) -> None:
    _log.error("not stopped after %g s: cut off; acknowledged feedback is stored", seconds)
    os._exit(1)
