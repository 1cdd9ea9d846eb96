"""One process that serves: how it is set up, and the bound that its end has."""

import asyncio
import logging
import os
import socket
import sys
import threading
from types import FrameType
from typing import Final

import uvicorn

from mltag_desktop.core.serving.options import ServiceOptions
from mltag_desktop.service.door import Door
from mltag_desktop.service.patience import PatientProtocol

END: Final = 10.0
"""Seconds for what is held in memory to reach the disk, once requests under way have had their time."""
_TURN: Final = 0.0005
"""Seconds after which a thread has to let the event loop have its turn; by itself 0.005."""
_LATE: Final = 0.1
"""Seconds between two looks for connections that came while listening ended."""
_log: Final = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """uvicorn's server; one that does not end in its time is cut off, and its process with it.

    uvicorn bounds the wait for requests, but not what comes after it.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        """Nothing happens before `run`."""
        super().__init__(config)
        self.seconds = float(config.timeout_graceful_shutdown or 0) + END
        self._timer: threading.Timer | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, and have so many seconds for it from now on."""
        self._bound()
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End in order; without a signal, the time begins here."""
        self._bound()
        late = asyncio.create_task(self._close_late())
        try:
            await super().shutdown(sockets)
        finally:
            late.cancel()

    def ended(self) -> None:
        """Stop the clock: all is done."""
        if self._timer is not None:
            self._timer.cancel()

    async def _close_late(self) -> None:
        """Let connections end that came between the end of listening and uvicorn's look at them all.

        Nobody would tell them, and a client that goes on asking would be cut off after all of the grace.
        """
        while True:
            await asyncio.sleep(_LATE)
            for connection in list(self.server_state.connections):
                if not connection.transport.is_closing():
                    connection.shutdown()

    def _bound(self) -> None:
        if self._timer is None:
            self._timer = threading.Timer(self.seconds, _cut_off, [self.seconds])
            self._timer.daemon = True
            self._timer.start()


def config_of(options: ServiceOptions, app: Door) -> uvicorn.Config:
    """Return how uvicorn shall serve."""
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=options.grace_seconds,
    )


def start_process() -> None:
    """Write what happens to stderr, never a text that came in; let no thread hold up the answers for long."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", force=True
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    sys.setswitchinterval(_TURN)


def _cut_off(seconds: float) -> None:
    _log.error("not stopped after %g s: cut off; acknowledged feedback is stored", seconds)
    os._exit(1)
