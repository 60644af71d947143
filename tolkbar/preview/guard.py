"""Who may ask: this machine's own browser, on a page of ours.

A page of another server that is open in the same browser can send requests here, and read answers if
its name is made to lead to this machine (DNS rebinding).  So every request must name this server as
people do; what is more than looking must come from our own pages; nothing else may embed what we answer.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from aiohttp import web

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

NAMES: Final = ("127.0.0.1", "localhost")
NONCE: Final = web.RequestKey("nonce", str)
_USUAL: Final = 80  # the port of HTTP
_SAFE: Final = frozenset({"GET", "HEAD"})
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": "Tolkbar",
}
_POLICY: Final = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
CANDIDATE_POLICY: Final = "frame-ancestors 'self'"
"""What is said of the site's own pages: they bring their own policy, and only we show them in ours."""


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let in who may ask, and say of every answer who may use it."""
    request[NONCE] = secrets.token_urlsafe(16)
    try:
        answer = await handler(request) if _may(request) else web.Response(status=403, text="Forbidden\n")
    except web.HTTPException as error:
        error.headers.update(_HEADERS)
        error.headers["Content-Security-Policy"] = _POLICY.format(nonce=request[NONCE])
        raise
    if not answer.prepared:
        protect(request, answer)
    return answer


def protect(request: web.Request, answer: web.StreamResponse) -> None:
    """Add the headers that keep others out; an answer's own policy stays."""
    answer.headers.update(_HEADERS)
    answer.headers.setdefault("Content-Security-Policy", _POLICY.format(nonce=request[NONCE]))


def _may(request: web.Request) -> bool:
    if request.host not in hosts(_port(request)):
        return False
    is_looking = request.method in _SAFE and "Upgrade" not in request.headers
    return _comes_to_look(request) if is_looking else _comes_from_us(request)


def hosts(port: int | None) -> set[str]:
    """Return what browsers call a server on ``port`` of this machine; they leave out 80 (RFC 9110, 4.2.3)."""
    with_port = {f"{name}:{port}" for name in NAMES}
    return with_port | set(NAMES) if port == _USUAL else with_port


def _port(request: web.Request) -> int | None:
    if request.transport is None:
        return request.url.port
    port: int = request.transport.get_extra_info("sockname")[1]
    return port


def _comes_to_look(request: web.Request) -> bool:
    """Tell whether a page of ours asks, or a person who follows a link or types an address."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    follows = (request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest"))
    return site in {"same-origin", "none"} or follows == ("navigate", "document")


def _comes_from_us(request: web.Request) -> bool:
    """Tell whether a page of ours asks; a browser says so, in one way or two."""
    ours = f"http://{request.host}"
    site = request.headers.get("Sec-Fetch-Site")
    return request.headers.get("Origin") == ours and site in {"same-origin", None}
