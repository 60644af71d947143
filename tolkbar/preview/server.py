"""The addresses of the preview, and what answers at each."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSCloseCode, web

from checks.registry import BY_ID
from pipeline.errors import TolkbarError
from pipeline.files import CANDIDATE
from tolkbar.language import DEFAULT, LANGUAGES
from tolkbar.preview.guard import CANDIDATE_POLICY, NONCE, guard
from tolkbar.preview.pages import Pages, address
from tolkbar.preview.site_files import ASSETS, content_type, find
from tolkbar.preview.view import served, view

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from aiohttp.typedefs import Handler

    from tolkbar.preview.plugins import Plugin
    from tolkbar.preview.studio import News, Studio

HOST: Final = "127.0.0.1"
_WANTED: Final = re.compile(r"\s*([a-z]{2,3})\b[^,;]*(?:;\s*q\s*=\s*([01](?:\.[0-9]*)?))?", re.IGNORECASE)
_PING: Final = 20.0  # seconds between two signs of life


class Server:
    """Answers browsers with what ``studio`` knows, in ``language``, or where that is None in their own."""

    def __init__(self, studio: Studio, language: str | None, plugins: Sequence[Plugin] = ()) -> None:
        """Lay out the addresses, those of ``plugins`` too."""
        self.studio, self._language = studio, language
        self._pages = Pages(studio, plugins)
        self._assets = {plugin.name: plugin.assets for plugin in plugins}
        self._sockets: set[web.WebSocketResponse] = set()
        self.app = web.Application(middlewares=[guard, self._excuse], client_max_size=1 << 20)
        self.app.add_routes(
            [
                web.get("/", self.overview),
                web.get("/page/{language}/{page:.+}", self.page),
                web.get("/site/{path:.*}", self.site),
                web.get("/at/{path:.*}", self.at),
                web.get("/assets/{path:.+}", self.asset),
                web.get("/rules/{rule}", self.rule),
                web.get("/events", self.events),
                *(route for plugin in plugins for route in plugin.routes),
            ]
        )
        self.app.on_shutdown.append(self._hang_up)

    async def overview(self, request: web.Request) -> web.Response:
        """Answer with all pages and languages."""
        wanted = request.query.get("find", "").strip()
        return _html(await self.studio.ask(self._pages.overview, *self._reader(request), wanted))

    async def page(self, request: web.Request) -> web.Response:
        """Answer with a page of the site and what is known of it."""
        await self.studio.ready.wait()
        made = self.studio.made
        if made is None:
            return await self.overview(request)
        known = await self.studio.ask(view, made, request.match_info["language"], request.match_info["page"])
        if known is None:
            return self._missing(request)
        self.studio.verdicts.look_at(known)
        return _html(await self.studio.ask(self._pages.page, *self._reader(request), known))

    async def site(self, request: web.Request) -> web.StreamResponse:
        """Answer with a file of the candidate; a page's units are named in it."""
        made = self.studio.made
        folder = self.studio.root / CANDIDATE
        file = find(folder, request.match_info["path"])
        if file is None:
            return self._redirected(request, folder) or self._missing(request)
        policy = {"Content-Security-Policy": CANDIDATE_POLICY}
        if file.suffix != ".html" or made is None:
            return web.FileResponse(file, headers={**policy, "Content-Type": content_type(file)})
        content = await self.studio.ask(served, made, file.relative_to(folder).as_posix())
        if content is None:
            return self._missing(request)
        return web.Response(body=content, headers={**policy, "Content-Type": content_type(file)})

    async def at(self, request: web.Request) -> web.Response:
        """Answer with the address of the page that shows what stands at a path of the candidate."""
        path = request.match_info["path"]
        path += "index.html" if path.endswith("/") or not path else ""
        found = self.studio.made.page_at(path) if self.studio.made else None
        return self._missing(request) if found is None else web.json_response({"address": address(*found)})

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """Answer with a file of ours, or of a plug-in."""
        name, _, rest = request.match_info["path"].partition("/")
        folder = self._assets.get(name)
        file = find(folder, rest) if folder and rest else find(ASSETS, request.match_info["path"])
        if file is None:
            return self._missing(request)
        return web.FileResponse(file, headers={"Content-Type": content_type(file)})

    async def rule(self, request: web.Request) -> web.Response:
        """Answer with what a rule asks for."""
        rule = BY_ID.get(request.match_info["rule"])
        if rule is None:
            return self._missing(request)
        return _html(await self.studio.ask(self._pages.rule, *self._reader(request), rule))

    async def events(self, request: web.Request) -> web.WebSocketResponse:
        """Tell a page what happens until it is closed; first which revision stands now."""
        socket = web.WebSocketResponse(heartbeat=_PING)
        await socket.prepare(request)
        self._sockets.add(socket)
        news: asyncio.Queue[News] = asyncio.Queue()
        self.studio.listeners.add(news)
        telling = asyncio.create_task(self._tell(socket, news))
        try:
            async for _ in socket:
                pass  # pages have nothing to say here
        finally:
            telling.cancel()
            self.studio.listeners.discard(news)
            self._sockets.discard(socket)
        return socket

    async def _tell(self, socket: web.WebSocketResponse, news: asyncio.Queue[News]) -> None:
        await socket.send_json(self._said(self.studio.standing()))
        while True:
            one = await news.get()
            await socket.send_json(self._said(one))

    def _said(self, news: News) -> dict[str, Any]:
        """Return news as pages are told them."""
        detail: dict[str, Any] = dict(news.detail)
        return {"kind": news.kind, "run": self.studio.name, "revision": news.revision, **detail}

    async def _hang_up(self, _: web.Application) -> None:
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    @web.middleware
    async def _excuse(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Say why something cannot be shown, where it cannot: the disk, or another run, is in the way."""
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return self._missing(request)
        except TolkbarError as error:
            return _html(self._pages.trouble(*self._reader(request), error), 503)

    def _reader(self, request: web.Request) -> tuple[str, str]:
        """Return the reader's language, and the number that lets our own scripts run."""
        language = self._language or wanted_language(request.headers.get("Accept-Language", ""))
        return language, request[NONCE]

    def _missing(self, request: web.Request) -> web.Response:
        return _html(self._pages.missing(*self._reader(request)), 404)

    @staticmethod
    def _redirected(request: web.Request, folder: Path) -> web.Response | None:
        """Return the way to a folder's start page for an address without the slash at its end."""
        path = request.match_info["path"]
        if path.endswith("/") or find(folder, f"{path}/") is None:
            return None
        return web.Response(status=302, headers={"Location": f"{request.path}/"})


def wanted_language(accepted: str) -> str:
    """Return which of the tool's languages a browser would like best (RFC 9110, 12.5.4)."""
    wishes = [
        (float(found[2] or 1), found[1].lower()) for found in map(_WANTED.match, accepted.split(",")) if found
    ]
    known = [wish for wish in wishes if wish[1] in LANGUAGES and wish[0] > 0]
    return max(known, key=lambda wish: wish[0], default=(1, DEFAULT))[1]


def _html(page: str, status: int = 200) -> web.Response:
    return web.Response(text=page, content_type="text/html", status=status)
