"""The page's addresses. Everything is asked for by name, never by path."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from deckbuilder.errors import DeckbuilderError, own_fault
from deckbuilder.preview.security import Guard
from deckbuilder.preview.session import REMEDY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from deckbuilder.preview.answers import Answers
    from deckbuilder.preview.session import Session

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".html": "text/html"}
_HEARTBEAT = 15
_FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}
_LARGEST = 1_000_000


def app(session: Session, answers: Answers, token: str, port: int) -> ASGIApp:
    """Return the server's application for one report, under a token and only for this computer."""
    pages = _Pages(session, answers)
    routes = [
        Route("/", pages.index),
        Route("/static/{name}", pages.static),
        Route("/state", pages.state),
        Route("/events", pages.events),
        Route("/picture/{name}", pages.picture),
        Route("/figures", pages.figures),
        Route("/figure/{id}", pages.figure),
        Route("/changes", pages.changes),
        Route("/order", pages.order, methods=["POST"]),
    ]
    told: dict[Any, Any] = {HTTPException: _nothing, Exception: _fault}
    return Guard(Starlette(routes=[Mount(f"/{token}", routes=routes)], exception_handlers=told), token, port)


class _Pages:
    """Answers for each address."""

    def __init__(self, session: Session, answers: Answers) -> None:
        self.session = session
        self.answers = answers

    async def index(self, _: Request) -> Response:
        return _static("index.html")

    async def static(self, request: Request) -> Response:
        return _static(request.path_params["name"])

    async def state(self, _: Request) -> Response:
        content = await run_in_threadpool(self.session.publisher.json)
        return Response(content, media_type="application/json")

    async def events(self, _: Request) -> Response:
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        publisher = self.session.publisher
        version = 0
        while not publisher.closed:
            found = await publisher.after(version, _HEARTBEAT)
            if found is None:
                yield ": kvar\n\n"
            else:
                version = found
                yield f"event: state\ndata: {json.dumps({'version': version})}\n\n"

    async def picture(self, request: Request) -> Response:
        content = self.session.pictures.get(request.path_params["name"].removesuffix(".png"))
        if content is None:
            return PlainTextResponse("Bilden finns inte längre.", 404)
        return Response(content, media_type="image/png", headers=_FOREVER)

    async def figures(self, request: Request) -> Response:
        asked = request.query_params
        every = asked.get("all") == "1"
        return await _answer(lambda: self.answers.figures(asked.get("q", ""), every=every))

    async def figure(self, request: Request) -> Response:
        id_ = request.path_params["id"]
        return await _answer(lambda: self.answers.figure(id_))

    async def changes(self, _: Request) -> Response:
        return await _answer(self.answers.changes)

    async def order(self, request: Request) -> Response:
        try:
            data: Any = json.loads(await _body(request))
        except (ValueError, RecursionError):
            data = None
        if not _is_order(data):
            return JSONResponse({"message": "Skicka bildernas id i ordning, och sidans version."}, 400)
        try:
            await run_in_threadpool(self.session.reorder, data["slides"], data["version"])
        except DeckbuilderError as error:
            return JSONResponse({"message": str(error)}, 409)
        return Response(status_code=204)


async def _nothing(_: Request, error: HTTPException) -> Response:
    """Say that there is nothing at an address, or not for such a request."""
    return PlainTextResponse("Sidan finns inte.", error.status_code, error.headers)


async def _fault(_: Request, error: Exception) -> Response:
    """Tell a fault of our own, as the command line would, where it is asked for."""
    return JSONResponse({"message": f"DB901 {own_fault(error)} {REMEDY}"}, 500)


def _is_order(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and isinstance(data.get("version"), int)
        and isinstance(data.get("slides"), list)
        and all(isinstance(one, str) and one.isprintable() for one in data["slides"])
    )


async def _body(request: Request) -> bytes:
    """Return what was sent, no more of it than a page can have to say."""
    found = b""
    async for part in request.stream():
        found += part
        if len(found) > _LARGEST:
            return b""
    return found


async def _answer(ask: Callable[[], dict[str, Any]]) -> Response:
    """Answer with data, or with the sentence that says why there is none."""
    try:
        return JSONResponse(await run_in_threadpool(ask))
    except DeckbuilderError as error:
        return JSONResponse({"message": str(error)}, 404)


def _static(name: str) -> Response:
    """Return one of the page's own files, found by name among those that there are."""
    folder = resources.files("deckbuilder.preview") / "static"
    found = {file.name: file for file in folder.iterdir()} if folder.is_dir() else {}
    kind = _TYPES.get(f".{name.rpartition('.')[2]}")
    if name not in found or kind is None:
        return PlainTextResponse("Filen finns inte.", 404)
    return Response(found[name].read_bytes(), media_type=kind)
