"""Runs the server on this computer until it is stopped, and puts everything away after it."""

from __future__ import annotations

import asyncio
import secrets
import signal
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

from deckbuilder.errors import DeckbuilderError
from deckbuilder.preview.server import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from deckbuilder.preview.answers import Answers
    from deckbuilder.preview.session import Session

_HOST = "127.0.0.1"
_SECONDS_TO_END = 2
_SIGNALS = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")
"""Ctrl+C, the computer that is shut down, and the terminal's window that is closed: on Windows, and elsewhere."""


class PortError(DeckbuilderError):
    """The port cannot be had."""

    code = "DB871"

    def __init__(self, port: int) -> None:
        super().__init__(f"Porten {port} används redan av ett annat program. Välj en annan, eller skriv --port 0.")


class _Server(uvicorn.Server):
    """A server whose signals are ours, so that it ends without a traceback."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def serve(session: Session, answers: Answers, port: int, started: Callable[[str], None]) -> None:
    """Serve a report at a port (0: any that is free) until Ctrl+C or SIGTERM; `started` is told the page's address.

    Raise PortError when the port is taken.
    """
    with _listening(port) as listener:
        number = listener.getsockname()[1]
        token = secrets.token_urlsafe(24)
        config = uvicorn.Config(
            app(session, answers, token, number),
            lifespan="off",
            ws="none",
            log_config=None,
            log_level="critical",  # faults are told on the page, in Swedish
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        server = _Server(config)
        session.start()
        try:
            with _ended_by_signals(server, session):
                started(f"http://{_HOST}:{number}/{token}/")
                asyncio.run(server.serve(sockets=[listener]))
        finally:
            session.close()


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    listener = socket.socket()
    try:
        listener.bind((_HOST, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortError(port) from error
    with listener:
        yield listener


@contextmanager
def _ended_by_signals(server: uvicorn.Server, session: Session) -> Iterator[None]:
    def end(_: int, __: FrameType | None) -> None:
        server.should_exit = True
        session.end()

    wanted = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {one: signal.signal(one, end) for one in wanted}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
