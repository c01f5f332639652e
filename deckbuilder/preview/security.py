"""Who may ask: only this computer's own page. Other hosts, other sites and wrong addresses are turned away."""

from __future__ import annotations

import hmac
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN_SITES = {"same-origin", "none"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_KEPT = "Cache-Control"


class Guard:
    """Lets through what comes from the page itself: right host, right token, no other site behind it."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self.app = app
        self.token = token
        self.hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it; every answer has the headers that keep the page to itself."""
        if scope["type"] != "http":  # no sockets: nothing here uses them
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault(_KEPT, "no-store")
            await send(message)

        with suppress(ClientDisconnect):  # nobody waits for the answer
            await (self._refusal(scope) or self.app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.getlist("host")
        if len(host) != 1 or host[0].lower() not in self.hosts:
            return PlainTextResponse("Fel adress.", 421)
        origin = headers.getlist("origin")
        is_foreign = any(one != f"http://{host[0].lower()}" for one in origin)
        if is_foreign or not _OWN_SITES.issuperset(headers.getlist("sec-fetch-site")):
            return PlainTextResponse("Bara förhandsvisningens egen sida får fråga.", 403)
        given = scope["path"].partition("/")[2].partition("/")[0]
        if not hmac.compare_digest(given.encode(errors="replace"), self.token.encode()):
            return PlainTextResponse("Sidan finns inte. Kopiera hela adressen som deckbuilder preview skrev.", 404)
        if scope["method"] == "POST":
            return _of_post(headers, origin)
        return None


def _of_post(headers: Headers, origin: list[str]) -> PlainTextResponse | None:
    if len(origin) != 1:
        return PlainTextResponse("Bara förhandsvisningens egen sida får ändra något.", 403)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return PlainTextResponse("Skicka JSON.", 415)
    return None
